"""What was likely meant by a word that is not known."""

from collections.abc import Iterable

# Longer than any name: nobody meant one.
_LONGEST = 80


def nearest(text: str, options: Iterable[str]) -> str:
    """The option most like ``text`` in either case, or "" where none is near."""
    from difflib import get_close_matches

    if len(text) > _LONGEST:
        return ""
    by_fold = {option.casefold(): option for option in options}
    found = get_close_matches(text.casefold(), list(by_fold), n=1, cutoff=0.6)
    return by_fold[found[0]] if found else ""
