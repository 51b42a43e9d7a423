"""Tables that are lists of commitments: one row each, told by what their columns hold."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import zip_longest

from spaceplan.frozen import dataclass
from spaceplan.source.read.fields import BODIES
from spaceplan.source.read.markdown import plain
from spaceplan.source.read.reports import reports

BODY, TIME, OWNER, MEASURE, NAME = "body", "time", "owner", "measure", "name"
STATUS = "status"

# What a column is called, the most telling first: 「担当府省」, Target Date, Responsible Party.
_NAMED: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        MEASURE,
        re.compile(
            r"指標|目標値|KPI|\b(?:measures?|metrics?|indicators?|success|how we will know)\b",
            re.IGNORECASE,
        ),
    ),
    (
        STATUS,
        re.compile(
            r"進捗|実績|(?:取組|取り組み|実施|達成|対応|進行)(?:の)?状況|"
            r"\b(?:status|RAG|progress|updates?|what (?:\w+ ){0,2}(?:happened|done|did))\b|"
            r"^(?:key |main |actual )?(?:results?|outcomes?|achievements?)\b",
            re.IGNORECASE,
        ),
    ),
    (
        TIME,
        re.compile(
            r"期限|時期|期日|年月|年度|スケジュール|工程|いつまで|"
            r"\b(?:dates?|deadlines?|due|when|timelines?|timing|time\s?frames?|schedule|quarter|"
            r"completion|complete|(?<!led )(?<!ered )(?<!owned )(?<!aged )by(?! whom))\b",
            re.IGNORECASE,
        ),
    ),
    (
        OWNER,
        re.compile(
            r"担当|所管|主体|主務|府省|省庁|機関|実施者|"
            rf"\b(?:responsib\w*|{BODIES}|leads?|owners?|who|actors?|accountable|by whom|"
            r"(?:led|delivered|owned|managed) by)\b",
            re.IGNORECASE,
        ),
    ),
    (
        BODY,
        re.compile(
            r"取組|取り組み|内容|項目|施策|事項|マイルストーン|概要|タスク|事業|対策|対応|"
            r"\b(?:milestones?|actions?|deliverables?|activit(?:y|ies)|tasks?|commitments?|steps?|"
            r"descriptions?|initiatives?|items?|outputs?|what)\b",
            re.IGNORECASE,
        ),
    ),
)
# "Measure" alone is what is to be done, where it stands before who and when, or beside indicators.
_MEASURES = re.compile(r"\W*(?:(?:proposed|policy|key|main|planned) )?measures?\W*$", re.IGNORECASE)
_TIMED = re.compile(
    r"(?:19|20)[0-9]{2}|令和|平成|年度|毎年|\bFY ?[0-9]|\bQ[1-4]\b|\b(?:ongoing|annual|quarterly)",
    re.IGNORECASE,
)
_CELL = re.compile(r"(?<!\\)\|")
# A report is longer than a word on how far something is.
_WORD = 6
_DASH = re.compile(r"[-‐‑–—―ー－\s]*$")
# A cell that says what the one above it does.
_DITTO = re.compile(r"(?:同上|[〃″“”]|ditto)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what; ``is_list`` says that the rows are commitments."""

    roles: tuple[str, ...]

    @property
    def is_list(self) -> bool:
        """Whether a table has what is to be done, and by when or by whom."""
        return BODY in self.roles and bool({TIME, OWNER}.intersection(self.roles))

    @property
    def is_report(self) -> bool:
        """Whether a table has what was to be done, and what came of it, and no more."""
        return {BODY, STATUS} <= set(self.roles) and not self.is_list


def cells_of(text: str) -> tuple[str, ...]:
    """The cells of a row ``| a | b |``, ``a | b``, or between tabs where it has no bars."""
    cells = _CELL.split(text.strip().strip("|")) if "|" in text else text.strip().split("\t")
    return tuple(plain(cell.replace("\\|", "|")) for cell in cells)


def is_row(text: str) -> bool:
    """Whether a line looks like a row of a table: cells between bars, or between tabs."""
    return text.count("|") > 1 or text.count("\t") > 1


def read_columns(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Columns:
    """What each column holds, by its name, else by what stands in it."""
    roles = [_role(name) for name in header]
    if BODY not in roles and MEASURE in roles:
        first = roles.index(MEASURE)
        ahead = not {TIME, OWNER}.intersection(roles[:first]) and {TIME, OWNER} & set(roles)
        if _MEASURES.match(header[first]) and (ahead or roles.count(MEASURE) > 1):
            roles[first] = BODY
    for wanted in (TIME, BODY):
        if wanted not in roles:
            place = _likely(wanted, roles, rows)
            if place is not None:
                roles[place] = wanted
    if BODY not in roles and STATUS in roles:
        roles[roles.index(STATUS)] = BODY
    # What is to be done stands in the column that says most; one before it names it. Of the other
    # kinds the first column counts.
    bodies = [place for place, role in enumerate(roles) if role == BODY]
    body = max(bodies, key=lambda place: (_said(rows, place), -place), default=-1)
    for place in bodies:
        roles[place] = BODY if place == body else NAME if place < body else ""
    return Columns(
        tuple(role if roles.index(role) == place else "" for place, role in enumerate(roles))
    )


def names_columns(header: Sequence[str]) -> bool:
    """Whether a row is the header of a list of commitments, by its names alone."""
    return len(header) > 2 and read_columns(header, ()).is_list and max(map(len, header)) < 20


def _said(rows: Sequence[Sequence[str]], place: int) -> int:
    return sum(map(len, {row[place] for row in rows if place < len(row)}))


def _role(name: str) -> str:
    return next((role for role, pattern in _NAMED if pattern.search(name)), "")


def _likely(wanted: str, roles: Sequence[str], rows: Sequence[Sequence[str]]) -> int | None:
    best: tuple[float, int] | None = None
    for place, role in enumerate(roles):
        held = [row[place] for row in rows if place < len(row) and row[place]]
        if role or not held:
            continue
        if wanted == TIME:
            score = sum(_TIMED.search(cell) is not None for cell in held) / len(held)
            enough = score > 0.5 and sum(map(len, held)) / len(held) < 40
        else:
            score = sum(map(len, held)) / len(held)
            enough = score > 8
        if enough and (best is None or score > best[0]):
            best = (score, place)
    return best[1] if best else None


def row_cells(columns: Columns, cells: Sequence[str], above: Mapping[str, str]) -> dict[str, str]:
    """What a row says, by what its columns hold; empty cells are left out. One that says 同上 says
    what the one ``above`` does, and a name holds until the next."""
    held = {
        role: above.get(role, cell) if _DITTO.match(cell) else cell
        for role, cell in zip(columns.roles, cells, strict=False)
        if role and cell
    }
    if NAME in above and NAME in columns.roles:
        held.setdefault(NAME, above[NAME])
    return held


def report_in(held: Mapping[str, str]) -> str:
    """What a row reports beside what is to be done, where that is more than a word on how far it
    is; "" where it only tells what comes."""
    said = held.get(STATUS, "")
    return said if BODY in held and len(said) >= _WORD and reports(said) else ""


def wording(columns: Columns, cells: Sequence[str], report: str) -> tuple[str, ...]:
    """The cells of a row without what it reports, or a dash in the place of that."""
    return tuple(
        cell
        for role, cell in zip_longest(columns.roles, cells, fillvalue="")
        if role != STATUS or (cell != report and not _DASH.match(cell))
    )


def row_text(cells: Sequence[str]) -> str:
    """A row's wording: all of its cells."""
    return " | ".join(cell for cell in cells if cell)
