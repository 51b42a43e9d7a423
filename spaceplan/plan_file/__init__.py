"""The plan as a file: finding it, reading it with places, caching what was read."""
