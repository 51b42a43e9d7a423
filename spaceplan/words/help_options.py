"""The help of options and arguments in Japanese, by its English; see ``help``."""

from __future__ import annotations

OPTIONS: dict[str, str] = {
    ("plan, the plan file; or answers, what --json gives."): (
        "plan は計画ファイル、answers は --json の出力。"
    ),
    ("times, plan-file, history, states, exit-codes or environment."): (
        "times（時期）、plan-file（計画ファイル）、history（履歴）、states（状態）、"
        "exit-codes（終了コード）、environment（環境変数）。"
    ),
    ("Print the version."): ("版を示します。"),
    ("Install completion for the current shell."): ("今のシェルに補完を組み込みます。"),
    ("Show completion for the current shell, to copy it or customize the installation."): (
        "今のシェルの補完を示します。写したり組み込み方を変えたりできます。"
    ),
    ("Show this message and exit."): ("この説明を示して終わります。"),
    (
        "Plan file; else $SPACEPLAN_FILE, the nearest data/milestones.yaml or milestones.yaml, "
        "or the shipped plan."
    ): (
        "計画ファイル。なければ $SPACEPLAN_FILE、最も近い data/milestones.yaml か milestones.yaml、"
        "付属の計画の順。"
    ),
    ("Judge as of this day instead of today in the plan's time zone."): (
        "計画の時間帯での今日ではなく、この日現在で判断します。"
    ),
    ("Ignore what was recorded after this day."): ("この日より後の記録を除きます。"),
    ("After how long without news an open one is stale, instead of the plan's: 6m, 90d."): (
        "未了のものを「長く情報なし」とするまでの長さ。計画の定めに代えて: 6m、90d。"
    ),
    ("Topic number or code."): ("論点の番号（数か符号）。"),
    ("Chart number (工程表)."): ("工程表の番号。"),
    ("Owner: code, alias, Japanese or English name."): ("担当。略号、別名、日本語名、英語名。"),
    ("As which --owner counts: any owner, the lead, or with partners."): (
        "--owner の数え方。担当のいずれか、主担当、連携先を含む。"
    ),
    ("What its time means: deadline, start, window, recurring, ongoing."): (
        "種別。期限（deadline）、開始（start）、期間（window）、毎年度（recurring）、継続"
        "（ongoing）。"
    ),
    ("What people recorded: planned, active, done, missed, dropped."): (
        "記録された状況。予定（planned）、実施中（active）、完了（done）、未達（missed）、"
        "取りやめ（dropped）。"
    ),
    ("Derived state, e.g. overdue, due-soon, done-late."): (
        "導かれる状態。期限超過（overdue）、期限間近（due-soon）、遅れて完了（done-late）など。"
    ),
    ("Due in a fiscal year or a part of one: 2021, R3, 2019..2021, FY2026Q4, 2026-11."): (
        "期限を迎える年度か、その一部。2021、R3、2019..2021、FY2026Q4、2026-11。"
    ),
    ("What was claimed done is so; takes --source and --by."): (
        "完了とされたことを確認しました。--source と --by が必要です。"
    ),
    ("What was claimed done is not so; takes --source and --by."): (
        "完了とされたことに異議があります。--source と --by が必要です。"
    ),
    (
        "Beside the state: claimed, verified, disputed, at-risk, stale, unexplained, "
        "slipped or undecided; no-slipped … for the others."
    ): (
        "状態のほかに示す印: claimed（完了とされる）、verified（確認済み）、disputed（異議あり）、"
        "at-risk（見込みに懸念）、"
        "stale（長く情報なし）、unexplained（説明なし）、slipped（後ろ倒し）、undecided（決定なし）。"
        "no-slipped などはそれ以外。"
    ),
    ("An id, or the beginning of some: 'LDM-503*'."): ("番号か、その初めの部分。'LDM-503*'。"),
    ("A history entry gives this reason."): ("履歴にこの理由があるもの。"),
    ("Words in id, titles, remarks, notes, tags or x- keys; any width, any case."): (
        "番号、件名、備考、メモ、タグ、独自項目（x-）にある語。全角と半角、大文字と小文字は"
        "区別しません。"
    ),
    ("What a key of your own holds: x-wbs=06C.02."): ("独自項目の値。x-wbs=06C.02。"),
    ("document, id, due, late, slip, owner, status, state or title."): (
        "並べ方。document（文書の順）、id、due、late、slip、owner、status、state、title。"
    ),
    ("Turn the order round."): ("逆の順に並べます。"),
    ("At most so many rows."): ("示す行の上限。"),
    ("Language, ja or en; else the locale's."): ("言語。ja か en。なければ環境の言語。"),
    ("table in a terminal, plain in a pipe; or json, jsonl, csv, md."): (
        "形式。端末では table、パイプでは plain。ほかに json、jsonl、csv、md。"
    ),
    ("Short for --format json."): ("--format json と同じ。"),
    ("CSV that Excel opens with Japanese and ids intact."): (
        "Excel で日本語と番号が崩れない CSV。"
    ),
    ("Do not page a long answer."): ("長い答えをページに分けません。"),
    ("Measure against the first baseline, or the one set anew last."): (
        "判定の基準。当初目標（baseline）か、最後に再設定した基準（rebaseline）。"
    ),
    ("Count as met only what somebody else confirmed."): (
        "他の者が確認したものだけを達成と数えます。"
    ),
    ("Measure against the target, the first baseline, or the one set anew last."): (
        "遅れを測る基準。今の目標（target）、当初目標（baseline）、最後に再設定した基準（rebaseline）。"
    ),
    ("Exit with 1 when anything is overdue."): ("期限を過ぎたものがあれば 1 で終わります。"),
    ("In a quarter of the fiscal year: this, next, Q3, FY2026Q4."): (
        "年度の四半期。this、next、Q3、FY2026Q4。"
    ),
    ("In a month: this, next, 2026-11, R8.11."): ("月。this、next、2026-11、R8.11。"),
    ("In a week, Monday to Sunday: this, next, 2026-W47."): (
        "月曜から日曜までの週。this、next、2026-W47。"
    ),
    ("From the as-of day to this day, or to the end of this time: 2026年度末."): (
        "基準日からこの日、またはこの時期の終わりまで。2026年度末など。"
    ),
    ("Within so long from the as-of day: 90d, 2w, 6m, 1y."): (
        "基準日からの長さ。90d、2w、6m、1y。"
    ),
    ("Hide what has ended or begun as it should."): (
        "終わったもの、予定どおり始まったものを除きます。"
    ),
    ("List remedies instead: those due, and those late already."): (
        "期限を迎える対応と、遅れている対応を示します。"
    ),
    ("Also list what has no time of its own."): ("時期の定めがないものも示します。"),
    (
        "A topic (17), a milestone or split bullet (4-1, 7-4, 7-4b), a chart (工程表17), "
        "or words of a title (H3)."
    ): (
        "論点（17）、マイルストーンか分けた項目（4-1、7-4、7-4b）、工程表（工程表17）、件"
        "名の語（H3）。"
    ),
    ("A chart (工程表) by its number."): ("工程表の番号。"),
    ("Show the official wording from this document (text, HTML or PDF) beside each."): (
        "この文書（テキスト、HTML か PDF）の文言を並べて示します。"
    ),
    ("Milestones, or topics with all of theirs; else the whole plan."): (
        "マイルストーン、または論点の全体。なければ計画の全体。"
    ),
    ("Recorded on or after this day."): ("この日以後に記録されたもの。"),
    ("Recorded on or before this day."): ("この日以前に記録されたもの。"),
    ("Given for this reason."): ("この理由のもの。"),
    ("Recorded by this name."): ("この名前で記録されたもの。"),
    ("At most so many entries."): ("示す記録の上限。"),
    ("A line for each topic, lead owner, fiscal year of the baseline, or kind."): (
        "行の分け方。論点、主担当、当初目標の年度、種別。"
    ),
    ("Milestones: 4-1, 7-4b; with --all also a split bullet or a topic."): (
        "マイルストーン。4-1、7-4b。--all を付ければ分けた項目や論点も。"
    ),
    ("Where REF is a split bullet or a topic, all of it."): (
        "REF が分けた項目か論点なら、そのすべて。"
    ),
    ("What takes the place of what is given up: ids, which say so too."): (
        "取りやめたものの後を継ぐマイルストーン。その側にも記録します。"
    ),
    ("How much of it is delivered, such as 1/2; it is not met by that."): (
        "どこまで達成したか。例: 1/2。達成とは数えません。"
    ),
    (
        "Set the baseline anew, by an --authority and with a --source: a time, or target for the "
        "current target. The first baseline stays."
    ): (
        "基準を再設定します（--authority と --source が必要）。時期か、今の目標なら target。"
        "当初目標は残ります。"
    ),
    ("One of the plan's reason codes."): ("計画にある理由の略号。"),
    ("What happened, in a sentence."): ("起きたことを一文で。"),
    ("Where that can be read: an address or a title."): ("典拠。アドレスか題名。"),
    ("Who records it; else $SPACEPLAN_BY, else nobody is named."): (
        "記録する人。なければ $SPACEPLAN_BY。それもなければ名前は残りません。"
    ),
    ("Print what would change, and change nothing."): ("変わる内容を示すだけで、何も変えません。"),
    ("planned, active, done, missed or dropped; done records one occurrence of a recurring one."): (
        "予定（planned）、実施中（active）、完了（done）、未達（missed）、取りやめ（dropped）"
        "。毎年度のものの done は一回の実施を記録します。"
    ),
    ("New target: FY2023, 2023H2, 2023-09-30, about FY2023, 2023年度末 …"): (
        "新しい目標。FY2023、2023H2、2023-09-30、2023年度頃、2023年度末など。"
    ),
    ("New target: a fiscal year, the same as --target FY…."): (
        "新しい目標の年度。--target FY… と同じ。"
    ),
    ("New owners, lead first: codes or names; 'others' last for 等."): (
        "新しい担当。主担当を先に、略号か名称で。「等」は最後に others。"
    ),
    ("Number or code of the topic."): ("論点の番号（数か符号）。"),
    ("Title in Japanese."): ("日本語の件名。"),
    ("Title in English."): ("英語の件名。"),
    (
        "deadline, start, window, recurring or ongoing; else deadline, or ongoing without a target."
    ): (
        "期限（deadline）、開始（start）、期間（window）、毎年度（recurring）、継続（ongoing）"
        "。なければ deadline、目標がなければ ongoing。"
    ),
    ("Target and baseline."): ("目標と当初目標。"),
    ("Target: a fiscal year, the same as --target FY…."): ("目標の年度。--target FY… と同じ。"),
    ("Times a year, of a recurring one."): ("毎年度のものの、一年の回数。"),
    ("Owners, lead first; 'others' last for 等."): ("担当。主担当を先に。「等」は最後に others。"),
    ("planned or active."): ("予定（planned）か実施中（active）。"),
    ("Charts (工程表)."): ("工程表の番号。"),
    ("Number of the subsection."): ("節の番号。"),
    ("Its id; else the next free TOPIC-xN."): ("番号。なければ次に空いている TOPIC-xN。"),
    ("Open at this milestone."): ("このマイルストーンの位置で開きます。"),
    ("Milestones; else all that were changed by hand."): (
        "マイルストーン。なければ手で変えたものすべて。"
    ),
    ("CSV or xlsx with the columns of an export, or YAML with the same keys."): (
        "書き出しと同じ列の CSV か xlsx、または同じ項目名の YAML。"
    ),
    ("Add a milestone for each id that the plan does not have."): (
        "計画にない番号ごとにマイルストーンを加えます。"
    ),
    ("Encoding of a CSV where it cannot be told: cp932, cp1252 …"): (
        "CSV の文字コードが判別できないとき。cp932、cp1252 など。"
    ),
    ("Encoding of a document where it cannot be told: cp932, euc-jp, cp1252 …"): (
        "文書の文字コードが判別できないとき。cp932、euc-jp、cp1252 など。"
    ),
    ("A change id as history shows it; or a milestone: its last change."): (
        "history が示す変更の番号、またはマイルストーン（その最後の変更）。"
    ),
    ("Tell what was recorded up to this day; else up to the period's last."): (
        "この日までの記録を示します。なければ期間の最終日まで。"
    ),
    ("md, html, text (78 columns, for mail) or json; else as -o is named, else md."): (
        "md、html、text（78桁、メール向け）、json。なければ -o の名前に従い、それもなければ md。"
    ),
    ("Language, ja or en; else the plan's."): ("言語。ja か en。なければ計画の言語。"),
    (
        "Write to a file, or into a folder under the period's name. Needs --plan or "
        "$SPACEPLAN_FILE. - is standard output."
    ): (
        "ファイルに書くか、フォルダーに期間の名前で書きます。--plan か $SPACEPLAN_FILE "
        "が必要です。- は標準出力。"
    ),
    ("Group what is overdue by lead owner."): ("期限を過ぎたものを主担当ごとにまとめます。"),
    ("Make the HTML with this Jinja2 template."): ("この Jinja2 の雛形で HTML を作ります。"),
    ("Print the shipped HTML template, and stop."): ("付属の HTML の雛形を示して終わります。"),
    ("Exit with 1 when something is newly overdue."): (
        "新たに期限を過ぎたものがあれば 1 で終わります。"
    ),
    ("md, html, text or json."): ("md、html、text、json。"),
    ("What to write; else what the file's name ends with."): (
        "書き出す形式。なければファイル名の末尾に従います。"
    ),
    ("File to write, whole or not at all; else, or with -, standard output."): (
        "書くファイル。すべて書くか、何も書かないかのどちらか。なければ、または - なら標準出力。"
    ),
    ("In a calendar, an alarm so long before the due day: 30d, 2w, 6m. Repeatable."): (
        "カレンダーで、期日よりこれだけ前に知らせます。30d、2w、6m。繰り返せます。"
    ),
    ("A sheet for this owner to fill in: what it has open; xlsx or csv."): (
        "この担当が記入する表。終わっていないものを載せます。xlsx か csv。"
    ),
    ("Language of calendar and Markdown, ja or en; else the plan's."): (
        "カレンダーと Markdown の言語。ja か en。なければ計画の言語。"
    ),
    ("text for a terminal, svg for a browser, or the data as json."): (
        "端末には text、ブラウザーには svg、データは json。"
    ),
    ("Short for --format svg."): ("--format svg と同じ。"),
    (
        "Write to this file instead of the screen, or into this folder; one in .svg "
        "or .json is of that format. Needs --plan or $SPACEPLAN_FILE. - is standard "
        "output."
    ): (
        "画面ではなく、このファイルかこのフォルダーに書きます。末尾が .svg か .json "
        "ならその形式です。--plan か $SPACEPLAN_FILE が必要です。- は標準出力。"
    ),
    ("Cells that the text may take; else those of the terminal, 80 in a pipe."): (
        "文字の図の幅。なければ端末の幅、パイプでは 80。"
    ),
    ("Draw the text with ASCII marks only."): ("文字の図を ASCII だけで描きます。"),
    ("First fiscal year shown; else the first that anything stands in."): (
        "示す最初の年度。なければ何かがある最初の年度。"
    ),
    ("Last fiscal year shown."): ("示す最後の年度。"),
    ("Also show what has no time of its own."): ("時期の定めがないものも示します。"),
    ("Only these milestones, also where they never moved: 4-1, 7-4."): (
        "これらのマイルストーンだけ。動いていなくても示します。4-1、7-4。"
    ),
    ("Also those whose target never moved."): ("目標が動いていないものも示します。"),
    (
        "A report date is the day from which a target held (date) or the day on which "
        "it was written down (recorded)."
    ): ("報告日の取り方。目標が有効になった日（date）か、記録された日（recorded）。"),
    ("At most so many lines, most moved first."): ("示す線の上限。よく動いたものから。"),
    ("The document, as text, HTML or PDF."): ("文書。テキスト、HTML か PDF。"),
    ("The document whose wording the plan encodes: shows the words that differ."): (
        "計画のもとになった文書。違う文言を示します。"
    ),
    (
        "Find bullets by the plan's `places` for this revision; else by their ids or by the "
        "revision that fits best."
    ): (
        "項目を、計画の `places` にあるこの改訂の位置で探します。"
        "なければ番号か、最もよく合う改訂の位置で。"
    ),
    ("Where to write it."): ("書く先。"),
    ("The day of the decision; else the day that the document's head names."): (
        "決定の日。なければ文書の冒頭にある日。"
    ),
    ("Title; else the document's."): ("題名。なければ文書の題名。"),
    ("Label of this revision, e.g. R6; else the fiscal year of the decision."): (
        "この改訂の名。R6 など。なければ決定の年度。"
    ),
    ("The language of the plan, ja or en; else the document's."): (
        "計画の言語。ja か en。なければ文書の言語。"
    ),
    ("The plan's time zone, e.g. Asia/Tokyo; else as the document lets one tell."): (
        "計画の時間帯。Asia/Tokyo など。なければ文書から判断します。"
    ),
    (
        "The month in which fiscal years start, with ':end' where they are named by "
        "the year they end in (4, 10:end); else as the document lets one tell."
    ): (
        "年度が始まる月。終わる年の名で呼ぶなら ':end' を付けます（4、10:end）。なければ文"
        "書から判断します。"
    ),
    ("Print for every bullet what was decided and why."): (
        "項目ごとに、どう読んだかとその理由を示します。"
    ),
    ("Replace the file that -o names, if there is one."): ("-o のファイルがあれば置き換えます。"),
    ("A document, or a plan (.yaml)."): ("文書か計画（.yaml）。"),
    ("Exit with 1 where anything differs."): ("違いがあれば 1 で終わります。"),
    ("The new revision, as text, HTML or PDF."): ("新しい改訂。テキスト、HTML か PDF。"),
    ("Label of the new revision, e.g. R6."): ("新しい改訂の名。R6 など。"),
    (
        "The document whose wording the plan encodes: finds what was reworded, and "
        "shows the words that differ."
    ): ("計画のもとになった文書。文言が変わったものを見つけ、違いを示します。"),
    ("Write the proposal that `apply` understands."): ("`apply` で適用できる案を書きます。"),
    ("The day the revision was decided; else the day that its head names."): (
        "改訂の決定の日。なければ冒頭にある日。"
    ),
    ("Record what became of the best-known milestones of the shipped plan."): (
        "付属の計画の主な取組がその後どうなったかも記録します。"
    ),
    ("Where to put data/; else here."): ("data/ を置く所。なければここ。"),
    ("An owner, for each the option once."): ("担当。一つごとに指定します。"),
    ("When it is expected; the target stays. none takes it away."): (
        "実現の見込み。目標は動きません。none で取り消します。"
    ),
    ("How sure that is: high, medium or low."): ("見込みの確度: high, medium, low。"),
    (
        "It cannot happen before these have; added to what it waits for. --source quotes the "
        "words that say so."
    ): (
        "これらが実現しないと実現できないもの。これまでのものに加えます。"
        "根拠となる文言は --source に書きます。"
    ),
    ("It waits for these no longer."): ("これらを待たなくなりました。"),
    ("The document itself says what --after tells; else somebody judged so."): (
        "--after の前後関係を文書が明記しています。なければ判断によるものとします。"
    ),
    ("By when; past it, the remedy itself is late."): (
        "対応の期限。過ぎると対応そのものが遅れになります。"
    ),
    ("Mail it to this address by sendmail instead. Repeatable."): (
        "代わりに、このアドレスに sendmail で送ります。繰り返せます。"
    ),
    ("Title of TOPIC, which the plan does not have yet."): ("まだ計画にない論点 TOPIC の題名。"),
    ("The language it is written in."): ("書かれる言語。"),
    ("Where its days begin."): ("日付の基準となる時間帯。"),
    ("Title, in the plan's language."): ("計画の言語での件名。"),
    ("When it became true: a day, a fiscal year, or unknown; else today."): (
        "いつからのことか。日、年度、または unknown（不明）。なければ今日。"
    ),
    ("Its title."): ("題名。"),
    ("A week: 2026-W47, this, last."): ("週。2026-W47、this、last。"),
    ("Folder for the reports, else reports; - prints them, which cron mails."): (
        "報告を置くフォルダー。なければ reports。- なら画面に出し、cron がメールで送ります。"
    ),
    ("Who sends the mail."): ("メールの差出人。"),
    ("Start a plan without milestones, not from the shipped one."): (
        "付属の計画からではなく、マイルストーンのない計画を始めます。"
    ),
    ("Tell a step of the past: what is recorded of later days stays."): (
        "過去の一段階として記録します。後の日付の記録はそのまま残ります。"
    ),
    ("Attach a calendar of what is due next."): ("次に期限を迎えるもののカレンダーを添付します。"),
    ("The month in which its fiscal years start."): ("年度が始まる月。"),
    ("To this day, or the last of a month, a quarter …; else to yesterday."): (
        "この日まで、または月や四半期などの終わりまで。なければ昨日まで。"
    ),
    ("Who decided it; without one a move or a drop is reported, not decided."): (
        "決めた主体。なければ、目標の変更や取りやめは決定ではなく報告として扱います。"
    ),
    ("From this day, or the first of a month, a quarter …"): (
        "この日から、または月や四半期などの初めから。"
    ),
    ("The plan before both changes."): ("両方の変更の前の計画。"),
    ("The plan as the other has it."): ("もう一方の計画。"),
    (
        "What the status was before it was changed by hand, where neither git nor the "
        "history tells."
    ): ("手で変える前の状況。git からも履歴からも分からないとき。"),
    ("How long conflict markers are."): ("競合の印の長さ。"),
    ("Free labels."): ("自由な札。"),
    ("What is done about it."): ("取られている対応。"),
    ("Where to write; else OURS."): ("書く先。なければ OURS。"),
    ("Print one message of mail to this address, for sendmail -t. Repeatable."): (
        "このアドレスへのメール一通を、sendmail -t 向けに出力します。繰り返せます。"
    ),
    ("Who sends it; else the first address of --mail-to."): (
        "差出人。なければ --mail-to の最初のアドレス。"
    ),
    ("Which calendar year names a fiscal year."): ("年度を名付ける暦年。"),
    ("The plan as one side has it."): ("一方の計画。"),
    ("Language, ja or en; else the locale's, and the report in the plan's."): (
        "言語。ja か en。なければ環境の言語、報告は計画の言語。"
    ),
    ("Plan files; else the plan in use."): ("計画ファイル。なければ使用中の計画。"),
    ("The same as FILE."): ("FILE と同じ。"),
    ("Warnings count as faults."): ("警告も誤りとして数えます。"),
    ("Print nothing where nothing is found."): ("何も見つからなければ何も示しません。"),
    ("text, json, or github for annotations in a workflow."): (
        "text、json、またはワークフローの注釈用の github。"
    ),
    ("Write what to act on, one line each, as a table: .html, .md, or else plain text."): (
        "対応すべきことを一件一行の表として書き出します（.html、.md、ほかは平文）。"
    ),
    ("Write the page to a file: .html, .md, or else plain text."): (
        "ページをファイルに書きます。.html、.md、それ以外は文字だけ。"
    ),
    ("A plan file."): ("計画ファイル。"),
    ("Name the plan in .git/info/attributes of this clone: the default."): (
        "このクローンの .git/info/attributes に書きます（既定）。"
    ),
    ("Name it in .gitattributes, which is committed for all clones."): (
        "すべてのクローンのためにコミットする .gitattributes に書きます。"
    ),
    ("Change nothing; exit with 1 where something is missing."): (
        "何も変更せず、足りないものがあれば 1 で終わります。"
    ),
    ("The milestone whose conflict is decided; without it all are listed."): (
        "食い違いを決めるマイルストーン。なければすべてを一覧にします。"
    ),
    ("What this branch says stands."): ("こちらの枝の値を残します。"),
    ("What the branch that is merged says stands."): ("マージする枝の値を残します。"),
    ("Of two milestones with one id, theirs gets the next free one."): (
        "同じ番号のマイルストーンが二つあるとき、相手の方に次の空き番号を付けます。"
    ),
    ("Another target stands."): ("別の目標を残します。"),
    ("Another target stands: a fiscal year."): ("別の目標（年度）を残します。"),
    ("Another status stands."): ("別の状況を残します。"),
    ("A plan file, or a commit of the plan: HEAD~3, v1.0, HEAD~3..HEAD."): (
        "計画ファイル、または計画のコミット。HEAD~3、v1.0、HEAD~3..HEAD など。"
    ),
    ("The same; else the plan as it is now."): ("同じく。なければ今の計画。"),
    ("Two states of the plan in use: on this day, and on another or now."): (
        "使われている計画の二つの時点。この日と、もう一つの日か今。"
    ),
    ("What messages call the file; git knows its path as %P."): (
        "メッセージでのファイルの呼び名。git はパスを %P で渡します。"
    ),
}
