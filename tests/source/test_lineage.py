"""What continues under other words, what is weaker, which result tells of what."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from spaceplan.source.compare.item import first_parts, items_of
from spaceplan.source.compare.match import CONTINUES, GONE, NEW, match_items
from spaceplan.source.compare.names import differ, features
from spaceplan.source.compare.told import match_results
from spaceplan.source.compare.weaker import weakened
from spaceplan.source.draft.draft import draft_plan, reference_of
from spaceplan.source.read.reader import read_document
from spaceplan.words import said

OLD = """\
海の工程表
平成30年12月11日決定
1. 観測
【工程表25】2019年度以降の取組
- 小型観測艇（TSUBAME）について、2021年度の就役を目指し建造を進める。また、深海採取計画（ABX）について、2024年度の出航を目指して事前検討に取り組む。
- 試験観測艇（9号艇）の船体の詳細設計や試作、各種試験等を継続し、2021年度の進水を目指す。
- 沿岸通信網について、2016年度～2022年度の間3号局を整備し、2022年度の運用を目指す。
- 海洋安全法の施行後五年を経過した段階で、施行状況について検討を加える。
- 港の混雑の緩和策を2020年度までにまとめる。
"""
NEW_TEXT = """\
海の工程表
令和６年12月24日決定
1. 探査
【工程表8】
2024年度末までの取組状況
- 2023年9月に支援船2隻により、TSUBAME及び気象ブイを海に出した。
2025年度以降の主な取組
- 2031年度の国内初となる標本の持ち帰りに向け、2026年度に深海採取船（ABX）を出航させるべく準備を進める。
- 新型の推進器を載せた試験観測艇９号艇を2025年度以降の進水を目指して、設計の見直しと試験を続ける。
- 沿岸の通信を着実に整えるため、2024年度中に沿岸通信３号局の運用を始める。
- 海洋観測法の施行状況を踏まえ、必要な見直しを行う。
"""


def items(text: str) -> Any:
    document = read_document(text, "d")
    return items_of(document, reference_of(document))


def test_names_and_numbers_tell_what_continues() -> None:
    matches = match_items(items(OLD), items(NEW_TEXT))
    links = {
        link.old.id + link.part.letter: (link.new.id + link.to.letter, link.to.reading)
        for match in matches
        if match.state == CONTINUES
        for link in match.links
    }
    assert links == {
        "1-1b": ("1-1b", ("deadline", "FY2026")),
        "1-2": ("1-2", ("start", "FY2025")),
        "1-3": ("1-3", ("start", "FY2024")),
    }
    assert [match.old.id for match in matches if match.state == GONE and match.old] == [
        "1-4",
        "1-5",
    ]
    assert [match.new.id for match in matches if match.state == NEW and match.new] == ["1-4"]


def test_every_link_says_why() -> None:
    matches = match_items(items(OLD), items(NEW_TEXT))
    why = [said(r, "en") for m in matches if m.state == CONTINUES for r in m.links[0].reasons]
    assert "names ABX" in why and "names 9号艇" in why and "same event 進水" in why


def test_a_result_that_names_a_milestone_is_for_a_person_to_confirm() -> None:
    document = read_document(NEW_TEXT, "d")
    (told,) = match_results(items(OLD), document.results)
    assert (told.item, told.part, told.met) == ("1-1", "a", True)


def test_who_acts_is_no_name_of_what_is_done() -> None:
    old = "計画\n1. 題\n- JAXAは、観測の精度の向上に努める。\n"
    new = "計画\n1. 題\n2024年度末までの実績\n- JAXAは、港の会議に出席した。\n今後の取組\n- 甲を行う。\n"
    assert match_results(items(old), read_document(new, "d").results) == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("海洋安全法の施行後に検討を加える。", "海洋観測法の施行状況を踏まえる。"),
        ("試験艇9号艇を進水させる。", "試験艇10号艇を進水させる。"),
    ],
)
def test_another_law_or_number_is_another_thing(first: str, second: str) -> None:
    assert differ(features(first), features(second))
    assert not differ(features(first), features(first))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("火星衛星探査計画（MMX）", {"MMX"}),
        ("技術試験衛星（ETS-9）とHTV-X", {"ETS-9", "HTV-X"}),
        ("Xバンド防衛通信衛星3号機", {"X-BAND", "3号機"}),
        ("X-band satellites and the GEO-KOMPSAT", {"X-BAND", "X", "GEO-KOMPSAT"} - {"X"}),
        ("「観測の在り方」をまとめる", {"観測の在り方"}),
        ("HTV-X１号機打上げに向けた試験", {"HTV-X", "1号機"}),
    ],
)
def test_what_names_a_thing(text: str, names: set[str]) -> None:
    assert features(text).names == names


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("調査を実施する。", "調査の実施を検討する。", True),
        ("待ち時間を平均30日に短縮する。", "待ち時間を平均60日とする。", True),
        ("16万m3の船の建造を進める。", "4万m3の船の建造を進める。", True),
        ("20の医療機関で導入する。", "導入した施設を15か所とする。", True),
        ("5疾患の集計を整備する。", "残る3疾患の集計を整備する。", False),
        ("全ての集計を2025年度までに完了する。", "集計を進め、結果を役立てる。", True),
        ("1,000万kWの案件を形成する。", "年間100万kWの指定を行う。", False),
        ("20の自治体への導入を進める。20件を行う。", "10件を行う。", True),
        ("2025年度までに完成させる。", "2025年度を目途に完成させる。", True),
        ("The agency will publish the data.", "The agency may publish the data.", True),
        ("Launch the satellite.", "Study the satellite.", True),
        ("調査を実施する。", "調査を着実に実施する。", False),
        ("検討を進める。", "導入を進める。", False),
        ("10件を行う。", "20件を行う。", False),
        ("2025年度までの整備を目指す。", "2025年度を目途に整備する。", True),
        ("2025年度に開始する。", "2026年度の開始を目指す。", False),
        ("待ち時間を20件以下に減らす。", "待ち時間を10件以下に減らす。", False),
        ("Move at least 75 high-volume services.", "Move 60 of the most used services.", True),
        ("Raise the number of guides to 500 by 2026.", "Raise it to 350 by 2027.", True),
        ("Reduce vacancies to below 10% by May 2025.", "Reduce vacancies to below 8%.", False),
        ("All will meet the profile by 2025.", "All will aim to meet the profile by 2025.", True),
        ("All will meet it by 2025.", "All will meet it around the end of 2025.", True),
        ("Expand the network of radars.", "Consider the expansion of the network.", True),
        ("Hold a meeting by 30 June 2025.", "Hold a meeting by 12 June 2026.", False),
        ("Publish the data.", "Publish the data that others may use.", False),
        ("The unit will open it by 2027.", "The unit will open it by May 2027.", False),
        ("Open it on 3 April 2027.", "Open it on May 3, 2027.", False),
        ("2025年度を目途に行う。", "2025年度までに行う。", False),
        ("Study the satellite.", "Launch the satellite.", False),
    ],
)
def test_watering_down(old: str, new: str, told: bool) -> None:
    assert bool(weakened(old, new)) is told


def test_a_split_commitment_goes_on_in_several() -> None:
    old = "計画\n1. 題\n- 観測艇（QZX-3）の運用を続け、2021年度に後を決める。\n- 別の件を行う。\n"
    new = (
        "計画\n1. 題\n- QZX-3を2024年度まで使う。\n- QZX-3の後を2023年度にまとめる。\n"
        "- まったく異なる話題の会合を開く。\n"
    )
    matches = match_items(items(old), items(new))
    pairs = [(m.old.id, m.new.id) for m in matches if m.state == CONTINUES and m.old and m.new]
    assert ("1-1", "1-1") in pairs and ("1-1", "1-2") in pairs


def test_the_page_ends_in_what_an_analyst_acts_on(run: Any, folder: Path) -> None:
    Path("old.txt").write_text(OLD, "utf-8")
    Path("new.txt").write_text(NEW_TEXT, "utf-8")
    done = run("source", "diff", "old.txt", "new.txt")
    text = done.out.partition("What to act on\n")[2]
    assert "Slipped or moved (3)" in text
    assert "1-1a  deadline FY2031: 国内初となる標本の持ち帰り" in text
    assert "Gone without a result (2)" in text
    assert "(told as met: to be confirmed)" in done.out


@pytest.mark.parametrize(
    ("name", "begins"), [("p.html", "<!doctype html>"), ("p.md", "## "), ("p.txt", "old<b>.txt → ")]
)
def test_the_page_is_a_file_too(run: Any, folder: Path, name: str, begins: str) -> None:
    Path("old<b>.txt").write_text(OLD, "utf-8")
    Path("new.txt").write_text(NEW_TEXT, "utf-8")
    assert run("source", "diff", "old<b>.txt", "new.txt", "-o", name).code == 0
    text = Path(name).read_text("utf-8")
    assert text.startswith(begins) and "What to act on" in text
    assert "<b>.txt →" not in text or not name.endswith("html")
    done = run("source", "diff", "old<b>.txt", "new.txt", "-o", name)
    assert done.code == 2 and "--force" in done.err


def test_the_proposal_retimes_what_continues_and_applies_no_claim(run: Any, folder: Path) -> None:
    Path("old.txt").write_text(OLD, "utf-8")
    Path("new.txt").write_text(NEW_TEXT, "utf-8")
    assert run("source", "import", "old.txt", "-o", "milestones.yaml").code == 0
    done = run(
        *("source", "reconcile", "new.txt", "--old", "old.txt", "--label", "R6"),
        *("-o", "proposal.yaml", "--plan", "milestones.yaml"),
    )
    assert done.code == 0
    text = Path("proposal.yaml").read_text("utf-8")
    assert "once confirmed: spaceplan update 1-1a --status done --on DATE --source R6" in text
    assert "status: done" not in text
    assert run("apply", "proposal.yaml", "--plan", "milestones.yaml").code == 0
    done = run("list", "--json", "--plan", "milestones.yaml")
    targets = {one["id"]: one["target"] for one in json.loads(done.out)["milestones"]}
    assert (targets["1-1a"], targets["1-1b"], targets["1-2"]) == ("FY2021", "FY2026", "FY2025")


def test_one_long_word_in_common_is_no_lineage() -> None:
    head = "計画\n令和5年12月24日決定\n1. 題\n【工程表1】2024年度以降の取組\n"
    old = "- 防衛分野における準天頂衛星システムの利用の拡大について検討する。\n"
    new = "- 準天頂衛星システムについて、7機体制から11機体制に向けた開発を進める。\n"
    matches = match_items(items(head + old), items(head + new))
    assert [match.state for match in matches] == ["new", "gone"]
    (link,) = matches[1].links
    assert not link.sure


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        # Words of the field, and what is done to anything, make no candidate.
        ("漁港の施設の運用の在り方を検討する。", "空港の施設の運用の強化を検討する。", False),
        ("病院の体制の強化を積極的に進める。", "消防の体制の強化を積極的に図る。", False),
        # A thing that hardly another wording names does.
        (
            "漁港の泊地に自記水位計を置き、潮位の記録を公開する。",
            "山間の橋の開通に先立ち、自記水位計の貸与について関係者と話し合う。",
            True,
        ),
    ],
)
def test_a_candidate_has_something_in_common_that_tells(old: str, new: str, named: bool) -> None:
    field = "".join(
        f"- {what}の施設の運用の強化を検討し、体制を整える。\n"
        for what in ["鉄道", "道路", "農地", "森林"]
    )
    head = "計画\n1. 題\n"
    matches = match_items(items(f"{head}- {old}\n{field}"), items(f"{head}{field}- {new}\n"))
    (gone,) = (match for match in matches if match.state == GONE)
    assert bool(gone.links) is named


def linked(old: str, new: str) -> set[tuple[str, str]]:
    matches = match_items(
        items(old), items(new), match_results(items(old), read_document(new, "d").results)
    )
    return {(m.old.id, m.new.id) for m in matches if m.old and m.new}


def roadmap(plans: str, results: str = "") -> str:
    head = "Roadmap\n\n1. Services\n\n"
    told = f"Results\n\n{results}\n\n" if results else ""
    return f"{head}{told}Actions from FY 2026\n\n{plans}\n"


OTHERS = """\
- Publish figures on the energy use of data centres each year.
- Train the clerks of the harbour office in first aid.
- Renew the lighting of the northern quays.
"""


@pytest.mark.parametrize(
    ("old", "new", "goes_on"),
    [
        # One verb done to another thing of its kind.
        (
            "Establish the national register of business addresses by March 2025.",
            "Establish the national register of property ownership by March 2028.",
            False,
        ),
        (
            "Review the Electronic Signatures Act and report to Parliament by June 2024.",
            "Review the Electronic Communications Act and report to Parliament by June 2027.",
            False,
        ),
        # Another verb, the same thing.
        (
            "Test an assistant for caseworkers in two agencies.",
            "Roll out the assistant to caseworkers in ten agencies by the end of 2027.",
            True,
        ),
        (
            "Launch the polar weather satellite Boreas-2 in FY 2025.",
            "Launch Boreas-2 in FY 2027 after its integration with the new vehicle.",
            True,
        ),
        # One verb done to the same thing, with other words about it behind.
        (
            "Hold an open geoscience workshop with the regional surveys each year.",
            "Hold the open geoscience workshop annually, alternating between host cities.",
            True,
        ),
        (
            "Open a network of five regional centres for mining skills by September 2026.",
            "Open three regional centres for mining skills, in Ash, Birch and Cedar, by 2027.",
            True,
        ),
        (
            "Publish an inventory of cycling gaps in border regions every year.",
            "Publish the inventory of cycling gaps, now with a chapter on tunnels, every year.",
            True,
        ),
        (
            "Plant windbreaks along the drained polders with farmers by 2026.",
            "Plant 40 km of windbreaks along the drained polders, under new contracts, by 2028.",
            True,
        ),
        # One verb done to another thing, with the same words behind.
        (
            "Hold an open geoscience workshop with the regional surveys each year.",
            "Hold a closed procurement hearing with the regional surveys each year.",
            False,
        ),
        (
            "Deploy 30 coastal tide gauges with the harbour masters by 2025.",
            "Deploy 50 river level gauges with the harbour masters by 2028.",
            False,
        ),
        (
            "Introduce a common pay framework for nurses by 2025.",
            "Introduce a common career framework for surveyors by 2027.",
            False,
        ),
        (
            "Plant windbreaks along the drained polders with farmers by 2026.",
            "Plant orchards along the railway embankments with farmers by 2028.",
            False,
        ),
    ],
)
def test_the_thing_and_not_the_sentence_goes_on(old: str, new: str, goes_on: bool) -> None:
    found = linked(roadmap(OTHERS + f"- {old}"), roadmap(f"- {new}\n" + OTHERS))
    assert (("1-4", "1-1") in found) is goes_on


@pytest.mark.parametrize(
    ("old", "new", "goes_on"),
    [
        ("ポートナビの利用を促す。", "ポートナビについて、1,000社に広げる。", True),
        (
            "港の日報におけるポートナビの活用を調べる。",
            "ポートナビについて、1,000社に広げる。",
            False,
        ),
        ("港湾法に基づき東浜港の整備を完了する。", "港湾法に基づき北崎港の整備を完了する。", False),
    ],
)
def test_what_both_wordings_are_about_goes_on(old: str, new: str, goes_on: bool) -> None:
    same = "- 東浜港の整備を次の計画で完了する。\n" if "東浜港" in old else ""
    others = "- 港の混雑の緩和策をまとめる。\n- 曳船の乗組員の教材を作る。\n"
    head = "計画\n1. 題\n"
    found = linked(f"{head}- {old}\n{others}", f"{head}- {new}\n{others}{same}")
    assert (("1-1", "1-1") in found) is goes_on


def test_who_acts_makes_no_two_commitments_one() -> None:
    old = OTHERS + "- Table the amendments to the quarantine rules by June 2024 (QXB)."
    new = "- Answer every request for an early opinion within 45 days (QXB).\n" + OTHERS
    found = []
    for text in (roadmap(old), roadmap(new)):
        document = read_document(text, "d")
        drafted = first_parts(draft_plan(document, {}, reference_of(document)).milestones)
        found.append(items_of(document, reference_of(document), drafted))
    assert found[0][-1].owner == found[1][0].owner != ()
    assert ("1-4", "1-1") not in {
        (m.old.id, m.new.id) for m in match_items(*found) if m.old and m.new
    }


MERGED_OLD = """\
- Create a catalogue of the seed banks and keep it up to date.
- Draw up a common labelling standard for all seed samples by 2025.
- Renew the cold stores of the southern seed bank.
"""


@pytest.mark.parametrize(
    ("new", "merged"),
    [
        (
            "Apply the common labelling standard for seed samples to the catalogue of the seed "
            "banks by 2027.",
            {("1-1", "1-1"), ("1-2", "1-1")},
        ),
        ("Apply the common labelling standard for all seed samples by 2027.", {("1-2", "1-1")}),
    ],
)
def test_what_only_one_of_two_has_in_common_with_a_successor_says_that_it_was_merged(
    new: str, merged: set[tuple[str, str]]
) -> None:
    found = linked(roadmap(MERGED_OLD + OTHERS), roadmap(f"- {new}\n{OTHERS}"))
    assert {pair for pair in found if pair[1] == "1-1"} == merged


@pytest.mark.parametrize(
    ("old", "new", "goes_on"),
    [
        # What a wording only starts from is no thing that it has in common with another.
        (
            "灌漑用水の水温上昇の把握のため、堰の自記水位計を16台に増やす。",
            "灌漑用水の水温上昇の把握のため、無人機で葉色を測る手法を実証する。",
            False,
        ),
        (
            "灌漑用水の水温上昇の把握のため、堰の自記水位計を16台に増やす。",
            "堰の自記水位計について、水温の測定も含め、30台まで増やす。",
            True,
        ),
    ],
)
def test_a_purpose_in_common_is_no_thing_in_common(old: str, new: str, goes_on: bool) -> None:
    others = (
        "- 港の混雑の緩和策をまとめる。\n- 曳船の乗組員の教材を作る。\n- 病院の献立を改める。\n"
    )
    found = linked(f"計画\n1. 題\n- {old}\n{others}", f"計画\n1. 題\n- {new}\n{others}")
    assert (("1-1", "1-1") in found) is goes_on


def test_a_result_names_what_goes_on_under_that_name() -> None:
    old = OTHERS + "- Develop a shared information system for emergencies by March 2025."
    new = "- Extend BEACON-ONE to all regional authorities by 2027.\n" + OTHERS
    result = "- The shared information system for emergencies (BEACON-ONE) went live in April 2024."
    assert ("1-4", "1-1") not in linked(roadmap(old), roadmap(new))
    assert ("1-4", "1-1") in linked(roadmap(old), roadmap(new, result))


@pytest.mark.parametrize(
    ("aim", "result", "met", "day"),
    [
        ("観測船を2024年度に進水させる。", "観測船は2024年5月7日に進水した。", True, "2024-05-07"),
        ("観測船を2024年度に進水させる。", "観測船の進水には至らなかった。", False, ""),
        ("観測船を2024年度に進水させる。", "観測船の進水に失敗した。", False, ""),
        ("観測船を2024年度に進水させる。", "観測船の水槽試験を行った。", False, ""),
        (
            "観測船を2024年度に進水させる。",
            "観測船の建造契約を2023年3月に締結した。",
            False,
            "2023-03",
        ),
        ("航路の日数を平均30日に短縮する。", "航路の日数は平均94日となった。", False, ""),
        ("海図の項目を250項目以上とする。", "海図の項目数は230となった。", False, ""),
        ("航路の手引きを作成する。", "航路の手引きの記載は終わらなかった。", False, ""),
        ("全ての港に標識を導入する。", "標識を導入した港は約8割となった。", False, ""),
        ("予約の仕組みの利用を開始する。", "予約の仕組みの先行的な利用を開始した。", False, ""),
        ("改正法案を提出する。", "一部改正法の改正法案を2023年6月に提出した。", True, "2023-06"),
        (
            "海図の開発に着手する。",
            "海図の開発に2024年1月に着手し、2025年2月から10港で試した。",
            True,
            "2024-01",
        ),
        ("観測船の20件の実証を2024年度に行う。", "観測船の実証を4件実施した。", False, ""),
        ("観測船の利用を推進する。", "観測船の利用が増えた。", False, ""),
        ("Open ten quays by 2025.", "Ten quays were opened in May 2024.", True, "2024-05"),
        ("Open ten quays by 2025.", "Two quays were opened in May 2024.", False, "2024-05"),
        ("Open ten quays by 2025.", "The opening of ten quays was delayed.", False, ""),
        ("Open ten quays by 2025.", "Nine of the ten quays were opened.", False, ""),
    ],
)
def test_what_a_result_claims_and_when(aim: str, result: str, met: bool, day: str) -> None:
    head = "計画\n1. 題\n" if "。" in aim else "Roadmap\n\n1. Quays\n\n"
    results = "2024年度末までの実績\n" if "。" in aim else "Results\n\n"
    document = read_document(f"{head}{results}- {result}\n", "d")
    (told,) = match_results(items(f"{head}- {aim}\n"), document.results)
    assert (told.met, str(told.day or "")) == (met, day)


PAIRS = Path(__file__).resolve().parents[2] / "benchmarks" / "documents"


@pytest.mark.parametrize("pair", ["ground", "digital", "revision"])
@pytest.mark.parametrize("with_old", [True, False])
def test_a_revision_that_was_applied_is_proven_and_proposes_nothing_more(
    run: Any, folder: Path, pair: str, with_old: bool
) -> None:
    old, new = str(PAIRS / f"{pair}.old.txt"), str(PAIRS / f"{pair}.new.txt")
    assert run("source", "import", old, "-o", "milestones.yaml").code == 0
    before = Path("milestones.yaml").read_bytes()
    args = ["source", "reconcile", new, "--label", "R9", "-o", "p.yaml", "--force"]
    args += ["--old", old] if with_old else []
    assert run(*args).code == 0
    assert run("apply", "p.yaml").code == 0
    done = run("source", "check", new)
    assert done.lines[-1].endswith("word for word, by their places in R9")
    same, of = done.lines[-1].split(" of ")
    assert same == of.split(" ")[0]
    assert run(*args).code == 0
    assert "changes: []\n" in Path("p.yaml").read_text("utf-8")
    assert run("undo").code == 0
    assert Path("milestones.yaml").read_bytes() == before
