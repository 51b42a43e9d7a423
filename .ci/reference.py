"""Write docs/commands/ and docs/topics/: what the program itself says of its commands and words.

``python .ci/reference.py`` prints which pages differ and exits with 1; ``--write`` renews them. Of
commands one page a panel of ``spaceplan --help``, one for the options that commands share, and some
for the keys of the JSON, from its schema; of topics what ``spaceplan help TOPIC`` prints, in both
languages.
"""

import re
import sys
from html import escape
from pathlib import Path
from typing import Any

import typer

from spaceplan import app
from spaceplan.answers.schema import schema
from spaceplan.commands.help_topics import TOPICS
from spaceplan.render.page import Block, Heading, Line
from spaceplan.render.table import Table, text_of

DOCS = Path("docs")
# Whatever stands in these is made here.
FOLDERS = ("commands", "topics", "ja/topics")
# Columns of a page of help that hold what is typed.
TYPED = ("written", "or", "key", "example", "word", "variable")
MADE = {
    "en": "Made from `spaceplan help {name}`.",
    "ja": "`spaceplan help {name}` から作ったものです。",
}
SHARED = "shared-options"
COLUMNS = "| option | what it does |\n| --- | --- |\n"
# Pages of the JSON: what it is about, and the shapes with which each begins. What only they hold
# stands with them, what several pages hold on the last one.
JSON_PAGES = {
    "milestones": ("Milestones", ("milestone",)),
    "lines": ("JSON lines", ("exported", "SummaryLine")),
    "lists": ("Lists", ("List", "Due", "Overdue", "Show", "History", "PlanDiff")),
    "overviews": (
        "Overviews and checks",
        ("Summary", "Topics", "Owners", "Scores", "Check", "Path"),
    ),
    "pictures": ("Pictures", ("Grid", "Trend", "Burndown")),
    "report": ("The report", ("Report",)),
    "documents": ("Documents", ("SourceCheck", "SourceImport")),
    "comparisons": ("Comparisons of documents", ("SourceDiff", "SourceReconcile")),
}
COMMON = ("common", "What several hold")


def command_of(*words: str) -> Any:
    """The command as typer builds it, by the words that call it."""
    found: Any = typer.main.get_command(app.app)
    for word in words:
        found = found.get_command(None, word)
    return found


def options(command: Any) -> list[Any]:
    """A command's options, without --help."""
    return [one for one in command.params if one.param_type_name == "option"]


def panel_of(option: Any) -> str:
    """The panel of --help in which an option stands; "" for those of the command alone."""
    return getattr(option, "rich_help_panel", None) or ""


def row(option: Any) -> str:
    """One option as a row of a table."""
    names = ", ".join(option.opts + option.secondary_opts)
    metavar = f" {option.metavar}" if option.metavar else ""
    if not option.metavar and not option.is_flag:
        metavar = f" {option.type.name.upper()}"
    spelled = code(f"{names}{metavar}")
    text = (option.help or "").replace("|", "\\|")
    return f"| {spelled} | {text} |\n"


def arguments(command: Any) -> str:
    """What stands behind the command's name."""
    shown = [
        one.metavar or one.name.upper()
        for one in command.params
        if one.param_type_name == "argument"
    ]
    return " ".join(["", *shown])


def examples(command: Any) -> str:
    """The examples of a command's help as a block."""
    text = (command.epilog or "").replace("\\[", "[")
    lines = [line for line in text.split("\n\n")[1:] if line]
    return "```sh\n" + "\n".join(lines) + "\n```\n\n" if lines else ""


def section(name: str, command: Any) -> str:
    """One command."""
    help_text = re.split(r"\n\nExamples?:", command.help or "")[0].strip()
    own = [one for one in options(command) if not panel_of(one)]
    shared = sorted({panel_of(one) for one in options(command)} - {""})
    text = f"## {name}\n\n`spaceplan {name}{arguments(command)}`\n\n{help_text}\n\n"
    if own:
        text += COLUMNS + "".join(map(row, own)) + "\n"
    if shared:
        links = ", ".join(f"[{one}]({SHARED}.md#{anchor(one)})" for one in shared)
        text += f"Shared options: {links}.\n\n"
    return text + examples(command)


def anchor(title: str) -> str:
    """A heading's address within its page."""
    return re.sub(r"[^\w-]", "", title.lower().replace(" ", "-"))


def kind_of(one: dict[str, Any], at: dict[str, str]) -> str:
    """What a value is, in short; what stands under its own heading as a link."""
    if "$ref" in one:
        name = one["$ref"].rpartition("/")[2]
        return f"[{name}]({at[name]})"
    if "const" in one or "enum" in one:
        options = one.get("enum", [one.get("const")])
        return ", ".join(f"`{option}`" for option in options)
    if "anyOf" in one:
        return " or ".join(kind_of(each, at) for each in one["anyOf"])
    told = one.get("type", "anything")
    if told == "array":
        return f"list of {kind_of(one['items'], at)}"
    if told == "object":
        return f"by name: {kind_of(one['additionalProperties'], at)}"
    return told if isinstance(told, str) else " or ".join(told)


def keys_of(name: str, one: dict[str, Any], at: dict[str, str]) -> str:
    """One shape of the JSON with its keys."""
    doc = one.get("description", "").replace("``", "`")
    text = (
        f"## {name}\n\n"
        + (f"{doc}\n\n" if doc else "")
        + "| key | value | |\n| --- | --- | --- |\n"
    )
    for key, value in one["properties"].items():
        left_out = "" if key in one["required"] else "; may be left out"
        text += f"| `{key}` | {kind_of(value, at)}{left_out} | {value.get('description', '')} |\n"
    return text + "\n"


