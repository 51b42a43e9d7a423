"""What is said of how the plan did as a whole."""

SAID: dict[str, tuple[str, str]] = {
    "title": ("{title}: 達成状況", "{title}: score"),
    "head": (
        "{day} 現在、当初目標の期限が過ぎた{judged}件のうち期限内{met}件{share}",
        "as of {day}: of {judged:milestone|milestones} whose first baseline is over, "
        "{met} met by it{share}",
    ),
    "percent": ("（{percent}%）", " ({percent} %)"),
    "adds-up": (
        "{total}件 = 期限なし{untimed}件 + 毎年度{recurring}件 + 期限前{later}件 + 判定{judged}件",
        "{total:milestone|milestones} = {untimed} untimed + {recurring} recurring "
        "+ {later} due later + {judged} judged",
    ),
    "delay": (
        "遅れて達成したものの遅れ: 平均{average}か月、中央値{median}か月（{count}件）",
        "delay of what was met late: average {average} months, median {median} ({count})",
    ),
    "moved": (
        "目標が動いたもの: {count}件（延べ{moves}回）",
        "targets moved: {count:milestone|milestones}, {moves:time|times} in all",
    ),
    "few": (
        "{fewest}件に満たない割合は示しません",
        "a share of fewer than {fewest} is no percentage",
    ),
    "topics-overlap": (
        "再掲のため、論点の計は全体より多くなります",
        "a topic counts what is repeated in it, so topics add up to more than the plan",
    ),
    "all": ("全体", "all"),
    "none": ("（なし）", "(none)"),
    "by-topic": ("論点", "Topic"),
    "by-owner": ("主担当", "Lead"),
    "by-fy": ("当初目標の年度", "Baseline year"),
    "by-kind": ("種別", "Kind"),
    "judged": ("判定", "Judged"),
    "met": ("期限内", "Met by it"),
    "share": ("割合", "Share"),
    "late": ("遅れて達成", "Met later"),
    "undated": ("達成日不明", "Date unknown"),
    "missed": ("未達", "Missed"),
    "dropped": ("取りやめ", "Dropped"),
    "unfinished": ("未了", "Unfinished"),
    "median": ("遅れ（中央値、月）", "Median delay (months)"),
    "year-end": ("年度末", "At the end of"),
    "backlog": ("期限を過ぎて未了", "Over and still open"),
}
