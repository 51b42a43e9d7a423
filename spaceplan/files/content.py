"""Bytes of a plan file to text: UTF-8 or a refusal that names what it is instead."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from bisect import bisect_right
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from spaceplan.errors import Fault, FileError, Phrase, PlanFaults, phrase
from spaceplan.files import system
from spaceplan.frozen import dataclass
from spaceplan.words import SHOWN, said, speech

if TYPE_CHECKING:
    from spaceplan.files.encodings import Judgement

MAX_BYTES = 64 * 1024 * 1024
BOM = "\ufeff"

# Ruled out by YAML itself (1.1, section 4.1): C0 and C1 controls but tab, LF, CR and NEL.
# A text, which ``re`` compiles when it is first used: a cached plan needs none of it.
_CONTROL = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]"
# Seconds after which somebody who waits is told what for.
_PATIENCE = 1.0
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


@dataclass(frozen=True)
class Part(Content):
    """A file's first ``head`` characters and, without ``skipped`` lines between, a later part.

    It tells places in the whole file.
    """

    head: int = 0
    skipped: int = 0

    def place(self, index: int) -> tuple[int, int]:
        """Line and column in the whole file."""
        line, column = super().place(index)
        return line + (self.skipped if index > self.head else 0), column


def _cut(fact: Any) -> Any:
    if isinstance(fact, str) and len(fact) > _QUOTED:
        return f"{fact[: _QUOTED - 50]}…{fact[-50:]}"
    return fact


def read_bytes(path: Path) -> bytes:
    """A whole plan, which is a file: what would have to be waited for is refused.

    Raises FileError where it cannot be read, PlanFaults where it is absurdly large.
    """
    try:
        with open(path, "rb", opener=system.open_at_once) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise FileError("files.no-regular-file", path=path)
            return _bounded(file, path, "files.expected-size")
    except IsADirectoryError:
        raise FileError("files.folder-not-plan", path=path) from None
    except OSError as error:
        raise unreadable(path, error) from None


def read_stream(path: Path) -> bytes:
    """All that a table or a document gives, which may be a pipe: then it is waited for.

    Raises FileError where it cannot be read, PlanFaults where it is absurdly large.
    """
    try:
        if system.is_idle_pipe(path, _PATIENCE):
            tell(phrase("files.waiting-for-pipe", path=path))
        with open(path, "rb") as file:
            return _bounded(file, path, "files.expected-smaller")
    except IsADirectoryError:
        raise FileError("files.folder-not-file", path=path) from None
    except OSError as error:
        raise unreadable(path, error) from None


def _bounded(file: BinaryIO, path: Path, expected: str) -> bytes:
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise PlanFaults(str(path), (Fault(1, 1, phrase("files.too-large"), phrase(expected)),))
    return data


def unreadable(path: Path, error: OSError) -> FileError:
    """What is said where a file cannot be read: of a link, what is wrong with the link."""
    if error.errno == errno.ELOOP:
        return FileError("files.link-circle", path=path)
    if not isinstance(error, FileNotFoundError):
        return FileError("files.cannot-be-read", path=path, why=system.reason(error))
    if path.is_symlink():
        return FileError("files.link-to-nothing", path=path, target=os.path.realpath(path))
    return FileError("files.no-such-file", path=path)


def tell(message: Phrase) -> None:
    """A line on stderr: what one waits for."""
    print(said(message, speech()), file=sys.stderr, flush=True)


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
