"""What is said of answers."""

SAID: dict[str, tuple[str, str]] = {}
