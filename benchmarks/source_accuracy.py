"""How well a document is read without its plan: accuracy per field against a plan of record.

    python benchmarks/source_accuracy.py DOCUMENT.txt PLAN.yaml [--list]
    python benchmarks/source_accuracy.py DOCUMENT.txt GOLD.tsv [--list] [--decided DAY] \
        [--fiscal-year 10:end]
    python benchmarks/source_accuracy.py OLD.txt GOLD.tsv --revision NEW.txt [--list]

The document is drafted alone; only then is the plan opened. A bullet counts as right in a field
when all its parts agree (parts are compared by letter; where the split differs, kind and target
count as wrong). Owners are compared where the plan says that the text states them, or the draft
does. Against a gold table (its columns are in docs/accuracy.md) the score is by field, with what
was taken for what; with ``--revision`` it is that of the lineage. ``--list`` prints every
disagreement.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from gold import read_gold, score_document, score_lineage

from spaceplan.commands.source_files import rule_of
from spaceplan.plan_file.load import load_plan
from spaceplan.roadmap.model import Milestone, Plan, bullet_of
from spaceplan.source.draft.draft import Draft, draft_plan
from spaceplan.source.draft.drafted import Drafted
from spaceplan.source.draft.owners import registry_of
from spaceplan.source.read.files import read_text
from spaceplan.source.read.reader import read_document

SHIPPED = Path(__file__).resolve().parent.parent / "data" / "milestones.yaml"
FIELDS = ("kind", "target", "fiscal year", "horizon", "owner", "status", "repeats", "split")

Bullets = dict[str, tuple[list[Drafted], list[Milestone]]]


def paired(draft: Draft, plan: Plan) -> Bullets:
    """Bullet id → its drafted parts and the plan's entries."""
    drafted: dict[str, list[Drafted]] = defaultdict(list)
    for one in draft.milestones:
        drafted[bullet_of(one.id)].append(one)
    entries: dict[str, list[Milestone]] = defaultdict(list)
    for entry in plan.entries:
        entries[bullet_of(entry.id)].append(entry)
    return {key: (drafted[key], entries[key]) for key in {**entries, **drafted}}


def fiscal_years(plan: Plan, one: Drafted | Milestone) -> tuple[int, int | None] | None:
    """First and due fiscal year of a target, or None without one."""
    return one.target.fiscal_years(plan.rule) if one.target else None


def compare(plan: Plan, bullets: Bullets) -> Iterator[tuple[str, str, object, object]]:
    """(field, bullet, drafted, of the plan) for every comparison, right or wrong."""
    for key, (drafted, entries) in bullets.items():
        repeat = tuple(entry.same_as for entry in entries if entry.same_as)
        yield "repeats", key, tuple(one.same_as for one in drafted if one.same_as), repeat
        if repeat or any(one.same_as for one in drafted):
            continue
        yield "split", key, len(drafted), len(entries)
        views: Mapping[str, tuple[object, object]] = {
            "kind": ([d.kind for d in drafted], [e.kind for e in entries]),
            "target": ([str(d.target) for d in drafted], [str(e.target) for e in entries]),
            "fiscal year": (
                [fiscal_years(plan, d) for d in drafted],
                [fiscal_years(plan, e) for e in entries],
            ),
            "horizon": ([str(d.horizon) for d in drafted], [str(e.horizon) for e in entries]),
            "status": ([d.status for d in drafted], [e.status for e in entries]),
        }
        for field, (read, recorded) in views.items():
            yield field, key, read, recorded
        stated = [e.owner if e.basis == "stated" else () for e in entries]
        read_owners = [d.owner if d.basis == "stated" else () for d in drafted]
        if any(stated) or any(read_owners):
            yield "owner", key, read_owners, stated


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("document", type=Path)
    parser.add_argument("plan", type=Path)
    parser.add_argument("--list", action="store_true", help="print every disagreement")
    parser.add_argument("--revision", type=Path, help="the new revision; the table is its lineage")
    parser.add_argument("--decided", type=date.fromisoformat, help="where the head names no day")
    parser.add_argument("--fiscal-year", type=rule_of, help="MONTH:start or MONTH:end")
    options = parser.parse_args()
    if options.plan.suffix == ".tsv":
        if options.revision:
            score = score_lineage(options.document, options.revision, options.plan)
        else:
            rows = read_gold(options.plan)
            owners = load_plan(SHIPPED).plan.owners
            score = score_document(
                options.document, rows, registry_of(owners), options.decided, options.fiscal_year
            )
        print("\n".join([*score.lines(), *(score.wrong if options.list else ())]))
        return
    document = read_document(read_text(options.document), options.document.name)
    plan = load_plan(options.plan).plan
    draft = draft_plan(document, registry_of(plan.owners))
    right: dict[str, int] = defaultdict(int)
    total: dict[str, int] = defaultdict(int)
    wrong: list[str] = []
    for field, key, read, recorded in compare(plan, paired(draft, plan)):
        total[field] += 1
        if read == recorded:
            right[field] += 1
        else:
            wrong.append(f"{field:12} {key:6} read {read}, plan {recorded}")
    print(f"{len(document.bullets)} bullets, {len(draft.repeats.repeats)} repeats")
    for field in FIELDS:
        share = 100 * right[field] / total[field] if total[field] else 100.0
        print(f"{field:12} {right[field]:4} of {total[field]:4}  {share:5.1f} %")
    if options.list:
        print("\n".join(wrong))


if __name__ == "__main__":
    main()
