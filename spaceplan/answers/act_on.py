"""The one page that an analyst acts on after a revision, as lines and as a table of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from spaceplan.errors import Wrong
from spaceplan.render.page import Block, Facts, Heading, Line
from spaceplan.render.table import Column, Table
from spaceplan.roadmap.read_times import read_time
from spaceplan.source.compare.act_on import GONE_MET, ActOn, act_on
from spaceplan.source.compare.item import Reading
from spaceplan.source.compare.match import Match
from spaceplan.source.compare.told import Told
from spaceplan.words import listed, said, say


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


def pages_text(old: int, new: int) -> str:
    """`` (p. 12 → p. 15)``: where the old and the new wording stand, as far as it is known."""
    known = " → ".join(f"p. {page}" for page in (old, new) if page)
    return f" ({known})" if known else ""


Group = tuple[str, tuple[tuple[str, str], ...]]


def _groups(matches: Sequence[Match], lang: str, told: Sequence[Told]) -> Iterator[Group]:
    """Of each kind its heading, and of each line the ids and what is said."""
    for kind, group in groupby(act_on(matches, told), key=lambda one: one.kind):
        lines = tuple(group)
        heading = say(f"source.act-{kind}", lang, count=len(lines))
        if kind == GONE_MET:
            yield f"{heading}: {listed([_ids(one) for one in lines], lang)}", ()
        else:
            yield heading, tuple((_ids(one), _said(one, lang)) for one in lines)


def act_on_blocks(matches: Sequence[Match], lang: str, told: Sequence[Told] = ()) -> list[Block]:
    """What an analyst acts on, one line each, by kind."""
    blocks: list[Block] = []
    for heading, rows in _groups(matches, lang, told):
        blocks += [Line(heading), *([Facts(rows)] if rows else [])]
    return [Heading(2, say("source.act-on", lang)), *blocks] if blocks else []


def act_on_lines(matches: Sequence[Match], lang: str, told: Sequence[Told] = ()) -> list[str]:
    """The same as lines of a text."""
    lines: list[str] = []
    for heading, rows in _groups(matches, lang, told):
        lines += [heading, *(f"  {ids}  {text}" for ids, text in rows)]
    return lines


def act_on_table(matches: Sequence[Match], lang: str, told: Sequence[Told] = ()) -> Table:
    """The same as a table: what, ids, from, to, what it is about, and where any is known, pages of
    the old and the new. What is to be confirmed is one row."""
    found = act_on(matches, told)
    lines = [one for one in found if one.kind != GONE_MET]
    met = [_ids(one) for one in found if one.kind == GONE_MET]
    keys = ("what", "id", "from", "to", "about")
    paged = any(any(one.pages) for one in lines)
    columns = tuple(
        Column(key, say(f"source.column-{key}", lang), flexible=key == "about")
        for key in (*keys, *(["page"] if paged else ()))
    )
    rows = tuple(
        (
            say(f"source.act-{one.kind}-short", lang),
            _ids(one),
            _readings(one.was, lang) or " ".join(one.owner) or _why(one, lang),
            _readings(one.now, lang) or " ".join(one.new_owner),
            _about(one),
            *([" → ".join(str(page) for page in one.pages if page)] if paged else ()),
        )
        for one in lines
    )
    if met:
        heading = say(f"source.act-{GONE_MET}", lang, count=len(met))
        row = (heading, listed(met, lang), *[""] * (len(columns) - 2))
        rows = (*rows, row)
    return Table(columns, rows)


def _ids(one: ActOn) -> str:
    return " → ".join(dict.fromkeys(filter(None, one.ids)))


def _readings(readings: Sequence[Reading], lang: str) -> str:
    return ", ".join(reading_text(reading, lang) for reading in readings)


def _about(one: ActOn) -> str:
    return " → ".join((one.title, *(result.text for result in one.results)))


def _said(one: ActOn, lang: str) -> str:
    was, now = _readings(one.was, lang), _readings(one.now, lang)
    pages = pages_text(*one.pages)
    if one.kind.startswith("gone"):
        results = "".join(f" → {result.text}{page_text(result.page)}" for result in one.results)
        return one.title + (f" ({was})" if was else "") + page_text(one.pages[0]) + results
    bodies = filter(None, (" ".join(one.owner), " ".join(one.new_owner)))
    lead = " → ".join(filter(None, (was, now))) or " → ".join(bodies) or _why(one, lang)
    return f"{lead}: {one.title}{pages}"


def _why(one: ActOn, lang: str) -> str:
    return "; ".join(said(why, lang) for why in one.why)
