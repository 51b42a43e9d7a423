"""A plan as plain columns, and back: for the cache, whatever fields its dataclasses have.

All instances of a class are a pool, kept column by column; where one holds another it holds its
place in that pool (0 is None). So nothing is listed by hand, equal times and texts are made once,
and making an object is one call without a Python loop around it. Values that fit no column (the
two sides of an edit, the facts of a phrase) carry their class with them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from itertools import chain, repeat
from operator import attrgetter
from types import NoneType
from typing import Any

from spaceplan.errors import Fault, Phrase
from spaceplan.frozen import Later, set_column
from spaceplan.roadmap import entry, model, registry
from spaceplan.roadmap.fiscal import FiscalRule
from spaceplan.roadmap.times import Point, Time

Packed = tuple[Any, ...]
_Column = tuple[Any, ...]
_Row = tuple[int, Sequence[_Column]]

# Values that are equal where they look alike: each is kept once.
_LEAVES: tuple[type, ...] = (date, datetime, Point, Time, registry.Words, model.Times, model.After)
# Each behind those that it holds.
_CLASSES: tuple[type, ...] = (
    *_LEAVES,
    FiscalRule,
    registry.Owner,
    registry.Document,
    registry.Subsection,
    registry.Topic,
    entry.Edit,
    entry.Checked,
    entry.Change,
    model.Milestone,
    model.Plan,
    Phrase,
    Fault,
)
_NUMBER = {cls: number for number, cls in enumerate(_CLASSES, 1)}
_MILESTONE = _NUMBER[model.Milestone]
_MAKERS: dict[type, Callable[..., Any]] = {
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
}
_SCALARS = {str, int, bool, float, NoneType}
# So many are asked for a field one by one before all are.
_FEW = 50
# What a column or a loose value is, where it is not the number of a class.
_SAME, _PLAIN, _LOOSE = "same", "plain", "loose"
_TUPLE, _LIST, _DICT = "tuple", "list", "dict"


def _names(cls: Any) -> list[str]:
    return [""] if cls in _MAKERS else [field.name for field in fields(cls)]


def _columns(cls: type, pool: list[Any]) -> list[list[Any]]:
    if cls in _MAKERS:
        return [[value.isoformat() for value in pool]]
    return [list(map(attrgetter(name), pool)) for name in _names(cls)]


def _is_plain(value: object) -> bool:
    if isinstance(value, (tuple, list)):
        return all(map(_is_plain, value))
    if isinstance(value, dict):
        return all(map(_is_plain, value.values()))
    if type(value) in _SCALARS:
        return True
    if type(value) in _NUMBER:
        return False
    raise TypeError(f"{type(value).__name__} is in no pool of {__name__}")


class _Packer:
    def __init__(self, begun: Mapping[type, int]) -> None:
        # What stands in a pool already is neither looked at nor packed again.
        self.begun = begun
        self.pools: dict[type, list[Any]] = {c: [None] * begun.get(c, 0) for c in _CLASSES}
        # By the object, which is quick (the plan holds them all); what is equal has one place.
        self.places: dict[int, int] = {id(None): 0}
        self.equal: dict[type, dict[Any, int]] = {cls: {} for cls in _LEAVES}

    def place(self, value: Any) -> int:
        found = self.places.get(id(value))
        if found is None:
            pool, equal = self.pools[type(value)], self.equal.get(type(value))
            # One moment in two zones is equal, and told otherwise.
            key = value.isoformat() if type(value) is datetime else value
            found = len(pool) + 1 if equal is None else equal.setdefault(key, len(pool) + 1)
            if found > len(pool):
                pool.append(value)
            self.places[id(value)] = found
        return found

    def column(self, values: list[Any]) -> _Column:
        kinds = set(map(type, values))
        inner = set(map(type, chain.from_iterable(values))) if kinds == {tuple} else kinds
        if inner <= _SCALARS:
            same = len(kinds) == 1 and len(inner) <= 1 and values.count(values[0]) == len(values)
            return (_SAME, values[0]) if same else (_PLAIN, tuple(values))
        one = inner - {NoneType} if kinds != {tuple} else inner
        if len(one) == 1 and (number := _NUMBER.get(next(iter(one)), 0)):
            if kinds != {tuple}:
                return (number, tuple(map(self.place, values)))
            return (-number, tuple([tuple(map(self.place, v)) if v else () for v in values]))
        if all(map(_is_plain, values)):
            return (_PLAIN, tuple(values)) if any(values) else (_SAME, values[0])
        return (_LOOSE, tuple(map(self.loose, values)))

    def loose(self, value: Any) -> Any:
        if type(value) in _SCALARS:
            return value
        if isinstance(value, dict):
            return (_DICT, {key: self.loose(one) for key, one in value.items()})
        if isinstance(value, (tuple, list)):
            return (_TUPLE if isinstance(value, tuple) else _LIST, tuple(map(self.loose, value)))
        number = _NUMBER[type(value)]
        if type(value) in _LEAVES:
            return (number, self.place(value))
        return (-number, tuple([self.loose(getattr(value, f.name)) for f in fields(value)]))

    def packed(self) -> Packed:
        """The pools that hold something; each class's before those whose instances hold it."""
        made: list[Packed] = []
        for cls in reversed(_CLASSES):
            if pool := self.pools[cls][self.begun.get(cls, 0) :]:
                columns = tuple(map(self.column, _columns(cls, pool)))
                made.append((_NUMBER[cls], len(pool), columns))
        return tuple(reversed(made))


