"""Styles in which Japanese ministries write their plans: headings, sections, headers, tables."""

from __future__ import annotations

from datetime import date

import pytest

from spaceplan.source.draft.draft import draft_plan, reference_of
from spaceplan.source.draft.read_row import read_item
from spaceplan.source.draft.time_words import Reference
from spaceplan.source.draft.titles import draft_title
from spaceplan.source.read.lines import fold_line
from spaceplan.source.read.marks import lead, section, subhead
from spaceplan.source.read.parts import Document
from spaceplan.source.read.reader import read_document
from spaceplan.source.read.section_words import PLAN, RESULT


def read(text: str) -> Document:
    return read_document(text, "d")


def drafted(text: str) -> list[str]:
    document = read(text)
    return [
        " ".join(filter(None, (one.id, one.kind, str(one.target or ""), ",".join(one.owner))))
        for one in draft_plan(document, {}, reference_of(document)).milestones
    ]


@pytest.mark.parametrize(
    "label",
    [
        "基本戦略",
        "行動目標",
        "重点分野",
        "国家戦略",
        "基本方針",
        "プロジェクト",
        "重点対策",
        "フェーズ",
    ],
)
def test_topics_are_headed_by_what_the_plan_calls_them(label: str) -> None:
    text = (
        "自然計画\n\n第２部　行動\n\n本部の読み方である。\n\n"
        f"{label}１　森の回復\n\n＜今後の施策＞\n○ 森を2030年度までに広げる。\n\n"
        f"{label}２　海の回復\n\n＜今後の施策＞\n○ 海を2031年度までに清める。\n"
    )
    document = read(text)
    assert [topic.title for topic in document.topics] == ["森の回復", "海の回復"]
    assert [b.text for b in document.bullets] == [
        "森を2030年度までに広げる。",
        "海を2031年度までに清める。",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "令和７ 年の方針である。",
        "表１　森の面積",
        "第２期の計画",
        "目標の値３",
        "約２ 割である。",
        "フェーズの１",
    ],
)
def test_other_words_with_a_number_head_no_topic(line: str) -> None:
    document = read(f"計画\n1. 森\n○ 森を広げる。\n\n{line}\n\n2. 海\n○ 海を清める。\n")
    assert [topic.title for topic in document.topics] == ["森", "海"]


@pytest.mark.parametrize(
    ("heading", "says"),
    [
        ("＜これまでの進捗＞", RESULT),
        ("【これまでの対応】", RESULT),
        ("現状", RESULT),
        ("主な成果", RESULT),
        ("令和５年度の進捗", RESULT),
        ("２　取組の進捗", RESULT),
        ("＜今後の対応＞", PLAN),
        ("今後の方向性", PLAN),
        ("当面の施策", PLAN),
        ("今後の展開", PLAN),
        ("【具体的な取組】", PLAN),
        ("これからの対策", PLAN),
        ("進捗", RESULT),
        ("前年度の取組実績", RESULT),
        ("Ｒ６年度の実績", RESULT),
        ("Ｒ７年度以降の計画", PLAN),
        ("現状・課題", RESULT),
        ("取組結果", RESULT),
        ("令和６年度の評価", RESULT),
        ("前回改訂からの進捗", RESULT),
        ("（実績）", RESULT),
        ("◎これまでの取組状況", RESULT),
        ("ア　これまでの取組", RESULT),
        ("【課題】", RESULT),
        ("実施済みの取組", RESULT),
        ("〔計画〕", PLAN),
        ("イ　今後の取組", PLAN),
        ("今後のスケジュール", PLAN),
        ("次年度の取組", PLAN),
        ("具体的施策", PLAN),
        ("重点的な取組", PLAN),
        ("講ずべき施策", PLAN),
        ("施策の展開方向", PLAN),
        ("計画期間中の取組", PLAN),
        ("目指す姿の実現に向けた取組", PLAN),
        ("■実施計画", PLAN),
        ("【対策】", PLAN),
        ("実施計画", None),
        ("災害対策", None),
        ("進捗状況の点検", None),
        ("計画期間", None),
        ("推進体制", None),
        ("令和８年度以降", None),
        ("現状に鑑み", None),
        ("灯台の改修と今後の対応", None),
        ("進捗を公表する", None),
        ("対応", None),
        ("これまでにない規模", None),
        ("今後は対応を進める。", None),
        ("主な意見", None),
        ("当面の間", None),
    ],
)
def test_what_heads_results_and_plans(heading: str, says: str | None) -> None:
    assert section(fold_line(heading)) == says


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("【環境省、文部科学省、JAXA】", None),
        ("【JAXA、文部科学省】", None),
        ("【環境省/農林水産省等】", None),
        ("【個人情報保護委員会】", None),
        ("【内閣官房、NISC】", None),
        ("【国立環境研究所、環境省】", None),
        ("【観測】", "観測"),
        ("【JAXA】", "JAXA"),
        ("【観測、通信】", "観測、通信"),
        ("【GOSAT-GW】", "GOSAT-GW"),
        ("【省エネの推進】", "省エネの推進"),
        ("【庁舎、道路】", "庁舎、道路"),
    ],
)
def test_bodies_alone_on_a_line_head_nothing(line: str, title: str | None) -> None:
    assert subhead(fold_line(line)) == title


