"""How times are written in English: the rows of the table, read by ``english_times``."""

from __future__ import annotations

from spaceplan.source.draft.phrases import Form

MONTH_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_MONTH = rf"(?P<month>{MONTH_NAME})\.?"
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
_COUNT = r"(?:[0-9]{1,3}|one|two|three|four|five|six|ten|twelve)"


FORMS: tuple[Form, ...] = (
    Form(
        "day",
        rf"\b{_MONTH}\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}",
        """by June 30, 2020 → 2020-06-30 | on Dec. 1st 2027 → 2027-12-01
        from March 1, 2026 to June 30, 2026 → 2026-03-01..2026-06-30""",
        "by June 30 | May 2020",
    ),
    Form(
        "day",
        rf"\b(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}",
        "by 30 June 2020 → 2020-06-30",
    ),
    Form(
        "iso",
        r"\b(?P<year>20[0-9]{2})-(?P<number>0[1-9]|1[0-2])(?:-(?P<day>[0-9]{2}))?\b(?![-/])",
        "by 2020-06-30 → 2020-06-30 | by 2026-11 → 2026-11",
        "in 2026-27 | in 2025-2027 | 2026-13",
    ),
    Form(
        "slashed",
        r"(?<![0-9/.])(?P<first>[0-9]{1,2})[/.](?P<second>[0-9]{1,2})[/.](?P<year>20[0-9]{2})(?![0-9/])",
        "by 30/09/2026 → 2026-09-30 | by 9/30/2026 → 2026-09-30 | on 31.12.2027 → 2027-12-31",
    ),
    Form(
        "month_short",
        rf"\b{_MONTH}(?:-|\s?['’])(?P<two>[0-9]{{2}})\b(?![-/])|(?<![0-9/])(?P<number>0[1-9]|1[0-2])/{_YEAR}(?!/)",
        "Jun-26 → 2026-06 | by Mar '27 → 2027-03 | by 06/2026 → 2026-06",
        "June 26 | May-be 26 | 1/2026",
    ),
    Form(
        "fiscal_range",
        rf"\b{_FISCAL}{JOIN}(?:{_FY})?(?P<last>{_FOUR}|(?:(?<=[-–—y'])|(?<=y\s))[0-9]{{2}})"
        r"(?:[/–-][0-9]{2})?(?![0-9])",
        """in FY 2024-2026 → FY2024..FY2026 | FY24 through FY26 → FY2024..FY2026
        FYs 2025–2028 → FY2025..FY2028 | from 2025/26 to 2027/28 → FY2025..FY2027
        in FY25-26 → FY2025 | FY2025/26-FY2027/28 → FY2025..FY2027""",
        "by FY 2024 and 30 staff | FY2026/27 | FY26Q1",
    ),
    Form(
        "quarters",
        rf"\bQ(?P<number>[1-4])\s*(?:[-–/&]|to|and)\s*Q(?P<number2>[1-4])\s*(?:of\s+)?(?:{_FISCAL}|{_YEAR})",
        "in Q1-Q2 2027 → 2027-01..2027-06 | Q3/Q4 FY26 → FY2026Q3..FY2026Q4",
        "Q1 2027 to Q2 2028 | in Q3 2026",
    ),
    Form(
        "fiscal_quarter",
        rf"\b{_QUARTER}{_FISCAL}||\b{_FISCAL}\s*,?\s*Q(?P<number>[1-4])\b",
        """in Q3 FY 2026 → FY2026Q3 | the second quarter of FY27 → FY2027Q2
        by the end of Q4 FY26 → FY2026Q4 | in FY2026 Q4 → FY2026Q4 | FY26Q1 → FY2026Q1
        in Q2 FY2026/27 → FY2026Q2 | in Q4 2026/27 → FY2026Q4 | Q1 of fiscal 2027 → FY2027Q1""",
    ),
    Form(
        "fiscal_half",
        rf"\b{_HALF}{_FISCAL}",
        "the first half of FY 2026 → FY2026H1 | in the second half of 2027/28 → FY2027H2",
    ),
    Form(
        "first",
        rf"\b(?:the\s+)?(?:start|beginning)\s+of\s+(?:the\s+)?(?:{_FISCAL}|{_YEAR})",
        "by the start of FY 2027 → 2027-04 | from the beginning of 2027 → 2027-01",
    ),
    Form(
        "fiscal",
        rf"\b{_FISCAL}",
        """by the end of FY 2027 → FY2027 | in fiscal year 2028 → FY2028 | by FY27 → FY2027
        in 2026/27 → FY2026 | by the end of FY2026/27 → FY2026 | in 2025-28 → 2025..2028
        by the close of the 2026–27 financial year → FY2026 | the 2027 fiscal year → FY2027""",
        "FYI 2027x | in 2026/7 | on 2026/01/02",
    ),
    Form(
        "months",
        rf"\b{_MONTH}{JOIN}(?P<month2>{MONTH_NAME})\.?\s+{_YEAR}",
        """from March to June 2026 → 2026-03..2026-06
        from January 2022 to September 2022 → 2022-01..2022-09""",
    ),
    Form(
        "quarter",
        rf"\b{_QUARTER}(?:CY\s*|calendar\s+(?:year\s+)?)?{_YEAR}||\b{_YEAR}[\s,-]*Q(?P<number>[1-4])\b",
        """in Q3 2026 → 2026-07..2026-09 | the first quarter of 2027 → 2027-01..2027-03
        in 2026 Q4 → 2026-10..2026-12 | by the end of Q2 2027 → 2027-04..2027-06""",
    ),
    Form(
        "half",
        rf"\b{_HALF}(?:CY\s*)?{_YEAR}",
        "the second half of 2026 → 2026H2 | H1 2027 → 2027H1",
    ),
    Form(
        "month",
        rf"\b(?:(?:the\s+)?(?:beginning|start|middle)\s+of\s+|(?:early|mid|late)[- ])?"
        rf"{_MONTH},?\s+(?:of\s+)?{_YEAR}",
        "by December 2027 → 2027-12 | by the end of June 2026 → 2026-06",
        "may 2 agencies | March on",
    ),
    Form(
        "season",
        rf"\b(?:early\s+|mid-?\s*|late\s+)?(?P<season>spring|summer|autumn|fall|winter)\s+(?:of\s+)?{_YEAR}"
        r"(?:[/–-][0-9]{2})?",
        """in summer 2026 → 2026-06..2026-08 | by spring of 2027 → 2027-03..2027-05
        over winter 2026/27 → 2026-12..2027-02""",
        "each summer | spring up in 2027 | the summer school 2026",
    ),
    Form(
        "decade",
        r"\b(?:the\s+)?(?:(?P<part>early|mid|late)[- ](?:the\s+)?)?(?P<decade>20[0-9]0)s\b",
        "in the 2030s → 2030..2039 | the early 2030s → 2030..2034",
    ),
    Form(
        "mid",
        rf"\b(?:mid[- ](?:year[- ])?|(?:the\s+)?middle\s+of\s+){_YEAR}",
        "by mid-2026 → mid-2026",
    ),
    Form(
        "early",
        rf"\b(?P<part>early|late)(?:[- ]in)?[- ](?:{_FISCAL}|{_YEAR})",
        "in early 2026 → 2026H1 | by late 2027 → 2027H2 | late in FY 2027 → FY2027H2",
    ),
    Form(
        "year",
        rf"\b(?:CY\s*|calendar\s+(?:year\s+)?)?{_YEAR}",
        """by the end of 2027 → 2027 | in 2028 → 2028 | CY2026 → 2026 | by end-2026 → 2026
        between 2024 and 2026 → 2024..2026 | in 2024-2026 → 2024..2026""",
        "1,2026 people | 20266 | the 2030s",
    ),
    Form(
        "relative",
        r"\b(?P<which>this|the\s+current|next|the\s+next|the\s+coming)\s+"
        r"(?P<what>(?:fiscal|financial)\s+year|year)\b",
        "by the end of this fiscal year → FY2019 | next year → 2020",
    ),
    Form(
        "coming",
        rf"\b(?:the\s+)?(?:next|coming|following)\s+(?P<count>{_COUNT})[\s-]+(?P<what>months?|years?)\b",
        """over the next three years → about 2019-05..2022-05
        within the coming 18 months → about 2019-05..2020-11""",
        "the next steps | the following two reports | next year | in three years",
    ),
    Form(
        "yearly",
        r"\b(?:at\s+least\s+)?(?:(?P<count>once|twice|(?:two|three|four)\s+times)\s+(?:a|per|each|every)\s+"
        r"(?:(?:fiscal|financial|calendar)\s+)?year|annually|yearly|"
        r"(?:every|each|per)\s+(?:(?:fiscal|financial|calendar)\s+)?year(?!['’])|"
        rf"(?:every|each)\s+(?:spring|summer|autumn|fall|winter|{MONTH_NAME})|"
        r"\Aannual\Z|per\s+annum|on\s+an\s+annual\s+basis|an\s+annual(?=\s+[a-z])|"
        r"every\s+(?P<every>two|three|four|five|ten|[2-9]|second|other|third|fourth|fifth)\s+years?|"
        r"(?P<biennial>biennially|every\s+biennium)|"
        r"(?P<often>quarterly|monthly|semi-?annually|twice-yearly|biannually|half-?yearly|"
        r"(?:every|each)\s+(?:quarter|month|six\s+months)))\b",
        """report annually → FY2019.. | twice a year → FY2019.. | quarterly → FY2019..
        each spring → FY2019.. | publish it every March → FY2019.. | every two years → FY2019..
        at least twice per year → FY2019.. | every six months → FY2019..""",
        """the annual budget | perennially | a quarter of them | each year's budget
        in spring | every marching band | every two weeks""",
    ),
    Form(
        "within",
        rf"\bwithin\s+(?P<count>{_COUNT})\s+(?:calendar\s+|business\s+|working\s+)?"
        r"(?P<what>days?|weeks?|months?|years?)(?:\s+(?:of|after|from|following)\b)?",
        "within 60 days of the order → | within two years →",
    ),
)
"""The examples of the relative forms stand in a document of 2019-05-20. A pattern may hold
several, with ``||`` between them; what says that a time's end is meant stands before it."""