def pack(plan: model.Plan, findings: tuple[Fault, ...]) -> Packed:
    """A plan and its findings as tuples, dicts, texts and numbers."""
    packer = _Packer({})
    for one in (plan, *findings):
        packer.place(one)
    return packer.packed()


def pack_again(
    packed: Packed,
    first: int,
    end: int,
    others: Sequence[model.Milestone],
    findings: tuple[Fault, ...],
) -> Packed | None:
    """A packed plan with other milestones from ``first`` to ``end``, and with these findings.

    What was held by nothing else stays, and is not read. None where all must be packed anew.
    """
    known = _by_number(packed)
    # These are held by nothing that stays.
    anew = (model.Milestone, model.Plan, Phrase, Fault)
    packer = _Packer({c: known[n][0] for c, n in _NUMBER.items() if n in known and c not in anew})
    for one in (*others, *findings):
        packer.place(one)
    more = _by_number(packer.packed())
    made = {n: row for n, row in more.items() if n not in known or _CLASSES[n - 1] in anew}
    try:
        for number, (count, columns) in known.items():
            cls = _CLASSES[number - 1]
            if cls is model.Plan:
                held = dict(zip(_names(cls), columns, strict=True))
                places = range(1, known[_MILESTONE][0] - (end - first) + len(others) + 1)
                held["entries"] = (-_MILESTONE, (tuple(places),))
                made[number] = (count, tuple(held.values()))
            elif cls not in (Phrase, Fault):
                cut = (first, end) if cls is model.Milestone else (count, count)
                made[number] = _joined(known[number], *cut, more.get(number))
    except ValueError:
        return None
    return tuple([(number, *made[number]) for number in sorted(made)])


def _by_number(packed: Packed) -> dict[int, _Row]:
    return {number: (count, columns) for number, count, columns in packed}


def _joined(row: _Row, first: int, end: int, other: _Row | None) -> _Row:
    """The rows of a pool with others in place of some. Raises ValueError where they do not fit."""
    if other is None:
        return row
    count, more = row[0], other[0]
    made: list[_Column] = []
    for one, its in zip(row[1], other[1], strict=True):
        if one[0] == _SAME and repr(one) == repr(its):
            made.append(one)
            continue
        for kind in (one[0], its[0], _PLAIN, _LOOSE):
            mine, new = _held(kind, one, count), _held(kind, its, more)
            if mine is not None and new is not None:
                made.append((kind, (*mine[:first], *new, *mine[end:])))
                break
        else:
            raise ValueError("columns of two kinds")
    return count - (end - first) + more, tuple(made)


def _held(kind: int | str, column: _Column, count: int) -> tuple[Any, ...] | None:
    """The values of a column as one of this kind holds them; None where it cannot."""
    mine, held = column
    if kind == _SAME:
        return None
    values: tuple[Any, ...] = (held,) * count if mine == _SAME else held
    if mine == kind or (mine == _SAME and kind == _PLAIN):
        return values
    if kind == _LOOSE and mine in (_SAME, _PLAIN):
        return values if set(map(type, values)) <= _SCALARS else None
    if kind == _LOOSE and isinstance(mine, int) and mine > 0 and _CLASSES[mine - 1] in _LEAVES:
        return tuple([(mine, place) if place else None for place in values])
    if isinstance(kind, int) and mine == _SAME and held == (None if kind > 0 else ()):
        return (0,) * count if kind > 0 else values
    return None


