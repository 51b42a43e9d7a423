"""Text on a screen: what may be shown as it is, how wide it is, where it may be broken.

Widths are terminal cells: a kanji takes two. Characters whose width Unicode leaves to the
context (①, →, …) count as one cell, as terminals draw them unless told otherwise.
``width``, ``cut``, ``pad`` and ``wrap`` expect text that has been through ``visible``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Literal

Align = Literal["left", "right"]

ELLIPSIS = "…"

# Letters and marks by category, and yet blank: filler letters, vowels and selectors.
_BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0"
# Characters that steer a terminal, reorder what is read, or cannot be seen: C0 and C1 controls;
# the bidirectional and other format controls of Unicode's "default ignorable" property; line and
# paragraph separators; surrogates and noncharacters. Private use and code points that no
# standard has assigned yet stay: a font may well have them.
_NEVER_SHOWN = (
    f"{_BLANK}\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
    + "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
)
# Shown only where they vary or join something.
_VARIATION = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_EMOJI = "\u2190-\u2bff\U0001f000-\U0001faff"
# Arabic and the scripts of India spell with the joiners.
_JOINING = "\u0600-\u08ff\u0900-\u0dff"

# Of what may not be shown, all that Python calls printable.
_SUSPECT = frozenset(
    (*_BLANK, *map(chr, range(0xFE00, 0xFE10)), *map(chr, range(0xE0100, 0xE01F0)))
)


@cache  # compiling takes milliseconds, and hardly any plan needs it
def _unsafe() -> re.Pattern[str]:
    """Matches one character that is not to be shown where it stands."""
    return re.compile(
        f"[{_NEVER_SHOWN}]"
        f"|(?<![{_EMOJI}{_JOINING}\ufe0f])\u200d|\u200d(?![{_EMOJI}{_JOINING}])"
        f"|(?<![{_JOINING}])\u200c|\u200c(?![{_JOINING}])"
        f"|(?<![^\\s{_VARIATION}])[{_VARIATION}]"
    )


_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def ordinary(text: str) -> bool:
    """A quick look: True means that there is nothing in ``text`` that ``visible`` would change."""
    # Of the spaces Python calls only the Latin one printable; the Japanese one is as common here.
    return text.replace("\u3000", " ").isprintable() and (
        text.isascii() or _SUSPECT.isdisjoint(text)
    )


def visible(text: str) -> str:
    """``text`` on one line, with nothing in it that could style or steer a terminal.

    What cannot be shown is written as Python writes it: ``\\n``, ``\\x1b``, ``\\u202e``,
    ``\\U000e0001``. Ordinary text, emoji and their joiners included, is returned unchanged.
    """
    return replace_unsafe(text, _escape)


def replace_unsafe(text: str, escape: Callable[[str], str]) -> str:
    """``text`` with each character that ``visible`` would not show replaced by ``escape`` of it."""
    if ordinary(text):
        return text
    return _unsafe().sub(lambda match: escape(match[0]), text)


def _escape(character: str) -> str:
    if character in _SHORT:
        return _SHORT[character]
    code = ord(character)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def encodable(text: str, encoding: str) -> str:
    """``text`` with what ``encoding`` lacks written as ``\\u5de5``.

    Raises LookupError for an encoding that Python does not know.
    """
    return all_encodable([text], encoding)[0]


def all_encodable(texts: list[str], encoding: str) -> list[str]:
    """Each as ``encodable`` writes it."""
    if encoding.lower().startswith("utf"):
        return texts
    return [text.encode(encoding, "backslashreplace").decode(encoding) for text in texts]


_ZWJ = "\u200d"
_EMOJI_STYLE = "\ufe0f"


class _CellWidths(dict[str, int]):
    """The width of each character met so far."""

    def __missing__(self, character: str) -> int:
        self[character] = cells = _cell_width(character)
        return cells


def _cell_width(character: str) -> int:
    code = ord(character)
    # Everyday Latin and Japanese need no table; for the rest rich has one of the newest Unicode.
    if 0x20 <= code < 0x7F or 0xFF61 <= code <= 0xFF9F:
        return 1
    if 0x3041 <= code <= 0x3096 or 0x309B <= code <= 0x30FF or 0x4E00 <= code <= 0x9FFF:
        return 2
    if 0x3000 <= code <= 0x3029 or 0xFF01 <= code <= 0xFF60:
        return 2
    from rich.cells import cell_len

    return cell_len(character)


_CELL_WIDTHS = _CellWidths()


def width(text: str) -> int:
    """How many terminal cells ``text`` takes."""
    if text.isascii():
        return len(text)
    if _ZWJ in text or _EMOJI_STYLE in text:  # the characters on either side count together
        from rich.cells import cell_len

        return cell_len(text)
    return sum(map(_CELL_WIDTHS.__getitem__, text))


def pad(text: str, cells: int, align: Align = "left") -> str:
    """``text`` filled with spaces to ``cells``; a wider one is returned as it is."""
    blanks = " " * (cells - width(text))
    return blanks + text if align == "right" else text + blanks


def cut(text: str, cells: int) -> str:
    """``text`` in at most ``cells``; one that is cut ends with an ellipsis, and counts it."""
    if width(text) <= cells:
        return text
    return next(_chopped(text, cells - 1)) + ELLIPSIS if cells > 0 else ""


# Characters that may not begin or end a line: the usual set of JIS X 4051.
_NOT_FIRST = frozenset(
    "、。，．・：；？！…‥）］｝」』】〕〉》〙〗〟’”々ゝゞヽヾー～〜％℃"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ｡､｣･ｰｧｨｩｪｫｬｭｮｯﾞﾟ"
)
_NOT_LAST = frozenset("（［｛「『【〔〈《〘〖〝‘“｢￥＄")
_SPACES = " \u3000"


def clusters(text: str) -> Iterator[str]:
    """``text`` in drawn characters: each with the marks on it, an emoji with those joined to it."""
    cluster = ""
    for character in text:
        if cluster and not (_CELL_WIDTHS[character] == 0 or cluster[-1] == _ZWJ):
            yield cluster
            cluster = character
        else:
            cluster += character
    if cluster:
        yield cluster


def _chopped(text: str, cells: int) -> Iterator[str]:
    """``text`` in pieces of at most ``cells``, broken anywhere but inside a drawn character.

    A first character wider than ``cells`` leaves the first piece empty. Each is measured once,
    as in all that shortens or breaks a text: it takes time by the length of what is drawn.
    """
    piece: list[str] = []
    taken = 0
    for cluster in clusters(text):
        wide = width(cluster)
        if taken + wide > cells:
            yield "".join(piece)
            piece, taken = [], 0
        piece.append(cluster)
        taken += wide
    yield "".join(piece)


def units(text: str) -> list[str]:
    """``text`` in the pieces that a line break may not divide: words, kanji, runs of spaces."""
    found: list[list[str]] = []
    before = ""
    for cluster in clusters(text):
        if before and _hold(before[0], cluster[0]):
            found[-1].append(cluster)
        else:
            found.append([cluster])
        before = cluster
    return ["".join(unit) for unit in found]


def _hold(before: str, after: str) -> bool:
    """Whether no line may end between these two characters."""
    if before in _SPACES or after in _SPACES:
        return before in _SPACES and after in _SPACES
    if before in _NOT_LAST or after in _NOT_FIRST:
        return True
    return _CELL_WIDTHS[before] < 2 and _CELL_WIDTHS[after] < 2


# A bracket with what is in it, or what ends with a comma or a sign of a span.
_PART = re.compile(r"[ \u3000]+|[(（][^()（）]*[)）]|.+?(?:[、～]|\.\.|(?=[ \u3000(（])|$)")


def wrap(text: str, cells: int, *, parted: bool = False) -> list[str]:
    """``text`` in lines of at most ``cells`` (at least 2); an empty text is one empty line.

    ``parted``: it is a list of names, a time or a state, whose parts are kept whole where each
    fits in a line.

    Latin words are kept whole where they fit in a line; Japanese breaks between any two
    characters but those that may not begin or end a line. Spaces at a break are dropped,
    those before the text stay.
    Raises ValueError for less than 2 cells, which no kanji fits.
    """
    if cells < 2:
        raise ValueError(f"cannot wrap text to {cells} cells; at least 2 are needed")
    if width(text) <= cells:
        return [text]
    lines: list[str] = []
    line = gap = ""
    taken = 0
    parts = _PART.findall(text) if parted else []
    if not parts or any(width(part) > cells for part in parts):
        parts = units(text)
    for unit in parts:
        if not unit.strip(_SPACES):
            gap = unit
            continue
        wide = width(gap) + width(unit)
        if taken + wide <= cells and (line or not lines):
            line += gap + unit
            taken += wide
        else:
            if line:
                lines.append(line)
            *full, line = [piece for piece in _chopped(unit, cells) if piece]
            lines.extend(full)
            taken = width(line)
        gap = ""
    return [*lines, line]
