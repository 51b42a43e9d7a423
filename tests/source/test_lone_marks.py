"""Numbers and signs on lines of their own, as ``pdftotext`` gives what hangs before its text."""

import pytest

from spaceplan.source.read.reader import read_document

ENGLISH = """Harbour Plan
March 2, 2026

1. Quays

1.1

Repair the north quay by June 2027 and
the south quay by 2028.
Lead: MPA

1.2

Count the bollards every year.

1.3

Close the old dock by 2029.
"""
JAPANESE = (
    "港湾計画\n令和8年3月\n\f港湾計画\n１\n\n岸壁の強化\n\n令和8年度以降の取組\n・北岸壁を令和9年度までに直す。\n- 1 -\n"
    "\f港湾計画\n２\n\n泊地の整備\n\n令和8年度以降の取組\n・泊地を令和10年度までに掘る。\n- 2 -\n"
    "\f港湾計画\n３\n\n灯台の更新\n\n令和8年度以降の取組\n\n•\n\n灯台を令和11年度までに建て替える。\n- 3 -\n"
)


def test_numbers_that_hang_before_their_items() -> None:
    document = read_document(ENGLISH, "d.txt")
    assert [bullet.text.split(" Lead")[0] for bullet in document.bullets] == [
        "Repair the north quay by June 2027 and the south quay by 2028.",
        "Count the bollards every year.",
        "Close the old dock by 2029.",
    ]


def test_numbers_and_signs_that_hang_before_japanese_headings_and_items() -> None:
    document = read_document(JAPANESE, "d.txt")
    assert [(topic.number, topic.title) for topic in document.topics] == [
        (1, "岸壁の強化"),
        (2, "泊地の整備"),
        (3, "灯台の更新"),
    ]
    assert len(document.bullets) == 3


@pytest.mark.parametrize(
    "number", ["2.5\n\nTonnes a year were landed\n", "12\n\nThe quays of the harbour\n"]
)
def test_a_number_that_stands_alone_for_another_reason_is_none(number: str) -> None:
    text = f"Harbour Plan\n\n1. Quays\n\n- Repair the north quay by 2028.\n\n{number}"
    before = read_document(text.replace(number, ""), "d.txt")
    assert read_document(text, "d.txt").topics[0].bullets[0].text == before.bullets[0].text
    assert len(read_document(text, "d.txt").topics) == 1


def test_page_numbers_at_the_heads_of_pages_are_none() -> None:
    pages = [
        f"{n}\n\n{word}を直す\n\n・岸壁{n}を令和9年度までに直す。\n"
        for n, word in enumerate("東西南北", 1)
    ]
    document = read_document("港湾計画\n１．岸壁\n\f" + "\f".join(pages), "d.txt")
    assert [topic.title for topic in document.topics] == ["岸壁"]
