"""Reading and checking: every fault with its place, hostile files refused, nothing executed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import (
    AS_OF,
    SHIPPED,
    Outcome,
    Run,
    WritePlan,
    entry,
    history,
    milestone,
    plan_text,
    spaceplan_process,
)

from spaceplan.errors import PlanFaults
from spaceplan.files.content import decode
from spaceplan.plan_file.load import plan_of
from spaceplan.plan_file.read import MAX_FINDINGS, inspect
from spaceplan.words import SHOWN, located, told

SOUND = plan_text(milestone("1-1", target="FY2020"), milestone("1-2"))
LOCATED = re.compile(r"^[^:\n]+:(\d+):(\d+): ", re.MULTILINE)
JAPANESE = SHIPPED.read_text(encoding="utf-8").replace("①", "1").replace("②", "2").replace("③", "3")


def places(outcome: Outcome) -> list[str]:
    """``LINE:COLUMN`` of each finding that check printed."""
    return [":".join(match.groups()) for match in LOCATED.finditer(outcome.out)]


# --- what check says ----------------------------------------------------------------------------


def test_a_sound_plan_has_no_faults(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", target="FY2090"))
    outcome = run("check", "milestones.yaml")
    assert (outcome.code, outcome.out, outcome.err) == (0, "milestones.yaml: no faults\n", "")
    assert run("check", "--quiet", "milestones.yaml").out == ""


def test_the_shipped_plan_is_sound_and_has_nothing_to_warn_of(run: Run) -> None:
    outcome = run("check", "--strict", SHIPPED)
    assert outcome.code == 0
    (notice, verdict) = outcome.lines
    assert "late by much without a reason" in notice
    assert verdict == f"{SHIPPED}: no faults, 1 notice"


def test_without_a_file_the_plan_in_use_is_checked(run: Run, write_plan: WritePlan) -> None:
    path = write_plan(milestone("1-1", status="doen"), name="elsewhere.yaml")
    assert run("check", env={"SPACEPLAN_FILE": str(path)}).code == 1
    assert run("check", "--plan", path).code == 1


FAULTS: dict[str, tuple[str, str, str]] = {
    # what is changed in SOUND: (old, new, expected line of check)
    "status": (
        "status: planned",
        "status: doen",
        "38:13: status 'doen' is not known; expected planned, active, done, missed, dropped"
        " (did you mean 'done'?)",
    ),
    "key": ("    owner: [MEXT]", "    onwer: [MEXT]", "37:5: unknown key 'onwer' (did you mean 'owner'?)"),
    "far key": ("    owner: [MEXT]", "    zzz: [MEXT]", "37:5: unknown key 'zzz'; expected one of id, topic"),
    "header key": ("format: 1", "formta: 1", "1:1: unknown key 'formta' (did you mean 'format'?)"),
    "format": ("format: 1", "format: 2", "1:9: format 2 is not known; this spaceplan reads format 1"),
    "owner": (
        "[MEXT]",
        "[MXT]",
        "37:13: owner 'MXT' is not in the plan's owners; expected one of its codes"
        " (did you mean 'MEXT'?)",
    ),
    "owner's name": (
        "[MEXT]",
        "[文科省]",
        "37:13: '文科省' is the name of an owner; expected its code (did you mean 'MEXT'?)",
    ),
    "others first": ("[MEXT]", "[others, MEXT]", "37:12: 'others' is not last; expected [LEAD, …, others]"),
    "owner twice": ("[MEXT]", "[MEXT, MEXT]", "37:12: the list names something twice; each once"),
    "topic": ("id: 1-1", "id: 9-1", "31:9: there is no topic 9; expected one of the plan's topics: 1, 2"),
    "kind": ("kind: deadline", "kind: dedline", "34:11: kind 'dedline' is not known"),
    "time": ("target: FY2020", "target: FY20x0", "35:13: 'FY20x0' is not a time"),
    "day": ("target: FY2020", "target: 2021-02-30", "35:13: '2021-02-30' is not a time"),
    "window": ("target: FY2020", "target: FY2022..FY2016", "35:13: FY2022..FY2016 ends before it begins"),
    "no target": ("    target: FY2020\n", "", "34:11: a deadline without a target"),
    "ongoing": ("kind: deadline", "kind: ongoing", "35:13: an ongoing milestone with a target"),
    "recurring": ("kind: deadline", "kind: recurring", "35:13: a recurring milestone with the target FY2020"),
    "fingerprint": ("text: t-0000000000000000", "text: 5d1f", "39:11: '5d1f' is no fingerprint"),
    "id": ("id: 1-1", "id: first id", "31:9: 'first id' is no milestone id"),
    "long id": ("id: 1-1", "id: " + "1" * 5000 + "-1", "31:9: '1111"),
    "no title": ("    title: {ja: 項目1-1, en: Item 1-1}\n", "", "31:5: 1-1 has no title"),
    "empty value": ("status: planned", "status:", "38:12: a key without a value"),
    "no text": ("{ja: 項目1-1, en: Item 1-1}", "{}", "32:12: a text with no words"),
    "decided": ("decided: 2018-12-11", "decided: 2018-13-11", "4:10: '2018-13-11' is no day"),
    "zone": ("time_zone: Asia/Tokyo", "time_zone: Asia/Kyoto", "5:12: time zone 'Asia/Kyoto' is not known"),
    "rule": ("{starts: 4,", "{starts: 00199,", "6:23: '00199' is no month; expected 1 to 12"),
    "count": ("number: 2\n", "number: 0000199999\n", "26:13: '0000199999' is no whole number from 1"),
    "tab": ("    kind: deadline", "\tkind: deadline", "34:1: a tab where YAML allows only spaces"),
    "mapping": ("{ja: 項目1-1, en: Item 1-1}", "{ja: 項目1-1", "33:11: YAML: a { } that is not closed"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_reported_with_its_place_and_what_was_expected(
    run: Run, write_plan: WritePlan, name: str
) -> None:
    old, new, expected = FAULTS[name]
    assert old in SOUND
    write_plan(text=SOUND.replace(old, new, 1))
    outcome = run("check", "milestones.yaml")
    assert outcome.code == 1
    assert f"milestones.yaml:{expected}" in outcome.out
    query = run("list", *AS_OF)
    assert query.code == 2
    assert query.out == ""
    assert f"milestones.yaml:{expected}" in query.err


def test_two_topics_without_a_number_are_two_faults(run: Run, write_plan: WritePlan) -> None:
    text = SOUND.replace("  - number: 1\n    title", "  - title").replace(
        "  - number: 2\n    title", "  - title"
    )
    write_plan(text=text)
    outcome = run("check", "milestones.yaml")
    assert outcome.out.count("a topic has no number; expected number: …") == 2
    assert "stands twice" not in outcome.out


def test_every_fault_is_reported_in_one_pass_in_file_order(run: Run, write_plan: WritePlan) -> None:
    write_plan(
        milestone("1-1", status="doen", owner="[MXT]"),
        milestone("1-1", "colour: red"),
        milestone("1-3", "see: [7-7]", target="FY20"),
    )
    outcome = run("check", "milestones.yaml")
    assert places(outcome) == sorted(places(outcome), key=lambda p: tuple(map(int, p.split(":"))))
    for words in ("'MXT'", "'doen'", "the id 1-1 stands twice", "'colour'", "'FY20'", "see 7-7"):
        assert words in outcome.out
    assert outcome.lines[-1] == "milestones.yaml: 7 faults"


def test_an_entry_without_a_sound_date_is_still_read_to_its_end(
    run: Run, write_plan: WritePlan
) -> None:
    write_plan(
        milestone(
            "1-1",
            history(entry("2020-13-01", "never", status="[planned, doen]", reason="tecnical")),
        )
    )
    outcome = run("check", "milestones.yaml")
    for word in ("'2020-13-01'", "'never'", "'doen'", "'tecnical'"):
        assert word in outcome.out
    assert outcome.lines[-1] == "milestones.yaml: 4 faults"


def test_what_cannot_be_read_is_not_compared_as_well(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", target="FY20200", baseline="FY2020"), milestone("fo ur", text=""))
    outcome = run("check", "milestones.yaml")
    assert len(outcome.lines) == 3, outcome.out
    assert outcome.lines[-1] == "milestones.yaml: 2 faults"


def test_unclosed_quotes_in_two_blocks_are_both_reported(run: Run, write_plan: WritePlan) -> None:
    write_plan(
        milestone("1-1", title='"open'),
        milestone("1-2", "see: [1-1]"),
        milestone("1-3", title="'open too"),
        milestone("1-4", status="doen"),
    )
    outcome = run("check", "milestones.yaml")
    assert [line.split(": ", 1)[1] for line in outcome.lines] == [
        "YAML: a quote that is not closed; expected the closing quote",
        "YAML: a quote that is not closed; expected the closing quote",
        "status 'doen' is not known; expected planned, active, done, missed, dropped"
        " (did you mean 'done'?)",
        "3 faults",
    ]


def test_one_syntax_fault_is_not_reported_again_for_its_consequences(
    run: Run, write_plan: WritePlan
) -> None:
    write_plan(text=SOUND + ": c\n")
    assert places(run("check", "milestones.yaml")) == ["48:1"]


def test_duplicate_keys_name_both_lines(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", "kind: ongoing"))
    outcome = run("check", "milestones.yaml")
    assert (
        "38:5: the key 'kind' stands twice; it stands already in line 34; keep one" in outcome.out
    )


def test_duplicate_ids_name_both_lines(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1"), milestone("1-2"), milestone("1-1"))
    expected = "the id 1-1 stands twice; it stands already in line 31; an id is given once"
    assert expected in run("check", "milestones.yaml").out


def test_a_bullet_is_whole_or_split(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1"), milestone("1-1a"), milestone("1-1b"))
    assert "1-1 stands beside its own parts 1-1a, 1-1b" in run("check", "milestones.yaml").out


def repeat(name: str, of: str) -> str:
    return f"  - id: {name}\n    same_as: {of}\n    text: t-0000000000000000\n"


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ([repeat("2-1", "1-9")], "same_as 1-9 is nothing; expected an id (did you mean '1-1'?)"),
        ([repeat("2-1", "2-1")], "same_as goes in a circle: 2-1 → 2-1"),
        ([repeat("2-1", "2-2"), repeat("2-2", "2-1")], "same_as goes in a circle: 2-1 → 2-2 → 2-1"),
        ([repeat("2-1", "2-2"), repeat("2-2", "1-1")], "same_as 2-2 is itself a repeat; expected the original (did you mean '1-1'?)"),
        ([repeat("2-1", "1-1").rstrip() + "\n    status: done\n"], "a repeat with its own status"),
    ],
)  # fmt: skip
def test_a_repeat_names_its_original(
    run: Run, write_plan: WritePlan, blocks: list[str], expected: str
) -> None:
    write_plan(milestone("1-1"), *blocks)
    outcome = run("check", "milestones.yaml")
    assert outcome.code == 1
    assert expected in outcome.out
    assert run("overdue", *AS_OF).code == 2


def test_a_long_chain_of_repeats_is_told_and_a_long_circle_is_cut(
    run: Run, write_plan: WritePlan
) -> None:
    # Walked from each of them anew, this takes minutes.
    chain = [repeat(f"2-{n}", f"2-{n - 1}" if n > 1 else "1-1") for n in range(1, 5_000)]
    write_plan(milestone("1-1"), *chain)
    told = run("check", "milestones.yaml").out
    assert "same_as 2-4998 is itself a repeat; expected the original (did you mean '1-1'?)" in told
    chain[0] = repeat("2-1", "2-4999")
    write_plan(milestone("1-1"), *chain)
    told = run("check", "milestones.yaml").out
    assert "same_as goes in a circle: 2-4999 → 2-4998 → 2-4997 → " in told
    assert max(map(len, told.splitlines())) < 250


def test_a_repeat_may_name_a_split_bullet(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1a"), milestone("1-1b"), repeat("2-1", "1-1"))
    assert run("check", "milestones.yaml").code == 0


@pytest.mark.parametrize(
    ("see", "expected"),
    [
        ("[1-11]", "see 1-11 is nothing; expected an id (did you mean '1-1'?)"),
        ("[1-1]", "1-1 refers to itself"),
        ("[9-9]", "see 9-9 is nothing"),
    ],
)
def test_see_names_other_milestones(
    run: Run, write_plan: WritePlan, see: str, expected: str
) -> None:
    write_plan(milestone("1-1", f"see: {see}"), milestone("1-2"))
    assert expected in run("check", "milestones.yaml").out


def test_a_name_that_means_two_owners_is_a_fault(run: Run, write_plan: WritePlan) -> None:
    write_plan(text=SOUND.replace("aliases: [文科省]", "aliases: [jaxa]"))
    assert "names both MEXT and JAXA" in run("check", "milestones.yaml").out


# --- history ------------------------------------------------------------------------------------

DONE = entry("2020-06-01", status="[planned, done]", reason="technical")


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([entry("2020-06-02", status="[planned, active]"), entry("2020-06-01", status="[active, done]")],
         "42:9: a history entry recorded before the one above it"),
        ([DONE.replace("technical", "techincal")],
         "reason 'techincal' is not in the plan's reasons; expected technical, budget (did you mean 'technical'?)"),
        ([DONE.replace("[planned, done]", "done")], "status is not [from, to]; expected status: [from, to]"),
        ([DONE.replace("+09:00", "")], "is no moment with its zone"),
        ([DONE.replace("date: 2020-06-01", "date: 2020-06")], "'2020-06' is not a day or a fiscal year"),
        ([DONE.replace("date: 2020-06-01, ", "")], "a history entry has no date"),
        ([DONE.replace("reason", "raeson")], "unknown key 'raeson' (did you mean 'reason'?)"),
        (["- {date: 2020-06-01, recorded: 2020-06-01T09:00:00+09:00, occurred: yes}"], "'yes' is not true"),
        (["- just words"], "a history entry is not a mapping"),
    ],
)  # fmt: skip
def test_a_history_that_cannot_be_is_a_fault(
    run: Run, write_plan: WritePlan, entries: list[str], expected: str
) -> None:
    write_plan(milestone("1-1", history(*entries), status="done", target="FY2020"))
    outcome = run("check", "milestones.yaml")
    assert outcome.code == 1
    assert expected in outcome.out


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (milestone("1-1", status="done"), "36:13: warning: 1-1 is done and no history entry says when or why; record it with: spaceplan record 1-1"),
        (milestone("1-1", target="FY2021", baseline="FY2020"), "warning: 1-1: target FY2021 is not its baseline FY2020 and no history entry says why"),
        (milestone("1-1", target="FY2021", baseline=""), "warning: 1-1 has a target and no baseline"),
        (milestone("1-1", history(entry("2020-06-01", status="[planned, active]")), status="missed"), "warning: 1-1: status is missed, its last entry says active"),
        (milestone("1-1", history(entry("2020-06-02", "2020-06-01", status="[planned, active]")), status="active"), "warning: an entry dated 2020-06-02, after it was recorded"),
    ],
)  # fmt: skip
def test_what_no_entry_explains_is_a_warning_that_strict_counts(
    run: Run, write_plan: WritePlan, block: str, expected: str
) -> None:
    write_plan(block)
    outcome = run("check", "milestones.yaml")
    assert outcome.code == 0
    assert expected in outcome.out
    assert run("check", "--strict", "milestones.yaml").code == 1
    assert run("list", *AS_OF).code == 0


def test_a_missing_fingerprint_is_a_notice_that_nothing_counts(
    run: Run, write_plan: WritePlan
) -> None:
    write_plan(milestone("1-1", text=""), milestone("1-2"))
    outcome = run("check", "--strict", "milestones.yaml")
    assert outcome.code == 0
    assert "notice: 1-1 has no fingerprint" in outcome.out
    # A plan without a document has none at all.
    write_plan(milestone("1-1", text=""))
    assert run("check").lines == ["milestones.yaml: no faults"]


def test_a_plan_made_from_no_document_needs_no_fingerprints(
    run: Run, write_plan: WritePlan
) -> None:
    write_plan(milestone("1-1", text=""), milestone("1-2", text=""))
    assert run("check", "milestones.yaml").out == "milestones.yaml: no faults\n"


# --- forms --------------------------------------------------------------------------------------


def test_json_says_all_of_each_finding(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", status="doen"))
    outcome = run("check", "--json", "milestones.yaml")
    answer = json.loads(outcome.out)
    assert (outcome.code, answer["spaceplan"], answer["sound"]) == (1, 1, False)
    assert answer["files"] == [
        {
            "file": "milestones.yaml",
            "findings": [
                {
                    "severity": "fault",
                    "line": 36,
                    "column": 13,
                    "what": "status 'doen' is not known",
                    "expected": "expected planned, active, done, missed, dropped",
                    "suggestion": "done",
                }
            ],
        }
    ]


def test_annotations_are_workflow_commands(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", status="100%"), name="a,b.yaml")
    write_plan(milestone("1-1", status="done"))
    outcome = run("check", "--format", "github", "a,b.yaml", "milestones.yaml")
    assert outcome.code == 1
    assert outcome.lines[0].startswith(
        "::error file=a%2Cb.yaml,line=36,col=13::status '100%25' is not known; expected planned"
    )
    assert outcome.lines[1].startswith("::warning file=milestones.yaml,line=36,col=13::1-1 is done")


def test_several_files_are_all_checked_also_where_one_cannot_be_read(
    run: Run, write_plan: WritePlan
) -> None:
    write_plan(milestone("1-1"), name="good.yaml")
    write_plan(milestone("1-1", status="doen"), name="bad.yaml")
    outcome = run("check", "good.yaml", "bad.yaml")
    assert outcome.code == 1
    assert outcome.lines[0] == "good.yaml: no faults"
    outcome = run("check", "gone.yaml", ".", "bad.yaml")
    assert outcome.code == 2
    assert "bad.yaml:36:13" in outcome.out
    assert "gone.yaml: no such file" in outcome.err
    assert ".: is a folder; expected a plan file" in outcome.err


# --- files that mean harm, or were saved by accident --------------------------------------------


def refused(run: Run, data: bytes | str, *, code: int = 1) -> Outcome:
    """Check refuses and so do queries, each with a place and neither with a traceback."""
    Path("milestones.yaml").write_bytes(data.encode() if isinstance(data, str) else data)
    outcome = run("check", "milestones.yaml")
    query = run("list", *AS_OF)
    assert (outcome.code, query.code) == (code, 2), outcome.out
    assert outcome.err == ""
    assert LOCATED.match(outcome.out)
    assert LOCATED.match(query.err)
    assert "Traceback" not in query.err
    return outcome


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (JAPANESE.encode("cp932"), ":7:62: not UTF-8; likely CP932 (Shift_JIS); save it as UTF-8, for example: iconv -f CP932 -t UTF-8"),
        (JAPANESE.encode("euc_jp"), ":7:62: not UTF-8; likely EUC-JP;"),
        (JAPANESE.encode("iso2022_jp"), ":7:62: not UTF-8; likely ISO-2022-JP (JIS);"),
        (JAPANESE.encode("utf-16"), ":1:1: the file is UTF-16 or UTF-32; save it as UTF-8"),
        (JAPANESE.encode("utf-16-le"), ":1:1: the file is UTF-16 or UTF-32; save it as UTF-8"),
        (JAPANESE.encode("utf-16-be"), ":1:1: the file is UTF-16 or UTF-32; save it as UTF-8"),
        (JAPANESE.encode("utf-32"), ":1:1: the file is UTF-16 or UTF-32; save it as UTF-8"),
        ("format: 1\ntitle: Élan vital, décidé\n".encode("latin-1"), ":2:8: not UTF-8; likely CP1252 (Windows, Western);"),
        (SOUND.encode().replace(b"Item 1-1", b"\xed\xa0\x80"), ":32:28: not UTF-8 (byte 0xED); save it as UTF-8"),
        (SOUND.encode()[: SOUND.encode().index("項目1-2".encode()) + 1], ":42:17: not UTF-8 (byte 0xE9); save it as UTF-8"),
        (SOUND.replace("Item 1-1", "Item\0").encode(), ":32:32: control character U+0000;"),
        (SOUND.replace("Item 1-1", "\x1b[31m").encode(), ":32:28: control character U+001B;"),
        (SOUND.replace("Item 1-1", "\x9b31m").encode(), ":32:28: control character U+009B;"),
        (SOUND.replace("Item 1-1", "\ufffe").encode(), ":32:28: control character U+FFFE;"),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)  # fmt: skip
def test_what_is_no_clean_utf8_is_named(run: Run, folder: Path, data: bytes, expected: str) -> None:
    assert f"milestones.yaml{expected}" in refused(run, data).out


DEEP = 40_000
BOMB = "x-a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"x-{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefghi", "bcdefghij", strict=True)
)  # fmt: skip
MERGES = "x-a: &a {" + ", ".join(f"k{i}: 1" for i in range(5000)) + "}\nx-b: {<<: ["
HOSTILE: dict[str, tuple[bytes | str | Callable[[], bytes | str], str]] = {
    "nesting in flow": ("a: " + "[" * DEEP + "]" * DEEP, ":1:53: nested more than 50 deep"),
    "open nesting": ("[" * DEEP, ":1:51: nested more than 50 deep"),
    "nesting of mappings": ("{a: " * DEEP, ":1:201: nested more than 50 deep"),
    "nesting in block": ("- " * DEEP + "x", ":1:101: nested more than 50 deep"),
    "nesting of keys": ("? " * DEEP, ":1:101: nested more than 50 deep"),
    "nesting by indent": ("\n".join(" " * i + "a:" for i in range(500)), ":51:51: nested more than 50"),
    "many aliases": ("x-a: &a b\nx-b: [" + ", ".join(["*a"] * 1001) + "]\n", "more than 1000 aliases"),
    "wide merges": (MERGES + ", ".join(["*a"] * 900) + "]}\n", ":2:7: << brings in more than 100000 keys"),
    "alias to itself": (SOUND + "x-a: &a [*a]\n", ":48:10: the alias *a contains itself"),
    "merge of itself": (SOUND + "x-a: &a {<<: *a}\n", ":48:14: the alias *a contains itself"),
    "alias to nothing": (SOUND + "x-a: *b\n", ":48:6: the alias *b has no anchor"),
    "long alias": (SOUND + "x-a: *" + "b" * 100_000 + "\n", ":48:6: the alias *bbb"),
    "merge of a word": (SOUND + "x-a: {<<: b}\n", ":48:7: << merges no mapping"),
    "list as a key": (SOUND + "? [a, b]\n: c\n", "a key that is a list or a mapping"),
    "two documents": (SOUND + "---\n" + SOUND, ":48:1: a second document begins here"),
    "two ended documents": (SOUND + "...\n" + SOUND, "a second document begins here"),
    "other YAML": ("%YAML 3.0\n---\n" + SOUND, ":1:1: YAML: found incompatible YAML document"),
    "too large": (lambda: b"# " + b"x" * (64 * 1024 * 1024), ":1:1: the file is larger than 64 MB"),
    "one line": ("x" * 10_000_000, ":1:1: the file is not a plan"),
    "one line of keys": ("a: b: " * 1_500_000, ":1:5: YAML: a second ': ' in one line"),
    "long key": (SOUND + "x" * 200_000 + ": 1\n", ":48:200001: YAML: no ':' after a key"),
    "empty": ("", ":1:1: the file is empty; expected a plan: spaceplan init makes one"),
    "blank": ("\n\n", ":1:1: the file is empty"),
    "comment": ("# to do\n", ":1:1: the file is empty"),
    "list": ("- a\n- b\n", ":1:1: the file is not a plan; expected format: 1"),
    "word": ("hello", ":1:1: the file is not a plan"),
    "NEL": (SOUND.replace("Item 1-1", "It\x85em"), ":32:30: the line separator U+0085 outside quoted"),
    "LS": (SOUND.replace("Item 1-1", "It\u2028em"), ":32:30: the line separator U+2028 outside quoted"),
    "PS in a comment": (SOUND.replace("FY2020", "FY2020 #\u2029", 1), ":35:21: the line separator U+2029"),
    "a million LS": (SOUND + "# " + "\u2028" * 1_000_000, ":48:3: the line separator U+2028 outside"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused(run: Run, folder: Path, name: str) -> None:
    data, expected = HOSTILE[name]
    outcome = refused(run, data() if callable(data) else data)
    assert expected in outcome.out
    assert len(outcome.out) < 100_000


@pytest.mark.parametrize("text", [BOMB, SOUND + BOMB], ids=["alone", "behind x-"])
def test_aliases_are_never_multiplied(run: Run, write_plan: WritePlan, text: str) -> None:
    """An edit would write them out: what they stand for is bounded where it is read."""
    write_plan(text=text)
    assert "the aliases stand for more than 100000 values" in refused(run, text.encode()).out


# --- what a keyboard, a tool or git left --------------------------------------------------------

LEFT = {
    # what is changed in SOUND: (old, new, the only line of check but its verdict)
    "full-width indent": (
        "    status: planned", "\u3000\u3000status: planned",
        "38:1: another space (U+3000) where YAML wants its own",
    ),
    "no-break space": (
        "    status: planned", "\u00a0   status: planned",
        "38:1: another space (U+00A0) where YAML wants its own",
    ),
    "full-width colon": (
        "    status: planned", "    status：planned",
        "38:11: the character ： (U+FF1A) where YAML wants its own",
    ),
    "full-width comma": (
        "owner: [MEXT]", "owner: [MEXT，JAXA]",
        "37:17: the character ， (U+FF0C) where YAML wants its own",
    ),
    "ideographic comma": (
        "owner: [MEXT]", "owner: [MEXT、JAXA]",
        "37:17: the character 、 (U+3001) where YAML wants its own",
    ),
    "curly quotes": (
        "status: planned", "status: “planned”",
        "38:13: the character “ (U+201C) where YAML wants its own",
    ),
    "tab before a comment": (
        "status: planned", "status: planned\t# why",
        "38:20: a tab where YAML allows only spaces; indent with spaces",
    ),
    "conflict": (
        "    status: planned", "<<<<<<< HEAD\n    status: planned\n=======\n    status: done\n>>>>>>> b",
        "38:1: the mark of a merge that git left to you",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LEFT)
def test_what_a_keyboard_or_a_tool_left_is_named_alone(
    run: Run, write_plan: WritePlan, name: str
) -> None:
    old, new, expected = LEFT[name]
    assert old in SOUND
    write_plan(text=SOUND.replace(old, new, 1))
    said = [line for line in run("check").lines if ": notice: " not in line]
    assert said[0].startswith(f"milestones.yaml:{expected}")
    assert said[1:] == ["milestones.yaml: 1 fault"]


@pytest.mark.parametrize(
    ("title", "column"),
    [("Launch #1 of 2", 18), ("Launch #1", 18), ("'Launch' #1", 0), ("a # b", 0)],
)
def test_a_value_that_a_comment_cuts_is_a_notice(
    run: Run, write_plan: WritePlan, title: str, column: int
) -> None:
    write_plan(milestone("1-1", title=title))
    said = [line for line in run("check").lines if "value ends" in line]
    assert said == (
        [
            f"milestones.yaml:32:{column + 1}: notice: the value ends before '{title[7:]}', "
            "which is read as a comment; quote the value if that belongs to it"
        ]
        if column
        else []
    )


@pytest.mark.parametrize(
    "value",
    [
        "!!python/object/apply:os.system ['touch executed']",
        "!!python/object/new:subprocess.Popen [['touch', 'executed']]",
        "!!python/name:os.system",
        "!!binary aGVsbG8=",
        "!!str text",
        "!custom text",
    ],
)
def test_a_tag_is_refused_and_never_executed(
    run: Run, write_plan: WritePlan, folder: Path, value: str
) -> None:
    write_plan(milestone("1-1", f"x-note: {value}"))
    outcome = run("check", "milestones.yaml")
    assert outcome.code == 1
    assert "38:13: the tag " in outcome.out
    assert run("list").code == 2
    assert not (folder / "executed").exists()


def test_ten_thousand_faults_are_listed_and_then_it_stops(run: Run, write_plan: WritePlan) -> None:
    write_plan(text="\n".join(f"formta{i}: 1" for i in range(MAX_FINDINGS + 500)))
    outcome = run("check", "milestones.yaml")
    assert outcome.code == 1
    assert len(outcome.lines) == MAX_FINDINGS + 2
    assert f"more than {MAX_FINDINGS} findings; the rest was not looked at" in outcome.lines[-2]
    query = run("list")
    assert query.code == 2
    assert len(query.err.splitlines()) == SHOWN + 1
    assert query.err.splitlines()[-1].endswith("more: spaceplan check milestones.yaml")


# --- what is plain text and nothing else --------------------------------------------------------


@pytest.mark.parametrize(
    "word", ["no", "on", "1.10", "17:05", "2021-04-01", "0x10", "1e3", "true", "010", "~", "null"]
)
def test_a_title_means_what_it_looks_like(run: Run, write_plan: WritePlan, word: str) -> None:
    write_plan(milestone("1-1", title=word))
    assert run("check", "--strict", "milestones.yaml").code == 0
    answer = json.loads(run("list", "--json", *AS_OF).out)
    assert answer["milestones"][0]["title"] == {"ja": word, "en": word}


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: text.rstrip("\n"),
        lambda text: "---\n" + text + "...\n",
        lambda text: "%YAML 1.2\n---\n" + text,
        lambda text: "\ufeff# 計画\r\n" + text.replace("\n", "\r\n"),
        lambda text: text + "x-mine: {anything: [goes]}\n",
    ],
    ids=["BOM", "CRLF", "CR", "no final line end", "marks", "directive", "BOM and CRLF", "x-"],
)  # fmt: skip
def test_another_spelling_of_the_file_is_the_same_plan(
    run: Run, write_plan: WritePlan, change: Callable[[str], str]
) -> None:
    write_plan(text=change(SOUND))
    outcome = run("check", "milestones.yaml")
    assert (outcome.code, outcome.lines[1:]) == (0, ["milestones.yaml: no faults, 1 notice"])
    answer = json.loads(run("list", "--json", *AS_OF).out)
    assert [row["id"] for row in answer["milestones"]] == ["1-1", "1-2"]
    assert answer["milestones"][0]["title"]["ja"] == "項目1-1"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_places_are_those_of_an_editor(
    run: Run, write_plan: WritePlan, end: str, mark: str
) -> None:
    text = SOUND.replace("Item 1-1", '"It\x85e\u2028m"').replace("[MEXT]", "[文科, MXT]", 1)
    write_plan(text=mark + text.replace("\n", end))
    assert places(run("check", "milestones.yaml")) == ["37:13", "37:17"]


def test_line_separators_inside_quotes_are_text(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", title='{ja: "あ\u2028い", en: "a\x85b"}'))
    assert run("check", "milestones.yaml").code == 0
    title = json.loads(run("list", "--json", *AS_OF).out)["milestones"][0]["title"]
    assert title == {"ja": "あ\u2028い", "en": "a b"}  # YAML folds NEL to a space


def test_escapes_in_the_file_do_not_reach_the_terminal(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", status='"\\e[31m\\a"'), name="a.yaml")
    outcome = run("check", "a.yaml")
    assert "\x1b" not in outcome.out
    assert "\\x1b[31m" in outcome.out


def test_a_process_ends_with_the_same_code_and_words(write_plan: WritePlan, folder: Path) -> None:
    write_plan(milestone("1-1", status="doen"))
    checked = spaceplan_process("check", "milestones.yaml", cwd=folder)
    asked = spaceplan_process("overdue", cwd=folder)
    assert (checked.code, asked.code) == (1, 2)
    assert "milestones.yaml:36:13: status 'doen'" in checked.out
    assert "milestones.yaml:36:13: status 'doen'" in asked.err


# --- for any file -------------------------------------------------------------------------------

BYTES = SHIPPED.read_bytes()
PIECES = st.one_of(
    st.binary(max_size=8),
    st.sampled_from(
        [b"'", b'"', b"{", b"}", b"[", b"]", b": ", b"- ", b"&a ", b"*a", b"<<: ", b"\n", b"\t", b"#",
         b"!!python/name:os.system ", b"|\n", b"---\n", b"...\n", b"\xc2\x85", b"\xe2\x80\xa8", b"\r",
         b"FY2019..FY2018", b"same_as: 17-1", b"  - id: 1-1\n"]
    ),
)  # fmt: skip


def judged(data: bytes) -> None:
    """The file has a plan or faults, and every finding lies inside it."""
    try:
        findings = inspect(decode(data, "plan.yaml")).findings
    except PlanFaults as error:
        findings = error.faults
        assert findings
    lines = re.split("\r\n|\r|\n", data.decode("utf-8", "replace").removeprefix("\ufeff"))
    for finding in findings:
        assert 1 <= finding.line <= len(lines), finding
        assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1, finding
        assert located(finding, "plan.yaml", "en").startswith(f"plan.yaml:{finding.line}:")


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_judged(data: bytes) -> None:
    judged(data)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab:-[]{}\"'&*#|>!%\n\r\t \x85\u2028あ", max_size=80))
def test_any_structure_is_judged(text: str) -> None:
    judged(text.encode())
    judged(SOUND.encode() + text.encode())


@settings(max_examples=100, deadline=None)
@given(
    st.integers(0, len(SOUND.encode())),
    st.integers(0, 60),
    PIECES,
)
def test_any_change_of_a_small_plan_is_judged_and_answers(at: int, cut: int, piece: bytes) -> None:
    data = SOUND.encode()
    changed = data[:at] + piece + data[at + cut :]
    judged(changed)
    try:
        loaded = plan_of(changed, Path("plan.yaml"))
    except PlanFaults as error:
        assert told(error, "en")
    else:
        assert loaded.plan.entries is not None


@settings(max_examples=25, deadline=None)
@given(st.integers(0, len(BYTES)), st.integers(0, 400), PIECES)
def test_any_change_of_the_shipped_plan_is_judged(at: int, cut: int, piece: bytes) -> None:
    judged(BYTES[:at] + piece + BYTES[at + cut :])


# --- ids beside their parts ---------------------------------------------------------------------


@pytest.mark.parametrize("ids", [("1-4", "1-4a", "1-4b"), ("1-4a", "1-4", "1-4b")])
def test_a_bullet_beside_its_parts_is_a_warning_that_names_the_parts(
    run: Run, write_plan: WritePlan, ids: tuple[str, ...]
) -> None:
    write_plan(*map(milestone, ids))
    outcome = run("check")
    assert outcome.code == 0
    assert "warning: 1-4 stands beside its own parts 1-4a, 1-4b; a bullet is whole or split" in (
        outcome.out
    )


def test_without_fingerprints_they_are_ids_like_any_other(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-4", text=""), milestone("1-4a", text=""))
    assert "beside" not in run("check").out


def test_a_topic_that_cannot_be_read_is_blamed_once(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", topic="1/1"))
    assert [line.split("; ")[0] for line in run("check").lines[:-1]] == [
        "milestones.yaml:38:12: '1/1' is no number or code of a topic"
    ]


@pytest.mark.parametrize(
    "name", ["CAMM6995", "F17S", "T&SC-1150-0600", "A4369.9", "R6-8-2", "第7-4号", "é1_2+"]
)
def test_ids_of_other_houses(run: Run, write_plan: WritePlan, name: str) -> None:
    write_plan(milestone(name, topic="1"), milestone("1-2", see=f"[{name}]"))
    assert run("check").lines == ["milestones.yaml: no faults"]
    assert run("show", name).lines[0].startswith(f"{name}  ")
    assert run("note", name, "--note", "seen").code == 0
    assert run("check", "--strict").code == 0
    assert f'"id": "{name}"' in run("list", "--json").out


def test_a_letter_makes_a_part_only_where_the_whole_has_no_id(
    run: Run, write_plan: WritePlan
) -> None:
    write_plan(milestone("1-4", text=""), milestone("1-4a", text=""), milestone("1-5b", text=""))
    found = json.loads(run("list", "--json").out)["milestones"]
    assert [(one["id"], one["bullet"]) for one in found] == [
        ("1-4", "1-4"), ("1-4a", "1-4a"), ("1-5b", "1-5"),
    ]  # fmt: skip
    assert "1-4a" not in run("show", "1-4").out
