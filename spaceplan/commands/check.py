"""``spaceplan check``: every fault of a plan file, with its place."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

from typer import Argument, Exit, Option

from spaceplan import formats
from spaceplan.commands import complete
from spaceplan.commands.options import command
from spaceplan.commands.output import write
from spaceplan.commands.read_options import one_of
from spaceplan.errors import FAULT, FOUND, NOTICE, WARNING, Fault, FileError, PlanFaults, as_phrase
from spaceplan.plan_file.locate import locate
from spaceplan.words import LANGUAGES, listed, locale_language, located, said, say, sentence

EXAMPLES = "Examples: spaceplan check ; spaceplan check --strict --format github plan.yaml"


@command
def run(
    files: Annotated[
        list[Path],
        Argument(metavar="[FILE]...", help="Plan files; else the plan in use.", show_default=False),
    ] = [],  # noqa: B006 - typer wants a list and never changes it
    plan: Annotated[
        Path | None,
        Option("--plan", help="The same as FILE.", metavar="FILE", show_default=False),
    ] = None,
    strict: Annotated[bool, Option("--strict", help="Warnings count as faults.")] = False,
    quiet: Annotated[
        bool, Option("--quiet", "-q", help="Print nothing where nothing is found.")
    ] = False,
    format: Annotated[
        str,
        Option(
            "--format",
            "-f",
            help="text, json, or github for annotations in a workflow.",
            metavar="|".join(formats.CHECK),
            show_default=False,
            autocompletion=complete.check_formats,
        ),
    ] = "text",
    json: Annotated[bool, Option("--json", help="Short for --format json.")] = False,
    lang: Annotated[
        str,
        Option(
            "--lang",
            help="Language, ja or en; else the locale's.",
            metavar="ja|en",
            show_default=False,
            autocompletion=complete.languages,
        ),
    ] = "",
) -> None:
    """Check plan files: print every fault, warning and notice with its place; exit 1 on faults."""
    form = "json" if json else one_of(format, formats.CHECK, "--format")
    speech = one_of(lang, LANGUAGES, "--lang") if lang else locale_language()
    paths = [*files, *([plan] if plan else [])] or [locate(None).path]
    results: list[tuple[Path, tuple[Fault, ...]]] = []
    unreadable: list[FileError] = []
    for path in paths:
        try:
            results.append((path, _findings(path)))
        except FileError as error:
            unreadable.append(error)
    counting = (FAULT, WARNING) if strict else (FAULT,)
    bad = any(item.severity in counting for _, found in results for item in found)
    if form == "json":
        from spaceplan.render.json_out import dumps

        write(dumps(_data(results, not bad and not unreadable, speech)))
    else:
        line = _annotation if form == "github" else _located
        for path, found in results:
            for item in found:
                write(line(path, item, speech))
            if form == "text" and not (quiet and not found):
                write(_verdict(path, found, speech))
    if unreadable:
        first, *others = unreadable
        first.also += tuple(other.phrase for other in others)
        raise first
    if bad:
        raise Exit(FOUND)


def _findings(path: Path) -> tuple[Fault, ...]:
    from spaceplan.files.content import decode, read_bytes
    from spaceplan.plan_file.read import inspect

    try:
        return inspect(decode(read_bytes(path), str(path))).findings
    except PlanFaults as error:
        return error.faults


def _located(path: Path, item: Fault, lang: str) -> str:
    return _visible(located(item, str(path), lang))


def _annotation(path: Path, item: Fault, lang: str) -> str:
    """A workflow command of GitHub Actions, with its escapes."""
    kind = {FAULT: "error", WARNING: "warning", NOTICE: "notice"}[item.severity]
    message = _escaped(sentence(item, lang))
    name = _escaped(str(path)).replace(":", "%3A").replace(",", "%2C")
    return f"::{kind} file={name},line={item.line},col={item.column}::{message}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _verdict(path: Path, found: tuple[Fault, ...], lang: str) -> str:
    counted = {
        severity: sum(item.severity == severity for item in found)
        for severity in (FAULT, WARNING, NOTICE)
    }
    counts = [
        say(f"commands.count-{severity}", lang, count=count)
        for severity, count in counted.items()
        if count
    ]
    if not counted[FAULT]:
        counts.insert(0, say("commands.count-no-fault", lang))
    return _visible(f"{path}: {listed(counts, lang)}")


def _visible(text: str) -> str:
    from spaceplan.render.text import visible

    return visible(text)


def _data(results: list[tuple[Path, tuple[Fault, ...]]], sound: bool, lang: str) -> dict[str, Any]:
    return {
        "spaceplan": 1,
        "command": "check",
        "sound": sound,
        "files": [
            {
                "file": str(path),
                "findings": [
                    {
                        "severity": item.severity,
                        "line": item.line,
                        "column": item.column,
                        "what": said(as_phrase(item.what), lang),
                        "expected": said(as_phrase(item.expected or ""), lang),
                        "suggestion": item.near or None,
                    }
                    for item in found
                ],
            }
            for path, found in results
        ],
    }
