"""Bodies of any office: where only they stand, and as the subject; and what is none of them."""

import pytest
from source.phrase_tables import examples_of, lines_of

from spaceplan.source.draft.draft import draft_plan
from spaceplan.source.draft.owners import Said, find_owners
from spaceplan.source.read.bodies import is_list, read_list
from spaceplan.source.read.lines import fold_line
from spaceplan.source.read.marks import lead
from spaceplan.source.read.reader import read_document

REGISTRY = {"国土交通省": "MLIT", "防衛省": "MOD", "内閣府": "CAO", "気象庁": "JMA"}

BEHIND = """
訓練を行う。（総務課） → 総務課 | 訓練を行う。（総務課、消防本部警防課） → 総務課 消防本部警防課
訓練の実施（総務課、各支所） → 総務課 各支所 | 訓練を行う（総務課）。 → 総務課
訓練を行う。［国土交通省、県］ → MLIT 県 | 訓練を行う。（県、市） → 県 市
訓練を行う。［国土交通省、JR貨物、全国通運連盟］ → MLIT JR貨物 全国通運連盟
訓練を行う。（国土交通省、東西電力） → MLIT 東西電力 | 訓練を行う。【県・町・漁協】 → 県 町 漁協
訓練を行う。（総務課ほか） → 総務課 others | 訓練を行う。（総務課）（再掲） → 総務課
訓練を行う。（総務課）【新規】 → 総務課 | 訓練を行う。【水産課（漁場係）】 → 水産課
訓練を行う。（河川課・農政課／林務課） → 河川課 農政課 林務課
訓練を行う。（スポーツ・文化課） → スポーツ・文化課 | 訓練を行う。（河川課　農政課） → 河川課 農政課
訓練を行う。（まちづくり推進課） → まちづくり推進課 | 訓練を行う。〔県警察本部〕 → 県警察本部
訓練を行う。（◎河川課　○農政課、林務課） → 河川課 農政課 林務課
訓練を行う。（担当：こども課／協力：各地区自治会） → こども課 with 各地区自治会
訓練を行う。（主：河川課　副：農政課） → 河川課 農政課
訓練を行う。（主管：河川課　関係：農政課） → 河川課 with 農政課
訓練を行う。（実施主体：県、市町村、東西電力） → 県 市町村 東西電力
訓練を行う。担当課：総務課、協力：自治会 → 総務課 with 自治会
訓練を行う。担当：総務課 → 総務課 | 訓練を行う。【担当】総務課 → 総務課
訓練を行う。〔主管〕河川課〔関係〕農政課 → 河川課 with 農政課
訓練を行う。主担当：警備部、副担当：情報科 → 警備部 情報科 | 訓練を行う。（各土地改良区） → 各土地改良区
訓練を行う。担当：総務課　時期：令和8年度 → 総務課 | 訓練を行う。（第七管区海上保安本部・県漁連） → 第七管区海上保安本部 県漁連
訓練を行う。〈教育委員会、県〉 → 教育委員会 県 | 訓練を行う〔企画調整課〕 → 企画調整課 | 訓練を始める実施主体：総務課 → 総務課
訓練を行う。（内閣府健康・医療戦略推進事務局） → CAO | 訓練を行う。（障がい福祉課） → 障がい福祉課 | 訓練を行う。（道路第2課） → 道路第2課 | 訓練を行う。（子どもみらい課） → 子どもみらい課 | 訓練を行う。（国土交通省みなみ国道事務所） → MLIT
訓練を行う。（令和8年度、総務課） → 総務課 | 訓練を行う。（総務課／R8.10～） → 総務課
訓練を行う。（実施時期：令和8年度　担当：総務課） → 総務課 | 訓練を行う。（関係省庁：防衛省、総務省） → MOD 総務省
【国土交通省】訓練を行う。 → MLIT | （河川課）訓練を行う。 → 河川課 | 河川課：訓練を行う。 → 河川課
"""
NOT_BEHIND = """
訓練を行う。（全市） | 訓練を行う。（港市） | 訓練を行う。（新規） | 訓練を行う。（図3参照） | 訓練を行う。（中央公民館）
訓練を行う。（協力：自治会） | 訓練を行う。（年2回） | 試験を行う（大学）。
装置を改める（制御部）。 | 局を置く。（基地局） | 訓練を行う。【学校】 | 訓練を行う。（総務課を除く）
「手引」（令和8年3月　総務課）を改める。 | 訓練を行う。（全課） | 訓練を行う。【担当】 | 観測：訓練を行う。
衛星を造る。（SLIM） | 訓練を行う。（総務課との協議による） | 部会を開く。（全体、内部）
"""
SUBJECTS = """
県は、岸壁の改修に令和9年度以降着手する。 → 県 | 市が避難所の点検を行う。 → 市
県、市及び港運協会は、訓練を行う。 → 県 市 港運協会 | 県と市が共同で訓練を行う。 → 県 市
市教育委員会は、手引を毎年度点検する。 → 市教育委員会 | 本県は、計画を定める。 → 県
県教育委員会と市教育委員会が共同で、研修を始める。 → 県教育委員会 市教育委員会
各市町村が避難計画を策定する。 → 市町村 | 港市は、条例を定める。 → 港市
港北町及び山手村は、水道を統合する。 → 港北町 山手村 | 北海道は、漁港を改修する。 → 北海道
農業協同組合が集荷場を整備し、市が費用を補助する。 → 農業協同組合 市
県が公表する想定を踏まえ、市は地図を改める。 → 市 | 気象庁と国土交通省が連携し、予測を改める。 → JMA MLIT
白鳥川流域治水協議会は、計画を令和8年度に改定する。 → 白鳥川流域治水協議会
危機管理課が中心となり、計画を策定する。 → 危機管理課 | 土木部は、橋を点検する。 → 土木部
消防本部は、車両を更新する。 → 消防本部 | 観光協会が案内所を設置する。 → 観光協会
東西高速道路株式会社は、橋を補修する。 → 東西高速道路株式会社 | 県警察は、信号機を更新する。 → 県警察
一般社団法人みなと振興会は、案内所を開く。 → 一般社団法人みなと振興会
海上保安部は、標識を点検する。 → 海上保安部 | 理事会は、見直しを決定する。 → 理事会
改修を、国営事業として東北農政局が令和10年度に完了する。 → 東北農政局 | 看護部は、専従者を増やす。 → 看護部
監視を、海上交通センターが24時間行う。 → 海上交通センター | JA風越は、直売所を開く。 → JA風越
国立がん研究センターは、情報の提供を始める。 → 国立がん研究センター | 農業大学校は、科目を開く。 → 農業大学校
内閣府及び診療報酬基金において、料金を検討する。 → CAO 診療報酬基金 | 県は、学校の改修を完了する。 → 県
さいたま市は、条例を定める。 → さいたま市 | みなみ市教育委員会は、手引を定める。 → みなみ市教育委員会
NEXCO南日本は、橋を補修する。 → NEXCO南日本 | 広域水道企業団は、水源を調べる。 → 広域水道企業団
本市では、診断を毎年行う。 → 市 | 農業委員会においては、台帳を電子化する。 → 農業委員会 | 港北区は、手引を定める。 → 港北区
医師会が研修を行う。 → 医師会 | 港湾管理者は、計画を作成する。 → 港湾管理者
改修について、鉄道・運輸機構は、令和11年度以降、工事に着手する。 → 鉄道・運輸機構
内閣府が防災に関する手引を作成する。 → CAO | 政府は、法案を提出する。 → 政府 | 監査役会は、仕組みを点検する。 → 監査役会 | 当社は、車両を入れる。 → 当社
"""
NO_SUBJECTS = """
各市町村において訓練を実施する。 | 市町村が作成する計画に対し、助言を行う。 | 国が示す基準に基づき、調査を行う。
国土交通省が令和8年度に改訂する指針に合わせ、手引を改める。 | 防衛省が利用する衛星の開発を進める。
県が令和12年度の完成に向けて進める放水路の整備を見据え、検討を進める。 | 内閣府が公表するため、手引を改める。
国は、令和9年度に指針を示す予定であり、これを踏まえ手引を見直す。 | 市立病院は、令和9年度に建替えを完了する。
有識者委員会は、令和8年度に設置する。 | 協議会は、計画を改定する。 | 図書館は、令和9年4月に開館する。
事業者が比較できるよう、手引を作る。 | 民間事業者が参入しやすい環境を整備する。 | 都市は、緑を増やす。
市場は、令和9年度に移転する。 | 基地局は、電波を送る。 | 県道の改良を進める。 | 市長は、毎年度報告する。
危機管理課が中心となって進める訓練を支援する。 | 県の補助を受け、整備する。 | 市内の全小学校で訓練を行う。
県は、人口が減っている。 | 市民が使える手引を作る。 | 港湾協会が作成した手引の普及を図る。
観光協会は、法人とされる。 | 県立病院が担う役割を見直す。 | 保健センターが老朽化しているため、改修を検討する。
検討会は、年3回開催する。 | 現場では、手引を使う。 | この地区は、公園を設ける。 | 県内では、雨が増える。
 この市は、港を持つ。 | LED照明は、電力を減らす。 | EVバスが乗客を運ぶ。
 図書館は、令和9年度に耐震改修を行う。 | 診療所は、統合を検討する。
工事を、令和9年度までに終える課題がある。（検討中） | 都市部は、緑を増やす。 | 制御部は、信号を受ける。 | 大学が、令和9年度に移転する。
各学校が手引を使えるようにする。 | 市長部局以外が補助を受ける場合に、手引を示す。 | 会社は、工場を造る。 | 沿線の市町村と協議する。 | 水道事業者が管を更新できるようにする。
"""


