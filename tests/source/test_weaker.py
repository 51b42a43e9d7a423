"""What promises less than it did, by kinds of wording, in both languages, and what does not."""

from __future__ import annotations

import pytest

from spaceplan.source.compare.weaker import weakened

# (the old wording, the new one, whether it promises less)
Case = tuple[str, str, bool]

VERBS: list[Case] = [
    ("水門を2026年度までに改修する。【国交省】", "水門の改修の在り方を検討する。【国交省】", True),
    (
        "2025年度以降、電子処方箋の運用を開始する。",
        "電子処方箋の実現可能性に関する協議を進める。",
        True,
    ),
    ("要素技術の獲得を目指す。", "要素技術の動向に関する調査を行う。", True),
    ("港湾間の連携強化を行う。", "港湾関係者との意見交換を行う。", True),
    ("10品目の登録の申請を行う。", "登録への支援の在り方を検討する。", True),
    ("全量の検査を義務化する。", "全量の検査を促進する。", True),
    ("人材を育て、地域の産業につなげていく。", "人材の育成の在り方を検討する。", True),
    (
        "観測網の構築を推進する。",
        "観測網の構築を推進するとともに、次期計画の議論に参画する。",
        False,
    ),
    ("動向について情報収集を行う。", "動向について情報収集を続け、活用の在り方を検討する。", False),
    ("国際協力を推進する。", "国際協力の事業を継続し、展開に向けた検討を行う。", False),
    ("基盤の維持・強化を目指す。", "基盤の維持・強化に引き続き取り組む。", False),
    ("候補の検討を進めるとともに、小型機の開発を推進する。", "候補の技術検討を進める。", False),
    ("機関を2024年度中に設立する。", "準備室での試行を経て、2026年度中に機関を設立する。", False),
    (
        "講習を継続し、100名を育てる。",
        "講習について、100名の達成に向けて活躍の場の確保を図る。",
        False,
    ),
    ("診療網の拡充を図る。また、医師の派遣を行う。", "医師の派遣に取り組む。", True),
    ("船員の確保に取り組む。また、訓練を行う。", "船員の確保に取り組む。", False),
    ("港湾間の連携強化を図る。", "航路の再編を行う。また、港湾間の協力を深める。", False),
    ("土壌の調査を実施する。", "土壌の研究計画を見直していく。", False),
    ("土壌の改良を実施する。", "土壌の改良に関する研究を行う。", True),
    ("農地の情報を把握し、連携を図る。", "農地の調査分析を行う。", False),
    ("Enact a ports law in 2026.", "Hold a public consultation on ports in 2027.", True),
    ("Enact a ports law in 2026.", "Conduct a feasibility study of ports in 2027.", True),
    ("Enact a ports law in 2026.", "Launch a ports inspectorate for review in 2027.", False),
    ("Hold talks on ports.", "Hold a workshop on ports.", False),
    ("Launch the buoy network.", "Explore options for the buoy network.", True),
    ("The port will electrify its cranes.", "The port will seek to electrify its cranes.", True),
    ("Roll out electronic records.", "Pilot electronic records.", True),
    ("Adopt a standard by 2027.", "Consider a standard that the Union will apply in 2027.", True),
    ("Adopt a standard by 2027.", "Adopt a standard, and consider others, by 2028.", False),
    ("Review the act.", "Amend the act.", False),
]

CONDITIONS: list[Case] = [
    ("The clinic will open by 2026.", "The clinic will open by 2026, subject to funding.", True),
    ("Dredge the channel by 2026.", "Dredge the channel by 2026 where feasible.", True),
    ("Dredge it, subject to a permit.", "Dredge it by 2027, subject to a permit.", False),
    ("Continue the scheme.", "Continue the scheme, and widen it as funds permit.", False),
    ("Continue the scheme.", "Continue the scheme as funds permit, and widen it.", True),
    ("必要があると認めるときは措置を講ずる。", "必要に応じて措置を講ずる。", False),
    ("航路を2026年度に浚渫する。", "航路を可能な範囲で浚渫する。", True),
    ("航路を必要に応じ浚渫する。", "航路を必要に応じて浚渫する。", False),
]

SCOPE: list[Case] = [
    ("全ての都道府県で実施する。", "希望する都道府県で実施する。", True),
    ("全国の港に導入する。", "主要な港に導入する。", True),
    ("全ての病院で実施する。", "2027年度までに全ての病院で実施する。", False),
    ("Inspect all bridges by 2026.", "Inspect priority bridges by 2026.", True),
    ("Every ward will be inspected.", "Selected wards will be inspected.", True),
    ("Inspect all bridges by 2026.", "Inspect all priority bridges by 2026.", False),
    ("Inspect priority bridges by 2026.", "Inspect key bridges by 2026.", False),
]

AMOUNTS: list[Case] = [
    ("年３回程度の説明会を開催する。", "年２回程度の説明会を開催する。", True),
    ("年２回の会議を開催する。", "会議を開催し、１回目の結果を公表する。", False),
    ("6割の港に導入する。", "50%の港に導入する。", True),
    ("3,000人の医師を育てる。", "残る800人の医師を育てる。", False),
    ("年間3回の演習を行う。", "年間2回の演習を行う。", True),
    ("40港に導入する。", "未導入の12港に導入する。", False),
    ("Clear 60 weirs.", "Clear the 38 weirs that are left of the 60.", False),
    ("Write plans for 40 bays.", "Write plans for the 22 bays which do not have one.", False),
    ("Deliver three ferries.", "Deliver the two outstanding ferries.", False),
    ("Map one third of the coast.", "Map one quarter of the coast.", True),
    ("Map the coast in one quarter of the year.", "Map the coast in the third quarter.", False),
    ("Invest $1.5 billion by 2027.", "Invest $900 million by 2028.", True),
    ("Convene the forum twice a year.", "Convene the forum at least once a year.", True),
    ("Open fifteen clinics.", "Open twelve clinics.", True),
    ("Sign with four partners by 2025.", "Sign with two more partners by 2027.", False),
    ("Train 40 pilots over three years.", "Train 40 pilots within two years.", False),
]

TIMES: list[Case] = [
    ("2026年度までに実用化する。", "2027年度頃に実用化する。", True),
    ("2026年度までに実用化する。", "2028年度までに実用化する。", False),
    ("Finish by June 2026.", "Finish around the end of 2027.", True),
    ("Finish by June 2026.", "Finish by June 2028.", False),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "less"), [*VERBS, *CONDITIONS, *SCOPE, *AMOUNTS, *TIMES])
def test_what_promises_less(old: str, new: str, less: bool) -> None:
    assert bool(weakened(old, new)) is less


def test_what_is_left_after_a_result_is_not_less_unless_it_is_said_of_the_whole() -> None:
    old = "Plant 60 hectares of mangroves by 2026."
    assert weakened(old, "Plant 25 hectares of mangroves by 2028.")
    assert not weakened(
        old, "Plant 25 hectares of mangroves by 2028.", "", ["35 hectares were planted."]
    )
    assert not weakened(old, "Plant 25 hectares by 2028.", "", ["35 of 60 hectares were planted."])
    assert weakened(old, "Plant 50 hectares by 2028.", "", ["35 hectares were planted."])
    assert weakened(
        old, "Bring mangroves to 40 hectares by 2028.", "", ["35 hectares were planted."]
    )


def test_a_time_that_became_only_about_so_is_told_even_where_no_word_says_it() -> None:
    assert weakened("Begin construction.", "Begin construction.", "about FY2028")
