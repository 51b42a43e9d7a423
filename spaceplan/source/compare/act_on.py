"""What an analyst acts on after a revision: what slipped, lost its date or its owner, has another
owner, is new with a date, or is gone and no result tells of it."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from spaceplan.errors import Phrase
from spaceplan.frozen import dataclass
from spaceplan.source.compare.item import Item, Part, Reading
from spaceplan.source.compare.match import CONTINUES, REWORDED, Match
from spaceplan.source.compare.told import Told

SLIPPED, LOST_DATE = "slipped", "lost-date"
LOST_OWNER, OTHER_OWNER = "lost-owner", "other-owner"
NEW_DATED, GONE_UNREPORTED = "new-dated", "gone-unreported"
WEAKER, MET_GOES_ON = "weaker", "met-goes-on"
KINDS = (
    SLIPPED,
    LOST_DATE,
    WEAKER,
    LOST_OWNER,
    OTHER_OWNER,
    NEW_DATED,
    GONE_UNREPORTED,
    MET_GOES_ON,
)


@dataclass(frozen=True, slots=True)
class ActOn:
    """One line. ``ids`` are those of the old and the new item, "" where there is none; ``was`` and
    ``now`` (kind, target) before and after, () where there is none; ``owner`` who
    acted and does not any more, ``new_owner`` who does now; ``pages`` where the two stand, 0 where
    none is known; ``why`` says how it is weaker."""

    kind: str
    ids: tuple[str, str]
    was: tuple[Reading, ...]
    now: tuple[Reading, ...]
    title: str
    pages: tuple[int, int]
    owner: tuple[str, ...] = ()
    why: tuple[Phrase, ...] = ()
    new_owner: tuple[str, ...] = ()


def act_on(matches: Sequence[Match], told: Sequence[Told] = ()) -> tuple[ActOn, ...]:
    """The lines by kind, in the order of ``KINDS``; of each kind what had a date first."""
    reported = {name for one in told for name in (one.item, one.item + one.part)}
    found = [one for match in sorted(matches, key=undated) for one in _lines(match, reported)]
    # What was met and has a further aim did not slip.
    met = {one.item for one in told if one.met and not one.part}
    found = [
        replace(one, kind=MET_GOES_ON) if one.kind == SLIPPED and one.ids[0] in met else one
        for one in found
    ]
    found += _parts_gone(matches, {one.item + one.part for one in told})
    return tuple(sorted(found, key=lambda one: KINDS.index(one.kind)))


def _parts_gone(matches: Sequence[Match], reported: Container[str]) -> Iterator[ActOn]:
    """The dated parts of what goes on under other words that go on in nothing."""
    linked: dict[Item, set[Part]] = {}
    for match in matches:
        if match.state == CONTINUES and match.old:
            linked.setdefault(match.old, set()).update(link.part for link in match.links)
    for match in matches:
        # What is nearly in the same words goes on whole.
        if match.state == REWORDED and match.old:
            linked.pop(match.old, None)
    for old, parts in linked.items():
        for part in old.parts:
            name = old.id + part.letter
            if part.reading[1] and part not in parts and name not in reported:
                pages = (old.page, 0)
                yield ActOn(GONE_UNREPORTED, (name, ""), (part.reading,), (), part.title, pages)


def undated(match: Match) -> bool:
    """What had a date mattered most."""
    return not any(reading[1] for reading in (match.old.readings if match.old else ()))


def _lines(match: Match, reported: Container[str]) -> Iterator[ActOn]:
    old, new = match.old, match.new
    if old is None or new is None:
        if new is not None and not match.same_words and (dated := _dated(new)):
            yield ActOn(NEW_DATED, ("", new.id), (), dated, _title(new), (0, new.page))
        if old is not None and not match.same_words and old.id not in reported:
            words = old.text or old.title
            yield ActOn(GONE_UNREPORTED, (old.id, ""), _dated(old), (), words, (old.page, 0))
        return
    ids, pages = (old.id, new.id), (old.page, new.page)
    title = " / ".join(link.part.title for link in match.links) or _title(new)
    for was, to in match.targets:
        # That a time is only about so is told as weaker.
        if was[1] and not (match.weaker and to[1] == f"about {was[1]}"):
            kind = SLIPPED if to[1] else LOST_DATE
            yield ActOn(kind, ids, (was,), (to,), title, pages)
    if match.weaker:
        words = f"{old.text or old.title} → {new.text or new.title}"
        yield ActOn(WEAKER, ids, (), (), words, pages, why=match.weaker)
    if match.lost_owner:
        yield ActOn(LOST_OWNER, ids, (), (), _title(new), pages, match.lost_owner)
    if match.other_owner:
        was_by, now_by = match.other_owner
        yield ActOn(OTHER_OWNER, ids, (), (), _title(new), pages, was_by, new_owner=now_by)
    if match.state == CONTINUES:
        linked = {link.to for link in match.links}
        for part in new.parts:
            if part.reading[1] and part not in linked:
                name = new.id + part.letter
                yield ActOn(NEW_DATED, ("", name), (), (part.reading,), part.title, (0, new.page))


def _dated(item: Item) -> tuple[Reading, ...]:
    return tuple(reading for reading in item.readings if reading[1])


def _title(item: Item) -> str:
    dated = [part for part in item.parts if part.reading[1]] or list(item.parts)
    title = " / ".join(part.title for part in dated) if item.text else item.title
    return title or item.text
