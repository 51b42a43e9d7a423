"""The output formats by family: what ``--format`` takes. Help, completion and refusals follow."""

ANSWER = ("table", "plain", "json", "jsonl", "csv", "md")
CHECK = ("text", "json", "github")
PICTURE = ("text", "svg", "json")
EXPORT = ("ics", "csv", "xlsx", "jsonl", "sqlite", "md")
