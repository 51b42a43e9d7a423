"""What ``spaceplan help TOPIC`` says; the pages of docs/topics/ are made from it too."""

SAID: dict[str, tuple[str, str]] = {
    # the list of topics
    "topics": ("説明の題目", "Topics of help"),
    "ask": ("spaceplan help 題目 で一つを示します。", "spaceplan help TOPIC shows one."),
    "no-such-topic": (
        "{name!r} という題目はありません。spaceplan help に一覧があり、"
        "コマンドの説明は spaceplan コマンド --help です",
        "there is no topic {name!r}; spaceplan help lists them, spaceplan COMMAND --help explains "
        "a command",
    ),
    # columns
    "written": ("書き方", "Written"),
    "or": ("または", "Or"),
    "means": ("意味", "Means"),
    "last-day": ("期日になる日", "Its last day"),
    "key": ("キー", "Key"),
    "example": ("書き方の例", "Example"),
    "holds": ("内容", "What it holds"),
    "needed": ("必須。", "Needed. "),
    "word": ("コード", "Word"),
    "shown": ("表示", "Shown as"),
    "variable": ("環境変数", "Variable"),
    # times
    "times": ("時期の書き方", "Ways to write a time"),
    "times-intro": (
        "計画ファイル、オプション、質問への答え、表のセルのどこでも同じ書き方で読みます。"
        "全角でも、空白があっても構いません。値は書かれた細かさのまま残り、"
        "比べるときだけ最後の日を使います。",
        "Read alike in the plan file, in options, in answers to questions and in the cells of a "
        "table, in any width, with blanks around. A value keeps the precision in which it was "
        "written; only comparisons use the day it stands for, its last.",
    ),
    "rule": (
        "最後の日は4月始まり、始まる年で呼ぶ年度でのもの。"
        "別の決まりは計画の fiscal_year に書きます。",
        "Last days as in a fiscal year from April that is named by its start; a plan with another "
        "rule says so in fiscal_year.",
    ),
    "time-fy": ("年度", "a fiscal year"),
    "time-fy_half": ("年度の半期", "half of a fiscal year"),
    "time-fy_quarter": ("年度の四半期", "a quarter of a fiscal year"),
    "time-year": ("暦年", "a calendar year"),
    "time-half": ("暦年の前半、後半", "half of a calendar year"),
    "time-mid": ("年央、年中頃", "the middle of a calendar year"),
    "time-month": ("月", "a month"),
    "time-day": ("日", "a day"),
    "time-window": ("ある時から別の時まで", "from one to the other"),
    "time-open": ("その年からの毎年度", "every year from that one"),
    "time-about": ("めど、目途、頃", "not exactly then"),
    "asked": ("尋ねるとき", "In a question"),
    "asked-intro": (
        "コマンドと表では（ファイルの中では不可）、今日から数える言葉も使えます。"
        "暦年と年度のどちらにも取れる年だけの数字は、年度を尋ねるところでだけ年度です。",
        "On the command line and in a table, though not in the file, words that count from today "
        "serve too. A bare year is a fiscal year only where a fiscal year is asked for.",
    ),
    "asked-day": ("日。--on、--as-of、--known など", "a day: --on, --as-of, --known …"),
    "asked-period": (
        "期間。--fy、--by、--quarter、--month、--week、--since など",
        "a period: --fy, --by, --quarter, --month, --week, --since …",
    ),
    "asked-year": ("年度。--fy", "a fiscal year: --fy"),
    "asked-span": ("長さ。--within", "a length: --within"),
    # the plan file
    "plan-file": ("計画ファイルのキー", "Keys of the plan file"),
    "plan-file-intro": (
        "一つの YAML ファイルです。x- で始まるキーは自由に加えられ、表示、書き出し、検索されます。"
        "ほかの知らないキーは誤りです。履歴のキーは spaceplan help history にあります。",
        "One YAML file. Keys that begin with x- are your own: they are kept, shown, exported and "
        "searched. Any other unknown key is a fault. The keys of an entry of history: spaceplan "
        "help history.",
    ),
    "keys-plan": ("計画", "The plan"),
    "keys-fiscal_year": ("fiscal_year（年度）", "fiscal_year"),
    "keys-owner": ("owners の一件（担当）", "One of owners"),
    "keys-document": ("documents の一件（文書）", "One of documents"),
    "keys-topic": ("topics の一件（論点）", "One of topics"),
    "keys-subsection": ("subsections の一件（節）", "One of subsections"),
    "keys-milestone": ("milestones の一件（マイルストーン）", "One of milestones"),
    # history
    "history": ("履歴の記録", "An entry of history"),
    "history-intro": (
        "記録は加わるだけで、消えません（undo を除く）。--as-of はその日に何が真であったか"
        "（date）を、--known はその日までに何が分かっていたか（recorded）を尋ねます。",
        "Entries are only ever added, but by undo. --as-of asks what was true on a day, by date; "
        "--known asks what was known by a day, by recorded.",
    ),
    "edits": ("変わった値", "Values that changed"),
    "edits-intro": (
        "値の変わったキーを、前と後の組で書きます: status: [active, missed]。"
        "前の値がなければ (none) です。対象: {names}",
        "A key whose value changed, from and to: status: [active, missed]; (none) where there was "
        "no value. Any of: {names}",
    ),
    "keys-after": ("after の一件（先に要るもの）", "One of after"),
    "keys-change": ("記録のキー", "Keys of an entry"),
    "keys-checked": ("checked（調べた記録）", "checked"),
    # statuses, states, flags
    "states": ("状況、状態、しるし", "Statuses, states, flags"),
    "states-intro": (
        "状況は人が記録し、状態としるしは状況と日付から導きます（保存しません）。",
        "A status is recorded by people; states and flags follow from it and the dates, and are "
        "never stored.",
    ),
    "statuses-title": ("状況（--status）", "Statuses (--status)"),
    "states-title": ("状態（--state）", "States (--state)"),
    "flags-title": (
        "しるし（--flag、no- で始めれば否定）",
        "Flags (--flag; no- before it: not so)",
    ),
    "kinds-title": ("種別（--kind）", "Kinds (--kind)"),
    "kind-deadline": ("ある時までに達成", "achieved by a time"),
    "kind-start": ("ある時までに開始", "begun by a time"),
    "kind-window": ("二つの時の間", "between two times"),
    "kind-recurring": ("毎年度", "in every year"),
    "kind-ongoing": ("時期の定めなし", "no time of its own"),
    "status-planned": ("まだ始まっていない", "not begun"),
    "status-active": ("行われている", "under way"),
    "status-done": ("達成したとされる", "said to be achieved"),
    "status-missed": (
        "試みて失敗した、または遅れのため断念した",
        "attempted and failed, or given up as late",
    ),
    "status-dropped": ("取りやめた", "given up"),
    "state-overdue": ("期日を過ぎて未了", "past its due day and not met"),
    "state-due-soon": (
        "期日が近い（due_soon、なければ90日）",
        "its due day is near: due_soon, else 90 days",
    ),
    "state-on-track": ("期日はまだ先", "its due day lies ahead"),
    "state-ongoing": ("期日がない", "it has no due day"),
    "state-done-on-time": ("期日までに完了", "done on its due day or before"),
    "state-done-late": ("期日より後に完了", "done after it"),
    "state-done-no-due": ("完了、期日はもとよりない", "done, and there was no due day"),
    "state-done-date-unknown": (
        "完了、いつかは記録がない。期限内とは数えない",
        "done, nobody recorded when; never counted as in time",
    ),
    "state-begun-on-time": ("期日までに開始", "begun on its due day or before"),
    "state-begun-late": ("期日より後に開始", "begun after it"),
    "state-begun-date-unknown": ("開始、いつかは記録がない", "begun, nobody recorded when"),
    "state-missed": ("未達と記録された", "recorded as missed"),
    "state-dropped": ("取りやめと記録された", "recorded as dropped"),
    "flag-claimed": (
        "完了とされ、他の者がまだ確かめていない",
        "said to be met, and nobody else has confirmed it",
    ),
    "flag-verified": ("完了を他の者が確かめた", "somebody else confirmed it"),
    "flag-disputed": ("完了に他の者が異議を述べた", "somebody else disputes it"),
    "flag-at-risk": (
        "見込みが目標より後、または先に要るものが期限超過・未達・取りやめか、目標より後の予定",
        "its forecast is later than its target; or something in its after is overdue, missed, "
        "dropped or due later",
    ),
    "flag-stale": (
        "未了で、長く変更も確認もない（stale_after、なければ9か月）",
        "open, and for long neither changed nor looked at: stale_after, else nine months",
    ),
    "flag-unexplained": (
        "大きな後ろ倒しか遅れに理由がない（explain_after、なければ6か月から）",
        "slipped or late without a reason: from explain_after on, else six months",
    ),
    "flag-slipped": ("目標が当初より後", "its target is later than its baseline"),
    "flag-undecided": (
        "目標の変更、取りやめ、置き換えに決定者の記録がない",
        "moved, dropped or put in another's place, and nobody is named who decided it",
    ),
    # exit codes
    "exit-codes": ("終了コード", "Exit codes"),
    "exit-0": (
        "正常。答えが空でも、変更がなくても 0",
        "fine, also where nothing was found or to do",
    ),
    "exit-1": (
        "点検で見つかったものがある（check の誤り、merge の食い違い、--exit-code）",
        "a check found something: faults in check, what merge could not settle, --exit-code",
    ),
    "exit-2": ("使い方かデータの誤り", "wrong usage or bad data"),
    "exit-3": (
        "spaceplan 自体の不具合。経過を残したファイルを示す",
        "a fault of spaceplan itself, which says in which file its trace is kept",
    ),
    "exit-130": ("Ctrl-C で中断", "interrupted with Ctrl-C"),
    # environment
    "environment": ("環境変数", "Environment variables"),
    "env-SPACEPLAN_FILE": (
        "使う計画ファイル（--plan が優先）",
        "the plan file; --plan goes before it",
    ),
    "env-SPACEPLAN_BY": ("記録する者（--by が優先）", "who records changes; --by goes before it"),
    "env-SPACEPLAN_CACHE": (
        "読んだ計画を置くフォルダー。off なら置かない",
        "folder for what was read of plans; off for none",
    ),
    "env-XDG_CACHE_HOME": (
        "その親。なければ ~/.cache",
        "where that folder lies; else ~/.cache",
    ),
    "env-XDG_STATE_HOME": (
        "不具合の経過と edit の控えの親。なければ ~/.local/state",
        "where traces of faults and copies of edit lie; else ~/.local/state",
    ),
    "env-LC_ALL": (
        "言語。LC_MESSAGES、LANG より優先。--lang が最優先",
        "language, before LC_MESSAGES and LANG; --lang goes before all",
    ),
    "env-COLUMNS": ("画面の桁数", "cells of the screen"),
    "env-NO_COLOR": ("値があれば色を使わない", "no colours where it has a value"),
    "env-PAGER": ("長い答えを見せるプログラム", "what shows long answers"),
    "env-VISUAL": ("edit が開くエディター。なければ EDITOR", "the editor of edit; else EDITOR"),
    "env-TZ": ("init --empty が尋ねずに使う時間帯", "the zone that init --empty takes unasked"),
}
