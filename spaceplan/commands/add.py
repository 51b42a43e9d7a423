"""``spaceplan add``: a new milestone in a topic."""

from __future__ import annotations

from typing import Annotated

from spaceplan.commands import complete
from spaceplan.commands.change_options import SaidOptions, WriteOptions, read_said, read_target
from spaceplan.commands.option import argument, option
from spaceplan.commands.options import command
from spaceplan.commands.read_options import one_of, option_value, split_words
from spaceplan.commands.writing import carry_out
from spaceplan.errors import UsageError
from spaceplan.record.naming import owner_codes
from spaceplan.record.new_milestone import added, kind_of, with_topic
from spaceplan.record.planned import Groundwork, Moment, Outcome
from spaceplan.roadmap.model import KINDS, Milestone, Plan
from spaceplan.roadmap.references import known_topic
from spaceplan.roadmap.registry import Words
from spaceplan.roadmap.states import STATUSES
from spaceplan.roadmap.values import chart, identifier, times

EXAMPLES = (
    'Example: spaceplan add 4 --title-ja "H3ロケット2号機の打上げ" '
    '--title-en "Second flight of the H3" --target FY2023 --owner MEXT,JAXA'
)


@command
def run(
    topic: Annotated[str, argument("TOPIC", "Number or code of the topic.", complete.topics)],
    said: SaidOptions,
    where: WriteOptions,
    title: Annotated[str, option("--title", "Title, in the plan's language.", "TEXT")] = "",
    new_topic: Annotated[
        str, option("--new-topic", "Title of TOPIC, which the plan does not have yet.", "TEXT")
    ] = "",
    title_ja: Annotated[str, option("--title-ja", "Title in Japanese.", "TEXT")] = "",
    title_en: Annotated[str, option("--title-en", "Title in English.", "TEXT")] = "",
    kind: Annotated[
        str,
        option(
            "--kind",
            "deadline, start, window, recurring or ongoing; else deadline, or ongoing "
            "without a target.",
            "KIND",
            complete.kinds,
        ),
    ] = "",
    target: Annotated[str, option("--target", "Target and baseline.", "TIME")] = "",
    fy: Annotated[
        str, option("--fy", "Target: a fiscal year, the same as --target FY….", "YEAR")
    ] = "",
    yearly: Annotated[str, option("--times", "Times a year, of a recurring one.", "N")] = "",
    owner: Annotated[
        str,
        option("--owner", "Owners, lead first; 'others' last for 等.", "CODE,…", complete.owners),
    ] = "",
    status: Annotated[str, option("--status", "planned or active.", "STATUS")] = "planned",
    charts: Annotated[str, option("--chart", "Charts (工程表).", "N,…")] = "",
    subsection: Annotated[
        int | None, option("--subsection", "Number of the subsection.", "N")
    ] = None,
    new_id: Annotated[str, option("--id", "Its id; else the next free TOPIC-xN.", "ID")] = "",
) -> None:
    """Add a milestone to a topic, behind its last one. Its id is given once and never changes."""
    tell = read_said(said)
    title, title_ja, title_en = title.strip(), title_ja.strip(), title_en.strip()
    if not (title or title_ja or title_en):
        raise UsageError("updating.title-needed")

    aim = read_target(target, fy)

    def decide(plan: Plan, moment: Moment) -> Outcome:
        ground = Groundwork()
        if new_topic:
            plan, ground = with_topic(plan, topic, new_topic)
        new = Milestone(
            id=option_value(identifier, new_id, "--id") if new_id else "",
            topic=known_topic(plan, topic),
            title=Words(title_ja or title or title_en, title_en or title or title_ja),
            kind=one_of(kind, KINDS, "--kind") if kind else kind_of(aim),
            status=one_of(status, STATUSES, "--status"),
            subsection=subsection,
            charts=tuple(option_value(chart, word, "--chart") for word in split_words([charts])),
            target=aim,
            times=option_value(times, yearly, "--times") if yearly else None,
            baseline=aim,
            owner=owner_codes(plan, split_words([owner])),
        )
        return Outcome((added(plan, new, tell(plan), moment),), groundwork=ground)

    carry_out(where, decide)
