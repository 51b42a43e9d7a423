"""Scores of a document against a gold table, by field and by kind of error; and of a lineage."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from spaceplan.source.compare.item import items_of
from spaceplan.source.compare.match import match_items
from spaceplan.source.draft.draft import draft_plan, reference_of
from spaceplan.source.draft.drafted import Drafted
from spaceplan.source.draft.header import header_of
from spaceplan.source.draft.phrases import HIGH
from spaceplan.source.read.files import read_text
from spaceplan.source.read.parts import Bullet, Document
from spaceplan.source.read.reader import read_document
from spaceplan.source.read.text import normalise

Row = Mapping[str, str]


def read_gold(path: Path) -> list[Row]:
    """The rows of a gold table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


class Score:
    """Right of total by field, what was taken for what, and each disagreement as a line."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.total: Counter[str] = Counter()
        self.taken: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        self.wrong: list[str] = []

    def compare(self, field: str, key: str, read: str, gold: str, confuse: bool = False) -> bool:
        """Count one comparison."""
        self.total[field] += 1
        self.right[field] += read == gold
        if confuse:
            self.taken[field][gold, read] += 1
        if read != gold:
            self.wrong.append(f"{field:10} {key:8} read {read!r}, gold {gold!r}")
        return read == gold

    def share(self, field: str) -> float:
        """The share that is right, 1.0 where nothing was compared."""
        return self.right[field] / self.total[field] if self.total[field] else 1.0

    def lines(self) -> Iterator[str]:
        """The table, and where kinds or sections were taken for others, what for what."""
        for field in self.total:
            share = 100 * self.share(field)
            yield f"{field:12} {self.right[field]:4} of {self.total[field]:4}  {share:5.1f} %"
        for field, pairs in self.taken.items():
            yield f"{field}: gold → read"
            for (gold, read), count in sorted(pairs.items()):
                mark = "" if gold == read else "   <-"
                yield f"  {gold or '-':12} → {read or '-':12} {count:4}{mark}"


def score_document(path: Path, rows: list[Row], registry: Mapping[str, str]) -> Score:
    """A document drafted alone, against its gold rows."""
    document = read_document(read_text(path), path.name)
    rule = header_of(document).rule
    draft = draft_plan(document, registry, reference_of(document, rule=rule))
    drafted = {one.id: one for one in draft.milestones}
    placed = _placed(document)
    split: dict[str, Bullet] = {}
    score = Score()
    for row in rows:
        words = normalise(row["text"])
        found = placed.get(words, [])
        bullet = found.pop(0) if row["id"][-1:] != "b" and found else split.get(words)
        if bullet:
            split[words] = bullet
        score.compare("whole", row["id"], "yes" if bullet else "no", "yes")
        if not bullet:
            continue
        score.compare("section", row["id"], bullet.section, row["section"], confuse=True)
        if row["section"] == "plan" and bullet.section == "plan":
            letter = row["id"][-1] if row["id"][-1].isalpha() else ""
            _score_plan(score, row, drafted.get(bullet.id + letter))
    # What is drafted though nobody promised it.
    known = {normalise(row["text"]) for row in rows}
    for bullet in document.bullets:
        promised = normalise(bullet.text) in known
        score.compare("promised", bullet.id, "" if promised else bullet.text, "")
    return score


def _placed(document: Document) -> dict[str, list[Bullet]]:
    found: dict[str, list[Bullet]] = defaultdict(list)
    for bullet in (*document.bullets, *document.results):
        found[normalise(bullet.text)].append(bullet)
    return found


def _score_plan(score: Score, row: Row, one: Drafted | None) -> None:
    key = row["id"]
    if one is None or one.same_as:
        score.compare("part", key, "missing", "there")
        return
    score.compare("kind", key, one.kind, row["kind"], confuse=True)
    right = score.compare("target", key, str(one.target or ""), row["target"])
    if row["target"]:
        both = right and one.kind == row["kind"]
        score.compare("dated", key, "right" if both else "wrong", "right")
    score.compare("horizon", key, str(one.horizon or ""), row["horizon"])
    score.compare("owner", key, " ".join(one.owner), row["owner"])
    alone = normalise(row["thing"]).lower() in normalise(one.title).lower()
    score.compare("title", key, "alone" if alone and "…" not in one.title else one.title, "alone")
    if one.sure == HIGH:
        score.compare(
            "high", key, "right" if right and one.kind == row["kind"] else "wrong", "right"
        )


def score_lineage(old: Path, new: Path, rows: list[Row]) -> Score:
    """Which of the ``old`` commitments goes on in which ``new`` one, against the gold."""
    items = []
    for path in (old, new):
        document = read_document(read_text(path), path.name)
        items.append(items_of(document, reference_of(document)))
    found: dict[str, set[str]] = defaultdict(set)
    for match in match_items(*items):
        if match.old and match.new:
            found[match.old.id].add(match.new.id)
    score = Score()
    for row in rows:
        if row["old"] == "new":
            linked = any(row["new"] in to for to in found.values())
            score.compare("new", row["new"], "linked" if linked else "new", "new")
            continue
        read = " ".join(sorted(found[row["old"]])) or "gone"
        score.compare("lineage", row["old"], read, row["new"])
        if read != "gone":
            score.compare("linked", row["old"], read, row["new"])
    return score
