"""New items behind the last of a list in a plan's head: a topic, a document.

Only the new lines are written; the rest of the text stays as it is.
"""

from __future__ import annotations

from spaceplan.errors import phrase
from spaceplan.files.content import Content
from spaceplan.yaml_text.new_lines import block
from spaceplan.yaml_text.patch import CannotEdit
from spaceplan.yaml_text.places import (
    dash_before,
    ends_line,
    line_end_near,
    line_start,
    next_line,
    node_end,
    value_of,
)
from spaceplan.yaml_text.spelling import Data
from spaceplan.yaml_text.tree import Parsed, Sequence, start_of


def append_items(
    content: Content, parsed: Parsed, key: str, items: list[dict[str, Data]], *, apart: bool
) -> Content:
    """The text with ``items`` behind the last of the list ``key``; ``apart`` by a blank line.

    ``parsed`` is ``parse(content)`` of a sound plan. Raises CannotEdit where there is no such
    list, or none in block style with something in it.
    """
    sequence = value_of(parsed.root, key)
    text = content.text
    if not isinstance(sequence, Sequence) or sequence.flow or not sequence.items:
        at = start_of(sequence) if isinstance(sequence, Sequence) else 0
        raise CannotEdit(content, at, phrase("yaml_text.no-block-list", key=key))
    dash = dash_before(text, sequence, len(sequence.items) - 1)
    end = node_end(text, sequence.items[-1])
    if dash is None or end is None:
        raise CannotEdit(content, sequence.start, phrase("yaml_text.no-end", key=key))
    indent = dash - line_start(text, dash)
    line_end = line_end_near(text, end)
    at = next_line(text, end)
    lines: list[str] = []
    for item in items:
        lines += ([""] if apart else []) + block("- ", item, indent)
    new = "".join(line + line_end for line in lines)
    lead = "" if ends_line(text[:at]) else line_end
    return Content(content.name, text[:at] + lead + new + text[at:], content.bom)
