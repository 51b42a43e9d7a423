"""How near each part of an old revision is to each of a new one, and how much speaks for a link.

What two parts have in common is weighed by how rare it is. That says which are the nearest, and not
yet that they belong together: for that one must be nearer than what else each of the two is near
to, and the more so the less they have in common.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import log

from spaceplan.frozen import dataclass
from spaceplan.source.compare.item import Item, Part, same_topic
from spaceplan.source.compare.names import Features, Weights, differ, elsewhere, features
from spaceplan.source.compare.shared import Common, Shared
from spaceplan.source.compare.told import Told, named_in
from spaceplan.source.read.text import is_latin, normalise

# What speaks for a link, beside the share of names and words.
_TOPIC, _OWNER, _EVENT, _TEXT = 0.05, 0.03, 0.04, 0.1
# Less than this is a verb or so in common.
_PERHAPS = 0.12
# So much alike, it may be one phrase of two things of a kind.
_PHRASE = 0.75
# A word of more wordings than this leads to no pair.
_COMMON = 24
# How much counts what two share, how much nearer they are than the next of the old one and of the
# new one, and what they have in common that those have not. One that is split has several that are
# near, few are merged. Two of a kind have so much in common by chance: no rival is less.
_SHARE, _NEXT_OLD, _NEXT_NEW, _OWN_OLD, _OWN_NEW = 0.7, 0.3, 0.55, 1.0, 2.0
_CHANCE = 0.15
# Two old ones so much alike are no rivals for a new one: they may be merged in it. Where so much
# of it is one's own, it is that one's.
_SIBLING, _WHOLE = 0.4, 0.9
# What goes on under the name that a result gave it.
_CALLED = 0.3
# So much of both is the other's alone where one verb is done to two things of a kind; where the
# first was met, less is enough: what follows on what was done does something more to it.
_OTHER, _OTHER_MET, _OTHER_LATIN, _OTHER_THING = 0.5, 0.45, 0.3, 0.42
# What a thing is, in a title: what stands behind the verb, or before it, without what is done with
# it and how many there are.
_BEHIND = re.compile(
    r"[,;:.()]|\b(?:with|in|to|near|together|by|now|ahead|from|at|through|under|that|which|who|"
    r"on|into|across|between|after|before|until|using|used|as|so|[a-z]{4,}ing)\b",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|fourth|further|more|"
    r"additional|new|other|remaining)\b|\b[0-9][0-9,.]*\b",
    re.IGNORECASE,
)
# What a wording is about, where it says so at once: 「航路標識について、」.
_THEME = re.compile("([^、。]{2,40})(?:について|に関し)")
_THEME_HELD = 0.5
_ENDS = re.compile("(?:[一-龯]{2}|[一-龯]{1,2}[ぁ-ん])$")
_ASIDE = re.compile(r"[(（].*", re.DOTALL)
_DONE = re.compile("[のをにへ](?:[一-龯]{2,4}|開始|着手)(?:する|こと)?$")


@dataclass(frozen=True, slots=True)
class Side:
    """A part as it is compared, by its ``words``; ``met`` says that a result tells of its end,
    ``called`` are names that only a result gives it."""

    item: Item
    part: Part
    words: str
    told: Features
    met: bool = False
    called: frozenset[str] = frozenset()


Pair = tuple[int, int]
_Best = dict[str, dict[str, Pair]]


class Near:
    """All parts of both revisions, by their places in ``olds`` and ``news``; ``share`` says how
    near those are that have a telling word in common, from 0 to 1."""

    def __init__(self, old: Sequence[Item], new: Sequence[Item], told: Sequence[Told]) -> None:
        named, met = _told_of(told)
        # What another is called a result only mentions.
        known = frozenset(
            name for item in old for part in item.parts for name in features(part.context).names
        )

        def called(item: Item, part: Part) -> Features:
            return _without(named[item.id, part.letter] | named[item.id, ""], known)

        # Who acts is no name of what is done.
        bodies = frozenset(code.upper() for item in (*old, *new) for code in item.owner)
        self.olds = [
            Side(
                item,
                part,
                words,
                _without(features(words) | called(item, part), bodies),
                bool({(item.id, part.letter), (item.id, "")} & met),
                called(item, part).names - features(part.context).names,
            )
            for item, part, words in _worded(old)
        ]
        self.news = [
            Side(item, part, words, _without(features(words), bodies))
            for item, part, words in _worded(new)
        ]
        sides = (*self.olds, *self.news)
        self.weights = Weights([side.told for side in sides], [side.words for side in sides])
        self.shared = Shared([side.words for side in self.olds], [side.words for side in self.news])
        self.share = self._shares()
        self._of_old, self._of_new = self._rivals()
        self._found: dict[Pair, float] = {}

    def _shares(self) -> dict[Pair, float]:
        places: dict[str, list[int]] = defaultdict(list)
        for place, side in enumerate(self.news):
            for name in side.told.all:
                places[name].append(place)
        texts = {normalise(side.part.text) for side in self.news}
        found: dict[Pair, float] = {}
        for mine, side in enumerate(self.olds):
            tell = (places.get(name, ()) for name in side.told.all)
            for theirs in {place for some in tell if len(some) <= _COMMON for place in some}:
                other = self.news[theirs]
                if differ(features(side.part.context), other.told):
                    continue
                share = self._share(side, other)
                if share >= _PERHAPS and not (
                    share >= _PHRASE
                    and elsewhere(
                        side.part.text, other.part.text, texts - {normalise(other.part.text)}
                    )
                ):
                    found[mine, theirs] = round(min(share, 1.0), 3)
        return found

    def _share(self, mine: Side, other: Side) -> float:
        share = self.weights.alike(mine.told, other.told)
        share += _TEXT * self.weights.alike(features(mine.part.text), features(other.part.text))
        share += _TOPIC * same_topic(mine.item, other.item)
        share += _OWNER * bool(set(mine.item.owner) & set(other.item.owner))
        event = mine.part.event
        return share + _EVENT * bool(event and event in other.part.text)

    def _rivals(self) -> tuple[_Best, _Best]:
        """The nearest pair of each old wording with each new one, and the other way about."""
        of_old: _Best = defaultdict(dict)
        of_new: _Best = defaultdict(dict)
        for pair in sorted(self.share, key=lambda pair: (self.share[pair], pair)):
            # A repeat is no rival of what it repeats.
            old, new = (side.item.fingerprint for side in self._sides(*pair))
            of_old[old][new] = of_new[new][old] = pair
        return of_old, of_new

    def evidence(self, mine: int, theirs: int) -> float:
        """How much speaks for it that a new part goes on from an old one; 1 is enough."""
        if (mine, theirs) not in self._found:
            self._found[mine, theirs] = self._evidence(mine, theirs)
        return self._found[mine, theirs]

    def _evidence(self, mine: int, theirs: int) -> float:
        one, other = self._sides(mine, theirs)
        old, new = one.item.fingerprint, other.item.fingerprint
        share, shared = self.share[mine, theirs], one.told.all & other.told.all
        found = _SHARE * share + _CALLED * bool(one.called.intersection(self.names(mine, theirs)))
        for rivals, but, whose, margin, own in (
            (self._of_old[old], new, 1, _NEXT_OLD, _OWN_OLD),
            (self._of_new[new], old, 0, _NEXT_NEW, _OWN_NEW),
        ):
            pairs = (
                pair for at, pair in rivals.items() if at != but and not self._merged(mine, pair)
            )
            rival = max(pairs, key=lambda pair: self.share[pair], default=None)
            next_best = max(self.share[rival], _CHANCE) if rival else _CHANCE
            has = self._sides(*rival)[whose].told.all if rival else frozenset[str]()
            this = other if whose else one
            found += margin * log(share / next_best)
            found += own * self._part(shared - has, this.told)
        return found

    def _merged(self, mine: int, pair: Pair) -> bool:
        """Whether another old one may have gone into a new one with this: the two are much alike,
        and the new one is not all the other's."""
        one, other = self.olds[mine], self.olds[pair[0]]
        if one.item.fingerprint == other.item.fingerprint or self.share[pair] >= _WHOLE:
            return False
        return self.weights.alike(one.told, other.told) >= _SIBLING

    def names(self, mine: int, theirs: int) -> list[str]:
        """The telling names that both have; a number alone is none: many things have a third."""
        one, other = self.olds[mine].told, self.news[theirs].told
        return [name for name in self.weights.rare(one, other) if name not in one.numbered]

    def things(self, mine: int, theirs: int) -> list[str]:
        """The compounds that both are about."""
        return self.weights.things(*(side.words for side in self._sides(mine, theirs)))

    def common(self, mine: int, theirs: int) -> list[Common]:
        """The words that both have, the most telling first."""
        return self.shared.common(*(side.words for side in self._sides(mine, theirs)))

    def tells(self, mine: int, theirs: int) -> bool:
        """Whether they have a name in common, or words with one that few others have; one long word
        alone, the name of a whole programme, says which field both are of."""
        common = self.common(mine, theirs)
        several = sum(one.size for one in common) > 1
        return self.named(mine, theirs) or (several and any(one.few for one in common))

    def alludes(self, mine: int, theirs: int) -> bool:
        """Whether they have a name in common, or a word for a thing that few others have; shorter
        ones (場面, 念頭) may be rare and name nothing."""
        common = self.common(mine, theirs)
        return self.named(mine, theirs) or any(one.few and len(one.text) > 2 for one in common)

    def named(self, mine: int, theirs: int) -> bool:
        """Whether they have a telling name, or a compound that both are about, in common."""
        return bool(self.names(mine, theirs) or self.things(mine, theirs))

    def _sides(self, mine: int, theirs: int) -> tuple[Side, Side]:
        return self.olds[mine], self.news[theirs]

    def aside(self, mine: int, theirs: int) -> bool:
        """Whether what they have in common is beside what the old one says that it is about, under
        another heading."""
        one, other = self._sides(mine, theirs)
        theme = _THEME.match(normalise(one.part.text))
        if theme is None or same_topic(one.item, other.item) or self.names(mine, theirs):
            return False
        about = features(theme.group(1))
        few = (word.text for word in self.common(mine, theirs) if word.few)
        held = self._part(about.all & other.told.all, about) >= _THEME_HELD
        return not held and not any(word in theme.group(1) for word in few)

    def another(self, mine: int, theirs: int) -> bool:
        """Whether one verb is done to two things of a kind: to set up this register, and that."""
        one, other = self._sides(mine, theirs)
        verb = _verb(one.part)
        if not verb or verb != _verb(other.part):
            return False
        if self.named(mine, theirs):
            return False
        ended = one.met and one.part.reading[1]
        limit = _OTHER_LATIN if is_latin(one.part.text) else _OTHER_MET if ended else _OTHER
        sides = ((one, other), (other, one))
        return all(
            self._part(one.all - that.told.all, one) > least
            for this, that in sides
            for one, least in (
                (this.told, limit),
                (features(_thing(this.part.title)), _OTHER_THING),
            )
        )

    def _part(self, some: frozenset[str], one: Features) -> float:
        """The share of what stands in ``one`` that some of it makes up."""
        whole = self.weights.whole(one)
        return self.weights.of(some, one) / whole if whole else 0.0


