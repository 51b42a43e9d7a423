"""``spaceplan report``: what cron sends: what changed in a week, what is late, what comes next."""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Exit

from spaceplan import formats
from spaceplan.answers.selection import selection_name
from spaceplan.commands import complete
from spaceplan.commands.option import option
from spaceplan.commands.options import FilterOptions, PlanOption, command
from spaceplan.commands.output import write_exact
from spaceplan.commands.read_options import one_of, read_day, read_filter, read_first, read_last
from spaceplan.commands.session import tell_damage
from spaceplan.errors import FOUND, UsageError
from spaceplan.files.save import folder_of, make_folder, save
from spaceplan.plan_file.load import load_plan
from spaceplan.plan_file.locate import Location, locate
from spaceplan.report.make import (
    INDEX,
    Made,
    file_name,
    form_by_name,
    known_day,
    make,
    recorded_since,
)
from spaceplan.report.period import Asked, Period, chosen
from spaceplan.report.told import kept
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.truth import today
from spaceplan.words import LANGUAGES, say

if TYPE_CHECKING:
    from email.headerregistry import Address

MAIL = "Mail"
EXAMPLES = (
    "Examples: spaceplan report ; spaceplan report --week this --lang ja ; "
    "spaceplan report --plan data/milestones.yaml --format html -o week.html ; "
    "spaceplan report --plan data/milestones.yaml -o reports/"
)


