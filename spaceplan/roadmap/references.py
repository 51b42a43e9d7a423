"""What a user names: a topic, a milestone, a bullet with its parts, a chart, an owner.

Topic and chart numbers overlap, so a bare number is always a topic and the answer says so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable

from spaceplan.errors import UsageError
from spaceplan.frozen import dataclass
from spaceplan.roadmap.fiscal import cut, fold
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.nearest import nearest
from spaceplan.roadmap.registry import TopicName

_DIGITS = "0123456789"
# Texts, which ``re`` compiles when they are first used: most questions name nothing.
_CHART = r"(?i)(?:工程表|chart)\s*[:#]?\s*(\S+)\Z"
_TOPIC = r"(?i)(?:論点|topic)\s*[:#]?\s*(\S+)\Z"


@dataclass(frozen=True, slots=True)
class Reference:
    """What one word means: a ``topic``, ``chart`` or ``milestone``, and its name; or a ``title``,
    with words that stand in that of several milestones."""

    kind: str
    value: str


def resolve(plan: Plan, word: str) -> Reference:
    """Read one reference. Raises UsageError with the nearest known one where there is none."""
    text = fold(word)
    name = known_id(plan, word)
    if name is not None:
        return Reference("milestone", name)
    topic = topic_named(text, plan.topic_by_number)
    if topic is not None:
        return Reference("topic", str(topic))
    chart = re.match(_CHART, text)
    if chart:
        return Reference("chart", known_chart(plan, chart[1]))
    if re.match(_TOPIC, text) or text.isdecimal():
        return Reference("topic", str(known_topic(plan, text)))
    near = nearest(text, [*plan.by_id, *plan.parts, *map(str, plan.topic_by_number)])
    raise UsageError("roadmap.no-reference", word=word, near=near)


def find(plan: Plan, word: str) -> Reference:
    """``resolve``, or by words of a title: the one milestone that has them, or all that do.

    Raises UsageError where there is none.
    """
    try:
        return resolve(plan, word)
    except UsageError as error:
        hits = titled(plan, word) if error.phrase.key == "roadmap.no-reference" else ()
        if not hits:
            raise
        return Reference("milestone", hits[0].id) if len(hits) == 1 else Reference("title", word)


def titled(plan: Plan, words: str) -> tuple[Milestone, ...]:
    """The originals whose title has all these words, in any case and width."""
    asked = [fold(word).casefold() for word in words.split()]
    return tuple(
        one
        for one in plan.milestones
        if asked
        and any(
            all(word in fold(title).casefold() for word in asked)
            for title in (one.title.ja, one.title.en)
        )
    )


def known_id(plan: Plan, word: str) -> str | None:
    """The id of a milestone or a split bullet that a word is, in any case and width."""
    text = fold(word)
    if text in plan.by_id or text in plan.parts:
        return text
    folded = text.casefold()
    for name in (*plan.by_id, *plan.parts):
        if name.casefold() == folded:
            return name
    return None


def named(plan: Plan, name: str) -> tuple[Milestone, ...]:
    """The entries that an id names: itself, or all parts of a split bullet."""
    if name in plan.by_id:
        return (plan.by_id[name],)
    return tuple(plan.by_id[part] for part in plan.parts[name])


def standing_in(plan: Plan, reference: Reference) -> tuple[Milestone, ...]:
    """The entries, repeats included, that stand in a topic or on a chart; or the originals that a
    title names."""
    if reference.kind == "title":
        return titled(plan, reference.value)
    if reference.kind == "topic":
        return tuple(one for one in plan.entries if str(one.topic) == reference.value)
    return tuple(one for one in plan.entries if reference.value in one.charts)


def charts_of(plan: Plan) -> tuple[str, ...]:
    """Every chart that the plan's topics or milestones name, by number."""
    found = {chart for topic in plan.topics for chart in topic.charts}
    found.update(chart for entry in plan.entries for chart in entry.charts)
    return tuple(sorted(found, key=by_number))


def by_number(name: str) -> tuple[object, ...]:
    """Sort key that puts 7-4 before 7-10 and chart 9 before 17."""
    return tuple(
        (0, int(part), "") if part[0] in _DIGITS else (1, 0, part)
        for part in re.findall(r"[0-9]+|[^0-9]+", name)
    )


def known_topic(plan: Plan, word: str) -> TopicName:
    """A topic of the plan by its number or code: 4, 論点4, topic 4, 06c.02. Raises UsageError."""
    topics = plan.topic_by_number
    found = topic_named(word, topics)
    if found is not None:
        return found
    known = [str(number) for number in topics]
    name = cut(_topic_word(word))
    if name in charts_of(plan):
        raise UsageError("roadmap.no-topic-but-chart", number=name, known=known)
    near = "" if name.isdecimal() else nearest(name, known)
    raise UsageError("roadmap.no-topic", number=name, known=known, near=near)


def topic_named(word: str, topics: Iterable[TopicName]) -> TopicName | None:
    """The one of ``topics`` that a word names, in any case and width; None where it names none."""
    by_name = {str(topic).casefold(): topic for topic in topics}
    whole, behind = (text.casefold() for text in (fold(word), _topic_word(word)))
    return by_name.get(whole, by_name.get(behind))


def _topic_word(word: str) -> str:
    """What names the topic in ``論点 04`` or ``topic 06C.02``: 4, 06C.02."""
    text = fold(word)
    if named := re.match(_TOPIC, text):
        text = named[1]
    return text.lstrip("0") or text if text.isdecimal() else text


def read_topic(word: str) -> TopicName:
    """The name of a topic, whether a plan has it or not. Raises Wrong."""
    from spaceplan.roadmap import values

    name = _topic_word(word)
    # Comparing leaves blanks out; a name that is given has none.
    return values.topic(name if name in unicodedata.normalize("NFKC", word) else word)


def topic_in(entry_id: str, topics: Collection[TopicName]) -> TopicName | None:
    """The topic with which an id begins: 4-1, 06C.02-3. A number may be of no topic that is
    known; None where it begins with none."""
    head = entry_id.partition("-")[0]
    if head.isdecimal():
        return int(head)
    return head if head in topics else None


def known_chart(plan: Plan, word: str) -> str:
    """A chart of the plan. Raises UsageError where there is none of that number."""
    charts = charts_of(plan)
    text = fold(word)
    if found := re.match(_CHART, text):
        text = found[1]
    if text in charts:
        return text
    if not charts:
        raise UsageError("roadmap.no-charts", number=word)
    raise UsageError("roadmap.no-chart-of-plan", number=word, known=charts)


def known_owner(plan: Plan, word: str) -> str:
    """The code of an owner named by code, alias, short or full name. Raises UsageError."""
    text = fold(word).casefold()
    names: dict[str, str] = {}
    for owner in plan.owners.values():
        for name in (owner.code, *owner.names):
            names.setdefault(fold(name).casefold(), owner.code)
    if text in names:
        return names[text]
    near = names.get(nearest(text, names), "")
    raise UsageError("roadmap.no-owner", word=word, known=list(plan.owners), near=near)