def value_of(name: str, one: dict[str, Any]) -> str:
    """A row for what is no object: a word of some, or a text of a form."""
    pattern = code(one["pattern"]) if "pattern" in one else kind_of(one, {})
    return f"| {name} | {pattern} | {one.get('description', '').replace('``', '`')} |\n"


def held(name: str, every: dict[str, Any]) -> set[str]:
    """A shape, and all that it holds, through others too."""
    found, left = set(), {name}
    while left:
        found |= left
        text = " ".join(repr(every[one]) for one in left)
        left = set(re.findall(r"#/\$defs/([\w-]+)", text)) - found
    return found


def json_pages() -> dict[str, str]:
    """The keys of the JSON, on pages that can be read."""
    every = dict(schema()["$defs"])
    # Of what a milestone holds all stands with it, whoever else holds it.
    with_milestones = held("milestone", every)
    reach = {
        page: set().union(*(held(root, every) for root in roots)) - with_milestones
        for page, (_, roots) in JSON_PAGES.items()
    }
    reach["milestones"] |= with_milestones
    on = {}
    for name, one in every.items():
        pages = [page for page, names in reach.items() if name in names]
        alone = len(pages) == 1 and "properties" in one
        on[name] = pages[0] if alone else COMMON[0]
    at = {
        name: f"json-{page}.md#{anchor(name if 'properties' in every[name] else 'Values')}"
        for name, page in on.items()
    }
    made = {}
    for page, title in [(key, title) for key, (title, _) in JSON_PAGES.items()] + [COMMON]:
        first = JSON_PAGES[page][1] if page in JSON_PAGES else ()
        rest = sorted({one for one in every if on[one] == page} - set(first), key=str.casefold)
        shapes = [one for one in (*first, *rest) if "properties" in every[one]]
        text = "".join(keys_of(one, every[one], at) for one in shapes)
        values = [value_of(one, every[one]) for one in rest if one not in shapes]
        if values:
            text += "## Values\n\n| value | what it may be | |\n| --- | --- | --- |\n"
            text += "".join(values)
        text = text.replace(f"(json-{page}.md#", "(#")
        made[f"json-{page}"] = f"# JSON: {title}\n\nMade from its schema.\n\n{text}"
    return made


def topic(name: str, blocks: list[Block], lang: str) -> str:
    """A page of help."""
    title, *rest = blocks
    assert isinstance(title, Heading)
    parts = [f"# {title.text}", MADE[lang].format(name=name), *map(markdown, rest)]
    return "\n\n".join(parts)


def markdown(block: Block) -> str:
    """A block of a page; what is to be typed stands as code."""
    if isinstance(block, Table):
        typed = [column.key in TYPED for column in block.columns]
        rows = [[column.title for column in block.columns], ["---"] * len(typed)]
        rows += [list(map(cell, one, typed)) for one in block.rows]
        return "\n".join(f"| {' | '.join(one)} |" for one in rows)
    if isinstance(block, Heading):
        return f"{'#' * block.level} {block.text}"
    assert isinstance(block, Line)
    return block.text.replace("|", "\\|")


def cell(given: Any, typed: bool) -> str:
    """A cell of a table."""
    text = text_of(given)
    return code(text) if typed and text else text.replace("|", "\\|")


def code(text: str) -> str:
    """What is typed. Forges and the site do not agree on a bar in a table's code."""
    return f"<code>{escape(text).replace('|', '&#124;')}</code>" if "|" in text else f"`{text}`"


def pages() -> dict[str, str]:
    """Every page by its path below docs/."""
    by_panel: dict[str, str] = {}
    shared: dict[str, dict[str, str]] = {}
    for name, (_, panel) in app.COMMANDS.items():
        command = command_of(name)
        inner = getattr(command, "table", None)
        called = {f"{name} {word}": command_of(name, word) for word in inner} if inner else {}
        for full, one in (called or {name: command}).items():
            by_panel[panel] = by_panel.get(panel, "") + section(full, one)
            for option in options(one):
                if panel_of(option):
                    shared.setdefault(panel_of(option), {})[option.opts[0]] = row(option)
    made = {
        f"commands/{anchor(panel)}.md": f"# {panel}\n\nMade from `--help`.\n\n{text}"
        for panel, text in by_panel.items()
    }
    body = "".join(
        f"## {panel}\n\n{COLUMNS}{''.join(rows.values())}\n" for panel, rows in shared.items()
    )
    made[f"commands/{SHARED}.md"] = (
        f"# Options that commands share\n\nMade from `--help`.\n\n{body}"
    )
    made |= {f"commands/{name}.md": text for name, text in json_pages().items()}
    for lang, folder in (("en", "topics"), ("ja", "ja/topics")):
        for name, blocks in TOPICS.items():
            made[f"{folder}/{name}.md"] = topic(name, blocks(lang), lang)
    return {name: text.rstrip("\n") + "\n" for name, text in made.items()}


def main() -> int:
    """Compare, or write."""
    made = pages()
    old = {
        page.relative_to(DOCS).as_posix(): page.read_text(encoding="utf-8")
        for folder in FOLDERS
        for page in (DOCS / folder).glob("*.md")
    }
    differ = sorted(name for name in made.keys() | old.keys() if made.get(name) != old.get(name))
    if "--write" in sys.argv:
        for name in differ:
            page = DOCS / name
            page.parent.mkdir(parents=True, exist_ok=True)
            if name in made:
                page.write_text(made[name], encoding="utf-8")
            else:
                page.unlink()
        return 0
    for name in differ:
        print(f"docs/{name} is not what the program says; python .ci/reference.py --write")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
