"""Options that commands share, declared once, and how a command takes a bundle of them.

A command is a function whose parameters may be option bundles (dataclasses of this module); the
``command`` decorator spreads them into the flat signature that typer reads and gathers them again.

Every command pays for this module at its start. So annotations are not kept as text here, which
typer would have to compile one by one, and bundles have no methods that nobody calls.
"""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import partial
from pathlib import Path
from typing import Annotated, Any, get_type_hints

from spaceplan import formats
from spaceplan.commands import complete
from spaceplan.commands.option import option
from spaceplan.frozen import dataclass
from spaceplan.roadmap.fields import FILTERS as BY_FIELD
from spaceplan.roadmap.fields import Field as FieldOfMilestone

WHICH = "Which plan, which day"
FILTERS = "Filters"
HAVING = "having"
OUTPUT = "Output"
_filter = partial(option, panel=FILTERS)


@dataclass(frozen=True)
class PlanOption:
    """Which plan file."""

    plan: Annotated[
        Path | None,
        option(
            "--plan",
            "Plan file; else $SPACEPLAN_FILE, the nearest data/milestones.yaml or "
            "milestones.yaml, or the shipped plan.",
            "FILE",
            panel=WHICH,
        ),
    ] = None


@dataclass(frozen=True)
class DocumentOption:
    """How documents are read."""

    encoding: Annotated[
        str,
        option(
            "--encoding",
            "Encoding of a document where it cannot be told: cp932, euc-jp, cp1252 …",
            "NAME",
        ),
    ] = ""


@dataclass(frozen=True)
class PointInTime(PlanOption):
    """Which plan, and as of which day."""

    as_of: Annotated[
        str,
        option(
            "--as-of",
            "Judge as of this day instead of today in the plan's time zone.",
            "DATE",
            panel=WHICH,
        ),
    ] = ""
    known: Annotated[
        str, option("--known", "Ignore what was recorded after this day.", "DATE", panel=WHICH)
    ] = ""
    stale_after: Annotated[
        str,
        option(
            "--stale-after",
            "After how long without news an open one is stale, instead of the plan's: 6m, 90d.",
            "SPAN",
            panel=WHICH,
        ),
    ] = ""


@dataclass(frozen=True)
class LookOptions:
    """How the answer looks."""

    lang: Annotated[
        str,
        option(
            "--lang", "Language, ja or en; else the locale's.", "ja|en", complete.languages, OUTPUT
        ),
    ] = ""
    format: Annotated[
        str,
        option(
            "--format -f",
            "table in a terminal, plain in a pipe; or json, jsonl, csv, md.",
            formats.metavar(formats.ANSWER),
            complete.of_format(formats.ANSWER),
            OUTPUT,
        ),
    ] = ""
    json: Annotated[bool, option("--json", "Short for --format json.", panel=OUTPUT)] = False
    excel: Annotated[
        bool, option("--excel", "CSV that Excel opens with Japanese and ids intact.", panel=OUTPUT)
    ] = False
    no_pager: Annotated[bool, option("--no-pager", "Do not page a long answer.", panel=OUTPUT)] = (
        False
    )


