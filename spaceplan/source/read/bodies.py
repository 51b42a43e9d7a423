"""Bodies as Japanese documents name them where only they stand: in brackets, columns, headings.

「（農政課、教育委員会生涯学習課）」, 「［農林水産省、道］」, 「担当：総務課／協力：自治会」. A list
tells of bodies by a label, by the mark of who leads (◎), or by a name that nothing else has.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from spaceplan.frozen import dataclass
from spaceplan.source.read.text import squeeze

# No name is longer.
_LONGEST = 60
# Stands in a list for those without a name: 等, 関係府省, 庁内各課.
ETC = "等"

# A name that ends so is a body's, whatever stands around it.
_MINISTRY = "(?<!省)[省庁]|内閣府|官房|機構|研究所|委員会"
_FIELD = (
    "(?:総務|企画|政策|財政|財務|税務|経理|人事|市民|県民|住民|生活|環境|福祉|保健|健康|医療|看護|薬剤|診療|こども|"
    "教育|文化|観光|商工|労働|産業|経済|営業|農林|農政|水産|森林|土木|建設|建築|住宅|施設|設備|工務|車両|運輸|港湾|"
    "交通|水道|企業|消防|警備|保安|防災|安全|危機管理|情報|広報|国際|振興|推進|整備|管理|事務|業務|技術|開発|"
    "青年|女性|総合通信)"
)
ENDINGS = (
    "課|本部|協会|協議会|中央会|連盟|連合会?|組合|公社|公団|公庫|[企事]業団|"
    "[総科環海技中]研|信用金庫|銀行"
)
"""How offices and associations end, with something before it, as a pattern."""
OFFICE = (
    f"{_FIELD}[局部]|(?:企画|政策|推進|戦略|対策|広報|秘書|監査|振興|支援|改革|防災|危機管理)室|会議所|"
    "(?:県|都|道|府)警|警察署?|消防[署団]|教委|気象台|保健所|農協|[漁農]連|漁協|土地改良区|赤十字社|"
    "(?:医師|薬剤師|商工|自治|町内|(?<!協)議)会"
)
"""Those that end so and may be nothing more, as a pattern."""
COMPANY = (
    "(?:(?:株式|有限|合同)会社|[一-龯]{0,8}法人)[ぁ-ん]{0,4}[一-龯々ァ-ヴーA-Za-z]{2,16}|"
    "[一-龯々ァ-ヴーA-Za-z]{2,16}(?:株式|有限|合同)会社"
)
"""How companies and foundations are named, as a pattern."""
# Others end so too: 基地局, 内部, 教室, 病院, 市.
_WEAK = (
    "局|部|室|院|署|係|班|科|団|社|会|館|所|場|校|園|隊|センター|チーム|グループ|事業体|各社|部門|大学|大学校|病院|銀行|財団|法人|"
    "[国都道府県市区町村]|地方公共団体|自治体|団体|事業者|管理者|所有者|企業|農業者|漁業者|民間|住民|市民|県民|大学等"
)
# What ends like a body and is none.
_NO_BODY = re.compile(
    "(?:.*(?:基地|放送|無線|送信|受信|管制|地上|地球|追跡|観測|中継|監視)局|.*[内外全一上下深細心央端岸間底軸]部|"
    "[教温寝浴]室|.*(?:都市|朝市|地区|学区|工区|街区|県道|市道|国道|歩道|鉄道|林道|農道|車道|報道|社会|機会|大会|"
    "会場|市場|工場|現場|農場|漁場|立場|駐車場|場所|箇所|か所|カ所|ヶ所|役所|住所|拠点|今日|公園|庭園))$"
)
_PLACE_LIKE = re.compile(
    "(?!市町村$|市区町村$|都道府県$).+(?:[都道府県市区町村館所場校園]|病院|大学|センター)"
)
_LATIN = "[A-Z][A-Za-z-]{1,11}"
_NAME = "[一-龯々〇ァ-ヴーA-Za-z0-9ぁ-ん&.-]"
_SURE_NAME = re.compile(
    f"{_NAME}{{1,24}}?(?:{_MINISTRY}|{ENDINGS})|{_NAME}{{0,24}}?(?:{OFFICE})|{COMPANY}"
)
_NAMED = re.compile(
    f"(?:{_NAME}{{0,24}}?(?:{_MINISTRY}|{ENDINGS}|{OFFICE}|{_WEAK})|{COMPANY}|{_LATIN}(?:[一-龯ァ-ヴー]{{2,10}})?)"
)
# What only a label or its neighbours tell to be a body: 東京電力, 小学校長会.
_ANY_NOUN = re.compile(r"(?![0-9])[一-龯々〇ァ-ヴーA-Za-z0-9ぁ-ん&.\-・]{2,24}(?:\([^()]{1,20}\))?")
_NO_NAME = re.compile(
    "(?<![第0-9])[0-9]|年度|再掲|参照|除く|含む|別表|を|(?<=[一-龯ァ-ヴーA-Za-z])(?:[はへ]|が(?![いん]))|[にでたてるすくいも]$"
)
_REMARK = re.compile(
    f"{_NO_NAME.pattern}|[0-9]|の|新規|継続|拡充|拡大|重点|検討|予定|調整|仮称|未定|該当|なし|以上|以内|"
    "毎年|随時|毎月"
)
# 「(独)情報処理推進機構」, 「みなとガス(株)」: in a list a mark that tells of a body, and no name.
_LEGAL = re.compile(
    r"\((?:株|有|合|財|社|独|地独|国研|[公一][財社]|社福|特非|学|医|NPO)\)|(?:特定非営利活動|NPO)法人"
)
_BODY_MARK = "\ue000"
# 「関係府省」, 「庁内各課」 and their kin stand for others without a name.
GROUP = re.compile(
    "(?:関係|庁内|市内|全|各)(?:各|全|[0-9])*(?:府?省庁?|機関|部局|部署|部|課|局|室|所属|課室|団体|自治体|市町村|事業者|企業)(?:庁|等|室)?|"
    "各府省庁?|全庁|関係者"
)
# A part of a body: 環境省自然環境局, 内閣府(防災担当).
PART_OF = re.compile(
    r"\([^()]{1,20}\)$|(?<=[省庁府房])[一-龯ァ-ヴー・ぁ-ん]{1,20}(?:[局課室部]|事務所|センター)$"
)

_PLACE = "(?:府省庁?|省庁|主体|機関|部局|部署|部門|課室?|室|局|部|係|者|組織|団体|所属)"
_OWNER_LABEL = (
    f"[主副正](?=:)|(?:[主副正]|共同)?(?:担当|所管|主管|主担当|主担|主務|幹事){_PLACE}*名?|"
    f"(?:実施|推進|取組|事業|責任|執行|運営|関係|対応){_PLACE}+名?"
)
_PARTNER_LABEL = f"(?:協力|連携|支援|協働|関連|関係|参画|参加|助言|後援|共催){_PLACE}*(?:先|名)?"
_LABEL = re.compile(
    rf"(?:(?P<owner>{_OWNER_LABEL})|(?P<partner>{_PARTNER_LABEL}))(?:\s?:\s?|(?<=[】\])>〕]))"
)
_FRAMED = re.compile(rf"[【\[(<〔](?P<label>{_OWNER_LABEL}|{_PARTNER_LABEL})[】\])>〕]\s?:?")
_LEADS = re.compile("[◎○●◯]")
_LABELLED = rf"(?:(?:{_OWNER_LABEL})\s?:|[【\[(<〔](?:{_OWNER_LABEL})[】\])>〕]\s?:?)"
_LINE = re.compile(rf"(?:{_LABELLED}|(?:{_PARTNER_LABEL})\s?:)\s?\S.{{0,200}}")
# 「担当課　総務課」
_BLANK = re.compile(rf"(?P<label>{_OWNER_LABEL}) (?P<who>\S.{{0,200}})")
# What else is told behind an item.
_OTHER_LABEL = (
    "(?:実施|取組|達成)?(?:時期|期限|期間|年度|目標年?度?|指標|予算|事業費|財源|KPI|工程)[:】]"
)
_OTHERS_SAID = re.compile(rf"[/、]?{_OTHER_LABEL}.*?(?=(?:{_OWNER_LABEL}|{_PARTNER_LABEL}):|$)")
# A time beside bodies: 「（総務課、令和8年度）」.
_TIME = re.compile(
    "(?:令和|平成|[RH])?(?:[0-9]{1,4}|元)(?:年度?|[./])?(?:[0-9]{1,2}月?)?(?:[~〜-].{0,12})?(?:末|中|頃|から|まで)?|"
    "毎年度?|随時|通年|継続"
)
# The last words of an item: 「…を行う。担当：総務課」, 「…を行う。【担当】総務課」.
_AT_END = re.compile(
    rf"(?:^|(?<=[。)\]】〕〉>\s→るすうくむ])){_LABELLED}[^。]{{1,300}}?(?=$|[【\[]?{_OTHER_LABEL})"
)
_ETC_ENDING = re.compile("(?<!大学)(?:など|等|ほか|外|他)$")
_DELIMITER = re.compile(
    r"([、,/;|+]|及び|並びに|および|ならびに|(?<=[課省庁])(?=[◎○●])|[・と])(?![^()]*\))"
)
# 「危機管理課 建築課」, of which the blank is gone.
_RUN_ON = re.compile(
    "(?<=.課)(?![題税程外長内係])(?=[一-龯ァ-ヴー]{2})|(?<=.[省庁府])(?=[一-龯]{1,10}[省庁]$)"
)


@dataclass(frozen=True, slots=True)
class Listed:
    """The names of a list, those who act and those who help; ``told`` where a label, the mark of
    who leads or a sure name says that they are bodies."""

    owners: tuple[str, ...]
    partners: tuple[str, ...]
    told: bool


def is_place(name: str) -> bool:
    """Whether a name is as well a place that something is done at: 港市, 中央図書館."""
    return _PLACE_LIKE.fullmatch(name) is not None


def may_name(name: str) -> bool:
    """Whether a word may be the name of a body by its ending: 部, 校, 村."""
    return _is_name(name, ())


def labelled(text: str) -> str:
    """A line that says who is responsible, or who helps, with its colon: 「担当課：総務課」."""
    words = re.sub(r"[*_]{2}", "", text)
    blank = _BLANK.fullmatch(words)
    if blank and is_list(blank["who"]):
        return f"{blank['label']}:{blank['who']}"
    told = _LINE.fullmatch(words) and read_list(labelled_end(words) or words, sure=True)
    return words if told else ""


def labelled_end(text: str) -> str:
    """The label and names that an item or a title ends with: 「…を行う。担当：総務課」, or ""."""
    found = _AT_END.search(text.rstrip("。"))
    return found.group() if found else ""


def is_list(text: str) -> bool:
    """Whether a text is nothing but bodies, and tells so by itself."""
    listed = read_list(text)
    return listed is not None and listed.told


def read_list(text: str, known: Container[str] = (), sure: bool = False) -> Listed | None:
    """The bodies of a list, None where it holds anything else. ``known`` are names of bodies,
    ``sure`` says that the place tells of them, as a column of owners does.

    >>> read_list("◎県農地整備課、○市農林課").owners
    ('県農地整備課', '市農林課')
    """
    owners: list[str] = []
    partners: list[str] = []
    words = _LEGAL.sub(_BODY_MARK, _OTHERS_SAID.sub("", squeeze(text)))
    words = _FRAMED.sub(lambda framed: f"{framed['label']}:", words)
    labels = list(_LABEL.finditer(words))
    leads = any(label["owner"] and "関係" not in label["owner"] for label in labels)
    told = bool(labels) or _LEADS.search(words) is not None
    starts = [(0, 0, False), *((m.start(), m.end(), _helps(m, leads)) for m in labels)]
    ends = [*(start for start, _, _ in starts[1:]), len(words)]
    for (_, begin, helps), end in zip(starts, ends, strict=True):
        segment = words[begin:end].strip("、,/;・")
        names = _names(segment, known, sure or told) if segment else ()
        if names is None or (segment and begin == 0 and labels):
            return None
        (partners if helps else owners).extend(names)
    surely = any(name in known or _is_sure(name) for name in owners)
    if not (owners or partners):
        return None
    return Listed(_plain(owners), _plain(partners), told or surely)


def _plain(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(name.replace(_BODY_MARK, "") for name in names)


def _helps(label: re.Match[str], leads: bool) -> bool:
    return label["partner"] is not None or (leads and "関係" in (label["owner"] or ""))


def _names(segment: str, known: Container[str], sure: bool) -> tuple[str, ...] | None:
    pieces = _pieces(_LEADS.sub("", segment) if segment not in known else segment, known)
    if pieces is None:
        return None
    pieces = [piece for piece in pieces if not _TIME.fullmatch(piece)]
    bare = [piece for piece in pieces if piece != ETC]
    # Beside a ministry stands whatever is a noun: 「国土交通省、東京電力」.
    if not all(_is_name(piece, known) or (sure and _is_any(piece)) for piece in bare):
        return None
    return tuple(pieces)


def _pieces(segment: str, known: Container[str]) -> list[str] | None:
    """The names of a list, 等 as one behind them; 「水産研究・教育機構」 is one."""
    parts = _DELIMITER.split(segment)
    found: list[str] = []
    held = ""
    for index in range(0, len(parts), 2):
        held += parts[index].strip()
        join = parts[index + 1] if index + 1 < len(parts) else ""
        if len(held) > _LONGEST:
            return None
        name = held if held in known else _ETC_ENDING.sub("", held)
        if join in ("・", "と") and not (_is_name(name, known) or GROUP.fullmatch(name)):
            held += join
            continue
        if not name:
            return None
        runs = [name] if name in known else _RUN_ON.split(name)
        found += [ETC if GROUP.fullmatch(run) else run for run in runs]
        if name != held:
            found.append(ETC)
        held = ""
    return found


def _is_name(name: str, known: Container[str]) -> bool:
    bare = PART_OF.sub("", name)
    if name in known or bare in known or (_BODY_MARK in name and _is_any(name)):
        return True
    parts = bare.split("・")
    whole = "".join(parts)
    return (
        _NAMED.fullmatch(whole) is not None
        and not _NO_BODY.match(bare)
        and not (_NO_NAME if _is_sure(name) else _REMARK).search(bare)
    )


def _is_sure(name: str) -> bool:
    bare = PART_OF.sub("", name).replace("・", "")
    return _BODY_MARK in name or (
        _SURE_NAME.fullmatch(bare) is not None and not _NO_BODY.match(bare)
    )


def _is_any(name: str) -> bool:
    bare = PART_OF.sub("", name.replace(_BODY_MARK, ""))
    remark = _NO_NAME if _BODY_MARK in name else _REMARK
    return _ANY_NOUN.fullmatch(bare) is not None and not remark.search(bare)
