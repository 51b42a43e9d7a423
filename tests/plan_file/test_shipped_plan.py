"""The shipped plan against a second, independent reading of its document (expected_plan.py)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from expected_plan import (
    BULLETS,
    BULLETS_OF_TOPIC,
    CHART_CHOSEN_BY_READING,
    CHART_OF_BULLETS,
    CHARTS_OF_TOPIC,
    DECIDING_DOCUMENT,
    FISCAL_YEAR,
    HEADER,
    KEYS,
    MILESTONES,
    MILESTONES_WITH_PARTS,
    ORIGINALS,
    ORIGINALS_WITH_A_TIME,
    OTHER_PARTNERS,
    OWNER_NAMES,
    PARTNERS,
    PARTS,
    QUESTIONS,
    QUESTIONS_OF_TOPIC,
    REASONS,
    REMARKED,
    REPEATED,
    REPEATS,
    SEE,
    STATED_OWNERS,
    SUBSECTIONS,
    TOPICS,
    Expected,
)

from spaceplan.roadmap.fiscal import FiscalRule
from spaceplan.roadmap.read_times import read_time

PLAN_FILE = Path(__file__).resolve().parents[2] / "data" / "milestones.yaml"
FINGERPRINT = re.compile(r"t-[0-9a-f]{16}")
PART_OF_BULLET = {part: bullet for bullet, parts in PARTS.items() for part in parts}
EXPECTED = {row.id: row for row in MILESTONES}

Entry = dict[str, Any]


# --- reading the plan ---------------------------------------------------------------------------


@cache
def plan() -> Entry:
    """The plan as plain text values: no scalar is typed."""
    loaded: Entry = yaml.load(PLAN_FILE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return loaded


def entries() -> list[Entry]:
    """Every block under `milestones`, in the order of the file."""
    return list(plan()["milestones"])


def originals() -> dict[str, Entry]:
    """The milestones with their parts, without the repeats, by id."""
    return {entry["id"]: entry for entry in entries() if "same_as" not in entry}


def repeats() -> dict[str, Entry]:
    """The repeats, by id."""
    return {entry["id"]: entry for entry in entries() if "same_as" in entry}


def topics() -> dict[int, Entry]:
    """The topics by number, in the order of the file."""
    return {int(topic["number"]): topic for topic in plan()["topics"]}


def bullet_of(milestone: str) -> str:
    """The bullet that an id belongs to: itself, or the bullet of a lettered part."""
    return PART_OF_BULLET.get(milestone, milestone)


def place_of(milestone: str) -> tuple[int, int]:
    """Topic and number of the bullet that an id belongs to."""
    topic, number = bullet_of(milestone).split("-")
    return int(topic), int(number)


def all_bullets() -> list[str]:
    """The ids of the document's bullets, in document order."""
    return [
        f"{topic}-{number}"
        for topic, count in BULLETS_OF_TOPIC.items()
        for number in range(1, count + 1)
    ]


def all_ids() -> list[str]:
    """The ids of all blocks that the plan must have, in document order."""
    return [part for bullet in all_bullets() for part in PARTS.get(bullet, (bullet,))]


def names(value: object) -> tuple[str, ...]:
    """A list field as a tuple; an absent one as the empty tuple."""
    return tuple(value) if isinstance(value, list) else ()


def no_faults(faults: Iterable[str]) -> None:
    """Fail with one line a fault."""
    lines = list(faults)
    assert not lines, "\n" + "\n".join(lines)


def describe(milestone: str) -> str:
    """An id with what it is, for messages."""
    row = EXPECTED.get(milestone)
    return f"{milestone} ({row.note})" if row else milestone


def compare(field: str, expected: Mapping[str, object], found: Mapping[str, object]) -> None:
    """Fail with a line for each milestone whose field is not as expected."""
    no_faults(
        f"{describe(key)}: {field} is {found.get(key, 'missing')!r}; expected {value!r}"
        for key, value in expected.items()
        if found.get(key, "missing") != value
    )


def field_of_originals(field: str) -> dict[str, object]:
    """One field of every original, the empty text where it is absent."""
    return {key: entry.get(field, "") for key, entry in originals().items()}


# 17-18a: 検討結果を踏まえて; 11-6: 上記の成果を念頭に; 2-3: what 13-4 is to be put into.
AFTER = {
    "2-3": [("13-4", "assigned", "政策検討に適切にインプット")],
    "11-6": [
        ("11-4b", "stated", "上記の成果を念頭に"),
        ("11-5", "stated", "上記の成果を念頭に"),
    ],
    "17-18a": [("17-17", "stated", "検討結果を踏まえて")],
}


