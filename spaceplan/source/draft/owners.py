"""Who is named in an item: as the one who acts, as a partner, or with others besides.

The registry comes from the caller: a mapping of every name and alias to its code. A name that
looks like an organisation but is not in it stands for itself, and is reported.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from spaceplan.frozen import dataclass
from spaceplan.roadmap.model import OTHERS
from spaceplan.roadmap.registry import Owner
from spaceplan.source.draft.subjects import acts
from spaceplan.source.read.bodies import (
    COMPANY,
    ENDINGS,
    ETC,
    OFFICE,
    PART_OF,
    Listed,
    is_place,
    labelled_end,
    may_name,
    read_list,
)
from spaceplan.source.read.text import normalise

# What joins organisations in a list.
_JOINS = ("、", "・", "と", "や", "及び", "並びに", "および", "ならびに", ",", "/")
# After the last name of a list: 等, and what the list itself is.
_ETC = re.compile("(?:など|等|ほか|他)")
# 関係府省 and its kin stand for others without a name.
_GROUP = "関係(?:各|[0-9])*(?:府?省庁?|機関)等?|各府省庁?"
# Joint actors: 「AとBの連携により」, 「AとBが連携し」, 「A、Bの間で」.
_JOINT = re.compile(
    "の?(?:連携・情報共有|(?:連携|協力|協働)(?:により|によって|の下|のもと|で)|"
    "主導(?:で|により|の下))|の間で|により"
)
_PARTNER = re.compile(
    "(?:との|と)(?:[^、。とは]{0,8})?(?:連携|協力|協働|調整|共同|協議(?!会)|情報共有|意見交換)"
    "|を始めとする[^、。]{0,12}との|をはじめとする[^、。]{0,12}との|に加えて|と(?:も)?連携"
)
_POSSESSED = re.compile("における(?:課題|取組|検討|体制)")
# What a name is called behind it: 「情報通信研究機構(NICT)は」.
_CALLED = re.compile(r"\((?:[A-Z][A-Za-z-]{1,11}|以下[^()]{1,20})\)")
# What looks like the name of an organisation, wherever it stands.
_SEVERAL = (
    "(?!(?:関係|各|両|全(?!国)|同|本|当該|官公|都道府県|米国?|英国?|韓国|中国|独国?|仏国?)"
    "[^、]*?[省庁])"
)
_ENDS = "(?!(?!及び|並びに|又は)[一-龯ァ-ヴー])"
_LIKE_A_NAME = (
    f"(?<![一-龯ァ-ヴー]){_SEVERAL}(?:(?:こども)?[一-龯ァ-ヴー]{{1,12}}(?<!省)[省庁]|"
    # 「水産研究・教育機構」 is one.
    f"(?:[一-龯ァ-ヴー]{{2,10}}(?<![省庁府構所会局房])・){{0,2}}[一-龯ァ-ヴー]{{1,12}}(?:機構|研究所)){_ENDS}"
)
# What is one only as who acts: offices, associations, prefectures and cities.
_KANA = (
    "(?:こども|子ども|子育て|まちづくり|くらし|暮らし|みどり|みらい|ふるさと|いきいき|すこやか|"
    "しごと|ものづくり|にぎわい|みなと|"
    # 「さいたま市教育委員会は」, where no other words may end.
    "(?:^|(?<=[、。・と(]))(?!また|なお|さら|あわ|ただ|まず|より|すべ|[こそど]の|[こそど]れ)"
    "[ぁ-ん]{1,5}(?<![でにをはがのともへやてし]))?"
)
_OFFICE = (
    f"(?<![一-龯々ァ-ヴーA-Za-z0-9])(?!関係|各|両|同|本|当該){_KANA}(?:{COMPANY}|"
    f"[一-龯々ァ-ヴーA-Za-z]{{1,16}}(?:委員会|{ENDINGS})|[一-龯々ァ-ヴーA-Za-z]{{0,16}}(?:{OFFICE})|"
    "[一-龯]{2,8}(?:管理者|事業者)(?=は)|[一-龯]{0,12}(?:理事|評議|審議|取締役|監査役|(?<=[専作分])[門業科]部|検討|研究|連絡)会|"
    "[一-龯ァ-ヴー]{0,12}(?:がん)?[一-龯ァ-ヴー]{1,12}(?:センター|大学校?|高校|高専|病院|診療所|図書館|[博美][物術]館|試験場|"
    "事務所|支所|基金)|"
    f"[A-Z]{{2,6}}(?:[東西南北中]日本|東海|九州|四国|北海道|貨物|グループ)|JA[一-龯ァ-ヴー]{{1,8}}){_ENDS}"
)
_PLACE = (
    r"(?:^|(?<=[、。・と(])|(?<=及び)|(?<=並びに))(?:[国県市町村区]|政府|当社|[本当][県市町村区]|各?(?:市町村|市区町村|都道府県)|"
    "地方公共団体|(?!(?:都|朝|他|各|両|同|中核|政令|見本|近隣|周辺)市|(?:他|各|両|同|隣|全)県|(?:下|港|門前|同|各|他)町|"
    "(?:農|漁|山|同|各|他)村)(?:[一-龯ァ-ヴー]{1,5}|(?![こそど]の)[ぁ-ん]{2,5})[県市町村]|[一-龯]{1,3}(?<![地学工街海漁林鉱水特挙全各])区|北海道|東京都|大阪府|京都府)(?=[はがと、・]|では|において|及び|並びに)"
)
_BRACKETS = re.compile(
    r"[\[【〔〈《<]([^\[\]【】〔〕〈〉《》<>]{1,200})[\]】〕〉》>]|\(((?:[^()]|\([^()]{1,20}\)){1,200})\)"
)
# What else stands in a bracket behind an item.
_REMARK = re.compile(r".(?:一部)?(?:再掲|新規|継続|拡充|重点|重点施策|※[0-9]*).")
# 「【A省】手引を定める。」, 「総務課：手引を定める。」
_LED = re.compile(
    r"(?:[\[【〔(]([^\[\]【】〔〕()]{1,80})[\])】〕]|([^。:、]{2,40}):)(?=[^。:]*[一-龯])"
)
_OURS = re.compile("^[本当](?=[県市町村区]$)|^各(?=市町村$|市区町村$|都道府県$)")
# What is joined to a subject.
_NOUN = "[一-龯々ァ-ヴーA-Za-z]{2,20}"
_LEFT = re.compile(rf"(?:^|(?<=[、。]))((?:{_NOUN}、)*{_NOUN})(?:及び|並びに|と)$")
_RIGHT = re.compile(rf"(?:及び|並びに|と)({_NOUN})(?=[はが])")
_NO_BODY = re.compile("年度|毎年|今後|現在|当面|[的性化]$")
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Named:
    """The organisations of an item, as codes in the order of the text.

    ``owner`` acts; the reserved word ``others`` stands last where the text says 等 or 関係府省.
    ``partners`` are only worked with. ``bracketed`` says that the owners come from a bracket
    ［…］ behind the text; ``unknown`` are names that the registry does not have: they stand among
    the others as they are. ``words`` are those of the text without a list of who acts, or "" where
    there is none.
    """

    owner: tuple[str, ...]
    partners: tuple[str, ...]
    bracketed: bool = False
    unknown: tuple[str, ...] = ()
    words: str = ""

    @property
    def stated(self) -> bool:
        """Whether the text says who acts."""
        return bool(self.owner)


@dataclass(frozen=True, slots=True)
class Said:
    """What a document tells of its bodies: ``names`` that stand where only bodies do, and whether
    its items end in ``brackets`` with who acts."""

    names: frozenset[str] = frozenset()
    brackets: bool = False


NOTHING_SAID = Said()


@dataclass(frozen=True, slots=True)
class _List:
    """Names that stand together in the text, from ``start`` to ``end``, 等 included; ``weak`` ones
    are bodies only as who acts."""

    start: int
    end: int
    codes: tuple[str, ...]
    weak: bool = False


def registry_of(owners: Mapping[str, Owner]) -> dict[str, str]:
    """Every code and name of a plan's owners → the code."""
    return {name: code for code, owner in owners.items() for name in (code, *owner.names)}


