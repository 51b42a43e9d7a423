"""The pictures as SVG: well-formed, escaped, told in words, legible in light and dark."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from math import inf
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from picture_plans import LANDER, MISSED, ROCKET, WINDOW, drawn, small_plan
from support import ROOT

from spaceplan.pictures.grid import grid
from spaceplan.pictures.marks import cross
from spaceplan.pictures.svg import COLORS, NARROW, STYLE, breadth, escape, fitted, number, wrapped
from spaceplan.pictures.svg_grid import grid_pieces
from spaceplan.pictures.svg_track import Years, track_marks
from spaceplan.render import text
from spaceplan.render.text import clusters, cut, visible, wrap
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.past import plan_at
from spaceplan.roadmap.query import Filter, rows
from spaceplan.words import day_text

NS = "{http://www.w3.org/2000/svg}"
DAY = date(2024, 6, 1)
PLAN = small_plan()


def pictures(plan: Plan = PLAN, day: date = DAY, lang: str = "en") -> dict[str, str]:
    return drawn(plan_at(plan, day, None), day, lang)


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("name", ["grid", "trend", "burndown"])
def test_a_picture_says_what_it_shows(name: str, lang: str) -> None:
    root = ElementTree.fromstring(pictures(lang=lang)[name])
    assert root.tag == f"{NS}svg"
    assert (root.get("role"), root.get("lang")) == ("img", lang)
    title, description = root.find(f"{NS}title"), root.find(f"{NS}desc")
    assert title is not None
    assert description is not None
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert day_text(DAY, lang) in (title.text or "")
    assert PLAN.title.say(lang) in (title.text or "")
    assert description.text


def test_pictures_on_one_page_share_no_id_and_all_names_are_prefixed() -> None:
    together = "".join(pictures().values())
    ids = re.findall(r' id="([^"]*)"', together)
    assert len(ids) == len(set(ids)) == 6
    classes = {
        name for found in re.findall(r' class="([^"]*)"', together) for name in found.split()
    }
    assert all(name.startswith("sp-") for name in [*ids, *classes])


def test_pictures_need_nothing_from_elsewhere_and_no_inline_style() -> None:
    for picture in pictures().values():
        assert picture.count(f"<style>{STYLE}</style>") == 1
        assert " style=" not in picture
        assert "<script" not in picture
        assert "href" not in picture
        assert "url(" not in picture


def test_the_style_reaches_nothing_outside_of_the_pictures() -> None:
    rules = re.sub(r"@media[^{]*", "", STYLE)
    selectors = [part for part in re.findall(r"([^{}]+)\{", rules) if part.strip()]
    assert selectors
    assert all(selector.startswith(".sp-svg") for selector in selectors)


def test_what_the_plan_says_is_escaped() -> None:
    picture = pictures()["grid"]
    assert "Lander &lt;SLIM&gt; &amp; more" in picture
    assert "<SLIM>" not in picture


def test_every_state_stands_in_words_beside_its_row() -> None:
    picture = pictures()["grid"]
    for words in (
        "done late ○ [?*], 10 months",
        "overdue [~?], 2 years 2 months",
        "missed",
        "begun on time ○",
    ):
        assert words in " ".join(said for *_, said in texts(picture))


def texts(picture: str) -> list[tuple[float, float, float, str]]:
    """(x, y, size, words) of every text."""
    found = []
    for element in ElementTree.fromstring(picture).iter(f"{NS}text"):
        x, y, size = (float(element.get(name) or 0) for name in ("x", "y", "font-size"))
        found.append((x, y, size, element.text or ""))
    return found


@pytest.mark.parametrize("name", ["grid", "trend", "burndown"])
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_no_text_is_smaller_than_eleven_pixels_on_a_page_or_a_phone(name: str, lang: str) -> None:
    root = ElementTree.fromstring(pictures(lang=lang)[name])
    boxes = [(one.get("class"), one.get("viewBox")) for one in root.iter(f"{NS}svg")][1:]
    assert [(which, (box or "").split()[2]) for which, box in boxes] == [
        ("sp-wide", "800"),
        ("sp-narrow", "370"),
    ]
    assert min(size for _, _, size, words in texts(pictures(lang=lang)[name]) if words) >= 11


def test_as_an_image_in_a_page_it_is_the_wide_drawing_however_narrow_the_page() -> None:
    picture = pictures()["grid"]
    root = ElementTree.fromstring(picture)
    image = picture.split("@media (max-width:640px) and (scripting:none){")[1].split("</style>")[0]
    size = f"width:{root.get('width')}px;height:{root.get('height')}px"
    assert f".sp-svg.sp-both{{{size}}}" in image
    assert ".sp-both .sp-wide{display:inline}" in image
    assert ".sp-both .sp-narrow{display:none}" in image


@pytest.mark.parametrize(
    ("lang", "done", "state", "span"),
    [
        ("en", "2025-08-31", "done late ○ [?],", "3 years 5 months"),
        ("ja", "2035-08-31", "遅れて完了 ○ [?]", "13年5か月"),
    ],
)
def test_how_late_stands_below_the_state_where_one_line_has_no_room(
    lang: str, done: str, state: str, span: str
) -> None:
    late = MISSED.replace("status: missed", "status: done").replace("missed]", "done]")
    plan = small_plan(late.replace("2022-03-31", done))
    root = ElementTree.fromstring(pictures(plan, date(2040, 1, 1), lang)["grid"])
    words = [part.text for part in root.iter() if part.tag in (f"{NS}text", f"{NS}tspan")]
    assert words[words.index(state) + 1] == span


def test_a_long_title_is_whole_in_the_grid() -> None:
    title = "とても長い題名" * 12
    picture = pictures(small_plan(ROCKET.replace("H3ロケット初号機の打上げ", title)), lang="ja")[
        "grid"
    ]
    said = "".join(words for *_, words in texts(picture))
    assert said.count(title) == 2, "on the page and on the phone"


def test_the_sign_of_the_day_covers_no_label() -> None:
    picture = pictures(lang="ja")["grid"]
    wide = picture.split('class="sp-wide"')[1].split("</svg>")[0]
    (points,) = re.findall(r'<polygon points="([^"]*)" class="sp-f-ink"', wide)
    heights = [float(point.split(",")[1]) for point in points.split()]
    for _, y, size, words in texts(picture):
        above_rows = words.isdecimal() or words.startswith(("平成", "令和"))
        if above_rows and y < max(heights):
            assert y + size * 0.25 <= min(heights), words


def test_on_a_phone_there_are_as_many_years_as_have_room() -> None:
    shown = grid(PLAN, DAY, rows(PLAN, DAY, Filter()), first=2000, last=2040)
    narrow = grid_pieces(PLAN, shown, "en", NARROW, (inf, inf))[0]
    years = {int(words) for *_, words in texts(narrow) if words.isdecimal()}
    assert len(range(min(years), max(years) + 1)) <= 10
    assert min(years) <= 2024 <= max(years)
    assert "FY2018 to FY2027 shown, for lack of room" in narrow


def test_the_newest_target_of_a_trend_does_not_lie_on_the_frame() -> None:
    picture = pictures(small_plan(ROCKET))["trend"].split('class="sp-narrow"')[0]
    steps = [p for p in re.findall(r'<polyline points="([^"]*)"', picture) if p.count(" ") > 3]
    top = min(float(y) for _, y in re.findall(r'<line x1="([0-9.]+)" y1="([0-9.]+)"', picture))
    assert min(float(point.split(",")[1]) for point in steps[0].split()) > top + 8


def test_the_trend_tells_each_line_in_words() -> None:
    picture = pictures(small_plan(ROCKET + LANDER))["trend"]
    assert "4-1 First flight of H3: FY2020 → FY2021 → FY2022 (+2 years), done late" in picture
    assert "1 whose target never moved not shown" in picture


def test_a_trend_where_nothing_moved_says_so() -> None:
    assert "no target has moved" in pictures(small_plan(LANDER))["trend"]


DRAW = """
import sys
from collections.abc import Callable
from datetime import date
sys.path.insert(0, sys.argv[1])
from picture_plans import drawn, small_plan
print(drawn(small_plan(), date(2024, 6, 1), "en"))
"""


def test_the_same_plan_and_day_give_the_same_bytes_in_every_process() -> None:
    """Also where sets are walked in another order, and elsewhere in the world."""
    made = {
        subprocess.run(
            [sys.executable, "-c", DRAW, str(Path(__file__).parent)],
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed, **elsewhere},
            capture_output=True,
            check=True,
        ).stdout
        for seed, elsewhere in (
            ("1", {}),
            ("2", {"TZ": "America/New_York", "LANG": "ja_JP.UTF-8", "LC_ALL": "ja_JP.UTF-8"}),
            ("3", {"TZ": "Asia/Tokyo", "COLUMNS": "20"}),
        )
    }
    assert len(made) == 1
    assert b"</svg>" in made.pop()


def test_before_the_plan_was_decided_there_is_a_picture_of_nothing() -> None:
    for picture in pictures(day=date(2018, 1, 1)).values():
        ElementTree.fromstring(picture)


def luminance(color: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1])
@pytest.mark.parametrize("name", [n for n in COLORS if n not in ("paper", "band", "rule", "pale")])
def test_texts_and_marks_keep_the_contrast_of_wcag_aa(name: str, scheme: int) -> None:
    for ground in ("paper", "band"):
        assert contrast(COLORS[name][scheme], COLORS[ground][scheme]) >= 4.5
    assert contrast(COLORS[name][scheme], COLORS["pale"][scheme]) >= 3


@given(st.text() | st.text(st.characters()))
def test_any_text_can_stand_in_a_picture(words: str) -> None:
    parsed = ElementTree.fromstring(f'<a b="{escape(words)}">{escape(words)}</a>')
    assert parsed.get("b") is not None


@given(st.text(), st.floats(20, 500))
def test_a_fitted_text_takes_no_more_than_its_room(words: str, room: float) -> None:
    assert breadth(fitted(words, room, 12), 12) <= room or len(fitted(words, room, 12)) <= 1


@given(st.text(), st.floats(20, 500))
def test_a_wrapped_text_is_whole_in_lines_that_have_room(words: str, room: float) -> None:
    lines = wrapped(words, room, 12)
    assert "".join(lines).replace(" ", "") == visible(words).replace(" ", "")
    assert all(breadth(line, 12) <= room or len(list(clusters(line))) == 1 for line in lines)


@pytest.mark.parametrize("shorten", [cut, wrap, fitted, wrapped])
def test_a_long_title_is_measured_in_time_that_its_length_explains(
    shorten: Callable[[str, int], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """2,000 characters took 4 million measurements when each shortened text was measured anew."""
    measured = 0

    class Counting(dict[str, int]):
        def __getitem__(self, character: str) -> int:
            nonlocal measured
            measured += 1
            return 2

    monkeypatch.setattr(text, "_CELL_WIDTHS", Counting())
    shorten("長い題名" * 500, 300)
    assert measured <= 2_000 * 8


def test_numbers_are_short() -> None:
    assert [number(x) for x in (1, 1.04, -0.01, 2.25, 100.0)] == ["1", "1", "0", "2.2", "100"]


def test_a_window_that_began_before_the_years_shown_has_no_beginning_in_them() -> None:
    def edges(first: int) -> int:
        plan = small_plan(WINDOW)
        shown = grid(plan, DAY, rows(plan, DAY, Filter()), first=first)
        (track,) = shown.tracks
        years = Years(shown.axis, "en", 0.0, 40.0)
        return "".join(track_marks(track, years, 20.0)).count('y1="13"')

    assert edges(2015) == 1
    assert edges(2021) == 0


def test_an_id_in_capitals_has_room_before_its_title() -> None:
    """In bold they are wider than most Latin letters."""
    drawing = pictures(small_plan(ROCKET.replace("4-1", "LDM-503-11A\n    topic: 4")))["grid"]
    title = re.search(r'x="([0-9.]+)"[^>]*>First flight', drawing)
    assert title is not None
    assert float(title[1]) >= 8 + len("LDM-503-11A") * 12 * 0.7


def test_a_missed_mark_stands_clear_of_the_target_below_it() -> None:
    below, mark = re.findall(
        r'stroke-width="([0-9.]+)"[^>]*class="sp-s-(?:paper|missed)"', cross(9, 9)
    )
    assert float(below) > float(mark)


def test_a_day_that_is_narrower_than_its_mark_is_no_box_of_less_than_nothing() -> None:
    day = LANDER.replace("target: FY2021", "target: 2021-09-30")
    many = "".join(
        LANDER.replace("7-1", f"7-{n}").replace("FY2021", f"FY{2000 + n}") for n in range(10, 40)
    )
    for plan in (small_plan(day), small_plan(day + many)):
        for picture in pictures(plan).values():
            sizes = re.findall(r'<rect [^>]*width="([^"]+)" height="([^"]+)"', picture)
            assert sizes and all(float(one) > 0 for pair in sizes for one in pair)


@given(st.dates(date(2019, 1, 1), date(2024, 12, 31)), st.sampled_from(["ja", "en"]))
def test_no_figure_of_a_burn_down_lies_under_the_line_or_the_words_of_the_day(
    day: date, lang: str
) -> None:
    root = ElementTree.fromstring(pictures(day=day, lang=lang)["burndown"])
    for drawing in root.findall(f"{NS}svg"):
        across = [line for line in drawing.iter(f"{NS}line") if line.get("stroke-dasharray")]
        today = next(
            float(line.get("x1", 0)) for line in across if line.get("x1") == line.get("x2")
        )
        words = [one for one in drawing.iter(f"{NS}text") if one.text]
        above = next(one for one in words if day_text(day, lang) in str(one.text)[-20:])
        figures = [
            one for one in words if str(one.text).isdigit() and one.get("text-anchor") == "middle"
        ]
        assert figures
        for figure in figures:
            half = breadth(str(figure.text), 11) / 2
            assert abs(float(figure.get("x", 0)) - today) >= half + 1
            assert float(figure.get("y", 0)) >= float(above.get("y", 0)) + 11
