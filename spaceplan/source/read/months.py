"""Months and days as English writes them; a month whole or cut to three letters."""

from __future__ import annotations

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
"""Any of them, as a pattern for text in either case."""
MONTH = rf"(?P<month>{MONTH_NAME})\.?"
DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
"""What a date names: June, Sept.; 3, 3rd."""


def month_of(name: str) -> int:
    """The number of a month, 1 to 12, by its name as ``MONTH_NAME`` finds it."""
    return MONTHS.index(name.lower()[:3]) + 1
