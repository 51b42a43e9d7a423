"""The cache never changes an answer: torn, foreign, stale, unwritable or none at all."""

from __future__ import annotations

import marshal
import os
import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest
import random_edits
from support import AS_OF, SHIPPED, Run, WritePlan, entry, history, milestone

from spaceplan.files.content import Content
from spaceplan.files.folders import cache_folder
from spaceplan.plan_file import cache, load
from spaceplan.plan_file.load import load_plan
from spaceplan.plan_file.read import inspect

ASKED = ("list", "--json", *AS_OF)
RICH = (
    milestone(
        "1-1",
        history(
            entry("2019-06-01", owner="[[MEXT], [MEXT, JAXA]]", title="[{ja: 旧, en: old}, {ja: 新, en: new}]"),
            entry("FY2019", "2020-04-02", target="[FY2019, about FY2020]", reason="budget", note="'x: y'", source="https://example.org/", who="me"),
            entry("2020-05-01", checked="{first: 2020-05-01, last: 2020-06-01, count: 3}"),
            entry("2020-07-01", places="[(none), {R1: 1-2}]", was="{target: 令和2年度}", change="ab12"),
            entry("2020-08-01", status="[planned, active]", by_hand="true"),
        ),
        target="about FY2020", baseline="FY2019", status="active", remark="一行", places="{R1: 1-2}",
        see="[1-2]", horizon="FY2030", links="[https://example.org/a]", partners="[JAXA, others]", subsection="1",
    ),
    milestone("1-2", history(entry("2019-05-01", occurred="true")), kind="recurring", target="FY2019..", times="about 3", status="active"),
    "  - {id: 2-1, same_as: 1-1, text: t-0000000000000000}\n",
    milestone("1-3", status="done"),
)  # fmt: skip


def entries(run: Run) -> list[Path]:
    return sorted(Path(os.environ["SPACEPLAN_CACHE"]).glob("*.plan"))


def test_a_cached_plan_is_the_plan(write_plan: WritePlan) -> None:
    for path in (write_plan(*RICH), SHIPPED):
        first = load_plan(path)
        again = load_plan(path)
        inspected = inspect(Content(str(path), path.read_text(encoding="utf-8")))
        assert first.plan == inspected.plan
        assert again == first
        assert again.plan is not first.plan


def test_the_second_answer_comes_from_the_cache_and_is_the_same(
    run: Run, write_plan: WritePlan
) -> None:
    write_plan(*RICH)
    first = run(*ASKED)
    assert len(entries(run)) == 1
    assert run(*ASKED) == first


def test_one_moment_told_in_two_zones_stays_so(run: Run, write_plan: WritePlan) -> None:
    told = ("2020-04-02T09:00:00+09:00", "2020-04-02T00:00:00+00:00")
    entries = [entry("2020-04-01", when, note="n") for when in told]
    write_plan(milestone("1-1", history(*entries)))
    for _ in range(2):
        out = run("show", "1-1", "--json").out
        assert all(f'"recorded": "{when}"' in out for when in told)


