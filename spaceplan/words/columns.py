"""What the columns of a table hold, and what is to stand in them. A key is the column's name."""

SAID = {
    "id": ("番号。変更不可", "Milestone id; never changed"),
    "topic": ("論点の番号", "Topic number"),
    "subsection": ("論点内の節の番号", "Number of the topic's subsection"),
    "title_ja": ("件名（日本語）", "Title in Japanese"),
    "title_en": ("件名（英語）", "Title in English"),
    "charts": ("工程表の番号", "Chart numbers"),
    "chart_basis": (
        "工程表の根拠: stated は明記、assigned は判断",
        "Whether the document states the chart or it was chosen: stated, assigned",
    ),
    "kind": (
        "種別: {options}",
        "Kind: {options}",
    ),
    "target": (
        "目標の時期: FY2020, FY2019H1, 2019-09-30, about FY2023 など",
        "Current target: FY2020, FY2019H1, 2019-09-30, about FY2023 …",
    ),
    "due": ("期日（目標の最終日）", "Due day: the target's last"),
    "baseline": ("当初の目標", "First target"),
    "baseline_day": ("当初の期日", "The first target's last day"),
    "horizon": ("見据える年（約束ではない）", "A year that the text names but does not commit to"),
    "times": (
        "毎年度の回数: 3, about 3 など",
        "How often a year a recurring one is to happen: 3, about 3",
    ),
    "owner": (
        "担当の略号。主担当が先頭、空白区切り、others は「等」",
        "Owner codes, lead first, separated by spaces; others is 'and others'",
    ),
    "basis": (
        "担当の根拠: stated は明記、assigned は判断",
        "Whether the text states the owner or it was assigned: stated, assigned",
    ),
    "partners": (
        "連携先の略号、空白区切り",
        "Codes of those named only to work with, separated by spaces",
    ),
    "status": (
        "状況: {options}",
        "Status: {options}",
    ),
    "state": ("状態（状況と期日から導く）", "State, derived"),
    "actual": ("達成または開始した時", "When it was met, or began"),
    "late": ("遅れ", "How late"),
    "late_months": ("遅れの月数（満の月）", "How late, in whole months"),
    "late_days": ("遅れの日数", "How late, in days"),
    "slip_months": ("後ろ倒しの月数（前倒しは負）", "The slip in whole months; below 0 is earlier"),
    "slip_days": ("後ろ倒しの日数（前倒しは負）", "The slip in days; below 0 is earlier"),
    "unmet_years": ("満たされなかった年度", "Fiscal years without it"),
    "slip": ("当初目標からの後ろ倒し", "Current target minus the first"),
    "flags": ("しるし（確認、説明の有無など）", "Flags: claimed, verified, stale, unexplained …"),
    "moves": ("目標が動いた回数", "How often the target moved"),
    "also": ("再掲の番号", "Ids that repeat it"),
    "see": ("関連する番号", "Ids that are alike"),
    "remark_ja": ("備考（日本語）", "Remark in Japanese"),
    "remark_en": ("備考（英語）", "Remark in English"),
    "tags": ("タグ、空白区切り", "Free labels, separated by spaces"),
    "on": (
        "変更が生じた日または年度: 2023-03-07, FY2022",
        "When the change became true: 2023-03-07 or FY2022",
    ),
    "reason": ("理由の略号", "Reason code"),
    "note": ("何が起きたか", "What happened"),
    "source": ("出典", "Where that can be read"),
    "who": ("記録者", "Who says so"),
    "digest": (
        "書き出し時の内容の指紋。変更不可",
        "Fingerprint of what the row showed; leave it as it is",
    ),
}
