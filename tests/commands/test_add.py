"""``add``: a new milestone, its id, its place, its first entry."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stopped_clock import stop_clock
from support import HEADER, Run, WritePlan, entry, history, invoke, milestone

from spaceplan.plan_file.load import load_plan
from spaceplan.roadmap.model import Milestone


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_clock(monkeypatch)


@pytest.fixture
def path(write_plan: WritePlan) -> Path:
    return write_plan(
        milestone("1-1", target="FY2020", subsection="1"),
        milestone("1-2", subsection="2"),
        milestone("1-3a"),
        milestone("1-3b"),
        "  # about satellites\n" + milestone("2-1"),
    )


def found(path: Path, name: str) -> Milestone:
    return load_plan(path).plan.by_id[name]


def ids(path: Path) -> list[str]:
    return [one.id for one in load_plan(path).plan.entries]


def test_a_whole_milestone(run: Run, path: Path) -> None:
    done = run(
        "add", "2", "--title-ja", "2号機の打上げ", "--title-en", "Second flight", "--target",
        "令和5年度めど", "--owner", "文科省、JAXA,等", "--status", "active", "--chart", "3,7", "--on",
        "2022-12-23", "--source", "R4", "--note", "from the revision", "--by", "kato",
    )  # fmt: skip
    one = found(path, "2-x1")
    (first,) = one.history
    assert (done.code, done.err) == (0, "")
    assert (one.title.ja, one.title.en, one.kind) == ("2号機の打上げ", "Second flight", "deadline")
    assert (str(one.target), str(one.baseline)) == ("about FY2023", "about FY2023")
    assert (one.owner, one.basis, one.status) == (("MEXT", "JAXA", "others"), "assigned", "active")
    assert one.charts == ("3", "7")
    assert first.added
    assert (str(first.date), first.source, first.note, first.who) == (
        "2022-12-23",
        "R4",
        "from the revision",
        "kato",
    )
    assert run("check").code == 0


def test_the_screen(run: Run, path: Path) -> None:
    done = run("add", "2", "--title-en", "Second flight", "--target", "FY2023", "--lang", "ja")
    change = found(path, "2-x1").history[0].change
    assert done.lines == [
        "2-x1  Second flight",
        "  追加  2023年度（令和5年度）",
        "  日付  2026年11月24日",
        f"変更 {change} を milestones.yaml に記録しました。取り消すには: spaceplan undo",
    ]


def test_nothing_else_changes(run: Run, path: Path) -> None:
    before = path.read_text(encoding="utf-8")
    run("add", "1", "--title-en", "New")
    after = path.read_text(encoding="utf-8")
    place = next(n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b)
    tail = len(before) - place
    assert after[:place] + after[-tail:] == before
    assert run("undo").code == 0
    assert path.read_text(encoding="utf-8") == before


class TestPlace:
    def test_behind_the_last_of_its_subsection(self, run: Run, path: Path) -> None:
        run("add", "1", "--title-en", "New", "--subsection", "1")
        assert ids(path) == ["1-1", "1-x1", "1-2", "1-3a", "1-3b", "2-1"]
        assert found(path, "1-x1").subsection == 1

    def test_else_behind_the_last_of_its_topic(self, run: Run, path: Path) -> None:
        run("add", "1", "--title-en", "New")
        assert ids(path) == ["1-1", "1-2", "1-3a", "1-3b", "1-x1", "2-1"]

    def test_in_an_empty_topic_behind_the_topic_before(
        self, run: Run, write_plan: WritePlan
    ) -> None:
        path = write_plan(milestone("1-1"))
        run("add", "2", "--title-en", "New")
        assert ids(path) == ["1-1", "2-x1"]

    def test_in_an_empty_topic_before_all_others(self, run: Run, write_plan: WritePlan) -> None:
        path = write_plan(milestone("2-1"))
        done = run("add", "1", "--title-en", "New")
        assert done.code == 0
        assert set(ids(path)) == {"2-1", "1-x1"}
        assert run("check").code == 0

    @pytest.mark.parametrize("line_end", ["\n", "\r\n"])
    def test_in_an_empty_plan_it_is_the_first_block(
        self, run: Run, write_plan: WritePlan, line_end: str
    ) -> None:
        text = HEADER.replace("milestones:\n", "milestones: []\n").replace("\n", line_end)
        path = write_plan(data=text.encode())
        before = path.read_bytes()
        done = run("add", "1", "--title", "New", "--fy", "2027")
        assert done.code == 0, done.err
        assert f"milestones:{line_end}  - id: 1-x1{line_end}    title: New" in (
            path.read_bytes().decode()
        )
        after = path.read_bytes()
        assert run("add", "2", "--title", "Another").code == 0
        assert run("undo").code == 0
        assert path.read_bytes() == after
        assert run("undo").code == 0
        assert path.read_bytes() == before

    @pytest.mark.parametrize(
        "spelled", ["milestones:   []\n", "milestones: [] # none yet\n", "milestones: [\n  ]\n"]
    )
    def test_an_empty_list_of_another_form_keeps_it(
        self, run: Run, write_plan: WritePlan, spelled: str
    ) -> None:
        path = write_plan(text=HEADER.replace("milestones:\n", spelled))
        before = path.read_bytes()
        done = run("add", "1", "--title", "New", "--fy", "2027")
        if done.code:
            assert path.read_bytes() == before
        else:
            assert run("check").code == 0
            assert run("undo").code == 0
            assert path.read_bytes() == before


class TestNewTopic:
    def test_it_is_added_with_its_first_milestone(self, run: Run, path: Path) -> None:
        before = path.read_bytes()
        done = run("add", "3", "--new-topic", "地上局", "--title", "New", "--fy", "2027")
        assert done.code == 0, done.err
        assert done.lines[0] == "topic 3 is added"
        plan = load_plan(path).plan
        assert (plan.topic_by_number[3].title.ja, plan.by_id["3-x1"].topic) == ("地上局", 3)
        assert run("show", "3").code == 0
        assert run("undo").code == 0
        assert path.read_bytes() == before

    @pytest.mark.parametrize(
        ("topic", "said"),
        [
            ("2", "--new-topic: topic 2 exists already"),
            ("A/B", "'A/B' is no number or code of a topic"),
            ("0", "'0' is no whole number from 1"),
            ("9" * 5000, "is no whole number from 1"),
        ],
    )
    def test_refused(self, run: Run, path: Path, topic: str, said: str) -> None:
        before = path.read_bytes()
        done = run("add", topic, "--new-topic", "New", "--title", "New")
        assert done.code == 2
        assert said in done.err
        assert path.read_bytes() == before


class TestId:
    def test_the_next_free_one_by_hand(self, run: Run, path: Path) -> None:
        for _ in range(3):
            run("add", "1", "--title-en", "New")
        assert [name for name in ids(path) if "x" in name] == ["1-x1", "1-x2", "1-x3"]

    def test_a_number_is_not_used_again_while_a_later_one_is_there(
        self, run: Run, write_plan: WritePlan
    ) -> None:
        past = history(entry("2026-01-01", added="true"))
        path = write_plan(milestone("1-1"), milestone("1-x4", past))
        run("add", "1", "--title-en", "New")
        assert "1-x5" in ids(path)

    def test_one_that_a_revision_brings_has_its_label(self, run: Run, path: Path) -> None:
        assert run("add", "2", "--title-en", "New", "--id", "R6-8-2").code == 0
        assert found(path, "R6-8-2").topic == 2
        assert "R6-8-2" in run("show", "2").out

    @pytest.mark.parametrize("name", ["1-1", "1-3", "1-3A"])
    def test_it_is_given_once(self, run: Run, path: Path, name: str) -> None:
        before = path.read_bytes()
        done = run("add", "1", "--title-en", "New", "--id", name)
        assert done.code == 2
        assert f"the id {name} is taken; an id is given once" in done.err
        assert path.read_bytes() == before

    @pytest.mark.parametrize("name", ["17", "a b-1", "-1", "4-1: x"])
    def test_it_looks_like_one(self, run: Run, path: Path, name: str) -> None:
        done = run("add", "1", "--title-en", "New", f"--id={name}")
        assert done.code == 2
        assert "--id: " in done.err


class TestKind:
    @pytest.mark.parametrize(
        ("words", "kind"),
        [
            ((), "ongoing"),
            (("--target", "FY2023"), "deadline"),
            (("--target", "FY2020..FY2023"), "window"),
            (("--target", "FY2023.."), "recurring"),
            (("--target", "FY2023..", "--times", "about 3"), "recurring"),
            (("--target", "FY2023", "--kind", "start"), "start"),
        ],
    )
    def test_it_follows_from_the_target_unless_said(
        self, run: Run, path: Path, words: tuple[str, ...], kind: str
    ) -> None:
        assert run("add", "1", "--title-en", "New", *words).code == 0
        assert found(path, "1-x1").kind == kind
        assert run("check").code == 0

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (("--kind", "deadline"), "a deadline has a target; expected --target"),
            (("--kind", "ongoing", "--target", "FY2023"), "an ongoing milestone has no target"),
            (("--kind", "window", "--target", "FY2023"), "a window has two ends"),
            (("--kind", "deadline", "--target", "FY2020..FY2023"), "a deadline has one end"),
            (("--kind", "recurring", "--target", "FY2023"), "expected FY2023.."),
            (("--kind", "dedline", "--target", "FY2023"), "did you mean 'deadline'?"),
            (("--times", "3"), "--times belongs to --kind recurring"),
            (("--target", "FY2023..", "--times", "often"), "--times: "),
            (("--status", "done"), "a new milestone is planned or active"),
            (
                ("--kind", "start", "--target", "FY2023", "--status", "active"),
                "a start is added as planned",
            ),
            (("--subsection", "3"), "topic 1 has no subsection 3; it has 1, 2"),
            (("--owner", "JAXXA"), "did you mean 'JAXA'?"),
            (("--target", "soon"), "--target: "),
            (("--chart", "a/b"), "--chart: "),
            (("--on", "2026-11-25"), "is in the future"),
            (("--on", "2018-12-10"), "before the plan was decided"),
        ],
    )
    def test_refused(self, run: Run, path: Path, words: tuple[str, ...], said: str) -> None:
        before = path.read_bytes()
        done = run("add", "1", "--title-en", "New", *words)
        assert done.code == 2
        assert said in done.err
        assert path.read_bytes() == before

    def test_an_unknown_topic_or_no_title(self, run: Run, path: Path) -> None:
        done = run("add", "9", "--title-en", "New")
        assert (done.code, "there is no topic 9; the plan has 1, 2" in done.err) == (2, True)
        for words in ((), ("--title-en", "  ")):
            done = run("add", "1", *words)
            assert (done.code, "a milestone has a title" in done.err) == (2, True)
        done = run("add", "1")
        assert (done.code, "a milestone has a title" in done.err) == (2, True)


def test_it_was_not_there_before(run: Run, path: Path) -> None:
    run("add", "1", "--title-en", "New", "--target", "FY2025", "--on", "2022-12-23")
    assert "1-x1" not in run("list", "--as-of", "2022-12-22").out
    assert "1-x1" in run("list", "--as-of", "2022-12-23").out
    assert "1-x1" not in run("list", "--known", "2026-11-23").out


def test_it_can_be_updated_and_dropped(run: Run, path: Path) -> None:
    run("add", "1", "--title-en", "New", "--target", "FY2027")
    assert run("update", "1-x1", "--fy", "2028", "--reason", "budget").code == 0
    assert run("drop", "1-x1", "--reason", "budget").code == 0
    assert found(path, "1-x1").status == "dropped"
    assert [run("undo").code for _ in range(3)] == [0, 0, 0]
    assert "1-x1" not in ids(path)


@pytest.mark.parametrize("between", [", ", ",\n  ", ", # first\n  # more\n  "])
def test_a_list_in_brackets_gets_it_and_gives_it_back(
    run: Run, write_plan: WritePlan, between: str
) -> None:
    block = "{{id: {}, title: a, charts: [1], kind: deadline, target: FY2020, status: active}}"
    inside = between.join(block.format(name) for name in ("1-1", "1-2"))
    path = write_plan(text=HEADER.replace("milestones:\n", f"milestones: [{inside}]\n"))
    before = path.read_bytes()
    assert run("add", "1", "--title-ja", "x", "--target", "FY2023").code == 0
    assert run("check").code == 0
    made = path.read_bytes()
    head, _, rest = made.partition(b", {id: 1-x1, ")
    assert head + rest.partition(b"}]}")[2] == before
    assert run("undo").code == 0
    assert path.read_bytes() == before


class TestAnyId:
    """Nothing that is written is refused when it is read."""

    @pytest.mark.parametrize(
        "name",
        [
            *("4-1a", "1-1a", "2-31a", "A4369.9", "CAMM6995", "F17S", "T&SC-1150-0600", "R6-8-2"),
            *(
                "LDM-503-11",
                "LDM-503-11a",
                "第2-1",
                "4369.9",
                "1e5",
                "2026-11",
                "on",
                "null",
                "0x1F",
            ),
            *("1_000", "7+1", "A-", "1-X1"),
        ],
    )
    def test_it_is_read_updated_and_taken_back(self, run: Run, path: Path, name: str) -> None:
        before = path.read_bytes()
        done = run("add", "1", "--id", name, "--title-en", "A", "--fy", "2023")
        assert done.code == 0, done.err
        assert run("check").code == 0, run("check").out
        assert load_plan(path).plan.by_id[name].topic == 1
        assert run("update", name, "--status", "active").code == 0
        assert run("show", name.lower()).code == 0
        assert run("undo").code == 0
        assert run("undo").code == 0
        assert path.read_bytes() == before

    @pytest.mark.parametrize(
        "name", ["17", "-1", "a b", "a/b", "a:b", "_1", "a,b", "x" * 41, "１-2", "#1"]
    )
    def test_what_is_no_id_is_refused(self, run: Run, path: Path, name: str) -> None:
        before = path.read_bytes()
        done = run("add", "1", f"--id={name}", "--title-en", "A")
        assert done.code == 2
        assert "is no milestone id; expected letters and digits" in done.err
        assert path.read_bytes() == before

    @given(st.from_regex(r"[0-9A-Za-zあ第][0-9A-Za-zあ.\-_&+]{0,8}", fullmatch=True))
    @settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_whatever_is_taken_is_read_again(self, write_plan: WritePlan, name: str) -> None:
        path = write_plan(milestone("1-1"), milestone("2-1"))
        before = path.read_bytes()
        done = invoke(("add", "2", f"--id={name}", "--title-en", "A", "--plan", str(path)))
        if done.code:
            assert path.read_bytes() == before
        else:
            assert name in load_plan(path).plan.by_id
            assert invoke(("undo", "--plan", str(path))).code == 0
            assert path.read_bytes() == before
