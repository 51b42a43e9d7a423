"""From the words of an item to what it commits to: kind, target, horizon, parts, first status."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from spaceplan.frozen import dataclass
from spaceplan.roadmap.model import Times
from spaceplan.roadmap.times import Point, Time
from spaceplan.source.draft.clauses import accompanies, closes, cut_clauses
from spaceplan.source.draft.phrases import (
    COMMITMENT,
    HIGH,
    HORIZON,
    LOW,
    MEDIUM,
    NOT_BEFORE,
    RECURRING,
    START,
    TOWARDS,
)
from spaceplan.source.draft.proposals import NO_WORDS, Ground, Proposal, untimed
from spaceplan.source.draft.read_phrases import TimePhrase, find_phrases
from spaceplan.source.draft.segments import Segment, is_amount, is_listed, split_segments
from spaceplan.source.draft.time_words import SEARCHED, Reference, yearly_from
from spaceplan.source.read.tense import TOLD, tense
from spaceplan.source.read.text import BRACKET, normalise

_SURENESS = {HIGH: 2, MEDIUM: 1, LOW: 0}
_BINDING = (COMMITMENT, TOWARDS, START, NOT_BEFORE, RECURRING)
# Words that say that work is under way; 継続性 and 継続的かつ speak of something else.
_UNDER_WAY = re.compile("継続(?!性|的かつ)|引き続き|引続き|着実に")
# A time that opens its sentence and is set off from it holds for all of the sentence.
_SCOPE = re.compile("(?:中|末)?(?:に|には|は|以降|から|より|まで|までに|までには)?、")
# A start, and what it is kept up to.
_BEGUN = re.compile("(?:の|に|から|より)?[^、。]{0,20}(?:開始|着手|始動)(?:し|して)?[、・]")
_KEPT = re.compile("(?:末)?まで(?:の間)?[^、。]{0,10}(?:継続|実施|続け|運用|行)")
# A sentence that only says how things are: 「…が必要である。」, 「…が見込まれる。」.
_STATE = re.compile(
    f"(?:である|です|れる|れます|となる|となります|があ(?:る|ります))。(?:{BRACKET})?$"
)
# The end of a verb in mid-sentence: what stands on both sides are two actions.
_VERB_END = re.compile("(?:[しいりめみえてべくせれね]|った|する)、|。")


@dataclass(frozen=True, slots=True)
class _Commitment:
    kind: str
    target: Time
    times: Times | None
    phrase: TimePhrase
    steps: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        return self.kind, str(self.target)


def read_bullet(text: str, reference: Reference) -> tuple[Proposal, ...]:
    """What an item commits to: one proposal, or one for each part.

    An item is split only where its commitments differ in target or in kind; everything untimed
    in it is then one ``ongoing`` part, and steps towards one result are no parts. Of an overlong
    text only the first ``SEARCHED`` characters are read.
    """
    words = normalise(text)[:SEARCHED]
    if not words:
        ground = Ground("", NO_WORDS)
        return (Proposal("ongoing", None, None, None, "planned", "", "", LOW, (ground,)),)
    phrases = find_phrases(words, reference)
    segments = _by_clauses(words, _merge_leaning(words, split_segments(words), phrases), phrases)
    groups: dict[tuple[str, str], list[tuple[Segment, _Commitment | None]]] = {}
    scope: _Commitment | None = None
    for index, segment in enumerate(segments):
        inside = _inside(segment, phrases)
        commitments = _commitments(words, segment, inside, reference)
        if index and segments[index - 1].sentence != segment.sentence:
            scope = None
        if commitments:
            scope = commitments[-1] if _holds_for_sentence(words, segment, commitments) else None
        elif scope is not None:
            groups[scope.key].append((segment, scope))
            continue
        for commitment in commitments:
            groups.setdefault(commitment.key, []).append((segment, commitment))
        if not commitments:
            groups.setdefault(("ongoing", ""), []).append((segment, None))
    return tuple(
        replace(
            _proposal(words, members, phrases, reference),
            sentences=_sentences(words, segments, {segment.sentence for segment, _ in members}),
        )
        for members in groups.values()
    )


def _sentences(words: str, segments: Sequence[Segment], numbers: set[int]) -> str:
    return "".join(words[s.start : s.end] for s in segments if s.sentence in numbers)


def _merge_leaning(
    words: str, segments: Sequence[Segment], phrases: Sequence[TimePhrase]
) -> tuple[Segment, ...]:
    """Join a sentence that tells more of the one before it, or of how things are before the next
    one, unless it has a time of its own."""
    merged: list[Segment] = []
    timed = {s.sentence for s in segments for p in _inside(s, phrases) if p.role in _BINDING}
    start: int | None = None
    for segment in segments:
        told = _sentences(words, segments, {segment.sentence})
        if segment.sentence not in timed and (tense(told) in TOLD or _STATE.search(told)):
            start = segment.start if start is None else start
        elif start is not None:
            merged.append(replace(segment, start=start, leaning=False))
            start = None
        elif segment.leaning and merged and segment.sentence not in timed:
            merged[-1] = replace(merged[-1], end=segment.end)
        else:
            merged.append(segment)
    if start is None:
        return tuple(merged)
    if not merged:
        return tuple(segments)
    return (*merged[:-1], replace(merged[-1], end=segments[-1].end))


def _inside(segment: Segment, phrases: Sequence[TimePhrase]) -> list[TimePhrase]:
    return [p for p in phrases if segment.start <= p.start < segment.end]


def _by_clauses(
    words: str, segments: Sequence[Segment], phrases: Sequence[TimePhrase]
) -> tuple[Segment, ...]:
    """The segments, cut where dated clauses commit to things of their own."""
    found: list[Segment] = []
    for segment in segments:
        timed = [p for p in _inside(segment, phrases) if p.role in _BINDING and p.time]
        found.extend(cut_clauses(words, segment, _surest(timed)))
    return tuple(found)


def _surest(candidates: Sequence[TimePhrase]) -> list[TimePhrase]:
    """Without those that nothing speaks for, where there are others."""
    surest = max((_SURENESS[p.sure] for p in candidates), default=0)
    return [p for p in candidates if p.sure != LOW or surest == _SURENESS[LOW]]


def _commitments(
    words: str, segment: Segment, phrases: Sequence[TimePhrase], reference: Reference
) -> list[_Commitment]:
    """What one segment commits to: usually nothing or one, more where objects differ."""
    binding = [p for p in phrases if p.role in _BINDING and p.time is not None]
    yearly = [p for p in phrases if p.role == RECURRING]
    firmer = any(p.sure != LOW for p in binding)
    if yearly and not (firmer and all(p.sure == LOW for p in yearly)):
        # A first year that the text names goes before that of the plan.
        named = [p for p in yearly if p.time is not None and not p.time.open]
        first = next((p for p in (*named, *yearly) if p.time is not None), yearly[0])
        times = next((p.times for p in yearly if p.times), None)
        time = first.time
        if time is not None and not time.open:
            time = yearly_from(time)
        elif binding and _begins(binding[0]) and binding[0].start < first.start:
            # 「2020年度から…毎年」, 「2020〜2022年度の間、毎年」: the year it begins in.
            assert binding[0].time is not None
            time = yearly_from(binding[0].time)
        if time is None:
            # Without a first year there is nothing to count from: left to the person.
            return []
        return [_Commitment("recurring", time, times, first)]
    binding = [p for p in binding if p.role != RECURRING]
    span = _begun_and_kept(words, binding)
    if span is not None:
        return [span]
    firm = [p for p in binding if p.role != TOWARDS]
    # What is aimed at is the target only where nothing nearer is dated after it.
    aimed = [p for p in binding if p.role == TOWARDS and not any(f.start > p.start for f in firm)]
    candidates = _surest(sorted([*firm, *aimed], key=lambda p: p.start))
    if not candidates:
        return []
    parallel = _parallel(words, candidates)
    last = candidates[-1]
    window = next((p for p in candidates if closes(p, last)), None)
    chosen = [*(p for p in parallel if p is not window), window or last]
    steps = tuple(p.words for p in candidates if p not in chosen and p is not last)
    found: dict[tuple[str, str], _Commitment] = {}
    for phrase in chosen:
        assert phrase.time is not None
        commitment = _one(words, phrase, phrase.time, reference, steps)
        found.setdefault(commitment.key, commitment)
    return list(found.values())


def _parallel(words: str, candidates: Sequence[TimePhrase]) -> list[TimePhrase]:
    """The times that one verb follows, each with a thing of its own before or behind it."""
    found: list[TimePhrase] = []
    for phrase, following in pairwise(candidates):
        between = words[phrase.end : following.start]
        together = _VERB_END.search(between) is None and not accompanies(between)
        listed = is_listed(between) and not is_amount(between)
        if together and ("を" in between or listed):
            found.extend(p for p in (phrase, following) if p not in found)
    return found


def _one(
    words: str, phrase: TimePhrase, time: Time, reference: Reference, steps: tuple[str, ...]
) -> _Commitment:
    if "年代" in words[phrase.start : phrase.end] and words.startswith("まで", phrase.end):
        # By a decade: it is due at the decade's end.
        end = Time(time.end or time.start, about=time.about)
        return _Commitment("deadline", end, None, phrase, steps)
    return _Commitment(_kind(phrase), _target(phrase, time, reference), None, phrase, steps)


def _begun_and_kept(words: str, phrases: Sequence[TimePhrase]) -> _Commitment | None:
    """「2026年度の開始、2028年度まで継続」: a window."""
    for phrase, following in pairwise(phrases):
        first, last = phrase.time, following.time
        if first is None or last is None or first.end or last.end:
            continue
        between = words[phrase.end : following.start]
        kept = _BEGUN.fullmatch(between) and _KEPT.match(words, following.end)
        if kept and first.start.unit == last.start.unit and first.start.year <= last.start.year:
            window = Time(first.start, last.start)
            return _Commitment("window", window, None, replace(phrase, sure=MEDIUM, why="window"))
    return None


def _begins(phrase: TimePhrase) -> bool:
    """Whether a time says from when: a start, or a window."""
    return phrase.role == START or (phrase.time is not None and phrase.time.end is not None)


def _target(phrase: TimePhrase, time: Time, reference: Reference) -> Time:
    """A day before which nothing is due is a start by the end of that day's fiscal year."""
    if phrase.role != NOT_BEFORE or time.start.unit != "day":
        return time
    year = reference.rule.year_of(time.start.first_day(reference.rule))
    return replace(time, end=Point("fy", year))


