"""Titles drafted from an item's own words: its thing and its verb, nothing cut in the middle."""

from __future__ import annotations

import re

from spaceplan.frozen import dataclass
from spaceplan.source.draft.english_titles import english_title
from spaceplan.source.draft.nouns import EMPTY, is_noun, noun_of
from spaceplan.source.draft.time_words import Reference, TimeWord, find_times
from spaceplan.source.read.markdown import without_struck
from spaceplan.source.read.text import fold, is_latin, normalise

# A title is shorter where it can be, never cut where it cannot.
LONGEST = 40
# A core this short says too little: 必要な取組, 整理.
_VAGUE = 10
_THING = 4

# Spaces with a character that is not Latin on at least one side.
_LOOSE = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")
# Brackets around Japanese, made narrow by folding.
_NARROW = re.compile(r"\(([^()]{0,200}[^\x00-\x7f()][^()]{0,200})\)")
_GENERIC = re.compile(
    "(?:基盤|仕組み?|体制|制度|機器|装置|端末|手法|方法|方策|事業|計画|指針|基準|システム|データ|取組|環境|人材|"
    "(?:調査)?結果|検討|手引き?|方針|方向性|要件|要望|情報|対策|支援|調査(?:研究)?|分析|研修|整備|課題)(?:の|と|を|$)"
)
_EMPTY = re.compile(r"[(（][\s、]*[)）]")
_ABBREVIATED = re.compile(r"\(([A-Z][A-Za-z0-9-]{1,14})\)$")
_BEHIND = re.compile(r"[(\[【〔][^()\[\]【】〔〕]*[)\]】〕]$")
# A bracket that says sentences of its own ends none: 「方針（以下「指針」という。）」.
_TOLD = re.compile(r"\((?:以下|[^()]*。)[^()]*\)")
# What is reached says nothing without what it is about: 結論を得る.
_OUTCOME = re.compile("(?:結論|(?:所要|必要)の措置|必要な措置|成果)$")
_TREATED = re.compile("([^、。]{2,60})(?:について|に関し|に関する)")
# An aside; a bracket behind a name (ALOS-4, 9号機) says which is meant, and stays.
_ASIDE = re.compile(r"\((?:[^()]{21,}|[^()]*[、。][^()]*|[^()]*(?:含む|除く|等|略|いう)[^()]*)\)")
_LEAD = re.compile(
    "(?:また|さらに|更に|なお|加えて|併せて|並行して|例えば|引き続き|特に|これを受け)、?"
)
# Those who act stand in the owner; a title does without them: 内閣府、防衛省等は、
_ACTORS = re.compile(
    r"(?:(?:[^省庁府房構、。はが]{1,20}(?:[省庁府]|官房|機構|研究所)|内閣官房|JAXA|NICT)(?:\([A-Z][A-Za-z-]+\))?"
    "等?(?:、|・|及び|と)?){1,8}[はが]、?"
)
_ABOUT = re.compile(
    "(?P<explicit>[^、。]{2,80}?)(?:(?:について|に関して|に関し|に対して|においては|に当たって)(?:は|も)?、|"
    "(?:については|においては|に当たっては)(?=[^、。]{4}))|(?P<topic>[^、。]{5,80}?)は、"
)
# What is worked on towards an event: 「打上げを目指し、[次期気象衛星]の整備を進める」.
_WORKED_ON = re.compile(
    "([^、。]{3,40})の(?:整備|開発|製作|製造|設計|建造|準備|試作|検討|調達|改修)(?:等)?(?:に取り組む)?$"
)
# What leads a time, and goes with it.
_BEFORE_TIME = re.compile("(?:遅くとも|おおむね|概ね|早ければ|できる限り|可能な限り)、?$")
_STATE = re.compile("(?<=[率割%台個所人件])と$")
# What stands behind a time and belongs to it: 2021年度[までに].
_PARTICLES = re.compile(
    "(?:までの間|まで|から|より|以降|以後|の間|にかけて|も含めて|頃|末|中)?(?:で|には?|にも|の|は|も|を|として)?(?:早期に)?、?"
)
# The event that is aimed at: 「2021年度の[打上げ]を目指し」.
_AIMED = re.compile(
    "(?:まで|以降|以後|頃|末|中|前半|後半|めど|目途)?(?:の|に)([^、。]{1,50}?)"
    "(?:を目指|を目標|に向け|を予定|に備え|を目途|を見込|す?べく|させることを目指|することを目指)"
)
_ADVERB = re.compile(
    "^(?:[一-龯]{1,4}的に|着実に|確実に|引き続き|継続的に|継続して|一層|適切に|主体的に|順次|速やかに|早期に|積極的に|計画的に|"
    "段階的に|新たに|本格的に|円滑に|随時|適宜|必要に応じて?|遅くとも|、)+"
)
_CLAUSE_END = re.compile("(?<=[しいりめみえてべきせれねび])、|(?:とともに|と共に|ほか)、?|。|$")
_PURPOSE = re.compile(
    "(?:ため|向け|向けて|踏まえ|踏まえて|つつ|ながら|念頭に|基づき|通じて|おいて|よう|応じ|応じて|伴い|際し|活用し|"
    "用いて|生かし)$"
)
_LOOKED_AT = re.compile("(?:見据え|にらみ|睨み|見越し)て?$")
# A describing clause: what follows its verb is the thing itself.
_DESCRIBING = re.compile(
    "^.{2,60}?(?:する|した|される|された|となる|となった|に資する|のための|に関する|に係る|による|における|"
    "を載せた|を用いた|を活用した|を持つ|できる|するための|していく)(?=[一-龯ァ-ヴA-Za-z「])"
)


