"""Time zones by their names: whether there is one, and what day it is there."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from functools import cache


@cache
def zone(name: str) -> tzinfo:
    """A zone that ``is_zone``; many ask for that of one plan."""
    from zoneinfo import ZoneInfo

    return ZoneInfo(name)


def today_in(name: str) -> date:
    """The date it is now in a zone that ``is_zone``."""
    return datetime.now(zone(name)).date()


def is_zone(name: str) -> bool:
    """Whether there is a zone of that name."""
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True
