"""What is said of tables that come back."""

SAID: dict[str, tuple[str, str]] = {}
