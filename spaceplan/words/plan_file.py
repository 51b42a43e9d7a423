"""What is said of reading a plan file."""

SAID: dict[str, tuple[str, str]] = {
    "faults": ("{name} に誤りが {count} 件あります", "{name} has {count:fault|faults}"),
    "more-faults": (
        "… 他に {count} 件: spaceplan check {name}",
        "… and {count} more: spaceplan check {name}",
    ),
}
