"""One guess of encodings: what tells itself is read, what does not is refused with what is likely."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spaceplan.errors import FileError, UsageError
from spaceplan.files.encodings import judge, named, text_of
from spaceplan.words import told

JAPANESE = (
    "2020年度まで",
    "H3ロケット",
    "id,状態\n1,完了\n",
    "東京",
    "知",
    "id,note\n4-1,第2段は点火せず\n丸の内JAXA知識\n",
)
WESTERN = (
    "id,note\n1-1,Générale\n",
    "1-1,it’s done\n",
    "Élan vital, décidé",
    "Der Übergang: größer – schöner",
    "Señor, mañana",
)


def refused(data: bytes, encoding: str = "") -> str:
    with pytest.raises((FileError, UsageError)) as caught:
        text_of(data, "f", encoding)
    return told(caught.value, "en")


@pytest.mark.parametrize("codec", ["cp932", "euc_jp", "iso2022_jp", "utf-8", "utf-8-sig"])
@pytest.mark.parametrize("text", JAPANESE)
def test_japanese_text_is_read_in_each_of_its_encodings(text: str, codec: str) -> None:
    assert text_of(text.encode(codec), "f") == text


@pytest.mark.parametrize("text", [*JAPANESE[:3], *WESTERN])
@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_what_has_ascii_in_it_tells_its_utf16_without_a_mark(text: str, codec: str) -> None:
    assert text_of(text.encode(codec), "f") == text


@pytest.mark.parametrize("text", WESTERN)
def test_western_text_is_never_made_kanji(text: str) -> None:
    data = text.encode("cp1252")
    assert "CP1252 (Windows, Western)" in refused(data)
    assert "--encoding cp1252" in refused(data)
    assert text_of(data, "f", "cp1252") == text


def test_where_two_are_likely_both_are_named() -> None:
    said = refused("id,note\n1-1,Générale\n".encode("cp1252"))
    assert said.startswith("f:2:6: not UTF-8, and its encoding cannot be told: likely ")
    assert "CP1252 (Windows, Western), CP932 (Shift_JIS)" in said


def test_a_damaged_byte_of_utf8_is_named_with_its_place() -> None:
    data = "id,note\n1-1,工程表\n".encode()
    assert refused(data[:-2] + b"\n") == "f:2:7: not UTF-8 (byte 0xE8); save it as UTF-8"
    assert refused(b"\xef\xbb\xbfid\xff") == "f:1:3: not UTF-8 (byte 0xFF); save it as UTF-8"


@pytest.mark.parametrize("data", [b"id,note\n1-1,a\0b\n", b"\x89PNG\r\n\0\0\0\rIHDR\xff"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    assert ": a zero byte: the file is binary, or damaged" in refused(data)


def test_an_encoding_that_is_named_is_believed_to_the_end() -> None:
    data = "①～".encode("cp932")
    assert text_of(data, "f", "Shift_JIS") == "①～"
    assert "is not whole utf-8" in refused(data, "utf8")
    for unknown in ("klingon", "zip", "rot13", "undefined", "a b"):
        assert refused(data, unknown).startswith(f"--encoding {unknown}: there is no such encoding")
    assert named("UTF-8") == "utf-8-sig"


@given(st.binary(max_size=40))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    found = judge(data)
    try:
        text = text_of(data, "f")
    except FileError as error:
        assert told(error, "en").startswith("f:")
    else:
        # CP932 has some characters twice, ISO-2022-JP its escapes at will.
        written = text.encode(found.codec)
        twofold = found.codec in ("cp932", "iso2022_jp")
        assert written == data[found.mark :] or (twofold and written.decode(found.codec) == text)