def said_of(texts: Iterable[str], lists: Iterable[str], registry: Mapping[str, str]) -> Said:
    """What a document says of its bodies in the ``texts`` of its items and in ``lists``, its cells
    and headings of owners."""
    ends = [last for text in texts if (last := _last_bracket(normalise(text).rstrip("。")))]
    told = [listed for end in ends if (listed := _of_bracket(end, registry, Said()))]
    often = len(told) > 2 and 2 * len(told) >= len(ends)
    told += [listed for text in lists if (listed := read_list(normalise(text), registry, True))]
    names = (PART_OF.sub("", name) for one in told for name in (*one.owners, *one.partners))
    return Said(frozenset(name for name in names if len(name) > 2 and not is_place(name)), often)


def find_owners(text: str, registry: Mapping[str, str], said: Said = NOTHING_SAID) -> Named:
    """The organisations that an item names, and in what part.

    ``registry`` maps names and aliases to codes: ``{"内閣府": "CAO", "文科省": "MEXT"}``; ``said``
    is what the document tells of others.
    """
    words = normalise(text)[:_LONGEST]
    listed = _listed(words, registry, said)
    named: dict[str, list[str]] = {"owner": [], "partner": [*listed.partners], "": []}
    for group in _lists(words, {**{name: name for name in said.names}, **registry}):
        wide = _widened(words, group)
        group = wide if wide != group and _role(words, wide) == "owner" else group
        named[_role(words, group)].extend(group.codes)
    owner = listed.owner or others_last(named["owner"])
    if owner == (OTHERS,):
        # 関係府省 alone says nothing of who is meant.
        owner = ()
    left = [code for code in named["partner"] if code not in owner or code == OTHERS]
    unknown = _strangers((*owner, *left), registry)
    return Named(owner, others_last(left), listed.stated, unknown, listed.words)


