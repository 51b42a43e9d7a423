"use strict";
(function () {
  var form = document.getElementById("_filters");
  if (!form) { return; }
  var list = function (found) { return Array.prototype.slice.call(found); };
  var fold = function (text) { return text.normalize("NFKC").toLowerCase(); };
  var register = list(document.querySelectorAll("#_register tbody tr"));
  var tables = list(document.querySelectorAll("table.milestones"));
  var groups = list(document.querySelectorAll("table.groups"));
  var drawn = list(document.querySelectorAll("svg [data-id]"));
  var said = form.querySelector("output");
  var names = ["owner", "topic", "state", "flag", "text"].filter(function (name) {
    return form.elements[name];
  });
  var texts = {};
  register.forEach(function (row) { texts[row.dataset.id] = fold(row.textContent); });
  form.hidden = register.length === 0;

  function isMet(state) { return /^(done|begun)-/.test(state); }
  var kinds = {
    total: function () { return true; },
    overdue: function (row, was) { return row.dataset[was ? "was" : "state"] === "overdue"; },
    "due-soon": function (row) { return row.dataset.state === "due-soon"; },
    missed: function (row, was) { return row.dataset[was ? "was" : "state"] === "missed"; },
    dropped: function (row) { return row.dataset.state === "dropped"; },
    slipped: function (row, was) { return row.dataset[was ? "slippedbefore" : "slipped"] === "yes"; },
    met: function (row, was) { return isMet(row.dataset[was ? "was" : "state"] || ""); }
  };
  function asked() {
    var wish = {};
    names.forEach(function (name) { wish[name] = form.elements[name].value; });
    wish.words = fold(wish.text).split(/\s+/).filter(Boolean);
    return wish;
  }
  function holds(row, name, word) { return row.dataset[name].split(" ").indexOf(word) >= 0; }
  function passes(row, wish) {
    var data = row.dataset, text;
    if (wish.owner && !holds(row, "owner", wish.owner)) { return false; }
    if (wish.topic && !holds(row, "topic", wish.topic)) { return false; }
    if (wish.state && data.state !== wish.state) { return false; }
    if (wish.flag && !holds(row, "flag", wish.flag)) { return false; }
    if (!wish.words.length) { return true; }
    text = (texts[data.id] || "") + " " + fold(row.textContent);
    return wish.words.every(function (word) { return text.indexOf(word) >= 0; });
  }
  function filter() {
    var wish = asked();
    var filtered = names.some(function (name) { return wish[name]; });
    var kept = register.filter(function (row) { return passes(row, wish); });
    var ids = {};
    kept.forEach(function (row) { ids[row.dataset.id] = true; });
    tables.forEach(function (table) {
      var rows = list(table.tBodies[0].rows), shown = 0;
      rows.forEach(function (row) {
        row.hidden = !passes(row, wish);
        if (!row.hidden) { shown += 1; }
      });
      tell(table, shown, rows.length);
    });
    groups.forEach(function (table) {
      var rows = list(table.tBodies[0].rows), flag = rows[0].dataset.only;
      var flagged = function (row) { return !flag || holds(row, "flag", flag); };
      rows.forEach(function (row) {
        var mine = kept.filter(function (one) {
          return flagged(one) && holds(one, row.dataset.by, row.dataset.group);
        });
        row.hidden = filtered && !mine.length;
        list(row.cells).forEach(function (cell) {
          var count = kinds[cell.dataset.key];
          if (!count) { return; }
          var number = mine.filter(function (one) { return count(one); }).length;
          cell.textContent = number || cell.dataset.key === "total" ? String(number) : "";
        });
      });
      tell(table, kept.filter(flagged).length, register.filter(flagged).length);
    });
    list(document.querySelectorAll("[data-figure]")).forEach(function (figure) {
      var count = kinds[figure.dataset.figure];
      var now = kept.filter(function (row) { return count(row); }).length;
      var change = now - kept.filter(function (row) { return count(row, true); }).length;
      figure.querySelector(".value").textContent = String(now);
      figure.querySelector(".change").textContent =
        change ? (change > 0 ? "+" : "\u2212") + Math.abs(change) : "";
    });
    drawn.forEach(function (mark) { mark.classList.toggle("sp-dim", !ids[mark.dataset.id]); });
    said.textContent = said.dataset.said.replace("{n}", kept.length).replace("{total}", register.length);
  }
  function tell(table, shown, total) {
    var part = table.closest("section"), count = part.querySelector("h3 .count");
    part.querySelector(".wide").hidden = shown === 0;
    part.querySelector(".none").hidden = shown !== 0;
    list(part.querySelectorAll(".note")).forEach(function (note) { note.hidden = shown === 0; });
    if (!count) { return; }
    if (!count.dataset.whole) { count.dataset.whole = count.textContent; }
    count.textContent = shown === total ? count.dataset.whole :
      said.dataset.some.replace("{n}", shown).replace("{total}", total);
  }
  function remember() {
    var query = new URLSearchParams();
    names.forEach(function (name) {
      if (form.elements[name].value) { query.set(name, form.elements[name].value); }
    });
    var text = query.toString();
    try {
      history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash);
    } catch (error) {
      // A page within another may not change its address; it filters all the same.
      if (!(error instanceof DOMException)) { throw error; }
    }
  }
  function recall() {
    var query = new URLSearchParams(location.search);
    names.forEach(function (name) {
      var field = form.elements[name], value = query.get(name) || "";
      field.value = value;
      if (field.value !== value) { field.value = ""; }
    });
  }
  function follow() {
    var name = decodeURIComponent(location.hash.slice(1));
    var place = name && document.getElementById(name);
    if (!place || !place.closest("[hidden]")) { return; }
    form.reset();
    filter();
    remember();
    place.scrollIntoView();
  }
  form.addEventListener("input", function () { filter(); remember(); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(function () { filter(); remember(); }, 0); });
  window.addEventListener("popstate", function () { recall(); filter(); });
  window.addEventListener("hashchange", follow);
  recall();
  filter();
  follow();

  var order = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
  function value(row, column) {
    var cell = row.cells[column];
    return cell.dataset.sort || cell.textContent.trim();
  }
  list(document.querySelectorAll("table")).forEach(function (table) {
    var body = table.tBodies[0];
    list(table.tHead.rows[0].cells).forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.textContent = "";
      head.appendChild(button);
      button.addEventListener("click", function () {
        var down = head.getAttribute("aria-sort") === "ascending";
        list(head.parentNode.cells).forEach(function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        list(body.rows).sort(function (a, b) {
          var x = value(a, column), y = value(b, column);
          if (!x || !y) { return (x ? 0 : 1) - (y ? 0 : 1); }
          return down ? order(y, x) : order(x, y);
        }).forEach(function (row) { body.appendChild(row); });
      });
    });
  });
}());
