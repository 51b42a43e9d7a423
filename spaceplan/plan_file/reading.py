"""One reading of a plan file: what was found wrong so far, and the shapes in which values stand.

``Reading`` is handed to every reader of a part of the file. A value that is wrong is noted with
its place and read as absent, so that every fault is found in one pass.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from collections.abc import Mapping as MappingType
from contextlib import contextmanager
from itertools import repeat
from typing import Any

from yaml.events import ScalarEvent

from spaceplan.errors import WARNING, Fault, Phrase, Wrong, phrase
from spaceplan.files.content import Content
from spaceplan.plan_file import keys
from spaceplan.roadmap import model, registry, values
from spaceplan.roadmap.fields import BY_NAME, Field
from spaceplan.roadmap.fiscal import FiscalRule
from spaceplan.roadmap.nearest import nearest
from spaceplan.yaml_text.likely import odd_character, wrong_character
from spaceplan.yaml_text.tree import Mapping, Node, Parsed, Sequence, start_of

Found = MappingType[str, Any]
"""The values of a mapping by key."""
EMPTY: Found = {}
# Who has more than that has another kind of file; listing them would only take time.
MAX_FINDINGS = 10_000
# Comparing a slip with all that may have been meant takes longest of all, and helps with a few
# slips, not with thousands.
_MAX_COMPARISONS = 10_000
_NAMES = {id(table): (keys.names(table), keys.required(table)) for table in keys.TABLES}


class TooManyError(Exception):
    """So much is wrong that nobody would read more of it."""


class NotReadError(Exception):
    """Something is wrong, or may be, with a milestone whose text was not read."""


class _Nowhere:
    def __int__(self) -> int:
        raise NotReadError


class _NotRead(dict[str, Any]):
    """The values of such a milestone: each may be a list of any length, and has no place."""

    node: Any = Sequence.__new__(Sequence)
    node.items, node.start = repeat(node), _Nowhere()

    def __getitem__(self, key: str) -> Any:
        return self.node

    def _refuse(self, *_: object) -> Any:
        raise NotReadError

    get = __contains__ = __iter__ = _refuse


NOT_READ: Found = _NotRead()


class Reading:
    """What is known while a file is read: its rule and registries, and what is wrong with it.

    ``broken``: some of its lines could not be parsed, so what is missing may stand there.
    ``lost`` are ids in such lines. ``shared``: something is wrong with more than one milestone by
    itself, or only as long as the day is what it is.
    """

    def __init__(self, content: Content, parsed: Parsed) -> None:
        self.content = content
        self.lost = parsed.lost
        self.broken = bool(parsed.faults)
        self.findings: list[Fault] = []
        self.comparisons = 0
        self.rule = FiscalRule()
        self.owners: dict[str, registry.Owner] = {}
        self.reasons: dict[str, registry.Words] = {}
        self.topics: dict[registry.TopicName, registry.Topic] = {}
        self.topic_nodes: dict[registry.TopicName, Node] = {}
        self.bullets: Node | None = None
        self.milestones: list[Node] = []
        self.shared = False

    # findings

    def find(self, node: Node, what: Phrase, expected: Phrase | None = None, **more: str) -> None:
        """Note something wrong where a node begins."""
        self.find_at(start_of(node), what, expected, **more)

    def warn(self, node: Node, what: Phrase, expected: Phrase | None = None, **more: str) -> None:
        """Note what is likely wrong, though the plan can be read."""
        self.find(node, what, expected, severity=WARNING, **more)

    def find_at(
        self, index: int, what: Phrase, expected: Phrase | None = None, **more: str
    ) -> None:
        """Note something wrong at a character. Raises TooManyError."""
        if len(self.findings) >= MAX_FINDINGS:
            raise TooManyError
        self.findings.append(self.content.fault(index, what, expected, **more))

    @contextmanager
    def sharing(self) -> Iterator[None]:
        """What is found wrong meanwhile is not of one milestone by itself."""
        before = len(self.findings)
        yield
        self.shared = self.shared or len(self.findings) > before

    def line_of(self, node: Node) -> int:
        """The line in which a node begins."""
        return self.content.place(start_of(node))[0]

    def nearest(self, text: str, options: Collection[str]) -> str:
        """What was likely meant, or "" where nothing is near or too much was compared already."""
        if self.comparisons > _MAX_COMPARISONS:
            return ""
        self.comparisons += len(options)
        return nearest(text, options)

    # shapes

    def fields(self, node: Node, table: tuple[keys.Key, ...], what: Phrase) -> Found:
        """A mapping's values by key; duplicate, unknown and missing keys are noted."""
        if type(node) is not Mapping:
            self.find(
                node,
                phrase("plan_file.no-mapping", what=what),
                phrase("plan_file.expected-mapping"),
            )
            return EMPTY
        known, required = _NAMES[id(table)]
        found = {key.value: value for key, value in node.items}
        if len(found) != len(node.items):
            self.duplicates(node)
        if not known.issuperset(found):
            self._unknown(node, table, known.difference(found))
        for name in required:
            if name not in found and not (self.broken and table is keys.PLAN):
                self.find(
                    node,
                    phrase("plan_file.has-no", what=what, name=name),
                    phrase("plan_file.expected-key", name=name),
                )
        return found

    def _unknown(self, node: Mapping, table: tuple[keys.Key, ...], free: Collection[str]) -> None:
        known = _NAMES[id(table)][0]
        for key, _ in node.items:
            name = key.value
            if name in known or name.startswith("x-"):
                continue
            near = self.nearest(name, free)
            names = ", ".join(one.name for one in table)
            expected = None if near else phrase("plan_file.expected-one-of", names=names)
            self.find(key, phrase("plan_file.unknown-key", name=name), expected, near=near)

    def duplicates(self, node: Mapping) -> None:
        """Note the keys of a mapping that stand twice."""
        first: dict[str, Node] = {}
        for key, _ in node.items:
            if key.value in first:
                self.find(
                    key,
                    phrase("plan_file.key-twice", name=key.value),
                    phrase("plan_file.keep-one", line=self.line_of(first[key.value])),
                )
            first.setdefault(key.value, key)

    def scalar(self, node: Node) -> str | None:
        """A value's text."""
        if type(node) is not ScalarEvent:
            self.find(node, phrase("plan_file.no-value"), phrase("plan_file.expected-value"))
            return None
        if not node.value and not node.style:
            self.find(node, phrase("plan_file.key-alone"), phrase("plan_file.value-or-no-key"))
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
        except Wrong as wrong:
            odd = None if node.style else odd_character(text)
            if odd is None or "\n" in self.content.text[start_of(node) : start_of(node) + odd]:
                self.find(node, wrong.what, wrong.expected, near=wrong.near)
            else:
                self.find_at(
                    start_of(node) + odd,
                    wrong_character(text[odd]),
                    phrase("yaml_text.character-expected"),
                )
            return default

    def items(self, node: Node | None, what: str) -> list[Node]:
        """The items of a list."""
        if node is None:
            return []
        if type(node) is Sequence:
            return node.items
        if self.broken and type(node) is ScalarEvent and not node.value:
            return []
        self.find(node, phrase("plan_file.no-list", what=what), phrase("plan_file.expected-list"))
        return []

    def each(self, node: Node | None, read: Callable[[str], Any]) -> tuple[Any, ...]:
        """A list of scalars; a single scalar counts as a list of one."""
        if node is None:
            return ()
        nodes = node.items if type(node) is Sequence else [node]
        read_all = [self.value(item, read) for item in nodes]
        kept = [item for item in read_all if item is not None]
        if len(set(kept)) != len(kept):
            self.find(node, phrase("plan_file.names-twice"), phrase("plan_file.each-once"))
        return tuple(kept)

    def words(self, node: Node | None) -> registry.Words:
        """A text in two languages, or one for both."""
        if node is None:
            return registry.Words("", "")
        if type(node) is ScalarEvent:
            text = self.scalar(node) or ""
            return registry.Words(text, text)
        found = self.fields(node, keys.WORDS, phrase("plan_file.a-text"))
        said = {
            lang: self.scalar(item) or "" for lang, item in found.items() if lang in ("ja", "en")
        }
        if not any(said.values()) and found is not EMPTY:
            self.find(node, phrase("plan_file.no-words"), phrase("plan_file.expected-words"))
        return registry.Words(said.get("ja", ""), said.get("en", ""))

    def codes(self, node: Node | None) -> tuple[str, ...]:
        """Owner codes; ``others`` may stand last."""
        if node is None:
            return ()
        codes: tuple[str, ...] = self.each(node, self._code)
        if model.OTHERS in codes[:-1]:
            self.find(
                node, phrase("plan_file.others-not-last"), phrase("plan_file.expected-others-last")
            )
        return codes

    def _code(self, text: str) -> str:
        if text in self.owners or text == model.OTHERS:
            return text
        for owner in self.owners.values():
            if text in owner.names:
                what = phrase("plan_file.owner-by-name", name=text)
                raise Wrong(what, phrase("plan_file.expected-its-code"), owner.code)
        raise Wrong(
            phrase("plan_file.unknown-owner", name=text),
            phrase("plan_file.expected-code"),
            self.nearest(text, self.owners),
        )

    def pairs(self, node: Node | None) -> dict[str, str]:
        """Texts by label."""
        if node is None:
            return {}
        if type(node) is not Mapping:
            self.find(node, phrase("plan_file.no-pairs"), phrase("plan_file.expected-pairs"))
            return {}
        if len({key.value for key, _ in node.items}) != len(node.items):
            self.duplicates(node)
        return {key.value: self.scalar(value) or "" for key, value in node.items}

    def after(self, node: Node) -> tuple[model.After, ...]:
        """What must have happened before: ids, or mappings that say how that is known."""
        found = []
        for item in node.items if type(node) is Sequence else [node]:
            if type(item) is not Mapping:
                one = self.value(item, values.after)
            else:
                facts = self.fields(item, keys.AFTER, phrase("plan_file.the", name="after"))
                name = self.value(facts.get("id"), values.identifier)
                basis = self.value(facts.get("basis"), BY_NAME["basis"].read, model.BASES[1])
                source = self.value(facts.get("source"), str, "")
                one = name and model.After(name, basis, source)
            if one:
                found.append(one)
        if len({one.id for one in found}) != len(found):
            self.find(node, phrase("plan_file.names-twice"), phrase("plan_file.each-once"))
        return tuple(found)

    def of_field(self, field: Field, node: Node) -> Any:
        """A value of a milestone's field; its empty value where it is wrong."""
        form = field.form
        if form == "one":
            options = field.shape.options
            # Most values are one of a few words, and sound.
            if options and type(node) is ScalarEvent and node.value in options:
                return node.value
            return self.value(node, field.read, field.empty)
        if form == "some":
            return self.each(node, field.read)
        if form == "words":
            return self.words(node)
        if form == "after":
            return self.after(node)
        return self.codes(node) if form == "codes" else self.pairs(node)
