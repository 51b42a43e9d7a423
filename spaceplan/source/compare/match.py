"""Two revisions side by side: what stayed, was reworded, moved, was retimed, came or went.

Items are matched one to one: first by the same wording, then by the most alike. Gone never means
done: an item without a counterpart is only reported as gone.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import replace

from spaceplan.errors import Phrase
from spaceplan.frozen import dataclass
from spaceplan.source.compare.item import Item, Part, other_bodies, same_title, same_topic
from spaceplan.source.compare.lineage import Link, links_of
from spaceplan.source.compare.names import differ, elsewhere, features
from spaceplan.source.compare.told import Told
from spaceplan.source.compare.weaker import weakened
from spaceplan.source.read.similar import Index, alike, covered, shingles
from spaceplan.source.read.text import ADDED, REMOVED, Run, difference, is_latin, normalise

UNCHANGED = "unchanged"
REWORDED = "reworded"
NEW = "new"
GONE = "gone"
CONTINUES = "continues"

# Below this share of rare shingles it is not the same wording; what is about the same thing is told
# by names and words. Letters are alike in any two English sentences.
_ALIKE, _ALIKE_LATIN = 0.5, 0.75
# Below this it may be the wording of another thing of its kind.
_SURELY = 0.8
# The share of a plan's own title that a wording must hold to be a likely match.
_TITLE_HELD = 0.4


Owners = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """One item through two revisions. ``old`` is None for ``new``, ``new`` for ``gone``.

    ``share`` says how alike the wordings are, from 0 to 1. ``difference`` is empty where the
    old words are not known. ``moved`` says that topic or charts differ. ``targets`` are
    (from, to) pairs of (kind, target) that moved. ``same_words`` names the item of its revision
    that a new one, or one that is gone, repeats. ``weaker`` says how the new wording commits to
    less, ``lost_owner`` who is no longer named, ``other_owner`` who acted and who acts now where
    it is another. ``links`` of ``continues`` say what goes on in what and why; of ``gone``, the
    nearest candidates.
    """

    state: str
    old: Item | None
    new: Item | None
    share: float = 1.0
    difference: tuple[Run, ...] = ()
    moved: bool = False
    targets: tuple[tuple[tuple[str, str], tuple[str, str]], ...] = ()
    same_words: str = ""
    weaker: tuple[Phrase, ...] = ()
    links: tuple[Link, ...] = ()
    lost_owner: tuple[str, ...] = ()
    other_owner: tuple[()] | tuple[Owners, Owners] = ()


def _other(name: str, own: str) -> str:
    return name if name != own else ""


def match_items(
    old: Sequence[Item], new: Sequence[Item], told: Sequence[Told] = ()
) -> tuple[Match, ...]:
    """Every old and every new item once: in the order of the new, then what is gone. ``told`` are
    results that tell of old ones: they name what goes on."""
    partner = _same_wording(old, new)
    shares = dict.fromkeys(partner, 1.0)
    taken = set(partner.values())
    left_old = [i for i in range(len(old)) if i not in taken]
    left_new = [i for i in range(len(new)) if i not in partner]
    for share, new_place, old_place in _alike_pairs(old, new, left_old, left_new):
        if new_place not in partner and old_place not in taken:
            partner[new_place] = old_place
            shares[new_place] = share
            taken.add(old_place)
    first: dict[str, str] = {}
    for item in (*(new[i] for i in sorted(partner)), *new):
        first.setdefault(item.fingerprint, item.id)
    results = _by_item(told)
    matches = [
        _match(old[partner[i]], item, shares[i], results[old[partner[i]].id])
        if i in partner
        else Match(NEW, None, item, 0.0, same_words=_other(first[item.fingerprint], item.id))
        for i, item in enumerate(new)
    ]
    matches.extend(Match(GONE, item, None, 0.0) for i, item in enumerate(old) if i not in taken)
    return _continued(matches, old, new, told)


def _continued(
    matches: Sequence[Match], old: Sequence[Item], new: Sequence[Item], told: Sequence[Told]
) -> tuple[Match, ...]:
    """The same matches, with what goes on under other words as such, split and merged too."""
    partner = {m.new.id: m.old.id for m in matches if m.old and m.new}
    first: dict[str, str] = {}
    for item in (*(m.old for m in matches if m.old and m.new), *old):
        first.setdefault(item.fingerprint, item.id)
    repeated = {m.new.id for m in matches if m.new and m.same_words}
    links = links_of(
        # A repeat goes where its original goes.
        [item for item in old if item.id in {first[item.fingerprint], *partner.values()}],
        [item for item in new if item.id not in repeated],
        partner,
        told,
    )
    by_old: dict[str, dict[str, list[Link]]] = defaultdict(lambda: defaultdict(list))
    perhaps: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        (by_old[link.old.id][link.new.id] if link.sure else perhaps[link.old.id]).append(link)
    reached = {link.new.id for link in links if link.sure}
    results = _by_item(told)
    found: list[Match] = []
    for match in matches:
        went = by_old.pop(match.old.id, {}) if match.old else {}
        if match.new is not None and (match.state != NEW or match.new.id not in reached):
            found.append(match)
        elif match.old is not None and not went:
            original = _other(first[match.old.fingerprint], match.old.id)
            links = tuple(perhaps[match.old.id])
            found.append(replace(match, links=links, same_words=original))
        found += [
            _linked(ls[0].old, ls[0].new, tuple(ls), results[ls[0].old.id]) for ls in went.values()
        ]
    return tuple(found)


def _by_item(told: Sequence[Told]) -> dict[str, list[Told]]:
    found: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        found[one.item].append(one)
    return found


def _less(part: Part, to: Part, told: Sequence[Told]) -> tuple[Phrase, ...]:
    """How a part promises less than the older one; what follows on one that was met does not."""
    mine = [one for one in told if one.part in ("", part.letter)]
    if part.reading[0] != "recurring" and any(one.met for one in mine):
        return ()
    was, now = part.reading[1], to.reading[1]
    softer = now if was and now.startswith("about") and not was.startswith("about") else ""
    return weakened(_said(part), _said(to), softer, [one.result.text for one in mine])


def _said(part: Part) -> str:
    """The words of a part; of the only one with the sentences that it stands in."""
    return part.text if part.letter else part.context


def _linked(old: Item, new: Item, links: tuple[Link, ...], told: Sequence[Told] = ()) -> Match:
    pairs = tuple(
        (link.part.reading, link.to.reading)
        for link in links
        if other_time(link.part.reading, link.to.reading)
    )
    return replace(
        _match(old, new, links[0].share),
        state=CONTINUES,
        targets=pairs,
        weaker=next(filter(None, (_less(link.part, link.to, told) for link in links)), ()),
        links=links,
    )


def match_plans(old: Sequence[Item], new: Sequence[Item]) -> tuple[Match, ...]:
    """Two states of a plan, where an id is given once; or two plans, told by their titles."""
    by_id = {item.id: item for item in old}
    known = {item.id for item in new if item.id in by_id and _same_milestone(by_id[item.id], item)}
    same = {item.id: _match(by_id[item.id], item, 1.0) for item in new if item.id in known}
    rest = match_items(
        [item for item in old if item.id not in known],
        [item for item in new if item.id not in known],
    )
    others = {match.new.id: match for match in rest if match.new}
    matches = [same.get(item.id) or others[item.id] for item in new]
    return (*matches, *(match for match in rest if match.new is None))


def _same_milestone(old: Item, new: Item) -> bool:
    return old.fingerprint == new.fingerprint or same_title(old.title, new.title)


def flipped(matches: Sequence[Match]) -> tuple[Match, ...]:
    """The same matches seen from the other side: what was new is gone."""
    kinds = {REMOVED: ADDED, ADDED: REMOVED}
    turned = [
        replace(
            match,
            state={NEW: GONE, GONE: NEW}.get(match.state, match.state),
            old=match.new,
            new=match.old,
            difference=tuple(Run(kinds.get(r.kind, r.kind), r.text) for r in match.difference),
            targets=tuple((to, was) for was, to in match.targets),
            other_owner=match.other_owner[::-1],
            links=tuple(
                replace(link, old=link.new, part=link.to, new=link.old, to=link.part)
                for link in match.links
                if match.state == CONTINUES
            ),
            weaker=(),
        )
        for match in matches
    ]
    return (*(m for m in turned if m.new), *(m for m in turned if m.new is None))


def _same_wording(old: Sequence[Item], new: Sequence[Item]) -> dict[int, int]:
    """New place → old place of the same fingerprint; in the same place first, then in order."""
    partner: dict[int, int] = {}
    for by_place in (True, False):
        waiting: dict[tuple[str, object], deque[int]] = defaultdict(deque)
        taken = set(partner.values())
        for i, item in enumerate(old):
            if i not in taken:
                waiting[item.fingerprint, item.place if by_place else None].append(i)
        for i, item in enumerate(new):
            queue = waiting.get((item.fingerprint, item.place if by_place else None))
            if i not in partner and queue:
                partner[i] = queue.popleft()
    return partner


def _alike_pairs(
    old: Sequence[Item], new: Sequence[Item], left_old: Sequence[int], left_new: Sequence[int]
) -> list[tuple[float, int, int]]:
    """(share, new place, old place) of those not matched yet, the most alike first."""
    words = [normalise(new[i].text or new[i].title) for i in left_new]
    index = Index(words)
    found: list[tuple[float, int, int]] = []
    for old_place in left_old:
        item = old[old_place]
        titled = not item.text
        looked_for = shingles(normalise(item.text or item.title))
        for candidate in index.candidates(looked_for):
            theirs = index.sets[candidate]
            new_place = left_new[candidate]
            wording = item.text or item.title
            if differ(features(wording), features(new[new_place].text)):
                continue
            if titled:
                share = covered(looked_for, theirs)
                enough = _TITLE_HELD
            else:
                share = (index.alike(looked_for, theirs) + alike(looked_for, theirs)) / 2
                enough = _ALIKE_LATIN if is_latin(item.text) else _ALIKE
            other = (text for at, text in enumerate(words) if at != candidate)
            if share >= enough and not (
                share < _SURELY and elsewhere(wording, new[new_place].text, list(other))
            ):
                found.append((round(share, 3), new_place, old_place))
    return sorted(found, key=lambda pair: (-pair[0], pair[1], pair[2]))


def _match(old: Item, new: Item, share: float, told: Sequence[Told] = ()) -> Match:
    same = old.fingerprint == new.fingerprint
    differing = () if same or not old.text else difference(old.text, new.text)
    return Match(
        UNCHANGED if same else REWORDED,
        old,
        new,
        share,
        differing,
        not same_topic(old, new) or charts_moved(old, new),
        _targets(old, new),
        weaker=() if same else _reworded(old, new, told),
        lost_owner=_lost(old, new),
        other_owner=_other_owner(old, new),
    )


def _reworded(old: Item, new: Item, told: Sequence[Told]) -> tuple[Phrase, ...]:
    if not old.text:
        return ()
    if len(old.parts) == len(new.parts):
        pairs = zip(old.parts, new.parts, strict=True)
        return next(filter(None, (_less(part, to, told) for part, to in pairs)), ())
    return weakened(old.text, new.text)


def _lost(old: Item, new: Item) -> tuple[str, ...]:
    """Who was named as acting, where the new wording names nobody any more."""
    return old.owner if old.owner and not new.owner and new.text and old.text else ()


def _other_owner(old: Item, new: Item) -> tuple[()] | tuple[Owners, Owners]:
    """Who is named as acting by the older wording and by the newer, where it is not the same."""
    if old.fingerprint == new.fingerprint and old.planned != new.planned:
        return ()  # A plan may say better than its document who acts.
    both = bool(old.owner and new.owner)
    return (old.owner, new.owner) if both and other_bodies(old.owner, new.owner) else ()


def charts_moved(old: Item, new: Item) -> bool:
    """Whether an item stands on other charts. A plan names the charts of a milestone, a document
    all those of a heading: one within the other is no move."""
    if old.planned == new.planned:
        return old.charts != new.charts
    first, second = set(old.charts), set(new.charts)
    return not (first <= second or second <= first)


def _targets(old: Item, new: Item) -> tuple[tuple[tuple[str, str], tuple[str, str]], ...]:
    """What moved in time. The same words move only where they count from the document (来年度)."""
    if old.fingerprint == new.fingerprint and old.planned != new.planned:
        return ()
    return _retimed(old.readings, new.readings)


def _retimed(
    old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]
) -> tuple[tuple[tuple[str, str], tuple[str, str]], ...]:
    """The parts whose kind or target moved; parts are paired in order, those that stay first."""
    if not old or not new:
        return ()
    gone = [reading for reading in old if reading not in new]
    come = [reading for reading in new if reading not in old]
    return tuple(pair for pair in zip(gone, come, strict=False) if other_time(*pair))


def other_time(was: tuple[str, str], to: tuple[str, str]) -> bool:
    """Whether a reading is another; what comes every year goes on coming every year, and merely
    begins with the document's own first year."""
    return was != to and not was[0] == to[0] == "recurring"
