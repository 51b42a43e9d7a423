"""What is said of every room."""

SAID: dict[str, tuple[str, str]] = {
    "did-you-mean": ("（{near!r} のことですか）", " (did you mean {near!r}?)"),
    "wrong": ("{what}", "{what}"),
    "expected": ("{what}。{expected}", "{what}; {expected}"),
    "option": ("{option}: {wrong}", "{option}: {wrong}"),
}
