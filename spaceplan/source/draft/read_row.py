"""What a row of a table commits to: its cells say it, each in its column."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from spaceplan.roadmap.times import Time
from spaceplan.source.draft.english_times import find_english_times
from spaceplan.source.draft.phrases import HIGH, LOW, MEDIUM
from spaceplan.source.draft.proposals import NO_TIME, Ground, Proposal
from spaceplan.source.draft.read_bullet import read_bullet
from spaceplan.source.draft.read_english import BEGINS, has_ends, is_ongoing, read_english
from spaceplan.source.draft.time_words import Reference, find_times
from spaceplan.source.read.markdown import without_struck
from spaceplan.source.read.text import has_japanese, is_latin

# A cell without anything in it: －, ―.
_NOTHING = re.compile(r"[-‐‑–—―ー－~〜\s]*$")
# A cell that only says where the times stand: "See action", "As stated".
_ELSEWHERE = re.compile(
    r"\W*(?:(?:see|as)\s+(?:in\s+|the\s+)*(?:actions?|measures?|commitments?|texts?|columns?|descriptions?|"
    r"notes?|left|above|stated|shown|described|indicated|specified|given|set\s+out)\b|"
    r"(?:various|multiple|several|different|staged|phased)(?:\s+(?:dates?|deadlines?|times?))?\W*$)",
    re.IGNORECASE,
)
# What a row's thing to be done says where it only begins then.
_BEGUN = re.compile("(?:開始|着手|始動)(?:する|し(?:ていく)?)?[。]?$|始める[。]?$")


def read_item(
    text: str, reference: Reference, intro: str = "", cells: Mapping[str, str] | None = None
) -> tuple[Proposal, ...]:
    """What an item of any kind and language commits to."""
    if cells:
        return _row(cells, reference)
    stands, struck = without_struck(text) if "~~" in text else (text, "")
    found = (
        read_english(stands, reference, intro)
        if is_latin(stands)
        else _lent(read_bullet(stands, reference), intro, reference)
    )
    first = _only_time(struck, reference)
    if first is None or len(found) != 1:
        return found
    return (replace(found[0], baseline=first),)


def _lent(found: tuple[Proposal, ...], intro: str, reference: Reference) -> tuple[Proposal, ...]:
    """What an item commits to; without any time of its own, by that of the sentence above it."""
    whole, *more = found
    if not intro or more or whole.grounds != (Ground("", NO_TIME),):
        return found
    (above, *others) = _read(intro, reference)
    if others or above.target is None:
        return found
    begins = above.kind == "deadline" and _BEGUN.search(whole.text)
    return (
        replace(
            above,
            kind="start" if begins else above.kind,
            status="planned" if begins or above.kind == "start" else whole.status,
            text=whole.text,
            sentences=whole.sentences,
        ),
    )


def _row(cells: Mapping[str, str], reference: Reference) -> tuple[Proposal, ...]:
    body, _ = without_struck(cells["body"])
    said, struck = without_struck(cells.get("time", ""))
    itself = _read(body, reference)
    if _NOTHING.match(said) or _ELSEWHERE.match(said):
        # The row says it itself, or nothing does.
        return itself if len(itself) > 1 else (replace(itself[0], text=body),)
    # 「令和7年度～」 says from when.
    (found, *more) = _read(re.sub("(?<=[年度月0-9])\\s*[~〜～]$", "から", said), reference)
    horizon = found.horizon or itself[0].horizon
    whole = replace(found, text=body, baseline=_only_time(struck, reference), horizon=horizon)
    if is_ongoing(said):
        ground = Ground(said, "column-ongoing")
        return (replace(whole, kind="ongoing", target=None, sure=HIGH, grounds=(ground,)),)
    find = find_times if has_japanese(said) else find_english_times
    several = found.kind != "recurring" and len(find(said, reference)) > 1
    if found.target is None or more or several:
        return (_unclear(whole, body, said),)
    once = found.kind == "deadline" or (found.kind == "window" and not has_ends(said))
    if once and (BEGINS.match(body) or _BEGUN.search(body)):
        whole = replace(whole, kind="start", status="planned")
    sure = MEDIUM if found.target.about or found.sure == MEDIUM else HIGH
    if found.kind not in ("deadline", "window") and found.sure == LOW:
        sure = LOW
    return (replace(whole, phrase=said, sure=sure, grounds=(Ground(said, "column"),)),)


def _unclear(found: Proposal, body: str, said: str) -> Proposal:
    """A cell that names no time, or several, is for a person."""
    ground = Ground(said, "column-unclear")
    return replace(
        found, text=body, kind="ongoing", target=None, sure=LOW, phrase=said, grounds=(ground,)
    )


def _read(said: str, reference: Reference) -> tuple[Proposal, ...]:
    return read_english(said, reference) if not has_japanese(said) else read_bullet(said, reference)


def _only_time(struck: str, reference: Reference) -> Time | None:
    """The time that was struck, read as of no day, so that it may lie in the past."""
    if not struck:
        return None
    (found, *more) = _read(struck, replace(reference, day=None, plans_from=None))
    return found.target if not more else None
