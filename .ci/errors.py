"""Write docs/errors.md and docs/warnings.md: all that ``check`` finds, each as a small broken plan
makes it say so.

``python .ci/errors.py`` prints which page differs and exits with 1; ``--write`` renews them.
The plans stand in tests/plan_file/plans/broken, each named by the id of what it shows; those with a
``+`` in their name show it once more, in another place, and are on no page.
"""

import re
import sys
from datetime import date
from pathlib import Path
from unittest import mock

from spaceplan.errors import FAULT, NOTICE, WARNING, Fault, PlanFaults
from spaceplan.files.content import decode
from spaceplan.plan_file.read import inspect
from spaceplan.render.text import visible
from spaceplan.words import sentence

FOLDER = Path("tests/plan_file/plans/broken")
DOCS = Path("docs")
LONGEST = 76
# What is "in the future" is so on this day.
TODAY = mock.patch("spaceplan.plan_file.check_history.today", lambda plan: date(2026, 11, 24))
HEAD = """\
# Errors

All faults that `spaceplan check` finds in a plan, each with a line that brings it about;
[warnings and notices](warnings.md) have a page of their own. It prints
`FILE:LINE:COLUMN: what is wrong; what was expected`, all at once, and exits with 1 where a fault
stands; with `--strict` also for a warning. Other commands refuse a plan with a fault (exit code 2)
and read one with warnings and notices. What stands in quotes is the plan's own text.

Made from the plans in `tests/plan_file/plans/broken/` by `python .ci/errors.py --write`.
"""
MILD = """\
# Warnings and notices

What `spaceplan check` finds in a plan that can be read all the same, as [errors](errors.md) shows
what cannot. A warning counts with `--strict`, a notice never.

Made from the plans in `tests/plan_file/plans/broken/` by `python .ci/errors.py --write`.
"""
# Of each page its head and its parts: a title, the rooms whose findings it has, how grave they are.
PAGES = {
    "errors.md": (
        HEAD,
        ("Faults of the file and its YAML", ("files", "yaml_text"), FAULT),
        ("Faults of the plan", ("plan_file", "roadmap"), FAULT),
    ),
    "warnings.md": (
        MILD,
        ("Warnings", ("plan_file", "roadmap"), WARNING),
        ("Notices", ("yaml_text", "plan_file", "roadmap"), NOTICE),
    ),
}


def findings(path: Path) -> tuple[Fault, ...]:
    """What check finds in a file."""
    try:
        return inspect(decode(path.read_bytes(), path.name)).findings
    except PlanFaults as error:
        return error.faults


def shown(path: Path) -> Fault:
    """The finding that a file is named by. Raises LookupError where it is not there."""
    for fault in findings(path):
        if fault.what.key == path.stem:
            return fault
    raise LookupError(f"{path} does not show {path.stem}")


def line_of(path: Path, fault: Fault) -> str:
    """The line where it was found, as far as it can be shown."""
    text = path.read_bytes().decode("utf-8", "replace")
    if "\0" in text:
        return ""
    lines = re.split("\r\n|\n|\r", text)
    line = visible(lines[fault.line - 1].strip(" "))
    return line if len(line) <= LONGEST else line[:LONGEST] + "…"


def case(path: Path, fault: Fault) -> str:
    """Two lines: what is said, and of what."""
    said = re.sub(r"([\\*_<`\[\]])", r"\\\1", sentence(fault, "en"))
    line = line_of(path, fault)
    return f"- `{fault.what.key}`: {said}\n" + (f"  `{line}`\n" if line else "")


def pages() -> dict[str, str]:
    """The text of each page."""
    plans = sorted(path for path in FOLDER.iterdir() if "+" not in path.name)
    with TODAY:
        cases = [(path, shown(path)) for path in plans]
    made = {}
    for name, (text, *parts) in PAGES.items():
        for title, rooms, severity in parts:
            text += f"\n## {title}\n\n"
            text += "".join(
                case(path, fault)
                for path, fault in cases
                if fault.severity == severity and path.stem.split(".")[0] in rooms
            )
        made[name] = text
    return made


def main() -> int:
    """Compare, or write."""
    differ = 0
    for name, text in pages().items():
        page = DOCS / name
        if "--write" in sys.argv:
            page.write_text(text, encoding="utf-8")
        elif not page.exists() or page.read_text(encoding="utf-8") != text:
            print(f"{page} is not what the program says; python .ci/errors.py --write")
            differ = 1
    return differ


if __name__ == "__main__":
    sys.exit(main())