@pytest.mark.parametrize(
    "header",
    [
        "自然共生行動計画（令和６年12月20日決定）",
        "自然共生行動計画【第２部】",
        "自然共生行動計画",
    ],
)
def test_a_running_header_that_says_the_title_joins_no_bullet(header: str) -> None:
    text = (
        "自然共生行動計画\n令和６年12月20日\n\n1. 森\n○ 森を2030年度までに広げる。\n\n\n- 4 -\n"
        f"{header}\n\n2. 海\n○ 海を清める。\n"
    )
    assert [b.text for b in read(text).bullets] == ["森を2030年度までに広げる。", "海を清める。"]


def test_a_body_on_the_line_below_its_bullet_acts_in_it() -> None:
    text = (
        "計画\n令和６年12月20日\n1. 森\n○ 衛星を令和７年度に打ち上げる。\n【環境省、JAXA】\n"
        "○ 漁具の見直しを水産庁は令和８年度に行う。\n"
    )
    assert drafted(text) == ["1-1 deadline FY2025 環境省,JAXA", "1-2 deadline FY2026 水産庁"]


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("会議を毎年度開き、点検を令和７年度以降毎年行う。", "recurring FY2025.."),
        ("点検を令和７年度以降毎年行い、会議を毎年度開く。", "recurring FY2025.."),
        ("2年に1度、調査を行う。", "ongoing low"),
        ("次期通常国会に法案を提出する。", "ongoing low"),
        ("計画期間内に全ての施設を整備する。", "ongoing low"),
        ("R8.3までに整備する。", "deadline 2026-03"),
        ("R8までに整備する。", "ongoing low"),
        ("ISO R8.3を改める。", "ongoing high"),
        ("随時、見直しを行う。", "ongoing high"),
        ("速やかに基準を定める。", "ongoing high"),
    ],
)
def test_how_often_and_what_could_not_be_read(text: str, reading: str) -> None:
    document = read(f"計画\n令和６年12月20日\n1. 森\n○ {text}\n")
    (one,) = draft_plan(document, {}, reference_of(document)).milestones
    assert f"{one.kind} {one.target or one.sure}" == reading


TABLE = """\
# 実行計画

2018年1月16日決定

### ３ 改革

**1)業務の見直し**

業務を見直す。

**2)添付書類の撤廃**

添付書類の提出を2020年度までに不要とする

**行う時期**

制度を所管する府省が決める。

### ４ 工程

| 施策 | 実施内容 | 実施時期 | 担当府省 |
|---|---|---|---|
| 引越し | 先行地域でサービスを開始する | 平成31年度 | 総務省、法務省 |
| 旅券 | 電子申請の調査を行う | 平成30年度以降、毎年度 | 外務省 |
| 統計 | 2020年代の普及を見据え、在り方を検討する | － | 総務省 |
| 無線 | 手続を2019年度に改める | － | |
"""


def test_bold_lines_head_what_is_below_and_a_verb_ends_a_paragraph() -> None:
    document = read(TABLE)
    assert [b.text for b in document.bullets][:3] == [
        "業務を見直す。",
        "添付書類の提出を2020年度までに不要とする",
        "制度を所管する府省が決める。",
    ]
    assert [sub.title for sub in document.topics[0].subsections] == [
        "1)業務の見直し",
        "2)添付書類の撤廃",
        "行う時期",
    ]


@pytest.mark.parametrize(
    "line", ["**業務を見直す。**", "**次の**とおり、見直す。", "**注意：**", "- **業務**"]
)
def test_words_in_bold_that_head_nothing(line: str) -> None:
    document = read(f"# 計画\n\n## 改革\n\n{line}\n\n- 業務を改める。\n\n## 工程\n\n- 行う。\n")
    assert not document.topics[0].subsections


