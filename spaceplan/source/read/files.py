"""A roadmap document's file to text: plain text in its encoding, or a PDF's text."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from spaceplan.errors import FileError
from spaceplan.files.content import read_bytes

_PDF = b"%PDF-"
# UTF-16 only with its mark; without one it would fit nearly any bytes.
_MARKED = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_ENCODINGS = ("utf-8", "cp932", "euc_jp")
# What turns to Japanese in the encoding of old mails.
_ESCAPES = (b"\x1b$B", b"\x1b$@")


def read_text(path: Path) -> str:
    """The text of a document. Raises FileError where it is no text that can be read.

    The pages of a PDF are joined by form feeds, as in text that was extracted elsewhere.
    """
    data = read_bytes(path)
    if data.startswith(_PDF):
        return _pdf_text(data, path)
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return _decoded(data, encoding, path)
    if b"\0" in data[:65536]:
        raise FileError(f"{path}: is binary; expected a document as text or as PDF")
    if any(escape in data[:65536] for escape in _ESCAPES):
        return _decoded(data, "iso2022_jp", path)
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FileError(f"{path}: its encoding is not known; expected UTF-8 text or a PDF")


def _decoded(data: bytes, encoding: str, path: Path) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise FileError(f"{path}: is not whole {encoding}: {error.reason}") from None


def _pdf_text(data: bytes, path: Path) -> str:
    import logging

    try:
        from pypdf import PdfReader
        from pypdf.errors import DependencyError
    except ImportError:
        raise FileError(
            f"{path}: is a PDF; reading it needs pypdf; install it (pip install pypdf), "
            "or save the text of the document"
        ) from None
    # What it can mend it tells in its log, which is no news to a reader of roadmaps.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(data))
        # Many are encrypted with an empty password, only against changes; pypdf opens those.
        if reader.is_encrypted and not reader.decrypt(""):
            raise FileError(
                f"{path}: the PDF is encrypted with a password; save it without one and read that"
            )
        pages = [page.extract_text() for page in reader.pages]
    except DependencyError:
        raise FileError(
            f"{path}: the PDF is encrypted in a way that needs another package: "
            "pip install cryptography; or save it without encryption"
        ) from None
    except FileError:
        raise
    except Exception as error:
        # A broken file makes the parser fail in whatever way it happens to.
        raise FileError(
            f"{path}: the PDF cannot be read: {error or type(error).__name__}; "
            "try to print it to a new PDF, or save its text"
        ) from None
    if not any(page.strip() for page in pages):
        raise FileError(f"{path}: the PDF holds no text; it may be scanned, and needs OCR first")
    return "\f".join(pages)
