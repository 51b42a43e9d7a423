"""From options to a question: the plan, the day it is asked for, the language."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date

from spaceplan.answers.question import Session
from spaceplan.commands.options import LookOptions, PointInTime
from spaceplan.commands.read_options import one_of, option_value, read_day
from spaceplan.plan_file.load import load_plan
from spaceplan.plan_file.locate import locate
from spaceplan.roadmap.bullets import short_of
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.past import plan_at
from spaceplan.roadmap.truth import today
from spaceplan.words import LANGUAGES, locale_language, said, say


def language(look: LookOptions) -> str:
    """``--lang``, else the locale's. Raises UsageError for another."""
    return one_of(look.lang, LANGUAGES, "--lang") if look.lang else locale_language()


def tell_damage(plan: Plan, lang: str) -> None:
    """On stderr, where the plan has other bullets than it says that its document has."""
    short = short_of(plan)
    if short is not None:
        print(f"spaceplan: {said(short, lang)}", file=sys.stderr)


def _span(text: str, option: str, day: date) -> str:
    """A length of time that can be counted from the day. Raises UsageError."""
    from spaceplan.roadmap.spans import until

    option_value(lambda given: until(day, given), text, option)
    return text


def open_session(point: PointInTime, look: LookOptions) -> Session:
    """Find and read the plan, and place it in time."""
    lang = language(look)
    location = locate(point.plan)
    loaded = load_plan(location.path)
    if not location.named and sys.stderr.isatty() and sys.stdout.isatty():
        key = "commands.shipped-plan" if location.shipped else "commands.plan-in-use"
        print(say(key, lang, path=location.path), file=sys.stderr)
    now = today(loaded.plan)
    as_of = read_day(point.as_of, "--as-of", now) if point.as_of else None
    known = read_day(point.known, "--known", now) if point.known else None
    day = as_of or now
    plan = plan_at(loaded.plan, day, known or now)
    if point.stale_after:
        plan = replace(plan, stale_after=_span(point.stale_after, "--stale-after", day))
    return Session(loaded, location, plan, day, as_of, known, lang)
