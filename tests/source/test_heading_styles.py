"""Numbers of headings and items: which style a line's number is of, and what leads an item."""

import pytest

from spaceplan.source.read.heading_styles import label_of, rank_of, read_mark
from spaceplan.source.read.reader import read_document

MARKS = """
Goal 2: Healthy soils → label:goal 2 Healthy soils
Key Priority 3 – Ports → label:priority 3 Ports
Pillar II – Skills → label:pillar 2 Skills
Action items → none
Actions 4. Open the depot → label:action 4 Open the depot
Objective B. Clean rivers → label:objective 2 Clean rivers
1.2 Publish the register → N.M 2 Publish the register
1.2. Publish the register → N.M 2 Publish the register
Objective 3.1 Map the wells → N.M 1 Map the wells
A3: Train the nurses → N.M 3 Train the nurses
1.1.4 Convert the remaining stations → N.M.M 4 Convert the remaining stations
Action 2.3.1: Insure the herds → N.M.M 1 Insure the herds
B2.5 Dredge the harbour → N.M.M 5 Dredge the harbour
4.3.2.1 Renew the pumps → N.M.M.M 1 Renew the pumps
1.2.3.4.5 Renew the pumps → none
2.5 million trees → none
1.1.4 convert them → none
3.14.15 was released → none
第2章 港湾 → 章 2 港湾
論点3 船舶 → 論点 3 船舶
3. ライフスタイル → . 3 ライフスタイル
1-2 施設の整備 → 1-1 2 施設の整備
"""


@pytest.mark.parametrize("line", MARKS.strip().splitlines())
def test_what_numbers_a_line(line):
    text, told = line.split(" → ")
    mark = read_mark(text)
    assert (f"{mark.style} {mark.number} {mark.title}" if mark else "none") == told


def test_a_number_with_more_stops_stands_deeper():
    styles = [read_mark(text).style for text in ("1. A", "1.1 A", "1.1.1 A", "1.1.1.1 A")]
    assert [rank_of(style) for style in styles] == sorted({rank_of(style) for style in styles})


PLAN = """\
Goal 1. Water

Objective 1.1 Find leaks

1.1.1   Listen to the mains of the old town with sensors that the works has bought for that, and
        repair what leaks.
        Lead(s): Water Works
        Timeframe: 2027

1.1.2   Meter the hydrants.
        Lead(s): Fire Service

Objective 1.2 Store rain

1.2.1   Dig ponds.

Goal 2. Heat

Objective 2.1 Insulate

No.     Action                  Lead         Timeframe
2.1.1   Insulate the schools    Council      2027
2.1.2   Insulate the clinics    Council      2028
"""


def test_three_levels_of_numbers_are_topics_parts_and_items():
    document = read_document(PLAN, "d")
    assert [topic.title for topic in document.topics] == ["Water", "Heat"]
    assert [sub.title for topic in document.topics for sub in topic.subsections] == [
        "Find leaks",
        "Store rain",
        "Insulate",
    ]
    assert [one.text for one in document.bullets] == [
        "Listen to the mains of the old town with sensors that the works has bought for that, and"
        " repair what leaks. Lead(s): Water Works Timeframe: 2027",
        "Meter the hydrants. Lead(s): Fire Service",
        "Dig ponds.",
        "2.1.1 | Insulate the schools | Council | 2027",
        "2.1.2 | Insulate the clinics | Council | 2028",
    ]


@pytest.mark.parametrize(
    ("outer", "inner"),
    [("Goal", "Objective"), ("Pillar", "Action"), ("Theme", "Priority"), ("Chapter", "Task")],
)
def test_of_two_words_that_number_the_first_stands_over_the_other(outer, inner):
    document = read_document(
        f"{outer} 1: Ports\n{inner} 1: Quays\n- Build a quay.\n{inner} 2: Cranes\n- Buy cranes.\n"
        f"{outer} 2: Ships\n{inner} 1: Ferries\n- Buy a ferry.\n",
        "d",
    )
    assert [topic.title for topic in document.topics] == ["Ports", "Ships"]
    assert [len(topic.subsections) for topic in document.topics] == [2, 1]


def test_a_long_running_header_is_told_by_its_return():
    header = (
        "JOINT PLAN OF THE MINISTRIES FOR THE RENEWAL OF THE WATER WORKS, FISCAL YEARS 2026–2031"
    )
    pages = [
        f"{header}\n\nGoal {n}: Town {n}\n\n- Renew the mains of town {n}\n\n  {n}\n"
        for n in (1, 2, 3)
    ]
    document = read_document("\n".join(pages), "d")
    assert [one.text for one in document.bullets] == [
        f"Renew the mains of town {n}" for n in (1, 2, 3)
    ]


