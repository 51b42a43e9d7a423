"""A draft as the text of a plan file, for a person to go over.

It looks like the shipped plan: one block for each milestone, in document order. A comment stands
where something is unsure, and at the end all lines that were not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from datetime import date

from spaceplan.frozen import dataclass
from spaceplan.record.as_data import field_data, milestone_data
from spaceplan.render.text import visible
from spaceplan.roadmap.fiscal import ERAS, FiscalRule
from spaceplan.roadmap.model import OTHERS, Milestone, Plan, bullet_of
from spaceplan.roadmap.registry import Document, Owner, Subsection, Topic, Words
from spaceplan.source.draft.draft import Draft, month_named, reference_of
from spaceplan.source.draft.drafted import Drafted
from spaceplan.source.draft.header import Header, header_of
from spaceplan.source.draft.leftovers import summed
from spaceplan.source.draft.reasons import decision, doubt_text
from spaceplan.source.draft.titles import tidy
from spaceplan.source.read import parts as read
from spaceplan.source.read.text import is_latin, shortened
from spaceplan.words import say
from spaceplan.yaml_text.new_lines import block, pair
from spaceplan.yaml_text.spelling import Data, flow, spell

# A heading beyond this was not read right, and a comment need not hold all of a line.
_LONGEST_TITLE = 200
_LONGEST_COMMENT = 300
# So many of those to look at first are named at the file's head.
_FIRST = 30

_HEAD = """\
# yaml-language-server: $schema=milestones.schema.json
#
{what}
#
# A block   id TOPIC-BULLET, with a letter where a bullet is split in parts; never changed or reused
#           kind: deadline, start, window, recurring, ongoing
#           target is the current target, baseline the first one; horizon is a year named but not
#           committed to
#           owner: lead first; `others` last where the text says 等 or 関係府省
#           basis and chart_basis: stated by the document, or assigned by reading
#           status: planned, active, done, missed, dropped
#           same_as: this bullet repeats that one and shares everything but its place
#           text: fingerprint of the bullet's wording; parts of one bullet share it
# Times     FY2020  FY2019H1  FY2026Q3  2019H2  mid-2019  2026-11  2019-09-30
#           A..B from A to B   A.. every year from A   about A
"""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a draft's head says beside the document. ``guessed`` tells that nobody named the day
    and the document does not either; ``lang`` is that of the comments."""

    title: str
    label: str
    decided: date
    guessed: bool
    lang: str
    header: Header = field(default_factory=lambda: Header("ja", "Asia/Tokyo", FiscalRule()))


def frame_of(
    document: read.Document,
    *,
    today: date,
    lang: str,
    decided: date | None = None,
    title: str = "",
    label: str = "",
    header: Header | None = None,
) -> Frame:
    """What the head says: as given, else as the document says.

    A document without a date counts from the last day of its month, else from the first day of the
    first year of its plans, else from ``today``; the label is the fiscal year of that day (R6, or
    FY2026 where no era counts).
    """
    header = header or header_of(document)
    reference = reference_of(document, decided, rule=header.rule)
    day = reference.day
    guessed = day is None
    if day is None:
        first = reference.first_year
        day = month_named(document, header.rule, today) or (
            first.first_day(header.rule) if first else today
        )
    year = header.rule.year_of(day)
    named = next((f"{letter}{year - first + 1}" for _, letter, first in ERAS if year >= first), "")
    if header.language != "ja":
        named = f"FY{year}"
    name = title or tidy(document.title) or document.name
    return Frame(name, label or named, day, guessed, lang, header)


