"""Institutions in scripts that put no blank between words, or none before what inflects them: 北京大学 in 北京大学教授,
서울대 in 서울대의. No database."""

import re
from collections.abc import Iterator

from publishing.folding import UNSPACED

_LETTERS = re.compile(rf"[{UNSPACED}\uac00-\ud7a3]+")
#: A rank at the end of a post, before which the institution stands; the longest first.
_RANK = re.compile(
    "(?:的|の|·|副|助理|名誉|名譽|客座|特聘|首席|高级|高級|资深|資深|主任|准|准教授|特任)*"
    "(?:研究员|研究員|研究者|教授|讲师|講師|助教|院长|院長|所长|所長|校长|校長|主席|总裁|總裁|総裁|总统|總統|行长|行長|部长|部長|"
    "局长|局長|会长|會長|会長|秘书长|秘書長|主任|董事长|董事長|社长|社長|理事长|理事長|理事|发言人|發言人|记者|記者|编辑|編集者|"
    "经理|經理|经济学家|經濟學家|エコノミスト|学者|學者|专家|專家|顾问|顧問|分析师|分析師|大使|首相|总理|總理|博士|代表|外交官|学长|"
    "大臣|長官|官員|官员|議員|议员|교수|부교수|총재|연구원|연구위원|대변인|대사|장관|소장|원장|기자|이사|사장|회장|국장|박사)$"
)
_KIND = re.compile(
    ".*?(?:大学|大學|学院|學院|研究所|研究院|研究中心|银行|銀行|委员会|委員会|公司|会社|協会|协会|基金会|基金|财团|財団|学会|學會|"
    "通讯社|通信|新闻|新聞|日报|日報|医院|病院|集团|グループ|科学院|社科院|省|外交部|商务部|财政部|庁|局)"
)
#: Letters that a kind alone has: 大学 is any university.
_ONLY_A_KIND = 2
_SHORTEST = 3


#: Chinese and Japanese characters of institutions, in the form that simplified Chinese has.
_SIMPLY = str.maketrans(
    "學國會經濟華東銀關係財團長員際問題業農廣報聞電視臺台灣聯總協務發環開與戰軍黨產産亞歐韓復師範醫應慶橋鐵車陽漢貿資對蘇縣區廳庁館語術"
    "戦団関満験経済発応広鉄価黒継続気権県顧専門衛護議論評試測規劃動勞労節責職聽統計設計訓調書達選進運邊鄭鄧陳龍馬島灣橫競緊納級給網維線縱",
    "学国会经济华东银关系财团长员际问题业农广报闻电视台台湾联总协务发环开与战军党产产亚欧韩复师范医应庆桥铁车阳汉贸资对苏县区厅厅馆语术"
    "战团关满验经济发应广铁价黑继续气权县顾专门卫护议论评试测规划动劳劳节责职听统计设计训调书达选进运边郑邓陈龙马岛湾横竞紧纳级给网维线纵",
)
#: Words that hold a short name of an institution and mean none.
_MISLEADING = re.compile(
    "[北南东西中]大西洋|[东西华湖河]北大|广东大|东大(?:门|街|西洋)|山东大|清华(?:池|园区)|国北大"
)
#: Longer names of academies are drawn together: 社科院 of 社会科学院.
_DRAWN_TOGETHER = (
    ("社会科学", "社科"),
    ("科学技术", "科技"),
    ("工业和信息化", "工信"),
    ("国际问题研究", "国研"),
)
_COUNTRY = re.compile("^(?:中国|中华人民共和国|日本|韩国|俄罗斯|美国|英国|法国|德国|国家|全国)")
#: What is left of 中国外交部 is what each country has.
_EACH_HAS_ONE = re.compile("..?部$|(?:..)?(?:大学|银行|学院|科学院)$")


def written_simply(text: str) -> str:
    """``text`` with the characters of simplified Chinese, without words that hold a short name and mean none."""
    return _MISLEADING.sub("", text.translate(_SIMPLY))


def is_unspaced(name: str) -> bool:
    return _LETTERS.fullmatch(name) is not None


def names_in(post: str) -> Iterator[str]:
    """The post as it is, what stands before its rank, of that the institution, and this without its country and drawn
    together; all as ``written_simply``."""
    for run in _LETTERS.findall(written_simply(post)):
        before_rank = _RANK.sub("", run)
        kind = _KIND.match(before_rank)
        names = [run if before_rank else "", before_rank, kind[0] if kind else ""]
        names += [_COUNTRY.sub("", name) for name in names]
        names[3:] = [name for name in names[3:] if not _EACH_HAS_ONE.fullmatch(name)]
        names += [name.replace(*pair) for name in names for pair in _DRAWN_TOGETHER]
        for name in dict.fromkeys(names):
            if len(name) >= _SHORTEST:
                yield name
