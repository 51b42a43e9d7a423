"use strict";
(function () {
  var form = document.getElementById("filters");
  var rows = Array.prototype.slice.call(document.querySelectorAll("table.milestones tbody tr"));
  if (rows.length) { form.hidden = false; }
  var fold = function (text) { return text.normalize("NFKC").toLowerCase(); };
  var said = form.querySelector("output");
  function filter() {
    var owner = form.elements.owner.value, topic = form.elements.topic.value;
    var state = form.elements.state.value;
    var words = fold(form.elements.text.value).split(/\s+/).filter(Boolean);
    var shown = 0;
    rows.forEach(function (row) {
      var text = fold(row.textContent);
      var ok = (!owner || row.dataset.owner.split(" ").indexOf(owner) >= 0) &&
        (!topic || row.dataset.topic.split(" ").indexOf(topic) >= 0) && (!state || row.dataset.state === state) &&
        words.every(function (word) { return text.indexOf(word) >= 0; });
      row.hidden = !ok;
      if (ok) { shown += 1; }
    });
    said.textContent = said.dataset.said.replace("{n}", shown);
  }
  form.addEventListener("input", filter);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  var order = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
  function value(row, column) {
    var cell = row.cells[column];
    return cell.dataset.sort || cell.textContent.trim();
  }
  document.querySelectorAll("table").forEach(function (table) {
    var body = table.tBodies[0];
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.textContent = "";
      head.appendChild(button);
      button.addEventListener("click", function () {
        var down = head.getAttribute("aria-sort") === "ascending";
        Array.prototype.forEach.call(head.parentNode.cells, function (other) {
          other.removeAttribute("aria-sort");
        });
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        var sorted = Array.prototype.slice.call(body.rows).sort(function (a, b) {
          var x = value(a, column), y = value(b, column);
          if (!x || !y) { return (x ? 0 : 1) - (y ? 0 : 1); }
          return down ? order(y, x) : order(x, y);
        });
        sorted.forEach(function (row) { body.appendChild(row); });
      });
    });
  });
}());
