"""What is said of roadmap documents; of revisions of one, in ``source_revisions``."""

from spaceplan.words.source_revisions import REVISIONS

SAID: dict[str, tuple[str, str]] = {
    # A file that is no document.
    "too-long": (
        "{name}: {most:,} 文字を超える。工程表の文書ではない",
        "{name}: has more than {most:,} characters; not a roadmap",
    ),
    "too-many-lines": (
        "{name}: {most:,} 行を超える。工程表の文書ではない",
        "{name}: has more than {most:,} lines; not a roadmap",
    ),
    "too-many-bullets": (
        "{name}: 項目が {most:,} を超える。工程表の文書ではない",
        "{name}: has more than {most:,} bullets; not a roadmap document",
    ),
    "too-many-subsections": (
        "{name}: 論点{topic}の小区分が {most} を超える。工程表の文書ではない",
        "{name}: topic {topic} has more than {most} subsections; not a roadmap document",
    ),
    "binary-text": (
        "{name}: テキストではなくバイナリ。工程表の文書のテキストを指定してください",
        "{name}: is binary, not text; expected the text of a roadmap document",
    ),
    "needs-pypdf": (
        "{path}: PDF を読むには pypdf が必要です（{install}）。"
        "文書のテキストを保存したものも読めます",
        "{path}: is a PDF; reading it needs pypdf; install it ({install}), "
        "or save the text of the document",
    ),
    "pdf-password": (
        "{path}: PDF がパスワードで暗号化されている。パスワードなしで保存したものを読んでください",
        "{path}: the PDF is encrypted with a password; save it without one and read that",
    ),
    "pdf-encryption": (
        "{path}: この PDF の暗号化を解くには cryptography が必要です（{install}）。"
        "暗号化せずに保存したものも読めます",
        "{path}: the PDF is encrypted in a way that needs cryptography; install it ({install}), "
        "or save it without encryption",
    ),
    "pdf-broken": (
        "{path}: PDF が読めない: {detail}。新しい PDF に印刷し直すか、テキストを保存してください",
        "{path}: the PDF cannot be read: {detail}; try to print it to a new PDF, or save its text",
    ),
    "pdf-no-text": (
        "{path}: PDF に文字がない。スキャンしたものなら、先に OCR が要る",
        "{path}: the PDF holds no text; it may be scanned, and needs OCR first",
    ),
    "office": (
        "{path}: 文書作成や表計算のソフトのファイル。PDF、HTML 又はテキストとして保存したものを"
        "読んでください",
        "{path}: is a file of Word, Excel or the like; save it as PDF, HTML or text and read that",
    ),
    "empty": (
        "{path}: 空のファイル。工程表の文書を指定してください",
        "{path}: is empty; expected a roadmap document",
    ),
    "is-plan": (
        "{path}: 計画のファイルで、文書ではない。計画どうしは spaceplan source diff で比べられます",
        "{path}: is a plan, not a document; spaceplan source diff compares plans",
    ),
    "no-topic": (
        "{name}: 番号の付いた論点がない。「1. …」のような見出しの下に項目がある文書を"
        "指定してください",
        "{name}: holds no numbered topic; expected headings such as '1. …' with bullets below them",
    ),
    "no-bullet": (
        "{name}: 論点はあるが、その下に項目がない。「1. …」のような見出しの下に項目がある文書を"
        "指定してください",
        "{name}: holds topics, but no bullet under any of them; "
        "expected headings such as '1. …' with bullets below them",
    ),
    "nothing-found": (
        "{path}: 項目のある論点が見つからない。「1. …」のような見出しの下に項目がある文書を"
        "指定してください",
        "{path}: no numbered topic with bullets was found in it; expected headings such as "
        "'1. …' with bullets below them",
    ),
    "nothing-to-check": (
        "{path}: 項目のある論点が見つからない。工程表の文書を指定してください"
        "（spaceplan source import --explain で何が読まれたか分かる）",
        "{path}: no numbered topic with bullets was found in it; expected a roadmap "
        "document (spaceplan source import --explain shows what was read)",
    ),
    # Files and options of the commands.
    "shipped": (
        "{path}: プログラムに付属の計画。別のファイルを指定してください",
        "{path}: is the plan that came with the program; name another file",
    ),
    "exists": (
        "{path}: 既にある。別のファイルにするか、--force を付けてください",
        "{path}: exists already; name another file, or add --force",
    ),
    "bad-label": (
        "--label: {label!r} で番号を始めることはできない。例: R6",
        "--label: {label!r} cannot begin an id; expected e.g. R6",
    ),
    "label-taken": (
        "--label: 計画は既に {label} 版である。新しい版には別の符号を付ける。例: {label}b",
        "--label: the plan is {label} already; give the revision another label, e.g. {label}b",
    ),
    # Why a line is in no milestone.
    "left-page-number": ("ページ番号", "page number"),
    "left-page-header": ("ページの見出し", "page header"),
    "left-title": ("文書の題", "title of the document"),
    "left-date": ("文書の日付", "date of the document"),
    "left-contents": ("目次", "table of contents"),
    "left-chart-label": ("図の中の語", "chart label"),
    "left-not-read": ("項目にも問いにも入らない文", "text outside any bullet or question"),
    "left-before": ("最初の論点より前", "before the first topic"),
    "left-goal": ("目標", "goal"),
    "left-note": ("注", "note"),
    "left-above-topics": ("論点より上の見出し", "heading above the topics"),
    "left-over-nested": ("下位の項目の見出し", "heading of nested items"),
    "left-table": ("表の見出し", "header of a table"),
    "left-rule": ("区切りの線", "line between parts"),
    "left-prose": ("約束の一覧に添えられた文章", "prose beside a list of commitments"),
    "left-number-taken": (
        "論点{number}は既にあるため論点{read}として読んだ",
        "topic number {number} is taken; read as {read}",
    ),
    "more-lines": (
        "ほか{count}行（source import --explain で全部を示す）",
        "… and {count} more lines: source import --explain shows all",
    ),
    "lines": ("{count}行", "{count} lines"),
    # Why something was read as it was.
    "why-quoted": ("かぎ括弧の名称の一部", "it stands in a quoted name"),
    "why-dates-name": ("直前に挙げたものの日付", "it dates what was named before it"),
    "why-dates-decision": ("決定などの日付", "it dates a decision"),
    "why-follows": ("その後に続くものの時期", "it is when what goes before it is"),
    "why-part-of-name": ("名称の一部", "it is part of a name"),
    "why-was-done": ("既に行ったことの時期", "it is when something was done"),
    "why-until-then": (
        "それまでの成果を踏まえるだけ",
        "what was found until then is only built on",
    ),
    "why-results-built-on": ("その結果を踏まえるだけ", "its results are only built on"),
    "why-goes-on-after": (
        "従来からの取組がその後も続く",
        "what was going on before goes on after it",
    ),
    "why-as-before": ("従来どおり続く", "it goes on as before"),
    "why-continue": ("動詞が継続を表す", "its verb is to continue"),
    "why-yearly-from": ("その年から毎年", "every year from it"),
    "why-foreseen": ("見据えるだけの出来事", "the event is only foreseen"),
    "why-looked-towards": ("見据えるだけの時期", "it is only looked towards"),
    "why-anothers": ("他者の行事", "the event is another's"),
    "why-premise": ("前提として挙げただけ", "it is only the premise of the work"),
    "why-possible": ("可能性にすぎない", "it is only a possibility"),
    "why-disaster": ("災害の名称の一部", "it is part of the name of a disaster"),
    "why-own-from": ("取組自身がその年から始まる", "the work's own event, from it on"),
    "why-own-work": ("取組がその時のものを造る", "the work makes what flies or opens then"),
    "why-unread-time": ("時期のような語が読めなかった", "it looks like a time, and was not read"),
    "why-no-language": (
        "この言語の時期は読めない",
        "the times of this language are not read",
    ),
    "why-introduced": ("導入の文が時期を述べる", "the introducing sentence says when"),
    "why-column": ("表の時期の欄による", "the table's column of times says so"),
    "why-column-ongoing": ("表の時期の欄に継続とある", "the table's column of times says ongoing"),
    "why-column-unclear": (
        "表の時期の欄から一つの時期が読めない",
        "the table's column of times names not one time",
    ),
    "why-flies-on": (
        "その時に打ち上げるものに載せる",
        "the work flies on what is launched then",
    ),
    "why-describes": (
        "取組が資するものの説明にすぎない",
        "it only describes something that the work serves",
    ),
    "why-service-begins": (
        "運用やサービスがその時までに始まる",
        "an operation or service is to begin by it",
    ),
    "why-no-time-by-which": (
        "それ以降というだけで期限ではない",
        "not before it, and no time by which",
    ),
    "why-own-event": ("取組自身が目指す出来事", "the event aimed at is the work's own"),
    "why-which-thing": (
        "何を指すかの説明で、時期ではない",
        "it tells which thing is meant, not when the work is done",
    ),
    "why-not-before": ("それより前には行わない", "not before it"),
    "why-early": ("その年も含めて早期に", "early, that year included"),
    "why-new-action": ("その時からの新しい取組", "a new action from it"),
    "why-begins": ("動詞が開始を表す", "its verb is to begin"),
    "why-behind-begin": ("始めるものに添えた時期", "it stands behind what is to begin"),
    "why-by": ("その時までに達成する", "to be achieved by it"),
    "why-in": ("その時に達成する", "to be achieved in it"),
    "why-window": ("取組の期間", "a window for the work"),
    "why-stands-with": (
        "達成するものに添えた時期",
        "it stands with what is to be achieved",
    ),
    "why-nothing-else": ("別の意味を示す語がない", "nothing says otherwise"),
    "why-every-few-years": (
        "数年ごとに行う（計画は毎年数える）",
        "it comes back every few years, and a plan counts every year",
    ),
    "why-every-year": ("毎年行う", "it comes back every year"),
    "why-from-event": ("出来事から数える", "it counts from an event"),
    "why-from-undated-event": (
        "出来事から数えるが、その日が文書にない",
        "it counts from an event whose date the document does not give",
    ),
    "why-had-ended": (
        "文書ができる前に終わっていた",
        "it had ended before the document was written",
    ),
    "why-no-time": ("時期を表す語がない", "no time is named"),
    "why-no-words": ("文言がない", "it has no words of its own"),
    "why-too-many": (
        "期限のある約束が多すぎて枝番が足りない",
        "it holds more dated commitments than there are letters for parts",
    ),
    # Why an item may stand in the wrong section.
    "doubt-done-in-plans": (
        "計画の見出しの下だが、行ったことを述べている",
        "it stands under plans, but tells what was done",
    ),
    "doubt-going-on-in-plans": (
        "計画の見出しの下だが、行っていることを述べている",
        "it stands under plans, but tells what is going on",
    ),
    "doubt-to-do-in-results": (
        "実績の見出しの下だが、これから行うことを述べている",
        "it stands under results, but tells what is to be done",
    ),
    "doubt-foretold": (
        "実績の見出しの下だが、予定や見込みを述べている",
        "it stands under results, but foretells",
    ),
    # What was decided.
    "repeats": ("{original} の再掲", "repeats {original}"),
    "times-a-year": ("（年{times}回）", " ({times} a year)"),
    "horizon": ("（見据える年 {horizon}）", " (horizon {horizon})"),
    "ground": ("「{words}」は{why}", "{words}: {why}"),
    "steps": ("。途中の段階: {steps}", "; earlier times in it are steps: {steps}"),
    "sure-high": ("高", "high"),
    "sure-medium": ("中", "medium"),
    "sure-low": ("低", "low"),
    "confidence": ("確度{sure}", "confidence {sure}"),
    # The draft.
    "draft-what": (
        "{name} からの下書き。確かめてから使ってください。不確かな箇所には注記がある。",
        "Drafted from {name}, for a person to go over: a comment tells where it is unsure.",
    ),
    "draft-then": (
        "手で直したら spaceplan check を実行してください。",
        "Run `spaceplan check` after editing it by hand.",
    ),
    "draft-no-day": (
        "文書に日付がないため仮の日です。決定日に直してください（または --decided）。",
        "The document names no day, this one is made up: make it the day of the decision.",
    ),
    "draft-unknown-owner": (
        "登録のない機関: {name}（{count}件で、名のまま担当とした）",
        "not in the registry: {name}, who acts in {count} of the items under its own name",
    ),
    "draft-results": (
        "実績として読み、目標にしなかった項目（{count}件）:",
        "Results, from which no target comes ({count}):",
    ),
    "draft-left": ("項目に入れなかった行:", "Lines that are in no milestone:"),
    "results": ("実績（目標にはしない）", "Results, from which no target comes"),
    "left": ("項目に入れなかった行", "Lines in no milestone"),
    "summary": ("まとめ", "Summary"),
    "count-subsections": (
        "（小区分{count}）",
        " ({count:subsection|subsections})",
    ),
    "counts": (
        "論点{topics}{below}、項目{bullets}（再掲{repeats}）、"
        "マイルストーン{milestones}、実績{results}（目標にはしない）",
        "{topics:topic|topics}{below}, {bullets:bullet|bullets} "
        "({repeats:repeat|repeats}), {milestones:milestone|milestones}; "
        "{results:result|results} kept apart",
    ),
    "day-made-up": (
        "文書に日付がないため決定日を {day} と仮定（--decided で指定）",
        "the document names no day; {day} stands for it (--decided DATE)",
    ),
    "with-confidence": (
        "確度{sure}: {count}件 {ids}",
        "{sure} confidence: {count}: {ids}",
    ),
    "doubtful": (
        "不確かな読み: {total}件中{count}件（ファイルに「# check:」）",
        'doubtful readings: {count} of {total}, marked "# check:" in the file',
    ),
    "look-first": ("先に見るもの", "What to look at first"),
    "look-first-ids": ("先に見るもの: {ids}", "To look at first: {ids}"),
    "times-not-read": (
        "この文書の言語の時期は読めない。どの項目にも時期がない",
        "the times of this document's language are not read: no item has one",
    ),
    "results-in-doubt": (
        "実績か計画か疑わしい実績: {count}件 {lines}",
        "results that may be plans, or plans told as done: {count}: lines {lines}",
    ),
    "zone-assumed": (
        "time_zone と fiscal_year は仮定（--time-zone、--fiscal-year）",
        "time_zone and fiscal_year are assumed (--time-zone, --fiscal-year)",
    ),
    "baseline-struck": (
        "当初の目標 {baseline} は文書で取り消されている。spaceplan record で履歴にできる",
        "the first target {baseline} is struck in the document; spaceplan record tells when",
    ),
    "bad-fiscal-year": (
        "--fiscal-year: {text!r} は読めない。例: 4、10:end",
        "--fiscal-year: {text!r} is not a fiscal year; expected e.g. 4 or 10:end",
    ),
    "bad-time-zone": (
        "--time-zone: {text!r} という時間帯はない。例: Asia/Tokyo",
        "--time-zone: there is no zone {text!r}; expected e.g. Asia/Tokyo",
    ),
    "repeats-but": (
        "{bullet} は {original} の再掲（細部が違う: {changed}）",
        "{bullet} repeats {original} with small differences: {changed}",
    ),
    "repeat-alone": (
        "{bullet} は再掲とあるが、元の項目がこの文書にない",
        "{bullet} is marked as a repeat, but its original is not in this document",
    ),
    "unknown-owner": (
        "{name} は機関の登録になく、名のまま{count}件の担当とした",
        "{name} acts in {count:item|items}; no registry has it, so it stands under its own name",
    ),
    "no-owner": (
        "{count}件は文面に担当がない",
        "without an owner that the text states: {count:milestone|milestones}",
    ),
    "not-read": (
        "読めなかった行: {count}",
        "{count:line|lines} not read, listed apart",
    ),
    # The proof.
    "proof-same": ("文言一致", "word for word"),
    "proof-moved": ("文言一致、番号が違う", "word for word, under another number"),
    "proof-changed": ("文言が変わった", "wording changed"),
    "proof-no-milestone": ("マイルストーンなし", "no milestone"),
    "proof-no-bullet": ("項目なし", "no bullet"),
    "proof-verdict": (
        "{bullets}項目中{same}項目が文言まで一致",
        "{same} of {bullets} bullets are encoded word for word",
    ),
    "proof-by": ("（{label}での位置による）", ", by their places in {label}"),
    "proof-there": ("（この文言は {place}）", " (these words are those of {place})"),
    "proof-gone": ("文書にない項目", "Not in the document"),
    "proof-left": ("項目に入らない行", "Lines in no bullet"),
    **REVISIONS,
}
