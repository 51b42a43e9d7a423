"""What is said of commands: refusals and questions."""

SAID: dict[str, tuple[str, str]] = {}
