"""The day in a zone is that of the time zone database."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import ClassVar
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spaceplan.roadmap import zones


class Clock:
    """Stands in for ``datetime`` at a moment."""

    moment: ClassVar[datetime]

    @classmethod
    def now(cls, zone: tzinfo) -> datetime:
        return cls.moment.astimezone(zone)


@given(
    st.datetimes(datetime(1952, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)),
    st.sampled_from(["Asia/Tokyo", "UTC", "America/New_York"]),
)
def test_today_is_the_day_of_the_database(moment: datetime, name: str) -> None:
    Clock.moment = moment
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(zones, "datetime", Clock)
        assert zones.today_in(name) == moment.astimezone(ZoneInfo(name)).date()


def test_the_day_in_japan_begins_at_three_in_the_afternoon_of_utc() -> None:
    midnight = datetime(2026, 11, 25, 15, tzinfo=UTC)
    for moment, day in ((midnight, 26), (midnight - timedelta(seconds=1), 25)):
        Clock.moment = moment
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(zones, "datetime", Clock)
            assert zones.today_in("Asia/Tokyo") == date(2026, 11, day)


@pytest.mark.parametrize("name", ["", "Asia/Tokio", "../etc/passwd", "\0", "Asia"])
def test_what_is_no_zone_is_told(name: str) -> None:
    assert not zones.is_zone(name)


def test_zones_are_known() -> None:
    assert all(map(zones.is_zone, ("Asia/Tokyo", "UTC", "Europe/Paris")))
