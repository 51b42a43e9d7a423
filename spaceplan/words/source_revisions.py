"""What is said of two revisions of a document, and of the proposal made of them."""

REVISIONS: dict[str, tuple[str, str]] = {
    # Two revisions.
    "gone": ("なくなった", "Gone"),
    "new": ("新しい", "New"),
    "target-moved": ("目標が動いた", "Target moved"),
    "other-owner": ("担当が変わった", "Owner changed"),
    "moved": ("場所が変わった", "Moved"),
    "reworded": ("文言が変わった", "Reworded"),
    "continues": ("別の文言で続く", "Continues under other words"),
    "perhaps": ("{id} として続くか（{why}）", "perhaps continues as {id} ({why})"),
    "link-names": ("名称 {names}", "names {names}"),
    "link-words": ("共通の語 {words}", "words {words}"),
    "split": ("分割", "Split"),
    "merged": ("統合", "Merged"),
    "link-topic": ("同じ論点", "same topic"),
    "link-chart": ("同じ工程表", "same chart"),
    "link-owner": ("同じ担当", "same owner"),
    "link-kind": ("同じ種別", "same kind"),
    "link-event": ("同じ出来事「{event}」", "same event {event}"),
    "weaker": ("弱まった", "Weaker"),
    "weaker-verb": ("「{was}」が「{now}」に", "{was} became {now}"),
    "weaker-quantity": ("{was}が{now}に", "{was} became {now}"),
    "weaker-time": ("期限が「{now}」に", "the deadline became {now}"),
    "to-confirm": ("（達成の報告。要確認）", " (told as met: to be confirmed)"),
    "act-on": ("対応すべきこと", "What to act on"),
    "act-slipped": ("時期が動いた（{count}）", "Slipped or moved ({count})"),
    "act-lost-date": ("時期がなくなった（{count}）", "Lost its date ({count})"),
    "act-weaker": ("弱まった（{count}）", "Weaker ({count})"),
    "act-weaker-short": ("弱まった", "Weaker"),
    "act-met-goes-on": (
        "達成と報告され、次の時期が付いた（要確認）（{count}）",
        "Told as met, and goes on with another time: to be confirmed ({count})",
    ),
    "act-met-goes-on-short": ("達成と報告され、続く", "Told as met, goes on"),
    "act-lost-owner": ("担当がなくなった（{count}）", "Lost its owner ({count})"),
    "act-other-owner": ("担当が変わった（{count}）", "Owner changed ({count})"),
    "act-new-dated": ("時期のある新しいもの（{count}）", "New with a date ({count})"),
    "act-gone-unreported": (
        "実績の報告なしになくなった（{count}）",
        "Gone without a result ({count})",
    ),
    "act-gone-partly": (
        "なくなり、実績の報告は一部だけ（{count}）",
        "Gone, reported only in part ({count})",
    ),
    "act-gone-met": (
        "なくなり、達成と報告された（要確認）（{count}）",
        "Gone and told as met: to be confirmed ({count})",
    ),
    "act-slipped-short": ("時期が動いた", "Slipped or moved"),
    "act-lost-date-short": ("時期がなくなった", "Lost its date"),
    "act-lost-owner-short": ("担当がなくなった", "Lost its owner"),
    "act-other-owner-short": ("担当が変わった", "Owner changed"),
    "act-new-dated-short": ("時期のある新しいもの", "New with a date"),
    "act-gone-unreported-short": ("実績の報告なしになくなった", "Gone without a result"),
    "act-gone-partly-short": ("なくなり、報告は一部だけ", "Gone, reported only in part"),
    "column-what": ("何が", "What"),
    "column-id": ("番号", "Id"),
    "column-from": ("前", "From"),
    "column-to": ("後", "To"),
    "column-about": ("内容", "About"),
    "column-page": ("頁", "Page"),
    "act-nothing": ("対応すべきことはない。", "There is nothing to act on."),
    "claim": (
        "{where}は達成と報告している{day}。確かめたら: spaceplan update {id} --status done "
        "--on {on} --source {source}",
        "{where} tells it as met{day}; once confirmed: spaceplan update {id} --status done "
        "--on {on} --source {source}",
    ),
    "claim-date": ("日付", "DATE"),
    "takeover-merged": (
        "{id}「{title}」もこの文言に統合された（{why}）。"
        "これが引き継いだなら、次の行と、すぐ下の {id} の # を外す",
        "{id} {title} was merged into this wording ({why}); if this took its place, take the # "
        "from the next line and from those of {id} below",
    ),
    "takeover-perhaps": (
        "なくなった {id}「{title}」に代わるものか（{why}）。"
        "そうであれば、次の行と、すぐ下の {id} の # を外す",
        "perhaps in the place of {id} {title}, which is gone ({why}); if so, take the # from the "
        "next line and from those of {id} below",
    ),
    "proposed-takeovers": (
        "引き継がれた可能性のあるもの{count}件は、提案の中に注記で示した（# を外せば適用される）",
        "{count} that others may have taken the place of stand in the proposal as comments, to be "
        "taken up by a person",
    ),
    "results-told": ("実績の報告", "Results that tell of them"),
    "revision-verdict": (
        "なくなった{gone}、別の文言で続く{continues}、新しい{new}、目標が動いた{target_moved}、"
        "場所が変わった{moved}、文言が変わった{reworded}、そのまま{unchanged}",
        "{gone} gone, {continues} under other words, {new} new, {target_moved} with a moved "
        "target, {moved} moved, {reworded} reworded, {unchanged} unchanged",
    ),
    "repeats-said": ("{original} の再掲: {said}", "repeats {original}: {said}"),
    "none": ("なし", "none"),
    "now-worded": ("文言が変わった: {words}", "wording changed: {words}"),
    "proposed": (
        "提案: 変更{changes}、追加{added}、新しい論点{topics}。{how}",
        "proposed: milestones to change {changes}, to add {added}; new topics {topics}; {how}",
    ),
    "write-proposal": ("書き出すには -o FILE", "write it with -o FILE"),
    "go-over": (
        "{path} を確かめてから: spaceplan apply {path} --dry-run",
        "go over {path}, then: spaceplan apply {path} --dry-run",
    ),
    # The proposal.
    "proposal-what": (
        "計画を {label}（{document}）に合わせる提案。\n"
        "確かめ、要らない項目を消してから:\n"
        "  spaceplan apply {file} --dry-run\n"
        "番号は変わらず、places が新しい改訂での位置を示す。",
        "What {label} ({document}) would change in the plan. Go over it, delete "
        "what you do not want, then:\n"
        "  spaceplan apply {file} --dry-run\n"
        "Ids stay; places tells where each now stands.",
    ),
    "stranger": (
        "計画の担当の一覧にない: {names}。加えてから owner に書く",
        "the plan's owners lack {names}; add it there, then say so in owner",
    ),
    "stranger-add": (
        "計画の担当の一覧（owners）にない機関: {name}。加えるなら:",
        "An organisation that the plan's owners lack: {name}. To add it there:",
    ),
    "proposed-strangers": (
        "計画の担当の一覧にない機関: {names}（提案の注に加え方がある）",
        "organisations that the plan's owners lack: {names} (the proposal says how to add them)",
    ),
    "proposal-gone": (
        "{label} にない（{count}件）。完了とはみなさない。人が判断すること:",
        "Gone from {label} ({count}); not taken as done. Somebody has to decide:",
    ),
    "no-longer-timed": (
        "時期を述べなくなった: もとは{reading}",
        "no longer names a time; it was {reading}",
    ),
    "which-part": (
        "どの枝番のことか不明: {was} → {now}",
        "not clear of which part: {was} → {now}",
    ),
    "note-moved": (
        "{label}で{was}から{now}に",
        "{label}: {was} became {now}",
    ),
    "note-weaker": (
        "{label}で弱まった（{why}）: {was} → {now}",
        "{label}: weaker ({why}): {was} → {now}",
    ),
    "note-result": (
        "{label}の実績: {told}",
        "{label} reports: {told}",
    ),
}
