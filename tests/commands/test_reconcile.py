"""``source reconcile`` proposes, ``apply`` carries out: a plan lives through a revision."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from source.documents import NEW, OLD

from spaceplan.plan_file.load import load_plan
from spaceplan.roadmap.model import Plan

PLAN = Path("milestones.yaml")
PROPOSAL = Path("proposal.yaml")


@pytest.fixture(autouse=True)
def files(run: Any, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "state"))
    Path("old.txt").write_text(OLD, "utf-8")
    Path("new.txt").write_text(NEW, "utf-8")
    assert run("source", "import", "old.txt", "-o", PLAN).code == 0


def propose(run: Any, *words: str) -> Any:
    return run("source", "reconcile", "new.txt", "--label", "R2", "--force", "-o", PROPOSAL, *words)


def plan() -> Plan:
    return load_plan(PLAN).plan


def test_nothing_is_changed_by_a_proposal(run: Any) -> None:
    before = PLAN.read_bytes()
    done = propose(run, "--old", "old.txt")
    assert (done.code, done.err) == (0, "")
    assert PLAN.read_bytes() == before
    assert done.lines[2:4] == ["Gone (1)", "  1-3  受信機の普及の方策を調べる。"]
    assert done.lines[-1].startswith(
        "proposed: milestones to change 4, to add 2; new topics 1; go over proposal.yaml"
    )


def test_gone_is_told_in_the_proposal_and_never_done(run: Any) -> None:
    propose(run, "--old", "old.txt")
    text = PROPOSAL.read_text("utf-8")
    assert "# Gone from R2 (1); not taken as done. Somebody has to decide:\n#   1-3  " in text
    run("apply", PROPOSAL)
    gone = plan().by_id["1-3"]
    assert (gone.status, gone.places, gone.history) == ("planned", {}, ())


def test_applied_the_plan_stands_in_both_revisions(run: Any) -> None:
    propose(run, "--old", "old.txt")
    done = run("apply", PROPOSAL)
    assert (done.code, done.err) == (0, "")
    assert done.lines[:2] == ["topic 3 is added", "document R2 is added"]
    assert run("check", "--strict").code == 0
    proof = run("source", "check", "new.txt", "--label", "R2")
    assert (proof.code, proof.lines[-1]) == (0, "7 of 7 bullets are encoded word for word")
    found = plan()
    assert [document.label for document in found.documents] == ["R1", "R2"]
    assert {one.id: dict(one.places) for one in found.entries if one.places} == {
        "1-1": {"R2": "1-1"},
        "1-2": {"R2": "1-2 3-2"},
        "R2-1-3": {"R2": "1-3"},
        "2-1": {"R2": "2-2"},
        "2-2": {"R2": "2-1"},
        "R2-3-1": {"R2": "3-1"},
    }


def test_a_moved_target_is_history_with_the_day_of_the_revision(run: Any) -> None:
    propose(run, "--old", "old.txt")
    run("apply", PROPOSAL)
    rocket = plan().by_id["2-1"]
    assert (str(rocket.target), str(rocket.baseline), rocket.charts) == (
        "FY2021",
        "FY2020",
        ("18",),
    )
    (entry,) = rocket.history
    assert (str(entry.date), entry.source) == ("2020-06-29", "R2 2-2")
    assert entry.note.startswith("R2: deadline FY2020 became deadline FY2021 / R2 reports: ")
    changed = {edit.field for edit in entry.edits}
    assert changed == {"target", "charts", "text", "places"}
    # A revision decides; nobody has to tell that once more.
    document = next(one for one in plan().documents if one.label == "R2")
    assert entry.authority == document.title.say("ja") != ""
    assert "no milestone" in run("list", "--flag", "undecided", "--lang", "en").out


def test_new_ones_get_the_label_and_stand_in_their_topic(run: Any) -> None:
    # The draft has the owners that its document names; the new document names one more.
    text = PLAN.read_text("utf-8")
    PLAN.write_text(text.replace("owners:\n", "owners:\n  MEXT: {ja: 文部科学省}\n"), "utf-8")
    propose(run, "--old", "old.txt")
    run("apply", PROPOSAL)
    moon, book = plan().by_id["R2-1-3"], plan().by_id["R2-3-1"]
    assert (moon.topic, moon.kind, str(moon.target), str(moon.baseline)) == (
        1,
        "deadline",
        "FY2025",
        "FY2025",
    )
    assert (book.topic, book.owner, book.basis) == (3, ("MEXT",), "stated")
    assert [change.added for change in book.history] == [True]
    ids = [entry.id for entry in plan().entries]
    assert ids == ["1-1", "1-2", "1-3", "R2-1-3", "2-1", "2-2", "R2-3-1"]


def test_all_of_it_is_one_change_and_taken_back_byte_for_byte(run: Any) -> None:
    before = PLAN.read_bytes()
    propose(run, "--old", "old.txt")
    run("apply", PROPOSAL)
    changes = {change.change for one in plan().milestones for change in one.history}
    assert len(changes) == 1
    assert run("undo").code == 0
    assert PLAN.read_bytes() == before


def test_applying_twice_finds_nothing_to_do(run: Any) -> None:
    propose(run, "--old", "old.txt")
    run("apply", PROPOSAL)
    after = PLAN.read_bytes()
    done = run("apply", PROPOSAL)
    assert (done.code, done.lines) == (0, ["nothing to do: the plan says so already"])
    assert PLAN.read_bytes() == after
    again = propose(run, "--old", "old.txt")
    assert again.lines[-1].startswith("proposed: milestones to change 0, to add 0; new topics 0")
    assert "changes: []" in PROPOSAL.read_text("utf-8")
    assert run("apply", PROPOSAL).lines == ["nothing to do: the plan says so already"]


def test_results_are_not_told_of_what_their_own_revision_brought(run: Any) -> None:
    told = "3. 教育\n【工程表40】\n2019年度末までの取組状況\n- 高校生向けの教材を試しに作った。\n"
    Path("new.txt").write_text(NEW.replace("3. 教育\n【工程表40】", told), "utf-8")
    propose(run, "--old", "old.txt")
    assert run("apply", PROPOSAL).code == 0
    again = propose(run, "--old", "old.txt")
    assert again.lines[-1].startswith("proposed: milestones to change 0, to add 0; new topics 0")


def test_a_dry_run_changes_nothing(run: Any) -> None:
    before = PLAN.read_bytes()
    propose(run)
    done = run("apply", PROPOSAL, "--dry-run")
    assert "is not changed (--dry-run)" in done.lines[-1]
    assert PLAN.read_bytes() == before


def test_without_the_old_document_titles_find_what_was_reworded(run: Any) -> None:
    done = propose(run)
    assert "  1-1  wording changed: 測位衛星の七機体制を2024年度に整える。" in done.lines
    assert "    # wording changed: " in PROPOSAL.read_text("utf-8")
    run("apply", PROPOSAL)
    assert str(plan().by_id["2-1"].target) == "FY2021"


def test_one_that_was_moved_by_hand_already_is_left_alone(run: Any) -> None:
    run("update", "2-1", "--target", "FY2021", "--on", "2020-03-01", "--note", "engine")
    propose(run, "--old", "old.txt")
    text = PROPOSAL.read_text("utf-8")
    assert text.count("target: FY2021") == 1  # the new one's, not that of 2-1
    run("apply", PROPOSAL)
    assert [str(change.date) for change in plan().by_id["2-1"].history] == [
        "2020-03-01",
        "2020-06-29",
    ]


def test_a_milestone_that_has_ended_keeps_its_status(run: Any) -> None:
    run("update", "2-1", "--status", "done", "--on", "2020-05-01")
    propose(run, "--old", "old.txt")
    assert run("apply", PROPOSAL).code == 0
    assert plan().by_id["2-1"].status == "done"


def test_a_time_that_is_no_longer_named_is_told_and_changes_nothing(run: Any) -> None:
    Path("new.txt").write_text(NEW.replace("2024年度に整える", "着実に整える"), "utf-8")
    propose(run, "--old", "old.txt")
    assert "# no longer names a time; it was deadline FY2023" in PROPOSAL.read_text("utf-8")
    run("apply", PROPOSAL)
    assert str(plan().by_id["1-1"].target) == "FY2023"


def test_ongoing_becomes_a_deadline(run: Any) -> None:
    Path("new.txt").write_text(NEW.replace("調査を行う", "調査を2022年度までに行う"), "utf-8")
    propose(run, "--old", "old.txt")
    assert run("apply", PROPOSAL).code == 0
    found = plan().by_id["2-2"]
    assert (found.kind, str(found.target), str(found.baseline)) == ("deadline", "FY2022", "FY2022")
    assert run("check", "--strict").code == 0


def test_repeats_follow_without_a_history_of_their_own(run: Any) -> None:
    repeat = "- 射場の混雑の調査を行う。（再掲）\n"
    Path("old.txt").write_text(OLD + repeat, "utf-8")
    Path("new.txt").write_text(NEW + repeat, "utf-8")
    run("source", "import", "old.txt", "-o", PLAN, "--force")
    before = PLAN.read_bytes()
    propose(run, "--old", "old.txt")
    done = run("apply", PROPOSAL)
    assert "repeats stand elsewhere: 2-3" in done.lines
    found = plan().by_id["2-3"]
    assert (found.same_as, dict(found.places), found.history) == ("2-2", {"R2": "3-3"}, ())
    assert run("source", "check", "new.txt", "--label", "R2").code == 0
    run("undo")
    assert PLAN.read_bytes() == before


def test_a_new_topic_whose_number_is_taken_gets_a_free_one(run: Any) -> None:
    Path("new.txt").write_text(
        "1. 月\n【工程表9】2020年度以降の取組\n- 月の基地の構想を2026年度に決める。\n", "utf-8"
    )
    propose(run, "--decided", "2020-06-29")
    run("apply", PROPOSAL)
    assert plan().topic_by_number[3].title.ja == "月"
    assert plan().by_id["R2-1-1"].topic == 3


def test_the_report_as_data(run: Any) -> None:
    done = run("source", "reconcile", "new.txt", "--old", "old.txt", "--label", "R2", "--json")
    data = json.loads(done.out)
    assert (data["command"], data["plan"]["revision"]) == ("source reconcile", "R1")
    assert [one["id"] for one in data["results"]] == ["2-1"]
    assert data["items"][0]["state"] == "gone"


def test_in_japanese(run: Any) -> None:
    done = propose(run, "--old", "old.txt", "--lang", "ja")
    assert "なくなった (1)" in done.lines
    text = PROPOSAL.read_text("utf-8")
    assert "# R2 にない（1件）。完了とはみなさない。" in text
    assert "R2で期限 FY2020から期限 FY2021に / R2の実績: " in text


def test_a_proposal_is_not_overwritten_without_being_told(run: Any) -> None:
    words = ("source", "reconcile", "new.txt", "--label", "R2", "-o", PROPOSAL)
    assert run(*words).code == 0
    done = run(*words)
    assert (done.code, "exists already" in done.err) == (2, True)


def test_a_label_that_cannot_begin_an_id_is_refused(run: Any) -> None:
    done = run("source", "reconcile", "new.txt", "--label", "令和 2")
    assert done.code == 2
    assert "cannot begin an id" in done.err


@pytest.mark.parametrize(
    ("block", "message"),
    [
        ("- {id: 1-1, places: R2}", "p.yaml:1:21: places is no mapping; expected {R6: 8-2}"),
        ("- {id: 1-1, kind: ongoing}", "an ongoing milestone has no target"),
        ("- {id: 2-2, kind: deadline}", "a deadline has a target"),
        ("- {id: 1-1, text: abc}", "'abc' is no fingerprint"),
        ("- {id: 1-1, topic: 9}", "there is no topic 9"),
        ("- {id: 1-1, topik: 9}", "unknown key 'topik'; expected a column (did you mean 'topic'?)"),
        ("- {id: 9-9, places: {R2: 1-1}}", "there is no milestone '9-9'"),
        ("- {id: R2-1, add: true, topic: 1}", "a new milestone without title"),
        ("- {id: 1-1, add: true, title: 題}", "the id 1-1 is taken"),
        ("- {id: R2-1, add: true, topic: 9, title: 題}", "there is no topic 9"),
        ("- {id: R2-1, add: true, topic: 1, title: 題, kind: deadline}", "a deadline has a target"),
        ("- {id: R2-1, add: true, topic: 1, title: 題, owner: [XYZ]}", "XYZ"),
        ("- {id: R2-1, add: true, title: 題}", "R2-1 does not say its topic"),
        ("- {id: R2-1, add: true, topic: 1, title: 題, same_as: 1-1}", "a repeat cannot be added"),
        ("{topics: [{number: 1/x, title: 題}], changes: []}", "a topic without a number"),
        ("{topics: [{number: 7}], changes: []}", "no number or no title"),
    ],
)
def test_faults_stand_at_their_place_and_nothing_is_applied(
    run: Any, block: str, message: str
) -> None:
    before = PLAN.read_bytes()
    Path("p.yaml").write_text(block + "\n", "utf-8")
    done = run("apply", "p.yaml")
    assert done.code == 2
    assert message in done.err
    assert done.err.startswith("p.yaml:1:")
    assert PLAN.read_bytes() == before


def test_a_new_topic_that_is_not_sound_is_refused(run: Any) -> None:
    before = PLAN.read_bytes()
    Path("p.yaml").write_text(
        "{topics: [{number: 7, title: 題, chart: 3}], changes: []}\n", "utf-8"
    )
    done = run("apply", "p.yaml")
    assert done.code == 2
    assert "unknown key 'chart'" in done.err
    assert PLAN.read_bytes() == before


def test_an_exported_row_still_only_shows_where_it_stands(run: Any) -> None:
    lines = run("list", "-f", "csv").lines
    assert lines
    exported = run("export", "-f", "jsonl").lines
    row = next(json.loads(line) for line in exported if json.loads(line)["id"] == "1-1")
    Path("p.yaml").write_text(
        f"- {{id: 1-1, topic: 2, charts: 99, digest: {row['digest']}}}\n", "utf-8"
    )
    assert run("apply", "p.yaml").lines == ["nothing to do: the plan says so already"]


def test_what_moves_to_a_topic_that_the_revision_brings_goes_there_at_once(run: Any) -> None:
    """Else the same revision, proposed again, would move it then."""
    old = "令和4年6月30日決定\n1. 観測\n- 海を測る船を2025年度までに造る。\n- 空を測る計器を調べる。\n"
    new = (
        "令和5年6月30日決定\n1. 観測\n- 空を測る計器を調べる。\n"
        "2. 船舶\n- 海を測る船を2025年度までに造る。\n- 港の灯台を2028年度までに改める。\n"
        "- 船員の養成を2027年度までに始める。\n"
    )
    Path("old.txt").write_text(old, "utf-8")
    Path("new.txt").write_text(new, "utf-8")
    assert run("source", "import", "old.txt", "-o", PLAN, "--force").code == 0
    assert propose(run).code == 0
    assert run("apply", PROPOSAL).code == 0
    assert plan().by_id["1-1"].topic == 2
    assert run("check", PLAN).code == 0
    again = propose(run)
    assert again.lines[-1].startswith("proposed: milestones to change 0, to add 0; new topics 0")
