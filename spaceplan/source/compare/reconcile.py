"""A plan against a new revision: what a person may want to change in it. Nothing is done here.

Ids stay: where a milestone stands in the revision goes into its ``places``. What is gone from the
revision is reported and never proposed as done or dropped.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date

from spaceplan.frozen import dataclass
from spaceplan.roadmap.model import OTHERS, Milestone, Plan, bullet_of
from spaceplan.roadmap.registry import Topic, TopicName
from spaceplan.source.compare.item import same_title
from spaceplan.source.compare.match import CONTINUES, GONE, NEW, Match, charts_moved
from spaceplan.source.compare.prove import places_of
from spaceplan.source.compare.restated import Restated, Wordings, estranged, is_known
from spaceplan.source.compare.takeover import Takeover, all_ended, is_settled, takeovers
from spaceplan.source.compare.told import Told
from spaceplan.source.draft.draft import Draft
from spaceplan.source.draft.drafted import Drafted
from spaceplan.source.draft.write_draft import plan_milestone, plan_topic
from spaceplan.source.read.parts import Document
from spaceplan.source.read.similar import alike, shingles
from spaceplan.source.read.text import normalise, shortened

Reading = tuple[str, str]
# A note tells so much of a result.
_LONGEST_RESULT = 120


@dataclass(slots=True)
class Proposed:
    """What is proposed for one milestone or repeat.

    ``target`` and ``kind`` are "" where they stay; ``moves`` are the readings (from, to) behind
    them, ``lost`` those of which the revision names no time any more, ``unclear`` those of a split
    bullet that fit no part. ``results`` tell of it. ``was`` is the matched pair, ``restated`` what
    else its new wording states.
    """

    entry: Milestone
    was: Match
    places: str = ""
    text: str = ""
    charts: tuple[str, ...] = ()
    topic: TopicName | None = None
    kind: str = ""
    target: str = ""
    moves: list[tuple[Reading, Reading]] = field(default_factory=list)
    lost: list[Reading] = field(default_factory=list)
    unclear: list[tuple[Reading, Reading]] = field(default_factory=list)
    results: list[Told] = field(default_factory=list)
    restated: Restated = Restated()

    @property
    def changes(self) -> bool:
        """Whether there is anything to apply."""
        return bool(
            self.places
            or self.text
            or self.charts
            or self.topic
            or self.kind
            or self.target
            or self.results
            or self.restated != Restated()
        )

    @property
    def told(self) -> bool:
        """Whether there is anything to say of it."""
        return self.changes or bool(self.lost or self.unclear) or self.was.state == CONTINUES


@dataclass(frozen=True, slots=True)
class Addition:
    """A milestone that the revision brings, and how it was read."""

    milestone: Milestone
    drafted: Drafted


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Everything that is proposed, and what is gone (for a person to decide).

    ``strangers`` are organisations that the plan's registry lacks: name by name or code;
    ``takeovers`` what may take the place of what is gone or was merged.
    """

    label: str
    document: str
    title: str
    day: date
    gone: tuple[Match, ...]
    changes: tuple[Proposed, ...]
    topics: tuple[Topic, ...]
    additions: tuple[Addition, ...]
    strangers: Mapping[str, str] = field(default_factory=dict)
    takeovers: tuple[Takeover, ...] = ()


def reconcile(
    plan: Plan,
    document: Document,
    draft: Draft,
    matches: Sequence[Match],
    told: Sequence[Told],
    label: str,
    title: str,
    day: date,
    before: Draft | None = None,
) -> Reconciliation:
    """What the revision ``document`` would change in ``plan``.

    ``draft`` is drafted from it, ``matches`` pair the plan's items (``plan_items``) with its
    items, ``told`` are results that tell of them; ``day`` is when the revision was decided;
    ``before`` is drafted from the document whose wording the plan encodes.
    """
    topics = _topic_numbers(plan, document, matches)
    chosen = _chosen(plan, matches)
    settled = _settled(plan, document, label)
    places, new = _places(draft, matches, {id(match) for match in chosen.values()})
    restated = Wordings(draft, before).restated
    changes: dict[str, Proposed] = {}
    worded: dict[str, str] = {}
    merged: list[tuple[Milestone, Match, str]] = []
    for match in matches:
        if match.old is None or match.new is None:
            continue
        entries = [
            e
            for e in _entries(plan, match)
            if chosen[e.id] is match and e.id not in settled and not is_settled(plan, e)
        ]
        stands = " ".join((match.new.id, *places.get(match.new.id, ())))
        for entry in entries:
            proposed = changes[entry.id] = Proposed(entry, match)
            # What was merged into another's wording has none of its own; its time may move.
            holder = worded.setdefault(match.new.fingerprint, entry.id)
            if plan.bullet_of(holder) != plan.bullet_of(entry.id) and not entry.same_as:
                merged.append((entry, match, holder))
                continue
            if places_of(entry.places.get(label, "")) != places_of(stands):
                proposed.places = stands
            if entry.text != match.new.fingerprint:
                proposed.text = match.new.fingerprint
            if charts_moved(match.old, match.new) and match.new.charts:
                proposed.charts = match.new.charts
            if topics[match.new.topic] != entry.topic:
                proposed.topic = topics[match.new.topic]
            proposed.restated = restated(plan, entry, match)
        _retime([changes[entry.id] for entry in entries if not entry.same_as], match)
    _report(plan, changes, matches, told, label)
    added = [
        Addition(_added(plan, one, label, places, topics, matches), estranged(plan, one))
        for one in draft.milestones
        if bullet_of(one.id) in new and bullet_of(one.id) not in settled.values()
    ]
    gone = tuple(m for m in matches if m.state == GONE and not all_ended(plan, m))
    brought = {one.milestone.text: one.milestone.id for one in reversed(added)}
    wanted = {addition.milestone.topic for addition in added}
    _keep_topics(changes.values(), plan.topic_by_number.keys() | wanted)
    return Reconciliation(
        label,
        document.name,
        title,
        day,
        gone,
        tuple(one for one in changes.values() if one.told),
        tuple(
            replace(plan_topic(topic), number=topics[topic.number])
            for topic in document.topics
            if topics[topic.number] in wanted - plan.topic_by_number.keys()
        ),
        tuple(added),
        _strangers(draft, added, changes.values()),
        takeovers(plan, gone, told, brought, merged),
    )