def tidy(heading: str) -> str:
    """A heading without the spaces that a PDF leaves beside Japanese characters.

    「準天頂衛星 7 機体制」 → 「準天頂衛星7機体制」; those between Latin words stay.
    """
    return _NARROW.sub(r"（\1）", _LOOSE.sub("", fold(heading)).strip())


def draft_title(text: str, reference: Reference, phrase: str = "") -> str:
    """What an item is about, in its own words; ``phrase`` are those that decided of its time.

    「X（Y）について、2021年度の打上げを目指し開発を進める。」 → 「X（Y）の打上げ」. Where nothing
    short is safe it is the whole clause.
    """
    stands, _ = without_struck(text) if "~~" in text else (text, "")
    if is_latin(stands):
        return english_title(stands, reference)
    words = _LEAD.sub("", _TOLD.sub("", normalise(stands)[:2000]), count=1)
    sentence = _sentence(words, phrase)
    actors = _ACTORS.match(sentence)
    if actors and len(sentence) - actors.end() >= _VAGUE:
        sentence = sentence[actors.end() :]
    title = _of_event(sentence, phrase, reference) or _of_clause(sentence, reference)
    return _NARROW.sub(r"（\1）", title.strip("、・。 ")) or words.strip("。")


def _sentence(words: str, phrase: str) -> str:
    sentences = [one for one in words.split("。") if one]
    held = [one for one in sentences if phrase and phrase.rstrip("。") in one]
    return (held or sentences or [words])[0]


