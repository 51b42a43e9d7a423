"""Two offices change one plan: what plain git breaks or marks is put together, or marked small."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from stopped_clock import StoppedClock, stop_clock
from support import SHIPPED, Run

from spaceplan.plan_file.load import plan_of
from spaceplan.record.merge import Merged, NotMerged, merge
from spaceplan.roadmap.model import Milestone, Plan

Change = Callable[["Branch"], None]
Both = Callable[..., tuple[bytes, bytes, bytes]]


class Branch:
    """A copy of the plan on which somebody works."""

    def __init__(self, run: Run, clock: StoppedClock, path: Path) -> None:
        self.run, self.clock, self.path = run, clock, path

    def do(self, *words: str) -> None:
        done = self.run(*words, "--plan", self.path)
        assert done.code == 0, done.err

    def at(self, moment: str) -> Branch:
        self.clock.put(moment)
        return self

    def by_hand(self, old: str, new: str, count: int = 1) -> None:
        text = self.path.read_text("utf-8")
        assert old in text
        self.path.write_text(text.replace(old, new, count), "utf-8")

    def block(self, name: str) -> str:
        found = re.search(rf"^  - id: {name}\n(?:    .*\n)*\n?", self.path.read_text("utf-8"), re.M)
        assert found
        return found.group()


@pytest.fixture
def both(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Both:
    """The plan before, and what two branches made of it; ``first`` is done before they part."""
    clock = stop_clock(monkeypatch)

    def made(a: Change, b: Change, first: Change | None = None) -> tuple[bytes, bytes, bytes]:
        base = folder / "base.yaml"
        base.write_bytes(SHIPPED.read_bytes())
        if first:
            first(Branch(run, clock, base).at("2026-11-20T09:00:00+09:00"))
        sides = []
        for name, change, moment in (
            ("a", a, "2026-11-24T09:00:00+09:00"),
            ("b", b, "2026-11-24T10:00:00+09:00"),
        ):
            path = folder / f"{name}.yaml"
            path.write_bytes(base.read_bytes())
            change(Branch(run, clock, path).at(moment))
            sides.append(path.read_bytes())
        return base.read_bytes(), sides[0], sides[1]

    return made


def put_together(three: tuple[bytes, bytes, bytes]) -> Plan:
    """The clean result, the same whichever side is ours."""
    base, a, b = three
    one, other = merge(base, a, b), merge(base, b, a)
    assert not one.conflicts, one.conflicts
    assert plan_of(one.data, Path("p")).plan == plan_of(other.data, Path("p")).plan
    return plan_of(one.data, Path("p")).plan


def marked(three: tuple[bytes, bytes, bytes]) -> Merged:
    done = merge(*three)
    assert done.conflicts
    return done


def update(*words: str) -> Change:
    return lambda branch: branch.do("update", *words)


def note(name: str, text: str) -> Change:
    return lambda branch: branch.do("note", name, "--note", text)


def of(plan: Plan, name: str) -> Milestone:
    return plan.by_id[name]


def notes(entry: Milestone) -> list[str]:
    return [change.note for change in entry.history]


def test_other_milestones(both: Both) -> None:
    plan = put_together(
        both(update("4-1", "--fy", "2021"), update("5-1", "--status", "done", "--on", "2022-01-01"))
    )
    assert (str(of(plan, "4-1").target), of(plan, "5-1").status) == ("FY2021", "done")


def test_two_fields_by_commands(both: Both) -> None:
    plan = put_together(both(update("4-1", "--fy", "2021"), update("4-1", "--owner", "JAXA")))
    entry = of(plan, "4-1")
    assert (str(entry.target), entry.owner) == ("FY2021", ("JAXA",))
    assert [change.edits[0].field for change in entry.history] == [
        "target",
        "owner",
    ]


def test_two_fields_by_hand(both: Both) -> None:
    def target(branch: Branch) -> None:
        block = branch.block("4-1")
        branch.by_hand(block, block.replace("target: FY2020", "target: FY2021"))

    def status(branch: Branch) -> None:
        block = branch.block("4-1")
        branch.by_hand(block, re.sub("status: .*", "status: dropped", block))

    entry = of(put_together(both(target, status)), "4-1")
    assert (str(entry.target), entry.status) == ("FY2021", "dropped")


@pytest.mark.parametrize("first", [None, note("4-1", "before")])
def test_both_add_to_one_history(both: Both, first: Change | None) -> None:
    plan = put_together(both(note("4-1", "one"), note("4-1", "two"), first))
    assert notes(of(plan, "4-1"))[-2:] == ["one", "two"]
    assert len(notes(of(plan, "4-1"))) == (3 if first else 2)


def test_one_target_moved_to_two_years_is_marked_and_both_entries_stay(
    both: Both,
) -> None:
    done = marked(both(update("4-1", "--fy", "2021"), update("4-1", "--fy", "2022")))
    text = done.data.decode()
    marked_so = (
        r"<<<<<<< ours [0-9a-f]{8} 2026-11-24\n    target: FY2021\n=======\n"
        r"    target: FY2022\n>>>>>>> theirs [0-9a-f]{8} 2026-11-24\n"
    )
    assert re.search(marked_so, text)
    assert text.count("target: [FY2020, ") == 2
    assert [conflict.path for conflict in done.conflicts] == [("milestones", "4-1", "target")]


def test_one_target_moved_to_one_year_is_that(
    both: Both,
) -> None:
    same = update("4-1", "--fy", "2021", "--on", "2020-03-01")
    entry = of(put_together(both(same, same)), "4-1")
    assert (str(entry.target), len(entry.history)) == ("FY2021", 2)


def test_one_id_added_twice_is_marked(both: Both) -> None:
    def add(title: str) -> Change:
        return lambda branch: branch.do("add", "4", "--title-ja", title, "--target", "FY2030")

    done = marked(both(add("一"), add("二")))
    (conflict,) = done.conflicts
    assert conflict.path == ("milestones", "4-x1")
    assert "一" in conflict.ours and "二" in conflict.theirs


def test_a_deleted_block_that_the_other_changed_is_marked(
    both: Both,
) -> None:
    done = marked(both(lambda branch: branch.by_hand(branch.block("12-2"), ""), note("12-2", "x")))
    assert done.conflicts[0].path == ("milestones", "12-2")
    assert done.conflicts[0].ours == "" and "note: x" in done.conflicts[0].theirs


def test_a_deleted_block_and_a_note_on_its_neighbour(both: Both) -> None:
    """What refers to it leads nowhere then, as on the branch that deleted it."""
    base, a, b = both(
        lambda branch: branch.by_hand(branch.block("12-2"), ""), note("12-1", "beside")
    )
    for done in (merge(base, a, b), merge(base, b, a)):
        assert not done.conflicts
        assert b"- id: 12-2\n" not in done.data and b"note: beside" in done.data


def test_a_moved_block_is_moved_and_changed(
    both: Both,
) -> None:
    def move(branch: Branch) -> None:
        block, behind = branch.block("1-2"), branch.block("1-6")
        branch.by_hand(block, "")
        branch.by_hand(behind, behind + block)

    plan = put_together(both(move, update("1-2", "--note", "x")))
    names = [entry.id for entry in plan.entries]
    assert names.index("1-2") == names.index("1-6") + 1
    assert notes(of(plan, "1-2")) == ["x"]


def test_reverts(both: Both) -> None:
    moved = update("4-1", "--fy", "2021")

    def revert(text: str) -> Change:
        return lambda branch: branch.do(
            "revert", branch.path.read_text("utf-8").split("change: ")[1][:8], "--note", text
        )

    plan = put_together(both(revert("a"), note("4-1", "b"), moved))
    assert (str(of(plan, "4-1").target), notes(of(plan, "4-1"))[1:]) == ("FY2020", ["a", "b"])
    plan = put_together(both(revert("a"), revert("b"), moved))
    assert (str(of(plan, "4-1").target), notes(of(plan, "4-1"))[1:]) == ("FY2020", ["a", "b"])


def test_comments_stay_beside_changes(both: Both) -> None:
    def above(branch: Branch) -> None:
        branch.by_hand("  - id: 4-1\n", "  # the big one\n  - id: 4-1\n")

    def behind(branch: Branch) -> None:
        block = branch.block("4-1")
        branch.by_hand(block, re.sub(r"(    text: \S+)", r"\1  # as in the document", block))

    for comment, said in (
        (above, b"  # the big one\n  - id: 4-1\n"),
        (behind, b"# as in the document\n"),
    ):
        three = both(comment, update("4-1", "--fy", "2021"))
        assert str(of(put_together(three), "4-1").target) == "FY2021"
        assert said in merge(*three).data


def test_looks_of_both(both: Both) -> None:
    def look(branch: Branch) -> None:
        branch.do("checked", "4-1")

    plan = put_together(both(look, look))
    assert sum(change.checked is not None for change in of(plan, "4-1").history) == 2


def test_one_status_set_in_two_ways_is_marked(
    both: Both,
) -> None:
    done = marked(
        both(
            update("4-1", "--status", "done", "--on", "2022-01-01"),
            update("4-1", "--status", "missed", "--on", "2023-03-07"),
        )
    )
    assert [one.path[-1] for one in done.conflicts] == ["status"]


def test_of_several_only_what_differs_is_marked(
    both: Both,
) -> None:
    done = marked(both(update("3-2", "7-8", "--fy", "2023"), update("7-8", "--fy", "2024")))
    assert [one.path for one in done.conflicts] == [("milestones", "7-8", "target")]
    assert done.data.count(b"FY2023") >= 3


def test_occurrences_of_both(both: Both) -> None:
    plan = put_together(
        both(
            update("8-1a", "--status", "done", "--on", "2019-06-14"),
            update("8-1a", "--status", "done", "--on", "2019-09-14"),
        )
    )
    assert [str(change.date) for change in of(plan, "8-1a").history] == ["2019-06-14", "2019-09-14"]


def test_owners_of_both(both: Both) -> None:
    def owner(code: str) -> Change:
        return lambda branch: branch.by_hand(
            "\nowners:\n", f"\nowners:\n  {code}: {{ja: {code}, en: {code}}}\n"
        )

    plan = put_together(both(owner("AAA"), owner("BBB")))
    assert {"AAA", "BBB"} <= plan.owners.keys()


def test_a_cherry_picked_entry_stands_once(both: Both) -> None:
    def pick_and_note(branch: Branch) -> None:
        branch.at("2026-11-24T09:00:00+09:00").do("update", "4-1", "--fy", "2021")
        branch.at("2026-11-24T11:00:00+09:00").do("note", "4-1", "--note", "x")

    entry = of(put_together(both(update("4-1", "--fy", "2021"), pick_and_note)), "4-1")
    assert len(entry.history) == 2


def test_line_ends_of_one_and_a_change_of_the_other(
    both: Both,
) -> None:
    def windows(branch: Branch) -> None:
        branch.path.write_bytes(branch.path.read_bytes().replace(b"\n", b"\r\n"))

    three = both(windows, update("4-1", "--fy", "2021"))
    assert str(of(put_together(three), "4-1").target) == "FY2021"
    data = merge(*three).data
    assert data.count(b"\n") == data.count(b"\r\n")
    assert data.replace(b"\r\n", b"\n") == three[2]


def test_where_one_changed_nothing_the_others_bytes_stand(
    both: Both,
) -> None:
    base, a, b = both(update("4-1", "--fy", "2021"), lambda branch: None)
    assert merge(base, a, b).data == a
    assert merge(base, b, a).data == a


@pytest.mark.parametrize("broken", [b"a: [", b"format: 1\n<<<<<<< ours\n", b"\xff"])
def test_what_cannot_be_read_is_not_merged_by_meaning(broken: bytes) -> None:
    whole = SHIPPED.read_bytes()
    for three in ((broken, whole, whole), (whole, broken, whole), (whole, whole, broken)):
        with pytest.raises(NotMerged):
            merge(*three)


@pytest.mark.parametrize("later", [note("4-1", "other"), None])
def test_git_takes_a_commit_back_that_others_follow(both: Both, later: Change | None) -> None:
    """As ``git revert`` does it: before is that commit, theirs the one before it."""
    before = SHIPPED.read_bytes()
    base, ours, _ = both(
        later or (lambda branch: None), note("5-1", "x"), first=update("4-1", "--fy", "2021")
    )
    entry = of(put_together((base, ours, before)), "4-1")
    assert (str(entry.target), notes(entry)) == ("FY2020", ["other"] if later else [])


def test_an_ancestor_that_git_made_of_two_may_have_marks(both: Both) -> None:
    """In a criss-cross git first merges the ancestors, and marks where they conflict."""
    base, a, b = both(update("4-1", "--fy", "2021"), update("4-1", "--fy", "2022"))
    ancestor = merge(base, a, b, marker=9).data
    done = marked((ancestor, a, b))
    assert [conflict.path for conflict in done.conflicts] == [("milestones", "4-1", "target")]
    assert merge(ancestor, a, a).data == a
    with pytest.raises(NotMerged):
        merge(base, ancestor, b)


def test_of_a_history_from_which_each_took_a_part_the_rest_is_left(both: Both) -> None:
    """Git took back one note on either branch."""
    _, one, other = both(note("4-1", "one"), note("4-1", "two"))
    base = merge(SHIPPED.read_bytes(), one, other).data
    plan = put_together((base, one, other))
    assert of(plan, "4-1").history == ()
