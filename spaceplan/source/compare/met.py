"""Whether a reported result tells of the end of what was promised, and not of a step or a failure.

Better no claim than a wrong one: what a result leaves open is not met.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spaceplan.source.compare.amounts import WORDS, amounts, falls_short, keeps_up
from spaceplan.source.compare.item import Part
from spaceplan.source.compare.names import stem
from spaceplan.source.compare.weaker import verb_of
from spaceplan.source.read.tense import AIMED, DECIDED, FORETOLD, TO_DO, tense
from spaceplan.source.read.text import is_latin, normalise

_BRACKETS = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")
# 「遅れたものの、公表した」: what is conceded does not count, in whichever order it stands.
_CONCEDED = re.compile(
    r"^.*?(?:ものの|にもかかわらず|けれども?|[たるい]が)、|"
    r"^(?:Although|Though|Despite|After|While|Following)\b[^,]*,\s*|"
    r",\s*(?:[\w-]+\s){0,4}(?:later|earlier|behind) (?:than|schedule)[^,.;]*"
)
_NOT = re.compile(
    "なかった|[てで](?:いない|おらず|いません|ない)|(?:至ら|間に合わ|達せ|達さ|得られ|行え|進ま|及ば|でき|足り|満た)(?:ず|ない)|"
    "とどま[っり]|留ま[っり]|失敗|遅れ|遅延|延期|中止|中断|休止|見送|未達|未定|未了|断念|取りやめ|取り止め|撤回|不調|"
    "難航|難しく|困難|横ばい|喪失|失っ|下回|先送り|後ろ倒し|繰り?下げ|ずれ込|いまだ|依然|限られ|"
    # Another time was set.
    "(?:時期|期日|期限|予定|日程|工程|目標年度?)(?:を|は|が)[^、。]{0,14}(?:変更|見直|改め|修正|設定し直|とな)|"
    "(?:[上下]げ|開始|完[成了]|終了|[開完施改]業|[開閉]通|稼働|供用|運用|公[表開布]|実施|導入|[就開]航|開[設所校館催]|施行|[着竣]工|移行|提出|引渡し)"
    "[をはが][^、。]{0,12}[0-9](?:年度?|月)[^、。0-9]{0,3}[にへ](?:変更|見直|改め|修正)|"
    r"\b(?:not(?! only)|n[o’']t|cannot|never|none|neither|nor|failed|fails?|failure|delay(?:ed|s)?|"
    r"postponed|cancelled|canceled|abandoned|suspended|halted|paused|refused|rejected|withdrawn|"
    r"withdrew|fell short|short of|behind|no longer|slipped|stalled|lost|lapsed|deferred|missed|"
    r"unable|outstanding|still|yet|awaiting|pending|remains?|unlikely|rescheduled|"
    r"(?:put|pushed|set|moved) (?:back|off)|held up|(?:now|currently) (?:due|expected|foreseen))\b|"
    r"(?:^|[,;.]\s|\band |\bbut )no(?!\s(?:later|fewer|less|more)\b)\s",
    re.IGNORECASE,
)
_PARTLY = re.compile(
    "部分的|一部(?!改正|を改正)|先行的|先行して|途中|中間|のみ|だけ|概ね|おおむね|引き続き|なお|順次|"
    "うち[^、。]{0,6}[0-9]|のうち|残る|残り|"
    r"\b(?:only|partial\w*|partly|so far|some of|interim|half of|most of|(?:the )?first of|"
    r"a number of|several of|remaining|^(?:the|an?|its) first\b|nearly|almost|"
    rf"(?:[0-9]+|{'|'.join(WORDS)}) (?:out )?of (?:the|all|its|their|[0-9]+|{'|'.join(WORDS)}))\b",
    re.IGNORECASE,
)
# A share of what was to be all.
_ALL = re.compile(
    r"全て|すべて|全国(?!の?[0-9])|全(?![国体般面長力額文期身])[一-龯0-9]|\b(?:all|every|each|entire)\b",
    re.IGNORECASE,
)
_SHARE = re.compile("[0-9]割|(?<!10)[0-9]%")
_SHARE_OF = re.compile(r"[0-9]割[ので]|(?<!10)[0-9]%(?:[ので]|\sof\b)")
# Work on something, and what goes before it.
_STEP = re.compile(
    "着手|着工|起工|公募|募集|入札|契約|調達|選定|採択|設計|試作|製造|申請|準備|調整|協議|議論|検討|調査|研究|試験|実証|"
    "ヒアリング|審査|(?:意見|情報)交換|説明会|部会|検討会|委員会|協議会|審議会|会合|了承|モデル事業|周知|計画|方針|構想|素案|骨子|案|論点|課題"
)
_BEGINS = re.compile(
    "(?:着手|着工|起工)(?:し|した|済み)?$|"
    "(?:調査|研究|試験|実証|検討|協議|議論|調整|設計|準備|工事|建設|製造|改修|作業|手続き?|募集|公募|整備|開発)"
    "(?:を(?:開始し|始め)|に入[りっ]|が(?:開始され|始ま[りっ]))た?$"
)
_USED = re.compile("[0-9].*(?:超え|達し|登録|応募|参加|利用|寄せ|あ[りっ])")
# The step is all that its clause tells of: 「契約を締結し」, 「実施計画を取りまとめ」.
_IS_STEP = re.compile(
    rf"(?:{_STEP.pattern})(?:書|手続き?|作業|業務|会合?|会議|事業|室|的?な?|(?<=試験)[一-龯]{{2}}|(?<=実証)[一-龯]{{2}})?(?:等|など)?(?!におい|により)"
    r"(?:[をにがへの](?:[^、はがをに]{0,8}[をに])?[^、をにがはで]{0,12})?"
    r"(?:し|した|され|された|してい\w|する.*|入|行[いっ].*|進.*|重ね.*|始.*|得.*|示.*|定め.*|まとめ.*|結.*|開.*)?$"
)
_WENT_ON = re.compile(
    "(?:進め|進ん|進展し|推進し|取り組ん|取組ん|努め|図っ|図られ|準備し|調整し|検討し|続け|継続し|前進し|広がっ|高まっ|加速し)"
    "(?:た|だ|ている|でいる|ており|でおり)$"
)
# A step towards none, or all.
_MOVED = re.compile("(?:減少し|減っ|低下し|改善し|向上し|増加し|増え|縮小し|伸び)(?:た|ている)?$")
# Work on the thing itself that is not over, and what is still ahead.
_STILL = re.compile("(?:工事|建造|建設|整備|製造|開発|製作|施工)を(?:進め|行[いっ]|続け)[てる].*$")
_TOWARDS = re.compile("[一-龯]{2}(?=す|し|を|さ)")
_DRAFT = re.compile("骨子|素案|(?:改訂|改正|改定|計画|中間)案")
_PREDICATE = re.compile(
    "(?:[一-龯ァ-ヴー](?:し|され|させ|した|された|する)|[いきしちにびみりえけげせてねべめれぎじ]|った|いた|いだ|んだ|[えけげせてねべめれ一-龯]た|"
    "て(?:いる|おり)|で(?:いる|おり)|とともに|ほか|中|実施|開催|完了|終了|開始|公表|締結|採択|[たるい]が|ものの)$"
)
# 「甲について」 has no verb.
_ADVERBIAL = re.compile(
    "(?:につい|におい|とし|に関し|に対し|を?通じ|に向け|に基づき|踏まえ|に伴い|により|に応じ|に際し|含め|はじめ|に加え|を受け|"
    "とおり|にわたり|目指し|にかけ|連携し|協力し|活用し|利用し|用い|対象と?し|考慮し|念頭に?置き)て?$"
)
# Another sentence of what goes on beside it: 「麦については審査が続いている」.
_ELSE = re.compile(
    "^(?!現在|今後|なお|また|同|本|これ|その)[^、]{1,20}(?:は|も)(?:、)?.*(?:[てで]いる|中(?:である)?)$|"
    r"^(?!It|They|This|These|The same)[A-Z].*\b(?:(?:is|are) (?:under ?way|being|in progress|"
    r"continuing|ongoing|\w+ing)|continues?)\b"
)
# What ends work that only goes on.
_ENDS = re.compile(
    "完了|終了|終え|終わ|確立|移行|移管|決定|決め|定め|表明|締結|帰還|設置|設立|発足|成立|廃止|取りまとめ|とりまとめ|まとめ|公表|"
    "報告|策定|稼働|供用|整え|整備し|制定|達成|実現|反映"
)
# What merely goes on is not over because something was done.
_GOES_ON = re.compile(
    "継続|維持|推進|促進|図る|図り|図って|努め|引き続き|進める|進めて|取り組|強化|充実|目指す|ていく|つなげ|高め|配慮|着実|検討|議論|協議"
)
_GOES_ON_FIRST = re.compile(
    "(?:進める|図る|推進する|取り組む|促進する|強化する|実施する)と(?:とも|共)に|引き続き|継続して"
)
# To watch has no end.
_WATCHES = re.compile("注視|見守|(?:状況|動向|情勢)を(?:把握|注意)")
# 「2026年度の就航を目指し」: that is what was promised, whatever is done for it.
_AIMED = re.compile(
    "[0-9](?:年度?|月)[^、。]{0,16}?([一-龯]{2}|打ち?上げ)(?:を目指|[にへ]向け(?!た))"
)
_NAMED = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*"
_JOINED = re.compile(rf"(?<=[a-z] ){_NAMED}(?:, {_NAMED})*,? and {_NAMED}(?! (?:will|shall|to)\b)")
_VAGUE = re.compile("(施策|取組|措置|対策|対応|方策|活動|支援)等?[をの][^、。]{0,12}(?:行|講|実施)")
_AND_MORE = re.compile("等を(?:行[いっ]|実施し)")
_GOING_ON = re.compile("中(?:である)?$")
_GOES_ON_LATIN = frozenset(
    re.findall(
        "[a-z]+",
        """continue maintain promote keep support encourage strengthen ensure work improve enhance
        expand foster advance""",
    )
)
_LAST_WORDS, _END = 12, 8

_BEGUN = re.compile(
    r"\b(?:began|begun|started|commenced|got under ?way|under ?way|in progress|initiated|being|"
    r"invited|tendered|shortlisted|drafted|proposed|planned|scheduled|in preparation)\b"
)
_STEP_LATIN = re.compile(
    r"\b(?:contracts?|tenders?|procurement|bids?|consultations?|drafts?|designs?|plans?|planning|"
    r"discussions?|talks|negotiations?|prototypes?|pilots?|trials?|feasibility|scoping|"
    r"applications?|preparations?|proposals?|business case|options?|calls? for|surveys?|studies|"
    r"study|working group|road ?map|suppliers?|bills?|panels?|interviews?|sites?|permits?|"
    r"fieldwork|reviews?|workshops?|stone|laws?|decrees?|in principle)\b",
    re.IGNORECASE,
)
# What says that something is there now; of another verb than the promised one nothing is said.
_EVIDENCE = re.compile(
    r"\b(?:publish\w*|issu(?:ed|es)|releas\w*|c[ao]me (?:out|into)|launched|opened|open|live|"
    r"completed?|finished|concluded|installed|replac\w+|signed|adopted|in (?:force|use|place)|"
    r"t(?:ook|aken) (?:effect|office|its|part|place)|entered|us(?:ed?|ing)|available|online|"
    r"founded|set up|established|gazetted|appeared|designated|became|shut|deposited|appointed|"
    r"restored|trained|reach\w*|covers?|assent|endorsed|awarded|commissioned|delivered|"
    r"attended|accepted|deployed|built|enacted|introduced|connected|equipped|exceed\w*|submitted|"
    r"laid|gone|put in(?:to)?|ended|closed|recommended|achieved|feed\w*|selected|received|"
    r"began|begun|started|commenced|operat\w+|serv(?:es?|ing)|runs|fell|rose|grew|increased|able|"
    # It is in use.
    r"can (?:now )?(?!be\b|only\b|still\b)\w+|"
    r"(?:has|have) (?!been (?:\w+ing|in|under|considered|discussed|planned|negotiated|studied)\b)"
    r"[^,;]*\bsince (?:[0-9]+|[A-Z][a-z]+ [0-9]+|early|mid|late))\b",
    re.IGNORECASE,
)
_FINITE = re.compile(r"\b(?:was|were|has|have|had|is|are|began|started|took|went|came|closed)\b")
_GAVE = re.compile(
    r"\b(?:awarded|let|signed|issued|invited|launched|opened|published|held|drafted|prepared|"
    r"agreed|completed|finished|commissioned|drew up|ran|started|began|carried out|conducted)\s+"
    r"(?:(?:the|an?|its|their|of|on)\s+)?(?P<object>(?:[\w-]+\s+){0,2}?[\w-]+)(?=\s+(?:for|of|on|"
    r"with|in|to|at|and|from|by)\b|[,.;]|$)"
)
_SAME_LATIN = {"pilot": "trial", "trial": "pilot", "test": "trial"}


def is_met(part: Part, told: str) -> bool:
    """Whether a result tells of the end of a part."""
    if tense(told) in (TO_DO, FORETOLD, AIMED, DECIDED):
        return False
    latin = is_latin(told)
    text = _plain(told)
    aim = part.text if is_latin(part.text) else normalise(part.text)
    mains = [_CONCEDED.sub("", sentence) for sentence in sentences_of(text)]
    if (
        any(map(_NOT.search, mains))
        or any(map(_ELSE.search, mains[1:]))
        or _partly(aim, " ".join(mains))
    ):
        return False
    if part.reading[0] == "recurring":
        return keeps_up(part.text, " ".join(mains))
    if falls_short(part.text, told if len(mains) == 1 else " ".join(mains)):
        return False
    return _met_english(part, mains) if latin else _met_japanese(part, aim, mains)


def fails(clause: str) -> bool:
    """Whether a clause says that something did not come about."""
    return _NOT.search(_CONCEDED.sub("", clause)) is not None


def _plain(told: str) -> str:
    return _BRACKETS.sub("", told if is_latin(told) else normalise(told))


def sentences_of(text: str) -> list[str]:
    """The sentences of a result."""
    stop = r"(?<=[.;!?])\s+" if is_latin(text) else "。"
    return [sentence.strip() for sentence in re.split(stop, text) if sentence.strip()]


def _partly(aim: str, told: str) -> bool:
    partly = _PARTLY.search(told)
    if partly and not _within(partly.group(), aim):
        return True
    # A share of what was promised whole.
    if _SHARE_OF.search(told) and not any("%" in one.units for one in amounts(aim)):
        return True
    if _names_some(aim, told):
        return True
    if not _ALL.search(aim):
        return False
    return bool(_SHARE.search(told)) or not _ALL.search(told)


def _names_some(aim: str, told: str) -> bool:
    """Whether of several names that an aim joins a result has some and not all."""
    for match in _JOINED.finditer(aim):
        names = [one.strip() for one in re.split(r",\s*(?:and\s)?|\sand\s", match.group())]
        if 0 < sum(name in told for name in names) < len(names):
            return True
    return False


def _within(words: str, aim: str) -> bool:
    return words.lower() in aim.lower() or ("first" in words.lower() and "first" in aim.lower())


def _met_japanese(part: Part, aim: str, mains: list[str]) -> bool:
    ends = [clause for main in mains for clause in clauses_of(main)]
    clauses = [clause.rpartition("、")[2] for clause in ends if _has_verb(clause)]
    if not clauses:
        return bool(part.reading[1])
    if not part.reading[1] and _WATCHES.search(aim):
        return False
    if not part.reading[1] and _goes_on(aim):
        # How many made use of it is no work.
        last = [clause for clause in clauses if not _USED.search(clause)][-1:]
        return any(
            _ENDS.search(clause[-_END:])
            and not _AND_MORE.search(clause[-_END:])
            and not _is_step(clause, part, aim)
            for clause in last
        )
    tail = _TOWARDS.findall(aim)[-1:]
    if _STILL.search(clauses[-1]) or _only_goes_on(clauses, tail) or _misses(part, aim, clauses):
        return False
    if any(re.search(f"{verb}に(?:向け|必要な)", main) for verb in tail for main in mains):
        return False
    counted = any(one.value > 1 and one.units for one in amounts(aim))
    return any(
        not _WENT_ON.search(clause)
        and not (_MOVED.search(clause) and not counted)
        and not _is_step(clause, part, aim)
        for clause in clauses
    )


def _only_goes_on(clauses: list[str], verb: list[str]) -> bool:
    """Whether work goes on, and the promised verb is told of nothing."""
    over = [clause for clause in clauses if not _GOING_ON.search(clause)]
    return over != clauses and not any(one in clause for one in verb for clause in over)


def _misses(part: Part, aim: str, clauses: list[str]) -> bool:
    """Whether of what a dated aim is aimed at only steps are told, or another thing where the aim
    does not say what is done."""
    vague = _VAGUE.search(aim[-2 * _LAST_WORDS :]) if part.reading[1] else None
    if vague and vague.group(1) not in "".join(clauses):
        return True
    aimed = [one.replace("ち", "")[:2] for one in _AIMED.findall(aim) if part.reading[1]]
    told = "".join(clauses).replace("打ち上", "打上")
    steps = any(_is_step(clause, part, aim) for clause in clauses)
    return bool(aimed) and steps and not any(one in told for one in aimed)


def clauses_of(sentence: str) -> Iterator[str]:
    """The clauses of a Japanese sentence, each to its verb; what has none is the last one's."""
    words: list[str] = []
    for piece in sentence.split("、"):
        words.append(piece)
        if _has_verb(piece):
            yield "、".join(words)
            words = []
    if words:
        yield "、".join(words)


