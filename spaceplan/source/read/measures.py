"""How one would know that an item is met, where its text ends with that: 「（指標：…）」."""

from __future__ import annotations

import re

from spaceplan.source.read.text import fold

_NAMED = (
    r"(?:(?:成果|達成|進捗|評価|主な|活動)?(?:指標|目標値)|KPI|(?:(?:success|key|performance) )?"
    r"(?:measures?|indicators?|metrics?)(?: of success)?|measured by|how we will know)"
)
_MEASURE = re.compile(
    # In brackets of its own, or behind a name in brackets, or behind the end of a sentence.
    rf"\s*(?:[(（【\[〔＜<]\s*{_NAMED}(?:[^()（）:：【】]{{0,12}})[:：]\s*(?P<held>[^【】\[\]〔〕＜＞<>]{{1,300}})"
    rf"[)）】\]〕＞>]|[【\[〔＜<]\s*{_NAMED}\s*[】\]〕＞>]\s*[:：]?\s*(?P<behind>[^【】]{{1,300}})"
    rf"|(?<=[。．.;)）】])\s*{_NAMED}\s*[:：]\s*(?P<bare>[^【】。]{{1,300}}))[。.]?\s*$",
    re.IGNORECASE,
)


def split_measure(text: str) -> tuple[str, str]:
    """(the text without its measure, the measure), which is "" where it names none."""
    tail = max(0, len(text) - 400)
    found = _MEASURE.search(text, tail)
    if found is None or not text[: found.start()].strip():
        return text, ""
    said = found["held"] or found["behind"] or found["bare"]
    return text[: found.start()].rstrip(), re.sub(r"\s+", " ", fold(said)).strip(" 　。.")
