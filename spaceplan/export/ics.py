"""A calendar (iCalendar, RFC 5545) of targets: one all-day event on each due day.

Nothing in it depends on the clock: an event changes when, and only when, the plan does. Whether
something is overdue is for a list to say, which is made anew every time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

from spaceplan.answers.detail import times_text
from spaceplan.answers.origin import origin
from spaceplan.answers.rows import owners_text, slip_cell
from spaceplan.roadmap.fiscal import FiscalRule
from spaceplan.roadmap.lifecycle import needed, occurrences, open_years, years_of
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.outlook import open_remedy
from spaceplan.roadmap.query import Row
from spaceplan.roadmap.spans import add_months, read_within
from spaceplan.roadmap.states import ENDED
from spaceplan.roadmap.times import Time
from spaceplan.roadmap.truth import zone_of
from spaceplan.words import say

# RFC 5545, 3.1: a line has at most 75 octets without its end.
_OCTETS = 75


def calendar(found: Iterable[Row], plan: Plan, lang: str, remind: Sequence[str] = ()) -> str:
    """The calendar file, lines ending with CRLF. Milestones without a due day have no event.

    ``remind`` are lengths of time before the due day (``30d``, ``2w``, ``6m``) at which an alarm
    goes off for what has not ended.
    """
    name = plan.title.say(lang)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//spaceplan//spaceplan//EN",
        "CALSCALE:GREGORIAN",
        f"NAME:{escaped(name)}",  # RFC 7986; the next is what clients knew before it
        f"X-WR-CALNAME:{escaped(name)}",
        f"DESCRIPTION:{escaped(origin(plan, lang))}",
        f"X-WR-CALDESC:{escaped(origin(plan, lang))}",
    ]
    for row in found:
        lines += _event(row, plan, lang, remind)
        lines += _remedy(row, plan, lang, remind)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines)


def uid(milestone: Milestone, plan: Plan) -> str:
    """An event's identity: the id, which never changes, and the day the plan was decided.

    The day keeps two plans apart in one calendar; titles and revisions change and are not in it.
    """
    return f"{milestone.id}-{plan.decided:%Y%m%d}@spaceplan"


def _event(row: Row, plan: Plan, lang: str, remind: Sequence[str]) -> Iterator[str]:
    milestone = row.milestone
    span = _days(milestone, plan)
    if milestone.target is None or span is None:
        return
    first, last = span
    entries = [change for change in milestone.history if change.checked is None]
    written = max((change.recorded for change in entries), default=_decided(plan))
    stamp = f"{written.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield "BEGIN:VEVENT"
    yield f"UID:{uid(milestone, plan)}"
    yield f"DTSTAMP:{stamp}"
    yield f"LAST-MODIFIED:{stamp}"
    yield f"SEQUENCE:{len(entries)}"
    yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{first + timedelta(days=1):%Y%m%d}"
    if milestone.kind == "recurring":
        # A fiscal year ends with a month; its last day may be the 29th of February.
        until = f";UNTIL={last:%Y%m%d}" if last else ""
        yield f"RRULE:FREQ=YEARLY{until};BYMONTH={first.month};BYMONTHDAY=-1"
        over = [day for day in _met_days(milestone, plan) if day > first]
        if over:
            yield f"EXDATE;VALUE=DATE:{','.join(f'{day:%Y%m%d}' for day in over)}"
    yield f"SUMMARY:{escaped(_summary(milestone, lang))}"
    yield f"DESCRIPTION:{escaped(_description(row, plan, first, lang))}"
    if milestone.leads:
        yield f"CATEGORIES:{','.join(map(escaped, milestone.leads))}"
    yield f"STATUS:{_status(milestone)}"
    # A target takes up nobody's day.
    yield "TRANSP:TRANSPARENT"
    if milestone.status not in ENDED:
        # A month before and 30 days before may be one day.
        for days in dict.fromkeys((first - before(first, length)).days for length in remind):
            yield from _alarm(days, _summary(milestone, lang))
    yield "END:VEVENT"


def _remedy(row: Row, plan: Plan, lang: str, remind: Sequence[str]) -> Iterator[str]:
    """An event on the last day of what is still to be done about a slip or a miss."""
    milestone, remedy = row.milestone, open_remedy(row.milestone, plan)
    if remedy is None or remedy.by is None or remedy.due is None:
        return
    told = [change for change in milestone.history if change.remedy or change.remedy_by]
    stamp = f"{told[-1].recorded.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    time = remedy.by.format(lang)
    text = say("export.remedy", lang, id=milestone.id, remedy=remedy.text, time=time)
    yield "BEGIN:VEVENT"
    yield f"UID:{milestone.id}-remedy-{plan.decided:%Y%m%d}@spaceplan"
    yield f"DTSTAMP:{stamp}"
    yield f"LAST-MODIFIED:{stamp}"
    yield f"SEQUENCE:{len(told)}"
    yield f"DTSTART;VALUE=DATE:{remedy.due:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{remedy.due + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(text)}"
    yield f"DESCRIPTION:{escaped(milestone.title.say(lang))}"
    if milestone.leads:
        yield f"CATEGORIES:{','.join(map(escaped, milestone.leads))}"
    yield "TRANSP:TRANSPARENT"
    for days in dict.fromkeys((remedy.due - before(remedy.due, one)).days for one in remind):
        yield from _alarm(days, text)
    yield "END:VEVENT"


def _days(milestone: Milestone, plan: Plan) -> tuple[date, date | None] | None:
    """The day of the event; for a recurring one the first and the last due day (None: no end).

    A recurring one begins with the first year that is not met, so what was done is over;
    one that has ended keeps its years.
    """
    target, rule = milestone.target, plan.rule
    if target is None:
        return None
    if milestone.kind != "recurring":
        day = target.last_day(rule)
        return (day, day) if day else None
    years = years_of(target, rule)
    first, last = open_years(milestone, plan, target)
    return years.last_day(first), None if last is None else years.last_day(last)


def _met_days(milestone: Milestone, plan: Plan) -> list[date]:
    """The due days of the years that were met: over, wherever among the others they stand."""
    if milestone.target is None or milestone.status in ENDED:
        return []
    years = years_of(milestone.target, plan.rule)
    times = occurrences(milestone, plan, years)
    return [years.last_day(year) for year in sorted(times) if times[year] >= needed(milestone)]


def _decided(plan: Plan) -> datetime:
    return datetime.combine(plan.decided, time(), zone_of(plan))


def _status(milestone: Milestone) -> str:
    if milestone.status == "dropped":
        return "CANCELLED"
    vague = milestone.target is not None and milestone.target.about
    return "TENTATIVE" if vague and milestone.status not in ENDED else "CONFIRMED"


def _summary(milestone: Milestone, lang: str) -> str:
    """Id, title and target as precise as its words; first of all how it ended, if it did."""
    target = milestone.target.format(lang) if milestone.target else ""
    text = say(
        "export.summary", lang, id=milestone.id, title=milestone.title.say(lang), target=target
    )
    if milestone.status in ENDED:
        return say("export.ended", lang, status=say(milestone.status, lang), text=text)
    return text


def _description(row: Row, plan: Plan, day: date, lang: str) -> str:
    milestone = row.milestone
    facts: list[tuple[str, str]] = [
        ("target", _precise(milestone, plan.rule, day, lang)),
        ("baseline", _baseline(row, lang)),
        ("horizon", milestone.horizon.format(lang) if milestone.horizon else ""),
        ("times", times_text(milestone, lang)),
        ("kind", say(milestone.kind, lang)),
        ("status", _told(milestone, row.standing.actual, lang)),
        ("owner", owners_text(milestone.owner, plan, lang)),
        ("partners", owners_text(milestone.partners, plan, lang)),
        ("topic", f"{milestone.topic} {plan.topic_by_number[milestone.topic].title.say(lang)}"),
        ("charts", ", ".join(milestone.charts)),
        ("also", ", ".join(row.also)),
        ("remark", milestone.remark.say(lang) if milestone.remark else ""),
    ]
    lines = [_fact(key, value, lang) for key, value in facts if value]
    told = next((c for c in reversed(milestone.history) if c.note or c.source), None)
    if told is not None:
        said = " ".join(filter(None, (told.date.format(lang), told.note, told.source)))
        lines.append(_fact("history", said, lang))
    return "\n".join(lines)


def _fact(key: str, value: str, lang: str) -> str:
    return say("export.fact", lang, name=say(key, lang), value=value)


def _precise(milestone: Milestone, rule: FiscalRule, day: date, lang: str) -> str:
    """The target in its own words, and that the day of the event only stands for it."""
    target = milestone.target
    if target is None:
        return ""
    text = target.format(lang)
    if milestone.kind == "recurring":
        return text
    exact = target.first_day(rule) == day and not target.about
    if exact:
        return text
    key = "export.last-day-about" if target.about else "export.last-day"
    return say(key, lang, target=text, day=day)


def _baseline(row: Row, lang: str) -> str:
    milestone = row.milestone
    if milestone.baseline is None or milestone.baseline == milestone.target:
        return ""
    text = milestone.baseline.format(lang)
    slip = slip_cell(row, lang).text
    return f"{text} ({slip})" if slip else text


def _told(milestone: Milestone, actual: Time | None, lang: str) -> str:
    text = say(milestone.status, lang)
    return f"{text} ({actual.format(lang)})" if actual else text


def _alarm(days: int, text: str) -> Iterator[str]:
    """An alarm that shows ``text`` so many days before the due day begins.

    A duration (RFC 5545, 3.3.6) has neither months nor years.
    """
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"TRIGGER:-P{days}D"
    yield f"DESCRIPTION:{escaped(text)}"
    yield "END:VALARM"


def before(day: date, length: str) -> date:
    """The day that lies ``length`` before another. Raises Wrong for no length of time."""
    unit, number = read_within(length)
    if unit in ("d", "w"):
        return day - timedelta(days=number * (7 if unit == "w" else 1))
    return add_months(day, -number * (12 if unit == "y" else 1))


# --- the lines of the format ---------------------------------------------------------------------

_ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}


def escaped(text: str) -> str:
    """``text`` as a TEXT value (RFC 5545, 3.3.11); controls, which it may not hold, as spaces."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return (
        "".join(
            _ESCAPES.get(char, char if char >= " " and char != "\x7f" else " ") for char in text
        )
        .encode("utf-8", "replace")
        .decode("utf-8")
    )


def folded(line: str) -> str:
    """A line in pieces of at most 75 octets, each further one after CRLF and a space.

    No character is divided: the standard permits it, but not every reader copes with it.
    """
    pieces: list[str] = []
    piece, octets = "", 0
    for char in line:
        size = len(char.encode("utf-8"))
        if octets + size > _OCTETS:
            pieces.append(piece)
            piece, octets = "", 1  # the space that begins the next line
        piece += char
        octets += size
    return "\r\n ".join((*pieces, piece))
