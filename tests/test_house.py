"""The house: which room may import which (the contracts stand in pyproject.toml), and its sizes."""

from __future__ import annotations

import ast
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


# Longer than this nobody reads one. Complexity is ruff's to judge (pyproject.toml).
FILE_LINES = 500
BODY_LINES = 60
MODULES = {
    str(path.relative_to(ROOT)): path.read_text("utf-8")
    for path in sorted(Path(ROOT, "spaceplan").rglob("*.py"))
}


def test_no_file_is_long() -> None:
    lines = {name: text.count("\n") for name, text in MODULES.items()}
    assert not {name: count for name, count in lines.items() if count > FILE_LINES}


def test_no_function_is_long() -> None:
    """The options of a command are its signature, not its body; a docstring is none either."""
    long = {}
    for name, text in MODULES.items():
        for node in ast.walk(ast.parse(text)):
            if not isinstance(node, ast.FunctionDef):
                continue
            body = node.body[1:] if ast.get_docstring(node) else node.body
            lines = body[-1].end_lineno - body[0].lineno + 1 if body else 0
            if lines > BODY_LINES:
                long[f"{name}: {node.name}"] = lines
    assert not long


def test_dataclasses_are_those_that_cost_little() -> None:
    """One of each sort may not stand below the other, and forty of the usual ones are felt."""
    usual = "from dataclasses import"
    others = [
        name
        for name, text in MODULES.items()
        if name != "spaceplan/frozen.py"
        and any(
            line.startswith(usual) and "dataclass" in line.replace(usual, "").split(", ")
            for line in text.split("\n")
        )
    ]
    assert not others