@dataclass(frozen=True)
class FilterOptions:
    """Which milestones. Each may be repeated or take a comma-separated list."""

    topic: Annotated[
        list[str], _filter("--topic", "Topic number or code.", "N", complete.topics)
    ] = ()  # type: ignore[assignment]
    chart: Annotated[
        list[str], _filter("--chart", "Chart number (工程表).", "N", complete.charts)
    ] = ()  # type: ignore[assignment]
    owner: Annotated[
        list[str],
        _filter(
            "--owner", "Owner: code, alias, Japanese or English name.", "NAME", complete.owners
        ),
    ] = ()  # type: ignore[assignment]
    role: Annotated[
        str,
        _filter(
            "--role",
            "As which --owner counts: any owner, the lead, or with partners.",
            "any|lead|with-partners",
            complete.roles,
        ),
    ] = "any"
    # An option for each field in fields.FILTERS, by the field's name.
    having: Mapping[str, list[str]] = ()  # type: ignore[assignment]
    state: Annotated[
        list[str],
        _filter(
            "--state", "Derived state, e.g. overdue, due-soon, done-late.", "STATE", complete.states
        ),
    ] = ()  # type: ignore[assignment]
    fy: Annotated[
        list[str],
        _filter(
            "--fy",
            "Due in a fiscal year or a part of one: 2021, R3, 2019..2021, FY2026Q4, 2026-11.",
            "YEAR",
            complete.fiscal_years,
        ),
    ] = ()  # type: ignore[assignment]
    flag: Annotated[
        list[str],
        _filter(
            "--flag",
            "Beside the state: claimed, verified, disputed, at-risk, stale, unexplained, "
            "slipped or undecided; no-slipped … for the others.",
            "FLAG",
            complete.flags,
        ),
    ] = ()  # type: ignore[assignment]
    ids: Annotated[
        list[str],
        _filter("--id", "An id, or the beginning of some: 'LDM-503*'.", "ID", complete.milestones),
    ] = ()  # type: ignore[assignment]
    reason: Annotated[
        list[str],
        _filter("--reason", "A history entry gives this reason.", "CODE", complete.reasons),
    ] = ()  # type: ignore[assignment]
    where: Annotated[
        list[str], _filter("--where", "What a key of your own holds: x-wbs=06C.02.", "KEY=TEXT")
    ] = ()  # type: ignore[assignment]
    search: Annotated[
        str,
        _filter(
            "--search",
            "Words in id, titles, remarks, notes, tags or x- keys; any width, any case.",
            "TEXT",
        ),
    ] = ""


@dataclass(frozen=True)
class OrderOptions:
    """In what order, and how many."""

    sort: Annotated[
        str,
        option(
            "--sort",
            "document, id, due, late, slip, owner, status, state or title.",
            "KEY",
            complete.sorts,
            OUTPUT,
        ),
    ] = ""
    reverse: Annotated[bool, option("--reverse", "Turn the order round.", panel=OUTPUT)] = False
    limit: Annotated[
        int | None, option("--limit -n", "At most so many rows.", "N", panel=OUTPUT, min=0)
    ] = None


def command(function: Callable[..., None]) -> Callable[..., None]:
    """Spread the bundles among a command's parameters into one flat signature for typer."""
    hints = get_type_hints(function, include_extras=True)
    signature = inspect.signature(function)
    bundles: dict[str, type] = {}
    flat: list[inspect.Parameter] = []
    for name, parameter in signature.parameters.items():
        annotation = hints[name]
        if isinstance(annotation, type) and is_dataclass(annotation):
            bundles[name] = annotation
            inner = get_type_hints(annotation, include_extras=True)
            for field in fields(annotation):
                flat.extend(
                    _by_field() if field.name == HAVING else [_parameter(field, inner[field.name])]
                )
        else:
            flat.append(parameter.replace(annotation=annotation, kind=parameter.KEYWORD_ONLY))

    def run(**given: Any) -> None:
        gathered = {
            name: bundle(**{field.name: _given(field.name, given) for field in fields(bundle)})
            for name, bundle in bundles.items()
        }
        function(**given, **gathered)

    # Typer keeps the line ends of all paragraphs but the first, which a narrow screen breaks again.
    paragraphs = inspect.cleandoc(function.__doc__ or "").split("\n\n")
    run.__doc__ = "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
    run.__name__ = function.__name__
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in flat}
    run.__signature__ = inspect.Signature(flat)  # type: ignore[attr-defined]
    return run


def _by_field() -> list[inspect.Parameter]:
    """The options that keep milestones by a field."""
    return [
        inspect.Parameter(
            field.said.filter,
            inspect.Parameter.KEYWORD_ONLY,
            default=[],
            annotation=Annotated[
                list[str],
                option(
                    f"--{field.said.filter}",
                    help=_told(field),
                    metavar=field.said.filter.upper(),
                    choices=complete.of_field(field),
                    panel=FILTERS,
                ),
            ],
        )
        for field in BY_FIELD
    ]


def _told(field: FieldOfMilestone) -> str:
    options = field.shape.options
    return f"{field.said.doc.rstrip('.')}: {', '.join(options)}." if options else field.said.doc


def _given(name: str, given: dict[str, Any]) -> Any:
    if name == HAVING:
        return {field.name: given.pop(field.said.filter) for field in BY_FIELD}
    return given.pop(name)


def _parameter(field: Field[Any], annotation: Any) -> inspect.Parameter:
    default = [] if field.default == () else field.default
    if default is MISSING:
        default = inspect.Parameter.empty
    return inspect.Parameter(
        field.name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation
    )
