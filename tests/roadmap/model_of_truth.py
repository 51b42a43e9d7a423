"""The rules of truth in time once more: written apart from the program, naive and slow.

It knows entries as a plan file has them, texts and days, and takes every rule by its words:

1. Known are the entries recorded on or before K, in the plan's zone.
2. An entry that a known one reverts, and the one that reverts it, count for nothing; a revert that
   is itself reverted counts for nothing. One that corrects counts for nothing but the date that it
   gives to the field it names.
3. Each of the rest speaks from its date; where the date leaves the day open, from the last day it
   can mean, but no later than what must follow it, and it stands before that.
4. First value, order, values set by hand.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

STAGE = {"planned": 0, "active": 1, "done": 2, "missed": 2, "dropped": 2}
NEVER = date.max


@dataclass
class Entry:
    """One history entry; ``sets`` is field → (from, to), ``when`` a day, FY…, or unknown."""

    recorded: datetime
    change: str
    when: str
    sets: dict[str, tuple[object, object]] = field(default_factory=dict)
    occurred: bool = False
    added: bool = False
    reverts: str = ""
    corrects: str = ""


@dataclass
class History:
    """A milestone: what the file says, and its entries in the order they were recorded.

    ``hours`` is the zone's distance from UTC, ``year_end`` (years after its name, month, day).
    """

    file: dict[str, object]
    entries: list[Entry]
    hours: int = 9
    year_end: tuple[int, int, int] = (1, 3, 31)
    decided: date = date(2018, 12, 11)

    # 1

    def noted(self, entry: Entry) -> date:
        utc = entry.recorded.astimezone(UTC).replace(tzinfo=None)
        return (utc + timedelta(hours=self.hours)).date()

    def known(self, k: date) -> list[Entry]:
        return [entry for entry in self.entries if self.noted(entry) <= k]

    # 2

    def is_reverted(self, entry: Entry, k: date) -> bool:
        after = self.known(k)[self.known(k).index(entry) + 1 :]
        return any(
            later.reverts == entry.change and not self.is_reverted(later, k) for later in after
        )

    def counting(self, k: date) -> list[Entry]:
        return [
            entry
            for entry in self.known(k)
            if not entry.reverts and not entry.corrects and not self.is_reverted(entry, k)
        ]

    def date_of(self, entry: Entry, name: str, k: date) -> str:
        when = entry.when
        for later in self.known(k):
            if later.corrects != entry.change or later.reverts or self.is_reverted(later, k):
                continue
            if name in later.sets or (name == "occurrence" and later.occurred):
                if is_day(when) and later.when.startswith("FY"):
                    first, last = self.year(later.when)
                    if first <= date.fromisoformat(when) <= last:
                        continue  # a year that holds the known day changes nothing
                when = later.when
        return when

    # 3

    def year(self, when: str) -> tuple[date, date]:
        later, month, day = self.year_end
        last = date(int(when[2:]) + later, month, day)
        before = date(int(when[2:]) + later - 1, month, day)
        return before + timedelta(days=1), last

    def can_mean(self, when: str, noted: date) -> tuple[date, date]:
        if is_day(when):
            return date.fromisoformat(when), date.fromisoformat(when)
        if when == "unknown":
            return date.min, noted
        first, last = self.year(when)
        return first, noted if first <= noted <= last else last

    def order(self, name: str, k: date) -> list[tuple[date, Entry]]:
        """(the day it speaks from, entry), in the order of rule 4."""
        told = [entry for entry in self.counting(k) if name in entry.sets]
        spans = [self.can_mean(self.date_of(e, name, k), self.noted(e)) for e in told]
        vague = [not is_day(self.date_of(e, name, k)) for e in told]
        speaks = [last for _, last in spans]

        def follows(g: int, e: int) -> bool:
            if name == "status":
                return STAGE[str(told[g].sets[name][1])] > STAGE[str(told[e].sets[name][1])]
            return g > e

        def bound(e: int) -> date:
            first, last = spans[e]
            days = [
                speaks[g] for g in range(len(told)) if follows(g, e) and first <= speaks[g] <= last
            ]
            return min([last, *days]) if vague[e] else last

        while speaks != (again := [bound(e) for e in range(len(told))]):
            speaks = again
        rank = sorted(range(len(told)), key=lambda e: (speaks[e], told[e].recorded, told[e].change))
        moved = True
        while moved:
            moved = False
            for e in list(rank):
                here = rank.index(e)
                ahead = [
                    place
                    for place, g in enumerate(rank[:here])
                    if vague[e] and speaks[g] == speaks[e] and follows(g, e)
                ]
                if ahead:
                    rank.insert(ahead[0], rank.pop(here))
                    moved = True
        return [(speaks[e], told[e]) for e in rank]

    # 4

    def first(self, name: str, k: date) -> object:
        told = [entry.sets[name][0] for entry in self.entries if name in entry.sets]
        # Where nothing that was said of it stands, the file alone speaks.
        if not told or not (self.order(name, NEVER) or self.order(name, k)):
            return self.file[name]
        return told[0]

    def steps(self, name: str, d: date, k: date) -> list[tuple[date, Entry, object]]:
        """(the day it speaks from, entry, the value then) up to D."""
        ever = self.order(name, NEVER)
        found = []
        for on, entry in self.order(name, k):
            value = entry.sets[name][1]
            if ever[-1:] and entry is ever[-1][1]:
                value = self.file[name]
            if on <= d:
                found.append((on, entry, value))
        return found

    def value(self, name: str, d: date, k: date) -> object:
        found = self.steps(name, d, k)
        return found[-1][2] if found else self.first(name, k)

    def exists(self, d: date, k: date) -> bool:
        if d < self.decided or k < self.decided:
            return False
        added = [entry for entry in self.entries if entry.added]
        return not added or any(
            self.can_mean(entry.when, self.noted(entry))[1] <= d
            for entry in self.known(k)
            if entry.added
        )

    def moves(self, d: date, k: date) -> int:
        held = [self.first("target", k), *(value for _, _, value in self.steps("target", d, k))]
        return sum(one != other for one, other in pairwise(held))

    def since(self, statuses: set[str], d: date, k: date) -> str | None:
        """When it came to have one of these statuses; None where nobody knows, or it has not."""
        if self.value("status", d, k) not in statuses:
            return None
        run: list[tuple[date, bool, str]] = []
        for on, entry, _ in self.steps("status", d, k):
            if entry.sets["status"][1] not in statuses:
                run = []
                continue
            when = self.date_of(entry, "status", k)
            if when != "unknown":
                run.append((on, not is_day(when), when))
        return min(run, key=lambda one: one[:2])[2] if run else None

    def occurrences(self, d: date, k: date) -> list[str]:
        found = []
        for entry in self.counting(k):
            if entry.occurred:
                when = self.date_of(entry, "occurrence", k)
                if self.can_mean(when, self.noted(entry))[1] <= d:
                    found.append(when)
        return sorted(found)


def is_day(when: str) -> bool:
    return when[:1].isdigit()