# --- the tables themselves ----------------------------------------------------------------------


def test_tables_cover_every_bullet_once() -> None:
    covered = Counter([*EXPECTED, *REPEATS])
    no_faults(f"{key}: not in the tables" for key in all_ids() if key not in covered)
    no_faults(f"{key}: {count} times in the tables" for key, count in covered.items() if count > 1)
    no_faults(f"{key}: no such bullet" for key in covered if key not in all_ids())
    assert len(all_bullets()) == BULLETS


def test_tables_give_every_bullet_one_chart() -> None:
    charted = Counter(
        f"{topic}-{number}"
        for topic, first, last, _ in CHART_OF_BULLETS
        for number in range(first, last + 1)
    )
    assert charted == Counter(all_bullets())


def test_tables_come_to_the_known_figures() -> None:
    assert len(MILESTONES) == MILESTONES_WITH_PARTS
    assert len({bullet_of(row.id) for row in MILESTONES}) == ORIGINALS
    assert len({bullet_of(row.id) for row in MILESTONES if row.target}) == ORIGINALS_WITH_A_TIME
    assert len(REPEATS) == REPEATED
    assert len(BULLETS_OF_TOPIC) == TOPICS
    assert sum(QUESTIONS_OF_TOPIC.values()) == QUESTIONS


# --- the header ---------------------------------------------------------------------------------


def test_header() -> None:
    no_faults(
        f"{key} is {plan().get(key)!r}; expected {value!r}"
        for key, value in HEADER.items()
        if plan().get(key) != value
    )
    assert plan()["fiscal_year"] == FISCAL_YEAR
    assert tuple(plan()["reasons"]) == REASONS


def test_the_deciding_document_is_listed() -> None:
    label, day = DECIDING_DOCUMENT
    days = {document["label"]: document.get("date") for document in plan()["documents"]}
    assert days.get(label) == day


def test_named_owners_are_registered_under_their_names() -> None:
    registered = {code: owner["ja"] for code, owner in plan()["owners"].items()}
    no_faults(
        f"{code}: is {registered.get(code)!r}; expected {name!r}"
        for code, name in OWNER_NAMES.items()
        if registered.get(code) != name
    )


def test_the_short_name_of_the_education_ministry_is_an_alias() -> None:
    assert "文科省" in plan()["owners"]["MEXT"]["aliases"]


@pytest.mark.parametrize("section", ["owners", "reasons"])
def test_registered_names_are_in_both_languages(section: str) -> None:
    no_faults(
        f"{section} {code}: no name in {language}"
        for code, name in plan()[section].items()
        for language in ("ja", "en")
        if not name.get(language)
    )


# --- topics -------------------------------------------------------------------------------------


def test_topic_numbers() -> None:
    assert [int(topic["number"]) for topic in plan()["topics"]] == list(BULLETS_OF_TOPIC)


def test_charts_of_topics() -> None:
    found = {number: tuple(map(int, topic["charts"])) for number, topic in topics().items()}
    no_faults(
        f"topic {number}: charts {found.get(number)}; expected {charts}"
        for number, charts in CHARTS_OF_TOPIC.items()
        if found.get(number) != charts
    )


def test_subsections_of_topics() -> None:
    found = {
        number: [
            (int(part["number"]), part.get("mark", ""), tuple(map(int, part["charts"])))
            for part in topic.get("subsections", [])
        ]
        for number, topic in topics().items()
    }
    expected = {
        number: [(part.number, part.mark, part.charts) for part in SUBSECTIONS.get(number, ())]
        for number in BULLETS_OF_TOPIC
    }
    no_faults(
        f"topic {number}: subsections {found.get(number)}; expected {parts}"
        for number, parts in expected.items()
        if found.get(number) != parts
    )


def test_titles_of_topics_and_subsections_are_in_both_languages() -> None:
    titled = {
        f"topic {number}": [topic, *topic.get("subsections", [])]
        for number, topic in topics().items()
    }
    no_faults(
        f"{name}: a title without {language}"
        for name, blocks in titled.items()
        for block in blocks
        for language in ("ja", "en")
        if not block.get("title", {}).get(language)
    )


def questions_of(topic: Entry) -> list[Entry]:
    """The questions of a topic and of its subsections."""
    closing = [part["question"] for part in topic.get("subsections", []) if "question" in part]
    return [*closing, *topic.get("questions", [])]


