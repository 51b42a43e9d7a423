"""What continues under other words: by names, words, numbers and place, with the reasons.

What no likeness of wording has matched is held against everything: a part goes on in the one that
it is nearest to where enough speaks for that, in several where it was split, with others where they
were merged. What then is left is gone, with the nearest that have something telling in common.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from spaceplan.errors import Phrase, phrase
from spaceplan.frozen import dataclass
from spaceplan.source.compare.amounts import grows
from spaceplan.source.compare.item import Item, Part, same_topic
from spaceplan.source.compare.names import differ, features
from spaceplan.source.compare.near import Near, Pair
from spaceplan.source.compare.told import Told

# So much must speak for a link; chosen by the pairs of docs/accuracy.md, each by the others.
_ENOUGH = 1.0
# With nothing else near, what has no more in common than this is about another thing; with a name
# in common less will do.
_LEAST, _LEAST_NAMED = 0.3, 0.2
# So much makes a candidate; what less speaks for is about another thing of the field.
_PERHAPS = 0.4
_CANDIDATES = 3


@dataclass(frozen=True, slots=True)
class Link:
    """One part of an old item, and the part of a new one that it seems to continue as.

    ``sure`` says that it is proposed; otherwise it is one of the candidates. ``reasons`` are
    sentences; ``share`` from 0 to 1.
    """

    old: Item
    part: Part
    new: Item
    to: Part
    share: float
    sure: bool
    reasons: tuple[Phrase, ...]


SPLIT, MERGED = "split", "merged"


@dataclass(frozen=True, slots=True)
class Lineage:
    """``old`` items (ids) that go on in ``new`` ones: one in several, or several in one."""

    kind: str
    old: tuple[str, ...]
    new: tuple[str, ...]


def lineage_of(pairs: Sequence[tuple[str, str]]) -> tuple[Lineage, ...]:
    """What was split and what was merged, of the (old, new) ids that belong together."""
    onward: dict[str, list[str]] = defaultdict(list)
    back: dict[str, list[str]] = defaultdict(list)
    for old, new in dict.fromkeys(pairs):
        onward[old].append(new)
        back[new].append(old)
    split = [Lineage(SPLIT, (old,), tuple(to)) for old, to in onward.items() if len(to) > 1]
    merged = [Lineage(MERGED, tuple(old), (to,)) for to, old in back.items() if len(old) > 1]
    return (*split, *merged)


def links_of(
    old: Sequence[Item],
    new: Sequence[Item],
    partner: Mapping[str, str],
    told: Sequence[Told] = (),
) -> tuple[Link, ...]:
    """The links of the parts of ``old`` items that are not in ``partner`` (new id → old id, as the
    wording matched them), and of ``new`` ones. ``told`` are results that tell of old ones: the
    names in them are names of what they tell of."""
    return _Links(Near(old, new, told), partner).all()


class _Links:
    """What of two revisions belongs together, where ``partner`` says what does already."""

    def __init__(self, near: Near, partner: Mapping[str, str]) -> None:
        self.near = near
        self.partner = dict(partner)
        self.kept = {*self.partner.values()}
        old = {side.item.id: side.item.fingerprint for side in near.olds}
        self.unchanged = {
            side.item.fingerprint
            for side in near.news
            if old.get(self.partner.get(side.item.id, "")) == side.item.fingerprint
        }

    def all(self) -> tuple[Link, ...]:
        """Every link and candidate."""
        every = self.pairs()
        found = [self._link(mine, theirs, sure=True) for mine, theirs in every]
        reached = {mine for mine, _ in every}
        ranked: dict[int, list[int]] = defaultdict(list)
        for mine, theirs in sorted(self.near.share, key=self._rank):
            ranked[mine].append(theirs)
        for mine, side in enumerate(self.near.olds):
            if mine not in reached and side.item.id not in self.kept:
                likely = (at for at in ranked[mine] if self._perhaps(mine, at))
                found += [self._link(mine, at, sure=False) for at in islice(likely, _CANDIDATES)]
        return tuple(found)

    def pairs(self) -> list[Pair]:
        """The parts that belong together, by their places: those for which most speaks first, then
        what was merged into another's successor or split off from another."""
        news = self.near.news
        likely = [pair for pair in self.near.share if self._likely(*pair)]
        goes_on, comes = set(self.kept), set(self.partner)
        onward: dict[str, set[str]] = defaultdict(set)
        found: list[Pair] = []
        for mine, theirs in sorted(likely, key=self._rank):
            old, new = self.near.olds[mine].item, news[theirs].item
            more = new.id not in onward[old.id]
            if more and old.id in goes_on and (new.id in comes or self._no_part(mine, theirs)):
                continue
            found.append((mine, theirs))
            onward[old.id].add(new.id)
            goes_on.add(old.id)
            comes.add(new.id)
        return self._one_each(found)

    def _rank(self, pair: Pair) -> tuple[float, Pair]:
        return -self.near.evidence(*pair), pair

    def _perhaps(self, mine: int, theirs: int) -> bool:
        """Whether a new part may be what an old one that is gone became."""
        found = self.near.evidence(mine, theirs)
        near = self.near
        return found >= _PERHAPS and (near.alludes(mine, theirs) or near.tells(mine, theirs))

    def _likely(self, mine: int, theirs: int) -> bool:
        """Whether enough speaks for it that an old part goes on in a new one."""
        near = self.near
        least = _LEAST_NAMED if near.names(mine, theirs) else _LEAST
        if near.share[mine, theirs] < least or near.evidence(mine, theirs) < _ENOUGH:
            return False
        if not near.tells(mine, theirs) or near.another(mine, theirs) or near.aside(mine, theirs):
            return False
        # What goes on word for word was neither split nor merged.
        sides = near.olds[mine], near.news[theirs]
        return not any(side.item.fingerprint in self.unchanged for side in sides)

    def _no_part(self, mine: int, theirs: int) -> bool:
        """More of something is no part of it that was split off."""
        return grows(self.near.olds[mine].part.text, self.near.news[theirs].part.text)

    def _one_each(self, pairs: Iterable[Pair]) -> list[Pair]:
        """Of the parts of two items that go on in each other, those whose own words are nearest."""
        olds, news = self.near.olds, self.near.news
        taken: set[tuple[object, object]] = set()
        kept: list[Pair] = []
        for mine, theirs in sorted(pairs, key=lambda pair: (-self._worded(*pair), pair)):
            keys = {(olds[mine].item.id, theirs), (mine, news[theirs].item.id)}
            if not keys & taken:
                kept.append((mine, theirs))
                taken |= keys
        return sorted(kept)

    def _worded(self, mine: int, theirs: int) -> float:
        near = self.near
        one, other = (features(s.part.text) for s in (near.olds[mine], near.news[theirs]))
        return 0.0 if differ(one, other) else near.weights.alike(one, other)

    def _link(self, mine: int, theirs: int, sure: bool) -> Link:
        one, other = self.near.olds[mine], self.near.news[theirs]
        item, part, to = one.item, one.part, other.part
        names = self.near.weights.rare(one.told, other.told)
        common = sorted(self.near.common(mine, theirs), key=lambda one: not one.few)
        words = [one.text for one in common]
        told = [word for word in words if word.upper() not in names]
        reasons = [phrase("source.link-names", names=names[:4])] if names else []
        reasons += [phrase("source.link-words", words=told[:3])] if told else []
        reasons += [phrase("source.link-topic")] if same_topic(item, other.item) else []
        if set(item.charts) & set(other.item.charts):
            reasons.append(phrase("source.link-chart"))
        if item.owner and set(item.owner) & set(other.item.owner):
            reasons.append(phrase("source.link-owner"))
        if part.reading[0] == to.reading[0] != "ongoing":
            reasons.append(phrase("source.link-kind"))
        if part.event and part.event in to.text:
            reasons.append(phrase("source.link-event", event=part.event))
        share = round(self.near.share[mine, theirs], 2)
        return Link(item, part, other.item, to, share, sure, tuple(reasons))
