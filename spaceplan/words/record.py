"""What is said of recording changes."""

SAID: dict[str, tuple[str, str]] = {}
