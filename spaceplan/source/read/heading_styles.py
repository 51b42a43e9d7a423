"""The styles in which headings are numbered, outermost first, each said once.

What a number stands in or behind is its style: 第1章, 【論点1】, Goal 1, (1). How deep one with
stops stands, as 1.2.3, follows from how many it has.
"""

from __future__ import annotations

import re

from spaceplan.frozen import dataclass
from spaceplan.source.read.numbers import COUNT, KANA, number_of

_N = "(?P<n>[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_GAP = r"(?:\s*[.:、]\s*|\s+|(?=[^\x00-\x7fぁ-ん、。‐−–])|$)"
_TITLE = "(?P<title>.*)"
# What stands between a Latin number and its title.
_SIGN = r"[.:)–—-]+\s*"
# 基本戦略1, 行動目標2, 重点分野3: what a topic of a plan is called, whatever stands before it.
_LABEL = (
    "(?:[一-龯]{0,4}(?:論点|項目|施策|重点|課題|事項|柱|テーマ|分野|領域|戦略|取組|目標|方針|政策|対策|"
    "アクション|プロジェクト|プログラム|ミッション|パッケージ|ステージ|フェーズ|視点|アジェンダ))"
)
_DO = (
    "action|commitment|milestone|recommendation|task|deliverable|measure|initiative|activity|"
    "undertaking|intervention"
)
ITEMS = rf"(?:(?:{_DO}|item)s?|activities)"
"""What the items of a plan are called in English, as a pattern."""
_ENGLISH_LABEL = (
    r"(?i:strategic |priority |key )?"
    rf"(?P<word>(?i:{_DO}|goal|objective|strategy|priority|theme|topic|pillar|focus area|section|"
    r"part|chapter|line of effort|workstream|area|output|outcome|result))s?"
    r"(?i: item| area| step)?\s+"
)
# Behind the letter of its topic a number is one stop deeper: A1, A.1.
_DEEPEST = 3

# Of these one heading alone is telling.
STRONG = frozenset(("部", "章", "論点", "第", "節", "."))
# Those of lists, in Markdown, where no # stands before them.
LISTS = frozenset((".", ")"))
NEVER_TOPICS = frozenset(("ア", "イ", "i", "a"))
_LABELLED = "label:"
_DOTTED = "N" + ".M"


def _dotted(depth: int) -> tuple[str, str]:
    """1.2, Action 2.1: , A1. – the numbers of all that it stands in, and its own."""
    outer = r"(?:[0-9]{1,2}\.|[A-G][.-]?)" + r"(?:[0-9]{1,2}\.)" * (depth - 1)
    return (
        "N" + ".M" * depth,
        rf"(?:{_ENGLISH_LABEL})?{outer}(?P<n>[0-9]{{1,2}})(?![0-9]|\.[0-9])\s*(?:{_SIGN}|\s+)"
        r"(?P<title>[\"“(\[*]*[A-Z].*)",
    )


_STYLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.DOTALL))
    for name, pattern in (
        ("部", rf"第\s?{_N}\s?[部編]{_GAP}{_TITLE}"),
        ("章", rf"第\s?{_N}\s?章{_GAP}{_TITLE}"),
        ("論点", rf"[【\[〔<《]?{_LABEL}\s?{_N}\s?[】\]〕>》]?{_GAP}{_TITLE}"),
        (
            # Action 3, Goal B: , Pillar II – .
            _LABELLED,
            rf"{_ENGLISH_LABEL}(?P<n>[0-9]{{1,2}}(?![.0-9]*[0-9])|"
            rf"(?-i:[A-H]|[IVX]{{1,4}})(?=\s?[.:)–—-]|$))\s*(?:{_SIGN}|\s+|$){_TITLE}",
        ),
        ("I", rf"(?=[IVX])(?P<n>X{{0,2}}(?:IX|IV|V?I{{0,3}})){_GAP}{_TITLE}"),
        ("第", rf"第\s?{_N}(?![一-龯]?[部編章節項条回期次号四])(?:\s*[.:、]\s*|\s+){_TITLE}"),
        ("節", rf"第\s?{_N}\s?[節項]{_GAP}{_TITLE}"),
        (".", rf"(?P<n>[0-9](?:\s?[0-9])?)\s?[.:、](?![0-9])\s*{_TITLE}"),
        *(_dotted(depth) for depth in range(1, _DEEPEST + 1)),
        (
            "1-1",
            # 施策1-1, 【取組2-3】
            rf"(?:[【\[〔<《]?{_LABEL}\s?)?[0-9]{{1,2}}[-‐−–.](?P<n>[0-9]{{1,2}})(?![-‐−–.0-9])[】\]〕>》]?"
            rf"{_GAP}(?P<title>[^\x00-\x7f].*)",
        ),
        ("一", rf"(?P<n>[一二三四五六七八九十]{{1,3}})(?:\s*[.:、]\s*|\s+){_TITLE}"),
        (
            " ",
            r"(?P<n>[0-9]{1,2})\s+(?P<title>[^\x00-\x7f].*|[A-Z][A-Za-z, '’&-]{2,70}$)",
        ),
        ("[]", rf"[【\[〔<《]\s?{_N}\s?[】\]〕>》]\s*{_TITLE}"),
        ("()", rf"\(\s?(?P<n>{COUNT})\s?\)\s*{_TITLE}"),
        (")", rf"(?P<n>[0-9]{{1,2}})\)\s*{_TITLE}"),
        ("①", rf"(?P<n>[①-⑳])\s*{_TITLE}"),
        ("ア", rf"(?:\(?(?P<n>[{KANA}])(?:\)\s*|[.、]\s*|\s+)){_TITLE}"),
        ("イ", rf"(?P<n>[イロハニホヘト])(?:\)\s*|[.、]\s*|\s+){_TITLE}"),
        ("i", rf"\((?P<n>[ivx]{{1,4}})\)\s*{_TITLE}"),
        ("a", rf"\(?(?P<n>[a-z])[.)]\s*{_TITLE}"),
    )
)
_RANK = {name: rank for rank, (name, _) in enumerate(_STYLES)}
# Headings of a text in Markdown, and 【題】 alone: without numbers, taken where no style has any.
UNNUMBERED = ("#", "##", "###", "####", "【】", "**", "■")
# Of these one alone is telling; # alone is the document's title.
_ALONE = ("##", "###", "####")
# What leads an item in a list of them: "**Action 8.** We will", "A.3: We will"; no quarter is one.
_ITEM = rf"(?i:key |priority )?(?i:{_DO}|objective|priority|target)(?i: item)?\s"
_CODE = r"(?!(?:Q[1-4]|H[12]|[FC]Y))(?:[A-Z]{1,3}[.-]?)?[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}"
_LEADING = re.compile(
    rf"(?:(?P<bold>\*\*|__)(?:{_ITEM})?{_CODE}\s?[.:)–—-]?(?P=bold)\s?[.:)–—-]?|"
    # A name in bold, too: "**Action 2.1 – Training.** We will train …".
    rf"(?P<open>\*\*|__)(?:{_ITEM})?{_CODE}\s?[.:)–—-]*(?=\s[^*_]{{1,80}}(?P=open)\s+[A-Z](?:\S*\s+){{4}})|"
    rf"(?:{_ITEM}{_CODE}|(?=[A-Z][.-]?[0-9]){_CODE})\s?[.:)–—-])\s+(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """The number of a line: its ``style``, the number, as it is written, and what it numbers."""

    style: str
    number: int
    mark: str
    title: str


def read_mark(text: str) -> Mark | None:
    """The number that a line begins with; None where it begins with none."""
    for style, pattern in _STYLES:
        match = pattern.match(text)
        labelled = style == _LABELLED
        if match is None or not match["n"]:
            continue
        title = match["title"].strip()
        if not title and not (labelled or style in STRONG):
            continue
        number = number_of(match["n"].replace(" ", ""), style)
        # 「4.(2)①」 only says where in another document something belongs.
        if number and not (style == "." and re.match(r"\([0-9]{1,2}\)", title)):
            name = _LABELLED + match["word"].lower() if labelled else style
            return Mark(name, number, text[: match.start("title")].strip(), title)
    return None


def rank_of(style: str) -> int:
    """How far outside a style stands: the outermost has the lowest."""
    if style in UNNUMBERED:
        return len(_STYLES) + UNNUMBERED.index(style)
    return _RANK[_LABELLED if is_labelled(style) else style]


def is_labelled(style: str) -> bool:
    """Whether a word says what is numbered: Action 3. It heads topics, whatever stands around."""
    return style.startswith(_LABELLED)


def is_dotted(style: str) -> bool:
    """Whether numbers say all that they stand in: 1.2, A.1."""
    return style.startswith(_DOTTED)


def is_strong(style: str) -> bool:
    """Whether a style's mark alone tells that it numbers something, though others are left out."""
    return is_labelled(style) or style in STRONG


def is_telling_alone(style: str) -> bool:
    """Whether one heading of a style tells that it heads topics."""
    return is_strong(style) or style in _ALONE


def label_of(text: str) -> str:
    """The label that leads an item's words: "Action 8." of "Action 8. We will"; "" for none."""
    match = _LEADING.match(text)
    return match.group() if match else ""


def leads_in_bold(text: str) -> bool:
    """Whether a line begins with a label in bold, and goes on with words that are not."""
    match = _LEADING.match(text)
    return match is not None and bool(match["bold"] or match["open"])
