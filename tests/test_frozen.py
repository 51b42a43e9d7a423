"""The dataclasses that cost little behave as those of the standard library do."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import Any

import pytest

from spaceplan.frozen import Later, dataclass, set_fields


def _classes(decorator: Any) -> tuple[type, type]:
    @decorator(frozen=True, slots=True)
    class Small:
        """One field."""

        only: int

    @decorator(frozen=True)
    class Wide:
        """Defaults of each kind, and something to do at the end."""

        first: str
        second: int = 2
        third: list[int] = dataclasses.field(default_factory=list)

        def __post_init__(self) -> None:
            object.__setattr__(self, "second", self.second * 10)

    return Small, Wide


OURS, THEIRS = _classes(dataclass), _classes(dataclasses.dataclass)


@dataclass(frozen=True, slots=True)
class Kept:
    """At module level, so that pickle finds it."""

    name: str
    number: int = 0


@dataclass(frozen=True)
class Base:
    """With one below it."""

    name: str = ""


@dataclass(frozen=True)
class Below(Base):
    """A field more."""

    more: int = 1


@pytest.mark.parametrize("classes", [OURS, THEIRS])
def test_both_say_the_same(classes: tuple[Any, Any]) -> None:
    small, wide = classes
    assert small(1) == small(only=1) != small(2)
    assert hash(small(1)) == hash(small(1))
    assert small(1) != wide("x")
    assert repr(wide("x")) == "_classes.<locals>.Wide(first='x', second=20, third=[])"
    assert wide("x").third is not wide("x").third
    assert dataclasses.replace(wide("x"), first="y", second=1) == wide("y", 1)
    assert [field.name for field in dataclasses.fields(wide)] == ["first", "second", "third"]
    assert dataclasses.asdict(wide("x")) == {"first": "x", "second": 20, "third": []}
    with pytest.raises(TypeError):
        wide()
    with pytest.raises(TypeError):
        small(1, 2)
    with pytest.raises(dataclasses.FrozenInstanceError):
        small(1).only = 2
    with pytest.raises(dataclasses.FrozenInstanceError):
        del small(1).only


def test_copies_and_classes_below() -> None:
    one = Kept("a", 1)
    assert copy.copy(one) == copy.deepcopy(one) == pickle.loads(pickle.dumps(one)) == one
    assert not hasattr(one, "__dict__")
    assert Below("x", 2) == Below(name="x", more=2) != Base("x")
    assert Base("x").name == "x"
    with pytest.raises(dataclasses.FrozenInstanceError):
        Below().more = 3


@dataclass(frozen=True, slots=True)
class Slow(Later):
    """One field that is known and two that come when they are asked for."""

    name: str
    dear: int = 0
    dearer: int = 0


def test_what_comes_later_is_asked_for_once_and_is_as_if_it_had_been_there() -> None:
    asked: list[str] = []

    def fill(one: Slow, name: str) -> None:
        asked.append(f"{one.name}.{name}")
        set_fields(one, dear=1, dearer=2)

    def later(name: str) -> Slow:
        (one,) = Slow.later(fill, 1, name=[name])
        return one

    one = later("a")
    assert (one.name, asked) == ("a", [])
    assert (one.dearer, one.dear, asked) == (2, 1, ["a.dearer"])
    assert one == Slow("a", 1, 2) == later("a")
    assert dataclasses.replace(later("b"), dear=5) == Slow("b", 5, 2)
    assert pickle.loads(pickle.dumps(later("c"))) == Slow("c", 1, 2)
    assert repr(later("d")) == "Slow(name='d', dear=1, dearer=2)"


def test_a_field_that_nothing_brings_is_missed_by_name() -> None:
    for one in (*Slow.later(lambda one, name: None, 1, name=["a"]), Slow("a")):
        with pytest.raises(AttributeError, match="'Slow' object has no attribute 'other'"):
            one.other  # type: ignore[attr-defined]  # noqa: B018
