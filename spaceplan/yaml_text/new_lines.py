"""Plain data as new lines of YAML, in the style of the shipped plan: the one writer of lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spaceplan.yaml_text.spelling import Data, flow, spell

# A mapping in braces stays on one line up to so many characters.
WIDTH = 110
_NONE: frozenset[str] = frozenset()


def block(
    lead: str, data: dict[str, Data], indent: int, by_line: frozenset[str] = _NONE
) -> list[str]:
    """A mapping as lines of a block list: ``lead`` stands before its first key.

    ``by_line`` are the lists of which each item stands on a line of its own, however long.
    """
    inner = indent + len(lead)
    lines = [line for key, value in data.items() for line in pair(key, value, inner, by_line)]
    return [" " * indent + lead + lines[0][inner:], *lines[1:]]


def pair(key: str, value: Data | None, indent: int, by_line: frozenset[str] = _NONE) -> list[str]:
    """A key with its value: on one line where that fits, else as a block. No line ends."""
    begun = f"{' ' * indent}{spell(key, False)}:"
    if isinstance(value, str):
        return [f"{begun} {spell(value, False)}"]
    if isinstance(value, list):
        if value and key in by_line:
            return [begun, *(f"{' ' * indent}  - {flow(item)}" for item in value)]
        if any(isinstance(item, dict) for item in value):
            return [begun, *_listed(value, indent + 2)]
    whole = f"{begun} {flow(value or '')}"
    if isinstance(value, dict) and len(whole) > WIDTH:
        return [
            begun,
            *(line for k, v in value.items() for line in pair(k, v, indent + 2, by_line)),
        ]
    return [whole]


def _listed(items: Sequence[Data], indent: int) -> Iterator[str]:
    for item in items:
        line = f"{' ' * indent}- {flow(item)}"
        if len(line) <= WIDTH or not isinstance(item, dict):
            yield line
        else:
            yield from block("- ", item, indent)
