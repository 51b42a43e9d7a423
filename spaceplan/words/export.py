"""What is said of exports."""

SAID: dict[str, tuple[str, str]] = {}
