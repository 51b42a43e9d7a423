"""A reconciliation as the YAML that ``apply`` understands, for a person to go over first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from spaceplan.record.as_data import milestone_data
from spaceplan.roadmap.registry import Document
from spaceplan.roadmap.times import month_end
from spaceplan.source.compare.act_on import undated
from spaceplan.source.compare.item import Item
from spaceplan.source.compare.lineage import Link
from spaceplan.source.compare.match import Match
from spaceplan.source.compare.reconcile import (
    Addition,
    Proposed,
    Reading,
    Reconciliation,
    told_text,
)
from spaceplan.source.compare.restated import Restated
from spaceplan.source.compare.takeover import Takeover
from spaceplan.source.compare.told import Told
from spaceplan.source.draft.phrases import HIGH
from spaceplan.source.draft.reasons import decision
from spaceplan.source.draft.write_draft import comment, document_data, in_words, topic_data
from spaceplan.source.read.text import is_latin, marked
from spaceplan.words import said, say
from spaceplan.yaml_text.new_lines import block
from spaceplan.yaml_text.spelling import Data, flow


def proposal_text(
    found: Reconciliation, lang: str, file: str = "proposal.yaml", end: Sequence[str] = ()
) -> str:
    """The whole file; ``end`` are lines for its last comment: what to act on."""
    what = say("source.proposal-what", lang, label=found.label, document=found.document, file=file)
    lines = [comment(line) for line in what.split("\n")]
    if found.gone:
        gone = say("source.proposal-gone", lang, label=found.label, count=len(found.gone))
        lines += ["#", comment(gone)]
        # What had a date mattered most.
        for match in sorted(found.gone, key=undated):
            if match.old:
                lines += _gone(match, match.old, lang)
    for code, name in found.strangers.items():
        named = f"  {code or '…'}: {flow({'ja': name} if not is_latin(name) else {'en': name})}"
        lines += [comment(say("source.stranger-add", lang, name=name)), comment(named)]
    lines.append("")
    document = Document(found.label, in_words(found.title), found.day)
    lines += ["documents:", *block("- ", document_data(document), 2), ""]
    if found.topics:
        lines.append("topics:")
        for topic in found.topics:
            lines += [*block("- ", topic_data(topic), 2), ""]
    blocks = list(_blocks(found, lang))
    lines.append("changes:" if blocks else "changes: []")
    for one in blocks:
        lines += ["", *one]
    if end:
        lines += ["", comment(f"{say('source.act-on', lang)}:"), *map(comment, end)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _blocks(found: Reconciliation, lang: str) -> Iterator[list[str]]:
    """A block for each milestone; behind one that may take another's place, that other's."""
    taken: dict[str, list[Takeover]] = defaultdict(list)
    for one in found.takeovers:
        taken[one.new].append(one)
    moved = {one.old.id for one in found.takeovers}
    changes = {one.entry.id: one for one in found.changes}
    own: dict[str, Iterator[str]] = {
        name: _change(one, found, lang) for name, one in changes.items()
    }
    own |= {one.milestone.id: _addition(one, found, lang) for one in found.additions}
    for name, lines in own.items():
        if name in moved:
            continue
        olds = taken.get(name, [])
        offered = [_offer(one, lang) for one in olds]
        if olds:
            known = changes[name].entry.supersedes if name in changes else ()
            offered.append(f"supersedes: {flow([*known, *(one.old.id for one in olds)])}")
        yield [*lines, *(comment(line, 4) for line in offered)]
        for one in olds:
            real = one.old.id in changes and changes[one.old.id].changes
            yield _given_up(one, own.get(one.old.id, ()), real, found)


def _offer(one: Takeover, lang: str) -> str:
    """Why a milestone may take another's place, and what to do where it does."""
    why = "; ".join(said(reason, lang) for link in one.links for reason in link.reasons)
    key = "source.takeover-merged" if one.merged else "source.takeover-perhaps"
    pages = _pages(one.was) if one.merged else "".join(map(_link_pages, one.links))
    return say(key, lang, id=one.old.id, title=one.old.title.say(lang), why=why) + pages


