"""Titles of Japanese items: invented sentences of many fields, with what a person would call them.

Each kind has its examples and its near misses; a line is ``text → title``.
"""

from __future__ import annotations

from datetime import date

import pytest
from source.phrase_tables import examples_of

from spaceplan.source.draft.chunks import chunks_of
from spaceplan.source.draft.nouns import noun_of
from spaceplan.source.draft.predicates import clauses_of
from spaceplan.source.draft.read_row import read_item
from spaceplan.source.draft.time_words import Reference
from spaceplan.source.draft.titles import draft_title

# The deciding clause gives thing and verb; grounds, purposes and who helps are left out.
DEEDS = """
酪農家の労働負担を軽減するため、搾乳ロボットの導入に対する補助を令和8年度から開始する。 → 搾乳ロボットの導入に対する補助の開始
感染症の発生動向を把握するためのサーベイランスシステムを令和8年度中に刷新し、医療機関からの報告を自動化する。 → 感染症の発生動向を把握するためのサーベイランスシステムの刷新
国際コンテナ戦略港湾への集貨を図るため、内航フィーダー輸送の利用を促進する。 → 内航フィーダー輸送の利用の促進
ガバメントクラウドへの移行に伴い、自治体の基幹業務システムの標準化を令和7年度末までに完了する。 → 自治体の基幹業務システムの標準化の完了
若年層の投票率の向上を図るため、主権者教育の教材を令和7年中に改訂する。 → 主権者教育の教材の改訂
サイバーセキュリティ基本法に基づく戦略を2027年夏頃に改定し、閣議決定する。 → サイバーセキュリティ基本法に基づく戦略の改定
国民健康・栄養調査を、専門家の助言を得て、令和8年11月に実施する。 → 国民健康・栄養調査
認知症の人の意思決定支援に関する研修を、市町村の職員を対象に年2回開催する。 → 認知症の人の意思決定支援に関する研修の開催
情報通信環境を、土地改良区が行う維持管理の体制の構築と併せ、令和9年度までに50地区で整備する。 → 情報通信環境を50地区で整備
県は、ため池ハザードマップを令和9年度末までに全ての市町で作成し、住民への周知を図る。 → ため池ハザードマップを全ての市町で作成
"""

# What a sentence is about goes before what is done, joined where that is short.
THEMES = """
飼料用米の生産コストについて、令和10年度までに令和5年度比で2割削減する。 → 飼料用米の生産コスト: 令和5年度比で2割削減
農業用ため池の防災工事について、全国の約7,000か所を対象に、令和12年度末までに完了させる。 → 農業用ため池の防災工事の完了
電子処方箋の導入について、全ての薬局での運用を令和7年度末までに開始する。 → 電子処方箋の導入: 全ての薬局での運用開始
地域医療構想の推進に当たっては、医師の確保状況を踏まえつつ、病床機能の再編を支援する。 → 地域医療構想の推進: 病床機能の再編の支援
輸出に取り組む事業者に対し、海外の規制に関する情報の提供を引き続き行う。 → 輸出に取り組む事業者: 海外の規制に関する情報の提供
リニア中央新幹線の駅周辺整備に関し、関係自治体との協議を進め、令和9年度に整備方針を決定する。 → リニア中央新幹線の駅周辺整備: 整備方針の決定
阪神港及び名古屋港において、コンテナターミナルの一体利用を2026年4月から開始する。 → 阪神港及び名古屋港: コンテナターミナルの一体利用開始
補修の指針については、事業者の意見を聴きながら、令和8年度に改定する。 → 補修の指針の改定
制度の見直しについて検討を行う。 → 制度の見直しの検討
洋上風力発電の基地港湾として、新たに3港を2025年度中に指定する。 → 洋上風力発電の基地港湾: 3港の指定
"""
NO_THEMES = """
国立感染症研究所は、変異株の解析体制を強化し、解析結果を都道府県に速やかに提供する。 → 変異株の解析体制の強化
現代においては、データの利用が産業の競争力を左右することから、光通信の技術を確立する。 → 光通信の技術の確立
デジタル庁は、公金受取口座の登録状況を四半期ごとに公表する。 → 公金受取口座の登録状況の公表
需要の増加を見据え、貨物駅の荷役設備の更新を進める。 → 貨物駅の荷役設備の更新
社会資本整備審議会において、料金の割引制度の案を令和8年度に示す。 → 料金の割引制度の案の提示
今後については、港内の水質の調査を毎年度行う。 → 港内の水質の調査
"""

