"""``spaceplan init``: a plan of one's own, from the shipped one or from nothing."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from spaceplan.commands import complete
from spaceplan.commands.option import Lang, argument, option
from spaceplan.commands.options import LookOptions, command
from spaceplan.commands.output import write
from spaceplan.commands.read_options import one_of
from spaceplan.commands.session import language
from spaceplan.errors import UsageError
from spaceplan.files.content import read_bytes
from spaceplan.files.save import create
from spaceplan.plan_file.locate import shipped_folder, shipped_plan
from spaceplan.words import LANGUAGES, say, told

if TYPE_CHECKING:
    from spaceplan.plan_file.fresh import Fresh

EXAMPLES = (
    "Examples: spaceplan init my-plan && cd my-plan && spaceplan overdue ; "
    'spaceplan init --empty mine --title "Our instruments" --fy-starts 10 --named-by end'
)

EMPTY = "The empty plan"
T = TypeVar("T")


@command
def run(
    folder: Annotated[Path, argument("[DIR]", "Where to put data/; else here.")] = Path(),
    empty: Annotated[
        bool, option("--empty", "Start a plan without milestones, not from the shipped one.")
    ] = False,
    with_record: Annotated[
        bool,
        option(
            "--with-record", "Record what became of the best-known milestones of the shipped plan."
        ),
    ] = False,
    title: Annotated[str, option("--title", "Its title.", "TEXT", panel=EMPTY)] = "",
    speech: Annotated[
        str,
        option("--language", "The language it is written in.", "ja|en", complete.languages, EMPTY),
    ] = "",
    time_zone: Annotated[
        str, option("--time-zone", "Where its days begin.", "ZONE", panel=EMPTY)
    ] = "",
    starts: Annotated[
        str,
        option("--fy-starts", "The month in which its fiscal years start.", "MONTH", panel=EMPTY),
    ] = "",
    named_by: Annotated[
        str,
        option("--named-by", "Which calendar year names a fiscal year.", "start|end", panel=EMPTY),
    ] = "",
    owner: Annotated[
        list[str],
        option("--owner", "An owner, for each the option once.", "CODE=NAME", panel=EMPTY),
    ] = [],  # noqa: B006 - typer wants a list and never changes it
    lang: Lang = "",
) -> None:
    """Start a plan in DIR/data, with its schema: a copy of the shipped one; overwrites nothing.

    With --empty it is a commented page without milestones; on a terminal it asks for what is not
    given.
    """
    from spaceplan.plan_file.load import load_plan
    from spaceplan.plan_file.schema import FILE_NAME

    said = language(LookOptions(lang=lang))
    plan = folder / "data" / shipped_plan().name
    given: Mapping[str, str | list[str]] = {
        "--title": title,
        "--language": speech,
        "--time-zone": time_zone,
        "--fy-starts": starts,
        "--named-by": named_by,
        "--owner": owner,
    }
    if empty and with_record:
        raise UsageError("updating.one-of-two", first="--empty", second="--with-record")
    if empty:
        text = _fresh(given, said, plan)
    else:
        stray = next((option for option, value in given.items() if value), "")
        if stray:
            raise UsageError("updating.only-empty", option=stray)
        text = read_bytes(shipped_plan())
    schema = read_bytes(shipped_folder() / FILE_NAME)
    # The plan last: without it, what a killed run leaves is taken for none.
    create({plan.with_name(FILE_NAME): schema, plan: text})
    if with_record:
        changed = _record_into(plan)
        write(say("updating.made-with-record", said, plan=plan, count=changed))
    elif empty:
        write(say("updating.made-empty", said, plan=plan))
    else:
        title = load_plan(plan).plan.title.say(said)
        write(say("updating.made", said, plan=plan, title=title))


def _record_into(plan: Path) -> int:
    """Apply the shipped record to a new copy of the shipped plan; how many milestones it is of."""
    from spaceplan.record.carry_out import carry_out
    from spaceplan.tables.apply import apply_table
    from spaceplan.tables.read_yaml import read_yaml

    table = read_yaml(shipped_folder() / "record.yaml")
    done = carry_out(plan, lambda now, moment: apply_table(now, table, moment).outcome)
    return len(done.outcome.planned)


def _fresh(given: Mapping[str, str | list[str]], lang: str, plan: Path) -> bytes:
    """The text of a plan as it is asked for. Raises UsageError, PlanFaults where it were none."""
    from spaceplan.plan_file.fresh import fresh_text
    from spaceplan.plan_file.load import check_would_be

    text = fresh_text(_asked(given, lang)).encode("utf-8")
    check_would_be(text, plan)
    return text


def _asked(given: Mapping[str, str | list[str]], lang: str) -> Fresh:
    """What is given, asked for on a terminal, or usual."""
    from datetime import datetime

    from spaceplan.plan_file.fresh import Fresh

    asking = sys.stdin.isatty() and sys.stdout.isatty()

    def ask(option: str, key: str, usual: str, read: Callable[[str], T]) -> T:
        text = str(given[option] or "")
        while not text and asking:
            answer = str(typer.prompt(say(key, lang), default=usual))
            try:
                return read(answer)
            except UsageError as error:
                typer.echo(told(error, lang))
        return read(text or usual)

    speech = ask(
        "--language", "updating.ask-language", lang, lambda t: one_of(t, LANGUAGES, "--language")
    )
    title = ask("--title", "updating.ask-title", say("updating.some-title", speech), str.strip)
    zone = ask("--time-zone", "updating.ask-time-zone", _usual_zone(speech), _zone)
    month, name = _USUAL.get(zone.partition("/")[0], _USUAL.get(zone, ("1", "start")))
    starts = ask("--fy-starts", "updating.ask-starts", month, _month)
    named_by = ask(
        "--named-by",
        "updating.ask-named-by",
        name,
        lambda text: one_of(text, ("start", "end"), "--named-by"),
    )
    pairs = [_pair(text) for text in given["--owner"]]
    while asking and not given["--owner"]:
        answer = str(typer.prompt(say("updating.ask-owner", lang), default="", show_default=False))
        if not answer.strip():
            break
        try:
            pairs.append(_pair(answer))
        except UsageError as error:
            typer.echo(told(error, lang))
    from zoneinfo import ZoneInfo

    decided = datetime.now(ZoneInfo(zone)).date()
    return Fresh(title, speech, zone, starts, named_by, decided, dict(pairs))


# The fiscal year of the state, by time zone or its first part: month, and the year that names it.
_USUAL = {
    "Asia/Tokyo": ("4", "start"),
    "Japan": ("4", "start"),
    "Asia/Kolkata": ("4", "start"),
    "Europe/London": ("4", "start"),
    "America": ("10", "end"),
    "US": ("10", "end"),
}


def _usual_zone(lang: str) -> str:
    named = os.environ.get("TZ", "").lstrip(":")
    try:
        return _zone(named) if named else ("Asia/Tokyo" if lang == "ja" else "UTC")
    except UsageError:
        return "UTC"


def _zone(text: str) -> str:
    from zoneinfo import ZoneInfo

    name = text.strip()
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise UsageError("updating.no-time-zone", text=name) from None
    return name


def _month(text: str) -> int:
    from spaceplan.roadmap.fiscal import fold

    digits = fold(text).removesuffix("月")
    if not (digits.isascii() and digits.isdecimal() and 1 <= int(digits[:3]) <= 12):
        raise UsageError("updating.no-month", text=text)
    return int(digits)


def _pair(text: str) -> tuple[str, str]:
    code, equals, name = (part.strip() for part in text.partition("="))
    if not (equals and code and name):
        raise UsageError("updating.no-owner-pair", text=text)
    return code, name
