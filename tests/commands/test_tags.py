"""Free labels of a milestone, in every output."""

from __future__ import annotations

import json

import pytest
from support import AS_OF, Run, WritePlan, milestone


@pytest.fixture(autouse=True)
def _plan(write_plan: WritePlan) -> None:
    write_plan(
        milestone("1-1", target="FY2020", tags="[level-2, launch]"),
        milestone("1-2", target="FY2021", tags="重要"),
        milestone("1-3"),
    )


def test_they_are_shown_listed_and_data(run: Run) -> None:
    assert "  Tags      level-2, launch" in run("show", "1-1", *AS_OF).lines
    assert "タグ" in run("list", "--lang", "ja", *AS_OF).out
    assert "Tags" in run("overdue", *AS_OF).out
    assert "Tags" not in run("due", "--fy", "2030", *AS_OF).out
    found = json.loads(run("list", "--json").out)["milestones"]
    assert [one["tags"] for one in found] == [["level-2", "launch"], ["重要"], []]
    assert run("export", "--format", "csv").out.splitlines()[0].count("tags") == 1


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        (("--tag", "launch"), ["1-1"]),
        (("--tag", "重要,launch"), ["1-1", "1-2"]),
        (("--tag", "nothing"), []),
        (("--search", "level-2"), ["1-1"]),
    ],
)
def test_they_are_filtered_and_searched(run: Run, asked: tuple[str, ...], ids: list[str]) -> None:
    found = json.loads(run("list", *asked, "--json").out)["milestones"]
    assert [one["id"] for one in found] == ids


def test_a_tag_is_one_word(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", tags="[two words, ok]"))
    assert "'two words' is no tag; expected one word, without blanks and commas" in run("check").out


def test_a_table_changes_them_and_an_older_one_leaves_them(run: Run, folder) -> None:
    (folder / "new.csv").write_text(
        "id,tags\n1-3,late 'x\n1-1,(none)\n".replace(" 'x", " x"), "utf-8"
    )
    assert run("apply", "new.csv").code == 0
    found = json.loads(run("list", "--json").out)["milestones"]
    assert [one["tags"] for one in found] == [[], ["重要"], ["late", "x"]]
    assert run("undo").code == 0


def test_a_digest_of_before_there_were_tags_is_read(run: Run) -> None:
    from spaceplan.tables.columns import EDITABLE, digest, read_digest

    # The order of a digest's pieces: what may be edited since stands behind them.
    first = ("title_ja", "title_en", "kind", "target", "horizon", "times", "owner", "basis")
    assert EDITABLE[:13] == (*first, "partners", "status", "remark_ja", "remark_en", "tags")
    texts = {"id": "1-1", **dict.fromkeys(EDITABLE, "x")}
    head, _, body = digest(texts).partition(".")
    newer = len(EDITABLE) - EDITABLE.index("tags")
    base = read_digest("1-1", f"{head}.{body[: -5 * newer]}")
    assert base.had("title_ja", "x") and "tags" not in base.pieces
