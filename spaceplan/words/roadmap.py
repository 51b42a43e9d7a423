"""What is said of times, values and references that people write."""

SAID: dict[str, tuple[str, str]] = {
    # What a text is not, and what was expected.
    "no-fiscal-year": (
        "{text!r} は年度として読めません（{reason}）",
        "{text!r} is not a fiscal year: {reason}",
    ),
    "expected-fiscal-year": (
        "2021、FY2021、2021年度、R3、令和3、令和3年度、令和元年度、H29、平成29年度のように"
        "書いてください（{least}から{most}まで）",
        "expected 2021, FY2021, 2021年度, R3, 令和3, 令和3年度, 令和元年度, H29 or 平成29年度 "
        "({least} to {most})",
    ),
    "expected-fy-asked": (
        "2021、FY2021、2021年度、R3、令和3年度、2019..2021、その一部の FY2026Q4、2026-11、"
        "this quarter のように書いてください（{least}から{most}まで）",
        "expected 2021, FY2021, 2021年度, R3, 令和3年度 or 2019..2021, or a part of one such as "
        "FY2026Q4, 2026-11 or this quarter ({least} to {most})",
    ),
    "no-time": ("{text!r} は時期として読めません（{reason}）", "{text!r} is not a time: {reason}"),
    "expected-time": (
        "FY2020、FY2019H1、FY2019Q3、2019（暦年）、2019H2、mid-2019、2019-06、2019-09-30、"
        "2020年度、FY2016..FY2022、FY2019..、about FY2023のように書いてください",
        "expected a time such as FY2020, FY2019H1, FY2019Q3, 2019 (the calendar year), 2019H2, "
        "mid-2019, 2019-06, 2019-09-30, 2020年度, FY2016..FY2022, FY2019.. or about FY2023",
    ),
    "no-span": (
        "{text!r} は期間の長さとして読めません（{reason}）",
        "{text!r} is not a length of time: {reason}",
    ),
    "expected-span": (
        "日、週、月、年の数を 90d、2w、6m、1y、90日、6か月のように書いてください",
        "expected days, weeks, months or years such as 90d, 2w, 6m, 1y, 90日 or 6か月",
    ),
    "no-day-asked": (
        "{text!r} は日として読めません（{reason}）",
        "{text!r} is not a day: {reason}",
    ),
    "expected-day-asked": (
        "2026-11-24、2026/11/24、R8.11.24、令和8年11月24日、todayのように書いてください",
        "expected a day such as 2026-11-24, 2026/11/24, R8.11.24, 令和8年11月24日 or today",
    ),
    "no-when": (
        "{text!r} は日または年度として読めません（{reason}）",
        "{text!r} is not a day or a fiscal year: {reason}",
    ),
    "expected-when": (
        "2023-03-07、2023/3/7、R5.3.7、today、FY2022、不明のように書いてください",
        "expected a day or a fiscal year such as 2023-03-07, 2023/3/7, R5.3.7, today, FY2022 or "
        "unknown",
    ),
    "no-period-asked": (
        "{text!r} は期間として読めません（{reason}）",
        "{text!r} is not a period: {reason}",
    ),
    "expected-period-asked": (
        "FY2026、FY2026Q4、R8Q4、2026-11、2026-W47、this week、来月、2026-11-01..2026-11-15"
        "のように書いてください",
        "expected a period such as FY2026, FY2026Q4, R8Q4, 2026-11, 2026-W47, this week, "
        "next month or 2026-11-01..2026-11-15",
    ),
    # Why not.
    "not-one-day": ("一日ではありません", "it is more than one day"),
    "not-day-or-year": ("そのどちらでもありません", "it is neither"),
    "endless": ("終わりがありません", "it has no end"),
    "empty": ("空です", "it is empty"),
    "unreadable": ("読み取れません", "it cannot be read"),
    "too-long": ("{count}文字を超えています", "it is longer than {count} characters"),
    "calendar-year": ("暦年です", "it is a calendar year"),
    "date-or-month": ("年ではなく日または月です", "it is a date or a month, not a year"),
    "short-era-year": (
        "年は4桁か元号（R3）で書きます",
        "its year needs four digits or an era (R3)",
    ),
    "two-names": ("二つの年が一致しません", "the two names are of different years"),
    "era-begins": (
        "元号の最初の年は1または元です",
        "the first year of an era is 1 or 元",
    ),
    "out-of-range": ("年が範囲の外です", "its year is out of range"),
    "backwards": (
        "範囲 {first}..{last} は逆順です。{last}..{first} なら正順です",
        "the range {first}..{last} runs backwards, {last}..{first} would be forwards",
    ),
    "range-too-long": (
        "範囲は最大{count}年です",
        "a range may hold {count} years at most",
    ),
    "year-missing": ("年がありません", "a year is missing"),
    "range-half": (
        "年度の範囲には最初と最後が要ります",
        "a range of fiscal years needs its first and its last",
    ),
    "runs-back": (
        "終わり（{last}）が始まり（{first}）より前です",
        "it ends ({last}) before it begins ({first})",
    ),
    "beginning-missing": ("始まりがありません", "its beginning is missing"),
    "which-year": (
        "{year} は年度か暦年か分かりません。{year}年度または{year}年と書きます",
        "{year} may be a fiscal or a calendar year: {year}年度 or {year}年",
    ),
    "both-years": (
        "年度と暦年の両方で書かれています",
        "it is written as a fiscal and as a calendar year",
    ),
    "year-range": (
        "{year}年は{least}から{most}までの範囲の外です",
        "the year {year} is not between {least} and {most}",
    ),
    "halves": (
        "半期は1と2だけで、{number}はありません",
        "a year has the halves 1 and 2, not {number}",
    ),
    "quarters": (
        "四半期は1から4までで、{number}はありません",
        "a fiscal year has the quarters 1 to 4, not {number}",
    ),
    "months": (
        "月は1から12までで、{number}はありません",
        "a year has the months 1 to 12, not {number}",
    ),
    "days-of-month": (
        "{month} は{days}日までで、{day}日はありません",
        "{month} has {days} days, not {day}",
    ),
    "unit-missing": ("単位がありません", "its unit is missing"),
    "negative": ("負の数は使えません", "it must not be negative"),
    "name-of-month": ("月の名前です", "it is the name of a month"),
    "span-too-long": ("200年を超えています", "it is more than 200 years"),
    "beyond-calendar": (
        "{start} から数えると暦の終わりを超えます",
        "from {start} it ends beyond the calendar",
    ),
    # How it is written instead.
    "one-number": (
        "年度は、その名前の暦年だけで書きます",
        "a fiscal year has one number, that of the calendar year it is named by",
    ),
    "part-no-sign": (
        "年の一部は記号を挟まずに書きます",
        "a part of a year is written without a sign",
    ),
    "year-first": ("年を先に書きます", "the year comes first"),
    "halves-only": ("年の半分はH1とH2です", "a year has the halves H1 and H2"),
    "fiscal-quarters": (
        "四半期があるのは年度だけです（FY2019Q3）",
        "only a fiscal year has quarters (FY2019Q3)",
    ),
    "short-year": (
        "年は4桁か元号で書きます（FY2021、R3）",
        "its year needs four digits or an era (FY2021, R3)",
    ),
    "two-dots": ("期間は二つの点で書きます", "a window has two dots"),
    "about-word": ("おおよその時期には about を付けます", "not exactly is written about"),
    "about-first": ("about は全体の前に置きます", "about stands before the whole"),
    "end-itself": (
        "時期の終わりは、その時期だけを書きます",
        "the end of a time is the time itself",
    ),
    "parts-of-year": (
        "年の一部はH1、H2、またはmid-2019です",
        "the parts of a year are H1 and H2, or mid-2019",
    ),
    "no-middle": (
        "年度に年央はありません（前半はFY2019H1）",
        "a fiscal year has no middle (its first half is FY2019H1)",
    ),
    "month-calendar": (
        "月は暦年のものとして書きます（2019年6月）",
        "a month belongs to a calendar year (2019年6月)",
    ),
    "fiscal-or-calendar": (
        "年度か暦年か分かりません（年度または年）",
        "it may be a fiscal or a calendar year (年度 or 年)",
    ),
    "beginning-alone": (
        "始まりは時期だけを、その後の毎年は FY2019.. または 2019年度～ と書きます",
        "a beginning is written as the time alone, every year from it as FY2019.. or 2019年度～",
    ),
    "no-made": ("時期は「まで」を付けずに書きます", "a time stands without まで"),
    "between-nothing": (
        "月と日の間には何も書きません",
        "between the month and the day there is nothing",
    ),
    # Values.
    "unknown-word": ("{what}の {text!r} は使えません", "{what} {text!r} is not known"),
    "expected-words": ("使えるもの: {words}", "expected {words}"),
    "no-count": ("{text!r} は1以上の整数ではありません", "{text!r} is no whole number from 1"),
    "expected-count": ("1、2、3…のように書いてください", "expected 1, 2, 3 …"),
    "no-topic-name": (
        "{text!r} は論点の番号ではありません",
        "{text!r} is no number or code of a topic",
    ),
    "expected-topic-name": (
        "7のような数か、06C.02のような、文字と数字、それに . - _ & + の短い符号を書いてください",
        "expected a number such as 7, or a short code of letters and digits, with . - _ & + "
        "between, such as 06C.02",
    ),
    "no-day": ("{text!r} は日ではありません", "{text!r} is no day"),
    "expected-day": (
        "実在する日をYYYY-MM-DDで書いてください",
        "expected YYYY-MM-DD, a day that exists",
    ),
    "far-year": (
        "{text!r} は{least}年から{most}年の外です",
        "{text!r} lies outside the years {least} to {most}",
    ),
    "short-of": (
        "計画の項目は{have}件ですが、文書には{had}件あります",
        "the plan has {have:bullet|bullets}, its document has {had}",
    ),
    "no-moment": (
        "{text!r} は時差の付いた日時ではありません",
        "{text!r} is no moment with its zone",
    ),
    "expected-moment": (
        "2026-11-23T09:00:12+09:00のように書いてください",
        "expected for example 2026-11-23T09:00:12+09:00",
    ),
    "no-part": ("{text!r} は一部の達成ではありません", "{text!r} is no partial delivery"),
    "expected-part": (
        "1/2 のように、全部のうちいくつかを書いてください。すべてなら status は done です",
        "expected for example 1/2, some of all; all of them is status done",
    ),
    "no-times": (
        "{text!r} は年あたりの回数ではありません",
        "{text!r} is no number of times a year",
    ),
    "expected-times": ("3または about 3 のように書いてください", "expected 3 or about 3"),
    "no-id": ("{text!r} はマイルストーンのIDではありません", "{text!r} is no milestone id"),
    "expected-id": (
        "文字と数字、それに . - _ & + を使って、7-4や7-4b、A4369.9のように書いてください",
        "expected letters and digits, with . - _ & + between, for example 7-4, 7-4b or A4369.9",
    ),
    "no-tag": ("{text!r} はタグではありません", "{text!r} is no tag"),
    "expected-tag": (
        "空白や読点のない一語を書いてください",
        "expected one word, without blanks and commas",
    ),
    "no-chart": ("{text!r} は工程表の番号ではありません", "{text!r} is no chart number"),
    "expected-chart": ("17のように書いてください", "expected for example 17"),
    "no-fingerprint": ("{text!r} は指紋ではありません", "{text!r} is no fingerprint"),
    "expected-fingerprint": (
        "t- と16桁の16進数で書いてください",
        "expected t- and 16 hexadecimal digits",
    ),
    # References.
    "no-topic": (
        "論点{number}はありません。この計画にあるのは {known} です",
        "there is no topic {number}; the plan has {known}",
    ),
    "no-topic-but-chart": (
        "論点{number}はありません。この計画にあるのは {known} です。"
        "工程表{number}はあります: --chart {number}",
        "there is no topic {number}; the plan has {known}; chart {number} exists: --chart {number}",
    ),
    "no-chart-of-plan": (
        "工程表{number}はありません。この計画にあるのは {known} です",
        "there is no chart {number}; the plan has {known}",
    ),
    "no-charts": (
        "工程表{number}はありません。この計画に工程表はありません",
        "there is no chart {number}; the plan has none",
    ),
    "no-reference": (
        "{word!r} という論点、マイルストーン、工程表はこの計画にありません\n"
        "17（論点）、4-1や7-4b（マイルストーン）、工程表17（工程表）のように書いてください",
        "{word!r} is no topic, milestone or chart of this plan\n"
        "expected for example 17 (a topic), 4-1 or 7-4b (a milestone), 工程表17 (a chart)",
    ),
    "no-owner": (
        "{word!r} という担当はこの計画にありません\n"
        "使えるもの: {known}、または `spaceplan owners` にある名前",
        "{word!r} is no owner of this plan\n"
        "expected one of {known} or a name that `spaceplan owners` lists",
    ),
}
