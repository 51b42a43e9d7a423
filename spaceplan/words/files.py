"""What is said of reading and writing files."""

SAID: dict[str, tuple[str, str]] = {}
