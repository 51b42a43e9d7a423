"""Short titles from an English item's own words: its verb and its thing, without time and owner."""

from __future__ import annotations

import re

from spaceplan.source.draft.english_owners import BODY, HAPPENS, SUBJECT, TOGETHER, own_clause
from spaceplan.source.draft.english_times import find_english_times
from spaceplan.source.draft.time_words import Reference
from spaceplan.source.read.fields import WHO

LONGEST = 90
# What stands before a purpose or an aside may say too little: "Revise the manual so that".
_LEAST = 40
# An aside between a verb and its thing: "Consider, together with the ports, a fund".
_BETWEEN = re.compile(
    r"^([A-Z][a-z]+)(?:,|(?=\s(?:using|drawing|building|together|working|based)\b))\s[^,;.]{3,90},\s"
    r"(?=(?:an?|the|its|their|all|one|two|how|whether|new)\b)"
)
# How or with whom, before the verb: "Working with the ports, bring".
_AT_HEAD = re.compile(
    r"^(?:Working|Building\s+on|Drawing\s+on|Acting|Using|Following|Together|Alongside|Jointly|"
    r"In\s+(?:partnership|consultation|cooperation|collaboration|coordination))\b[^.;:]{3,160}?,\s+"
    r"(?=[a-z]{3,}\s)(?!(?:and|or|with|for|from|including|which|who|whose|as|the|its|their|such|"
    r"will|shall|must|should|is|are|has|have|can|may)\b)"
)
_LABEL = 3
# "Coast Office: We will", "GSA: GSA will": the label says again who acts.
_LABELLED = re.compile(
    r"(?P<who>[A-Z][^.;:]{1,60}):\s+(?=(?:(?:The\s+)?(?P=who)|We|[^.;:]{0,60}\bwe)\s)"
)
# The number of a table's row: "1.1 Link the registers".
_NUMBER = re.compile(r"^[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}[.:)]?\s+(?=[A-Z])")
_PREPOSITION = re.compile(
    r"[\s,(]*\b(?:(?:by\s+)?not?\s+later\s+than|(?:on|by|at)\s+or\s+before|at\s+the\s+latest(?:\s+(?:by|in|on))?|"
    r"by|in|during|on|over|before|until|through|throughout|prior\s+to|"
    r"(?:starting|beginning|commencing)(?:\s+(?:in|on|with|from|by))?|effective|from|within|due|for|between|"
    r"target(?:\s+date)?:?)?\s*(?:the\s+)?$",
    re.IGNORECASE,
)
_LEAD = re.compile(rf"\s*\(?\b(?:{'|'.join(WHO.values())})\s*:[^.;]*[.;]?", re.IGNORECASE)
_RESPECTIVELY = re.compile(r"(?:\s*,|\s+and\b)*,?\s+respectively\b")
_BRACKETED = re.compile(r"\s*\[[^\[\]]{2,120}\]\W*$")
_TRAILING = re.compile(r",?\s+(?:and|or|then)$|,\s+(?:the\s+)?first$")
_EDGE = " ,.;:–—-("
_OF_WHICH = re.compile(r",\s+of\s+which\b[^.;]*")
_ATTRIBUTE = re.compile(r"(?:an?\s|annual$)", re.IGNORECASE)
_LATEST = re.compile(r"\s*,?\s*at\s+the\s+latest\b")
_EVENT = re.compile(r"\s*(?:its|the|their|this|such)?\b[^,.;]{0,80}")
_CODES = re.compile(r"\s*\([A-Z][A-Za-z0-9&-]{1,11}(?:,\s*[A-Z][A-Za-z0-9&-]{1,11})*\)\.?$")
# What a thing does, and who is no thing: a name, or a word for a body.
_MOVES = re.compile(
    r"(?:also\s+)?[a-z]+\s+(?:on\s?to|in\s?to|to|on|in|at|from|with|under|across)\b"
)
_ACTS = re.compile(
    rf"\b(?:we|they|it|partners|agencies|departments)\b|{BODY}|(?<=.)(?-i:\b[A-Z])", re.I
)
# Where a long title may end: what follows says how or why.
_END = re.compile(
    r"(?:;|,?\s+(?:in\s+order\s+to|so\s+that|to\s+ensure|including|such\s+as|which|while|as\s+well\s+as|"
    rf"{TOGETHER})\b|\.\s|:\s|"
    # A comma, but not that of a list: "at A, B and C".
    r",\s(?!(?:[^,;.]{1,40},\s){0,6}[^,;.]{0,40}?\b(?:and|or)\s))"
)


def english_title(text: str, reference: Reference) -> str:
    """What an item is about: its first sentence without its times and who acts, whole words."""
    words = _NUMBER.sub("", re.sub(r"\s+", " ", text).strip())
    sentences = re.split(r"(?<=[.!?])\s+(?=[A-Z(])", _LEAD.sub("", words) or words)
    # "Freight. Move more goods by rail.": a label says too little.
    sentence = next((one for one in sentences if len(one.split()) > _LABEL), sentences[0])
    bare = _without_times(_OF_WHICH.sub("", own_clause(_LABELLED.sub("", sentence, 1))), reference)
    bare = _TRAILING.sub("", _RESPECTIVELY.sub("", _BRACKETED.sub("", bare)).strip(_EDGE))
    bare = _AT_HEAD.sub("", bare)
    bare = bare[:1].upper() + bare[1:]
    acting = SUBJECT.match(bare)
    # "A final report will say": the thing itself, and nobody who acts.
    if acting and not HAPPENS.match(bare, acting.end()) and acting["who"][:2] not in ("A ", "An"):
        deed = bare[acting.end() :].strip()
        # "Meet" alone says too little, and so does where a thing moves to.
        moved = _MOVES.match(deed) and not _ACTS.search(acting["who"])
        bare = deed if " " in deed and not moved else bare
    bare = _TRAILING.sub("", _CODES.sub("", bare).strip(_EDGE)) or sentence
    bare = _BETWEEN.sub(r"\1 ", bare)
    if len(bare) > LONGEST:
        end = next((m for m in _END.finditer(bare) if m.start() >= _LEAST), None)
        bare = bare[: end.start()] if end else bare
    return bare[:1].upper() + bare[1:]


def _without_times(sentence: str, reference: Reference) -> str:
    kept = ""
    position = 0
    for time in find_english_times(sentence, reference):
        before = sentence[position : time.start]
        head = _PREPOSITION.search(before)
        attribute = time.recurring and _ATTRIBUTE.match(time.text)
        kept += before[: head.start()] if head and not attribute else before
        position = time.end
        if attribute:
            # "An annual report" is called so.
            kept += time.text
        if time.after_event and (event := _EVENT.match(sentence, position)):
            position = event.end()
        if latest := _LATEST.match(sentence, position):
            position = latest.end()
        if sentence[position : position + 1] in (",", ")"):
            # "Publish, once a year, a report": the aside goes with both of its commas.
            if sentence[position] == ",":
                kept = re.sub(r"(?<=[a-z]),\s*$", "", kept)
            position += 1
    return (kept + sentence[position:]).replace(" ,", ",")
