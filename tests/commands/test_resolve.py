"""``resolve``: conflicts that a merge left are ended, and the history says who decided."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from stopped_clock import StoppedClock, stop_clock
from support import Outcome, Run, WritePlan, entry, history, milestone, plan_text

from spaceplan.plan_file.load import load_plan
from spaceplan.roadmap.model import Milestone

Changed = Callable[..., Path]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> StoppedClock:
    return stop_clock(monkeypatch)


@pytest.fixture
def merged(run: Run, write_plan: WritePlan, clock: StoppedClock) -> Changed:
    """The plan as a merge leaves it, after the commands of two branches."""

    def made(ours: list[list[str]], theirs: list[list[str]], code: int = 1) -> Path:
        blocks = [milestone(name, target="FY2020") for name in ("1-1", "1-2", "1-3")]
        path = write_plan(*blocks, milestone("2-1", target="FY2020"))
        base = path.read_bytes()
        sides = []
        for commands, moment in ((ours, "2026-11-24T09"), (theirs, "2026-11-24T10")):
            path.write_bytes(base)
            clock.put(f"{moment}:00:00+09:00")
            for words in commands:
                assert run(*words).code == 0
            sides.append(path.read_bytes())
        Path("base").write_bytes(base)
        path.write_bytes(sides[0])
        Path("theirs").write_bytes(sides[1])
        clock.put("2026-11-25T09:00:00+09:00")
        assert run("merge", "base", path, "theirs").code == code
        return path

    return made


def moved(year: int, *refs: str, by: str = "kato") -> list[str]:
    return ["update", *(refs or ("1-1",)), "--fy", str(year), "--by", by]


def one(path: Path, name: str = "1-1") -> Milestone:
    return load_plan(path).plan.by_id[name]


def done(outcome: Outcome) -> Outcome:
    assert outcome.code == 0, outcome.err
    return outcome


def test_the_marks_say_which_decisions_stand_against_each_other(merged: Changed) -> None:
    text = merged([moved(2021)], [moved(2022, by="sato")]).read_text("utf-8")
    lines = text.splitlines()
    first = lines.index("    target: FY2021") - 1
    assert lines[first].startswith("<<<<<<< ours ") and lines[first].endswith(" 2026-11-24 kato")
    assert lines[first + 4].startswith(">>>>>>> theirs ")
    assert lines[first + 4].endswith(" 2026-11-24 sato")


def test_what_stands_against_what_is_listed(run: Run, merged: Changed) -> None:
    merged([moved(2021)], [moved(2022)])
    listed = run("resolve")
    assert (listed.code, listed.lines) == (1, ["  1-1 Target: ours FY2021, theirs FY2022"])
    assert "  1-1 目標: こちらは 2021年度" in run("resolve", "--lang", "ja").out


@pytest.mark.parametrize(("side", "year"), [("--ours", 2021), ("--theirs", 2022)])
def test_a_side_is_chosen_and_the_other_decision_is_taken_back(
    run: Run, merged: Changed, side: str, year: int
) -> None:
    path = merged([moved(2021)], [moved(2022, by="sato")])
    ended = done(run("resolve", "1-1", side, "--by", "mori", "--authority", "the board"))
    assert ended.lines[-1] == "no conflict is left; what remains is git add and git commit"
    entry = one(path)
    assert str(entry.target) == f"FY{year}"
    assert [change.who for change in entry.history] == ["kato", "sato", "mori"]
    last = entry.history[-1]
    against = entry.history[1 if side == "--ours" else 0]
    assert (last.reverts, last.authority) == (against.change, "the board")
    assert last.note == f"conflict settled: Target FY{year}, not FY{4043 - year}"
    checked = run("check", "--strict")
    assert checked.code == 0, checked.out
    assert f"FY{year}" in run("show", "1-1").out
    again = run("resolve", "1-1", side)
    assert (again.code, "has no conflict marked" in again.err) == (2, True)
    assert done(run("resolve")).lines == ["milestones.yaml: there are no conflicts"]


def test_a_third_value_may_stand(run: Run, merged: Changed) -> None:
    path = merged([moved(2021)], [moved(2022)])
    done(run("resolve", "1-1", "--fy", "2023", "--note", "between the two", "--by", "mori"))
    entry = one(path)
    assert (str(entry.target), len(entry.history)) == ("FY2023", 3)
    assert (entry.history[-1].note, entry.history[-1].who) == ("between the two", "mori")
    assert run("check", "--strict").code == 0


def test_dates_of_the_decision_that_stands_are_its_own(run: Run, merged: Changed) -> None:
    path = merged(
        [["update", "1-1", "--status", "done", "--on", "2021-03-01"]],
        [["update", "1-1", "--status", "missed", "--on", "2021-03-07"]],
    )
    done(run("resolve", "1-1", "--ours"))
    assert one(path).status == "done"
    assert "2021-03-01" in run("show", "1-1").out
    assert run("check", "--strict").code == 0


def test_others_stay_marked_byte_for_byte(run: Run, merged: Changed) -> None:
    path = merged([moved(2021), moved(2023, "1-3")], [moved(2022), moved(2024, "1-3")])
    before = path.read_text("utf-8")
    ended = done(run("resolve", "1-1", "--theirs"))
    assert ended.lines[-1] == "1 conflict is left; to see them: spaceplan resolve"
    text = path.read_text("utf-8")
    block = before[before.index("- id: 1-2") : before.index("- id: 2-1")]
    assert block in text and text.count("<<<<<<<") == 1
    assert run("check").code == 1
    done(run("resolve", "1-3", "--ours"))
    assert run("check", "--strict").code == 0
    assert (str(one(path).target), str(one(path, "1-3").target)) == ("FY2022", "FY2023")


def test_of_a_change_of_several_only_this_one_is_taken_back(run: Run, merged: Changed) -> None:
    path = merged([moved(2021, "1-1", "1-2")], [moved(2022)])
    done(run("resolve", "1-1", "--theirs"))
    assert (str(one(path).target), str(one(path, "1-2").target)) == ("FY2022", "FY2021")
    assert run("check", "--strict").code == 0


def test_an_entry_that_tells_more_is_kept_and_the_value_set(run: Run, merged: Changed) -> None:
    both = ["update", "1-1", "--fy", "2021", "--owner", "JAXA"]
    path = merged([both], [moved(2022)])
    done(run("resolve", "1-1", "--theirs"))
    entry = one(path)
    assert (str(entry.target), entry.owner) == ("FY2022", ("JAXA",))
    assert run("check").code == 0


@pytest.mark.parametrize("crlf", [False, True])
@pytest.mark.parametrize("side", ["--ours", "--theirs"])
def test_a_milestone_that_one_deleted(run: Run, merged: Changed, side: str, crlf: bool) -> None:
    path = merged([["note", "1-2", "--note", "x"]], [["note", "1-2", "--note", "y"]], code=0)
    if crlf:
        for one_file in (path, Path("base")):
            text = one_file.read_text("utf-8").replace("milestones:\n", "milestones:\n\n  # One\n")
            one_file.write_text(text, "utf-8", newline="\r\n")
    base, ours = Path("base").read_text("utf-8"), path.read_text("utf-8")
    gone = base[: base.index("  - id: 1-2")] + base[base.index("  - id: 1-3") :]
    Path("theirs").write_text(gone, "utf-8")
    assert run("merge", "base", path, "theirs").code == 1
    assert run("resolve").lines == ["  1-2: changed or named by ours, deleted by theirs"]
    done(run("resolve", "1-2", side, "--by", "mori"))
    plan = load_plan(path).plan
    assert ("1-2" in plan.by_id) == (side == "--ours")
    if side == "--ours":
        assert [change.who for change in one(path, "1-2").history][-1] == "mori"
        assert [change.note for change in one(path, "1-2").history][:2] == ["x", "y"]
    assert ours != path.read_text("utf-8")


def test_of_two_milestones_with_one_id_theirs_gets_the_next(run: Run, merged: Changed) -> None:
    def add(title: str) -> list[str]:
        return ["add", "2", "--title-en", title, "--title-ja", title, "--target", "FY2030"]

    path = merged([add("One")], [add("Other")])
    assert run("resolve").lines == ["  2-x1: two milestones have this id"]
    refused = run("resolve", "2-x1", "--ours")
    assert (refused.code, "use --both" in refused.err) == (2, True)
    done(run("resolve", "2-x1", "--both", "--by", "mori"))
    assert (one(path, "2-x1").title.en, one(path, "2-x2").title.en) == ("One", "Other")
    assert one(path, "2-x2").history[-1].who == "mori"
    note = "conflict settled: 2-x1 is the other's id, this one is 2-x2"
    assert one(path, "2-x2").history[-1].note == note
    assert run("check").code == 0


def test_a_choice_that_says_nothing_or_too_much_is_refused(run: Run, merged: Changed) -> None:
    path = merged([moved(2021)], [moved(2022)])
    before = path.read_bytes()
    for words, told in (
        (["1-1"], "which of them stands?"),
        (["1-1", "--ours", "--theirs"], "exclude each other"),
        (["1-1", "--status", "done"], "1-1: Status is in no conflict"),
        (["1-2", "--ours"], "1-2 has no conflict marked"),
        (["1-1", "--both"], "--both is for two milestones"),
    ):
        refused = run("resolve", *words)
        assert (refused.code, told in refused.err) == (2, True), refused.err
    assert path.read_bytes() == before


def test_what_git_merged_as_text_is_told_where_a_side_would_be_lost(
    run: Run, write_plan: WritePlan
) -> None:
    path = write_plan(milestone("1-1"), "<<<<<<< ours\n", milestone("1-2"), milestone("1-3"),
                      "=======\n", milestone("1-4"), ">>>>>>> theirs\n")  # fmt: skip
    before = path.read_bytes()
    refused = run("resolve", "1-2", "--ours")
    assert (refused.code, "these marks reach over several milestones" in refused.err) == (2, True)
    assert path.read_bytes() == before


def deleted(path: Path, name: str, before: str) -> None:
    """Take the block of a milestone out by hand."""
    text = path.read_text("utf-8")
    start, end = text.index(f"  - id: {name}"), text.index(f"  - id: {before}")
    path.write_text(text[:start] + text[end:], "utf-8")


def test_what_is_marked_outside_the_milestones_is_still_to_settle(
    run: Run, merged: Changed
) -> None:
    path = merged([moved(2021)], [moved(2022)])
    head = "<<<<<<< ours\ntitle: A\n=======\ntitle: B\n>>>>>>> theirs\n"
    text = path.read_text("utf-8")
    title = next(line for line in text.splitlines(True) if line.startswith("title:"))
    path.write_text(text.replace(title, head, 1), "utf-8")
    outside = "milestones.yaml: 1 conflict outside the milestones; settle them in the file"
    assert run("resolve").lines == ["  1-1 Target: ours FY2021, theirs FY2022", outside]
    ended = done(run("resolve", "1-1", "--ours"))
    assert ended.lines[-1] == "1 conflict is left; to see them: spaceplan resolve"
    assert run("resolve").lines == [outside]


@pytest.mark.parametrize("other", [[], [moved(2022, "1-3")]])
def test_a_deleted_milestone_that_others_name_can_be_kept(
    run: Run, write_plan: WritePlan, clock: StoppedClock, other: list[list[str]]
) -> None:
    clock.put("2026-11-24T09:00:00+09:00")
    path = write_plan(
        milestone("1-1", see="[1-2]"), milestone("1-2"), milestone("1-3", target="FY2020")
    )
    Path("base").write_bytes(path.read_bytes())
    assert run("note", "1-2", "--note", "x").code == 0
    for words in other:
        assert run(*words).code == 0
    Path("theirs").write_bytes(path.read_bytes())
    path.write_bytes(Path("base").read_bytes())
    if other:
        assert run(*moved(2023, "1-3")).code == 0
    deleted(path, "1-2", "1-3")
    assert run("merge", "base", path, "theirs").code == 1
    assert run("resolve").lines[0] == "  1-2: deleted by ours, changed or named by theirs"
    before = path.read_bytes()
    refused = run("resolve", "1-2", "--ours")
    assert (refused.code, "see 1-2 is nothing" in refused.err) == (2, True)
    assert path.read_bytes() == before
    if other:  # Another conflict can be ended first.
        done(run("resolve", "1-3", "--theirs"))
    done(run("resolve", "1-2", "--theirs"))
    assert one(path, "1-2").history[0].note == "x"
    assert run("check").code == 0


@pytest.mark.parametrize("side", ["--ours", "--theirs"])
@pytest.mark.parametrize(
    "words",
    [
        ["--forecast", "FY2023", "--confidence", "low"],
        ["--forecast", "FY2024", "--confidence", "high"],
        ["--fy", "2024", "--rebaseline", "target", "--authority", "x", "--source", "y"],
    ],
)
def test_a_change_of_two_fields_is_taken_back_whole(
    run: Run, merged: Changed, side: str, words: list[str]
) -> None:
    mine = ["update", "1-1", "--forecast", "FY2022", "--confidence", "high"]
    if "--fy" in words:
        mine = ["update", "1-1", *[word.replace("2024", "2025") for word in words]]
    path = merged([mine], [["update", "1-1", *words]])
    done(run("resolve", "1-1", side))
    entry = one(path)
    against = entry.history[1 if side == "--ours" else 0]
    assert [change.reverts for change in entry.history] == ["", "", against.change]
    stands = entry.history[0 if side == "--ours" else 1]
    assert all(getattr(entry, edit.field) == edit.new for edit in stands.edits)
    assert run("check", "--strict").code == 0


def test_a_decision_that_would_only_stand_in_the_past_is_refused(run: Run, merged: Changed) -> None:
    path = merged([moved(2021)], [moved(2022)])
    before = path.read_bytes()
    refused = run("resolve", "1-1", "--fy", "2024", "--on", "2020-06-06")
    assert (refused.code, "the value would not be today's" in refused.err) == (2, True)
    assert path.read_bytes() == before


def test_each_entry_says_what_it_decided(run: Run, merged: Changed) -> None:
    path = merged(
        [moved(2021), ["update", "1-1", "--owner", "JAXA"]],
        [moved(2022), ["update", "1-1", "--owner", "CAO"]],
    )
    done(run("resolve", "1-1", "--ours"))
    assert [change.note for change in one(path).history[4:]] == [
        "conflict settled: Target FY2021, not FY2022",
        "conflict settled: Owner JAXA, not CAO",
    ]


def test_undo_brings_the_marks_back_byte_for_byte(run: Run, merged: Changed) -> None:
    path = merged([moved(2021), moved(2023, "1-3")], [moved(2022), moved(2024, "1-3")])
    states = [path.read_bytes()]
    for words in (["1-1", "--theirs"], ["1-3", "--ours"]):
        done(run("resolve", *words))
        states.append(path.read_bytes())
    done(run("note", "1-1", "--note", "later"))
    assert done(run("undo")).lines[-1].startswith("took change ")
    for state in reversed(states[:-1]):
        tried = done(run("undo", "--dry-run")).lines[-1]
        assert tried == "the conflict would stand marked in milestones.yaml again"
        last = done(run("undo")).lines[-1]
        assert last == (
            "the conflict stands marked in milestones.yaml again; to see it: spaceplan resolve"
        )
        assert path.read_bytes() == state
    refused = run("undo")
    assert (refused.code, "the mark of a merge" in refused.err) == (2, True)
    assert path.read_bytes() == states[0]


def test_undo_brings_back_what_was_deleted_by_a_decision(run: Run, merged: Changed) -> None:
    path = merged([["note", "1-2", "--note", "x"]], [["note", "1-2", "--note", "y"]], code=0)
    base = Path("base").read_text("utf-8")
    gone = base[: base.index("  - id: 1-2")] + base[base.index("  - id: 1-3") :]
    Path("theirs").write_text(gone, "utf-8")
    assert run("merge", "base", path, "theirs").code == 1
    marked = path.read_bytes()
    told = done(run("resolve", "1-2", "--theirs")).lines
    assert told[0] == (
        "1-2 is deleted from milestones.yaml; "
        "with it went the history in which that would be recorded"
    )
    assert "1-2" not in load_plan(path).plan.by_id
    told = done(run("undo", "--lang", "ja")).lines
    assert told == ["milestones.yaml の食い違いの印は元に戻りました。見るには: spaceplan resolve"]
    assert path.read_bytes() == marked


@pytest.mark.parametrize(
    ("key", "values", "said", "note"),
    [
        ("title", ("{ja: あ, en: A}", "{ja: い, en: B}"), "Title: ours A, theirs B", "Title A, not B"),
        ("remark", ("x", "y"), "Remark: ours x, theirs y", "Remark x, not y"),
        ("places", ("{R6: 1-7}", "{R6: 1-8}"), "Places: ours R6: 1-7, theirs R6: 1-8",
         "Places R6 1-7, not R6 1-8"),
        ("x-own", ("one", "[two, three]"), "x-own: ours one, theirs two, three",
         "x-own one, not two, three"),
    ],
)  # fmt: skip
def test_what_was_changed_by_hand_is_told_in_words(
    run: Run, write_plan: WritePlan, key: str, values: tuple[str, str], said: str, note: str
) -> None:
    Path("base").write_bytes(write_plan(milestone("1-1")).read_bytes())
    Path("theirs").write_bytes(write_plan(milestone("1-1", **{key: values[1]})).read_bytes())
    path = write_plan(milestone("1-1", **{key: values[0]}))
    merged = run("merge", "base", path, "theirs")
    assert (merged.code, merged.err.splitlines()[1]) == (1, f"  1-1 {said}")
    assert run("resolve").lines == [f"  1-1 {said}"]
    done(run("resolve", "1-1", "--ours"))
    assert one(path).history[-1].note == f"conflict settled: {note}"


def test_one_entry_that_both_worded_otherwise_is_told_as_that(
    run: Run, write_plan: WritePlan
) -> None:
    def made(note: str) -> bytes:
        steps = history(entry("2020-01-01", change="aaaa0001", note=note), entry("2020-02-01"))
        return write_plan(milestone("1-1", steps)).read_bytes()

    for name, note in (("base", "one"), ("theirs", "two"), ("milestones.yaml", "three")):
        Path(name).write_bytes(made(note))
    path = Path("milestones.yaml")
    merged = run("merge", "base", path, "theirs")
    said = "  1-1 History: ours 2020-01-01 three, theirs 2020-01-01 two"
    assert merged.err.splitlines()[1] == said
    assert run("resolve").lines == [said]
    assert "--both is for two milestones" in run("resolve", "1-1", "--both").err
    done(run("resolve", "1-1", "--theirs"))
    assert [change.note for change in one(path).history] == ["two", "", "conflict settled"]


def test_what_git_merged_as_text_loses_no_history(run: Run, write_plan: WritePlan) -> None:
    ours, theirs = (
        history(entry("2020-01-01", change=f"aaaa000{n}", note=f"n{n}")) for n in (1, 2)
    )
    marked = f"<<<<<<< ours\n{ours}\n=======\n{theirs}\n>>>>>>> theirs"
    text = plan_text(milestone("1-1", "HERE")).replace("    HERE\n", "HERE\n")
    lines = "\n".join(
        f"    {line}" if line[0] not in "<=>" else line for line in marked.split("\n")
    )
    path = write_plan(text=text.replace("HERE", lines))
    assert run("resolve").lines == ["  1-1 History: ours 2020-01-01 n1, theirs 2020-01-01 n2"]
    before = path.read_bytes()
    refused = run("resolve", "1-1", "--ours")
    assert (refused.code, "choosing one would lose the other" in refused.err) == (2, True)
    assert path.read_bytes() == before


def test_a_step_that_wants_a_note_has_it(run: Run, write_plan: WritePlan) -> None:
    """One dropped it; the other set it done by hand, so that no entry can be taken back to."""
    path = write_plan(milestone("1-1", target="FY2020"))
    base = path.read_bytes()
    Path("base").write_bytes(base)
    Path("theirs").write_bytes(base.replace(b"status: planned", b"status: done"))
    assert run("drop", "1-1", "--on", "2021-04-01", "--note", "x").code == 0
    assert run("merge", "base", path, "theirs").code == 1
    done(run("resolve", "1-1", "--theirs"))
    assert one(path).status == "done"
    assert one(path).history[-1].note == "conflict settled: Status done, not dropped"


@pytest.mark.parametrize(
    ("found", "instead"),
    [
        (r"  - (id: .*)\n    (title: .*)", r"  - \2\n    \1  # below"),
        (r"  - id:", "  -\n    id:"),
        (r"  - id:", "  -  # one\n    id:"),
        (r"  (- id:|  )", r"\1"),
        (r"    (target: .*)", r"    after:\n      - id: 1-9\n    \1"),
    ],
)
def test_a_milestone_is_found_in_any_layout(
    run: Run, write_plan: WritePlan, clock: StoppedClock, found: str, instead: str
) -> None:
    path = write_plan(milestone("1-9"), milestone("1-1", target="FY2020"))
    head, list_, blocks = path.read_text("utf-8").partition("milestones:\n")
    base = head + list_ + re.sub(f"(?m)^{found}", instead, blocks)
    for year, name in ((2020, "base"), (2022, "theirs"), (2021, "ours")):
        path.write_text(base, "utf-8")
        clock.put(f"2026-11-24T{year % 100}:00:00+09:00")
        if name != "base":
            done(run(*moved(year)))
        Path(name).write_bytes(path.read_bytes())
    assert "  1-1 Target: ours FY2021, theirs FY2022" in run("merge", "base", path, "theirs").err
    assert run("resolve").lines == ["  1-1 Target: ours FY2021, theirs FY2022"]
    done(run("resolve", "1-1", "--theirs"))
    assert str(one(path).target) == "FY2022"


def test_theirs_of_two_is_renamed_wherever_its_id_stands(
    run: Run, write_plan: WritePlan, clock: StoppedClock
) -> None:
    path = write_plan(milestone("1-1"))
    base = path.read_text("utf-8")
    for name in ("base", "theirs", "ours"):
        new = milestone("1-2").replace("id: 1-2\n    title", f"title: {name}\n    id: 1-2\n    x-t")
        path.write_text(base if name == "base" else f"{base}\n{new}", "utf-8")
        Path(name).write_bytes(path.read_bytes())
    assert run("merge", "base", path, "theirs").code == 1
    assert run("resolve").lines == ["  1-2: two milestones have this id"]
    done(run("resolve", "1-2", "--both"))
    assert [one(path, "1-2").title.say("en"), one(path, "1-x1").title.say("en")] == [
        "ours",
        "theirs",
    ]


def test_a_milestone_in_brackets_is_told_as_one(run: Run, write_plan: WritePlan) -> None:
    line = "  - {{title: One, id: 1-1, kind: deadline, target: {}, baseline: FY2020, status: planned{}}}\n"
    told = ", history: [{{date: 2020-01-01, recorded: {}, change: {}, note: {}}}]"
    first = told.format("2020-01-01T00:00:00+09:00", "aaaa", "x")
    second = told.format("2020-01-02T00:00:00+09:00", "bbbb", "y")
    for name, year, tail in (
        ("base", "FY2020", ""),
        ("theirs", "FY2021", first),
        ("ours", "FY2022", second),
    ):
        path = write_plan(line.format(year, tail))
        Path(name).write_bytes(path.read_bytes())
    assert run("merge", "base", path, "theirs").code == 1
    assert path.read_text("utf-8").count("<<<<<<<") == 1
    listed = run("resolve").lines
    assert listed[0] == "  1-1 Target: ours FY2022, theirs FY2021"
    refused = run("resolve", "1-1", "--ours")
    assert (refused.code, "it stands in brackets" in refused.err) == (2, True)


def test_what_is_marked_in_a_plan_without_milestones_is_listed(
    run: Run, write_plan: WritePlan
) -> None:
    path = write_plan()
    head = "<<<<<<< ours\ntitle: A\n=======\ntitle: B\n>>>>>>> theirs\n"
    text = path.read_text("utf-8").replace("milestones:", "milestones: []")
    path.write_text(re.sub("(?m)^title:.*\n", head, text), "utf-8")
    told = "milestones.yaml: 1 conflict outside the milestones; settle them in the file"
    assert run("resolve").lines == [told]


def test_of_a_repeat_nothing_is_recorded_and_that_is_said(run: Run, write_plan: WritePlan) -> None:
    for name, topic in (("base", "[1]"), ("theirs", "[2]"), ("ours", "[3]")):
        repeat = (
            f"  - id: 1-2\n    same_as: 1-1\n    charts: {topic}\n    text: t-0000000000000000\n"
        )
        path = write_plan(milestone("1-1"), repeat)
        Path(name).write_bytes(path.read_bytes())
    assert run("merge", "base", path, "theirs").code == 1
    assert run("resolve").code == 1
    told = done(run("resolve", "1-2", "--ours")).lines
    assert told[0].startswith("1-2 is settled in milestones.yaml; a repeat has no history")
    assert run("check").code == 0


def test_what_entries_of_a_merge_as_text_changed_is_told(run: Run, write_plan: WritePlan) -> None:
    sides = [
        f"      {entry('2020-01-01', change='aaaa' + str(year), target=f'[FY2020, FY{year}]')}"
        for year in (2021, 2022)
    ]
    marked = "<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n".format(*sides)
    block = milestone("1-1", target="FY2020").replace("target: FY2020", "target: FY2021")
    write_plan(f"{block}    history:\n{marked}")
    assert run("resolve").lines == [
        "  1-1 History: ours 2020-01-01 Target: FY2020 → FY2021  (reported, not decided), "
        "theirs 2020-01-01 Target: FY2020 → FY2022  (reported, not decided)"
    ]


def test_a_note_in_japanese_names_what_was_decided_in_words(
    run: Run, write_plan: WritePlan, clock: StoppedClock
) -> None:
    clock.put("2026-11-24T09:00:00+09:00")
    path = write_plan(milestone("1-1", target="FY2020"))
    path.write_text(re.sub("(?m)^title:", "language: ja\ntitle:", path.read_text("utf-8")), "utf-8")
    base = path.read_bytes()
    for name, year, confidence in (
        ("base", 0, ""),
        ("theirs", 2024, "low"),
        ("ours", 2025, "high"),
    ):
        path.write_bytes(base)
        if year:
            done(run("update", "1-1", "--forecast", f"FY{year}", "--confidence", confidence))
        Path(name).write_bytes(path.read_bytes())
    assert run("merge", "base", path, "theirs").code == 1
    done(run("resolve", "1-1", "--theirs"))
    assert one(path).history[-1].note == (
        "食い違いを解消: 見込みは FY2024 とする（FY2025 ではなく）、確度は 低 とする（高 ではなく）"
    )


def test_conflicts_are_found_below_blank_lines_that_end_with_crlf(
    run: Run, write_plan: WritePlan
) -> None:
    text = write_plan(milestone("1-1"), milestone("1-2")).read_text("utf-8")
    head, list_, blocks = text.partition("milestones:\n")
    first, second = blocks.split("\n\n", 1)
    sides = [f"\n  # One\n\n{first}\n    remark: {side}\n" for side in ("a", "b")]
    marked = "<<<<<<< ours\n{}=======\n{}>>>>>>> theirs\n".format(*sides)
    path = Path("milestones.yaml")
    path.write_text(f"{head}{list_}\n{marked}\n{second}", "utf-8", newline="\r\n")
    assert run("resolve").lines == ["  1-1: two milestones have this id"]
    done(run("resolve", "1-1", "--both"))
    assert one(path, "1-x1").remark is not None
