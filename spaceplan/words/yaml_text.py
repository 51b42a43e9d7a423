"""What is said of YAML text: what it holds wrongly, and what cannot be edited safely."""

SAID: dict[str, tuple[str, str]] = {
    # Reading.
    "not-yaml": ("YAML ではありません: {why}", "not YAML: {why}"),
    "a-plan": ("計画が必要です", "expected a plan"),
    "a-plan-in-yaml": ("YAML で書いた計画が必要です", "expected a plan in YAML"),
    "too-deep": ("入れ子が {depth} 段を超えています", "nested more than {depth} deep"),
    "eight-levels": ("計画に必要なのは 8 段ほどです", "a plan needs about eight levels"),
    "too-many-aliases": ("エイリアスが {count} 個を超えています", "more than {count} aliases"),
    "expands-too-far": (
        "エイリアスを展開すると値が {count} 個を超えます",
        "the aliases stand for more than {count} values",
    ),
    "write-values-out": ("値をそのまま書いてください", "write the values out"),
    "write-it-out": ("そのまま書いてください", "write it out"),
    "second-document": ("ここから二つ目の文書が始まっています", "a second document begins here"),
    "one-yaml-document": ("一つの計画は一つの YAML 文書です", "one plan is one YAML document"),
    "odd-key": ("キーがリストまたはマッピングです", "a key that is a list or a mapping"),
    "plain-keys": ("キーは単純な語です", "keys are plain words"),
    "tag": ("タグ {tag!r} があります", "the tag {tag!r}"),
    "no-tags": (
        "計画にタグは使えません。値はすべて書かれた文字のまま読みます",
        "a plan has no tags; every value is read as the text that it is",
    ),
    "no-anchor": ("エイリアス *{name} のアンカーがありません", "the alias *{name} has no anchor"),
    "anchor-above": (
        "上に & とその名前が必要です",
        "expected & and its name above",
    ),
    "contains-itself": (
        "エイリアス *{name} が自分自身を含んでいます",
        "the alias *{name} contains itself",
    ),
    "merges-nothing": ("<< の先がマッピングではありません", "<< merges no mapping"),
    "merge-form": ("<< : *名前 の形で書いてください", "expected << : *name"),
    "too-many-merged": (
        "<< で取り込むキーが {count} 個を超えています",
        "<< brings in more than {count} keys",
    ),
    "line-separator": (
        "引用符の外に行区切り U+{code} があります",
        "the line separator U+{code} outside quoted text",
    ),
    "delete-or-quote": (
        "消すか、引用符で囲んでください",
        "delete it, or quote the text",
    ),
    "begun-at": (
        "{hint}（{line} 行 {column} 桁から始まる部分の中）",
        "{hint} (in what begins at line {line}, column {column})",
    ),
    # What the parser complains of.
    "complaint": ("YAML: {problem}", "YAML: {problem}"),
    "context": ("{context}", "{context}"),
    "tab": ("YAML で空白しか使えない所にタブがあります", "a tab where YAML allows only spaces"),
    "conflict": (
        "git が統合できなかった変更の印があります",
        "the mark of a merge that git left to you",
    ),
    "conflict-expected": (
        "spaceplan resolve で解消するか、残す行を決めて "
        "<<<<<<<、=======、>>>>>>> の行を消してください",
        "settle it with spaceplan resolve, or decide which lines stay and delete those of "
        "<<<<<<<, ======= and >>>>>>>",
    ),
    "character": (
        "YAML の記号の所に別の文字 {shown}（U+{code}）があります",
        "the character {shown} (U+{code}) where YAML wants its own",
    ),
    "other-space": (
        "空白の所に別の空白（U+{code}）があります",
        "another space (U+{code}) where YAML wants its own",
    ),
    "character-expected": (
        "半角の記号と空白で書いてください",
        "write the ASCII character: a space, ':', '-', ',' or a straight quote",
    ),
    "cut-by-hash": (
        "値が {rest!r} の前で終わっています",
        "the value ends before {rest!r}, which is read as a comment",
    ),
    "quote-it": (
        "値の続きなら、値全体を引用符で囲んでください",
        "quote the value if that belongs to it",
    ),
    "tab-expected": ("字下げには空白を使ってください", "indent with spaces"),
    "no-value": (
        "YAML: 値の先頭に使えない文字です",
        "YAML: a character that cannot begin a value",
    ),
    "no-value-expected": ("値を引用符で囲んでください", "quote the value"),
    "no-colon": ("YAML: キーの後に ':' がありません", "YAML: no ':' after a key"),
    "no-colon-expected": ("「キー: 値」と書いてください", "expected KEY: VALUE"),
    "unfitting-line": (
        "YAML: この行はブロックに合いません",
        "YAML: a line that does not fit its block",
    ),
    "unfitting-line-expected": ("字下げを確かめてください", "check the indentation"),
    "no-item": ("YAML: リストの項目でない行です", "YAML: a line that is no list item"),
    "no-item-expected": ("'- ' で始めてください", "expected '- '"),
    "open-brace": ("YAML: {{ }} が閉じていません", "YAML: a {{ }} that is not closed"),
    "open-brace-expected": ("',' か '}}' が必要です", "expected ',' or '}}'"),
    "open-bracket": ("YAML: [ ] が閉じていません", "YAML: a [ ] that is not closed"),
    "open-bracket-expected": ("',' か ']' が必要です", "expected ',' or ']'"),
    "open-quote": ("YAML: 引用符が閉じていません", "YAML: a quote that is not closed"),
    "open-quote-expected": ("閉じる引用符が必要です", "expected the closing quote"),
    "unknown-escape": ("YAML: 知らないエスケープです", "YAML: an unknown escape"),
    "unknown-escape-expected": (
        '"…" の中のバックスラッシュは \\\\ と書いてください',
        'write \\\\ for a backslash in "…"',
    ),
    "second-colon": ("YAML: 一行に二つ目の ': ' があります", "YAML: a second ': ' in one line"),
    "second-colon-expected": (
        "': ' を含む値は引用符で囲んでください",
        "quote a value with ': ' in it",
    ),
    "another-document": (
        "YAML: ここから二つ目の文書が始まっています",
        "YAML: a second document begins here",
    ),
    "another-document-expected": ("一つの計画は一つの文書です", "one plan is one document"),
    # Editing.
    "cannot-edit": (
        "{place}: {reason}。安全に変更できないので、手で編集してください",
        "{place}: {reason}; this cannot be changed safely, edit it by hand",
    ),
    "ends-in-alias": (
        "エイリアス（*名前）で終わっています",
        "it ends in an alias (*name)",
    ),
    "value-ends-in-alias": (
        "値がエイリアス（*名前）で終わっています",
        "its value ends in an alias (*name)",
    ),
    "anchor-used": (
        "アンカー &{anchor} をほかが使っています",
        "others use its anchor &{anchor}",
    ),
    "comment-lost": (
        "中のコメントが失われます",
        "a comment inside it would be lost",
    ),
    "has-tag": ("タグが付いています", "it has a tag"),
    "from-merge": (
        "{key} はマージ（<<）から来ています",
        "its {key} comes from a merge (<<)",
    ),
    "is-alias": (
        "{key} がエイリアス（*名前）です",
        "its {key} is an alias (*name)",
    ),
    "explicit-key": (
        "キーが '?' で書かれています",
        "its key is written with '?'",
    ),
    "nothing-stays": ("何も残りません", "nothing of it would stay"),
    "file-ends-inside": (
        "ファイルがこの文章の途中で終わっています",
        "the file ends inside this text",
    ),
    "beside-dash": (
        "ダッシュと同じ行にあります",
        "it shares its line with the dash",
    ),
    "beside-item": (
        "ほかの項目と同じ行にあります",
        "it shares its line with another item",
    ),
    "item-is-alias": (
        "項目にエイリアス（*名前）があります",
        "an item of it is an alias (*name)",
    ),
    "no-block-list": (
        "{key} は追加できるブロック形式のリストではありません。手で追加してください",
        "{key} is no block list that can be added to; add by hand",
    ),
    "no-end": (
        "{key} の終わりが分かりません。手で追加してください",
        "the end of {key} cannot be told; add by hand",
    ),
}