def _of_event(sentence: str, phrase: str, reference: Reference) -> str:
    """The thing and its event, from around the time that decided, or ""."""
    times = find_times(sentence, reference)
    time = next((t for t in times if phrase and t.text in phrase), None)
    if time is None:
        return ""
    before = _without_times(_BEFORE_TIME.sub("", sentence[: time.start]), reference)
    behind = sentence[time.end :]
    thing = _thing(before)
    aimed = _AIMED.match(behind)
    if aimed:
        event = noun_of(re.sub("(?:を行う|する)?こと$", "", aimed.group(1)))
        event = re.sub("を([一-龯ァ-ヴー]{2,6})$", r"の\1", _short(event))
        if thing and _STATE.search(event):
            # How far a thing is brought is no event of its own: 「導入率を90%とすること」.
            return f"{thing}: {_STATE.sub('', event)}"
        worked = None if thing else _WORKED_ON.search(_core(_without_times(behind, reference)))
        thing = thing or (worked.group(1) if worked else "")
        said = event if _stands_alone(event) or not thing else f"{thing}の{event}"
        return _ASIDE.sub("", _led(said, before))
    rest = _without_times(behind[_behind_particles(behind) :], reference)
    clause = rest[: _CLAUSE_END.search(rest).start()]  # type: ignore[union-attr]
    if before.rstrip("、").endswith("を") or (
        before.endswith(("は", "は、", "が")) and "を" not in clause
    ):
        done = noun_of(_ADVERB.sub("", clause))
        return _joined(thing, done) if thing else ""
    obj, mark, verb = clause.rpartition("を")
    if not mark or not verb or _describes(verb):
        return _led(_short(noun_of(clause)), before) if len(clause) >= _VAGUE else ""
    own = _short(_one_of(obj))
    treated = _TREATED.findall(sentence[: time.start]) if _OUTCOME.match(own) else ()
    about = _about(before)
    if treated:
        own = f"{treated[-1]}の{own}"
    elif about and not _stands_alone(own):
        own = f"{_short(about.thing)}の{own}"
    return _led(_joined(_ADVERB.sub("", own), noun_of(_ADVERB.sub("", verb))), before)


def _led(title: str, before: str) -> str:
    """A title behind what its sentence says at its head that it is about (Xについて)."""
    about = _about(before)
    thing = _short(about.thing) if about and about.explicit else ""
    abbreviated = _ABBREVIATED.search(thing)
    if abbreviated and len(title) + len(thing) > LONGEST:
        thing = abbreviated.group(1)
    if not thing or thing in title or len(title) + len(thing) > LONGEST:
        return title
    return f"{thing}: {title}"


def _one_of(obj: str) -> str:
    """The object of a clause; of a list that is too long the first thing, and 等."""
    last = obj if _is_list(obj) else (_clauses(obj) or [obj])[-1]
    things = re.split(r"、(?![^()]*\))", last)
    return last if len(last) <= LONGEST or len(things) == 1 else f"{things[0]}等"


def _behind_particles(behind: str) -> int:
    match = _PARTICLES.match(behind)
    return match.end() if match else 0


def _describes(verb: str) -> bool:
    """Whether a verb only describes a thing that follows it: 「利用する後継機の整備に着手」."""
    return (
        re.search("(?:する|した|される|された|[いるた])(?=[一-龯ァ-ヴA-Za-z]{2})", verb) is not None
    )


def _joined(thing: str, done: str) -> str:
    """A thing and what is done with it: 3号局の運用 + 開始 → 3号局の運用開始."""
    thing = _ASIDE.sub("", thing)
    if not done:
        return thing
    if not is_noun(done):
        return f"{thing}を{done}"
    verbal = re.search(
        "(?:運用|検討|整備|開発|製造|提供|配信|サービス|実証|試験|調査|建造|設計|利用)$", thing
    )
    return (
        f"{thing}{done}"
        if verbal and done in ("開始", "着手", "完了", "継続")
        else f"{thing}の{done}"
    )


@dataclass(frozen=True, slots=True)
class _About:
    """What a sentence says at its head that it is about, up to ``end``; ``explicit`` where it says
    so in as many words (Xについて), and not only by its subject."""

    thing: str
    end: int
    explicit: bool


def _about(text: str) -> _About | None:
    match = _ABOUT.match(text)
    if match is None:
        return None
    return _About(match["explicit"] or match["topic"], match.end(), bool(match["explicit"]))


def _thing(before: str) -> str:
    """What a sentence is about, from what stands before the time."""
    bare = before.rstrip("、")
    if bare.endswith(("を", "は", "が")):
        return _short(_one_of(bare[:-1]))
    about = _about(before)
    if about:
        return _short(about.thing)
    head = re.match(r"([^、。をにがはで()]{3,40}(?:\([^()]{1,20}\))?)の", before)
    return head.group(1) if head else ""


