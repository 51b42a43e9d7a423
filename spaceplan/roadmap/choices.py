"""Words with a fixed choice, as people write them: in any case and width, in either language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from spaceplan.errors import Wrong, phrase
from spaceplan.roadmap.fiscal import cut, fold
from spaceplan.roadmap.nearest import nearest
from spaceplan.words import LANGUAGES, say


def choose(text: str, options: Sequence[str], what: str) -> str:
    """The one of ``options`` that a text names, by code or by what either language calls it.

    Raises Wrong, with ``what`` the text should have been.
    """
    names = {option: [say(option, lang) for lang in LANGUAGES] for option in options}
    found = one_named(text, names)
    if found is None:
        raise Wrong(
            phrase("roadmap.unknown-word", what=what, text=cut(text)),
            phrase("roadmap.expected-words", words=list(options)),
            near_code(text, options),
        )
    return found


def one_named(text: str, names: Mapping[str, Iterable[str]]) -> str | None:
    """The code whose own word, or one of whose names, a text is; None where there is none."""
    word = folded(text)
    for code in names:
        if folded(code) == word:
            return code
    for code, called in names.items():
        if any(name and folded(name) == word for name in called):
            return code
    return None


def near_code(text: str, options: Sequence[str]) -> str:
    """The option that was likely meant, or ""."""
    by_word = {folded(option): option for option in options}
    return by_word.get(nearest(folded(text), by_word), "")


def folded(text: str) -> str:
    """A word as it is compared: ``Due soon``, ``due_soon`` and ``due-soon`` are one."""
    return fold(text).casefold().replace("-", "").replace("_", "")
