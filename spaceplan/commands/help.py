"""``spaceplan help``: a page on what is no command: times, keys, states, exit codes."""

from __future__ import annotations

import sys
from typing import Annotated

from spaceplan.commands import complete
from spaceplan.commands.option import argument, option
from spaceplan.commands.options import OUTPUT, LookOptions, command
from spaceplan.commands.output import emit_page
from spaceplan.commands.session import language
from spaceplan.errors import UsageError
from spaceplan.roadmap.nearest import nearest

EXAMPLES = "Examples: spaceplan help ; spaceplan help times ; spaceplan help states --lang ja"


@command
def run(
    topic: Annotated[
        str,
        argument(
            "[TOPIC]",
            "times, plan-file, history, states, exit-codes or environment.",
            complete.help_topics,
        ),
    ] = "",
    lang: Annotated[
        str,
        option(
            "--lang",
            "Language, ja or en; else the locale's.",
            "ja|en",
            complete.languages,
            OUTPUT,
        ),
    ] = "",
) -> None:
    """Explain a topic: ways to write a time, keys of the plan file, states, exit codes."""
    from spaceplan.commands.help_topics import TOPICS, listed

    spoken = language(LookOptions(lang=lang))
    name = topic.strip().casefold()
    if name and name not in TOPICS:
        raise UsageError("topics.no-such-topic", name=topic, near=nearest(name, TOPICS))
    blocks = TOPICS[name](spoken) if name else listed(spoken)
    emit_page(blocks, "table" if sys.stdout.isatty() else "plain", spoken, paged=True)