def test_number_of_questions() -> None:
    found = {number: len(questions_of(topic)) for number, topic in topics().items()}
    no_faults(
        f"topic {number}: {found.get(number)} questions; expected {count}"
        for number, count in QUESTIONS_OF_TOPIC.items()
        if found.get(number) != count
    )


def test_the_first_subsection_of_topic_11_has_a_question_of_its_own() -> None:
    first, _ = topics()[11]["subsections"]
    assert "question" in first, "topic 11 ①: its question is missing"


def test_questions_are_in_both_languages() -> None:
    no_faults(
        f"topic {number}: a question without {language}"
        for number, topic in topics().items()
        for question in questions_of(topic)
        for language in ("ja", "en")
        if not question.get(language)
    )


# --- which milestones there are -----------------------------------------------------------------


def test_ids_in_document_order() -> None:
    found = [entry["id"] for entry in entries()]
    no_faults(f"{describe(key)}: missing" for key in all_ids() if key not in found)
    no_faults(f"{key}: not expected" for key in found if key not in all_ids())
    no_faults(f"{key}: {count} times" for key, count in Counter(found).items() if count > 1)
    in_order = sorted(found, key=all_ids().index)
    no_faults(
        f"{key}: stands where {expected} should"
        for key, expected in zip(found, in_order, strict=True)
        if key != expected
    )


def test_counts() -> None:
    kept = originals()
    bullets = {bullet_of(key) for key in kept}
    timed = {bullet_of(key) for key, entry in kept.items() if "target" in entry}
    assert len(bullets | set(repeats())) == BULLETS
    assert len(bullets) == ORIGINALS
    assert len(kept) == MILESTONES_WITH_PARTS
    assert len(timed) == ORIGINALS_WITH_A_TIME
    assert len(repeats()) == REPEATED
    assert len(topics()) == TOPICS


def test_bullets_of_topics() -> None:
    found = Counter(
        int(bullet.split("-")[0]) for bullet in {bullet_of(entry["id"]) for entry in entries()}
    )
    no_faults(
        f"topic {number}: {found[number]} bullets; expected {count}"
        for number, count in BULLETS_OF_TOPIC.items()
        if found[number] != count
    )


def test_split_bullets_have_exactly_their_parts() -> None:
    found: dict[str, list[str]] = {}
    for key in originals():
        if key[-1].isalpha():
            found.setdefault(key[:-1], []).append(key)
    compare("parts", {key: list(parts) for key, parts in PARTS.items()}, found)
    no_faults(f"{key}: split, but is one milestone" for key in found if key not in PARTS)


def test_repeats_name_their_originals() -> None:
    found = {key: entry["same_as"] for key, entry in repeats().items()}
    compare("same_as", REPEATS, found)
    no_faults(f"{key}: is no repeat" for key in found if key not in REPEATS)


def test_repeats_keep_only_what_is_their_own() -> None:
    own = {"id", "subsection", "same_as", "charts", "chart_basis", "text"}
    no_faults(
        f"{key}: a repeat inherits {field}, it has none of its own"
        for key, entry in repeats().items()
        for field in entry
        if field not in own
    )


def test_subsections_of_bullets() -> None:
    def expected(key: str) -> str:
        topic, number = place_of(key)
        for part in SUBSECTIONS.get(topic, ()):
            if part.first <= number <= part.last:
                return str(part.number)
        return ""

    found = {entry["id"]: entry.get("subsection", "") for entry in entries()}
    compare("subsection", {key: expected(key) for key in all_ids()}, found)


# --- what each says -----------------------------------------------------------------------------


def test_kinds() -> None:
    compare("kind", {row.id: row.kind for row in MILESTONES}, field_of_originals("kind"))


def test_targets() -> None:
    compare("target", {row.id: row.target for row in MILESTONES}, field_of_originals("target"))


def test_baselines_equal_targets() -> None:
    baselines = field_of_originals("baseline")
    compare("baseline", field_of_originals("target"), baselines)
    compare("baseline", {row.id: row.target for row in MILESTONES}, baselines)


def test_times_a_year() -> None:
    compare("times", {row.id: row.times for row in MILESTONES}, field_of_originals("times"))


def test_horizons() -> None:
    compare("horizon", {row.id: row.horizon for row in MILESTONES}, field_of_originals("horizon"))


def test_first_statuses() -> None:
    compare("status", {row.id: row.status for row in MILESTONES}, field_of_originals("status"))


