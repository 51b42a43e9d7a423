"""Frozen dataclasses that cost little to declare.

``dataclasses`` compiles six functions for each frozen class; forty classes are then a fifth of a
whole run. Here a class shares its methods with all others, and its ``__init__`` is compiled when
the first one is made: most runs make only some. Use it as ``dataclasses.dataclass``; ``fields``,
``replace`` and ``is_dataclass`` of the standard library work as ever.
"""

from __future__ import annotations

import dataclasses
from collections import deque
from collections.abc import Callable, Iterable
from itertools import repeat
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, slots: bool = False, **more: bool) -> Callable[[type], type]:
        """``dataclasses.dataclass``; what is frozen, and no more is asked of it, is made here."""
        if more != {"frozen": True}:
            return dataclasses.dataclass(slots=slots, **more)

        def declare(cls: type) -> type:
            made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
            names = [field.name for field in dataclasses.fields(made)]
            values = _values(names)
            methods = {
                "__init__": _compiled_when_called(made),
                "__setattr__": _refuse_to_set,
                "__delattr__": _refuse_to_delete,
                "__getstate__": lambda self: values(self),
                "__setstate__": _set_state,
                "__repr__": _repr,
                "__eq__": lambda self, other: (
                    values(self) == values(other)
                    if other.__class__ is self.__class__
                    else NotImplemented
                ),
                "__hash__": lambda self: hash(values(self)),
            }
            for name, method in methods.items():
                if name not in cls.__dict__ or name == "__hash__":
                    setattr(made, name, method)
            return made

        return declare


class Later:
    """A frozen dataclass with slots whose fields may be set when they are first asked for.

    ``later`` makes some of which only the named fields are set. ``fill`` is called with one and
    the name of another field when that is asked for, and sets it.
    ``place`` is the number of one among those that were made with it.
    """

    __slots__ = ("_fill", "place")

    @classmethod
    def later(
        cls, fill: Callable[[Any, str], None], count: int, **known: Iterable[Any]
    ) -> list[Self]:
        """So many that have the ``known`` fields, and get the others from ``fill``."""
        made = [cls.__new__(cls) for _ in range(count)]
        for name, values in {"_fill": repeat(fill), "place": range(count), **known}.items():
            set_column(cls, name, made, values)
        return made

    if not TYPE_CHECKING:

        def __getattr__(self, name):
            # Only what is not set comes here.
            if name not in Later.__slots__ and (fill := getattr(self, "_fill", None)) is not None:
                fill(self, name)
                return object.__getattribute__(self, name)
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")


def set_fields(made: object, **values: Any) -> None:
    """Set fields of a frozen one that is not finished yet."""
    for name, value in values.items():
        object.__setattr__(made, name, value)


def set_column(cls: type, name: str, made: Iterable[Any], values: Iterable[Any]) -> None:
    """Set a field of many: at once, without a loop in Python."""
    deque(map(getattr(cls, name).__set__, made, values), maxlen=0)


def _values(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """The values of the fields, in their order."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda self: tuple(getattr(self, name) for name in names)


def _compiled_when_called(made: Any) -> Callable[..., None]:
    def first(self: Any, /, *values: Any, **named: Any) -> None:
        # A class below this one that has no __init__ of its own comes here too.
        made.__init__ = _init(made)
        made.__init__(self, *values, **named)

    return first


def _init(made: Any) -> Callable[..., None]:
    """``__init__`` as dataclasses write it for a frozen class."""
    known: dict[str, Any] = {"_set": object.__setattr__, "_none": dataclasses.MISSING}
    signature, body = ["self"], []
    for field in dataclasses.fields(made):
        name = value = field.name
        if field.default_factory is not dataclasses.MISSING:
            known[f"_make_{name}"] = field.default_factory
            value = f"_make_{name}() if {name} is _none else {name}"
            signature.append(f"{name}=_none")
        elif field.default is not dataclasses.MISSING:
            known[f"_default_{name}"] = field.default
            signature.append(f"{name}=_default_{name}")
        else:
            signature.append(name)
        body.append(f"    _set(self, {name!r}, {value})\n")
    if hasattr(made, "__post_init__"):
        body.append("    self.__post_init__()\n")
    source = f"def __init__({', '.join(signature)}):\n{''.join(body) or '    pass'}"
    exec(source, known)
    made_init: Callable[..., None] = known["__init__"]
    made_init.__qualname__ = f"{made.__qualname__}.__init__"
    return made_init


def _refuse_to_set(self: Any, name: str, value: Any) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: Any, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _set_state(self: Any, values: tuple[Any, ...]) -> None:
    for field, value in zip(dataclasses.fields(self), values, strict=True):
        object.__setattr__(self, field.name, value)


def _repr(self: Any) -> str:
    pairs = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self))
    return f"{type(self).__qualname__}({', '.join(pairs)})"
