"""What the head of a plan names: organisations, documents, topics; and texts in two languages."""

from __future__ import annotations

from datetime import date

from spaceplan.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """A text in Japanese and English; either may be empty, not both."""

    ja: str
    en: str

    def say(self, lang: str) -> str:
        """The text in ``lang``, or in the other language where that one is missing."""
        return (self.ja or self.en) if lang == "ja" else (self.en or self.ja)


@dataclass(frozen=True, slots=True)
class Owner:
    """An organisation of the plan's registry; ``short`` is a name for where there is little room
    (文科省)."""

    code: str
    name: Words
    aliases: tuple[str, ...] = ()
    short: Words = Words("", "")

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that means it beside its code, each once."""
        short = self.short
        every = (self.name.ja, self.name.en, *self.aliases, short.ja, short.en)
        return tuple(dict.fromkeys(name for name in every if name))

    def in_lists(self, lang: str) -> str:
        """What lists call it: in Japanese its short name, where the plan gives one; its code."""
        return (lang == "ja" and self.short.ja) or self.code


@dataclass(frozen=True, slots=True)
class Document:
    """A document that the plan refers to by its label."""

    label: str
    title: Words
    date: date | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Subsection:
    """A numbered part of a topic (①②③ in the document)."""

    number: int
    mark: str
    title: Words
    charts: tuple[str, ...] = ()
    question: Words | None = None


TopicName = int | str
"""What names a topic: its number, or a short code of its own (``7``, ``06C.02``)."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A heading of the roadmap; ``number`` may be a code."""

    number: TopicName
    title: Words
    charts: tuple[str, ...] = ()
    subsections: tuple[Subsection, ...] = ()
    questions: tuple[Words, ...] = ()