def _has_verb(clause: str) -> bool:
    return _PREDICATE.search(clause) is not None and not _ADVERBIAL.search(clause)


def _is_step(clause: str, part: Part, aim: str) -> bool:
    begins = part.reading[0] == "start" or re.search("着手|着工|開始|始め", aim)
    if not begins and _BEGINS.search(clause):
        return True
    draft = _DRAFT.search(clause)
    if draft and not _promised(draft.group(), aim):
        return True
    found = _IS_STEP.search(clause)
    if found is None:
        return False
    step = _STEP.match(found.group())
    return step is not None and not _promised(step.group(), aim)


def _promised(step: str, aim: str) -> bool:
    # To demonstrate is to test; a test vehicle is none.
    same = "試験|実証" if step in ("試験", "実証") else step
    return re.search(f"(?:{same})(?![機艇炉場船車体員者])", aim) is not None


def _goes_on(aim: str) -> bool:
    tails = [one[-_LAST_WORDS:] for one in _BRACKETS.sub("", aim).split("。")]
    return (
        any(_GOES_ON.search(tail) or _VAGUE.search(tail) for tail in tails)
        or _GOES_ON_FIRST.search(aim) is not None
    )


def _met_english(part: Part, mains: list[str]) -> bool:
    if not part.reading[1] and verb_of(part.text) in _GOES_ON_LATIN:
        return False
    verb = re.compile(rf"\b{re.escape(stem(verb_of(part.text)))}", re.IGNORECASE)
    return any(
        (verb.search(main) or _EVIDENCE.search(main)) and not _english_step(main, part.text)
        for main in mains
    )


def _english_step(main: str, aim: str) -> bool:
    promised = {stem(word) for word in re.findall("[A-Za-z]+", aim.lower())}
    promised |= {_SAME_LATIN[word] for word in promised & _SAME_LATIN.keys()}
    begun = _BEGUN.search(main)
    if begun and not promised & {
        "begin",
        "start",
        "commenc",
        "initiat",
        "launch",
        stem(begun.group()),
    }:
        return True
    finite = _FINITE.search(main)
    subject = (
        re.split(r"\b(?:for|of|on|with|to|in)\b|,", main[: finite.start()])[0] if finite else ""
    )
    gave = _GAVE.search(main)
    for words in (subject, gave["object"] if gave else ""):
        for step in _STEP_LATIN.findall(words):
            if not promised & {stem(word) for word in step.lower().split()}:
                return True
    return False
