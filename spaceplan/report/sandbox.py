"""Templates of one's own in a sandbox: they see what they are given, and have bounds.

Jinja2's sandbox hides what would lead from a value to the rest of Python, gives no way to change
what it is given, and holds a ``range`` to 100,000. Here the size of a text that is multiplied, the
width of one that is formatted and the length of the page are bounded too. A template can still
take long: it is a program.
"""

from __future__ import annotations

from collections.abc import Iterable, Sized
from typing import Any

from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

MOST = 100_000_000
"""Characters of a page, or of one text in it."""
LARGEST = 2**64


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja2's sandbox, in which no operator makes something without bounds."""

    intercepted_binops = frozenset(("*", "**", "%"))

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What a dict holds, which a page asks millions of times; else as Jinja2 does."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """``left operator right``. Raises SecurityError where the result would be too large."""
        if operator == "%" and isinstance(left, str):
            raise SecurityError("% of a text; expected the filter format")
        if operator == "*":
            parts, times = (right, left) if isinstance(left, int) else (left, right)
            if isinstance(parts, Sized) and isinstance(times, int) and len(parts) * times > MOST:
                raise SecurityError(f"a text or list of more than {MOST:,} parts")
        if operator == "**" and (abs(left) > LARGEST or abs(right) > 64):
            raise SecurityError("a power of large numbers")
        return super().call_binop(context, operator, left, right)


def written(pieces: Iterable[str]) -> str:
    """The page of these pieces. Raises SecurityError where it has no end."""
    found: list[str] = []
    length = 0
    for piece in pieces:
        found.append(piece)
        length += len(piece)
        if length > MOST:
            raise SecurityError(f"a page of more than {MOST:,} characters")
    return "".join(found)
