"""Reading a roadmap document: numbered topics, their charts, subsections, bullets, questions.

Two shapes of one genre are read, also mixed. In the older one a topic is a heading, a line of
charts and bullets. In later revisions a page is a chart (whose labels come out as loose words),
a section of results and a section of plans, in paragraphs with or without bullets.

No line is dropped in silence: what is neither a heading, a bullet nor a question is a leftover
with its line and the reason.
"""

from __future__ import annotations

from spaceplan.source.read.lines import DocumentError, split_lines
from spaceplan.source.read.parts import (
    Bullet,
    Charts,
    Document,
    Leftover,
    Question,
    Subsection,
    Topic,
)
from spaceplan.source.read.reader import read_lines

__all__ = [
    "Bullet",
    "Charts",
    "Document",
    "DocumentError",
    "Leftover",
    "Question",
    "Subsection",
    "Topic",
    "read_document",
]


def read_document(text: str, name: str) -> Document:
    """Read a document's text; ``name`` is how messages call it.

    A text without any topic is a Document without topics, all of it in the leftovers.

    Raises:
        DocumentError: the text is binary, too long, or holds more than ``MAX_BULLETS`` items.
    """
    return read_lines(split_lines(text, name), name)
