"""Who is named in an item: as the one who acts, as a partner, or with others besides.

The registry comes from the caller: a mapping of every name and alias to its code. A name that
looks like an organisation but is not in it stands for itself, and is reported.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from spaceplan.frozen import dataclass
from spaceplan.roadmap.model import OTHERS
from spaceplan.roadmap.registry import Owner
from spaceplan.source.read.text import normalise

# What joins organisations in a list.
_JOINS = ("、", "・", "と", "や", "及び", "並びに", "および", "ならびに", ",", "/")
# After the last name of a list: 等, and what the list itself is.
_ETC = re.compile("(?:など|等|ほか|他)")
# 関係府省 and its kin stand for others without a name.
_GROUP = re.compile("関係(?:各|[0-9])*(?:府省庁|府省|省庁|省|各省|機関)(?:庁|等)?|各府省庁?")
# Joint actors: 「AとBの連携により」, 「AとBが連携し」, 「A、Bの間で」.
_JOINT = re.compile(
    "の?(?:連携・情報共有|(?:連携|協力|協働)(?:により|によって|の下|のもと|で))|の間で|により"
)
_PARTNER = re.compile(
    "(?:との|と)(?:[^、。とは]{0,8})?(?:連携|協力|協働|調整|共同|協議|情報共有|意見交換)"
    "|を始めとする[^、。]{0,12}との|をはじめとする[^、。]{0,12}との|に加えて|と(?:も)?連携"
)
_POSSESSED = re.compile("における(?:課題|取組|検討|体制)")
# What a name is called behind it: 「情報通信研究機構(NICT)は」.
_CALLED = re.compile(r"\((?:[A-Z][A-Za-z-]{1,11}|以下[^()]{1,20})\)")
# What looks like the name of an organisation: in a text, and in a list of nothing but those.
_SEVERAL = (
    "(?!(?:関係|各|両|全|同|本|当該|官公|都道府県|米国?|英国?|韓国|中国|独国?|仏国?)[^、]*?[省庁])"
)
_LIKE_A_NAME = (
    f"(?<![一-龯ァ-ヴー]){_SEVERAL}(?:(?:こども)?[一-龯ァ-ヴー]{{1,12}}(?<!省)[省庁]|"
    # 「水産研究・教育機構」 is one.
    "(?:[一-龯ァ-ヴー]{2,10}(?<![省庁府構所会局房])・){0,2}[一-龯ァ-ヴー]{1,12}(?:機構|研究所))"
    "(?!(?!及び|並びに|又は)[一-龯ァ-ヴー])"
)
_LISTED = re.compile(
    "(?:(?:こども)?[一-龯ァ-ヴーA-Za-z]{1,20}(?:省|庁|府|機構|研究所|委員会|本部|局|院|室|課|センター|協会|協議会|銀行|大学|法人|"
    "公社|公団|財団)|地方公共団体|自治体|都道府県|市町村|市区町村|[A-Z][A-Za-z-]{1,11})"
)
# Of these one is enough to tell that a bracket is about bodies.
_SURELY = re.compile("省|庁|府|機構|研究所|委員会")
# What a list says of itself, and of who leads: 「担当：◎A省、○B庁」.
_SAYS = re.compile(
    "(?:主|副|共同)?(?:担当|所管|主管|実施|関係)(?:府省庁?|省庁|主体|機関|部局|課)?[:：]|[◎○●◯]"
)
# A part of a body: 環境省自然環境局, 内閣府(防災担当).
_PART_OF = re.compile(r"\([^()]{1,20}\)$|(?<=[省庁府房])[一-龯]{1,12}[局課室部]$")
_BRACKETS = re.compile(
    r"[\[［【〔]([^\[\]［］【】〔〕]{2,200})[\]］】〕]|\(((?:[^()]|\([^()]{1,20}\)){2,200})\)"
)
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Named:
    """The organisations of an item, as codes in the order of the text.

    ``owner`` acts; the reserved word ``others`` stands last where the text says 等 or 関係府省.
    ``partners`` are only worked with. ``bracketed`` says that the owners come from a bracket
    ［…］ behind the text; ``unknown`` are names that the registry does not have: they stand among
    the others as they are.
    """

    owner: tuple[str, ...]
    partners: tuple[str, ...]
    bracketed: bool = False
    unknown: tuple[str, ...] = ()

    @property
    def stated(self) -> bool:
        """Whether the text says who acts."""
        return bool(self.owner)


@dataclass(frozen=True, slots=True)
class _List:
    """Names that stand together in the text, from ``start`` to ``end``, 等 included."""

    start: int
    end: int
    codes: tuple[str, ...]


def registry_of(owners: Mapping[str, Owner]) -> dict[str, str]:
    """Every code and name of a plan's owners → the code."""
    return {name: code for code, owner in owners.items() for name in (code, *owner.names)}


def find_owners(text: str, registry: Mapping[str, str]) -> Named:
    """The organisations that an item names, and in what part.

    ``registry`` maps names and aliases to codes: ``{"内閣府": "CAO", "文科省": "MEXT"}``.
    """
    words = normalise(text)[:_LONGEST]
    bracket = _bracket(words, registry)
    named: dict[str, list[str]] = {"owner": [], "partner": [], "": []}
    for group in _lists(words, registry):
        named[_role(words, group)].extend(group.codes)
    owner = bracket or others_last(named["owner"])
    if owner == (OTHERS,):
        # 関係府省 alone says nothing of who is meant.
        owner = ()
    left = [code for code in named["partner"] if code not in owner or code == OTHERS]
    return Named(owner, others_last(left), bool(bracket), _strangers((*owner, *left), registry))


