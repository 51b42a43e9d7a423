"""Why something was read as it was, in words: English and Japanese."""

from __future__ import annotations

from collections.abc import Sequence

from spaceplan.source.draft.draft import Drafted
from spaceplan.source.draft.read_bullet import Ground
from spaceplan.words import pick, say

# The half-sentences of phrases, read_phrases, read_bullet and draft.
WHY_JA = {
    "it stands in a quoted name": "かぎ括弧の名称の一部",
    "it dates what was named before it": "直前に挙げたものの日付",
    "it dates a decision": "決定などの日付",
    "it is part of a name": "名称の一部",
    "it is when something was done": "既に行ったことの時期",
    "what was found until then is only built on": "それまでの成果を踏まえるだけ",
    "its results are only built on": "その結果を踏まえるだけ",
    "what was going on before goes on after it": "従来からの取組がその後も続く",
    "it goes on as before": "従来どおり続く",
    "its verb is to continue": "動詞が継続を表す",
    "every year from it": "その年から毎年",
    "the event is only foreseen": "見据えるだけの出来事",
    "it is only looked towards": "見据えるだけの時期",
    "the event is another's": "他者の行事",
    "the work flies on what is launched then": "その時に打ち上げるものに載せる",
    "it only describes something that the work serves": "取組が資するものの説明にすぎない",
    "an operation or service is to begin by it": "運用やサービスがその時までに始まる",
    "not before it, and no time by which": "それ以降というだけで期限ではない",
    "the event aimed at is the work's own": "取組自身が目指す出来事",
    "it tells which thing is meant, not when the work is done": "何を指すかの説明で、時期ではない",
    "not before it": "それより前には行わない",
    "early, that year included": "その年も含めて早期に",
    "a new action from it": "その時からの新しい取組",
    "its verb is to begin": "動詞が開始を表す",
    "it stands behind what is to begin": "始めるものに添えた時期",
    "to be achieved by it": "その時までに達成する",
    "to be achieved in it": "その時に達成する",
    "a window for the work": "取組の期間",
    "it stands with what is to be achieved": "達成するものに添えた時期",
    "nothing says otherwise": "別の意味を示す語がない",
    "it comes back every year": "毎年行う",
    "it counts from an event": "出来事から数える",
    "it counts from an event whose date the document does not give": (
        "出来事から数えるが、その日が文書にない"
    ),
    "it had ended before the document was written": "文書ができる前に終わっていた",
    "no time is named": "時期を表す語がない",
    "it has no words of its own": "文言がない",
    "it holds more dated commitments than there are letters for parts": (
        "期限のある約束が多すぎて枝番が足りない"
    ),
}
_LEFT_JA = {
    "page number": "ページ番号",
    "page header": "ページの見出し",
    "title of the document": "文書の題",
    "date of the document": "文書の日付",
    "table of contents": "目次",
    "chart label": "図の中の語",
    "text outside any bullet or question": "項目にも問いにも入らない文",
    "before the first topic": "最初の論点より前",
    "goal": "目標",
    "note": "注",
    "heading above the topics": "論点より上の見出し",
    "heading of nested items": "下位の項目の見出し",
}


def decision(one: Drafted, lang: str) -> str:
    """What was decided of a milestone and why, in one line; of a repeat, what it repeats."""
    if one.same_as:
        return pick(lang, f"{one.same_as} の再掲", f"repeats {one.same_as}")
    what = " ".join(str(part) for part in (say(one.kind, lang), one.target or "") if part)
    if one.times:
        what += pick(lang, f"（年{one.times}回）", f" ({one.times} a year)")
    if one.horizon:
        what += pick(lang, f"（見据える年 {one.horizon}）", f" (horizon {one.horizon})")
    return f"{what}: {grounds_text(one.grounds, one.steps, lang)}"


def grounds_text(grounds: Sequence[Ground], steps: Sequence[str], lang: str) -> str:
    """The words that decided, each with its half-sentence, and the steps on the way."""
    if lang == "ja":
        told = "、".join(
            f"「{ground.words}」は{why_text(ground.why, lang)}"
            if ground.words
            else why_text(ground.why, lang)
            for ground in grounds
        )
        return told + (f"。途中の段階: {'、'.join(steps)}" if steps else "")
    told = "; ".join(map(str, grounds))
    return told + (f"; earlier times in it are steps: {', '.join(steps)}" if steps else "")


def why_text(why: str, lang: str) -> str:
    """A half-sentence of the tables in ``lang``."""
    return WHY_JA.get(why, why) if lang == "ja" else why


def leftover_reason(reason: str, lang: str) -> str:
    """Why a line is in no milestone, in ``lang``."""
    if lang != "ja":
        return reason
    if reason.startswith("topic number "):
        number, _, taken = reason.removeprefix("topic number ").partition(" is taken; read as ")
        return f"論点{number}は既にあるため論点{taken}として読んだ"
    return _LEFT_JA.get(reason, reason)
