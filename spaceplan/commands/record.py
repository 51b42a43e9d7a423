"""``spaceplan record``: history entries for what was changed by hand."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from spaceplan import words
from spaceplan.answers.entries import value_text
from spaceplan.commands import complete
from spaceplan.commands.change_options import (
    FromOption,
    SaidOptions,
    WriteOptions,
    committed,
    read_said,
    read_when,
)
from spaceplan.commands.option import argument
from spaceplan.commands.options import LookOptions, command
from spaceplan.commands.read_options import one_of, reason_code
from spaceplan.commands.session import language
from spaceplan.commands.writing import carry_out, plan_to_write
from spaceplan.errors import UsageError
from spaceplan.plan_file.load import load_plan
from spaceplan.record.hand_edits import by_hand, record
from spaceplan.record.naming import targets
from spaceplan.record.planned import Moment, Outcome, Planned, Said, Targets
from spaceplan.record.telling import Before
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.states import STATUSES
from spaceplan.words import say

EXAMPLES = "Example: spaceplan record 3-2 --on 2020-06-26 --reason technical --source URL"

T = TypeVar("T")


@command
def run(
    said: SaidOptions,
    where: WriteOptions,
    refs: Annotated[
        list[str],
        argument(
            "[REF]...", "Milestones; else all that were changed by hand.", complete.milestones
        ),
    ] = [],  # noqa: B006 - typer wants a list and never changes it
    old: FromOption = "",
) -> None:
    """Turn changes made by hand in the file into history entries.

    In a terminal it asks for date, reason and source of each; elsewhere they come from the
    options.
    """
    was = one_of(old, STATUSES, "--from") if old else ""
    read, before = read_said(said), committed(where)

    def tell(plan: Plan) -> Said:
        return replace(read(plan), old=was)

    asking = sys.stdin.isatty() and sys.stdout.isatty() and not (said.on or where.dry_run)
    answers: dict[str, Said] = {}
    if asking:
        # Before the plan is locked: nobody else has to wait for a person's answers.
        lang = language(LookOptions(lang=where.lang))
        path = plan_to_write(where.plan, lang)
        where = replace(where, plan=path)  # named by now
        answers = _answers(path, refs, tell, before, lang)

    def decide(plan: Plan, moment: Moment) -> Outcome:
        found = _named(plan, refs)
        planned: list[Planned] = []
        for milestone in found.milestones:
            if milestone.id in answers or not asking:
                told = answers.get(milestone.id) or tell(plan)
                planned += record(plan, [milestone], told, moment, before)
        return Outcome(tuple(planned), found)

    carry_out(where, decide)


def _named(plan: Plan, refs: list[str]) -> Targets:
    return targets(plan, refs, True) if refs else Targets(plan.milestones, ())


def _answers(
    path: Path, refs: list[str], tell: Callable[[Plan], Said], before: Before, lang: str
) -> dict[str, Said]:
    """What is told of each milestone that was changed by hand, by its id."""
    plan = load_plan(path).plan
    return {
        milestone.id: _ask(plan, milestone, tell(plan), before, lang)
        for milestone in _named(plan, refs).milestones
        if by_hand(plan, milestone, before)
    }


def _ask(plan: Plan, milestone: Milestone, told: Said, before: Before, lang: str) -> Said:
    """Ask on the terminal; an empty answer means unknown."""
    typer.echo(f"{milestone.id}  {milestone.title.say(lang)}")
    was = told.old
    for edit in by_hand(plan, milestone, before, was):
        asks = edit.field == "status" and edit.old is None
        old, new = "?" if asks else value_text(edit.old, lang), value_text(edit.new, lang)
        typer.echo(f"  {say(edit.field, lang)}: {old} → {new}")
        if asks:
            question = say("updating.ask-old", lang, status=milestone.status)
            was = _understood(question, lambda text: one_of(text, STATUSES, "--from"), lang) or ""
    codes = ", ".join(plan.reasons)
    return replace(
        told,
        old=was,
        on=told.on
        or _understood(say("updating.ask-since", lang), lambda text: read_when(plan, text), lang),
        reason=told.reason
        or _understood(
            say("updating.ask-reason", lang, codes=codes),
            lambda text: reason_code(plan, text),
            lang,
        )
        or "",
        note=told.note or _answer(say("updating.ask-note", lang)),
        source=told.source or _answer(say("updating.ask-source", lang)),
    )


def _understood(question: str, read: Callable[[str], T], lang: str) -> T | None:
    """An answer as ``read`` takes it, asked for until it does; None for an empty one."""
    while text := _answer(question):
        try:
            return read(text)
        except UsageError as error:
            typer.echo(words.told(error, lang))
    return None


def _answer(question: str) -> str:
    answer: str = typer.prompt(question, default="", show_default=False)
    return answer.strip()
