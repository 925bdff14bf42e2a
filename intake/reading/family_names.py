"""Family names that are printed before the given name: Kim Jong-un, Liu Zhenmin; in whatever language the report is."""

import re

from intake.reading.words import words

FAMILY_FIRST = set(
    words("""
kim lee park choi choe jung jong kang cho yoon moon roh ri pak xi wang li zhang liu chen yang huang zhao
wu zhou xu sun ma zhu hu guo he lin gao luo deng mao jiang wen hua nguyen tran le pham hoang phan vu ho
ngo duong ly kishida jia han fu tang cao xiao cheng zeng peng su lu cai ding wei xue ye yan pan du dai xia
zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang qiu qin gu hou shao meng wan
duan qian yin chang song long shen feng yu yuan dong pei qu
""")
)
_SYLLABLE = r"(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:[iu]?[aeo](?:i|o|u|ng?|r)?|ui|iu|un|ue|ing?|i|u|ong|iong)"
#: Two syllables as Korean and Chinese given names are written: Eun-ji, Xiao-ping; no double-barrelled surname.
WITH_A_HYPHEN = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{1,5}")
PINYIN = re.compile(rf"{_SYLLABLE}(?:['’-]?{_SYLLABLE})?")


def east_asian(tokens: tuple[str, ...]) -> bool:
    """A family name, then a given name with a hyphen or of one or two Chinese syllables: Kim Jong-un, Liu Zhenmin."""
    if tokens[0].casefold() not in FAMILY_FIRST or len(tokens) not in (2, 3):
        return False
    return "-" in tokens[-1] or len(tokens) == 2 and bool(PINYIN.fullmatch(tokens[1].casefold()))


def given_first(tokens: tuple[str, ...]) -> bool:
    """The same as the West writes it: Eun-ji Park."""
    return (
        len(tokens) == len(("given", "family"))
        and tokens[1].casefold() in FAMILY_FIRST
        and bool(WITH_A_HYPHEN.fullmatch(tokens[0]))
    )
