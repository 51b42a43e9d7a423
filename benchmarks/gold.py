"""Scores of a document against a gold table, by field and by kind of error; and of a lineage."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from spaceplan.roadmap.fiscal import FiscalRule
from spaceplan.source.compare.item import Item, first_parts, items_of
from spaceplan.source.compare.match import Match, match_items
from spaceplan.source.compare.told import Told, match_results
from spaceplan.source.draft.draft import draft_plan, reference_of
from spaceplan.source.draft.drafted import STATED, Drafted
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


def score_document(
    path: Path,
    rows: list[Row],
    registry: Mapping[str, str],
    decided: date | None = None,
    rule: FiscalRule | None = None,
) -> Score:
    """A document drafted alone, against its gold rows; ``decided`` and ``rule`` where it does
    not say them itself."""
    document = read_document(read_text(path), path.name)
    rule = header_of(document, rule=rule).rule
    draft = draft_plan(document, registry, reference_of(document, decided, rule))
    called = {_plain(name): code for name, code in registry.items()}
    called |= {_plain(name): code for code, name in draft.coined.items()}
    every = {one.id: one for one in draft.milestones}
    # A repeat shares all but its place with what it repeats.
    drafted = {key: every.get(one.same_as, one) for key, one in every.items()}
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
            _score_plan(score, row, drafted.get(bullet.id + letter), called)
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


def _score_plan(score: Score, row: Row, one: Drafted | None, called: Mapping[str, str]) -> None:
    key = row["id"]
    if one is None:
        score.compare("part", key, "missing", "there")
        return
    score.compare("kind", key, one.kind, row["kind"], confuse=True)
    target = str(one.target or "")
    if row["kind"] == one.kind == "recurring" and not row["target"]:
        # Where the text names no first year the draft takes that of the plan.
        target = ""
    right = score.compare("target", key, target, row["target"])
    if row["target"]:
        both = right and one.kind == row["kind"]
        score.compare("dated", key, "right" if both else "wrong", "right")
    score.compare("horizon", key, str(one.horizon or ""), row["horizon"])
    # Whom a chart names is not stated, and no reader of the text would know.
    stated = one.owner if one.basis == STATED else ()
    score.compare("owner", key, _owners(stated, row["owner"].split(), called), row["owner"])
    alone = normalise(row["thing"]).lower() in normalise(one.title).lower()
    score.compare("title", key, "alone" if alone and "…" not in one.title else one.title, "alone")
    if one.sure == HIGH:
        score.compare(
            "high", key, "right" if right and one.kind == row["kind"] else "wrong", "right"
        )


def _owners(codes: Sequence[str], gold: Sequence[str], called: Mapping[str, str]) -> str:
    """The codes, each as the gold writes it: by its code in any case, or by a name of it."""
    wanted = {_plain(called.get(_plain(name), name)): name for name in gold}
    return " ".join(wanted.get(_plain(code), code) for code in codes)


def _plain(name: str) -> str:
    """A body's name as it is compared: 「環境局_脱炭素課」 is 環境局脱炭素課."""
    return normalise(name).replace("_", "").replace(" ", "").casefold()


def _items(document: Document) -> tuple[Item, ...]:
    """The items with who acts, as ``source diff`` compares them."""
    rule = header_of(document).rule
    reference = reference_of(document, rule=rule)
    return items_of(
        document, reference, first_parts(draft_plan(document, {}, reference).milestones)
    )


def score_lineage(old: Path, new: Path, gold: Path) -> Score:
    """Which of the ``old`` commitments goes on in which ``new`` one, against the gold; and, where
    ``.results.tsv`` and ``.weaker.tsv`` stand beside it, which result tells of what, and what
    promises less. ``linked`` are the links made, ``perhaps`` the missed ones among the candidates.
    """
    documents = [read_document(read_text(path), path.name) for path in (old, new)]
    before, after = map(_items, documents)
    told = match_results(before, documents[1].results, reference_of(documents[1]))
    matches = match_items(before, after, told)
    found: dict[str, set[str]] = defaultdict(set)
    perhaps: set[tuple[str, str]] = set()
    for match in matches:
        if match.old and match.new:
            found[match.old.id].add(match.new.id)
        perhaps |= {(link.old.id, link.new.id) for link in match.links}
    pairs = [
        (one, to)
        for row in read_gold(gold)
        for one in row["old"].split()
        for to in row["new"].split()
    ]
    wanted: dict[str, set[str]] = defaultdict(set)
    for one, to in pairs:
        wanted[one] |= {to} - {"gone"}
    dated = {item.id for item in before if any(target for _, target in item.readings)}
    score = Score()
    for one, to in wanted.items():
        if one != "new":
            read, right = (" ".join(sorted(ids)) or "gone" for ids in (found[one], to))
            score.compare("lineage", one, read, right)
            if one in dated:
                score.compare("dated", one, read, right)
            for each in sorted(found[one]):
                score.compare("linked", one, each, each if each in to else right)
            for each in sorted(to - found[one]):
                score.compare("perhaps", one, each if (one, each) in perhaps else "none", each)
    for each in sorted(wanted["new"]):
        linked = any(each in to for to in found.values())
        score.compare("new", each, "linked" if linked else "new", "new")
    _score_results(score, gold, told)
    _score_weaker(score, gold, matches)
    return score


def _beside(gold: Path, what: str) -> list[Row]:
    path = gold.with_name(gold.name.replace(".lineage.", f".{what}."))
    return read_gold(path) if path != gold and path.exists() else []


def _score_results(score: Score, gold: Path, told: Iterable[Told]) -> None:
    for row in _beside(gold, "results"):
        one = next((t for t in told if t.result.text.startswith(row["result"])), None)
        key = row["result"][:8]
        wanted = row["old"].split() or [""]
        named = [one.item, one.item + one.part] if one else [""]
        # Where either of two is right, or only one part of one.
        right = next((name for name in wanted if name in named), row["old"])
        read = right if right in named else named[-1]
        if score.compare("result", key, read, right) and one:
            met = "yes" if one.met else "no"
            score.compare("met", key, met, "yes" if row["met"] == "yes" else "no", confuse=True)
            score.compare("day", key, str(one.day or ""), row["date"])


def _score_weaker(score: Score, gold: Path, matches: Iterable[Match]) -> None:
    rows = _beside(gold, "weaker")
    if rows:
        read = {(m.old.id, m.new.id) for m in matches if m.weaker and m.old and m.new}
        right = {(row["old"], row["new"]) for row in rows}
        for one, to in sorted(read | right):
            seen = "weaker" if (one, to) in read else ""
            score.compare("weaker", f"{one} {to}", seen, "weaker" if (one, to) in right else "")
