"""The report as a message: what a server takes, and what a mail program shows of it."""

from __future__ import annotations

import smtplib
import socket
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import icalendar
import pytest
from aiosmtpd.controller import Controller
from support import Run, WritePlan, milestone

TO = ("--mail-to", "田中 <tanaka@example.org>", "--mail-to", "b@example.org")
FROM = ("--from", "Plan <plan@example.org>")


class Kept:
    """What a server was given."""

    def __init__(self) -> None:
        self.envelopes: list[Any] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        self.envelopes.append(envelope)
        return "250 OK"


@pytest.fixture
def server() -> Iterator[Any]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(Kept(), hostname="127.0.0.1", port=port)
    controller.start()
    yield controller
    controller.stop()


@pytest.fixture
def plan(write_plan: WritePlan) -> Path:
    return write_plan(
        milestone("1-1", target="FY2020"),
        milestone("1-2", target="2026-12-10", title="{ja: 打上げ①, en: Launch}"),
    )


def sent(run: Run, plan: Path, *words: str) -> EmailMessage:
    done = run("report", "--plan", plan, "--week", "2026-W47", *TO, *FROM, *words)
    assert done.code == 0, done.err
    assert done.raw.isascii()
    read: Any = message_from_bytes(done.raw, policy=policy.default)
    assert not read.defects
    return read


def test_it_reads_as_a_letter(run: Run, plan: Path) -> None:
    mail = sent(run, plan, "--lang", "ja")
    assert mail["Subject"] == "小さな計画 進捗報告 2026-W47"
    assert [str(one) for one in mail["To"].addresses] == [
        "田中 <tanaka@example.org>",
        "b@example.org",
    ]
    assert (str(mail["From"]), mail["Content-Language"]) == ("Plan <plan@example.org>", "ja")
    assert mail["Date"].datetime.tzinfo and mail["Message-ID"].endswith("@example.org>")
    text, page = mail.get_body(("plain",)), mail.get_body(("html",))
    assert text is not None and page is not None
    assert text.get_content().startswith("小さな計画 進捗報告 2026-W47\n")
    assert "打上げ①" in text.get_content()
    assert "<html" in page.get_content() and "打上げ①" in page.get_content()
    assert not list(mail.iter_attachments())


def test_a_server_takes_it_and_hands_it_on_whole(run: Run, plan: Path, server: Any) -> None:
    mail = sent(run, plan, "--calendar")
    with smtplib.SMTP("127.0.0.1", server.port) as client:
        client.send_message(mail)
    (envelope,) = server.handler.envelopes
    assert envelope.mail_from == "plan@example.org"
    assert envelope.rcpt_tos == ["tanaka@example.org", "b@example.org"]
    came: Any = message_from_bytes(envelope.content, policy=policy.default)
    for kind in ("plain", "html"):
        body, before = came.get_body((kind,)), mail.get_body((kind,))
        assert body.get_content().splitlines() == before.get_content().splitlines()


def test_the_calendar_of_what_is_due_is_attached_when_asked(run: Run, plan: Path) -> None:
    (attached,) = sent(run, plan, "--calendar").iter_attachments()
    assert (attached.get_content_type(), attached.get_filename()) == (
        "text/calendar",
        "spaceplan.ics",
    )
    calendar: Any = icalendar.Calendar.from_ical(attached.get_content())
    events = [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")]
    assert events == ["1-2 Launch (2026-12-10)"]


def test_without_a_sender_it_is_from_whom_it_is_to(run: Run, plan: Path) -> None:
    done = run("report", "--plan", plan, "--mail-to", "a@example.org")
    assert done.out.startswith("From: a@example.org\nTo: a@example.org\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--mail-to", "nobody"), "--mail-to: 'nobody' is no address of mail"),
        (("--mail-to", "a@b.org\nBcc: c@d.org"), "is no address of mail"),
        (("--mail-to", "é@example.org"), "is no address of mail"),
        (("--mail-to", "a@b.org", "--from", "x y"), "--from: 'x y' is no address"),
        (("--from", "a@b.org"), "--from goes with --mail-to"),
        (("--calendar",), "--calendar goes with --mail-to"),
        (("--mail-to", "a@b.org", "-o", "out"), "it does not go with -o"),
        (("--mail-to", "a@b.org", "--format", "html"), "it does not go with --format"),
    ],
)
def test_what_makes_no_sense_is_refused(
    run: Run, plan: Path, words: tuple[str, ...], said: str
) -> None:
    done = run("report", "--plan", plan, *words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
