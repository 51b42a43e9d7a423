"""What a revision states anew: another owner, a title, a measure, less than before."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from yaml import safe_load

from spaceplan.plan_file.load import load_plan
from spaceplan.roadmap.model import Milestone

HEAD = "沿岸計画\n令和{year}年4月1日決定\n1. 港\n"
RECONCILE = ("source", "reconcile", "new.txt", "--label", "R6", "-o", "p.yaml", "--force")
ROW = (
    "| 番号 | 取組 | 期限 | 担当 |\n|---|---|---|---|\n| 1 | 潮位の監視所を離島の港に増設する | 令和8年度 | {} |\n"
    "| 2 | 係船柱の規格を決める | 令和9年度 | 国土交通省 |\n| 3 | 灯台を廃止する | 令和9年度 | 環境省 |"
)


def write(old: str, new: str, more: str = "") -> None:
    """Two revisions of one item each; ``more`` stands in both and names who else there is."""
    for name, year, text in (("old.txt", 5, old), ("new.txt", 6, new)):
        mark = "" if text.startswith("|") else "- "
        Path(name).write_text(f"{HEAD.format(year=year)}{mark}{text}\n{more}", "utf-8")


def applied(run: Any, *words: str) -> Milestone:
    assert run("source", "import", "old.txt", "-o", "milestones.yaml", "--force").code == 0
    assert run(*RECONCILE, *words).code == 0
    done = run("apply", "p.yaml")
    assert done.code == 0, done.err
    return load_plan(Path("milestones.yaml")).plan.by_id["1-1"]


OTHERS_ACT = [
    (
        "環境省は、監視所を令和8年度までに増設する。",
        "国土交通省は、監視所を令和8年度までに増設する。",
        ("MOE", "MLIT"),
    ),
    (
        "厚生労働省及び国土交通省は、健診の規則を令和8年度に制定する。",
        "国土交通省は、健診の規則を令和8年度に制定する。",
        ("MHLW MLIT", "MLIT"),
    ),
    (
        "農地の台帳を令和8年度までに整備する。（農林水産省）",
        "農地の台帳を令和8年度までに整備する。（農林水産省、国土交通省）",
        ("MAFF", "MAFF MLIT"),
    ),
    (
        "電子申請の窓口を令和8年度に開設する。（総務省、国土交通省）",
        "電子申請の窓口を令和8年度に開設する。（国土交通省、総務省）",
        ("MIC MLIT", "MLIT MIC"),
    ),
    (ROW.format("環境省"), ROW.format("国土交通省"), ("MOE", "MLIT")),
]
SAME_ACT = [
    (
        "環境省は、監視所を令和8年度までに増設する。",
        "環境省は、監視所を令和9年度までに増設する。",
    ),
    (
        "環境省は、監視所を令和8年度までに増設する。",
        "環境省等は、監視所を令和8年度までに増設する。",
    ),
    (
        "監視所を令和8年度までに増設する。（環境省）",
        "監視所を令和8年度までに増設する。",
    ),
    (ROW.format("環境省"), ROW.format("環境省").replace("8年度", "9年度")),
]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("old", "new", "bodies"), OTHERS_ACT)
def test_another_owner_is_told_in_its_line_and_to_act_on(
    run: Any, old: str, new: str, bodies: tuple[str, str]
) -> None:
    write(old, new)
    page = run("source", "diff", "old.txt", "new.txt").out
    assert f"Owner changed (1)\n  1-1  {' → '.join(bodies)}\n" in page
    assert f"Owner changed (1)\n  1-1  {' → '.join(bodies)}: " in page.partition("to act on")[2]
    data = json.loads(run("source", "diff", "old.txt", "new.txt", "--json").out)
    was, now = (body.split() for body in bodies)
    assert data["items"][0]["other_owner"] == [was, now]
    assert [(one["what"], one["owner"], one["new_owner"]) for one in data["act_on"]] == [
        ("other-owner", was, now)
    ]
    back = json.loads(run("source", "diff", "new.txt", "old.txt", "--json").out)
    assert back["items"][0]["other_owner"] == [now, was]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("old", "new"), SAME_ACT)
def test_the_same_owner_or_none_is_no_other(run: Any, old: str, new: str) -> None:
    write(old, new)
    assert "Owner changed" not in run("source", "diff", "old.txt", "new.txt").out


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("given", [(), ("--old", "old.txt")])
@pytest.mark.parametrize(("old", "new", "bodies"), OTHERS_ACT)
def test_another_owner_is_proposed_and_stands_in_the_plan(
    run: Any, old: str, new: str, bodies: tuple[str, str], given: tuple[str, ...]
) -> None:
    write(old, new, "" if old.startswith("|") else "- 国土交通省は、広報を行う。\n")
    entry = applied(run, *given)
    assert (" ".join(entry.owner), entry.basis) == (bodies[1], "stated")
    assert "to change 0, to add 0" in run(*RECONCILE, *given).lines[-1]


@pytest.mark.usefixtures("folder")
def test_an_owner_that_a_person_changed_stays_where_the_document_does(run: Any) -> None:
    text = "環境省は、離島の港にある潮位の監視所を令和8年度までに増設する。"
    write(text, text.replace("増設", "新設"), "- 国土交通省は、広報を行う。\n")
    run("source", "import", "old.txt", "-o", "milestones.yaml")
    assert run("update", "1-1", "--owner", "MLIT").code == 0
    run(*RECONCILE, "--old", "old.txt")
    assert all(
        "owner" not in one for one in safe_load(Path("p.yaml").read_text("utf-8"))["changes"]
    )


@pytest.mark.usefixtures("folder")
def test_an_owner_that_the_plan_lacks_is_named_and_not_proposed(run: Any) -> None:
    write(*OTHERS_ACT[0][:2])
    assert applied(run).owner == ("MOE",)
    text = Path("p.yaml").read_text("utf-8")
    assert "# the plan's owners lack 国土交通省; add it there, then say so in owner" in text
    assert "# Owner changed (1)\n#   1-1  MOE → 国土交通省: " in text


@pytest.mark.usefixtures("folder")
def test_the_importers_title_follows_the_wording_and_a_persons_stays(run: Any) -> None:
    write(
        "離島の港にある潮位の監視所を令和8年度までに増設する。",
        "離島の港にある潮位の監視所を令和8年度までに改修する。",
    )
    assert applied(run, "--old", "old.txt").title.ja == "離島の港にある潮位の監視所の改修"
    run("source", "import", "old.txt", "-o", "milestones.yaml", "--force")
    plan = Path("milestones.yaml")
    plan.write_text(plan.read_text("utf-8").replace("潮位の監視所の増設", "沿岸の監視"), "utf-8")
    run(*RECONCILE, "--old", "old.txt")
    assert "title_ja" not in safe_load(Path("p.yaml").read_text("utf-8"))["changes"][0]


MEASURED = (
    "| No. | Action | Due | Measure |\n|---|---|---|---|\n"
    "| 1 | Extend the quay at Port Harrow | 2028 | {} |"
)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("measure", "expected"), [("Quay of 250 metres in use", "Quay of 250 metres in use"), ("", "")]
)
def test_the_measure_follows_the_wording(run: Any, measure: str, expected: str) -> None:
    for name, said in (("old.txt", "Quay of 300 metres in use"), ("new.txt", measure)):
        text = f"Ports Plan\n\nApproved 9 January 2024\n\n1. Works\n\n{MEASURED.format(said)}\n"
        Path(name).write_text(text, "utf-8")
    entry = applied(run, "--old", "old.txt")
    assert (entry.measure, entry.title.en) == (expected, "Extend the quay at Port Harrow")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("lang", "start"),
    [("en", "R6: weaker (導入 became 検討): "), ("ja", "R6で弱まった（「導入」が「検討」に）: ")],
)
def test_a_weaker_wording_is_recorded_with_both(run: Any, lang: str, start: str) -> None:
    was = "港の監視装置を令和8年度までに導入する。"
    now = "港の監視装置の導入を令和8年度までに検討する。"
    write(was, now)
    (change,) = applied(run, "--old", "old.txt", "--lang", lang).history
    assert change.note == f"{start}{was} → {now}"


@pytest.mark.usefixtures("folder")
def test_the_documents_language_is_that_of_the_revisions_title(run: Any) -> None:
    text = "Ports Plan\n\nApproved 9 January 2024\n\n1. Works\n\n- Extend the quay by 2028.\n"
    for name in ("old.txt", "new.txt"):
        Path(name).write_text(text, "utf-8")
    run("source", "import", "old.txt", "-o", "milestones.yaml")
    run(*RECONCILE)
    (document,) = safe_load(Path("p.yaml").read_text("utf-8"))["documents"]
    assert document["title"] == {"en": "Ports Plan"}


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("lang", "said"), [("en", "the plan is R5 already"), ("ja", "計画は既に R5 版である")]
)
def test_the_plans_own_label_is_refused(run: Any, lang: str, said: str) -> None:
    write(*OTHERS_ACT[0][:2])
    run("source", "import", "old.txt", "-o", "milestones.yaml")
    done = run("source", "reconcile", "new.txt", "--label", "R5", "--lang", lang)
    assert (done.code, said in done.err) == (2, True)