def _keep_topics(changes: Iterable[Proposed], topics: Container[TopicName]) -> None:
    """A topic that only what moves there would stand in is not made."""
    for proposed in changes:
        if proposed.topic not in topics:
            proposed.topic = None


def _settled(plan: Plan, document: Document, label: str) -> dict[str, str]:
    """Entry → its place in the revision, of those that stand there word for word already: parts of
    what was split, each with words of its own."""
    words = {bullet.id: bullet.fingerprint for bullet in document.bullets}
    return {
        entry.id: place
        for entry in plan.entries
        for place in places_of(entry.places.get(label, ""))[:1]
        if entry.text and words.get(place) == entry.text
        if len({plan.by_id[part].text for part in plan.parts[plan.bullet_of(entry.id)]}) > 1
    }


def _strangers(
    draft: Draft, added: Sequence[Addition], changes: Iterable[Proposed]
) -> dict[str, str]:
    """Code → name of the organisations that what is proposed names and the plan lacks; of those
    without a code of their own, the name stands for it."""
    found: dict[str, str] = {}
    acting = [one.restated.strangers for one in changes if one.restated.strangers]
    for one in (*(addition.drafted for addition in added), *acting):
        for name in one.strangers:
            code = next((c for c, said in draft.coined.items() if name in (c, said)), name)
            found[code] = draft.coined.get(code, name)
    return found


def _entries(plan: Plan, match: Match) -> list[Milestone]:
    """The entries that a match is about: all parts, or those that continue under other words."""
    assert match.old is not None
    entries = [plan.by_id[name] for name in plan.parts[match.old.id]]
    if match.state == CONTINUES and len(entries) == len(match.old.parts):
        linked = {link.part for link in match.links}
        return [e for e, part in zip(entries, match.old.parts, strict=True) if part in linked]
    # Parts of what was split each have words of their own.
    return [entry for entry in entries if entry.text == match.old.fingerprint]


def _chosen(plan: Plan, matches: Sequence[Match]) -> dict[str, Match]:
    """Entry → the match that says where it goes on: of a commitment that was split, the one that
    is about its own part, else the first. What is left over is a milestone of its own."""
    options: dict[str, list[Match]] = defaultdict(list)
    for match in matches:
        if match.old is not None and match.new is not None:
            for entry in _entries(plan, match):
                options[entry.id].append(match)
    found: dict[str, Match] = {}
    for name, several in options.items():
        parts = len(plan.parts[plan.bullet_of(name)])
        own = [m for m in several if m.state == CONTINUES and len(_entries(plan, m)) < parts]
        found[name] = (own or several)[0]
    return found


def _topic_numbers(
    plan: Plan, document: Document, matches: Sequence[Match]
) -> dict[TopicName, TopicName]:
    """Each topic of the document → its number in the plan: by title, else by where most of its
    items come from, else a free one."""
    numbers: dict[TopicName, TopicName] = {}
    for topic in document.topics:
        same = [one for one in plan.topics if same_title(one.title.say("ja"), topic.title)]
        found = next((one for one in same if one.number == topic.number), None)
        found = found or next((one for one in same if one.number not in numbers.values()), None)
        if found:
            numbers[topic.number] = found.number
    origins: dict[TopicName, Counter[TopicName]] = defaultdict(Counter)
    for match in matches:
        if match.old and match.new:
            origins[match.new.topic][match.old.topic] += 1
    free = _last(plan.topic_by_number)
    for topic in document.topics:
        if topic.number in numbers:
            continue
        number, count = next(iter(origins[topic.number].most_common(1)), (0, 0))
        if number and number not in numbers.values() and 2 * count > len(topic.bullets):
            numbers[topic.number] = number
        elif topic.number not in plan.topic_by_number and topic.number not in numbers.values():
            numbers[topic.number] = topic.number
        else:
            free = max(free, _last(numbers.values())) + 1
            numbers[topic.number] = free
    return numbers


