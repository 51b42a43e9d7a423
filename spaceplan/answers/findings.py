"""What ``check`` found, in each output format; ``formats.CHECK`` names these functions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from spaceplan.errors import FAULT, NOTICE, WARNING, Fault
from spaceplan.frozen import dataclass
from spaceplan.render.text import visible
from spaceplan.words import listed, located, said, say, sentence

if TYPE_CHECKING:
    from spaceplan.answers import shapes


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings of each file. ``sound``: none of them counts. ``quiet``: no word of none."""

    results: Sequence[tuple[Path, tuple[Fault, ...]]]
    sound: bool
    quiet: bool
    lang: str


def text(checked: Checked) -> Iterator[str]:
    """A line for each finding, and a verdict for each file."""
    for path, found in checked.results:
        for item in found:
            yield visible(located(item, str(path), checked.lang))
        if found or not checked.quiet:
            yield _verdict(path, found, checked.lang)


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
    return visible(f"{path}: {listed(counts, lang)}")


def github(checked: Checked) -> Iterator[str]:
    """Workflow commands of GitHub Actions, with their escapes."""
    for path, found in checked.results:
        name = _escaped(str(path)).replace(":", "%3A").replace(",", "%2C")
        for item in found:
            kind = {FAULT: "error", WARNING: "warning", NOTICE: "notice"}[item.severity]
            message = _escaped(sentence(item, checked.lang))
            yield f"::{kind} file={name},line={item.line},col={item.column}::{message}"


def _escaped(message: str) -> str:
    return message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def json(checked: Checked) -> Iterator[str]:
    """One JSON object."""
    from spaceplan.render.json_out import dumps

    yield dumps(_data(checked))


def _data(checked: Checked) -> shapes.Check:
    lang = checked.lang
    return {
        "spaceplan": 1,
        "command": "check",
        "sound": checked.sound,
        "files": [
            {
                "file": str(path),
                "findings": [
                    {
                        "severity": item.severity,
                        "line": item.line,
                        "column": item.column,
                        "what": said(item.what, lang),
                        "expected": said(item.expected, lang) if item.expected else "",
                        "suggestion": item.near or None,
                    }
                    for item in found
                ],
            }
            for path, found in checked.results
        ],
    }
