"""The house: which room may import which (the contracts stand in pyproject.toml), and its sizes."""

from __future__ import annotations

from pathlib import Path

from importlinter.cli import lint_imports
from support import ROOT


def test_each_room_imports_only_those_below_it(monkeypatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.syspath_prepend(str(ROOT))
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_every_package_is_a_room_of_the_order() -> None:
    order = (ROOT / "pyproject.toml").read_text("utf-8")
    rooms = {
        path.stem
        for path in Path(ROOT, "spaceplan").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert not {room for room in rooms - {"__init__"} if f'"spaceplan.{room}"' not in order}
