"""``spaceplan path``: which plan is used, and why."""

from __future__ import annotations

from spaceplan.commands.options import LookOptions, PlanOption, command
from spaceplan.commands.output import chosen_format, write
from spaceplan.commands.session import language
from spaceplan.plan_file.locate import locate
from spaceplan.words import pick

EXAMPLES = "Example: spaceplan path"

_WHY = {
    "option": ("--plan で指定", "named by --plan"),
    "environment": ("SPACEPLAN_FILE で指定", "named by SPACEPLAN_FILE"),
    "nearest": ("ここから上へ探して最も近いもの", "the nearest from here upwards"),
    "shipped": (
        "付属の計画（読み取り専用; spaceplan init で自分の計画を作る）",
        "the shipped plan (read-only; spaceplan init starts your own)",
    ),
}


@command
def run(which: PlanOption, look: LookOptions) -> None:
    """Print which plan file is used, and why it is that one."""
    location = locate(which.plan)
    lang = language(look)
    path = location.path.absolute()
    if chosen_format(look) in ("json", "jsonl"):
        from spaceplan.render.json_out import dumps

        write(
            dumps(
                {
                    "spaceplan": 1,
                    "command": "path",
                    "file": str(path),
                    "found": location.why,
                    "exists": path.is_file(),
                }
            )
        )
        return
    missing = "" if path.is_file() else pick(lang, "（ファイルがありません）", " (no such file)")
    write(f"{path}\n{pick(lang, *_WHY[location.why])}{missing}")
