"""What is said of reading a plan file."""

SAID: dict[str, tuple[str, str]] = {
    "faults": ("{name} に誤りが {count} 件あります", "{name} has {count:fault|faults}"),
    "more-faults": (
        "… 他に {count} 件: spaceplan check {name}",
        "… and {count} more: spaceplan check {name}",
    ),
    # Editing.
    "no-milestones": (
        "計画にマイルストーンのリストがありません",
        "the plan has no list of milestones",
    ),
    "milestones-aliased": (
        "マイルストーンのリストをエイリアスも使っています",
        "an alias says the same as the milestones",
    ),
    "milestones-empty": (
        "マイルストーンのリストが空です",
        "the list of milestones is empty",
    ),
    "milestone-is-alias": (
        "マイルストーンがエイリアス（*名前）です",
        "a milestone is an alias (*name)",
    ),
    "list-changes-form": (
        "マイルストーンのリストの形が変わります",
        "the list of milestones would change its form",
    ),
    "new-alias": ("新しい文章にエイリアスがあります", "the new text has an alias"),
    "reads-otherwise": (
        "周りの文章の読み方が変わります",
        "the text around it would read otherwise",
    ),
}