def _strangers(codes: Sequence[str], registry: Mapping[str, str]) -> tuple[str, ...]:
    known = {*registry.values(), OTHERS}
    return tuple(dict.fromkeys(code for code in codes if code not in known))


def bracket_owners(text: str, registry: Mapping[str, str]) -> tuple[str, ...]:
    """The codes of a bracket that holds nothing but organisations: ［内閣府、文部科学省等］.

    The last such bracket at the end of the text counts; () where there is none.
    """
    return _listed(normalise(text), registry, Said()).owner


def names_only(listed: str, registry: Mapping[str, str]) -> Named:
    """Who acts by a cell or a heading of nothing but organisations, nobody where it holds anything
    else."""
    return _coded(read_list(normalise(listed), registry, sure=True), registry)


def _coded(listed: Listed | None, registry: Mapping[str, str]) -> Named:
    if listed is None:
        return Named((), ())
    owner, partners = (
        others_last([_code(name, registry) for name in names])
        for names in (listed.owners, listed.partners)
    )
    owner = () if owner == (OTHERS,) else owner
    return Named(owner, partners, bool(owner), _strangers((*owner, *partners), registry))


def _code(name: str, registry: Mapping[str, str]) -> str:
    """The code of a name; of 内閣府(防災担当) that of the whole, 市 of 本市."""
    if name == ETC:
        return OTHERS
    bare = name if name in registry else PART_OF.sub("", name)
    return registry.get(bare, _OURS.sub("", bare))


def _listed(words: str, registry: Mapping[str, str], said: Said) -> Named:
    """Who acts as the end of an item lists it, or its beginning: 「【A省】手引を定める。」."""
    known = {*registry, *said.names}
    end = words[-400:].rstrip("。")
    label = labelled_end(end)
    if label and (listed := read_list(label, known, sure=True)):
        return _apart(words, label, _coded(listed, registry))
    while last := _last_bracket(end):
        if listed := _of_bracket(last, known, said):
            return _apart(words, last.group(), _coded(listed, registry))
        if not _REMARK.fullmatch(last.group()):
            break
        end = end[: last.start()].rstrip("。")
    first = _LED.match(words)
    begun = read_list(first.group(1) or first.group(2), known) if first else None
    if first and begun and begun.told:
        return replace(_coded(begun, registry), words=words[first.end() :])
    return Named((), ())


def _apart(words: str, listed: str, named: Named) -> Named:
    if re.search("[0-9]{2}|[年期度]:", listed):
        # A time stands in it, too.
        return named
    before, _, behind = words.rpartition(listed)
    return replace(named, words=before + behind)


def _last_bracket(words: str) -> re.Match[str] | None:
    found = (match for match in _BRACKETS.finditer(words) if match.end() == len(words))
    return next(found, None)


