"""A Japanese sentence in its phrases (文節), told by their script and their particles.

Written policy is regular: what is not hiragana carries the meaning, the hiragana behind it says
what it does in the sentence. So no dictionary is needed, and an unknown name is never cut.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, get_args

from spaceplan.frozen import dataclass

# What a phrase does in its sentence. In order: 衛星の, 衛星及び, 共有する[仕組み], 新たな;
Description = Literal["gen", "coord", "attr", "adj"]
# を, が, another particle, は, について;
Case = Literal["obj", "subj", "arg", "topic", "about"]
# 着実に, a verb in mid-sentence (行い、), one that only goes along (踏まえ, しつつ), the last.
Kind = Literal[Description, Case, "adverb", "cont", "side", "end"]
CASES = get_args(Case)

_JOIN = re.compile("及び|並びに|又は|若しくは|または|および|ならびに|もしくは|あるいは|ないし")
_KANA = re.compile(f"(?:(?!{_JOIN.pattern})[ぁ-ん])*")
# What is no hiragana; what stands in brackets or quotes is one with it.
_WORD = (
    "(?:"
    + "|".join(
        rf"\{a}[^\{b}]*(?:\{b}|$)" for a, b in ("()", "[]", "「」", "『』", "【】", "〔〕", "〈〉")
    )
    + "|我が国|我が社|(?<=[0-9数万千百])か(?=[一-龯])|[^、。ぁ-ん])"
)
_CONTENT = re.compile(f"{_WORD}?(?:(?!{_JOIN.pattern}){_WORD})*")
_ADVERB = re.compile(
    "(?:[一-龯]{1,6}的(?:に|かつ)|(?:着実|確実|適切|円滑|早期|順調|新た|特|更|一体|機動|迅速|速やか|大幅|十分|丁寧|厳格|相互|"
    "極力|主体|集中|優先|重点|新規|直ち|ただち|さら|安全|容易|有効|無事|共同|緊密|独自|本格|密接|自動|早急|横断|一律)に(?![はも関係対つつ])"
    "|引き?続き|継続して|重ねて|改めて|あわせて|順次|随時|適宜|(?:より)?一層(?!の)|更なる|さらなる|今後(?!の)|現在(?!の)|近年(?!の)"
    "|当面(?!の)|遅滞なく|遅くとも|(?:できる|可能な)限り|(?:必要|状況)に応じて?(?=、|[一-龯])|これまで以上に|最も|まず(?![ぁ-ん])|その[際後](?!の)|その上で"
    "|このため|これにより|また(?![ぁ-ん])|なお(?![ぁ-ん])|加えて|並行して|例えば|既に|すでに|直接(?=、)|かつ(?![ぁ-ん])|幅広く|広く|早く|少なくとも|早ければ|概ね|おおむね|共に|ともに"
    "|共同で|一体(?:として|で|となって)|主として)、?"
)
# Nouns in hiragana that only carry a clause.
_FORMAL = "こと|もの|ため|よう|ところ|うち|とき|ほか|もと|とおり|まま|たび"
_KANA_VERB = (
    "ある|あり|なる|なっ|なり|いる|いう|よる|よっ|わたる|わたり|つなが|つなげ|つなぐ|まとめ|とりまとめ|かかる|"
    "もたら|とら|またが|かかわ|とどま|はか|もとづ|ふまえ|でき|する|し|した|され|うかが|あたる|あたり|あたっ|あた|おい|けん引"
)
_RESUMES = re.compile(
    f"{_FORMAL}|(?!ある|する|し|した|され)(?:{_KANA_VERB})|と(?:する|し|した)|あり方|その|この|これ|それ|いわゆる|はじめ"
)
_FORMAL_NOUN = re.compile(_FORMAL)
FORMAL = frozenset(_FORMAL.split("|"))
_VERB_IN_KANA = re.compile(_KANA_VERB)
# Of these a clause is a mere circumstance.
CIRCUMSTANCE = ("ため", "よう", "上", "中", "際", "場合", "一環", "観点", "もと", "下")

# What stands behind a noun; those of the second only before another noun.
_PARTICLES: dict[Kind, str] = {
    "topic": "については においては には とは からは では は",
    "about": "について についても",
    "obj": "を をも",
    "subj": "が",
    "arg": "において においても によって によらず により にかけて にわたって にわたり にとって に "
    "にも で でも へ へも から からも まで のため までに より よりも として としても をもって "
    "をもとに とともに ごとに も のみ だけ など と ずつ とも にて のうち のほか ほか",
}
_BEFORE_NOUNS: dict[Kind, str] = {
    "gen": "の への との での のうち からの までの としての についての による における にわたる "
    "という といった のための などの ごとの だけの のみの をはじめとする をはじめとした "
    "からなる にとっての",
    "attr": "とする とした",
    "coord": "と や とか など か",
}
_KIND = {word: kind for kind, words in _PARTICLES.items() for word in words.split()}
_KIND_BEFORE = _KIND | {w: kind for kind, words in _BEFORE_NOUNS.items() for w in words.split()}
_LONGEST = "|".join(sorted(_KIND_BEFORE, key=len, reverse=True))
# No word holds a を.
_PARTICLE = re.compile(
    f"をはじめとする|をはじめとした|をも|を(?=[ぁ-ん])|(?:{_LONGEST})(?=$|{_RESUMES.pattern})"
)
_PARTICLE_LAST = re.compile(f"(?P<noun>[ぁ-ん]*?)(?P<particle>{_LONGEST})$")

# Particles that look like verbs.
_COMPOUND = re.compile("に(?:つい|おい|よっ|とっ|わたっ|かけ)て$|として$")

# The end of a verb, and what may stand behind it.
_BEHIND_VERB = (
    "にあたっての|とともに|との|という|といった|ことから|ので|のは|のに|には|に|まで|から|より|など|か|"
    "と|が"
)
_VERB = re.compile(
    "(?P<side>[ぁ-ん]*?(?:つつ|ながら|べく|ずに))$"
    "|(?P<attr>[ぁ-ん]*?(?:[うくすつぬぶむるぐた]|べき|ない|たい|(?<=し)い))"
    f"(?P<rest>(?:{_BEHIND_VERB})?)(?=$|{_FORMAL})"
    "|(?P<te>[ぁ-ん]*?(?:[しじいきっりえけげせてねべめれみび]て|(?<![ぁ-ん])て|[んい]で)(?:は|も)?)$"
    "|(?P<adj>[ぁ-ん]*な)$"
)
_STEM = re.compile("[ぁ-ん]*[しじいきちりぎにびみえけげせてでねべめれ]$")
# 見直し、 and 引上げ、 may be nouns; 実施し、 is none.
NOUN_LIKE = re.compile("(?:[直通渡返出越貸]し|[^しとて、])、?$")
# These end a phrase without a comma, too: 「打上げを目指し開発を進める」.
_SIDE_STEM = re.compile("目指し|先立ち|見据え|踏まえ|向け|通じ|基づき|応じ|伴い|含め|備え|受け")
# What a clause is done with or for, before に or として: 「Xを目標に」.
_REGARDED = re.compile("目標|目的|目途|念頭|参考|視野|中心|契機|主眼|基礎|基|対象|軸|柱|前提|核")
_SHORT_ADJECTIVE = re.compile("[高低新古広狭強弱深浅長短近遠早速厚薄重軽良悪多少大]$")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A phrase: ``body`` and the hiragana that says its ``kind``, from ``start`` on."""

    start: int
    body: str
    tail: str
    kind: Kind
    comma: bool = False

    @property
    def words(self) -> str:
        """The phrase without its comma."""
        return self.body + self.tail

    @property
    def text(self) -> str:
        """The phrase as it stands."""
        return self.words + ("、" if self.comma else "")

    @property
    def end(self) -> int:
        """Where the next phrase begins."""
        return self.start + len(self.text)


