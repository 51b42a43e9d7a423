"""Plans damaged in thousands of ways: whatever is asked of one, the answer is no traceback.

Used by ``safety.py``. Each damage is drawn from a seed of its own, which is printed where something
went wrong, so that ``python benchmarks/damage.py SEED`` shows the plan and what was asked.
"""

from __future__ import annotations

import io
import os
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

SIGNS = "-?:,[]{}#&*!|>'\"%@`<=~ \t\n\r\\0９：　“”、\u00a0\x00\x1b\x85\u2028\ufeff年"
VALUES = (
    "0001-01-01", "9999-12-31", "FY1", "FY9999", "FY2020..FY2010", "..", "9999..", "-1", "0", "9" * 400,
    "[]", "{}", "[[]]", "~", "''", "*x", "&x y", "!!python/object:os.system x", "!t x", "<<: *x", "? x",
    "| x", ">-", "{a: {a: {a: 1}}}", "[1-1, 1-1]", "1-1", "9-9", "2019-02-30", "令和99年", "done", "(none)",
    "2026-11-23T09:00:12+99:99", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "x" * 3000, "題" * 500,
)  # fmt: skip
ASKED = (
    ("list", "--json"),
    ("due", "--fy", "2020"),
    ("overdue", "--as-of", "9999-12-31"),
    ("show", "1-1"),
    ("show", "1"),
    ("summary",),
    ("topics",),
    ("owners",),
    ("history",),
    ("report", "--week", "2020-W10"),
    ("report", "--format", "html"),
    ("grid",),
    ("trend",),
    ("burndown",),
    ("export", "--format", "csv", "-o", "out.csv"),
    ("export", "--format", "ics", "-o", "out.ics"),
    ("export", "--format", "sqlite", "-o", "out.db"),
    ("export", "--format", "markdown", "-o", "out.md"),
    ("note", "1-1", "--note", "x"),
    ("update", "1-2", "--target", "FY2030", "--note", "x"),
    ("update", "1-1", "--status", "done", "--on", "2022-01-01", "--note", "x"),
    ("add", "1", "--title-ja", "x", "--target", "FY2023"),
    ("record", "--on", "2022-01-01"),
    ("undo",),
    ("checked", "1-1"),
)


def plan_text() -> str:
    """A small plan with most of what a plan can hold."""
    from support import entry, history, milestone
    from support import plan_text as text

    return text(
        milestone(
            "1-1",
            history(
                entry("2019-06-01", owner="[[MEXT], [MEXT, JAXA]]", change="aaaa1111"),
                entry("2020-05-01", status="[planned, active]", reason="budget", note="'x: y'"),
                entry("2020-06-01", target="[FY2019, about FY2020]", change="bbbb2222"),
            ),
            target="about FY2020",
            baseline="FY2019",
            status="active",
            remark="一行",
            see="[1-2]",
        ),
        milestone("1-2", history(entry("2019-05-01", occurred="true")), kind="recurring", target="FY2019.."),
        "  - {id: 2-1, same_as: 1-1, text: t-0000000000000000}\n",
        milestone("1-3", status="done"),
        milestone("2-2a", kind="window", target="FY2019..FY2022"),
        milestone("2-2b", kind="ongoing"),
    )  # fmt: skip


def damaged(text: str, chance: random.Random) -> bytes:
    """One to four damages, one after the other; the last may hit bytes."""
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 4))):
        text = chance.choice(DAMAGES)(text, chance)
    data = text.encode("utf-8", "surrogatepass")
    if chance.random() < 0.15 and data:
        return chance.choice(BYTES)(data, chance)
    return data


def _lines(text: str, chance: random.Random) -> tuple[list[str], int]:
    lines = text.splitlines(keepends=True) or [""]
    return lines, chance.randrange(len(lines))


def _cut(text: str, chance: random.Random) -> str:
    return text[: chance.randrange(len(text) + 1)]


def _without(text: str, chance: random.Random) -> str:
    lines, at = _lines(text, chance)
    del lines[at : at + chance.choice((1, 1, 1, 3, 12))]
    return "".join(lines)


def _twice(text: str, chance: random.Random) -> str:
    lines, at = _lines(text, chance)
    much = chance.choice((1, 1, 8))
    return "".join(lines[: at + much] + lines[at : at + much] + lines[at + much :])


def _moved(text: str, chance: random.Random) -> str:
    lines, at = _lines(text, chance)
    line = lines.pop(at)
    lines.insert(chance.randrange(len(lines) + 1), line)
    return "".join(lines)


def _indented(text: str, chance: random.Random) -> str:
    lines, at = _lines(text, chance)
    lines[at] = chance.choice((" ", "  ", "\t", "　")) + lines[at]
    return "".join(lines)


