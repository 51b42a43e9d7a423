"""Bytes to text: the one guess of encodings, which plans, tables and documents ask.

UTF-8, UTF-16 and ISO-2022-JP tell themselves. CP932, EUC-JP and CP1252 fit nearly any bytes of
each other, so they are told by what they would make of them: Japanese text is made of Japanese
characters, a western one of letters with their accents among plain ones. Where that leaves two,
or a western one, nothing is guessed: whoever asks is told what is likely, and names it.
"""

from __future__ import annotations

import codecs
import re

from spaceplan.errors import FileError, UsageError
from spaceplan.frozen import dataclass

CP932 = "cp932"
EUC_JP = "euc_jp"
JIS = "iso2022_jp"
CP1252 = "cp1252"
# What people call them; iconv and ``--encoding`` know each by its first word.
LABELS = {
    CP932: "CP932 (Shift_JIS)",
    EUC_JP: "EUC-JP",
    JIS: "ISO-2022-JP (JIS)",
    CP1252: "CP1252 (Windows, Western)",
}
# Longer ones first: those of UTF-32 begin as those of UTF-16 do.
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# What is meant by a name: with or without a mark; Shift_JIS as Windows writes it.
_MEANT = {"utf-8": "utf-8-sig", "shift_jis": CP932}
_JIS_ESCAPE = re.compile(rb"\x1b[$(][@BJ]")
# What Japanese text is made of; half-width katakana, into which other encodings turn, are not.
# Texts, which ``re`` compiles when they are first used: sound UTF-8 needs none of them.
_JAPANESE = "[\u2460-\u2473\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e]"
_BEYOND_ASCII = "[^\x00-\x7f]"
# A letter with an accent beside a plain one, and an apostrophe between two.
_WESTERN = (
    "(?<=[A-Za-z])[\xc0-\xff\u0152\u0153]{1,2}(?![^\x00-\x7f])"
    "|(?<![^\x00-\x7f])[\xc0-\xff\u0152\u0153]{1,2}(?=[A-Za-z])"
    "|(?<=[A-Za-z])\u2019(?=[A-Za-z])"
)
# A text is taken to be what makes sense of more than half of it.
_SENSE = 0.5
# Two that make as much sense of it cannot be told apart.
_NEARLY = 0.05
# How many of the bytes are zero, at the least, in UTF-16 that happens to be sound UTF-8 too.
_ZEROS = 0.25


@dataclass(frozen=True, slots=True)
class Judgement:
    """What bytes are: ``codec`` names Python's, "" where it cannot be told.

    ``mark`` is how many bytes of byte-order mark stand before the text. ``likely`` are codecs that
    make sense of it, best first. ``index`` is the first byte that is not UTF-8 (-1: none), and
    ``damaged`` says that it is UTF-8 all the same, with a byte gone wrong.
    """

    codec: str
    mark: int = 0
    likely: tuple[str, ...] = ()
    index: int = -1
    damaged: bool = False


