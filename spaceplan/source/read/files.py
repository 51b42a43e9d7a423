"""A roadmap document's file to text: plain text in its encoding, an HTML page's, or a PDF's."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from spaceplan.errors import FileError, phrase
from spaceplan.files.content import read_stream
from spaceplan.files.encodings import text_of
from spaceplan.progress import each, working
from spaceplan.source.read.html_text import html_text, is_html

_PDF = b"%PDF-"


def read_text(path: Path, encoding: str = "") -> str:
    """The text of a document; ``encoding`` is the one that a user named.

    Raises FileError where it is no text that can be read, UsageError for an unknown encoding.

    The pages of a PDF are joined by form feeds, as in text that was extracted elsewhere.
    """
    data = read_stream(path)
    if data.startswith(_PDF):
        with working("common.reading"):
            return _pdf_text(data, path)
    text = text_of(data, str(path), encoding)
    return html_text(text) if is_html(text) else text


def _pdf_text(data: bytes, path: Path) -> str:
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
        pages = [page.extract_text() for page in each(reader.pages)]
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