@command
def run(
    where: PlanOption,
    which: FilterOptions,
    week: Annotated[str, option("--week", "A week: 2026-W47, this, last.", "WEEK")] = "",
    since: Annotated[
        str, option("--since", "From this day, or the first of a month, a quarter …", "DATE")
    ] = "",
    until: Annotated[
        str,
        option(
            "--until",
            "To this day, or the last of a month, a quarter …; else to yesterday.",
            "DATE",
        ),
    ] = "",
    known: Annotated[
        str,
        option(
            "--known",
            "Tell what was recorded up to this day; else up to the period's last.",
            "DATE",
        ),
    ] = "",
    form: Annotated[
        str,
        option(
            "--format -f",
            "md, html, text (78 columns, for mail) or json; else as -o is named, else md.",
            formats.metavar(formats.REPORT),
            complete.of_format(formats.REPORT),
        ),
    ] = "",
    lang: Annotated[
        str, option("--lang", "Language, ja or en; else the plan's.", "ja|en", complete.languages)
    ] = "",
    output: Annotated[
        str,
        option(
            "--output -o",
            "Write to a file, or into a folder under the period's name. Needs --plan or "
            "$SPACEPLAN_FILE. - is standard output.",
            "FILE|DIR|-",
        ),
    ] = "-",
    by_owner: Annotated[bool, option("--by-owner", "Group what is overdue by lead owner.")] = False,
    template: Annotated[
        Path | None, option("--template", "Make the HTML with this Jinja2 template.", "FILE")
    ] = None,
    show_template: Annotated[
        bool, option("--show-template", "Print the shipped HTML template, and stop.")
    ] = False,
    mail_to: Annotated[
        list[str],
        option(
            "--mail-to",
            "Print one message of mail to this address, for sendmail -t. Repeatable.",
            "ADDRESS",
            panel=MAIL,
        ),
    ] = [],  # noqa: B006 - typer wants a list and never changes it
    mail_from: Annotated[
        str,
        option(
            "--from", "Who sends it; else the first address of --mail-to.", "ADDRESS", panel=MAIL
        ),
    ] = "",
    attach_calendar: Annotated[
        bool, option("--calendar", "Attach a calendar of what is due next.", panel=MAIL)
    ] = False,
    exit_code: Annotated[
        bool, option("--exit-code", "Exit with 1 when something is newly overdue.")
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
        raise UsageError("report.no-name")
    to = _addresses(mail_to, mail_from, form, output, calendar=attach_calendar)
    form_asked = "text" if to else _form(form, output, template)
    location = _located(where, output)
    loaded = load_plan(location.path)
    plan = loaded.plan
    now = today(plan)
    period = _period(plan, week, since, until, which.fy)
    told = known_day(plan, period, read_day(known, "--known", now) if known else None)
    shown_in = one_of(lang, LANGUAGES, "--lang") if lang else plan.language
    tell_damage(plan, shown_in)
    wanted = read_filter(plan, replace(which, fy=[]))
    if output == "-" and not location.named and sys.stdout.isatty():
        _tell("report.plan-used", shown_in, path=location.path)
    folder = folder_of(output)
    if folder is not None:
        make_folder(folder)
    # With later knowledge it is no report of a series.
    series = folder if told == period.last else None
    with kept(series, plan, period, selection_name(wanted), now) as knowledge:
        made_in = partial(
            make,
            knowledge.plan,
            loaded.findings,
            period,
            told,
            wanted,
            lang=shown_in,
            by_owner=by_owner,
            template=template,
            late=knowledge.late,
            index=INDEX if folder else "",
        )
        made = made_in(form=form_asked)
        if to:
            page = made_in(form="html")
            write_exact(_letter(made, page.text, to, shown_in, calendar=attach_calendar))
        elif folder is None:
            _out(output, made.text, location.path)
        else:
            name = file_name(plan, period, told, wanted, form_asked, shown_in, by_owner=by_owner)
            _into(folder, name, made.text, plan, location.path)
    # In cron it is no reason for a mail.
    since_then = recorded_since(plan, period, told, made.about, now)
    if since_then:
        _tell(since_then.key, shown_in, **since_then.facts)
    if exit_code and made.newly:
        raise Exit(FOUND)


def _located(where: PlanOption, output: str) -> Location:
    """Which plan. Raises UsageError where a report in a file would be made of a guessed one."""
    location = locate(where.plan)
    if output != "-" and not location.named:
        raise UsageError("report.which-plan", path=location.path)
    return location


def _period(plan: Plan, week: str, since: str, until: str, fy: list[str]) -> Period:
    """The period that is asked for: --fy names it here, and is no filter."""
    now = today(plan)
    asked = Asked(
        week,
        read_first(since, "--since", plan.rule, now) if since else None,
        read_last(until, "--until", plan.rule, now) if until else None,
        tuple(fy),
    )
    return chosen(asked, plan.rule, now)


def _form(form: str, output: str, template: Path | None) -> str:
    """The format asked for, else as the file's name says, else HTML for a template, else md."""
    if form:
        found = one_of(form, formats.names(formats.REPORT), "--format")
    else:
        found = form_by_name(
            output, formats.owner_of(formats.REPORT, "--template") if template else "md"
        )
    if template and "--template" not in formats.REPORT[found].takes:
        raise UsageError("report.template-makes-html", form=found)
    return found


def _addresses(
    mail_to: list[str], sender: str, form: str, output: str, *, calendar: bool
) -> list[Address]:
    """Who sends, then to whom; none where no mail is asked for."""
    if not mail_to:
        for option, given in (("--from", sender), ("--calendar", calendar)):
            if given:
                raise UsageError("report.only-with-mail", option=option)
        return []
    if form or output != "-":
        raise UsageError("report.mail-is-its-own", option="--format" if form else "-o")
    from spaceplan.report.mail import address

    to = [address(one, "--mail-to") for one in mail_to]
    return [address(sender, "--from") if sender else to[0], *to]


def _letter(made: Made, page: str, to: list[Address], lang: str, *, calendar: bool) -> str:
    from spaceplan.report.mail import Letter, message

    dates = ""
    if calendar:
        from spaceplan.export.ics import calendar as ics

        dates = ics(made.due, made.plan, lang)
    sender, *others = to
    return message(Letter(made.title, made.text, page, lang, dates), others, sender)


def _out(output: str, text: str, plan: Path) -> None:
    if output == "-":
        write_exact(text)
    else:
        save(Path(output), _bytes(text), plan=plan)


def _into(folder: Path, name: str, text: str, plan: Plan, path: Path) -> None:
    """Into a folder, and on the page that lists its reports, in the plan's language."""
    save(folder / name, _bytes(text), plan=path)
    if name.endswith(".html"):
        from spaceplan.report.index import index_page

        page = index_page(folder, plan.title.say(plan.language), plan.language)
        save(folder / INDEX, _bytes(page))


def _tell(key: str, lang: str, **facts: object) -> None:
    if is_watched():
        print(say(key, lang, **facts), file=sys.stderr)


def is_watched() -> bool:
    """Whether a person reads what is said beside the report."""
    return sys.stderr.isatty()


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")
