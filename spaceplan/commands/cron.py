"""``spaceplan cron``: the crontab line for this installation and this plan."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from shutil import which
from typing import Annotated

from spaceplan import formats
from spaceplan.commands import complete
from spaceplan.commands.option import option
from spaceplan.commands.options import PlanOption, command
from spaceplan.commands.output import write
from spaceplan.commands.program import program
from spaceplan.errors import UsageError
from spaceplan.plan_file.load import load_plan
from spaceplan.plan_file.locate import locate
from spaceplan.words import LANGUAGES, locale_language, say

_SENDMAIL = "/usr/sbin/sendmail"

EXAMPLES = (
    "Examples: spaceplan cron --plan data/milestones.yaml -o reports ; "
    "spaceplan cron --plan data/milestones.yaml --mail-to secretariat@example.org"
)


@command
def run(
    where: PlanOption,
    output: Annotated[
        str,
        option(
            "--output -o",
            "Folder for the reports, else reports; - prints them, which cron mails.",
            "DIR|-",
        ),
    ] = "",
    form: Annotated[str, option("--format -f", "md, html, text or json.", "FORMAT")] = "",
    mail_to: Annotated[
        list[str],
        option("--mail-to", "Mail it to this address by sendmail instead. Repeatable.", "ADDRESS"),
    ] = [],  # noqa: B006 - typer wants a list and never changes it
    mail_from: Annotated[str, option("--from", "Who sends the mail.", "ADDRESS")] = "",
    lang: Annotated[
        str,
        option(
            "--lang",
            "Language, ja or en; else the locale's, and the report in the plan's.",
            "ja|en",
            complete.languages,
        ),
    ] = "",
) -> None:
    """Print the crontab line that makes the weekly report, with every path in full.

    cron runs in another folder and with another PATH: a line with short names would find no
    program, or another plan. Add the line with crontab -e.
    """
    from spaceplan.commands.read_options import one_of

    spoken = one_of(lang, LANGUAGES, "--lang") if lang else ""
    chosen = one_of(form, formats.names(formats.REPORT), "--format") if form else ""
    location = locate(where.plan)
    if location.shipped:
        raise UsageError("export.shipped")
    plan = load_plan(location.path).plan
    words = [*program(), "report", "--plan", str(location.path.absolute())]
    words += ["--lang", spoken] if spoken else []
    if mail_to:
        words += _mail(mail_to, mail_from, output, form)
    elif mail_from:
        raise UsageError("report.only-with-mail", option="--from")
    elif output == "-":
        words += ["--format", chosen or "text"]
    else:
        words += ["--format", chosen or "md", "-o", f"{Path(output or 'reports').absolute()}/"]
    line, speech = _crontab(words), spoken or locale_language()
    if mail_to:
        # Where mail servers put the program that takes a message.
        found = which("sendmail", path=os.pathsep.join(("/usr/sbin", "/usr/lib")))
        line += f" | {shlex.quote(found or _SENDMAIL)} -t"
        if found is None:
            write(say("export.no-sendmail", speech))
    key = "export.cron" if output != "-" else "export.cron-prints"
    write(say(key, speech, zone=plan.time_zone, line=line))


def _mail(mail_to: list[str], sender: str, output: str, form: str) -> list[str]:
    """The options that make a message of it. Raises UsageError for what is no address."""
    from spaceplan.report.mail import address

    for name, given in (("-o", output), ("--format", form)):
        if given:
            raise UsageError("report.mail-is-its-own", option=name)
    words: list[str] = []
    for name, texts in (("--mail-to", mail_to), ("--from", [sender] if sender else [])):
        for text in texts:
            address(text, name)
            words += [name, text]
    return words


def _crontab(words: list[str]) -> str:
    if any(end in word for word in words for end in "\r\n"):
        raise UsageError("export.line-end")
    for word in words:
        if any("\ud800" <= character <= "\udfff" for character in word):
            # Shown with its bytes escaped it would be the name of nothing.
            raise UsageError("export.path-not-utf8", path=word)
    # In a crontab % ends the command, even between quotes.
    return shlex.join(words).replace("%", "\\%")
