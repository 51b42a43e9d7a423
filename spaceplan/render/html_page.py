"""A page of headings, facts and sentences as one HTML file that needs nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from spaceplan.render.page import Block, Facts, Heading, Line
from spaceplan.render.table import Table, text_of
from spaceplan.render.text import visible

_STYLE = (
    "body{font-family:sans-serif;line-height:1.5;max-width:60em;margin:2em auto;padding:0 1em}"
    "h2{border-bottom:1px solid #999;margin-top:1.5em}"
    "dl{display:grid;grid-template-columns:max-content auto;gap:.2em 1em;margin:.4em 0}"
    "dt{font-weight:bold}dd{margin:0}p{margin:.3em 0}p.in{margin-left:2em;color:#444}"
    "h1{font-size:1.5em}h1,h2,dd,p{overflow-wrap:anywhere}"
    "table{border-collapse:collapse}td,th{border:1px solid #999;padding:.2em .5em;text-align:left;"
    "vertical-align:top}.n{white-space:nowrap}"
    # On a phone each row is a card, and each cell says what it is.
    "@media(max-width:40em){body{margin:1em auto}tr:first-child,td:empty{display:none}"
    "tr{display:block;border:1px solid #999;margin:.6em 0;padding:.3em .5em}"
    "td{display:block;border:0;padding:.1em 0;overflow-wrap:anywhere}"
    "td::before{content:attr(data-label) ' ';color:#555;font-size:.85em}}"
)
# What is short, an id or a day is never broken.
_SHORT = 14
_UNBROKEN = re.compile(r"\S*[0-9]-[0-9]\S*")


def page_html(blocks: Sequence[Block], title: str, lang: str) -> str:
    """The whole file."""
    head = (
        f'<!doctype html>\n<html lang="{escape(lang)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{_text(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
    )
    return head + "\n".join(_blocks(blocks)) + "\n</body>\n</html>\n"


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading):
            yield f"<h{block.level}>{_text(block.text)}</h{block.level}>"
        elif isinstance(block, Facts):
            pairs = "".join(
                f"<dt>{_text(label)}</dt><dd>{_text(text_of(cell))}</dd>"
                for label, cell in block.pairs
            )
            yield f"<dl>{pairs}</dl>"
        elif isinstance(block, Line) and block.text:
            inner = ' class="in"' if block.indent else ""
            yield f"<p{inner}>{_text(block.text)}</p>"
        elif isinstance(block, Table):
            heads = "".join(f"<th>{_text(column.title)}</th>" for column in block.columns)
            yield f"<table>\n<tr>{heads}</tr>"
            for row in block.rows:
                cells = "".join(
                    f'<td data-label="{_text(column.title)}">{_cell(text_of(cell))}</td>'
                    for column, cell in zip(block.columns, row, strict=True)
                )
                yield f"<tr>{cells}</tr>"
            yield "</table>"


def _cell(text: str) -> str:
    if len(text) <= _SHORT:
        return f'<span class="n">{_text(text)}</span>' if text else ""
    return _UNBROKEN.sub(r'<span class="n">\g<0></span>', _text(text))


def _text(text: str) -> str:
    return escape(visible(text))
