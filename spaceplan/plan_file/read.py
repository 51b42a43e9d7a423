"""A plan file to a ``Plan``, in one pass that reports every fault at once.

Queries call ``load_plan``; ``check`` calls ``inspect`` to have warnings and notices too.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from collections.abc import Mapping as MappingType
from datetime import date
from typing import Any

from yaml.events import ScalarEvent

from spaceplan.errors import FAULT, NOTICE, WARNING, Fault, Phrase, Wrong
from spaceplan.files.content import Content
from spaceplan.frozen import dataclass
from spaceplan.plan_file import keys
from spaceplan.plan_file.keys import NONE
from spaceplan.roadmap import model, states, values
from spaceplan.roadmap.fiscal import FiscalRule
from spaceplan.roadmap.nearest import nearest
from spaceplan.roadmap.read_times import read_time
from spaceplan.roadmap.times import Time
from spaceplan.words import LANGUAGES
from spaceplan.yaml_text.tree import Mapping, Node, Parsed, Sequence, parse, start_of

_NAMES = {
    id(table): (keys.names(table), tuple(key.name for key in table if key.required))
    for table in (
        keys.PLAN,
        keys.FISCAL_YEAR,
        keys.WORDS,
        keys.OWNER,
        keys.DOCUMENT,
        keys.SUBSECTION,
        keys.TOPIC,
        keys.MILESTONE,
        keys.CHECKED,
        keys.CHANGE,
    )
}
_EMPTY: MappingType[str, Any] = {}
# Who has more than that has another kind of file; listing them would only take time.
MAX_FINDINGS = 10_000
# Comparing a slip with all that may have been meant takes longest of all, and helps with a few
# slips, not with thousands.
MAX_COMPARISONS = 10_000


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a file holds: the plan (None where faults stand) and every finding, in file order."""

    plan: model.Plan | None
    findings: tuple[Fault, ...]
    parsed: Parsed

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The findings that make the plan untrustworthy."""
        return tuple(item for item in self.findings if item.severity == FAULT)


def inspect(content: Content) -> Inspection:
    """Read a plan and judge it; never raises for what stands in the file."""
    parsed = parse(content)
    reader = _Reader(content, parsed)
    try:
        plan = reader.plan(parsed.root)
    except _TooMany:
        plan = None
        end = content.fault(
            len(content.text), f"more than {MAX_FINDINGS} findings", "the rest was not looked at"
        )
        parsed.faults.append(end)
    findings = tuple(sorted([*parsed.faults, *reader.findings], key=lambda f: (f.line, f.column)))
    sound = not any(finding.severity == FAULT for finding in findings)
    return Inspection(plan if sound else None, findings, parsed)


class _TooMany(Exception):
    """So much is wrong that nobody would read more of it."""


class _Reader:
    def __init__(self, content: Content, parsed: Parsed) -> None:
        self.content = content
        self.lost = parsed.lost
        self.broken = bool(parsed.faults)
        self.findings: list[Fault] = []
        self.comparisons = 0
        self.rule = FiscalRule()
        self.owners: dict[str, model.Owner] = {}
        self.reasons: dict[str, model.Words] = {}
        self.topics: dict[int, model.Topic] = {}
        self._edits: dict[str, Callable[[Node], object]] = {
            "status": lambda n: self.choice(n, states.STATUSES, "status"),
            "target": lambda n: self.value(n, read_time),
            "horizon": lambda n: self.value(n, read_time),
            "kind": lambda n: self.choice(n, model.KINDS, "kind"),
            "times": lambda n: self.value(n, values.times),
            "owner": self.codes,
            "basis": lambda n: self.choice(n, model.BASES, "basis"),
            "partners": self.codes,
            "title": self.words,
            "remark": self.words,
            "topic": lambda n: self.value(n, values.count),
            "subsection": lambda n: self.value(n, values.count),
            "charts": lambda n: self.each(n, values.chart),
            "chart_basis": lambda n: self.choice(n, model.BASES, "chart_basis"),
            "see": lambda n: self.each(n, values.identifier),
            "text": lambda n: self.value(n, values.fingerprint),
            "places": self.places,
            "links": lambda n: self.each(n, str),
        }

    # findings

    def find(
        self,
        index: int,
        what: Phrase | str,
        expected: Phrase | str | None = None,
        **more: str,
    ) -> None:
        if len(self.findings) >= MAX_FINDINGS:
            raise _TooMany
        self.findings.append(self.content.fault(index, what, expected, **more))

    def nearest(self, text: str, options: Collection[str]) -> str:
        """What was likely meant, or "" where nothing is near or too much was compared already."""
        if self.comparisons > MAX_COMPARISONS:
            return ""
        self.comparisons += len(options)
        return nearest(text, options)

    def wrong(self, node: Node, error: Wrong) -> None:
        self.find(start_of(node), error.what, error.expected, near=error.near)

    # shapes

    def fields(self, node: Node, table: tuple[keys.Key, ...], what: str) -> MappingType[str, Any]:
        """A mapping's values by key; duplicate, unknown and missing keys are noted."""
        if type(node) is not Mapping:
            self.find(start_of(node), f"{what} is not a mapping", "expected KEY: VALUE lines")
            return _EMPTY
        known, required = _NAMES[id(table)]
        found = {key.value: value for key, value in node.items}
        if len(found) != len(node.items):
            self.duplicates(node)
        if not known.issuperset(found):
            free = known.difference(found)
            for key, _ in node.items:
                name = key.value
                if name not in known and not name.startswith("x-"):
                    fix = self.nearest(name, free)
                    expected = "" if fix else f"expected one of {', '.join(k.name for k in table)}"
                    self.find(key.start_mark.index, f"unknown key {name!r}", expected, near=fix)
        for name in required:
            if name not in found and not (self.broken and table is keys.PLAN):
                self.find(node.start, f"{what} has no {name}", f"expected {name}: …")
        return found

    def duplicates(self, node: Mapping) -> None:
        first: dict[str, int] = {}
        for key, _ in node.items:
            if key.value in first:
                line, _column = self.content.place(first[key.value])
                self.find(
                    key.start_mark.index,
                    f"the key {key.value!r} stands twice",
                    f"it stands already in line {line}; keep one",
                )
            first.setdefault(key.value, key.start_mark.index)

    def scalar(self, node: Node) -> str | None:
        if type(node) is not ScalarEvent:
            self.find(start_of(node), "a list or mapping where a value belongs", "expected a value")
            return None
        if not node.value and not node.style:
            self.find(
                start_of(node), "a key without a value", "expected a value, or delete the key"
            )
            return None
        return str(node.value)

    def value(self, node: Node | None, read: Callable[[str], Any], default: Any = None) -> Any:
        """One scalar through a reader of ``values``; ``default`` where absent or wrong."""
        if node is None:
            return default
        text = self.scalar(node)
        if text is None:
            return default
        try:
            return read(text)
        except Wrong as error:
            self.wrong(node, error)
            return default

    def choice(self, node: Node | None, options: tuple[str, ...], what: str) -> str:
        if node is not None and type(node) is ScalarEvent and node.value in options:
            return str(node.value)
        read = self.value(node, lambda text: values.choice(text, options, what), options[0])
        return str(read)

    def items(self, node: Node | None, what: str) -> list[Node]:
        if node is None:
            return []
        if type(node) is Sequence:
            return node.items
        if self.broken and type(node) is ScalarEvent and not node.value:
            return []
        self.find(start_of(node), f"{what} is not a list", "expected [A, B] or lines with '- '")
        return []

    def each(self, node: Node | None, read: Callable[[str], Any]) -> tuple[Any, ...]:
        """A list of scalars; a single scalar counts as a list of one."""
        if node is None:
            return ()
        nodes = node.items if type(node) is Sequence else [node]
        read_all = [self.value(item, read) for item in nodes]
        kept = [item for item in read_all if item is not None]
        if len(set(kept)) != len(kept):
            self.find(start_of(node), "the list names something twice", "each once")
        return tuple(kept)

    def words(self, node: Node | None) -> model.Words:
        if node is None:
            return model.Words("", "")
        if type(node) is ScalarEvent:
            text = self.scalar(node) or ""
            return model.Words(text, text)
        found = self.fields(node, keys.WORDS, "a text in two languages")
        said = {
            lang: self.scalar(item) or "" for lang, item in found.items() if lang in ("ja", "en")
        }
        if not any(said.values()) and found is not _EMPTY:
            self.find(start_of(node), "a text with no words", "expected {ja: …, en: …}")
        return model.Words(said.get("ja", ""), said.get("en", ""))

    def codes(self, node: Node | None) -> tuple[str, ...]:
        """Owner codes; ``others`` may stand last."""
        if node is None:
            return ()
        codes: tuple[str, ...] = self.each(node, self.code)
        if model.OTHERS in codes[:-1]:
            self.find(start_of(node), "'others' is not last", "expected [LEAD, …, others]")
        return codes

    def code(self, text: str) -> str:
        if text in self.owners or text == model.OTHERS:
            return text
        for owner in self.owners.values():
            if text in (owner.name.ja, owner.name.en, *owner.aliases):
                raise Wrong(f"{text!r} is the name of an owner", "expected its code", owner.code)
        raise Wrong(
            f"owner {text!r} is not in the plan's owners",
            "expected one of its codes",
            nearest(text, self.owners),
        )

    def places(self, node: Node | None) -> dict[str, str]:
        if node is None:
            return {}
        if type(node) is not Mapping:
            self.find(start_of(node), "places is not a mapping", "expected {LABEL: place}")
            return {}
        if len({key.value for key, _ in node.items}) != len(node.items):
            self.duplicates(node)
        return {key.value: self.scalar(value) or "" for key, value in node.items}

    # header

    def plan(self, root: Node | None) -> model.Plan | None:
        if root is None:
            if not self.broken:
                self.find(0, "the file is empty", "expected a plan: spaceplan init makes one")
            return None
        if type(root) is not Mapping:
            self.find(start_of(root), "the file is not a plan", "expected format: 1 and the rest")
            return None
        head = self.fields(root, keys.PLAN, "a plan")
        self.value(head.get("format"), self.format)
        self.rule = self.fiscal_rule(head.get("fiscal_year"))
        documents = tuple(
            self.document(node) for node in self.items(head.get("documents"), "documents")
        )
        self.owner_registry(head.get("owners"))
        self.reason_registry(head.get("reasons"))
        topics = tuple(self.topic(node) for node in self.items(head.get("topics"), "topics"))
        plan_facts: dict[str, Any] = {
            "title": self.words(head.get("title")),
            "revision": self.value(head.get("revision"), str, ""),
            "decided": self.value(head.get("decided"), values.day, date.min),
            "language": self.choice(head["language"], LANGUAGES, "language")
            if "language" in head
            else "en",
            "time_zone": self.value(head.get("time_zone"), self.zone, "UTC"),
            "due_soon": self.value(head.get("due_soon"), values.count, 90),
        }
        entries = self.entries(head.get("milestones"))
        return model.Plan(
            rule=self.rule,
            documents=documents,
            owners=self.owners,
            reasons=self.reasons,
            topics=topics,
            entries=entries,
            **plan_facts,
        )

    @staticmethod
    def format(text: str) -> str:
        if text != "1":
            raise Wrong(f"format {text} is not known", "this spaceplan reads format 1")
        return text

    @staticmethod
    def zone(text: str) -> str:
        from zoneinfo import ZoneInfo

        try:
            ZoneInfo(text)
        except (KeyError, ValueError, OSError):
            raise Wrong(f"time zone {text!r} is not known", "expected e.g. Asia/Tokyo") from None
        return text

    def fiscal_rule(self, node: Node | None) -> FiscalRule:
        if node is None:
            return FiscalRule()
        found = self.fields(node, keys.FISCAL_YEAR, "fiscal_year")
        starts = self.value(found.get("starts"), self.month, 4)
        named_by = self.choice(found.get("named_by"), ("start", "end"), "named_by")
        return FiscalRule(starts, named_by)

    @staticmethod
    def month(text: str) -> int:
        if text.isascii() and text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= 12:
            return int(text)
        raise Wrong(f"{text!r} is no month", "expected 1 to 12")

    def document(self, node: Node) -> model.Document:
        found = self.fields(node, keys.DOCUMENT, "a document")
        return model.Document(
            self.value(found.get("label"), str, ""),
            self.words(found.get("title")),
            self.value(found.get("date"), values.day),
            self.value(found.get("url"), str, ""),
        )

    def registry(self, node: Node | None, what: str) -> list[tuple[str, Node]]:
        if node is None:
            return []
        if type(node) is not Mapping:
            self.find(start_of(node), f"{what} is not a mapping", "expected CODE: {ja: …, en: …}")
            return []
        if len({key.value for key, _ in node.items}) != len(node.items):
            self.duplicates(node)
        return [(key.value, value) for key, value in node.items if not key.value.startswith("x-")]

    def owner_registry(self, node: Node | None) -> None:
        taken: dict[str, str] = {}
        for code, value in self.registry(node, "owners"):
            found = self.fields(value, keys.OWNER, f"the owner {code}")
            said = model.Words(
                self.value(found.get("ja"), str, ""), self.value(found.get("en"), str, "")
            )
            owner = model.Owner(code, said, self.each(found.get("aliases"), str))
            if code == model.OTHERS:
                self.find(start_of(value), "'others' is no owner's code", "it stands for 等")
            for name in {code, said.ja, said.en, *owner.aliases} - {""}:
                folded = name.casefold()
                if taken.setdefault(folded, code) != code:
                    self.find(
                        start_of(value),
                        f"{name!r} names both {taken[folded]} and {code}",
                        "a name or alias belongs to one owner",
                    )
            self.owners[code] = owner

    def reason_registry(self, node: Node | None) -> None:
        for code, value in self.registry(node, "reasons"):
            self.reasons[code] = self.words(value)

    def topic(self, node: Node) -> model.Topic:
        found = self.fields(node, keys.TOPIC, "a topic")
        number = self.value(found.get("number"), values.count, 0)
        if number and number in self.topics:
            self.find(start_of(found["number"]), f"topic {number} stands twice", "number it anew")
        subsections = tuple(
            self.subsection(item) for item in self.items(found.get("subsections"), "subsections")
        )
        numbers = [item.number for item in subsections if item.number]
        if len(set(numbers)) != len(numbers):
            self.find(start_of(found["subsections"]), "a subsection stands twice", "number it anew")
        topic = model.Topic(
            number,
            self.words(found.get("title")),
            self.each(found.get("charts"), values.chart),
            subsections,
            tuple(self.words(item) for item in self.items(found.get("questions"), "questions")),
        )
        if number:
            self.topics[number] = topic
        return topic

    def subsection(self, node: Node) -> model.Subsection:
        found = self.fields(node, keys.SUBSECTION, "a subsection")
        question = found.get("question")
        return model.Subsection(
            self.value(found.get("number"), values.count, 0),
            self.value(found.get("mark"), str, ""),
            self.words(found.get("title")),
            self.each(found.get("charts"), values.chart),
            self.words(question) if question is not None else None,
        )

    # milestones

    def entries(self, node: Node | None) -> tuple[model.Milestone, ...]:
        read = [self.milestone(item) for item in self.items(node, "milestones")]
        pairs = [pair for pair in read if pair is not None]
        self.cross_check(pairs)
        return tuple(entry for entry, _ in pairs)

    def milestone(self, node: Node) -> tuple[model.Milestone, MappingType[str, Any]] | None:
        if type(node) is ScalarEvent and not node.value and self.broken:
            return None
        found = self.fields(node, keys.MILESTONE, "a milestone")
        if found is _EMPTY:
            return None
        get = found.get
        entry_id = self.value(get("id"), values.identifier, "")
        topic = self.topic_of(found, entry_id)
        same_as = self.value(get("same_as"), values.identifier, "")
        remark = get("remark")
        history = get("history")
        entry = model.Milestone(
            id=entry_id,
            topic=topic,
            title=self.words(get("title")),
            kind=self.choice(get("kind"), model.KINDS, "kind") if "kind" in found else "ongoing",
            status=self.choice(get("status"), states.STATUSES, "status")
            if "status" in found
            else "planned",
            subsection=self.value(get("subsection"), values.count),
            charts=self.each(get("charts"), values.chart),
            chart_basis=self.choice(get("chart_basis"), model.BASES, "chart_basis")
            if "chart_basis" in found
            else "stated",
            target=self.value(get("target"), read_time),
            times=self.value(get("times"), values.times),
            baseline=self.value(get("baseline"), read_time),
            horizon=self.value(get("horizon"), read_time),
            owner=self.codes(get("owner")),
            basis=self.choice(get("basis"), model.BASES, "basis")
            if "basis" in found
            else "assigned",
            partners=self.codes(get("partners")),
            same_as=same_as,
            see=self.each(get("see"), values.identifier),
            text=self.value(get("text"), values.fingerprint, ""),
            remark=self.words(remark) if remark is not None else None,
            places=self.places(get("places")),
            links=self.each(get("links"), str),
            history=self.history(history) if history is not None else (),
            line=self.content.place(start_of(node))[0],
        )
        if same_as:
            self.check_repeat(found)
        else:
            self.check_original(node, entry, found)
        return entry, found

    def topic_of(self, found: MappingType[str, Any], entry_id: str) -> int:
        node = found.get("topic")
        if node is not None:
            number = self.value(node, values.count, 0)
        else:
            head = entry_id.partition("-")[0]
            if not head.isdecimal():
                if entry_id:
                    self.find(
                        start_of(found["id"]),
                        f"{entry_id} does not say its topic",
                        "expected an id that begins with the topic's number, or topic: N",
                    )
                return 0
            node, number = found["id"], int(head)
        if number and number not in self.topics and (self.topics or not self.broken):
            self.find(
                start_of(node),
                f"there is no topic {number}",
                f"expected one of the plan's topics: {', '.join(map(str, self.topics))}",
            )
        return int(number)

    def check_repeat(self, found: MappingType[str, Any]) -> None:
        for name in ("kind", "status", "target", "baseline", "owner", "history", "times"):
            if name in found:
                self.find(
                    start_of(found[name]),
                    f"a repeat with its own {name}",
                    f"a repeat inherits it from {found['same_as'].value}; delete this line",
                )

    def check_original(
        self, node: Node, entry: model.Milestone, found: MappingType[str, Any]
    ) -> None:
        for name in ("title", "kind", "status"):
            if name not in found:
                self.find(start_of(node), f"{entry.id} has no {name}", f"expected {name}: …")
        target, kind = entry.target, entry.kind
        if target is None:
            if kind != "ongoing" and "kind" in found and "target" not in found:
                self.find(
                    start_of(found["kind"]),
                    f"a {kind} without a target",
                    "expected target: …, or kind: ongoing",
                )
        elif kind == "ongoing":
            self.find(
                start_of(found["target"]),
                "an ongoing milestone with a target",
                "expected another kind, or horizon: for a year that is only named",
            )
        elif kind == "recurring":
            if not (target.open or target.end):
                self.find(
                    start_of(found["target"]),
                    f"a recurring milestone with the target {target}",
                    "expected every year from one on",
                    near=f"{target}..",
                )
        elif target.open:
            self.find(
                start_of(found["target"]), f"a {kind} with no last day", "expected one time or A..B"
            )
        elif kind == "window" and not target.end:
            self.find(start_of(found["target"]), "a window with one end", "expected A..B")
        elif kind == "deadline" and target.end:
            self.find(
                start_of(found["target"]), "a deadline with two ends", "expected kind: window"
            )
        for name in ("target", "baseline", "horizon"):
            self.check_order(found.get(name), getattr(entry, name))
        if entry.times and kind != "recurring":
            self.find(
                start_of(found["times"]), f"a {kind} with times", "times belong to kind: recurring"
            )
        if target and not entry.baseline and "baseline" not in found:
            self.find(
                start_of(found["target"]),
                f"{entry.id} has a target and no baseline",
                "the first target is kept as baseline",
                severity=WARNING,
                near=f"baseline: {target}",
            )
        self.check_against_history(entry, found)

    def check_order(self, node: Node | None, time: Time | None) -> None:
        """Under the plan's own rule; the grammar has compared by the usual one."""
        if node is None or time is None or time.end is None:
            return
        if time.start.first_day(self.rule) > time.end.last_day(self.rule):
            self.find(start_of(node), f"{time} ends before it begins", "expected EARLIER..LATER")

    def check_against_history(self, entry: model.Milestone, found: MappingType[str, Any]) -> None:
        """A moved target or an ended status that no entry explains is a warning."""
        last: dict[str, model.Edit] = {}
        for change in entry.history:
            for edit in change.edits:
                last[edit.field] = edit
        current: dict[str, object] = {"status": entry.status, "target": entry.target}
        for name, value in current.items():
            if name not in found or not value or not entry.id:
                continue  # what could not be read is a fault already
            final = last.get(name)
            if final is not None:
                if final.new != value:
                    self.find(
                        start_of(found[name]),
                        f"{entry.id}: {name} is {value}, its last entry says {final.new}",
                        "record the change with: spaceplan record " + entry.id,
                        severity=WARNING,
                    )
            elif name == "status" and entry.status in states.ENDED:
                self.find(
                    start_of(found[name]),
                    f"{entry.id} is {value} and no history entry says when or why",
                    "record it with: spaceplan record " + entry.id,
                    severity=WARNING,
                )
            elif name == "target" and entry.baseline and entry.baseline != entry.target:
                self.find(
                    start_of(found[name]),
                    f"{entry.id}: target {value} is not its baseline {entry.baseline}"
                    " and no history entry says why",
                    "record it with: spaceplan record " + entry.id,
                    severity=WARNING,
                )

    # history

    def history(self, node: Node) -> tuple[model.Change, ...]:
        changes: list[model.Change] = []
        for item in self.items(node, "history"):
            change = self.change(item)
            if change is None:
                continue
            if changes and change.recorded < changes[-1].recorded:
                self.find(
                    start_of(item),
                    "a history entry recorded before the one above it",
                    "entries stand in the order in which they were recorded",
                )
            changes.append(change)
        return tuple(changes)

    def change(self, node: Node) -> model.Change | None:
        found = self.fields(node, keys.CHANGE, "a history entry")
        when = self.value(found.get("date"), values.when)
        recorded = self.value(found.get("recorded"), values.moment)
        if (
            when is not None
            and recorded is not None
            and when.first_day(self.rule) > recorded.date()
        ):
            self.find(
                start_of(found["date"]),
                f"an entry dated {when}, after it was recorded",
                "an entry tells what has become true",
                severity=WARNING,
            )
        facts: dict[str, Any] = {}
        edits: list[model.Edit] = []
        for name, item in found.items():
            if name in self._edits:
                edit = self.edit(name, item)
                if edit is not None:
                    edits.append(edit)
            elif name in ("added", "occurred", "by_hand"):
                facts[name] = bool(self.value(item, self.flag))
            elif name in ("change", "reverts", "note", "source", "who"):
                facts[name] = self.value(item, str, "")
            elif name == "reason":
                facts[name] = self.value(item, self.reason, "")
            elif name == "corrects":
                facts[name] = self.value(item, values.when)
            elif name == "checked":
                facts[name] = self.checked(item)
            elif name == "was":
                facts[name] = self.places(item)
        if when is None or recorded is None:
            return None
        return model.Change(date=when, recorded=recorded, edits=tuple(edits), **facts)

    def edit(self, name: str, node: Node) -> model.Edit | None:
        if type(node) is not Sequence or len(node.items) != 2:
            self.find(start_of(node), f"{name} is not [from, to]", f"expected {name}: [from, to]")
            return None
        old, new = (
            None if type(end) is ScalarEvent and end.value == NONE else self._edits[name](end)
            for end in node.items
        )
        return model.Edit(name, old, new)

    @staticmethod
    def flag(text: str) -> bool:
        if text != "true":
            raise Wrong(f"{text!r} is not true", "expected true, or delete the key")
        return True

    def reason(self, text: str) -> str:
        if text in self.reasons:
            return text
        raise Wrong(
            f"reason {text!r} is not in the plan's reasons",
            f"expected {', '.join(self.reasons)}",
            nearest(text, self.reasons),
        )

    def checked(self, node: Node) -> model.Checked | None:
        found = self.fields(node, keys.CHECKED, "checked")
        first = self.value(found.get("first"), values.day)
        last = self.value(found.get("last"), values.day)
        times = self.value(found.get("count"), values.count)
        if first is None or last is None or times is None:
            return None
        return model.Checked(first, last, times)

    # the plan as a whole

    def cross_check(self, pairs: list[tuple[model.Milestone, MappingType[str, Any]]]) -> None:
        first: dict[str, MappingType[str, Any]] = {}
        for entry, found in pairs:
            if entry.id in first:
                line, _ = self.content.place(start_of(first[entry.id]["id"]))
                self.find(
                    start_of(found["id"]),
                    f"the id {entry.id} stands twice",
                    f"it stands already in line {line}; an id is given once",
                )
            elif entry.id:
                first[entry.id] = found
        entries = {entry.id: entry for entry, _ in pairs}
        bullets: dict[str, list[str]] = {}
        for entry_id in entries:
            bullets.setdefault(model.bullet_of(entry_id), []).append(entry_id)
        known = entries.keys() | bullets.keys() | self.lost
        for entry, found in pairs:
            if entry.id in bullets and len(bullets[entry.id]) > 1:
                self.find(
                    start_of(found["id"]),
                    f"{entry.id} stands beside its own parts {', '.join(bullets[entry.id][1:])}",
                    "a bullet is whole or split",
                )
            if entry.same_as:
                self.check_same_as(entry, found["same_as"], entries, bullets, known)
            if entry.see:
                self.check_see(entry, found["see"], known)
            self.check_subsection(entry, found)
            if entry.id and not entry.same_as and not entry.text and "text" not in found:
                self.find(
                    start_of(found["id"]) if "id" in found else 0,
                    f"{entry.id} has no fingerprint",
                    "added by hand, or text: is missing",
                    severity=NOTICE,
                )

    def check_same_as(
        self,
        entry: model.Milestone,
        node: Node,
        entries: MappingType[str, model.Milestone],
        bullets: MappingType[str, list[str]],
        known: set[str],
    ) -> None:
        name = entry.same_as
        if name not in known:
            fix = self.nearest(name, known)
            self.find(start_of(node), f"same_as {name} is nothing", "expected an id", near=fix)
            return
        seen = [entry.id]
        while name:
            if name in seen:
                self.find(
                    start_of(node),
                    f"same_as goes in a circle: {' → '.join([*seen, name])}",
                    "expected the original",
                )
                return
            seen.append(name)
            follow = bullets.get(name, [name])[0] if name not in entries else name
            name = entries[follow].same_as if follow in entries else ""
        if len(seen) > 2:
            self.find(
                start_of(node),
                f"same_as {seen[1]} is itself a repeat",
                "expected the original",
                near=seen[-1],
            )

    def check_see(self, entry: model.Milestone, node: Node, known: set[str]) -> None:
        nodes = node.items if type(node) is Sequence else [node]
        for name, item in zip(entry.see, nodes, strict=False):
            if name in (entry.id, model.bullet_of(entry.id)):
                self.find(start_of(item), f"{entry.id} refers to itself", "expected another id")
            elif name not in known:
                fix = self.nearest(name, known)
                self.find(start_of(item), f"see {name} is nothing", "expected an id", near=fix)

    def check_subsection(self, entry: model.Milestone, found: MappingType[str, Any]) -> None:
        topic = self.topics.get(entry.topic)
        if topic is None or entry.subsection is None:
            return
        numbers = [item.number for item in topic.subsections]
        if entry.subsection not in numbers:
            have = ", ".join(map(str, numbers)) or "none"
            self.find(
                start_of(found["subsection"]),
                f"topic {topic.number} has no subsection {entry.subsection}",
                f"it has {have}",
            )
