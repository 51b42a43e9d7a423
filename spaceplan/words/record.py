"""What is said of recording changes."""

SAID: dict[str, tuple[str, str]] = {
    # What words name.
    "is-a-topic": (
        "{ref} は論点です。マイルストーンを指定するか（一覧は spaceplan show {ref}）、"
        "すべてなら --all を付けてください",
        "{ref} is a topic; name its milestones (spaceplan show {ref} lists them), or add --all",
    ),
    "is-a-chart": (
        "{ref} は工程表です。更新するのはマイルストーンです: spaceplan show {ref} で一覧できます",
        "{ref} is a chart; an update names milestones: spaceplan show {ref} lists them",
    ),
    "several-parts": (
        "{ref} は {parts} に分かれています。一つを指定するか、--all を付けてください",
        "{ref} has several parts: {parts}; name one, or add --all",
    ),
    "others-last": (
        "others（等）は最後に書きます: --owner 主担当,…,others",
        "'others' stands last: --owner LEAD,…,others",
    ),
    # Dates.
    "in-the-future": (
        "{id}: --on {on} は未来の日付です（今日は {today}）。見込みは --target で指定してください",
        "{id}: --on {on} is in the future (today is {today}); what is only expected is a --target",
    ),
    "before-the-plan": (
        "{id}: --on {on} は計画の決定日 {decided} より前です",
        "{id}: --on {on} is before the plan was decided on {decided}",
    ),
    "before-added": (
        "{id}: --on {on} は、計画に加わった {added} より前です",
        "{id}: --on {on} is before it came into the plan ({added})",
    ),
    # What is told late, corrected, or had been set by hand.
    "the-entry": (
        "変更 {change}（{date}、{field}: {value}）",
        "change {change} ({date}, {field} {value})",
    ),
    "the-entry-by-hand": (
        "{date} の記録（{field}: {value}）",
        "the entry of {date} ({field} {value})",
    ),
    "past-needed": (
        "{id}: --on {on} の後に{way}があり、「{status}」を記録しても今の「{current}」は"
        "変わりません。過去のこととして記録するには --past を付けてください",
        "{id}: after --on {on} stands {way}, so that it would stay {current} in spite of "
        "{status}; to tell it as a step of the past add --past",
    ),
    "correction-passes": (
        "{id}: 変更 {change} の日付を {on} にすると{way}との前後が変わります。"
        "取り消してください: spaceplan revert {change}",
        "{id}: with the date {on} change {change} would pass {way}; "
        "take it back instead: spaceplan revert {change}",
    ),
    "two-corrections": (
        "{id}: 日付の訂正は一つずつ記録してください",
        "{id}: correct one date at a time",
    ),
    "hand-before-last": (
        "{id}: --on {on} は、{field}の最後の記録である{way}より前です",
        "{id}: --on {on} is before the last entry of its {field}, {way}",
    ),
    "old-unknown": (
        "{id}: {status}になる前の状況が分かりません。--from planned のように指定してください",
        "{id}: nothing tells what it was before it became {status}; expected --from, for example "
        "--from planned",
    ),
    "occurrence-undated": (
        "{id}: 実施には日付か年度が必要です",
        "{id}: an occurrence has a day or a year",
    ),
    # Updates.
    "after-its-end": (
        "{id} は {end} から{status}で、--on {on} はその後です。"
        "まず --note を付けて active に戻してください",
        "{id} is {status} since {end}, before --on {on}; set it active first, with --note",
    ),
    "takes-back": (
        "{id} は{current}です。{status}にするとこれを取り消すため、--note に理由が必要です",
        "{id} is {current}; setting it {status} takes that back and needs --note with the reason",
    ),
    "target-of-ended": (
        "{id} は{status}です。目標時期を変えるには --note に理由が必要です",
        "{id} is {status}; a new target for it needs --note with the reason",
    ),
    "not-without-target": (
        "{id}: 「{kind}」の目標時期は消せません",
        "{id}: a {kind} cannot be without a target",
    ),
    "runs-back": (
        "{id}: {target} は終わりが始まりより前です。「早い時期..遅い時期」としてください",
        "{id}: {target} ends before it begins; expected EARLIER..LATER",
    ),
    "confidence-of-nothing": (
        "{id}: 見込みがありません。--forecast とともに指定してください",
        "{id}: it has no forecast; --confidence goes with --forecast",
    ),
    "forecast-recurring": (
        "{id}: 毎年度のものは年度ごとに数えるため、見込みの時期はありません。"
        "次回のことは --note に書いてください",
        "{id}: a recurring one has no forecast, each of its years counts by itself; "
        "put what is expected next in --note",
    ),
    "forecast-open": (
        "{id}: 見込みには終わりの時期が要ります: {start} か、{start}..遅い時期",
        "{id}: a forecast has a last day: {start}, or {start}..LATER",
    ),
    "after-itself": (
        "{id} は自身の後にはなれません（{other}）",
        "{id} cannot be after itself ({other})",
    ),
    "after-circle": (
        "循環します（矢印の先が先に実現するもの）: {circle}",
        "this goes in a circle, each after the next: {circle}",
    ),
    "nothing": ("なし", "nothing"),
    "not-after": (
        "{id} は {other} を待っていません（待っているもの: {after}）",
        "{id} does not wait for {other} (it waits for: {after})",
    ),
    "problem-of": ("{id}: {problem}", "{id}: {problem}"),
    "has-a-target": ("「{kind}」には目標時期が必要です", "a {kind} has a target"),
    "ongoing-has-none": (
        "「継続」には目標時期がありません。先に手作業または edit で種別を変えてください",
        "an ongoing milestone has no target; change its kind first, by hand or with edit",
    ),
    "every-year": (
        "「毎年度」は、ある年から毎年です。{target}.. としてください",
        "a recurring milestone is due every year from one on; expected {target}..",
    ),
    "has-a-last-day": (
        "「{kind}」には最後の日があります。{start} または A..B としてください",
        "a {kind} has a last day; expected {start} or A..B",
    ),
    "two-ends": (
        "window には始まりと終わりがあります。{begins}..{ends} としてください",
        "a window has two ends; expected {begins}..{ends}",
    ),
    "one-end": (
        "deadline の期限は一つです。{end} としてください",
        "a deadline has one end; expected {end}",
    ),
    "superseded-open": (
        "{id} は{status}です。後継を示せるのは取りやめ・未達のものです。"
        "--status dropped を付けてください",
        "{id} is {status}; only what is given up is superseded: add --status dropped",
    ),
    "supersedes-circle": (
        "後継が循環します: {circle}",
        "it would supersede itself, in a circle: {circle}",
    ),
    "progress-of-recurring": (
        "{id} は毎年度です。実施を --status done で記録してください",
        "{id} is recurring; record each time that it took place: --status done",
    ),
    "progress-of-whole": (
        "{id} は{status}です。一部だけなら、まず --note を付けて active に戻してください",
        "{id} is {status}, all of it; if only a part is, set it active first, with --note",
    ),
    "no-baseline-to-set": (
        "{id}（{kind}）: 基準を再設定できるのは目標時期のあるものだけで、時期の指定が必要です",
        "{id} ({kind}): a baseline is set anew where there is a target, and to a time",
    ),
    "rebaseline-by-whom": (
        "{id}: 基準の再設定には --authority（決定者）と --source（出典）が必要です",
        "{id}: to set a baseline anew takes --authority, who decided it, and --source",
    ),
    "rebaseline-of-ended": (
        "{id} は{status}です。終わったものの基準は再設定できません。"
        "終わる前に再設定されていたなら、その日を --on で示してください",
        "{id} is {status}; what has ended gets no baseline anew: "
        "where that was decided before, say when with --on",
    ),
    # Looks.
    "nothing-claimed": (
        "{id} は{status}です。確認できるのは完了（開始）したとされたものだけです",
        "{id} is {status}; only what is claimed done, or begun, is confirmed or disputed",
    ),
    "verdict-by-whom": (
        "確認と異議には --source と --by が必要です",
        "to confirm or dispute takes --source and --by",
    ),
    "verdict-of-owner": (
        "{id} の担当は {who} です。確認できるのは担当でない人です",
        "{who} owns {id}; somebody else confirms it",
    ),
    "verdict-too-early": (
        "{id} は {when} に実現したとされています。{on} に見たことでは確認も異議もできません",
        "{id} is claimed for {when}; what was seen on {on} neither confirms nor disputes it",
    ),
    "verdict-of-claimant": (
        "{id} の完了を記録したのは {who} です。確認できるのは別の人です",
        "{who} recorded what is claimed of {id}; somebody else confirms it",
    ),
    "looked-without-reason": (
        "--reason: 新しいことがなければ理由もありません。--note を使ってください",
        "--reason: who found nothing new has no reason to give; expected --note",
    ),
    "looked-on-a-day": (
        "--on {on}: 確認は日付で記録します。例: 2026-11-24",
        "--on {on}: somebody looks on a day; expected for example 2026-11-24",
    ),
    # New milestones.
    "id-taken": (
        "識別子 {id} はすでに使われています。識別子は一度しか使えません",
        "the id {id} is taken; an id is given once",
    ),
    "new-is-open": (
        "新しいマイルストーンは予定か実施中です。{status}は update で記録してください",
        "a new milestone is planned or active; record {status} with update",
    ),
    "new-start": (
        "始まる時期（start）は planned で加え、始まったことは update --status active で"
        "記録してください",
        "a start is added as planned; record that it has begun with update --status active",
    ),
    "new-without-target": (
        "「{kind}」には目標時期が必要です。--target か --kind ongoing を指定してください",
        "a {kind} has a target; expected --target, or --kind ongoing",
    ),
    "times-of-recurring": (
        "--times は --kind recurring のときだけ使えます",
        "--times belongs to --kind recurring",
    ),
    "no-such-subsection": (
        "論点 {topic} に小項目 {subsection} はありません。あるのは {have} です",
        "topic {topic} has no subsection {subsection}; it has {have}",
    ),
    "no-subsections": (
        "論点 {topic} に小項目 {subsection} はありません。小項目がありません",
        "topic {topic} has no subsection {subsection}; it has none",
    ),
    # Edits by hand.
    "is-gone": (
        "{ids} がなくなっています。取りやめるときは status: dropped とし、ブロックは残してください",
        "{ids} is gone; a milestone is given up with status: dropped, its block stays",
    ),
    "are-gone": (
        "{ids} がなくなっています。取りやめるときは status: dropped とし、ブロックは残してください",
        "{ids} are gone; a milestone is given up with status: dropped, its block stays",
    ),
    "changed-while-edited": (
        "{path}: 編集中に別の人が変更しました",
        "{path}: was changed by somebody else while you edited it",
    ),
    # Taking back.
    "no-change": (
        "変更 {change} はありません。spaceplan history で一覧できます",
        "there is no change {change}; spaceplan history lists them",
    ),
    "already-back": (
        "変更 {change} はすでに取り消されています",
        "change {change} is already taken back",
    ),
    "drop-instead": (
        "{id} は変更 {change} で追加されました。取りやめるには: spaceplan drop {id}",
        "{id} was added by change {change}; drop it instead: spaceplan drop {id}",
    ),
    "changed-by-hand": (
        "{id}: {field} はその後、手作業で変わっています。先にそれを取り消してください",
        "{id}: {field} was changed again since (by hand); take that back first",
    ),
    "no-change-in": (
        "{name}: 変更 {change} はありません",
        "{name}: there is no change {change}",
    ),
    "changed-again": (
        "{place}: {id} は変更 {change} の後にも変わっています。"
        "新しい記録で取り消してください: spaceplan revert {change}",
        "{place}: {id} was changed again after change {change}; "
        "take it back by a new entry instead: spaceplan revert {change}",
    ),
    "lines-changed": (
        "{place}: 変更 {change} の行がその後に書き換えられています。"
        "新しい記録で取り消してください: spaceplan revert {change}",
        "{place}: the lines of change {change} were changed since; "
        "take it back by a new entry instead: spaceplan revert {change}",
    ),
    "not-put-back": ("元に戻せなくなります", "it could not be put back"),
    "not-exactly-back": (
        "この変更は正確には元に戻せません",
        "the change could not be taken back exactly",
    ),
    # resolve
    "no-conflict": (
        "{id}: {path} に食い違いの印がありません。一覧を見るには: spaceplan resolve",
        "{id} has no conflict marked in {path}; to list what has: spaceplan resolve",
    ),
    "conflict-of-several": (
        "{place}: この印は複数のマイルストーンにまたがっています。ファイルを直してください。"
        "spaceplan git setup をしておけば、git はこうしたマージをしません",
        "{place}: these marks reach over several milestones; settle them in the file. "
        "Where spaceplan git setup was run, git does not merge so",
    ),
    "conflict-in-brackets": (
        "{id}: 波括弧の中に書かれているので、両方の履歴を一つにできません。ファイルで、一方の行に"
        "他方の記録を書き足し、印を消してください",
        "{id}: it stands in brackets, so the histories of both cannot be put together: in the "
        "file, add the other's entry to the line that stands, and delete the marks",
    ),
    "conflict-in-history": (
        "{id}: 履歴どうしが食い違っているので、一方を選ぶと他方の記録が失われます。"
        "同じ番号の二つのマイルストーンなら --both を、文章としてのマージなら git merge --abort "
        "のあと spaceplan git setup をしてマージし直してください",
        "{id}: its histories stand against each other, and choosing one would lose the other. "
        "For two milestones with one id use --both; after a merge as text, git merge --abort, "
        "spaceplan git setup, and merge again",
    ),
    "not-in-conflict": (
        "{id}: {field}は食い違っていません。変えるには: spaceplan update {id}",
        "{id}: {field} is in no conflict; to change it: spaceplan update {id}",
    ),
    "choose-side": (
        "{id}: どれを残すか、--ours、--theirs、または値（--target など）で指定してください",
        "{id}: which of them stands? expected --ours, --theirs, or a value such as --target",
    ),
    "decided-too-early": (
        "{id}: --on の日より後に{field}の記録があり、その値は現在になりません。"
        "--on を省くか、その記録より後の日を指定してください",
        "{id}: {field} was recorded of later days than --on, so the value would not be today's; "
        "leave --on out, or give a later day",
    ),
    "not-two": (
        "{id}: --both は、同じ番号のマイルストーンが二つあるときに使います",
        "{id}: --both is for two milestones with one id",
    ),
    "settled": ("食い違いを解消", "conflict settled"),
    "settled-on": (
        "{field}は {value} とする（{others} ではなく）",
        "{field} {value}, not {others}",
    ),
    "settled-as": (
        "番号 {old} は他方のものとし、こちらを {new} とする",
        "{old} is the other's id, this one is {new}",
    ),
    "settled-and": ("、", "; "),
}