def test_every_bullet_has_the_first_status_and_kind_of_its_original() -> None:
    """All 111 bullets, each repeat by way of what the plan says it repeats."""
    kept = originals()
    said = {key: [entry] for key, entry in kept.items()}
    for bullet, parts in PARTS.items():
        said[bullet] = [kept[part] for part in parts if part in kept]
    for key, entry in repeats().items():
        said[key] = said.get(entry["same_as"], [])

    def expected(bullet: str) -> list[tuple[str, str]]:
        original = REPEATS.get(bullet, bullet)
        rows = [EXPECTED[part] for part in PARTS.get(original, (original,))]
        return [(row.kind, row.status) for row in rows]

    compare(
        "kind and status",
        {bullet: expected(bullet) for bullet in all_bullets()},
        {key: [(one.get("kind"), one.get("status")) for one in ones] for key, ones in said.items()},
    )


def test_no_start_is_active() -> None:
    no_faults(
        f"{describe(key)}: a start that is active"
        for key, entry in originals().items()
        if entry.get("kind") == "start" and entry.get("status") == "active"
    )


def test_nothing_has_ended_and_nothing_has_a_history() -> None:
    no_faults(
        f"{describe(entry['id'])}: has a history" for entry in entries() if "history" in entry
    )
    no_faults(
        f"{describe(key)}: is {entry.get('status')}"
        for key, entry in originals().items()
        if entry.get("status") not in {"planned", "active"}
    )


@pytest.mark.parametrize("row", [pytest.param(row, id=row.id) for row in MILESTONES if row.target])
def test_due_days(row: Expected) -> None:
    entry = originals().get(row.id)
    assert entry is not None, f"{describe(row.id)}: missing"
    time = read_time(entry["target"])
    rule = FiscalRule(starts=int(FISCAL_YEAR["starts"]), named_by=FISCAL_YEAR["named_by"])
    due = time.start.last_day(rule) if row.kind == "recurring" else time.last_day(rule)
    assert due == row.due, f"{describe(row.id)}: {entry['target']} is due {due}, not {row.due}"


def test_the_last_target_is_that_of_mmx() -> None:
    rule = FiscalRule()
    due = {
        key: day
        for key, entry in originals().items()
        if "target" in entry and (day := read_time(entry["target"]).last_day(rule))
    }
    assert max(due, key=lambda key: due[key]) == "7-4b"


def test_charts_of_bullets() -> None:
    charts = {
        f"{topic}-{number}": (str(chart),)
        for topic, first, last, chart in CHART_OF_BULLETS
        for number in range(first, last + 1)
    }
    compare(
        "charts",
        {key: charts[bullet_of(key)] for key in all_ids()},
        {entry["id"]: names(entry.get("charts")) for entry in entries()},
    )


def test_charts_chosen_by_reading_say_so() -> None:
    compare(
        "chart_basis",
        {
            key: "assigned" if place_of(key)[0] in CHART_CHOSEN_BY_READING else ""
            for key in all_ids()
        },
        {entry["id"]: entry.get("chart_basis", "") for entry in entries()},
    )


# --- owners -------------------------------------------------------------------------------------


def test_stated_owners() -> None:
    found = {key: names(value) for key, value in field_of_originals("owner").items()}
    compare("owner", STATED_OWNERS, found)


def test_only_owners_that_the_text_names_are_stated() -> None:
    compare(
        "basis",
        {row.id: "stated" if row.id in STATED_OWNERS else "assigned" for row in MILESTONES},
        field_of_originals("basis"),
    )


def test_partners() -> None:
    """The organisations exactly; "and others" at least where the text has it."""
    found = {key: names(value) for key, value in field_of_originals("partners").items()}
    compare(
        "partners without others",
        {row.id: PARTNERS.get(row.id, ()) for row in MILESTONES},
        {
            key: tuple(name for name in partners if name != "others")
            for key, partners in found.items()
        },
    )
    no_faults(
        f"{describe(key)}: others are missing among the partners"
        for key in sorted(OTHER_PARTNERS)
        if "others" not in found.get(key, ())
    )


def test_every_milestone_has_an_owner_of_its_own() -> None:
    no_faults(
        f"{describe(key)}: no owner but others"
        for key, entry in originals().items()
        if not set(names(entry.get("owner"))) - {"others"}
    )


@pytest.mark.parametrize("field", ["owner", "partners"])
def test_organisations_are_registered_and_others_come_last(field: str) -> None:
    registered = set(plan()["owners"])
    listed = {key: names(entry.get(field)) for key, entry in originals().items()}
    no_faults(
        f"{describe(key)}: {field} {name} is not registered"
        for key, codes in listed.items()
        for name in codes
        if name not in registered | {"others"}
    )
    no_faults(
        f"{describe(key)}: {field} {list(codes)} names one twice"
        for key, codes in listed.items()
        if len(set(codes)) < len(codes)
    )
    no_faults(
        f"{describe(key)}: {field} {list(codes)}: others come last"
        for key, codes in listed.items()
        if "others" in codes[:-1]
    )


