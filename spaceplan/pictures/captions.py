"""What the pictures say of themselves, in Japanese and English."""

from __future__ import annotations

from spaceplan.answers.data import late_text, slip_text
from spaceplan.answers.rows import title_text
from spaceplan.pictures.burndown import Burndown, Level
from spaceplan.pictures.grid import Grid, Track
from spaceplan.pictures.trend import RECORDED, Course, Trend
from spaceplan.roadmap.model import Topic
from spaceplan.roadmap.query import Row
from spaceplan.roadmap.times import Time
from spaceplan.words import pick, say


def count_of(number: int, lang: str) -> str:
    """``3 milestones`` / ``3件``."""
    return pick(lang, f"{number}件", f"{number} milestone{'' if number == 1 else 's'}")


def state_of(row: Row, lang: str) -> str:
    """The state, how late, and how many years of a recurring one went unmet."""
    standing = row.standing
    words = say(standing.state, lang)
    if standing.late is not None:
        span = late_text(*standing.late, lang)
        words += pick(lang, f" {span}", f", {span}")
    return words


def short(time: Time, lang: str) -> str:
    """A time as precise as it is, without the era that a lone fiscal year has."""
    if lang != "ja" or time.open or time.end is not None:
        return time.format(lang)
    return time.start.japanese() + ("頃" if time.about else "")


def target_of(row: Row, lang: str) -> str:
    """``FY2020 → FY2022 (+2 years)``; the target alone where it never moved."""
    milestone = row.milestone
    if milestone.target is None:
        return ""
    target = short(milestone.target, lang)
    if milestone.baseline is None or milestone.baseline == milestone.target:
        return target
    slip = slip_text(row.standing.slip, lang)
    words = f"{short(milestone.baseline, lang)} → {target}"
    return f"{words} ({slip})" if slip else words


def grid_title(shown: Grid, lang: str) -> str:
    """What the grid is, on which day."""
    return pick(
        lang,
        f"年度別の予定と実績（{shown.day}現在）",
        f"Milestones by fiscal year, as of {shown.day}",
    )


def topic_heading(topic: Topic, lang: str) -> str:
    """``Topic 7  Space science`` / ``論点7  宇宙科学``: above the rows of a topic."""
    heading = pick(lang, f"論点{topic.number}", f"Topic {topic.number}")
    return f"{heading}  {topic.title.say(lang)}"


def no_grid(lang: str) -> str:
    """What stands in place of rows where there are none."""
    return pick(lang, "該当するものはありません", "no milestone to show")


def grid_description(shown: Grid, lang: str) -> str:
    """The grid in sentences: rows, years, states, what is left out."""
    number, axis = len(shown.tracks), shown.axis
    states = pick(lang, "、", ", ").join(
        pick(lang, f"{say(state, lang)}{n}件", f"{n} {say(state, lang)}")
        for state, n in shown.states.items()
    )
    sentence = pick(
        lang,
        f"{len(shown.groups)}論点の{number}件を、{axis.first}年度から{axis.last}年度までの列に示す",
        f"{count_of(number, lang)} of {len(shown.groups)} topic"
        f"{'' if len(shown.groups) == 1 else 's'} in the columns FY{axis.first} to FY{axis.last}",
    )
    end = pick(lang, "。", ".")
    parts = [sentence, *([states] if states else []), *grid_notes(shown, lang)]
    return pick(lang, "", " ").join(part + end for part in parts)


def grid_notes(shown: Grid, lang: str, *, hints: bool = False) -> list[str]:
    """What the grid leaves out; with ``hints`` also by which option it is shown."""
    notes = []
    if shown.untimed:
        n = shown.untimed
        notes.append(
            pick(
                lang,
                f"期限のない{n}件は省略",
                f"{n} without a time of their own not shown",
            )
            + hints * pick(lang, "（--ongoing で表示）", " (--ongoing shows them)")
        )
    if shown.outside:
        n = shown.outside
        notes.append(pick(lang, f"他の年度の{n}件は省略", f"{n} in other years not shown"))
    if shown.cut:
        n = shown.cut
        notes.append(
            pick(
                lang,
                f"ほか{n}件は省略（注意を要するものから表示）",
                f"{n} more not shown; those that need attention come first",
            )
        )
    return notes


def track_words(track: Track, lang: str) -> str:
    """A row of the grid in words, for pointing at it."""
    milestone = track.milestone
    parts = [f"{milestone.id} {title_text(track.row, lang)}"]
    if milestone.target is not None:
        parts.append(f"{say('target', lang)}: {target_of(track.row, lang)}")
    if track.row.standing.actual is not None:
        parts.append(f"{say('actual', lang)}: {track.row.standing.actual.format(lang)}")
    parts.append(state_of(track.row, lang))
    return pick(lang, "。", ". ").join(parts)


def trend_title(shown: Trend, lang: str) -> str:
    """What the trend is, on which day."""
    return pick(
        lang,
        f"目標の推移（{shown.day}現在）",
        f"How targets moved, as of {shown.day}",
    )