def _is_list(text: str) -> bool:
    """Whether the commas of a noun phrase join its things: 「甲、乙及び丙」."""
    return "、" in text and re.search("及び|並びに|等$|や", text) is not None and len(text) < 40


def _short(thing: str) -> str:
    """A thing without the clauses that describe it, where a name is not cut by that."""
    while len(thing) > _VAGUE:
        describing = _DESCRIBING.match(thing)
        if describing is None or len(thing) - describing.end() < _THING:
            break
        if _generic(thing[describing.end() :]) or _open_bracket(thing[: describing.end()]):
            break
        thing = thing[describing.end() :]
    return thing.strip("、")


def _generic(thing: str) -> bool:
    """Whether what a clause describes is no name without it: 基盤の本格運用, 仕組み."""
    return _GENERIC.match(thing) is not None


def _open_bracket(text: str) -> bool:
    return any(text.count(a) != text.count(b) for a, b in ("「」", "『』", "()"))


def _stands_alone(event: str) -> bool:
    """Whether an event names its own thing: 後継機の打上げ, not 打上げ."""
    return len(event) > _VAGUE or (len(event) > _THING and "の" in event)


def _without_times(sentence: str, reference: Reference) -> str:
    kept: list[str] = []
    position = 0
    for time in find_times(sentence, reference):
        if time.after_event or _names_something(sentence, time):
            continue
        kept.append(_BEFORE_TIME.sub("", sentence[position : time.start]))
        particles = _PARTICLES.match(sentence, time.end)
        position = particles.end() if particles else time.end
    kept.append(sentence[position:])
    return _EMPTY.sub("", "".join(kept))


def _names_something(sentence: str, time: TimeWord) -> bool:
    """Whether a year belongs to a name, which stays whole: 令和5年台風第7号."""
    behind = sentence[time.end : time.end + 2]
    quoted = sentence.count("「", 0, time.start) > sentence.count("」", 0, time.start)
    return quoted or re.match("[一-龯ァ-ヴA-Za-z]{2}|[比版]", behind) is not None


def _of_clause(sentence: str, reference: Reference) -> str:
    """The last clauses, without the verb that only says that something is done."""
    bare = _ADVERB.sub("", _ASIDE.sub("", _without_times(_BEHIND.sub("", sentence), reference)))
    about = _about(bare)
    if about:
        rest = bare[about.end :]
        return f"{_short(about.thing)}: {_core(rest)}" if rest else about.thing
    return _core(bare)


def _clauses(sentence: str) -> list[str]:
    """The clauses of a sentence; the commas of a list of things, and in brackets, join."""
    found = [""]
    depth = 0
    for index, character in enumerate(sentence):
        depth += (character in "(「『[") - (character in ")」』]")
        before = sentence[index - 1 : index]
        if character == "、" and not depth and "ぁ" <= before <= "ん" and before not in "のやと":
            found.append("")
        else:
            found[-1] += character
    return [clause for clause in found if clause]


def _core(sentence: str) -> str:
    clauses = _clauses(sentence)
    if not clauses:
        return sentence
    last = re.sub("(?:とともに|と共に|ほか)、?$", "", clauses[-1])
    obj, mark, verb = last.rpartition("を")
    split = mark and obj and not _describes(verb)
    core = _joined(obj, noun_of(_ADVERB.sub("", verb))) if split else noun_of(last) or last
    if len(core) > LONGEST:
        core = _short(core)
    for clause in reversed(clauses[:-1]):
        vague = len(core) < _VAGUE
        looked_at = _LOOKED_AT.search(clause) and (not vague or _stands_alone(core))
        if looked_at or (not vague and _PURPOSE.search(clause)):
            break
        if not vague and len(clause) + len(core) + 1 > LONGEST:
            clause, own, verb = _short(clause).rpartition("を")
            if not (own and EMPTY.fullmatch(verb)) or len(clause) + len(core) + 1 > LONGEST:
                break
        core = f"{clause}、{core}"
    return core.strip("、・ ")
