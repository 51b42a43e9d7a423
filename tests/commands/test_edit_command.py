"""``edit``: the plan in one's editor; the text is checked, saved and recorded, or kept."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

import pytest
from stopped_clock import StoppedClock, stop_clock
from support import Outcome, Run, WritePlan, milestone
from terminal import on_a_terminal

from spaceplan.plan_file.load import load_plan
from spaceplan.roadmap.entry import Change

NOTE = "# a remark of the editor's\n"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> StoppedClock:
    return stop_clock(monkeypatch)


@pytest.fixture
def path(
    write_plan: WritePlan,
    clock: StoppedClock,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
    return write_plan(milestone("1-1", target="FY2020"), milestone("1-2"))


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, to see what is left in it."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def editor(folder: Path, *texts: tuple[str, str], code: int = 0, before: str = "") -> str:
    """An editor's command line: it makes the replacements, one at each call, and ends.

    ``before`` is a statement of Python that it runs first.
    """
    program = folder / "editor.py"
    program.write_text(
        "import pathlib, sys\n"
        f"{before}\n"
        "calls = pathlib.Path(__file__).with_name('calls')\n"
        "with calls.open('a') as file: file.write(' '.join(sys.argv[1:]) + '\\n')\n"
        f"texts = {list(texts)!r}\n"
        "number = len(calls.read_text().splitlines()) - 1\n"
        "path = pathlib.Path(sys.argv[-1])\n"
        "text = path.read_text(encoding='utf-8')\n"
        "if number < len(texts): path.write_text(text.replace(*texts[number]), encoding='utf-8')\n"
        f"sys.exit({code})\n",
        encoding="utf-8",
    )
    return shlex.join([sys.executable, str(program)])


def edit(run: Run, command: str, *words: object) -> Outcome:
    return run("edit", *words, env={"EDITOR": command})


def last(path: Path, name: str) -> Change:
    return load_plan(path).plan.by_id[name].history[-1]


MOVED = ("target: FY2020", "target: FY2022")
BROKEN = ("target: FY2020", "target: FY20x0")


class TestSaved:
    def test_what_changed_is_recorded(self, run: Run, path: Path, tmp_path: Path) -> None:
        before = path.read_bytes()
        words = ("--on", "2021-04-01", "--reason", "technical", "--note", "engine", "--by", "kato")
        done = edit(run, editor(tmp_path, MOVED), "1-1", *words)
        change = last(path, "1-1")
        assert done.code == 0, done.err
        assert done.lines[:3] == [
            "1-1  Item 1-1",
            "  Target     FY2020 → FY2022 (+2 years)",
            "  Date       2021-04-01",
        ]
        assert (change.reason, change.note, change.who) == ("technical", "engine", "kato")
        assert change.by_hand
        assert run("check").code == 0
        assert run("undo").code == 0
        assert path.read_bytes() == before

    def test_undo_never_writes_a_copy_that_was_cut(
        self, run: Run, path: Path, tmp_path: Path
    ) -> None:
        """A full disk, or whatever shortened it: the entries are taken back without it."""
        assert edit(run, editor(tmp_path, MOVED)).code == 0
        (copy,) = (Path(os.environ["XDG_STATE_HOME"]) / "spaceplan/undo").iterdir()
        copy.write_bytes(copy.read_bytes()[:500])
        tried, done = run("undo", "--dry-run"), run("undo")
        assert done.code == 0
        alone = "only the entries are taken back: what was changed by hand stays, "
        assert alone in tried.out and alone in done.out
        text = path.read_text(encoding="utf-8")
        assert "target: FY2022" in text
        assert "history" not in text
        assert run("check").code == 0

    def test_a_remark_is_saved_with_nothing_to_record(
        self, run: Run, path: Path, tmp_path: Path
    ) -> None:
        text = path.read_text(encoding="utf-8")
        done = edit(run, editor(tmp_path, ("milestones:\n", f"{NOTE}milestones:\n")))
        assert (done.code, done.lines) == (0, ["saved milestones.yaml; it held nothing to record"])
        assert path.read_text(encoding="utf-8") == text.replace(
            "milestones:\n", f"{NOTE}milestones:\n"
        )

    def test_nothing_changed(self, run: Run, path: Path, tmp_path: Path, scratch: Path) -> None:
        before = path.read_bytes()
        done = edit(run, editor(tmp_path))
        assert (done.code, done.lines) == (0, ["nothing was changed"])
        assert path.read_bytes() == before
        assert list(scratch.iterdir()) == []

    def test_nothing_is_left_behind(
        self, run: Run, path: Path, tmp_path: Path, scratch: Path
    ) -> None:
        assert edit(run, editor(tmp_path, MOVED)).code == 0
        assert list(scratch.iterdir()) == []

    def test_what_a_killed_edit_left_half_written_is_swept(
        self, run: Run, path: Path, tmp_path: Path, scratch: Path
    ) -> None:
        for name, inside in (("one", ".x.spaceplan-1-00000000.tmp"), ("two", "milestones.yaml")):
            (scratch / f"spaceplan-edit-{name}").mkdir()
            (scratch / f"spaceplan-edit-{name}" / inside).write_bytes(b"half")
        (scratch / "spaceplan-edit-new").mkdir()
        assert edit(run, editor(tmp_path, MOVED)).code == 0
        left = sorted(one.name for one in scratch.iterdir())
        assert left == ["spaceplan-edit-new", "spaceplan-edit-two"]

    def test_a_clock_that_was_set_back_reorders_nothing(
        self, run: Run, path: Path, tmp_path: Path, clock: StoppedClock
    ) -> None:
        run("note", "1-1", "--note", "first")
        clock.put("2026-11-23T09:00:00+09:00")
        assert edit(run, editor(tmp_path, MOVED)).code == 0
        assert run("check").code == 0
        first, second = load_plan(path).plan.by_id["1-1"].history
        assert first.recorded < second.recorded

    def test_a_plan_with_faults_is_mended(self, run: Run, path: Path, tmp_path: Path) -> None:
        sound = path.read_bytes()
        path.write_bytes(sound.replace(*(text.encode() for text in BROKEN)))
        assert run("check").code == 1
        done = edit(run, editor(tmp_path, tuple(reversed(BROKEN))))  # type: ignore[arg-type]
        assert done.code == 0, done.err
        assert path.read_bytes() == sound

    def test_a_milestone_that_is_deleted_is_refused(
        self, run: Run, path: Path, tmp_path: Path, scratch: Path
    ) -> None:
        before = path.read_bytes()
        done = edit(run, editor(tmp_path, (milestone("1-2"), "")))
        assert done.code == 2
        assert "1-2 is gone; a milestone is given up with status: dropped" in done.err
        assert path.read_bytes() == before
        assert "your text is kept in" in done.err


class TestKept:
    def test_a_faulty_text(self, run: Run, path: Path, tmp_path: Path, scratch: Path) -> None:
        before = path.read_bytes()
        done = edit(run, editor(tmp_path, BROKEN), "1-1")
        (kept,) = scratch.glob("*/milestones.yaml")
        assert done.code == 2
        assert "'FY20x0' is not a time" in done.err
        assert done.err.splitlines()[-1] == f"spaceplan: your text is kept in {kept}"
        assert kept.read_bytes() == before.replace(*(text.encode() for text in BROKEN))
        assert path.read_bytes() == before

    def test_where_somebody_else_saved_meanwhile(
        self, run: Run, path: Path, tmp_path: Path, scratch: Path
    ) -> None:
        save = f"open({str(path)!r}, 'a').write({NOTE!r})"
        done = edit(run, editor(tmp_path, MOVED, before=save))
        (kept,) = scratch.glob("*/milestones.yaml")
        assert done.code == 2
        assert "was changed by somebody else while you edited it" in done.err
        assert f"your text is kept in {kept}" in done.err
        assert "target: FY2022" in kept.read_text(encoding="utf-8")
        assert path.read_text(encoding="utf-8").endswith(NOTE)

    def test_where_the_editor_fails(
        self, run: Run, path: Path, tmp_path: Path, scratch: Path
    ) -> None:
        before = path.read_bytes()
        done = edit(run, editor(tmp_path, MOVED, code=3))
        assert done.code == 2
        assert "ended with code 3" in done.err
        assert "your text is kept in" in done.err
        assert path.read_bytes() == before
        assert len(list(scratch.glob("*/milestones.yaml"))) == 1


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("vim 'x", 'the editor "vim \'x" cannot be read'),
        ("/nowhere/editor", "the editor '/nowhere/editor' cannot be started"),
    ],
)
def test_an_editor_that_cannot_be_started(
    run: Run, path: Path, scratch: Path, command: str, said: str
) -> None:
    done = edit(run, command)
    assert done.code == 2
    assert said in done.err
    assert list(scratch.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("9-9",), "'9-9' is no topic, milestone or chart"),
        (("--reason", "weather"), "--reason: 'weather' is not known"),
        (("--on", "someday"), "--on: 'someday' is not a day or a fiscal year"),
        (("--dry-run",), "leave it unsaved instead"),
    ],
)
def test_refused_before_the_editor_opens(
    run: Run, path: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    done = edit(run, editor(tmp_path, MOVED), *words)
    assert done.code == 2
    assert said in done.err
    assert not (tmp_path / "calls").exists()


@pytest.mark.usefixtures("path")
def test_it_opens_at_the_line(run: Run, path: Path, tmp_path: Path) -> None:
    program = tmp_path / "vim"
    program.write_text(f'#!/bin/sh\nexec {editor(tmp_path)} "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    lines = path.read_text(encoding="utf-8").splitlines()
    for ref, text in (("1-2", "- id: 1-2"), ("1", "- id: 1-1")):
        assert edit(run, str(program), ref).code == 0
        place = (tmp_path / "calls").read_text(encoding="utf-8").splitlines()[-1].split()[0]
        assert text in lines[int(place.removeprefix("+")) - 1]


def on_screen(folder: Path, command: str, answers: list[str]) -> tuple[int, str]:
    """Run ``edit`` with this editor and answer its questions; its code and the screen."""
    env = {"EDITOR": command, "TMPDIR": str(folder)}
    return on_a_terminal(folder, ["edit", "1-1"], answers, env=env)


class TestOnATerminal:
    def test_a_faulty_text_may_be_opened_again(self, path: Path, tmp_path: Path) -> None:
        command = editor(tmp_path, BROKEN, ("target: FY20x0", "target: FY2022"))
        code, screen = on_screen(path.parent, command, ["y"])
        assert code == 0, screen
        assert "open it again?" in screen
        assert "FY2020 → FY2022" in screen
        assert last(path, "1-1").by_hand

    @pytest.mark.parametrize("answer", ["n", "\x03"])
    def test_who_does_not_want_to_keeps_the_text(
        self, path: Path, tmp_path: Path, answer: str
    ) -> None:
        before = path.read_bytes()
        code, screen = on_screen(path.parent, editor(tmp_path, BROKEN), [answer])
        (kept,) = path.parent.glob("spaceplan-edit-*/milestones.yaml")
        assert code != 0
        assert f"your text is kept in {kept}" in "".join(screen.split("\r\n"))
        assert "FY20x0" in kept.read_text(encoding="utf-8")
        assert path.read_bytes() == before


class TestWhichEditor:
    @pytest.fixture
    def bin(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        folder = tmp_path / "bin"
        folder.mkdir()
        monkeypatch.setenv("PATH", str(folder))
        return folder

    def program(self, folder: Path, name: str, mark: Path) -> None:
        program = folder / name
        program.write_text(f"#!/bin/sh\necho {name} > {mark}\n")
        program.chmod(0o755)

    @pytest.mark.parametrize("there", [("vi",), ("vi", "nano"), ("nano", "editor")])
    def test_without_a_word_from_the_user_it_is_the_systems(
        self, run: Run, path: Path, bin: Path, tmp_path: Path, there: tuple[str, ...]
    ) -> None:
        mark = tmp_path / "mark"
        for name in there:
            self.program(bin, name, mark)
        assert run("edit").code == 0
        assert mark.read_text().strip() == there[-1]

    def test_where_there_is_none_it_says_how_to_name_one(
        self, run: Run, path: Path, bin: Path
    ) -> None:
        done = run("edit")
        assert done.code == 2
        assert "set EDITOR, for example EDITOR=nano" in done.err
