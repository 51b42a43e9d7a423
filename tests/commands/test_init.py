"""``init``: a copy of the shipped plan to start one's own, and the shipped one as it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support import SHIPPED, Run
from terminal import on_a_terminal

from spaceplan.plan_file.load import load_plan
from spaceplan.roadmap.fiscal import FiscalRule

SCHEMA = SHIPPED.with_name("milestones.schema.json")


def test_a_copy_here(run: Run, folder: Path) -> None:
    done = run("init")
    assert done.code == 0
    assert done.lines == [
        "made data/milestones.yaml, a copy of “Roadmap of the Basic Plan on Space Policy (FY2018 revision)”; "
        "it is the plan in use below this folder. To change it: spaceplan update --help"
    ]
    assert (folder / "data/milestones.yaml").read_bytes() == SHIPPED.read_bytes()
    assert (folder / "data/milestones.schema.json").read_bytes() == SCHEMA.read_bytes()
    assert sorted(item.name for item in (folder / "data").iterdir()) == [
        "milestones.schema.json",
        "milestones.yaml",
    ]


def test_a_copy_elsewhere(run: Run, folder: Path) -> None:
    done = run("init", "my/plan", "--lang", "ja")
    assert done.code == 0
    assert done.out.startswith("my/plan/data/milestones.yaml を作りました。")
    assert (folder / "my/plan/data/milestones.yaml").is_file()


def test_it_is_the_plan_in_use_and_may_be_changed(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = SHIPPED.read_bytes()
    assert run("update", "4-1", "--status", "done").code == 2
    run("init")
    (folder / "below").mkdir()
    monkeypatch.chdir(folder / "below")
    done = run("update", "4-1", "--status", "missed", "--on", "2023-03-07", "--note", "failed")
    assert (done.code, done.err) == (0, "")
    assert run("undo").code == 0
    assert (folder / "data/milestones.yaml").read_bytes() == shipped == SHIPPED.read_bytes()


def test_it_is_sound_and_writable(run: Run, folder: Path) -> None:
    run("init")
    assert run("check", "--strict").code == 0
    assert (folder / "data/milestones.yaml").stat().st_mode & 0o200


@pytest.mark.parametrize("there", ["milestones.yaml", "milestones.schema.json"])
def test_it_overwrites_nothing(run: Run, folder: Path, there: str) -> None:
    data = folder / "data"
    data.mkdir()
    (data / there).write_text("mine", encoding="utf-8")
    done = run("init")
    assert done.code == 2
    assert f"data/{there}: exists already; nothing was written" in done.err
    assert [item.name for item in data.iterdir()] == [there]
    assert (data / there).read_text(encoding="utf-8") == "mine"


def test_not_even_through_a_link_that_leads_nowhere(run: Run, folder: Path) -> None:
    (folder / "data").mkdir()
    (folder / "data/milestones.yaml").symlink_to("elsewhere.yaml")
    assert run("init").code == 2
    assert not (folder / "data/elsewhere.yaml").exists()


def test_half_a_copy_is_taken_away(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = os.write

    def full(file: int, data: bytes) -> int:
        """The plan comes to a full disk, which takes half of it."""
        if b"\nmilestones:" not in bytes(data):
            return whole(file, data)
        whole(file, data[:1000])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        for place in ("", "deep/down"):
            done = run("init", *place.split())
            assert done.code == 2
            assert "cannot be written: no space is left" in done.err
    assert list(folder.iterdir()) == []
    (folder / "data").mkdir()
    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        assert run("init").code == 2
    assert list(folder.iterdir()) == [folder / "data"]
    assert run("init").code == 0


def test_a_place_that_cannot_be_written(run: Run, folder: Path) -> None:
    (folder / "data").write_text("a file, no folder", encoding="utf-8")
    done = run("init")
    assert done.code == 2
    assert "the folder cannot be made: something of that name" in done.err
    assert (folder / "data").read_text(encoding="utf-8") == "a file, no folder"


class TestEmpty:
    ALL = (
        *("--title", "Our: instruments", "--language", "en", "--time-zone", "America/Santiago"),
        *("--fy-starts", "10", "--named-by", "end", "--owner", "ESO=European Southern Observatory"),
        *("--owner", "A=いろは, B & C"),
    )

    def test_a_page_with_all_that_is_given(self, run: Run, folder: Path) -> None:
        assert run("init", "--empty", *self.ALL).code == 0
        assert run("check", "--strict").out == "data/milestones.yaml: no faults\n"
        text = (folder / "data/milestones.yaml").read_text("utf-8")
        assert len(text.splitlines()) <= 50
        plan = load_plan(folder / "data/milestones.yaml").plan
        assert (plan.title.en, plan.language) == ("Our: instruments", "en")
        assert (plan.time_zone, plan.rule) == ("America/Santiago", FiscalRule(10, "end"))
        assert plan.owners["ESO"].name.en == "European Southern Observatory"
        assert plan.owners["A"].name.en == "いろは, B & C"
        assert "technical" in plan.reasons
        assert (folder / "data/milestones.schema.json").read_bytes() == SCHEMA.read_bytes()

    @pytest.mark.parametrize(
        ("lang", "zone", "rule"), [("ja", "Asia/Tokyo", FiscalRule()), ("en", "UTC", FiscalRule(1))]
    )
    def test_what_is_not_given_is_usual(
        self,
        run: Run,
        folder: Path,
        monkeypatch: pytest.MonkeyPatch,
        lang: str,
        zone: str,
        rule: FiscalRule,
    ) -> None:
        monkeypatch.delenv("TZ", raising=False)
        assert run("init", "--empty", "--lang", lang).code == 0
        assert run("check", "--strict").code == 0
        plan = load_plan(folder / "data/milestones.yaml").plan
        assert (plan.language, plan.time_zone, plan.rule) == (lang, zone, rule)

    def test_every_question_answers_and_add_works_at_once(self, run: Run, folder: Path) -> None:
        assert run("init", "--empty", *self.ALL).code == 0
        before = (folder / "data/milestones.yaml").read_bytes()
        for question in ("due", "overdue", "list", "summary", "topics", "owners", "history"):
            done = run(question)
            assert (done.code, done.err) == (0, ""), question
        assert run("show", "1").code == 0
        assert run("add", "1", "--title", "First light", "--fy", "2027", "--owner", "ESO").code == 0
        topic = ("add", "2", "--new-topic", "Ground segment", "--title", "Antenna")
        assert run(*topic, "--target", "2027-03").code == 0
        assert "Antenna" in run("list").out
        assert run("undo").code == run("undo").code == 0
        assert (folder / "data/milestones.yaml").read_bytes() == before

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (("--empty", "--time-zone", "Mars"), "there is no time zone 'Mars'"),
            (("--empty", "--time-zone", "../etc"), "there is no time zone"),
            (("--empty", "--fy-starts", "13"), "'13' is no month; expected 1 to 12"),
            (("--empty", "--fy-starts", "9" * 5000), "is no month; expected 1 to 12"),
            (("--empty", "--named-by", "middle"), "--named-by: 'middle' is not known"),
            (("--empty", "--language", "fr"), "--language: 'fr' is not known"),
            (("--empty", "--owner", "JAXA"), "'JAXA' is not CODE=NAME"),
            (("--empty", "--owner", "others=Others"), "others"),
            (("--title", "Mine"), "--title is for --empty"),
        ],
    )
    def test_refused_and_nothing_written(
        self, run: Run, folder: Path, words: tuple[str, ...], said: str
    ) -> None:
        done = run("init", *words)
        assert done.code == 2
        assert said in done.err
        assert not list(folder.iterdir())

    def test_on_a_terminal_it_asks_for_what_is_not_given(self, folder: Path) -> None:
        words = ["init", "--empty", "--title", "Mine", "--time-zone", "UTC"]
        answers = ["fr", "en", "", "end", "A", "A=Office", ""]
        code, screen = on_a_terminal(folder, words, answers)
        assert code == 0, screen
        assert "language (ja or en)" in screen
        assert "'fr' is not known" in screen
        assert "month in which the fiscal year starts [1]" in screen
        plan = load_plan(folder / "data/milestones.yaml").plan
        assert (plan.language, plan.rule) == ("en", FiscalRule(1, "end"))
        assert list(plan.owners) == ["A"]
