"""From the clauses of a Japanese sentence to a title: the deciding one, and what it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spaceplan.frozen import dataclass
from spaceplan.source.draft.chunks import CIRCUMSTANCE
from spaceplan.source.draft.nouns import is_noun, noun_of
from spaceplan.source.draft.predicates import Clause, Phrase, clauses_of, is_aim, is_looked_at

# A title is shorter where it can be, never cut where it cannot: so long alone, and with its lead.
_HANDY = 38
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
    "[^のをにが]*(?:現代|現在|近年|今日|今後|将来|当面|現状|昨今|時代|我が国|地域|全国|国内外?|海外|期間中?|段階|その|これ)|.*それぞれ"
)
_QUANTITY = re.compile(
    r"[約計新たに]*[0-9.,万億千百]+[^の、0-9号]{0,3}?(?:以上|程度)?(?:の|$)|(?:全て|全|各|新たな|必要な|主要な|具体的な|本格的な)の?"
)
_WORK = (
    "整備|開発|製作|製造|設計|建造|準備|試作|検討|調達|改修|運用|構築|見直し|調査|研究|実証|試験|推進|"
    "対象|促進|強化|利用|設置|実施|確立|継続|訓練|更新|拡充|活用"
)
_WORKS = f"(?:[一-龯]{{2}})?(?:{_WORK})"
# A thing that a clause only works on: 「Xの開発及び試験を進め、打ち上げる」.
_WORKED_ON = re.compile(
    f"(?<![へでと])の(?:{_WORKS}(?:及び|並びに|・))?{_WORKS}等?(?=及び|並びに|、|$)|の[一-龯]{{2,4}}に向けた[一-龯・]{{2,7}}$"
    "|の(?:素案|原案|案|骨子|初版)$"
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
    "(?:連携|協力|発信|周知|調整|交流|意見交換|情報共有|啓発|講座|研修|説明会|商談会|働きかけ|取組)等?$"
)
# Heads that are always of something.
_GENERIC = re.compile(
    "(?:[案版編書率]|結果|内容|方針|方向性|手引き?|指針|基準|計画|体制|仕組み|取組|検討|支援|施設|設備|課題|在り方|割合|数)$"
)
# Of what the edition is stands before it.
_EDITION = re.compile("(?<!の)(?:最終|改訂|改定|確定|修正|中間)[案版]$")
_TAKEN = ("に", "へ", "で", "から", "まで", "として")
_STATE = re.compile("有|始|ある")
# A head with a description of its own: 落下を防ぐための基準.
_DESCRIBED = re.compile("(?:[るた]|ための)(?=[一-龯ァ-ヴA-Z])")
_DOING = re.compile("(?:を(?:行う|実施する)|する|を図る)こと$|の(?:完了)?(?:時期|期限)$")
_NEEDED = re.compile("^(?:必要な|所要の)(?=..)")
_BARE = re.compile("[^をにでへのと、: ]+")
_VERBAL = re.compile(f"(?:{_WORK}|提供|配信|サービス)$")


@dataclass(frozen=True, slots=True)
class Plain:
    """A sentence without its times.

    ``place`` is where the deciding one stood (-1 for none), ``first`` where the first did,
    ``following`` the next; ``behind`` says that it stood behind its verb, ``apart`` that a comma
    sets it off.
    """

    words: str
    place: int
    first: int
    following: int
    behind: bool
    apart: bool


_UNTIMED = Plain("", -1, -1, -1, behind=False, apart=False)


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
        if _EDITION.search(self.thing):
            return True
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
    said = _said(_inner(aim)[-1]) if aim else _said(clause, plain)
    done = noun_of(clause.verb.words)
    theme = _theme([*clauses[number::-1], *around], said.thing, plain)
    if theme and aim is None and not said.thing and not done and len(_telling(theme[0])) > _THING:
        return next((way for way in theme if len(way) <= _LED), theme[-1])
    led = _led(theme, said)
    if theme and len(led) <= _TOO_LONG:
        return led
    leads = _leads(clauses, number, aim) if theme or said.vague else []
    if theme:
        return _led(leads[0], said) if leads else led
    second = _also(clauses, number) if plain.place < 0 and not aim else ""
    both = f"{said.ways[0]}、{second}"
    if second and len(both) <= _TOO_LONG:
        return both
    if leads:
        # It has a thing of its own, if a vague one.
        apart = said.thing and aim is None and not is_aim(clause.verb)
        return _led([_apart(way) for way in leads[0]] if apart else leads[0], said)
    return _completed(clause, said, led)


def _completed(clause: Clause, said: _Said, title: str) -> str:
    """A title that nothing leads, with what it is for where it says that people do something
    together, or with what goes along with it where it says nearly nothing."""
    more = [f"{purpose}: {title}" for purpose in _purposes(clause)] if said.active else []
    alone = len(_telling(said.thing)) <= _THING and not re.search(
        "の|[るた](?=[一-龯])", said.thing
    )
    sides = [p for p in clause.of("side") if not is_looked_at(p.head)]
    if said.vague and alone and sides and sides[-1].text not in title:
        # Nothing short is safe: 「経験を生かし、手順の見直し」.
        more.append(f"{sides[-1].words}、{title}")
    return next((one for one in more if len(one) <= _LED), title)


def _apart(lead: str) -> str:
    """A lead that is never joined by の."""
    return f"{lead.removesuffix(': ')}: "


def _deciding(clauses: Sequence[Clause], plain: Plain) -> tuple[int, Phrase | None]:
    """The clause that the deciding time belongs to, and its aim where the time is that of one."""
    place = plain.place
    if place < 0:
        deeds = (n for n, c in enumerate(clauses) if not _STATE.match(c.verb.body))
        return next(deeds, 0), None
    if plain.behind:
        return max((n for n, c in enumerate(clauses) if c.verb.start < place), default=0), None
    for number, clause in enumerate(clauses):
        shared = any(theme.start == place for theme in clause.themes)
        for aim in clause.aims:
            reaches = shared or (aim.start <= place and not plain.apart)
            if reaches and place <= aim.head.start:
                return number, aim
        if clause.verb.start >= place:
            return number, None
    return len(clauses) - 1, None


def _theme(clauses: Sequence[Clause], thing: str, plain: Plain) -> list[str]:
    """What a sentence is about, as it says at its head, whole and shorter; not who acts, nor when
    or where."""
    for clause in clauses:
        # 「甲については2026年度、乙については2027年度の完成を目指す」
        beside = [p for p in clause.themes if plain.first <= p.start < plain.place]
        for phrase in beside[-1:] or clause.themes:
            acts = phrase.head.kind == "topic" and _ACTOR.search(phrase.head.body)
            told = not _SETTING.fullmatch(phrase.text) and _QUANTITY.sub("", phrase.text)
            if told and not acts and phrase.text != thing:
                return _ways(phrase, _THING)
    for phrase in clauses[-1].of("arg"):
        framed = phrase.head.comma and phrase.head.tail == "において"
        if framed and not _SETTING.fullmatch(phrase.text) and not _ACTOR.search(phrase.head.body):
            return _ways(phrase, _THING)
    return []


def _leads(clauses: Sequence[Clause], number: int, aim: Phrase | None) -> list[list[str]]:
    """Things that a clause which names none, or a vague one, may be about: what is worked on, by
    itself or by the clause before; else what it is for. A name goes before anything else, a list
    behind."""
    clause = clauses[number]
    end = aim.start if aim else clause.verb.start
    sides = [p for one in clauses[: number + 1] for p in one.of("side") if p.start < end]
    aims = [_things(p) for p in sides if is_aim(p.head)]
    looked = [_things(p) for p in sides if is_looked_at(p.head)]
    before = [*([clause] if aim else []), *clauses[max(0, number - 1) : number]]
    found = [
        *(aims if aim or is_aim(clause.verb) else []),
        *(ways for one in before for ways in _worked_on(one)),
        *aims,
        *(ways for ways in looked if _NAMES.search(ways[-1])),
        *([p.chunks[0].body] for p in clauses[0].phrases[:1] if _named(p)),
    ]
    frames = [p for p in clauses[0].of("arg") if p.head.comma and p.head.tail == "として"]
    telling = [
        ways for ways in found if len(_telling(ways[0])) >= _THING and not _POINTS.match(ways[0])
    ]
    telling.sort(key=lambda ways: (not _NAMES.search(ways[0]), _LIST.search(ways[0]) is not None))
    return [*telling, *(_ways(p, _THING) for p in frames)]


def _named(phrase: Phrase) -> bool:
    """Whether a phrase begins with a name that something belongs to: 「G-7の運用状況」."""
    named = phrase.chunks[0].kind == "gen" and phrase.head.kind != "side"
    return named and _NAME.match(phrase.text) is not None


def _worked_on(clause: Clause) -> list[list[str]]:
    """What a clause works on, each whole and shorter; apart where it is taken somewhere else."""
    moved = bool(clause.of("arg")) and noun_of(clause.verb.words) != ""
    found = []
    for phrase in clause.of("obj", "about") or (clause.of("arg")[-1:] if not moved else []):
        ways = [_WORKED_ON.sub("", way) for way in _ways(phrase, _THING)]
        found.append([_apart(way) for way in ways] if moved else ways)
    return found


def _inner(phrase: Phrase) -> list[Clause]:
    """The clauses of the words of a phrase: 「2号機の打上げを目指し」."""
    return clauses_of("".join(chunk.text for chunk in phrase.chunks).rstrip("、"))


def _things(side: Phrase) -> list[str]:
    """What stands before を目指し or を見据え, whole and shorter."""
    inner = _inner(side)[-1]
    thing = inner.noun or _object(inner)
    ways = _ways(thing, _THING) if thing else [Phrase(side.chunks[:-1]).text]
    return [_WORKED_ON.sub("", _HELD.sub("", way)) for way in ways]


def _purposes(clause: Clause) -> list[str]:
    """What a clause is for, whole and shorter: 「認知度の向上を図るため」, 「育成に向け」."""
    found = [way for aim in clause.aims for way in _things(aim)]
    for phrase in clause.of("arg"):
        if phrase.head.tail == "のため":
            found += _ways(phrase)
        elif phrase.head.body == "ため" and len(phrase.chunks) > 1:
            found += _said(_inner(Phrase(phrase.chunks[:-1]))[-1]).ways
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
    first = phrase.first_of_list if least > _THING and len(ways[named]) > _HANDY else ""
    if len(_telling(first)) > _THING:
        ways.insert(named + 1, first)
    kept = (ways[named], first)
    safe = [way for way in ways[named:] if len(_telling(way)) >= least or way in kept]
    return safe if not _POINTS.match(safe[0]) or len(safe) == 1 else safe[1:]


def _said(clause: Clause, plain: Plain = _UNTIMED) -> _Said:
    """What a clause says: its thing and its verb as a noun."""
    if clause.noun:
        return _Said(tuple(_ways(clause.noun)), clause.noun.text)
    done = noun_of(clause.verb.words)
    args = [
        p for p in clause.of("arg") if p.head.tail in _TAKEN and p.head.body not in CIRCUMSTANCE
    ]
    thing = _object(clause, args, plain)
    if thing is None:
        return _without_object(clause, args, done)
    inner = clauses_of(thing.text.removesuffix("こと")) if thing.head.body == "こと" else []
    if inner:
        # 「Xを行うことを目指す」
        return _said(inner[-1])
    about = [p for p in clause.of("about") if not p.head.comma and p.start < thing.start]
    if about and not done and all(chunk.kind in ("coord", "obj") for chunk in thing.chunks):
        # 「Xについて検討を行う」
        of = about[-1]
        return _Said(tuple(f"{way}の{thing.text}" for way in _ways(of)), of.text)
    ways = [_DOING.sub("", way) for way in _ways(thing)]
    kept = [p for p in args if not p.head.comma and (p.start > thing.start or not is_noun(done))]
    if done and (kept or clause.before_verb):
        before = "".join(p.words for p in kept if p.start < thing.start)
        behind = "".join(p.words for p in kept if p.start > thing.start)
        behind = f"{thing.head.tail}{behind}{clause.before_verb}{done}"
        return _Said(tuple(f"{before}{way}{behind}" for way in ways), thing.text)
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


def _object(clause: Clause, args: Sequence[Phrase] = (), plain: Plain = _UNTIMED) -> Phrase | None:
    """What something is done with: of several the one beside the time."""
    about = clause.of("about")[-1:] if not args else []
    subject = clause.of("subj") if not (args or clause.themes) else []
    objects = clause.of("obj") or about or subject
    if not objects:
        return None
    # 「甲を2026年度に、乙を2027年度に」, or each time before its thing.
    before = [p for p in objects if p.start < plain.place]
    at = [p for p in objects if p.start == plain.place and plain.first <= objects[0].start]
    return _beside((at or before or objects)[-1], plain)


def _beside(thing: Phrase, plain: Plain) -> Phrase:
    """Of things in a row, each with its time, that of the deciding one: 「甲、[2027年度に]乙」."""
    for place in (plain.place, plain.following):
        before = tuple(chunk for chunk in thing.chunks if chunk.start < place)
        after = thing.chunks[len(before) :]
        if before and after and before[-1].kind == "coord":
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
    if not done or not is_noun(done):
        own = [p for p in clause.phrases if p not in clause.themes]
        return _Said((Clause(tuple(own), clause.verb, None, clause.before_verb).text,), "")
    thing = to[-1].text if to else ""
    return _Said(("".join(p.words for p in args) + done,), thing)


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
    lead, apart, _ = lead.partition(": ")
    way = _NEEDED.sub("", way)
    if lead in way:
        return way
    short = way == said.noun or (len(way) <= _SHORT and _BARE.fullmatch(way))
    return f"{lead}の{way}" if short and not apart else f"{lead}: {way}"
