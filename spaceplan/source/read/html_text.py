"""An HTML page as the Markdown that its headings, lists and tables stand for."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_IS_HTML = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html\b|head\b|body\b)", re.I | re.S
)
# What is no text of the page, and how a browser reads a word's sound.
_SKIPPED = frozenset(("script", "style", "noscript", "template", "svg", "nav", "title", "rt", "rp"))
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    ("p", "div", "section", "article", "main", "blockquote", "dt", "dd", "figcaption", "pre")
)
# A break in the middle of Japanese is no space.
_LOOSE = re.compile(r"(?<=[\u3001-\u30ff\u4e00-\u9fff])\s+(?=[\u3001-\u30ff\u4e00-\u9fff])")
_STRUCK = frozenset(("s", "del", "strike"))
# What a footnote's own element is called.
_NOTE = re.compile(r"(?:foot|end)?-?(?:fn|notes?)(?:[-_:. ]?[0-9]+)?$", re.IGNORECASE)
# A cell does not reach over more columns or rows than this.
_MOST_CELLS = 1000
_RULE = "|---|---|"


def is_html(text: str) -> bool:
    """Whether a text is an HTML page, by what it begins with."""
    return _IS_HTML.match(text[:10_000].lstrip("\ufeff")) is not None


def html_text(page: str) -> str:
    """The page's headings as ``#``, its lists as ``-``, its tables as rows ``| a | b |``.

    Each block stands on a line of its own, that of the page where nothing before it took more, so
    that what is said of a line can be found in the page.
    """
    parser = _Page()
    parser.feed(page)
    parser.close()
    return parser.finished()


class _Page(HTMLParser):
    """Blocks of text as they are closed. ``_lists`` are the open lists: 0 for ``ul``, else how many
    entries an ``ol`` has had; ``_row`` holds the cells of the open row, ``_reach`` how many (rows,
    columns) the open cell takes, ``_held`` by column over how many rows what stands above reaches;
    ``_raised`` is where the words of an open ``sup`` begin, and whether it links."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._words: list[str] = []
        self._lead = ""
        self._line = 1
        self._skipped = 0
        self._lists: list[int] = []
        self._row: list[str] | None = None
        self._in_cell = False
        self._reach = (1, 1)
        self._held: dict[int, tuple[int, str]] = {}
        self._raised: tuple[int, bool] | None = None

    def finished(self) -> str:
        """All lines; the last says that this is Markdown."""
        self._end_row()
        self._flush()
        return "\n".join([*self._lines, "", _RULE, ""])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SKIPPED:
            self._skipped += 1
        elif tag in ("td", "th"):
            self._end_cell()
            self._words.clear()
            self._in_cell = True
            self._reach = (_count(attrs, "rowspan"), _count(attrs, "colspan"))
        elif tag == "table":
            self._end_row()
            self._flush()
            self._held.clear()
        elif tag in ("sup", "a"):
            begin = self._raised[0] if self._raised else len(self._words)
            self._raised = (begin, tag == "a") if self._raised or tag == "sup" else None
        elif tag == "tr":
            self._end_row()
            self._flush()
            self._row, self._line = [], self.getpos()[0]
        elif tag in _STRUCK:
            self._words.append("~~")
        elif tag == "br" or self._row is not None:
            self._words.append("<br>" if tag == "br" and self._in_cell else " ")
        elif tag in ("ul", "ol"):
            self._flush()
            self._lists.append(int(tag == "ol"))
        elif tag == "li":
            self._flush()
            self._begin(self._entry() + _note(attrs))
        elif tag in _HEADINGS:
            self._flush()
            self._begin("#" * _HEADINGS[tag] + " ")
        elif tag in _BLOCKS and not self._lead:
            self._flush()
            self._begin(_note(attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED:
            self._skipped = max(0, self._skipped - 1)
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag in ("tr", "table"):
            self._end_row()
        elif tag in _STRUCK:
            self._words.append("~~")
        elif tag == "sup" and self._raised:
            # What is raised and links to a note is no word.
            begin, links = self._raised
            self._raised = None
            if links:
                del self._words[begin:]
        elif self._row is None and (tag in _HEADINGS or tag in _BLOCKS or tag == "li"):
            self._flush()
        elif tag in ("ul", "ol"):
            self._flush()
            del self._lists[-1:]

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """``<![if x]>``: a comment, as browsers have it, whatever stands in it."""
        return self.parse_bogus_comment(i, report)

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            if not self._words and not self._lead and data.strip():
                self._line = self.getpos()[0]
            self._words.append(data)

    def _end_cell(self) -> None:
        if self._in_cell and self._row is not None:
            self._reach_down()
            said = self._said().replace("|", "\\|")
            rows, columns = self._reach
            for place in range(columns):
                if rows > 1:
                    self._held[len(self._row)] = (rows - 1, "" if place else said)
                self._row.append("" if place else said)
        self._in_cell = False

    def _reach_down(self) -> None:
        """The cells of earlier rows that reach down to where the row now is."""
        assert self._row is not None
        while (column := len(self._row)) in self._held:
            rows, said = self._held.pop(column)
            if rows > 1:
                self._held[column] = (rows - 1, said)
            self._row.append(said)

    def _end_row(self) -> None:
        self._end_cell()
        if self._row:
            self._reach_down()
        row, self._row = self._row, None
        if row and any(row):
            self._put(f"| {' | '.join(row)} |")

    def _begin(self, lead: str) -> None:
        self._lead, self._line = lead, self.getpos()[0]

    def _entry(self) -> str:
        """What stands before an entry of the list that is open."""
        if not self._lists:
            return "- "
        indent = "  " * (len(self._lists) - 1)
        number = self._lists[-1]
        self._lists[-1] += bool(number)
        return f"{indent}{number}. " if number else f"{indent}- "

    def _said(self) -> str:
        said = _LOOSE.sub("", re.sub(r"\s+", " ", "".join(self._words)).strip())
        self._words.clear()
        return said

    def _flush(self) -> None:
        words, lead, self._lead = self._said(), self._lead, ""
        if words:
            if not lead and self._lines and self._lines[-1]:
                # A paragraph is told by the blank line before it.
                self._lines.append("")
            self._put(lead + words)

    def _put(self, line: str) -> None:
        """A line, at its place in the page where that is not passed."""
        self._lines += [""] * (self._line - 1 - len(self._lines))
        self._lines.append(line)


def _count(attrs: list[tuple[str, str | None]], name: str) -> int:
    said = dict(attrs).get(name) or "1"
    return min(max(int(said), 1), _MOST_CELLS) if said.isdecimal() else 1


def _note(attrs: list[tuple[str, str | None]]) -> str:
    """What stands before a footnote's own words."""
    held = dict(attrs)
    names = [held.get("id") or "", *(held.get("class") or "").split()]
    return "[^1]: " if any(_NOTE.match(name) for name in names) else ""
