"""Plain data as new lines of a plan file, in the style of the shipped plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spaceplan.yaml_text.spelling import Data, flow, spell

# A mapping in braces stays on one line up to so many characters.
_WIDE = 108


def block(lead: str, data: dict[str, Data], indent: int) -> list[str]:
    """A mapping as lines of a block list: ``lead`` stands before its first key."""
    inner = indent + len(lead)
    lines = [line for key, value in data.items() for line in pair(key, value, inner)]
    return [" " * indent + lead + lines[0][inner:], *lines[1:]]


def pair(key: str, value: Data | None, indent: int) -> list[str]:
    """A key with its value: on one line where that fits, else as a block."""
    pad = " " * indent
    if isinstance(value, str):
        return [f"{pad}{key}: {spell(value, False)}"]
    whole = f"{pad}{key}: {flow(value or '')}"
    of_mappings = isinstance(value, list) and any(isinstance(item, dict) for item in value)
    if not of_mappings and (len(whole) <= _WIDE or isinstance(value, list)):
        return [whole]
    if isinstance(value, dict):
        inner = [line for name, item in value.items() for line in pair(name, item, indent + 2)]
        return [f"{pad}{key}:", *inner]
    return [f"{pad}{key}:", *_listed(value or [], indent + 2)]


def _listed(items: Sequence[Data], indent: int) -> Iterator[str]:
    for item in items:
        line = f"{' ' * indent}- {flow(item)}"
        if len(line) <= _WIDE or not isinstance(item, dict):
            yield line
        else:
            yield from block("- ", item, indent)
