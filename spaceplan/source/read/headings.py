"""Which lines of a document head its topics: numbers run through it in one style or another.

Roadmaps number their topics 1., 第1章, 【論点1】, Ⅰ, (1) … A line alone does not say whether
「(1) 題」 is a topic, a part of one, or an item: that follows from what the numbers of each style
do in the whole document. Topics are the headings ``N.`` where those run through it without
beginning anew; else those of the outermost style that does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count

from spaceplan.frozen import dataclass
from spaceplan.source.read import marks
from spaceplan.source.read.entries import goes_on, is_sentence, says
from spaceplan.source.read.fields import field_line
from spaceplan.source.read.furniture import is_page_number
from spaceplan.source.read.heading_styles import (
    LISTS,
    NEVER_TOPICS,
    UNNUMBERED,
    is_dotted,
    is_labelled,
    is_strong,
    is_telling_alone,
    label_of,
    leads_in_bold,
    rank_of,
    read_mark,
)
from spaceplan.source.read.item import promises
from spaceplan.source.read.lines import Line, full_width
from spaceplan.source.read.tables import is_row
from spaceplan.source.read.text import is_latin, squeeze

TOPIC = "topic"
ABOVE = "above"
PART = "part"
ITEM = "item"

_LONGEST = 80
_SHORT = 20
# Items without a full stop are short; beyond so many lines a heading has text of its own.
_ITEM_LINES = 4
_HASH = re.compile(r"(#{1,6})\s+(\S.*)", re.DOTALL)
# What may head topics where nothing is numbered: a line behind one of these.
_SIGNS = "■◆●□◇○▶"
_SAYS = re.compile("[うくすつぬぶむる。]$|[0-9]年")
# A line in bold alone heads what is below it, deeper than any #.
_BOLD = re.compile(r"(\*\*|__)(?=\S)([^*_]{2,80})(?<![\s.。:：;；,、])\1$")
_DEEPEST = 7
_SENTENCE_END = (
    "。", "｡", ".", ")", "]", "】", "〕", "」", "』", ":", "か", "？", "?",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """What a line heads: ``role`` is topic, above (a chapter over topics), part (of a topic), or
    item (an entry of a numbered list). ``mark`` is its number as written, ``style`` of which kind
    that is, ``level`` how many # stand before it."""

    role: str
    number: int
    mark: str
    title: str
    style: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class _Candidate:
    index: int
    style: str
    number: int
    mark: str
    title: str
    # How many # stand before it, and whether it heads a section of plans or results.
    level: int = 0
    section: bool = False

    @property
    def key(self) -> tuple[int, str]:
        # The pages ①②③ of one topic say the same heading, not all of them who is responsible.
        title, _ = marks.lead_behind(marks.titled(self.number, self.title).title)
        return self.number, squeeze(title)[:12]


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of a document by the index of their line. ``plain`` says that topics are
    headed ``N.``: then ``found`` holds none of them, as their numbers may come out split;
    ``sure`` are those that can hardly be the middle of an item."""

    found: dict[int, Found]
    plain: bool
    sure: frozenset[int] = frozenset()

    @property
    def heads(self) -> frozenset[int]:
        """The lines that head topics, or chapters over them: text, wherever they stand."""
        return frozenset(i for i, one in self.found.items() if one.role in (TOPIC, ABOVE))


def find_headings(lines: Sequence[Line]) -> Headings:
    """Every numbered line that heads something, by the style that heads this document's topics."""
    full = full_width(lines)
    candidates, listed, sections = _in_markdown(_old_order(_candidates(lines, full)))
    listed += _labelled_items(lines, candidates, full)
    candidates = [one for one in candidates if one not in listed]
    by_style = _by_style(candidates)
    ranks = _ranks(by_style)
    topics = _topic_style(by_style, ranks, lines)
    if topics is None and (signed := _behind_signs(lines)):
        topics, by_style["■"], ranks["■"] = "■", signed, rank_of("■")
        candidates = sorted([*candidates, *signed], key=lambda one: one.index)
    if topics is None:
        return Headings({}, True)
    plain = topics == "."
    heads = {one.index: TOPIC for one in _heads(topics, by_style[topics])}
    if topics in (*UNNUMBERED, "N.M"):
        # A section that is headed as topics are is none of theirs: "## What we have done".
        heads |= {one.index: TOPIC for one in sections if one.style == topics}
        candidates = _numbered_anew(candidates, sections, topics)
    for style, group in by_style.items():
        if ranks[style] < ranks[topics] and _runs(style, group):
            heads |= {one.index: ABOVE for one in _chain(group)}
    found = {one.index: Found(ITEM, one.number, one.mark, one.title) for one in listed}
    for index, line in enumerate(lines):
        if leads_in_bold(line.text):
            found[index] = Found(ITEM, 0, label_of(line.text).strip(), "")
    for one, role in _roles(lines, candidates, heads, topics, ranks):
        # A number behind # never comes out split; the reader knows plain ones by itself.
        if role != TOPIC or not plain or one.level:
            found[one.index] = Found(role, one.number, one.mark, one.title, one.style, one.level)
    sure = (
        one.index
        for one in by_style[topics]
        # A short line with the very number that follows is hardly the middle of a sentence.
        if heads.get(one.index) == TOPIC
        and (_begins(lines, one.index, full) or 0 < len(one.title) <= _SHORT)
    )
    return Headings(found, plain, frozenset(sure if plain else ()))


