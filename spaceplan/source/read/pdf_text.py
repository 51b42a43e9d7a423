"""The text of a PDF, line by line as one reads it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from spaceplan.errors import FileError, phrase
from spaceplan.progress import each
from spaceplan.source.read import marks

if TYPE_CHECKING:
    from pypdf import PageObject

# Pieces whose feet differ by less stand on one line.
_LEVEL = 1


class _Piece(NamedTuple):
    """What is drawn at once, and from where."""

    text: str
    x: float
    y: float


def pdf_text(data: bytes, path: Path) -> str:
    """The text of a PDF, its pages joined by form feeds.

    Raises FileError where it is broken, holds no text, or has a password.
    """
    import logging

    try:
        from pypdf import PdfReader
        from pypdf.errors import DependencyError
    except ImportError:
        raise FileError(
            "source.needs-pypdf", path=path, install=phrase("common.install", package="pypdf")
        ) from None
    # What it can mend it tells in its log, which is no news to a reader of roadmaps.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(data))
        # Many are encrypted with an empty password, only against changes; pypdf opens those.
        if reader.is_encrypted and not reader.decrypt(""):
            raise FileError("source.pdf-password", path=path)
        pages = [_page_text(page) for page in each(reader.pages)]
    except DependencyError:
        raise FileError(
            "source.pdf-encryption",
            path=path,
            install=phrase("common.install", package="cryptography"),
        ) from None
    except FileError:
        raise
    except Exception as error:
        # A broken file makes the parser fail in whatever way it happens to.
        raise FileError(
            "source.pdf-broken", path=path, detail=str(error) or type(error).__name__
        ) from None
    if not any(page.strip() for page in pages):
        raise FileError("source.pdf-no-text", path=path)
    return "\f".join(pages)


def _page_text(page: PageObject) -> str:
    pieces: list[_Piece] = []

    def keep(text: str, turned: list[float], at: list[float], _font: object, _size: float) -> None:
        level = not (turned[1] or turned[2] or at[1] or at[2])
        # What stands aslant keeps the order in which it is drawn.
        x = at[4] * turned[0] + turned[4] if level else 0
        pieces.append(_Piece(text, x, at[5] * turned[3] + turned[5]))

    page.extract_text(visitor_text=keep)
    return "".join(_in_order(pieces))


def _in_order(pieces: list[_Piece]) -> list[str]:
    """The texts of a page's pieces, those of one line from left to right: a program that draws font
    by font puts a bullet's sign behind the word that follows it."""
    found: list[str] = []
    line: list[_Piece] = []
    for piece in [*pieces, _Piece("\n", 0, 0)]:
        if not piece.text:
            continue
        if "\n" in piece.text or (line and abs(piece.y - line[-1].y) > _LEVEL):
            found += _from_left(line)
            line = []
        if "\n" in piece.text:
            found.append(piece.text)
        else:
            line.append(piece)
    return found[:-1]


def _from_left(line: list[_Piece]) -> list[str]:
    texts = [one.text for one in sorted(line, key=lambda one: one.x)]
    if texts != [one.text for one in line]:
        found = marks.bullet(texts[0].strip())
        if found and not found[1]:
            # The blank behind a sign is lost where the sign was drawn last.
            texts[0] += " "
    return texts
