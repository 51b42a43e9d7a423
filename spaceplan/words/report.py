"""What is said of reports."""

SAID: dict[str, tuple[str, str]] = {}