def heading_level(text: str) -> int:
    """How many # stand before a heading, a line in bold being deeper than any; else 0."""
    hashes = _HASH.match(text)
    return len(hashes.group(1)) if hashes else _DEEPEST * (_BOLD.match(text) is not None)


def _roles(
    lines: Sequence[Line],
    candidates: Sequence[_Candidate],
    heads: Mapping[int, str],
    topics: str,
    ranks: Mapping[str, int],
) -> Iterator[tuple[_Candidate, str]]:
    """The role of each candidate; a number counts where it begins or goes on with those of its
    style under the same heading."""
    full = full_width(lines)
    level = min((one.level for one in candidates if heads.get(one.index) == TOPIC), default=0)
    expected: dict[str, int] = {}
    open_styles: list[str] = []
    for place, one in enumerate(candidates):
        if one.index in heads:
            expected.clear()
            open_styles.clear()
            yield one, heads[one.index]
        elif one.level and one.style in UNNUMBERED and one.style != topics:
            # Without a number of its own a heading stands where its # say.
            yield one, PART if one.level > level else ABOVE
        if one.style in (topics, *UNNUMBERED) or ranks[one.style] <= ranks[topics]:
            continue
        if not is_labelled(one.style) and one.number not in (1, expected.get(one.style, 1)):
            continue
        if one.style in open_styles:
            del open_styles[open_styles.index(one.style) + 1 :]
        else:
            open_styles.append(one.style)
        for style in [s for s in expected if s not in open_styles]:
            del expected[style]
        expected[one.style] = one.number + 1
        yield one, ITEM if _is_item(lines, candidates, place, full, ranks) else PART


def _ranks(by_style: Mapping[str, Sequence[_Candidate]]) -> dict[str, int]:
    """How far outside each style stands in this document; of words that number (Goal 1, Action 1)
    the first stands over the others."""
    order = sorted(by_style, key=lambda style: (rank_of(style), by_style[style][0].index))
    return {style: place for place, style in enumerate(order)}


def _candidates(lines: Sequence[Line], full: int) -> list[_Candidate]:
    found: list[_Candidate] = []
    unnumbered: dict[str, int] = {}
    for index, line in enumerate(lines):
        text = line.text
        if len(text) > 400 or marks.is_contents(text) or marks.charts(text) is not None:
            continue
        if is_row(text) or leads_in_bold(text):
            continue
        hashes = _HASH.match(text)
        bold = _BOLD.match(text) if line.blank_before and not marks.lead(text) else None
        if bold and marks.section(text) is None:
            unnumbered["**"] = number = unnumbered.get("**", 0) + 1
            found.append(_Candidate(index, "**", number, "", bold.group(2), _DEEPEST))
            continue
        mark = read_mark(hashes.group(2) if hashes else text)
        one = _Candidate(index, mark.style, mark.number, mark.mark, mark.title) if mark else None
        if (
            hashes
            and one is not None
            and is_labelled(one.style)
            and not re.search("[0-9]", one.mark)
        ):
            # A letter behind # is part of the title.
            one = None
        if one is not None and one.style == " " and one.title.isascii():
            # In Latin letters only a line that stands apart.
            one = one if line.blank_before and line.blank_after else None
        if one is not None and not (hashes and is_dotted(one.style)):
            if hashes or _fresh(lines, index, full, found, one.style):
                found.append(replace(one, level=len(hashes.group(1))) if hashes else one)
            continue
        section = marks.section(text) is not None
        if section and not hashes:
            continue
        title = hashes.group(2) if hashes else marks.subhead(text)
        if title:
            style = hashes.group(1)[:4] if hashes else "【】"
            unnumbered[style] = unnumbered.get(style, 0) + (not section)
            level = len(hashes.group(1)) if hashes else 0
            found.append(_Candidate(index, style, unnumbered[style], "", title, level, section))
    return found


def _by_style(candidates: Sequence[_Candidate]) -> dict[str, list[_Candidate]]:
    found: dict[str, list[_Candidate]] = {}
    for one in candidates:
        found.setdefault(one.style, []).append(one)
    return found