def told(text: str, said: Said | None = None) -> str:
    named = find_owners(text, REGISTRY, said) if said else find_owners(text, REGISTRY)
    partners = f" with {' '.join(named.partners)}" if named.partners else ""
    return f"{' '.join(named.owner)}{partners}"


@pytest.mark.parametrize(("text", "owner"), [*examples_of(BEHIND), *examples_of(SUBJECTS)])
def test_bodies_of_any_office_act(text: str, owner: str) -> None:
    assert told(text) == owner


@pytest.mark.parametrize("text", [*lines_of(NOT_BEHIND), *lines_of(NO_SUBJECTS)])
def test_places_things_and_those_who_act_elsewhere_are_no_owners(text: str) -> None:
    assert find_owners(text, REGISTRY).owner == ()


@pytest.mark.parametrize(
    ("text", "said", "owner"),
    [
        # What the document names elsewhere as a body is one as the subject, too.
        ("NORINは、手引を毎年度広める。", Said(frozenset({"NORIN"})), "NORIN"),
        ("NORINは、手引を毎年度広める。", Said(), ""),
        ("みらい館は、講座を開く。", Said(frozenset({"みらい館"})), "みらい館"),
        ("みらい館は、講座を開く。", Said(), ""),
        ("また商工会議所は、相談会を開く。", Said(), "商工会議所"),
        ("港湾業者と県とで構成する協議会が会を開く。", Said(), ""),
        # Where items end in who acts, a bracket of weaker names does too.
        ("標識を立てる。（港市）", Said(brackets=True), "港市"),
        ("標識を立てる（基地局）。", Said(brackets=True), ""),
        ("標識を立てる。（令和8年度）", Said(brackets=True), ""),
    ],
)
def test_what_a_document_tells_of_its_bodies_counts(text: str, said: Said, owner: str) -> None:
    assert told(text, said) == owner


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("総務課、JAXA", True),
        ("水産研究・教育機構", True),
        ("主管：河川課", True),
        ("◎港湾課、○県", True),
        ("県、市町村", False),
        ("観測、通信", False),
        ("庁舎、道路", False),
        ("事業費：三億円", False),
        ("課題", False),
    ],
)
def test_a_list_tells_by_itself_that_it_is_of_bodies(text: str, tells: bool) -> None:
    assert is_list(text) is tells


