"""``spaceplan report``: what cron sends: what changed in a week, what is late, what comes next."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

from typer import Exit, Option

from spaceplan.commands import complete
from spaceplan.commands.options import FilterOptions, PlanOption, command
from spaceplan.commands.output import write_exact
from spaceplan.commands.session import one_of, read_day, read_filter
from spaceplan.errors import FOUND, Fault, FileError, UsageError
from spaceplan.files.save import save
from spaceplan.plan_file.load import load_plan
from spaceplan.plan_file.locate import locate
from spaceplan.report import period as periods
from spaceplan.report.period import Period
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.truth import today
from spaceplan.words import LANGUAGES, pick

EXAMPLES = (
    "Examples: spaceplan report ; spaceplan report --week 2026-W47 --format html -o week.html ; "
    "spaceplan report --plan plan.yaml -o reports/"
)
SUFFIXES = {"md": ".md", "html": ".html", "text": ".txt", "json": ".json"}


@command
def run(
    where: PlanOption,
    which: FilterOptions,
    week: Annotated[
        str,
        Option("--week", help="An ISO week: 2026-W47.", metavar="WEEK", show_default=False),
    ] = "",
    since: Annotated[
        str,
        Option("--since", help="From this day.", metavar="DATE", show_default=False),
    ] = "",
    until: Annotated[
        str,
        Option(
            "--until",
            help="To this day; else to yesterday.",
            metavar="DATE",
            show_default=False,
        ),
    ] = "",
    known: Annotated[
        str,
        Option(
            "--known",
            help="Tell what was recorded up to this day; else up to the period's last.",
            metavar="DATE",
            show_default=False,
        ),
    ] = "",
    form: Annotated[
        str,
        Option(
            "--format",
            "-f",
            help="md, html, text (78 columns, for mail) or json; else as -o is named, else md.",
            metavar="|".join(SUFFIXES),
            show_default=False,
        ),
    ] = "",
    lang: Annotated[
        str,
        Option(
            "--lang",
            help="Language, ja or en; else the plan's.",
            metavar="ja|en",
            show_default=False,
            autocompletion=complete.languages,
        ),
    ] = "",
    output: Annotated[
        str,
        Option(
            "--output",
            "-o",
            help="Write to a file, or into a folder under the period's name. Needs --plan or "
            "$SPACEPLAN_FILE. - is standard output.",
            metavar="FILE|DIR|-",
            show_default=False,
        ),
    ] = "-",
    by_owner: Annotated[
        bool, Option("--by-owner", help="Group what is overdue by lead owner.")
    ] = False,
    template: Annotated[
        Path | None,
        Option(
            "--template",
            help="Make the HTML with this Jinja2 template.",
            metavar="FILE",
            show_default=False,
        ),
    ] = None,
    show_template: Annotated[
        bool, Option("--show-template", help="Print the shipped HTML template, and stop.")
    ] = False,
    exit_code: Annotated[
        bool, Option("--exit-code", help="Exit with 1 when something is newly overdue.")
    ] = False,
) -> None:
    """Report on a period: what changed, what is late, what comes next. Made for cron.

    Without options, the last full week as Markdown. The report's date is the period's last day,
    and it tells the plan as it was known then, whenever it is made: the same plan and period give
    the same bytes. --fy 2021 reports on a whole fiscal year.
    """
    if show_template:
        from spaceplan.report.html import SHIPPED

        write_exact(SHIPPED.read_text(encoding="utf-8"))
        return
    if not output:
        raise UsageError("--output: '' is no name; expected a file, a folder or -")
    chosen = _form(form, output, template)
    location = locate(where.plan)
    if output != "-" and not location.named:
        raise UsageError(
            "--output: which plan? A report in a file is made of a plan that is named: "
            f"--plan FILE or $SPACEPLAN_FILE (here it would be {location.path})"
        )
    loaded = load_plan(location.path)
    plan = loaded.plan
    # --fy names the period here, not a filter.
    period = _period(plan, week, since, until, which.fy)
    if period.last < plan.decided:
        raise UsageError(f"{period.last} is before the plan was decided on {plan.decided}")
    told = read_day(known, "--known") if known else period.last
    if told < plan.decided:
        raise UsageError(f"--known: {told} is before the plan was decided on {plan.decided}")
    say = one_of(lang, LANGUAGES, "--lang") if lang else plan.language
    if output == "-" and not location.named and sys.stdout.isatty() and sys.stderr.isatty():
        print(pick(say, f"計画: {location.path}", f"plan: {location.path}"), file=sys.stderr)
    text, newly = _make(plan, loaded.findings, period, told, which, chosen, say, by_owner, template)
    if output == "-":
        write_exact(text)
    else:
        _save(output, period, chosen, text, location.path)
    if exit_code and newly:
        raise Exit(FOUND)


def _form(form: str, output: str, template: Path | None) -> str:
    """The format asked for, else as the file's name says, else HTML for a template, else md."""
    if form:
        chosen = one_of(form, tuple(SUFFIXES), "--format")
    else:
        suffix = Path(output).suffix.lower()
        by_suffix = {end: name for name, end in SUFFIXES.items()}
        chosen = by_suffix.get(suffix, "html" if template else "md")
    if template and chosen != "html":
        raise UsageError(f"--template makes HTML, not {chosen}")
    return chosen


def _period(plan: Plan, week: str, since: str, until: str, years: list[str]) -> Period:
    asked = [
        name for name, given in (("--week", week), ("--since", since), ("--fy", years)) if given
    ]
    if len(asked) > 1:
        raise UsageError(f"{' and '.join(asked)}: one of them")
    if until and not since:
        raise UsageError("--until: from when? Add --since")
    if week:
        return periods.week(week)
    if years:
        if len(years) > 1:
            raise UsageError("--fy: a report is about one fiscal year")
        return periods.fiscal_year(years[0], plan.rule)
    now = today(plan)
    if since:
        first = read_day(since, "--since")
        last = read_day(until, "--until") if until else now - timedelta(days=1)
        if not until and last < first:
            raise UsageError(
                f"--since: {first} has not ended; reports are of days that have, unless --until "
                "says otherwise"
            )
        return periods.days(first, last)
    return periods.last_full_week(now)


def _make(
    plan: Plan,
    findings: tuple[Fault, ...],
    period: Period,
    known: date,
    which: FilterOptions,
    form: str,
    lang: str,
    by_owner: bool,
    template: Path | None,
) -> tuple[str, bool]:
    """The report's text, and whether something is newly overdue."""
    from spaceplan.report.content import make_report
    from spaceplan.report.sections import sections

    wanted = read_filter(plan, replace(which, fy=[]))
    report = make_report(plan, period, known, wanted)
    parts = sections(report, findings, lang, by_owner=by_owner)
    newly = bool(report.newly_overdue)
    if form == "html":
        from spaceplan.report.html import as_html

        return as_html(report, parts, lang, template), newly
    from spaceplan.report import forms

    if form == "json":
        from spaceplan.render.json_out import dumps

        return dumps(forms.as_data(report, parts, lang)), newly
    made = forms.as_text if form == "text" else forms.as_markdown
    return made(report, parts, lang), newly


def _save(output: str, period: Period, form: str, text: str, plan: Path) -> None:
    """Into a folder under the period's name, or to a file; not at all where nothing changes."""
    target = Path(output)
    folder = target.is_dir() or output.endswith(("/", os.sep))
    file = target / f"{period.name}{SUFFIXES[form]}" if folder else target
    try:
        if folder:
            target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(f"{target}: cannot be made: {error.strerror}") from None
    save(file, text.encode("utf-8", "backslashreplace"), plan=plan)
