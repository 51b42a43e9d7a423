"""The pages of ``spaceplan help TOPIC``: made of the program's own tables.

docs/topics/ is made of them too (.ci/reference.py), so that a key, a state, an option of time or
an exit code is explained in one place, in both languages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from spaceplan.plan_file import keys
from spaceplan.plan_file.keys import Key
from spaceplan.plan_file.schema import SHAPES
from spaceplan.render.page import Block, Heading, Line
from spaceplan.render.table import Column, Table
from spaceplan.roadmap.flags import FLAGS
from spaceplan.roadmap.model import KINDS
from spaceplan.roadmap.read_times import DEFAULT_RULE, read_time
from spaceplan.roadmap.states import STATES, STATUSES
from spaceplan.words import say
from spaceplan.words.help_keys import KEYS

# What is written, first as the program writes it; and the sentence that says what it means.
TIMES = {
    "fy": ("FY2020", "2020年度", "令和2年度", "R2"),
    "fy_half": ("FY2019H1", "2019年度上半期"),
    "fy_quarter": ("FY2019Q3", "2019年度第3四半期"),
    "year": ("2019", "2019年"),
    "half": ("2019H2", "2019年後半"),
    "mid": ("mid-2019", "2019年央", "2019年中頃"),
    "month": ("2019-06", "2019年6月", "2019/6", "R1.6"),
    "day": ("2019-09-30", "2019年9月30日", "2019/9/30", "20190930", "R1.9.30"),
    "window": ("FY2016..FY2022", "2016年度～2022年度"),
    "open": ("FY2019..", "2019年度～（毎年度）"),
    "about": ("about FY2023", "2023年度めど", "2023年度頃"),
}
ASKED = {
    "day": ("today", "yesterday", "今日", "昨日"),
    "period": ("this week", "next month", "last quarter", "今年度", "来月", "2026-W47"),
    "year": ("2021", "2019..2021"),
    "span": ("90d", "2w", "6m", "1y"),
}
EXIT_CODES = ("0", "1", "2", "3", "130")
ENVIRONMENT = (
    "SPACEPLAN_FILE",
    "SPACEPLAN_BY",
    "SPACEPLAN_CACHE",
    "XDG_CACHE_HOME",
    "XDG_STATE_HOME",
    "LC_ALL",
    "COLUMNS",
    "NO_COLOR",
    "PAGER",
    "VISUAL",
    "TZ",
)
# Words of a fixed choice: their title, what each means (its name for *), and the words.
WORDS: tuple[tuple[str, str, Iterable[str]], ...] = (
    ("topics.statuses-title", "topics.status-*", STATUSES),
    ("topics.states-title", "topics.state-*", STATES),
    ("topics.flags-title", "topics.flag-*", FLAGS),
    ("topics.kinds-title", "topics.kind-*", KINDS),
)
# The keys of each object that a plan file holds, by the name under which they are shown.
OBJECTS = {
    "plan": keys.PLAN,
    "fiscal_year": keys.FISCAL_YEAR,
    "owner": keys.OWNER,
    "document": keys.DOCUMENT,
    "topic": keys.TOPIC,
    "subsection": keys.SUBSECTION,
    "milestone": keys.MILESTONE,
    "after": keys.AFTER,
}
# How a value of each shape is written, where the shape has no fixed choice.
EXAMPLES = {
    "format": "1",
    "text": "…",
    "texts": "[…, …]",
    "words": "{ja: …, en: …}",
    "remark": "{ja: …, en: …}",
    "date": "2018-12-11",
    "when": "2023-03-07",
    "moment": "2026-11-23T09:00:12+09:00",
    "fiscal_year": "{starts: 4, named_by: start}",
    "month": "4",
    "count": "90",
    "span": "6m",
    "documents": "[{label: H30, title: …}]",
    "owners": "{MEXT: {ja: 文部科学省, short: 文科省}}",
    "reasons": "{budget: {ja: 予算, en: budget}}",
    "topic": "7",
    "topics": "[{number: 1, title: …}]",
    "subsections": "[{number: 1, title: …}]",
    "questions": "[{ja: …, en: …}]",
    "milestones": "[{id: 4-1, …}]",
    "id": "4-1",
    "ids": "[4-1, 7-4b]",
    "after": "[17-17]",
    "charts": "[17]",
    "tags": "[level-2, launch]",
    "codes": "[MEXT, JAXA]",
    "time": "FY2020",
    "times": "about 3",
    "part": "1/2",
    "fingerprint": "t-f9fd4a6e2e674944",
    "places": "{R6: 8-2}",
    "history": "[{date: 2023-03-07, …}]",
    "reason": "technical",
    "flag": "true",
    "checked": "{first: …, last: …, count: 1}",
    "spellings": "{target: …}",
}


def times(lang: str) -> list[Block]:
    """Ways to write a time: in a file, and in a question."""
    rows = []
    for name, (written, *others) in TIMES.items():
        last = read_time(written).last_day(DEFAULT_RULE)
        means = say(f"topics.time-{name}", lang)
        rows.append((written, ", ".join(others), means, str(last or "")))
    asked = [
        (word, ", ".join(others), say(f"topics.asked-{name}", lang))
        for name, (word, *others) in ASKED.items()
    ]
    return [
        Heading(1, say("topics.times", lang)),
        Line(say("topics.times-intro", lang)),
        _table(("written", "or", "means", "last-day"), rows, lang),
        Line(say("topics.rule", lang)),
        Heading(2, say("topics.asked", lang)),
        Line(say("topics.asked-intro", lang)),
        _table(("written", "or", "means"), asked, lang),
    ]


def plan_file(lang: str) -> list[Block]:
    """Every key of a plan file, but those of history."""
    blocks: list[Block] = [
        Heading(1, say("topics.plan-file", lang)),
        Line(say("topics.plan-file-intro", lang)),
    ]
    for name, table in OBJECTS.items():
        blocks += [Heading(2, say(f"topics.keys-{name}", lang)), _keys(table, lang)]
    return blocks


def history(lang: str) -> list[Block]:
    """Every key of an entry of history."""
    edits = [key for key in keys.CHANGE if key.shape.startswith("edit:")]
    others = tuple(key for key in keys.CHANGE if key not in edits)
    names = [key.name for key in edits]
    return [
        Heading(1, say("topics.history", lang)),
        Line(say("topics.history-intro", lang)),
        Heading(2, say("topics.keys-change", lang)),
        _keys(others, lang),
        Heading(2, say("topics.edits", lang)),
        Line(say("topics.edits-intro", lang, names=names)),
        Heading(2, say("topics.keys-checked", lang)),
        _keys(keys.CHECKED, lang),
    ]


def states(lang: str) -> list[Block]:
    """Statuses, states, flags and kinds, each with what it means."""
    from spaceplan.answers.signs import SIGN

    found: list[Block] = [
        Heading(1, say("topics.states", lang)),
        Line(say("topics.states-intro", lang)),
    ]
    for title, means, names in WORDS:
        rows = [
            (
                name,
                f"{say(name, lang)} {SIGN.get(name, '')}".rstrip(" "),
                say(means.replace("*", name), lang),
            )
            for name in names
        ]
        found += [Heading(2, say(title, lang)), _table(("word", "shown", "means"), rows, lang)]
    return found


def exit_codes(lang: str) -> list[Block]:
    """What each exit code says."""
    rows = [(code, say(f"topics.exit-{code}", lang)) for code in EXIT_CODES]
    table = _table(("word", "means"), rows, lang)
    return [Heading(1, say("topics.exit-codes", lang)), table]


def environment(lang: str) -> list[Block]:
    """What is read of the environment."""
    rows = [(name, say(f"topics.env-{name}", lang)) for name in ENVIRONMENT]
    table = _table(("variable", "means"), rows, lang)
    return [Heading(1, say("topics.environment", lang)), table]


TOPICS: dict[str, Callable[[str], list[Block]]] = {
    "times": times,
    "plan-file": plan_file,
    "history": history,
    "states": states,
    "exit-codes": exit_codes,
    "environment": environment,
}


def listed(lang: str) -> list[Block]:
    """The topics there are."""
    rows = [(name, say(f"topics.{name}", lang)) for name in TOPICS]
    return [
        Heading(1, say("topics.topics", lang)),
        _table(("word", "means"), rows, lang),
        Line(say("topics.ask", lang)),
    ]


def _keys(table: Iterable[Key], lang: str) -> Table:
    rows = []
    for key in table:
        told = _in_japanese(key) if lang == "ja" else key.doc
        needed = say("topics.needed", lang) if key.required else ""
        rows.append((key.name, _example(key.shape), needed + told))
    return _table(("key", "example", "holds"), rows, lang)


def _in_japanese(key: Key) -> str:
    """What a key holds; of one that has a column and nothing of its own, what that holds."""
    return KEYS.get(key.doc) or say(f"columns.{key.name}", "ja", options=_example(key.shape))


def _example(shape: str) -> str:
    """How a value is written; the words themselves where there is a fixed choice."""
    choice = SHAPES[shape].get("enum")
    return EXAMPLES[shape] if choice is None else " | ".join(map(_word, choice))


def _word(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _table(columns: Sequence[str], rows: Iterable[tuple[str, ...]], lang: str) -> Table:
    """The first column is code, the last a sentence."""
    named = [(name, say(f"topics.{name}", lang)) for name in columns]
    made = [
        Column(name, title, style="id" if not number else "", flexible=number > 0, least=10)
        for number, (name, title) in enumerate(named)
    ]
    return Table(tuple(made), tuple(rows))
