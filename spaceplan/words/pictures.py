"""What is said of pictures."""

SAID: dict[str, tuple[str, str]] = {}
