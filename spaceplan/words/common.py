"""What is said of every room."""

SAID: dict[str, tuple[str, str]] = {
    "left-out": ("幅が足りず省いた列: {names}", "left out for lack of width: {names}"),
    "did-you-mean": ("（{near!r} のことですか）", " (did you mean {near!r}?)"),
    "wrong": ("{what}", "{what}"),
    "expected": ("{what}。{expected}", "{what}; {expected}"),
    "option": ("{option}: {wrong}", "{option}: {wrong}"),
}
