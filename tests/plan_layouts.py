"""Plan files in every layout that a person may write by hand, for tests of byte-preserving edits.

A file is drawn as a whole: line ends of one kind or mixed, byte-order mark, final newline or none,
comments before, after and between, block and flow style, every quoting, lists at either indent,
Japanese and emoji, block scalars with their chomping, anchors and aliases.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from hypothesis import strategies as st

from spaceplan.files.content import Content
from spaceplan.yaml_text import spelling as scalars

WORDS = (
    "H3ロケット初号機の打上げ",
    "🚀 打上げ 🛰️",
    "First flight: H3",
    "it's # not a comment",
    'she said "go"',
    "a \\ backslash",
    "- dash",
    "[bracket], {brace}",
    "?",
    "null",
    "2021-04-01",
    "1.10",
    "末尾に空白 ",
    "tab\tinside",
    "line one\nline two",
    "para one\n\npara two\n",
    "nel \x85 and separator \u2028 inside",
    "café — naïve",
    "~",
    "@at",
    "%percent",
    "*star",
    "...",
    "--- x",
    "key: value, other",
    "https://example.org/a?b=c#d",
    "",
)
TIMES = ("FY2020", "R2", "令和2年度", "about FY2023", "FY2016..FY2022", "2019-09-30", "FY2019..")
STATUSES = ("planned", "active", "done", "missed")
CODES = ("CAO", "MEXT", "JAXA", "others")


@dataclass(frozen=True)
class Layout:
    """A drawn file: its content, and whether nothing in it ties values together."""

    content: Content
    simple: bool
    ids: tuple[str, ...]


@st.composite
def layouts(draw: st.DrawFn, ties: bool = True) -> Layout:
    """Plan files of two or three milestones; with ``ties`` some have anchors that others use."""
    # One seed for a file: drawing each choice by itself would leave most files plain.
    return _Writer(Random(draw(st.integers(0, 2**31))), ties).file()


class _Writer:
    def __init__(self, random: Random, ties: bool) -> None:
        self.random = random
        self.ties = ties and random.random() < 0.3
        self.tied = False
        self.anchors: list[str] = []
        self.comments = random.choice((0.0, 0.2, 0.5))
        self.lines: list[str] = []

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def file(self) -> Layout:
        random = self.random
        self.lines = ["# a plan 計画", "format: 1", "title: {ja: 計画, en: Plan}", ""]
        if self.ties:
            self.lines += ["x-base: &base", "  kind: deadline", "  status: planned", ""]
            self.lines.append("x-time: &time FY2020")
        self.lines.append("milestones:" + self.end_comment())
        ids = [f"4-{n}" for n in range(1, random.choice((2, 3)) + 1)]
        dash = " " * random.choice((0, 2, 4))
        gap = " " * random.choice((1, 1, 1, 3))
        blank = self.chance(0.7)
        for milestone_id in ids:
            self.own_comment(dash)
            if self.chance(0.15):
                self.flow_block(milestone_id, dash + "-" + gap)
            else:
                self.block(milestone_id, dash, gap)
            if blank or self.chance(0.1):
                self.lines.append("")
        while self.lines[-1] == "":
            self.lines.pop()
        if self.chance(0.2):
            self.lines += ["", "x-after: {a: [b, c]}  # 終わり 🛰"]
        if self.chance(0.2):
            self.lines += ["# the last line is a comment"]
        if self.chance(0.1):
            self.lines += ["", ""]
        return Layout(
            Content("plan.yaml", self.joined(), self.chance(0.2)), not self.tied, tuple(ids)
        )

    def joined(self) -> str:
        ends = self.random.choice((["\n"], ["\n"], ["\r\n"], ["\n", "\r\n"]))
        text = "".join(line + self.random.choice(ends) for line in self.lines)
        return text.rstrip("\r\n") if self.chance(0.3) else text

    def own_comment(self, indent: str) -> None:
        if self.chance(self.comments):
            depth = indent if self.chance(0.7) else " " * self.random.choice((0, 2, 6))
            self.lines.append(
                depth + self.random.choice(("# note", "#注", "# id: 4-1", "# - x: 'y'"))
            )
        if self.chance(self.comments / 3):
            self.lines.append("")

    def end_comment(self) -> str:
        if not self.chance(self.comments / 2):
            return ""
        return self.random.choice(("  # why", " # 理由: 🙂", "   # 三つ"))

    # milestones

    def block(self, milestone_id: str, dash: str, gap: str) -> None:
        indent = dash + " " + " " * len(gap)
        start = len(self.lines)
        for key in self.keys():
            if len(self.lines) > start:
                self.own_comment(indent)
            self.pair(key, milestone_id, indent)
        self.lines[start] = dash + "-" + gap + self.lines[start][len(indent) :]
        if self.ties and self.chance(0.3):
            self.tied = True
            self.lines.append(f"{indent}<<: *base")

    def keys(self) -> list[str]:
        wanted = ["id", "title", "charts", "kind", "target", "owner", "status", "remark", "history"]
        keys = [key for key in wanted if key in ("id", "title", "status") or self.chance(0.7)]
        if self.chance(0.3):
            keys.insert(self.random.randrange(1, len(keys) + 1), "x-note")
        if self.chance(0.2):
            rest = keys[1:]
            self.random.shuffle(rest)
            keys = ["id", *rest]
        return keys

    def pair(self, key: str, milestone_id: str, indent: str) -> None:
        name = key if self.chance(0.95) else f'"{key}"'
        colon = name + ":" + (" " if self.chance(0.9) else "   ")
        if key == "id":
            self.lines.append(indent + colon + milestone_id + self.end_comment())
        elif key in ("title", "remark"):
            self.words(name, indent)
        elif key in ("owner", "charts"):
            codes = CODES if key == "owner" else ("17", "3", "01")
            self.sequence(name, indent, list(codes[: self.random.randrange(1, len(codes))]))
        elif key == "history":
            self.history(name, indent)
        elif key == "x-note":
            self.words(name, indent)
        else:
            options = {"kind": ("deadline",), "target": TIMES, "status": STATUSES}[key]
            value = self.random.choice(options)
            if self.ties and key == "target" and self.chance(0.5):
                self.tied = True
                spelled = "*time"
            else:
                spelled = self.scalar(value, False)
                if self.chance(0.05):
                    spelled = f"&unused{len(self.lines)} {spelled}"
            self.lines.append(indent + colon + spelled + self.end_comment())

    def flow_block(self, milestone_id: str, prefix: str) -> None:
        space = self.random.choice(("", " "))
        pairs = [f"id: {milestone_id}", f"title: {self.pair_flow()}", "status: planned"]
        if self.chance(0.5):
            pairs.insert(2, f"target: {self.scalar(self.random.choice(TIMES), True)}")
        if self.chance(0.3):
            pairs.append(self.random.choice(("history: []", f"history: [{self.entry()}]")))
        if self.chance(0.3):
            inner = (",\n" + " " * (len(prefix) + 2)).join(pairs).split("\n")
            self.lines += [prefix + "{" + inner[0], *inner[1:]]
            self.lines[-1] += space + "}" + self.end_comment()
        else:
            self.lines.append(prefix + "{" + space + ", ".join(pairs) + space + "}")

    # values

    def scalar(self, text: str, flow: bool) -> str:
        style = self.random.choice(("", "", "'", '"'))
        return scalars.respell(text, style, flow)

    def pair_flow(self) -> str:
        ja, en = (self.scalar(self.random.choice(WORDS), True) for _ in range(2))
        return self.random.choice(
            (f"{{ja: {ja}, en: {en}}}", f"{{ en: {en} , ja: {ja} }}", f"{{ja: {ja}}}")
        )

    def words(self, name: str, indent: str) -> None:
        form = self.random.randrange(5)
        if form == 0:
            self.lines.append(f"{indent}{name}: {self.pair_flow()}{self.end_comment()}")
        elif form == 1:
            self.lines.append(f"{indent}{name}:{self.end_comment()}")
            deeper = indent + " " * self.random.choice((2, 3))
            for lang in ("ja", "en"):
                self.own_comment(deeper)
                text = self.scalar(self.random.choice(WORDS), False)
                self.lines.append(f"{deeper}{lang}: {text}{self.end_comment()}")
        elif form == 2:
            text = self.scalar(self.random.choice(WORDS), False)
            self.lines.append(f"{indent}{name}: {text}{self.end_comment()}")
        elif form == 3:
            header = self.random.choice(("|", ">", "|-", ">-", "|+", ">+")) + self.end_comment()
            self.lines.append(f"{indent}{name}: {header}")
            deeper = indent + " " * self.random.choice((2, 4))
            self.lines.append(deeper + "一行目 # no comment")
            if self.chance(0.4):
                self.lines.append("")
            if self.chance(0.6):
                self.lines.append(deeper + "'second' 🚀: line")
        else:
            quote = self.random.choice(("", "'", '"'))
            self.lines.append(f"{indent}{name}: {quote}several")
            self.lines.append(f"{indent}  lines of")
            self.lines.append(f"{indent}    text{quote}{self.end_comment()}")

    def sequence(self, name: str, indent: str, items: list[str]) -> None:
        form = self.random.randrange(4)
        if form == 0:
            self.lines.append(f"{indent}{name}: [{', '.join(items)}]{self.end_comment()}")
        elif form == 1:
            self.lines.append(f"{indent}{name}: [ {' ,  '.join(items)} ]")
        elif form == 2:
            self.lines.append(f"{indent}{name}: [{items[0]},{self.end_comment()}")
            self.lines.append(f"{indent}   {', '.join(items)}]")
        else:
            self.lines.append(f"{indent}{name}:{self.end_comment()}")
            deeper = indent + self.random.choice(("", "  ", "    "))
            for item in items:
                self.own_comment(deeper)
                self.lines.append(f"{deeper}- {self.scalar(item, False)}{self.end_comment()}")

    def entry(self) -> str:
        note = self.scalar(self.random.choice(WORDS), True)
        return f"{{date: 2020-01-01, recorded: 2020-01-02T03:04:05+09:00, note: {note}}}"

    def history(self, name: str, indent: str) -> None:
        form = self.random.randrange(4)
        if form == 0:
            self.lines.append(f"{indent}{name}: []{self.end_comment()}")
        elif form == 1:
            self.lines.append(f"{indent}{name}: [{self.entry()}]")
        elif form == 2:
            self.lines.append(f"{indent}{name}:{self.end_comment()}")
            deeper = indent + self.random.choice(("", "  "))
            for _ in range(self.random.randrange(1, 3)):
                self.own_comment(deeper)
                self.lines.append(f"{deeper}- {self.entry()}{self.end_comment()}")
        else:
            self.lines.append(f"{indent}{name}:")
            self.lines.append(f"{indent}  - date: 2020-01-01{self.end_comment()}")
            self.lines.append(f"{indent}    recorded: 2020-01-02T03:04:05+09:00")
            note = self.scalar(self.random.choice(WORDS), False)
            self.lines.append(f"{indent}    note: {note}{self.end_comment()}")
