"""Cells that came back damaged: characters replaced, or cut off.

A program that cannot hold Japanese puts ``?`` or U+FFFD in its place, one that has no room cuts.
To whoever compares, that is an edit like any other; so a row with such a cell is refused whole.
"""

from __future__ import annotations

import re

LOST = "\ufffd"
_BEYOND = re.compile(f"[^\x00-\x7f]+|[?{LOST}]+")
_ONLY_MARKS = re.compile(rf"[?{LOST}\s]*\?[?{LOST}\s]*\?[?{LOST}\s]*")
# Where somebody who shortens a text ends it: before a blank or a mark.
_ENDS = re.compile(r"[\s、。，．・（）()［］\[\]「」『』,.;:：；/／-]")


def is_replaced(text: str, before: str) -> bool:
    """Whether ``text`` is ``before`` with characters replaced."""
    if LOST in text and LOST not in before:
        return True
    if text == before or "?" not in text:
        return False
    if _ONLY_MARKS.fullmatch(text):
        return True
    if before.isascii():
        return False
    if len(text) == len(before):
        pairs = zip(text, before, strict=True)
        return all(new == old or (new == "?" and not old.isascii()) for new, old in pairs)
    # All of it is gone, perhaps with a mark for each byte.
    return text.isascii() and _BEYOND.sub("?", text) == _BEYOND.sub("?", before)


def is_cut(text: str, before: str) -> bool:
    """Whether ``text`` is ``before`` cut in the midst of a word, as nobody does who shortens it."""
    kept = text.rstrip()
    if not kept or not before.startswith(kept) or len(before) - len(kept) < 2:
        return False
    return not (_ENDS.match(before[len(kept)]) or _ENDS.match(kept[-1]))
