"""What an update changed, as a short diff."""

from __future__ import annotations

from collections.abc import Iterable

from spaceplan.answers.data import slip_text
from spaceplan.answers.detail import value_text
from spaceplan.record.planned import Groundwork, Planned
from spaceplan.render.page import Block, Facts, Heading
from spaceplan.render.table import Cell
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.state import slip_between
from spaceplan.roadmap.times import Time
from spaceplan.words import pick, say


def ground_lines(ground: Groundwork, lang: str) -> list[str]:
    """What a new revision brings beside changes of milestones."""
    said = [
        pick(lang, f"論点 {data['number']} を加えます", f"topic {data['number']} is added")
        for data in ground.topics
    ]
    said += [
        pick(lang, f"文書 {data['label']} を加えます", f"document {data['label']} is added")
        for data in ground.documents
    ]
    if ground.repeats:
        names = ", ".join(name for name, _ in ground.repeats)
        said.append(
            pick(lang, f"再掲の位置を改めます: {names}", f"repeats stand elsewhere: {names}")
        )
    return said


def diff_blocks(plan: Plan, planned: Iterable[Planned], lang: str) -> list[Block]:
    """One heading for each milestone, and what changes in it."""
    blocks: list[Block] = []
    for one in planned:
        milestone, entry = one.milestone, one.entry
        blocks.append(Heading(3, f"{milestone.id}  {milestone.title.say(lang)}"))
        pairs: list[tuple[str, str | Cell]] = []
        if entry.added:
            pairs.append((pick(lang, "追加", "Added"), str(milestone.target or milestone.kind)))
        for edit in entry.edits:
            text = f"{value_text(edit.old, lang)} → {value_text(edit.new, lang)}"
            if edit.old == edit.new:
                text = value_text(edit.new, lang)
            if isinstance(edit.old, Time) and isinstance(edit.new, Time):
                slip = slip_text(slip_between(edit.old, edit.new, plan.rule), lang)
                text += f" ({slip})" if slip else ""
            pairs.append((say(edit.field, lang), Cell(text, "strong")))
        for name, value in one.set_also.items():
            pairs.append((say(name, lang), value_text(value, lang)))
        if entry.occurred:
            pairs.append((pick(lang, "実施", "Took place"), entry.date.format(lang)))
        if entry.checked:
            seen = entry.checked
            pairs.append((pick(lang, "確認", "Checked"), f"{seen.last} ({seen.count}×)"))
        corrected = entry.corrects.format(lang) + " → " if entry.corrects else ""
        pairs.append((pick(lang, "日付", "Date"), corrected + entry.date.format(lang)))
        if entry.reverts:
            pairs.append((pick(lang, "取消し", "Takes back"), entry.reverts))
        if entry.reason:
            name_of = plan.reasons.get(entry.reason)
            pairs.append((say("reason", lang), name_of.say(lang) if name_of else entry.reason))
        for label, text in (
            (pick(lang, "メモ", "Note"), entry.note),
            (pick(lang, "出典", "Source"), entry.source),
            (pick(lang, "記録者", "By"), entry.who),
        ):
            if text:
                pairs.append((label, text))
        blocks.append(Facts(tuple(pairs)))
    return blocks
