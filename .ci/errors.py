"""Write docs/errors.md: all that ``check`` finds, each as a small broken plan makes it say so.

``python .ci/errors.py`` prints whether the page differs and exits with 1; ``--write`` renews it.
The plans stand in tests/plan_file/plans/broken, each named by the id of what it shows; those with a
``+`` in their name show it once more, in another place, and are not on the page.
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
PAGE = Path("docs/errors.md")
LONGEST = 76
# What is "in the future" is so on this day.
TODAY = mock.patch("spaceplan.plan_file.check_history.today", lambda plan: date(2026, 11, 24))
HEAD = """\
# Errors

All that `spaceplan check` finds in a plan, each with a line that brings it about. It prints
`FILE:LINE:COLUMN: what is wrong; what was expected`, all at once, and exits with 1 where a fault
stands; with `--strict` also for a warning. Other commands refuse a plan with a fault (exit code 2)
and read one with warnings and notices. What stands in quotes is the plan's own text.

Made from the plans in `tests/plan_file/plans/broken/` by `python .ci/errors.py --write`.
"""
PARTS = (
    ("Faults of the file and its YAML", ("files", "yaml_text"), FAULT),
    ("Faults of the plan", ("plan_file", "roadmap"), FAULT),
    ("Warnings", ("plan_file", "roadmap"), WARNING),
    ("Notices", ("yaml_text", "plan_file", "roadmap"), NOTICE),
)


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


def page() -> str:
    """The page's text."""
    plans = sorted(path for path in FOLDER.iterdir() if "+" not in path.name)
    with TODAY:
        cases = [(path, shown(path)) for path in plans]
    text = HEAD
    for title, rooms, severity in PARTS:
        text += f"\n## {title}\n\n"
        text += "".join(
            case(path, fault)
            for path, fault in cases
            if fault.severity == severity and path.stem.split(".")[0] in rooms
        )
    return text


def main() -> int:
    """Compare, or write."""
    made = page()
    if "--write" in sys.argv:
        PAGE.write_text(made, encoding="utf-8")
        return 0
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == made:
        return 0
    print(f"{PAGE} is not what the program says; python .ci/errors.py --write")
    return 1


if __name__ == "__main__":
    sys.exit(main())
