"""``apply``: many updates at once; all or nothing, three ways by cell, every fault by its line."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

import pytest
from stopped_clock import stop_clock
from support import Outcome, Run, WritePlan, milestone

from spaceplan.plan_file.load import load_plan
from spaceplan.roadmap.entry import Change
from spaceplan.roadmap.model import Milestone

PLAN = (
    milestone("1-1", target="FY2020", owner="[MEXT, JAXA]"),
    milestone("1-2a", target="FY2021"),
    milestone("1-2b"),
    milestone("1-3", kind="recurring", target="FY2019..", status="active"),
    milestone("1-4", target="FY2021", horizon="FY2030"),
    "  - {id: 2-1, same_as: 1-1, charts: [3]}\n",
)


@pytest.fixture
def path(write_plan: WritePlan, monkeypatch: pytest.MonkeyPatch) -> Path:
    stop_clock(monkeypatch)
    return write_plan(*PLAN)


def one(path: Path, name: str) -> Milestone:
    return load_plan(path).plan.by_id[name]


def last(path: Path, name: str) -> Change:
    return one(path, name).history[-1]


def table(path: Path, *lines: str, name: str = "back.csv") -> Path:
    file = path.parent / name
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def refused(run: Run, path: Path, file: Path) -> list[str]:
    """What is said of a table that must not be applied; the plan stays."""
    before = path.read_bytes()
    done = run("apply", file)
    assert done.code == 2
    assert path.read_bytes() == before
    return done.err.splitlines()


class TestTables:
    ROWS = (
        "id,status,target,owner,on,reason,note,source,who",
        "1-1,,令和5年度,CAO JAXA,2020-06-30,技術的要因,engine,R2 roadmap,kato",
        "1-2a,missed,,,2022-04-01,budget,,,",
        "1-3,done,,,2019-06-14,,,,",
    )

    def test_all_of_it_is_one_change(self, run: Run, path: Path) -> None:
        before = path.read_bytes()
        done = run("apply", table(path, *self.ROWS))
        assert done.code == 0, done.err
        moved, missed, held = (last(path, name) for name in ("1-1", "1-2a", "1-3"))
        assert moved.change == missed.change == held.change
        assert (str(one(path, "1-1").target), one(path, "1-1").owner) == ("FY2023", ("CAO", "JAXA"))
        assert (str(moved.date), moved.reason, moved.note, moved.source, moved.who) == (
            "2020-06-30", "technical", "engine", "R2 roadmap", "kato",
        )  # fmt: skip
        assert (one(path, "1-2a").status, str(missed.date)) == ("missed", "2022-04-01")
        assert (held.occurred, one(path, "1-3").status) == (True, "active")
        assert run("undo").code == 0
        assert path.read_bytes() == before

    def test_again_there_is_nothing_to_do(self, run: Run, path: Path) -> None:
        file = table(path, *self.ROWS)
        run("apply", file)
        before = path.read_bytes()
        done = run("apply", file)
        assert (done.code, done.lines) == (0, ["nothing to do: the plan says so already"])
        assert path.read_bytes() == before

    def test_dry_run(self, run: Run, path: Path) -> None:
        before = path.read_bytes()
        file = table(path, *self.ROWS)
        shown = run("apply", file, "--dry-run")
        assert path.read_bytes() == before
        real = run("apply", file)
        assert shown.lines[:-1] == real.lines[:-1]
        assert shown.lines[-1] == "milestones.yaml is not changed (--dry-run)"

    def test_a_repeat_is_its_original(self, run: Run, path: Path) -> None:
        done = run("apply", table(path, "id,status,on", "2-1,done,2021-03-01"))
        assert done.lines[0] == "2-1 repeats 1-1: 1-1 is updated"
        assert one(path, "1-1").status == "done"

    def test_what_is_refused_of_a_row_is_told_in_one_go(self, run: Run, path: Path) -> None:
        file = table(path, "id,target,owner,confidence", "1-2b,FY2022,JAXA,high")
        said = refused(run, path, file)
        places = [line.partition(": ")[0] for line in said]
        assert places == [f"{file}:2:{column}" for column in (6, 18)]

    def test_none_clears_and_empty_changes_nothing(self, run: Run, path: Path) -> None:
        assert run("apply", table(path, "id,horizon,target", "1-4,(none),")).code == 0
        assert (one(path, "1-4").horizon, str(one(path, "1-4").target)) == (None, "FY2021")

    def test_every_fault_in_the_order_of_its_lines(self, run: Run, path: Path) -> None:
        file = table(
            path,
            "id,status,target,owner,on,reason",
            "1-1,done,,,2021-03-01,",
            "1-9,done,,,,",
            "1-2,done,,,,",
            "1-2a,finished,,XXX,,",
            "Feb-03,done,,,,",
            "1-2b,,FY2020,,,",
            "1-3,,,,,weather",
            "1-4,done,,,2030-01-01,",
            "1-4,done,,,,",
            "2-1,done,,,,",
        )
        said = refused(run, path, file)
        assert [line.split(": ")[0] for line in said] == [
            f"{file}:{place}"
            for place in ("3:1", "4:1", "5:6", "5:16", "6:1", "7:7", "8:9", "9:12", "10:1", "11:1")
        ]
        for line, words in zip(
            said,
            (
                "there is no milestone '1-9'",
                "1-2 has several parts; expected one of 1-2a, 1-2b",
                "status 'finished' is not known",
                "'XXX' is no owner of this plan",
                "the id became a date, 'Feb-03'",
                "1-2b: an ongoing milestone has no target",
                "reason 'weather' is not in the plan",
                "1-4: --on 2030-01-01 is in the future",
                "1-4 stands twice",
                "1-1 stands twice",
            ),
            strict=True,
        ):
            assert words in line

    @pytest.mark.parametrize(
        ("lines", "said"),
        [
            (("",), "no column is called id"),
            (("name,status", "x,done"), "no column is called id"),
            (("id,staus", "1-1,done"), "back.csv:1:4: column 'staus' is not known"),
            (("id,status", '1-1,"done'), "a quotation mark is never closed"),
            (("id,status", "1-1,done,2"), "back.csv:2:10: '2' stands in a column without a name"),
        ],
    )
    def test_no_table(self, run: Run, path: Path, lines: tuple[str, ...], said: str) -> None:
        assert said in "\n".join(refused(run, path, table(path, *lines)))

    def test_a_file_that_is_not_there(self, run: Run, path: Path) -> None:
        assert "nowhere.csv: no such file" in refused(run, path, Path("nowhere.csv"))[0]


def sent_back(run: Run, path: Path, cells: Mapping[tuple[str, str], str]) -> Path:
    """An exported table with some cells changed, by id and column."""
    file = path.parent / "sheet.csv"
    assert run("export", "--format", "csv", "-o", file).code == 0
    with open(file, encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    for (name, column), text in cells.items():
        next(row for row in rows if row["id"] == name)[column] = text
    with open(file, "w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return file


class TestThreeWays:
    def test_an_export_changes_nothing(self, run: Run, path: Path) -> None:
        done = run("apply", sent_back(run, path, {}))
        assert (done.code, done.lines) == (0, ["nothing to do: the plan says so already"])

    def test_a_cell_that_was_not_changed_keeps_what_the_plan_got_meanwhile(
        self, run: Run, path: Path
    ) -> None:
        file = sent_back(run, path, {("1-1", "status"): "active", ("1-1", "on"): "2020-01-01"})
        run("update", "1-1", "--fy", "2024", "--on", "2020-06-30")
        assert run("apply", file).code == 0
        assert (one(path, "1-1").status, str(one(path, "1-1").target)) == ("active", "FY2024")

    def test_a_field_changed_on_both_sides_is_refused(self, run: Run, path: Path) -> None:
        cells = {("1-1", "target"): "FY2025", ("1-2a", "status"): "active"}
        file = sent_back(run, path, cells)
        run("update", "1-1", "--fy", "2024", "--on", "2020-06-30")
        (said,) = refused(run, path, file)
        assert said.startswith(f"{file}:2:")
        assert (
            "1-1: target was changed to FY2024 since this table was exported, and here to FY2025"
            in said
        )

    def test_the_same_change_on_both_sides_is_none(self, run: Run, path: Path) -> None:
        file = sent_back(run, path, {("1-1", "target"): "FY2024"})
        run("update", "1-1", "--fy", "2024", "--on", "2020-06-30")
        assert run("apply", file).lines == ["nothing to do: the plan says so already"]


class TestDamage:
    @pytest.mark.parametrize("title", ["??1-1", "項\ufffd1-1"])
    def test_a_row_that_lost_characters_is_refused_whole(
        self, run: Run, path: Path, title: str
    ) -> None:
        cells = {("1-1", "title_ja"): title, ("1-1", "status"): "active"}
        (said,) = refused(run, path, sent_back(run, path, cells))
        assert "1-1: characters of title_ja were lost on the way" in said

    def test_a_title_that_was_cut_too(self, run: Run, path: Path) -> None:
        run("note", "1-1", "--note", "x")
        file = sent_back(run, path, {("1-1", "title_en"): "Ite"})
        assert "1-1: characters of title_en were lost" in refused(run, path, file)[0]

    def test_every_such_row_is_named(self, run: Run, path: Path) -> None:
        file = sent_back(run, path, {(name, "title_ja"): f"??{name}" for name in ("1-1", "1-2a")})
        assert len(refused(run, path, file)) == 2

    def test_a_note_of_question_marks_too(self, run: Run, path: Path) -> None:
        file = table(path, "id,status,on,note", "1-1,active,2020-01-01,?????")
        assert "characters of note were lost" in refused(run, path, file)[0]

    def test_a_change_of_one_language_shows_that_language(self, run: Run, path: Path) -> None:
        file = sent_back(run, path, {("1-1", "title_ja"): "初号機"})
        done = run("apply", file)
        assert "  Title (ja)  項目1-1 → 初号機" in done.lines


class TestOccurrences:
    def test_two_of_one_milestone_in_one_go(self, run: Run, path: Path) -> None:
        before = path.read_bytes()
        file = table(path, "id,status,on", "1-3,done,2019-06-14", "1-3,done,2020-09-14")
        assert run("apply", file).code == 0
        first, second = one(path, "1-3").history
        assert (str(first.date), str(second.date)) == ("2019-06-14", "2020-09-14")
        assert first.change == second.change and first.recorded < second.recorded
        assert run("apply", file).lines == ["nothing to do: the plan says so already"]
        assert run("check", "--strict").code == 0
        assert run("undo").code == 0
        assert path.read_bytes() == before

    def test_of_anything_else_a_second_row_is_a_fault(self, run: Run, path: Path) -> None:
        file = table(path, "id,status,on", "1-3,done,2019-06-14", "1-3,active,2020-09-14")
        assert "1-3 stands twice" in refused(run, path, file)[0]


class TestBeforeTheLock:
    def test_a_fault_is_told_while_another_writes(self, run: Run, path: Path) -> None:
        from spaceplan.files.lock import folder_lock

        with folder_lock(path, lambda told: None):
            assert "there is no milestone" in refused(run, path, table(path, "id", "9-9"))[0]

    def test_the_encoding_may_be_named(self, run: Run, path: Path) -> None:
        file = path.parent / "west.csv"
        file.write_bytes("id,note\n1-1,Générale\n".encode("cp1252"))
        assert "likely CP1252" in refused(run, path, file)[0]
        assert run("apply", file, "--encoding", "cp1252").code == 0
        assert last(path, "1-1").note == "Générale"


class TestAdding:
    ROWS = (
        "id,add,topic,title_ja,title_en,kind,target,owner,status",
        "2-9,true,,静止衛星,Satellite,deadline,FY2030,MEXT,",
        "L-1,○,2,,Antenna,,,JAXA,active",
        "1-1,,,,,,FY2022,,",
    )

    def test_rows_that_say_so_are_new(self, run: Run, path: Path) -> None:
        file = table(path, *self.ROWS)
        done = run("apply", file)
        assert done.code == 0, done.err
        new = one(path, "2-9")
        assert (new.topic, new.title.ja, str(new.target), str(new.baseline)) == (
            2, "静止衛星", "FY2030", "FY2030",
        )  # fmt: skip
        assert (one(path, "L-1").topic, one(path, "L-1").kind) == (2, "ongoing")
        assert str(one(path, "1-1").target) == "FY2022"
        assert run("apply", file).lines == ["nothing to do: the plan says so already"]
        assert run("check", "--strict").code == 0

    def test_or_any_new_id_with_add(self, run: Run, path: Path) -> None:
        file = table(path, "id,topic,title_en", "2-9,2,Satellite", "1-1,,")
        assert "there is no milestone '2-9'" in refused(run, path, file)[0]
        assert run("apply", file, "--add").code == 0
        assert one(path, "2-9").title.en == "Satellite"

    def test_a_workbook_brings_many(self, run: Run, path: Path) -> None:
        from openpyxl import Workbook

        book = Workbook()
        book.active.append(("ID", "Topic", "title_en", "kind", "target", "owner"))
        for number in range(1, 401):
            book.active.append((f"2-x{number}", 2, f"Part {number}", "deadline", 2030, "MEXT"))
        book.save(path.parent / "many.xlsx")
        done = run("apply", path.parent / "many.xlsx", "--add")
        assert done.code == 0, done.err
        ids = [entry.id for entry in load_plan(path).plan.entries]
        assert ids[-400:] == [f"2-x{number}" for number in range(1, 401)]


class TestYaml:
    def apply(self, run: Run, path: Path, *lines: str) -> Outcome:
        return run("apply", table(path, *lines, name="back.yaml"))

    def test_blocks_with_the_same_keys(self, run: Run, path: Path) -> None:
        done = self.apply(
            run, path,
            "- id: 1-1",
            "  status: done",
            "  on: 2021-03-01",
            "  note: no",
            "- {id: 1-2a, target: FY2023, on: FY2021, reason: budget}",
        )  # fmt: skip
        assert done.code == 0, done.err
        assert (one(path, "1-1").status, last(path, "1-1").note) == ("done", "no")
        assert str(one(path, "1-2a").target) == "FY2023"
        assert last(path, "1-1").change == last(path, "1-2a").change

    def test_every_fault_with_its_line(self, run: Run, path: Path) -> None:
        file = table(
            path,
            "- id: 1-1",
            "  staus: done",
            "- {id: 1-9, status: done}",
            "- {id: 1-2a, target: soon}",
            "- status: done",
            name="back.yaml",
        )
        said = refused(run, path, file)
        assert [line.split(": ")[0] for line in said] == [
            f"{file}:{place}" for place in ("2:3", "3:8", "4:22", "5:3")
        ]

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("", "no list of updates"),
            ("- {id: 1-1, owner: [MEXT", "that is not closed"),
            ("id: 1-1", "no list of updates"),
        ],
    )
    def test_no_updates(self, run: Run, path: Path, text: str, said: str) -> None:
        assert said in "\n".join(refused(run, path, table(path, text, name="back.yaml")))


class TestOneLanguage:
    """A text that serves both languages is renamed in its own, and gets a second in the other."""

    @pytest.mark.parametrize(
        ("old", "column", "new", "ja", "en"),
        [
            ("First light", "title_en", "Second light", "Second light", "Second light"),
            ("First light", "title_ja", "初観測", "初観測", "First light"),
            ("初観測", "title_ja", "再観測", "再観測", "再観測"),
            ("初観測", "title_en", "First light", "初観測", "First light"),
        ],
    )
    def test_renamed(
        self, run: Run, write_plan: WritePlan, old: str, column: str, new: str, ja: str, en: str
    ) -> None:
        path = write_plan(milestone("1-1", title=old))
        before = path.read_bytes()
        assert run("apply", table(path, f"id,{column}", f"1-1,{new}")).code == 0
        title = load_plan(path).plan.by_id["1-1"].title
        assert (title.ja, title.en) == (ja, en)
        assert run("apply", table(path, f"id,{column}", f"1-1,{new}")).out.startswith("nothing")
        assert run("undo").code == 0 and path.read_bytes() == before

    def test_two_languages_are_two_texts(self, run: Run, write_plan: WritePlan) -> None:
        path = write_plan(milestone("1-1", title="First light"))
        assert run("apply", table(path, "id,title_ja,title_en", "1-1,初観測,First look")).code == 0
        title = load_plan(path).plan.by_id["1-1"].title
        assert (title.ja, title.en) == ("初観測", "First look")
        assert run("apply", table(path, "id,title_ja", "1-1,初めての観測")).code == 0
        assert load_plan(path).plan.by_id["1-1"].title.en == "First look"
