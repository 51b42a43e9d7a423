"""What of the program's words can be read off its code: which keys it uses, with which facts, and
what it still says by itself.

    python tests/said.py

lists what is left to be moved into ``spaceplan.words``.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "spaceplan"
# Functions whose first argument is a key, and whose keywords are its facts.
SAYING = {"say", "phrase"}
# Functions that show what they are given.
SHOWING = {"print", "echo", "prompt", "confirm", "write", "_say", "Line", "Heading"}
# A sentence: two words of letters, or Japanese.
_SENTENCE = re.compile(r"[A-Za-z]{2,},? [A-Za-z]{2,}|[\u3040-\u30ff\u4e00-\u9fff]{2,}")
_KEY = re.compile(r"(?P<room>[a-z_]+)\.(?P<name>[a-z0-9-]+)\Z")


@dataclass(frozen=True)
class Use:
    """One place that says something: the keys it may name, its facts, whether these are all."""

    where: str
    keys: tuple[str, ...]
    facts: frozenset[str]
    whole: bool


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the package by path, without the tables themselves."""
    return {
        str(path.relative_to(ROOT)): ast.parse(path.read_text("utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.parent.name != "words" or path.name == "__init__.py"
    }


@cache
def errors() -> frozenset[str]:
    """The names of all classes that say something wrong: ``SpaceplanError`` and what is below."""
    below = {"SpaceplanError", "Wrong"}
    classes = [
        node
        for tree in modules().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    ]
    while True:
        more = {
            one.name
            for one in classes
            if any(isinstance(base, ast.Name) and base.id in below for base in one.bases)
        }
        if more <= below:
            return frozenset(below)
        below |= more


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _texts(node: ast.expr) -> Iterator[str]:
    """The texts that an expression may be; ``*`` stands for what is put in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from _texts(value)
    elif isinstance(node, ast.JoinedStr):
        yield "".join(
            str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values
        )
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        for left in _texts(node.left) or ("*",):
            for right in _texts(node.right):
                yield left + right


def calls() -> Iterator[tuple[str, ast.Call, str]]:
    """Every call: where it stands, and the name of what is called."""
    for path, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield f"{path}:{node.lineno}", node, _name(node.func)


def uses() -> Iterator[Use]:
    """Every call that names a key in so many words."""
    for where, node, name in calls():
        # ``title.say("ja")`` is a method of a text in both languages.
        method = name == "say" and isinstance(node.func, ast.Attribute)
        if not node.args or method or (name not in SAYING and name not in errors()):
            continue
        keys = tuple(text for text in _texts(node.args[0]) if "*" not in text)
        if keys and (name in SAYING or all(map(_KEY.match, keys))):
            facts = frozenset(word.arg for word in node.keywords if word.arg)
            whole = all(word.arg for word in node.keywords)
            yield Use(where, keys, facts, whole)


def mentioned() -> set[str]:
    """Every text in the code that may be a key; ``*`` stands for what is put in."""
    found: set[str] = set()
    for tree in modules().values():
        for node in ast.walk(tree):
            if isinstance(node, (ast.Constant, ast.JoinedStr)):
                found.update(_texts(node))
    return found


def facts_of(text: str) -> set[str]:
    """The placeholders of a text."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def left() -> list[str]:
    """What the code still says by itself, each with its place."""
    found = []
    for where, node, name in calls():
        given = [*node.args, *(word.value for word in node.keywords)]
        if name == "pick":
            found.append(f"{where}: pick()")
        elif name in errors() or name == "Fault":
            texts = [text for argument in given for text in _texts(argument)]
            found += [f"{where}: {text!r}" for text in texts if re.search(r"[ ;]", text)]
        elif name in SHOWING:
            texts = [text for argument in given for text in _texts(argument)]
            found += [f"{where}: {text!r}" for text in texts if _SENTENCE.search(text)]
    return found


if __name__ == "__main__":
    print("\n".join(left()))
