"""What the keys of a plan file hold, in Japanese, by its English: see ``plan_file.keys``."""

from __future__ import annotations

KEYS: dict[str, str] = {
    ("Version of this file format: 1."): ("この書式の版。1。"),
    ("The plan's title in Japanese and English."): ("計画の名称。日本語と英語。"),
    ("Label of the document whose wording this plan encodes."): (
        "この計画が文言を写した文書の略号。"
    ),
    ("The day the plan was decided; before it there is no plan."): (
        "計画を決定した日。それより前に計画はない。"
    ),
    ("Language of reports made without --lang."): ("--lang なしで作る報告の言語。"),
    ("IANA time zone in which 'today' is meant, e.g. Asia/Tokyo; a Japanese plan needs none."): (
        "「今日」を決める時間帯（IANA の名前。例: Asia/Tokyo）。日本語の計画では省ける。"
    ),
    ("When a fiscal year starts and what names it; else April."): (
        "年度の始まる月と呼び方。なければ4月始まり。"
    ),
    ("Days before the due date from which a milestone is due soon."): (
        "期日の何日前から「期限間近」とするか。"
    ),
    ("How many bullets the document has, so that a lost one is noticed."): (
        "文書にある項目の数。欠けた項目に気づくため。"
    ),
    ("From what slip or lateness on a reason is asked for, e.g. 6m."): (
        "どれだけの後ろ倒しや遅れから理由を求めるか。例: 6m。"
    ),
    ("After how long without news an open milestone is stale, e.g. 9m."): (
        "未了のものを「長く情報なし」とするまでの期間。例: 9m。"
    ),
    ("The documents that labels refer to."): ("略号で呼ぶ文書。"),
    ("Organisation codes with their names and aliases."): ("担当の略号と、名称、別名。"),
    ("Codes for why a target moved or was missed."): ("目標が動いた、未達となった理由の略号。"),
    ("The headings of the roadmap, each with a number or a code."): (
        "番号のついた見出し（論点）。"
    ),
    ("One block per milestone, in document order."): (
        "マイルストーン。一件に一区画、文書の順に並べる。"
    ),
    ("Month in which a fiscal year starts, 1 to 12."): ("年度の始まる月。1から12。"),
    ("Whether the year it starts or ends in names it."): (
        "始まる年で呼ぶか（start）、終わる年で呼ぶか（end）。"
    ),
    ("In Japanese."): ("日本語。"),
    ("In English."): ("英語。"),
    ("Other names that mean this organisation."): ("この組織を指す別の名前。"),
    ("A short name, which lists in Japanese show for its code: {ja: 文科省}."): (
        "略称。日本語の一覧で略号の代わりに示す。例: {ja: 文科省}。"
    ),
    ("Short label, e.g. H30."): ("短い略号。例: H30。"),
    ("The document's title."): ("文書の題名。"),
    ("Its date."): ("日付。"),
    ("Where it can be read."): ("読める場所。"),
    ("Its number within the topic, from 1."): ("論点の中での番号。1から。"),
    ("How the document writes the number, e.g. ①."): ("文書での番号の書き方。例: ①。"),
    ("Its title."): ("題名。"),
    ("The charts that its heading names."): ("見出しが挙げる工程表。"),
    ("The question that ends it."): ("末尾の問い。"),
    ("The topic's number in the document, or a short code: 7, 06C.02."): (
        "文書での論点の番号、または短い符号。例: 7、06C.02。"
    ),
    ("The charts that its headings name."): ("見出しが挙げる工程表。"),
    ("Its numbered parts."): ("番号のついた節。"),
    ("The questions that end it."): ("末尾の問い。"),
    ("Given once, never changed; TOPIC-BULLET, with a letter where a bullet is split."): (
        "一度だけ付け、変えない。「論点-項目」、分けた項目には文字を添える。"
    ),
    ("Its topic, where the id does not begin with it."): (
        "論点。番号がその論点で始まらないときに書く。"
    ),
    ("Number of the topic's subsection in which it stands."): ("置かれている節の番号。"),
    ("What is to be achieved, short enough for a table."): ("達成すること。表に収まる短さで書く。"),
    ("The milestone or split bullet that this bullet repeats."): (
        "この項目が再掲している元の項目。"
    ),
    ("The charts it belongs to."): ("属する工程表。"),
    ("Whether the document states the chart or it was chosen."): (
        "工程表が文書に明記されているか、判断で選んだか。"
    ),
    ("What its time means."): ("時期の意味。"),
    ("The current target, as precise as the text and no sharper."): (
        "今の目標。文言と同じ細かさで書き、それより細かくしない。"
    ),
    ("How often a year a recurring one is to happen, e.g. 3 or about 3."): (
        "毎年度のものの回数。例: 3、about 3。"
    ),
    ("The first target."): ("当初の目標。"),
    ("Milestones that it took the place of."): ("これが後を継いだマイルストーン。"),
    ("How much of it is delivered, e.g. 1/2; never the whole."): (
        "どこまで達成したか。例: 1/2。全部は書かない。"
    ),
    ("The target that an authority set as the baseline anew; the first one stays."): (
        "決定により再設定した基準。当初目標は残る。"
    ),
    ("A year that the text names but does not commit to."): ("文が挙げるが、約束してはいない年。"),
    ("Organisation codes, lead first; 'others' last for 等."): (
        "担当の略号。主担当が先。「等」は最後に others。"
    ),
    ("Whether the text states the owner or it was assigned."): (
        "担当が文に明記されているか、判断で決めたか。"
    ),
    ("Organisations named only to work with."): ("連携先としてだけ挙がる組織。"),
    ("What people recorded."): ("人が記録した状況。"),
    ("How one would know that it is met, as the text says it."): (
        "達成をどう判断するか（指標）。文言のとおり。"
    ),
    ("What must have happened before it can; it moves no date."): (
        "先に実現していなければならないもの。日付は動かない。"
    ),
    ("The milestone or split bullet that must have happened before."): (
        "先に実現していなければならないマイルストーン、または分かれた項目。"
    ),
    ("Whether the document states that or somebody judged so."): (
        "文書が明記しているか、判断によるか。"
    ),
    ("The words that say so, or where they can be read."): ("その根拠となる文言、または出典。"),
    ("When somebody expects it; it moves no target."): ("実現の見込み。目標は動かない。"),
    ("How sure they are of the forecast."): ("見込みの確度。"),
    ("Milestones that are alike but not the same."): ("似ているが同じではないもの。"),
    ("Fingerprint of the bullet's wording."): ("項目の文言の指紋。"),
    ("Why it is read so, where that is arguable; one line."): (
        "読み方に議論の余地があるとき、そう読む理由。一行。"
    ),
    ("Where it stands in other revisions: {LABEL: place}."): ("他の改訂での位置。{略号: 位置}。"),
    ("Addresses worth keeping."): ("残しておくアドレス。"),
    ("Free labels."): ("自由な目印。"),
    ("What changed, in the order it was recorded."): ("変わったこと。記録した順。"),
    ("The first day somebody looked."): ("最初に調べた日。"),
    ("The last day."): ("最後の日。"),
    ("How often."): ("回数。"),
    ("When it became true: a day, a fiscal year, or unknown."): (
        "そうなった時。日、年度、または unknown（不明）。"
    ),
    ("When it was written down, with seconds and zone."): ("書き留めた時。秒と時間帯まで。"),
    ("Id shared by the entries of one command."): ("一つのコマンドの記録が共有する番号。"),
    ("True where the milestone came into the plan."): ("計画に加わったとき true。"),
    ("True for one occurrence of a recurring milestone."): ("毎年度のものの実施一回につき true。"),
    ("True where the fields had been changed by hand before."): (
        "先に手で変えられていたとき true。"
    ),
    ("Somebody looked and found nothing new."): ("調べたが変わりはなかった。"),
    ("Id of the change whose date this one puts right (once, that date)."): (
        "この記録が日付を正す、元の変更の番号（以前はその日付）。"
    ),
    ("Id of the change that this one takes back."): ("この記録が取り消す変更の番号。"),
    ("One of the plan's reason codes."): ("理由の略号。"),
    ("What is done about it."): ("対応。"),
    ("By when; past it, the remedy itself is late."): ("対応の期限。過ぎれば対応そのものの遅れ。"),
    ("Who decided it; without one it was only reported."): (
        "決定した者。なければ、報告されただけのもの。"
    ),
    ("Whether somebody else confirmed what was claimed."): (
        "完了とされたことを、他の者が確かめたか。"
    ),
    ("What happened, in a sentence."): ("何が起きたか。一文で。"),
    ("Where that can be read."): ("出典。"),
    ("Who recorded it."): ("記録した者。"),
    ("Old spellings that cannot be derived, for undo."): ("導けない元の綴り。undo が使う。"),
}