_NOTHING = features("")


def _worded(items: Sequence[Item]) -> Iterator[tuple[Item, Part, str]]:
    """Each part with its words; what stands alone under a heading is about what that names."""
    under = Counter(item.topic_title for item in items)
    for item in items:
        head = ""
        if under[item.topic_title] == 1 and item.text:
            head = _ASIDE.sub("", item.topic_title) + (". " if is_latin(item.text) else "。")
        for part in item.parts:
            yield item, part, head + part.context


def _without(one: Features, bodies: frozenset[str]) -> Features:
    words = frozenset(word for word in one.words if word.upper() not in bodies)
    return replace(one, names=one.names - bodies, words=words)


def _told_of(
    told: Sequence[Told],
) -> tuple[dict[tuple[str, str], Features], set[tuple[str, str]]]:
    """The names that results give to parts, and the parts that they tell the end of."""
    named: dict[tuple[str, str], Features] = defaultdict(lambda: _NOTHING)
    for one in told:
        named[one.item, one.part] |= named_in(one.result)
    return named, {(one.item, one.part) for one in told if one.met}


def _verb(part: Part) -> str:
    """What is done, or ""; an English title begins with it, a Japanese one ends in it."""
    if is_latin(part.text):
        return part.title.partition(" ")[0].lower()
    found = _ENDS.search(part.title)
    return found.group() if found else ""


def _thing(title: str) -> str:
    """What a title is about, without its verb."""
    if not is_latin(title):
        return _DONE.sub("", title)
    behind = _BEHIND.split(title, maxsplit=1)[0].partition(" ")[2]
    return _HOW_MANY.sub("", behind)