def draft_text(draft: Draft, frame: Frame, plan: Plan) -> str:
    """The whole file. Names of owners, and the codes of reasons, are those of ``plan``."""
    lines = [*_head(draft, frame, plan), *_registries(draft, plan), "topics:"]
    for topic in draft.topics:
        lines += [*block("- ", topic_data(plan_topic(topic)), 2), ""]
    lines += ["milestones:", ""]
    by_topic: dict[int, list[Drafted]] = {}
    for one in draft.milestones:
        by_topic.setdefault(one.topic, []).append(one)
    for topic in draft.topics:
        if topic.number not in by_topic:
            continue
        lines += [comment(f"{topic.number} {_title(topic.title)}", 2), ""]
        for one in by_topic[topic.number]:
            first, *rest = block("- ", drafted_data(one), 2)
            lines += [first, *_doubts(one, frame.lang), *rest, ""]
    lines += _unread(draft, frame.lang)
    return "\n".join(lines).rstrip("\n") + "\n"


def _head(draft: Draft, frame: Frame, plan: Plan) -> Iterator[str]:
    what = (
        say("source.draft-what", frame.lang, name=draft.name),
        say("source.draft-then", frame.lang),
    )
    yield _HEAD.format(what="\n".join(f"# {visible(line)}" for line in what))
    ids = [one.id for one in draft.doubtful]
    if ids:
        told = ", ".join(ids[:_FIRST]) + (" …" if len(ids) > _FIRST else "")
        yield comment(say("source.look-first-ids", frame.lang, ids=told))
    title = in_words(frame.title)
    header = frame.header
    yield "format: 1"
    yield from pair("title", field_data(title), 0)
    yield from pair("revision", frame.label, 0)
    if frame.guessed:
        yield f"# {say('source.draft-no-day', frame.lang)}"
    yield f"decided: {frame.decided}"
    if header.assumed:
        yield f"# check: {say('source.zone-assumed', frame.lang)}"
    yield f"language: {header.language}"
    yield from pair("time_zone", header.time_zone, 0)
    yield f"fiscal_year: {{starts: {header.rule.starts}, named_by: {header.rule.named_by}}}"
    yield f"due_soon: {plan.due_soon}"
    yield f"bullets: {len({bullet_of(one.id) for one in draft.milestones})}"
    yield ""
    yield "documents:"
    day = None if frame.guessed else frame.decided
    yield from block("- ", document_data(Document(frame.label, title, day)), 2)
    yield ""
    for name, count in draft.unknown:
        yield comment(say("source.draft-unknown-owner", frame.lang, name=name, count=count))


def _registries(draft: Draft, plan: Plan) -> Iterator[str]:
    """The owners that the draft names: as the plan's registry has them, or as the text does."""
    named = {code for one in draft.milestones for code in (*one.owner, *one.partners)}
    owners = {code: owner for code, owner in plan.owners.items() if code in named}
    for code in sorted(named - owners.keys() - {OTHERS}):
        owners[code] = Owner(code, in_words(draft.coined.get(code, code)))
    yield "owners:" if owners else "owners: {}"
    for code, owner in owners.items():
        data: dict[str, Data] = {"ja": owner.name.ja, "en": owner.name.en}
        if owner.aliases:
            data["aliases"] = list(owner.aliases)
        short = {"ja": owner.short.ja, "en": owner.short.en}
        if any(short.values()):
            data["short"] = {lang: name for lang, name in short.items() if name}
        shown = {key: value for key, value in data.items() if value}
        yield f"  {spell(code, False)}: {flow(shown)}"
    yield ""
    yield "reasons:"
    for code, words in plan.reasons.items():
        yield f"  {spell(code, False)}: {flow({'ja': words.ja, 'en': words.en})}"
    yield ""


def in_words(text: str) -> Words:
    """A text of the document, as of its language."""
    return Words("", text) if is_latin(text) else Words(text, "")


def plan_topic(topic: read.Topic) -> Topic:
    """A document's topic as a plan has it, with the charts of its subsections too."""
    charts = dict.fromkeys(topic.charts)
    for part in topic.subsections:
        charts.update(dict.fromkeys(part.charts))
    return Topic(
        topic.number,
        in_words(_title(topic.title) or str(topic.number)),
        tuple(charts),
        tuple(
            Subsection(
                part.number,
                part.mark,
                in_words(_title(part.title) or part.mark or str(part.number)),
                part.charts,
                in_words(" / ".join(tidy(q.text) for q in part.questions))
                if part.questions
                else None,
            )
            for part in topic.subsections
        ),
        tuple(in_words(tidy(question.text)) for question in topic.questions),
    )


