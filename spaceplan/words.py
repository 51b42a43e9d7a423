"""What the program says in Japanese and English: states, kinds, columns, sentences."""

from __future__ import annotations

import os

LANGUAGES = ("ja", "en")

_SAID: dict[str, tuple[str, str]] = {
    # states
    "overdue": ("期限超過", "overdue"),
    "due-soon": ("期限間近", "due soon"),
    "on-track": ("順調", "on track"),
    "ongoing": ("継続", "ongoing"),
    "done-on-time": ("期限内完了", "done on time"),
    "done-late": ("遅れて完了", "done late"),
    "done-no-due": ("完了（期限なし）", "done (no due date)"),
    "done-date-unknown": ("完了（日付不明）", "done (date unknown)"),
    "begun-on-time": ("期限内開始", "begun on time"),
    "begun-late": ("遅れて開始", "begun late"),
    "begun-date-unknown": ("開始（日付不明）", "begun (date unknown)"),
    "missed": ("未達", "missed"),
    "dropped": ("取りやめ", "dropped"),
    # statuses
    "planned": ("予定", "planned"),
    "active": ("実施中", "active"),
    "done": ("完了", "done"),
    # kinds
    "deadline": ("期限", "deadline"),
    "start": ("開始", "start"),
    "window": ("期間", "window"),
    "recurring": ("毎年度", "recurring"),
    # bases
    "stated": ("明記", "stated"),
    "assigned": ("判断", "assigned"),
    # columns and labels
    "id": ("番号", "ID"),
    "title": ("件名", "Title"),
    "target": ("目標", "Target"),
    "due": ("期日", "Due"),
    "baseline": ("当初目標", "Baseline"),
    "horizon": ("見据える年", "Horizon"),
    "owner": ("担当", "Owner"),
    "partners": ("連携先", "Partners"),
    "status": ("状況", "Status"),
    "state": ("状態", "State"),
    "kind": ("種別", "Kind"),
    "late": ("遅れ", "Late"),
    "slip": ("後ろ倒し", "Slip"),
    "actual": ("実績", "Actual"),
    "topic": ("論点", "Topic"),
    "chart": ("工程表", "Chart"),
    "charts": ("工程表", "Charts"),
    "question": ("問い", "Question"),
    "remark": ("備考", "Remark"),
    "see": ("関連", "See"),
    "also": ("再掲", "Also"),
    "history": ("履歴", "History"),
    "links": ("リンク", "Links"),
    "places": ("他の改訂での位置", "Places"),
    "times": ("年間回数", "Times a year"),
    "code": ("略号", "Code"),
    "name": ("名称", "Name"),
    "aliases": ("別名", "Aliases"),
    "bullets": ("項目", "Bullets"),
    "commitments": ("取組", "Commitments"),
    "milestones": ("マイルストーン", "Milestones"),
    "total": ("計", "Total"),
    "others": ("等", "and others"),
    "reason": ("理由", "Reason"),
    "wording": ("文言", "Wording"),
    "text": ("文言の指紋", "Fingerprint"),
    "chart_basis": ("工程表の根拠", "Chart basis"),
    "basis": ("担当の根拠", "Owner basis"),
    "subsection": ("節", "Subsection"),
    "plan": ("計画", "Plan"),
    "fiscal_year": ("年度", "Fiscal year"),
    "lead": ("主担当", "Lead"),
    "open": ("未了", "Open"),
}


def say(key: str, lang: str) -> str:
    """One label in ``lang``; unknown keys are shown as they are."""
    pair = _SAID.get(key)
    if pair is None:
        return key
    return pair[0] if lang == "ja" else pair[1]


def pick(lang: str, ja: str, en: str) -> str:
    """One of two sentences."""
    return ja if lang == "ja" else en


def left_out(lang: str) -> str:
    """What a table says of columns that a narrow screen has no room for."""
    return pick(lang, "幅が足りず省いた列: {names}", "left out for lack of width: {names}")


def locale_language() -> str:
    """``ja`` where the locale (LC_ALL, LC_MESSAGES, LANG) is Japanese, else ``en``."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "ja" if value.lower().startswith(LANGUAGES[0]) else "en"
    return "en"
