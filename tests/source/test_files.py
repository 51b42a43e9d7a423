"""Documents as files: encodings, and PDFs as programs write them."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter
from source.small_pdf import document, pdf
from support import Run

from spaceplan.errors import FileError
from spaceplan.source.read.files import read_text
from spaceplan.source.read.reader import read_document
from spaceplan.words import told

TEXT = "宇宙工程表\n第１章　測位\n・衛星を２０２０年度に打ち上げる。\n"


def refused(path: Path) -> str:
    with pytest.raises(FileError) as raised:
        read_text(path)
    return told(raised.value, "en")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932", "euc_jp", "iso2022_jp"]
)
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "d.txt"
    path.write_bytes(TEXT.encode(encoding))
    assert read_text(path) == TEXT


def test_what_is_in_no_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "d.txt"
    path.write_bytes(b"\xff\xfe\xfd")
    assert "is not whole utf-16" in refused(path)
    path.write_bytes(b"1. a\0b")
    assert "is binary" in refused(path)
    path.write_bytes(b"\x83\xff\xff\x81")
    assert "its encoding is not known" in refused(path)


def test_a_pdf_is_read_page_by_page(tmp_path: Path) -> None:
    path = tmp_path / "d.pdf"
    path.write_bytes(
        pdf(
            [
                ["宇宙工程表", "第１章　測位", "・衛星を２０２０年", "- 1 -"],
                ["度に打ち上げる。", "第２章　輸送", "・試験を行う。", "- 2 -"],
            ]
        )
    )
    document = read_document(read_text(path), "d.pdf")
    assert [(topic.number, topic.title) for topic in document.topics] == [
        (1, "測位"),
        (2, "輸送"),
    ]
    assert [bullet.text for bullet in document.bullets] == [
        "衛星を２０２０年度に打ち上げる。",
        "試験を行う。",
    ]


def test_a_scanned_pdf_is_told(tmp_path: Path) -> None:
    path = tmp_path / "d.pdf"
    path.write_bytes(pdf([[], []]))
    assert "holds no text; it may be scanned" in refused(path)


def test_an_encrypted_pdf_is_told(tmp_path: Path) -> None:
    path = tmp_path / "d.pdf"
    writer = PdfWriter(clone_from=BytesIO(pdf([["1. 測位", "- 試験を行う。"]])))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(path)
    assert "is encrypted with a password" in refused(path)


def test_a_pdf_locked_only_against_changes_is_read(tmp_path: Path) -> None:
    path = tmp_path / "d.pdf"
    writer = PdfWriter(clone_from=BytesIO(pdf([["1. 測位", "- 試験を行う。"]])))
    writer.encrypt("", "owner", algorithm="RC4-128")
    writer.write(path)
    assert read_text(path).split("\n") == ["1. 測位", "- 試験を行う。"]


def test_nor_does_newer_encryption_need_a_package_that_the_extra_does_not_bring(
    tmp_path: Path,
) -> None:
    path = tmp_path / "d.pdf"
    writer = PdfWriter(clone_from=BytesIO(pdf([["1. 測位", "- 試験を行う。"]])))
    writer.encrypt("", "owner", algorithm="AES-256")
    writer.write(path)
    assert read_text(path).split("\n") == ["1. 測位", "- 試験を行う。"]


def drawn(words: list[tuple[str, int, int]], signs: str = "F1") -> bytes:
    """A PDF of one page that draws each word at its place, in this order; ``signs`` is the font
    of what is no word."""
    shown = "".join(
        f"/{'F1' if word[0].isalnum() else signs} 12 Tf 1 0 0 1 {x} {y} Tm ({word}) Tj\n"
        for word, x, y in words
    )
    content = f"BT\n{shown}ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] "
        "/Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> /Contents 4 0 R >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
    ]
    return document([one.encode("ascii") for one in objects])


def test_words_that_are_drawn_apart_keep_their_spaces(tmp_path: Path) -> None:
    words = [("1.", 72, 740), ("Short", 90, 740), ("topic", 125, 740)]
    words += [("-", 72, 720), ("Publish", 84, 720), ("by", 130, 720), ("June", 150, 720)]
    path = tmp_path / "d.pdf"
    path.write_bytes(drawn(words))
    assert read_text(path).split("\n") == ["1. Short topic", "- Publish by June"]


def test_what_is_drawn_font_by_font_stands_where_one_sees_it(tmp_path: Path) -> None:
    words = [("2020", 84, 740), ("-", 72, 740), ("open it", 120, 740)]
    words += [("MDA", 84, 720), ("-", 72, 720), ("goes on", 120, 720)]
    path = tmp_path / "d.pdf"
    path.write_bytes(drawn(words, signs="F2"))
    lines = [line.split() for line in read_text(path).split("\n")]
    assert lines == [["-", "2020", "open", "it"], ["-", "MDA", "goes", "on"]]


@pytest.mark.parametrize("cut", [5, 60, 400, 900, -40])
def test_a_broken_pdf_is_told_or_read_but_never_crashes(
    tmp_path: Path, cut: int, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "d.pdf"
    path.write_bytes(pdf([["1. 測位", "- 試験を行う。"]])[:cut])
    try:
        read_text(path)
    except FileError as error:
        assert told(error, "en").startswith(f"{path}: the PDF ")
    assert capfd.readouterr().err == ""


def test_a_document_whose_encoding_is_unclear_names_the_option_that_tells_it(
    run: Run, folder: Path
) -> None:
    text = "Roadmap décidé à Tōkyō\n\n1. Été\n- Réaliser le débat d’été en 2026.\n".replace(
        "ō", "o"
    )
    Path("western.txt").write_bytes(text.encode("cp1252"))
    for words in (["source", "import"], ["source", "check"], ["show", "4-1", "--source"]):
        done = run(*words, "western.txt", "--lang", "en")
        assert done.code == 2
        assert "its encoding cannot be told: likely CP1252" in done.err
        assert done.err.rstrip().endswith("--encoding cp1252")
    done = run("source", "import", "western.txt", "--encoding", "cp1252")
    assert (done.code, "Réaliser le débat d’été" in done.out) == (0, True)
    Path("utf8.txt").write_text(text.replace("débat", "combat"), "utf-8")
    done = run("source", "diff", "western.txt", "utf8.txt", "--encoding", "cp1252")
    assert done.code == 0
    assert "combat" in done.out and "débat" in done.out
    done = run("source", "import", "utf8.txt", "--encoding", "nonsense")
    assert "there is no such encoding" in done.err
