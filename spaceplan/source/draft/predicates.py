"""The clauses of a Japanese sentence: each a verb with what stands before it.

A phrase reaches to the left as far as its head describes: a noun over の, verbs that describe it
and what belongs to those; a comma behind a particle ends it, as written policy sets commas.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from spaceplan.frozen import dataclass
from spaceplan.source.draft.chunks import CASES, FORMAL, NOUN_LIKE, Chunk, chunks_of

# Verbs that say on what ground, by what means or with whom: never the deed itself.
_SIDE_VERB = re.compile(
    "(?:踏|ふ)まえ|基づ|通じ|応じ|向け|見据え|にら|睨|見越|含め|併せ|合わせ|備え|受け|加え|経|際|伴|当|あた|対|関|"
    "得て|用い|活用し|生か|活か|念頭に|参考に|留意し|配慮し|考慮し|注視し|勘案し|連携し|協力し|目指|目的と|目標|前提と|中心に|"
    "契機に|視野に|沿|先立|続き|始め|主眼と|予定し|見込|訪|捉え|とら|対応し|図りつつ"
)
# Verbs that take no を.
_WITHOUT_OBJECT = re.compile(
    "(?:対|応|向|際|当|伴|関|係|資|沿|適|必要と)[ぁ-ん]|基づ|(?:連携|協力|共同)し|あた|とって|[いあな][るたっ]"
    "|[高低多少]い"
)
_LOOKED_AT = re.compile("見据え|にらみ|睨み|見越し|契機に")
_AIM = re.compile("(?:を|に)?(?:目指|向け|目標|備え|予定)|.*べく$")
# What is said at the head to be treated: に関し、 に対し、 に当たっては、
_TREATED = re.compile(
    "(?:関|対|当|際)(?:し|して|たり|たって)(?:は|も)?$|(?:あたり|あたって)(?:は|も)?$"
)
# What only carries a clause: 作るために必要な
_CARRIES = re.compile(f"(?:{'|'.join(sorted(FORMAL))})|間の|(?:必要|不可欠|重要|有効|可能)な")
# These are nothing without what describes them.
_BARE = ("者", "方", "人", "とき", "こと", "もの", "ため")
# What describes a noun like a clause.
_BESIDE = re.compile("(?:による|における|をはじめとする|をはじめとした)$")
# Nouns that take を as their verb would: 計画を策定済みの
_DONE = re.compile("(?:済み?|予定|^未[一-龯]{2}|(?:当た|あた)って|際して)$")
_NEEDS_CASE = re.compile("(?:必要|可能|有効|有用|重要|不可欠|適切|十分|特有|固有|困難|密接|関係)$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A head chunk with all that describes it."""

    chunks: tuple[Chunk, ...]

    @property
    def head(self) -> Chunk:
        """The last chunk, which says what the phrase does."""
        return self.chunks[-1]

    @property
    def start(self) -> int:
        """Where it begins in its sentence."""
        return self.chunks[0].start

    @property
    def text(self) -> str:
        """The words, without the particle of the head."""
        return "".join(chunk.text for chunk in self.chunks[:-1]) + self.head.body

    @property
    def words(self) -> str:
        """The words with that particle."""
        return self.text + self.head.tail

    @property
    def first_of_list(self) -> str:
        """Of a list the first thing, and 等: 「甲の運用、乙の開発、丙」 → 「甲の運用等」."""
        commas = [i for i, c in enumerate(self.chunks[:-1]) if c.kind == "coord" and c.comma]
        behind = self.chunks[commas[0] : -1] if commas else ()
        if len(commas) < 2 or any(
            c.kind in CASES and d.kind == "attr" for c, d in pairwise(behind)
        ):
            # The list may be part of what describes the thing.
            return ""
        whole = (i for i in commas if i and self.chunks[i - 1].kind in ("gen", "attr", "adj"))
        first = self.chunks[: next(whole, commas[0]) + 1]
        return f"{Phrase(first).text.removesuffix('等')}等"

    def shorter(self) -> list[Phrase]:
        """The phrase, and what is left of it without the clauses that describe it, the longest
        first. Of several things none is left out."""
        found = [self]
        for place, chunk in enumerate(self.chunks[:-1]):
            between = chunk.tail == "との" and self.chunks[place + 1].body == "間"
            clause = chunk.kind == "attr" or _BESIDE.search(chunk.text)
            before = self.chunks[: place + 1]
            rest = self.chunks[place + 1 :]
            while len(rest) > 1 and _CARRIES.match(rest[0].text):
                rest = rest[1:]
            bare = rest[0].body in _BARE or (rest[0].kind == "attr" and len(rest) > 1)
            if not bare and (between or (clause and not _lists(before))):
                found.append(Phrase(rest))
        return found


