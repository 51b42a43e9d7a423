"""Edits of a plan's text as a hand, a merge or an accident makes them, for tests of reading again."""

from __future__ import annotations

from random import Random

from support import HEADER, entry, history, milestone

_STEPS = (
    entry("2019-06-01", owner="[[MEXT], [MEXT, JAXA]]"),
    entry("FY2019", "2020-04-02", note="'x: y'", source="https://example.org/"),
    entry("2020-05-01", checked="{first: 2020-05-01, last: 2020-06-01, count: 3}"),
    entry("2020-08-01", status="[planned, active]", by_hand="true"),
)
# What stands in a plan as often as not.
_VALUES = {
    "status": ("planned", "active", "done", "missed"),
    "owner": ("[JAXA]", "[MEXT, JAXA]", "[CAO, others]\n    partners: [JAXA]"),
    "title": ("{ja: 題, en: t}\n    tags: [a, b]", '"a: b"', "plain\n      on two lines"),
    "text": ("t-1111111111111111", "t-0000000000000000\n    x-own: {a: [1, 2], b: c}"),
    "see": ("[1-2]", "[2-2, 1-2]", "2-1"),
    "kind": ("ongoing", "ongoing\n    supersedes: [1-3]", "ongoing\n    supersedes: [1-2, 2-4]"),
    "charts": (
        "[17]\n    after: [1-2, 2-2]",
        "[3]\n    after: [{id: 1-1, basis: stated}]",
        "[7]\n    after: 9-9",
    ),
}
# In place of a line, or between two: what is read, what is refused, and what is read otherwise
# than it looks.
_LINES = (
    "    status: active",
    "    status: done",
    "    status: dnoe",
    "    target: FY2025",
    "    kind: recurring",
    "    owner: [JAXA]",
    "    owner: [NOBODY]",
    "    see: [1-3, 2-1]",
    "    see: [9-9]",
    "    same_as: 1-1",
    "    remark: 一行 # comment",
    "    remark: |",
    "    remark: >-",
    '    remark: "open',
    "    remark: 'it''s'",
    "    remark: &anchor text",
    "    remark: *anchor",
    "    remark: !tag text",
    "    remark: plain",
    "      and more of it",
    "    links: [https://example.org/a,",
    "    tags: [a, b]",
    "    x-own: {a: [1, 2], b: c}",
    "    <<: *anchor",
    "    subsection: 1",
    "    subsection: 7",
    "    history:",
    "      - {date: 2030-01-01, recorded: 2019-01-01T00:00:00+09:00, note: ahead}",
    "      - {date: 2021-01-01, recorded: 2099-01-01T00:00:00+09:00, note: later than today}",
    "    ? key",
    "    # a comment",
    "  # another",
    "# at the margin",
    "  - id: 1-1",
    "  - id: 2-99",
    "  -",
    "  - ",
    "   - id: 1-77",
    " - id: 1-78",
    "    - id: 1-79",
    "\t",
    "    status: \tplanned",
    "---",
    "...",
    "milestones:",
    "x-more: {a: b}",
    "due_soon: 30",
    "    title: {ja: 長い, en: a : b}",
    "    title: {ja: 　全角, en: full width}",
    "    note： 全角",
    "    text: t-1111111111111111",
    "\ufeff",
    "\u2028",
    "    remark: a\x85b",
    "    remark: tail\r",
    "<<<<<<< ours",
    "",
)


def plan(random: Random, count: int = 12) -> str:
    """A sound plan of ``count`` milestones; some have a history, some name others."""
    blocks = []
    for number in range(count):
        steps = history(*_STEPS[: random.randint(1, len(_STEPS))])
        more = {"target": random.choice(("", "FY2020", "FY2021H1", "about FY2023"))}
        if random.random() < 0.3:
            more["see"] = "[1-1, 2-1]" if number > 1 else "[2-3]"
        if random.random() < 0.2:
            more["status"] = "done"  # which no entry explains: a warning
        lines = (steps,) if random.random() < 0.5 else ()
        blocks.append(milestone(f"{1 + number % 2}-{1 + number // 2}", *lines, **more))
    apart = random.choice(("", "\n", "\n  # apart\n"))
    return HEADER + apart.join(blocks)


def edited(random: Random, text: str) -> str:
    """The text after one edit, or a few."""
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        text = _edited(random, text)
    return text


def _edited(random: Random, text: str) -> str:
    lines = text.split("\n")
    body = next((n for n, line in enumerate(lines) if line == "milestones:"), 0)
    at = random.randrange(body if random.random() < 0.97 else 0, len(lines))
    way = random.random()
    if random.random() < 0.4:
        key, values = random.choice(tuple(_VALUES.items()))
        places = [n for n, line in enumerate(lines) if line.startswith(f"    {key}: ")]
        if places:
            lines[random.choice(places)] = f"    {key}: {random.choice(values)}"
    elif way < 0.3:
        lines[at] = random.choice(_LINES)
    elif way < 0.55:
        lines.insert(at, random.choice(_LINES))
    elif way < 0.65:
        del lines[at : at + random.randint(1, 3)]
    elif way < 0.75:
        lines[at:at] = lines[at : at + random.randint(1, 12)]
    elif way < 0.85:
        lines[at] = _other_characters(random, lines[at])
    else:
        starts = [n for n, line in enumerate(lines) if line.startswith("  - ")] or [at]
        start, *behind = sorted(random.sample(starts, min(3, len(starts))))
        end = behind[0] if behind else len(lines)
        block = lines[start:end]
        if random.random() < 0.5:
            del lines[start:end]
        new = [f"  - id: 2-{random.randint(50, 99)}", *block[1:]]
        lines[behind[-1] if behind else 0 : 0] = random.choice((block, new, []))
    return "\n".join(lines)


def _other_characters(random: Random, line: str) -> str:
    at = random.randrange(len(line) + 1)
    mark = random.choice(("", " ", "'", '"', "[", "]", "}", ":", ": ", " #", "&", "*", "9", "あ"))
    return line[:at] + mark + line[at + random.randint(0, 2) :]
