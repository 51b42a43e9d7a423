"""From one item of a document to the milestones that it is drafted as."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from string import ascii_lowercase

from spaceplan.frozen import dataclass
from spaceplan.source.draft.chart_owners import ChartOwner, owner_of
from spaceplan.source.draft.drafted import ASSIGNED, STATED, Drafted
from spaceplan.source.draft.english_owners import (
    NOBODY,
    Bodies,
    find_english_owners,
    read_owner_list,
)
from spaceplan.source.draft.owners import Named, find_owners
from spaceplan.source.draft.phrases import HIGH, LOW, MEDIUM
from spaceplan.source.draft.proposals import NO_TIME, Ground, Proposal
from spaceplan.source.draft.read_row import read_item
from spaceplan.source.draft.time_words import Reference
from spaceplan.source.draft.titles import draft_title, tidy
from spaceplan.source.read.fields import is_under_way
from spaceplan.source.read.markdown import without_struck
from spaceplan.source.read.months import MONTH_NAME
from spaceplan.source.read.parts import Bullet, Topic
from spaceplan.source.read.text import is_latin, normalise

# A part's letter is one of these.
_LETTERS = tuple(ascii_lowercase)
TOO_MANY = "too-many"
UNREAD_TIME = "unread-time"
NO_LANGUAGE = "no-language"
# What looks like a time though none was read.
_LIKE_A_TIME = re.compile(
    r"(?<![0-9])(?:19|20|21)[0-9]{2}(?![0-9])|[0-9]年(?:ごと|毎|おき|に[0-9])|年度|令和|(?<![一-龯])年[内末]"
    r"|(?:次期|次の|今)(?:通常|臨時)?国会|計画期間|(?<![A-Za-z])[RH][0-9]{1,2}(?:[./]|末?まで)"
    r"|\bCOP ?[0-9]{1,2}\b|(?i:\b(?:years?|phase) [1-9](?:\s*[-–]\s*[1-9])?\b)"
    rf"|(?i:\b(?:by|in|before)\s+(?:the\s+end\s+of\s+)?(?:[0-9]{{1,2}}\s+)?{MONTH_NAME}\b(?!\s+[a-z]))"
    r"|(?i:\bevery\s*(?:two|three|four|five|ten|[0-9]+)\s*(?:year|month)s|\bdecade\b)"
)
_SENTENCE_END = re.compile(r"(?<=[^0-9\s][.!?。])\s*(?=\S)")
# A title shorter than this says too little by itself.
_VAGUE = 8
_CONTEXT = 24
_NAMES_ITS_THING = 24


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an item is read with: the organisations of the document, what its times count from,
    the labels of its page's chart, whether the language of its times is read."""

    bodies: Bodies
    reference: Reference
    labels: Sequence[ChartOwner] = ()
    read: bool = True


@dataclass(frozen=True, slots=True)
class DraftedItem:
    """The parts of an item; ``unknown`` are names that have no code."""

    parts: tuple[Drafted, ...]
    unknown: tuple[str, ...]


def place_of(topic: Topic, bullet: Bullet) -> Drafted:
    """An item with its place and wording only, as a repeat has it."""
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
        page=bullet.page,
    )


def draft_item(
    topic: Topic, bullet: Bullet, around: Surroundings, see: tuple[str, ...]
) -> DraftedItem:
    """The milestones that an item is drafted as."""
    base = place_of(topic, bullet)
    heading = read_owner_list(bullet.lead, around.bodies)
    acting = _acting(bullet, around.bodies, bool(heading.owner))
    unknown = (*acting.unknown, *heading.unknown)
    charted = owner_of(bullet.statement, around.labels)
    parts = _parts(bullet, around, acting.words or bullet.statement)
    letters = _LETTERS if len(parts) > 1 else ("",)
    found: list[Drafted] = []
    for letter, part in zip(letters, parts, strict=False):
        # A bracket behind the item names those who act in all of its parts.
        whole = not letter or acting.bracketed
        own = acting if whole else _part_owners(part, around.bodies)
        owner = own.owner or (() if own.unknown and own.bracketed else heading.owner)
        found.append(
            replace(
                base,
                id=base.id + letter,
                title=_title(part, topic, bullet, around.reference, found, parts)
                if around.read
                else _SENTENCE_END.split(bullet.statement)[0].rstrip(" .;"),
                kind=part.kind,
                target=part.target,
                times=part.times,
                horizon=part.horizon,
                owner=owner or charted,
                basis=STATED if owner else ASSIGNED,
                partners=tuple(
                    code for code in own.partners or heading.partners if code not in owner
                ),
                status=_status(part, bullet),
                see=see,
                sure=LOW if bullet.doubt else part.sure,
                phrase=part.phrase,
                grounds=part.grounds,
                steps=part.steps,
                doubt=bullet.doubt,
                baseline=part.baseline,
                measure=bullet.measure,
                strangers=unknown,
            )
        )
    return DraftedItem(tuple(found), unknown)


