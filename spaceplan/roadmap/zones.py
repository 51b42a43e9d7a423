"""What day it is in a time zone.

Loading the time zone database takes some milliseconds of every run, so it is not asked where the
answer is known: Japan's clocks have been nine hours ahead, summer and winter, since 1952.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

_JAPAN = "Asia/Tokyo"
_NINE_HOURS = timezone(timedelta(hours=9))


def today_in(name: str) -> date:
    """The date it is now in a zone that ``is_zone``."""
    if name == _JAPAN:
        return datetime.now(_NINE_HOURS).date()
    from zoneinfo import ZoneInfo

    return datetime.now(ZoneInfo(name)).date()


def is_zone(name: str) -> bool:
    """Whether there is a zone of that name."""
    if name == _JAPAN:
        return True
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True
