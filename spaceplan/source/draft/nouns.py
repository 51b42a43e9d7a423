"""Verbs as the nouns that titles are made of: 打ち上げる → 打上げ, 開始する → 開始."""

from __future__ import annotations

import re

# Verbs that only say that something is done, or aimed at; their object says what.
EMPTY = re.compile(
    "(?:(?:行[うい]|行っ|進め|図[っりる]|講[じず]|実施|推進|継続|取り組[みむん]|目指|努め|得|果たし?|続け)?"
    "(?:る|す|て|で|ていく|でいく|する|し|した|して|していく|されるようにする)?"
    "|(?:目指|目標|目的|目途|向け|備え|予定|見据え).*)$"
)
# The stem of a verb and its noun.
_TABLE = """
打ち上げ→打上げ 打上げ→打上げ 始め→開始 終え→終了 設け→設置 定め→策定 決め→決定
取り決め→取決め まとめ→取りまとめ 取りまとめ→取りまとめ とりまとめ→取りまとめ 整え→整備
見直→見直し 引き渡→引渡し 立ち上げ→立上げ 載せ→搭載 作→作成 造→建造 開→開催 高め→向上
強め→強化 深め→深化 広げ→拡大 増や→増加 減ら→削減 示→提示 改め→改定 探→検討 役立て→活用
生か→活用 活か→活用 支え→支援 引き上げ→引上げ 引き下げ→引下げ 受け入れ→受入れ 取り入れ→取入れ
切り替え→切替え 置き換え→置換え 組み立て→組立て 繰り下げ→繰下げ 働きかけ→働きかけ
呼びかけ→呼びかけ 後押→後押し 促→促進
"""
_NOUNS = dict(pair.split("→") for pair in _TABLE.split())
# The longest first: 取りまとめ ends in まとめ.
_STEMS = sorted(_NOUNS, key=len, reverse=True)
_ENDING = "(?:しする|していく|[るすうくしりいきてでた]|ていく|する)?"
_SAHEN = re.compile(
    "(?P<noun>.*?[一-龯ァ-ヴー]{2,})(?:を)?(?:す|する|し|した|して|していく|できる|させる|させ|させた|される|化する)$",
    re.DOTALL,
)


def is_noun(words: str) -> bool:
    """Whether what is done stands as a noun: 打上げ, 開始."""
    return (
        words in _NOUNS.values()
        or words == ""
        or re.fullmatch("[一-龯ァ-ヴーA-Za-z0-9・()（）]+", words) is not None
    )


def noun_of(verb: str) -> str:
    """The noun of a verb, "" for one that says nothing; a verb that has none stays as it is."""
    words = re.sub("(?:とともに|べく|つつ|ながら)$", "", verb.strip("、。 "))
    words = re.sub("とす$", "とする", words)
    if EMPTY.fullmatch(words):
        return ""
    for stem in _STEMS:
        match = re.fullmatch(f"([0-9].*?)?{stem}{_ENDING}", words)
        if match:
            return (match.group(1) or "") + _NOUNS[stem]
    sahen = _SAHEN.fullmatch(words)
    if sahen:
        return sahen["noun"]
    return words
