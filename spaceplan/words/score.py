"""What is said of how the plan did as a whole."""

SAID: dict[str, tuple[str, str]] = {
    "title": ("{title}: 達成状況", "{title}: score"),
    "head-baseline": (
        "{day} 現在、当初目標の期限が過ぎた{judged}件のうち期限内{met}件{share}",
        "as of {day}: of {judged:milestone|milestones} whose first baseline is over, "
        "{met} met by it{share}",
    ),
    "head-rebaseline": (
        "{day} 現在、最後に定めた基準の期限が過ぎた{judged}件のうち期限内{met}件{share}",
        "as of {day}: of {judged:milestone|milestones} whose latest baseline is over, "
        "{met} met by it{share}",
    ),
    "only-verified": (
        "（他の者が確認したもののみ達成と数える）",
        "; only what somebody else confirmed counts as met",
    ),
    "percent": ("（{percent}%）", " ({percent} %)"),
    "percent-alone": ("{percent}%", "{percent} %"),
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
        "目標が動いたもの: {count}件（延べ{times}回）",
        "targets moved: {count:milestone|milestones}, {times:time|times} in all",
    ),
    "anew": (
        "基準を再設定したもの: {count}件（延べ{times}回）",
        "baselines set anew: {count:milestone|milestones}, {times:time|times} in all",
    ),
    "superseded": (
        "未達・取りやめのうち後継のあるもの: {count}件",
        "of the missed and dropped {count:was|were} superseded by others",
    ),
    "few": (
        "{fewest}件に満たない割合は示しません",
        "a share of fewer than {fewest} is no percentage",
    ),
    "topics-overlap": (
        "再掲のため、論点の計は全体より多くなります",
        "a topic counts what is repeated in it, so topics add up to more than the plan",
    ),
    # pictures
    "on-time-by-year": ("年度別の達成状況", "On time, by fiscal year"),
    "delay-by-topic": ("論点別の遅れ", "Delay, by topic"),
    "met-of": ("期限内{met}／{judged}件", "{met} of {judged} on time"),
    "outcome": ("{name}{count}件", "{count} {name}"),
    "bar": ("{name}: {said}", "{name}: {said}"),
    "months": ("{months}か月（{count}件）", "{months} months ({count})"),
    "all": ("全体", "all"),
    "none": ("（なし）", "(none)"),
    "by-topic": ("論点", "Topic"),
    "by-owner": ("主担当", "Lead"),
    "by-fy": ("年度", "Year"),
    "by-kind": ("種別", "Kind"),
    "judged": ("判定", "Judged"),
    "met": ("期限内", "On time"),
    "share": ("割合", "Share"),
    "late": ("遅れて達成", "Met later"),
    "undated": ("達成日不明", "No date"),
    "unverified": ("未確認", "Unconfirmed"),
    "missed": ("未達", "Missed"),
    "dropped": ("取りやめ", "Dropped"),
    "unfinished": ("未了", "Unfinished"),
    "average": ("遅れ平均（月）", "Avg months late"),
    "median": ("遅れ中央値（月）", "Median months late"),
    "open-at": ("{year}年度{count}件", "FY{year} {count}"),
    "backlog-at": ("年度末に期限を過ぎて未了: {ends}", "over and still open at the end of {ends}"),
    "year-end": ("年度末", "At the end of"),
    "backlog": ("期限を過ぎて未了", "Over and still open"),
}
