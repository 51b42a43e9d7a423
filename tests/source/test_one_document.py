"""One document as text, as laid out text and as PDF: the same bullets, kinds and targets."""

from __future__ import annotations

from pathlib import Path

import pytest
from source.small_pdf import pdf

from spaceplan.source.draft.draft import draft_plan, reference_of
from spaceplan.source.read.files import read_text
from spaceplan.source.read.reader import read_document

# The pages of a document, a line each; a line that is wrapped goes on further in.
PAGES = (
    (
        "沿岸基盤工程表（令和６年度改訂）",
        "令和６年１２月２４日",
        "1．観測①",
        "2024年度末までの取組状況",
        "・潮位計の更新の計画を公表した。",
        "・水圧計の試験を継続中。",
        "2025年度以降の主な取組",
        "・沿岸の潮位計を2027年度までに更新し、観測の結果を誰もが使える形で公表す",
        "  る仕組みを整える。",
        "・水圧計の運用を2026年度に開始する。",
    ),
    (
        "1．観測②",
        "2025年度以降の主な取組",
        "・無人艇の試作機を2025年度に完成させ、2027年度に実海域での運用を開始する。",
        "・国際海洋機関が2029年度に計画する観測に加わる準備を進める。",
        "2．安全",
        "2025年度以降の主な取組",
        "・内閣府は、通報の手順を毎年度見直す。",
    ),
)


def plain() -> bytes:
    return "\n".join(line for page in PAGES for line in page).encode()


def laid_out() -> bytes:
    """As ``pdftotext -layout`` writes it: an indent, wide blanks, page numbers, form feeds."""
    text = ""
    for number, page in enumerate(PAGES, 1):
        lines = ["      " + line.replace("・", "・   ", 1) for line in page]
        text += "\n".join([*lines, "", " " * 40 + str(number)]) + "\n\f"
    return text.encode()


def as_pdf() -> bytes:
    return pdf([[*page, str(number)] for number, page in enumerate(PAGES, 1)])


@pytest.fixture(params=[plain, laid_out, as_pdf], ids=lambda one: one.__name__)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    found = tmp_path / "document"
    found.write_bytes(request.param())
    return found


def test_the_same_is_read_from_each(path: Path) -> None:
    document = read_document(read_text(path), "d")
    draft = draft_plan(document, {"内閣府": "CAO"}, reference_of(document))
    assert [
        (m.id, m.kind, str(m.target or m.horizon or ""), m.owner) for m in draft.milestones
    ] == [
        ("1-1", "deadline", "FY2027", ()),
        ("1-2", "start", "FY2026", ()),
        ("1-3a", "deadline", "FY2025", ()),
        ("1-3b", "start", "FY2027", ()),
        ("1-4", "ongoing", "FY2029", ()),
        ("2-1", "recurring", "FY2025..", ("CAO",)),
    ]
    words = [bullet.fingerprint for bullet in (*document.bullets, *document.results)]
    same = read_document(plain().decode(), "d")
    assert words == [bullet.fingerprint for bullet in (*same.bullets, *same.results)]
    assert len(document.results) == 2
