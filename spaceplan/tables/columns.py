"""The one table of exported columns: what a row holds, what of it may be edited, its digest.

A row of the CSV and of the spreadsheet is what ``views.rows.record`` shows of a milestone, then
empty columns for whoever fills it in (``ENTRY``), then the digest of what the row showed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from spaceplan.answers.rows import RECORD, record
from spaceplan.errors import Wrong, phrase
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.query import Row

Kind = Literal["text", "code", "number", "date"]
Role = Literal["id", "edit", "shown", "entry", "digest"]
Value = str | int | date | None

# A cell that holds this clears its field; an empty one leaves it as it is.
CLEAR = "(none)"


@dataclass(frozen=True, slots=True)
class Column:
    """One exported column.

    ``kind``: "code" is text that a spreadsheet program would take for a date or a number
    (``4-1``, ``2019-06``). ``role``: "edit" may be changed and read back, "entry" says how and
    why it changed, "shown" is only shown. ``ja`` and ``en`` say what it holds.
    """

    key: str
    kind: Kind
    role: Role
    ja: str
    en: str

    def say(self, lang: str) -> str:
        """What the column holds, in one language."""
        return self.ja if lang == "ja" else self.en


COLUMNS = (
    Column("id", "code", "id", "番号。変更不可", "Milestone id; never changed"),
    Column("topic", "number", "shown", "論点の番号", "Topic number"),
    Column("subsection", "number", "shown", "論点内の節の番号", "Number of the topic's subsection"),
    Column("title_ja", "text", "edit", "件名（日本語）", "Title in Japanese"),
    Column("title_en", "text", "edit", "件名（英語）", "Title in English"),
    Column("charts", "code", "shown", "工程表の番号", "Chart numbers"),
    Column(
        "chart_basis",
        "text",
        "shown",
        "工程表の根拠: stated は明記、assigned は判断",
        "Whether the document states the chart or it was chosen: stated, assigned",
    ),
    Column(
        "kind",
        "text",
        "edit",
        "種別: deadline, start, window, recurring, ongoing",
        "Kind: deadline, start, window, recurring, ongoing",
    ),
    Column(
        "target",
        "code",
        "edit",
        "目標の時期: FY2020, FY2019H1, 2019-09-30, about FY2023 など",
        "Current target: FY2020, FY2019H1, 2019-09-30, about FY2023 …",
    ),
    Column("due", "date", "shown", "期日（目標の最終日）", "Due day: the target's last"),
    Column("baseline", "code", "shown", "当初の目標", "First target"),
    Column("baseline_day", "date", "shown", "当初の期日", "The first target's last day"),
    Column(
        "horizon",
        "code",
        "edit",
        "見据える年（約束ではない）",
        "A year that the text names but does not commit to",
    ),
    Column(
        "times",
        "code",
        "edit",
        "毎年度の回数: 3, about 3 など",
        "How often a year a recurring one is to happen: 3, about 3",
    ),
    Column(
        "owner",
        "text",
        "edit",
        "担当の略号。主担当が先頭、空白区切り、others は「等」",
        "Owner codes, lead first, separated by spaces; others is 'and others'",
    ),
    Column(
        "basis",
        "text",
        "edit",
        "担当の根拠: stated は明記、assigned は判断",
        "Whether the text states the owner or it was assigned: stated, assigned",
    ),
    Column(
        "partners",
        "text",
        "edit",
        "連携先の略号、空白区切り",
        "Codes of those named only to work with, separated by spaces",
    ),
    Column(
        "status",
        "text",
        "edit",
        "状況: planned, active, done, missed, dropped",
        "Status: planned, active, done, missed, dropped",
    ),
    Column("state", "text", "shown", "状態（状況と期日から導く）", "State, derived"),
    Column("actual", "code", "shown", "達成または開始した時", "When it was met, or began"),
    Column("late", "text", "shown", "遅れ", "How late"),
    Column("unmet_years", "code", "shown", "満たされなかった年度", "Fiscal years without it"),
    Column("slip", "text", "shown", "当初目標からの後ろ倒し", "Current target minus the first"),
    Column("moves", "number", "shown", "目標が動いた回数", "How often the target moved"),
    Column("also", "code", "shown", "再掲の番号", "Ids that repeat it"),
    Column("see", "code", "shown", "関連する番号", "Ids that are alike"),
    Column("remark_ja", "text", "edit", "備考（日本語）", "Remark in Japanese"),
    Column("remark_en", "text", "edit", "備考（英語）", "Remark in English"),
    Column(
        "on",
        "code",
        "entry",
        "変更が生じた日または年度: 2023-03-07, FY2022",
        "When the change became true: 2023-03-07 or FY2022",
    ),
    Column("reason", "text", "entry", "理由の略号", "Reason code"),
    Column("note", "text", "entry", "何が起きたか", "What happened"),
    Column("source", "text", "entry", "出典", "Where that can be read"),
    Column("who", "text", "entry", "記録者", "Who says so"),
    Column(
        "digest",
        "text",
        "digest",
        "書き出し時の内容の指紋。変更不可",
        "Fingerprint of what the row showed; leave it as it is",
    ),
)
BY_KEY = {column.key: column for column in COLUMNS}
EDITABLE = tuple(column.key for column in COLUMNS if column.role == "edit")
"""The columns whose change `apply` takes over, in the order of the digest."""
ENTRY = tuple(column.key for column in COLUMNS if column.role == "entry")
"""The columns that go into the history entry of a row's change."""
FIELD_OF = {
    key: key.removesuffix("_ja").removesuffix("_en")
    for key in EDITABLE  # title_ja → title
}
"""Editable column to the milestone's field: a text in two languages has two columns."""


