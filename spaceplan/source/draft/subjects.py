"""Whether the body that stands before は or が acts in the sentence, or only in a clause of it.

「県が公表する想定を踏まえ」 and 「県が公表するため」 tell of another's work; 「協議会は、年2回
開催する」 of a thing. 「県は、…に着手する」 and 「2027年度に県が検討を行う」 say who acts.
"""

from __future__ import annotations

import re

# A verb that goes before a noun that it describes; the last word may be of a set phrase.
_ATTRIBUTE = re.compile(
    "(?:(?<!に関)(?<!に対)(?<!に際)(?<!に資)(?<!と)する|(?<!に係)(?<!によ)(?<!におけ)(?<!あらゆ)(?<!いわゆ)(?<!す)(?<!であ)る|"
    "[しりきみいけえ](?:やす|にく|な|た)い|[行担負伴使扱]う|[示指促]す|[進組生踏]む|[開築描導置除働]く|んだ|(?<!に向け)(?<!に応じ)(?<!を通じ)(?<!とし)(?<!こうし)(?<!に即し)"
    "(?<=[しいれげえめけじせりっ])た)(?!予定|方針|場合|一方|際|上で|中で|計画である)(?=[一-龯ァ-ヴA-Za-z「])"
)
# What a clause that is only why, when or whether ends in.
_SUBORDINATE = re.compile(
    "(?:よう(?:に|な|、|$)|ため(?:の|に|$)|こと(?:から|を|に|が|も|の)|場合(?:に|は|$)|とき(?:に|は|$)|際(?:に|は|$)|"
    "ので$|に(?:伴|合わせ|当た|基づ)|のを|ことを)"
)
_TOPIC = re.compile("(?:は(?!じめ)|(?:で|において)は(?=、))")
_PREMISE = re.compile(
    "^[^。]*?(?:予定|見込み?)(?:であり|であるため|であること|しており|されており|のため|が、)"
)
# What a body does, unlike what becomes of a thing.
_DOES = re.compile(
    "を|に(?:係る)?(?:着手|取り?組|努め|応じ|携わ|参加|参画|協力|対応|加わ)|(?:着手|検討|支援|協力|協議)(?:する|し)"
)
_BECOMES = re.compile(
    "(?:[さら]れ(?:る|た|ている)?|とな(?:る|っている)|で(?:ある|あり)|(?:供用|営業|運用|稼働)を(?:開始|終了)する)$"
)
# What is done to a house, not by whoever is in it: 「病院は、建替えを完了する」.
_HOUSE = re.compile(r"(?:[館所場校園]|病院|大学|センター|基金)(?:\([^()]*\))?等?\)?$")
_BUILDING = re.compile(
    "は、?(?:[^を]*[^一-龯を])?[一-龯]{0,6}(?:整備|改修|建替え?|改築|増築|移転|工事|補修|更新|耐震化|改装|統合|廃止|開設|供用|建設|"
    "設計|撤去|解体|集約|複合化|長寿命化|譲渡|民営化|新設|増設|積立て?)を"
)
_BEHIND = re.compile(r"\([^()]*\)$|[\[【〔][^\[\]【】〔〕]*[\]】〕]$")


def acts(words: str, end: int, weak: bool = False) -> bool:
    """Whether whoever is named before ``end`` is the subject of what its sentence commits to;
    ``weak`` names are bodies only where they do something.

    >>> acts("県は、訓練を行う。", 1), acts("県が公表する想定を踏まえ、訓練を行う。", 1)
    (True, False)
    """
    before = words[:end].rpartition("。")[2]
    tail = words[end:].lstrip(")").split("。")[0]
    if topic := _TOPIC.match(tail):
        tail = tail[topic.end() - 1 :]
        main = not _PREMISE.match(tail)
    elif tail.startswith("が") and not tail.startswith("がん"):
        clause = tail[1:].split("、")[0]
        main = not _ATTRIBUTE.search(clause) and not _SUBORDINATE.search(clause)
    else:
        return False
    bare = _BEHIND.sub("", tail)
    # What is done may stand before whoever does it: 「耐震化を、農政局が完了する」.
    does = _DOES.search(tail) or (tail.startswith("が") and before.rstrip("、").rfind("を") >= 0)
    return main and not (weak and (_BECOMES.search(bare) or _builds(words[:end], bare) or not does))


def _builds(name: str, tail: str) -> bool:
    return _HOUSE.search(name) is not None and _BUILDING.match(tail) is not None
