"""What spreadsheet programs make of cells: dates of ids, errors of values, days without a year."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence

from spaceplan.errors import Phrase, Wrong, phrase
from spaceplan.render.csv_out import read_csv_cell
from spaceplan.tables.raw import RawCell

_ERRORS = re.compile(
    r"#(?:REF!|NAME\?|VALUE!|DIV/0!|N/A|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)|Err:[0-9]{3}|#{2,}"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = f"(?P<name>{'|'.join(_MONTHS)})[a-z]*"
_MIDNIGHT = r"(?:[ T]0?0:00(?::00)?)?"
_YEAR_FIRST = re.compile(rf"([0-9]{{4}})[/.-]([0-9]{{1,2}})[/.-]([0-9]{{1,2}}){_MIDNIGHT}")
# 4/1/2026 and 1.4.2026: which is the day depends on the country.
_YEAR_LAST = re.compile(
    rf"([0-9]{{1,2}})[/.-]([0-9]{{1,2}})[/.-](?:[0-9]{{4}}|[0-9]{{2}}){_MIDNIGHT}"
)
_NO_YEAR = re.compile("([0-9]{1,2})(?:/|月)([0-9]{1,2})日?|(0[0-9])-([0-9]{2})|([0-9]{2})-(0[0-9])")
_NAMED = re.compile(f"(?:(?P<day>[0-9]{{1,2}})[- ])?{_MONTH}(?:[- ](?P<rest>[0-9]{{2,4}}))?", re.I)
_JAPANESE = re.compile("[0-9]{4}年([0-9]{1,2})月([0-9]{1,2})日")
_UNCLEAR = re.compile(
    "|".join(f"(?:{form.pattern})" for form in (_YEAR_LAST, _NAMED, _NO_YEAR)), re.I
)
# Days since 1900 as Excel counts them, from 1982 to 2064: 4-1 of this year is one of them.
_SERIAL = re.compile("[345][0-9]{4}")


def folded(text: str) -> str:
    """``text`` in plain width, without blanks around it."""
    return unicodedata.normalize("NFKC", text).strip()


def check_shown(raw: RawCell) -> None:
    """Raise Wrong for a cell whose text is lost: a formula, an error, a date too wide for it."""
    if raw.kind == "formula":
        raise Wrong(phrase("tables.formula"), phrase("tables.paste-values"))
    if raw.kind == "error" or _ERRORS.fullmatch(raw.text.strip()):
        raise Wrong(phrase("tables.not-shown", text=raw.text), phrase("tables.write-again"))


def read_id(raw: RawCell, ids: Collection[str]) -> str:
    """The id in a cell; one of ``ids`` is no date, whatever it seems. Raises Wrong."""
    text = folded(read_csv_cell(raw.text.strip()))
    if text in ids:
        return text
    if not text:
        raise Wrong(phrase("tables.no-id"), phrase("tables.every-row"))
    check_shown(raw)
    guesses = ids_behind(text)
    if raw.kind == "date" or guesses is not None:
        likely = [guess for guess in guesses or () if not ids or guess in ids]
        raise Wrong(_as_date(text, likely), phrase("tables.id-as-text"))
    return text


def _as_date(text: str, likely: Sequence[str]) -> Phrase:
    if not likely:
        return phrase("tables.id-as-date", text=text)
    if len(likely) == 1:
        return phrase("tables.id-as-date-of", text=text, likely=likely[0])
    return phrase("tables.id-as-date-of-two", text=text, first=likely[0], second=likely[1])


def read_time_cell(text: str) -> str:
    """A time as a spreadsheet spells it, a day as the plan writes it. Raises Wrong for a date of
    which not all is certain."""
    plain = folded(text)
    if _UNCLEAR.fullmatch(plain):
        raise Wrong(phrase("tables.unclear-date", text=text), phrase("tables.year-first"))
    found = _YEAR_FIRST.fullmatch(plain)
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else text


def ids_behind(text: str) -> tuple[str, ...] | None:
    """The ids that a spreadsheet may have made this date of; None where it is no date.

    ``4-1`` is the 4th month's 1st day to some of them, to others the 4th day of the 1st month.
    """
    for form in (_YEAR_FIRST, _YEAR_LAST, _JAPANESE, _NO_YEAR):
        found = form.fullmatch(text)
        if found:
            month, day = [int(part) for part in found.groups() if part][-2:]
            return f"{month}-{day}", f"{day}-{month}"
    found = _NAMED.fullmatch(text)
    if found and (found["day"] or found["rest"]):
        month = _MONTHS.index(found["name"].lower()) + 1
        other = int(found["day"] or found["rest"])
        return f"{month}-{other}", f"{other}-{month}"
    return () if _SERIAL.fullmatch(text) else None