def _last(topics: Iterable[TopicName]) -> int:
    """The highest number among topics; codes have none."""
    return max((number for number in topics if isinstance(number, int)), default=0)


def _places(
    draft: Draft, matches: Sequence[Match], chosen: Container[int]
) -> tuple[dict[str, list[str]], set[str]]:
    """Further places of a bullet that is repeated, and the bullets that are new milestones.

    Of bullets with one wording, those that match nothing of the plan are further places of the
    first that does, else of the first of them.
    """
    original = draft.repeats.originals
    groups: dict[str, list[str]] = defaultdict(list)
    for one in draft.milestones:
        bullet = bullet_of(one.id)
        group = groups[original.get(bullet, bullet)]
        if bullet not in group:
            group.append(bullet)
    brought = {m.new.id for m in matches if m.new and (m.state == NEW or id(m) not in chosen)}
    brought -= {m.new.id for m in matches if m.new and id(m) in chosen}
    places: dict[str, list[str]] = {}
    new: set[str] = set()
    for group in groups.values():
        head = next((bullet for bullet in group if bullet not in brought), group[0])
        if head in brought:
            new.add(head)
        more = [bullet for bullet in group if bullet in brought and bullet != head]
        if more:
            places[head] = more
    return places, new


def _retime(parts: Sequence[Proposed], match: Match) -> None:
    """Give each reading that moved to the part that it is about."""
    for was, to in match.targets:
        about = _part_of(parts, was)
        if about is None:
            for part in parts[:1]:
                part.unclear.append((was, to))
        elif to[0] == "ongoing":
            if about.entry.kind != "ongoing":
                about.lost.append(was)
        else:
            if to[0] != about.entry.kind:
                about.kind = to[0]
            if to[1] != str(about.entry.target or ""):
                about.target = to[1]
            if about.kind or about.target:
                about.moves.append((was, to))


def _part_of(parts: Sequence[Proposed], was: Reading) -> Proposed | None:
    free = [part for part in parts if not part.moves]
    for part in free:
        entry = part.entry
        if was in ((entry.kind, str(entry.target or "")), (entry.kind, str(entry.baseline or ""))):
            return part
    return free[0] if len(parts) == 1 and free else None


def _report(
    plan: Plan,
    changes: dict[str, Proposed],
    matches: Sequence[Match],
    told: Sequence[Told],
    label: str,
) -> None:
    """Give each result to the milestone that it tells of; one that is gone can have some too."""
    pairs = {match.old.id: match for match in matches if match.old}
    noted = "\n".join(
        change.note
        for entry in plan.entries
        for change in entry.history
        if change.source.split(" ")[0] == label
    )
    for one in told:
        entries = [
            original
            for name in plan.parts[one.item]
            for original in plan.originals(plan.by_id[name])
        ]
        words = shingles(normalise(one.result.text))
        best = max(entries, key=lambda entry: _likeness(entry, words))
        if told_text(one) in noted:
            continue
        if best.id not in changes:
            changes[best.id] = Proposed(best, pairs[one.item])
        if told_text(one) not in map(told_text, changes[best.id].results):
            changes[best.id].results.append(one)


def told_text(told: Told) -> str:
    """So much of a result as a note tells."""
    return shortened(told.result.text, _LONGEST_RESULT)


def _likeness(entry: Milestone, words: frozenset[str]) -> float:
    return alike(shingles(normalise(entry.title.say("ja"))), words)


def _added(
    plan: Plan,
    one: Drafted,
    label: str,
    places: Mapping[str, Iterable[str]],
    topics: Mapping[TopicName, TopicName],
    matches: Sequence[Match],
) -> Milestone:
    """A drafted milestone with the id that the plan gives it: ``R6-8-2``."""
    bullet = bullet_of(one.id)
    number = topics[one.topic]
    known = plan.topic_by_number.get(number)
    have = [part.number for part in known.subsections] if known else [one.subsection]
    partners = {match.new.id: match.old.id for match in matches if match.new and match.old}
    owner = tuple(code for code in one.owner if is_known(plan, code))
    return replace(
        plan_milestone(one),
        owner=() if owner == (OTHERS,) else owner,
        partners=tuple(code for code in one.partners if is_known(plan, code)),
        id=f"{label}-{one.id}",
        topic=number,
        subsection=one.subsection if one.subsection in have else None,
        see=tuple(partners[other] for other in one.see if other in partners),
        places={label: " ".join((bullet, *places.get(bullet, ())))},
    )
