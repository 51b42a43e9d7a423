"""One module per command: parse, ask, render, return."""
