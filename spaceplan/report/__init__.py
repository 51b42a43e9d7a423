"""The report of a period: what it contains (``content``), said in sections (``sections``), and as
Markdown, mail text, JSON or HTML (``forms``)."""
