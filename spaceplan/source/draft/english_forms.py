"""How times are written in English: the rows of the table, read by ``english_times``."""

from __future__ import annotations

from spaceplan.source.draft.phrases import Form
from spaceplan.source.read.months import DAY, MONTH, MONTH_NAME
from spaceplan.source.read.numbers import FEW

_FOUR = "(?:19|20|21)[0-9]{2}"
_YEAR = rf"(?<![0-9],)(?P<year>{_FOUR})(?![0-9]|s\b|[.,][0-9])"
_FY = r"(?:FYs?|(?:fiscal|financial)(?:\s+years?)?)\s*'?"
# FY 2026, FY26, fiscal year 2026, FY2026/27, 2026/27, 2026 fiscal year.
_FISCAL = (
    rf"(?:{_FY}(?P<fy>{_FOUR}|[0-9]{{2}})(?![0-9])(?:[/–-](?P<two>[0-9]{{2}})(?![0-9]))?|"
    r"(?P<split>20[0-9]{2})[/–-](?P<second>[0-9]{2})(?![0-9/-])(?:\s+(?:fiscal|financial)\s+year)?|"
    rf"(?P<before>{_FOUR})\s+(?:fiscal|financial)\s+year)"
)
_ORDINAL = "(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)"
_QUARTER = (
    rf"(?:Q(?P<number>[1-4])|{_ORDINAL}\s+(?:fiscal\s+)?quarter)\s*(?:of|in|,)?\s*(?:the\s+)?"
)
_HALF = rf"(?:H(?P<number>[12])|{_ORDINAL}\s+half)\s*(?:of|,)?\s*(?:the\s+)?"
JOIN = r"\s*(?:[-–—]|\b(?:to|through|until|and)\b)\s*"
# The end of a time is the time: what is due by the one is due by the other.
END = r"(?:(?:the\s+)?(?:year[- ])?(?:end|close)(?:\s+of(?:\s+the)?\s+|[- ]))?"
_COUNT = f"(?:[0-9]{{1,3}}|{FEW})"
# "this plan", or what happens to it: its date, its adoption.
_THIS = (
    r"this\s+(?:[A-Za-z-]+\s+){0,2}?(?:roadmap|plan|strategy|order|document|memorandum|directive|report|"
    r"program(?:me)?|policy|framework|edition|agenda|decision|circular)\b"
)
_OWN_DAY = (
    r"(?:of|after|from|following)\s+(?:the\s+)?"
    r"(?:(?:effective\s+)?(?:date|publication|adoption|approval|issuance|issue|release|signature|signing)\s+of\s+"
    rf"(?:the\s+)?){{0,2}}{_THIS}(?:['’]s\s+(?:date|publication|adoption|approval|issuance|release))?"
)