def test_nobody_is_both_owner_and_partner() -> None:
    no_faults(
        f"{describe(key)}: {name} is owner and partner"
        for key, entry in originals().items()
        for name in names(entry.get("owner"))
        if name != "others" and name in names(entry.get("partners"))
    )


# --- links, wording, form -----------------------------------------------------------------------


def test_alike_but_different_bullets_are_linked() -> None:
    """A link may stand at either end or both, and at any part of a split bullet."""
    expected = {frozenset(pair) for group in SEE for pair in combinations(group, 2)}
    found = {
        frozenset({bullet_of(key), bullet_of(other)})
        for key, entry in originals().items()
        for other in names(entry.get("see"))
    }

    def spelled(pairs: set[frozenset[str]]) -> list[str]:
        return sorted(" and ".join(sorted(pair)) for pair in pairs)

    no_faults(f"{pair}: not linked by see" for pair in spelled(expected - found))
    no_faults(f"{pair}: linked by see, but not alike" for pair in spelled(found - expected))


def test_titles_are_in_both_languages_and_distinct() -> None:
    for language in ("ja", "en"):
        titles = {
            key: str(entry.get("title", {}).get(language, "")).strip()
            for key, entry in originals().items()
        }
        no_faults(
            f"{describe(key)}: no title in {language}" for key, title in titles.items() if not title
        )
        bearers: dict[str, list[str]] = {}
        for key, title in titles.items():
            bearers.setdefault(title, []).append(key)
        no_faults(
            f"{', '.join(keys)}: share the title {title!r}"
            for title, keys in bearers.items()
            if len(keys) > 1
        )


def test_fingerprints_have_the_form() -> None:
    no_faults(
        f"{describe(entry['id'])}: fingerprint {entry.get('text')!r}; expected t- and 16 hex digits"
        for entry in entries()
        if not FINGERPRINT.fullmatch(str(entry.get("text", "")))
    )


def test_parts_share_the_fingerprint_of_their_bullet() -> None:
    marks = {entry["id"]: entry.get("text") for entry in entries()}
    no_faults(
        f"{part}: fingerprint {marks.get(part)}; {parts[0]} has {marks.get(parts[0])}"
        for parts in PARTS.values()
        for part in parts[1:]
        if marks.get(part) != marks.get(parts[0])
    )


def test_repeats_share_the_fingerprint_of_their_original_and_nobody_else_does() -> None:
    bearers: dict[str, set[str]] = {}
    for entry in entries():
        bearers.setdefault(str(entry.get("text")), set()).add(bullet_of(entry["id"]))
    groups = {original: {original} for original in REPEATS.values()}
    for repeat, original in REPEATS.items():
        groups[original].add(repeat)
    expected = {
        bullet: groups.get(REPEATS.get(bullet, bullet), {bullet}) for bullet in all_bullets()
    }
    found = {bullet: sharing for sharing in bearers.values() for bullet in sharing}
    compare("bullets of one fingerprint", expected, found)


def test_arguable_readings_have_a_remark_and_every_remark_is_one_line() -> None:
    remarks = field_of_originals("remark")
    no_faults(
        f"{describe(key)}: no remark ({why})"
        for key, why in REMARKED.items()
        if not remarks.get(key)
    )
    no_faults(
        f"{describe(key)}: a remark of several lines"
        for key, remark in remarks.items()
        for line in (remark.values() if isinstance(remark, dict) else [remark])
        if "\n" in str(line).strip()
    )


def test_what_comes_after_what_is_what_the_document_says_and_no_more() -> None:
    """It nowhere says what flies on what."""
    told = {
        key: [(one["id"], one["basis"], one["source"]) for one in after]
        for key, after in field_of_originals("after").items()
        if isinstance(after, list)
    }
    no_faults(f"{key}: {after}" for key, after in told.items() if after != AFTER.get(key))
    no_faults(f"{key}: lacks what it waits for" for key in AFTER if key not in told)


def test_keys_are_known_and_in_order() -> None:
    no_faults(
        f"{describe(entry['id'])}: unknown key {key}"
        for entry in entries()
        for key in entry
        if key not in KEYS
    )
    no_faults(
        f"{describe(entry['id'])}: {after} stands after {before}"
        for entry in entries()
        for before, after in pairwise(entry)
        if KEYS.index(before) > KEYS.index(after)
    )
