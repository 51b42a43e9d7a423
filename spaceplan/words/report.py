"""What is said of reports."""

SAID: dict[str, tuple[str, str]] = {
    "no-address": (
        "{option}: {text!r} はメールアドレスではありません。name@example.org "
        "のように書いてください",
        "{option}: {text!r} is no address of mail; expected name@example.org",
    ),
    "only-with-mail": ("{option} は --mail-to とともに使います", "{option} goes with --mail-to"),
    "mail-is-its-own": (
        "--mail-to はメールを標準出力に書きます。{option} とは一緒に使えません",
        "--mail-to prints a message on standard output; it does not go with {option}",
    ),
    "title": ("{plan} 進捗報告 {period}", "{plan}: report {period}"),
    "facts": (
        "対象期間 {first}～{last}（{last}現在）{known}{revision}、データ {digest}",
        "{first} to {last}, as of {last}{known}{revision}, data {digest}",
    ),
    "known": ("、{day} までの記録による", ", as known on {day}"),
    "revision": ("、改訂 {name}", ", revision {name}"),
    "day": ("{year}年{month}{day}日", "{day} {month} {year}"),
    "days-in-month": ("{year}年{month}{first}日～{last}日", "{first} to {last} {month} {year}"),
    "days-in-year": (
        "{year}年{begins}{first}日～{month}{last}日",
        "{first} {begins} to {last} {month} {year}",
    ),
    "days": ("{first}～{last}", "{first} to {last}"),
    "month-1": ("1月", "January"),
    "month-2": ("2月", "February"),
    "month-3": ("3月", "March"),
    "month-4": ("4月", "April"),
    "month-5": ("5月", "May"),
    "month-6": ("6月", "June"),
    "month-7": ("7月", "July"),
    "month-8": ("8月", "August"),
    "month-9": ("9月", "September"),
    "month-10": ("10月", "October"),
    "month-11": ("11月", "November"),
    "month-12": ("12月", "December"),
    # the headline
    "stands": (
        "{of}のうち期限超過 {overdue}、期限間近 {soon}、完了・開始済み {met}、{ended}。{changed}",
        "{overdue} of {of} are overdue, {soon} due soon, {met} done or begun, {ended}; {changed}",
    ),
    "of-all": ("{total}件", "{total} milestones"),
    "of-selected": ("選択した{total}件", "the {total} selected"),
    "and-late": (
        "{headline}遅れて届いた記録が{count}件あります。",
        "{headline} {count:change|changes} came in late.",
    ),
    "ended": ("{what} {count}", "{count} {what}"),
    "changed": (
        "この期間に{count}件が変わり、{new}件が新たに期限超過となりました。",
        "{count:milestone|milestones} changed and {new} became overdue in this period.",
    ),
    "unchanged": (
        "この期間に変わったものはありません。",
        "nothing changed in this period.",
    ),
    # sections
    "statuses": ("状況の変化", "Status changes"),
    "moves": ("目標の変更", "Targets moved"),
    "added": ("新しいマイルストーン", "New milestones"),
    "dropped": ("取りやめ", "Dropped"),
    "late-news": ("遅れて届いた記録", "Came in late"),
    "given-up": ("未達・取りやめ", "Missed and dropped"),
    "notes": ("メモ・確認・その他", "Notes, checks and other"),
    "newly-overdue": ("新たに期限超過", "Newly overdue"),
    "overdue": ("期限超過、遅れの大きい順", "All overdue, worst first"),
    "overdue-of": ("期限超過: {owner}", "Overdue: {owner}"),
    "no-owner": ("担当なし", "no owner"),
    "due-4-weeks": ("今後4週間に期限", "Due in the next four weeks"),
    "due-quarter": ("その後、3か月以内に期限", "Then due within three months"),
    "due-year": ("その後、年度内に期限", "Then due in the rest of the fiscal year"),
    "slipped": ("当初目標から最も遅れたもの", "Most slipped against the baseline"),
    "at-risk": ("見込みに懸念があるもの", "At risk"),
    "remedies": ("講じる対応、期限の早い順", "Remedies to be done"),
    "unexplained": ("遅れの理由が記録されていないもの", "Late or slipped without a reason"),
    "lists-them": ("一覧を表示するコマンド: {command}", "to list them: {command}"),
    "stale": ("長く情報がないもの、担当別", "Without news for long, by owner"),
    "topics": ("論点別", "By topic"),
    "owners": ("担当別", "By owner"),
    "score": ("達成状況（当初目標の年度別）", "Score, by year of the first baseline"),
    "ontime": ("年度別の達成状況", "On time, by fiscal year"),
    "delay": ("論点別の遅れ（中央値）", "Median delay, by topic"),
    "warnings": ("データの注意（spaceplan check）", "Data warnings (spaceplan check)"),
    "counted": ("{title}（{count}件）", "{title} ({count})"),
    # their columns
    "change": ("変化", "Change"),
    "date": ("日付", "Date"),
    "note": ("メモ・出典", "Note and source"),
    "old": ("旧目標", "From"),
    "new": ("新目標", "To"),
    "total": ("件数", "Milestones"),
    "met": ("完了・開始", "met"),
    "line": ("行", "Line"),
    "what": ("内容", "What"),
    "since": ("いつから", "Since"),
    "why": ("理由・メモ・出典", "Why"),
    "recorded": ("記録日", "Recorded"),
    "because": ("懸念の内容", "Because"),
    "silent": ("最新の情報から", "Since the newest word"),
    # their cells and notes
    "took-place": ("実施", "took place"),
    "corrected": ("日付の訂正", "date corrected"),
    "reverts": ("（変更 {change} の取消し）", "(reverts {change})"),
    "topics-add-up": (
        "論点ごとの数は再掲を含むため、合計は全体より多くなります",
        "a topic counts what is repeated in it, so topics add up to more than the plan",
    ),
    "owners-add-up": (
        "共同のものはそれぞれの担当に数えます",
        "a joint milestone counts for each of its owners",
    ),
    # the page
    "grid": ("年度別の予定と実績", "Grid"),
    "trend": ("マイルストーン傾向", "Milestone trend"),
    "burndown": ("未了の推移", "Burn-down"),
    "register": ("すべてのマイルストーン", "All milestones"),
    "figure-overdue": ("期限超過", "overdue"),
    "figure-missed": ("未達", "missed"),
    "figure-slipped": ("後ろ倒し", "slipped"),
    "figure-met": ("完了・開始", "done or begun"),
    "page-filter": ("絞り込み", "Filter"),
    "page-figures": ("四つの数", "Four figures"),
    "page-overview": ("概観", "Overview"),
    "page-changes": ("この期間の変化", "What changed"),
    "page-tables": ("一覧", "How it stands"),
    "page-register": ("全件", "Register"),
    "page-reset": ("絞り込みを解除", "Show all"),
    "page-some": ("（{{total}}件中{{n}}件）", "({{n}} of {{total}})"),
    "page-none": ("この絞り込みに当たるものはありません。", "Nothing here with these filters."),
    "page-index": ("すべての報告", "All reports"),
    "page-counted": ("（{count}件）", "({count})"),
    "index-title": ("{plan} 進捗報告の一覧", "{plan}: all reports"),
    "page-all": ("すべて", "all"),
    "page-text": ("文字列", "Text"),
    "page-contents": ("目次", "Contents"),
    "page-pictures": ("推移", "Over time"),
    "page-skip": ("本文へ", "Skip to the report"),
    "page-shown": ("{{total}}件中{{n}}件を表示", "{{n}} of {{total}} milestones shown"),
    # what is told beside the report
    "next-report": (
        "その後の変更 {count}件は次回の報告に載ります",
        "{count:change since is|changes since are} in the next report",
    ),
    "later-reports": (
        "その後の変更 {count}件は後の報告に載ります",
        "{count:change since is|changes since are} in later reports",
    ),
    "plan-used": ("計画: {path}", "plan: {path}"),
    # what is refused
    "no-name": (
        "--output: '' は名前ではありません。ファイル、フォルダー、または - を指定してください",
        "--output: '' is no name; expected a file, a folder or -",
    ),
    "which-plan": (
        "--output: どの計画ですか。報告をファイルに書くときは計画を指定してください: "
        "--plan FILE または $SPACEPLAN_FILE（ここでは {path} になります）",
        "--output: which plan? A report in a file is made of a plan that is named: "
        "--plan FILE or $SPACEPLAN_FILE (here it would be {path})",
    ),
    "before-decided": (
        "{day} は計画の決定日 {decided} より前です。最初に作れるのは --week {week} です",
        "{day} is before the plan was decided on {decided}; the first that can be asked for: "
        "--week {week}",
    ),
    "known-before-decided": (
        "--known: {day} は計画の決定日 {decided} より前です",
        "--known: {day} is before the plan was decided on {decided}",
    ),
    "template-makes-html": (
        "--template で作れるのは HTML です（{form} ではありません）",
        "--template makes HTML, not {form}",
    ),
    "one-period": (
        "{options} は、どれか一つだけ指定してください",
        "{options}: one of them",
    ),
    "and": ("{one} と {other}", "{one} and {other}"),
    "no-since": (
        "--until: いつからですか。--since を加えてください",
        "--until: from when? Add --since",
    ),
    "one-year": ("--fy: 報告は1年度についてのものです", "--fy: a report is about one fiscal year"),
    "not-ended": (
        "--since: {day} はまだ終わっていません。--until がなければ、終わった日までの報告になります",
        "--since: {day} has not ended; reports are of days that have, unless --until says "
        "otherwise",
    ),
    "no-week": (
        "--week: {text!r} は週ではありません。例えば 2026-W47 または this と指定してください",
        "--week: {text!r} is no week; expected for example 2026-W47, or this",
    ),
    "ends-before": (
        "--until: {last} は --since {first} より前です",
        "--until: {last} is before --since {first}",
    ),
    "told-unreadable": (
        "{path}: 読めません: {why}",
        "{path}: cannot be read: {why}",
    ),
    "told-damaged": (
        "{path}: 壊れています。報告が伝えた変更の記録です。git などから元に戻すか、"
        "このファイルを除いてください（除くと、遅れて届いた記録は次の報告では分かりません）",
        "{path}: is damaged. It keeps which changes the reports here have told: restore it, for "
        "example from git, or remove it (the next report then cannot tell what came in late)",
    ),
    "no-template": (
        "{path}: そのようなテンプレートはありません。"
        "spaceplan report --show-template で見本を出せます",
        "{path}: no such template; spaceplan report --show-template prints one",
    ),
    "template-no-file": (
        "{path}: 普通のファイルではありません。テンプレートのファイルを指定してください",
        "{path}: is no regular file; expected a file with a template",
    ),
    "template-line": ("{path}:{line}: {why}", "{path}:{line}: {why}"),
    "template-loop": (
        "{path}: テンプレートが使えません: 自分自身を含んでいます",
        "{path}: the template cannot be used: it includes itself",
    ),
    "template-beside": (
        "{path}: テンプレートが使えません: 取り込む {name!r} が同じフォルダーにありません",
        "{path}: the template cannot be used: it includes {name!r}, which does not lie beside it",
    ),
    "template-memory": (
        "{path}: テンプレートが使えません: メモリーが足りません",
        "{path}: the template cannot be used: it takes more memory than there is",
    ),
    "template-fault": (
        "{path}: テンプレートが使えません: {why}",
        "{path}: the template cannot be used: {why}",
    ),
}
