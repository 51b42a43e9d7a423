"""What a Japanese heading of a section says by its words: plans, results or goals."""

from __future__ import annotations

import re

from spaceplan.source.read.text import is_latin

PLAN = "plan"
RESULT = "result"
GOAL = "goal"

# What numbers a section's heading: (1), ①, 1., 1, ア; not the year that it may begin with.
_NUMBER = re.compile(
    r"^(?:#{1,6}|\(?(?:[0-9]{1,2}|[ア-オa-eⅰ-ⅴ])[.)、](?![0-9])|[0-9]{1,2}(?=[^0-9年月/.)])|[①-⑳]|"
    r"[ア-オ](?=[^ァ-ヴー]))"
)
# A part of a section: (1), ①, (2/3), (続き), その2, and several of them.
_PART = re.compile(
    r"(?:[(\[]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2}|[①-⑳])(?:/[0-9]{1,2})?[)\]]|[①-⑳]|"
    r"[0-9]{1,2}/[0-9]{1,2}|[(\[]?(?:続き|つづき|前半|後半|(?:の)?その[0-9一二三四五六七八九十]{1,2})[)\]]?)+$"
)
_BRACKETED = re.compile(r"\(([^()]{2,})\)$")
_FRAME = "【】[]〔〕<>〈〉《》■□●○◆◇◎▼▽▲△★☆▶►-・:*_"
# Which time it is of may stand behind it: 「今後の取組（令和7年度以降）」.
_WHEN = re.compile(r"\([~〜]?(?:令和|平成|[0-9]{4})[^()]{1,24}\)?$")
_TIME = re.compile(r"(?:^|\()((?:(?:令和|平成)[0-9元]{1,2}|[0-9]{4})年度?)")
_ENGLISH_TIME = re.compile(
    r"(?:\b(?:from|starting(?: in)?|beginning(?: in)?|for|in|during)|[,:–—]) "
    r"(?:the )?(?P<fiscal>FY ?|(?:fiscal|financial) years? )?"
    r"(?P<year>20[0-9]{2}|(?:(?<=FY)|(?<=FY ))[0-9]{2})"
    r"(?:[/–-](?P<split>[0-9]{2}))?(?![0-9])",
    re.IGNORECASE,
)
_LONGEST = 40
# A section's heading begins with a time or one of a few set phrases, and ends with what it holds.
_START = re.compile(
    r"(?:(?:令和|平成)?[0-9元]{1,4}年|これまで|今後|当面|これから|主な|成果|達成|取組|実績|現状|進捗|実施状況|具体的な取組)"
)
_END = re.compile(
    r"(?:取組|取り組み|取組み|実績|状況|進捗|対応|予定|計画|方針|施策|対策|成果|工程|方向性|展開|"
    r"目標|現状|現状(?:と|及び)課題|取組内容)等?$"
)
# Or it is made of such words alone: of when, of what has been, of what is to come, of what is done.
_YEAR = "(?:令和|平成|[RH])?[0-9元]{1,4}(?:[・,、~〜～][0-9元]{1,4})?年度?"
_WHEN_WORDS = (
    f"{_YEAR}|"
    "[0-9]{1,2}月|末|当初|時点|現在|以降|以後|まで|"
    "から|より|における|に向け(?:て|た)|に係る|についての|に関する|を達成するための|の|と|及び|並びに|[・、~〜～]|等|に|中"
)
_DONE = "実績|状況|進捗|結果|成果|現状|現況|背景|経緯|動向|動き|振り返り"
_PAST_WORDS = (
    f"これまで|従来|(?:前|昨|過)年度?|前回|改[訂定]|直近|最近|足元|{_DONE}|"
    "実施済み?|対応済み?|済み|完了した|実施した|行った|課題"
)
_AHEAD_WORDS = (
    "今後|当面|これから|(?:次|来|翌)年度?|次期|将来|予定|見通し|計画|方針|方向性?|展開|進め方|スケジュール|工程表?|"
    "アクション(?:プラン)?|ロードマップ|期間(?:中|内)?"
)
_WORK_WORDS = (
    "主な|主要な?|具体的な?|重点的な?|重点|基本的な?|個別|実施(?:する)?|講[ずじ]るべき|講ずべき|推進(?:する)?|取り?組み?|"
    "施策|対策|対応|事業|措置|活動|行動|(?:数値|成果)?目標値?|(?:成果)?指標|KPI|達成|目指す姿|実現|内容|概要|事項|項目|改善|策|評価|点検|検証|"
    "フォローアップ|(?:本|今|当)年度?|年次"
)
_WORDS = re.compile(f"(?:{_WHEN_WORDS}|{_PAST_WORDS}|{_AHEAD_WORDS}|{_WORK_WORDS})+")
_DATED = re.compile(_YEAR)
_CONTENT = re.compile(f"{_PAST_WORDS}|{_AHEAD_WORDS}|{_WORK_WORDS}")
_WORK_END = re.compile(
    "(?:取り?組み?|施策|対策|対応|措置|活動|内容|概要|事項|項目|策|計画|方針|方向性?|展開|進め方|予定|スケジュール|"
    "工程表?|プラン|アクション|事業|今後)等?$"
)
# What may be the name of a document, or one word of a chart: a heading only where it is framed.
_NAME = re.compile(
    "(?:実施|行動|年次|事業|活動|推進|基本|対応|改善)?(?:計画|方針|事業|措置|行動|活動|策|工程表?|概要|内容|事項|項目|"
    "アクション(?:プラン)?|ロードマップ|スケジュール|対策|対応|施策|取り?組み?)"
)
# What is to be looked at is no result: 「進捗状況の点検」, but 「令和6年度の評価」.
_LOOKED_AT = re.compile(
    "^(?!.*(?:[0-9]年度?の|前回|前年|昨年)).*(?:点検|評価|検証|フォローアップ|期間)等?$"
)
_ALONE = re.compile("(?:実績|成果|現状|現況|進捗)")
_RESULT = re.compile(
    f"まで(?!の間)|{_DONE}|これまで|前年|昨年|過年|前回|直近|"
    "最近|済|した|行った|年度の(?:評価|検証)|^課題$"
)
_AHEAD = re.compile("以降|以後|今後|これから|次年|来年|翌年|次期|将来|見通し|予定")
_PLAN = re.compile(
    "以降|今後|当面|これから|予定|計画|方針|主な取組|からの|年度の取|年の取|(?:取組|施策|対策|対応)(?:内容)?$"
)


