"""What a program made of a text that it could not hold, and what a person made of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spaceplan.tables.damage import is_cut, is_replaced

JAPANESE = st.text(st.characters(min_codepoint=0x3041, max_codepoint=0x9FFF), min_size=3)


def is_damaged(text: str, before: str) -> bool:
    return is_replaced(text, before) or is_cut(text, before)


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("????????", "初号機の打上げ試"),
        ("H3????1??", "H3ロケット1号機"),
        ("?ロケット", "①ロケット"),
        ("H3\ufffd\ufffd", "H3ロケット"),
        ("??????", "打上"),
        ("初号機の打", "初号機の打上げ"),
        ("First fli", "First flight of the H3"),
    ],
)
def test_damage(text: str, before: str) -> None:
    assert is_damaged(text, before)


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("初号機の打上げ?", "初号機の打上げ"),
        ("First flight", "First flight of the H3"),
        ("First flight?", "First flight"),
        ("初号機の打上げ", "初号機の打上げ（2段式）"),
        ("初号機の打上げ", "初号機の打上げ。"),
        ("二号機の打上げ", "初号機の打上げ"),
        ("何か?", ""),
        ("", "初号機"),
    ],
)
def test_an_edit_is_none(text: str, before: str) -> None:
    assert not is_damaged(text, before)


@given(text=JAPANESE, encoding=st.sampled_from(["ascii", "latin-1", "cp1252"]))
def test_japanese_in_an_encoding_without_it(text: str, encoding: str) -> None:
    assert is_damaged(text.encode(encoding, "replace").decode(encoding), text)


@given(text=JAPANESE)
def test_japanese_read_as_another_encoding(text: str) -> None:
    assert is_damaged(text.encode("utf-8").decode("ascii", "replace"), text)


@given(text=st.text(max_size=20))
def test_the_same_text_is_sound(text: str) -> None:
    assert not is_damaged(text, text)
