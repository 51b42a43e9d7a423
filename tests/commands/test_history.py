"""``history``: what was recorded, newest first, filtered, in every format."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from support import Run, WritePlan, entry, history, milestone

PLAN = (
    milestone(
        "1-1",
        history(
            entry("2020-05-01", "2020-05-02", change="c1", target="[FY2020, FY2021]",
                  reason="budget", who="sato"),
            entry("FY2021", "2022-06-01", change="c3", status="[planned, missed]",
                  reason="technical", note="stage 2", source="https://example.org/a", who="Kato"),
            entry("2022-03-07", "2022-07-01", change="c4", status="[missed, missed]",
                  corrects="FY2021"),
        ),
        target="FY2021",
        baseline="FY2020",
        status="missed",
    ),
    milestone(
        "1-2a",
        history(
            entry("2020-05-01", "2020-05-02", change="c1", target="[FY2020, FY2021]",
                  reason="budget", who="sato"),
        ),
        target="FY2021",
        baseline="FY2020",
    ),
    milestone(
        "1-2b",
        history(
            entry("2021-01-31", "2021-01-31", change="c2",
                  checked="{first: 2021-01-03, last: 2021-01-31, count: 5}", who="sato"),
        ),
    ),
    milestone(
        "1-3",
        history(entry("2022-08-01", "2022-08-01T23:30:00+00:00", change="c5", occurred="true"),
                entry("2022-08-01", "2022-08-03", change="c6", reverts="c5")),
        kind="recurring",
        target="FY2019..",
    ),
    "  - {id: 2-1, same_as: 1-1, charts: [3]}\n",
)  # fmt: skip


@pytest.fixture
def path(write_plan: WritePlan) -> Path:
    return write_plan(*PLAN)


def changes(run: Run, *words: object) -> list[tuple[str, str]]:
    """(change, milestone) in the order shown."""
    done = run("history", *words, "--json")
    assert done.code == 0, done.err
    return [(item["change"], item["id"]) for item in json.loads(done.out)["changes"]]


ALL = [
    ("c6", "1-3"), ("c5", "1-3"), ("c4", "1-1"), ("c3", "1-1"), ("c2", "1-2b"), ("c1", "1-2a"),
    ("c1", "1-1"),
]  # fmt: skip


@pytest.mark.usefixtures("path")
class TestWhich:
    def test_the_whole_plan_newest_first(self, run: Run) -> None:
        assert changes(run) == ALL

    def test_a_milestone(self, run: Run) -> None:
        assert changes(run, "1-1") == [("c4", "1-1"), ("c3", "1-1"), ("c1", "1-1")]

    def test_a_repeat_is_its_original(self, run: Run) -> None:
        assert changes(run, "2-1") == changes(run, "1-1")

    def test_a_topic_or_a_chart_is_all_that_stands_in_it(self, run: Run) -> None:
        assert changes(run, "1") == ALL
        assert changes(run, "2") == changes(run, "chart 3") == changes(run, "1-1")

    def test_a_split_bullet_is_all_its_parts(self, run: Run) -> None:
        assert changes(run, "1-2") == [("c2", "1-2b"), ("c1", "1-2a")]

    def test_since_and_until_are_days_of_recording(self, run: Run) -> None:
        assert changes(run, "--since", "2022-06-01", "--until", "2022-07-01") == [
            ("c4", "1-1"),
            ("c3", "1-1"),
        ]
        assert changes(run, "--since", "2022-03-07", "--until", "2022-05-31") == []

    def test_those_days_are_of_the_plans_zone(self, run: Run) -> None:
        """Half past eleven at night in UTC is the next morning in Tokyo."""
        assert changes(run, "--since", "2022-08-02") == [("c6", "1-3"), ("c5", "1-3")]
        assert changes(run, "--until", "2022-08-01") == ALL[2:]

    @pytest.mark.parametrize("word", ["budget", "予算"])
    def test_by_reason(self, run: Run, word: str) -> None:
        assert changes(run, "--reason", word) == [("c1", "1-2a"), ("c1", "1-1")]

    def test_by_whom_in_any_case(self, run: Run) -> None:
        assert changes(run, "--by", "kato") == [("c3", "1-1")]
        assert changes(run, "1-2", "--by", "sato", "--limit", "1") == [("c2", "1-2b")]

    def test_known_ignores_what_was_recorded_later(self, run: Run) -> None:
        assert changes(run, "--known", "2021-12-31") == ALL[4:]

    def test_as_of_ignores_what_became_true_later(self, run: Run) -> None:
        assert changes(run, "--as-of", "2021-06-01") == ALL[4:]

    def test_nothing_fits(self, run: Run) -> None:
        done = run("history", "--since", "2026-01-01")
        assert done.code == 0
        assert done.lines[-1] == "nothing was recorded that fits"
        done = run("history", "--since", "2026-01-01", "--lang", "ja")
        assert done.lines[-1] == "該当する記録はありません"

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (("--reason", "bugdet"), "did you mean 'budget'?"),
            (("--since", "someday"), "--since: 'someday' is not a period: it cannot be read"),
            (("--until", "FY2022.."), "--until: 'FY2022..' is not a period: it has no end"),
            (("1-9",), "'1-9' is no topic, milestone or chart of this plan"),
            (("--limit", "-1"), "--limit"),
        ],
    )
    def test_mistakes(self, run: Run, words: tuple[str, ...], said: str) -> None:
        done = run("history", *words)
        assert done.code == 2
        assert said in done.err


@pytest.mark.usefixtures("path")
class TestFormats:
    def test_plain(self, run: Run) -> None:
        assert run("history", "1-1", "1-2b").lines == [
            "Recorded          Change  ID    Date        What",
            "2022-07-01 09:00  c4      1-1   2022-03-07  Status: missed → missed  (corrects FY2021)",
            "2022-06-01 09:00  c3      1-1   FY2021      Status: planned → missed  [technical]  stage 2"
            "  https://example.org/a  (Kato)",
            "2021-01-31 09:00  c2      1-2b  2021-01-31  checked (2021-01-03 to 2021-01-31, 5×)  (sato)",
            "2020-05-02 09:00  c1      1-1   2020-05-01  Target: FY2020 → FY2021  [budget]  (reported, not decided)  (sato)",
            "",
            "4 entries",
        ]

    def test_japanese(self, run: Run) -> None:
        lines = run("history", "1-1", "1-3", "--lang", "ja", "--since", "2022-06-01").lines
        assert lines[1:] == [
            "2022年8月3日 09:00  c6    1-3   2022年8月1日           （変更 c5 の取消し）",
            "2022年8月2日 08:30  c5    1-3   2022年8月1日           実施",
            "2022年7月1日 09:00  c4    1-1   2022年3月7日           状況: 未達 → 未達  （2021年度（令和3年度） を訂正）",
            "2022年6月1日 09:00  c3    1-1   2021年度（令和3年度）  状況: 予定 → 未達  [技術的要因]"
            "  stage 2  https://example.org/a  (Kato)",
            "",
            "4件",
        ]

    def test_json(self, run: Run) -> None:
        data = json.loads(run("history", "1-1", "--since", "2022-06-01", "--json").out)
        assert (data["command"], data["count"]) == ("history", 2)
        assert data["changes"][1] == {
            "id": "1-1",
            "title": {"ja": "項目1-1", "en": "Item 1-1"},
            "date": "FY2021",
            "recorded": "2022-06-01T09:00:00+09:00",
            "change": "c3",
            "fields": {"status": {"from": "planned", "to": "missed"}},
            "added": False,
            "occurred": False,
            "by_hand": False,
            "checked": None,
            "corrects": None,
            "reverts": None,
            "reason": "technical",
            "remedy": None,
            "remedy_by": None,
            "authority": None,
            "verified": None,
            "note": "stage 2",
            "source": "https://example.org/a",
            "who": "Kato",
        }
        assert data["changes"][0]["corrects"] == "FY2021"

    def test_json_lines(self, run: Run) -> None:
        lines = run("history", "--format", "jsonl").lines
        assert [json.loads(line)["change"] for line in lines] == [change for change, _ in ALL]

    def test_csv(self, run: Run) -> None:
        rows = list(csv.DictReader(io.StringIO(run("history", "--format", "csv").out)))
        assert [(row["change"], row["id"]) for row in rows] == ALL
        assert rows[3]["fields"] == "status: planned -> missed"
        assert (rows[3]["date"], rows[3]["reason"], rows[3]["who"]) == (
            "FY2021",
            "technical",
            "Kato",
        )

    def test_csv_tells_what_is_no_field(self, run: Run) -> None:
        rows = csv.DictReader(io.StringIO(run("history", "--format", "csv").out))
        assert [row["event"] for row in rows] == [
            "reverts c5", "occurred", "corrects FY2021", "",
            "checked 2021-01-03..2021-01-31 5x", "", "",
        ]  # fmt: skip

    def test_csv_for_excel_keeps_ids(self, run: Run) -> None:
        assert '=""1-1""' in run("history", "--excel").out

    def test_markdown(self, run: Run) -> None:
        lines = run("history", "1-3", "--format", "md").lines
        assert lines[0].startswith("| Recorded")
        assert "| c6 " in lines[2]
