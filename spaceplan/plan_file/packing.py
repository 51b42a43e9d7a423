"""A plan as plain columns, and back: for the cache, whatever fields its dataclasses have.

All instances of a class are a pool, kept column by column; where one holds another it holds its
place in that pool (0 is None). So nothing is listed by hand, equal times and texts are made once,
and making an object is one call without a Python loop around it. Values that fit no column (the
two sides of an edit, the facts of a phrase) carry their class with them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from itertools import repeat
from typing import Any

from spaceplan.errors import Fault, Phrase
from spaceplan.roadmap import model, registry
from spaceplan.roadmap.fiscal import FiscalRule
from spaceplan.roadmap.times import Point, Time

Packed = tuple[Any, ...]
_Column = tuple[Any, ...]

# Values that are equal where they look alike: each is kept once.
_LEAVES: tuple[type, ...] = (date, datetime, Point, Time, registry.Words, model.Times)
_CLASSES: tuple[type, ...] = (
    *_LEAVES,
    FiscalRule,
    registry.Owner,
    registry.Document,
    registry.Subsection,
    registry.Topic,
    model.Edit,
    model.Checked,
    model.Change,
    model.Milestone,
    model.Plan,
    Phrase,
    Fault,
)
_NUMBER = {cls: number for number, cls in enumerate(_CLASSES, 1)}
_MAKERS: dict[type, Callable[..., Any]] = {
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
}
# What a column or a loose value is, where it is not the number of a class.
_SAME, _PLAIN, _LOOSE = "same", "plain", "loose"
_TUPLE, _LIST, _DICT = "tuple", "list", "dict"


def _parts(value: Any) -> tuple[Any, ...]:
    if type(value) in _MAKERS:
        return (value.isoformat(),)
    return tuple(getattr(value, field.name) for field in fields(value))


def _is_plain(value: object) -> bool:
    if isinstance(value, (tuple, list)):
        return all(map(_is_plain, value))
    if isinstance(value, dict):
        return all(map(_is_plain, value.values()))
    if value is None or type(value) in (str, int, bool, float):
        return True
    if type(value) in _NUMBER:
        return False
    raise TypeError(f"{type(value).__name__} is in no pool of {__name__}")


class _Packer:
    def __init__(self) -> None:
        self.pools: dict[type, list[Any]] = {}
        self.places: dict[type, dict[Any, int]] = {}
        self.needs: dict[type, set[type]] = {}

    def gather(self, value: Any, loose: bool = False) -> None:
        """Into its pool, whatever it holds first; what stands in a dict only by its leaves."""
        if isinstance(value, (tuple, list)):
            for one in value:
                self.gather(one, loose)
        elif isinstance(value, dict):
            for one in value.values():
                self.gather(one, True)
        elif type(value) in _NUMBER:
            cls = type(value)
            if cls in _LEAVES and value in self.places.get(cls, {}):
                return
            for part in _parts(value):
                self.gather(part, loose)
            if cls in _LEAVES or not loose:
                pool = self.pools.setdefault(cls, [])
                pool.append(value)
                self.places.setdefault(cls, {})[self.key(value)] = len(pool)

    @staticmethod
    def key(value: Any) -> Any:
        return value if type(value) in _LEAVES else id(value)

    def place(self, value: Any) -> int:
        return 0 if value is None else self.places[type(value)][self.key(value)]

    def column(self, owner: type, values: list[Any]) -> _Column:
        if all(map(_is_plain, values)):
            if all(value == values[0] and type(value) is type(values[0]) for value in values):
                return (_SAME, values[0])
            return (_PLAIN, tuple(values))
        one = self.only_class(values)
        if one is not None and one is not owner:
            self.needs[owner].add(one)
            return (_NUMBER[one], tuple(map(self.place, values)))
        if all(isinstance(value, tuple) for value in values):
            one = self.only_class([part for value in values for part in value])
            if one is not None and one is not owner:
                self.needs[owner].add(one)
                return (-_NUMBER[one], tuple(tuple(map(self.place, value)) for value in values))
        self.needs[owner].update(cls for cls in _LEAVES if cls in self.pools and cls is not owner)
        return (_LOOSE, tuple(map(self.loose, values)))

    @staticmethod
    def only_class(values: Iterable[Any]) -> type | None:
        found = {type(value) for value in values if value is not None}
        one = found.pop() if len(found) == 1 else None
        return one if one in _NUMBER else None

    def loose(self, value: Any) -> Any:
        if _is_plain(value):
            return (_PLAIN, value)
        if isinstance(value, dict):
            return (_DICT, {key: self.loose(one) for key, one in value.items()})
        if isinstance(value, (tuple, list)):
            return (_TUPLE if isinstance(value, tuple) else _LIST, tuple(map(self.loose, value)))
        number = _NUMBER[type(value)]
        if type(value) in _LEAVES:
            return (number, self.place(value))
        return (-number, tuple(map(self.loose, _parts(value))))

    def packed(self) -> Packed:
        made: dict[type, Packed] = {}
        for cls, pool in self.pools.items():
            self.needs[cls] = set()
            rows = [_parts(value) for value in pool]
            columns = tuple(self.column(cls, list(values)) for values in zip(*rows, strict=True))
            made[cls] = (_NUMBER[cls], len(pool), columns)
        return tuple(made[cls] for cls in self.in_order())

    def in_order(self) -> list[type]:
        """The classes, each behind those that it needs."""
        done: list[type] = []

        def visit(cls: type) -> None:
            if cls not in done:
                for other in self.needs[cls]:
                    visit(other)
                done.append(cls)

        for cls in self.pools:
            visit(cls)
        return done


def pack(plan: model.Plan, findings: tuple[Fault, ...]) -> Packed:
    """A plan and its findings as tuples, dicts, texts and numbers."""
    packer = _Packer()
    packer.gather((plan, findings))
    return packer.packed()


def unpack(packed: Packed) -> tuple[model.Plan, tuple[Fault, ...]]:
    """What was packed. Raises ValueError, TypeError, KeyError or IndexError for anything else."""
    pools: dict[int, list[Any]] = {}
    for number, count, columns in packed:
        cls = _CLASSES[number - 1]
        values = [_values(kind, held, count, pools) for kind, held in columns]
        pools[number] = [None, *_made(cls, count, values)]
    (_, plan) = pools[_NUMBER[model.Plan]]
    return plan, tuple(pools.get(_NUMBER[Fault], ())[1:])


def _made(cls: type, count: int, columns: Sequence[Iterable[Any]]) -> Iterable[Any]:
    """Instances of a class from their columns.

    A slot is set for all instances at once: what was packed was right, so nothing is checked
    again, and ten times the entries of a large plan are read in the time that calls would take.
    """
    if "__slots__" not in vars(cls):
        return map(_MAKERS.get(cls, cls), *columns)
    made: list[Any] = [object.__new__(cls) for _ in range(count)]
    for field, column in zip(fields(cls), columns, strict=True):
        deque(map(getattr(cls, field.name).__set__, made, column), maxlen=0)
    return made


def _values(kind: Any, held: Any, count: int, pools: dict[int, list[Any]]) -> Iterable[Any]:
    if kind == _PLAIN:
        return held  # type: ignore[no-any-return]
    if kind == _SAME:
        return repeat(held, count)
    if kind == _LOOSE:
        return [_loose(value, pools) for value in held]
    if kind > 0:
        return map(pools[kind].__getitem__, held)
    pool = pools[-kind]
    return [tuple([pool[place] for place in places]) if places else () for places in held]


def _loose(value: Any, pools: dict[int, list[Any]]) -> Any:
    kind, held = value
    if kind == _PLAIN:
        return held
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
