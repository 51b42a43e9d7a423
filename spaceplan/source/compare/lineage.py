"""What continues under other words: by names, numbers, place and kind, with the reasons.

Only what no likeness of wording has matched comes here. A link is proposed where much speaks for
it; where less does it is a candidate, the best three of each.
"""

from __future__ import annotations

from collections.abc import Sequence

from spaceplan.errors import Phrase, phrase
from spaceplan.frozen import dataclass
from spaceplan.source.compare.item import Item, Part, same_topic
from spaceplan.source.compare.names import Features, Weights, differ, features
from spaceplan.source.read.parts import Bullet
from spaceplan.source.read.tense import DONE, tense

# What speaks for a link, beside the share of names and words.
_TOPIC, _CHART, _OWNER, _KIND, _EVENT = 0.12, 0.05, 0.06, 0.04, 0.12
_SURE = 0.5
_PERHAPS = 0.28
# Without a name in common nearly all words have to be.
_SURE_NAMELESS = 0.75
_TAKEN = 0.2
_CANDIDATES = 3
_SPLIT = 0.9
_TOLD = 0.4


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


@dataclass(frozen=True, slots=True)
class Claim:
    """A result that names a part of an old item. ``met`` says that it tells of its end, which is
    for a person to confirm."""

    old: Item
    part: Part
    result: Bullet
    met: bool
    reasons: tuple[Phrase, ...]


def links_of(old: Sequence[Item], new: Sequence[Item], taken: frozenset[str]) -> tuple[Link, ...]:
    """The links of the ``old`` items' parts; ``taken`` are the ids of ``new`` ones that a likeness
    of wording has matched already, which need more to be linked."""
    befores = [(item, part, features(part.context)) for item in old for part in item.parts]
    afters = [(item, part, features(part.context)) for item in new for part in item.parts]
    weights = Weights([one for _, _, one in (*befores, *afters)])
    by_feature: dict[str, list[int]] = {}
    for place, (_, _, told) in enumerate(afters):
        for name in told.all:
            by_feature.setdefault(name, []).append(place)
    found: list[Link] = []
    for item, part, mine in befores:
        near = {place for name in mine.all for place in by_feature.get(name, ())[:200]}
        links = [
            link
            for place in sorted(near)
            if (link := _link(item, part, mine, *afters[place], weights, taken)) is not None
        ]
        links.sort(key=lambda link: (-link.share, link.new.id, link.to.letter))
        best = [link for link in links if link.sure][:1]
        if best:
            # Split commitments go on in several.
            best += [
                link
                for link in links
                if link.sure
                and link.new.id != best[0].new.id
                and link.share >= _SPLIT * best[0].share
                and link.new.id not in taken
            ][:2]
            found += best
        else:
            found += links[:_CANDIDATES]
    return tuple(found)


def _link(
    item: Item,
    part: Part,
    mine: Features,
    other: Item,
    to: Part,
    theirs: Features,
    weights: Weights,
    taken: frozenset[str],
) -> Link | None:
    if differ(mine, theirs):
        return None
    share = weights.alike(mine, theirs)
    names = sorted((mine.names | mine.laws) & (theirs.names | theirs.laws))
    words = mine.words & theirs.words
    stretches = _joined(part.context, words) if words else []
    reasons: list[Phrase] = []
    if names:
        reasons.append(phrase("source.link-names", names=names[:4]))
    if words:
        reasons.append(phrase("source.link-words", words=stretches[:3]))
    if same_topic(item, other):
        share += _TOPIC
        reasons.append(phrase("source.link-topic"))
    if set(item.charts) & set(other.charts):
        share += _CHART
        reasons.append(phrase("source.link-chart"))
    if item.owner and set(item.owner) & set(other.owner):
        share += _OWNER
        reasons.append(phrase("source.link-owner"))
    if part.reading[0] == to.reading[0] != "ongoing":
        share += _KIND
        reasons.append(phrase("source.link-kind"))
    if part.event and part.event in to.text:
        share += _EVENT
        reasons.append(phrase("source.link-event", event=part.event))
    share += 0.1 * weights.alike(features(part.text), features(to.text))
    if other.id in taken:
        share -= _TAKEN
    if share < _PERHAPS:
        return None
    dated = bool(part.reading[1]) <= bool(to.reading[1]) or bool(names)
    # One long word in common, as the name of a whole programme, says which field it is.
    telling = share >= _SURE if names else share >= _SURE_NAMELESS and len(stretches) > 1
    sure = telling and dated
    return Link(item, part, other, to, round(min(share, 1.0), 2), sure, tuple(reasons))


def _joined(text: str, grams: frozenset[str]) -> list[str]:
    """The longest stretches of a text that the pieces of words make up."""
    found: list[str] = []
    current = ""
    squeezed = "".join(text.split())
    for index in range(len(squeezed)):
        gram = squeezed[index : index + 4]
        if gram in grams:
            current = current + gram[-1] if current else gram
        elif current:
            found.append(current)
            current = ""
    if current:
        found.append(current)
    return sorted(dict.fromkeys(found), key=len, reverse=True) or sorted(grams)


def claims_of(old: Sequence[Item], results: Sequence[Bullet]) -> tuple[Claim, ...]:
    """The results that name a part of the ``old`` items: the best part of each result."""
    befores = [(item, part, features(part.context)) for item in old for part in item.parts]
    afters = [(result, features(result.text)) for result in results]
    weights = Weights([*(one for _, _, one in befores), *(one for _, one in afters)])
    found: list[Claim] = []
    for result, told in afters:
        best: tuple[float, Item, Part, list[str]] | None = None
        for item, part, mine in befores:
            shared = (mine.names | mine.laws) & (told.names | told.laws)
            names = weights.rare(sorted(shared))
            if not names or differ(mine, told):
                continue
            share = weights.of(names, mine) / max(weights.of(mine.names | mine.laws, mine), 1e-9)
            share += weights.alike(features(part.text), told)
            if best is None or share > best[0]:
                best = (share, item, part, names)
        if best is None or best[0] < _TOLD:
            continue
        _, item, part, names = best
        met = tense(result.text) == DONE and bool(part.reading[1])
        reasons = (phrase("source.link-names", names=names[:4]),)
        found.append(Claim(item, part, result, met, reasons))
    return tuple(found)
