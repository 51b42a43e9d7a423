"""Write docs/commands/: every command with its options, as the program itself describes them.

``python .ci/reference.py`` prints which pages differ and exits with 1; ``--write`` renews them. One
page a panel of ``spaceplan --help``, one for the options that commands share, and one for the keys
of the JSON, from its schema.
"""

import re
import sys
from pathlib import Path
from typing import Any

import typer

from spaceplan import app
from spaceplan.answers.schema import ANSWERS, schema

FOLDER = Path("docs/commands")
SHARED = "shared-options"
COLUMNS = "| option | what it does |\n| --- | --- |\n"


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
    spelled = f"`{names}{metavar}`".replace("|", "\\|")
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


def kind_of(one: dict[str, Any]) -> str:
    """What a value is, in short; what stands under its own heading as a link."""
    if "$ref" in one:
        name = one["$ref"].rpartition("/")[2]
        return f"[{name}](#{anchor(name)})"
    if "const" in one or "enum" in one:
        options = one.get("enum", [one.get("const")])
        return ", ".join(f"`{option}`" for option in options)
    if "anyOf" in one:
        return " or ".join(map(kind_of, one["anyOf"]))
    told = one.get("type", "anything")
    if told == "array":
        return f"list of {kind_of(one['items'])}"
    if told == "object":
        return f"by name: {kind_of(one['additionalProperties'])}"
    return told if isinstance(told, str) else " or ".join(told)


def keys_of(name: str, one: dict[str, Any]) -> str:
    """One shape of the JSON with its keys."""
    doc = one.get("description", "").replace("``", "`")
    text = f"## {name}\n\n" + (f"{doc}\n\n" if doc else "")
    if "properties" not in one:
        pattern = one.get("pattern", "").replace("|", "\\|")
        return text + (f"`{pattern}`" if pattern else kind_of(one)) + "\n\n"
    rows = [
        f"| `{key}` | {kind_of(value)}{'' if key in one['required'] else '; may be left out'} | "
        f"{value.get('description', '')} |\n"
        for key, value in one["properties"].items()
    ]
    return text + "| key | value | |\n| --- | --- | --- |\n" + "".join(rows) + "\n"


def json_keys() -> str:
    """All shapes: the answers first, then what they hold."""
    every = dict(schema()["$defs"])
    first = [one.__name__ for one in ANSWERS]
    named = [*first, *sorted(every.keys() - set(first), key=str.casefold)]
    return "# Keys of the JSON\n\nMade from its schema.\n\n" + "".join(
        keys_of(name, every[name]) for name in named
    )


def pages() -> dict[str, str]:
    """Every page by its file's name."""
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
        f"{anchor(panel)}.md": f"# {panel}\n\nMade from `--help`.\n\n{text}"
        for panel, text in by_panel.items()
    }
    body = "".join(
        f"## {panel}\n\n{COLUMNS}{''.join(rows.values())}\n" for panel, rows in shared.items()
    )
    made[f"{SHARED}.md"] = f"# Options that commands share\n\nMade from `--help`.\n\n{body}"
    made["json-keys.md"] = json_keys()
    return {name: text.rstrip("\n") + "\n" for name, text in made.items()}


def main() -> int:
    """Compare, or write."""
    made = pages()
    if "--write" in sys.argv:
        FOLDER.mkdir(exist_ok=True)
        for old in FOLDER.glob("*.md"):
            old.unlink()
        for name, text in made.items():
            (FOLDER / name).write_text(text, encoding="utf-8")
        return 0
    there = {page.name: page.read_text(encoding="utf-8") for page in FOLDER.glob("*.md")}
    differ = sorted(
        name for name in made.keys() | there.keys() if made.get(name) != there.get(name)
    )
    for name in differ:
        print(f"{FOLDER / name} is not what the program says; python .ci/reference.py --write")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
