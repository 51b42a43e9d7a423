"""What is said of exports and of the crontab line."""

SAID: dict[str, tuple[str, str]] = {
    # the command
    "which": (
        "何を書き出しますか。--format {formats} が必要です",
        "what to write? expected --format {formats}",
    ),
    "only-for": (
        "{option} は --format {form} のときだけ使えます（指定は {given}）",
        "{option} is for --format {form}, not {given}",
    ),
    "not-for-terminal": (
        "{form} は端末に表示できません。-o FILE が必要です",
        "{form} is nothing for a terminal; expected -o FILE",
    ),
    "written": (
        "{target}: {plan} の{count}件を書き出しました",
        "{target}: {count} milestones of {plan}",
    ),
    "unchanged": (
        "{target}: {plan} に変わりはありません",
        "{target}: nothing has changed in {plan}",
    ),
    "count": ("{day} 現在、{count}件", "{count} as of {day}"),
    # the calendar
    "summary": ("{id} {title}［{target}］", "{id} {title} ({target})"),
    "remedy": ("{id} 対応: {remedy}（{time}まで）", "{id} remedy: {remedy} (by {time})"),
    "ended": ("【{status}】{text}", "{status}: {text}"),
    "fact": ("{name}：{value}", "{name}: {value}"),
    "last-day": ("{target}（{day}はその最終日）", "{target} (of which {day} is the last day)"),
    "last-day-about": (
        "{target}（{day}はその最終日、およその時期）",
        "{target} (of which {day} is the last day, not exactly)",
    ),
    # cron
    "shipped": (
        "付属の計画は変わらないので、報告も変わりません。spaceplan init で自分の計画を作り、"
        "--plan で指定してください",
        "the shipped plan never changes, so its reports never do; start your own with spaceplan "
        "init, then name it with --plan",
    ),
    "line-end": (
        "改行を含むパスは crontab に書けません",
        "a crontab line cannot hold a path with a line end in it",
    ),
    "path-not-utf8": (
        "{path}: UTF-8 でない名前は crontab の行に書けません。名前を変えてください",
        "{path}: a crontab line cannot hold a name that is not UTF-8; rename it",
    ),
    "no-sendmail": (
        "# この機械に sendmail がありません。先に msmtp-mta や postfix などを入れてください。",
        "# This machine has no sendmail: install what brings one first (msmtp-mta, postfix).",
    ),
    "cron-prints": (
        "# 毎週月曜日、この機械の時計で 07:00 に、その前に終わった週の報告を表示します。\n"
        "# 表示したものは cron がメールで送ります。週は計画の時間帯（{zone}）によります。\n"
        "0 7 * * 1 {line}",
        "# Mondays at 07:00 of the machine's clock: prints the report of the week that ended\n"
        "# before, which cron mails. The week is one of the plan's time zone ({zone}).\n"
        "0 7 * * 1 {line}",
    ),
    "cron": (
        "# 毎週月曜日、この機械の時計で 07:00 に、その前に終わった週の報告を作ります。\n"
        "# 週は計画の時間帯（{zone}）によります。問題がなければ何も表示しません。\n"
        "0 7 * * 1 {line}",
        "# Mondays at 07:00 of the machine's clock: the report of the week that ended before,\n"
        "# in the plan's time zone ({zone}). Prints nothing unless something is wrong.\n"
        "0 7 * * 1 {line}",
    ),
}
