"""What is said of commands that change a plan: refusals, questions, confirmations."""

SAID: dict[str, tuple[str, str]] = {
    # which plan
    "shipped": (
        "付属の計画は読み取り専用です。まず spaceplan init で自分の計画を作ってください",
        "the shipped plan is read-only; start your own first: spaceplan init",
    ),
    "recorded-now": (
        "{option} は閲覧のためのものです。記録するのは今です。"
        "いつからのことかは --on DATE で示してください",
        "{option} is for looking; what is recorded is recorded now: "
        "--on DATE says when it became true",
    ),
    # what was changed
    "repeat": (
        "{repeat} は {original} の再掲です。{original} を更新します",
        "{repeat} repeats {original}: {original} is updated",
    ),
    "nothing-to-do": ("変更はありません", "nothing to do: the plan says so already"),
    "not-changed-dry-run": (
        "{path} は変更していません（--dry-run）",
        "{path} is not changed (--dry-run)",
    ),
    "recorded": (
        "変更 {change} を {path} に記録しました。取り消すには: spaceplan undo",
        "recorded as change {change} in {path}; take it back with: spaceplan undo",
    ),
    # what is missing or too much
    "nothing-told": (
        "記録することがありません。{options}、{last} のいずれかが必要です",
        "nothing to record; expected {options} or {last}",
    ),
    "dropped-for-reason": (
        "取りやめには理由が必要です。--reason CODE または --note を付けてください",
        "a milestone is dropped for a reason; expected --reason CODE or --note",
    ),
    "stated-what": (
        "--stated は --after とともに使います",
        "--stated goes with --after",
    ),
    "one-of-two": ("{first} と {second} はどちらか一方だけ", "{first} and {second}: one of them"),
    "title-needed": (
        "マイルストーンには名前が必要です。--title を付けてください",
        "a milestone has a title; expected --title, or --title-ja and --title-en",
    ),
    # undo and revert
    "nothing-recorded": ("記録された変更はありません", "nothing was recorded"),
    "would-take-back": (
        "変更 {change} を取り消すとこうなります",
        "change {change} would be taken back",
    ),
    "took-back": (
        "変更 {change} を {path} から取り消しました",
        "took change {change} back out of {path}",
    ),
    "marked-again": (
        "{path} の食い違いの印は元に戻りました。見るには: spaceplan resolve",
        "the conflict stands marked in {path} again; to see it: spaceplan resolve",
    ),
    "would-mark-again": (
        "{path} の食い違いの印も元に戻ります",
        "the conflict would stand marked in {path} again",
    ),
    "entries-alone": (
        "取り消すのは履歴の記録だけです。手で直した内容はそのまま残ります（直す前の写しがないため）",
        "only the entries are taken back: what was changed by hand stays, for there is no copy of "
        "the file as it was before",
    ),
    "revert-on": (
        "--on: 取り消しの記録は、取り消される変更の日付になります",
        "--on: a reverting entry is dated as the change it takes back",
    ),
    "no-change": (
        "{word!r} という変更はありません。変更のIDは spaceplan history で分かります",
        "there is no change {word!r}; spaceplan history lists the changes with their ids",
    ),
    "no-change-of": ("{word} には取り消す変更がありません", "{word} has no change to take back"),
    # edit
    "edit-dry-run": (
        "--dry-run: 編集はエディターで見るものです。保存せずに閉じてください",
        "--dry-run: an edit is looked at in the editor; leave it unsaved instead",
    ),
    "nothing-changed": ("変更はありません", "nothing was changed"),
    "nothing-to-record": (
        "{path} を保存しました。履歴に記録する変更はありません",
        "saved {path}; it held nothing to record",
    ),
    "not-changed": ("{path} は変更していません", "{path} is not changed"),
    "text-kept": ("編集した内容は {copy} にあります", "your text is kept in {copy}"),
    "no-editor": (
        "エディターが見つかりません。EDITOR を設定してください（例: EDITOR=nano）",
        "no editor is found; set EDITOR, for example EDITOR=nano",
    ),
    "editor-unreadable": (
        "エディターの指定 {editor!r} を読み取れません: {why}",
        "the editor {editor!r} cannot be read: {why}",
    ),
    "editor-not-started": (
        "エディター {editor!r} を起動できません: {why}",
        "the editor {editor!r} cannot be started: {why}",
    ),
    "editor-failed": (
        "エディター {editor!r} が終了コード {code} で終わりました",
        "the editor {editor!r} ended with code {code}",
    ),
    "more": ("ほか{count}件", "… and {count} more"),
    "open-again": ("もう一度開きますか", "open it again?"),
    # record
    "ask-since": (
        "いつから（日、年度または不明、空欄は今日）",
        "since when (day, fiscal year or unknown; empty: today)",
    ),
    "ask-old": ("{status} になる前の状況", "what it was before it became {status}"),
    "ask-reason": ("理由（{codes}）", "reason ({codes})"),
    "ask-note": ("メモ", "note"),
    "ask-source": ("出典", "source"),
    # init
    "fresh-head": (
        "一つのブロックが一つのマイルストーン。追加と更新は spaceplan add、spaceplan update で。\n"
        "手で編集したら spaceplan check で確かめる。",
        "One block is one milestone. spaceplan add and spaceplan update write them.\n"
        "After an edit by hand: spaceplan check",
    ),
    "fresh-owners": (
        "担当: 略号と名称。",
        "Who answers for a milestone: a code, and its name.",
    ),
    "fresh-reasons": (
        "目標が動いた理由、達成できなかった理由。",
        "Why a target moved or was missed.",
    ),
    "fresh-topics": (
        "論点。番号は 7 のような数か、06C.02 のような短い符号。一度だけ付ける。",
        "What the milestones are about. A number, or a short code such as 06C.02, is given once.",
    ),
    "fresh-milestones": (
        "マイルストーンの例:",
        "A milestone, for example:",
    ),
    "some-owner": ("担当の組織", "The office in charge"),
    "some-topic": ("最初の論点", "The first topic"),
    "some-milestone": ("初号機の打上げ", "Launch of the first satellite"),
    "some-title": ("新しい計画", "A new plan"),
    "ask-title": ("計画の名称", "title of the plan"),
    "ask-language": ("言語（ja または en）", "language (ja or en)"),
    "ask-time-zone": ("時間帯", "time zone"),
    "ask-starts": ("年度の始まる月", "month in which the fiscal year starts"),
    "ask-named-by": (
        "年度の名前は始まりの年（start）か終わりの年（end）か",
        "is it named by the year of its start or of its end",
    ),
    "ask-owner": ("担当（略号=名称、空欄で終わり）", "an owner (CODE=NAME; empty: no more)"),
    "no-time-zone": (
        "--time-zone: {text!r} という時間帯はありません。Asia/Tokyoのように書いてください",
        "--time-zone: there is no time zone {text!r}; expected for example Asia/Tokyo",
    ),
    "no-month": (
        "--fy-starts: {text!r} は月ではありません。1から12までの数です",
        "--fy-starts: {text!r} is no month; expected 1 to 12",
    ),
    "no-owner-pair": (
        "--owner: {text!r} は略号=名称の形ではありません。例: JAXA=宇宙航空研究開発機構",
        "--owner: {text!r} is not CODE=NAME; expected for example JAXA=Japan Aerospace "
        "Exploration Agency",
    ),
    "only-empty": (
        "{option} は --empty と使います",
        "{option} is for --empty",
    ),
    "topic-exists": (
        "--new-topic: 論点{number}は既にあります",
        "--new-topic: topic {number} exists already",
    ),
    "made-empty": (
        "{plan} を作りました。このフォルダーの下ではこの計画が使われます。"
        '最初のマイルストーン: spaceplan add 1 --title "…" --fy 2027',
        "made {plan}; it is the plan in use below this folder. "
        'Its first milestone: spaceplan add 1 --title "…" --fy 2027',
    ),
    "made-with-record": (
        "{plan} を作り、{count}件に起きたことを記録しました。このフォルダーの下ではこの計画が"
        "使われます。見るには: spaceplan summary",
        "made {plan}, with what became of {count:milestone|milestones} recorded; it is the plan in "
        "use below this folder. To see it: spaceplan summary",
    ),
    "made": (
        "{plan} を作りました。「{title}」の写しです。このフォルダーの下ではこの計画が使われます。"
        "変更するには: spaceplan update --help",
        "made {plan}, a copy of “{title}”; it is the plan in use below this folder. "
        "To change it: spaceplan update --help",
    ),
    # git
    "git-set-up": (
        "{path} は、これからこのクローンの git で、意味に沿ってマージされ、差分が言葉で示されます"
        "（{file}）。ほかのクローンでも一度ずつ実行してください",
        "from now on git in this clone merges {path} by meaning and shows its changes in words "
        "({file}); run this once in every other clone",
    ),
    "git-set-up-shared": (
        "{path} は、これからこのクローンの git で、意味に沿ってマージされ、差分が言葉で示されます。"
        "{file} をコミットし、ほかのクローンでも spaceplan git setup を一度ずつ実行してください",
        "from now on git in this clone merges {path} by meaning and shows its changes in words. "
        "Commit {file}; in every other clone run spaceplan git setup once",
    ),
    "git-complete": (
        "{path} は、このクローンで意味に沿ってマージされます",
        "{path}: this clone merges it by meaning",
    ),
    "git-missing": (
        "このクローンには {name} がありません。spaceplan git setup を実行してください",
        "this clone lacks {name}; run spaceplan git setup",
    ),
    "git-gone": (
        "{name} が呼ぶ {program} が動きません。spaceplan git setup を実行してください",
        "{name} calls {program}, which does not run; run spaceplan git setup",
    ),
    "git-refuses": ("git に {name} を設定できません", "git does not let {name} be set"),
    # merge
    "merged-as-text": (
        "{path}: 意味に沿ってマージできないものがあるため、git が文章としてマージしました"
        "（YAML の誤り、食い違いの印、括弧で書いたマイルストーンやエイリアス、元の版がないなど）",
        "{path}: merged as text by git: one of the three cannot be merged by meaning (a fault of "
        "YAML, marks of a conflict, milestones in brackets, an alias, or no version before both)",
    ),
    "merge-unsound": (
        "{path}: どちらの側にも誤りはありませんが、合わせると次の誤りになります。直してから "
        "`git add` してください",
        "{path}: neither side has faults, but both together do; mend them, then git add:",
    ),
    "merge-conflicts": (
        "{path}: 食い違いが {count} 件あり、両方の値を印を付けて残しました",
        "{path}: {count:conflict|conflicts}; what both sides say stands in it, marked",
    ),
    "conflict": (
        "  {where}: こちらは {ours}、相手は {theirs}",
        "  {where}: ours {ours}, theirs {theirs}",
    ),
    "conflict-gone-here": (
        "  {where}: こちらで削除され、相手で変更または参照されています",
        "  {where}: deleted by ours, changed or named by theirs",
    ),
    "conflict-gone-there": (
        "  {where}: こちらで変更または参照され、相手で削除されています",
        "  {where}: changed or named by ours, deleted by theirs",
    ),
    "conflict-two": (
        "  {where}: 同じ番号のマイルストーンが二つあります",
        "  {where}: two milestones have this id",
    ),
    "conflict-by-hand": (
        "{path}: 食い違いが {count} 件、マイルストーンの外にあります。ファイルを直してください",
        "{path}: {count:conflict|conflicts} outside the milestones; settle them in the file",
    ),
    "no-conflicts": ("{path}: 食い違いはありません", "{path}: there are no conflicts"),
    "settled-deleted": (
        "{id} を {path} から削除しました。履歴も残らないので、記録はありません",
        "{id} is deleted from {path}; with it went the history in which that would be recorded",
    ),
    "settled-repeat": (
        "{id} の食い違いを {path} で解消しました。再掲には履歴がないので、記録はありません",
        "{id} is settled in {path}; a repeat has no history in which that would be recorded",
    ),
    "conflicts-left": (
        "残る食い違いは {count} 件です。見るには: spaceplan resolve",
        "{count:conflict is|conflicts are} left; to see them: spaceplan resolve",
    ),
    "no-conflicts-left": (
        "食い違いはもうありません。あとは `git add` と `git commit` です",
        "no conflict is left; what remains is git add and git commit",
    ),
    "one-of-three": (
        "--ours、--theirs、--both は一つだけ指定してください",
        "--ours, --theirs and --both exclude each other; expected one of them",
    ),
    "merge-settle": ("解消するには: spaceplan resolve", "to settle them: spaceplan resolve"),
    "merge-needs-git": (
        "{path}: 意味に沿ってマージできないものがあり、文章としてのマージには git が必要です",
        "{path}: one of the three cannot be merged by meaning, and merging them as text needs git",
    ),
    "merge-failed": (
        "{path}: git でもマージできませんでした",
        "{path}: git could not merge them either",
    ),
}