def test_a_table_says_in_one_column_what_is_done_and_in_another_of_what() -> None:
    document = read(TABLE)
    draft = draft_plan(document, {}, reference_of(document))
    assert [
        (one.kind, str(one.target or one.horizon), one.owner, one.title)
        for one in draft.milestones
        if one.topic == 4
    ] == [
        ("start", "FY2019", ("総務省", "法務省"), "引越し: 先行地域でのサービス開始"),
        ("recurring", "FY2018..", ("外務省",), "旅券: 電子申請の調査"),
        ("ongoing", "2020..2029", ("総務省",), "統計: 在り方の検討"),
        ("deadline", "FY2019", (), "無線: 手続の改定"),
    ]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("受付を開始する", "start"),
        ("サービス開始", "start"),
        ("整備に着手する。", "start"),
        ("運用を始める", "start"),
        ("検討を開始", "start"),
        ("計画の始動", "start"),
        ("開始の時期を決める", "deadline"),
        ("受付開始の準備", "deadline"),
        ("着手金を支払う", "deadline"),
        ("始める前に調べる", "deadline"),
        ("開始日を公表する", "deadline"),
        ("受付を終了する", "deadline"),
    ],
)
def test_a_row_that_begins_something_is_a_start(body: str, kind: str) -> None:
    (one,) = read_item("x", Reference(), "", {"body": body, "time": "令和8年度"})
    assert (one.kind, str(one.target)) == (kind, "FY2026")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # What the sentence says that it is about leads.
        (
            "公園の指定について、2030年度までに14か所の指定等を行うことを目指す。",
            "公園の指定: 14か所の指定等",
        ),
        (
            "森林の制度については、令和7年度中に方向性について結論を得る。",
            "森林の制度: 方向性の結論",
        ),
        ("海の台帳について、令和７年度以降、データの更新を行う。", "海の台帳: データの更新"),
        (
            "食品の損失について、2030年度までに2000年度比で半減させる。",
            "食品の損失: 2000年度比で半減",
        ),
        # What is reached is reached of something.
        (
            "自治体を支援するため、ソフトの改修について検討し、2026年度末を目途に結論を得る。",
            "ソフトの改修の結論",
        ),
        # An aimed event is that of what is worked on.
        (
            "令和12年度めどの打上げを目指し、次期気象衛星の整備を着実に進める。",
            "次期気象衛星の打上げ",
        ),
        # Of a long list the first thing.
        (
            "2026年度までに、情報の保管に関する基本的な考え方、各種の保管場所（公共のもの、民間のもの等）の特徴、"
            "利用に当たっての留意点等を整理する。",
            "情報の保管に関する基本的な考え方等の整理",
        ),
        # A bracket with a stop ends no sentence, and what a time leaves goes with it.
        ("指針（以下「指針」という。）の改定を2026年度内に実施する。", "指針の改定"),
        ("本計画を、令和10年を目処として見直す。", "本計画の見直し"),
        ("健康の道を、令和7年度から令和11年度までの間に200か所整備する。", "健康の道を200か所整備"),
        ("教材を、遅くとも2026年中に作成する。", "教材の作成"),
        ("総務省及び水産研究・教育機構（FRA）は、教材を2026年度までに作成する。", "教材の作成"),
        # How far it is brought says nothing without what is; a long name may be told by its short one.
        (
            "体育館の空調を、2035年度までに95％の設置率とすることを目標に増やす。",
            "体育館の空調: 95%の設置率とする",
        ),
        (
            "2030年代前半の実用化を目指し、図面を用いた点検技術の開発に取り組む。",
            "図面を用いた点検技術の実用化",
        ),
        (
            "南方海域海底地震津波観測網（S-net）について、2025年度中に観測値を全国の津波警報等へ活用するための調整を終える。",
            "S-net: 観測値を全国の津波警報等へ活用するための調整の終了",
        ),
        ("需要の増加を見据え、制度の在り方の検討を進める。", "制度の在り方の検討"),
        ("随時、手引の見直しを行う。", "手引の見直し"),
    ],
)
def test_a_title_stands_alone(text: str, title: str) -> None:
    (one,) = read_item(text, Reference(date(2025, 3, 28)))
    assert draft_title(one.text, Reference(), one.phrase if one.target else "") == title


