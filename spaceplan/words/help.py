"""The help of commands in Japanese, by its English: descriptions, panels, headings.

The English stands beside each command, where it is written. A test names what is missing here.
"""

from __future__ import annotations

COMMANDS: dict[str, str] = {
    (
        "Exit codes: 0 fine; 1 a check found something; 2 wrong usage or bad data; "
        "3 a fault of spaceplan itself."
    ): (
        "終了コード: 0 正常、1 点検で見つかったものがある、2 使い方かデータの誤り、3 "
        "spaceplan 自体の不具合。"
    ),
    ("Track the milestones of a government roadmap: what is due, what is late, what slipped."): (
        "政府の工程表のマイルストーンを管理します。期限を迎えるもの、遅れているもの、後ろ"
        "倒しになったものを示します。"
    ),
    ("Questions"): ("照会"),
    ("Updates"): ("更新"),
    ("Taking back and merging"): ("取消しとマージ"),
    ("Reports and exports"): ("報告と書き出し"),
    ("Roadmap documents"): ("工程表の文書"),
    ("The plan file"): ("計画ファイル"),
    ("Which plan, which day"): ("どの計画の、いつ現在"),
    ("Filters"): ("絞り込み"),
    ("Output"): ("出力"),
    ("About the change"): ("変更について"),
    ("What is expected"): ("見込み"),
    ("Commands"): ("コマンド"),
    ("Options"): ("オプション"),
    ("Arguments"): ("引数"),
    ("Example:"): ("例:"),
    ("Examples:"): ("例:"),
    ("Explain a topic: ways to write a time, keys of the plan file, states, exit codes."): (
        "題目を説明します。時期の書き方、計画ファイルのキー、状態、終了コードなど。"
    ),
    ("List what is late, worst first: by how much, whose it is, how it slipped."): (
        "期限を過ぎたものを、遅れの大きい順に示します。遅れの長さ、担当、後ろ倒しの幅も分かります。"
    ),
    ("List what falls due, earliest first; without options, in this fiscal year."): (
        "期限を迎えるものを早い順に示します。指定がなければ今年度のものです。"
    ),
    ("Show topics, milestones or charts in full: bullets with their state, questions, history."): (
        "論点、マイルストーン、工程表の全体を示します。項目とその状態、問い、履歴が分かります。"
    ),
    ("List every milestone that passes the filters, one row for each original."): (
        "条件に合うマイルストーンをすべて示します。再掲は元の項目の行にまとめます。"
    ),
    ("Show the plan on one screen: counts by state, topic, owner and fiscal year, with bars."): (
        "計画の全体を一画面で示します。状態、論点、担当、年度ごとの件数を棒とともに並べます。"
    ),
    ("List the topics with their charts, how many bullets and commitments, and how many late."): (
        "論点の一覧です。工程表の番号、項目と取組の数、遅れている数を示します。"
    ),
    ("List the owners: code, names, aliases, and how many milestones they hold."): (
        "担当の一覧です。略号、名称、別名、受け持つマイルストーンの数を示します。"
    ),
    ("Show what was recorded of milestones or of the whole plan, newest first."): (
        "マイルストーンまたは計画全体の記録を、新しい順に示します。"
    ),
    ("Score the plan: of what was promised by its baseline, what was met, late, given up."): (
        "計画の成績を示します。当初目標（または再設定した基準）で約束したもののうち、達成、遅れ、断念がそれぞれい"
        "くつかを数えます。"
    ),
    (
        "Record what happened: a status, a new target, another owner, each with its "
        "history entry.\n\n"
        "Several milestones at once are one change, made whole or not at all. A done "
        "milestone goes back, or is rescheduled, only with a --note."
    ): (
        "起きたことを記録します。状況、新しい目標、担当の変更など、それぞれが履歴に残りま"
        "す。\n\n"
        "複数のマイルストーンを一度に変えると一つの変更になり、すべて書くか、何も書かない"
        "かのどちらかです。完了したものを戻したり日程を変えたりするには --note が必要です"
        "。"
    ),
    ("Add a milestone to a topic, behind its last one. Its id is given once and never changes."): (
        "論点の末尾にマイルストーンを加えます。番号は一度だけ付き、変わりません。"
    ),
    ("Add a note or a source to the history of milestones; nothing else changes."): (
        "マイルストーンの履歴にメモや出典を加えます。ほかは変わりません。"
    ),
    ("Record that somebody looked on a day and found nothing new; lists fold repeated looks."): (
        "ある日に確認して変わりがなかったことを記録します。"
    ),
    (
        "Give milestones up, with a --reason: they stay in the plan as dropped, with their history."
    ): ("マイルストーンを理由（--reason）とともに取りやめます。履歴とともに計画に残ります。"),
    (
        "Open the plan in your editor; check it on return and record what changed.\n\n"
        "The editor is $VISUAL or $EDITOR, else the system's.\n\n"
        "Where the text has faults they are shown and the editor is offered again; "
        "the plan stays as it was until the text is sound, and your text is kept whatever "
        "happens."
    ): (
        "計画をエディターで開き、終えたら点検して、変わったところを記録します。\n\n"
        "エディターは $VISUAL か $EDITOR、なければシステムのものです。\n\n"
        "誤りがあれば示して、もう一度開くか尋ねます。正しくなるまで計画は変わらず、書いた"
        "ものは必ず残ります。"
    ),
    (
        "Turn changes made by hand in the file into history entries.\n\n"
        "In a terminal it asks for date, reason and source of each; elsewhere they "
        "come from the options."
    ): (
        "ファイルを手で変えたところを履歴に記録します。\n\n"
        "端末では、それぞれの日付、理由、出典を尋ねます。それ以外ではオプションから取りま"
        "す。"
    ),
    (
        "Apply many updates at once, all or nothing, and report every fault with its "
        "line.\n\n"
        "An empty cell changes nothing, (none) clears. A row that was exported carries "
        "the digest of what it showed: only cells that were changed since are applied, "
        "and a field that the plan changed meanwhile is refused. Applying the same "
        "file again does nothing. A row whose column add says true is a new milestone. "
        "What `source reconcile` proposes is such a file."
    ): (
        "多くの更新を一度に適用します。すべて行うか、何も行わないかのどちらかで、誤りは行"
        "とともにすべて示します。\n\n"
        "空のセルは何も変えず、(none) は消します。書き出した行は示した内容の照合値を持ち、"
        "その後に変えたセルだけを適用します。その間に計画の側で変わった欄は断ります。同じ"
        "ファイルをもう一度適用しても何も変わりません。列 add が true の行は新しいマイルス"
        "トーンです。`source reconcile` の案もこの形のファイルです。"
    ),
    (
        "Take the last recorded command back, entries and all: the file is as it was, "
        "byte for byte.\n\n"
        "Refuses where the lines that it wrote were changed since. To take back an "
        "earlier change, or to keep the record of both, use revert."
    ): (
        "最後に記録したコマンドを履歴ごと取り消し、ファイルを元のとおりに戻します。\n\n"
        "そのとき書いた行が後で変わっていれば断ります。それより前の変更を取り消すとき、ま"
        "たは記録を残すときは revert を使います。"
    ),
    (
        "Take a change back by a new entry; both stay in the history.\n\n"
        "The new entry is dated as the one it takes back, so that from then on what "
        "was true before is true of that day again."
    ): (
        "変更を新しい記録で取り消します。どちらも履歴に残ります。\n\n"
        "新しい記録の日付は取り消す変更と同じで、その日から元の内容に戻ります。"
    ),
    (
        "Report on a period: what changed, what is late, what comes next. Made for "
        "cron.\n\n"
        "Without options, the last full week as Markdown. The report's date is the "
        "period's last day, and it tells the plan as it was known then, whenever it "
        "is made: the same plan and period give the same bytes. --fy 2021 reports on "
        "a whole fiscal year."
    ): (
        "ある期間の報告です。変わったこと、遅れているもの、次に来るものを示します。cron "
        "での利用に向きます。\n\n"
        "指定がなければ、終わった直近の一週間を Markdown で示します。報告の日付は期間の最"
        "終日で、いつ作ってもその時点で分かっていた計画を示します。同じ計画と期間からは同"
        "じ内容ができます。--fy 2021 で一年度の報告になります。"
    ),
    (
        "Print the crontab line that makes the weekly report, with every path in full.\n\n"
        "cron runs in another folder and with another PATH: a line with short names "
        "would find no program, or another plan. Add the line with crontab -e."
    ): (
        "毎週の報告を作る crontab の行を、すべて完全なパスで示します。\n\n"
        "cron は別のフォルダーで、別の PATH で動くため、短い名前ではプログラムや計画が見つ"
        "かりません。この行は crontab -e で加えます。"
    ),
    (
        "Write milestones for others: calendar, CSV, spreadsheet, JSON lines, database, "
        "Markdown.\n\n"
        "CSV and xlsx are what spaceplan apply reads back after somebody edited them. "
        "With --for they are a short sheet for one owner to fill in and send back."
    ): (
        "マイルストーンを他の形で書き出します。カレンダー、CSV、表計算、JSON Lines、データ"
        "ベース、Markdown があります。\n\n"
        "CSV と xlsx は、編集した後で spaceplan apply で読み戻せます。--for を付けると、一"
        "つの担当が記入して返す短い表になります。"
    ),
    ("Draw the plan: milestones as rows, fiscal years as columns, baseline, target and actual."): (
        "計画を図にします。行はマイルストーン、列は年度で、当初目標、目標、実績を描きます。"
    ),
    ("Draw how targets moved: report dates against targets, a line for each milestone."): (
        "目標の動きを図にします。横軸は報告日、縦軸は目標で、マイルストーンごとに線を引きます。"
    ),
    ("Draw how many milestones are open at each year's end, as planned at first and in fact."): (
        "各年度末に残るマイルストーンの数を、当初の計画と実際とで図にします。"
    ),
    ("Read roadmap documents and hold them against the plan."): (
        "工程表の文書を読み、計画と照らし合わせます。"
    ),
    (
        "Show each bullet of a document with its milestone, and prove that the words "
        "agree.\n\n"
        "Exits with 1 where a bullet has no milestone, a milestone no bullet (those "
        "added by hand aside), or the wording differs."
    ): (
        "文書の各項目を対応するマイルストーンとともに示し、文言が一致することを確かめます"
        "。\n\n"
        "項目にマイルストーンがないとき、マイルストーンに項目がないとき（手で加えたものを"
        "除く）、文言が違うときは 1 で終わります。"
    ),
    (
        "Draft a plan from a roadmap document: topics, bullets, repeats, kinds, targets, "
        "owners.\n\n"
        "The draft passes `spaceplan check` and is for a person to go over: comments "
        "tell where it is unsure. Results are kept apart, lines that were not read "
        "are listed. Without -o it is printed. Owners are known by the registry of "
        "the plan in use; language, time zone and fiscal year follow from the document "
        "or from their options."
    ): (
        "工程表の文書から計画の案を作ります。論点、項目、再掲、種別、目標、担当を読み取り"
        "ます。\n\n"
        "案は `spaceplan check` を通り、人が見直すためのものです。確かでないところは注釈で"
        "示します。実績は分け、読み取れなかった行は列挙します。-o がなければ画面に出します"
        "。担当は使用中の計画の一覧で見分け、言語、時間帯、年度の決まりは文書かオプション"
        "から取ります。"
    ),
    (
        "Hold two revisions against each other: documents or plans, in any mix.\n\n"
        "What is gone comes first, then what is new, whose target moved, what moved "
        "to another topic or chart, and what was reworded, with the difference where "
        "both wordings are at hand."
    ): (
        "二つの改訂を比べます。文書でも計画でもかまいません。\n\n"
        "なくなったもの、新しいもの、目標が動いたもの、論点や工程表が変わったもの、文言が"
        "変わったものの順に示し、両方の文言があれば違いも示します。"
    ),
    (
        "Match the plan with a new revision and propose what to change; nothing is "
        "changed here.\n\n"
        "What is gone from the revision is reported first, and never proposed as done. "
        "Ids stay: `places` says where each milestone stands in the revision; new ones "
        "get its label (R6-8-2). Results that tell of a milestone are proposed as notes "
        "to it."
    ): (
        "計画を新しい改訂と照らし合わせ、変える内容を提案します。ここでは何も変わりません"
        "。\n\n"
        "改訂からなくなったものを最初に示し、完了とは扱いません。番号は変わらず、改訂での"
        "位置は `places` に入ります。新しいものには改訂の名が付きます（R6-8-2）。マイルス"
        "トーンについて述べた実績は、メモとして提案します。"
    ),
    (
        "Start a plan in DIR/data, with its schema: a copy of the shipped one; overwrites "
        "nothing.\n\n"
        "With --empty it is a commented page without milestones; on a terminal it asks "
        "for what is not given."
    ): (
        "DIR/data に計画とスキーマを置いて始めます。付属の計画の写しで、上書きはしません。\n\n"
        "--empty を付けると、マイルストーンのない、説明付きの一枚になります。端末では足り"
        "ないことを尋ねます。"
    ),
    (
        "Put two changes of one plan together: milestones by id, fields by key, histories "
        "as one.\n\n"
        "Made to be git's merge driver. What both changed in two ways is marked in "
        "the file and listed, and the exit code is 1. Where one of the three cannot "
        "be merged by meaning, git merges them as text, and that is said."
    ): (
        "一つの計画への二つの変更を合わせます。マイルストーンは番号、欄は項目名で合わせ、"
        "履歴は一つにします。\n\n"
        "git のマージドライバーとして使えます。両方が違う形に変えたところはファイルに印を"
        "付けて列挙し、1 で終わります。三つのうち意味に沿ってマージできないものがあれば、"
        "git が文字として合わせ、その旨を示します。"
    ),
    ("Mail"): ("メール"),
    ("The empty plan"): ("空の計画（--empty）"),
    ("Check plan files: print every fault, warning and notice with its place; exit 1 on faults."): (
        "計画ファイルを点検し、誤り、警告、注意を位置とともにすべて示します。誤りがあれば"
        " 1 で終わります。"
    ),
    ("Print the JSON Schema of a plan file; an editor that knows it completes and checks."): (
        "計画ファイルの JSON Schema を示します。対応するエディターでは補完と点検ができます。"
    ),
    ("Print which plan file is used, and why it is that one."): (
        "使われる計画ファイルと、その理由を示します。"
    ),
    ("Make git merge and show plans by their meaning."): (
        "git が計画を意味に沿ってマージし、差分を言葉で示すようにします。"
    ),
    (
        "Print a plan as lines, one for each field and each change: what git compares for "
        "people.\n\nWith `spaceplan git setup`, `git diff` and `git log -p` show these lines. What "
        "a merge left marked stands above them, and below it the plan as ours has it."
    ): (
        "計画を、欄ごと、変更ごとに一行の文章として示します。git が人のために比べるものです。\n\n"
        "`spaceplan git setup` を実行したクローンでは、`git diff` と `git log -p` が"
        "この行を示します。マージで残った食い違いがあれば初めに示し、その下は自分の側の計画です。"
    ),
    (
        "Set this clone up: git merges the plan by meaning, and its diffs name milestones.\n\n"
        "The merge driver, the readable diff and the names above its changes are set in the "
        "clone's own configuration, which git never shares: each clone is set up once. Where "
        "spaceplan is missing later, git merges as text, with its own markers, and shows the "
        "file as it is."
    ): (
        "このクローンを整えます。git が計画を意味に沿ってマージし、差分にマイルストーンの番号を"
        "示すようになります。\n\n"
        "マージドライバー、読める差分、変更の見出しをクローン自身の設定に書きます。git はこの設定を"
        "共有しないので、クローンごとに一度実行します。後で spaceplan がなくなっても、git が"
        "自分の印を付けて文章としてマージし、ファイルをそのまま示します。"
    ),
    (
        "End a conflict that a merge left marked in the plan, and record who decided.\n\n"
        "What was decided against is taken back by an entry, so that both decisions and the one "
        "between them stay in the history. Without REF it lists what stands against what, and "
        "exits with 1 where anything does."
    ): (
        "マージで計画に印が残った食い違いを終わらせ、誰が決めたかを記録します。\n\n"
        "選ばれなかった決定は履歴の記録で取り消されるので、二つの決定も、その間の決定も残ります。"
        "REF がなければ食い違いを一覧にし、あれば 1 で終わります。"
    ),
    (
        "Show what changed between two states of a plan: files, commits or days.\n\n"
        "Without A it is what changed since the last commit."
    ): (
        "計画の二つの時点の違いを示します。ファイル、コミット、日のどれでも比べられます。\n\n"
        "A がなければ、最後のコミットからの違いです。"
    ),
}
