"""What an analyst acts on after a revision: what slipped, lost its date or its owner, has another
owner, is new with a date, or is gone with its date and no result tells it as met."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spaceplan.errors import Phrase
from spaceplan.frozen import dataclass
from spaceplan.source.compare.item import Item, Part, Reading
from spaceplan.source.compare.match import CONTINUES, REWORDED, Match
from spaceplan.source.compare.told import Told
from spaceplan.source.read.parts import Bullet

SLIPPED, LOST_DATE = "slipped", "lost-date"
LOST_OWNER, OTHER_OWNER = "lost-owner", "other-owner"
NEW_DATED, WEAKER, MET_GOES_ON = "new-dated", "weaker", "met-goes-on"
GONE_UNREPORTED, GONE_PARTLY, GONE_MET = "gone-unreported", "gone-partly", "gone-met"
KINDS = (
    *(SLIPPED, LOST_DATE, WEAKER, LOST_OWNER, OTHER_OWNER, NEW_DATED),
    *(GONE_UNREPORTED, GONE_PARTLY, MET_GOES_ON, GONE_MET),
)


@dataclass(frozen=True, slots=True)
class ActOn:
    """One line. ``ids`` are those of the old and the new item, "" where there is none; ``was`` and
    ``now`` (kind, target) before and after, () where there is none; ``owner`` who
    acted and does not any more, ``new_owner`` who does now; ``pages`` where the two stand, 0 where
    none is known; ``why`` says how it is weaker; ``results`` are what was told of what is gone."""

    kind: str
    ids: tuple[str, str]
    was: tuple[Reading, ...]
    now: tuple[Reading, ...]
    title: str
    pages: tuple[int, int]
    owner: tuple[str, ...] = ()
    why: tuple[Phrase, ...] = ()
    new_owner: tuple[str, ...] = ()
    results: tuple[Bullet, ...] = ()


Reported = Mapping[str, Sequence[Told]]


def act_on(matches: Sequence[Match], told: Sequence[Told] = ()) -> tuple[ActOn, ...]:
    """The lines by kind, in the order of ``KINDS``; of each kind what had a date first."""
    reported: dict[str, list[Told]] = defaultdict(list)
    for result in told:
        reported[result.item].append(result)
    found = [one for match in sorted(matches, key=undated) for one in _lines(match, reported)]
    # What was met and has a further aim did not slip.
    met = {one.item for one in told if one.met and not one.part}
    found = [
        replace(one, kind=MET_GOES_ON) if one.kind == SLIPPED and one.ids[0] in met else one
        for one in found
    ]
    found += _parts_gone(matches, reported)
    return tuple(sorted(found, key=lambda one: KINDS.index(one.kind)))


def _parts_gone(matches: Sequence[Match], reported: Reported) -> Iterator[ActOn]:
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
            if part.reading[1] and part not in parts:
                name, pages = old.id + part.letter, (old.page, 0)
                # What is told of the whole tells of what goes on.
                letter = part.letter if len(old.parts) > 1 else ""
                told = [one for one in reported.get(old.id, ()) if one.part == letter]
                line = ActOn(GONE_UNREPORTED, (name, ""), (part.reading,), (), part.title, pages)
                yield _settled(line, told, any(one.met for one in told))


def _settled(gone: ActOn, told: Sequence[Told], met: bool) -> ActOn:
    """What is gone, as far as its results tell of it."""
    if not told:
        return gone
    results = tuple(one.result for one in told)
    pages = (gone.pages[0], results[0].page)
    return replace(gone, kind=GONE_MET if met else GONE_PARTLY, pages=pages, results=results)


def _met(item: Item, told: Sequence[Told]) -> bool:
    """Whether results tell a whole item as met, or every part of it that has a date."""
    met = {one.part for one in told if one.met}
    dated = [part for part in item.parts if part.reading[1]] or item.parts
    return "" in met or all(part.letter in met for part in dated)


def undated(match: Match) -> bool:
    """What had a date mattered most."""
    return not any(reading[1] for reading in (match.old.readings if match.old else ()))


def _alone(old: Item | None, new: Item | None, match: Match, reported: Reported) -> Iterator[ActOn]:
    """The line of what is only new or only gone."""
    if new is not None and not match.same_words and (dated := _dated(new)):
        yield ActOn(NEW_DATED, ("", new.id), (), dated, _title(new), (0, new.page))
    if old is not None and not match.same_words:
        told, words = reported.get(old.id, ()), old.text or old.title
        line = ActOn(GONE_UNREPORTED, (old.id, ""), _dated(old), (), words, (old.page, 0))
        line = _settled(line, told, _met(old, told))
        # Of what never had a date any news is enough.
        if line.was or line.kind != GONE_PARTLY:
            yield line


def _lines(match: Match, reported: Reported) -> Iterator[ActOn]:
    old, new = match.old, match.new
    if old is None or new is None:
        yield from _alone(old, new, match, reported)
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