PARTED = """\
防災計画
令和7年3月25日
第１章　情報
第１節　伝達
（担当：内閣府、消防庁）
（ア）無線を令和９年度末までに改める。
（イ）言語を年内に決める。
第２節　避難所
〔内閣府、文部科学省〕
（ア）空調を令和７～９年度に整える。
【物資】（総務省）
・備蓄の基準を定める。（農林水産省）
・備蓄の量を調べる。
第２章　復旧（国土交通省、復興庁）
第１節　道路【国土交通省】
・道路を直す※1。
*1 予算による。
第２節　港
・港を令和８年度までに直す。
"""


def test_whoever_a_heading_names_acts_in_what_stands_below_it() -> None:
    assert drafted(PARTED) == [
        "1-1 deadline FY2027 内閣府,消防庁",
        "1-2 deadline 2025 内閣府,消防庁",
        "1-3 window FY2025..FY2027 内閣府,文部科学省",
        "1-4 ongoing 農林水産省",
        "1-5 ongoing 総務省",
        "2-1 ongoing 国土交通省",
        "2-2 deadline FY2026 国土交通省,復興庁",
    ]
    document = read(PARTED)
    assert [t.title for t in document.topics] == ["情報", "復旧"]
    assert [s.title for s in document.topics[1].subsections] == ["道路", "港"]
    assert document.bullets[5].text == "道路を直す。"


@pytest.mark.parametrize(
    "line",
    [
        "担当：環境省",
        "（担当：環境省、農林水産省）",
        "〔環境省〕",
        "【環境省及び農林水産省】",
        "（主担当：消費者庁）",
        "［所管府省：警察庁等］",
    ],
)
def test_a_line_under_a_heading_says_who_is_responsible(line: str) -> None:
    assert lead(fold_line(line))


@pytest.mark.parametrize(
    "line",
    [
        "（令和7年度）",
        "【観測】",
        "（環境省の取組）",
        "〔参考〕",
        "担当を決める。",
        "環境省",
        "（省エネ、創エネ）",
    ],
)
def test_a_line_under_a_heading_that_names_nobody(line: str) -> None:
    assert not lead(fold_line(line))


@pytest.mark.parametrize(
    "text",
    [
        "本計画は、防災の工程を示すものである。",
        "本章では、分野ごとの施策を記載する。施策の末尾の【　】内は、担当する府省庁である。",
        "この工程表は、空き家対策の進め方を定めるものである。",
        "本計画は、令和7年度から令和11年度までの5年間を計画期間とする。",
        "本節では、現状の課題を整理する。",
        "主な施策は以下のとおりである。",
        "このため、次の取組を進める。",
        "担当は別表のとおり。",
    ],
)
def test_what_only_tells_of_the_document_is_no_item(text: str) -> None:
    document = read(f"計画\n1. 森\n{text}\n・森を広げる。\n2. 海\n・海を清める。\n")
    assert [b.text for b in document.bullets] == ["森を広げる。", "海を清める。"]
    assert text[:6] in {left.text[:6] for left in document.leftovers}


@pytest.mark.parametrize(
    "text",
    [
        "本計画については、必要に応じて見直しを行う。",
        "本計画は、令和9年度までに見直しを行い、新たな目標を定める。",
        "本計画の進捗を毎年度点検する。",
        "本戦略は、関係者に周知する。",
        "これらの施策を進める。",
        "分担を次のとおり定め、公表する。",
        "資料を整理する。",
    ],
)
def test_what_is_to_be_done_with_the_document_is_an_item(text: str) -> None:
    assert read(f"計画\n1. 森\n{text}\n2. 海\n・海を清める。\n").bullets[0].text == text


PLAIN_TABLE = """\
実施計画
令和7年3月31日
Ⅰ　行政

1-1　窓口

施策 | 取組内容 | 実施時期 | 担当
窓口 | 共通の機能を開発する | 令和７年度 | デジタル庁
 | 200自治体に広げる | 令和８年度末まで | 同上
電子申請 | 手続の棚卸しを行う | 随時 | 総務省

1-2　証明書

施策 | 取組内容 | 実施時期 | 担当
交付 | 対象を広げる | 令和７年度～ | 総務省

Ⅱ　交通
施策\t取組内容\t実施時期\t担当
移動\t10か所で実証する\t令和９年度まで\t警察庁
"""


def test_a_table_in_plain_text_is_a_list_where_its_header_says_so() -> None:
    assert drafted(PLAIN_TABLE) == [
        "1-1 deadline FY2025 デジタル庁",
        "1-2 deadline FY2026 デジタル庁",
        "1-3 ongoing 総務省",
        "1-4 start FY2025 総務省",
        "2-1 deadline FY2027 警察庁",
    ]
    document = read(PLAIN_TABLE)
    assert [s.title for s in document.topics[0].subsections] == ["窓口", "証明書"]
    assert [b.cells.get("name") for b in document.bullets][:3] == ["窓口", "窓口", "電子申請"]