# A clause that names no thing, or a vague one, is led by what the clause before works on, by what
# is aimed at, else by the sentence before.
LEADS = """
熱中症の警戒情報の基準を令和7年度に見直し、令和8年5月から新しい基準で発表する。 → 熱中症の警戒情報の基準: 新しい基準で発表
避難所運営マニュアルを女性の視点から見直し、令和8年9月末までに改訂版を公表する。 → 避難所運営マニュアル: 改訂版の公表
省力樹形の園地への転換を進め、2030年代前半までに全国で1万haの導入を達成する。 → 省力樹形の園地への転換: 全国での1万haの導入の達成
観測船（KAI-2）の建造を進め、令和9年度に就役させる。 → 観測船(KAI-2)の就役
献立を共有する仕組みを、令和7年度に設計し、令和8年度から運用する。 → 献立を共有する仕組みの運用
民間による小型衛星の観測網を構築すべく、利用実証を行う。 → 民間による小型衛星の観測網: 利用実証
収穫ロボットについては、損傷の低減が課題である。このため、2028年度までに試作機を開発する。 → 収穫ロボット: 試作機の開発
令和5年の地震の経験を生かし、手順を見直す。 → 地震の経験を生かし、手順の見直し
看護補助者の確保に向け、関係団体との連携を強化する。 → 看護補助者の確保: 関係団体との連携の強化
海外での認知度の向上を図るため、展示会で情報発信を行う。 → 海外での認知度の向上: 展示会での情報発信
"""

# What is aimed at by the deciding time is the deed.
AIMS = """
南極地域観測船「しらせ」の後継船について、令和16年度の就役を目指し、基本設計に着手する。 → 南極地域観測船「しらせ」の後継船の就役
自動運転移動サービスを2027年度までに100か所以上で実現すべく、取組を支援する。 → 自動運転移動サービスを100か所以上で実現
アンモニア燃料船（NH3-1）の2028年度の就航を目指し、機関の開発を進める。 → アンモニア燃料船(NH3-1)の就航
捕獲個体の利用量を2028年度までに4,000トンに拡大することを目指す。 → 捕獲個体の利用量を4,000トンに拡大
田んぼダムについて、取組面積を令和10年度までに80ヘクタールとすることを目標に、協力金の支給を続ける。 → 田んぼダム: 取組面積を80ヘクタールとする
国際的な実証機会を提供するため、技術実証4号機の2025年度の打上げを目指す。 → 技術実証4号機の打上げ
"""
NO_AIMS = """
2020年度以降、衛星情報の利活用に向けて、情報共有システムの連携強化を行う。 → 情報共有システムの連携強化
脱炭素化に向け、陸上電力供給設備を2027年度までに主要20港に整備する。 → 脱炭素化: 陸上電力供給設備を主要20港に整備
"""

# A long thing is told by its name, or by its head behind what it is about.
HEADS = """
次期海洋状況表示共有システムにおいて、利用者の要望を踏まえた情報の集約・共有及び即時性の高い情報の可視化などの機能強化を行う。 → 次期海洋状況表示共有システムの機能強化
「民間施設におけるサイバーセキュリティ対策ガイドライン」について、委託先の管理に関する事項を加えた改訂を2024年度に行う。 → 「民間施設におけるサイバーセキュリティ対策ガイドライン」の改訂
災害時の提供の手順を定めた「観測データ活用マニュアル」を改訂する。 → 「観測データ活用マニュアル」の改訂
農地の情報を追尾するために必要な画像処理技術や高速駆動技術の検討を、関係機関の参加を得て実施する。 → 農地の情報を追尾するために必要な画像処理技術や高速駆動技術の検討
"""

