"""The wording of a bullet: what counts as the same, and how a difference shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spaceplan.source.read.text import difference, fingerprint, has_repeat_mark, marked, normalise

JAPANESE = st.text(
    alphabet="あいう開発を進める。、衛星2019年度ＡB（）~\n \u3000\u2ea0", max_size=60
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("２０２０年度に打上げ", "2020 年 度 に\n打上げ"),
        ("⺠間の⻑い計画", "民間の長い計画"),
        ("⼩型衛星の導⼊", "小型衛星の導入"),
        ("ﾚｰﾀﾞ衛星", "レーダ衛星"),
        ("観測を続ける。（再掲）", "観測を続ける。"),
        ("観測を続ける。【再掲】", "観測を続ける。"),
        ("観測を続ける。［再\n掲］", "観測を続ける。"),
        ("衛\u200b星\ufeff", "衛星"),
        ("か\u3099いどう", "がいどう"),
    ],
)
def test_width_space_line_breaks_radicals_and_the_repeat_mark_are_not_wording(one, other):
    assert normalise(one) == normalise(other)
    assert fingerprint(one) == fingerprint(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("2020年度", "2021年度"), ("行う。", "行う"), ("再掲の項目", "項目"), ("前半", "後半")],
)
def test_words_and_numbers_are_wording(one, other):
    assert fingerprint(one) != fingerprint(other)


def test_a_fingerprint_is_t_and_sixteen_hexadecimal_digits():
    # The SHA-256 of nothing begins with these.
    assert fingerprint("") == "t-e3b0c44298fc1c14"
    assert fingerprint(" \n") == fingerprint("")


def test_the_repeat_mark_is_seen_in_any_brackets_and_over_a_line_break():
    assert has_repeat_mark("続ける。（再\n掲）")
    assert has_repeat_mark("続ける。【再掲】")
    assert not has_repeat_mark("再掲しない")


def test_a_difference_shows_whole_years_and_words():
    runs = difference("衛星を2020年度に打ち上げる", "衛星を2021年度に打ち上げる")
    assert [(run.kind, run.text) for run in runs] == [
        ("same", "衛星を"),
        ("removed", "2020"),
        ("added", "2021"),
        ("same", "年度に打ち上げる"),
    ]


def test_a_huge_difference_is_shown_whole():
    runs = difference("甲" + "あい" * 5000, "甲" + "うえ" * 5000)
    assert [run.kind for run in runs] == ["same", "removed", "added"]


@given(JAPANESE, JAPANESE)
def test_the_runs_of_a_difference_spell_both_texts(old, new):
    runs = difference(old, new)
    assert normalise("".join(r.text for r in runs if r.kind != "added")) == normalise(old)
    assert normalise("".join(r.text for r in runs if r.kind != "removed")) == normalise(new)


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("水路を2020年度に直す。", "水路を2021年度に直す。", "水路を[-2020-]{+2021+}年度に直す。"),
        # Particles between two changes are no use.
        (
            "我が国の実態を踏まえた基準とする。",
            "国際機関の動向に即した基準とする。",
            "[-我が国の実態を踏まえ-]{+国際機関の動向に即し+}た基準とする。",
        ),
        ("港の調査", "港の点検", "港の[-調査-]{+点検+}"),
        ("港を守る", "港を守らせる", "港を守{+らせ+}る"),
        # Words in Latin letters keep their blanks.
        (
            "Open the data portal by June 2026.",
            "Open the data portal by March\n2027.",
            "Open the data portal by [-June 2026-]{+March 2027+}.",
        ),
        (
            "Commit at least $1.5 billion to wards (NHS).",
            "Bring the total to $1.3 billion (NHS).",
            "[-Commit at least-]{+Bring the total to+} $[-1.5-]{+1.3+} billion[- to wards-] (NHS).",
        ),
        (
            "Keep every vaccination centre of the northern counties open in 2026.",
            "Keep every vaccination centre of the northern counties open in 2027.",
            "Keep every … counties open in [-2026-]{+2027+}.",
        ),
        (
            "全国の農業用水路及び排水機場の老朽化の状況の調査を2026年度に行う。",
            "全国の農業用水路及び排水機場の老朽化の状況の調査を2027年度に行う。",
            "全国の農業用水路及び…老朽化の状況の調査を[-2026-]{+2027+}年度に行う。",
        ),
    ],
)
def test_a_difference_in_one_line(old: str, new: str, shown: str) -> None:
    assert marked(difference(old, new)) == shown


@given(st.text(max_size=80))
def test_normalised_text_has_no_white_space(text):
    assert not any(character.isspace() for character in normalise(text))


@given(JAPANESE, st.integers(0, 60))
def test_a_line_break_anywhere_changes_no_fingerprint(text, place):
    assert fingerprint(text[:place] + "\n" + text[place:]) == fingerprint(text)
