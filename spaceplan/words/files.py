"""What is said of reading and writing files."""

SAID: dict[str, tuple[str, str]] = {
    # Reading.
    "no-such-file": ("{path}: ファイルがありません", "{path}: no such file"),
    "folder-not-plan": (
        "{path}: フォルダーです。計画ファイルを指定してください",
        "{path}: is a folder; expected a plan file",
    ),
    "folder-not-file": (
        "{path}: フォルダーです。ファイルを指定してください",
        "{path}: is a folder; expected a file",
    ),
    "waiting-for-pipe": (
        "{path} はパイプです。書き込まれるのを待っています",
        "{path} is a pipe; waiting for what is written to it",
    ),
    "cannot-be-read": ("{path}: 読めません: {why}", "{path}: cannot be read: {why}"),
    "too-large": ("ファイルが 64 MB を超えています", "the file is larger than 64 MB"),
    "expected-smaller": ("もっと小さいファイルが要ります", "expected a smaller one"),
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
    # Writing.
    "waiting": (
        "{path} に書き込んでいる別の spaceplan を待っています",
        "waiting for another spaceplan that is writing {path}",
    ),
    "gave-up": (
        "{path}: 別の spaceplan が {seconds} 秒前から書き込んでいます。"
        "何も変更していません。もう一度実行してください",
        "{path}: another spaceplan has been writing it for {seconds} seconds; "
        "nothing was changed, try again",
    ),
    "system-has-no-locks": (
        "{path}: このシステムにはファイルのロックがありません。何も変更していません",
        "{path}: this system has no file locks; nothing was changed",
    ),
    "no-locks": (
        "{path}: このファイルシステムにはロックがなく（{why}）、二人が同時に書き込むと"
        "互いの変更を消し合うおそれがあります。何も変更していません。"
        "計画をローカルディスクに写してください",
        "{path}: its file system has no locks ({why}), so two writers could undo "
        "each other's work; nothing was changed. Copy the plan to a local disk",
    ),
    "cannot-be-opened": ("{path}: 開けません: {why}", "{path}: cannot be opened: {why}"),
    "link-changed": (
        "{path}: その間にリンクが変わりました。何も変更していません",
        "{path}: the link was changed meanwhile; nothing was changed",
    ),
    "saved-meanwhile": (
        "{path}: その間に別の人が {times} 回保存しました。何も変更していません",
        "{path}: saved by somebody else {times} times meanwhile; nothing was changed",
    ),
    "removed-meanwhile": (
        "{path}: その間に削除されました。何も変更していません",
        "{path}: was removed meanwhile; nothing was changed",
    ),
    "no-regular-file": (
        "{path}: パイプ、デバイスなどで、普通のファイルではありません。"
        "計画ファイルを指定してください",
        "{path}: is no regular file but a pipe, a device or the like; expected a plan file",
    ),
    "plan-read-only": (
        "{path}: 読み取り専用です。何も変更していません",
        "{path}: is read-only; nothing was changed",
    ),
    "hard-links": (
        "{path}: ハードリンクが {count} 個あり、置き換えると切れてしまいます。"
        "何も変更していません。ほかをシンボリックリンクにしてください",
        "{path}: has {count} hard links, and replacing it would part them; "
        "nothing was changed. Make the others symbolic links",
    ),
    "plan-cannot-be-written": (
        "{path}: 書き込めません: {why}。ファイルは元のままです",
        "{path}: cannot be written: {why}; the file is as it was",
    ),
    "not-flushed": (
        "{path}: 書き込みましたが、フォルダーをディスクに反映できませんでした: {why}",
        "{path}: was written, but its folder could not be flushed: {why}",
    ),
    "owner": (
        "{path}: 所有者とグループ（{owner}）を保てません: {why}。何も変更していません",
        "{path}: its owner and group ({owner}) cannot be kept: {why}; nothing was changed",
    ),
    "attribute": (
        "{path}: 属性 {name} を保てません: {why}。何も変更していません",
        "{path}: its attribute {name} cannot be kept: {why}; nothing was changed",
    ),
    # Files made of a plan.
    "is-the-plan": (
        "{path}: 計画ファイルそのものです。別の名前を指定してください",
        "{path}: is the plan itself; expected the name of another file",
    ),
    "is-a-folder": (
        "{path}: フォルダーです。ファイル名を指定してください",
        "{path}: is a folder; expected the name of a file",
    ),
    "no-folder": (
        "{path}: フォルダー {folder} がありません",
        "{path}: the folder {folder} does not exist",
    ),
    "folder-not-made": (
        "{path}: フォルダーを作れません: {why}",
        "{path}: the folder cannot be made: {why}",
    ),
    "read-only": (
        "{path}: 読み取り専用です。元のままです",
        "{path}: is read-only; it is as it was",
    ),
    "cannot-be-written": ("{path}: 書き込めません: {why}", "{path}: cannot be written: {why}"),
    "exists": (
        "{path}: すでにあります。何も書き込んでいません",
        "{path}: exists already; nothing was written",
    ),
    "link-circle": (
        "{path}: リンクが堂々巡りです。ファイル名を指定してください",
        "{path}: is a link that leads back to itself; expected the name of a file",
    ),
    "link-to-nothing": (
        "{path}: リンク先 {target} がありません",
        "{path}: is a link to {target}, which does not exist",
    ),
    "no-file": (
        "{path}: ファイルではありません。ファイル名を指定してください",
        "{path}: is no file that can be written; expected the name of a file",
    ),
    "no-reader": (
        "{path}: パイプを読む相手がいません。ファイル名を指定してください",
        "{path}: is a pipe that nobody reads; expected the name of a file",
    ),
    # Why, where a system says so in words of its own.
    "why-not-allowed": ("アクセスする権限がありません", "permission denied"),
    "why-not-there": ("ありません", "there is no such file or folder"),
    "why-name-taken": ("同じ名前のものがすでにあります", "something of that name is there already"),
    "why-no-folder": (
        "パスの途中にフォルダーでないものがあります",
        "a part of its path is no folder",
    ),
    "why-a-folder": ("フォルダーです", "it is a folder"),
    "why-link-circle": ("リンクが堂々巡りです", "its links lead back to themselves"),
    "why-long-name": ("名前が長すぎます", "the name is too long"),
    "why-full": ("空き容量がありません", "no space is left"),
    "why-too-large": ("大きすぎます", "it would be too large"),
    "why-read-only": ("書き込めない場所です", "it lies on a read-only file system"),
    "why-many-open": ("開いているファイルが多すぎます", "too many files are open"),
    "why-disk": ("ディスクの入出力エラーです", "the disk reports an error"),
    "why-gone": ("ネットワーク上のファイルがなくなりました", "the file on the network is gone"),
    "why-nobody": ("向こう側に相手がいません", "nothing is at its other end"),
    "why-busy": ("使用中です", "it is in use"),
    # git
    "no-repository": (
        "{path}: git のリポジトリーではありません（または git がありません）",
        "{path}: is in no git repository, or there is no git",
    ),
    # Copies to edit.
    "no-copy": (
        "編集用の写しを作れません: {why}",
        "a copy to edit cannot be made: {why}",
    ),
}
