"""From options to a question: the plan, the day it is asked for, the language, the filters."""

from __future__ import annotations

import sys
from datetime import date

from spaceplan.answers.question import Session
from spaceplan.commands.options import FilterOptions, LookOptions, OrderOptions, PointInTime
from spaceplan.errors import UsageError
from spaceplan.plan_file.load import load_plan
from spaceplan.plan_file.locate import locate
from spaceplan.roadmap.fiscal import FiscalYearError, fold, read_fiscal_years
from spaceplan.roadmap.model import KINDS, Plan
from spaceplan.roadmap.query import ROLES, SORTS, Filter, Order
from spaceplan.roadmap.references import known_chart, known_owner, nearest
from spaceplan.roadmap.states import STATES, STATUSES
from spaceplan.roadmap.times import TimeError, read_time
from spaceplan.roadmap.truth import plan_at, today
from spaceplan.words import LANGUAGES, locale_language, say, told


def language(look: LookOptions) -> str:
    """``--lang``, else the locale's. Raises UsageError for another."""
    return one_of(look.lang, LANGUAGES, "--lang") if look.lang else locale_language()


def open_session(point: PointInTime, look: LookOptions) -> Session:
    """Find and read the plan, and place it in time."""
    lang = language(look)
    location = locate(point.plan)
    loaded = load_plan(location.path)
    if not location.named and sys.stderr.isatty() and sys.stdout.isatty():
        key = "commands.shipped-plan" if location.shipped else "commands.plan-in-use"
        print(say(key, lang, path=location.path), file=sys.stderr)
    as_of = read_day(point.as_of, "--as-of") if point.as_of else None
    known = read_day(point.known, "--known") if point.known else None
    plan = plan_at(loaded.plan, as_of, known)
    day = as_of or today(loaded.plan)
    return Session(loaded, location, plan, day, as_of, known, lang)


def read_day(text: str, option: str) -> date:
    """A day in any spelling of the grammar. Raises UsageError for anything else."""
    try:
        time = read_time(text)
    except TimeError as error:
        raise UsageError(f"{option}: {error}") from None
    if time.end or time.open or time.about or time.start.unit != "day":
        raise UsageError("commands.not-a-day", option=option, text=text)
    point = time.start
    return date(point.year, point.number, point.day)


def read_years(words: list[str]) -> tuple[int, ...]:
    """Fiscal years: one, a list, a range. Raises UsageError for anything else."""
    years: list[int] = []
    for word in words:
        try:
            years.extend(read_fiscal_years(word))
        except FiscalYearError as error:
            raise UsageError(f"--fy: {error}") from None
    return tuple(sorted(set(years)))


def one_of(word: str, options: tuple[str, ...], option: str) -> str:
    """A word of a short list, any case, or its Japanese. Raises UsageError with the nearest."""
    text = fold(word).casefold()
    if text in options:
        return text
    # What a Japanese answer says may be asked for in the same word.
    for name in options:
        if fold(say(name, "ja")) == text:
            return name
    raise UsageError(
        "commands.not-known",
        option=option,
        word=word,
        options=", ".join(options),
        near=nearest(text, options),
    )


def _split(words: list[str]) -> list[str]:
    return [part for word in words for part in word.replace("、", ",").split(",") if part.strip()]


def read_filter(plan: Plan, given: FilterOptions) -> Filter:
    """The filters, checked against the plan: a topic or owner it lacks is a mistake, not a no."""
    topics = []
    for word in _split(given.topic):
        text = fold(word)
        # No plan numbers its topics with ten digits, and Python refuses to read 5,000.
        if not text.isdecimal() or int(text[:9]) not in plan.topic_by_number:
            known = ", ".join(map(str, plan.topic_by_number))
            raise UsageError("commands.no-such-topic", word=word, known=known)
        topics.append(int(text[:9]))
    reasons = tuple(one_of(word, tuple(plan.reasons), "--reason") for word in _split(given.reason))
    return Filter(
        topics=tuple(topics),
        charts=tuple(known_chart(plan, word) for word in _split(given.chart)),
        owners=tuple(_owner(plan, word) for word in _owners(plan, given.owner)),
        role=one_of(given.role, ROLES, "--role"),
        statuses=tuple(one_of(word, STATUSES, "--status") for word in _split(given.status)),
        states=tuple(
            one_of(word.replace(" ", "-"), STATES, "--state") for word in _split(given.state)
        ),
        kinds=tuple(one_of(word, KINDS, "--kind") for word in _split(given.kind)),
        years=read_years(given.fy),
        reasons=reasons,
        search=given.search,
    )


def _owner(plan: Plan, word: str) -> str:
    try:
        return known_owner(plan, word)
    except UsageError as error:
        raise UsageError(f"--owner: {told(error, 'en')}") from None


def _owners(plan: Plan, words: list[str]) -> list[str]:
    """Names may hold commas themselves (a ministry's English name does)."""
    found: list[str] = []
    for word in words:
        try:
            known_owner(plan, word)
        except UsageError:
            found.extend(_split([word]))
        else:
            found.append(word)
    return found


def read_order(given: OrderOptions, lang: str) -> Order:
    """The order, checked; titles are sorted as ``lang`` shows them."""
    sort = one_of(given.sort, SORTS, "--sort") if given.sort else ""
    return Order(sort, given.reverse, given.limit, lang)
