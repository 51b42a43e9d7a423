"""The one table of exported columns: what a row holds, what of it may be edited, its digest.

A row of the CSV and of the spreadsheet is what ``views.rows.record`` shows of a milestone, then
empty columns for whoever fills it in (``ENTRY``), then the digest of what the row showed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Literal

from spaceplan.answers.record import RECORD, SHOWN, Kind, Shown, own_cell, record
from spaceplan.errors import Wrong, phrase
from spaceplan.frozen import dataclass
from spaceplan.roadmap.fields import Field
from spaceplan.roadmap.lifecycle import CLAIMS
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.own import own_keys
from spaceplan.roadmap.query import Row
from spaceplan.words import say

Role = Literal["id", "edit", "shown", "entry", "digest", "own"]
Value = str | int | date | None

# The column that confirms or disputes what is claimed, and its words.
VERDICT, VERDICTS = "verdict", CLAIMS[1:]
# A cell that holds this clears its field; an empty one leaves it as it is.
CLEAR = "(none)"


@dataclass(frozen=True, slots=True)
class Column:
    """One exported column.

    ``kind``: "code" is text that a spreadsheet program would take for a date or a number
    (``4-1``, ``2019-06``). ``role``: "edit" may be changed and read back, "entry" says how and
    why it changed, "shown" is only shown. ``field`` is the milestone's field that it shows.
    """

    key: str
    kind: Kind
    role: Role
    field: Field | None = None

    @property
    def options(self) -> tuple[str, ...]:
        """The words of a fixed choice, or none."""
        if self.key == VERDICT:
            return VERDICTS
        return self.field.shape.options if self.field else ()

    def say(self, lang: str) -> str:
        """What the column holds, in one language."""
        if self.role == "own":
            return say("columns.own", lang)
        return say(f"columns.{self.key}", lang, options=", ".join(self.options))


def _role(one: Shown) -> Role:
    if one.key == "id":
        return "id"
    return "edit" if one.field and one.field.said.edit else "shown"


COLUMNS = (
    *(Column(one.key, one.kind, _role(one), one.field) for one in SHOWN),
    Column("on", "code", "entry"),
    *(Column(key, "text", "entry") for key in ("reason", "note", "source", "remedy")),
    Column("remedy_by", "code", "entry"),
    *(Column(key, "text", "entry") for key in ("authority", VERDICT, "who")),
    Column("digest", "text", "digest"),
)
BY_KEY = {column.key: column for column in COLUMNS}
# May be edited since a release whose digests end before them.
_SINCE = ("after",)
EDITABLE = tuple(
    sorted((one.key for one in COLUMNS if one.role == "edit"), key=lambda key: key in _SINCE)
)
"""The columns whose change `apply` takes over, in the order of the digest."""
ENTRY = tuple(column.key for column in COLUMNS if column.role == "entry")
"""The columns that go into the history entry of a row's change."""
FIELD_OF = {
    column.key: column.field.name for column in COLUMNS if column.role == "edit" and column.field
}
"""Editable column to the milestone's field: a text in two languages has two columns."""


def shown(row: Row, plan: Plan) -> dict[str, str]:
    """What a row shows, as text by column: ``RECORD``'s columns, canonical values."""
    return dict(zip(RECORD, record(row, plan), strict=True))


def columns_of(found: Iterable[Row]) -> tuple[Column, ...]:
    """``COLUMNS``, and before the digest one for each key of the user's own in these rows."""
    own = (Column(key, "code", "own") for key in own_keys(row.milestone for row in found))
    return (*COLUMNS[:-1], *own, COLUMNS[-1])


def cells(row: Row, plan: Plan, columns: Sequence[Column] = COLUMNS) -> dict[str, str]:
    """A whole row as text, column by column in the order of ``columns``."""
    texts = shown(row, plan)
    texts["digest"] = digest(texts)
    texts |= {one.key: own_cell(row, one.key) for one in columns if one.role == "own"}
    return {column.key: texts.get(column.key, "") for column in columns}


def typed(row: Row, plan: Plan, columns: Sequence[Column] = COLUMNS) -> list[Value]:
    """A whole row as typed values in the order of ``columns``; None where there is nothing."""
    texts = cells(row, plan, columns)
    return [_typed(column.kind, texts[column.key]) for column in columns]


def _typed(kind: Kind, text: str) -> Value:
    if not text:
        return None
    if kind == "number":
        return int(text) if text.lstrip("-").isdecimal() else text
    return date.fromisoformat(text) if kind == "date" else text


# --- the digest ----------------------------------------------------------------------------------