def compact(text: str) -> str:
    """A section's heading without what frames it, and without the mark of its part."""
    words = _NUMBER.sub("", "".join(text.split()))
    bare = ""
    while words != bare:
        bare = words
        words = _PART.sub("", words.strip(_FRAME))
        words = _BRACKETED.sub(r"\1", words) if words[:1] == "(" else words
    return words


def japanese_section(text: str) -> str | None:
    """Whether a line heads plans, results or goals; None where it does not."""
    whole = compact(text)
    if not whole or len(whole) > _LONGEST:
        return None
    what = _WHEN.sub("", whole)
    framed = _NUMBER.sub("", "".join(text.split()))[:1] in _FRAME + "("
    if not (_heads(what) or _made_of_them(what, framed)) or _LOOKED_AT.match(what):
        return None
    if what.endswith(("目標", "目標値", "指標", "KPI", "目指す姿")):
        return GOAL
    if _RESULT.search(whole) and not _AHEAD.search(what):
        return RESULT
    return PLAN if _PLAN.search(whole) or _PLAN.search(what) or _WORK_END.search(what) else None


def _heads(what: str) -> bool:
    return _START.match(what) is not None and _END.search(what) is not None


def _made_of_them(what: str, framed: bool) -> bool:
    """Whether a line says nothing but when and that something was or is to be done."""
    if _WORDS.fullmatch(what) is None:
        return False
    if framed:
        return _CONTENT.search(what) is not None
    enough = 1 if _DATED.match(what) or _ALONE.fullmatch(what) else 2
    return len(_CONTENT.findall(what)) >= enough and _NAME.fullmatch(what) is None


def section_time(text: str) -> str:
    """The time that a section's heading begins with, or that stands in brackets behind it: 2019年度
    of 「2019年度以降の取組」, FY2027 of "Actions from FY 2027", or ""."""
    english = _ENGLISH_TIME.search(text) if is_latin(text) else None
    if english:
        year, split = english["year"][-2:], english["split"]
        if split and (int(year) + 1) % 100 == int(split):
            return f"20{year}-{split}"
        return ("FY" if english["fiscal"] else "") + f"20{year}"
    match = _TIME.search(compact(text))
    return match.group(1) if match else ""
