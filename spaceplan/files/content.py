"""Bytes of a plan file to text: UTF-8 or a refusal that names what it is instead."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spaceplan.errors import Fault, FileError, Phrase, PlanFaults, phrase
from spaceplan.frozen import dataclass
from spaceplan.words import SHOWN

if TYPE_CHECKING:
    from spaceplan.files.encodings import Judgement

MAX_BYTES = 64 * 1024 * 1024
BOM = "\ufeff"

# Ruled out by YAML itself (1.1, section 4.1): C0 and C1 controls but tab, LF, CR and NEL.
# A text, which ``re`` compiles when it is first used: a cached plan needs none of it.
_CONTROL = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]"
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

    def fault(self, index: int, what: Phrase, expected: Phrase | None = None, **more: str) -> Fault:
        """A fault at a place in the text; what it quotes is cut to a readable length."""
        line, column = self.place(index)
        what = Phrase(what.key, {name: _cut(fact) for name, fact in what.facts.items()})
        return Fault(line, column, what, expected, **more)


def _cut(fact: Any) -> Any:
    if isinstance(fact, str) and len(fact) > _QUOTED:
        return f"{fact[: _QUOTED - 50]}…{fact[-50:]}"
    return fact


def read_bytes(path: Path) -> bytes:
    """The whole file. Raises FileError where it cannot be read, PlanFaults where it is absurd."""
    try:
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise FileError("files.no-such-file", path=path) from None
    except IsADirectoryError:
        raise FileError("files.folder-not-plan", path=path) from None
    except OSError as error:
        raise FileError("files.cannot-be-read", path=path, why=error.strerror) from None
    if len(data) > MAX_BYTES:
        fault = Fault(1, 1, phrase("files.too-large"), phrase("files.expected-size"))
        raise PlanFaults(str(path), (fault,))
    return data


def decode(data: bytes, name: str) -> Content:
    """The text of a plan file. Raises PlanFaults where it is not clean UTF-8 text."""
    from spaceplan.files.encodings import judge

    found = judge(data)
    if found.codec != "utf-8":
        raise PlanFaults(name, (_encoded(data, found),))
    content = Content(name, data[found.mark :].decode("utf-8"), bool(found.mark))
    if content.text.startswith(BOM):
        second = content.fault(0, phrase("files.second-mark"), phrase("files.delete-it"))
        raise PlanFaults(name, (second,))
    faults = tuple(
        content.fault(
            match.start(),
            phrase("files.control-character", code=f"{ord(match.group()):04X}"),
            phrase("files.plain-text"),
        )
        for match, _ in zip(re.finditer(_CONTROL, content.text), range(SHOWN), strict=False)
    )
    if faults:
        raise PlanFaults(name, faults)
    return content


def _encoded(data: bytes, found: Judgement) -> Fault:
    """The fault of a plan in another encoding than UTF-8."""
    if found.codec.startswith("utf-"):
        return Fault(1, 1, phrase("files.is-utf16"), phrase("files.save-utf8"))
    from spaceplan.files.encodings import LABELS, place_of

    line, column = place_of(data, found.index)
    likely = [found.codec] if found.codec else found.likely
    if not likely:
        what = phrase("files.not-utf8-byte", byte=f"{data[found.index]:02X}")
        return Fault(line, column, what, phrase("files.save-utf8"))
    labels = [LABELS[codec] for codec in likely]
    command = f"iconv -f {labels[0].split()[0]} -t UTF-8"
    return Fault(
        line,
        column,
        phrase("files.not-utf8-likely", likely=labels),
        phrase("files.save-utf8-for-example", command=command),
    )