# One piece for the id and one for each editable column, so that three ways can be compared cell
# by cell with nothing but the row. Twenty-five bits each: a change that goes unseen is one in
# 33 million. Lower-case base 32 survives spreadsheet programs, which keep neither case nor form
# of what looks like a number.
_VERSION = "d1"
# The digest of a sheet that an owner fills in: whose it is, and how many entries there were.
_FORM = "f1"
_ENTRIES = "entries"
_PIECE = 5
# How many columns could be edited in the first release that wrote digests.
_FIRST_EDITABLE = 12


def digest(texts: Mapping[str, str]) -> str:
    """The digest of a row: ``d1.`` and the pieces of its id and of each column of ``EDITABLE``.

    ``texts`` holds at least ``id``; a column that is missing counts as empty.
    """
    name = texts["id"]
    pieces = [piece(name, "id", name)]
    pieces += [piece(name, key, texts.get(key, "")) for key in EDITABLE]
    return f"{_VERSION}.{''.join(pieces)}"


def form_digest(texts: Mapping[str, str], owner: str, entries: int) -> str:
    """The digest of a row of the sheet for ``owner``: ``f1.OWNER.`` and the pieces of ``digest``,
    then one of how many ``entries`` the milestone's history had."""
    body = digest(texts).partition(".")[2]
    return f"{_FORM}.{owner.lower()}.{body}{piece(texts['id'], _ENTRIES, str(entries))}"


def piece(milestone_id: str, key: str, text: str) -> str:
    """The digest of one cell of one milestone, which differs for the same text elsewhere."""
    from base64 import b32encode
    from hashlib import sha256

    hashed = sha256("\0".join((milestone_id, key, text)).encode("utf-8", "surrogatepass"))
    return b32encode(hashed.digest()[:5]).decode("ascii")[:_PIECE].lower()


@dataclass(frozen=True, slots=True)
class Base:
    """What a row's digest tells of its milestone as it was exported.

    ``owner``, in lower case, is who was to fill it in; "" where nobody was asked.
    """

    milestone_id: str
    pieces: Mapping[str, str]
    owner: str = ""

    def had(self, key: str, text: str) -> bool:
        """Whether the editable column ``key`` showed ``text`` when it was exported."""
        return self.pieces[key] == piece(self.milestone_id, key, text)

    def entries(self, now: int) -> int:
        """How many entries the history had, which has ``now``; ``now`` where nobody was asked."""
        found = self.pieces.get(_ENTRIES)
        known = range(now, -1, -1)
        return next((n for n in known if piece(self.milestone_id, _ENTRIES, str(n)) == found), now)


def read_digest(milestone_id: str, text: str) -> Base:
    """What ``text``, a row's digest, tells of ``milestone_id``.

    Raises Wrong where it is none of ours, damaged, or of another row: sorting one column without
    the others does that.
    """
    head, _, body = text.strip().lower().partition(".")
    owner = ""
    more: tuple[str, ...] = ()
    if head == _FORM:
        owner, _, body = body.rpartition(".")
        more = (_ENTRIES,)
    # What was exported by an older spaceplan lacks the columns that came since, at the end.
    shown = EDITABLE[: max(_FIRST_EDITABLE, len(body) // _PIECE - 1 - len(more))]
    keys = (*shown, *more)
    if head not in (_VERSION, _FORM) or len(body) != _PIECE * (len(keys) + 1):
        raise Wrong(phrase("tables.no-digest", text=text), phrase("tables.export-again"))
    parts: Sequence[str] = [body[at : at + _PIECE] for at in range(0, len(body), _PIECE)]
    if parts[0] != piece(milestone_id, "id", milestone_id):
        what = phrase("tables.other-digest", id=milestone_id)
        raise Wrong(what, phrase("tables.export-again"))
    return Base(milestone_id, dict(zip(keys, parts[1:], strict=True)), owner)


Outcome = Literal["same", "change", "kept", "conflict"]


def three_way(base: Base | None, key: str, cell: str, now: str) -> Outcome:
    """What to do with one editable cell, given what the row showed when it was exported.

    ``cell`` is its canonical text (``""`` for one that clears), ``now`` what the plan holds.
    "same": the plan says so already. "change": only the cell was changed. "kept": only the plan
    was changed since the export. "conflict": both, differently. Without a digest (``base`` None)
    every difference is a change.
    """
    if cell == now:
        return "same"
    if base is None or key not in base.pieces:
        return "change"
    if base.had(key, cell):
        return "kept"
    return "change" if base.had(key, now) else "conflict"
