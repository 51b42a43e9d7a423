"""Print one of the README's two commands as it stands there: ``run`` or ``test``.

Each stands in a ``sh`` block under an HTML comment ``<!-- command: NAME -->``.
"""

import re
import sys
from pathlib import Path

text = Path("README.md").read_text(encoding="utf-8")
found = re.search(rf"<!-- command: {sys.argv[1]} -->\n+```sh\n(.+?)\n```", text, re.DOTALL)
if found is None:
    sys.exit(f"README.md has no command {sys.argv[1]!r}")
print(found[1])
