"""Who acts, as an English item, a cell or a heading says it, and what to call who is not known."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field

from spaceplan.frozen import dataclass
from spaceplan.roadmap.model import OTHERS
from spaceplan.source.draft.english_times import find_english_times
from spaceplan.source.draft.owners import NOTHING_SAID, Named, Said, names_only, others_last
from spaceplan.source.draft.time_words import Reference
from spaceplan.source.read.fields import OWNER, SUPPORT, WHO
from spaceplan.source.read.heading_styles import ITEMS
from spaceplan.source.read.months import MONTH_NAME
from spaceplan.source.read.text import is_latin

# A value ends with its sentence, or where the next field begins.
_VALUE = (
    # The dots of "U.S." end nothing.
    r"\s*:\s*((?:[^.;()\n:]|(?-i:(?<=\b[A-Z])\.)){2,160}?)"
    r"(?=\s*(?:(?-i:(?<!\b[A-Z]))\.|[;()\n]|$)|(?-i:\s[A-Z][a-z]+(?:\s[a-z]+){0,2}:))"
)
_LEADS, _SUPPORTS = (
    re.compile(rf"\b(?:{WHO[role]}){_VALUE}", re.IGNORECASE) for role in (OWNER, SUPPORT)
)
_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,120})[)\]][.;:]?\s*$")
TOGETHER = (
    r"in\s+(?:coordination|consultation|collaboration|partnership|cooperation|conjunction)\s+with"
)
"""What joins those whom another works with, as a pattern."""
_WITH = (
    rf"(?:{TOGETHER}|"
    r"together\s+with|working\s+with|with(?:\s+support\s+from)?|supported\s+by)"
)
_APART = re.compile(rf",?\s*\b{_WITH}\s+", re.IGNORECASE)
# "Coast Office: We will", "NOAA – complete it": who acts, where a document leads its items so.
_LABEL = re.compile(
    r"(?P<who>[A-Z][^.;:–—]{1,60}?)(?::\s+|\s[–—]\s|\s--?\s)"
    r"(?!(?:the|an?|its?|our|this|that|these|all|each|which|who|and|or|but|with|in|on|at|by|for|of|from|to|as|"
    r"including|especially|e\.g|i\.e)\b)(?=[A-Za-z])(?P<we>(?:[^.;:]{0,60}\s)?[Ww]e\s)?"
)
# What a time at the head of a sentence begins with.
_AT = (
    r"No(?:t)?\s+later\s+than|By|In|On|At|From|Over|During|Within|Until|Before|After|Between|Throughout|"
    "Starting|Beginning"
)
# What a sentence may begin with before its subject: "In addition, ", "From April 2027, ".
_OPENING = (
    rf"(?:(?:{_AT}|Each|Every|Through|Building|Following|Under|As|To|For|Also|Additionally|Subject|Where|Once|Working|Together)"
    r"\b[^;:]{0,100}?,\s+)?"
)
_NO_CLAUSE = r"(?!\b(?:that|which|who|whose|what)\b)"
SUBJECT = re.compile(
    rf"^{_OPENING}(?P<the>(?:The|the)\s+)?(?P<who>[A-Z](?:{_NO_CLAUSE}[^.;:]){{0,160}}?)"
    rf"(?:,?\s+{_WITH}\s+(?P<with>(?:{_NO_CLAUSE}[^.;:]){{2,120}}?))?,?\s+"
    r"(?:will|shall|must|should|is\s+to|are\s+to|(?:plan|intend|aim|undertake|commit|agree|pledge|propose)s?\s+to|"
    r"(?:has|have)\s+(?:undertaken|agreed|committed|pledged|decided)\s+to|(?:is|are)\s+committed\s+to)\b"
)
# What goes on: "The Soil Office publishes its maps", "NASA and NOAA continue to".
_GOES_ON = re.compile(
    rf"^{_OPENING}(?P<the>(?:The|the)\s+)?(?P<who>[A-Z](?:{_NO_CLAUSE}[^.;:]){{0,100}}?)\s+"
    r"(?:(?:also|now|still|already|jointly|together|each|all|both)\s+)?"
    r"(?:(?:continues?|goes\s+on|go\s+on|carr(?:y|ies)\s+on)\s+(?:to\s+(?!be\b|grow|rise|fall|apply)|with\s|[a-z]+ing\s)|"
    r"(?:keeps?|maintains?|sustains?|monitors?|funds?|operates?|publish(?:es)?)\s+[a-z]|"
    r"[a-z]{3,}s\s+(?:the|an?|its|their|all|each|every|both|this|these)\s)"
)
# Things that do something and are nobody: "The Act sets a limit".
_NOBODY = re.compile(
    r"\b(?:acts?|agenda|agreements?|bills?|budgets?|census|code|convention|decisions?|demand|directives?|editions?|"
    r"framework|funds?|guid(?:e|elines?|ance)|laws?|library|networks?|orders?|plans?|polic(?:y|ies)|portals?|programmes?|"
    r"programs?|projects?|registers?|regulations?|reports?|reviews?|roadmaps?|rules?|schemes?|standards?|strateg(?:y|ies)|"
    r"surveys?|systems?|targets?|treat(?:y|ies))$",
    re.IGNORECASE,
)
_LISTED = re.compile(r"^.*\band\b[^,]{1,60},\s+(?:the\s+)?")
# A time before the subject: "By December 2026 the", "Each year the".
_LED_BY_TIME = re.compile(
    rf"(?:(?:{_AT})\s+"
    r"(?:(?:in|from|on|with|by|end)\s+)?(?:the\s+)?)?"
)
# Bodies of a kind, which no name tells: "local authorities", "health and care boards".
_KIND = re.compile(
    r"(?:[\w'’-]+\s+){1,5}(?:authorities|departments|ministries|agencies|boards|bodies|councils|governments|"
    r"offices|municipalities|counties|states|provinces|regions|commissions|committees|institutes|universities|"
    r"companies|operators|utilities|associations|organi[sz]ations|services|cent(?:re|er)s|trusts|districts|"
    r"regulators|agents|inspectorates|administrations|secretariats|foresters|partnerships|health\s+boards)$",
    re.IGNORECASE,
)
# What is said of them before an "and": "the education and", "State and".
_LEVEL = re.compile(
    r"(?:(?:the|all|each|of)\s+)*(?:[a-z-]+(?:\s+[a-z-]+)*|State|Federal|Central|National|Regional|Provincial|"
    r"Local|County|City|Municipal|Public|Private|District)"
)
# "The Rail Board for every measure except where others are named".
_FOR_ALL = re.compile(
    rf"\s*[(,]?\s*\b(?:for\s+)?(?:all|every|each)\s+(?:of\s+the\s+|the\s+|other\s+)?{ITEMS}\b.*$|"
    r"\s*[(,]?\s*\b(?:unless|except|save\s+where|where\s+no|if\s+no|by\s+default)\b.*$",
    re.IGNORECASE,
)
# What happens to the subject, which is then the thing itself: "Fares will be reviewed".
HAPPENS = re.compile(
    r"\s+(?:also\s+)?(?:be(?!\s+(?:responsible|\w+ing)\b)|come|enter|become|take\s+effect|remain|rise|fall|go|have)\b",
    re.IGNORECASE,
)
# "ESA plans to fly it; the agency will help": only what is promised behind it is the plan's own.
_ANOTHERS = re.compile(
    r"^[^;.]{2,100}?\b(?:plans?|intends?|hopes?|expects?|aims?|seeks?|is|are)\s+(?:\w+\s+)?to\b[^;.]{0,200}?"
    r"(?:;|,\s+(?:and|so|while))\s+(?=(?:the\s+)?[A-Z][^;.,]{1,60}?\s(?:will|shall|must)\b)"
)
_PIECES = re.compile(r"\s*(?:[,;/、・|]|\band\b|&(?=\s))\s*")
# "Department of Lands and Water" is one name, "Department of Justice and NASA" are two.
BODY = (
    r"\b(?:departments?|ministr(?:y|ies)|ministers?|offices?|bureau|secretar\w+|agency|institutes?|"
    r"cent(?:re|er)|council|committee|commission|directorate|administration|service|board|authority)\b"
)
_OF = re.compile(rf"{BODY}\s+(?:of|for|on)\b", re.IGNORECASE)
# What a cell of owners says where nobody is named yet.
NOBODY = re.compile(r"\W*(?:t\.?b\.?[acd]\.?|n\W?a|all|none|various|not\s+applicable)?\W*", re.I)
_ACRONYM = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z][A-Za-z0-9&-]{1,11}$")
_NAMED = re.compile(r"(.+?)\s*\(([A-Z][A-Za-z0-9&-]{1,11})\)$")
# Small words inside a name, also of other languages: Bord na Móna, Ministerio de Salud.
_SMALL = frozenset(
    {
        "of",
        "the",
        "and",
        "for",
        "on",
        "in",
        "to",
        "na",
        "an",
        "de",
        "du",
        "des",
        "del",
        "della",
        "di",
    }
    | {"da", "do", "dos", "van", "von", "der", "den", "und", "et", "y", "e", "i", "og", "och"}
)
_ETC = re.compile(
    r"\b(?:other(?:s| agencies| departments)?|etc\.?|relevant agencies|all agencies)\b", re.I
)
# What a bracket of capitals also is, and no name.
_NO_NAME = re.compile(
    rf"(?:{MONTH_NAME}|spring|summer|autumn|winter|see|annex|appendix|table|figure|box|phase|stage|part|"
    r"section|chapter|step|action|priority|objective|goal|task|new|completed?|ongoing|tbc|tbd)\b|.*[0-9]",
    re.IGNORECASE,
)
# How somebody may be called in a cell: a few words, no sentence and no time.
_CALLED = re.compile(r"(?!(?i:to\s+be|not|see)\b)[^\W\d]['’\w&.-]*(?:\s+[^\W\d_]['’\w&.-]*){0,5}$")
# "Region 5": a body by its number.
_NUMBERED = re.compile(r"(?:region|district|division|unit|branch|directorate)\s[0-9]{1,2}$", re.I)
# A word with a capital in mid-sentence, alone.
_MID_SENTENCE = re.compile(r"(?:[a-z],?\s|[(:,]\s?|\bthe\s)([A-Z][a-z]{3,})(?![a-z])(?!\s[A-Z])")


@dataclass(frozen=True, slots=True)
class Bodies:
    """Whom a document names. ``registry`` has the codes of names and aliases, ``coined`` the names
    of those that it lacks by the code that they are given, which grows as they are found.

    ``names`` are single words that stand with a capital in mid-sentence; ``brackets`` says that
    items end in who acts: "(NASA, NOAA)", ``labels`` that they begin with it: "NASA: We will".
    ``said`` is what a Japanese document tells of its bodies.
    """

    registry: Mapping[str, str]
    coined: dict[str, str] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    brackets: bool = False
    labels: bool = False
    said: Said = NOTHING_SAID


def bodies_of(texts: Sequence[str], registry: Mapping[str, str]) -> Bodies:
    """What the wording of all items tells of how they name organisations."""
    plain = Bodies(registry)
    found = (match.group(1) for text in texts if (match := _BRACKET.search(text)))
    ends = [_APART.split(end, maxsplit=1)[0] for end in found]
    # What several items end in is said of each of them.
    named = sum(ends.count(end) > 2 or _is_body(end, plain) for end in ends)
    likely = sum(bool(_codes(end, plain, strict=True, names=True)) for end in ends)
    words = frozenset(name for text in texts for name in _MID_SENTENCE.findall(text))
    heads = [match for text in texts if (match := _LABEL.match(text))]
    sure = sum(bool(head["we"]) or _is_body(head["who"], plain) for head in heads)
    return Bodies(
        registry,
        {},
        words,
        named > 1 and 2 * likely >= len(ends),
        sure > 2 and 2 * sure >= len(heads),
    )


def _is_body(name: str, bodies: Bodies) -> bool:
    """Whether a label is surely a body: known, an abbreviation, or an office by its name; or
    several, of which one is."""
    titled = all(w[0].isupper() for w in name.split() if w.lower() not in _SMALL)
    pieces = [name, *_PIECES.split(name)] if titled else [name]
    sure = any(_codes(piece, bodies, strict=True) for piece in pieces if piece)
    return sure or (titled and re.search(BODY, name, re.I) is not None)


def own_clause(text: str) -> str:
    """A sentence without what somebody else plans, where that is only why the other acts."""
    before = _ANOTHERS.match(text)
    return text[before.end() :] if before else text


def find_english_owners(text: str, bodies: Bodies, led: bool = False) -> Named:
    """The organisations that an English item names as acting, and those it works with.

    An abbreviation that nobody knows is its own code; a name gets one. ``led`` says that a heading
    names who leads: that others of a kind "are to adopt it" is then what the lead sees to.
    """
    owners: list[str] = []
    partners: list[str] = []
    for match in _LEADS.finditer(text):
        owners += _codes(match.group(1), bodies)
    for match in _SUPPORTS.finditer(text):
        partners += _codes(match.group(1), bodies)
    bracket = _BRACKET.search(text)
    label = _LABEL.match(text) if bodies.labels else None
    if not owners and label:
        owners += _codes(label["who"], bodies, strict=True, names=True)
    if not owners and bracket and not _defines(text[: bracket.start()], bracket.group(1)):
        owners, more = _bracketed(bracket.group(1), bodies)
        partners += more
    if not owners:
        owners, more = _subject(text, bodies)
        if led and all(_KIND.match(bodies.coined.get(code, "")) for code in owners):
            owners = []
        partners += more
    left = [code for code in dict.fromkeys(partners) if code not in owners]
    return Named(others_last(owners), tuple(left), bool(owners))


def _bracketed(listed: str, bodies: Bodies) -> tuple[list[str], list[str]]:
    """(who acts, with whom) of a bracket: "(OW, with VA)"; beside an abbreviation stand names."""
    head, *rest = _APART.split(listed, maxsplit=1)
    first, _, others = head.partition(",")
    listing = bool(others) and bool(_codes(first, bodies, strict=True))
    owners = _codes(head, bodies, strict=True, names=bodies.brackets or listing)
    found = _codes(rest[0], bodies, strict=True, names=True) if owners and rest else []
    return owners, found


def _subject(text: str, bodies: Bodies) -> tuple[list[str], list[str]]:
    """(who acts, with whom) as the first sentence with a promise says, else who goes on."""
    sentences = re.split(r"(?<=[.!?])\s+(?=[A-Z])", text)[:3]
    for sentence in sentences:
        own = _without_time(own_clause(sentence))
        subject = SUBJECT.match(own[:1].upper() + own[1:])
        if subject is None:
            continue
        if HAPPENS.match(own, subject.end()):
            return [], []
        # "In respect of hills and woods, the Board will": the list belongs to what opens it.
        who = _LISTED.sub("", subject["who"]) if subject.start("who") else subject["who"]
        alone = bool(subject["the"]) or who in bodies.names
        several = " " in who.strip()
        owners = _codes(who, bodies, strict=True, names=alone or several)
        found = subject["with"] if owners else None
        return owners, _codes(found, bodies, strict=True, names=True) if found else []
    own = _without_time(sentences[0])
    acting = _GOES_ON.match(own[:1].upper() + own[1:])
    if acting is None or _NOBODY.search(acting["who"]):
        return [], []
    alone = bool(acting["the"]) or acting["who"] in bodies.names or " " in acting["who"]
    return _codes(acting["who"], bodies, strict=True, names=alone), []


def _without_time(sentence: str) -> str:
    """A sentence without the time that it begins with: "By May 2027 the Board will"."""
    first = next(iter(find_english_times(sentence[:160], Reference())), None)
    if first is None or not _LED_BY_TIME.fullmatch(sentence, 0, first.start):
        return sentence
    return re.sub(r"^\s*(?:onwards?\b)?[\s,]*", "", sentence[first.end :])


# Who leads, in a list of bodies.
_MARKED = re.compile(r"([^,;/()]+?)\s*\((?:co-)?leads?\)\s*[,;/]?\s*", re.IGNORECASE)


def read_owner_list(text: str, bodies: Bodies, cell: bool = False) -> Named:
    """The organisations of a ``cell`` of owners or of a heading: 「◎A省、B省」, ``OMB, GSA``."""
    text = _FOR_ALL.sub("", text)
    if not text:
        return Named((), ())
    if not is_latin(text) and not text.isascii():
        return names_only(text, bodies.registry)
    if marked := _MARKED.findall(text):
        # "Environment Agency (lead), Natural England": the others help.
        text = f"{', '.join(marked)} with {_MARKED.sub('', text)}"
    lead = _LEADS.search(text)
    support = re.search(rf"\b{_WITH}\b|\bsupport\w*:?", text, re.IGNORECASE)
    head = lead.group(1) if lead else text[: support.start()] if support else text
    owners = _codes(head, bodies, cell=cell)
    partners = _codes(text[support.end() :], bodies, cell=cell) if support else []
    left = [code for code in dict.fromkeys(partners) if code not in owners]
    return Named(others_last(owners), tuple(left), bool(owners))


def _codes(
    listed: str, bodies: Bodies, strict: bool = False, names: bool = False, cell: bool = False
) -> list[str]:
    """The codes of a list; with ``strict`` nothing but organisations may stand in it, known ones,
    abbreviations, bodies of a kind and, with ``names``, whatever is written as a name. In a
    ``cell`` stands whoever acts, however called."""
    known = {name.casefold(): code for code, name in bodies.coined.items()}
    known |= {name.casefold(): code for name, code in bodies.registry.items()}
    found: list[str] = []
    new: dict[str, str] = {}
    whole = listed.strip(" .*")
    pieces = [whole] if whole.casefold() in known else _pieces(whole, known)
    for piece in filter(
        lambda p: not NOBODY.fullmatch(p),
        (re.sub(r"^(?:the|a)\s+", "", p.strip(" .*()"), flags=re.I) for p in pieces),
    ):
        code = known.get(piece.casefold())
        named = _NAMED.match(piece + (")" if piece.count("(") > piece.count(")") else ""))
        if code is None and _ETC.search(piece):
            code = OTHERS
        elif code is None and named:
            code = known.get(named.group(1).casefold()) or known.get(named.group(2).casefold())
            if code is None:
                code = named.group(2)
                new[code] = named.group(1)
        elif code is None and _ACRONYM.match(piece):
            code = piece
            new[code] = bodies.coined.get(piece, piece)
        elif code is None and (
            not strict
            or _NUMBERED.match(piece)
            or _of_a_kind(piece, whole)
            or (names and not _NO_NAME.match(piece))
        ):
            code = _coin(piece, {**bodies.coined, **new})
            if not code and (_KIND.match(piece) or (cell and _CALLED.match(piece))):
                code = "_".join(re.findall(r"[\w&]+", piece[:1].upper() + piece[1:]))
            if code:
                new[code] = piece
        if code is None or not code:
            if strict:
                return []
            continue
        found.append(code)
    if found == [OTHERS] and strict:
        return []
    bodies.coined.update(new)
    return list(dict.fromkeys(found))


def _of_a_kind(piece: str, listed: str) -> bool:
    """Whether a piece of a list is bodies of a kind, and the list is no words of a sentence."""
    return _KIND.match(piece) is not None and listed[:1].isupper()


def _pieces(listed: str, known: Mapping[str, str]) -> list[str]:
    """The names of a list; an "and" inside a name joins nothing."""
    found: list[str] = []
    joins = [match.group() for match in _PIECES.finditer(listed)]
    for join, piece in zip(["", *joins], _PIECES.split(listed), strict=True):
        own = piece.casefold() in known or _ACRONYM.match(piece) or re.search(BODY, piece, re.I)
        joined = found and join.strip() in ("and", "&")
        small = joined and _KIND.match(piece) and _LEVEL.fullmatch(found[-1].strip())
        if small or (joined and _OF.search(found[-1]) and not own):
            found[-1] += join + piece
        else:
            found.append(piece)
    return found


def _coin(name: str, taken: Mapping[str, str]) -> str:
    """A code for a name: its words, of three and more their first letters where no other has
    those; "" where it is no name."""
    words = [word for word in re.split(r"[\s-]+", name) if word and word.lower() not in _SMALL]
    numbered = words[-1:] if _NUMBERED.match(name) else []
    if not words or len(words) > 9:
        return ""
    if not all(word[0].isupper() for word in words if word not in numbered):
        return ""
    if not all(re.sub(r"['’.]", "", word).isalnum() for word in words):
        return ""
    if len(words) == 1:
        return words[0].upper()[:12]
    short = "".join(word[0] for word in words)
    if len(words) > 2 and taken.get(short, name) in (name, short):
        return short
    return "_".join(re.sub(r"\W", "", word) for word in words)


def _defines(before: str, bracket: str) -> bool:
    """Whether a bracket abbreviates the words before it: Space Launch System (SLS)."""
    letters = [c for c in bracket if c.isupper()]
    words = [w for w in re.split(r"[\s-]+", before.strip()) if w and w.lower() not in _SMALL]
    initials = "".join(word[0] for word in words[-len(letters) :]).upper()
    return "," not in bracket and bool(letters) and initials == "".join(letters)
