"""What is said of reading a plan file."""

SAID: dict[str, tuple[str, str]] = {
    "faults": ("{name} に誤りが {count} 件あります", "{name} has {count:fault|faults}"),
    "more-faults": (
        "… 他に {count} 件: spaceplan check {name}",
        "… and {count} more: spaceplan check {name}",
    ),
    "would-be": (
        "{path} は変更していません。変更すると上の誤りを含む計画になります",
        "{path} is not changed: it would be a plan with these faults",
    ),
    # Editing.
    "no-milestones": (
        "計画にマイルストーンのリストがありません",
        "the plan has no list of milestones",
    ),
    "milestones-aliased": (
        "マイルストーンのリストをエイリアスも使っています",
        "an alias says the same as the milestones",
    ),
    "milestones-empty": (
        "マイルストーンのリストが空です",
        "the list of milestones is empty",
    ),
    "milestone-is-alias": (
        "マイルストーンがエイリアス（*名前）です",
        "a milestone is an alias (*name)",
    ),
    "list-changes-form": (
        "マイルストーンのリストの形が変わります",
        "the list of milestones would change its form",
    ),
    "new-alias": ("新しい文章にエイリアスがあります", "the new text has an alias"),
    "reads-otherwise": (
        "周りの文章の読み方が変わります",
        "the text around it would read otherwise",
    ),
    # What a part of a plan is called.
    "a-plan": ("計画", "a plan"),
    "a-document": ("文書", "a document"),
    "a-topic": ("論点", "a topic"),
    "a-subsection": ("節", "a subsection"),
    "a-milestone": ("マイルストーン", "a milestone"),
    "an-entry": ("履歴の記録", "a history entry"),
    "a-text": ("2言語の文", "a text in two languages"),
    "the": ("{name}", "{name}"),
    "the-owner": ("担当 {code}", "the owner {code}"),
    # The file as a whole.
    "too-many": ("誤りなどが {count} 件を超えました", "more than {count} findings"),
    "rest-unseen": ("残りは調べていません", "the rest was not looked at"),
    "empty": ("ファイルが空です", "the file is empty"),
    "expected-plan": (
        "計画が要ります。spaceplan init で作れます",
        "expected a plan: spaceplan init makes one",
    ),
    "no-plan": ("ファイルは計画ではありません", "the file is not a plan"),
    "expected-format": ("format: 1 などが要ります", "expected format: 1 and the rest"),
    "unknown-format": ("format {text} は分かりません", "format {text} is not known"),
    "reads-format": ("この spaceplan は format 1 を読みます", "this spaceplan reads format 1"),
    # Shapes.
    "no-mapping": ("{what}が「キー: 値」の形ではありません", "{what} is not a mapping"),
    "expected-mapping": ("「キー: 値」の行が要ります", "expected KEY: VALUE lines"),
    "expected-registry": (
        "略号: {{ja: …, en: …}} が要ります",
        "expected CODE: {{ja: …, en: …}}",
    ),
    "unknown-key": ("キー {name!r} は分かりません", "unknown key {name!r}"),
    "expected-one-of": ("{names} のいずれかが要ります", "expected one of {names}"),
    "has-no": ("{what}に {name} がありません", "{what} has no {name}"),
    "expected-key": ("{name}: … が要ります", "expected {name}: …"),
    "key-twice": ("キー {name!r} が2度あります", "the key {name!r} stands twice"),
    "keep-one": (
        "{line}行目に既にあります。一つにしてください",
        "it stands already in line {line}; keep one",
    ),
    "no-value": (
        "値のあるべき所にリストか「キー: 値」があります",
        "a list or mapping where a value belongs",
    ),
    "expected-value": ("値が要ります", "expected a value"),
    "key-alone": ("値のないキーです", "a key without a value"),
    "value-or-no-key": (
        "値を書くか、キーを消してください",
        "expected a value, or delete the key",
    ),
    "no-list": ("{what} がリストではありません", "{what} is not a list"),
    "expected-list": (
        "[A, B] または「- 」で始まる行が要ります",
        "expected [A, B] or lines with '- '",
    ),
    "names-twice": ("リストに同じものが2度あります", "the list names something twice"),
    "each-once": ("それぞれ一度だけ書きます", "each once"),
    "no-words": ("文がありません", "a text with no words"),
    "expected-words": ("{{ja: …, en: …}} が要ります", "expected {{ja: …, en: …}}"),
    "no-pairs": ("places が「キー: 値」の形ではありません", "places is not a mapping"),
    "expected-pairs": ("{{版: 位置}} が要ります", "expected {{LABEL: place}}"),
    # The head.
    "unknown-zone": ("時間帯 {text!r} は分かりません", "time zone {text!r} is not known"),
    "expected-zone": ("Asia/Tokyo のように書いてください", "expected e.g. Asia/Tokyo"),
    "no-month": ("{text!r} は月ではありません", "{text!r} is no month"),
    "expected-month": ("1から12までの数が要ります", "expected 1 to 12"),
    "others-no-code": ("'others' は担当の略号にできません", "'others' is no owner's code"),
    "others-means": ("「等」を表します", "it stands for 等"),
    "names-both": (
        "{name!r} は {one} と {other} の両方の名です",
        "{name!r} names both {one} and {other}",
    ),
    "one-owner": (
        "名称や別名は一つの担当のものです",
        "a name or alias belongs to one owner",
    ),
    "topic-twice": ("論点 {number} が2度あります", "topic {number} stands twice"),
    "number-anew": ("番号を付け直してください", "number it anew"),
    "subsection-twice": ("同じ番号の節が2度あります", "a subsection stands twice"),
    # Owners and reasons by their codes.
    "others-not-last": ("'others' が最後にありません", "'others' is not last"),
    "expected-others-last": (
        "[主担当, …, others] の順に書きます",
        "expected [LEAD, …, others]",
    ),
    "owner-by-name": ("{name!r} は担当の名称です", "{name!r} is the name of an owner"),
    "expected-its-code": ("略号が要ります", "expected its code"),
    "unknown-owner": (
        "担当 {name!r} は計画の owners にありません",
        "owner {name!r} is not in the plan's owners",
    ),
    "expected-code": ("その略号のいずれかが要ります", "expected one of its codes"),
    "unknown-reason": (
        "理由 {reason!r} は計画の reasons にありません",
        "reason {reason!r} is not in the plan's reasons",
    ),
    "expected-reason": ("{codes} のいずれかが要ります", "expected {codes}"),
    # A milestone.
    "no-topic-said": (
        "{id} からは論点が分かりません",
        "{id} does not say its topic",
    ),
    "expected-topic-said": (
        "論点の番号で始まるIDか、topic: 番号 が要ります",
        "expected an id that begins with the topic's number or code, or topic: N",
    ),
    "no-topic": ("論点 {number} はありません", "there is no topic {number}"),
    "expected-topic": (
        "計画の論点のいずれかが要ります: {numbers}",
        "expected one of the plan's topics: {numbers}",
    ),
    "repeat-with-own": ("再掲に自身の {name} があります", "a repeat with its own {name}"),
    "repeat-inherits": (
        "再掲は {original} から引き継ぎます。この行を消してください",
        "a repeat inherits it from {original}; delete this line",
    ),
    "kind-without-target": ("{kind} なのに目標がありません", "a {kind} without a target"),
    "expected-target": (
        "target: … または kind: ongoing が要ります",
        "expected target: …, or kind: ongoing",
    ),
    "ongoing-with-target": (
        "継続（ongoing）なのに目標があります",
        "an ongoing milestone with a target",
    ),
    "expected-horizon": (
        "別の種別にするか、言及だけの年なら horizon: に書いてください",
        "expected another kind, or horizon: for a year that is only named",
    ),
    "recurring-once": (
        "毎年度（recurring）なのに目標が {target} です",
        "a recurring milestone with the target {target}",
    ),
    "recurring-unit": (
        "毎年の目標 {target} が年単位ではありません",
        "a recurring milestone with the target {target}, which is not by years",
    ),
    "expected-years": (
        "年度（FY2019..）か暦年（2019..）で書いてください",
        "expected fiscal years (FY2019..) or calendar years (2019..)",
    ),
    "expected-every": ("ある年から毎年の形が要ります", "expected every year from one on"),
    "no-last-day": ("{kind} なのに終わりの日がありません", "a {kind} with no last day"),
    "expected-one-or-range": ("一つの時期か A..B が要ります", "expected one time or A..B"),
    "window-one-end": ("期間（window）の片方しかありません", "a window with one end"),
    "expected-range": ("A..B が要ります", "expected A..B"),
    "deadline-two-ends": (
        "期限（deadline）なのに始まりと終わりがあります",
        "a deadline with two ends",
    ),
    "expected-window": ("kind: window が要ります", "expected kind: window"),
    "ends-before": ("{time} は始まる前に終わります", "{time} ends before it begins"),
    "expected-earlier-later": ("早い方..遅い方 の順に書きます", "expected EARLIER..LATER"),
    "progress-of-recurring": ("recurring に progress があります", "a recurring one with progress"),
    "years-are-met": (
        "年度ごとの実施は履歴が数えます",
        "its history counts what took place in each year",
    ),
    "times-of-kind": ("{kind} に times があります", "a {kind} with times"),
    "times-belong": (
        "times は kind: recurring のものです",
        "times belong to kind: recurring",
    ),
    "no-baseline": (
        "{id} に目標があるのに当初目標（baseline）がありません",
        "{id} has a target and no baseline",
    ),
    "first-target-kept": (
        "最初の目標は baseline に残します",
        "the first target is kept as baseline",
    ),
    "no-fingerprint": ("{id} に文言の指紋がありません", "{id} has no fingerprint"),
    "by-hand-or-missing": (
        "手で加えたものか、text: が抜けています",
        "added by hand, or text: is missing",
    ),
    "long-title": (
        "{id} の件名が{most}字を超えています",
        "the title of {id} is longer than {most} characters",
    ),
    "short-title": (
        "表に収まる件名にして、残りは remark に書いてください",
        "expected one that fits a table; the rest belongs into remark",
    ),
    # Signs of damage.
    "ids-alike": (
        "{id} と {other} は、前のゼロ、大文字小文字、全角半角しか違いません",
        "{id} and {other} differ only by leading zeros, case or width",
    ),
    "topic-and-id": (
        "{number} は論点の番号で、マイルストーンのIDでもあります",
        "{number} names a topic, and a milestone too",
    ),
    "say-topic": (
        "{number} と書けばマイルストーンを指し、論点は「論点{number}」と書かないと指せません",
        "{number} alone means the milestone; the topic is only found as 'topic {number}'",
    ),
    "one-of-them": (
        "一方は書き誤りではありませんか",
        "is one of them a slip?",
    ),
    "half": (
        "{id} に {name} があるのに {other} がありません",
        "{id} has {name} and no {other}",
    ),
    "empty-topic": (
        "論点 {number} にマイルストーンがありません",
        "topic {number} has no milestone",
    ),
    "gap": (
        "{id} の前の {gap} がありません",
        "{gap} is missing before {id}",
    ),
    "same-fingerprint": (
        "{id} の文言の指紋が {other} と同じです",
        "{id} has the fingerprint of {other}",
    ),
    "expected-repeat": (
        "再掲なら same_as: を書き、そうでなければ自身の text: が要ります",
        "expected same_as: if it repeats that one, else a text: of its own",
    ),
    "see-what": (
        "欠けたものは git diff、または文書と比べる spaceplan source check で分かります",
        "git diff, or spaceplan source check with the document, shows what is lost",
    ),
    # Against its history.
    "not-last-entry": (
        "{id}: {name} は {value} ですが、最後の記録では {last} です",
        "{id}: {name} is {value}, its last entry says {last}",
    ),
    "ended-unsaid": (
        "{id} は {value} ですが、いつ、なぜかの記録がありません",
        "{id} is {value} and no history entry says when or why",
    ),
    "moved-unsaid": (
        "{id}: 目標 {value} が当初目標 {baseline} と違いますが、理由の記録がありません",
        "{id}: target {value} is not its baseline {baseline} and no history entry says why",
    ),
    "rebaselined-unsaid": (
        "{id}: 再設定した基準 {value} を説明する履歴がありません",
        "{id}: rebaseline {value}, and no history entry says who decided it",
    ),
    "rebaselined-by-nobody": (
        "{id}: 基準の再設定に決定者か出典がありません",
        "{id}: a baseline was set anew without its authority or its source",
    ),
    "expected-authority": (
        "authority と source を書いてください",
        "expected authority and source",
    ),
    "record-change": (
        "変更を記録してください: spaceplan record {id}",
        "record the change with: spaceplan record {id}",
    ),
    "record-it": (
        "記録してください: spaceplan record {id}",
        "record it with: spaceplan record {id}",
    ),
    # History.
    "entry-order": (
        "上の記録より前に記録された履歴があります",
        "a history entry recorded before the one above it",
    ),
    "expected-entry-order": (
        "記録した順に並べます",
        "entries stand in the order in which they were recorded",
    ),
    "entry-ahead": (
        "記録の日付 {date} が、記録した日より後です",
        "an entry dated {date}, after it was recorded",
    ),
    "dated-ahead": (
        "記録の日付 {date} が未来です（今日は {today}）",
        "an entry dated {date}, in the future (today is {today})",
    ),
    "recorded-ahead": (
        "記録した日 {recorded} が未来です（今日は {today}）",
        "an entry recorded on {recorded}, in the future (today is {today})",
    ),
    "before-decided": (
        "記録の日付 {date} が計画の決定日 {decided} より前です",
        "an entry dated {date}, before the plan was decided on {decided}",
    ),
    "from-differs": (
        "{name} の変更前が {old} とありますが、その前の記録では {value} です",
        "{name} is said to have been {old}, by the entries before it it was {value}",
    ),
    "entry-tells-past": (
        "記録は、事実になったことを書くものです",
        "an entry tells what has become true",
    ),
    "no-edit": ("{name} が [前, 後] の形ではありません", "{name} is not [from, to]"),
    "expected-edit": ("{name}: [前, 後] が要ります", "expected {name}: [from, to]"),
    "not-true": ("{text!r} は true ではありません", "{text!r} is not true"),
    "expected-true": (
        "true と書くか、キーを消してください",
        "expected true, or delete the key",
    ),
    # Beside one another.
    "id-twice": ("番号 {id} が2度あります", "the id {id} stands twice"),
    "id-once": (
        "{line}行目に既にあります。番号は一度だけ与えます",
        "it stands already in line {line}; an id is given once",
    ),
    "beside-parts": (
        "{id} が自身の部分 {parts} と並んでいます",
        "{id} stands beside its own parts {parts}",
    ),
    "whole-or-split": (
        "文書の項目は、全体のままか、分けるかのどちらかです",
        "a bullet is whole or split",
    ),
    "same-as-nothing": (
        "same_as の {name} は計画にありません",
        "same_as {name} is nothing",
    ),
    "same-as-circle": ("same_as が循環しています: {circle}", "same_as goes in a circle: {circle}"),
    "same-as-repeat": (
        "same_as の {name} 自体が再掲です",
        "same_as {name} is itself a repeat",
    ),
    "expected-original": ("元の項目が要ります", "expected the original"),
    "expected-id": ("番号が要ります", "expected an id"),
    "sees-itself": ("{id} が自身を参照しています", "{id} refers to itself"),
    "expected-other": ("別の番号が要ります", "expected another id"),
    "after-nothing": ("after の {name} は計画にありません", "after {name} is nothing"),
    "after-itself": ("{id} が自身の後とされています", "{id} is after itself"),
    "after-circle": (
        "after が循環しています: {circle}",
        "after goes in a circle: {circle}",
    ),
    "expected-no-circle": (
        "どれか一つを除いてください",
        "each leads to the next; one of them must go",
    ),
    "confidence-of-nothing": (
        "見込み（forecast）がないのに確度（confidence）があります",
        "confidence without a forecast",
    ),
    "expected-forecast": ("forecast: … が要ります", "expected forecast: …"),
    "forecast-recurring": (
        "毎年度（recurring）のものに見込み（forecast）があります",
        "a recurring milestone with a forecast",
    ),
    "expected-no-forecast": (
        "毎年度のものは年度ごとに数えるため、見込みの時期はありません",
        "expected none: each of its years counts by itself",
    ),
    "see-nothing": ("see の {name} は計画にありません", "see {name} is nothing"),
    "supersedes-nothing": (
        "supersedes の {name} は計画にありません",
        "supersedes {name} is nothing",
    ),
    "supersedes-itself": ("{id} が自身の後継とされています", "{id} supersedes itself"),
    "supersedes-circle": (
        "supersedes が循環しています: {circle}",
        "supersedes goes in a circle: {circle}",
    ),
    "superseded-open": (
        "{id} は {by} に引き継がれましたが、{status} のままです",
        "{id} is superseded by {by}, but still {status}",
    ),
    "expected-given-up": (
        "取りやめたなら: spaceplan update {id} --status dropped",
        "if it is given up: spaceplan update {id} --status dropped",
    ),
    "no-subsection": (
        "論点 {topic} に節 {number} はありません",
        "topic {topic} has no subsection {number}",
    ),
    "has": ("あるのは {have} です", "it has {have}"),
    "none": ("なし", "none"),
}
