"""Two revisions: what stayed, was reworded, moved, was retimed, came or went."""

from dataclasses import replace

from spaceplan.source.compare.act_on import GONE_UNREPORTED, act_on
from spaceplan.source.compare.item import items_of
from spaceplan.source.compare.match import CONTINUES, GONE, NEW, REWORDED, UNCHANGED, match_items
from spaceplan.source.compare.told import match_results
from spaceplan.source.draft.draft import reference_of
from spaceplan.source.read.reader import read_document

OLD = """
1. 測位衛星
【工程表1】2019年度以降の取組
- 測位衛星の七機体制を2023年度に整える。
- 航空機向けの補強サービスを2020年度から始める。
- 受信機の普及の方策を調べる。
2. 輸送
【工程表17】2019年度以降の取組
- 新型ロケットの試験機を2020年度に打ち上げる。
- 射場の混雑の調査を行う。
"""
NEW_TEXT = """
1. 測位衛星
【工程表1】2020年度以降の取組
- 測位衛星の七機体制を2024年度に整える。
- 航空機向けの補強サービスを2020年度から始める。
- 月面での測位の実証を構想する。
2. 輸送
【工程表18】2020年度以降の取組
- 射場の混雑の調査を行う。
- 新型ロケットの試験機を確実に2021年度に打ち上げる。
"""


def items(text):
    document = read_document(text, "sample.txt")
    return items_of(document, reference_of(document))


def by_new(matches):
    return {match.new.id: match for match in matches if match.new}


def test_each_item_once():
    matches = match_items(items(OLD), items(NEW_TEXT))
    found = by_new(matches)
    assert {key: match.state for key, match in found.items()} == {
        "1-1": REWORDED,
        "1-2": UNCHANGED,
        "1-3": NEW,
        "2-1": UNCHANGED,
        "2-2": REWORDED,
    }
    assert [match.old.id for match in matches if match.state == GONE] == ["1-3"]
    assert found["2-2"].old.id == "2-1"


def test_a_target_that_moved_is_told_from_and_to():
    found = by_new(match_items(items(OLD), items(NEW_TEXT)))
    assert found["1-1"].targets == ((("deadline", "FY2023"), ("deadline", "FY2024")),)
    assert found["1-2"].targets == ()


def test_the_words_that_differ():
    found = by_new(match_items(items(OLD), items(NEW_TEXT)))
    changed = [(run.kind, run.text) for run in found["1-1"].difference if run.kind != "same"]
    assert changed == [("removed", "2023"), ("added", "2024")]


def test_another_chart_is_a_move():
    found = by_new(match_items(items(OLD), items(NEW_TEXT)))
    assert found["2-1"].moved
    assert not found["1-2"].moved


def test_a_document_against_itself_is_unchanged():
    assert {m.state for m in match_items(items(OLD), items(OLD))} == {UNCHANGED}


def test_the_same_wording_in_two_places_stays_in_its_place():
    old = items(OLD + "- 射場の混雑の調査を行う。\n")
    matches = match_items(old, old)
    assert all(match.old.id == match.new.id for match in matches)


def test_without_the_old_words_a_title_can_tell():
    known = [replace(items(OLD)[3], text="", title="新型ロケット試験機の打上げ", topic_title="")]
    (match,) = [m for m in match_items(known, items(NEW_TEXT)) if m.old]
    assert (match.state, match.new.id, match.difference) == (REWORDED, "2-2", ())


def test_results_tell_of_items_and_are_none():
    document = read_document(
        "2. 輸送\n2020年度末までの取組状況\n- 新型ロケットの試験機を2020年度に打ち上げた。\n- 会議を開いた。\n",
        "b",
    )
    (told,) = match_results(items(OLD), document.results)
    assert (told.item, told.result.number) == ("2-1", 1)


def test_what_repeats_goes_where_its_original_goes():
    again = "- 受信機の普及の方策を調べる。\n- 海底の探査機（MUSASABI）を2024年度に試す。\n"
    old = items(
        OLD.replace("2. 輸送", "- 海底の探査機（MUSASABI）を2024年度に試す。\n2. 輸送") + again
    )
    new = items(NEW_TEXT + "- MUSASABIによる海底の探査を2027年度に行う。\n")
    matches = match_items(old, new)
    goes_on = [(m.old.id, m.new.id) for m in matches if m.state == CONTINUES]
    assert goes_on == [("1-4", "2-3")]
    gone = {m.old.id: (m.same_words, m.links) for m in matches if m.state == GONE}
    assert set(gone) == {"1-3", "2-3", "2-4"}
    assert (gone["2-3"], gone["2-4"]) == (("1-3", ()), ("1-4", ()))
    assert [one.ids[0] for one in act_on(matches) if one.kind == GONE_UNREPORTED] == ["1-3"]
