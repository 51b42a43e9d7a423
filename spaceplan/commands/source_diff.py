"""``spaceplan source diff``: what a revision changed, what it brought, what it dropped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Exit

from spaceplan.commands.option import Force, argument, option
from spaceplan.commands.options import DocumentOption, LookOptions, command
from spaceplan.commands.output import chosen_format, emit, emit_page, is_page
from spaceplan.commands.session import language
from spaceplan.commands.source_files import (
    Summary,
    is_plan,
    new_file,
    page_of,
    roadmap,
    save_new,
    save_summary,
)
from spaceplan.errors import FOUND

if TYPE_CHECKING:
    from spaceplan.source.compare.item import Item
    from spaceplan.source.compare.match import Match
    from spaceplan.source.compare.told import Told
    from spaceplan.source.read.parts import Bullet

EXAMPLES = "Example: spaceplan source diff roadmap-2023.txt roadmap-2024.txt"


@command
def run(
    old: Annotated[Path, argument("OLD", "A document, or a plan (.yaml).")],
    new: Annotated[Path, argument("NEW", "A document, or a plan (.yaml).")],
    look: LookOptions,
    told_of: DocumentOption,
    exit_code: Annotated[
        bool, option("--exit-code", "Exit with 1 where anything differs.")
    ] = False,
    output: Annotated[
        Path | None,
        option("--output -o", "Write the page to a file: .html, .md, or else plain text.", "FILE"),
    ] = None,
    summary: Summary = None,
    force: Force = False,
) -> None:
    """Hold two revisions against each other: documents or plans, in any mix.

    What is gone comes first, then what is new, whose target moved, what moved to another topic or
    chart, and what was reworded, with the difference where both wordings are at hand.
    """
    from spaceplan.answers.revision import differs, revision_answer, revision_blocks

    lang = language(look)
    form = chosen_format(look)
    matches, told = _matches(old, new, told_of.encoding)
    names = (str(old), str(new))
    save_summary(summary, force, matches, told, names, lang)
    if output is not None:
        new_file(output, force)
        blocks = revision_blocks(matches, names, lang, told)
        save_new(output, page_of(blocks, " → ".join(names), output, lang))
    elif is_page(form):
        emit_page(revision_blocks(matches, names, lang, told), form, lang)
    else:
        emit(revision_answer("source diff", matches, names, told), look)
    if exit_code and any(map(differs, matches)):
        raise Exit(FOUND)


def _matches(old: Path, new: Path, encoding: str) -> tuple[tuple[Match, ...], tuple[Told, ...]]:
    """The matches, and the results of the new document that tell of the old items."""
    from spaceplan.source.compare.match import flipped, match_items, match_plans
    from spaceplan.source.compare.told import match_results

    plans = is_plan(old), is_plan(new)
    (before, _), (after, results) = _items(old, encoding), _items(new, encoding)
    if all(plans):
        return match_plans(before, after), ()
    if plans == (False, True):
        # Only the document has words to be found in.
        return flipped(match_items(after, before)), ()
    told = match_results(before, results)
    return match_items(before, after, told), told


def _items(path: Path, encoding: str) -> tuple[tuple[Item, ...], tuple[Bullet, ...]]:
    """The items of a document or plan, and the results of a document."""
    from spaceplan.plan_file.load import load_plan
    from spaceplan.plan_file.locate import locate
    from spaceplan.source.compare.item import first_parts, items_of
    from spaceplan.source.compare.plan_items import plan_items
    from spaceplan.source.draft.draft import draft_plan, reference_of
    from spaceplan.source.draft.header import header_of
    from spaceplan.source.draft.owners import registry_of

    if is_plan(path):
        return plan_items(load_plan(path).plan), ()
    document = roadmap(path, encoding)
    if not document.bullets:
        return (), document.results
    # Who acts is known by the names of the plan in use, as in a draft.
    registry = registry_of(load_plan(locate(None).path).plan.owners)
    reference = reference_of(document, rule=header_of(document).rule)
    drafted = first_parts(draft_plan(document, registry, reference).milestones)
    return items_of(document, reference, drafted), document.results
