"""A report as one message of mail: text and HTML, and the calendar of what is due beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import localtime, make_msgid, parseaddr

from spaceplan.errors import UsageError
from spaceplan.frozen import dataclass

# What every mail server takes; others need an extension that few have.
_ADDRESS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9.-]+")


@dataclass(frozen=True, slots=True)
class Letter:
    """What a message says. ``calendar`` is an iCalendar file, "" for none."""

    subject: str
    text: str
    html: str
    lang: str
    calendar: str = ""


def address(text: str, option: str) -> Address:
    """``a@example.org`` or ``Name <a@example.org>``. Raises UsageError for anything else."""
    name, spec = parseaddr(text)
    if "\n" in text or "\r" in text or not _ADDRESS.fullmatch(spec):
        raise UsageError("report.no-address", option=option, text=text)
    try:
        return Address(name, addr_spec=spec)
    except (ValueError, IndexError):
        raise UsageError("report.no-address", option=option, text=text) from None


def message(letter: Letter, to: Sequence[Address], sender: Address) -> str:
    """The message as text of ASCII alone, lines ending with LF: what ``sendmail -t`` reads.

    Its date is now, and its id is new: it is a letter, not a file.
    """
    mail = EmailMessage(policy=SMTP.clone(linesep="\n"))
    mail["From"] = sender
    mail["To"] = list(to)
    mail["Subject"] = letter.subject
    mail["Date"] = localtime()
    mail["Message-ID"] = make_msgid(domain=sender.domain)
    # No automatic answer is wanted, and none is given.
    mail["Auto-Submitted"] = "auto-generated"
    # Long lines and Japanese pass any server so.
    mail.set_content(letter.text, cte="base64")
    mail.add_alternative(letter.html, subtype="html", cte="base64")
    if letter.calendar:
        mail.add_attachment(
            letter.calendar.encode("utf-8"),
            maintype="text",
            subtype="calendar",
            filename="spaceplan.ics",
            params={"charset": "utf-8"},
        )
    mail["Content-Language"] = letter.lang
    return mail.as_string()
