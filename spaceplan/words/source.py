"""What is said of roadmap documents."""

SAID: dict[str, tuple[str, str]] = {}
