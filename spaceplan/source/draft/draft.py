"""A plan drafted from a document never seen before: plain data, for a person to go over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date

from spaceplan.errors import SpaceplanError, Wrong
from spaceplan.frozen import dataclass
from spaceplan.roadmap.fiscal import FiscalRule
from spaceplan.roadmap.read_times import read_time
from spaceplan.roadmap.times import Time
from spaceplan.source.draft.chart_owners import read_labels
from spaceplan.source.draft.draft_item import Surroundings, draft_item, place_of
from spaceplan.source.draft.drafted import Drafted
from spaceplan.source.draft.english_owners import Bodies, bodies_of
from spaceplan.source.draft.header import counts_fiscal_years, language_of
from spaceplan.source.draft.owners import said_of
from spaceplan.source.draft.phrases import LOW
from spaceplan.source.draft.repeats import Repeats, find_repeats
from spaceplan.source.draft.time_words import Reference
from spaceplan.source.read.parts import Bullet, Document, Leftover, Topic
from spaceplan.source.read.text import is_latin


class NothingToDraft(SpaceplanError):
    """A document without a single topic or bullet."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What an import would write, and what it would say.

    ``topics`` are the document's. ``results`` are kept apart: no milestone comes from them.
    ``unknown`` are names of organisations that the registry lacks, with how many items name them;
    ``leftovers`` the lines that are in no milestone; ``language`` is that of the document (ja, en,
    "" where its times are not read), ``coined`` the codes given to names that the registry lacks.
    """

    name: str
    title: str
    decided: date | None
    topics: tuple[Topic, ...]
    milestones: tuple[Drafted, ...]
    repeats: Repeats
    results: tuple[Bullet, ...]
    unknown: tuple[tuple[str, int], ...]
    leftovers: tuple[Leftover, ...]
    language: str = "ja"
    coined: Mapping[str, str] = field(default_factory=dict)

    @property
    def doubtful(self) -> tuple[Drafted, ...]:
        """What a person should go over, what matters most first."""
        return tuple(sorted((one for one in self.milestones if one.doubtful), key=_urgency))


def _urgency(one: Drafted) -> tuple[int, int, int]:
    """What may be no plan, then what may be dated otherwise, then the rest; by line."""
    dated = one.target is not None or bool(one.phrase)
    rank = 0 if one.doubt else 1 if one.sure == LOW and dated else 2 if one.sure == LOW else 3
    return rank, 0 if one.target else 1, one.line


def reference_of(
    document: Document, day: date | None = None, rule: FiscalRule | None = None
) -> Reference:
    """What the document's relative times count from: ``day``, else the date its head names, else
    the fiscal year."""
    rule = rule or FiscalRule()
    hint = _time(document.date_hint)
    year: int | None = None
    since: date | None = None
    if day is None and hint is not None:
        first = hint.first_day(rule)
        if hint.start.unit == "day":
            day = first
        else:
            year, since = rule.year_of(first), first
    starts = document.plans_from
    if "-" in starts:
        # 2025-26 is the fiscal year that begins in the first and ends in the second.
        starts = f"FY{int(starts[:4]) + (rule.named_by == 'end')}"
    if starts.isdecimal() and counts_fiscal_years(document):
        starts = f"FY{starts}"
    unit = "fy" if rule.starts > 1 or counts_fiscal_years(document) else "year"
    return Reference(day, _time(starts), rule=rule, year=year, since=since, unit=unit)


def month_named(document: Document, rule: FiscalRule, today: date) -> date | None:
    """The last day of the month that the document's head names where it names no day, or today
    where that month is not over."""
    hint = _time(document.date_hint)
    if hint is None or hint.start.unit != "month":
        return None
    return min(hint.start.last_day(rule), today)


def draft_plan(
    document: Document, registry: Mapping[str, str], reference: Reference | None = None
) -> Draft:
    """Draft a plan. ``registry`` maps the names of organisations to codes.

    Raises:
        NothingToDraft: the document has no topics, or no bullets.
    """
    if not document.bullets:
        missing = "bullet" if document.topics else "topic"
        raise NothingToDraft(f"source.no-{missing}", name=document.name)
    reference = reference or reference_of(document)
    repeats = find_repeats(document.bullets)
    originals = repeats.originals
    see = _see(repeats)
    drafted: list[Drafted] = []
    unknown: Counter[str] = Counter()
    bodies = _bodies(document, registry)
    named = {**{name: name for name in bodies.said.names}, **registry}
    labels = {place: read_labels(words, named) for place, words in document.chart_words.items()}
    language = language_of(document)
    for topic in document.topics:
        for bullet in topic.bullets:
            if bullet.id in originals:
                place = place_of(topic, bullet)
                drafted.append(replace(place, same_as=originals[bullet.id]))
                continue
            on_page = labels.get((topic.number, bullet.subsection), ())
            around = Surroundings(bodies, reference, on_page, bool(language))
            item = draft_item(topic, bullet, around, see.get(bullet.id, ()))
            drafted.extend(item.parts)
            unknown.update(item.unknown)
    return Draft(
        document.name,
        document.title,
        reference.day,
        document.topics,
        _distinct(drafted),
        repeats,
        document.results,
        tuple(sorted(unknown.items())),
        document.leftovers,
        language,
        bodies.coined,
    )


def _bodies(document: Document, registry: Mapping[str, str]) -> Bodies:
    """What all items of a document tell of how it names organisations."""
    plans = document.bullets
    bodies = bodies_of([bullet.text for bullet in (*plans, *document.results)], registry)
    lists = dict.fromkeys(one for b in plans for one in (b.lead, b.cells.get("owner", "")))
    said = said_of([bullet.text for bullet in plans if not bullet.cells], lists, registry)
    return replace(bodies, said=said)


def _see(repeats: Repeats) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for pair in repeats.alike:
        found.setdefault(pair.first, []).append(pair.second)
        found.setdefault(pair.second, []).append(pair.first)
    return {bullet: tuple(others) for bullet, others in found.items()}


def _distinct(drafted: list[Drafted]) -> tuple[Drafted, ...]:
    """Two titles of one topic differ: by their time, else by a number."""
    alike = Counter((one.topic, one.title) for one in drafted if one.title)
    seen: Counter[tuple[int, str]] = Counter()
    found: list[Drafted] = []
    for one in drafted:
        if alike[one.topic, one.title] > 1 and one.title and one.target is not None:
            said = one.target.format("en" if is_latin(one.title) else "ja")
            mark = f"{one.title} ({said})" if is_latin(one.title) else f"{one.title}（{said}）"
            one = replace(one, title=mark)
        key = (one.topic, one.title)
        seen[key] += 1
        if one.title and seen[key] > 1:
            one = replace(one, title=f"{one.title} ({seen[key]})")
        found.append(one)
    return tuple(found)


def _time(text: str) -> Time | None:
    try:
        return read_time(text) if text else None
    except Wrong:
        return None