def shown(row: Row, plan: Plan) -> dict[str, str]:
    """What a row shows, as text by column: ``RECORD``'s columns, canonical values."""
    return dict(zip(RECORD, record(row, plan), strict=True))


def cells(row: Row, plan: Plan) -> dict[str, str]:
    """A whole row as text, column by column in the order of ``COLUMNS``."""
    texts = shown(row, plan)
    texts["digest"] = digest(texts)
    return {column.key: texts.get(column.key, "") for column in COLUMNS}


def typed(row: Row, plan: Plan) -> list[Value]:
    """A whole row as typed values in the order of ``COLUMNS``; None where there is nothing."""
    texts = cells(row, plan)
    return [_typed(column.kind, texts[column.key]) for column in COLUMNS]


def _typed(kind: Kind, text: str) -> Value:
    if not text:
        return None
    if kind == "number":
        return int(text)
    return date.fromisoformat(text) if kind == "date" else text


# --- the digest ----------------------------------------------------------------------------------

# One piece for the id and one for each editable column, so that three ways can be compared cell
# by cell with nothing but the row. Twenty-five bits each: a change that goes unseen is one in
# 33 million. Lower-case base 32 survives spreadsheet programs, which keep neither case nor form
# of what looks like a number.
_VERSION = "d1"
_PIECE = 5


def digest(texts: Mapping[str, str]) -> str:
    """The digest of a row: ``d1.`` and the pieces of its id and of each column of ``EDITABLE``.

    ``texts`` holds at least ``id``; a column that is missing counts as empty.
    """
    name = texts["id"]
    pieces = [piece(name, "id", name)]
    pieces += [piece(name, key, texts.get(key, "")) for key in EDITABLE]
    return f"{_VERSION}.{''.join(pieces)}"


def piece(milestone_id: str, key: str, text: str) -> str:
    """The digest of one cell of one milestone, which differs for the same text elsewhere."""
    from base64 import b32encode
    from hashlib import sha256

    hashed = sha256("\0".join((milestone_id, key, text)).encode("utf-8", "surrogatepass"))
    return b32encode(hashed.digest()[:5]).decode("ascii")[:_PIECE].lower()


@dataclass(frozen=True, slots=True)
class Base:
    """What a row's digest tells of its milestone as it was exported."""

    milestone_id: str
    pieces: Mapping[str, str]

    def had(self, key: str, text: str) -> bool:
        """Whether the editable column ``key`` showed ``text`` when it was exported."""
        return self.pieces[key] == piece(self.milestone_id, key, text)


def read_digest(milestone_id: str, text: str) -> Base:
    """What ``text``, a row's digest, tells of ``milestone_id``.

    Raises Wrong where it is none of ours, damaged, or of another row: sorting one column without
    the others does that.
    """
    head, _, body = text.strip().lower().partition(".")
    if head != _VERSION or len(body) != _PIECE * (len(EDITABLE) + 1):
        raise Wrong(phrase("tables.no-digest", text=text), phrase("tables.export-again"))
    parts: Sequence[str] = [body[at : at + _PIECE] for at in range(0, len(body), _PIECE)]
    if parts[0] != piece(milestone_id, "id", milestone_id):
        what = phrase("tables.other-digest", id=milestone_id)
        raise Wrong(what, phrase("tables.export-again"))
    return Base(milestone_id, dict(zip(EDITABLE, parts[1:], strict=True)))


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
    if base is None:
        return "change"
    if base.had(key, cell):
        return "kept"
    return "change" if base.had(key, now) else "conflict"
