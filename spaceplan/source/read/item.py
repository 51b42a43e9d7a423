"""A bullet, paragraph or question while its lines are still coming."""

from __future__ import annotations

import re
from itertools import pairwise

from spaceplan.frozen import dataclass
from spaceplan.source.read.fields import field_line
from spaceplan.source.read.lines import Line
from spaceplan.source.read.tense import DECIDED, FORETOLD, PROMISES, TO_DO, TOLD, tense
from spaceplan.source.read.text import has_japanese, is_latin, normalise

BULLET = "bullet"
PARAGRAPH = "paragraph"
QUESTION = "question"
NOTE = "note"

_OPENING = "（(「『［[【〔"
_CLOSING = "）)」』］]】〕"
# The stop, and a bracket behind it: 「…する。（内閣府、総務省）」.
_SENTENCE_END = re.compile(
    r"[。．｡][)\]】〕」』）］]*(?:[(\[（［【〔][^()\[\]（）［］【】〔〕。]{1,60}[)\]）］】〕])?$"
)
_TAIL = 80
_LATIN_END = re.compile(r"[.!?;][)\]\"'”’*_]*(?:[(\[][^()\[\]]{1,60}[)\]])?$")
_HYPHEN = re.compile("(?<=[A-Za-z0-9])-$")
_AND = re.compile(r"(?:and|or|to)\b")
# The mark of a footnote behind a word; km² is none.
_NOTE_MARK = re.compile(r"(?:(?<=[a-z]{2})(?<!\b[ckm]m)|(?<=[.,;:)])|(?<=[0-9]{4}))(?:[¹²³⁰⁴-⁹]+)")
# Behind Japanese: ※, ※1, *1, （注1）.
_JAPANESE_MARK = re.compile(
    "(?<=[ぁ-んァ-ヴー一-龯々）)」])(?:[※＊*][0-9０-９]{1,2}|※(?=[をにはがのとへでもや、。]|$)|"
    "[（(〔［][※注][0-9０-９]{0,2}[）)〕］])"
)
# What tells of the document, or leads to what stands below.
_OF_ITSELF = re.compile(
    "(?:本|この)(?:計画|工程表|章|部|節|項|資料|文書|プログラム|戦略|方針|ロードマップ|パッケージ|プラン)(?:は|では|において)"
    "(?![^。]*(?:までに|中に|年度に|年に))[^。]*(?:(?:示|定め|記載|整理|掲げ|述べ|まとめ|策定|位置付け|構成|対象と|期間と)"
    "(?:する|した|す|し|る|た|します|しました|ます)?|もの)(?:もの)?(?:である|とする|です|とします)?$|"
    # 「令和7年度から令和11年度までの5年間とする」 is how long the plan runs.
    "(?:(?:本計画|計画|この計画|プラン)の?(?:対象)?期間は、?[^。]*|[^、。をにはが]{4,20}から[^、。をにはが]{4,20}まで(?:の[0-9]+(?:年間|[かヶ]年(?:間)?))?)"
    "と(?:する|します|している|しています)$"
)
_BELOW = re.compile(
    "(?:次|以下|下記|別表|別紙)の(?:とおり|通り|ような?)[^、。]{0,12}。?$|"
    "(?:次|以下|下記)(?:(?:の|に(?:掲げる|示す))[^、。を]{0,8}(?:取り?組み?|施策|事項|対策|措置|項目|事業|方策|業務|活動|"
    "内容|もの|こと|点)[^、。を]{0,2})?(?:を|について|に)(?:[^。を]{0,20}に|[^、。をに]{0,12})?"
    "(?:行[うい]|実施し?|進め|推進し?|講[じず]|取り組[むみ]|実現し?|達成し?|完了し?|展開し?)(?:る|する|ます|ていく)?。?$"
)
# A sentence that only says how things are.
_STATE = re.compile("(?:である|です|れる|れます|となる|となります|がある|があります|ない|ません)$")
# What something is, not what is to be done with it: 「…は喫緊の課題である。」.
_JUDGED = re.compile(
    "(?:(?<!もの)(?<!こと)(?<!方針)(?<!目標)(?<!計画)(?<!目的)(?:である|です)|(?:が|も|は)(?:ある|あります|ない|ありません)|"
    "(?:と|とも)(?:いえる|言える|なっている|考えられる|思われる)|(?:求めら|懸念さ|期待さ|望ま)れ(?:る|ます|て(?:いる|います)))$"
)
# "Establish three stations by June 2027": what is to be done, and by when.
_TO_BE_DONE = re.compile(
    r"(?!(?:The|An?|This|These|Those|It|We|Our|In|On|At|By|For|As|To|Since|There|With)\b)[A-Z][a-z-]+"
    r" [^.;]{4,200}?\b(?:(?:per|each|every) (?:year|quarter)\b|annually\b|"
    r"(?:by|before|until|than)\s(?:(?:the|end|start|of|early|late|mid|[0-9]{1,2},?|"
    r"[A-Z][a-z]+|Q[1-4]|FY|summer|spring|autumn|winter)[ -])*(?:FY)?20[0-9]{2})"
)
_SENTENCES = re.compile(r"(?:\S+\s+){4}\S*[.!?](?=\s+[A-Z]|$)")
_NEXT_SENTENCE = re.compile(r"(?<=[a-z0-9)][.!?])\s+(?=[A-Z])")
# What tells of the document: "The purpose of this chapter is to", "This chapter sets out".
_OF_THIS = re.compile(
    r"\b(?:aims?|purpose|objectives?|goals?|focus|scope|intention)\s+of\s+(?:this|the\s+present)\s+"
    r"(?:theme|chapter|plan|section|part|strategy|roadmap|document|action|edition|pillar|programme)\b|"
    r"^This\s+(?:theme|chapter|plan|section|part|strategy|roadmap|document|edition|table|annex)\b",
    re.IGNORECASE,
)
_COMMITS = re.compile(rf"\b(?:{PROMISES}|commits? to)\b", re.IGNORECASE)