def _behind_signs(lines: Sequence[Line]) -> list[_Candidate]:
    """The lines behind the first sign that only names things, each with items of other signs
    below it."""
    signs = [line.text[0] if marks.bullet(line.text) else "" for line in lines]
    for sign in dict.fromkeys(one for one in signs if one and one in _SIGNS):
        places = [index for index, one in enumerate(signs) if one == sign]
        titles = [lines[index].text[1:].strip() for index in places]
        named = all(0 < len(title) <= _LONGEST and not _SAYS.search(title) for title in titles)
        ends = [*places[1:], len(lines)]
        held = all(any(signs[start + 1 : end]) for start, end in zip(places, ends, strict=True))
        if len(places) > 1 and named and held:
            pairs = enumerate(zip(places, titles, strict=True), 1)
            return [_Candidate(place, "■", n, "", title) for n, (place, title) in pairs]
    return []


def _in_markdown(
    candidates: Sequence[_Candidate],
) -> tuple[list[_Candidate], list[_Candidate], list[_Candidate]]:
    """(headings, entries of lists, sections): where headings stand behind #, a number without one
    is that of a list."""
    markdown = sum(one.level > 0 for one in candidates) > 1
    listed = [one for one in candidates if markdown and not one.level and _lists(one)]
    sections = [one for one in candidates if one.section]
    return [one for one in candidates if one not in listed and not one.section], listed, sections


def _labelled_items(
    lines: Sequence[Line], candidates: Sequence[_Candidate], full: int
) -> list[_Candidate]:
    """Those that a word numbers where most of its kind say what is to be done, and head nothing:
    "Action 3: The agency will …"."""
    items: dict[str, list[_Candidate]] = {}
    said: Counter[str] = Counter()
    for place, one in enumerate(candidates):
        if is_labelled(one.style) and not one.level:
            end = candidates[place + 1].index if place + 1 < len(candidates) else len(lines)
            items.setdefault(one.style, []).append(one)
            said[one.style] += says(one.title, lines[one.index : end], full)
    return [one for style, group in items.items() if 2 * said[style] > len(group) for one in group]


def _lists(one: _Candidate) -> bool:
    """Whether a mark without # is that of a list; (a) is in Latin text."""
    return (
        one.style in LISTS
        or is_dotted(one.style)
        or (one.style in ("a", "i", "()") and is_latin(one.title))
    )


def _numbered_anew(
    candidates: Sequence[_Candidate], sections: Sequence[_Candidate], style: str
) -> list[_Candidate]:
    """The headings with those sections that stand as topics do, counted together."""
    own = [one for one in sections if one.style == style]
    number = count(1)
    return [
        replace(one, number=next(number)) if one.style == style else one
        for one in sorted([*candidates, *own], key=lambda one: one.index)
    ]


def _old_order(candidates: list[_Candidate]) -> list[_Candidate]:
    """イ, ロ, ハ where no ア stands before them: イ is then the first, not the second."""
    begun = False
    found: list[_Candidate] = []
    for one in candidates:
        if one.style not in ("ア", "イ"):
            begun = begun and rank_of(one.style) > rank_of("a")
        elif one.number == 1 and one.style == "ア":
            begun = True
        elif one.style == "ア" and one.number == 2 and not begun:
            one = replace(one, style="イ", number=1)
        found.append(one)
    return found


def _fresh(
    lines: Sequence[Line], index: int, full: int, found: Sequence[_Candidate], style: str
) -> bool:
    """Whether a line begins something, and does not go on with a wrapped one before it."""
    headed = bool(found) and found[-1].index == index - 1
    return is_strong(style) or headed or _begins(lines, index, full)


def _begins(lines: Sequence[Line], index: int, full: int) -> bool:
    """Whether the line before has ended, or was not filled."""
    if lines[index].blank_before or not index:
        return True
    before = lines[index - 1].text
    return before.endswith(_SENTENCE_END) or len(before) < 0.8 * full


def _has_stop(one: _Candidate) -> bool:
    """Whether a numbered line says something, whatever its length: it has a stop."""
    title = one.title
    if "。" in title or "｡" in title:
        return True
    return len(title) > _LONGEST and title.endswith((".", ";", "；"))


def _chain(group: Sequence[_Candidate]) -> list[_Candidate]:
    """Those whose numbers grow one by one (a strong style may leave some out); one said again,
    as on the next page, stands beside its first."""
    style = group[0].style
    most = 20 if is_strong(style) else 1
    chain: list[_Candidate] = []
    seen: set[tuple[int, str]] = set()
    last = 0
    started = any(one.number == 1 for one in group if not _has_stop(one))
    for one in group:
        if _has_stop(one):
            continue
        if one.key in seen:
            chain.append(one)
        elif (not chain and not started) or last < one.number <= last + most:
            chain.append(one)
            seen.add(one.key)
            last = one.number
    return chain


