"""Check the prose: relative links lead somewhere, and nothing is named that must not be.

What the docs show of commands is kept true by tests/test_docs.py.
"""

import re
import subprocess
import sys
from pathlib import Path

# Written in two pieces, so that this file does not name them either.
FORBIDDEN = [
    "pypi" + r"\.org",
    "python" + "hosted",
    "npm" + r"js\.",
    r"deb\." + "debian",
    "/" + "work" + "/",
    "/" + "root" + "/",
    "bash" + "_jobs",
]


def main() -> int:
    """Print every problem; 1 where there is one."""
    problems = []
    names = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        capture_output=True,
        text=True,
        check=False,
    ).stdout.split("\n") or [str(path) for path in Path().rglob("*")]
    if not names[0]:
        names = [str(p) for p in Path().rglob("*") if p.is_file() and ".venv" not in str(p)]
    for name in filter(None, names):
        path = Path(name)
        if not path.is_file():
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for pattern in FORBIDDEN:
            if re.search(pattern, text):
                problems.append(f"{name}: names {pattern}")
        if path.suffix == ".md":
            for link in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", text):
                if not (path.parent / link).exists():
                    problems.append(f"{name}: the link {link} leads nowhere")
    print("\n".join(problems) or "docs: no problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
