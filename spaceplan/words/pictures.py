"""What the pictures say of themselves."""

SAID: dict[str, tuple[str, str]] = {
    # of all
    "state-for": ("{state}", "{state},"),
    "about": ("{time}頃", "about {time}"),
    "as-of": ("基準日 {day}", "as of {day}"),
    "so-many": ("{what}{count}件", "{count} {what}"),
    "list": ("{parts}", "{parts}"),
    "with-list": ("{text}、{parts}", "{text}, {parts}"),
    # A sentence of a description; the last one's blank is taken off.
    "sentence": ("{text}。", "{text}. "),
    "shown-by": ("（{option} で表示）", " ({option} shows them)"),
    # the grid
    "grid": ("年度別の予定と実績（{day}現在）", "Milestones by fiscal year, as of {day}"),
    "grid-rows": (
        "{topics}論点の{count}件を、{first}年度から{last}年度までの列に示す",
        "{count:milestone|milestones} of {topics:topic|topics} in the columns "
        "FY{first} to FY{last}",
    ),
    "topic": ("論点{number}  {title}", "Topic {number}  {title}"),
    "no-grid": ("該当するものはありません", "no milestone to show"),
    "untimed": (
        "期限のない{count}件は省略",
        "{count:without a time of its own|without a time of their own} not shown",
    ),
    "other-years": ("他の年度の{count}件は省略", "{count} in other years not shown"),
    "more-rows": (
        "ほか{count}件は省略（注意を要するものから表示）",
        "{count} more not shown; those that need attention come first",
    ),
    "years-before": (
        "幅が足りないため{year}年度より前は省略",
        "years before FY{year} left out for lack of width",
    ),
    "some-years": (
        "幅が足りないため{first}年度から{last}年度までを表示",
        "FY{first} to FY{last} shown, for lack of room",
    ),
    "this-day": ("基準日 {day}", "the day of this picture, {day}"),
    "about-sign": ("頃", "≈"),
    # the grid's marks, on paper
    "svg-due": ("期限（現在の目標）", "due (current target)"),
    "svg-area": ("目標が指す期間", "time that the target covers"),
    "svg-window": ("期間", "window"),
    "svg-horizon": ("見据える年", "year in view, not committed to"),
    # and on a screen
    "signs": ("しるし: {signs}", "signs of a state: {signs}"),
    "mark-target": ("目標", "target"),
    "mark-baseline": ("当初目標", "baseline"),
    "mark-anew": (
        "再設定した基準（目標と同じ日ならその印を兼ねる）",
        "baseline set anew, and the target where it is the same",
    ),
    "mark-start": ("開始の期限", "to begin by"),
    "mark-start_baseline": ("当初の開始期限", "baseline of a start"),
    "mark-window_begin": ("期間の初め", "window from"),
    "mark-slip": ("目標の移動", "target moved"),
    "mark-late": ("遅れ", "late"),
    "mark-about": ("頃・めど", "about"),
    "mark-done": ("実績", "met or begun"),
    "mark-missed": ("未達", "missed, year unmet"),
    "mark-dropped": ("取りやめ", "dropped"),
    "mark-pending": ("今年度（未達成）", "this year, still open"),
    "mark-ahead": ("今後の年度", "year ahead"),
    "mark-horizon": ("見据える年", "year in view"),
    "mark-ongoing": ("継続", "ongoing"),
    "mark-before": ("左端より前", "before the first year"),
    "mark-beyond": ("右端より後", "after the last year"),
    "mark-today": ("基準日", "the day of this picture"),
    # the trend
    "trend": ("目標の推移（{day}現在）", "How targets moved, as of {day}"),
    "no-trend": ("動いた目標はありません", "no target has moved"),
    "by-hand": ("（変更日の記録なし）", " (no entry says when it moved)"),
    "how-to-read": (
        "横軸は報告の日、縦軸はその時点の目標。上がる線は後ろ倒し、水平な線は変更なし、"
        "対角線は報告の日と目標が同じ日",
        "Report dates run to the right, the target as it then stood upwards: a rising line slips, "
        "a level one keeps its target, on the diagonal both are the same day",
    ),
    "never-moved": (
        "目標が動いていない{count}件は省略",
        "{count} whose target never moved not shown",
    ),
    "more-lines": (
        "ほか{count}件は省略（大きく動いたものから表示）",
        "{count} more not shown; those that moved most come first",
    ),
    "by-recorded": ("報告の日は記録した日", "report dates are those of recording"),
    "to-the-right": ("報告の日 →", "report date →"),
    "upwards": ("↑ その時点の目標", "↑ target"),
    "report-date": ("報告の日", "report date"),
    "target-then": ("その時点の目標", "target"),
    "diagonal": ("報告の日 = 目標", "report date = target"),
    "course-met": ("達成", "met or begun"),
    "and-expected": ("{text}（見込み {times}）", "{text}, expected {times}"),
    "and-anew": ("{text}（基準の再設定 {times}）", "{text}, baseline set anew {times}"),
    "course-anew": ("再設定した基準", "baseline set anew"),
    "course-unknown": ("変更日の記録なし", "no entry says when it moved"),
    # the burn-down
    "burndown": (
        "未了の件数と当初計画（{day}現在）",
        "Open milestones against the baseline plan, as of {day}",
    ),
    "open-of": (
        "期限のある{total}件のうち未了{open}件",
        "{open} of {total:milestone|milestones} with a due day open",
    ),
    "stays-open": (
        "期限を過ぎた{count}件は新しい目標がないため、見込みでは未了のまま",
        "the forecast keeps the {count} overdue open: no target says until when",
    ),
    "undated": (
        "終了日の記録がない{count}件は、基準日に終了したものとした",
        "{count} ended on a day not recorded and count as open until this day",
    ),
    "not-counted": ("数えないもの: {parts}", "not counted: {parts}"),
    "no-untimed": ("期日のないもの{count}件", "{count} without a due day"),
    "no-recurring": (
        "毎年度のもの{count}件（うち期限超過{overdue}件）",
        "{count} recurring ({overdue} of them overdue)",
    ),
    "no-earlier": (
        "計画の決定前に終了または期日のもの{count}件",
        "{count} ended or due before the plan was decided",
    ),
    "year-end": ("{year}年度末", "end of FY{year}"),
    "met": ("達成", "met"),
    "planned": ("当初計画", "planned"),
    "actual": ("実際", "actual"),
    "forecast": ("見込み", "forecast"),
    "line-planned": ("当初計画", "planned (baseline)"),
    "line-forecast": ("見込み（現在の目標）", "forecast (targets)"),
    "head-at": ("時点", "at the"),
    "head-planned": ("当初", "planned"),
    "head-actual": ("実際", "actual"),
    "head-forecast": ("見込", "forecast"),
    "bar": ("実際の未了", "actually open"),
    "bar-ahead": ("現在の目標による見込み", "forecast by the current targets"),
    "bar-planned": ("当初計画の未了", "open by the baselines"),
    # what the commands refuse
    "which-plan": (
        "--output: どの計画ですか。図をファイルに書くときは計画を指定してください: "
        "--plan FILE または $SPACEPLAN_FILE",
        "--output: which plan? A picture in a file is made of a plan that is named: "
        "--plan FILE or $SPACEPLAN_FILE",
    ),
    "one-format": (
        "--{short} と --format {chosen} は一方だけ指定してください",
        "--{short} and --format {chosen}: one of them",
    ),
    "backwards": (
        "--to: {last}年度は --from {first}年度より前です",
        "--to: FY{last} is before --from FY{first}",
    ),
    "no-milestone": (
        "{word!r} は{what}です。--{kind} {word} を使ってください",
        "{word!r} is a {what}; use --{kind} {word}",
    ),
    "a-topic": ("論点", "topic"),
    "a-chart": ("工程表", "chart"),
    "a-owner": ("担当", "owner"),
    "no-due-day": (
        "{word} は{what}で、動く期日がありません",
        "{word} is {what}: it has no due day that could move",
    ),
}