LABELS = """
**Action 1:** The port will open → The port will open
**Action 8.** Dredge the berth → Dredge the berth
**A1** – Train the nurses → Train the nurses
__Commitment 2.3__: Plant trees → Plant trees
**1.2** Publish the register → Publish the register
Action 12: We will buy buses → We will buy buses
Key milestone 3 – Open the clinic → Open the clinic
C2.1: Move the herd → Move the herd
**Action 2.1 – Nurses.** We will train them all → Nurses.** We will train them all
"""
NO_LABELS = """
**Q1 2027:** open the port
**2027:** open the port
**Timetable.** Introduce a database
Action 3 of the plan will be revised
FY26: open the port
H2: plant trees
CO2: halve it
5G in all ports
**Action 3: Improve the data**
**Action 3: Improve the data** (Lead: GSA, with others who help)
A level playing field
"""


@pytest.mark.parametrize("line", LABELS.strip().splitlines())
def test_an_item_may_be_led_by_a_label(line):
    text, words = line.split(" → ")
    assert text[len(label_of(text)) :] == words


@pytest.mark.parametrize("text", NO_LABELS.strip().splitlines())
def test_what_leads_an_item_and_is_no_label(text):
    assert label_of(text) == ""


LABELLED = """\
# Ports Plan

## 1. Berths

### Progress since 2025

- The first berth was dredged in May 2025.

### Actions from 2026 onwards (Lead: Harbour Office)

**Action 1:** We will dredge the second berth by 2027.

**Action 2:** By June 2028, the council will:

- light the quay
- fence the yard

## 2. Cranes

### Actions from 2026 onwards

- **Action 3.** We will buy a crane by 2029. (Lead: DFT)
- **Action 4.** We will keep the others in good repair.
"""


def test_items_that_labels_lead_are_told_without_them():
    document = read_document(LABELLED, "d")
    assert [topic.title for topic in document.topics] == ["Berths", "Cranes"]
    assert [(one.text, one.intro, one.lead) for one in document.bullets] == [
        ("We will dredge the second berth by 2027.", "", "Lead: Harbour Office"),
        ("light the quay", "By June 2028, the council will:", "Lead: Harbour Office"),
        ("fence the yard", "By June 2028, the council will:", "Lead: Harbour Office"),
        ("We will buy a crane by 2029. (Lead: DFT)", "", ""),
        ("We will keep the others in good repair.", "", ""),
    ]
    assert len(document.results) == 1


SENTENCES = """\
1. Water

Action 1: The works will listen to the mains of the old town with sensors that it has bought, and
repair what leaks, by 2027.

Action 2: The council will meter the hydrants of the new town.
Lead: Council. Timing: by 31 December 2026.

2. Heat

Action 3: The council will insulate the schools of the old town and the new.
"""


def test_what_a_word_numbers_is_an_item_where_it_says_what_is_to_be_done():
    document = read_document(SENTENCES, "d")
    assert [topic.title for topic in document.topics] == ["Water", "Heat"]
    assert [one.text[:30] for one in document.bullets] == [
        "The works will listen to the m",
        "The council will meter the hyd",
        "The council will insulate the ",
    ]


@pytest.mark.parametrize(
    "headed",
    [
        "Action 1: Water\n- Listen to the mains.\nAction 2: Heat\n- Insulate the schools.\n",
        "Goal 1: We will have clean water in all of our towns.\n- Listen to the mains.\n"
        "Goal 2: We will have warm schools in all of our towns.\n- Insulate the schools.\n",
        "Action 1: Water\nWater is scarce in the south of the town.\n- Listen to the mains.\n"
        "Action 2: Heat\nThe schools of the town are cold.\n- Insulate the schools.\n",
    ],
)
def test_what_a_word_numbers_heads_what_is_below_it(headed):
    document = read_document(headed, "d")
    assert [topic.number for topic in document.topics] == [1, 2]
    assert [one.id for one in document.bullets] == ["1-1", "2-1"]


def test_a_number_before_what_introduces_a_list_heads_nothing():
    document = read_document(
        "Goal 1: Ports\n\nAction 1.1: We will dredge the berth of the old port by 2028.\n\n"
        "Action 1.2: By 30 June 2027, state agencies will:\n  (a) adopt a standard;\n"
        "  (b) share their data.\n\nAction 1.3: We will buy a crane for the new port by 2029.\n",
        "d",
    )
    assert [(one.text, one.intro) for one in document.bullets] == [
        ("We will dredge the berth of the old port by 2028.", ""),
        ("adopt a standard;", "By 30 June 2027, state agencies will:"),
        ("share their data.", "By 30 June 2027, state agencies will:"),
        ("We will buy a crane for the new port by 2029.", ""),
    ]
