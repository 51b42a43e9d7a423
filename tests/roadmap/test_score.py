"""``score``: what became of what was promised, each count with its denominator."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small import plan_from
from support import Run, WritePlan, entry, history, milestone

from spaceplan.roadmap.query import Filter, rows
from spaceplan.roadmap.score import BASELINES, Measure, backlog, by_group, score

APART = ("untimed", "recurring", "later")
OUTCOMES = ("met", "late", "undated", "unverified", "missed", "dropped", "unfinished")


def scored(run: Run, *more: str, day: str = "2024-04-01") -> dict:
    done = run("score", "--json", "--as-of", day, *more)
    assert done.code == 0, done.err
    return json.loads(done.out)


def done(day: str, was: str = "planned", **more: str) -> str:
    return entry(day, status=f"[{was}, done]", **more)


def test_the_shipped_plan_adds_up(run: Run) -> None:
    score = scored(run)["score"]
    assert {name: score[name] for name in ("total", "judged", *APART)} == {
        "total": 106,
        "judged": 37,
        "untimed": 66,
        "recurring": 2,
        "later": 1,
    }
    assert sum(score[name] for name in (*OUTCOMES, *APART)) == 106


@pytest.mark.parametrize(
    ("lines", "outcome"),
    [
        (history(done("2021-03-31")), "met"),
        (history(done("2021-04-01")), "late"),
        (history(entry("FY2020", "2021-05-10", status="[planned, done]")), "met"),
        (history(entry("2022-05-01", status="[planned, missed]")), "missed"),
        (history(entry("2022-05-01", status="[planned, dropped]")), "dropped"),
        ("", "unfinished"),
    ],
)
def test_what_becomes_of_a_promise(
    run: Run, write_plan: WritePlan, lines: str, outcome: str
) -> None:
    status = outcome if outcome in ("missed", "dropped") else "planned" if not lines else "done"
    write_plan(milestone("1-1", lines, target="FY2020", status=status))
    assert scored(run)["score"][outcome] == 1


def test_a_done_that_nobody_dated_is_counted_as_such(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", target="FY2020", status="done"))
    assert scored(run)["score"]["undated"] == 1


def test_moved_later_in_good_time_and_met_is_not_met_by_the_first_baseline(
    run: Run, write_plan: WritePlan
) -> None:
    moved = history(
        entry("2019-06-01", target="[FY2020, FY2022]"),
        entry("2022-12-01", status="[planned, done]"),
    )
    write_plan(milestone("1-1", moved, target="FY2022", baseline="FY2020", status="done"))
    score = scored(run)["score"]
    assert (score["met"], score["late"]) == (0, 1)
    assert score["delay_average"] == score["delay_median"] == 20.0


def test_brought_forward_and_met_is_met(run: Run, write_plan: WritePlan) -> None:
    moved = history(
        entry("2019-06-01", target="[FY2020, FY2019]"),
        entry("2020-09-01", status="[planned, done]"),
    )
    write_plan(milestone("1-1", moved, target="FY2019", baseline="FY2020", status="done"))
    assert scored(run)["score"]["met"] == 1


def test_a_start_is_met_when_it_has_begun(run: Run, write_plan: WritePlan) -> None:
    began = history(entry("2020-05-01", status="[planned, active]"))
    write_plan(milestone("1-1", began, target="FY2020", kind="start", status="active"))
    assert scored(run)["score"]["met"] == 1


def test_fewer_than_five_give_no_percentage(run: Run, write_plan: WritePlan) -> None:
    lines = history(done("2020-05-01"))
    write_plan(
        *(milestone(f"1-{n}", lines, target="FY2020", status="done") for n in range(1, 5)),
        *(milestone(f"2-{n}", lines, target="FY2020", status="done") for n in range(1, 6)),
    )
    shares = {one["key"]: one["share"] for one in scored(run, "--by", "topic")["groups"]}
    assert shares == {"1": None, "2": 1.0}
    table = run("score", "--as-of", "2024-04-01")
    assert "100 %" in table.out and "a share of fewer than 5 is no percentage" in table.out
    japanese = run("score", "--as-of", "2024-04-01", "--lang", "ja").out
    assert "（100%）" in japanese and " 100%\n" in japanese.replace(" " * 2, " ")


def test_the_backlog_at_each_year_end(run: Run, write_plan: WritePlan) -> None:
    late = history(done("2022-06-01"))
    write_plan(
        milestone("1-1", late, target="FY2020", status="done"),
        milestone("1-2", target="FY2021"),
        milestone("1-3", target="FY2030"),
    )
    backlog = {one["fiscal_year"]: one["open"] for one in scored(run)["backlog"]}
    assert backlog == {2020: 1, 2021: 2, 2022: 1, 2023: 1}


@pytest.mark.parametrize("group", ["topic", "owner", "fy", "kind"])
def test_groups_add_up(run: Run, group: str) -> None:
    found = scored(run, "--by", group)
    total = sum(one["total"] for one in found["groups"])
    assert total >= 106 if group == "topic" else total == 106


def test_before_anything_was_due_nothing_is_judged(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", target="FY2020"), milestone("1-2"))
    out = run("score", "--as-of", "2019-01-01").out
    assert "of 0 milestones" in out
    assert "2 milestones = 1 untimed + 0 recurring + 1 due later + 0 judged" in out


def test_it_says_that_it_is_made_long_after_the_last_entry_or_before_the_plan(run: Run) -> None:
    long = run("score", "--as-of", "2024-04-01").lines[-1]
    assert long.startswith("nothing recorded since 2018-12-11")
    assert "nothing recorded" not in run("score", "--as-of", "2018-12-20").out
    assert run("score", "--as-of", "2018-04-01").lines[-1].startswith("there is no plan before it")


def test_it_speaks_japanese_and_csv(run: Run) -> None:
    out = run("score", "--as-of", "2024-04-01", "--lang", "ja", "--by", "kind").out
    assert "判定37件" in out
    lines = run("score", "--as-of", date(2024, 4, 1), "--format", "csv", "--by", "fy").lines
    assert lines[0].startswith("key,total,judged,met,late")


def test_against_the_baseline_set_anew(run: Run, write_plan: WritePlan) -> None:
    """First FY2020, set anew to FY2022 by an authority, met in between."""
    lines = history(
        entry("2020-06-01", target="[FY2020, FY2022]"),
        entry("2020-06-01", rebaseline="['(none)', FY2022]", authority="Cabinet", source="R2"),
        done("2022-12-01"),
    )
    fields = {"target": "FY2022", "baseline": "FY2020", "rebaseline": "FY2022"}
    write_plan(milestone("1-1", lines, **fields, status="done"))
    first, latest = scored(run), scored(run, "--against", "rebaseline")
    assert (first["score"]["late"], latest["score"]["met"]) == (1, 1)
    assert (first["against"], latest["against"]) == ("baseline", "rebaseline")
    assert first["rebaselined"] == {"milestones": 1, "times": 1}
    assert scored(run, "--against", "rebaseline", day="2022-01-01")["score"]["later"] == 1
    assert "baselines set anew: 1 milestone, 1 time in all" in run("score").out


def test_only_what_somebody_else_confirmed_counts_as_met(run: Run, write_plan: WritePlan) -> None:
    def looked(verified: str) -> str:
        day = "2020-06-01"
        seen = f"{{first: {day}, last: {day}, count: 1}}"
        return entry(day, checked=seen, verified=verified, source="p. 3", who="Audit")

    claim = done("2020-05-01", who="JAXA")
    write_plan(
        *(
            milestone(f"1-{number}", history(*entries), target="FY2020", status="done")
            for number, entries in enumerate(
                ((claim,), (claim, looked("true")), (claim, looked("false"))), 1
            )
        )
    )
    assert scored(run)["score"]["met"] == 3
    score = scored(run, "--verified")["score"]
    assert (score["met"], score["unverified"], score["total"]) == (1, 2, 3)
    assert scored(run, "--verified", day="2021-04-01")["verified"] is True
    # Nobody had looked on the eve.
    assert scored(run, "--verified", "--known", "2020-05-31")["score"]["unverified"] == 3
    out = run("score", "--verified").out
    assert "only what somebody else confirmed counts as met" in out and "Unconfirmed" in out


def test_partial_delivery_and_what_was_superseded_stay_in_the_denominator(
    run: Run, write_plan: WritePlan
) -> None:
    partly = history(entry("2020-05-01", progress="['(none)', 1/2]"))
    dropped = history(entry("2020-05-01", status="[planned, dropped]"))
    write_plan(
        milestone("1-1", "progress: 1/2", partly, target="FY2020"),
        milestone("1-2", dropped, target="FY2020", status="dropped"),
    )
    score = scored(run)["score"]
    assert (score["judged"], score["unfinished"], score["dropped"]) == (2, 1, 1)


# --- what holds of any plan ---------------------------------------------------------------------

DAYS = st.dates(date(2018, 12, 12), date(2024, 12, 31))
YEARS = st.integers(2019, 2024)


@st.composite
def promises(draw: st.DrawFn) -> str:
    """The block of a milestone of any kind and fate, whose id is to be put in place of ID."""
    kind = draw(st.sampled_from(["deadline", "start", "window", "recurring", "ongoing"]))
    first, target = draw(YEARS), draw(YEARS)
    forms = {"window": "FY2018..FY{}", "recurring": "FY{}..", "ongoing": ""}
    form = forms.get(kind, "FY{}")
    status = draw(st.sampled_from(["planned", "active", "done", "missed", "dropped"]))
    told = []
    if form and first != target:
        told.append(entry("2018-12-20", target=f"[{form.format(first)}, {form.format(target)}]"))
    if status != "planned" and kind != "recurring" and draw(st.booleans()):
        told.append(entry(str(draw(DAYS)), "2024-12-31", status=f"[planned, {status}]"))
    fields = {"kind": kind, "status": status, "target": form.format(target)}
    return milestone(
        "ID", *([history(*told)] if told else []), **fields, baseline=form.format(first)
    )


@given(st.lists(promises(), min_size=1, max_size=8), DAYS, st.sampled_from(BASELINES))
def test_every_milestone_is_in_exactly_one_class(
    blocks: list[str], day: date, against: str
) -> None:
    plan = plan_from(*(block.replace("ID", f"1-{n}") for n, block in enumerate(blocks, 1)))
    found = rows(plan, day, Filter())
    by = Measure(plan, day, against)
    whole = score(found, by)
    assert sum(whole.counts.values()) == whole.total == len(blocks)
    assert len(whole.delays) == whole.counts["late"]
    for group in ("owner", "fy", "kind"):
        groups = by_group(found, by, group).values()
        for name, count in whole.counts.items():
            assert sum(one.counts[name] for one in groups) == count
    # What is unfinished, and only that, is in the backlog of the day.
    assert all(count <= whole.judged for count in backlog(found, by).values())


@given(YEARS, st.integers(1, 3), st.data())
def test_a_target_moved_later_and_met_is_not_met_by_the_first_baseline(
    first: int, more: int, data: st.DataObject
) -> None:
    """Moved in good time, and met by the new target: late all the same; forward, it is met."""
    begins, ends = date(first + 1, 4, 1), date(first + more + 1, 3, 31)
    met = data.draw(st.dates(begins, ends))
    later = history(entry("2018-12-20", target=f"[FY{first}, FY{first + more}]"), done(str(met)))
    sooner = history(entry("2018-12-20", target=f"[FY{first + more}, FY{first}]"), done(str(met)))
    plan = plan_from(
        milestone("1-1", later, target=f"FY{first + more}", baseline=f"FY{first}", status="done"),
        milestone("1-2", sooner, target=f"FY{first}", baseline=f"FY{first + more}", status="done"),
    )
    day = ends + timedelta(days=1)
    counts = score(rows(plan, day, Filter()), Measure(plan, day)).counts
    assert (counts["late"], counts["met"]) == (1, 1)
