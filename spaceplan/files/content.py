"""Bytes of a plan file to text: UTF-8 or a refusal that names what it is instead."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from spaceplan.errors import Fault, FileError, PlanFaults
from spaceplan.words import SHOWN

MAX_BYTES = 64 * 1024 * 1024
BOM = "\ufeff"

# Ruled out by YAML itself (1.1, section 4.1): C0 and C1 controls but tab, LF, CR and NEL.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_UTF16_32 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
# Codec, and what to call it; iconv knows it by the first word.
_GUESSES = (("cp932", "CP932 (Shift_JIS)"), ("euc_jp", "EUC-JP"))
_JIS = "ISO-2022-JP (JIS)"
_LATIN = "CP1252 (Windows, Western)"
_JIS_ESCAPE = re.compile(rb"\x1b[$(][@BJ]")
# What Japanese text is made of; half-width katakana, into which other encodings turn, are not.
_JAPANESE = re.compile("[\u2460-\u2473\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e]")
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
# A fault quotes at most about so much of what it found.
_QUOTED = 200


@dataclass(frozen=True)
class Content:
    """A plan file's text without its byte-order mark; ``name`` is what messages call it."""

    name: str
    text: str
    bom: bool = False

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\r\n|\n|\r", self.text))]

    def place(self, index: int) -> tuple[int, int]:
        """Line and column (from 1, in characters) of a place in the text.

        Lines are an editor's: YAML's marks also end lines at U+0085, U+2028 and U+2029, so
        they are counted here afresh from the index.
        """
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def fault(self, index: int, what: str, expected: str = "", **more: str) -> Fault:
        """A fault at a place in the text; what it quotes is cut to a readable length."""
        line, column = self.place(index)
        if len(what) > _QUOTED:
            what = f"{what[: _QUOTED - 50]}…{what[-50:]}"
        return Fault(line, column, what, expected, **more)


def read_bytes(path: Path) -> bytes:
    """The whole file. Raises FileError where it cannot be read, PlanFaults where it is absurd."""
    try:
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise FileError(f"{path}: no such file") from None
    except IsADirectoryError:
        raise FileError(f"{path}: is a folder; expected a plan file") from None
    except OSError as error:
        raise FileError(f"{path}: cannot be read: {error.strerror}") from None
    if len(data) > MAX_BYTES:
        expected = "a plan of 10,000 milestones takes about 5 MB"
        raise PlanFaults(str(path), (Fault(1, 1, "the file is larger than 64 MB", expected),))
    return data


def decode(data: bytes, name: str) -> Content:
    """The text of a plan file. Raises PlanFaults where it is not clean UTF-8 text."""
    if data.startswith(_UTF16_32) or data.count(0) * 4 > len(data):
        fault = Fault(1, 1, "the file is UTF-16 or UTF-32", "save it as UTF-8")
        raise PlanFaults(name, (fault,))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise PlanFaults(name, (_not_utf8(data, error.start),)) from None
    escape = _JIS_ESCAPE.search(data)
    if escape:
        raise PlanFaults(name, (_encoded(data, escape.start(), _JIS),))
    bom = text.startswith(BOM)
    content = Content(name, text[1:] if bom else text, bom)
    faults = tuple(
        content.fault(
            match.start(),
            f"control character U+{ord(match.group()):04X}",
            "a plan is plain text; delete it or write it as an escape in double quotes",
        )
        for match, _ in zip(_CONTROL.finditer(content.text), range(SHOWN), strict=False)
    )
    if faults:
        raise PlanFaults(name, faults)
    return content


def _not_utf8(data: bytes, index: int) -> Fault:
    """The fault of a file that stops being UTF-8 at ``index``, with the likely encoding."""
    if _JAPANESE.search(data[:index].decode("utf-8")):
        # Sound UTF-8 up to here, so it is no other encoding: a byte is damaged.
        line, column = _place(data, index)
        return Fault(line, column, f"not UTF-8 (byte 0x{data[index]:02X})", "save it as UTF-8")
    share, likely = max((_japanese_share(data, codec), label) for codec, label in _GUESSES)
    return _encoded(data, index, likely if share > 0.5 else _LATIN)


def _japanese_share(data: bytes, codec: str) -> float:
    """How much of what is not ASCII is Japanese when read by ``codec``: 0 to 1."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return 0.0
    return len(_JAPANESE.findall(text)) / max(len(_BEYOND_ASCII.findall(text)), 1)


def _encoded(data: bytes, index: int, label: str) -> Fault:
    command = f"iconv -f {label.split()[0]} -t UTF-8"
    line, column = _place(data, index)
    return Fault(
        line, column, f"not UTF-8; likely {label}", f"save it as UTF-8, for example: {command}"
    )


def _place(data: bytes, index: int) -> tuple[int, int]:
    """Line and column of a byte, the first that is not UTF-8."""
    head = Content("", data[:index].decode("utf-8", "replace").removeprefix(BOM))
    return head.place(len(head.text))
