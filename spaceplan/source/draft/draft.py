"""A plan drafted from a document never seen before: plain data, for a person to go over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from string import ascii_lowercase

from spaceplan.errors import SpaceplanError, Wrong
from spaceplan.frozen import dataclass
from spaceplan.roadmap.model import Times
from spaceplan.roadmap.read_times import read_time
from spaceplan.roadmap.times import Time
from spaceplan.source.draft.chart_owners import owner_of, read_labels
from spaceplan.source.draft.owners import Named, find_owners
from spaceplan.source.draft.phrases import HIGH, LOW
from spaceplan.source.draft.read_bullet import Ground, Proposal, read_bullet
from spaceplan.source.draft.repeats import Repeats, find_repeats
from spaceplan.source.draft.time_words import Reference
from spaceplan.source.draft.titles import draft_title
from spaceplan.source.read.document import Bullet, Document, Leftover, Topic

STATED = "stated"
ASSIGNED = "assigned"


# A part's letter is one of these.
_LETTERS = tuple(ascii_lowercase)
TOO_MANY = "too-many"


class NothingToDraft(SpaceplanError):
    """A document without a single topic or bullet."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A milestone as proposed, or a repeat (``same_as``), which has only its place and text.

    ``charts`` are those that its heading cites; where it cites several none is chosen and
    ``chart_basis`` is ``assigned``. ``sure`` (high, medium, low), ``phrase``, ``grounds`` and
    ``steps`` are those of ``read_bullet.Proposal``, for the person who goes over the draft.
    ``line`` is where the item begins.
    """

    id: str
    topic: int
    subsection: int | None
    title: str
    charts: tuple[str, ...]
    chart_basis: str
    text: str
    line: int
    kind: str = ""
    target: Time | None = None
    times: Times | None = None
    horizon: Time | None = None
    owner: tuple[str, ...] = ()
    basis: str = ASSIGNED
    partners: tuple[str, ...] = ()
    status: str = ""
    same_as: str = ""
    see: tuple[str, ...] = ()
    sure: str = HIGH
    phrase: str = ""
    grounds: tuple[Ground, ...] = ()
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """What an import would write, and what it would say.

    ``topics`` are the document's. ``results`` are kept apart: no milestone comes from them.
    ``unknown`` are names of organisations that the registry lacks, with how many items name them;
    ``leftovers`` the lines that are in no milestone.
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


def reference_of(
    document: Document, day: date | None = None, anchors: Mapping[str, date] | None = None
) -> Reference:
    """What the document's relative times count from: ``day``, else the date its head names, else
    the fiscal year."""
    hint = _time(document.date_hint)
    year: int | None = None
    if day is None and hint is not None:
        first = hint.first_day(Reference().rule)
        if hint.start.unit == "day":
            day = first
        else:
            year = Reference().rule.year_of(first)
    return Reference(day, _time(document.plans_from), anchors or {}, year=year)


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
    labels = {place: read_labels(words, registry) for place, words in document.chart_words.items()}
    drafted: list[Drafted] = []
    unknown: Counter[str] = Counter()
    for topic in document.topics:
        for bullet in topic.bullets:
            base = _base(topic, bullet)
            if bullet.id in originals:
                drafted.append(replace(base, same_as=originals[bullet.id]))
                continue
            named = find_owners(bullet.text, registry)
            unknown.update(named.unknown)
            charted = owner_of(bullet.text, labels.get((topic.number, bullet.subsection), ()))
            parts = _parts(bullet, reference)
            letters = _LETTERS if len(parts) > 1 else ("",)
            for letter, part in zip(letters, parts, strict=False):
                # A bracket behind the item names those who act in all of its parts.
                whole = not letter or named.bracketed
                own = named if whole else _part_owners(part, registry)
                drafted.append(
                    _milestone(base, letter, part, own, charted, see.get(bullet.id, ()), reference)
                )
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
    )


def _base(topic: Topic, bullet: Bullet) -> Drafted:
    charts = topic.charts_of(bullet).numbers
    return Drafted(
        bullet.id,
        topic.number,
        bullet.subsection,
        "",
        charts,
        STATED if len(charts) == 1 else ASSIGNED,
        bullet.fingerprint,
        bullet.line,
    )


def _milestone(
    base: Drafted,
    letter: str,
    part: Proposal,
    named: Named,
    charted: tuple[str, ...],
    see: tuple[str, ...],
    reference: Reference,
) -> Drafted:
    return replace(
        base,
        id=base.id + letter,
        title=draft_title(part.text, reference),
        kind=part.kind,
        target=part.target,
        times=part.times,
        horizon=part.horizon,
        owner=named.owner or charted,
        basis=STATED if named.stated else ASSIGNED,
        partners=named.partners,
        status=part.status,
        see=see,
        sure=part.sure,
        phrase=part.phrase,
        grounds=part.grounds,
        steps=part.steps,
    )


def _part_owners(part: Proposal, registry: Mapping[str, str]) -> Named:
    """Who acts in a part: whom it names, else the subject of the sentence that it was cut from."""
    own = find_owners(part.text, registry)
    if own.owner:
        return own
    whole = find_owners(part.sentences, registry)
    return replace(own, owner=whole.owner) if whole.owner else own


def _parts(bullet: Bullet, reference: Reference) -> tuple[Proposal, ...]:
    """What an item commits to; one with more parts than letters is left whole, to a person."""
    parts = read_bullet(bullet.text, reference)
    if len(parts) <= len(_LETTERS):
        return parts
    ground = Ground(parts[0].phrase, TOO_MANY)
    whole = Proposal("ongoing", None, None, None, "planned", bullet.text, "", LOW, (ground,))
    return (whole,)


def _see(repeats: Repeats) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for pair in repeats.alike:
        found.setdefault(pair.first, []).append(pair.second)
        found.setdefault(pair.second, []).append(pair.first)
    return {bullet: tuple(others) for bullet, others in found.items()}


def _distinct(drafted: list[Drafted]) -> tuple[Drafted, ...]:
    """Titles that come twice get a number."""
    seen: Counter[str] = Counter()
    found: list[Drafted] = []
    for one in drafted:
        if one.title:
            seen[one.title] += 1
            if seen[one.title] > 1:
                one = replace(one, title=f"{one.title} ({seen[one.title]})")
        found.append(one)
    return tuple(found)


def _time(text: str) -> Time | None:
    try:
        return read_time(text) if text else None
    except Wrong:
        return None