def test_a_changed_file_is_read_anew(run: Run, write_plan: WritePlan) -> None:
    path = write_plan(milestone("1-1"))
    facts = path.stat()
    run(*ASKED)
    write_plan(milestone("1-9"))
    os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    assert '"id": "1-9"' in run(*ASKED).out


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "torn": lambda data: data[: len(data) // 2],
    "empty": lambda data: b"",
    "foreign": lambda data: b"spaceplan",
    "cut by one": lambda data: data[:-1],
    "another title": lambda data: data.replace(b"Item 1-1", b"Item 9-9"),
    "one bit": lambda data: data[:-9] + bytes([data[-9] ^ 1]) + data[-8:],
    "not UTF-8": lambda data: b"\xff\xfe" + data,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_entry_is_not_believed(run: Run, write_plan: WritePlan, damage: str) -> None:
    write_plan(*RICH)
    first = run(*ASKED)
    (kept,) = entries(run)
    kept.write_bytes(DAMAGES[damage](kept.read_bytes()))
    assert run(*ASKED) == first
    assert run(*ASKED) == first


def test_an_entry_that_is_whole_but_of_another_shape_is_not_believed(
    run: Run, write_plan: WritePlan
) -> None:
    write_plan(*RICH)
    first = run(*ASKED)
    (kept,) = entries(run)
    others: tuple[Any, ...] = (
        [],
        [[[1]], 2, 3, 4, 5, 6, 7],
        {"a": 1},
        None,
        [None, *[[]] * 6],
        5,
    )
    for value in others:
        payload = marshal.dumps(value)
        digest = sha256(kept.name.encode() + b"\0" + payload).digest()
        kept.write_bytes(digest + payload)
        assert run(*ASKED) == first
    kept.write_bytes(sha256(b"junk").digest() + b"junk")
    assert run(*ASKED) == first


@pytest.mark.parametrize("where", ["off", "", "file", "missing/below/file", "/proc/none", "closed"])
def test_no_cache_is_as_good(run: Run, write_plan: WritePlan, folder: Path, where: str) -> None:
    write_plan(*RICH)
    expected = run(*ASKED)
    (folder / "file").write_text("mine", encoding="utf-8")
    closed = folder / "closed"
    closed.mkdir()
    closed.chmod(stat.S_IRUSR)
    chosen = where if where in ("off", "", "/proc/none") else str(folder / where)
    if where == "missing/below/file":
        chosen = str(folder / "file" / "below")
    assert run(*ASKED, env={"SPACEPLAN_CACHE": chosen}) == expected
    assert (folder / "file").read_text(encoding="utf-8") == "mine"
    closed.chmod(stat.S_IRWXU)


def test_a_relative_place_counts_for_nothing_and_without_a_home_there_is_no_cache(
    run: Run, write_plan: WritePlan, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_plan(*RICH)
    expected = run(*ASKED)
    monkeypatch.delenv("SPACEPLAN_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(folder / "home"))
    assert run(*ASKED) == expected
    assert not (folder / "relative").exists()
    assert len(list((folder / "home/.cache/spaceplan").iterdir())) == 1
    monkeypatch.setenv("HOME", "nowhere")
    assert cache_folder() is None
    assert run(*ASKED) == expected
    assert not (folder / "nowhere").exists()


def test_only_the_newest_entries_are_kept_and_nobody_elses_files_are_touched(
    run: Run, write_plan: WritePlan
) -> None:
    home = Path(os.environ["SPACEPLAN_CACHE"])
    (home / "thesis.txt").write_text("mine", encoding="utf-8")
    (home / "folder").mkdir()
    os.utime(home / "thesis.txt", (1, 1))
    left = home / f".{'0' * 40}.plan.spaceplan-123-0badcafe.tmp"
    left.write_bytes(b"half")
    for number in range(cache.KEPT + 3):
        write_plan(milestone(f"1-{number + 1}"))
        assert run(*ASKED).code == 0
    assert len(entries(run)) == cache.KEPT
    assert not left.exists()
    assert (home / "thesis.txt").exists()
    assert (home / "folder").is_dir()


def test_a_plan_with_faults_is_not_kept(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", status="doen"))
    assert run(*ASKED).code == 2
    assert entries(run) == []


def test_findings_are_kept_beside_the_plan(write_plan: WritePlan) -> None:
    path = write_plan(milestone("1-1", status="done"))
    first, again = load_plan(path), load_plan(path)
    assert [item.severity for item in again.findings] == ["warning"]
    assert replace(again, plan=first.plan) == first


def test_what_is_said_of_a_day_to_come_is_said_by_the_day(
    write_plan: WritePlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_plan(milestone("1-1", history(entry("2026-11-28", note="n"))))
    for day in ("2026-11-26", "2026-11-27", "2026-11-28", "2026-11-27"):
        monkeypatch.setattr(
            "spaceplan.roadmap.truth.today_in", lambda _, d=day: date.fromisoformat(d)
        )
        whole = inspect(Content(str(path), path.read_text(encoding="utf-8"))).findings
        assert [str(one.what.facts["today"]) for one in whole] == [day] * (day < "2026-11-28")
        assert load_plan(path).findings == load_plan(path).findings == whole


QUESTIONS = (
    "list --json",
    "due --fy 2020",
    "show 1-1",
    "check",
    "history --json",
    "summary --lang en",
)


def spoil(random: Random) -> None:
    """What a full disk, a killed writer or another program leaves in the folder of the cache."""
    kept = sorted(Path(os.environ["SPACEPLAN_CACHE"]).iterdir())
    if not kept:
        return
    one, other = random.choice(kept), random.choice(kept)
    data = one.read_bytes()
    way = random.choice(("torn", "bit", "gone", "another", "as it is", "as it is"))
    if way == "torn":
        one.write_bytes(data[: random.randrange(len(data) + 1)])
    elif way == "bit" and data:
        at = random.randrange(len(data))
        one.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
    elif way == "gone":
        one.unlink()
    elif way == "another":
        one.write_bytes(other.read_bytes())


@pytest.mark.parametrize("seed", range(6))
def test_every_answer_is_the_same_with_the_cache_and_without_whatever_was_edited_or_spoilt(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    # As with a large plan: what was read of the file before is used.
    monkeypatch.setattr(load, "_LARGE", 0)
    random = Random(seed)
    path = folder / "milestones.yaml"
    sound = random_edits.plan(random)
    for _ in range(12):
        text = random_edits.edited(random, sound)
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        question = (*random.choice(QUESTIONS).split(), *AS_OF[: 2 * (random.random() < 0.5)])
        expected = run(*question, env={"SPACEPLAN_CACHE": "off"})
        for _ in range(2):
            assert run(*question) == expected
            spoil(random)
        if run("check", env={"SPACEPLAN_CACHE": "off"}).code == 0:
            sound = text