def _strangers(codes: Sequence[str], registry: Mapping[str, str]) -> tuple[str, ...]:
    known = {*registry.values(), OTHERS}
    return tuple(dict.fromkeys(code for code in codes if code not in known))


def bracket_owners(text: str, registry: Mapping[str, str]) -> tuple[str, ...]:
    """The codes of a bracket that holds nothing but organisations: ［内閣府、文部科学省等］.

    The last such bracket at the end of the text counts; () where there is none.
    """
    return _bracket(normalise(text), registry)


def names_only(listed: str, registry: Mapping[str, str], sure: bool = False) -> Named:
    """Who acts by a list of nothing but organisations, nobody where it holds anything else.

    ``sure`` says that the place tells of bodies, as a column of owners does.
    """
    codes = _only_names(normalise(listed), registry, sure)
    return Named(codes, (), bool(codes), _strangers(codes, registry))


def _bracket(text: str, registry: Mapping[str, str]) -> tuple[str, ...]:
    """The codes of the last bracket."""
    words = text[-400:].rstrip("。")
    last: tuple[str, ...] = ()
    for match in _BRACKETS.finditer(words):
        if match.end() == len(words):
            last = _only_names(match.group().strip("()"), registry)
    return last


def _only_names(listed: str, registry: Mapping[str, str], sure: bool = False) -> tuple[str, ...]:
    codes: list[str] = []
    bare_list = _SAYS.sub("", listed.strip("[]【】〔〕"))
    # Brackets that no other remark stands in: 【林業課】, ［治山課］.
    sure = sure or listed[:1] in "【[〔" or _SAYS.search(listed) is not None
    for part in re.split(r"[、・,/;](?![^()]*\))|及び|並びに", bare_list):
        name = _ETC.sub("", part) if part not in registry else part
        bare = name if name in registry else _PART_OF.sub("", name)
        if _GROUP.fullmatch(name):
            codes.append(OTHERS)
        elif bare in registry:
            codes.append(registry[bare])
        elif _LISTED.fullmatch(bare):
            codes.append(bare)
        else:
            return ()
        sure = sure or bare in registry or _SURELY.search(bare) is not None
        if name != part:
            codes.append(OTHERS)
    return others_last(codes) if sure else ()


def _lists(words: str, registry: Mapping[str, str]) -> list[_List]:
    """The names of the text, those that stand together in one list."""
    names = sorted(registry, key=len, reverse=True)
    # Latin names only where no other letter touches them: JAXA, but not the MOD of MODEM.
    name = (
        "(?!)"
        if not names
        else "|".join(
            f"(?<![A-Za-z]){re.escape(n)}(?![A-Za-z])" if n.isascii() else re.escape(n)
            for n in map(normalise, names)
        )
    )
    known = {normalise(n): registry[n] for n in names}
    pattern = re.compile(
        f"(?P<name>{name})|(?P<group>{_GROUP.pattern})|(?P<unknown>{_LIKE_A_NAME})"
    )
    found: list[_List] = []
    for match in pattern.finditer(words):
        other = match.group() if match.group("unknown") else OTHERS
        codes = [known.get(match.group(), other)]
        end = match.end()
        last = found[-1] if found else None
        if last and match.start() < last.end:
            # What the name before is called; where only this is known, it is that.
            before = [code for code in last.codes if code in registry.values() or code == OTHERS]
            found[-1] = replace(last, codes=(*before, *codes) if match["name"] else last.codes)
            continue
        if called := _CALLED.match(words, end):
            end = called.end()
        if not match.group("group") and (etc := _ETC.match(words, end)):
            end = etc.end()
            codes.append(OTHERS)
        if last and words[last.end : match.start()] in _JOINS:
            last = found.pop()
            found.append(_List(last.start, end, (*last.codes, *codes)))
        else:
            found.append(_List(match.start(), end, tuple(codes)))
    return found


def _role(words: str, group: _List) -> str:
    """``owner``, ``partner`` or "" where the names are only mentioned."""
    before = words[max(0, group.start - 1) : group.start]
    tail = words[group.end : group.end + 40].lstrip(")")
    in_brackets = before == "(" and words[group.end : group.end + 1] == ")"
    if in_brackets and "関係" in words[max(0, group.start - 8) : group.start]:
        # 「関係3府省(A、B、C)の間で」: those who act between them.
        return "owner"
    if _PARTNER.match(tail):
        return "partner"
    if _JOINT.match(tail) or _is_subject(tail):
        return "owner"
    if _POSSESSED.match(tail):
        return "partner"
    return ""


def _is_subject(tail: str) -> bool:
    if tail.startswith(("において、", "にて、")):
        return True
    return tail.startswith(("は", "が")) and not tail.startswith(("がん", "はじめ"))


def others_last(codes: Sequence[str]) -> tuple[str, ...]:
    """Codes once each, in their order, the word for others behind them."""
    known = [code for code in dict.fromkeys(codes) if code != OTHERS]
    return (*known, OTHERS) if OTHERS in codes else tuple(known)
