"""Answers composed: which columns, which words, which JSON. Rendering happens in ``render``."""
