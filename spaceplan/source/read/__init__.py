"""A roadmap document read: text, lines, topics, bullets."""