def _kind(phrase: TimePhrase) -> str:
    if phrase.role in (START, NOT_BEFORE):
        return "start"
    return "window" if phrase.time and phrase.time.end is not None else "deadline"


def _holds_for_sentence(words: str, segment: Segment, commitments: Sequence[_Commitment]) -> bool:
    phrase = commitments[-1].phrase
    return phrase.start == segment.start and _SCOPE.match(words, phrase.end) is not None


def _proposal(
    words: str,
    members: Sequence[tuple[Segment, _Commitment | None]],
    phrases: Sequence[TimePhrase],
    reference: Reference,
) -> Proposal:
    text = "".join(words[segment.start : segment.end] for segment, _ in members)
    inside = [p for p in phrases if any(s.start <= p.start < s.end for s, _ in members)]
    commitment = members[0][1]
    if commitment is None:
        return untimed(text, inside, _status(text))
    horizon = _horizon(inside, commitment)
    phrase = commitment.phrase
    status = _first_status(commitment, text, reference)
    return Proposal(
        commitment.kind,
        commitment.target,
        horizon.time if horizon else None,
        commitment.times,
        status,
        text,
        phrase.words,
        phrase.sure,
        (Ground(phrase.words, phrase.why),),
        commitment.steps,
    )


def _horizon(phrases: Sequence[TimePhrase], commitment: _Commitment) -> TimePhrase | None:
    """The last year that is named and not committed to."""
    found = [p for p in phrases if p.role in (HORIZON, TOWARDS) and p.time is not None]
    found = [p for p in found if p.time != commitment.target and p is not commitment.phrase]
    return found[-1] if found else None


def _first_status(commitment: _Commitment, text: str, reference: Reference) -> str:
    """A start has not begun; what comes every year, and a window that has opened, is active."""
    if commitment.kind == "start":
        return "planned"
    window = commitment.target if commitment.kind == "window" else None
    if commitment.kind == "recurring" or (window and reference.is_past(Time(window.start))):
        return "active"
    return _status(text)


def _status(text: str) -> str:
    """``active`` where the text says that the work is under way."""
    return "active" if _UNDER_WAY.search(text) else "planned"