def test_a_place_that_tells_of_bodies_takes_any_name_but_no_remark() -> None:
    listed = read_list("東西電力、山の宿、総務課", sure=True)
    assert listed is None
    listed = read_list("東西電力、小学校長会、総務課等", sure=True)
    assert listed is not None and listed.owners == ("東西電力", "小学校長会", "総務課", "等")
    assert read_list("未定", sure=True) is None


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("担当課：総務課、河川課", "担当課:総務課、河川課"),
        ("（主管：河川課　関係：農政課）", "主管:河川課 関係:農政課"),
        ("実施主体: 県、市町村", "実施主体: 県、市町村"),
        ("（危機管理課）", "危機管理課"),
        ("＜主管課＞総務課　＜関係課＞財政課", "<主管課>総務課 <関係課>財政課"),
        ("**担当**：総務課", "担当:総務課"),
        ("担当課　総務課", "担当課:総務課"),
        ("担当課　時期", ""),
        ("担当：総務課が手引を改める。", ""),
        ("（指定避難所）", ""),
        ("（救命救急センター）", ""),
        ("事業費：三億円", ""),
    ],
)
def test_a_line_says_who_is_responsible(line: str, who: str) -> None:
    assert lead(fold_line(line)) == who


TOWN = """\
港町計画
令和7年4月
1. 港（港湾課、県）
・岸壁を令和8年度に改修する。
・倉庫を令和9年度に建てる。
　担当：企画課　協力：漁協
2. 学校　担当：教育委員会
　協力：PTA
・体育館の空調を令和8年度に整える。（施設課）
・給食の献立を毎年度改める。
"""


def test_owners_of_headings_and_lines_below_an_item_are_no_parts_of_it() -> None:
    milestones = draft_plan(read_document(TOWN, "d"), {}).milestones
    assert [(one.id, one.owner, one.partners) for one in milestones] == [
        ("1-1", ("港湾課", "県"), ()),
        ("1-2", ("企画課",), ("漁協",)),
        ("2-1", ("施設課",), ("PTA",)),
        ("2-2", ("教育委員会",), ("PTA",)),
    ]
    assert milestones[1].title == "港: 倉庫を建てる"
