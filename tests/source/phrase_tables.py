"""The examples and near misses that the tables of date phrases carry, one by one."""

import re


def examples_of(text: str) -> list[tuple[str, str]]:
    """(text, what is read from it) of ``text → read | text → read``."""
    pairs = (line.partition("→") for line in lines_of(text))
    return [(words.strip(), read.strip()) for words, _, read in pairs]


def lines_of(text: str) -> list[str]:
    """The texts between `` | `` and line ends."""
    return [piece.strip() for piece in re.split(r" \| |\n", text) if piece.strip()]
