"""Write the reports of the plans in examples/, as the program makes them of each plan's own year.

``python .ci/examples.py`` prints which differ and exits with 1; ``--write`` renews them.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

EXAMPLES = Path("examples")
# The periods on which each is reported, in the order in which its reports were written.
PERIODS = {
    "observatory": (("--week", "2025-W07"), ("--week", "2025-W39"), ("--fy", "2025")),
    "city": (("--week", "2025-W50"), ("--fy", "2025")),
}


def made(name: str) -> dict[str, str]:
    """Every file of a plan's reports by its path, as the program makes it today."""
    plan = EXAMPLES / name / "milestones.yaml"
    with tempfile.TemporaryDirectory() as folder:
        for period in PERIODS[name]:
            command = [sys.executable, "-m", "spaceplan", "report", "--plan", str(plan), *period]
            subprocess.run([*command, "-o", f"{folder}/"], check=True)
        files = sorted(Path(folder).iterdir())
        reports = EXAMPLES / name / "reports"
        return {str(reports / file.name): file.read_text(encoding="utf-8") for file in files}


def main() -> int:
    """Compare, or write."""
    wanted = {path: text for name in PERIODS for path, text in made(name).items()}
    old = {str(path): path.read_text(encoding="utf-8") for path in EXAMPLES.glob("*/reports/*")}
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
