"""Small plans with a history, written as a person would write them."""

from __future__ import annotations

from datetime import date

from spaceplan.files.content import decode
from spaceplan.pictures.burndown import burndown
from spaceplan.pictures.grid import grid
from spaceplan.pictures.svg_burndown import draw_burndown
from spaceplan.pictures.svg_grid import draw_grid
from spaceplan.pictures.svg_trend import draw_trend
from spaceplan.pictures.trend import trend
from spaceplan.plan_file.read import inspect
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.query import Filter, rows

HEAD = """\
format: 1
title: {ja: 小さな計画, en: A small plan}
revision: A
decided: 2018-12-11
language: ja
time_zone: Asia/Tokyo
fiscal_year: {starts: 4, named_by: start}
due_soon: 90
owners:
  MEXT: {ja: 文部科学省, en: Ministry of Education}
reasons:
  technical: {ja: 技術的要因, en: technical}
topics:
  - {number: 4, title: {ja: ロケット, en: Rockets}}
  - {number: 7, title: {ja: 宇宙科学, en: Space science}}
  - {number: 8, title: {ja: 環境整備, en: Business}}
milestones:
"""
# Slipped twice, done late.
ROCKET = """
  - id: 4-1
    title: {ja: H3ロケット初号機の打上げ, en: First flight of H3}
    kind: deadline
    target: FY2022
    baseline: FY2020
    owner: [MEXT]
    status: done
    history:
      - {date: 2020-09-11, recorded: 2020-09-12T09:00:00+09:00, change: a1, target: [FY2020, FY2021]}
      - {date: 2022-01-21, recorded: 2022-01-22T09:00:00+09:00, change: a2, target: [FY2021, FY2022]}
      - {date: 2024-02-17, recorded: 2024-02-18T09:00:00+09:00, change: a3, status: [planned, done]}
"""
# Never moved.
LANDER = """
  - id: 7-1
    title: {ja: 月着陸機 <SLIM> & 探査, en: Lander <SLIM> & more}
    kind: deadline
    target: FY2021
    baseline: FY2021
    owner: [MEXT]
    status: planned
"""
MISSED = """
  - id: 7-2
    title: {ja: 望遠鏡, en: Telescope}
    kind: deadline
    target: FY2021
    baseline: FY2021
    owner: [MEXT]
    status: missed
    history:
      - {date: 2022-03-31, recorded: 2022-04-02T09:00:00+09:00, change: b1, status: [planned, missed]}
"""
START = """
  - id: 7-3
    title: {ja: 検討の開始, en: Study begins}
    kind: start
    target: FY2019
    baseline: FY2019
    owner: [MEXT]
    status: active
    history:
      - {date: 2019-10-01, recorded: 2019-10-02T09:00:00+09:00, change: c1, status: [planned, active]}
"""
WINDOW = """
  - id: 7-4
    title: {ja: 開発期間, en: Development}
    kind: window
    target: FY2016..FY2022
    baseline: FY2016..FY2022
    owner: [MEXT]
    status: planned
"""
YEARLY = """
  - id: 8-1
    title: {ja: 説明会, en: Briefings}
    kind: recurring
    target: FY2019..
    times: 2
    baseline: FY2019..
    owner: [MEXT]
    status: active
    history:
      - {date: 2019-05-01, recorded: 2019-06-02T09:00:00+09:00, change: d1, occurred: true}
      - {date: 2019-08-01, recorded: 2019-09-02T09:00:00+09:00, change: d2, occurred: true}
      - {date: 2020-08-01, recorded: 2020-09-02T09:00:00+09:00, change: d3, occurred: true}
"""
ONGOING = """
  - id: 8-2
    title: {ja: 支援の継続, en: Support}
    kind: ongoing
    horizon: FY2023
    owner: [MEXT]
    status: active
"""
# Its target was changed by hand: no entry says when.
BY_HAND = """
  - id: 8-3
    title: {ja: 制度, en: Rules}
    kind: deadline
    target: about FY2023
    baseline: FY2021
    owner: [MEXT]
    status: planned
"""
ALL = ROCKET + LANDER + MISSED + START + WINDOW + YEARLY + ONGOING + BY_HAND


def small_plan(milestones: str = ALL) -> Plan:
    """The plan of these blocks."""
    found = inspect(decode((HEAD + milestones).encode(), "small.yaml"))
    assert found.plan is not None, [fault.what for fault in found.faults]
    return found.plan


def drawn(plan: Plan, day: date, lang: str) -> dict[str, str]:
    """Each picture of a plan by its name, as a document that stands by itself."""
    found = rows(plan, day, Filter())
    return {
        "grid": draw_grid(plan, grid(plan, day, found), lang),
        "trend": draw_trend(plan, trend(plan, day, found), lang),
        "burndown": draw_burndown(plan, burndown(plan, day, found), lang),
    }