FORMS: tuple[Form, ...] = (
    Form(
        "day",
        rf"\b{MONTH}\s+{DAY},?\s+{_YEAR}",
        """by June 30, 2020 → 2020-06-30 | on Dec. 1st 2027 → 2027-12-01 | May 4 2026 → 2026-05-04
        from March 1, 2026 to June 30, 2026 → 2026-03-01..2026-06-30
        not later than Sept. 3rd, 2028 → 2028-09-03 | (January 31, 2027) → 2027-01-31""",
        "by June 30 | May 2020 | 30 June 2020 | June 30, 20205 | June 300, 2020 | June 30s, 2020",
    ),
    Form(
        "day",
        rf"\b{DAY}\s+(?:of\s+)?{MONTH},?\s+{_YEAR}",
        """by 30 June 2020 → 2020-06-30 | on the 1st of May 2027 → 2027-05-01
        before 3 Sept. 2026 → 2026-09-03 | until 22nd November, 2028 → 2028-11-22
        from 1 May 2026 to 3 June 2027 → 2026-05-01..2027-06-03 | (31 Dec 2029) → 2029-12-31""",
        "by 30 June | June 30, 2020 | 30 days in 2020 | 300 Junes | 3 of 2020 | 30 June 20201",
    ),
    Form(
        "iso",
        r"\b(?P<year>20[0-9]{2})-(?P<number>0[1-9]|1[0-2])(?:-(?P<day>[0-9]{2}))?\b(?![-/])",
        """by 2020-06-30 → 2020-06-30 | by 2026-11 → 2026-11 | 2027-01 → 2027-01
        on 2026-12-01. → 2026-12-01 | Due: 2028-02-29 → 2028-02-29 | (2029-10) → 2029-10""",
        "in 2026-27 | in 2025-2027 | 2026-13 | 2026-1-5 | 1926-05 | 2026-05-01/02",
    ),
    Form(
        "slashed",
        r"(?<![0-9/.])(?P<first>[0-9]{1,2})[/.](?P<second>[0-9]{1,2})[/.](?P<year>20[0-9]{2})(?![0-9/])",
        """by 30/09/2026 → 2026-09-30 | by 9/30/2026 → 2026-09-30 | on 31.12.2027 → 2027-12-31
        (15/1/2028) → 2028-01-15 | from 05/05/2026 → 2026-05-05 | Due: 13.10.2029 → 2029-10-13""",
        "by 30/09 | by 9/2026 | version 1.30.9.2026 | 2026/09/30 | 30/09/26 | 30-09-2026",
    ),
    Form(
        "month_short",
        rf"\b{MONTH}(?:-|\s?['’])(?P<two>[0-9]{{2}})\b(?![-/])|(?<![0-9/])(?P<number>0[1-9]|1[0-2])/{_YEAR}(?!/)",
        """Jun-26 → 2026-06 | by Mar '27 → 2027-03 | by 06/2026 → 2026-06 | Dec’28 → 2028-12
        (Sept-29) → 2029-09 | from 11/2027 → 2027-11""",
        "June 26 | May-be 26 | 1/2026 | Jun-26-27 | 13/2026 | 06/2026/07",
    ),
    Form(
        "fiscal_range",
        rf"\b{_FISCAL}{JOIN}(?:{_FY})?(?P<last>{_FOUR}|(?:(?<=[-–—y'])|(?<=y\s))[0-9]{{2}})"
        r"(?:[/–-][0-9]{2})?(?![0-9])",
        """in FY 2024-2026 → FY2024..FY2026 | FY24 through FY26 → FY2024..FY2026
        FYs 2025–2028 → FY2025..FY2028 | from 2025/26 to 2027/28 → FY2025..FY2027
        in FY25-26 → FY2025 | FY2025/26-FY2027/28 → FY2025..FY2027""",
        """by FY 2024 and 30 staff | FY2026/27 | FY26Q1 | FY 2026 or FY 2028 | in 2026-27
        FY2026, then 2028""",
    ),
    Form(
        "quarters",
        rf"\bQ(?P<number>[1-4])\s*(?:[-–/&]|to|and)\s*Q(?P<number2>[1-4])\s*(?:of\s+)?(?:{_FISCAL}|{_YEAR})",
        """in Q1-Q2 2027 → 2027-01..2027-06 | Q3/Q4 FY26 → FY2026Q3..FY2026Q4
        Q2 to Q4 2028 → 2028-04..2028-12 | Q1 and Q2 of 2029 → 2029-01..2029-06
        Q2–Q3 of FY 2027 → FY2027Q2..FY2027Q3 | (Q1 & Q3 2026) → 2026-01..2026-09""",
        "Q1 2027 to Q2 2028 | in Q3 2026 | Q1-Q5 2027 | Q1, Q2 2027 | Q1-Q2 | Q3 or Q4 2026",
    ),
    Form(
        "fiscal_quarter",
        rf"\b{_QUARTER}{_FISCAL}||\b{_FISCAL}\s*,?\s*Q(?P<number>[1-4])\b",
        """in Q3 FY 2026 → FY2026Q3 | the second quarter of FY27 → FY2027Q2
        by the end of Q4 FY26 → FY2026Q4 | in FY2026 Q4 → FY2026Q4 | FY26Q1 → FY2026Q1
        in Q2 FY2026/27 → FY2026Q2 | in Q4 2026/27 → FY2026Q4 | Q1 of fiscal 2027 → FY2027Q1""",
        "in Q3 2026 | Q5 FY 2026 | a quarter of FY 2026 | FY 2026 | Q3 | the quarter in FY 2026",
    ),
    Form(
        "fiscal_half",
        rf"\b{_HALF}{_FISCAL}",
        """the first half of FY 2026 → FY2026H1 | in the second half of 2027/28 → FY2027H2
        H1 FY27 → FY2027H1 | by the end of H2 FY 2028 → FY2028H2 | 2nd half of FY29 → FY2029H2
        first half of fiscal year 2026 → FY2026H1""",
        "H1 2026 | half of FY 2026 | H3 FY 2026 | FY 2026 | the third half of 2026 | a first half",
    ),
    Form(
        "first",
        rf"\b(?:the\s+)?(?:start|beginning)\s+of\s+(?:the\s+)?(?:{_FISCAL}|{_YEAR})",
        """by the start of FY 2027 → 2027-04 | from the beginning of 2027 → 2027-01
        at the start of 2028 → 2028-01 | beginning of FY28 → 2028-04
        before the start of the 2029 financial year → 2029-04 | the start of 2026/27 → 2026-04""",
        "start in FY 2027 | beginning 2027 | the start of it | starts of 2 | FY 2027 | start 2027",
    ),
    Form(
        "fiscal",
        rf"\b{_FISCAL}",
        """by the end of FY 2027 → FY2027 | in fiscal year 2028 → FY2028 | by FY27 → FY2027
        in 2026/27 → FY2026 | by the end of FY2026/27 → FY2026 | in 2025-28 → 2025..2028
        by the close of the 2026–27 financial year → FY2026 | the 2027 fiscal year → FY2027""",
        "FYI 2027x | in 2026/7 | on 2026/01/02 | in 2026 | fiscal rules of 2026 | the year 2026",
    ),
    Form(
        "months",
        rf"\b{MONTH}{JOIN}(?P<month2>{MONTH_NAME})\.?\s+{_YEAR}",
        """from March to June 2026 → 2026-03..2026-06
        from January 2022 to September 2022 → 2022-01..2022-09 | May–July 2027 → 2027-05..2027-07
        between April and June 2028 → 2028-04..2028-06 | Oct. through Dec. 2026 → 2026-10..2026-12
        Feb-Mar 2029 → 2029-02..2029-03""",
        """March 2026 | March, June 2026 | from March to 2026 | March to June | in June or July 2026
        from Mars to Juno 2026""",
    ),
    Form(
        "quarter",
        rf"\b{_QUARTER}(?:CY\s*|calendar\s+(?:year\s+)?)?{_YEAR}||\b{_YEAR}[\s,-]*Q(?P<number>[1-4])\b",
        """in Q3 2026 → 2026-07..2026-09 | the first quarter of 2027 → 2027-01..2027-03
        in 2026 Q4 → 2026-10..2026-12 | by the end of Q2 2027 → 2027-04..2027-06
        2028, Q1 → 2028-01..2028-03 | the fourth quarter of CY 2029 → 2029-10..2029-12""",
        "Q5 2026 | a quarter of 2026 | Q3 | in 2026 | Q3 FY 2026 | the quarter in 2026",
    ),
    Form(
        "half",
        rf"\b{_HALF}(?:CY\s*)?{_YEAR}",
        """the second half of 2026 → 2026H2 | H1 2027 → 2027H1 | by the end of H2 2028 → 2028H2
        in the first half of CY 2029 → 2029H1 | 2nd half 2027 → 2027H2 | (H1, 2026) → 2026H1""",
        "H1 FY 2026 | half of 2026 | H3 2026 | in 2026 | the first halves | one half by 2026",
    ),
    Form(
        "month",
        rf"\b(?:(?:the\s+)?(?:beginning|start|middle)\s+of\s+|(?:early|mid|late)[- ])?"
        rf"{MONTH},?\s+(?:of\s+)?{_YEAR}",
        """by December 2027 → 2027-12 | by the end of June 2026 → 2026-06 | late May 2028 → 2028-05
        in early Sept. 2027 → 2027-09 | mid-March, 2029 → 2029-03
        the start of July of 2026 → 2026-07""",
        "may 2 agencies | March on | June 30, 2026 | in June | Marching 2026 | Mayor 2026",
    ),
    Form(
        "season",
        rf"\b(?:early\s+|mid-?\s*|late\s+)?(?P<season>spring|summer|autumn|fall|winter)\s+(?:of\s+)?{_YEAR}"
        r"(?:[/–-][0-9]{2})?",
        """in summer 2026 → 2026-06..2026-08 | by spring of 2027 → 2027-03..2027-05
        over winter 2026/27 → 2026-12..2027-02 | late autumn 2028 → 2028-09..2028-11
        by the end of Fall 2027 → 2027-09..2027-11 | (early spring 2029) → 2029-03..2029-05""",
        """each summer | spring up in 2027 | the summer school 2026 | in summer | fall by 2026
        winters 2026""",
    ),
    Form(
        "decade",
        r"\b(?:the\s+)?(?:(?P<part>early|mid|late)[- ](?:the\s+)?)?(?P<decade>20[0-9]0)s\b",
        """in the 2030s → 2030..2039 | the early 2030s → 2030..2034 | late 2020s → 2025..2029
        by the end of the 2040s → 2040..2049 | by mid-2030s → about 2034..2036
        early in the 2050s → 2050..2059""",
        "in 2030 | the 2035s | in the 30s | FY 2030 | 2030 sites | 1930s",
    ),
    Form(
        "mid",
        rf"\b(?:mid[- ](?:year[- ])?|(?:the\s+)?middle\s+of\s+){_YEAR}",
        """by mid-2026 → mid-2026 | in mid 2027 → mid-2027 | by the middle of 2028 → mid-2028
        mid-year 2029 → mid-2029 | by mid-year-2027 → mid-2027 | (Mid-2030) → mid-2030""",
        "in 2026 | mid-June 2026 | amid 2026 plans | the middle of it | mid-term 2026 | midst 2026",
    ),
    Form(
        "early",
        rf"\b(?P<part>early|late)(?:[- ]in)?[- ](?:{_FISCAL}|{_YEAR})",
        """in early 2026 → 2026H1 | by late 2027 → 2027H2 | late in FY 2027 → FY2027H2
        late 2028/29 → FY2028H2 | early-2029 → 2029H1 | (Early FY 2028) → FY2028H1""",
        "earlier 2026 | late June 2026 | of late, 2026 | early on 2026 | lately 2026 | in 2026",
    ),
    Form(
        "year",
        rf"\b(?:CY\s*|calendar\s+(?:year\s+)?)?{_YEAR}",
        """by the end of 2027 → 2027 | in 2028 → 2028 | CY2026 → 2026 | by end-2026 → 2026
        between 2024 and 2026 → 2024..2026 | in 2024-2026 → 2024..2026""",
        "1,2026 people | 20266 | the 2030s | 2026.5 km | 2026,500 km | in 1826",
    ),
    Form(
        "relative",
        r"\b(?P<which>this|the\s+current|next|the\s+next|the\s+coming)\s+"
        r"(?P<what>(?:fiscal|financial)\s+year|year)\b",
        """by the end of this fiscal year → FY2019 | next year → 2020 | this year → 2019
        in the next financial year → FY2020 | the coming year → 2020
        the current fiscal year → FY2019""",
        "last year | next years | this fiscal plan | each year | the next two years | a year on",
    ),
    Form(
        "coming",
        rf"\b(?:the\s+)?(?:next|coming|following)\s+(?P<count>{_COUNT})[\s-]+(?P<what>months?|years?)\b",
        """over the next three years → about 2019-05..2022-05
        within the coming 18 months → about 2019-05..2020-11
        in the following 6 months → about 2019-05..2019-11
        during the next 12-month → about 2019-05..2020-05
        for the coming two years → about 2019-05..2021-05
        the next five years → about 2019-05..2024-05""",
        """the next steps | the following two reports | next year | in three years
        the next 1000 months | the coming years""",
    ),
    Form(
        "yearly",
        # "One call a year"; two million a year are an amount.
        rf"\b(?:at\s+least\s+)?(?:(?:{FEW}|[1-9][0-9]?)\s+"
        r"(?!(?:times|hundred|thousand|[mb]illion|percent|per|hours?|days?|weeks?|months?|tonnes|k?m)\b)"
        r"(?:[a-z-]+\s+){1,3}?(?<!\bin )a\s+year|"
        r"(?P<count>once|twice|(?:two|three|four)\s+times)\s+(?:a|per|each|every)\s+"
        r"(?:(?:fiscal|financial|calendar)\s+)?year|annually|yearly|"
        r"(?:every|each|per)\s+(?:(?:fiscal|financial|calendar|school|academic|business)\s+)?year(?!['’])|"
        rf"(?:every|each)\s+(?:spring|summer|autumn|fall|winter|{MONTH_NAME})|"
        # "Hold annual reviews" is to hold one each year.
        r"(?:(?<=\bhold\s)|(?<=\bhost\s)|(?<=\bpublish\s)|(?<=\bissue\s)|(?<=\bconduct\s)|(?<=\bproduce\s)|"
        r"(?<=\bconvene\s)|(?<=\bprepare\s)|(?<=\bsubmit\s)|(?<=\bundertake\s)|(?<=\bperform\s)|"
        r"(?<=\brun\s)|(?<=\bout\s)|(?<=\bpresent\s)|(?<=\brelease\s)|(?<=\borganise\s)|(?<=\borganize\s))"
        r"annual(?=\s+(?:[a-z-]+\s+){0,3}?[a-z-]+s\b)|"
        r"\Aannual\Z|per\s+annum|on\s+an\s+annual\s+basis|an\s+annual(?=\s+[a-z])|"
        r"every\s+(?P<every>two|three|four|five|ten|[2-9]|second|other|third|fourth|fifth)\s+years?|"
        r"(?P<biennial>biennially|every\s+biennium)|"
        r"(?P<often>quarterly|monthly|semi-?annually|twice-yearly|biannually|half-?yearly|"
        r"(?:every|each|once\s+(?:a|per|each|every))\s+(?:quarter|month|six\s+months)))\b",
        """report annually → FY2019.. | twice a year → FY2019.. | quarterly → FY2019..
        each spring → FY2019.. | publish it every March → FY2019.. | every two years → FY2019..
        at least twice per year → FY2019.. | every six months → FY2019..
        hold annual after-action reviews → FY2019.. | carry out annual checks → FY2019..
        test it once a quarter → FY2019.. | meet at least once per month → FY2019..
        at the end of each school year → FY2019..
        hold one open call a year → FY2019.. | train 40 nurses a year → FY2019..""",
        """the annual budget | perennially | a quarter of them | each year's budget
        in spring | every marching band | every two weeks | hold the annual reviews
        increase annual savings | hold annual leave | spend two million a year
        once the quarter ends | once a fortnight | each school year’s end
        save 20 percent a year | one port in a year of need""",
    ),
    Form(
        "own_day",
        rf"\b(?P<count>{_COUNT}|an?)\s+(?:calendar\s+)?(?P<what>days?|weeks?|months?|years?)\s+{_OWN_DAY}",
        """within 180 days of the date of this roadmap → 2019-11-16
        within one year of this strategy's adoption → 2020-05-20
        no later than 270 days after the date of this plan → 2020-02-14
        within six months from the publication of this action plan → 2019-11-20
        within a year of the effective date of this order → 2020-05-20
        by 2 weeks after the signing of this memorandum → 2019-06-03""",
        """within 60 days of the order | a year of this | 180 days of the date of the roadmap
        within two years of this Act | 30 days from this port | one month after approval""",
    ),
    Form(
        "within",
        rf"\bwithin\s+(?P<count>{_COUNT})\s+(?:calendar\s+|business\s+|working\s+)?"
        r"(?P<what>days?|weeks?|months?|years?)\b"
        rf"(?!\s+{_OWN_DAY})(?:\s+(?:of|after|from|following)\b)?",
        """within 60 days of the order → | within two years → | within 90 calendar days of it →
        within one month after approval → | within ten weeks from receipt → | Within 5 years →""",
        """within the year | within days | in 60 days | within 60 sites | within a year of it
        within 6000 days | within 90 days of the date of this plan""",
    ),
)
"""The examples of the relative forms stand in a document of 2019-05-20. A pattern may hold
several, with ``||`` between them; what says that a time's end is meant stands before it."""
