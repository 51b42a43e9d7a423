"""Who is named in an item: as the one who acts, as a partner, or with others besides.

The registry comes from the caller: a mapping of every name and alias to its code. A name that
looks like an organisation but is not in it is reported, not guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

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
# What looks like the name of an organisation.
_LIKE_A_NAME = "(?<![一-龯ァ-ヴー])[一-龯ァ-ヴー]{2,12}(?:省|庁|機構|研究所)(?![一-龯ァ-ヴー])"
_BRACKETS = re.compile(r"[\[［【〔(]([^\[\]［］【】〔〕()]{2,200})[\]］】〕)]")
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Named:
    """The organisations of an item, as codes in the order of the text.

    ``owner`` acts; the reserved word ``others`` stands last where the text says 等 or 関係府省.
    ``partners`` are only worked with. ``bracketed`` says that the owners come from a bracket
    ［…］ behind the text; ``unknown`` are names that the registry does not have.
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
    unknown: tuple[str, ...] = ()


def registry_of(owners: Mapping[str, Owner]) -> dict[str, str]:
    """Every code and name of a plan's owners → the code."""
    return {name: code for code, owner in owners.items() for name in (code, *owner.names)}


def find_owners(text: str, registry: Mapping[str, str]) -> Named:
    """The organisations that an item names, and in what part.

    ``registry`` maps names and aliases to codes: ``{"内閣府": "CAO", "文科省": "MEXT"}``.
    """
    words = normalise(text)[:_LONGEST]
    bracket, strangers = _bracket(words, registry)
    owners: list[str] = []
    partners: list[str] = []
    unknown: list[str] = list(strangers)
    for group in _lists(words, registry):
        role = _role(words, group)
        if role == "owner":
            owners.extend(group.codes)
        elif role == "partner":
            partners.extend(group.codes)
        if role:
            unknown.extend(group.unknown)
    owner = bracket or others_last(owners)
    if owner == (OTHERS,):
        # 関係府省 alone says nothing of who is meant.
        owner = ()
    left = [code for code in partners if code not in owner or code == OTHERS]
    return Named(owner, others_last(left), bool(bracket), tuple(dict.fromkeys(unknown)))


def bracket_owners(text: str, registry: Mapping[str, str]) -> tuple[str, ...]:
    """The codes of a bracket that holds nothing but organisations: ［内閣府、文部科学省等］.

    The last such bracket at the end of the text counts; () where there is none.
    """
    return _bracket(normalise(text), registry)[0]


def names_only(listed: str, registry: Mapping[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(codes, names that the registry lacks) of a list of nothing but organisations."""
    return _only_names(normalise(listed), registry)


def _bracket(text: str, registry: Mapping[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes of the last bracket, and the names in it that the registry lacks."""
    words = text[-400:].rstrip("。")
    last: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    for match in _BRACKETS.finditer(words):
        if match.end() == len(words):
            last = _only_names(match.group(1), registry)
    return last


def _only_names(
    listed: str, registry: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    codes: list[str] = []
    unknown: list[str] = []
    for part in re.split("[、・,，/]|及び|並びに", listed):
        name = _ETC.sub("", part) if part not in registry else part
        if _GROUP.fullmatch(name):
            codes.append(OTHERS)
        elif name in registry:
            codes.append(registry[name])
        elif re.fullmatch(_LIKE_A_NAME, name):
            unknown.append(name)
        else:
            return (), ()
        if name != part:
            codes.append(OTHERS)
    return others_last(codes), tuple(unknown)


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
        unknown = (match.group(),) if match.group("unknown") else ()
        codes = [] if unknown else [known.get(match.group(), OTHERS)]
        end = match.end()
        if not match.group("group") and (etc := _ETC.match(words, end)):
            end = etc.end()
            codes.append(OTHERS)
        last = found[-1] if found else None
        if last and words[last.end : match.start()] in _JOINS:
            last = found.pop()
            both = _List(last.start, end, (*last.codes, *codes), (*last.unknown, *unknown))
            found.append(both)
        else:
            found.append(_List(match.start(), end, tuple(codes), unknown))
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
