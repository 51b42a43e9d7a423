"""Whether a sentence tells what has been done, or what is to be done."""

from __future__ import annotations

import re

from spaceplan.source.read.numbers import FEW
from spaceplan.source.read.text import is_latin, normalise

DONE = "done"  # した, された, was
GOING_ON = "going-on"  # ている, ていない, 中
TO_DO = "to-do"  # する, ていく, will
FORETOLD = "foretold"  # する予定, 見込んでいる, することとしている
AIMED = "aimed"  # 目指している, 準備を進めている: work that is under way for what is to come
DECIDED = "decided"  # することとした: that is done, and what was decided is to be done
OPEN = "open"  # no verb: 実施, 開催

TOLD = (DONE, GOING_ON, AIMED)
"""How what is the case is told: that commits to nothing beside a sentence that does."""

_TAIL = 200
_BRACKET = re.compile(r"[(\[【〔][^()\[\]【】〔〕]{1,100}[)\]】〕]$")
_ETC = re.compile("(?:である|だ|です|等|など)$")
_FORETOLD = re.compile("(?:見込み|見込む|見込まれる|見通し|予定|する計画)$")
_INTENDED = re.compile(
    "(?:(?:こと|もの|方針|計画)と(?:し|され|なっ)|(?:予定|計画|想定|予想)(?:し|され)|見込まれ|見込ん)"
    "[てで](?:いる|います)$"
)
_AIMED = re.compile(
    "(?:(?:目指し|めざし|(?:目標|目途|めど)と(?:し|され)|[おこそとのぼもよろ]うとし)て(?:いる|います)|"
    "(?:準備|(?:に向け|べく)[^。]{0,30}(?:調整|手続き?|協議))"
    "(?:中|を?(?:進め|行っ|し|重ね|急い|続け)[てで](?:いる|います)))$"
)
_DECIDED = re.compile("(?:こと|もの|方針|計画|目標)[とに](?:した|された|なった|決めた)$")
_DONE = re.compile(
    "(?:[しいきちりっんえけげせてねべめれじびみ]た|[んい]だ|だった|ました|(?<!使用)済み?(?:である|です)?)$"
)
_GOING_ON = re.compile("(?:[てで](?:いる|います|いない|いません|おり|きている)|中)$")
_TO_DO = re.compile("(?:[うくぐすつぬぶむる]|ます)$")

_NOW = "(?:now|already)"
_PARTICIPLE = (
    r"(?:(?!embed|shed\b|seed\b|need\b)[a-z]{2,}ed|been|had|begun|become|bought|brought|built|come|cut|done|drawn|driven|"
    r"fallen|felt|found|flown|given|gone|grown|held|kept|laid|led|left|lent|let|lost|made|met|paid|put|read|"
    r"risen|run|seen|sent|set|shown|sold|spent|spread|taken|taught|told|won|written|undergone|undertaken|withdrawn)"
)
# A verb of its own before its object; "sheets held on paper", "the adopted standard" have none.
_ENGLISH_DONE = re.compile(
    r"\s(?:was|were|had|began|became)\b|"
    # "Every clinic has access" is no perfect.
    rf"\s(?:has|have)\s+(?:(?:not|also|since|both|all|yet|never|always|only|{_NOW}|[a-z]+ly)\s+)*{_PARTICIPLE}\b|"
    rf"\s(?:(?:has|have)\s+{_NOW}|{_NOW}\s+(?:has|have))\b|"
    r"(?:^\W*|(?<!\bare)(?<!\bis)(?<!\bbe)(?<!\bbeen)\s)(?!(?:\w*eed|embed|shed|wed)\b)"
    r"(?:\w{2,}ed|held|built|made|began|took|gave|met|won|brought)\s+"
    rf"(?:the|an?|its|their|our|both|all|[$€£]?[0-9]{{1,3}}|{FEW}|more\s+than)"
    r"(?![0-9-])\b(?!\s+(?:year|time))",
    re.IGNORECASE,
)
# These take a clause: "Ensure residents have access", "Let ships have permits".
_CAUSE = re.compile(
    r"\W*(?:by [^,]{3,30}, )?(?:ensure|require|make (?:sure|certain)|see to it|guarantee|"
    r"confirm|verify|check|demand|insist|mandate|expect|help|ask|assure|oblige|let(?=.* have\b))"
    r"\s(?!(?:was|were|is|are|has|had|for|from)\b)",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\b(?:what|that|which|who|whose|where|when|as|if|once|how|why|whether)\b"
)
PROMISES = r"will|shall|must|is to|are to|plans? to|intends? to|aims? to"
"""What an English verb of what is to be done stands behind, as a pattern."""
_ENGLISH_TO_DO = re.compile(rf"\b(?:{PROMISES}|should|expects? to)\b", re.IGNORECASE)


def tense(text: str) -> str:
    """What the last finished sentence of an item says: DONE, GOING_ON, TO_DO, FORETOLD,
    AIMED, DECIDED, or OPEN where it has no verb that tells."""
    if is_latin(text):
        return _english(text[-4 * _TAIL :])
    words = normalise(text[-2 * _TAIL :])[-_TAIL:]
    finished = words.rpartition("。")[0] if words.count("。") and words[-1] != "。" else words
    # What stands behind the last stop counts only where it is a sentence of its own.
    sentence = _last(finished or words)
    if _DECIDED.search(sentence):
        return DECIDED
    if _INTENDED.search(sentence) or _FORETOLD.search(_ETC.sub("", sentence)):
        return FORETOLD
    if _AIMED.search(_ETC.sub("", sentence)):
        return AIMED
    for found, pattern in ((GOING_ON, _GOING_ON), (DONE, _DONE), (TO_DO, _TO_DO)):
        if pattern.search(sentence):
            return found
    return OPEN


def _last(words: str) -> str:
    sentence = words.rstrip("。")
    while (bare := _BRACKET.sub("", sentence).rstrip("。")) != sentence:
        sentence = bare
    return sentence.rpartition("。")[2]


def _english(text: str) -> str:
    sentence = re.split(r"(?<=[.!?])\s+(?=[A-Z])", text.strip())[-1]
    # What a subordinate clause tells is not what the sentence tells.
    main = _SUBORDINATE.split(sentence)[0]
    if _ENGLISH_TO_DO.search(main) or _CAUSE.match(sentence):
        return TO_DO
    return DONE if _ENGLISH_DONE.search(main) else OPEN
