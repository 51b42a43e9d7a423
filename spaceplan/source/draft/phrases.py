"""The table of date phrases: how a time is written, and what its neighbours make of it.

Both halves are read on normalised text (``text.normalise``): no white space, half width. In
``ROLES`` the mark ``<T>`` stands for a time as found by ``FORMS``, with its word for *about*
(頃, めど, 目途). Each row carries its examples, and they are its tests: a text and the time that
the row reads from it. Rows are tried in order, the first that fits decides.

Every pattern is linear: what may stand between two words is one bounded class of characters.
Rules are those of the project's reading of such documents: a year is the target when the dated
event is what the item's own work delivers, a horizon when the event is another's or foreseen.
"""

from __future__ import annotations

from dataclasses import dataclass

# What a time phrase does in its item.
COMMITMENT = "commitment"  # to be achieved by it
TOWARDS = "towards"  # an event aimed at; the commitment where the clause has no other time
START = "start"  # begins by it
RECURRING = "recurring"  # every year
NOT_BEFORE = "not-before"  # not before it
HORIZON = "horizon"  # named, not committed to
CONTINUING = "continuing"  # goes on after it
PAST = "past"  # has been
NAME = "name"  # belongs to a name or to something else

HIGH, MEDIUM, LOW = "high", "medium", "low"

