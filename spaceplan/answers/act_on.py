"""The one page that an analyst acts on after a revision, as lines and as a table of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from spaceplan.errors import Wrong
from spaceplan.render.page import Block, Facts, Heading, Line
from spaceplan.render.table import Column, Table
from spaceplan.roadmap.read_times import read_time
from spaceplan.source.compare.act_on import GONE_UNREPORTED, LOST_OWNER, WEAKER, ActOn, act_on
from spaceplan.source.compare.item import Reading
from spaceplan.source.compare.match import Match
from spaceplan.source.compare.told import Told
from spaceplan.source.read.text import shortened
from spaceplan.words import say

# So many lines of each kind stand on the page for an analyst.
_MOST = 12


def reading_text(reading: Reading, lang: str) -> str:
    """``deadline FY2020``, in ``lang``."""
    kind, target = reading
    try:
        said = read_time(target).format(lang) if target else ""
    except Wrong:
        said = target
    return f"{say(kind, lang)} {said}".rstrip()


def page_text(page: int) -> str:
    """`` (p. 12)`` where a page is known: people cite pages."""
    return f" (p. {page})" if page else ""


Group = tuple[str, tuple[tuple[str, str], ...], str]


def _groups(matches: Sequence[Match], lang: str, told: Sequence[Told]) -> Iterator[Group]:
    """Of each kind its heading, (ids, what is said) of the first, and how many more there are."""
    for kind, group in groupby(act_on(matches, told), key=lambda one: one.kind):
        rows = list(group)
        more = len(rows) - _MOST
        yield (
            say(f"source.act-{kind}", lang, count=len(rows)),
            tuple((_ids(one), _said(one, lang)) for one in rows[:_MOST]),
            say("source.act-more", lang, count=more) if more > 0 else "",
        )


def act_on_blocks(matches: Sequence[Match], lang: str, told: Sequence[Told] = ()) -> list[Block]:
    """What an analyst acts on, one line each, by kind."""
    blocks: list[Block] = []
    for heading, rows, more in _groups(matches, lang, told):
        blocks += [Line(heading), Facts(rows), *([Line(more, indent=6)] if more else ())]
    return [Heading(2, say("source.act-on", lang)), *blocks] if blocks else []


def act_on_lines(matches: Sequence[Match], lang: str, told: Sequence[Told] = ()) -> list[str]:
    """The same as lines of a text."""
    lines: list[str] = []
    for heading, rows, more in _groups(matches, lang, told):
        lines += [heading, *(f"  {ids}  {text}" for ids, text in rows)]
        lines += [f"      {more}"] if more else []
    return lines


def act_on_table(matches: Sequence[Match], lang: str, told: Sequence[Told] = ()) -> Table:
    """The same as a table: what, ids, from, to, what it is about, pages of the old and the new."""
    keys = ("what", "id", "from", "to", "about", "page")
    columns = tuple(
        Column(key, say(f"source.column-{key}", lang), flexible=key == "about") for key in keys
    )
    rows = tuple(
        (
            say(f"source.act-{one.kind}-short", lang),
            _ids(one),
            _readings(one.was, lang) or " ".join(one.owner),
            _readings(one.now, lang),
            one.title,
            " → ".join(str(page) for page in dict.fromkeys(one.pages) if page),
        )
        for one in act_on(matches, told)
    )
    return Table(columns, rows)


def _ids(one: ActOn) -> str:
    return " → ".join(dict.fromkeys(filter(None, one.ids)))


def _readings(readings: Sequence[Reading], lang: str) -> str:
    return ", ".join(reading_text(reading, lang) for reading in readings)


def _said(one: ActOn, lang: str) -> str:
    old, new = one.pages
    title = shortened(one.title)
    was, now = _readings(one.was, lang), _readings(one.now, lang)
    if one.kind == GONE_UNREPORTED:
        return title + (f" ({was})" if was else "") + page_text(old)
    if one.kind == WEAKER:
        known = " → ".join(f"p. {page}" for page in dict.fromkeys(one.pages) if page)
        return one.title + (f" ({known})" if known else "")
    if one.kind == LOST_OWNER:
        return f"{' '.join(one.owner)}: {title}{page_text(new)}"
    times = f"{was}{page_text(old)} → {now}" if was else now
    return f"{times}: {title}{page_text(new)}"