def _status(part: Proposal, bullet: Bullet) -> str:
    """The first status: as a field of the item says, else as its words do."""
    under_way = is_under_way(bullet.fields.get("status", "")) and part.kind != "start"
    return "active" if under_way else part.status


def _acting(bullet: Bullet, bodies: Bodies, led: bool) -> Named:
    """Who acts in an item, by its cell of owners, its own words or those that introduce it;
    ``led`` says that its heading names somebody."""
    cell = without_struck(bullet.cells.get("owner", ""))[0]
    if cell:
        named = read_owner_list(cell, bodies, cell=True)
        # Somebody is named who has no code: then it is not whom the heading names.
        stranger = not named.owner and not NOBODY.fullmatch(cell)
        return Named((), (), True, (cell,)) if stranger and not named.unknown else named
    own, introduced = (
        find_english_owners(words, bodies, led)
        if is_latin(words)
        else find_owners(words, bodies.registry, bodies.said)
        for words in (bullet.statement, bullet.intro)
    )
    # Whom the introducing sentence names acts in all parts, too.
    return own if own.owner else replace(own, owner=introduced.owner, bracketed=introduced.stated)


def _part_owners(part: Proposal, bodies: Bodies) -> Named:
    """Who acts in a part: whom it names, else the subject of the sentence that it was cut from."""
    if is_latin(part.text):
        return find_english_owners(part.text, bodies)
    own = find_owners(part.text, bodies.registry, bodies.said)
    if own.owner:
        return own
    whole = find_owners(part.sentences, bodies.registry, bodies.said)
    return replace(own, owner=whole.owner) if whole.owner else own


def _parts(bullet: Bullet, around: Surroundings, words: str) -> tuple[Proposal, ...]:
    """What an item commits to by its ``words``; one with more parts than letters is left whole, to
    a person."""
    cells = bullet.cells
    timed = not cells and "time" in bullet.fields
    parts = read_item(words, around.reference, "" if timed else bullet.intro, cells)
    if timed and all(part.target is None for part in parts):
        cells = {**bullet.fields, "body": words}
        parts = read_item(words, around.reference, bullet.intro, cells)
    if len(parts) > len(_LETTERS):
        ground = Ground(parts[0].phrase, TOO_MANY)
        return (
            Proposal("ongoing", None, None, None, "planned", bullet.statement, "", LOW, (ground,)),
        )
    return tuple(_doubted(part, bullet, around) for part in parts)


def _like_a_time(text: str) -> re.Match[str] | None:
    return _LIKE_A_TIME.search(text if is_latin(text) else normalise(text))


def _doubted(part: Proposal, bullet: Bullet, around: Surroundings) -> Proposal:
    """A reading that is less sure than the table of phrases says."""
    if not around.read:
        ground = Ground("", NO_LANGUAGE)
        return replace(
            part, kind="ongoing", target=None, horizon=None, times=None, sure=LOW, grounds=(ground,)
        )
    if part.grounds == (Ground("", NO_TIME),):
        unread = _like_a_time(bullet.statement)
        if unread and _like_a_time(part.text):
            return replace(part, sure=LOW, grounds=(Ground(unread.group(), UNREAD_TIME),))
        return part
    if bullet.doubt and part.target and around.reference.is_past(part.target):
        # What may be a result is never drafted as overdue.
        return replace(part, kind="ongoing", target=None, sure=LOW)
    if part.sure == HIGH and part.steps:
        return replace(part, sure=MEDIUM)
    return part


def _title(
    part: Proposal,
    topic: Topic,
    bullet: Bullet,
    reference: Reference,
    found: Sequence[Drafted],
    parts: Sequence[Proposal],
) -> str:
    """A title that stands alone: one that says too little is led by what it belongs to."""
    title = draft_title(part.text, reference, part.phrase if part.target else "", part.sentences)
    latin = is_latin(title)
    if latin and found and part.sentences == parts[0].sentences and len(title) <= _NAMES_ITS_THING:
        title = _of_first(title, found[0].title)
    name = bullet.cells.get("name", "")
    if name and not is_latin(name) and name not in title:
        return f"{tidy(name)}: {title}"
    if len(normalise(title)) >= _VAGUE or "の" in title or not title or is_latin(title):
        return title
    part_of = topic.subsection_of(bullet)
    above = (bullet.subhead, part_of.title if part_of else "", topic.title)
    context = next((c for c in above if c and len(c) <= _CONTEXT and not is_latin(c)), "")
    return f"{context}: {title}" if context else title


def _of_first(title: str, first: str) -> str:
    """A later clause of a sentence is about the thing of the first, where it names none itself."""
    thing = re.search(r"\b(?:to|of|for|on) the .+", first)
    return f"{title} {thing.group()}" if thing and " the " not in title[12:] else title
