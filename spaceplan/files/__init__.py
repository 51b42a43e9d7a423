"""One hand on the disk: content and its encoding, whole writes, locks, copies."""
