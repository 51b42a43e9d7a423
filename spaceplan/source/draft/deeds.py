"""From the clauses of a Japanese sentence to a title: the deciding one, and what it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spaceplan.frozen import dataclass
from spaceplan.source.draft.chunks import (
    ABOUT,
    ARG,
    CIRCUMSTANCE,
    COORD,
    GEN,
    OBJ,
    SIDE,
    SUBJ,
    TOPIC,
)
from spaceplan.source.draft.nouns import is_noun, noun_of
from spaceplan.source.draft.predicates import Clause, Phrase, clauses_of, is_aim, is_looked_at

# A title is shorter where it can be, never cut where it cannot.
LONGEST = 40
# Clauses that only describe are left out of one longer than this.
_HANDY = 34
# A list longer than this is told by its first thing.
_LISTED = 38
# With what leads it.
_LED = 44
# A theme goes before more than this only where nothing else would stand alone.
_TOO_LONG = 48
# A thing this short says too little: 必要な取組, 仕様書の策定.
_VAGUE = 8
_THING = 4
# So much is joined to its lead by の.
_SHORT = 10

_ABBREVIATED = re.compile(r"\(([A-Z][A-Za-z0-9-]{1,14})\)$")
# Those who act stand in the owner; a title does without them: 内閣府、防衛省等[は]
_ACTOR = re.compile(
    "(?:[省庁府県市町村区局課室部会社院]|機構|機関|研究所|事務局|本部|センター|協会|団体|連合|組合|大学|政府|官房|公団|公庫|国|者|"
    "^[A-Z]{2,6})等?(?:\\([^()]*\\))?$"
)
# When and where, not what: 現代においては、
_SETTING = re.compile(
    "(?:現代|現在|近年|今日|今後|将来|当面|現状|昨今|時代|我が国|地域|全国|国内外?|海外|期間中?|段階|それぞれ|その|これ)$"
)
_QUANTITY = re.compile(
    r"[約計新たに]*[0-9.,万億千百]+[^の、0-9]{0,3}?(?:以上|程度)?(?:の|$)|(?:全て|全|各|新たな|必要な|主要な|具体的な|本格的な)の?"
)
# A thing that a clause only works on: 「Xの開発を進め、打ち上げる」.
_WORKED_ON = re.compile(
    "の(?:[一-龯]{2})?(?:整備|開発|製作|製造|設計|建造|準備|試作|検討|調達|改修|運用|構築|見直し|調査|研究|実証|試験|推進|"
    "対象|促進|強化|利用|設置|実施|確立|継続)等?$|の[一-龯]{2,4}に向けた[一-龯・]{2,7}$"
)
# A name that needs no description.
_NAME = re.compile(
    "「|『|[^のをにがとや、]{0,4}[A-Z][A-Za-z0-9+-]+(?!にお|によ|との)|[^のをにがとや、]+[0-9初]号"
)
_LIST = re.compile("、|及び|並びに|や(?![かく])")
_NAMES = re.compile("[「『A-Z]|[0-9初]号")
# What a time stood before: 「[2020年に]開催される大会」.
_HELD = re.compile(
    "^(?:[一-龯]{2,4}(?:される|された|した|する)|[一-龯]{1,2}[一-龯げ]{1,2}予定の|ターゲットとした)(?=..)"
)
# Words that point to others say nothing by themselves.
_POINTS = re.compile("(?:その|これ|それ|この|同|当該|新たな|新しい|残る|本(?=[研成結]))")
_POINTING = re.compile("^(?:その|これらの|当該)(?=[^の際他後上]{2})")
_ACTIVITY = re.compile(
    "(?:連携|協力|発信|周知|調整|意見交換|情報共有|啓発|講座|研修|説明会|商談会|働きかけ|取組)等?$"
)
# Heads that are always of something.
_GENERIC = re.compile(
    "(?:[案版編書率]|結果|内容|方針|方向性|手引き?|指針|基準|計画|体制|仕組み|取組|検討|支援|施設|設備|課題|在り方|割合|数)$"
)
_TAKEN = ("に", "へ", "で", "から", "まで", "として")
_STATE = re.compile("有|始|ある")
# A head with a description of its own: 落下を防ぐための基準.
_DESCRIBED = re.compile("(?:[るた]|ための)(?=[一-龯ァ-ヴA-Z])")
_DOING = re.compile("(?:を(?:行う|実施する)|する|を図る)こと$|の(?:完了)?(?:時期|期限)$")
_NEEDED = re.compile("^(?:必要な|所要の)(?=..)")
_BARE = re.compile("[^をにでへのと、: ]+")
_VERBAL = re.compile(
    "(?:運用|検討|整備|開発|製造|提供|配信|サービス|実証|試験|調査|建造|設計|利用)$"
)


@dataclass(frozen=True, slots=True)
class Plain:
    """A sentence without its times.

    ``place`` is where the deciding one stood (-1 for none), ``first`` where the first did,
    ``following`` the next; ``behind`` says that it stood behind its verb, ``apart`` that a comma
    sets it off. ``phrase`` are the words that decided.
    """

    words: str
    place: int
    first: int
    following: int
    behind: bool
    apart: bool
    phrase: str


@dataclass(frozen=True, slots=True)
class _Said:
    """What a clause says, whole and then shorter; ``thing`` is what it is done with ("" where
    the clause names none), ``noun`` what is done; ``briefs`` are its bare head, which needs a lead.
    """

    ways: tuple[str, ...]
    thing: str
    noun: str = ""
    briefs: tuple[str, ...] = ()

    @property
    def vague(self) -> bool:
        """Whether it says too little alone."""
        telling = len(_telling(self.thing))
        if _NAME.match(self.thing):
            return False
        generic = _GENERIC.search(self.thing) and not _DESCRIBED.search(self.thing)
        short = _VAGUE + 4 if generic else _VAGUE
        return telling < short or _POINTS.match(self.thing) is not None

    @property
    def active(self) -> bool:
        """Whether its head only says that people do something together: of what says the aim."""
        return _ACTIVITY.search(self.thing) is not None


def title_of(clauses: Sequence[Clause], around: Sequence[Clause], plain: Plain) -> str:
    """The deciding clause, led by what its sentence is about."""
    number, aim = _deciding(clauses, plain)
    clause = clauses[number]
    said = _aimed(aim) if aim else _said(clause, plain)
    theme = _theme([*clauses[number::-1], *around], said.thing)
    if theme:
        led = _led(theme, said)
        leads = _leads(clauses, number, aim) if len(led) > _TOO_LONG else []
        return _led(leads[0], said) if leads else led
    if plain.place < 0 and not aim:
        second = _also(clauses, number)
        both = f"{said.ways[0]}、{second}"
        if second and len(both) <= _TOO_LONG:
            return both
    leads = _leads(clauses, number, aim) if said.vague else []
    lead = leads[0] if leads else []
    if said.thing and aim is None and not is_aim(clause.verb):
        # It has a thing of its own, if a vague one.
        lead = [f"{way.removesuffix(': ')}: " for way in lead]
    title = _led(lead, said)
    if not leads and said.active:
        for purpose in _purposes(clause):
            if len(purpose) + len(title) + 2 <= LONGEST:
                return f"{purpose}: {title}"
    sides = [p for p in clause.of(SIDE) if not is_looked_at(p.head) and p is not aim]
    alone = len(_telling(said.thing)) <= _THING and not re.search(
        "の|[るた](?=[一-龯])", said.thing
    )
    if said.vague and not leads and sides and alone:
        # Nothing short is safe: 「経験を生かし、手順の見直し」.
        whole = f"{sides[-1].text}{sides[-1].head.tail}、{title}"
        return whole if len(whole) <= LONGEST else title
    return title


def _deciding(clauses: Sequence[Clause], plain: Plain) -> tuple[int, Phrase | None]:
    """The clause that the deciding time belongs to, and its aim where the time is that of one."""
    place = plain.place
    if place < 0:
        deeds = (n for n, c in enumerate(clauses) if not _STATE.match(c.verb.body))
        return next(deeds, 0), None
    if plain.behind:
        return max((n for n, c in enumerate(clauses) if c.verb.start < place), default=0), None
    for number, clause in enumerate(clauses):
        for aim in clause.aims:
            named = not plain.apart or aim.start < place or aim.head.body[-1:] in plain.phrase
            if named and aim.start <= place <= aim.head.start:
                return number, aim
        if clause.verb.start >= place:
            return number, None
    return len(clauses) - 1, None


def _theme(clauses: Sequence[Clause], thing: str) -> list[str]:
    """What a sentence is about, as it says at its head, whole and shorter; not who acts, nor when
    or where."""
    for clause in clauses:
        for phrase in clause.themes:
            body = phrase.head.body
            acts = phrase.head.kind == TOPIC and clause.of(OBJ, ARG, ABOUT) and _ACTOR.search(body)
            setting = len(phrase.chunks) == 1 and _SETTING.search(body)
            if (
                not acts
                and not setting
                and len(body) > 1
                and body != "それぞれ"
                and phrase.text != thing
            ):
                return _ways(phrase, _THING)
    return _framed(clauses[-1], "において")


def _framed(clause: Clause, particle: str) -> list[str]:
    """What a clause is set off by: 「海洋表示システムにおいて、」, 「基地港湾として、」."""
    for phrase in clause.of(ARG):
        body = phrase.head.body
        if phrase.head.comma and phrase.head.tail == particle and not _ACTOR.search(body):
            return [] if _SETTING.search(body) else _ways(phrase, _THING)
    return []


def _leads(clauses: Sequence[Clause], number: int, aim: Phrase | None) -> list[list[str]]:
    """Things that a clause which names none, or a vague one, may be about: what is worked on, by
    itself or by the clause before; else what it is for. A name goes before anything else, a list
    behind."""
    clause = clauses[number]
    end = aim.start if aim else clause.verb.start
    aims = [_things(p) for one in clauses[: number + 1] for p in one.aims if p.start < end]
    aiming = aim is not None or is_aim(clause.verb)
    worked = aims if aiming else []
    for one in (*([clause] if aim else []), *clauses[max(0, number - 1) : number]):
        moved = bool(one.of(ARG)) and noun_of(one.verb.body + one.verb.tail) != ""
        for phrase in one.of(OBJ, ABOUT) or (one.of(ARG)[-1:] if not moved else []):
            ways = [_WORKED_ON.sub("", way) for way in _ways(phrase, _THING)]
            worked = [*worked, [f"{way}: " for way in ways] if moved else ways]
    looked = [
        _things(p) for one in clauses[: number + 1] for p in one.of(SIDE) if is_looked_at(p.head)
    ]
    looked = [ways for ways in looked if _NAMES.search(ways[-1])]
    first = [p for p in clauses[0].phrases[:1] if p.chunks[0].kind == GEN and p.head.kind != SIDE]
    head = [[p.chunks[0].body] for p in first if _NAME.match(p.text)]
    frame = _framed(clauses[0], "として")
    found = [*worked, *aims, *looked, *head]
    telling = [
        ways for ways in found if len(_telling(ways[0])) >= _THING and not _POINTS.match(ways[0])
    ]
    telling.sort(key=lambda ways: (not _NAMES.search(ways[0]), _LIST.search(ways[0]) is not None))
    return [*telling, *([frame] if frame else [])]


def _things(side: Phrase) -> list[str]:
    """What stands before を目指し or を見据え, whole and shorter."""
    inner = clauses_of("".join(chunk.text for chunk in side.chunks).rstrip("、"))
    thing = inner[-1].noun or _object(inner[-1], None, ()) if inner else None
    ways = _ways(thing, _THING) if thing else [side.text_before]
    return [_WORKED_ON.sub("", _HELD.sub("", way)) for way in ways]


def _purposes(clause: Clause) -> list[str]:
    """What a clause is for, whole and shorter: 「認知度の向上を図るため」, 「育成に向け」."""
    found = [way for aim in clause.aims for way in _things(aim)]
    for phrase in clause.of(ARG):
        if phrase.head.tail == "のため":
            found += _ways(phrase)
        elif phrase.head.body == "ため" and len(phrase.chunks) > 1:
            inner = clauses_of("".join(chunk.text for chunk in phrase.chunks[:-1]))
            found += _said(inner[-1]).ways
    return found


def _also(clauses: Sequence[Clause], number: int) -> str:
    """What the next clause does with a thing of its own."""
    if number + 1 >= len(clauses):
        return ""
    said = _said(clauses[number + 1])
    return "" if said.vague else said.ways[-1]


def _telling(words: str) -> str:
    """Words without what only counts or stresses."""
    return re.sub("\\([^()]*[0-9]年[^()]*\\)|[ぁ-ん、・]", "", _QUANTITY.sub("", words))


def _ways(phrase: Phrase, least: int = _VAGUE) -> list[str]:
    """The words of a phrase, whole and shorter; a name needs no description, anything else at
    least so many characters that tell."""
    ways = [_POINTING.sub("", one.text) for one in phrase.shorter()]
    bare = _HELD.sub("", ways[0])
    if len(_telling(bare)) >= _VAGUE - 1:
        ways[0] = bare
    plain = (n for n, way in enumerate(ways) if _NAME.match(way) and not _DESCRIBED.search(way))
    named = next(plain, 0)
    first = phrase.first_of_list if least > _THING and len(ways[named]) > _LISTED else ""
    if len(_telling(first)) > _THING:
        ways.insert(named + 1, first)
    kept = (ways[named], first)
    safe = [way for way in ways[named:] if len(_telling(way)) >= least or way in kept]
    return safe if not _POINTS.match(safe[0]) or len(safe) == 1 else safe[1:]


def _aimed(aim: Phrase) -> _Said:
    """The event that is aimed at, from the words before を目指し."""
    inner = clauses_of("".join(chunk.text for chunk in aim.chunks).rstrip("、"))
    return _said(inner[-1]) if inner else _Said((aim.text,), aim.text)


def _said(clause: Clause, plain: Plain | None = None) -> _Said:
    """What a clause says: its thing and its verb as a noun."""
    if clause.noun:
        return _Said(tuple(_ways(clause.noun)), clause.noun.text)
    done = noun_of(clause.verb.body + clause.verb.tail)
    args = [p for p in clause.of(ARG) if p.head.tail in _TAKEN and p.head.body not in CIRCUMSTANCE]
    thing = _object(clause, plain, args)
    if thing is None:
        return _without_object(clause, args, done)
    inner = clauses_of(thing.text.removesuffix("こと")) if thing.head.body == "こと" else []
    if inner:
        # 「Xを行うことを目指す」
        return _said(inner[-1])
    about = [p for p in clause.of(ABOUT) if not p.head.comma and p.start < thing.start]
    if about and not done and all(chunk.kind in (COORD, OBJ) for chunk in thing.chunks):
        # 「Xについて検討を行う」
        of = about[-1]
        return _Said(tuple(f"{way}の{thing.text}" for way in _ways(of)), of.text)
    ways = [_DOING.sub("", way) for way in _ways(thing)]
    kept = [p for p in args if not p.head.comma and (p.start > thing.start or not is_noun(done))]
    if done and (kept or clause.before_verb):
        said = [
            "".join(
                (way if p is thing else p.text) + p.head.tail
                for p in sorted([thing, *kept], key=lambda p: p.start)
            )
            for way in ways
        ]
        return _Said(tuple(f"{one}{clause.before_verb}{done}" for one in said), thing.text)
    head = [thing.head.body] if len(_telling(thing.head.body)) >= _THING else []
    briefs = tuple(_joined(one, done) for one in (thing.shorter()[-1].text, *head))
    joined = [_joined(way, done) for way in ways]
    return _Said((*_placed(args, ways[0], done), *joined), thing.text, done, briefs)


def _placed(args: Sequence[Phrase], way: str, done: str) -> list[str]:
    """The same with whom or what it goes to; with where, if the thing alone says little."""
    near = [p for p in args if p.head.tail == "に" or not p.head.comma][-1:]
    tail = near[0].head.tail if near else ""
    if tail == "で" and len(_telling(way)) < _VAGUE - 1:
        return [f"{near[0].text}での{_joined(way, done)}"]
    return [f"{near[0].text}{tail}{way}を{done}"] if tail in ("に", "へ") and done else []


def _object(clause: Clause, plain: Plain | None, args: Sequence[Phrase]) -> Phrase | None:
    """What something is done with: of several the one beside the time."""
    objects = clause.of(OBJ)
    if not objects:
        about = clause.of(ABOUT) if not args else []
        objects = about[-1:] or ([] if clause.themes or args else clause.of(SUBJ))
    if not objects:
        return None
    place = plain.place if plain else -1
    if plain and len(objects) > 1 and place >= 0:
        # 「甲を2026年度に、乙を2027年度に」, or each time before its thing.
        times_first = plain.first <= objects[0].start
        before = [p for p in objects if p.start < place]
        at = [p for p in objects if p.start == place]
        objects = (at or before if times_first else before) or objects
    thing = objects[-1]
    return _beside(thing, plain) if plain else thing


def _beside(thing: Phrase, plain: Plain) -> Phrase:
    """Of things in a row, each with its time, that of the deciding one: 「甲、[2027年度に]乙」."""
    for place in (plain.place, plain.following):
        before = tuple(chunk for chunk in thing.chunks if chunk.start < place)
        after = thing.chunks[len(before) :]
        if before and after and before[-1].kind == COORD and before[-1].comma:
            first = Phrase((*before[:-1], replace(before[-1], comma=False)))
            return Phrase(after) if place == plain.place else first
    return thing


def _without_object(clause: Clause, args: Sequence[Phrase], done: str) -> _Said:
    """「製造に着手する」, 「3路線で実施する」, 「進める」."""
    to = [p for p in args if p.head.tail == "に"]
    if args and not done:
        best = (to or args)[-1]
        return _Said(tuple(_ways(best)), best.text)
    if to and is_noun(done) and done not in ("着手", "整備", "導入", "設置", "拡大"):
        return _Said(tuple(f"{way}への{done}" for way in _ways(to[-1])), to[-1].text)
    if done and not args and is_noun(done):
        return _Said((done,), "", done)
    if not done or not is_noun(done):
        own = [p for p in clause.phrases if p not in clause.themes]
        bare = Clause(tuple(own), clause.verb, None, clause.before_verb).text
        return _Said((bare if own else clause.text,), "")
    thing = to[-1].text if to else ""
    return _Said(("".join(p.text + p.head.tail for p in args) + done,), thing)


def _joined(thing: str, done: str) -> str:
    """A thing and what is done with it: 3号局の運用 + 開始 → 3号局の運用開始."""
    if done in ("", "とする"):
        # 「完了時期を2026年度末とする」: what it is brought to was the time.
        return thing
    if not is_noun(done) or re.match("[0-9]", done):
        return f"{thing}を{done}"
    verbal = _VERBAL.search(thing) and done in ("開始", "着手", "完了", "継続")
    return f"{thing}{done}" if verbal else f"{thing}の{done}"


def _led(lead: Sequence[str], said: _Said) -> str:
    """The fullest of what is said, behind its lead, that is still handy."""
    alone = next((way for way in said.ways if len(way) <= _HANDY), said.ways[-1])
    if not _NAMES.search(alone):
        # A name is worth some more room.
        alone = next((w for w in said.ways if _NAMES.search(w) and len(w) <= _LED), alone)
    if not lead:
        return alone
    short = _ABBREVIATED.search(lead[0])
    leads = (*lead, *([short.group(1)] if short else ()))
    whole = [_behind(one, way, said) for one in leads for way in said.ways]
    brief = [_behind(one, way, said) for way in said.briefs for one in leads]
    fitting = next((one for one in (*whole, *brief) if len(one) <= _LED), "")
    if fitting:
        return fitting
    shortest = min(whole, key=len)
    return alone if not said.vague and len(shortest) > _TOO_LONG else shortest


def _behind(lead: str, way: str, said: _Said) -> str:
    apart = lead.endswith(": ")
    lead = lead.removesuffix(": ")
    way = _NEEDED.sub("", way)
    if lead in way or lead.endswith(way):
        return way if lead in way else lead
    plain = len(way) <= _SHORT and _BARE.fullmatch(way)
    if (way == said.noun or plain) and not apart:
        return f"{lead}の{way}"
    return f"{lead}: {way}"