LAID_OUT = """\
1. 森

取組内容　　　　　　　　　　実施時期　　　　担当
標識を立てる　　　　　　　　令和７年度末　　治山課
案内所の改修を行う　　　　　令和８年度から　　総務省、環境省
"""


def test_a_table_that_only_blanks_lay_out_is_a_list_where_its_header_says_so() -> None:
    rows = ["1-1 deadline FY2025 治山課", "1-2 start FY2026 総務省,環境省"]
    assert drafted(f"計画\n{LAID_OUT}") == rows
    assert drafted(f"計画\n{LAID_OUT}".replace("　　", "    ")) == rows


@pytest.mark.parametrize(
    ("was", "then"),
    [
        # What runs over two columns, columns of one thing, one blank alone, no names.
        ("　　　　　　　　令和７年度末　　治山課", "ことを、令和７年度末までに終える治山課"),
        ("　担当", ""),
        ("実施時期　　　　担当", "実施時期　担当"),
        ("実施時期　　　　担当", "色　　　　量"),
        ("取組内容", "取組内容は次の表のとおりとし、毎年度見直すこととする"),
    ],
)
def test_blanks_that_make_no_sure_table_are_told_and_no_item(was: str, then: str) -> None:
    document = read(f"計画\n{LAID_OUT.replace(was, then, 1)}2. 海\n・海を清める。\n")
    assert not any(bullet.cells for bullet in document.bullets)
    assert any("案内所" in left.text for left in document.leftovers)


@pytest.mark.parametrize(
    ("was", "then", "rows"),
    [
        # A cell that is empty, one that goes on below, blank lines between rows, and both.
        ("治山課\n", "\n", ["1-1 deadline FY2025", "1-2 start FY2026 総務省,環境省"]),
        (
            "　　総務省、環境省\n",
            "　　総務省、\n　　　　　　　　　　　　　　　　　　　　　　環境省\n",
            ["1-1 deadline FY2025 治山課", "1-2 start FY2026 総務省,環境省"],
        ),
        # One full-width blank alone, where the next column begins.
        (
            "　　総務省、環境省",
            "　総務省、環境省",
            ["1-1 deadline FY2025 治山課", "1-2 start FY2026 総務省,環境省"],
        ),
        (
            "を立てる　　　　　　　　令和７年度末　　治山課\n",
            "を立て、　　　　　　　　令和７年度末　　治山課\n道を直す\n\n",
            ["1-1 deadline FY2025 治山課", "1-2 start FY2026 総務省,環境省"],
        ),
    ],
)
def test_rows_that_blanks_lay_out_may_lack_a_cell_or_go_on_below(
    was: str, then: str, rows: list[str]
) -> None:
    assert drafted(f"計画\n{LAID_OUT.replace(was, then, 1)}") == rows


def test_a_line_wider_than_any_table_is_no_row_of_one() -> None:
    wide = LAID_OUT.replace("　治山課", "　" * 1_000_000 + "治山課")
    assert not any(bullet.cells for bullet in read(f"計画\n{wide}").bullets)


@pytest.mark.parametrize(
    "line",
    [
        "色 | 意味 | 値",
        "赤 | 止まる | 3",
        "施策 | 担当",
        "甲|乙の|とおり、実施時期を定める。",
        "取組内容：実施時期と担当",
    ],
)
def test_bars_that_make_no_list(line: str) -> None:
    document = read(f"計画\n1. 森\n・森を広げる。\n\n{line}\n\n2. 海\n・海を清める。\n")
    assert not any(bullet.cells for bullet in document.bullets)


@pytest.mark.parametrize(
    ("cell", "reading"),
    [
        ("随時", "ongoing high"),
        ("順次実施", "ongoing high"),
        ("通年", "ongoing high"),
        ("継続", "ongoing high"),
        ("令和7年度～", "start high"),
        ("R7～R9年度", "window high"),
        ("令和7年度以降、毎年度", "recurring high"),
        ("未定", "ongoing low"),
        ("随時（令和7年度から）", "start high"),
        ("今後検討", "ongoing low"),
        ("順次（令和7年度、8年度）", "window medium"),
    ],
)
def test_what_a_cell_of_times_says(cell: str, reading: str) -> None:
    (one,) = read_item("x", Reference(), "", {"body": "地図を作る", "time": cell})
    assert f"{one.kind} {one.sure}" == reading
