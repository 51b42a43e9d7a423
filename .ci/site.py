"""A hook of mkdocs.yml: pages below docs/ja/ are in Japanese, and so are the words around them.

A page that is written in both languages links to itself in the other.
"""

from pathlib import Path
from typing import Any

NAMES = {"en": "English", "ja": "日本語"}


def on_page_context(context: Any, *, page: Any, config: Any, **_: Any) -> Any:
    """Say the language, and where the other one is, just before the page is made."""
    path = page.file.src_uri
    english = path.removeprefix("ja/")
    config.theme["language"] = "en" if path == english else "ja"
    twins = {"en": english, "ja": f"ja/{english}"}
    both = all(Path(config.docs_dir, twin).exists() for twin in twins.values())
    config.extra["alternate"] = [
        {"name": NAMES[lang], "link": twin.replace(".md", ".html"), "lang": lang}
        for lang, twin in twins.items()
        if both
    ]
    return context
