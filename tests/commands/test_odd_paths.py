"""Paths that lead to no file: a sentence in both languages, at once, and nothing is changed."""

from __future__ import annotations

import builtins
import errno
import io
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support import ROOT, Run, WritePlan, milestone

from spaceplan.files.content import read_stream

# What is where a file is looked for, and what is said of it as a plan, in English and Japanese.
ODD = {
    "pipe": ("is no regular file but a pipe, a device or the like", "普通のファイルではありません"),
    "/dev/null": ("is no regular file", "普通のファイルではありません"),
    "/dev/zero": ("is no regular file", "普通のファイルではありません"),
    "socket": ("nothing is at its other end", "向こう側に相手がいません"),
    "folder": ("is a folder; expected a plan file", "フォルダーです"),
    "circle": ("is a link that leads back to itself", "リンクが堂々巡りです"),
    "dangling": ("is a link to .*gone, which does not exist", "リンク先 .*gone がありません"),
    "milestones.yaml/x": ("a part of its path is no folder", "フォルダーでないもの"),
    "a" * 300: ("the name is too long", "名前が長すぎます"),
    "missing": ("no such file", "ファイルがありません"),
}
# Words of the system, which are no sentence of ours.
SYSTEM = re.compile(r"Errno|symbolic links|Symlink|No such device|Not a directory|File exists")


@pytest.fixture
def odd(folder: Path, write_plan: WritePlan) -> Iterator[Path]:
    write_plan(milestone("1-1", target="FY2020"))
    os.mkfifo("pipe")
    os.mkdir("folder")
    os.symlink("circle", "circle")
    os.symlink("gone", "dangling")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket")
        yield folder


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize(
    "words", ["due", "check", "note 1-1 --note x", "note 1-1 --note x --dry-run"]
)
@pytest.mark.parametrize(("lang", "which"), [("en", 0), ("ja", 1)])
def test_a_plan_that_is_no_file(
    run: Run, odd: Path, name: str, words: str, lang: str, which: int
) -> None:
    done = run(*words.split(), "--plan", name, "--lang", lang)
    assert done.code == 2
    expected = ODD[name][which]
    if name in ("socket", "folder") and words.endswith("--note x"):
        expected = ODD["pipe"][which]  # it is looked at before it is opened
    assert re.search(expected, done.err), done.err
    assert not SYSTEM.search(done.err)


@pytest.mark.parametrize("name", [*ODD])
@pytest.mark.parametrize(
    "words",
    ["init NAME", "report -o NAME/", "grid -o NAME/", "export -o NAME/x.csv", "grid -o NAME"],
)
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_what_is_written_where_nothing_can_be(
    run: Run, odd: Path, name: str, words: str, lang: str
) -> None:
    called = [word.replace("NAME", name) for word in words.split()]
    called += [] if called[0] == "init" else ["--plan", "milestones.yaml"]
    done = run(*called, "--lang", lang)
    assert done.code in (0, 2)
    assert not SYSTEM.search(done.err)
    assert not done.err.endswith("Permission denied\n")


def test_apply_waits_for_a_pipe_without_the_lock(run: Run, odd: Path) -> None:
    words = [sys.executable, "-m", "spaceplan", "apply", "pipe", "--plan", "milestones.yaml"]
    settings = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        words, env=settings, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as waiting:
        assert waiting.stderr is not None
        assert waiting.stderr.readline() == "pipe is a pipe; waiting for what is written to it\n"
        done = run("note", "1-1", "--note", "meanwhile", "--plan", "milestones.yaml")
        assert (done.code, done.err) == (0, "")
        with open("pipe", "w") as pipe:
            pipe.write("id,note\n")
            pipe.flush()
            assert run("note", "1-1", "--note", "again", "--plan", "milestones.yaml").code == 0
            pipe.write("1-1,fed slowly\n")
        assert waiting.wait(60) == 0
    assert [note in Path("milestones.yaml").read_text() for note in ("again", "fed slowly")] == [
        True,
        True,
    ]


def test_a_pipe_that_holds_something_is_read_at_once(folder: Path) -> None:
    reader, writer = os.pipe()
    os.write(writer, b"id,note\n")
    os.close(writer)
    try:
        assert read_stream(Path(f"/dev/fd/{reader}")) == b"id,note\n"
    finally:
        os.close(reader)


@pytest.mark.parametrize(
    "words",
    [
        "list --plan {}",
        "check {}",
        "apply {}",
        "merge {} {} {}",
        "diff {} {}",
        "report --format html --template {}",
    ],
)
@pytest.mark.parametrize(
    ("lang", "said"), [("en", "permission denied"), ("ja", "権限がありません")]
)
def test_who_may_not_read_a_file_is_told_so(
    run: Run,
    write_plan: WritePlan,
    monkeypatch: pytest.MonkeyPatch,
    words: str,
    lang: str,
    said: str,
) -> None:
    write_plan(milestone("1-1", target="FY2020"))
    Path("locked.yaml").write_bytes(Path("milestones.yaml").read_bytes())
    opened, asked = io.open, os.access

    def refusing(path: Any, *more: Any, **named: Any) -> Any:
        if str(path).endswith("locked.yaml"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return opened(path, *more, **named)

    # The superuser, as whom tests may run, reads everything.
    for module in (io, builtins):
        monkeypatch.setattr(module, "open", refusing)
    monkeypatch.setattr(
        os, "access", lambda path, *more: "locked" not in str(path) and asked(path, *more)
    )
    refused = run(*words.format(*["locked.yaml"] * 3).split(), "--lang", lang)
    assert refused.code == 2
    assert "locked.yaml" in refused.err and said in refused.err
    assert not SYSTEM.search(refused.err)
