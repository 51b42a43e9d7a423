"""The wording of a bullet, made comparable: normalised, fingerprinted, compared.

Two extractions of one sentence differ in width, white space, line breaks and in the forms that
a PDF's fonts give to characters; none of that is wording.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
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

BRACKET = r"[(\[【〔][^()\[\]【】〔〕]*[)\]】〕]"
"""A bracket of folded text with none in it, as a pattern."""
# As it stands after folding: （再掲）, 【再掲】, ［再掲］ and 〔再掲〕.
_REPEAT_MARK = re.compile(r"[(\[【〔]再掲[)\]】〕]")
_SPACES = re.compile(r"\s+")
# Pieces that a reader sees as one thing, so that 2020 → 2021 shows as a year and not as a digit.
_PIECE = re.compile(r"[0-9]+|[A-Za-z]+|[ァ-ヴー]+|[一-龯々]+|.", re.DOTALL)
# What is no use between two changes: particles, a mark, a short word.
_LITTLE = re.compile("[ぁ-ん、・]{1,2}| ?[a-z]{1,3}")
# Of a text in Latin letters: a number, a word or a mark, each with the blank before it.
_LATIN_PIECE = re.compile(r"\s?(?:[0-9]+(?:[.,][0-9]+)*|\w[\w'’-]*|.)", re.DOTALL)
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

    Works on normalised text, in which words in Latin letters keep the blanks between them. The
    removed of a change stands before the added. Texts that differ over more than a few thousand
    words are shown as wholly changed between what they have in common at their ends, so that time
    stays bounded.
    """
    before, after = _pieces(old, new)
    keys = [piece.strip() for piece in before], [piece.strip() for piece in after]
    head = _common(*keys)
    tail = _common(keys[0][head:][::-1], keys[1][head:][::-1])
    ends = len(before) - tail, len(after) - tail
    runs = [Run(SAME, "".join(after[:head]))]
    runs.extend(_changes(before[head : ends[0]], after[head : ends[1]]))
    runs.append(Run(SAME, "".join(after[ends[1] :])))
    return tuple(run for run in runs if run.text)


def marked(runs: Sequence[Run]) -> str:
    """Reworded text in one line: [-removed-]{+added+}, the rest shortened where it is long.

    What stayed between two changes and is a word too short to hold on to is shown as changed.
    """
    parts: list[tuple[str, str, str]] = []
    for place, run in enumerate(runs, 1):
        same = run.text if run.kind == SAME else ""
        if parts and place < len(runs) and _LITTLE.fullmatch(same):
            removed = added = same
        elif same or not parts:
            parts.append((same, "", ""))
            removed = added = ""
        if not same:
            removed, added = (run.text, "") if run.kind == REMOVED else ("", run.text)
        parts[-1] = parts[-1][0], parts[-1][1] + removed, parts[-1][2] + added
    return "".join(_marked(*part) for part in parts)


def _marked(same: str, removed: str, added: str) -> str:
    # A blank that both begin with is none of the change.
    blank = " " if removed[:1] == added[:1] == " " else ""
    removed, added = removed.removeprefix(blank), added.removeprefix(blank)
    return (
        _ends(same)
        + blank
        + (f"[-{removed}-]" if removed else "")
        + (f"{{+{added}+}}" if added else "")
    )


def _ends(text: str) -> str:
    """The ends of a text that is long; of words in Latin letters whole ones."""
    most, half = (48, 20) if is_latin(text) else (24, 10)
    if len(text) <= most:
        return text
    first, last = text[:half], text[-half:]
    if is_latin(text):
        first, last = first.rpartition(" ")[0] or first, last.partition(" ")[2] or last
        return f"{first} … {last}"
    return f"{first}…{last}"


def _pieces(old: str, new: str) -> tuple[list[str], list[str]]:
    if is_latin(old + new):
        spaced = (" ".join(fold(text).split()) for text in (old, new))
        before, after = (_LATIN_PIECE.findall(text) for text in spaced)
    else:
        before, after = (_PIECE.findall(normalise(text)) for text in (old, new))
    return before, after


def _changes(before: list[str], after: list[str]) -> Iterator[Run]:
    if len(before) + len(after) > _PIECES_COMPARED:
        yield Run(REMOVED, "".join(before))
        yield Run(ADDED, "".join(after))
        return
    keys = [piece.strip() for piece in before], [piece.strip() for piece in after]
    matcher = SequenceMatcher(None, *keys, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            yield Run(SAME, "".join(after[new_start:new_end]))
        else:
            yield Run(REMOVED, "".join(before[start:end]))
            yield Run(ADDED, "".join(after[new_start:new_end]))


def _common(first: Sequence[str], second: Sequence[str]) -> int:
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count
