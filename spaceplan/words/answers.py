"""What is said of answers: headings, counts, footers."""

SAID: dict[str, tuple[str, str]] = {
    "in-language": ("{name}（{language}）", "{name} ({language})"),
    # lists
    "quiet-since": (
        "{since}より後の記録はありません",
        "nothing recorded since {since}",
    ),
    "quiet-since-decided": (
        "{since}（計画の決定日）より後の記録はありません",
        "nothing recorded since {since}, the day the plan was decided",
    ),
    "no-plan-yet": (
        "{decided} の決定より前のため、計画はまだありません",
        "there is no plan before it was decided on {decided}",
    ),
    "and-others": ("{named}等", "{named} and others"),
    "others": ("等", "others"),
    "in-brackets": ("（{text}）", " ({text})"),
    "in-view": ("（{horizon}を見据える）", "({horizon} in view)"),
    "years-unmet": ("（{count}年度分）", " ({count} years unmet)"),
    "moved-times": ("{count}回変更", "moved {count} times"),
    "also": ("（再掲 {also}）", " (also {also})"),
    "none": ("なし", "none"),
    "all-listed": ("{count}件", "{count:milestone|milestones}"),
    "few-listed": ("{count}件中{shown}件", "{shown} of {count:milestone|milestones}"),
    "none-listed": ("該当するものはありません", "no milestone passes these filters"),
    "shown": ("（うち{count}件を表示）", ", {count} shown"),
    "overdue": ("{day} 現在、{count}件が期限超過", "{count} overdue as of {day}"),
    "nothing-overdue": ("{day} 現在、期限超過はありません", "nothing is overdue as of {day}"),
    "next-due": ("。次の期日は {due}（{ids}）", "; the next due date is {due} ({ids})"),
    "against-baseline": ("（当初目標に対して）", " (against the baseline)"),
    "in-years": ("{years}", "in {years}"),
    "from-to-year": ("{first}～{last}", "{first} to {last}"),
    "from-to-day": ("{first}から{last}まで", "from {first} to {last}"),
    "days": ("{first}から{last}まで", "{first} to {last}"),
    "ends-before": (
        "--by: {last} は基準日 {day} より前です。--as-of か --fy を使ってください",
        "--by: {last} is before {day}, the as-of day; use --as-of or --fy",
    ),
    "due": ("{when}に期限を迎えるもの: {count}件", "{count} due {when}"),
    "nothing-due": ("{when}に期限を迎えるものはありません", "nothing falls due {when}"),
    "nearest-before": ("直前の目標: {target}（{ids}）", "nearest target before: {target} ({ids})"),
    "nearest-after": ("直後の目標: {target}（{ids}）", "nearest target after: {target} ({ids})"),
    "moved-out": ("{period}から移ったもの: {moves}", "moved out of {period}: {moves}"),
    # one milestone, one topic, one chart
    "counts": (
        "{bullets}項目、{commitments}の取組、{milestones}マイルストーン",
        "{bullets:bullet|bullets}, {commitments:commitment|commitments}, "
        "{milestones:milestone|milestones}",
    ),
    "on-chart": ("工程表{charts}", "chart {charts}"),
    "on-charts": ("工程表{charts}", "charts {charts}"),
    "repeats": ("（{id} の再掲）", " (repeats {id})"),
    "not-in-document": (
        "この文言は文書にない（spaceplan source check で確かめる）",
        "not in the document in these words (spaceplan source check tells more)",
    ),
    "late-by": ("{span}遅れ", "{span} late"),
    "asked-by-repeat": (
        "{id}（論点{topic} {title}）はこの項目の再掲",
        "{id} (topic {topic}, {title}) repeats this one",
    ),
    "chosen-by-reading": ("（読みによる）", " (chosen by reading)"),
    "due-on": ("（期日 {due}）", " (due {due})"),
    "unmet-years": ("未実施の年度", "Unmet years"),
    "repeated-as": ("再掲先", "Repeated as"),
    "times": ("{count}回", "{count}"),
    "times-about": ("約{count}回", "about {count}"),
    "japanese": ("日本語", "Japanese"),
    "english": ("英語", "English"),
    "no-bullet": ("（該当する項目なし）", "(no bullet of it)"),
    "and-more": (" ほか{count}件", " and {count} more"),
    "in-topic": ("論点{topics}", "topic {topics}"),
    "chart-is-another": (
        "これは論点{number}です。工程表{number}は別のもの: {there}（--chart {number}）",
        "This is topic {number}. Chart {number} is another thing: {there} (--chart {number})",
    ),
    # history entries
    "was-added": ("追加", "added"),
    "took-place-then": ("実施", "took place"),
    "was-checked": ("確認（{span}、{count}回）", "checked ({span}, {count}×)"),
    "corrects": ("（{date} を訂正）", "(corrects {date})"),
    "reverts": ("（変更 {change} の取消し）", "(reverts {change})"),
    "entries": ("{count}件", "{count:entry|entries}"),
    "no-entries": ("該当する記録はありません", "nothing was recorded that fits"),
    "recorded": ("記録日時", "Recorded"),
    "change": ("変更", "Change"),
    "what": ("内容", "What"),
    "date": ("日付", "Date"),
    "note": ("メモ", "Note"),
    "source": ("出典", "Source"),
    "who": ("記録者", "By"),
    # what an update changed
    "added": ("追加", "Added"),
    "took-place": ("実施", "Took place"),
    "checked": ("確認", "Checked"),
    "takes-back": ("取消し", "Takes back"),
    "topic-added": ("論点 {number} を加えます", "topic {number} is added"),
    "document-added": ("文書 {label} を加えます", "document {label} is added"),
    "repeats-elsewhere": ("再掲の位置を改めます: {names}", "repeats stand elsewhere: {names}"),
    # summary, topics, owners
    "summary": (
        "{day} 現在: {count}マイルストーン、うち期限超過 {late}",
        "as of {day}: {count} milestones, {late} overdue",
    ),
    "topics-add-up": (
        "論点ごとの数は再掲を含むため、合計は計画全体より多い",
        "a topic counts what is repeated in it, so topics add up to more than the plan",
    ),
    "recurring-in-first-year": (
        "毎年度のものは最初の年度に数える",
        "recurring ones are counted in their first year",
    ),
    "count": ("件数", "Count"),
    "whole-plan": (
        "計画全体: {bullets}項目、{commitments}の取組、{milestones}マイルストーン。"
        "論点は再掲も数えるため、合計はこれより多い",
        "the plan: {bullets} bullets, {commitments} commitments, {milestones} milestones; "
        "a topic counts what is repeated in it, so topics add up to more",
    ),
    "passing": (
        "条件に合う{count}マイルストーンの内訳",
        "{count:milestone passes|milestones pass} the filters",
    ),
    "partner": ("連携", "Partner"),
}
