"""From bullets to a drafted plan: times, owners, kinds, titles."""
