"""A plan that was cut, merged badly or typed twice reads well, and is noticed all the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import AS_OF, HEADER, Run, WritePlan, entry, history, milestone

from spaceplan.plan_file.load import load_plan

DOCUMENT = "documents:\n  - {label: R0, title: 計画, date: 2018-12-11}\n\nowners:"
WITH_DOCUMENT = HEADER.replace("owners:", DOCUMENT, 1)
COUNTED = WITH_DOCUMENT.replace("time_zone:", "bullets: 4\ntime_zone:", 1)
TEXT = "t-000000000000000{}"
MEANS = "git diff, or spaceplan source check with the document, shows what is lost"


def bullets(*names: str) -> list[str]:
    """Milestones that a document numbered, each with words of its own."""
    return [milestone(name, text=TEXT.format(at)) for at, name in enumerate(names)]


def found(run: Run) -> list[str]:
    """What check says, without places and its verdict."""
    return [line.split(": ", 1)[1] for line in run("check", "milestones.yaml").lines[:-1]]


def test_a_whole_plan_has_nothing_to_warn_of(run: Run, write_plan: WritePlan) -> None:
    write_plan(*bullets("1-1", "1-2a", "1-2b", "1-3", "2-1"), header=COUNTED)
    assert run("check", "--strict").lines == ["milestones.yaml: no faults"]


def test_a_topic_that_lost_all_its_milestones(run: Run, write_plan: WritePlan) -> None:
    write_plan(*bullets("1-1"), header=WITH_DOCUMENT)
    assert found(run) == [f"warning: topic 2 has no milestone; {MEANS}"]
    assert run("check", "--strict").code == 1


@pytest.mark.parametrize(
    ("ids", "gaps"),
    [
        (("1-1", "1-2", "1-4", "2-1"), ["1-3 is missing before 1-4"]),
        (("1-1", "1-5a", "1-5b", "2-1"), ["1-2..1-4 is missing before 1-5"]),
        (("1-2", "2-2"), ["1-1 is missing before 1-2", "2-1 is missing before 2-2"]),
        (("1-1", "1-x1", "1-x7", "2-1"), []),  # added by hand: no document numbered them
    ],
)
def test_a_gap_in_the_numbers_of_a_topic(
    run: Run, write_plan: WritePlan, ids: tuple[str, ...], gaps: list[str]
) -> None:
    write_plan(*bullets(*ids), header=WITH_DOCUMENT)
    assert found(run) == [f"warning: {gap}; {MEANS}" for gap in gaps]


def test_a_repeat_that_a_revision_moved_to_another_topic_is_not_missing(
    run: Run, write_plan: WritePlan
) -> None:
    repeat = "  - {{id: 1-2, topic: {topic}, same_as: 1-1, {more}text: {text}}}\n"
    for more, gaps in (("places: {R2: 2-2}, ", 0), ("", 1)):
        text = TEXT.format(9)
        write_plan(
            milestone("1-1", text=text),
            repeat.format(topic=2, more=more, text=text),
            *bullets("1-3", "2-1"),
            header=WITH_DOCUMENT,
        )
        assert len(found(run)) == gaps


def test_one_fingerprint_on_two_bullets(run: Run, write_plan: WritePlan) -> None:
    write_plan(
        milestone("1-1", text=TEXT.format(1)),
        milestone("1-2a", text=TEXT.format(2)),
        milestone("1-2b", text=TEXT.format(2)),
        milestone("1-3", text=TEXT.format(1)),
        f"  - {{id: 2-1, same_as: 1-1, text: {TEXT.format(1)}}}\n",
        header=WITH_DOCUMENT,
    )
    assert found(run) == [
        "warning: 1-3 has the fingerprint of 1-1; "
        "expected same_as: if it repeats that one, else a text: of its own"
    ]


def test_without_a_document_nothing_is_known_to_be_missing(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-3"), milestone("1-5"))
    assert found(run) == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"owner": "", "basis": "stated"}, "1-1 has basis and no owner; expected owner: …"),
        ({"charts": "", "chart_basis": "assigned"}, "1-1 has chart_basis and no charts; expected charts: …"),
    ],
)  # fmt: skip
def test_a_half_that_lost_the_other(
    run: Run, write_plan: WritePlan, fields: dict[str, str], said: str
) -> None:
    write_plan(milestone("1-1", **fields))
    assert found(run) == [f"warning: {said}"]


@pytest.mark.parametrize("other", ["1-01", "01-1", "1-1A"])
def test_ids_that_only_look_different(run: Run, write_plan: WritePlan, other: str) -> None:
    name = "1-1a" if "A" in other else "1-1"
    write_plan(milestone(name), milestone(other, topic="1"))
    assert (
        f"warning: {other} and {name} differ only by leading zeros, case or width; is one of them a slip?"
        in (found(run))
    )


def test_how_many_bullets_the_document_has(run: Run, write_plan: WritePlan) -> None:
    write_plan(*bullets("1-1", "1-2a", "1-2b", "2-1"), header=COUNTED)
    said = "the plan has 3 bullets, its document has 4"
    assert found(run) == [f"notice: {said}; {MEANS}"]
    assert run("check", "--strict").code == 0
    for command in ("overdue", "due --fy 2021"):
        assert run(*command.split(), *AS_OF).err == f"spaceplan: {said}\n"
    assert run("report", "--week", "2021-W01", "-o", "-").err == f"spaceplan: {said}\n"
    assert run("overdue", *AS_OF, "--lang", "ja").err == (
        "spaceplan: 計画の項目は3件ですが、文書には4件あります\n"
    )
    # Those who ask for one milestone are not told.
    assert run("show", "1-1").err == ""


# --- what no calendar holds ---------------------------------------------------------------------


@pytest.mark.parametrize("year", ["0001", "1899", "2201", "9999"])
def test_years_that_nobody_means_are_faults(run: Run, write_plan: WritePlan, year: str) -> None:
    expected = "lies outside the years 1900 to 2200"
    write_plan(milestone("1-1"), header=HEADER.replace("decided: 2018", f"decided: {year}"))
    assert [line for line in found(run) if expected in line] == [f"'{year}-12-11' {expected}"]
    write_plan(milestone("1-1", history(entry("2020-01-01", f"{year}-01-01T00:00:00+14:00"))))
    assert [line for line in found(run) if expected in line]
    for command in ("overdue", "list --json", "history", "report --week 2021-W01 -o -"):
        assert run(*command.split()).code == 2


def test_a_milestone_of_no_topic(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("0-1"))
    assert found(run) == ["there is no topic 0; expected one of the plan's topics: 1, 2"]


@pytest.mark.parametrize("length", [200, 201, 2000])
def test_a_title_that_no_table_holds_is_a_notice(
    run: Run, write_plan: WritePlan, length: int
) -> None:
    write_plan(milestone("1-1", title="長" * length))
    told = [line for line in found(run) if "title" in line]
    assert told == (
        []
        if length <= 200
        else [
            "notice: the title of 1-1 is longer than 200 characters; "
            "expected one that fits a table; the rest belongs into remark"
        ]
    )


def test_what_was_moved_to_another_topic_is_not_missing(run: Run, write_plan: WritePlan) -> None:
    write_plan(*bullets("1-1", "1-2", "1-3", "2-1"), header=COUNTED)
    Path("move.yaml").write_text("changes:\n  - {id: 1-2, topic: 2}\n", "utf-8")
    assert run("apply", "move.yaml").code == 0
    assert load_plan(Path("milestones.yaml")).plan.by_id["1-2"].topic == 2
    assert found(run) == []
