"""Two revisions side by side: what is gone first, then what came, moved and was reworded."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from spaceplan.answers.act_on import act_on_blocks, page_text, pages_text, reading_text
from spaceplan.answers.answer import Answer
from spaceplan.render.page import Block, Facts, Heading, Line
from spaceplan.render.table import Cell, Column, Table
from spaceplan.source.compare.act_on import act_on, undated
from spaceplan.source.compare.item import Item, Reading, same_topic
from spaceplan.source.compare.lineage import Lineage, Link, lineage_of
from spaceplan.source.compare.match import (
    CONTINUES,
    GONE,
    NEW,
    REWORDED,
    UNCHANGED,
    Match,
    charts_moved,
    other_time,
)
from spaceplan.source.compare.told import Told
from spaceplan.source.draft.titles import tidy
from spaceplan.source.read.text import marked, shortened
from spaceplan.words import said, say

if TYPE_CHECKING:
    from spaceplan.answers import shapes_source
    from spaceplan.source.compare.reconcile import Reconciliation

_HEADING = 24


def differs(match: Match) -> bool:
    """Whether anything of an item is not as it was."""
    return match.state != UNCHANGED or match.moved or bool(match.targets or match.other_owner)


def counts(matches: Sequence[Match]) -> shapes_source.ItemCounts:
    """How many items are gone, new, moved in time, moved in place, reworded, unchanged."""
    return {
        "gone": sum(match.state == GONE for match in matches),
        "continues": sum(match.state == CONTINUES for match in matches),
        "new": sum(match.state == NEW for match in matches),
        "target_moved": sum(bool(match.targets) for match in matches),
        "other_owner": sum(bool(match.other_owner) for match in matches),
        "moved": sum(match.moved for match in matches),
        "weaker": sum(bool(match.weaker) for match in matches),
        "reworded": sum(match.state == REWORDED for match in matches),
        "unchanged": sum(not differs(match) for match in matches),
    }


def lineage(matches: Sequence[Match]) -> tuple[Lineage, ...]:
    """What was split and what was merged."""
    return lineage_of([(m.old.id, m.new.id) for m in matches if m.old and m.new])


def revision_blocks(
    matches: Sequence[Match],
    names: tuple[str, str],
    lang: str,
    told: Sequence[Told] = (),
    document: str = "",
) -> list[Block]:
    """The page. ``names`` are those of the old and the new; ``told`` results that tell of items,
    with lines of ``document``."""
    old, new = names
    blocks: list[Block] = [Heading(1, f"{old} → {new}")]
    found: Mapping[str, object] = counts(matches)

    def section(
        title: str,
        key: str,
        chosen: Callable[[Match], bool],
        lines: _Lines,
        order: Callable[[Match], bool] | None = None,
    ) -> None:
        if found[key]:
            blocks.append(Heading(2, f"{title} ({found[key]})"))
            rows = list(filter(chosen, matches))
            for match in sorted(rows, key=order) if order else rows:
                blocks.extend(lines(match, lang))

    section(say("source.gone", lang), "gone", lambda m: m.state == GONE, _only_old, undated)
    section(say("source.continues", lang), "continues", lambda m: m.state == CONTINUES, _continues)
    blocks += [
        Line(f"{say(f'source.{one.kind}', lang)}: {', '.join(one.old)} → {', '.join(one.new)}")
        for one in lineage(matches)
    ]
    section(say("source.new", lang), "new", lambda m: m.state == NEW, _only_new)
    section(
        say("source.target-moved", lang),
        "target_moved",
        lambda m: bool(m.targets),
        _times,
    )
    section(
        say("source.other-owner", lang),
        "other_owner",
        lambda m: bool(m.other_owner),
        _owners,
    )
    section(say("source.moved", lang), "moved", lambda m: m.moved, _places)
    section(
        say("source.reworded", lang),
        "reworded",
        lambda m: m.state == REWORDED,
        _wording,
    )
    section(say("source.weaker", lang), "weaker", lambda m: bool(m.weaker), _weaker)
    if told:
        blocks.append(Heading(2, f"{say('source.results-told', lang)} ({len(told)})"))
        for one in told:
            text = f"{document or new}:{one.result.line}{page_text(one.result.page)}: "
            text += one.result.text
            if one.met:
                text += say("source.to-confirm", lang)
            blocks.append(Facts(((one.item + one.part, text),)))
    blocks += act_on_blocks(matches, lang, told)
    blocks.append(Line(""))
    blocks.append(Line(verdict(matches, lang)))
    return blocks


_Lines = Callable[[Match, str], list[Block]]


def verdict(matches: Sequence[Match], lang: str) -> str:
    """How many of each, in one line."""
    return say("source.revision-verdict", lang, **counts(matches))


def _both(match: Match) -> tuple[Item, Item]:
    assert match.old is not None and match.new is not None
    return match.old, match.new


def _ids(match: Match) -> str:
    old, new = _both(match)
    return old.id if old.id == new.id else f"{old.id} → {new.id}"


def _only_old(match: Match, lang: str) -> list[Block]:
    assert match.old is not None
    text = _said(match.old, lang)
    if match.same_words:
        text = say("source.repeats-said", lang, original=match.same_words, said=text)
    blocks: list[Block] = [Facts(((match.old.id, Cell(text, "late")),))]
    for link in match.links:
        said = say(
            "source.perhaps", lang, id=link.new.id + link.to.letter, why=_reasons(link, lang)
        )
        blocks.append(Line(f"{said}: {link.to.text}{page_text(link.new.page)}", indent=6))
    return blocks


def _continues(match: Match, lang: str) -> list[Block]:
    blocks: list[Block] = []
    for link in match.links:
        ids = f"{link.old.id}{link.part.letter} → {link.new.id}{link.to.letter}"
        was, now = reading_text(link.part.reading, lang), reading_text(link.to.reading, lang)
        moved = f"{was} → {now}" if other_time(link.part.reading, link.to.reading) else now
        blocks.append(Facts(((ids, Cell(f"{moved} ({_reasons(link, lang)})", "strong")),)))
        blocks.append(Line(link.part.text + page_text(link.old.page), indent=6))
        blocks.append(Line(link.to.text + page_text(link.new.page), indent=6))
    return blocks


def _weaker(match: Match, lang: str) -> list[Block]:
    old, new = _both(match)
    why = "; ".join(said(one, lang) for one in match.weaker)
    return [
        Facts(((_ids(match), Cell(why, "warn")),)),
        Line((old.text or old.title) + page_text(old.page), indent=6),
        Line((new.text or new.title) + page_text(new.page), indent=6),
    ]


def _reasons(link: Link, lang: str) -> str:
    return "; ".join(said(one, lang) for one in link.reasons)


def _only_new(match: Match, lang: str) -> list[Block]:
    assert match.new is not None
    said = _said(match.new, lang)
    if match.same_words:
        said = say("source.repeats-said", lang, original=match.same_words, said=said)
    return [Facts(((match.new.id, said),))]


def _times(match: Match, lang: str) -> list[Block]:
    moves = "; ".join(
        f"{reading_text(was, lang)} → {reading_text(to, lang)}" for was, to in match.targets
    )
    return [Facts(((_ids(match), Cell(moves, "strong")),)), Line(_about(match), indent=6)]


def _owners(match: Match, lang: str) -> list[Block]:
    bodies = " → ".join(map(" ".join, match.other_owner))
    return [Facts(((_ids(match), Cell(bodies, "strong")),)), Line(_about(match), indent=6)]


def _places(match: Match, lang: str) -> list[Block]:
    old, new = _both(match)
    moves = []
    if not same_topic(old, new):
        moves.append(f"{say('topic', lang)} {_heading(old)} → {_heading(new)}")
    if charts_moved(old, new):
        none = say("source.none", lang)
        before, after = ", ".join(old.charts) or none, ", ".join(new.charts) or none
        moves.append(f"{say('charts', lang)} {before} → {after}")
    return [Facts(((_ids(match), "; ".join(moves)),)), Line(_about(match), indent=6)]


def _heading(item: Item) -> str:
    title = tidy(item.topic_title)
    return f"{item.topic} {shortened(title, _HEADING)}"


def _wording(match: Match, lang: str) -> list[Block]:
    if match.difference:
        words = marked(match.difference)
    else:
        _, new = _both(match)
        words = say("source.now-worded", lang, words=new.text or new.title)
    return [Facts(((_ids(match), words + _pages(match)),))]


def _about(match: Match) -> str:
    old, new = _both(match)
    return (old.title or new.title or new.text or old.text) + _pages(match)


def _pages(match: Match) -> str:
    old, new = _both(match)
    return pages_text(old.page, new.page)


def _said(item: Item, lang: str) -> str:
    times = [reading_text(reading, lang) for reading in item.readings if reading[1]]
    said_times = f" ({', '.join(times)})" if times else ""
    return (item.text or item.title) + said_times + page_text(item.page)


_COLUMNS = (
    Column("state", "state"),
    Column("old", "old", style="id"),
    Column("new", "new", style="id"),
    Column("moved", "moved"),
    Column("from", "from"),
    Column("to", "to"),
    Column("alike", "alike", align="right"),
    Column("wording", "wording", flexible=True),
)


def revision_answer(
    command: str,
    matches: Sequence[Match],
    names: tuple[str, str],
    told: Sequence[Told] = (),
    head: Mapping[str, object] | None = None,
) -> Answer:
    """The same as data: gone first, then in the order of the new."""
    ordered = sorted(matches, key=lambda match: match.state != GONE)
    items = [_item(match) for match in ordered]
    results: list[shapes_source.Result] = [
        {
            "id": one.item + one.part,
            "line": one.result.line,
            "page": one.result.page or None,
            "wording": one.result.text,
            "alike": one.share,
            "to_confirm": one.met,
            "day": str(one.day) if one.day else None,
        }
        for one in told
    ]

    def rows() -> tuple[tuple[str, ...], ...]:
        return tuple(map(_cells, ordered))

    return Answer(
        table=lambda: Table(_COLUMNS, rows()),
        data=lambda: {
            **(head or {"spaceplan": 1, "command": command}),
            "old": names[0],
            "new": names[1],
            "count": len(items),
            "counts": counts(matches),
            "items": items,
            "results": results,
            "lineage": [
                {"kind": one.kind, "old": list(one.old), "new": list(one.new)}
                for one in lineage(matches)
            ],
            "act_on": [
                {
                    "what": one.kind,
                    "old": one.ids[0] or None,
                    "new": one.ids[1] or None,
                    "from": [_reading(reading) for reading in one.was],
                    "to": [_reading(reading) for reading in one.now],
                    "title": one.title,
                    "owner": list(one.owner),
                    "new_owner": list(one.new_owner),
                    "old_page": one.pages[0] or None,
                    "new_page": one.pages[1] or None,
                    "results": [result.text for result in one.results],
                }
                for one in act_on(matches, told)
            ],
        },
        items=lambda: items,
        records=lambda: (_COLUMNS, rows()),
    )


def _cells(match: Match) -> tuple[str, ...]:
    old, new = match.old, match.new
    last = new or old
    words = marked(match.difference) or (last.text or last.title if last else "")
    return (
        match.state,
        old.id if old else "",
        new.id if new else "",
        "moved" if match.moved else "",
        "; ".join(" ".join(was).strip() for was, _ in match.targets),
        "; ".join(" ".join(to).strip() for _, to in match.targets),
        f"{match.share:.2f}",
        words,
    )


def _item(match: Match) -> shapes_source.Item:
    return {
        "state": match.state,
        "old": _side(match.old),
        "new": _side(match.new),
        "alike": round(match.share, 2),
        "repeats": match.same_words or None,
        "moved": match.moved,
        "targets": [{"from": _reading(was), "to": _reading(to)} for was, to in match.targets],
        "weaker": [said(one, "en") for one in match.weaker],
        "lost_owner": list(match.lost_owner),
        "other_owner": [list(one) for one in match.other_owner],
        "links": [
            {
                "old": link.old.id + link.part.letter,
                "new": link.new.id + link.to.letter,
                "sure": link.sure,
                "alike": link.share,
                "why": [said(one, "en") for one in link.reasons],
            }
            for link in match.links
        ],
        "difference": [{"kind": run.kind, "text": run.text} for run in match.difference],
    }


def _reading(reading: Reading) -> shapes_source.Reading:
    return {"kind": reading[0], "target": reading[1] or None}


def _side(item: Item | None) -> shapes_source.Side | None:
    if item is None:
        return None
    return {
        "id": item.id,
        "topic": item.topic,
        "page": item.page or None,
        "topic_title": tidy(item.topic_title) or None,
        "charts": list(item.charts),
        "title": item.title or None,
        "wording": item.text or None,
        "text": item.fingerprint,
    }


def proposal_lines(found: Reconciliation, output: Path | None, lang: str) -> list[Block]:
    """What the proposal holds, and how to go on."""
    changes = sum(one.changes for one in found.changes)
    how = say("source.go-over" if output else "source.write-proposal", lang, path=output)
    strangers = tuple(found.strangers.values())
    lacking = [Line(say("source.proposed-strangers", lang, names=strangers))] if strangers else []
    offered = len(found.takeovers)
    taken = [Line(say("source.proposed-takeovers", lang, count=offered))] if offered else []
    return [
        *lacking,
        *taken,
        Line(
            say(
                "source.proposed",
                lang,
                changes=changes,
                added=len(found.additions),
                topics=len(found.topics),
                how=how,
            )
        ),
    ]