def chunks_of(sentence: str) -> list[Chunk]:
    """The phrases of a normalised sentence, in order."""
    found: list[Chunk] = []
    position = 0
    while position < len(sentence):
        join = _JOIN.match(sentence, position)
        if sentence[position] in "、。":
            position += 1
        elif join and found:
            last = found[-1]
            found[-1] = replace(last, tail=last.tail + join.group(), kind="coord", comma=False)
            position = join.end()
        else:
            found.append(_chunk_at(sentence, position, found[-1].kind if found else ""))
            position = found[-1].end
    for place, chunk in enumerate(found):
        behind = found[place + 1].kind if place + 1 < len(found) else ""
        found[place] = replace(chunk, kind=_settled(chunk, found[place - 1 : place], behind))
    return found


def _chunk_at(sentence: str, start: int, last: Kind | Literal[""]) -> Chunk:
    """The phrase that begins at ``start``, behind one of the kind ``last``."""
    adverb = _ADVERB.match(sentence, start)
    if adverb and adverb.end() < len(sentence):
        said = adverb.group()
        return Chunk(start, said.rstrip("、"), "", "adverb", said.endswith("、"))
    content = (_FORMAL_NOUN.match(sentence, start) or _found(_CONTENT, sentence, start)).end()
    bare = content == start
    verb_like = bare and (last == "obj" or _VERB_IN_KANA.match(sentence, start) is not None)
    while True:
        kana = _found(_KANA, sentence, content)
        end = kana.end()
        comma = sentence.startswith("、", end)
        joined = _JOIN.match(sentence, end) is not None
        tail = _Tail(kana.group(), sentence[start:content], comma, end == len(sentence), joined)
        cut = tail.cut(verb_like, bare and content == start and last != "attr")
        if cut is not None:
            length, kind, moved = cut
            stop, word = content + length, content + moved
            comma = sentence.startswith("、", stop)
            return Chunk(start, sentence[start:word], sentence[word:stop], kind, comma)
        # Hiragana inside a word: 打[ち]上げ, 引[き]渡し.
        content = _found(_CONTENT, sentence, end).end()
        if content == end:
            return Chunk(start, sentence[start:end], "", "coord", comma)


