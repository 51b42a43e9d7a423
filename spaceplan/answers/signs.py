"""Signs beside a state: what its flags look like in a few cells, and what the signs mean.

What (nearly) all rows of a table have is no sign in each of them but one sentence below.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from spaceplan.frozen import dataclass
from spaceplan.roadmap.flags import FLAGS
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.query import Row
from spaceplan.words import say

# Of what is recorded as met: hollow, and full where somebody else confirmed it.
CLAIM = {"claimed": "○", "verified": "●", "disputed": "◐"}
# In brackets, for some stand alone for something else in a picture. What slipped has its column.
FLAG = {"at-risk": "!", "stale": "~", "unexplained": "?", "undecided": "*"}
SIGN = CLAIM | {name: f"[{letter}]" for name, letter in FLAG.items()}
# A sentence names so many exceptions, of so many times as many rows.
_MOST_EXCEPT, _ROWS_EACH = 5, 4


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of some rows: ``letters`` of their flags by id; claims and flags that are
    ``there`` as signs; flags that all have, by the ids ``except_for`` which they have them."""

    letters: Mapping[str, str]
    there: frozenset[str] = frozenset()
    except_for: Mapping[tuple[str, ...], tuple[str, ...]] | None = None

    def beside(self, text: str, row: Row) -> str:
        """A text with the signs of a row behind it."""
        claim, letters = row.standing.claim, self.letters.get(row.milestone.id)
        text = f"{text} {CLAIM[claim]}" if claim else text
        return f"{text} [{letters}]" if letters else text

    def notes(self, lang: str, key: str = "answers.signs") -> tuple[str, ...]:
        """What the signs mean, as ``key`` says it, and what holds of all."""
        told = [f"{sign} {say(name, lang)}" for name, sign in SIGN.items() if name in self.there]
        found = [say(key, lang, signs="  ".join(told))] if told else []
        for ids, names in (self.except_for or {}).items():
            key = "answers.all-but" if ids else "answers.all-are"
            found.append(say(key, lang, flags=[say(name, lang) for name in names], ids=list(ids)))
        return tuple(found)


# Where only claims are shown.
NONE = Signs({})


def signs_of(found: Iterable[Row], plan: Plan, but: Collection[str] = ()) -> Signs:
    """The signs of rows, without the flags ``but``, which the table itself is about."""
    rows = list(found)
    letters = dict.fromkeys((row.milestone.id for row in rows), "")
    there = {row.standing.claim for row in rows}
    except_for: dict[tuple[str, ...], tuple[str, ...]] = {}
    for name, letter in FLAG.items():
        up = [] if name in but else [r.milestone.id for r in rows if FLAGS[name](r, plan)]
        rest = letters.keys() - up
        if up and len(rows) > 1 and len(rest) <= min(_MOST_EXCEPT, len(rows) // _ROWS_EACH):
            ids = tuple(one for one in letters if one in rest)
            except_for[ids] = (*except_for.get(ids, ()), name)
        elif up:
            there.add(name)
            for one in up:
                letters[one] += letter
    return Signs(letters, frozenset(there), except_for)