def _link_pages(link: Link) -> str:
    known = [f"p. {item.page}" for item in (link.old, link.new) if item.page]
    return f" ({' → '.join(known)})" if known else ""


def _given_up(one: Takeover, lines: Iterable[str], real: bool, found: Reconciliation) -> list[str]:
    """The block of what may be given up, with the lines for it as comments: all of them where it
    has none of its own."""
    authority = found.title or found.label
    block_of = list(lines)
    if real:
        decided = any(line.startswith("    authority:") for line in block_of)
        told: dict[str, Data] = {"status": "dropped"}
        if not decided:
            told["authority"] = authority
        return [*block_of, *(comment(line.strip(), 4) for line in block("  ", told, 2))]
    new = one.links[0].new if one.links else one.was.new
    source = f"{found.label} {new.id}{_page(new.page)}" if new else found.label
    data: dict[str, Data] = {
        "id": one.old.id,
        "on": found.day.isoformat(),
        "status": "dropped",
        "authority": authority,
        "source": source,
    }
    return [*block_of, *(comment(line[2:], 2) for line in block("- ", data, 2))]


def _gone(match: Match, old: Item, lang: str) -> list[str]:
    """What is gone, and the nearest that it may go on in."""
    times = [_reading(reading, lang) for reading in old.readings if reading[1]]
    said_times = f" ({', '.join(times)})" if times else ""
    lines = [comment(f"  {old.id}  {old.title or old.text}{said_times}{_page(old.page)}")]
    for link in match.links:
        why = "; ".join(said(one, lang) for one in link.reasons)
        perhaps = say("source.perhaps", lang, id=link.new.id + link.to.letter, why=why)
        perhaps += _page(link.new.page)
        lines.append(comment(f"      {perhaps}"))
    return lines


def _change(one: Proposed, found: Reconciliation, lang: str) -> Iterator[str]:
    """A block for one milestone; where nothing is to be applied only remarks."""
    entry = one.entry
    remarks = [] if entry.same_as else [entry.title.say(lang)]
    if one.was.new and one.was.difference:
        remarks.append(marked(one.was.difference))
    elif one.text and one.was.new:
        remarks.append(say("source.now-worded", lang, words=one.was.new.text))
    remarks += [
        say("source.no-longer-timed", lang, reading=_reading(was, lang)) for was in one.lost
    ]
    remarks += [
        say("source.which-part", lang, was=_reading(was, lang), now=_reading(to, lang))
        for was, to in one.unclear
    ]
    remarks += [said(why, lang) for why in one.was.weaker]
    remarks += [said(why, lang) for link in one.was.links if link.sure for why in link.reasons]
    remarks = [remark + _pages(one.was) for remark in remarks]
    if one.restated.strangers:
        names = one.restated.strangers.strangers
        remarks.append(say("source.stranger", lang, names=names))
    remarks += [_claim(one, told, found, lang) for told in one.results if told.met]
    if not one.changes:
        yield comment(f"{entry.id}: {'; '.join(remarks)}", 2)
        return
    first, *rest = block("- ", _data(one, found, lang), 2)
    yield first
    yield from (comment(remark, 4) for remark in remarks)
    yield from rest


