"""How a field of a milestone is declared: one line beside its type, from which all else follows."""

from __future__ import annotations

from typing import Any, Literal

from spaceplan.frozen import dataclass

Shown = Literal["", "text", "code", "number"]


@dataclass(frozen=True, slots=True)
class Declared:
    """What is said of one field, beside its name, its type and its empty value.

    ``shape``: what its values are (``fields.SHAPES``, and for an editor ``plan_file.schema``).
    ``doc``: what it holds, for the schema. ``required``: no entry is without it.
    ``history``: a change of it is an entry. ``inherited``: a repeat has it from its original.
    ``column``: how a table shows it, "" for not at all; "code" is text that a spreadsheet program
    would take for a date or a number. ``edit``: a person may change it in a table, ``needed``:
    not clear it. ``place``: where a bullet stands in a revision, which reconciling may change.
    ``filter``: the option that lists milestones by it, "" for none. ``listed``: lists have a
    column of it where one of their rows has a value.
    """

    shape: str
    doc: str
    required: bool = False
    history: bool = False
    inherited: bool = False
    column: Shown = ""
    edit: bool = False
    needed: bool = False
    place: bool = False
    filter: str = ""
    listed: bool = False


def said(shape: str, doc: str, **more: Any) -> dict[str, Declared]:
    """``Declared`` as the metadata of a dataclass's field."""
    return {"said": Declared(shape, doc, **more)}
