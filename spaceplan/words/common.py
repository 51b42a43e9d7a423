"""What is said of every room."""

SAID: dict[str, tuple[str, str]] = {
    "left-out": ("幅が足りず省いた列: {names}", "left out for lack of width: {names}"),
    "did-you-mean": ("（{near!r} のことですか）", " (did you mean {near!r}?)"),
    "wrong": ("{what}", "{what}"),
    "expected": ("{what}。{expected}", "{what}; {expected}"),
    # What serves where a library is missing, by what spaceplan was installed with.
    "install": (
        "pip install {package}、pipx なら pipx inject spaceplan {package}、"
        "uv なら uv tool install --with {package} spaceplan",
        "pip install {package}; with pipx: pipx inject spaceplan {package}; "
        "with uv: uv tool install --with {package} spaceplan",
    ),
    # What may take long, beside a bar.
    "reading": ("読み込み中", "reading"),
    "checking": ("検査中", "checking"),
    "changing": ("変更中", "changing"),
    "making": ("作成中", "making"),
    "option": ("{option}: {wrong}", "{option}: {wrong}"),
}