def _lists(chunks: Sequence[Chunk]) -> bool:
    """Whether a list of things begins in these and goes on behind them."""
    last = max((i for i, chunk in enumerate(chunks) if chunk.kind == "coord"), default=-1)
    behind = chunks[last + 1 :]
    return last >= 0 and not any(c.kind in ("obj", "subj", "arg") for c in behind)


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb (``verb``, a chunk) and the phrases before it, in their order."""

    phrases: tuple[Phrase, ...]
    verb: Chunk
    noun: Phrase | None = None
    before_verb: str = ""

    @property
    def text(self) -> str:
        """The words, without what only stresses."""
        said = "".join(phrase.words for phrase in self.phrases)
        return said + self.before_verb + self.verb.words

    def of(self, *kinds: str) -> list[Phrase]:
        """The phrases of these kinds."""
        return [phrase for phrase in self.phrases if phrase.head.kind in kinds]

    @property
    def themes(self) -> list[Phrase]:
        """What it is said to be about: Xについて, Xは, Xに関し."""
        return [p for p in self.phrases if p.head.kind in ("about", "topic")]

    @property
    def aims(self) -> list[Phrase]:
        """What is worked towards: Xを目指し, Xに向け."""
        return [p for p in self.of("side") if is_aim(p.head)]


def is_looked_at(chunk: Chunk) -> bool:
    """Whether a verb only looks at something: 見据え, にらみ."""
    return _LOOKED_AT.match(chunk.words) is not None


def is_aim(chunk: Chunk) -> bool:
    """Whether a verb says what is aimed at."""
    return _AIM.match(chunk.words) is not None


def clauses_of(sentence: str) -> list[Clause]:
    """The clauses of a normalised sentence, in order."""
    chunks = _joint([_sided(chunk) for chunk in chunks_of(sentence)])
    found: list[Clause] = []
    begin = 0
    for place, chunk in enumerate(chunks):
        if chunk.kind in ("cont", "end") or place + 1 == len(chunks):
            found.append(_clause(chunks, begin, place))
            begin = place + 1
    return found


def _clause(chunks: Sequence[Chunk], begin: int, place: int) -> Clause:
    """The clause whose verb, or noun, stands at a place."""
    verb = chunks[place]
    whole = _phrase(chunks, begin, place)
    if verb.kind not in ("cont", "end", "side", "attr") or _is_noun(chunks, place):
        head = replace(verb, body=verb.words)
        noun = Phrase((*whole.chunks[:-1], head))
        return Clause(_phrases(chunks, begin, place + 1 - len(noun.chunks)), verb, noun)
    if place > begin and chunks[place - 1].kind in ("gen", "adj"):
        # 「補助の要件とする」: the verb is a noun with a description of its own.
        described = whole.text.removesuffix(verb.body)
        stop = place + 1 - len(whole.chunks)
        return Clause(_phrases(chunks, begin, stop), verb, before_verb=described)
    return Clause(_phrases(chunks, begin, place), verb)


def _sided(chunk: Chunk) -> Chunk:
    if (
        chunk.kind == "cont"
        and _SIDE_VERB.match(chunk.words)
        and not chunk.tail.endswith("とともに")
    ):
        return replace(chunk, kind="side")
    return chunk


# What only says that the verb before it is meant: 完成する見込みである.
_FORESEEN = re.compile("こと|もの|見込み?|予定|方針|見通し")


def _joint(chunks: list[Chunk]) -> list[Chunk]:
    """A verb before ほか or 一方 ends its clause; one before こととし, ものとする is the verb."""
    found: list[Chunk] = []
    for chunk in chunks:
        after_verb = bool(found) and found[-1].kind == "attr"
        if after_verb and chunk.body in ("ほか", "一方", "と共", "と同時"):
            found[-1] = replace(found[-1], kind="cont")
        elif after_verb and _FORESEEN.fullmatch(chunk.body) and chunk.kind in ("cont", "end"):
            found[-1] = replace(found[-1], kind=chunk.kind)
        else:
            found.append(chunk)
    return found


def _is_noun(chunks: Sequence[Chunk], place: int) -> bool:
    """Whether a sentence ends in a noun with its own description: 「手順書の公表」."""
    chunk = chunks[place]
    before = chunks[place - 1].kind if place else ""
    verb = chunk.tail[-1:] in tuple("うくすつぬぶむるたい")
    noun = not chunk.tail or (not verb and NOUN_LIKE.search(chunk.text) is not None)
    return chunk.kind == "end" and noun and before in ("gen", "coord", "attr", "adj", "")


def _phrases(chunks: Sequence[Chunk], begin: int, stop: int) -> tuple[Phrase, ...]:
    found: list[Phrase] = []
    while stop > begin:
        phrase = _phrase(chunks, begin, stop - 1)
        stop -= len(phrase.chunks)
        while phrase.chunks and phrase.chunks[0].kind == "adverb":
            phrase = Phrase(phrase.chunks[1:])
        if phrase.chunks:
            found.append(_themed(phrase))
    return tuple(found[::-1])


def _phrase(chunks: Sequence[Chunk], begin: int, head: int) -> Phrase:
    """The phrase whose head stands at a place."""
    reach = _Reach(chunks[head])
    first = head
    while first > begin and reach.holds(chunks[first - 1], chunks[first]):
        first -= 1
    return Phrase(tuple(chunks[first : head + 1]))


class _Reach:
    """How far a phrase reaches to the left of its head.

    ``deep`` says that a describing verb was met, to which cases may belong; ``held`` that this
    verb has its を already, or takes none.
    """

    def __init__(self, head: Chunk) -> None:
        self.aside = head.kind == "side"
        self.deep = head.kind in ("side", "attr")
        # 「Xに対して」 takes no を.
        self.held = self.deep and _WITHOUT_OBJECT.match(head.words) is not None

    def holds(self, chunk: Chunk, behind: Chunk) -> bool:
        """Whether ``chunk`` belongs to it, which stands before one that does."""
        if chunk.kind == "attr":
            self._enter(_WITHOUT_OBJECT.match(chunk.words) is not None)
        elif chunk.kind == "adj":
            self.deep = self.deep or _NEEDS_CASE.search(chunk.body) is not None
        elif chunk.kind == "gen" and _DONE.search(chunk.body):
            self._enter(False)
        elif chunk.kind == "adverb":
            return self.deep or behind.kind in ("attr", "adj")
        elif chunk.kind not in ("gen", "coord"):
            return self._case(chunk)
        return True

    def _enter(self, held: bool) -> None:
        # A verb without を leaves it to the one behind.
        self.held = (self.held or not self.deep) if held else False
        self.deep = True

    def _case(self, chunk: Chunk) -> bool:
        if not self.deep or chunk.comma or chunk.kind in ("topic", "cont", "end"):
            return False
        if chunk.kind == "side":
            self.held = False
            return not is_aim(chunk) and not chunk.tail.endswith(("つつ", "ながら"))
        if chunk.kind == "obj":
            free, self.held = not self.held, True
            return free
        return not (self.aside and chunk.kind == "about")


def _themed(phrase: Phrase) -> Phrase:
    """「Xに関し、」 is about X."""
    head = phrase.head
    if head.kind != "side" or len(phrase.chunks) < 2 or not _TREATED.match(head.words):
        return phrase
    treated = phrase.chunks[-2]
    return Phrase((*phrase.chunks[:-2], replace(treated, kind="about", comma=head.comma)))
