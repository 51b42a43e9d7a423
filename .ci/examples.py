"""Write the reports and the grid of the plans in examples/, as the program makes them of each
plan's own year.

``python .ci/examples.py`` prints which differ and exits with 1; ``--write`` renews them.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

EXAMPLES = Path("examples")
# What stands there by hand.
OURS = ("README.md", "milestones.yaml")
# The periods on which each is reported, in the order in which its reports were written.
PERIODS = {
    "observatory": (("--week", "2025-W07"), ("--week", "2025-W39"), ("--fy", "2025")),
    "city": (("--week", "2025-W50"), ("--fy", "2025")),
}
# Of each its grid: the last day of that year, in the plan's language.
GRIDS = {
    "observatory": ("--as-of", "2025-09-30", "--lang", "en"),
    "city": ("--as-of", "2026-03-31", "--lang", "ja"),
}


def made(name: str) -> dict[str, str]:
    """What belongs to a plan by its path, as the program makes it today."""
    plan = EXAMPLES / name / "milestones.yaml"
    with tempfile.TemporaryDirectory() as folder:
        wanted = [("report", *period, "-o", f"{folder}/reports/") for period in PERIODS[name]]
        wanted.append(("grid", *GRIDS[name], "-o", f"{folder}/grid.svg"))
        for command, *options in wanted:
            call = [sys.executable, "-m", "spaceplan", command, "--plan", str(plan), *options]
            subprocess.run(call, check=True)
        files = sorted(path for path in Path(folder).rglob("*") if path.is_file())
        home = EXAMPLES / name
        return {str(home / one.relative_to(folder)): one.read_text("utf-8") for one in files}


def main() -> int:
    """Compare, or write."""
    wanted = {path: text for name in PERIODS for path, text in made(name).items()}
    old = {
        str(path): path.read_text(encoding="utf-8")
        for path in EXAMPLES.rglob("*")
        if path.is_file() and path.name not in OURS
    }
    differ = sorted(
        path for path in wanted.keys() | old.keys() if wanted.get(path) != old.get(path)
    )
    for path in differ:
        if "--write" not in sys.argv:
            print(f"{path} is not what the program makes; python .ci/examples.py --write")
        elif path in wanted:
            Path(path).parent.mkdir(exist_ok=True)
            Path(path).write_text(wanted[path], encoding="utf-8")
        else:
            Path(path).unlink()
    return 1 if differ and "--write" not in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
