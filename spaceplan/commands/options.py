"""Options that commands share, declared once, and how a command takes a bundle of them.

A command is a function whose parameters may be option bundles (dataclasses of this module); the
``command`` decorator spreads them into the flat signature that typer reads and gathers them again.

Every command pays for this module at its start. So annotations are not kept as text here, which
typer would have to compile one by one, and bundles have no methods that nobody calls.
"""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from pathlib import Path
from typing import Annotated, Any, get_type_hints

from typer import Option

from spaceplan import formats
from spaceplan.commands import complete
from spaceplan.frozen import dataclass
from spaceplan.roadmap.fields import FILTERS as BY_FIELD
from spaceplan.roadmap.fields import Field as FieldOfMilestone

WHICH = "Which plan, which day"
FILTERS = "Filters"
HAVING = "having"
OUTPUT = "Output"


@dataclass(frozen=True)
class PlanOption:
    """Which plan file."""

    plan: Annotated[
        Path | None,
        Option(
            "--plan",
            help="Plan file; else $SPACEPLAN_FILE, the nearest data/milestones.yaml or "
            "milestones.yaml, or the shipped plan.",
            rich_help_panel=WHICH,
            show_default=False,
            metavar="FILE",
        ),
    ] = None


@dataclass(frozen=True)
class PointInTime(PlanOption):
    """Which plan, and as of which day."""

    as_of: Annotated[
        str,
        Option(
            "--as-of",
            help="Judge as of this day instead of today in the plan's time zone.",
            rich_help_panel=WHICH,
            metavar="DATE",
            show_default=False,
        ),
    ] = ""
    known: Annotated[
        str,
        Option(
            "--known",
            help="Ignore what was recorded after this day.",
            rich_help_panel=WHICH,
            metavar="DATE",
            show_default=False,
        ),
    ] = ""


@dataclass(frozen=True)
class LookOptions:
    """How the answer looks."""

    lang: Annotated[
        str,
        Option(
            "--lang",
            help="Language, ja or en; else the locale's.",
            rich_help_panel=OUTPUT,
            metavar="ja|en",
            show_default=False,
            autocompletion=complete.languages,
        ),
    ] = ""
    format: Annotated[
        str,
        Option(
            "--format",
            "-f",
            help="table in a terminal, plain in a pipe; or json, jsonl, csv, md.",
            rich_help_panel=OUTPUT,
            metavar=formats.metavar(formats.ANSWER),
            show_default=False,
            autocompletion=complete.of_format(formats.ANSWER),
        ),
    ] = ""
    json: Annotated[
        bool, Option("--json", help="Short for --format json.", rich_help_panel=OUTPUT)
    ] = False
    excel: Annotated[
        bool,
        Option(
            "--excel",
            help="CSV that Excel opens with Japanese and ids intact.",
            rich_help_panel=OUTPUT,
        ),
    ] = False
    no_pager: Annotated[
        bool,
        Option("--no-pager", help="Do not page a long answer.", rich_help_panel=OUTPUT),
    ] = False


@dataclass(frozen=True)
class FilterOptions:
    """Which milestones. Each may be repeated or take a comma-separated list."""

    topic: Annotated[
        list[str],
        Option(
            "--topic",
            help="Topic number.",
            rich_help_panel=FILTERS,
            metavar="N",
            show_default=False,
            autocompletion=complete.topics,
        ),
    ] = ()  # type: ignore[assignment]
    chart: Annotated[
        list[str],
        Option(
            "--chart",
            help="Chart number (工程表).",
            rich_help_panel=FILTERS,
            metavar="N",
            show_default=False,
            autocompletion=complete.charts,
        ),
    ] = ()  # type: ignore[assignment]
    owner: Annotated[
        list[str],
        Option(
            "--owner",
            help="Owner: code, alias, Japanese or English name.",
            rich_help_panel=FILTERS,
            metavar="NAME",
            show_default=False,
            autocompletion=complete.owners,
        ),
    ] = ()  # type: ignore[assignment]
    role: Annotated[
        str,
        Option(
            "--role",
            help="As which --owner counts: any owner, the lead, or with partners.",
            rich_help_panel=FILTERS,
            metavar="any|lead|with-partners",
            show_default=False,
            autocompletion=complete.roles,
        ),
    ] = "any"
    # An option for each field in fields.FILTERS, by the field's name.
    having: Mapping[str, list[str]] = ()  # type: ignore[assignment]
    state: Annotated[
        list[str],
        Option(
            "--state",
            help="Derived state, e.g. overdue, due-soon, done-late.",
            rich_help_panel=FILTERS,
            metavar="STATE",
            show_default=False,
            autocompletion=complete.states,
        ),
    ] = ()  # type: ignore[assignment]
    fy: Annotated[
        list[str],
        Option(
            "--fy",
            help="Due in a fiscal year or a part of one: 2021, R3, 2019..2021, FY2026Q4, 2026-11.",
            rich_help_panel=FILTERS,
            metavar="YEAR",
            show_default=False,
            autocompletion=complete.fiscal_years,
        ),
    ] = ()  # type: ignore[assignment]
    flag: Annotated[
        list[str],
        Option(
            "--flag",
            help="Beside the state: claimed, verified, disputed, stale, unexplained, slipped or "
            "undecided; no-slipped … for the others.",
            rich_help_panel=FILTERS,
            metavar="FLAG",
            show_default=False,
            autocompletion=complete.flags,
        ),
    ] = ()  # type: ignore[assignment]
    ids: Annotated[
        list[str],
        Option(
            "--id",
            help="An id, or the beginning of some: 'LDM-503*'.",
            rich_help_panel=FILTERS,
            metavar="ID",
            show_default=False,
            autocompletion=complete.milestones,
        ),
    ] = ()  # type: ignore[assignment]
    reason: Annotated[
        list[str],
        Option(
            "--reason",
            help="A history entry gives this reason.",
            rich_help_panel=FILTERS,
            metavar="CODE",
            show_default=False,
            autocompletion=complete.reasons,
        ),
    ] = ()  # type: ignore[assignment]
    where: Annotated[
        list[str],
        Option(
            "--where",
            help="What a key of your own holds: x-wbs=06C.02.",
            rich_help_panel=FILTERS,
            metavar="KEY=TEXT",
            show_default=False,
        ),
    ] = ()  # type: ignore[assignment]
    search: Annotated[
        str,
        Option(
            "--search",
            help="Words in id, titles, remarks, notes, tags or x- keys; any width, any case.",
            rich_help_panel=FILTERS,
            metavar="TEXT",
            show_default=False,
        ),
    ] = ""


@dataclass(frozen=True)
class OrderOptions:
    """In what order, and how many."""

    sort: Annotated[
        str,
        Option(
            "--sort",
            help="document, id, due, late, slip, owner, status, state or title.",
            rich_help_panel=OUTPUT,
            metavar="KEY",
            show_default=False,
            autocompletion=complete.sorts,
        ),
    ] = ""
    reverse: Annotated[
        bool, Option("--reverse", help="Turn the order round.", rich_help_panel=OUTPUT)
    ] = False
    limit: Annotated[
        int | None,
        Option(
            "--limit",
            "-n",
            help="At most so many rows.",
            rich_help_panel=OUTPUT,
            metavar="N",
            min=0,
            show_default=False,
        ),
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
                Option(
                    f"--{field.said.filter}",
                    help=_told(field),
                    rich_help_panel=FILTERS,
                    metavar=field.said.filter.upper(),
                    show_default=False,
                    autocompletion=complete.of_field(field),
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
