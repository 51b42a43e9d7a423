"""What a short question imports: start-up is felt at every call."""

from __future__ import annotations

import subprocess
import sys

# Each costs a question on the shipped plan a few milliseconds, and most questions need none.
HEAVY = ("hashlib", "dateutil", "json", "jinja2", "string", "rich", "openpyxl", "sqlite3")
# What is needed for JSON, for CSV and for writing only.
OURS = ("answers.data", "answers.record", "answers.detail", "record", "yaml_text", "report")


def imported() -> set[str]:
    asked = (
        "import sys; from spaceplan.app import run; run(['due', '--fy', '2021']); "
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


def test_due_imports_no_more_than_it_needs() -> None:
    anew, kept = imported(), imported()
    assert not anew & set(HEAVY)
    assert not kept & {*HEAVY, "yaml", *(f"spaceplan.{name}" for name in OURS)}
    # Each module is a tenth of a millisecond or more: what a question needs further is imported
    # where it is needed, or is worth it.
    assert len([name for name in kept if name.startswith("spaceplan")]) <= 65
    assert len([name for name in anew if name.startswith("spaceplan")]) <= 83
