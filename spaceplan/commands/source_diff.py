"""``spaceplan source diff``: what a revision changed, what it brought, what it dropped."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Exit

from spaceplan.commands.option import Force, argument, option
from spaceplan.commands.options import DocumentOption, LookOptions, command
from spaceplan.commands.output import chosen_format, emit, emit_page, is_page
from spaceplan.commands.session import language
from spaceplan.commands.source_files import is_plan, new_file, roadmap, save_new
from spaceplan.errors import FOUND

if TYPE_CHECKING:
    from spaceplan.render.page import Block
    from spaceplan.source.compare.item import Item
    from spaceplan.source.compare.match import Match, Told
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
    if output is not None:
        new_file(output, force)
        save_new(output, _page(revision_blocks(matches, names, lang, told), names, output, lang))
    elif is_page(form):
        emit_page(revision_blocks(matches, names, lang, told), form, lang)
    else:
        emit(revision_answer("source diff", matches, names, told), look)
    if exit_code and any(map(differs, matches)):
        raise Exit(FOUND)


def _page(blocks: Sequence[Block], names: tuple[str, str], output: Path, lang: str) -> str:
    """The page in the format that the file's name asks for."""
    from spaceplan.render.html_page import page_html
    from spaceplan.render.page import page_markdown, page_plain

    ending = output.suffix.lower()
    if ending in (".html", ".htm"):
        return page_html(blocks, " → ".join(names), lang)
    text = page_markdown(blocks) if ending == ".md" else page_plain(blocks)
    return text if text.endswith("\n") else text + "\n"


def _matches(old: Path, new: Path, encoding: str) -> tuple[tuple[Match, ...], tuple[Told, ...]]:
    """The matches, and the results of the new document that tell of the old items."""
    from spaceplan.source.compare.match import flipped, match_items, match_plans, match_results

    plans = is_plan(old), is_plan(new)
    (before, _), (after, results) = _items(old, encoding), _items(new, encoding)
    if all(plans):
        return match_plans(before, after), ()
    if plans == (False, True):
        # Only the document has words to be found in.
        return flipped(match_items(after, before)), ()
    return match_items(before, after), match_results(before, results)


def _items(path: Path, encoding: str) -> tuple[tuple[Item, ...], tuple[Bullet, ...]]:
    """The items of a document or plan, and the results of a document."""
    from spaceplan.plan_file.load import load_plan
    from spaceplan.source.compare.item import items_of
    from spaceplan.source.compare.plan_items import plan_items
    from spaceplan.source.draft.draft import reference_of
    from spaceplan.source.draft.header import header_of

    if is_plan(path):
        return plan_items(load_plan(path).plan), ()
    document = roadmap(path, encoding)
    rule = header_of(document).rule
    return items_of(document, reference_of(document, rule=rule)), document.results