def unpack(packed: Packed) -> tuple[model.Plan, tuple[Fault, ...]]:
    """What was packed. Raises ValueError, TypeError, KeyError or IndexError for anything else."""
    pools = _Pools(packed)
    (_, plan) = pools[_NUMBER[model.Plan]]
    return plan, tuple(pools[_NUMBER[Fault]][1:])


class _Pools(dict[int, list[Any]]):
    """The instances of each class by its number, made when they are first needed; 0 is None."""

    def __init__(self, packed: Packed) -> None:
        self.packed = _by_number(packed)
        for number, (count, columns) in self.packed.items():
            cls = _CLASSES[number - 1]
            # What is made later is looked at now: an entry of another shape is not believed.
            for _, (kind, held) in zip(_names(cls), columns, strict=True):
                if kind != _SAME and len(held) != count:
                    raise ValueError(f"{len(held)} values for {count} of {cls.__name__}")

    def __missing__(self, number: int) -> list[Any]:
        count, columns = self.packed.get(number, (0, ()))
        made = [None, *self.made(_CLASSES[number - 1], count, columns)] if count else [None]
        self[number] = made
        return made

    def made(self, cls: Any, count: int, columns: Sequence[_Column]) -> Iterable[Any]:
        """Instances of a class from their columns.

        A slot is set for all instances at once: what was packed was right, so nothing is checked
        again, and ten times the entries of a large plan are read in the time of as many calls.
        """
        if "__slots__" not in vars(cls):
            values = [self.of_column(column, count) for column in columns]
            return map(_MAKERS.get(cls, cls), *values)
        if issubclass(cls, Later):
            filler = _Filler(self, cls, columns)
            filler.made += cls.later(filler.fill, count)
            return filler.made
        made: list[Any] = [object.__new__(cls) for _ in range(count)]
        for field, column in zip(fields(cls), columns, strict=True):
            set_column(cls, field.name, made, self.of_column(column, count))
        return made

    def of_column(self, column: _Column, count: int) -> Iterable[Any]:
        """The values of a column, in the order of the instances."""
        kind, held = column
        if kind == _PLAIN:
            return held  # type: ignore[no-any-return]
        if kind == _SAME:
            return repeat(held, count)
        if kind == _LOOSE:
            return [_loose(value, self) for value in held]
        if kind > 0:
            return map(self[kind].__getitem__, held)
        pool = self[-kind]
        return [tuple([pool[place] for place in places]) if places else () for places in held]


class _Filler:
    """Sets the fields of many instances when they are asked for: of a few, one by one; where more
    is asked for than that, of all."""

    def __init__(self, pools: _Pools, cls: type, columns: Sequence[_Column]) -> None:
        self.pools, self.cls = pools, cls
        self.made: list[Any] = []
        self.columns = dict(zip(_names(cls), columns, strict=True))
        self.asked = dict.fromkeys(self.columns, 0)

    def fill(self, one: Any, name: str) -> None:
        """Set a field of one instance, or of all."""
        if name not in self.columns:
            return
        kind, held = self.columns[name]
        self.asked[name] += 1
        if self.asked[name] > _FEW:
            values = self.pools.of_column((kind, held), len(self.made))
            set_column(self.cls, name, self.made, values)
        else:
            mine = held if kind == _SAME else held[one.place : one.place + 1]
            set_column(self.cls, name, (one,), self.pools.of_column((kind, mine), 1))


def _loose(value: Any, pools: _Pools) -> Any:
    if type(value) is not tuple:
        return value
    kind, held = value
    if kind == _DICT:
        return {key: _loose(one, pools) for key, one in held.items()}
    if kind in (_TUPLE, _LIST):
        parts = [_loose(one, pools) for one in held]
        return tuple(parts) if kind == _TUPLE else parts
    if kind > 0:
        return pools[kind][held]
    cls = _CLASSES[-kind - 1]
    return _MAKERS.get(cls, cls)(*[_loose(one, pools) for one in held])


assert all(is_dataclass(cls) or cls in _MAKERS for cls in _CLASSES)
