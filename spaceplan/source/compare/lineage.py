"""What continues under other words: by names, words, numbers and place, with the reasons.

What no likeness of wording has matched is held against everything: each old part and each new one
that are the best for each other go on in each other where enough speaks for it; what then is left
was merged into another's successor, or split off from another's, or is gone, with the nearest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from spaceplan.errors import Phrase, phrase
from spaceplan.frozen import dataclass
from spaceplan.source.compare.item import Item, Part, same_topic
from spaceplan.source.compare.names import (
    Features,
    Weights,
    differ,
    elsewhere,
    features,
    shared_words,
)
from spaceplan.source.compare.told import Told, named_in
from spaceplan.source.compare.weaker import grows, verb_of
from spaceplan.source.read.text import is_latin, normalise

# What speaks for a link, beside the share of names and words.
_TOPIC, _OWNER, _EVENT, _TEXT = 0.05, 0.03, 0.04, 0.1
# So much makes a link; with a telling name in common less does, of what is told as met more.
_SURE, _SURE_NAMED, _SURE_MET = 0.3, 0.2, 0.37
_PERHAPS = 0.12
# Less than this is a verb or so in common: no candidate beside the nearest.
_NEAREST = 0.2
# So much alike, it may be one phrase of two things of a kind.
_PHRASE = 0.75
# What stands in another's successor has so much in common with it that the other has not; where
# it has more, most of its words in there are enough.
_OWN, _OWN_HELD, _HELD = 0.15, 0.3, 0.6
# So much more than the next best: two that are equally near are for a person.
_MARGIN = 1.1
# What fits another nearly as well is no rival either.
_ALSO = 0.85
# So much of both is the other's alone where one verb is done to two things of a kind; where the
# first was met, less is enough: what follows on what was done does something more to it.
_OTHER, _OTHER_MET, _OTHER_LATIN = 0.5, 0.45, 0.3
_CANDIDATES = 3
# A word of more wordings than this leads to no pair.
_COMMON = 24


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


@dataclass(frozen=True, slots=True)
class _Side:
    """A part as it is compared; ``met`` says that a result tells of its end."""

    item: Item
    part: Part
    told: Features
    met: bool = False


def links_of(
    old: Sequence[Item],
    new: Sequence[Item],
    partner: Mapping[str, str],
    told: Sequence[Told] = (),
) -> tuple[Link, ...]:
    """The links of the parts of ``old`` items that are not in ``partner`` (new id → old id, as the
    wording matched them), and of ``new`` ones. ``told`` are results that tell of old ones: the
    names in them are names of what they tell of."""
    return _Field(old, new, partner, told).links()


class _Field:
    """All parts of both revisions, and how near each is to each."""

    def __init__(
        self,
        old: Sequence[Item],
        new: Sequence[Item],
        partner: Mapping[str, str],
        told: Sequence[Told],
    ) -> None:
        self.partner = dict(partner)
        named: dict[str, Features] = {}
        met = set()
        for one in told:
            known = named.get(one.item)
            named[one.item] = known | named_in(one.result) if known else named_in(one.result)
            met |= {(one.item, one.part)} if one.met else set()
        self.olds = [
            _Side(
                item,
                part,
                features(part.context) | named[item.id]
                if item.id in named
                else features(part.context),
                bool({(item.id, part.letter), (item.id, "")} & met),
            )
            for item in old
            for part in item.parts
        ]
        self.news = [
            _Side(item, part, features(part.context)) for item in new for part in item.parts
        ]
        sides = (*self.olds, *self.news)
        self.weights = Weights([side.told for side in sides], [side.part.context for side in sides])
        self.near = self._near()

    def _near(self) -> dict[tuple[int, int], float]:
        """How near the parts are that have a telling word in common, by their places."""
        places: dict[str, list[int]] = defaultdict(list)
        for place, side in enumerate(self.news):
            for name in side.told.all:
                places[name].append(place)
        texts = {normalise(side.part.text) for side in self.news}
        found: dict[tuple[int, int], float] = {}
        for mine, side in enumerate(self.olds):
            tell = (places.get(name, ()) for name in side.told.all)
            for theirs in {place for some in tell if len(some) <= _COMMON for place in some}:
                other = self.news[theirs]
                if differ(side.told, other.told):
                    continue
                share = self._share(side, other)
                others = texts - {normalise(other.part.text)}
                if share >= _PERHAPS and not (
                    share >= _PHRASE and elsewhere(side.part.text, other.part.text, others)
                ):
                    found[mine, theirs] = round(min(share, 1.0), 3)
        return found

    def _share(self, mine: _Side, other: _Side) -> float:
        share = self.weights.alike(mine.told, other.told)
        share += _TEXT * self.weights.alike(features(mine.part.text), features(other.part.text))
        share += _TOPIC * same_topic(mine.item, other.item)
        share += _OWNER * bool(set(mine.item.owner) & set(other.item.owner))
        event = mine.part.event
        return share + _EVENT * bool(event and event in other.part.text)

    def links(self) -> tuple[Link, ...]:
        """Every link and candidate."""
        ranked = sorted(self.near, key=lambda pair: (-self.near[pair], pair))
        of_old: dict[int, list[int]] = defaultdict(list)
        of_new: dict[int, list[int]] = defaultdict(list)
        for mine, theirs in ranked:
            of_old[mine].append(theirs)
            of_new[theirs].append(mine)
        kept = {*self.partner.values()}
        gone = [place for place, side in enumerate(self.olds) if side.item.id not in kept]
        sure: dict[tuple[int, int], float] = {}
        for mine, theirs in ranked:
            if mine in gone and self._first(mine, theirs, sure, of_old, of_new):
                sure[mine, theirs] = self.near[mine, theirs]
        merged = [
            (mine, theirs)
            for mine in gone
            for theirs in of_old[mine][:1]
            if not any(mine == one for one, _ in sure) and self._merged(mine, theirs, sure)
        ]
        linked = {theirs for _, theirs in (*sure, *merged)}
        split = [
            (mine, theirs)
            for theirs, side in enumerate(self.news)
            for mine in of_new[theirs][:1]
            if side.item.id not in self.partner and theirs not in linked
            if self._split(mine, theirs, sure)
        ]
        every = self._one_each([*sure, *merged, *split])
        found = [self._link(mine, theirs, sure=True) for mine, theirs in every]
        reached = {mine for mine, _ in every}
        for mine in gone:
            if mine not in reached:
                found += [
                    self._link(mine, at, sure=False)
                    for place, at in enumerate(of_old[mine][:_CANDIDATES])
                    if not place or self.near[mine, at] >= _NEAREST
                ]
        return tuple(found)

    def _free(self, theirs: int) -> bool:
        return self.news[theirs].item.id not in self.partner

    def _first(
        self,
        mine: int,
        theirs: int,
        sure: Mapping[tuple[int, int], float],
        of_old: Mapping[int, Sequence[int]],
        of_new: Mapping[int, Sequence[int]],
    ) -> bool:
        """Whether two are the best for each other, and clearly, of those that are left."""
        item, to = self.olds[mine].item, self.news[theirs].item
        taken = any(mine == at for at, _ in sure) or not self._free(theirs)
        if taken or not self._enough(mine, theirs):
            return False
        linked = {self.olds[at].item: self.news[other].item for at, other in sure}
        better = (at for at in of_new[theirs] if self.near[at, theirs] > self.near[mine, theirs])
        if any(self.olds[at].item not in (item, *linked) for at in better):
            return False
        if any(to == other and one != item for one, other in linked.items()):
            return False
        rest = (
            self.near[mine, other]
            for other in of_old[mine]
            # What fits another better is no rival.
            if self.news[other].item != to and of_new[other][0] == mine
            if not any(
                self.near[at, other] >= _ALSO * self.near[mine, other] for at in of_new[other][1:2]
            )
        )
        return self.near[mine, theirs] >= _MARGIN * max(rest, default=0.0) or bool(
            self._names(mine, theirs)
        )

    def _enough(self, mine: int, theirs: int) -> bool:
        one, other = self.olds[mine], self.news[theirs]
        share = self.near[mine, theirs]
        if self._names(mine, theirs):
            return share >= _SURE_NAMED
        if self.weights.things(one.part.context, other.part.context):
            return share >= (_SURE if one.met else _SURE_NAMED)
        if share < (_SURE_MET if one.met else _SURE) or self._another(one, other):
            return False
        # One long word in common, as the name of a whole programme, says which field it is.
        shared = one.told.words & other.told.words
        return self.weights.telling(shared) and len(shared_words(one.part.context, shared)) > 1

    def _names(self, mine: int, theirs: int) -> list[str]:
        """The telling names that both have; a number alone is none: many things have a third."""
        one, other = self.olds[mine].told, self.news[theirs].told
        return [name for name in self.weights.rare(one, other) if name not in one.numbered]

    def _another(self, one: _Side, other: _Side) -> bool:
        """Whether one verb is done to two things of a kind: to set up this register, and that."""
        ended = one.met and one.part.reading[1]
        limit = _OTHER_LATIN if is_latin(one.part.text) else _OTHER_MET if ended else _OTHER
        verbs = verb_of(one.part.text), verb_of(other.part.text)
        shared = one.told.all & other.told.all
        return verbs[0] == verbs[1] and all(
            self.weights.of(side.told.all - shared, side.told)
            > limit * self.weights.whole(side.told)
            for side in (one, other)
        )

    def _merged(self, mine: int, theirs: int, sure: Mapping[tuple[int, int], float]) -> bool:
        """Whether an old part stands in what goes on from another: what it has in common with it
        the other has not."""
        holder = self._holder(theirs, sure)
        one, other = self.olds[mine], self.news[theirs]
        if holder is None or self.olds[holder].item.fingerprint == other.item.fingerprint:
            return False
        shared = one.told.all & other.told.all
        own = self.weights.of(shared - self.olds[holder].told.all, one.told)
        whole = self.weights.whole(one.told)
        held = own >= _OWN_HELD * whole and self.weights.of(shared, one.told) >= _HELD * whole
        return held or (own >= _OWN * whole and self._enough(mine, theirs))

    def _holder(self, theirs: int, sure: Iterable[tuple[int, int]]) -> int | None:
        """The old part that goes on in a new one already."""
        item = self.news[theirs].item
        partner = self.partner.get(item.id)
        if partner is not None:
            places = [at for at, side in enumerate(self.olds) if side.item.id == partner]
            return max(places, key=lambda at: self.near.get((at, theirs), 0.0))
        return next((mine for mine, to in sure if self.news[to].item == item), None)

    def _split(self, mine: int, theirs: int, sure: Iterable[tuple[int, int]]) -> bool:
        """Whether a new part was split off from an old one that goes on elsewhere."""
        one, other = self.olds[mine], self.news[theirs]
        goes_on = one.item.id in self.partner.values() or any(mine == at for at, _ in sure)
        return goes_on and self._enough(mine, theirs) and not grows(one.part.text, other.part.text)

    def _one_each(self, pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Of the parts of two items that go on in each other, those whose own words are nearest."""
        taken: set[tuple[object, object]] = set()
        kept: list[tuple[int, int]] = []
        for mine, theirs in sorted(pairs, key=lambda pair: (-self._worded(*pair), pair)):
            keys = {(self.olds[mine].item.id, theirs), (mine, self.news[theirs].item.id)}
            if not keys & taken:
                kept.append((mine, theirs))
                taken |= keys
        return sorted(kept)

    def _worded(self, mine: int, theirs: int) -> float:
        one, other = features(self.olds[mine].part.text), features(self.news[theirs].part.text)
        return 0.0 if differ(one, other) else self.weights.alike(one, other)

    def _link(self, mine: int, theirs: int, sure: bool) -> Link:
        one, other = self.olds[mine], self.news[theirs]
        item, part, to = one.item, one.part, other.part
        names = self.weights.rare(one.told, other.told)
        words = shared_words(part.context, one.told.words & other.told.words)
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
        share = round(self.near[mine, theirs], 2)
        return Link(item, part, other.item, to, share, sure, tuple(reasons))