def _found(pattern: re.Pattern[str], sentence: str, start: int) -> re.Match[str]:
    """What a pattern that may be empty finds there."""
    match = pattern.match(sentence, start)
    assert match is not None
    return match


@dataclass(frozen=True, slots=True)
class _Tail:
    """The hiragana ``run`` behind a ``body``, and what follows it: a comma, the end, 及び."""

    run: str
    body: str
    comma: bool
    last: bool
    joined: bool

    def cut(self, verb_like: bool, noun_like: bool) -> tuple[int, Kind, int] | None:
        """How much of it belongs to the phrase, the kind, and how much of that is still the word;
        None where the word goes on behind it."""
        if not self.run:
            return 0, "end" if self.last else "coord", 0
        if verb_like:
            return self.verb()
        if noun_like or _COMPOUND.search(self.run):
            # 「係るものについて」 is a verb first.
            verb = _VERB.match(self.run) if not noun_like else None
            if verb and verb["attr"] and verb.end() < len(self.run):
                return self.verb()
            return (None if noun_like else self.particle()) or self.noun()
        return self.particle() or self.verb() or self.noun()

    def particle(self) -> tuple[int, Kind, int] | None:
        match = _PARTICLE.match(self.run)
        if match is None:
            return None
        said = match.group()
        listed = said in ("の", "への", "や", "など", "との")
        before_noun = len(said) < len(self.run) or listed or not (self.comma or self.last)
        kind = (_KIND_BEFORE if before_noun and not self.last else _KIND).get(said)
        return (len(said), kind, 0) if kind else None

    def noun(self) -> tuple[int, Kind, int] | None:
        """A word that ends in hiragana: 見直し[を], ごみ[の]."""
        if self.joined:
            return len(self.run), "coord", len(self.run)
        match = _PARTICLE_LAST.match(self.run)
        if match and not self.body and match["particle"] in ("も", "か"):
            return None
        kind = _KIND_BEFORE.get(match["particle"]) if match else None
        return (len(self.run), kind, len(match["noun"])) if match and kind else None

    def verb(self) -> tuple[int, Kind, int] | None:
        match = _VERB.match(self.run)
        whole = match is not None and match.end() == len(self.run)
        if self.last and (match is None or whole) and not (match and match["side"]):
            return len(self.run), "end", 0
        if match is None:
            stem = _STEM.fullmatch(self.run) is not None
            if stem and (self.comma or _SIDE_STEM.fullmatch(self.body + self.run)):
                return len(self.run), "cont" if self.comma else "side", 0
            adjective = self.run == "い" and _SHORT_ADJECTIVE.search(self.body)
            return (1, "attr", 0) if adjective else None
        rest = match["rest"] or ""
        if match["attr"]:
            described = not rest or rest.endswith(("の", "いう", "いった"))
            kind: Kind = "attr" if described else "cont" if rest == "とともに" else "arg"
        elif match["adj"]:
            kind = "adj"
        else:
            kind = "cont" if match["te"] and self.comma and match["te"][-1] != "は" else "side"
        return match.end(), kind, 0


def _settled(chunk: Chunk, before: Sequence[Chunk], behind: str) -> Kind:
    """The kind, also where only the neighbours tell."""
    last = before[0].kind if before else ""
    bare = chunk.kind == "coord" and not chunk.tail and chunk.comma
    if bare and last in ("obj", "adverb") and not before[0].comma:
        # 「開発を実施、」: its する is left out.
        return "cont"
    if chunk.kind == "cont" and last in ("gen", "adj", "attr") and NOUN_LIKE.search(chunk.text):
        # 「施設の見直し、」: a noun that looks like a verb.
        return "coord"
    verbs = ("attr", "cont", "side", "end", "adverb")
    if chunk.kind == "coord" and chunk.tail == "と" and behind in verbs:
        # 「市と協議する」
        return "arg"
    regarded = last == "obj" or (last == "arg" and before[0].tail == "も")
    if regarded and _REGARDED.fullmatch(chunk.body) and chunk.tail in ("に", "として", "とし"):
        return "side"
    if chunk.words in ("併せて", "合わせて") and before and before[0].tail != "と":
        return "adverb"
    set_off = chunk.tail in ("に", "で") or (chunk.comma and chunk.tail in ("", "は", "には"))
    return "arg" if chunk.body in CIRCUMSTANCE and set_off else chunk.kind
