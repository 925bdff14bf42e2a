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


def is_told_in_any_text(name: str) -> bool:
    """Whether ``name`` is in such a script, and more than a rank: 外交官 is any diplomat."""
    return _LETTERS.fullmatch(name) is not None and name in names_in(name)


def names_in(post: str) -> Iterator[str]:
    """The post as it is, what stands before its rank, and of that the institution."""
    for run in _LETTERS.findall(post):
        before_rank = _RANK.sub("", run)
        kind = _KIND.match(before_rank)
        for name in dict.fromkeys((run if before_rank else "", before_rank, kind[0] if kind else "")):
            if len(name) >= _SHORTEST:
                yield name