Examples = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write a time. ``reader`` names the function of ``time_words`` that reads it."""

    reader: str
    pattern: str
    examples: Examples


@dataclass(frozen=True, slots=True)
class Role:
    """What the words around a time say: its role, and why (``source.why-WHY`` in words).

    ``about`` marks words that make the time inexact; ``sure`` is high, medium or low.
    """

    role: str
    why: str
    pattern: str
    examples: Examples
    sure: str = HIGH
    about: bool = False


_N = "(?:[0-9]{1,2}|元|[一二三四五六七八九十]{1,3})"
_ERA = f"(?:(?:令和|平成|昭和)|(?<![A-Za-z])[RHS](?=[0-9])){_N}"
_WEST = "(?<![0-9.])(?:[0-9]{4}|[〇一二三四五六七八九]{4})"
_Y = f"(?:{_WEST}|{_ERA})"
_TWICE = rf"(?:\((?:{_Y}年度?|[0-9]{{4}}|{_ERA})\))?"
_FY = f"(?:{_Y}年度{_TWICE}|{_Y}{_TWICE}年度|(?<![A-Za-z])FY[0-9]{{4}}(?:年度)?)"
_CY = f"(?:{_Y}年{_TWICE})(?![度代間])"
_HALF = "(?:の)?(?:前半|後半|上半期|下半期|上期|下期)"
_QUARTER = "(?:の)?第?[1-4一二三四](?:・?四半期|Q)"
_WITHIN = "(?:末|内(?!閣|外|容|部)|中(?![期間心核央長継古頃ご旬小]))"
_DAY = "[0-9]{1,2}月(?:[0-9]{1,2}日|末|中(?!旬))?"
_MIDDLE = "年?(?:央|半ば|なかば)|中(?:頃|ごろ)"
_RELATIVE = "(?:再来|来|次|翌|今|本|当|昨|前|同)"
_COUNT = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})"

FORMS: tuple[Form, ...] = (
    # Windows first, so that their ends are not taken for times of their own.
    Form(
        "window",
        f"{_Y}(?:年度?)?(?:[~〜～–]|から|-(?={_Y}年度)){_Y}年度?",
        (
            ("2016年度～2022年度の間", "FY2016..FY2022"),
            ("2024年度から2025年度にかけて", "FY2024..FY2025"),
            ("令和14年度から令和16年度までに", "FY2032..FY2034"),
            ("２０２１〜２０２３年度に", "FY2021..FY2023"),
        ),
    ),
    Form(
        "window",
        f"{_Y}(?:年度)?(?:[~〜～–・]|から|及び|と|-(?=[0-9]{{1,2}}年度))(?:{_Y}|{_N})年度",
        (
            ("令和6～8年度に", "FY2024..FY2026"),
            ("平成30・31年度に", "FY2018..FY2019"),
            ("2020年度及び2021年度に", "FY2020..FY2021"),
            ("2020-22年度に", "FY2020..FY2022"),
        ),
    ),
    Form(
        "window",
        f"{_CY}{_DAY}(?:[~〜～–]|から){_CY}{_DAY}",
        (("2021年4月から2022年9月まで", "2021-04..2022-09"),),
    ),
    Form(
        "span",
        f"{_Y}年度?からの?{_COUNT}(?:[かヶカケ箇])?年(?:度)?間",
        (
            ("2024年度からの5年間で", "FY2024..FY2028"),
            ("令和3年度から三か年間", "FY2021..FY2023"),
            ("2022年から5年間", "2022..2026"),
        ),
    ),
    Form(
        "span_until",
        f"{_Y}年度?までの{_COUNT}(?:[かヶカケ箇])?年(?:度)?間",
        (("2020年度までの5年間に", "FY2016..FY2020"),),
    ),
    Form(
        "as_written",
        f"{_FY}(?:{_HALF}|{_QUARTER})[末中]?",
        (
            ("2019年度前半までに", "FY2019H1"),
            ("2019 年 度 下 半 期に", "FY2019H2"),
            ("令和3年度第3四半期に", "FY2021Q3"),
            ("2019年度第二四半期末", "FY2019Q2"),
            ("令和五年度第二・四半期までに", "FY2023Q2"),
            ("2020年度上半期中に", "FY2020H1"),
        ),
    ),
    Form(
        "year_opening",
        f"{_FY}(?:の)?(?:当初|初頭|始め|初め|はじめ)(?!予算)",
        (("2020年度当初から", "FY2020Q1"),),
    ),
    Form(
        "fiscal_middle",
        f"{_FY}(?:の)?(?:中頃|中ごろ|半ば|なかば|央)",
        (("2020年度半ばに", "about FY2020H1"),),
    ),
    Form(
        "as_written",
        f"{_FY}{_WITHIN}?",
        (
            ("2020 年度より", "FY2020"),
            ("２０２０年度末に", "FY2020"),
            ("平成31年度（2019年度）中に", "FY2019"),
            ("令和元年度に", "FY2019"),
            ("二〇二一年度内に", "FY2021"),
            ("令和三年度に", "FY2021"),
            ("H29年度に", "FY2017"),
            ("FY2021に", "FY2021"),
        ),
    ),
    Form(
        "part_of_month",
        f"{_CY}[0-9]{{1,2}}月(?:の)?(?:上旬|中旬|下旬|初旬|前半|後半)",
        (("2021年9月中旬に", "2021-09"),),
    ),
    Form(
        "as_written",
        f"{_CY}(?:{_DAY}|{_HALF}|{_MIDDLE}|{_WITHIN})",
        (
            ("2019年9月30日までに", "2019-09-30"),
            ("令和6年12月末", "2024-12"),
            ("2019年後半には", "2019H2"),
            ("2019年年央を", "mid-2019"),
            ("2019年中頃までに", "mid-2019"),
            ("2020年中に", "2020"),
            ("2020年末に", "2020"),
        ),
    ),
    Form(
        "year_beginning",
        f"{_CY}(?:初頭|当初|初め|始め|はじめ|初)",
        (("2021年初頭に", "2021H1"),),
    ),
    Form(
        "season",
        f"{_CY}(?:の)?[春夏秋冬](?:季)?",
        (("2022年夏までに", "about 2022-08"), ("2021年秋に", "about 2021-11")),
    ),
    Form("as_written", _CY, (("2020年に", "2020"), ("令和3年に", "2021"))),
    Form(
        "slashed",
        "(?<![0-9/])[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}(?![0-9/])",
        (("2020/3/31までに", "2020-03-31"),),
    ),
    Form(
        "decade",
        "(?<![0-9])[0-9]{3}0年代(?:の)?(?:前半|後半|初頭|半ば|中頃)?",
        (("2030年代に", "2030..2039"), ("2020年代後半に", "2025..2029")),
    ),
    # Relative to the document's own date, or (同, 翌, 前) to the time named before.
    Form(
        "relative",
        f"{_RELATIVE}年度(?:{_HALF}|{_QUARTER}|{_WITHIN})?",
        (("来年度に", "FY2020"), ("今年度末", "FY2019"), ("再来年度前半", "FY2021H1")),
    ),
    Form(
        "relative",
        f"{_RELATIVE}年(?![度間次々])(?:{_DAY}|{_HALF}|{_MIDDLE}|{_WITHIN})?",
        (("本年6月に", "2019-06"), ("来年末までに", "2020"), ("本年中頃に", "mid-2019")),
    ),
    Form(
        "relative",
        "(?<![0-9〇-十元来今本当昨前同次翌])年(?:度[末内中]|[内末](?!閣|外|容|部))(?!の?予算)",
        (("年度内に", "FY2019"), ("年内に", "2019")),
    ),
    # A length of time after an event: a time only where the event's date is known.
    Form(
        "after_event",
        f"(?:施行|成立|締結|公布|発効|開始|発足|打上げ|策定|改正)"
        rf"(?:\([^()]{{0,30}}\))?(?:後、?|(?:の日)?から){_COUNT}年(?:間|以内)?",
        (
            ("法の施行後5年を経過した段階で", ""),
            ("法の施行(2018年11月15日)後5年以内に", "2023-11-15"),
        ),
    ),
    Form(
        "after_event",
        f"(?<![0-9一-十]){_COUNT}年(?:後|以内)|今後、?{_COUNT}[かヶカケ箇]?年",
        (("5年後を目途に", ""), ("三年以内に", ""), ("今後5年間で", "")),
    ),
    # Every year, with how often where the text says so.
    Form(
        "every_year",
        f"(?:毎年度?|各年度|年度ごと|年度毎)(?!の?予算)(?:に?約?{_COUNT}回(?:程度|以上|ほど)?)?",
        (("毎年", "FY2019.."), ("毎年度2回以上", "FY2019..")),
    ),
    Form(
        "every_year",
        f"年(?:間|に)?(?:約)?{_COUNT}[回度](?:程度|以上|ほど)?(?![目路])",
        (("年間3回程度の", "FY2019.."), ("年に1度", "FY2019.."), ("年２回", "FY2019..")),
    ),
    Form(
        "every_year",
        "(?:四半期|半年|半期)(?:ごと|毎)|毎月|毎四半期",
        (("四半期ごとに", "FY2019.."), ("毎月", "FY2019..")),
    ),
)
"""The examples of the relative forms stand in a document of 2019-05-20, whose plans begin with
fiscal 2019."""

_FORESEEN = "(?:を見据え|をにらみ|を睨み|を念頭|を見越し|を想定し|を展望|も?視野に)"
_ATTRIBUTE = "(?!予定|こと|もの|ため|とともに|と共に|方針|計画とする|ほか|よう|べく)"
_BEGIN = "(?:開始|着手|始動|スタート|発足)"
_BY = "(?:まで)?(?:に(?:は|も)?|、)"
# No verb ends in between: the time belongs to the first verb that follows.
_SAME_VERB = "(?:(?![しいりめみえてべくせれね]、)[^。]){0,80}?"

ROLES: tuple[Role, ...] = (
    # Names, and what has been.
    Role(
        NAME,
        "quoted",
        "「[^「」]{0,60}<T>[^「」]{0,60}」",
        (("「2025年ビジョン」に基づき", "2025"),),
    ),
    Role(
        NAME,
        "dates-name",
        r"[」』]\([^()]{0,20}<T>[^()]{0,30}\)",
        (("「取組方針」(2024年6月)を踏まえ", "2024-06"),),
    ),
    Role(
        NAME,
        "dates-decision",
        r"\([^()]{0,30}<T>[^()]{0,30}(?:決定|改[訂定]|策定|公表|発行|成立|施行|報告)\)",
        (("基本計画(平成28年4月1日閣議決定)に", "2016-04-01"),),
    ),
    Role(
        NAME,
        "part-of-name",
        "<T>(?:版|改[訂定]|補正|当初予算|予算|概算要求|法律|閣議|時点|現在|比|基準)",
        (("2018年版白書に", "2018"), ("令和2年度予算を", "FY2020")),
    ),
    Role(
        PAST,
        "was-done",
        "<T>(?:の間|まで)?(?:に|から|より|において)?[一-龯ァ-ヴーA-Za-z]{2,14}"
        "(?:した|された|してきた|しており|済み)",
        (
            ("平成29年度中に実施した調査", "FY2017"),
            ("2018年に構築した基盤を", "2018"),
            ("2023年12月に策定された構想", "2023-12"),
        ),
    ),
    Role(
        PAST,
        "was-done",
        "<T>(?:の間|まで)?(?:に|から|より|の|において)[^、。]{0,30}?"
        "(?:された|れた|った|げた|めた|んだ|えた|けた|した)(?=[一-龯ァ-ヴA-Z「])",
        (
            ("2018年度に打ち上げた衛星を", "FY2018"),
            ("2018年4月の声明で発表された協力を", "2018-04"),
        ),
        MEDIUM,
    ),
    Role(
        PAST,
        "until-then",
        "<T>までの[^、。]{0,40}(?:成果|実績|結果|経験|知見|検討)",
        (("2018年度までの調査研究の成果を踏まえ", "FY2018"),),
    ),
    Role(
        NAME,
        "results-built-on",
        "<T>の[^、。]{0,25}(?:結果|成果|実績|議論)等?(?:を|も)?(?:踏まえ|基に|もとに|活用|生かし)",
        (("2019年度の検討結果を踏まえ", "FY2019"),),
    ),
    # What goes on, and what comes back.
    Role(
        CONTINUING,
        "goes-on-after",
        "<T>(?:以降|以後|から|において)も",
        (("2019年度以降も継続して開催し", "FY2019"), ("2020年以降も、対話を", "2020")),
    ),
    Role(
        CONTINUING,
        "as-before",
        "<T>も、?[^、。]{0,12}(?:継続|引き続き|引続き)",
        (("2019年度も引き続き実施する", "FY2019"),),
    ),
    Role(
        CONTINUING,
        "continue",
        "<T>(?:以降|以後|から|より)[^。]{0,80}?を?継続(?:する|し|して|していく)(?!的)",
        (("2024年度以降、調査・実証を継続し", "FY2024"),),
    ),
    Role(
        RECURRING,
        "yearly-from",
        "<T>(?:以降|以後|から|より)?[、の]?(?:毎年|各年)",
        (("2019年度以降毎年度開催する", "FY2019"), ("2020年度から毎年", "FY2020")),
    ),
    # Named, not committed to.
    Role(
        HORIZON,
        "foreseen",
        f"<T>(?:まで|から|より|以降|以後)?の[^、。]{{0,50}}{_FORESEEN}",
        (
            ("2021年度からの民間主体の事業を見据え", "FY2021"),
            ("2023年度以降の運用開始を見据え", "FY2023"),
        ),
    ),
    Role(
        HORIZON,
        "foreseen",
        f"<T>(?:に|から|より|以降|以降に|までに)[^、。を]{{0,40}}(?:する|される|となる)"
        f"[^、。]{{0,20}}{_FORESEEN}",
        (("2030年に運用終了となることを見据え", "2030"),),
    ),
    Role(
        HORIZON,
        "looked-towards",
        f"<T>(?:以降|頃)?(?:{_FORESEEN}|に向け)",
        (("2030年を見据えて", "2030"), ("2040年に向けて", "2040")),
    ),
    Role(
        HORIZON,
        "anothers",
        "<T>(?:に|の)[^、。]{0,12}(?:開催|実施)(?:される|予定の)",
        (("2020年に開催される大会に向けて", "2020"),),
    ),
    Role(
        HORIZON,
        "anothers",
        "<T>の?[^、。にを]{0,10}(?:オリンピック|五輪|万博|博覧会|サミット)",
        (("2025年大阪・関西万博において", "2025"),),
    ),
    Role(
        COMMITMENT,
        "flies-on",
        "<T>(?:に|の)?打ち?上げ(?:る|予定の)[^。]{0,80}(?:搭載|相乗り)",
        (
            ("2020年度打上げ予定の衛星に、センサを搭載し、", "FY2020"),
            ("2020年度に打ち上げる衛星への相乗りを進める", "FY2020"),
        ),
        MEDIUM,
    ),
    Role(
        HORIZON,
        "describes",
        "<T>(?:から|より|以降)、?[^、。をに]{1,14}(?:する|される|予定の)"
        f"{_ATTRIBUTE}(?=[一-龯ァ-ヴA-Za-z「])",
        (("2023年度から運用するシステムの担い手を", "FY2023"),),
        MEDIUM,
    ),
    Role(
        HORIZON,
        "describes",
        f"<T>(?:まで)?に[^、。を]{{0,20}}(?:打ち上げる|打ち上がる|打上げ予定の|開始する|予定の|"
        f"予定している){_ATTRIBUTE}(?=[一-龯ァ-ヴA-Za-z「])",
        (("2024年度に打ち上げる衛星のデータを活用する", "FY2024"),),
        LOW,
    ),
    # Aimed at.
    Role(
        START,
        "service-begins",
        f"<T>(?:まで)?の[^、。]{{0,40}}{_BEGIN}(?:を目指|を目標|を予定|予定|に向け)",
        (
            ("2025年度の運用開始を目指し", "FY2025"),
            ("2023年度までのサービス開始に向けて", "FY2023"),
        ),
        MEDIUM,
    ),
    Role(
        HORIZON,
        "no-time-by-which",
        "<T>(?:以降|以後)の[^、。]{0,40}(?:を目指|を目標|を予定|に向け)",
        (("2025年度以降の打上げを目指し", "FY2025"),),
        LOW,
    ),
    Role(
        COMMITMENT,
        "own-event",
        "<T>(?:まで)?の[^、。]{0,50}(?:を目指|を目標|を予定|予定|を目途|をめど)",
        (
            ("2021年度の打上げを目指し", "FY2021"),
            ("2026年度までの打上げを目標に", "FY2026"),
            ("2022年度の完成を予定", "FY2022"),
        ),
    ),
    Role(
        TOWARDS,
        "own-event",
        "<T>(?:まで)?の[^、。]{0,50}(?:に向け|に備え|べく)",
        (
            ("2023年度めどの体制構築に向けて", "about FY2023"),
            ("2021年度の打上げに向けて", "FY2021"),
        ),
        MEDIUM,
    ),
    Role(
        TOWARDS,
        "own-event",
        "<T>(?:まで)?に[^、。]{0,50}(?:に向け|すべく|を目指)",
        (("2025年までに構築すべく、", "2025"), ("2030年度に2号機の打上げに向け、", "FY2030")),
        MEDIUM,
    ),
    Role(
        NAME,
        "which-thing",
        "<T>(?:以降|以後|から|より|まで)の",
        (("2025年以降の活動の在り方について", "2025"), ("2022年度までの計画の", "FY2022")),
        MEDIUM,
    ),
    # To begin.
    Role(
        NOT_BEFORE,
        "not-before",
        "<T>(?:以降|以後)?(?:を経過|経過|が経過|を過ぎ)",
        (("2022年度を経過した段階で", "FY2022"),),
    ),
    Role(
        COMMITMENT,
        "early",
        "<T>も含め(?:て|、)?[^、。]{0,6}早期に",
        (("2018年度中も含めて早期に", "about FY2018"),),
        MEDIUM,
        about=True,
    ),
    Role(
        START,
        "new-action",
        "<T>(?:から|より|以降|以後)(?!の)",
        (
            ("2020年度より、サービスを開始する", "FY2020"),
            ("取組を2019年度から行う", "FY2019"),
            ("2019年度以降、技術動向を調査する", "FY2019"),
            ("2019年以降必要な取組を反映する", "2019"),
        ),
    ),
    Role(
        START,
        "begins",
        f"<T>{_BY}{_SAME_VERB}{_BEGIN}(?:する|し|を目指|予定|していく|させる|を予定|。|$)",
        (
            ("2019年度に運用体制の検討を開始する", "FY2019"),
            ("2024年度中に3号機の運用を開始するほか", "FY2024"),
            ("2021年度までに整備に着手する", "FY2021"),
        ),
    ),
    Role(
        START,
        "behind-begin",
        rf"{_BEGIN}(?:予定)?[:(]<T>(?:予定)?(?:\)|$)",
        (("次期衛星の運用開始（2023年度）", "FY2023"),),
        MEDIUM,
    ),
    # To be achieved.
    Role(
        COMMITMENT,
        "by",
        "<T>(?:まで)",
        (
            ("2019年度前半までに方向性を整理する", "FY2019H1"),
            ("2027年度までに、", "FY2027"),
            ("2019年度末頃までを目途に検討を行う", "about FY2019"),
        ),
    ),
    Role(
        COMMITMENT,
        "in",
        "<T>(?:の間)?(?:に|を(?:目標|目指)|と[しす])",
        (
            ("2020年度に試験機を打ち上げる", "FY2020"),
            ("2019年後半には、会合を開催し", "2019H2"),
            ("2019年度中を目途に事例研究を行う", "about FY2019"),
            ("2021年度を目途として開発を行う", "about FY2021"),
        ),
    ),
    Role(
        COMMITMENT,
        "window",
        "<T>(?:の間|で)",
        (
            ("2016年度～2022年度の間3号機を整備し", "FY2016..FY2022"),
            ("2024年度からの5年間で一巡させる", "FY2024..FY2028"),
        ),
    ),
    Role(
        COMMITMENT,
        "stands-with",
        r"(?:[:(]<T>(?:予定|目標|めど)?(?:\)|$)|<T>(?:打上げ|完成|完了|実施|実現|予定))",
        (("3号機の打上げ（2022年度）", "FY2022"), ("2022年度打上げ予定", "FY2022")),
        MEDIUM,
    ),
    Role(
        COMMITMENT,
        "nothing-else",
        "<T>",
        (("2021年度、実証を行う", "FY2021"), ("2020年度の打上げを確実に行う", "FY2020")),
        LOW,
    ),
)
