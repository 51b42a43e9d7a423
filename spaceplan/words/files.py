"""What is said of reading and writing files."""

SAID: dict[str, tuple[str, str]] = {
    # Reading.
    "no-such-file": ("{path}: ファイルがありません", "{path}: no such file"),
    "folder-not-plan": (
        "{path}: フォルダーです。計画ファイルを指定してください",
        "{path}: is a folder; expected a plan file",
    ),
    "cannot-be-read": ("{path}: 読めません: {why}", "{path}: cannot be read: {why}"),
    "too-large": ("ファイルが 64 MB を超えています", "the file is larger than 64 MB"),
    "expected-size": (
        "10,000 件の計画でおよそ 5 MB です",
        "a plan of 10,000 milestones takes about 5 MB",
    ),
    # Encodings.
    "control-character": ("制御文字 U+{code}", "control character U+{code}"),
    "plain-text": (
        "計画は普通のテキストです。消すか、二重引用符の中でエスケープして書いてください",
        "a plan is plain text; delete it or write it as an escape in double quotes",
    ),
    "second-mark": ("バイト順マークが二つあります", "a second byte-order mark"),
    "delete-it": ("消してください", "delete it"),
    "is-utf16": (
        "ファイルが UTF-16 または UTF-32 です",
        "the file is UTF-16 or UTF-32",
    ),
    "save-utf8": ("UTF-8 で保存してください", "save it as UTF-8"),
    "save-utf8-for-example": (
        "UTF-8 で保存してください。例: {command}",
        "save it as UTF-8, for example: {command}",
    ),
    "not-utf8-byte": ("UTF-8 ではありません（バイト 0x{byte}）", "not UTF-8 (byte 0x{byte})"),
    "not-utf8-likely": (
        "UTF-8 ではありません。おそらく {likely} です",
        "not UTF-8; likely {likely}",
    ),
    "byte-not-utf8": (
        "{place}: UTF-8 ではありません（バイト 0x{byte}）。UTF-8 で保存してください",
        "{place}: not UTF-8 (byte 0x{byte}); save it as UTF-8",
    ),
    "zero-byte": (
        "{place}: ゼロバイトがあります。テキストではないか、壊れています。テキストが必要です",
        "{place}: a zero byte: the file is binary, or damaged; expected text",
    ),
    "encoding-unknown": (
        "{place}: 文字コードが分かりません。UTF-8 で保存するか、--encoding で指定してください",
        "{place}: its encoding is not known; save it as UTF-8, or name it with --encoding",
    ),
    "encoding-unclear": (
        "{place}: UTF-8 ではなく、文字コードを決められません。候補: {likely}。"
        "UTF-8 で保存するか、指定してください。例: --encoding {codec}",
        "{place}: not UTF-8, and its encoding cannot be told: likely {likely}; "
        "save it as UTF-8, or name it, for example --encoding {codec}",
    ),
    "not-whole": (
        "{place}: {encoding} として読めません。別の文字コードか、壊れています",
        "{place}: is not whole {encoding}; it is in another encoding, or damaged",
    ),
    "no-encoding": (
        "--encoding {encoding}: そのような文字コードはありません。例: utf-8、cp932、euc-jp、cp1252",
        "--encoding {encoding}: there is no such encoding; "
        "expected for example utf-8, cp932, euc-jp or cp1252",
    ),
}
