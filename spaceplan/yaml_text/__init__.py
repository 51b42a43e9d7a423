"""Any YAML text, changed by the byte: its tree, its places, its spelling. Knows no milestone."""