def topic_data(topic: Topic) -> dict[str, Data]:
    """A topic's keys in writing order."""
    data: dict[str, Data | None] = {
        "number": str(topic.number),
        "title": field_data(topic.title),
        "charts": list(topic.charts),
        "subsections": [_subsection_data(part) for part in topic.subsections],
        "questions": [field_data(question) or "" for question in topic.questions],
    }
    return {key: value for key, value in data.items() if value}


def _subsection_data(part: Subsection) -> Data:
    data: dict[str, Data | None] = {
        "number": str(part.number),
        "mark": part.mark,
        "title": field_data(part.title),
        "charts": list(part.charts),
        "question": field_data(part.question),
    }
    return {key: value for key, value in data.items() if value}


def document_data(document: Document) -> dict[str, Data]:
    """A document's keys in writing order."""
    data: dict[str, Data] = {"label": document.label, "title": field_data(document.title) or ""}
    if document.date is not None:
        data["date"] = document.date.isoformat()
    return data


def plan_milestone(one: Drafted) -> Milestone:
    """A drafted milestone or repeat as a plan has it; its first target is its baseline."""
    return Milestone(
        id=one.id,
        topic=one.topic,
        title=in_words(one.title or one.id),
        kind=one.kind or "ongoing",
        status=one.status or "planned",
        subsection=one.subsection,
        charts=one.charts,
        chart_basis=one.chart_basis,
        target=one.target,
        times=one.times,
        baseline=one.baseline or one.target,
        horizon=one.horizon,
        owner=one.owner,
        basis=one.basis,
        partners=one.partners,
        measure=one.measure,
        same_as=one.same_as,
        see=one.see,
        text=one.text,
    )


def drafted_data(one: Drafted) -> dict[str, Data]:
    """A drafted milestone's keys in writing order; a repeat has only its place and wording."""
    data = milestone_data(plan_milestone(one))
    if one.same_as:
        kept = ("id", "topic", "subsection", "same_as", "charts", "chart_basis", "text")
        return {key: value for key, value in data.items() if key in kept}
    return data


def _doubts(one: Drafted, lang: str) -> list[str]:
    """Comments under the first line of a block that is unsure: what to check, and why."""
    said: list[str] = []
    if one.doubt:
        said.append(f"check: {doubt_text(one.doubt, lang)}")
    if one.doubtful:
        sure = say("source.confidence", lang, sure=say(f"source.sure-{one.sure}", lang))
        said.append(f"check: {sure}: {decision(one, lang)}")
    if one.baseline is not None:
        said.append(f"check: {say('source.baseline-struck', lang, baseline=one.baseline)}")
    return [comment(line, 4) for line in said]


def _unread(draft: Draft, lang: str) -> list[str]:
    said: list[str] = []
    if draft.results:
        said += [
            say("source.draft-results", lang, count=len(draft.results)),
            *(f"  {draft.name}:{result.line}: {_result(result, lang)}" for result in draft.results),
        ]
    if draft.leftovers:
        said.append(say("source.draft-left", lang))
        said += [f"  {line}" for line in summed(draft.leftovers, draft.name, lang)]
    return [comment(line) for line in said]


def _result(result: read.Bullet, lang: str) -> str:
    if not result.doubt:
        return result.text
    return f"check: {doubt_text(result.doubt, lang)}: {result.text}"


def _title(text: str) -> str:
    return shortened(tidy(text), _LONGEST_TITLE)


def comment(text: str, indent: int = 0) -> str:
    """A line of a comment, cut where it need not hold all of a text."""
    return f"{' ' * indent}# {shortened(visible(text), _LONGEST_COMMENT)}".rstrip()
