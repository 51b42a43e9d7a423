"""What is said of commands that change a plan: refusals, questions, confirmations."""

SAID: dict[str, tuple[str, str]] = {}
