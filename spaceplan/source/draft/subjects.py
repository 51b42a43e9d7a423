"""Whether the body that stands before は or が acts in the sentence, or only in a clause of it.

「県が公表する想定を踏まえ」 and 「県が公表するため」 tell of another's work; 「協議会は、年2回
開催する」 of a thing. 「県は、…に着手する」 and 「2027年度に県が検討を行う」 say who acts.
"""

from __future__ import annotations

import re

# A verb that goes before a noun that it describes; the last word may be of a set phrase.
_ATTRIBUTE = re.compile(
    "(?:(?<!に関)(?<!に対)(?<!に際)(?<!に資)(?<!と)する|(?<!に係)(?<!によ)(?<!におけ)(?<!あらゆ)(?<!いわゆ)(?<!す)(?<!であ)る|"
    "[行担負伴使扱]う|[示指促]す|[進組生踏]む|[開築描導置除働]く|んだ|(?<!に向け)(?<!に応じ)(?<!を通じ)(?<!とし)(?<!こうし)(?<!に即し)"
    "(?<=[しいれげえめけじせりっ])た)(?!予定|方針|場合|一方|際|上で|中で|計画である)(?=[一-龯ァ-ヴA-Za-z「])"
)
# What a clause that is only why, when or whether ends in.
_SUBORDINATE = re.compile(
    "(?:よう(?:に|な|、|$)|ため(?:の|に|$)|こと(?:から|を|に|が|も|の)|場合(?:に|は|$)|とき(?:に|は|$)|際(?:に|は|$)|"
    "ので$|に(?:伴|合わせ|当た|基づ)|のを|ことを)"
)
_PREMISE = re.compile(
    "^[^。]*?(?:予定|見込み?)(?:であり|であるため|であること|しており|されており|のため|が、)"
)
# What a body does, unlike what becomes of a thing.
_DOES = re.compile(
    "を|に(?:係る)?(?:着手|取り?組|努め|参加|参画|協力|対応|加わ)|(?:着手|検討|支援|協力|協議)(?:する|し)"
)
_BECOMES = re.compile(
    "(?:[さら]れ(?:る|た|ている)?|とな(?:る|っている)|で(?:ある|あり)|(?:供用|営業|運用|稼働)を(?:開始|終了)する)$"
)


def acts(tail: str, weak: bool = False) -> bool:
    """Whether whoever stands before ``tail`` is the subject of what the sentence commits to;
    ``weak`` names are bodies only where they do something.

    >>> acts("は、訓練を行う。"), acts("が公表する想定を踏まえ、訓練を行う。")
    (True, False)
    """
    sentence = tail.split("。")[0]
    if sentence.startswith("は") and not sentence.startswith("はじめ"):
        main = not _PREMISE.match(sentence)
    elif sentence.startswith("が") and not sentence.startswith("がん"):
        clause = sentence[1:].split("、")[0]
        main = not _ATTRIBUTE.search(clause) and not _SUBORDINATE.search(clause)
    else:
        return False
    bare = re.sub(r"\([^()]*\)$|[\[【〔][^\[\]【】〔〕]*[\]】〕]$", "", sentence)
    return main and not (weak and (_BECOMES.search(bare) or not _DOES.search(sentence)))
