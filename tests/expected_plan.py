"""What the shipped plan must say, read from the document a second time, by hand.

Nothing here is computed from the plan or by the tool: each table was written from the bullets of
the document alone, so that the plan and these tables check each other (test_shipped_plan.py).
Notes name what a row is, in short own words; the document's sentences are not repeated.

First status, where the text decides it: `active` where the words say that the bullet's own work
is under way (it is continued, steadily carried on, repeated, or its window has opened), else
`planned`; a `start` is never `active`; a `recurring` one stays `active`. "Steady" or "continuous"
said of an aim, or of somebody else's work, does not make the bullet active.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True, slots=True)
class Expected:
    """One milestone: a bullet, or a lettered part of one.

    `target` is in the plan's time grammar and empty for `ongoing`; `due` is the last day on which
    it is in time (for `recurring`, the last day of its first year); `times` is how often in each
    year where the text says so; `horizon` is a year that is named but not committed to.
    """

    id: str
    kind: str
    status: str
    note: str
    target: str = ""
    due: date | None = None
    times: str = ""
    horizon: str = ""


HEADER: Final[dict[str, str]] = {
    "format": "1",
    "revision": "H30",
    "decided": "2018-12-11",
    "language": "ja",
    "time_zone": "Asia/Tokyo",
    "due_soon": "90",
}
FISCAL_YEAR: Final[dict[str, str]] = {"starts": "4", "named_by": "start"}
DECIDING_DOCUMENT: Final[tuple[str, str]] = ("H30", "2018-12-11")  # label, date
REASONS: Final[tuple[str, ...]] = (
    "technical",
    "dependency",
    "budget",
    "procurement",
    "partner",
    "legal",
    "scope",
    "external",
)

# The keys of a milestone block, in the order in which they stand.
KEYS: Final[tuple[str, ...]] = (
    "id",
    "subsection",
    "same_as",
    "title",
    "charts",
    "chart_basis",
    "kind",
    "target",
    "times",
    "baseline",
    "horizon",
    "owner",
    "basis",
    "partners",
    "status",
    "after",
    "see",
    "text",
    "remark",
)

# Topic number -> number of bullets. There is no topic 15.
BULLETS_OF_TOPIC: Final[dict[int, int]] = {
    1: 9,  # QZSS, seven satellites
    2: 3,  # remote sensing
    3: 3,  # engineering test satellites
    4: 1,  # H3 rocket
    5: 1,  # launch sites
    6: 7,  # space situational awareness
    7: 13,  # science, human spaceflight, exploration
    8: 3,  # business environment
    9: 2,  # use of space data
    10: 2,  # parts and components
    11: 6,  # future uses
    12: 4,  # JAXA and the defence ministry
    13: 4,  # analysis and strategy
    14: 2,  # people
    16: 5,  # debris
    17: 34,  # security
    18: 12,  # international
}

CHARTS_OF_TOPIC: Final[dict[int, tuple[int, ...]]] = {
    1: (1, 2, 43),
    2: (3, 7),
    3: (13,),
    4: (17,),
    5: (19,),
    6: (21,),
    7: (25, 26, 27),
    8: (28,),
    9: (29,),
    10: (30,),
    11: (32, 34),
    12: (37,),
    13: (38,),
    14: (39,),
    16: (53,),
    17: (4, 5, 6, 15, 20, 21, 22, 23, 24, 37),
    18: (46, 48, 49, 50),
}

# Topics that cite several charts under one heading: each bullet's chart was chosen by reading.
CHART_CHOSEN_BY_READING: Final[frozenset[int]] = frozenset({1, 2, 17, 18})


@dataclass(frozen=True, slots=True)
class ExpectedSubsection:
    """A subsection: its mark in the document, its charts, and its bullets (first to last)."""

    number: int
    mark: str
    charts: tuple[int, ...]
    first: int
    last: int


SUBSECTIONS: Final[dict[int, tuple[ExpectedSubsection, ...]]] = {
    7: (
        ExpectedSubsection(1, "①", (25,), 1, 6),  # space science
        ExpectedSubsection(2, "②", (26,), 7, 9),  # space station
        ExpectedSubsection(3, "③", (27,), 10, 13),  # exploration
    ),
    10: (ExpectedSubsection(1, "①", (30,), 1, 2),),  # parts strategy
    11: (
        ExpectedSubsection(1, "①", (32,), 1, 3),  # Tokyo games
        ExpectedSubsection(2, "②", (34,), 4, 6),  # reusable transport
    ),
    12: (ExpectedSubsection(1, "", (37,), 1, 4),),  # a heading without a mark
}

# (topic, first bullet, last bullet, chart)
CHART_OF_BULLETS: Final[tuple[tuple[int, int, int, int], ...]] = (
    (1, 1, 2, 1),  # seven satellites and their operation
    (1, 3, 8, 2),  # use and spread
    (1, 9, 9, 43),  # use in defence
    (2, 1, 2, 3),  # needs and uses
    (2, 3, 3, 7),  # advanced optical and radar satellites
    (3, 1, 3, 13),
    (4, 1, 1, 17),
    (5, 1, 1, 19),
    (6, 1, 7, 21),
    (7, 1, 6, 25),
    (7, 7, 9, 26),
    (7, 10, 13, 27),
    (8, 1, 3, 28),
    (9, 1, 2, 29),
    (10, 1, 2, 30),
    (11, 1, 3, 32),
    (11, 4, 6, 34),
    (12, 1, 4, 37),
    (13, 1, 4, 38),
    (14, 1, 2, 39),
    (16, 1, 5, 53),
    (17, 1, 3, 5),  # information gathering satellites
    (17, 4, 5, 6),  # responsive small satellites
    (17, 6, 7, 15),  # defence communications
    (17, 8, 8, 20),  # their launch system
    (17, 9, 15, 21),  # situational awareness
    (17, 16, 18, 22),  # maritime domain awareness
    (17, 19, 20, 23),  # early warning
    (17, 21, 34, 24),  # mission assurance
    (18, 1, 1, 46),  # dialogues
    (18, 2, 4, 48),  # global cooperation
    (18, 5, 8, 49),  # Asia and the Pacific
    (18, 9, 12, 50),  # markets abroad
)

# Points to discuss: one a topic, two in topic 11, one of which closes its first subsection.
QUESTIONS_OF_TOPIC: Final[dict[int, int]] = {
    number: 2 if number == 11 else 1 for number in BULLETS_OF_TOPIC
}

PARTS: Final[dict[str, tuple[str, ...]]] = {
    "7-4": ("7-4a", "7-4b"),  # SLIM; MMX
    "8-1": ("8-1a", "8-1b"),  # briefings; the rest
    "10-1": ("10-1a", "10-1b", "10-1c"),  # untimed work; opportunities in orbit; follow-up
    "11-4": ("11-4a", "11-4b"),  # study; flight test
    "14-2": ("14-2a", "14-2b"),  # untimed work; platform
    "16-2": ("16-2a", "16-2b"),  # framework; direction
    "16-5": ("16-5a", "16-5b"),  # operation; review
    "17-18": ("17-18a", "17-18b"),  # link of systems; cooperation
    "17-20": ("17-20a", "17-20b"),  # survey; cooperation
}

# Repeat -> original.
REPEATS: Final[dict[str, str]] = {
    "7-13": "7-4",  # SLIM and MMX again
    "17-9": "6-1",  # tabletop exercise, officers posted
    "17-10": "6-2",  # national SSA set-up
    "17-11": "6-3",  # people for the system
    "17-12": "6-4",  # operating procedures, partners
    "17-13": "6-5",  # survey of SSA satellites
    "17-14": "6-6",  # upkeep, operation, cost
    "17-15": "6-7",  # traffic management survey
    "17-28": "17-21",  # assurance measures
    "17-29": "17-22",  # risk assessment
    "17-30": "17-23",  # continuity plans
    "17-31": "17-24",  # case studies
    "17-32": "17-25",  # technical trends, ministries together
    "17-33": "17-26",  # lessons of the exercise
    "17-34": "17-27",  # survey of vulnerability
}

# Alike but different, each group linked among itself (either end may carry the link).
SEE: Final[tuple[tuple[str, ...], ...]] = (
    ("17-4", "17-8"),  # responsive satellites; their launch system
    ("12-2", "17-17", "17-19"),  # ALOS-3 and its infrared sensor
    ("7-6", "14-1"),  # assistant professors on a tenure track
    ("2-3", "13-4"),  # the satellites after ALOS-3 and ALOS-4
    ("6-7", "16-4"),  # traffic management abroad
    ("1-5", "18-7", "18-8"),  # reference stations in Asia
    ("9-1", "11-3", "14-2"),  # contest, model projects, S-NET
    ("16-3", "17-25"),  # debris removal
)

OWNER_NAMES: Final[dict[str, str]] = {
    "CAO": "内閣府",
    "JAXA": "宇宙航空研究開発機構",
    "MEXT": "文部科学省",
    "MIC": "総務省",
    "MLIT": "国土交通省",
    "MOD": "防衛省",
    "NICT": "情報通信研究機構",
}

# Owners that the text itself names, lead first; everybody else's are assigned.
STATED_OWNERS: Final[dict[str, tuple[str, ...]]] = {
    "6-4": ("MOD",),  # subject of the second sentence
    "6-6": ("CAO", "MEXT", "MOD"),  # three ministries, one by its short name
    "6-7": ("CAO", "MLIT", "others"),  # jointly, "and others"
    "12-1": ("JAXA", "MOD"),  # both sides
    "12-2": ("MOD", "JAXA"),  # sensor; satellite
    "17-4": ("CAO",),
    "17-8": ("CAO",),
    "17-20a": ("CAO",),  # the survey alone
    "17-27": ("MOD",),
}

# Organisations named only to work with.
PARTNERS: Final[dict[str, tuple[str, ...]]] = {
    "1-1": ("JAXA",),  # development
    "6-4": ("JAXA", "MIC", "NICT"),  # electromagnetic environment
    "12-4": ("JAXA",),  # whose open points they are
}
# Where the work is said to be done together with "the ministries concerned".
OTHER_PARTNERS: Final[frozenset[str]] = frozenset({"11-1", "17-4", "17-8", "17-20a"})

# Readings that are arguable, so that the milestone says how it was read.
REMARKED: Final[dict[str, str]] = {
    "1-1": "year of the constellation, verb without end",
    "1-8": "what will count: 20 prefectures",
    "7-4b": "year of the launch, verb is the early work",
    "7-8": "year of the launch, verb is the building",
    "12-2": "year of the satellite that carries the sensor",
    "16-5b": "five years after which day, with its source",
    "17-5": "what will count: the launch",
    "17-19": "year of the satellite that carries the sensor",
    "17-23": "calendar year, a fiscal one may be meant",
}

END_FY2018: Final = date(2019, 3, 31)
END_FY2019: Final = date(2020, 3, 31)
END_FY2020: Final = date(2021, 3, 31)
END_FY2021: Final = date(2022, 3, 31)
END_FY2022: Final = date(2023, 3, 31)
END_FY2023: Final = date(2024, 3, 31)
END_FY2024: Final = date(2025, 3, 31)

# Every milestone that is no repeat, in document order.
MILESTONES: Final[tuple[Expected, ...]] = (
    # 1
    Expected("1-1", "deadline", "active", "seven QZSS satellites", "about FY2023", END_FY2023),
    Expected("1-2", "start", "planned", "study of seven-satellite operation", "FY2019", END_FY2019),
    Expected("1-3", "ongoing", "active", "QZSS promotion task force meets on"),
    Expected("1-4", "ongoing", "planned", "QZSS trials in more fields"),
    Expected("1-5", "ongoing", "planned", "reference stations in Asia; Galileo"),
    Expected("1-6", "ongoing", "active", "QZSS made known abroad"),
    Expected("1-7", "start", "planned", "SBAS service for aviation", "FY2020", END_FY2020),
    Expected("1-8", "deadline", "planned", "safety service, 20 prefectures", "FY2021", END_FY2021),
    Expected("1-9", "ongoing", "planned", "QZSS in defence"),
    # 2
    Expected("2-1", "deadline", "active", "model project, needs fed back", "FY2019", END_FY2019),
    Expected("2-2", "ongoing", "planned", "satellite data after disasters"),
    Expected(
        "2-3",
        "deadline",
        "planned",
        "basic line after ALOS-3 and ALOS-4",
        "about mid-2019",
        date(2019, 6, 30),
    ),
    # 3
    Expected("3-1", "ongoing", "active", "project meeting, joint development"),
    Expected("3-2", "deadline", "active", "ETS-9 launch", "FY2021", END_FY2021),
    Expected("3-3", "deadline", "planned", "technologies for ETS-10", "FY2021", END_FY2021),
    # 4, 5
    Expected("4-1", "deadline", "active", "first flight of the H3", "FY2020", END_FY2020),
    Expected("5-1", "ongoing", "planned", "survey results to launch-site planners"),
    # 6
    Expected("6-1", "ongoing", "active", "tabletop exercise, officers posted"),
    Expected("6-2", "ongoing", "active", "national SSA set-up"),
    Expected("6-3", "ongoing", "planned", "people for the SSA system", horizon="FY2023"),
    Expected("6-4", "ongoing", "planned", "SSA procedures and partners"),
    Expected("6-5", "ongoing", "planned", "survey of SSA satellites"),
    Expected("6-6", "ongoing", "planned", "SSA upkeep, operation, cost", horizon="FY2023"),
    Expected("6-7", "ongoing", "planned", "traffic management, use of SSA data"),
    # 7
    Expected("7-1", "ongoing", "planned", "science programme, front loading"),
    Expected("7-2", "ongoing", "planned", "Hayabusa2 touchdown and return"),
    Expected("7-3", "deadline", "active", "XRISM launch", "FY2021", END_FY2021),
    Expected("7-4a", "deadline", "planned", "SLIM launch", "FY2021", END_FY2021),
    Expected("7-4b", "deadline", "planned", "MMX launch", "FY2024", END_FY2024),
    Expected("7-5", "ongoing", "planned", "medium-class candidates, DESTINY+"),
    Expected("7-6", "ongoing", "active", "tenure-track posts, JUICE"),
    Expected("7-7", "ongoing", "active", "Kibo and Kounotori in operation"),
    Expected("7-8", "deadline", "active", "first HTV-X launch", "FY2021", END_FY2021),
    Expected("7-9", "deadline", "planned", "low orbit after 2025, settled", "FY2019", END_FY2019),
    Expected("7-10", "ongoing", "planned", "taking part in Gateway"),
    Expected("7-11", "ongoing", "planned", "joint landing on the Moon"),
    Expected("7-12", "ongoing", "active", "private firms in exploration"),
    # 8
    Expected(
        "8-1a",
        "recurring",
        "active",
        "briefings on the space laws",
        "FY2019..",
        END_FY2019,
        times="about 3",
    ),
    Expected("8-1b", "ongoing", "planned", "advice and quick examination"),
    Expected("8-2", "ongoing", "planned", "in-orbit liability, resources"),
    Expected("8-3", "ongoing", "planned", "suborbital flight"),
    # 9
    Expected("9-1", "ongoing", "planned", "contest and matching, Asia"),
    Expected("9-2", "ongoing", "active", "open data platform", horizon="FY2021"),
    # 10
    Expected("10-1a", "ongoing", "planned", "commercial parts and support"),
    Expected("10-1b", "start", "planned", "parts tried out in orbit", "FY2019", END_FY2019),
    Expected("10-1c", "recurring", "active", "yearly follow-up", "FY2019..", END_FY2019),
    Expected("10-2", "deadline", "planned", "strategy on patents", "FY2019", END_FY2019),
    # 11
    Expected("11-1", "ongoing", "planned", "trials for the Tokyo games", horizon="2020"),
    Expected("11-2", "deadline", "planned", "indoor navigation trials", "FY2019", END_FY2019),
    Expected("11-3", "deadline", "planned", "showcase models of data use", "FY2019", END_FY2019),
    Expected("11-4a", "ongoing", "planned", "transport after the H3"),
    Expected("11-4b", "deadline", "planned", "reusable test vehicle flies", "FY2019", END_FY2019),
    Expected("11-5", "ongoing", "planned", "air-breathing engine"),
    Expected("11-6", "start", "planned", "open points of reuse", "FY2019", END_FY2019),
    # 12
    Expected("12-1", "ongoing", "active", "JAXA and ministry share information"),
    Expected("12-2", "deadline", "planned", "infrared sensor on ALOS-3", "FY2020", END_FY2020),
    Expected("12-3", "ongoing", "planned", "SSA link, exchange of staff"),
    Expected("12-4", "deadline", "planned", "open points inside JAXA", "FY2020", END_FY2020),
    # 13
    Expected("13-1", "ongoing", "active", "basic data on the industry"),
    Expected("13-2", "ongoing", "planned", "think tanks and ministries"),
    Expected("13-3", "ongoing", "planned", "expert, lasting analysis"),
    Expected("13-4", "deadline", "planned", "remote-sensing study", "mid-2019", date(2019, 6, 30)),
    # 14
    Expected("14-1", "ongoing", "active", "exchange of scientists, posts"),
    Expected("14-2a", "ongoing", "planned", "network, people from other fields"),
    Expected("14-2b", "start", "planned", "platform for specialists", "FY2019", END_FY2019),
    # 16
    Expected("16-1", "ongoing", "active", "facilities, reliability"),
    Expected(
        "16-2a", "deadline", "planned", "debris, ministries' framework", "about FY2018", END_FY2018
    ),
    Expected("16-2b", "deadline", "planned", "debris, direction", "FY2019H1", date(2019, 9, 30)),
    Expected("16-3", "ongoing", "active", "debris technology and rules"),
    Expected("16-4", "ongoing", "planned", "traffic management abroad"),
    Expected("16-5a", "ongoing", "planned", "technical standards, quick and open"),
    Expected(
        "16-5b", "start", "planned", "review after five years", "2023-11-15..FY2023", END_FY2023
    ),
    # 17
    Expected("17-1", "ongoing", "active", "radar and relay satellites"),
    Expected("17-2", "ongoing", "planned", "money for ten satellites"),
    Expected("17-3", "ongoing", "planned", "assurance of these satellites"),
    Expected(
        "17-4", "deadline", "planned", "needs, responsive satellites", "about FY2019", END_FY2019
    ),
    Expected("17-5", "deadline", "planned", "small satellite launched", "FY2020", END_FY2020),
    Expected("17-6", "window", "active", "third X-band satellite", "FY2016..FY2022", END_FY2022),
    Expected("17-7", "ongoing", "active", "stronger defence network"),
    Expected(
        "17-8", "deadline", "planned", "needs, their launch system", "about FY2019", END_FY2019
    ),
    Expected("17-16", "ongoing", "planned", "maritime display system"),
    Expected("17-17", "deadline", "planned", "satellites for sea data", "about FY2019", END_FY2019),
    Expected("17-18a", "start", "planned", "link with sharing system", "FY2020", END_FY2020),
    Expected("17-18b", "ongoing", "planned", "maritime awareness with allies"),
    Expected("17-19", "deadline", "planned", "sensor rides on ALOS-3", "FY2020", END_FY2020),
    Expected("17-20a", "start", "planned", "early-warning survey", "FY2019", END_FY2019),
    Expected("17-20b", "ongoing", "planned", "early warning with the US"),
    Expected("17-21", "ongoing", "planned", "assurance measures"),
    Expected("17-22", "ongoing", "planned", "risk assessment"),
    Expected("17-23", "start", "planned", "continuity plans", "2019", date(2019, 12, 31)),
    Expected("17-24", "deadline", "planned", "case studies", "about FY2019", END_FY2019),
    Expected("17-25", "ongoing", "planned", "technical trends, ministries together"),
    Expected("17-26", "ongoing", "planned", "lessons of the exercise"),
    Expected("17-27", "ongoing", "planned", "survey of vulnerability"),
    # 18
    Expected("18-1", "ongoing", "active", "dialogues with other countries"),
    Expected("18-2", "ongoing", "planned", "after the exploration forum"),
    Expected("18-3", "ongoing", "planned", "earth observation network"),
    Expected("18-4", "ongoing", "planned", "UN development goals"),
    Expected("18-5", "deadline", "planned", "APRSAF in Japan", "2019H2", date(2019, 12, 31)),
    Expected("18-6", "ongoing", "planned", "ASEAN pilots, land and sea"),
    Expected("18-7", "ongoing", "active", "reference stations in ASEAN"),
    Expected("18-8", "ongoing", "active", "positioning trials, GGRF"),
    Expected("18-9", "ongoing", "active", "commercial markets"),
    Expected("18-10", "ongoing", "planned", "network platform, training"),
    Expected("18-11", "ongoing", "active", "pilots for the UN goals"),
    Expected("18-12", "ongoing", "planned", "teams led by project managers"),
)

# What the figures of the plan come to.
BULLETS: Final = 111
ORIGINALS: Final = 96
MILESTONES_WITH_PARTS: Final = 106
ORIGINALS_WITH_A_TIME: Final = 37
REPEATED: Final = 15
TOPICS: Final = 17
QUESTIONS: Final = 18