# Things in a row, each with its time.
ROWS = """
冷蔵施設を2026年3月までに、物流棟を2027年9月までに完成させる。 → 冷蔵施設の完成 / 物流棟の完成
令和8年度に試作車の走行試験、令和9年度に駅での荷役試験を実施する。 → 試作車の走行試験 / 駅での荷役試験
"""

# Names stay whole, words in hiragana too; of a list that is too long the first.
NAMES = """
こども家庭センターを令和8年度までに全ての市町村に設置する。 → こども家庭センターを全ての市町村に設置
空飛ぶクルマの離着陸場の設置基準を令和7年度中に定める。 → 空飛ぶクルマの離着陸場の設置基準の策定
かつお・まぐろ漁業の操業日誌の電子化を令和8年度に始める。 → かつお・まぐろ漁業の操業日誌の電子化の開始
りんご、なし等の果樹の自動収穫ロボットを2027年度までに市販化する。 → りんご、なし等の果樹の自動収穫ロボットの市販化
静止気象衛星ひまわり10号の製造を着実に進める。 → 静止気象衛星ひまわり10号の製造
予備機の運用、甲衛星1号機の開発及び運用、乙衛星7、8号機及び多様化1号機の開発、先端技術等の研究開発を継続する。 → 予備機の運用等
有害物質の基準（平成25年8月環境省）を2026年度に改める。 → 有害物質の基準（平成25年8月環境省）の改定
"""


def titles(text: str) -> str:
    reference = Reference(date(2025, 3, 28))
    return " / ".join(
        draft_title(one.text, reference, one.phrase if one.target else "", one.sentences)
        for one in read_item(text, reference)
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pair
        for table in (DEEDS, THEMES, NO_THEMES, LEADS, AIMS, NO_AIMS, HEADS, ROWS, NAMES)
        for pair in examples_of(table)
    ],
)
def test_a_title_is_what_a_person_would_call_it(text: str, title: str) -> None:
    assert titles(text) == title


@pytest.mark.parametrize(
    ("sentence", "phrases"),
    [
        ("りんご、なし等の果樹を植える", "りんご、 なし等の 果樹を 植える"),
        ("のり面の見直し及び打上げを打ち上げる", "のり面の 見直し及び 打上げを 打ち上げる"),
        (
            "係るものについて3か所で検討していくため、",
            "係る ものについて 3か所で 検討していく ため、",
        ),
        ("目標を定めることとし、", "目標を 定める こととし、"),
        ("「甲の乙」(丙、丁)を使う", "「甲の乙」(丙、丁)を 使う"),
    ],
)
def test_phrases_are_told_by_their_particles(sentence: str, phrases: str) -> None:
    assert " ".join(chunk.text for chunk in chunks_of(sentence)) == phrases


def test_a_phrase_reaches_over_what_describes_it_and_no_further() -> None:
    (clause,) = clauses_of(
        "計画運休の判断に当たって事業者が参照すべき情報の整理を、関係者と連携して着実に進める"
    )
    said = [(phrase.head.kind, phrase.text) for phrase in clause.phrases]
    assert said == [
        ("obj", "計画運休の判断に当たって事業者が参照すべき情報の整理"),
        ("side", "関係者と連携"),
    ]


@pytest.mark.parametrize(
    ("verb", "noun"),
    examples_of(
        "打ち上げる → 打上げ | 取り組んでいく → | 5か所設ける → 5か所設置 | 後押しする → 後押し | 構築すべく → 構築"
        " | 6割とする → 6割とする | 引き上げる → 引上げ | 見直し → 見直し"
    ),
)
def test_verbs_become_nouns(verb: str, noun: str) -> None:
    assert noun_of(verb) == noun
