"""How many of what a wording names: two wordings that count the same thing can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spaceplan.frozen import dataclass
from spaceplan.source.compare.names import stem
from spaceplan.source.read.text import is_latin, normalise

_ONES = re.findall(
    "[a-z]+",
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen""",
)
_TENS = re.findall("[a-z]+", "twenty thirty forty fifty sixty seventy eighty ninety")
WORDS = {word: place for place, word in enumerate(_ONES, 1)} | {
    word: 10 * place for place, word in enumerate(_TENS, 2)
}
"""The numbers that English writes as words."""
_OFTEN = {"once": 1, "twice": 2}
_ORDINALS = {"fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12}
_ORDINALS |= {word + "th": place for word, place in WORDS.items() if 3 < place < 20}
_ORDINALS |= {word[:-1] + "ieth": WORDS[word] for word in _TENS}
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_YEARS = re.compile("(?:19|20)[0-9]{2}|(?:令和|平成)[0-9元]+")
_EACH = re.compile(r"毎|\b(?:each|every|both)\b", re.IGNORECASE)
_SCALES = {"千": 1e3, "万": 1e4, "億": 1e8, "兆": 1e12, "thousand": 1e3, "million": 1e6}
_SCALES |= {"billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9, "dozen": 12, "hundred": 100}

# 「年2回」 is another amount than two in all; what is left of an amount is none.
_QUANTITY = re.compile(
    "(残る|残り|残りの|第|(?<![0-9])(?:年間?|毎年度?|月間?|毎月)に?)?"
    "(?<![0-9A-Za-z.])([0-9][0-9,.]*)([千万億兆]*)の?"
    "(機体制|都道府県|市区町村|市町村|自治体|[かヶカヵ箇]所|(?:医療)?機関|[機基隻件回人名社校倍台局割者港つ]|"
    "[A-Za-z%][A-Za-z0-9]*|[ァ-ヴー]+|[一-龯]{1,2})?(?=([ぁ-ん]?))"
)
_HALF = re.compile("(?:過半数|半数|半分)")
# Times, and numbers that are names, are no amounts.
_TIMES = re.compile(
    "[0-9]+年度?|[0-9]+月(?:[0-9]+日)?|レベル[0-9]|"
    "(?:19|20)[0-9]{2}(?=大会|万?博|会議|サミット|オリンピック|パラリンピック|宣言|戦略|計画|ビジョン|アジェンダ)"
)
_PLACES = re.compile("[かヶカヵ箇]所|(?:医療)?機関|施設|拠点")
_NUMBER_OF = re.compile("([一-龯]{2})数")
# What a number without a unit is followed by, where it counts.
_GROWS_TO = "にとへまを"

_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_COUNT = re.compile(
    rf"(?<![A-Za-z0-9.,–-])(?P<money>[$€£¥]\s?)?(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?|"
    rf"(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_ONES[:9])}))?|{'|'.join(reversed(_ONES))}|half|"
    rf"twice|once(?=\s+(?:an?|per|each|every|in)\b))"
    rf"(?P<scale>\s?(?:thousand|million|billion|trillion|dozen|hundred|bn|m)\b)?(?P<share>\s?%)?"
    rf"(?![0-9A-Za-z]|[–-][0-9]|-(?:{_MONTH}|year|month|day)|(?:\s+of)?\s+{_MONTH})",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    rf"\b(?:(?P<digits>[0-9]+)(?:st|nd|rd|th)|(?P<word>{'|'.join(_ORDINALS)}))\b"
    rf"(?!(?:\s+of)?\s+(?:{_MONTH}|century|anniversary))",
    re.IGNORECASE,
)
_FRACTIONS = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_FRACTION = re.compile(
    rf"\b(an?|one|two|three|four)[ -]({'|'.join(_FRACTIONS)})s?\s+(?:of\s+(?!20|19|FY))",
    re.IGNORECASE,
)
_DATED = re.compile(rf"(?:{_MONTH}[a-z]*\.?|FY|[0-9]{{4}}[–-])\s*$", re.IGNORECASE)
_BEHIND = re.compile(r"-?(?:\s+(?:of|the|most|new|more|additional))*((?:[\s-]*[A-Za-z]+){1,3})")
_STOPS = re.compile(
    r"\b(?:years?|months?|weeks?|days?|by|in|with|for|from|under|to|at|on|and|were|was|had|have|has)\b"
)
# Where less is better, a smaller number is no less.
_LESS = re.compile(
    r"以下|未満|以内|削減|短縮|減ら|減少|半減|低減|抑制|抑え|縮減|再配達|待ち|死者|死亡|事故|排出|故障|欠員|"
    r"残業|時間外|廃棄|ロス|誤差|(?:所要|到着|処理|審査|待機)(?:時間|期間|日数)|失業|滞納|"
    r"\b(?:reduc\w+|fewer|less|cut|lower|shorten|halve|limit|vacanc\w+|deaths?|fatalit\w+|accidents?|"
    r"emissions?|waiting|delays?|errors?|backlog|unemployment)\b|\b(?:below|under|within)\s+[0-9]",
    re.I,
)
_LESS_BY = re.compile(
    r"[0-9割%]\s?(?:以上|程度)?の?(?:削減|低減|縮減|短縮|減)|"
    r"\bby\s(?:at least |about |over )?[0-9.]+\s?(?:%|percent)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^()]*\)")
_RELATIVE = re.compile(r",?\s(?:(?:for|of|in|to|at) )?(?:which|who|whose|where)\b")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, and what is counted: by each word that names it, () where nothing tells."""

    value: float
    units: tuple[str, ...]


def amounts(text: str) -> tuple[Amount, ...]:
    """The amounts that a wording names. Times are none."""
    return tuple(_english(text) if is_latin(text) else _japanese(normalise(text)))


def _english(text: str) -> Iterator[Amount]:
    for match in _COUNT.finditer(text):
        word = match["number"].lower()
        plain = not (match["scale"] or match["share"] or match["money"])
        if plain and (_YEAR.fullmatch(word) or _DATED.search(text[: match.start()])):
            continue
        if word not in _OFTEN and _lasts(text, match.end()):
            continue
        value = _number(word) * _SCALES.get((match["scale"] or "").strip().lower(), 1)
        if match["share"] or word == "half":
            yield Amount(50.0 if word == "half" else value, ("%",))
        elif match["money"]:
            yield Amount(value, ("$",))
        else:
            yield Amount(value, (stem("time"),) if word in _OFTEN else _units(text, match.end()))
    for match in _FRACTION.finditer(text):
        parts = WORDS.get(match[1].lower(), 1)
        yield Amount(100 * parts / _FRACTIONS[match[2].lower()], ("%",))
    for match in _ORDINAL.finditer(text):
        if _DATED.search(text[: match.start()]):
            continue
        value = float(match["digits"] or _ORDINALS[match["word"].lower()])
        yield Amount(value, _units(text, match.end()))


def _number(word: str) -> float:
    if word in _OFTEN:
        return float(_OFTEN[word])
    if word[0].isdigit():
        return _value(word)
    return float(sum(WORDS.get(part, 0) for part in word.split("-")))


def _lasts(text: str, end: int) -> bool:
    """Whether a number counts years or days."""
    return re.match(r"\s(?:\w+\s)?(?:years?|months?|weeks?|quarters?)\b", text[end:]) is not None


def _units(text: str, end: int) -> tuple[str, ...]:
    behind = _BEHIND.match(text, end)
    words = _STOPS.split(behind.group(1))[0] if behind else ""
    return tuple(stem(one) for one in re.findall("[A-Za-z]{2,}", words) if one != "of")


def _japanese(text: str) -> Iterator[Amount]:
    plain = _TIMES.sub("", text)
    for match in _QUANTITY.finditer(plain):
        aside, number, scales, unit, after = match.groups(default="")
        if unit.startswith("号") or aside.startswith(("残", "第")):
            continue
        value = _value(number)
        for scale in scales:
            value *= _SCALES[scale]
        if not unit and (of := _NUMBER_OF.search(plain[: match.start()])):
            unit = of.group(1)
        if unit == "割":
            value, unit = 10 * value, "%"
        unit = "か所" if _PLACES.match(unit) else unit.rstrip("以上程度")
        if unit:
            yield Amount(value, (aside[:1].replace("毎", "年") + unit,))
        elif after and after in _GROWS_TO:
            yield Amount(value, ())
    if _HALF.search(plain):
        yield Amount(50.0, ("%",))


def _value(number: str) -> float:
    return float(number.replace(",", "").rstrip(".") or 0)


def counts(text: str) -> dict[str, float]:
    """The number by what it counts, by "" where nothing tells; of several the first, in Japanese
    the last, where what came of it stands."""
    found: dict[str, float] = {}
    first = is_latin(text)
    for amount in amounts(text):
        for unit in amount.units or ("",):
            found[unit] = found.get(unit, amount.value) if first else amount.value
    return found


def fewer(wanted: str, told: str) -> list[str]:
    """What both wordings count, by its unit, and the second has less of: or more, where less is
    what was wanted."""
    before, after = counts(wanted), counts(told)
    sign = _sign(wanted)
    return [unit for unit in after if unit in before and sign * after[unit] < sign * before[unit]]


def _sign(wanted: str) -> int:
    """Whether more is better (1) or less (-1): 「3割に削減」 is less, 「3割削減」 is more."""
    return -1 if _LESS.search(wanted) and not _LESS_BY.search(wanted) else 1


def falls_short(wanted: str, told: str) -> bool:
    """Whether less is told than was wanted, or not how much: of what is counted nothing is told."""
    # What a clause tells of something else is not what is wanted.
    main = _ASIDE.sub("", _RELATIVE.split(wanted)[0]) if is_latin(wanted) else wanted
    many = [one for one in amounts(main) if one.value > 1 and one.units]
    if fewer(wanted, told):
        return True
    return bool(many) and not _echoed(many, amounts(told), _sign(wanted))


def _echoed(wanted: Sequence[Amount], told: Sequence[Amount], sign: int) -> bool:
    return any(
        set(one.units) & set(other.units)
        or one.value == other.value
        or (not other.units and sign * other.value >= sign * one.value)
        for one in wanted
        for other in told
    )


def keeps_up(wanted: str, told: str) -> bool:
    """Whether of what is wanted again and again as many are told each time, of more than one."""
    often = len(set(_YEARS.findall(normalise(told)))) > 1 or _EACH.search(told)
    sets = [
        (one.value, {unit.removeprefix("年") for unit in one.units})
        for one in amounts(wanted)
        if one.units
    ]
    pairs = [
        (least, one.value)
        for least, units in sets
        for one in amounts(told)
        if units & {unit.removeprefix("年") for unit in one.units}
    ]
    return bool(pairs and often) and all(value >= least for least, value in pairs)


def grows(old: str, new: str) -> bool:
    """Whether a wording names more of something than the older one: a part of it does not."""
    was, now = counts(old), counts(new)
    return any(unit and now[unit] > was[unit] for unit in now.keys() & was.keys())


def written(found: float, unit: str) -> str:
    """An amount, with its unit where that is written behind it."""
    if unit == "$":
        return f"${found:,.0f}"
    return f"{found:,g}" + ("" if unit.isalpha() and unit.isascii() else unit)