def _of_bracket(bracket: re.Match[str], known: Container[str], said: Said) -> Listed | None:
    """The bodies of a bracket behind an item, by what they are called and where it stands: behind
    the sentence, where documents say who is responsible, or within."""
    inside = bracket.group(1) or bracket.group(2)
    apart = bracket.group()[0] != "(" or bracket.string[: bracket.start()].endswith("。")
    listed = read_list(inside, known, sure=apart or said.brackets)
    if listed and (listed.told or (said.brackets and any(map(may_name, listed.owners)))):
        return listed
    listed = read_list(inside, known)
    if listed is None:
        return None
    names = [name for name in listed.owners if name != ETC]
    tells = not all(name.isascii() or is_place(name) for name in names)
    return listed if apart and tells else None


@lru_cache(maxsize=8)
def _pattern(names: frozenset[str]) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """What finds bodies in a text, and the names by their wording there."""
    known = {normalise(name): name for name in names}
    # Latin names only where no other letter touches them: JAXA, but not the MOD of MODEM.
    listed = "|".join(
        f"(?<![A-Za-z]){re.escape(n)}(?![A-Za-z])" if n.isascii() else re.escape(n)
        for n in sorted(known, key=len, reverse=True)
    )
    pattern = re.compile(
        f"(?P<name>{listed or '(?!)'})|(?P<group>{_GROUP})|(?P<unknown>{_LIKE_A_NAME})|"
        f"(?P<weak>{_OFFICE}|{_PLACE})"
    )
    return pattern, known


def _lists(words: str, registry: Mapping[str, str]) -> list[_List]:
    """The names of the text, those that stand together in one list."""
    pattern, known = _pattern(frozenset(registry))
    found: list[_List] = []
    for match in pattern.finditer(words):
        other = OTHERS if match["group"] else _OURS.sub("", match.group())
        codes = [registry.get(known.get(match.group(), ""), other)]
        weak = match["weak"] is not None
        end = match.end()
        last = found[-1] if found else None
        if last and match.start() < last.end:
            # What the name before is called; where only this is known, it is that.
            before = [code for code in last.codes if code in registry.values() or code == OTHERS]
            found[-1] = replace(last, codes=(*before, *codes) if match["name"] else last.codes)
            continue
        if called := _CALLED.match(words, end):
            end = called.end()
        if not match["group"] and (etc := _ETC.match(words, end)):
            end = etc.end()
            codes.append(OTHERS)
        if last and words[last.end : match.start()] in _JOINS:
            last = found.pop()
            found.append(_List(last.start, end, (*last.codes, *codes), last.weak and weak))
        else:
            found.append(_List(match.start(), end, tuple(codes), weak))
    return found


def _widened(words: str, group: _List) -> _List:
    """A subject with whoever is joined to it, whatever they are called: 「医学部及び県は」."""
    right = _RIGHT.match(words, group.end)
    end = right.end() if right else group.end
    left = _LEFT.search(words, 0, group.start) if words[end : end + 1] in ("は", "が") else None
    before = (
        [name for name in left.group(1).split("、") if not _NO_BODY.search(name)] if left else []
    )
    behind = [right.group(1)] if right and not _NO_BODY.search(right.group(1)) else []
    if right and not behind:
        return group
    return replace(group, end=end, codes=(*before, *group.codes, *behind))


def _role(words: str, group: _List) -> str:
    """``owner``, ``partner`` or "" where the names are only mentioned."""
    before = words[max(0, group.start - 1) : group.start]
    tail = words[group.end :].lstrip(")")
    in_brackets = before == "(" and words[group.end : group.end + 1] == ")"
    if in_brackets and "関係" in words[max(0, group.start - 8) : group.start]:
        # 「関係3府省(A、B、C)の間で」: those who act between them.
        return "owner"
    if len(group.codes) > 1 and tail.startswith(("とが", "とで")):
        # 「AとBとが」
        return "owner" if acts(words, group.end + 1, group.weak) else ""
    if _PARTNER.match(tail):
        return "partner"
    joint = _JOINT.match(tail) and (not group.weak or len(group.codes) > 1)
    if joint or acts(words, group.end, group.weak):
        return "owner"
    if group.weak:
        return ""
    if tail.startswith(("において、", "にて、")):
        return "owner"
    return "partner" if _POSSESSED.match(tail) else ""


def others_last(codes: Sequence[str]) -> tuple[str, ...]:
    """Codes once each, in their order, the word for others behind them."""
    known = [code for code in dict.fromkeys(codes) if code != OTHERS]
    return (*known, OTHERS) if OTHERS in codes else tuple(known)
