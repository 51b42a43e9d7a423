"""The wording of a bullet, made comparable: normalised, fingerprinted, compared.

Two extractions of one sentence differ in width, white space, line breaks and in the forms that
a PDF's fonts give to characters; none of that is wording.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher

from spaceplan.frozen import dataclass

SAME = "same"
REMOVED = "removed"
ADDED = "added"

# Characters of the CJK radicals supplement that are drawn exactly as an ideograph and that NFKC
# leaves alone (it folds all Kangxi radicals, and of this block only U+2E9F and U+2EF3).
# Radical, then ideograph. Source: Unicode's EquivalentUnifiedIdeograph.txt, without the forms
# that stand for an ideograph drawn differently (U+2E8C for 小 and the like).
_RADICALS = (
    "\u2e81厂 \u2e84乙 \u2e8a卜 \u2e8e兀 \u2e92巳 \u2e93幺 \u2e9c日 \u2e9d月 \u2ea0民 \u2ea7牛 "
    "\u2ea9王 \u2eaa疋 \u2eb6羊 \u2ebb聿 \u2ec1虎 \u2ec4西 \u2ec5见 \u2ec6角 \u2ec9贝 \u2ecb车 "
    "\u2ed1長 \u2ed3长 \u2ed4门 \u2ed7雨 \u2ed8青 \u2ed9韦 \u2eda页 \u2edb风 \u2edc飞 \u2edd食 "
    "\u2ee2马 \u2ee3骨 \u2ee4鬼 \u2ee5鱼 \u2ee6鸟 \u2ee7卤 \u2ee8麦 \u2ee9黄 \u2eea黾 \u2eeb斉 "
    "\u2eec齐 \u2eed歯 \u2eee齿 \u2eef竜 \u2ef0龙 \u2ef1龜 \u2ef2亀"
)
_FOLDS = {ord(pair[0]): pair[1] for pair in _RADICALS.split()}
# Marks that take no room: soft hyphen, zero-width space and joiners, word joiner, BOM.
_INVISIBLE = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_TABLE: dict[int, str | None] = {**_FOLDS, **_INVISIBLE}

# As it stands after folding: （再掲）, 【再掲】, ［再掲］ and 〔再掲〕.
_REPEAT_MARK = re.compile(r"[(\[【〔]再掲[)\]】〕]")
_SPACES = re.compile(r"\s+")
# Pieces that a reader sees as one thing, so that 2020 → 2021 shows as a year and not as a digit.
_PIECE = re.compile(r"[0-9]+|[A-Za-z]+|[ァ-ヴー]+|[一-龯々]+|.", re.DOTALL)
# Beyond this many pieces a comparison costs too much; the whole middle is shown as changed.
_PIECES_COMPARED = 3000


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that stayed (``same``), went (``removed``) or came (``added``)."""

    kind: str
    text: str


# Kana, ideographs and the marks that stand among them.
_JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_LATIN = re.compile(r"[A-Za-z]")


def is_latin(text: str) -> bool:
    """Whether a text is written in Latin letters: it has some, and hardly any Japanese."""
    japanese = len(_JAPANESE.findall(text))
    return 8 * japanese < len(_LATIN.findall(text))


def has_japanese(text: str) -> bool:
    """Whether a text holds any kana or ideograph."""
    return _JAPANESE.search(text) is not None


def shortened(text: str, most: int = 100) -> str:
    """A text of at most so many characters; one that is cut ends in an ellipsis."""
    return text if len(text) <= most else text[: most - 1] + "…"


def fold(text: str) -> str:
    """``text`` in NFKC, with radicals as ideographs and without invisible marks.

    White space stays, so that positions within a line still mean something.
    """
    return unicodedata.normalize("NFKC", text.translate(_TABLE))


def squeeze(text: str) -> str:
    """Folded text without any white space or line break; the repeat mark stays."""
    # Composed again, as dropping a space can bring a character and its mark together.
    return unicodedata.normalize("NFC", _SPACES.sub("", fold(text)))


def has_repeat_mark(text: str) -> bool:
    """Whether the text says of itself that it repeats another: （再掲） in any brackets."""
    return _REPEAT_MARK.search(squeeze(text)) is not None


def normalise(text: str) -> str:
    """The wording alone: width, white space, line breaks and the repeat mark folded away."""
    return _REPEAT_MARK.sub("", squeeze(text))


def fingerprint(text: str) -> str:
    """``t-`` and the first 16 hexadecimal digits of the SHA-256 of the normalised text."""
    # A stray half of a surrogate pair has no UTF-8 form; it is written as its code.
    data = normalise(text).encode("utf-8", "backslashreplace")
    return "t-" + hashlib.sha256(data).hexdigest()[:16]


def difference(old: str, new: str) -> tuple[Run, ...]:
    """What turns the wording ``old`` into ``new``, as runs in reading order.

    Works on normalised text. The removed of a change stands before the added. Texts that
    differ over more than a few thousand words are shown as wholly changed between what they
    have in common at their ends, so that time stays bounded.
    """
    before = _PIECE.findall(normalise(old))
    after = _PIECE.findall(normalise(new))
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    middle_before = before[head : len(before) - tail]
    middle_after = after[head : len(after) - tail]
    runs = [Run(SAME, "".join(before[:head]))]
    runs.extend(_changes(middle_before, middle_after))
    runs.append(Run(SAME, "".join(before[len(before) - tail :])))
    return tuple(run for run in runs if run.text)


def _changes(before: list[str], after: list[str]) -> Iterator[Run]:
    if len(before) + len(after) > _PIECES_COMPARED:
        yield Run(REMOVED, "".join(before))
        yield Run(ADDED, "".join(after))
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            yield Run(SAME, "".join(before[start:end]))
        else:
            yield Run(REMOVED, "".join(before[start:end]))
            yield Run(ADDED, "".join(after[new_start:new_end]))


def _common(first: list[str], second: list[str]) -> int:
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count