def _heads(style: str, group: Sequence[_Candidate]) -> list[_Candidate]:
    """What heads topics; where even the style that does begins anew, every one of them."""
    if _runs(style, group):
        return _chain(group)
    return [one for one in group if not _has_stop(one)]


def _runs(style: str, group: Sequence[_Candidate]) -> bool:
    """Whether a style's numbers run through the document and never begin anew."""
    chain = _chain(group)
    if len({one.key for one in chain}) < (1 if is_telling_alone(style) else 2):
        return False
    if style in UNNUMBERED:
        return True
    inside = {one.index for one in chain}
    return not any(
        one.number == 1
        and one.index not in inside
        and one.index > chain[0].index
        and not _has_stop(one)
        for one in group
    )


def _topic_style(
    by_style: Mapping[str, list[_Candidate]], ranks: Mapping[str, int], lines: Sequence[Line]
) -> str | None:
    items = [
        index
        for index, line in enumerate(lines)
        if line.text.endswith(("。", "｡")) or marks.bullet(line.text) is not None
    ]
    running = [
        style
        for style, group in by_style.items()
        if style not in NEVER_TOPICS and _runs(style, group)
    ]
    running.sort(key=lambda style: ranks[style])
    if "." in running:
        outer = [s for s in running if ranks[s] < ranks["."] and _chain(by_style[s])]
        if all(_covers(by_style["."], by_style[s], items) for s in outer):
            return "."
    for place, style in enumerate(running):
        first = _chain(by_style[style])[0].index
        if _alone(by_style[style]) and any(
            is_strong(inner) and not _alone(by_style[inner]) for inner in running[place + 1 :]
        ):
            # Of an excerpt: one chapter, which stands over the topics.
            continue
        if is_labelled(style):
            return style
        # 【題】 and # rank last, but what is numbered in only some of them heads no topics.
        around = [u for u in running if u in UNNUMBERED and by_style[u][0].index < first]
        if style in UNNUMBERED or all(_covers(by_style[style], by_style[u], items) for u in around):
            return style
    # Numbers that begin anew, with nothing above them that says why: only plain words are trusted.
    named = [one for one in by_style.get("N.M", ()) if one.mark[0].isalpha()]
    trusted = (s for s in ranks if is_strong(s) and s != ".")
    return next(trusted, "N.M" if len(named) > 1 else None)


def _alone(group: Sequence[_Candidate]) -> bool:
    """Whether a style heads but one thing."""
    return len({one.key for one in _chain(group)}) == 1


def _covers(inner: Sequence[_Candidate], outer: Sequence[_Candidate], items: Sequence[int]) -> bool:
    """Whether every outer heading with items under it has an inner one before the first."""
    starts = [one.index for one in _chain(outer)]
    inside = [one.index for one in _chain(inner)]
    for start, end in zip(starts, [*starts[1:], 1 << 60], strict=True):
        first = next((item for item in items if start < item < end), None)
        if first is not None and not any(start < index < first for index in inside):
            return False
    return True


def _is_item(
    lines: Sequence[Line],
    candidates: Sequence[_Candidate],
    place: int,
    full: int,
    ranks: Mapping[str, int],
) -> bool:
    """Whether a numbered line is an entry of a list: a sentence, or with nothing under it."""
    one = candidates[place]
    if _has_stop(one) or (not is_strong(one.style) and is_sentence(one.title)):
        return True
    end = candidates[place + 1].index if place + 1 < len(candidates) else len(lines)
    if one.title.endswith(":") and is_latin(one.title) and promises(one.title):
        # "1.2 By 30 June 2027, agencies will:" introduces a list.
        return True
    if not is_strong(one.style) and goes_on(lines[one.index : end], full):
        return True
    if end - one.index > _ITEM_LINES:
        return False
    if place + 1 < len(candidates) and ranks[candidates[place + 1].style] > ranks[one.style]:
        return False
    following = candidates[place + 1] if place + 1 < len(candidates) else None
    next_entry = (following.style, following.number) if following else None
    stopped = " " in one.title and is_latin(one.title) and one.title.endswith((".", ";"))
    if one.number == 1 and next_entry != (one.style, 2) and not stopped:
        # A list has two entries or more.
        return False
    under = [
        line
        for line in lines[one.index + 1 : end]
        if not is_page_number(line.text) and not (stopped and field_line(line.text))
    ]
    if any(
        marks.bullet(line.text) or marks.section(line.text) or marks.charts(line.text)
        for line in under
    ):
        return False
    # A sentence that wraps begins on the numbered line; text under a heading on its own.
    return not under or len(lines[one.index].text) >= full
