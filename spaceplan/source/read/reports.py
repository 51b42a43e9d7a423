"""What an item's own field reports of it: 「進捗：窓口を開設した。」, "Progress: It opened."."""

from __future__ import annotations

import re

from spaceplan.source.read.fields import is_done
from spaceplan.source.read.tense import OPEN, TOLD, tense

_NAME = "(?:(?:取組|実施|対応|達成)?(?:の)?(?:進捗|実績|状況)(?:状況)?|取組(?:の)?実績|進捗・実績)"
_ENGLISH = (
    r"(?=[A-Z])(?i:(?:(?:current|latest) )?(?:progress|status|updates?|outcomes?|results?)"
    r"(?: (?:to date|so far|update|report))?)"
)
_LABEL = (
    rf"(?:[【\[［〔<＜]{_NAME}[】\]］〕>＞]\s*[:：]?|"
    rf"(?<![一-龯]){_NAME}\s*[:：]|(?<![\w-]){_ENGLISH}\s?:)\s*"
)
_LINE = re.compile(rf"{_LABEL}(?P<said>\S.*)$", re.DOTALL)
# Another label, behind the blank that stands before every field.
_NEXT = (
    r"(?=\s(?:[【［〔][^【】［］〔〕]{1,12}[】］〕]|[一-龯ァ-ヴ]{2,8}\s*[:：]|"
    r"[A-Z][A-Za-z ]{1,30}:\s)|$)"
)
_INSIDE = re.compile(rf"(?:(?<=\s)|(?<=[。.])){_LABEL}(?P<said>\S.*?){_NEXT}", re.DOTALL)


def reports(said: str) -> bool:
    """Whether words tell what came of something, and are more than that it is done."""
    told = tense(said)
    return not is_done(said) and (told in TOLD or (said.endswith((".", "。")) and told == OPEN))


def is_report(text: str) -> bool:
    """Whether a line is nothing but such a field."""
    found = _LINE.match(re.sub(r"[*_]{2}", "", text).strip())
    return found is not None and found["said"].strip()[-1] in "。."


def split_report(text: str) -> tuple[str, str]:
    """(an item without what its field reports of it, that report or "")."""
    found = _INSIDE.search(text)
    said = found["said"].strip() if found else ""
    if found is None or not reports(said):
        return text, ""
    before, after = text[: found.start()].rstrip(), text[found.end() :].strip()
    return (f"{before}\u3000{after}" if after else before), said
