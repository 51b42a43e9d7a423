"""What the options of a command line say, checked: days, years, words of a list, filters."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from spaceplan.commands.options import FilterOptions, OrderOptions
from spaceplan.errors import UsageError, Wrong
from spaceplan.roadmap.fields import BY_NAME, Field
from spaceplan.roadmap.fiscal import fold, read_fiscal_years
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.nearest import nearest
from spaceplan.roadmap.query import ROLES, SORTS, Filter, Order
from spaceplan.roadmap.read_times import read_time
from spaceplan.roadmap.references import known_chart, known_owner, known_topic
from spaceplan.roadmap.states import STATES
from spaceplan.words import say

T = TypeVar("T")


def option_value(read: Callable[[str], T], text: str, option: str) -> T:
    """A text as ``read`` takes it. Raises UsageError, with the option, where that raises Wrong."""
    try:
        return read(text)
    except Wrong as error:
        raise UsageError("common.option", option=option, wrong=error.phrase) from None


def read_day(text: str, option: str) -> date:
    """A day in any spelling of the grammar. Raises UsageError for anything else."""
    time = option_value(read_time, text, option)
    if time.end or time.open or time.about or time.start.unit != "day":
        raise UsageError("commands.not-a-day", option=option, text=text)
    point = time.start
    return date(point.year, point.number, point.day)


def read_years(words: list[str]) -> tuple[int, ...]:
    """Fiscal years: one, a list, a range. Raises UsageError for anything else."""
    years: list[int] = []
    for word in words:
        years.extend(option_value(read_fiscal_years, word, "--fy"))
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
    near = nearest(text, options)
    raise UsageError("commands.not-known", option=option, word=word, options=options, near=near)


def split_words(words: list[str]) -> list[str]:
    """The parts of texts that commas separate."""
    return [part for word in words for part in word.replace("、", ",").split(",") if part.strip()]


def read_filter(plan: Plan, given: FilterOptions) -> Filter:
    """The filters, checked against the plan: a topic or owner it lacks is a mistake, not a no."""
    topics = []
    for word in split_words(given.topic):
        try:
            topics.append(known_topic(plan, word))
        except UsageError as error:
            raise UsageError("common.option", option="--topic", wrong=error.phrase) from None
    reasons = tuple(
        one_of(word, tuple(plan.reasons), "--reason") for word in split_words(given.reason)
    )
    return Filter(
        topics=tuple(topics),
        charts=tuple(known_chart(plan, word) for word in split_words(given.chart)),
        owners=tuple(_owner(plan, word) for word in _owners(plan, given.owner)),
        role=one_of(given.role, ROLES, "--role"),
        states=tuple(
            one_of(word.replace(" ", "-"), STATES, "--state") for word in split_words(given.state)
        ),
        having={
            name: tuple(_of_field(BY_NAME[name], word) for word in split_words(words))
            for name, words in given.having.items()
            if words
        },
        years=read_years(given.fy),
        reasons=reasons,
        search=given.search,
    )


def _of_field(field: Field, word: str) -> str:
    """One of the words that a field has, or any where it has no fixed choice."""
    options = field.shape.options
    return one_of(word, options, f"--{field.said.filter}") if options else fold(word)


def _owner(plan: Plan, word: str) -> str:
    try:
        return known_owner(plan, word)
    except UsageError as error:
        raise UsageError("common.option", option="--owner", wrong=error.phrase) from None


def _owners(plan: Plan, words: list[str]) -> list[str]:
    """Names may hold commas themselves (a ministry's English name does)."""
    found: list[str] = []
    for word in words:
        try:
            known_owner(plan, word)
        except UsageError:
            found.extend(split_words([word]))
        else:
            found.append(word)
    return found


def read_order(given: OrderOptions, lang: str) -> Order:
    """The order, checked; titles are sorted as ``lang`` shows them."""
    sort = one_of(given.sort, SORTS, "--sort") if given.sort else ""
    return Order(sort, given.reverse, given.limit, lang)