def judge(data: bytes) -> Judgement:
    """What encoding these bytes are in."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            index = _not_utf8(data) if codec == "utf-8" else -1
            return Judgement("" if index >= 0 else codec, len(mark), (), index, index >= 0)
    index = _not_utf8(data)
    wide = _utf16(data, index)
    if wide:
        return Judgement(wide, index=index)
    if index < 0:
        escape = _JIS_ESCAPE.search(data)
        return Judgement(JIS, index=escape.start()) if escape else Judgement("utf-8")
    if re.search(_JAPANESE, data[:index].decode("utf-8")):
        # Sound UTF-8 up to here, so it is no other encoding: a byte is damaged.
        return Judgement("", index=index, damaged=True)
    likely = _likely(data)
    sure = len(likely) == 1 and likely[0] != CP1252
    return Judgement(likely[0] if sure else "", likely=likely, index=index)


def text_of(data: bytes, name: str, encoding: str = "") -> str:
    """The text of a file, without its byte-order mark; ``encoding`` is the one that a user named.

    What is sound UTF-8 is that, whatever was named: nothing else is so by chance, and of several
    files one may be. Raises FileError, with the place, where the encoding cannot be told or is not
    kept to the end, or where the file is binary; UsageError where there is no encoding of that
    name.
    """
    codec = named(encoding) if encoding else ""
    found = judge(data)
    if codec and found.codec != "utf-8":
        text = _decoded(data, codec, name)
    elif not found.codec:
        raise _cannot_tell(data, found, name)
    else:
        text = _decoded(data[found.mark :], found.codec, name)
    zero = text.find("\0")
    if zero >= 0:
        line, column = place_in(text, zero)
        raise FileError("files.zero-byte", place=f"{name}:{line}:{column}")
    return text


def _cannot_tell(data: bytes, found: Judgement, name: str) -> FileError:
    line, column = place_of(data, found.index)
    place = f"{name}:{line}:{column}"
    if found.damaged:
        return FileError("files.byte-not-utf8", place=place, byte=f"{data[found.index]:02X}")
    if b"\0" in data:
        return FileError("files.zero-byte", place=place)
    if not found.likely:
        return FileError("files.encoding-unknown", place=place)
    labels = [LABELS[codec] for codec in found.likely]
    codec = labels[0].split()[0].lower()
    return FileError("files.encoding-unclear", place=place, likely=labels, codec=codec)


def named(encoding: str) -> str:
    """Python's name of an encoding that a user named. Raises UsageError for an unknown one."""
    try:
        codec = codecs.lookup(encoding).name
        b"-".decode(codec)  # zip and rot13 are in the list too, and are of no text
    except UnicodeDecodeError:
        pass  # one byte is half a character in it
    except (LookupError, ValueError):
        raise UsageError("files.no-encoding", encoding=encoding) from None
    return _MEANT.get(codec, codec)


def place_of(data: bytes, index: int) -> tuple[int, int]:
    """Line and column of a byte, the first that is not UTF-8."""
    head = data[:index].decode("utf-8", "replace").removeprefix("\ufeff")
    return place_in(head, len(head))


def place_in(text: str, index: int) -> tuple[int, int]:
    """Line and column (from 1, in characters) of a place in a text, lines as an editor has them."""
    ends = [0, *(match.end() for match in re.finditer("\r\n|\n|\r", text[:index]))]
    return len(ends), index - ends[-1] + 1


def _decoded(data: bytes, codec: str, name: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FileError(
            "files.not-whole", place=f"{name}:{line}:1", encoding=codec.removesuffix("-sig")
        ) from None


def _not_utf8(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return -1


def _utf16(data: bytes, index: int) -> str:
    """Which UTF-16 without its mark, or "": ASCII in it has a zero byte on one side.

    Text that is sound UTF-8 but for some stray zero bytes is no UTF-16.
    """
    zeros = data.count(0)
    few = zeros < len(data) * _ZEROS if index < 0 else zeros < data.count(b"\n")
    if not zeros or few or len(data) % 2:
        return ""
    codec = "utf-16-le" if data[1::2].count(0) >= zeros / 2 else "utf-16-be"
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return ""
    return "" if "\0" in text else codec


def _likely(data: bytes) -> tuple[str, ...]:
    """The encodings that make sense of bytes that are no UTF, best first."""
    shares = {codec: _japanese_share(data, codec) for codec in (CP932, EUC_JP)}
    best = max(shares.values())
    japanese = [
        codec
        for codec, share in sorted(shares.items(), key=lambda item: -item[1])
        if share > _SENSE and share > best - _NEARLY
    ]
    if not _is_western(data):
        return tuple(japanese)
    return (CP1252, *japanese)


def _japanese_share(data: bytes, codec: str) -> float:
    """How much of what is not ASCII is Japanese when read by ``codec``: 0 to 1."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return 0.0
    return len(re.findall(_JAPANESE, text)) / max(len(re.findall(_BEYOND_ASCII, text)), 1)


def _is_western(data: bytes) -> bool:
    """Whether most of what is not ASCII stands, read as CP1252, where accents stand."""
    try:
        text = data.decode(CP1252)
    except UnicodeDecodeError:
        return False
    sensible = sum(len(found) for found in re.findall(_WESTERN, text))
    return sensible > _SENSE * len(re.findall(_BEYOND_ASCII, text))
