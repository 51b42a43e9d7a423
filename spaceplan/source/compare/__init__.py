"""Documents and plans held against each other."""
