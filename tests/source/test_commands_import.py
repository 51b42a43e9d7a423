"""``spaceplan source import``, called as a user does."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from source.documents import NEW, OLD
from support import SHIPPED, milestone

from spaceplan.files.content import Content, decode
from spaceplan.plan_file.load import load_plan
from spaceplan.plan_file.read import inspect
from spaceplan.roadmap.model import Plan
from spaceplan.source.draft.draft import NothingToDraft, draft_plan, reference_of
from spaceplan.source.draft.draft_item import NO_LANGUAGE, TOO_MANY, UNREAD_TIME
from spaceplan.source.draft.owners import registry_of
from spaceplan.source.draft.proposals import NO_TIME, NO_WORDS
from spaceplan.source.draft.roles import ENGLISH, JAPANESE
from spaceplan.source.draft.write_draft import draft_text, frame_of
from spaceplan.source.read.lines import DocumentError
from spaceplan.source.read.reader import read_document
from spaceplan.words import table


@pytest.fixture
def new(folder: Path) -> Path:
    path = folder / "new.txt"
    path.write_text(NEW, encoding="utf-8")
    return path


def drafted(path: Path) -> Any:
    return load_plan(path).plan


def test_the_draft_passes_check_at_once(run: Any, new: Path) -> None:
    done = run("source", "import", new, "-o", "plan.yaml")
    assert (done.code, done.err) == (0, "")
    assert done.lines[:2] == [
        "plan.yaml:",
        "3 topics, 7 bullets (1 repeat), 6 milestones; 1 result kept apart",
    ]
    assert run("check", "--strict", "plan.yaml").code == 0
    text = Path("plan.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=milestones.schema.json\n")


def test_what_the_document_says_is_in_the_plan(run: Any, new: Path) -> None:
    run("source", "import", new, "-o", "plan.yaml")
    plan = drafted(Path("plan.yaml"))
    assert (plan.revision, plan.decided) == ("R2", date(2020, 6, 29))
    assert plan.title.ja == "宇宙工程表（試し改訂）"
    assert [(topic.number, topic.title.ja, topic.charts) for topic in plan.topics] == [
        (1, "測位衛星", ("1",)),
        (2, "輸送", ("18",)),
        (3, "教育", ("40",)),
    ]
    rocket = plan.by_id["2-2"]
    assert (rocket.kind, str(rocket.target), str(rocket.baseline)) == (
        "deadline",
        "FY2021",
        "FY2021",
    )
    assert (rocket.owner, rocket.basis) == (("CAO",), "stated")
    assert plan.by_id["3-2"].same_as == "1-2"
    assert plan.by_id["1-2"].text == plan.by_id["3-2"].text


def test_results_are_shown_and_give_no_milestone(run: Any, new: Path) -> None:
    run("source", "import", new, "-o", "plan.yaml")
    assert not any("燃焼試験" in one.title.ja for one in drafted(Path("plan.yaml")).entries)
    assert "new.txt:12: 新型ロケットの試験機の燃焼試験" in Path("plan.yaml").read_text("utf-8")
    assert "新型ロケットの試験機の燃焼試験" in run("source", "import", new, "--explain").out


def test_what_is_given_goes_before_what_the_document_says(run: Any, new: Path) -> None:
    run(
        "source",
        "import",
        new,
        "-o",
        "p.yaml",
        "--decided",
        "2020-07-01",
        "--title",
        "題",
        "--label",
        "X1",
    )
    plan = drafted(Path("p.yaml"))
    assert (plan.title.ja, plan.revision, plan.decided) == ("題", "X1", date(2020, 7, 1))


def test_a_document_without_a_day_gets_one_and_says_so(run: Any, folder: Path) -> None:
    Path("d.txt").write_text("1. 題\n【工程表1】2019年度以降の取組\n- 甲を毎年行う。\n", "utf-8")
    done = run("source", "import", "d.txt", "-o", "p.yaml")
    assert "the document names no day; 2019-04-01 stands for it (--decided DATE)" in done.out
    assert drafted(Path("p.yaml")).decided == date(2019, 4, 1)
    assert "# The document names no day" in Path("p.yaml").read_text("utf-8")


def test_nothing_is_overwritten_without_being_told(run: Any, new: Path) -> None:
    Path("p.yaml").write_text("mine", "utf-8")
    done = run("source", "import", new, "-o", "p.yaml")
    assert done.code == 2
    assert "p.yaml: exists already; name another file, or add --force" in done.err
    assert Path("p.yaml").read_text("utf-8") == "mine"
    assert run("source", "import", new, "-o", "p.yaml", "--force").code == 0
    assert drafted(Path("p.yaml")).entries


def test_without_a_file_the_draft_is_printed(run: Any, new: Path) -> None:
    done = run("source", "import", new)
    assert inspect(decode(done.raw, "out")).faults == ()


def test_lines_that_were_not_read_are_told_and_kept_as_comments(run: Any, folder: Path) -> None:
    Path("d.txt").write_text("1. 題\n  - 甲を行う。\nはぐれた語\n\n  - 乙を行う。\n", "utf-8")
    done = run("source", "import", "d.txt", "-o", "p.yaml")
    told = "d.txt:3: text outside any bullet or question: はぐれた語"
    assert done.err == told + "\n"
    assert f"#   {told}\n" in Path("p.yaml").read_text("utf-8")


def test_a_comment_tells_where_the_draft_is_unsure(run: Any, folder: Path) -> None:
    Path("d.txt").write_text("1. 題\n- 施行後5年を経過した段階で見直す。\n", "utf-8")
    run("source", "import", "d.txt", "-o", "p.yaml")
    assert "    # check: confidence low: ongoing: 施行後5年" in Path("p.yaml").read_text("utf-8")
    run("source", "import", "d.txt", "-o", "p.yaml", "--force", "--lang", "ja")
    assert "    # check: 確度低: 継続: 「施行後5年」は出来事から数える" in Path("p.yaml").read_text(
        "utf-8"
    )


@pytest.mark.parametrize("said", ["today", "今日", "R2.7.1", "２０２０/7/1"])
def test_the_decided_day_is_said_as_every_day_is(
    run: Any, new: Path, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    monkeypatch.setattr("spaceplan.roadmap.truth.today", lambda plan: date(2020, 7, 1))
    assert run("source", "import", new, "-o", "p.yaml", "--decided", said).code == 0
    assert drafted(Path("p.yaml")).decided == date(2020, 7, 1)


def test_explain_says_for_every_bullet_what_was_decided_and_why(run: Any, new: Path) -> None:
    done = run("source", "import", new, "--explain")
    assert "deadline FY2024: 2024年度に: to be achieved in it [confidence high]" in done.out
    assert "repeats 1-2" in done.out
    japanese = run("source", "import", new, "--explain", "--lang", "ja").out
    assert "期限 FY2024: 「2024年度に」はその時に達成する [確度高]" in japanese


def test_explain_as_data(run: Any, new: Path) -> None:
    data = json.loads(run("source", "import", new, "--explain", "--json").out)
    assert (data["command"], data["count"], data["decided_guessed"]) == ("source import", 7, False)
    first = data["milestones"][0]
    assert first["why"] == [{"words": "2024年度に", "why": "to be achieved in it"}]
    assert (first["target"], first["confidence"]) == ("FY2024", "high")
    lines = run("source", "import", new, "-f", "jsonl").lines
    assert [json.loads(line)["id"] for line in lines] == [one["id"] for one in data["milestones"]]


def test_owners_are_those_of_the_plan_in_use(run: Any, write_plan: Any, new: Path) -> None:
    write_plan(milestone("1-1"))
    run("source", "import", new, "-o", "p.yaml")
    assert set(drafted(Path("p.yaml")).owners) == {"CAO", "MEXT"}
    Path("d.txt").write_text("1. 題\n- 気象庁は、甲を行う。\n", "utf-8")
    done = run("source", "import", "d.txt", "-o", "q.yaml")
    assert "気象庁 acts in 1 item; no registry has it" in done.out


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("見出しのない文。\n", "holds no numbered topic"),
        ("1. 題だけ\n", "no bullet under any of them"),
        ("", "is empty"),
        ("\n \n", "is empty"),
        ("{\\rtf1 1. x}", "is a file of Word"),
        # A novel and a table of something else hold no list of commitments.
        ("その一\n　彼は歩いた。\n― どこへ。\n― 海へ。\n", "holds no numbered topic"),
        ("id,name,due\n1,Sensor,2027-03-31\n2,Widget,2028-01-01\n", "holds no numbered topic"),
        ("1. 題\n" + "①節\n" * 300 + "- 甲を行う。\n", "more than 200 subsections"),
        ("\x01\x02\x03" * 100, "is binary"),
    ],
)
def test_what_is_no_roadmap_is_told(run: Any, folder: Path, text: str, message: str) -> None:
    Path("d.txt").write_text(text, "utf-8")
    done = run("source", "import", "d.txt", "-o", "p.yaml")
    assert done.code == 2
    assert message in done.err
    assert not Path("p.yaml").exists()


def test_more_commitments_than_letters_are_left_to_a_person() -> None:
    text = "1. 題\n- " + "".join(f"甲{n}を{2001 + n}年度に作る。" for n in range(40)) + "\n"
    (one,) = draft_plan(read_document(text, "d"), {}).milestones
    assert (one.id, one.kind, one.sure) == ("1-1", "ongoing", "low")


def test_every_reason_has_its_sentence() -> None:
    whys = {role.why for role in (*JAPANESE.rows, *ENGLISH.rows)} | {NO_TIME, NO_WORDS}
    said = table("source")
    assert {f"why-{why}" for why in (*whys, NO_LANGUAGE, TOO_MANY, UNREAD_TIME)} <= said.keys()


WORDS = st.sampled_from(
    [
        "衛星を", "内閣府は、", "文科省との連携により、", "2020年度に", "令和3年度までに", "毎年", "年2回", "来年度に",
        "2030年代に", "2019年度〜2022年度の間", "2024年度から2020年度に", "施行後5年で", "打ち上げる。", "検討を行う。",
        "開始するとともに、", "継続する", "を見据え、", "（再掲）", "「甲: 乙」", " # ", "{}[]", "'\"", "\n", "\n\n", "、", "。", "2019年央を目途に",
        "2018年度中も含めて早期に", "H3", "Galileo ", "\t", "- ", "※", "②",
    ]
)  # fmt: skip
LINES = st.one_of(
    st.sampled_from(
        [
            "- ", "・", "1. ", "2．題", "3 甲乙", "①節", "【工程表 1、2-①】2019年度以降の取組", "⇒なぜ: #か",
            "【小見出し】", "2024年末までの取組状況", "2025年以降の主な取組", "12", "\f", "目次……3", "第1章",
        ]
    ),
    WORDS,
    st.text(max_size=12),
)  # fmt: skip
DOCUMENTS = st.lists(
    st.tuples(LINES, st.lists(WORDS, max_size=6)).map(lambda pair: pair[0] + "".join(pair[1])),
    max_size=30,
).map(lambda lines: "1. 題\n- 甲を行う。\n" + "\n".join(lines))


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(DOCUMENTS)
def test_the_draft_of_any_document_is_a_sound_plan(text: str) -> None:
    plan = load_plan(SHIPPED).plan
    try:
        document = read_document(text, "d.txt")
        draft = draft_plan(document, registry_of(plan.owners), reference_of(document))
    except (DocumentError, NothingToDraft):
        return
    frame = frame_of(document, today=date(2026, 11, 24), lang="en")
    inspection = inspect(Content("draft", draft_text(draft, frame, plan)))
    # A clause of which nothing shorter is safe stands whole, and a person is told.
    assert not [one for one in inspection.findings if one.what.key != "plan_file.long-title"]
    assert inspection.plan is not None
    assert [one.id for one in inspection.plan.entries] == [one.id for one in draft.milestones]


def test_a_topic_without_a_title_is_called_by_its_number(run: Any, folder: Path) -> None:
    Path("d.txt").write_text("1. 題\n- 甲を行う。\n第1章\n1. \n- 衛星を\n", "utf-8")
    assert run("source", "import", "d.txt", "-o", "p.yaml").code == 0
    assert [topic.title.ja for topic in drafted(Path("p.yaml")).topics] == ["1"]


def test_a_repeat_without_words_repeats_what_the_item_before_it_is(run: Any, folder: Path) -> None:
    Path("d.txt").write_text("1. 題\n- 甲を行う。\n- （再掲）\n- （再掲）\n", "utf-8")
    assert run("source", "import", "d.txt", "-o", "p.yaml").code == 0
    entries = drafted(Path("p.yaml")).entries
    assert [(one.id, one.same_as) for one in entries] == [
        ("1-1", ""),
        ("1-2", "1-1"),
        ("1-3", "1-1"),
    ]


def test_a_repeat_without_words_and_nothing_before_it_stands_alone() -> None:
    document = read_document("1. 題\n- （再掲）\n- 甲を行う。\n", "d")
    first, second = draft_plan(document, {}).milestones
    assert (first.id, first.same_as, first.sure) == ("1-1", "", "low")
    assert (second.id, second.same_as) == ("1-2", "")


def test_the_old_one_too(run: Any, folder: Path) -> None:
    Path("old.txt").write_text(OLD, "utf-8")
    assert run("source", "import", "old.txt", "-o", "p.yaml").code == 0
    (topic,) = [one for one in drafted(Path("p.yaml")).topics if one.number == 2]
    assert [question.ja for question in topic.questions] == ["何を急ぐか。"]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Harbour Action Plan\n\nMarch 2026\n", "2026-03-31"),
        ("港湾行動計画\n令和8年2月\n", "2026-02-28"),
        ("Harbour Action Plan\n\n12 March 2026\n", "2026-03-12"),
    ],
)
def test_a_document_that_names_its_month_alone_was_decided_by_its_end(
    run: Any, head: str, day: str
) -> None:
    Path("d.txt").write_text(f"{head}\n1. Quays\n\n- Repair the north quay by 2028.\n", "utf-8")
    assert f"decided: {day}" in run("source", "import", "d.txt").lines


def test_a_list_without_a_heading_is_one_topic(run: Any, folder: Path) -> None:
    text = (
        "港湾の取組\n令和8年2月3日\n・北岸壁を令和9年度までに直す。\n・南岸壁の点検を毎年度行う。\n"
    )
    Path("d.txt").write_text(text, "utf-8")
    plan = drafted_from(run, "d.txt")
    assert [(topic.number, topic.title.ja) for topic in plan.topics] == [(1, "港湾の取組")]
    assert [(one.id, one.kind, str(one.target)) for one in plan.entries] == [
        ("1-1", "deadline", "FY2027"),
        ("1-2", "recurring", "FY2025.."),
    ]
    assert str(plan.decided) == "2026-02-03"
    rows = "| Action | By when |\n| --- | --- |\n| Open the north quay | June 2027 |\n"
    Path("e.md").write_text(rows + "| Close the old quay | 2028 |\n", "utf-8")
    plan = drafted_from(run, "e.md")
    assert [str(one.target) for one in plan.entries] == ["2027-06", "2028"]


def drafted_from(run: Any, name: str) -> Plan:
    done = run("source", "import", name, "-o", f"{name}.yaml")
    assert done.code == 0, done.err
    assert run("check", "--plan", f"{name}.yaml").code == 0
    return load_plan(Path(f"{name}.yaml")).plan


def test_a_plan_is_no_document(run: Any, folder: Path) -> None:
    Path("d.txt").write_text("1. 題\n- 北岸壁を直す。\n", "utf-8")
    run("source", "import", "d.txt", "-o", "p.yaml")
    done = run("source", "import", "p.yaml", "-o", "q.yaml")
    assert (done.code, done.err) == (
        2,
        "spaceplan: p.yaml: is a plan, not a document; spaceplan source diff compares plans\n",
    )


def test_what_is_explained_cites_its_page_and_what_is_doubtful_of_results(
    run: Any, folder: Path
) -> None:
    text = "計画\n1. 題\n令和7年度末までの取組状況\n- 乙を直す。\n- 甲を調べた。\n\f"
    text += "令和8年度以降の取組\n- 丙を令和9年度までに建てる。\n"
    Path("d.txt").write_text(text, "utf-8")
    lines = [line.strip() for line in run("source", "import", "d.txt", "--explain").lines]
    assert "d.txt:5 (p. 1): 甲を調べた。" in lines
    assert "d.txt:7 (p. 2): 丙を令和9年度までに建てる。" in lines
    data = json.loads(run("source", "import", "d.txt", "--json").out)
    (doubt,) = [one["doubt"] for one in data["results"] if one["doubt"]]
    assert f"d.txt:4 (p. 1): 乙を直す。 [{doubt}]" in lines
