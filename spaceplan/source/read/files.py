"""A roadmap document's file to text: plain text in its encoding, an HTML page's, or a PDF's."""

from __future__ import annotations

from pathlib import Path

from spaceplan.errors import FileError
from spaceplan.files.content import read_stream
from spaceplan.files.encodings import text_of
from spaceplan.progress import working
from spaceplan.source.read.html_text import html_text, is_html
from spaceplan.source.read.pdf_text import pdf_text

_PDF = b"%PDF-"
# What Word, Excel and their like save: zipped, as a compound file, as RTF.
_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")


def read_text(path: Path, encoding: str = "") -> str:
    """The text of a document; ``encoding`` is the one that a user named.

    Raises FileError where it is no text that can be read, UsageError for an unknown encoding.

    The pages of a PDF are joined by form feeds, as in text that was extracted elsewhere.
    """
    data = read_stream(path)
    if data.startswith(_PDF):
        with working("common.reading"):
            return pdf_text(data, path)
    if data.startswith(_OFFICE):
        raise FileError("source.office", path=path)
    text = text_of(data, str(path), encoding)
    if not text.strip():
        raise FileError("source.empty", path=path)
    return html_text(text) if is_html(text) else text
