"""Which results tell of the end of what was promised, by kinds of wording, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from spaceplan.source.compare.item import items_of, parts_of
from spaceplan.source.compare.met import is_met
from spaceplan.source.compare.told import match_results
from spaceplan.source.draft.time_words import Reference
from spaceplan.source.read.parts import Bullet
from spaceplan.source.read.reader import read_document

REFERENCE = Reference(day=date(2024, 12, 1))

# (what was promised, what is told, whether that is met)
Case = tuple[str, str, bool]

COUNTED: list[Case] = [
    (
        "2026年度までに60か所の診療所に導入する。",
        "2025年３月時点で、40か所の診療所に導入した。",
        False,
    ),
    ("2026年度までに60か所の診療所に導入する。", "2025年３月に62か所目の診療所に導入した。", True),
    (
        "遠隔診療を行う病院の割合を2026年度までに8割とする。",
        "遠隔診療を行う病院は全体の64％となった。",
        False,
    ),
    (
        "遠隔診療を行う病院の割合を2026年度までに8割とする。",
        "遠隔診療を行う病院は82％に達した。",
        True,
    ),
    (
        "宅配便の再配達率を2025年度までに７％とする。",
        "2025年４月の再配達率は10.2％であった。",
        False,
    ),
    ("宅配便の再配達率を2025年度までに７％とする。", "再配達率は6.6％となった。", True),
    ("荷待ち時間を2025年度までに平均30分とする。", "荷待ち時間は平均45分であった。", False),
    ("2025年度までに新たに３団体を認定する。", "２つの団体を認定した。", False),
    ("2025年度までに新たに３団体を認定する。", "2025年１月に３つの法人を認定した。", True),
    ("登録データの提供数を2026年度までに200に拡大する。", "登録データは164となった。", False),
    ("2026年度までに40隻に搭載する。", "対象40隻のうち31隻に搭載した。", False),
    ("2026年度までに全ての県で実施する。", "18県で実施した。", False),
    ("2026年度までに全ての県で実施する。", "2026年１月から全県で実施している。", True),
    ("2026年度までに全ての港で電子申請を可能とする。", "県管理の港で電子申請を可能とした。", False),
    (
        "Equip 60 clinics by March 2027.",
        "By January 2026 the scheme had equipped 41 clinics.",
        False,
    ),
    ("Equip 60 clinics by March 2027.", "Sixty-two clinics were equipped in 2026.", True),
    ("Equip 60 clinics by March 2027.", "The sixtieth clinic was equipped in May 2026.", True),
    ("Equip 60 clinics by March 2027.", "Clinics were equipped in the north.", False),
    ("Inspect all ferries by June 2026.", "31 of 40 ferries were inspected.", False),
    ("Inspect all ferries by June 2026.", "Every ferry was inspected by May 2026.", True),
    (
        "Inspect all ferries by June 2026.",
        "The ferries of the southern route were inspected.",
        False,
    ),
    ("Invest $2 billion in ports by 2027.", "Ports received $800 million.", False),
    ("Invest $2 billion in ports by 2027.", "Ports received $2.1 billion in 2026.", True),
    ("Cut waiting times to 30 days by 2026.", "Patients waited 44 days on average.", False),
    ("Raise the share of recycled water to 40% by 2026.", "The share reached 36% in 2025.", False),
    ("Raise the share of recycled water to 40% by 2026.", "The share reached 43% in 2025.", True),
    ("Hold the forum twice a year.", "The forum was held once in 2025.", False),
    ("Hold the forum twice a year.", "The forum was held three times in 2025.", False),
    ("Hold the forum twice a year.", "The forum was held twice in 2024 and in 2025.", True),
    ("Hold the forum twice a year.", "The forum was held three times each year.", True),
    ("毎年度500人の教員を研修する。", "2024年度は520人の教員を研修した。", False),
    ("毎年度500人の教員を研修する。", "2023年度に510人、2024年度に520人の教員を研修した。", True),
    ("Train one third of the nurses by 2026.", "A quarter of the nurses were trained.", False),
    (
        "Plant hedges on two fifths of farms by 2026.",
        "Hedges stand on 43% of farms, planted in 2025.",
        True,
    ),
    ("Pay a grant (up to $900) from 2025.", "Households have received it since 1 July 2025.", True),
    ("2025年度までに40TEU級の荷役機を導入する。", "荷役機（40TEU級）を９港に導入した。", True),
    (
        "大阪・関西2025万博に合わせ、2025年度までに実証実験を行う。",
        "2025年４月に会場で実証実験を行った。",
        True,
    ),
    ("年２回の講習会を開催する。", "講習会を2024年度は１回開催した。", False),
]

STEPS: list[Case] = [
    ("2026年度に新たな予約システムの運用を開始する。", "予約システムの調達手続に着手した。", False),
    (
        "2026年度に新たな予約システムの運用を開始する。",
        "予約システムの構築に係る契約を2025年５月に締結した。",
        False,
    ),
    (
        "2026年度に新たな予約システムの運用を開始する。",
        "2026年２月に新たな予約システムが稼働した。",
        True,
    ),
    ("2026年度に水門を改修する。", "水門の実施設計を2025年度に完了した。", False),
    ("2026年度に水門を改修する。", "水門の改修工事に着手した。", False),
    ("2026年度に水門の改修に着手する。", "2025年10月に水門の改修工事に着手した。", True),
    (
        "2026年度までに見本市を開催する。",
        "見本市の実施計画を取りまとめ、出展者の公募に入った。",
        False,
    ),
    ("2026年度までに見本市を開催する。", "2025年11月に見本市を開催し、80社が出展した。", True),
    ("2025年度までに指針を策定する。", "指針の素案を検討会に示した。", False),
    ("2025年度までに指針を策定する。", "指針の策定に向けた検討を進めている。", False),
    ("2025年度までに指針を策定する。", "2025年３月に指針を公表し、都道府県に通知した。", True),
    ("2025年度までに実施計画を策定する。", "2024年12月に実施計画を取りまとめた。", True),
    ("2025年度に実証を行う。", "３地区で実証試験を実施した。", True),
    ("2025年度に新船を就航させる。", "新船の試験運航を行った。", False),
    ("2025年度に試験船を就航させる。", "試験船の水槽試験を行った。", False),
    ("2025年度に検査網の導入を進める。", "検査網の導入が進んだ。", False),
    ("Open the new ferry terminal by June 2026.", "The contract for the terminal was let.", False),
    ("Open the new ferry terminal by June 2026.", "Construction began in May 2025.", False),
    (
        "Open the new ferry terminal by June 2026.",
        "NZTA awarded the design contract in May.",
        False,
    ),
    ("Open the new ferry terminal by June 2026.", "Ferries have used it since May 2026.", True),
    ("Begin construction of the dam by 2026.", "Construction began in May 2025.", True),
    ("Publish the blood strategy by 2026.", "A public consultation was held in May 2025.", False),
    ("Publish the blood strategy by 2026.", "A draft strategy was sent to hospitals.", False),
    ("Publish the blood strategy by 2026.", "It came out on 3 March 2026.", True),
    ("Consult on the blood strategy by 2026.", "A public consultation closed in May 2025.", True),
    ("Sign a treaty with Chile by 2026.", "Talks with Chile were opened in May 2025.", False),
    ("Test the buoys by 2026.", "Trials of the buoys were completed in May 2025.", True),
]

MOVED: list[Case] = [
    ("2025年度に橋を開通させる。", "橋の開通時期を2027年度に変更した。", False),
    ("2025年度に橋を開通させる。", "護岸工事の影響で、橋の開通時期が2027年度となった。", False),
    ("2025年度に橋を開通させる。", "橋の供用開始を2027年度に見直した。", False),
    ("2025年度に橋を開通させる。", "2025年９月に橋の料金を見直し、全線が開通した。", True),
    ("2025年度に指針を改定する。", "2025年９月に指針を変更し、公表した。", True),
    ("2025年度に診療報酬を見直す。", "診療報酬を2025年６月に改めた。", True),
    ("Open the bridge by 2025.", "The opening of the bridge was rescheduled.", False),
    ("Open the bridge by 2025.", "The opening was put back to May 2027.", False),
    ("Open the bridge by 2025.", "The bridge was opened, and lights were put up.", True),
]

SOME: list[Case] = [
    (
        "2026年度までに貨物線を整備する。",
        "貨物線のうち、港から操車場までの区間を完成させた。",
        False,
    ),
    ("2026年度までに中間評価を実施する。", "書面審査を終え、現地調査を実施中。", False),
    ("2026年度までに中間評価を実施する。", "中間評価を実施し、結果を公開中。", True),
    ("2025年度から人材育成の取組を行う。", "2026年５月に練習船を進水させた。", False),
    ("2025年度から人材育成の取組を行う。", "2025年４月に人材育成の取組を開始した。", True),
    (
        "2027年度の就航を目指し、連絡船の設計に取り組む。",
        "連絡船は事業化に移行し、試作を行った。",
        False,
    ),
    ("2027年度の就航を目指し、連絡船の設計に取り組む。", "2027年５月に連絡船が就航した。", True),
    ("2027年度の運用を目指し、新台帳を開発する。", "2027年５月に新台帳が稼働した。", True),
    ("Offer bus passes in Kent and Essex by 2025.", "Bus passes are available in Kent.", False),
    (
        "Offer bus passes in Kent and Essex by 2025.",
        "Bus passes are available in Kent and in Essex.",
        True,
    ),
    ("Offer bus passes by 2025.", "Bus passes have been sold since 3 May 2025.", True),
    ("Offer bus passes by 2025.", "Bus passes have been discussed since 3 May 2025.", False),
    ("Offer bus passes by 2025.", "Anyone can buy a bus pass.", True),
    ("Offer bus passes by 2025.", "A bus pass can only be had on paper.", False),
]

FAILED: list[Case] = [
    (
        "2025年度に橋を開通させる。",
        "橋の開通は、用地の取得が間に合わず、2026年度以降となった。",
        False,
    ),
    ("2025年度に橋を開通させる。", "橋の2025年度の開通には至らず、舗装工事を続けている。", False),
    ("2025年度に橋を開通させる。", "年度内を予定していた橋の開通を断念した。", False),
    ("2025年度に橋を開通させる。", "橋の開通を見送った。", False),
    ("2025年度に橋を開通させる。", "入札が不調となった。", False),
    ("2025年度に橋を開通させる。", "予定より２か月遅れたものの、2025年５月に橋が開通した。", True),
    (
        "2025年度に橋を開通させる。",
        "2025年５月に橋が開通したが、歩道は使えるようになっていない。",
        False,
    ),
    (
        "2025年度に品種を登録する。",
        "米の品種を2025年５月に登録した。麦については審査が継続している。",
        False,
    ),
    ("Plant the trees by 2026.", "No tree has been planted so far.", False),
    ("Plant the trees by 2026.", "The planting has fallen a year behind.", False),
    ("Plant the trees by 2026.", "Planting was delayed by drought.", False),
    ("Plant the trees by 2026.", "Although delayed by drought, planting ended in May 2026.", True),
    (
        "Plant the trees by 2026.",
        "The trees were planted in May, two months later than planned.",
        True,
    ),
    (
        "Plant the trees by 2026.",
        "The oaks were planted; the licence for the pines was refused.",
        False,
    ),
    ("Plant the trees by 2026.", "The trees were planted no later than May 2026.", True),
    ("Plant the trees by 2026.", "Only the oaks were planted.", False),
]

GOES_ON: list[Case] = [
    ("海岸の保全に必要な措置を講じる。", "海岸の保全に資する施策を実施した。", False),
    ("協議会を継続して開催し、事例を共有する。", "協議会を毎年度開催し、事例を共有した。", False),
    ("諸外国の情勢を注視しつつ、制度を検討する。", "検疫に関する法律が成立した。", False),
    ("物流の効率化を図る。", "倉庫の民間移管等を行った。", False),
    ("物流の効率化を図る。", "倉庫を民間に移管した。", True),
    ("普及を引き続き推進する。", "講習会を３回開催した。", False),
    ("診療所の連携を進める。", "連携のための協定を2025年５月に締結した。", True),
    ("普及の在り方を検討する。", "検討会を開催し、論点を整理した。", False),
    ("普及の在り方を検討する。", "検討の結果を2025年３月に報告書として公表した。", True),
    ("毎年度、白書を公表する。", "2025年５月に白書を公表した。", False),
    ("人材の育成に取り組む。", "研修を実施した。", False),
    ("輸送試験を実施する。", "2025年５月に輸送試験を行い、結果を関係者に示した。", True),
    ("Continue to support clinics.", "Two clinics were opened in May 2025.", False),
    ("Study the use of drones.", "A study of drones was completed in May 2025.", True),
    ("Publish a report every year.", "The first report came out in May 2025.", False),
]  # fmt: skip


MIXED: list[Case] = [
    (
        "救急車の現場到着時間を2026年度までに8分とする。",
        "救急車の現場到着時間は平均9.2分となった。",
        False,
    ),
    (
        "空き家バンクを2025年度に全国で統合する。",
        "空き家バンクの統合システムが2025年７月に運用を始めた。",
        False,
    ),
    ("遠隔教育の手引を2025年度に作成する。", "遠隔教育の手引を全ての高校に配布した。", True),
    (
        "ワクチンの国内製造拠点を2027年度までに整備する。",
        "ワクチンの国内製造拠点として３件を採択した。",
        False,
    ),
    (
        "ワクチンの国内製造拠点を2027年度までに整備する。",
        "2027年１月にワクチンの国内製造拠点が竣工し、製造を開始した。",
        True,
    ),
    (
        "下水道の浸水対策を2025年度までに完了する。",
        "下水道の浸水対策は、対象地区の８割で完了した。",
        False,
    ),
    (
        "新税務システムを2026年９月に稼働させる。",
        "新税務システムの稼働は2027年９月に延期された。",
        False,
    ),
    (
        "新税務システムを2026年９月に稼働させる。",
        "新税務システムは2026年９月24日に全国の税務署で稼働した。",
        True,
    ),
    (
        "森林境界の明確化を2026年度までに300haで行う。",
        "森林境界の明確化は累計320haで実施した。",
        True,
    ),
    (
        "二酸化炭素の貯留事業法を2025年に制定する。",
        "二酸化炭素の貯留事業法が2025年５月に公布された。",
        True,
    ),
    ("離島航路を2025年度に再開する。", "離島航路の再開に必要な船舶を購入した。", False),
    ("離島航路を2025年度に再開する。", "離島航路は2025年11月３日に再開した。", True),
    ("Open six rural pharmacies by 2026.", "Five rural pharmacies have opened.", False),
    (
        "Open six rural pharmacies by 2026.",
        "Seven rural pharmacies opened between March and May 2026.",
        True,
    ),
    (
        "Harmonise rail signalling with Estonia by 2026.",
        "Engineers from both countries met four times.",
        False,
    ),
    (
        "Complete the fibre link to Tarawa by 2026.",
        "The cable ship sailed for Tarawa in May 2026.",
        False,
    ),
    (
        "Ban lead fishing weights by 2026.",
        "Lead fishing weights have been banned since 1 January 2026.",
        True,
    ),
    (
        "Ban lead fishing weights by 2026.",
        "A ban on lead fishing weights was proposed to Parliament.",
        False,
    ),
    (
        "Create a national cancer registry by 2025.",
        "The law on a national cancer registry was adopted.",
        False,
    ),
    ("Retrofit 1,000 schools by 2027.", "Work is under way at 640 schools.", False),
    ("Move the archive to Leeds by 2026.", "The archive moved to Leeds in April 2026.", True),
    ("Move the archive to Leeds by 2026.", "Land for the archive was bought in Leeds.", False),
    (
        "2025年度までに、港湾における水素の受入拠点を３か所整備する。",
        "2025年２月、３か所目となる受入拠点が苫小牧港に完成した。",
        True,
    ),
    (
        "2025年度までに、港湾における水素の受入拠点を３か所整備する。",
        "苫小牧港及び神戸港の２か所で整備を完了した。",
        False,
    ),
    (
        "自動運転バスについて、2025年度を目途に50か所で実現する。",
        "自動運転バスは、全国40か所を選定し、うち18か所で通年運行に移行した。",
        False,
    ),
    (
        "電子カルテ情報共有サービスの本格運用を2025年度中に開始する。",
        "電子カルテ情報共有サービスは、９地域でモデル事業を開始した。",
        False,
    ),
    (
        "電子カルテ情報共有サービスの本格運用を2025年度中に開始する。",
        "2026年１月から電子カルテ情報共有サービスの本格運用に入った。",
        True,
    ),
    (
        "改正法案を2025年の通常国会に提出する。",
        "2025年３月に改正法案を閣議決定し、国会に提出した。",
        True,
    ),
    ("改正法案を2025年の通常国会に提出する。", "改正法案の骨子について審議会の了承を得た。", False),
    (
        "訪日客向けの多言語案内を2025年度までに全ての主要駅に整備する。",
        "主要駅への多言語案内の整備は、2025年３月末に全駅で完了した。",
        True,
    ),
    (
        "森林クラウドを2026年度までに全都道府県に導入する。",
        "森林クラウドを導入した都道府県は31となった。",
        False,
    ),
    (
        "漁獲報告の電子化率を2025年度に９割とする。",
        "漁獲報告の電子化率は92％に達し、目標を１年前倒しで達成した。",
        True,
    ),
    (
        "燃料電池船を2026年度に就航させる。",
        "燃料電池船の建造契約を締結し、2025年10月に起工した。",
        False,
    ),
    (
        "燃料電池船を2026年度に就航させる。",
        "2026年４月に燃料電池船「あけぼの」が就航し、東京湾で営業運航を行っている。",
        True,
    ),
    (
        "外来種の防除マニュアルを2025年度に改訂する。",
        "外来種の防除マニュアル（第３版）を取りまとめ、ホームページで公開した。",
        True,
    ),
    (
        "外来種の防除マニュアルを2025年度に改訂する。",
        "改訂作業部会を４回開き、改訂案を作成した。",
        False,
    ),
    ("待機児童を2025年度末までに解消する。", "待機児童は2,567人まで減少した。", False),
    (
        "交通事故死者数を2025年までに2,000人以下とする。",
        "2025年の交通事故死者数は2,547人であった。",
        False,
    ),
    (
        "交通事故死者数を2025年までに2,000人以下とする。",
        "2025年の交通事故死者数は1,980人となった。",
        True,
    ),
    (
        "国際会議を2025年に横浜で開催する。",
        "国際会議は2025年８月20日から22日まで横浜市で開かれ、49か国が参加した。",
        True,
    ),
    ("国際会議を2025年に横浜で開催する。", "国際会議の準備会合を2025年２月に開催した。", False),
    (
        "基地局を2025年度までに整備する。",
        "基地局の整備は資材の高騰を受けて計画を見直している。",
        False,
    ),
    (
        "Complete the national soil survey by 2026.",
        "Fieldwork for the national soil survey finished in August 2025; laboratory analysis will follow.",
        False,
    ),
    (
        "Complete the national soil survey by 2026.",
        "The national soil survey was completed in November 2025 and its data are online.",
        True,
    ),
    (
        "Install 200 chargers at motorway stops by 2026.",
        "Contracts for 200 chargers have been signed.",
        False,
    ),
    (
        "Install 200 chargers at motorway stops by 2026.",
        "Drivers can now use 214 chargers at motorway stops.",
        True,
    ),
    (
        "Bring the Water Act into force by July 2025.",
        "The Water Act was passed by Parliament in May 2025.",
        False,
    ),
    (
        "Bring the Water Act into force by July 2025.",
        "The Water Act has been in force since 1 July 2025.",
        True,
    ),
    (
        "Introduce a digital prescription service in 2025.",
        "A trial of digital prescriptions ran in three counties.",
        False,
    ),
    (
        "Introduce a digital prescription service in 2025.",
        "Digital prescriptions have replaced paper since October 2025.",
        True,
    ),
    (
        "Appoint a national fire commissioner by June 2025.",
        "Interviews for the post of national fire commissioner were held.",
        False,
    ),
    (
        "Appoint a national fire commissioner by June 2025.",
        "Dr Ana Ruiz took office as national fire commissioner on 2 June 2025.",
        True,
    ),
    ("Reduce bycatch by 30% by 2026.", "Bycatch fell by 34% between 2023 and 2025.", True),
    ("Reduce bycatch by 30% by 2026.", "Bycatch fell by 12%.", False),
    ("Restore 500 km of rivers by 2027.", "Some 310 km of rivers were restored.", False),
    ("Restore 500 km of rivers by 2027.", "A total of 520 km of river has been restored.", True),
    ("Ratify the convention by 2026.", "The ratification bill is before the Senate.", False),
    (
        "Ratify the convention by 2026.",
        "The instrument of ratification was deposited on 4 May 2026.",
        True,
    ),
    (
        "Set up a helpline for farmers in 2025.",
        "The helpline took its first calls in March 2025.",
        True,
    ),
    (
        "Set up a helpline for farmers in 2025.",
        "A supplier for the helpline has been chosen.",
        False,
    ),
    (
        "Modernise the radar network by 2026.",
        "Seven of the nine radars were replaced; the last two follow in 2027.",
        False,
    ),
    (
        "Publish the adaptation plan by 2025.",
        "Publication of the adaptation plan is now expected in 2026.",
        False,
    ),
    (
        "水道の耐震化率を2027年度までに60%とする。",
        "水道の耐震化率は2024年度末で44％である。",
        False,
    ),
    (
        "救急安心センター事業を2025年度までに全国展開する。",
        "救急安心センター事業は36地域で実施されている。",
        False,
    ),
    (
        "ドローンによる医薬品配送を2025年度に実用化する。",
        "ドローンによる医薬品配送の飛行試験に成功した。",
        False,
    ),
    (
        "ドローンによる医薬品配送を2025年度に実用化する。",
        "2026年２月、離島３地区でドローンによる医薬品の定期配送が始まった。",
        True,
    ),
    ("鉄道駅の段差解消を2025年度までに完了する。", "鉄道駅の段差解消は93％の駅で完了した。", False),
    (
        "土壌データベースを2025年度に公開する。",
        "土壌データベースは、2025年６月より一般に公開されている。",
        True,
    ),
    (
        "土壌データベースを2025年度に公開する。",
        "土壌データベースの公開に向け、システムの改修を行った。",
        False,
    ),
    (
        "人材育成拠点を2026年４月に開設する。",
        "人材育成拠点の運営法人を選定し、開設準備室を設置した。",
        False,
    ),
    ("人材育成拠点を2026年４月に開設する。", "2026年４月１日、人材育成拠点が開所した。", True),
    (
        "食品ロスを2030年度までに半減する。",
        "食品ロスは472万トンとなり、2000年度比で52％減少した。",
        True,
    ),
    ("第６期計画を2025年度に策定する。", "第６期計画の策定は2026年度に先送りとなった。", False),
    ("第６期計画を2025年度に策定する。", "第６期計画が2026年３月27日に閣議決定された。", True),
    (
        "5Gの人口カバー率を2025年度末に97%とする。",
        "5Gの人口カバー率は、2025年３月末で98.1％に達した。",
        True,
    ),
    ("研究船を2027年に竣工させる。", "研究船は2025年３月に進水し、艤装工事を進めている。", False),
    (
        "Build a tsunami warning centre in Lima by 2026.",
        "The foundation stone of the tsunami warning centre was laid in May 2025.",
        False,
    ),
    (
        "Build a tsunami warning centre in Lima by 2026.",
        "The tsunami warning centre has been operating since February 2026.",
        True,
    ),
    (
        "Vaccinate 90% of cattle by 2026.",
        "86% of cattle had been vaccinated by the end of 2025.",
        False,
    ),
    ("Vaccinate 90% of cattle by 2026.", "More than 92% of cattle were vaccinated.", True),
    ("Enact the Ports Bill by 2026.", "The Ports Bill passed its second reading.", False),
    ("Enact the Ports Bill by 2026.", "The Ports Bill became law on 3 May 2026.", True),
    (
        "Replace the coastguard helicopters by 2026.",
        "The first new coastguard helicopter was delivered in May 2025.",
        False,
    ),
    (
        "Translate the guide into six languages by 2025.",
        "The guide is available in six languages.",
        True,
    ),
    (
        "Translate the guide into six languages by 2025.",
        "The guide is available in four languages.",
        False,
    ),
    ("Conduct the census by 2026.", "The census was conducted in March 2026.", True),
    ("Conduct the census by 2026.", "A pilot census was conducted in two districts.", False),
    (
        "Certify five laboratories by 2026.",
        "Laboratories in Oslo, Bergen and Tromsø were certified.",
        False,
    ),
    (
        "Establish a marine reserve off Kaikoura by 2026.",
        "The Kaikoura marine reserve was gazetted on 1 June 2026.",
        True,
    ),
    ("Roll out smart meters to all homes by 2025.", "Smart meters reached 71% of homes.", False),
    ("Host the Arctic summit in 2025.", "The Arctic summit took place in Nuuk in May 2025.", True),
    ("Close two coal plants by 2026.", "One coal plant was shut down in 2025.", False),
]


@pytest.mark.parametrize(
    ("aim", "told", "met"), [*MIXED, *COUNTED, *MOVED, *SOME, *STEPS, *FAILED, *GOES_ON]
)
def test_what_tells_of_the_end(aim: str, told: str, met: bool) -> None:
    (part, *_) = parts_of(Bullet(1, None, 1, aim, (aim,), 1), REFERENCE)
    assert is_met(part, told) is met


HEAD = "計画\n1. 題\n"


def told_of(plans: str, results: str) -> list[tuple[str, bool]]:
    old = read_document(HEAD + plans, "old")
    new = read_document(f"{HEAD}2024年度末までの実績\n{results}今後の取組\n- 会を開く。\n", "new")
    told = match_results(items_of(old, REFERENCE), new.results, REFERENCE)
    return [(one.item, one.met) for one in told]


def test_a_repeat_is_no_rival_of_what_it_repeats() -> None:
    plans = "- 河口の藻場の再生に関する手引を2024年度に公表する。\n- 港の照明を更新する。\n"
    again = "- 河口の藻場の再生に関する手引を2024年度に公表する。\n"
    results = "- 2025年１月に藻場の再生の手引を公表した。\n"
    assert told_of(plans + again, results) == [("1-1", True)]


def test_what_was_lost_is_what_failed_and_not_what_carried_it() -> None:
    plans = (
        "- 調査船「汐風」により、2025年度に海底地震計を設置する。\n"
        "- 深海探査機（UMI-3）を2024年度に潜航させる。\n"
    )
    results = "- 調査船「汐風」の索が切れ、曳航していた深海探査機を失った。\n"
    assert told_of(plans, results) == [("1-2", False)]
