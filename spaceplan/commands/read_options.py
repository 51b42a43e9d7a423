"""What the options of a command line say, checked: days, years, words of a list, filters."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from spaceplan.commands.options import FilterOptions, OrderOptions
from spaceplan.errors import UsageError, Wrong, phrase
from spaceplan.roadmap import read_periods as days
from spaceplan.roadmap.choices import near_code, one_named
from spaceplan.roadmap.fields import BY_NAME, Field
from spaceplan.roadmap.fiscal import MAX_YEAR, MIN_YEAR, FiscalRule, fold, read_fiscal_years
from spaceplan.roadmap.flags import FLAGS, NOT
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.nearest import nearest
from spaceplan.roadmap.query import ROLES, SORTS, Filter, Order
from spaceplan.roadmap.references import known_chart, known_owner, known_topic
from spaceplan.roadmap.states import STATES
from spaceplan.roadmap.times import Point, Time
from spaceplan.roadmap.truth import today
from spaceplan.words import LANGUAGES, say

T = TypeVar("T")


def option_value(read: Callable[[str], T], text: str, option: str) -> T:
    """A text as ``read`` takes it. Raises UsageError, with the option, where that raises Wrong."""
    try:
        return read(text)
    except Wrong as error:
        raise UsageError("common.option", option=option, wrong=error.phrase) from None


def read_day(text: str, option: str, today: date) -> date:
    """A day in any spelling. Raises UsageError for anything else."""
    return option_value(lambda given: days.read_day(given, today), text, option)


def read_first(text: str, option: str, rule: FiscalRule, today: date) -> date:
    """The day on which what a text means begins. Raises UsageError."""
    return _period(text, option, rule, today).first_day(rule)


def read_last(text: str, option: str, rule: FiscalRule, today: date) -> date:
    """The last day of what a text means. Raises UsageError."""
    last = _period(text, option, rule, today).last_day(rule)
    assert last is not None  # a period has an end
    return last


def _period(text: str, option: str, rule: FiscalRule, today: date) -> Time:
    return option_value(lambda given: days.read_period(given, rule, today), text, option)


def read_periods(
    words: list[str], option: str, rule: FiscalRule, today: date, unit: str = ""
) -> tuple[Time, ...]:
    """What is asked for, in the order of time: one period or several.

    A bare year is a fiscal year where ``unit`` is "", which is what --fy asks for. Raises
    UsageError for anything else.
    """

    def read(text: str) -> list[Time]:
        if unit:
            return [days.read_period(text, rule, today, unit)]
        try:
            return [Time(Point("fy", year)) for year in read_fiscal_years(text)]
        except Wrong as wrong:
            return [_of_year(text, rule, today, wrong)]

    parts = [part for word in words for part in split_words([word]) or [word]]
    found = {time for part in parts for time in option_value(read, part, option)}
    return tuple(sorted(found, key=lambda time: (time.first_day(rule), time.last_day(rule))))


def _of_year(text: str, rule: FiscalRule, today: date, wrong: Wrong) -> Time:
    """A period where a fiscal year is asked for: what is none is refused as no fiscal year."""
    expected = phrase("roadmap.expected-fy-asked", least=MIN_YEAR, most=MAX_YEAR)
    refused = Wrong(wrong.what, expected, wrong.near)
    try:
        found = days.read_period(text, rule, today)
    except Wrong:
        raise refused from None
    if found.start.unit == "year":  # a calendar year, where a fiscal one is asked for
        raise refused
    return found


def one_of(word: str, options: tuple[str, ...], option: str) -> str:
    """A word of a short list, in any case and either language. Raises UsageError."""
    found = one_named(word, {name: [say(name, lang) for lang in LANGUAGES] for name in options})
    if found is None:
        near = near_code(word, options)
        raise UsageError("commands.not-known", option=option, word=word, options=options, near=near)
    return found


def split_words(words: list[str]) -> list[str]:
    """The parts of texts that commas separate."""
    return [part for word in words for part in word.replace("、", ",").split(",") if part.strip()]


def read_filter(plan: Plan, given: FilterOptions, day: date | None = None) -> Filter:
    """The filters, checked against the plan: a topic or owner it lacks is a mistake, not a no.

    ``day`` is the one from which "next month" counts, else today.
    """
    topics = []
    for word in split_words(given.topic):
        try:
            topics.append(known_topic(plan, word))
        except UsageError as error:
            raise UsageError("common.option", option="--topic", wrong=error.phrase) from None
    reasons = tuple(reason_code(plan, word) for word in split_words(given.reason))
    return Filter(
        topics=tuple(topics),
        charts=tuple(known_chart(plan, word) for word in split_words(given.chart)),
        owners=tuple(_owner(plan, word) for word in _owners(plan, given.owner)),
        role=one_of(given.role, ROLES, "--role"),
        states=tuple(one_of(word, STATES, "--state") for word in split_words(given.state)),
        having={
            name: tuple(_of_field(BY_NAME[name], word) for word in split_words(words))
            for name, words in given.having.items()
            if words
        },
        periods=read_periods(given.fy, "--fy", plan.rule, day or today(plan)),
        reasons=reasons,
        search=given.search,
        where=tuple(_where(plan, word) for word in given.where),
        ids=tuple(name for word in split_words(given.ids) for name in _ids(plan, word)),
        flags=tuple(
            one_of(word, (*FLAGS, *(NOT + name for name in FLAGS)), "--flag")
            for word in split_words(given.flag)
        ),
    )


def _of_field(field: Field, word: str) -> str:
    """One of the words that a field has, or any where it has no fixed choice."""
    options = field.shape.options
    return one_of(word, options, f"--{field.said.filter}") if options else fold(word)


def _where(plan: Plan, word: str) -> str:
    """``x-key=text`` with a key that some milestone has. Raises UsageError."""
    from spaceplan.roadmap.own import own_keys

    key, equals, text = word.partition("=")
    key = fold(key)
    known = own_keys(plan.entries)
    if not equals or not text.strip():
        raise UsageError("commands.no-where", word=word)
    if key not in known:
        near = nearest(key, known)
        raise UsageError("commands.no-own-key", key=key, near=near)
    return f"{key}={text.strip()}"


def _ids(plan: Plan, word: str) -> tuple[str, ...]:
    """The ids that a word names, or the beginning of some with its ``*``. Raises UsageError."""
    text = fold(word)
    name, begins = text.removesuffix("*").casefold(), text.endswith("*")
    known = [*plan.by_id, *plan.parts]
    found = [
        one
        for one in known
        if (one.casefold().startswith(name) if begins else one.casefold() == name)
    ]
    if not found:
        near = nearest(text, known)
        raise UsageError("commands.no-such-id", word=word, near=near)
    if begins:
        return (text,)
    return (found[0],) if found[0] in plan.by_id else plan.parts[found[0]]


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


def reason_code(plan: Plan, word: str) -> str:
    """A reason of the plan by code or name. Raises UsageError."""
    names = {code: (name.ja, name.en) for code, name in plan.reasons.items()}
    return one_named(word, names) or one_of(word, tuple(names), "--reason")
