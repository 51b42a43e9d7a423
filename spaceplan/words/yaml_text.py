"""What is said of YAML text."""

SAID: dict[str, tuple[str, str]] = {}