def _data(one: Proposed, found: Reconciliation, lang: str) -> dict[str, Data]:
    """What is to be applied to one milestone, by key."""
    entry = one.entry
    data: dict[str, Data] = {"id": entry.id}
    note = _note(one, found, lang)
    if not entry.same_as:
        data["on"] = found.day.isoformat()
    if one.kind:
        data["kind"] = one.kind
    if one.target:
        data["target"] = one.target
        data["authority"] = found.title or found.label
    if one.topic is not None:
        data["topic"] = str(one.topic)
        if entry.subsection is not None:
            data["subsection"] = "(none)"
    data |= _restated(one.restated)
    if one.charts:
        data["charts"] = list(one.charts)
        if not entry.same_as:
            data["chart_basis"] = "stated" if len(one.charts) == 1 else "assigned"
    if one.text:
        data["text"] = one.text
    if one.places:
        data["places"] = {found.label: one.places}
    if note:
        data["note"] = note
    if not entry.same_as:
        # A later run knows by it how the milestone stood before.
        new = one.was.new
        data["source"] = f"{found.label} {new.id}{_page(new.page)}" if new else found.label
    return data


def _restated(one: Restated) -> dict[str, Data]:
    data: dict[str, Data] = {}
    if one.title:
        data["title_en" if is_latin(one.title) else "title_ja"] = one.title
    if one.owner:
        data["owner"] = list(one.owner)
    if one.measure or one.unmeasured:
        data["measure"] = one.measure or "(none)"
    return data


def _claim(one: Proposed, told: Told, found: Reconciliation, lang: str) -> str:
    """What a result claims, for a person to confirm; nothing of it is applied."""
    where = f"{found.document}:{told.result.line}{_page(told.result.page)}"
    day = str(told.day or "")
    facts = {"id": one.entry.id, "source": found.label}
    # A month or a half of a year is no date of an entry: a person finds the day.
    end = told.day.end if told.day else None
    if end:
        # What took from one month to another was over on the last day.
        month = end.unit == "month"
        day = month_end(end.year, end.number).isoformat() if month else str(end)
    exact = day.count("-") == 2 or (day.startswith("FY") and day[2:].isdigit())
    facts["on"] = day if exact else say("source.claim-date", lang)
    facts["day"] = f" ({told.day.format(lang)})" if told.day and not exact else ""
    return say("source.claim", lang, where=where, **facts)


def _note(one: Proposed, found: Reconciliation, lang: str) -> str:
    told_of = [
        say(
            "source.note-moved",
            lang,
            label=found.label,
            was=_reading(was, lang),
            now=_reading(to, lang),
        )
        for was, to in one.moves
    ]
    old, new = one.was.old, one.was.new
    if one.was.weaker and one.text and old and new:
        why = "; ".join(said(reason, lang) for reason in one.was.weaker)
        facts = {"label": found.label, "why": why, "was": old.text, "now": new.text}
        told_of.append(say("source.note-weaker", lang, **facts))
    told_of += [
        say(
            "source.note-result",
            lang,
            label=found.label,
            told=told_text(told) + _page(told.result.page),
        )
        for told in one.results
    ]
    return " / ".join(told_of)


def _addition(one: Addition, found: Reconciliation, lang: str) -> Iterator[str]:
    fields = milestone_data(one.milestone)
    if not one.milestone.owner:
        fields.pop("basis", None)
    fields.pop("baseline", None)
    data: dict[str, Data] = {
        "id": fields.pop("id"),
        "add": "true",
        "on": found.day.isoformat(),
        **fields,
    }
    first, *rest = block("- ", data, 2)
    yield first
    if one.drafted.page:
        yield comment(f"p. {one.drafted.page}", 4)
    if one.drafted.strangers:
        yield comment(say("source.stranger", lang, names=one.drafted.strangers), 4)
    if one.drafted.sure != HIGH:
        yield comment(decision(one.drafted, lang), 4)
    yield from rest


def _page(page: int) -> str:
    """`` (p. 12)`` where a page is known."""
    return f" (p. {page})" if page else ""


def _pages(match: Match) -> str:
    """The pages of the old wording and of the new."""
    known = [f"p. {item.page}" for item in (match.old, match.new) if item and item.page]
    return f" ({' → '.join(known)})" if known else ""


def _reading(reading: Reading, lang: str) -> str:
    return " ".join(part for part in (say(reading[0], lang), reading[1]) if part)
