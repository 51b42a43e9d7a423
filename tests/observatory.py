"""A construction plan of an observatory, made up: rows of a spreadsheet, as engineers keep them.

Fiscal years begin in October and are named by their end; topics are work packages with codes, ids
have grown over the years, and owners stand there by name.
"""

from __future__ import annotations

import csv
import io
from datetime import date

OWNERS = {
    "PMO": "Project office",
    "TEL": "Telescope group",
    "CAM": "Camera group",
    "DM": "Data management, processing and archive",
    "SITE": "Site and facilities group",
}
TOPICS = {
    "06C.02": "Camera optics",
    "06C.10": "Camera cryostat",
    "04.1": "Telescope mount",
    "02": "Data management",
    "4": "Site",
}
_SERIES = {
    "06C.02": ("CAMM{n}", "CAM"),
    "06C.10": ("A4369.{n}", "CAM"),
    "04.1": ("T&SC-1150-{n:04}", "TEL"),
    "02": ("LDM-503-{n}", "DM"),
    "4": ("F{n}S", "SITE"),
}
_DEEDS = ("delivered", "reviewed", "integrated", "accepted")
HEADER = (
    "id",
    "Topic",
    "Topic title",
    "Title",
    "Owner",
    "Target",
    "Tags",
    "x-wbs",
)


def target(n: int) -> str:
    """As people write one: a fiscal year or quarter, a day, a span, every year."""
    year = 2025 + n * 3 // 400
    forms = (
        f"FY{year}Q{n % 4 + 1}",
        f"{year}/{n % 12 + 1}/{n % 28 + 1}",
        f"FY{year}",
        f"FY{year}..FY{year + 1}",
        f"FY{year}H{n % 2 + 1}",
    )
    return f"FY{year}.." if n % 40 == 7 else "" if n % 40 == 9 else forms[n % len(forms)]


def rows(count: int = 400) -> list[dict[str, str]]:
    """The rows, by heading."""
    found = []
    names = list(TOPICS)
    for n in range(count):
        topic = names[n % len(names)]
        form, owner = _SERIES[topic]
        name = form.format(n=n + 1) + ("a" if topic == "02" and n % 3 == 0 else "")
        cells = (
            name,
            topic,
            TOPICS[topic],
            f"Unit {n + 1} {_DEEDS[n % 4]}",
            OWNERS[owner] + (f", {OWNERS['PMO']}" if n % 11 == 0 else ""),
            target(n),
            f"level-{n % 3 + 1}",
            f"{topic}.{n % 7}",
        )
        found.append(dict(zip(HEADER, cells, strict=True)))
    return found


def sheet(count: int = 400) -> str:
    """The rows as the CSV that a spreadsheet program saves."""
    text = io.StringIO()
    writer = csv.DictWriter(text, HEADER)
    writer.writeheader()
    writer.writerows(rows(count))
    return text.getvalue()


def fiscal_year(day: date) -> int:
    """The fiscal year in which a day lies: from October, named by its end."""
    return day.year + (day.month >= 10)