def _outdented(text: str, chance: random.Random) -> str:
    lines, at = _lines(text, chance)
    lines[at] = lines[at][chance.choice((1, 2, 4)) :]
    return "".join(lines)


def _sign(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(SIGNS) + text[at + chance.choice((0, 1)) :]


def _value(text: str, chance: random.Random) -> str:
    lines, at = _lines(text, chance)
    key, colon, rest = lines[at].partition(": ")
    end = "\n" if rest.endswith("\n") else ""
    lines[at] = f"{key}{colon}{chance.choice(VALUES)}{end}" if colon else lines[at]
    return "".join(lines)


def _inner_value(text: str, chance: random.Random) -> str:
    """A value inside braces or brackets."""
    places = [at for at, sign in enumerate(text) if sign in ",}]"]
    if not places:
        return text
    end = chance.choice(places)
    start = max(text.rfind(sign, 0, end) for sign in ":,[{") + 1
    return f"{text[:start]} {chance.choice(VALUES)}{text[end:]}"


def _joined(text: str, chance: random.Random) -> str:
    lines, at = _lines(text, chance)
    lines[at] = lines[at].rstrip("\n")
    return "".join(lines)


def _ends(text: str, chance: random.Random) -> str:
    return text.replace("\n", chance.choice(("\r\n", "\r", "\n\n", "\x85", "\u2028")))


def _conflict(text: str, chance: random.Random) -> str:
    lines, at = _lines(text, chance)
    lines[at:at] = ["<<<<<<< ours\n", "=======\n", ">>>>>>> theirs\n"]
    return "".join(lines)


DAMAGES: tuple[Callable[[str, random.Random], str], ...] = (
    _cut, _without, _twice, _moved, _indented, _outdented, _sign, _sign, _value, _value, _value,
    _inner_value, _inner_value, _joined, _ends, _conflict,
)  # fmt: skip


def _flip(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]


def _encoded(data: bytes, chance: random.Random) -> bytes:
    codec = chance.choice(("cp932", "euc_jp", "utf-16", "utf-16-le", "iso2022_jp", "utf-8-sig"))
    return data.decode("utf-8", "replace").encode(codec, "replace")


def _zeros(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))] + bytes(chance.choice((1, 512, 4096)))


BYTES: tuple[Callable[[bytes, random.Random], bytes], ...] = (_flip, _encoded, _zeros)


def ask(words: tuple[str, ...]) -> tuple[int, str]:
    """Run a command line in this process: its exit code, and what it said on stderr."""
    from spaceplan import app

    kept = sys.stdout, sys.stderr
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    sys.stdout, sys.stderr = out, err
    try:
        code = app.run(list(words))
    finally:
        err.flush()
        said = err.buffer.getvalue().decode("utf-8", "replace")  # type: ignore[attr-defined]
        sys.stdout, sys.stderr = kept
    return code, said


def case(seed: int, text: str) -> tuple[bytes, list[tuple[str, ...]]]:
    """The damaged plan of a seed, and what is asked of it."""
    chance = random.Random(seed)
    data = damaged(text, chance)
    return data, [("check",), *chance.sample(ASKED, 3)]


def survived(count: int, first: int = 0) -> Iterator[str]:
    """Damage ``count`` plans, ask each four things, and count the answers."""
    text = plan_text()
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(SPACEPLAN_CACHE="off", XDG_STATE_HOME=folder, LC_ALL="C.UTF-8")
        os.chdir(folder)
        try:
            for seed in range(first, first + count):
                data, asked = case(seed, text)
                for words in asked:
                    Path("milestones.yaml").write_bytes(data)
                    code, said = ask(words)
                    counts[f"exit {code}"] += 1
                    if (
                        code not in (0, 1, 2)
                        or "Traceback" in said
                        or (code and not said and words != ("check",))
                    ):
                        wrong.append(
                            f"  seed {seed}: {' '.join(words)}: exit {code} {said.strip()[:200]}"
                        )
                    after = Path("milestones.yaml").read_bytes()
                    if after != data and ask(("check",))[0] == 2:
                        wrong.append(f"  seed {seed}: {' '.join(words)}: wrote what cannot be read")
        finally:
            os.chdir(before)
    yield f"{count} damaged plans (seeds {first} to {first + count - 1}), four questions each:"
    yield "  " + ", ".join(f"{name} {number}" for name, number in sorted(counts.items()))
    yield f"  tracebacks and answers without a word: {len(wrong)}"
    yield from wrong[:40]


if __name__ == "__main__":
    SEED = int(sys.argv[1])
    DATA, QUESTIONS = case(SEED, plan_text())
    sys.stdout.buffer.write(DATA)
    sys.stdout.flush()
    print(*survived(1, SEED), *QUESTIONS, sep="\n", file=sys.stderr)
