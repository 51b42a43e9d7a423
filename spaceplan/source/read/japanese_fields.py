"""What Japanese documents say of an item or a heading as 「時期：令和8年度」, 【担当】総務課."""

from __future__ import annotations

import re

from spaceplan.source.read.bodies import labelled, read_list
from spaceplan.source.read.text import has_japanese

OWNER, SUPPORT, TIME, OTHER = "owner", "support", "time", "other"

_WHEN = "(?:実施|取組|達成|目標|完了|整備|導入)?(?:時期|期限|期日|期間|年度|スケジュール)"
_MONEY = "(?:概算)?(?:予算額?|事業費|財源)"
_NAMED = rf"[【\[［〔<＜](?P<framed>{_WHEN}|{_MONEY})[】\]］〕>＞]\s*[:：]?"
_LABEL = rf"(?:{_NAMED}|(?P<plain>{_WHEN}|{_MONEY})\s*[:：])"
_TIMED = re.compile("[0-9０-９元]|随時|毎[年月週]|通年|継続|順次|未定|常時")
_LINE = re.compile(rf"{_LABEL}\s*(?P<said>[^。:：]{{1,60}})$")
# A value ends with its sentence or its list, a digit goes on in it: 「令和8年度、9年度」.
_INSIDE = re.compile(
    rf"(?:^|(?<=[。)）】〕>＞\s、,，/／(（])){_LABEL}\s*"
    r"(?P<said>(?:[^。:：()（）、,，/／\s【\[［〔<＜]|[、,，](?=[0-9０-９令平R])|\s?[~～〜-]\s?){1,40})[、,，/／。]?"
)
_EMPTY = re.compile(r"[(（]\s*[)）]")


def japanese_field(text: str) -> tuple[str, str] | None:
    """(what it says, its value) of a line that is nothing but a field."""
    words = re.sub(r"[*_]{2}", "", text).strip()
    if said := labelled(words):
        listed = read_list(said, sure=True)
        return (OWNER if listed and listed.owners else SUPPORT), said
    return _told(_LINE.fullmatch(words))


def split_japanese(text: str) -> tuple[str, dict[str, str]]:
    """(an item's own words, what its fields say); those of who acts stay among its words."""
    fields: dict[str, str] = {}
    if not has_japanese(text):
        return text, fields

    def take(found: re.Match[str]) -> str:
        told = _told(found)
        if told is None:
            return found.group()
        fields.setdefault(*told)
        return ""

    words = _EMPTY.sub("", _INSIDE.sub(take, text)).strip()
    return (words, fields) if words else (text, {})


def _told(found: re.Match[str] | None) -> tuple[str, str] | None:
    """The field, where its value can be one: 「期間：長いほどよい」 says nothing of when."""
    if found is None or not _TIMED.search(found["said"]):
        return None
    label = found["framed"] or found["plain"]
    return (OTHER if re.fullmatch(_MONEY, label) else TIME), found["said"].strip()
