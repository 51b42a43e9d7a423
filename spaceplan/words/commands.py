"""What is said of commands: refusals and questions."""

SAID: dict[str, tuple[str, str]] = {
    "unexplained": (
        "大きな後ろ倒しか遅れに理由の記録がないもの: {count}件（最も大きいのは {id}）",
        "{count:milestone|milestones} slipped or late by much without a reason, worst of all {id}",
    ),
    "explain": (
        "一覧は spaceplan list --flag unexplained、記録は spaceplan update {id} --reason CODE",
        "spaceplan list --flag unexplained has them; spaceplan update {id} --reason CODE",
    ),
    # any command line
    "no-such-command": (
        "{name!r} というコマンドはありません。{path} --help に一覧があります",
        "there is no command {name!r}; {path} --help lists them all",
    ),
    "no-such-option": (
        "{name} というオプションはありません。{command} --help に一覧があります",
        "there is no option {name}; {command} --help lists them all",
    ),
    "option-needs-value": (
        "{name} には値が必要です。{command} --help に説明があります",
        "{name} needs a value; {command} --help says which",
    ),
    "option-takes-no-value": (
        "{name} は値を取りません。{command} --help に説明があります",
        "{name} takes no value; {command} --help says more",
    ),
    "missing": (
        "{command} には {name} が必要です。{command} --help に説明があります",
        "{command} needs {name}; {command} --help says more",
    ),
    "not-a-number": (
        "{name}: {value!r} は整数ではありません",
        "{name}: {value!r} is not a whole number",
    ),
    "not-a-number-from": (
        "{name}: {value!r} は {least} 以上の整数ではありません",
        "{name}: {value!r} is not a whole number from {least}",
    ),
    "too-much": (
        "余分な語があります: {words}。{command} --help に使い方があります",
        "there is a word too many: {words}; {command} --help says what it takes",
    ),
    "wrong-usage": (
        "使い方の誤り: {what}。{command} --help に使い方があります",
        "wrong usage: {what}; {command} --help says more",
    ),
    "no-nul": ("引数に NUL 文字は使えません", "no argument can hold a NUL character"),
    "interrupted": ("中断しました", "interrupted"),
    "unwritable": ("出力を書き込めません: {why}", "the output could not be written: {why}"),
    "system": ("{name}: {why}", "{name}: {why}"),
    "our-fault": (
        "これは spaceplan の不具合です（{kind}: {what}）。実行したコマンドと、"
        "経過を記録した {path} を、spaceplan の管理者に送ってください",
        "this is a fault of spaceplan ({kind}: {what}); please send what you typed and {path}, "
        "which holds the trace, to the maintainers of spaceplan",
    ),
    "our-fault-untold": (
        "これは spaceplan の不具合です（{where} の {kind}: {what}）。経過は書き込めませんでした。"
        "実行したコマンドとこの行を、spaceplan の管理者に送ってください",
        "this is a fault of spaceplan ({kind} at {where}: {what}); its trace could not be "
        "written; please send what you typed and this line to the maintainers of spaceplan",
    ),
    # questions
    "plan-in-use": ("計画: {path}", "plan: {path}"),
    "shipped-plan": ("計画: {path}（付属）", "plan: {path} (shipped)"),
    "no-such-id": (
        "--id: {word!r} というIDも、それで始まるIDもこの計画にありません",
        "--id: no id of this plan is {word!r}; with a * behind, it is the beginning of ids",
    ),
    "no-where": (
        "--where: {word!r} は x-キー=値 の形ではありません",
        "--where: {word!r} is not of the form x-key=text",
    ),
    "no-own-key": (
        "--where: {key!r} という独自のキーはこの計画のマイルストーンにありません",
        "--where: no milestone of this plan has a key {key!r}",
    ),
    "not-known": (
        "{option}: {word!r} は使えません\n使えるのは {options}",
        "{option}: {word!r} is not known\nexpected one of {options}",
    ),
    "two-formats": (
        "{short} と --format {chosen} はどちらか一方だけ",
        "{short} and --format {chosen}: one",
    ),
    "one-period": (
        "--fy、--quarter、--month、--week、--by、--within はどれか一つだけ",
        "--fy, --quarter, --month, --week, --by and --within: one of them",
    ),
    "nothing-to-show": (
        "何を示すか指定してください。例: spaceplan show 17",
        "nothing to show; expected for example: spaceplan show 17",
    ),
    "not-yet-in-plan": (
        "{name} は {day} 現在の計画にはありませんでした",
        "{name} was not in the plan as of {day}",
    ),
    "not-yet-known": (
        "{name} は {known} に知られていた {day} 現在の計画にはありませんでした",
        "{name} was not in the plan as of {day}, as known on {known}",
    ),
    "found-option": ("--plan で指定", "named by --plan"),
    "found-environment": ("SPACEPLAN_FILE で指定", "named by SPACEPLAN_FILE"),
    "found-nearest": ("ここから上へ探して最も近いもの", "the nearest from here upwards"),
    "found-shipped": (
        "付属の計画（読み取り専用; spaceplan init で自分の計画を作る）",
        "the shipped plan (read-only; spaceplan init starts your own)",
    ),
    "no-such-file": ("（ファイルがありません）", " (no such file)"),
    "no-plain-file": ("（普通のファイルではありません）", " (no regular file)"),
    # check
    "count-no-fault": ("誤りなし", "no faults"),
    "count-fault": ("誤り {count} 件", "{count:fault|faults}"),
    "count-warning": ("警告 {count} 件", "{count:warning|warnings}"),
    "count-notice": ("注意 {count} 件", "{count:notice|notices}"),
    # diff
    "days-or-states": (
        "--as-of: 日を比べるか、ファイルやコミットを比べるか、どちらかにしてください",
        "--as-of: expected days to compare, or files and commits, not both",
    ),
    "two-days": (
        "--as-of: 二つまで指定できます",
        "--as-of: expected two days at the most",
    ),
    "no-state": (
        "{word!r} というファイルはなく、git のコミットにも {path} がありません",
        "{word!r} is no file, and no commit of git in which {path} stands",
    ),
}
