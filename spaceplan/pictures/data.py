"""The pictures as data: what their JSON holds, documented in docs/pictures.md."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from spaceplan.pictures.axis import Axis, Days
from spaceplan.pictures.burndown import Burndown
from spaceplan.pictures.grid import Grid, Track
from spaceplan.pictures.trend import Course, Forecast, Trend

if TYPE_CHECKING:
    from spaceplan.answers import shapes, shapes_report


def _days(days: Days | None) -> shapes.Days | None:
    return {"from": days.first.isoformat(), "to": days.last.isoformat()} if days else None


def _axis(axis: Axis | None) -> list[int]:
    return list(axis.years) if axis else []


def grid_data(shown: Grid) -> shapes_report.GridData:
    """``years`` and, by topic, what stands in them; stretches of days as ``from`` and ``to``."""
    return {
        "years": _axis(shown.axis),
        "not_shown": {"ongoing": shown.untimed, "other_years": shown.outside},
        "topics": [
            {"topic": group.topic.number, "milestones": [_track(t) for t in group.tracks]}
            for group in shown.groups
        ],
    }


def _track(track: Track) -> shapes_report.Track:
    return {
        "id": track.milestone.id,
        "kind": track.milestone.kind,
        "state": track.row.standing.state,
        "flags": list(track.flags),
        "target": _days(track.target),
        "baseline": _days(track.baseline or track.target),
        "rebaseline": _days(track.anew),
        "horizon": _days(track.horizon),
        "actual": _days(track.actual),
        "closed": _days(track.closed),
        "late": _days(track.late),
        "years": {str(tick.year): tick.mark for tick in track.ticks},
    }


def trend_data(shown: Trend) -> shapes_report.TrendData:
    """For each milestone its targets in turn, each with the day it held from and its due day."""
    return {
        "by": shown.by,
        "not_shown": {"never_moved": shown.steady, "cut": shown.cut},
        "milestones": [_course(course) for course in shown.courses],
    }


def _course(course: Course) -> shapes_report.Course:
    return {
        "id": course.milestone.id,
        "state": course.row.standing.state,
        "targets": _forecasts(course.forecasts),
        "forecasts": _forecasts(course.expected),
        "rebaselines": _forecasts(course.anew),
        "until": course.until.isoformat(),
        "end": course.end or None,
        "moved_by_hand": course.by_hand,
    }


def _forecasts(told: Iterable[Forecast]) -> list[shapes_report.Forecast]:
    return [
        {"on": f.on.isoformat(), "target": str(f.target), "due": f.due.isoformat()} for f in told
    ]


def burndown_data(shown: Burndown) -> shapes_report.BurndownData:
    """The figures at each year's end, and what the milestones came to."""
    return {
        "total": shown.total,
        "open": shown.open,
        "overdue": shown.overdue,
        "met": shown.met,
        "missed": shown.missed,
        "dropped": shown.dropped,
        "ended_undated": shown.undated,
        "not_counted": {
            "untimed": shown.untimed,
            "recurring": shown.recurring,
            "recurring_overdue": shown.recurring_overdue,
            "before_decided": shown.earlier,
        },
        "levels": [
            {
                "on": level.on.isoformat(),
                "fiscal_year": level.year,
                "planned": level.planned,
                "actual": level.actual,
                "forecast": level.forecast,
            }
            for level in shown.levels
        ],
    }
