"""What is said of times and references."""

SAID: dict[str, tuple[str, str]] = {}