def course_words(course: Course, lang: str) -> str:
    """A line of the trend in words: every target in turn, and how it stands."""
    steps = " → ".join(short(forecast.target, lang) for forecast in course.forecasts)
    slip = slip_text(course.row.standing.slip, lang)
    words = f"{course.milestone.id} {title_text(course.row, lang)}: {steps}"
    if slip:
        words += f" ({slip})"
    words += pick(lang, "、", ", ") + state_of(course.row, lang)
    if course.by_hand:
        words += pick(lang, "（変更日の記録なし）", " (no entry says when it moved)")
    return words


def trend_description(shown: Trend, lang: str) -> str:
    """The trend in sentences."""
    end = pick(lang, "。", ".")
    parts = []
    if shown.courses:
        parts.append(
            pick(
                lang,
                "横軸は報告の日、縦軸はその時点の目標。上がる線は後ろ倒し、水平な線は変更なし、"
                "対角線は報告の日と目標が同じ日",
                "Report dates run to the right, the target as it then stood upwards: a rising line"
                " slips, a level one keeps its target, on the diagonal both are the same day",
            )
        )
    parts += [course_words(course, lang) for course in shown.courses]
    parts += trend_notes(shown, lang)
    return pick(lang, "", " ").join(part + end for part in parts)


def trend_notes(shown: Trend, lang: str, *, hints: bool = False) -> list[str]:
    """What the trend leaves out, and by which day it goes where that is not the usual one."""
    notes = []
    if shown.steady:
        n = shown.steady
        notes.append(
            pick(
                lang,
                f"目標が動いていない{n}件は省略",
                f"{n} whose target never moved not shown",
            )
            + hints * pick(lang, "（--all で表示）", " (--all shows them)")
        )
    if shown.cut:
        n = shown.cut
        notes.append(
            pick(
                lang,
                f"ほか{n}件は省略（大きく動いたものから表示）",
                f"{n} more not shown; those that moved most come first",
            )
        )
    if shown.by == RECORDED:
        notes.append(pick(lang, "報告の日は記録した日", "report dates are those of recording"))
    return notes


def no_trend(lang: str) -> str:
    """What stands in place of an empty trend."""
    return pick(lang, "動いた目標はありません", "no target has moved")


def burndown_title(shown: Burndown, lang: str) -> str:
    """What the burndown is, on which day."""
    return pick(
        lang,
        f"未了の件数と当初計画（{shown.day}現在）",
        f"Open milestones against the baseline plan, as of {shown.day}",
    )


def burndown_sums(shown: Burndown, lang: str) -> str:
    """What the milestones came to, in one sentence."""
    counts = (
        ("期限超過", "overdue", shown.overdue),
        ("達成", "met", shown.met),
        ("未達", "missed", shown.missed),
        ("取りやめ", "dropped", shown.dropped),
    )
    listed = pick(lang, "、", ", ").join(
        pick(lang, f"{ja}{n}件", f"{n} {en}") for ja, en, n in counts if n
    )
    sentence = pick(
        lang,
        f"期限のある{shown.total}件のうち未了{shown.open}件",
        f"{shown.open} of {count_of(shown.total, lang)} with a due day open",
    )
    return sentence + (pick(lang, "、", ", ") + listed if listed else "")


def burndown_notes(shown: Burndown, lang: str) -> list[str]:
    """What the figures cannot tell."""
    notes = []
    if shown.overdue:
        notes.append(
            pick(
                lang,
                f"期限を過ぎた{shown.overdue}件は新しい目標がないため、見込みでは未了のまま",
                f"the forecast keeps the {shown.overdue} overdue open: no target says until when",
            )
        )
    if shown.undated:
        notes.append(
            pick(
                lang,
                f"終了日の記録がない{shown.undated}件は、基準日に終了したものとした",
                f"{shown.undated} ended on a day not recorded and count as open until this day",
            )
        )
    return notes


def level_name(level: Level, lang: str) -> str:
    """The fiscal year at whose end a level stands, else its day."""
    if level.year is None:
        return str(level.on)
    return pick(lang, f"{level.year}年度末", f"end of FY{level.year}")


def burndown_description(shown: Burndown, lang: str) -> str:
    """The burn-down in sentences, with all its figures."""
    end = pick(lang, "。", ".")
    parts = [burndown_sums(shown, lang)]
    for level in shown.levels:
        figures = (
            ("当初計画", "planned", level.planned),
            ("実際", "actual", level.actual),
            ("見込み", "forecast", level.forecast),
        )
        listed = pick(lang, "、", ", ").join(
            pick(lang, f"{ja}{n}件", f"{n} {en}") for ja, en, n in figures if n is not None
        )
        parts.append(f"{level_name(level, lang)}: {listed}")
    parts += burndown_notes(shown, lang)
    return pick(lang, "", " ").join(part + end for part in parts)
