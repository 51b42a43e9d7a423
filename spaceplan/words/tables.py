"""What is said of tables that come back."""

SAID: dict[str, tuple[str, str]] = {
    "more-faults": ("… 他に {count} 件", "… and {count} more"),
    # files
    "no-openpyxl-to-write": (
        "--format xlsx には openpyxl が必要です（{install}）。"
        "表計算ソフトでも開ける --format csv --excel も使えます",
        "--format xlsx needs openpyxl; install it ({install}), "
        "or use --format csv --excel, which a spreadsheet program opens as well",
    ),
    "no-openpyxl-to-read": (
        "{name}: 表計算ファイルを読むには openpyxl が必要です（{install}）。"
        "「CSV UTF-8」で保存したものも読めます",
        "{name}: reading a spreadsheet needs openpyxl; install it ({install}), "
        "or save the sheet as 'CSV UTF-8'",
    ),
    "no-workbook": (
        "{name}: 表計算ファイルとして読めません（{kind}: {detail}）。開いて xlsx "
        "で保存し直してください",
        "{name}: cannot be read as a spreadsheet ({kind}: {detail}); open and save it again as "
        "xlsx",
    ),
    "opendocument": (
        "{name}: OpenDocument 形式です。xlsx または「CSV UTF-8」で保存してください",
        "{name}: is an OpenDocument file; save it as xlsx or as 'CSV UTF-8'",
    ),
    "too-large": (
        "{name}: 展開すると {megabytes} MB を超えます",
        "{name}: unpacks to more than {megabytes} MB",
    ),
    "numbers": (
        "{name}: Numbers 形式です。xlsx または CSV で書き出してください",
        "{name}: is a Numbers file; export it as xlsx or CSV",
    ),
    "damaged": (
        "{id} の {keys} の文字が失われています（? などに置き換わったか、途中で切れています）",
        "{id}: characters of {keys} were lost on the way: replaced by ? or the like, or cut off",
    ),
    "save-whole": (
        "「CSV UTF-8」か xlsx で保存し直してください。その通りに変えたいときは update "
        "を使ってください",
        "save it again as 'CSV UTF-8' or xlsx; where it is meant so, use spaceplan update",
    ),
    "cut-row": (
        "{id} の行が途中で切れています",
        "the row of {id} is cut: it ends before its digest",
    ),
    "old-excel": (
        "{name}: 旧形式または暗号化された Excel ファイルです。xlsx または「CSV "
        "UTF-8」で保存してください",
        "{name}: is an old or encrypted Excel file; save it as xlsx or CSV UTF-8",
    ),
    "unclosed": (
        '{place}: 引用符が閉じられていません。もう一つの " が必要です',
        '{place}: a quotation mark is never closed; expected another "',
    ),
    "no-header": (
        "{name}: id という列がありません。最初の行に id,status,target,on,note "
        "のような列名が必要です",
        "{name}: no column is called id; expected a first row with the names of the columns, such "
        "as id,status,target,on,note",
    ),
    # columns
    "second-column": ("列 {key!r} が二つあります", "a second column {key!r}"),
    "each-once": ("各列は一つだけにしてください", "expected each column once"),
    "too-many-columns": (
        "知られていない列が {most} を超えています",
        "more than {most} columns that are not known",
    ),
    "fewer-columns": (
        "不要な列を除くか、独自の列の名前を {prefix} で始めてください",
        "expected fewer; a column of your own has a name that begins with {prefix}",
    ),
    "unknown-column": ("列 {name!r} は知られていません", "column {name!r} is not known"),
    "own-column": (
        "独自の列の名前は {prefix} で始めてください",
        "a column of your own has a name that begins with {prefix}",
    ),
    "column-let-be": ("列 {name!r} は読みません", "column {name!r} is let be"),
    "cell-let-be": (
        "{text!r} は表の外にあり、読みません",
        "{text!r} stands beside the table and is let be",
    ),
    "row-let-be": ("id のない行は読みません", "a row without an id is let be"),
    "unknown-add": ("add の値 {text!r} は知られていません", "add {text!r} is not known"),
    "expected-add": ("true か空にしてください", "expected true or nothing"),
    "no-name": ("{text!r} は名前のない列にあります", "{text!r} stands in a column without a name"),
    "name-it": ("1 行目に列名を書いてください", "name it in row 1"),
    # headings of the sheet that an owner fills in
    "head-id": ("番号", "ID"),
    "head-title": ("件名", "Title"),
    "head-now": ("現在の目標", "Target now"),
    "head-late": ("遅れ", "Late"),
    "head-status": ("状況", "Status"),
    "head-on": ("時期", "When"),
    "head-target": ("新しい目標", "New target"),
    "head-forecast": ("見込み", "Expected"),
    "head-reason": ("理由", "Reason"),
    "head-note": ("説明", "Note"),
    "head-source": ("出典", "Source"),
    "head-who": ("記録者", "Who"),
    "head-add": ("追加", "Add"),
    "head-topic_title": ("論点の件名", "Topic title"),
    "unanswered": ("未回答の行: {ids}", "came back unanswered: {ids}"),
    "older": (
        "この表が書き出された後に計画で記録があった行: {ids}",
        "older than what the plan has since recorded: {ids}",
    ),
    "undated": (
        "日付がないため「日付不明」として記録する行: {ids}",
        "told without a date, which stays unknown: {ids}",
    ),
    "fiscal": ("{id}: {text!r} は {time} と読みます", "{id}: {text!r} is read as {time}"),
    "no-change-and": (
        "{id} は「変更なし」なのに {keys} にも記入があります",
        "{id} says 'no change', and yet has {keys}",
    ),
    "verdict-and": (
        "{id} には確認結果と {keys} の変更が共にあります",
        "{id} has a verdict, and also changes {keys}",
    ),
    "one-or-other": ("どちらか一方にしてください", "expected one or the other"),
    "occurrence-when": (
        "{id} がいつ行われたか書かれていません",
        "{id} took place, and nobody says when",
    ),
    "expected-when": ("日か年度が必要です", "expected a day or a fiscal year"),
    "no-change": ("変更なし", "no change"),
    "form": ("進捗照会", "progress"),
    "form-title": (
        "{plan} 進捗照会　{owner}（{day} 現在）",
        "{plan}: progress of {owner} as of {day}",
    ),
    "form-what-to-do": (
        "{owner}が担当する未完了の項目です。色の付いた欄に記入して返送してください。"
        "変わりがなければ「状況」で「変更なし」を選んでください。空欄の行は未回答とみなします。",
        "What {owner} has open. Please fill in the coloured cells and send the sheet back. Where "
        "nothing is new, choose 'no change' as the status. A row left empty counts as unanswered.",
    ),
    "form-examples": (
        "時期は状況が変わった日または年度（例: 2026/3/7、令和8年3月7日、令和7年度）、"
        "新しい目標は目標を変えるときだけ（例: 令和9年度、2027-03-31）、"
        "見込みは目標と違う時期になりそうなとき、"
        "理由は目標の変更、遅れ、未達のとき。",
        "When: the day or fiscal year in which the status changed, for example 2026-03-07 or "
        "FY2025. New target: only where it moves, for example FY2027. Expected: where that is "
        "another time than the target. Reason: why it moved, is late or was missed.",
    ),
    "example-on": (
        "例: 2026/3/7、令和8年3月7日、令和7年度",
        "for example 2026-03-07 or FY2025",
    ),
    "example-target": ("例: 令和9年度、2027-03-31", "for example FY2027 or 2027-03-31"),
    "example-forecast": ("例: 令和10年度、2028-03-31", "for example FY2028 or 2028-03-31"),
    "choose": ("一覧から選んでください", "choose from the list"),
    # ids
    "no-id": ("id のない行です", "a row without an id"),
    "every-row": ("すべての行に必要です", "every row needs one"),
    "id-as-date": (
        "id が日付 {text!r} に変わっています（表計算ソフトが日付とみなしたため）",
        "the id became a date, {text!r}: a spreadsheet program took it for one",
    ),
    "id-as-date-of": (
        "id が日付 {text!r} に変わっています（表計算ソフトが日付とみなしたため。おそらく "
        "{likely}）",
        "the id became a date, {text!r}: a spreadsheet program took it for one (perhaps {likely})",
    ),
    "id-as-date-of-two": (
        "id が日付 {text!r} に変わっています（表計算ソフトが日付とみなしたため。おそらく "
        "{first} か "
        "{second}）",
        "the id became a date, {text!r}: a spreadsheet program took it for one (perhaps {first} or "
        "{second})",
    ),
    "id-as-text": (
        "書式を文字列にした列に id を書き直すか、export --format xlsx または csv --excel から"
        "始めてください",
        "write the id again in a column formatted as text, or start from export --format xlsx or "
        "csv --excel",
    ),
    "no-milestone": ("マイルストーン {id!r} はありません", "there is no milestone {id!r}"),
    "superseded-open": (
        "{by} が引き継ぐとした {id} は{status}のままです",
        "{by} supersedes {id}, which is {status}",
    ),
    "expected-dropped": (
        "同じ表で {id} の status を dropped にしてください",
        "expected a row for {id} with the status dropped in the same table",
    ),
    "id-of-plan": ("計画にある id が必要です", "expected an id of the plan"),
    "parts": ("{id} は複数の部分に分かれています", "{id} has several parts"),
    "repeats-several": ("{id} は複数の再掲です: {ids}", "{id} repeats several: {ids}"),
    "twice": ("{id} が二度あります", "{id} stands twice"),
    "stands-at": ("{place} にもあります", "it stands at {place}"),
    # cells
    "formula": ("数式です", "a formula"),
    "paste-values": (
        "値が必要です。コピーして「値の貼り付け」をしてください",
        "expected its value: copy, then paste values",
    ),
    "not-shown": (
        "{text!r}: 表計算ソフトが表示できなかった値です",
        "{text!r}: the spreadsheet could not show it",
    ),
    "write-again": ("値を書き直してください", "write the value again"),
    "unclear-date": (
        "{text!r} は日付として確定できません",
        "{text!r} is a date of which not all is certain",
    ),
    "year-first": (
        "2019-06 や 2019-09-30 のように年から書いてください",
        "expected it with the year first, such as 2019-06 or 2019-09-30",
    ),
    "no-digest": (
        "{text!r} はこの版の digest ではありません",
        "{text!r} is no digest of this version",
    ),
    "other-digest": (
        "digest が {id} のものではありません。一つの列だけを並べ替えましたか",
        "the digest does not belong to {id}; was one column sorted?",
    ),
    "export-again": (
        "書き出し直すか、セルを空にしてください",
        "export again, or empty the cell",
    ),
    "not-cleared": ("{key} は空にできません", "{key} cannot be cleared"),
    "expected-value": ("値が必要です", "expected a value"),
    "unknown-reason": (
        "理由 {reason!r} は計画にありません",
        "reason {reason!r} is not in the plan",
    ),
    "expected-of": ("使えるもの: {options}", "expected {options}"),
    "one-of": ("{options} のいずれかにしてください", "expected one of {options}"),
    "conflict": (
        "{id}: {key} は書き出しの後に計画で {now} に変わり、ここでは {here} です",
        "{id}: {key} was changed to {now} since this table was exported, and here to {here}",
    ),
    "nothing": ("空", "nothing"),
    "resolve": (
        "書き出し直すか、セルを計画と同じにしてください",
        "export again, or make the cell what the plan says",
    ),
    "nothing-applied": ("何も適用していません", "nothing was applied"),
    # blocks of YAML
    "no-updates": ("更新の一覧がありません", "no list of updates"),
    "blocks": (
        "'- {{id: 4-1, status: done, on: 2023-03-07}}' のような塊が必要です",
        "expected blocks such as '- {{id: 4-1, status: done, on: 2023-03-07}}'",
    ),
    "headless": ("{key} か title がありません", "no {key} or no title"),
    "expected-key": ("{key}: が必要です", "expected {key}:"),
    "topic-without-number": ("番号のない論点です", "a topic without a number"),
    "expected-number": (
        "7のような数か、06C.02のような符号が必要です",
        "expected a number such as 7, or a code such as 06C.02",
    ),
    "no-mapping": ("更新がマッピングではありません", "an update that is no mapping"),
    "id-and-keys": ("id: とキーが必要です", "expected id: and keys"),
    "unknown-key": ("キー {name!r} は知られていません", "unknown key {name!r}"),
    "expected-column": ("列名が必要です", "expected a column"),
    "expected-one": ("一つだけにしてください", "expected one"),
    "update-without-id": ("id のない更新です", "an update without an id"),
    "expected-id": ("id: 4-1 のように書いてください", "expected id: 4-1"),
    "places-no-mapping": ("places がマッピングではありません", "places is no mapping"),
    "places-form": ("{{R6: 8-2}} のように書いてください", "expected {{R6: 8-2}}"),
    "mapping-as-value": ("値がマッピングです", "a mapping as a value"),
    "expected-text": ("文字列が必要です", "expected text"),
    # new milestones
    "new-without": ("新しいマイルストーンに {name} がありません", "a new milestone without {name}"),
    "new-repeat": ("再掲は追加できません", "a repeat cannot be added"),
    "further-place": (
        "元の項目に places を足してください",
        "expected a further place of the original",
    ),
    "no-topic-said": ("{id} の論点が分かりません", "{id} does not say its topic"),
    "topic-or-title": (
        "{options} のいずれか、または新しい論点の件名が topic_title の列に必要です",
        "expected one of {options}, or the title of a new topic in a column topic_title",
    ),
    "two-titles": (
        "新しい論点 {topic} に件名が二つあります。先の行では「{title}」です",
        "the new topic {topic} has two titles; a row above says {title!r}",
    ),
    "no-topic": ("論点 {topic} はありません", "there is no topic {topic}"),
}