@dataclass(slots=True)
class Item:
    """``kind`` is bullet, paragraph, question or note; ``pieces`` are its lines' words so far.

    ``spaced`` says that a space stands behind its ``glyph``.
    """

    kind: str
    lines: list[Line]
    pieces: list[str]
    glyph: str = ""
    level: int = 0
    spaced: bool = False

    def text(self) -> str:
        """The pieces joined."""
        parts = [self.pieces[0]]
        for before, piece in pairwise(self.pieces):
            parts.append(glue(before, piece) + piece)
        return without_notes("".join(parts))


def without_notes(text: str) -> str:
    """A text without the marks of its footnotes: ``¹``, ``[^1]``, ``※1``, ``（注1）``."""
    return _JAPANESE_MARK.sub("", _NOTE_MARK.sub("", text))


def only_tells(text: str) -> bool:
    """Whether a paragraph only tells of the document (「本計画は…示すものである。」) and how things
    are, or of what stands below it (「次のとおりである。」)."""
    words = normalise(text)
    sentences = [one for one in words.split("。") if one]
    own = [_OF_ITSELF.match(one) is not None for one in sentences]
    told = (tense(one) in TOLD or _STATE.search(one) for one in sentences)
    return (any(own) and all(map(any, zip(own, told, strict=True)))) or (
        _BELOW.search(words) is not None
    )


def judges(text: str) -> bool:
    """Whether a paragraph ends with how things are, and says nothing that is to be done."""
    sentences = [one for one in normalise(text).split("。") if one]
    told = [tense(one) for one in sentences]
    return (
        bool(sentences)
        and _JUDGED.search(sentences[-1]) is not None
        and not any(
            one in (FORETOLD, DECIDED) or (one == TO_DO and not _JUDGED.search(said))
            for one, said in zip(told, sentences, strict=True)
        )
    )


def glue(before: str, after: str) -> str:
    """What stands between two wrapped pieces: a space between Latin words, else nothing."""
    if is_latin(before[-_TAIL:]) and not has_japanese(after[:_TAIL]):
        # A word or a range that was cut at its hyphen; not "short- and long-term".
        return "" if _HYPHEN.search(before[-3:]) and not _AND.match(after) else " "
    latin = before[-1:].isascii() and before[-1:].isalpha()
    return " " if latin and after[:1].isascii() and after[:1].isalpha() else ""


def introduces(item: Item) -> bool:
    """Whether the item's words so far introduce what stands below: 「次を行う：」,
    「次の取組を行う。」."""
    if item.pieces[-1].rstrip().endswith((":", "：")):
        return True
    return _BELOW.search(normalise(item.text())) is not None


def commits(text: str) -> bool:
    """Whether an English paragraph commits to something, and names a number."""
    own = [one for one in _NEXT_SENTENCE.split(text) if not _OF_THIS.search(one)]
    said = " ".join(own)
    if not any(c.isdigit() for c in said):
        return False
    return _COMMITS.search(said) is not None or _TO_BE_DONE.match(said) is not None


def promises(text: str) -> bool:
    """Whether an English paragraph says what will be done."""
    return _COMMITS.search(text) is not None


def tells(text: str) -> bool:
    """Whether a paragraph in Latin letters has a sentence of five words or more."""
    return _SENTENCES.search(text) is not None


def is_prose(text: str) -> bool:
    """Whether a paragraph in Latin letters has three sentences or more: it tells, and lists not."""
    return is_latin(text) and len(_SENTENCES.findall(text)) > 2


def unbalanced(text: str) -> bool:
    """Whether a bracket that was opened is still open."""
    opened = sum(text.count(mark) for mark in _OPENING)
    return opened > sum(text.count(mark) for mark in _CLOSING)


def ended(item: Item) -> bool:
    """Whether the item's words so far end a sentence."""
    tail = "".join("".join(piece[-_TAIL:] for piece in item.pieces[-3:]).split())[-_TAIL:]
    for mark in ("（再掲）", "(再掲)", "【再掲】", "［再掲］", "[再掲]"):
        tail = tail.removesuffix(mark)
    if item.kind == QUESTION and tail.endswith(("か", "？", "?")):
        return True
    if is_latin(tail):
        # A field ends with its line.
        return bool(_LATIN_END.search(tail) or field_line(item.pieces[-1]))
    return _SENTENCE_END.search(tail) is not None
