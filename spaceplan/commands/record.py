"""``spaceplan record``: history entries for what was changed by hand."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from typer import Argument

from spaceplan import words
from spaceplan.answers.detail import value_text
from spaceplan.commands import complete
from spaceplan.commands.change_options import (
    SaidOptions,
    WriteOptions,
    read_said,
    read_when,
    reason_code,
)
from spaceplan.commands.options import LookOptions, command
from spaceplan.commands.session import language
from spaceplan.commands.writing import carry_out, plan_to_write
from spaceplan.errors import UsageError
from spaceplan.plan_file.load import load_plan
from spaceplan.record.hand_edits import by_hand, record
from spaceplan.record.naming import targets
from spaceplan.record.planned import Moment, Outcome, Planned, Said, Targets
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.words import pick, say

EXAMPLES = "Example: spaceplan record 3-2 --on 2020-06-26 --reason technical --source URL"


@command
def run(
    said: SaidOptions,
    where: WriteOptions,
    refs: Annotated[
        list[str],
        Argument(
            metavar="[REF]...",
            help="Milestones; else all that were changed by hand.",
            autocompletion=complete.milestones,
            show_default=False,
        ),
    ] = [],  # noqa: B006 - typer wants a list and never changes it
) -> None:
    """Turn changes made by hand in the file into history entries.

    In a terminal it asks for date, reason and source of each; elsewhere they come from the
    options.
    """
    tell = read_said(said)
    asking = sys.stdin.isatty() and sys.stdout.isatty() and not (said.on or where.dry_run)
    answers: dict[str, Said] = {}
    if asking:
        # Before the plan is locked: nobody else has to wait for a person's answers.
        lang = language(LookOptions(lang=where.lang))
        path = plan_to_write(where.plan, lang)
        where = replace(where, plan=path)  # named by now
        answers = _answers(path, refs, tell, lang)

    def decide(plan: Plan, moment: Moment) -> Outcome:
        found = _named(plan, refs)
        planned: list[Planned] = []
        for milestone in found.milestones:
            if milestone.id in answers or not asking:
                told = answers.get(milestone.id) or tell(plan)
                planned += record(plan, [milestone], told, moment)
        return Outcome(tuple(planned), found)

    carry_out(where, decide)


def _named(plan: Plan, refs: list[str]) -> Targets:
    return targets(plan, refs, True) if refs else Targets(plan.milestones, ())


def _answers(
    path: Path, refs: list[str], tell: Callable[[Plan], Said], lang: str
) -> dict[str, Said]:
    """What is told of each milestone that was changed by hand, by its id."""
    plan = load_plan(path).plan
    return {
        milestone.id: _ask(plan, milestone, tell(plan), lang)
        for milestone in _named(plan, refs).milestones
        if by_hand(plan, milestone)
    }


def _ask(plan: Plan, milestone: Milestone, told: Said, lang: str) -> Said:
    """Ask on the terminal; an empty answer means unknown."""
    typer.echo(f"{milestone.id}  {milestone.title.say(lang)}")
    for edit in by_hand(plan, milestone):
        typer.echo(
            f"  {say(edit.field, lang)}: {value_text(edit.old, lang)} → "
            f"{value_text(edit.new, lang)}"
        )
    on = told.on
    while on is None:
        text = typer.prompt(
            pick(
                lang,
                "いつから（日または年度、空欄は今日）",
                "since when (day or fiscal year; empty: today)",
            ),
            default="",
            show_default=False,
        )
        if not text:
            break
        try:
            on = read_when(text)
        except UsageError as error:
            typer.echo(words.told(error, lang))
    reason = told.reason
    codes = ", ".join(plan.reasons)
    while not reason:
        text = typer.prompt(
            pick(lang, f"理由（{codes}）", f"reason ({codes})"), default="", show_default=False
        )
        if not text:
            break
        try:
            reason = reason_code(plan, text)
        except UsageError as error:
            typer.echo(words.told(error, lang))
    note = told.note or typer.prompt(pick(lang, "メモ", "note"), default="", show_default=False)
    source = told.source or typer.prompt(
        pick(lang, "出典", "source"), default="", show_default=False
    )
    return replace(told, on=on, reason=reason, note=note, source=source)
