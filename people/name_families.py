"""Names that are one name in different tongues or romanisations where no rule of sound joins them. No Django.

A line is a family: its members find each other. What the rules of name_sounds.py join already is left out.
"""

FAMILIES = """
mohammed muhammad mohamed mohammad mehmet magomed mukhammad mahomet muhammed mamadou
hussein husain hossein huseyn hussain huseyin
ahmed ahmad akhmet ahmet achmed
yusuf yousef youssef joseph yosef josef jose iosif giuseppe osip
ibrahim abraham avraham
suleiman solomon sulaiman suleyman
ismail ishmael
omar umar omer
osman uthman othman
ali aly
karim kareem kerim
abdallah abdullah abdulla abdoulaye
alexander aleksandr oleksandr alexandre alejandro alessandro iskander aliaksandr alex sasha sandro
alexandra aleksandra oleksandra alejandra alessandra sandra
alexey aleksei oleksii alexis alyosha aliaksei
andrew andrei andrii andre andreas andrzej andres andrey
anthony anton antonio antoine antoni tony
barbara varvara
catherine ekaterina yekaterina kateryna katharina katarzyna katherine kate katya catalina
charles karl carlos carlo karel karol
daniel daniil danylo danila dan
david davyd dawid dave davit
dmitry dmytro dimitri dmitri dima dzmitry
edward eduard edvard edouard eduardo ed
elena olena helen helena yelena alena lena helene
elizabeth elizaveta yelizaveta yelyzaveta elisabeth elzbieta liz lisa
eugene evgeny yevgeny yevhen evgenii yauhen zhenya
eugenia evgenia yevgenia yevheniia
francis francois francisco francesco frank franz
frederick friedrich frederic fryderyk fred
george georgy heorhii georg georges jorge giorgio georgios giorgi yuri yury yurii jerzy jiri gheorghe
gregory grigory hryhorii grzegorz gregor grigori greg
henry heinrich henri enrique enrico henryk harry hendrik
igor ihor
ilya illia elijah elias ilias
irina iryna irene iryna irena
isaac itzhak yitzhak isaak ishaq
james jim jimmy jamie jaime diego santiago
jacob yakov jakob jakub yaakov jacques jacek yaqub
john ivan johann jean juan giovanni jan johannes hans yahya jon ioannis ivane hovhannes
julia yulia iuliia giulia
konstantin constantine kostiantyn kostyantyn konstantinos costas
lawrence laurence lorenz lorenzo laurent
lev leo leon
louis luis ludwig luigi ludvig
mark marko marc marcus marek markus
mary maria marie mariya miriam maryam marija
martha marta marfa
matthew matthias mateusz matteo matvey matvii mathieu mateo matt
michael mikhail mykhailo michel miguel michal mikael michele mike misha mihai mikhael
moses moshe musa moussa moisei
natalia nataliya natalya natasha nathalie
nicholas nikolai mykola nicolas nikolaos niccolo mikalai nick niklas nikolay kolya
oleg oleh aleh
olga olha volha
paul pavel pavlo pablo paolo pawel pavlos paulo pal boghos
peter pyotr petro pierre pedro piotr pietro petros petr petar boutros
philip filipp pylyp philippe felipe filippo filip phil
robert roberto rob bob
richard ricardo rick dick
samuel samuil sam
sergey serhii serge sergio siarhei sergii
simon semyon semen symon shimon
sophia sofia sofya zofia sophie
stanislav stanislaus stanislaw
stephen steven stefan stepan etienne esteban stefano stephan istvan szczepan steve stepanos
svetlana svitlana
tatiana tetiana tatyana
theodore fyodor fedor fedir theodor teodor
thomas tomas tommaso tom foma tomasz
timothy timofey tymofii tim
vasily vasyl basil vasilis vasili
victor viktor wiktor vittorio
vladimir volodymyr wladimir vladimer uladzimir wlodzimierz
vladislav vladyslav wladyslaw
vyacheslav viacheslav vaclav
william wilhelm guillaume guillermo willem guglielmo bill will vilhelm
xenia ksenia oksana
yaroslav iaroslav jaroslaw
zachary zakhar zaccaria zakaria
artem artyom artemii
kirill kyrylo cyril
maxim maksym maxime maximilian
ross rostislav
ryan rian
jonathan yonatan
nathan natan
eva yeva eve
anna anne hanna hannah ann ana ania anya
christian kristian cristian
christopher kristoffer christophe krzysztof christoph cristobal chris
christine kristina christina khrystyna cristina
rebecca rivka
cohen kogan kohen kahn kagan khn cohn
levy levi halevi
li lee lei
yi lee rhee ri li
wang wong
chang zhang cheung
chen chan tan chern
liu lau liew
huang wong hwang hoang
zhou chou chow chu
wu ng goh
xu hsu hui tsui
sun suen
guo kuo kwok
lin lam lim
he ho
gao kao ko
luo lo law
zheng cheng
liang leung
xie hsieh tse
deng teng tang
feng fung
cao tsao
zeng tseng tsang
xiao hsiao siu
tian tien
dong tung
pan poon
cai tsai choi choy
jiang chiang
du tu
ye yeh yip
ding ting
ren jen
qiu chiu yau
xi hsi
pai bai
kim gim
park pak bak bag pack
choi choe choy
chung jung jeong chong cheong joung
kang gang
cho jo joe
yoon yun yoon
lim im rim
han hahn
oh o
suh seo so
shin sin
kwon gwon
hwang whang
ahn an
song soung
ryu yoo yu lyu you
hong houng
chun jeon jun chon cheon
ko go koh
moon mun
yang ryang
son sohn
bae pae bai
baek paik baik paek back
huh heo hur ho
nam nahm
shim sim
noh roh no ro
ha hah
kwak gwak
sung seong song
cha tcha
joo ju chu
woo u wu
koo gu ku goo
min minn
na ra rha
chin jin
um eom
chae chai
won weon
bang pang
kong gong
jong chong jung jeong
un eun
hyun hyon hyeon
young yong yeong
kyung gyeong kyong
myung myeong myong
byung byeong pyong
seok suk sok
cheol chul chol
hoon hun
joon jun chun
beom bum pom
geun keun kun
hee hui
hye hae hea
yeon yun yon youn
seung sung
sunwoo seonu
namgung namkung
nguyen nguyn
truong chuong
singh sinh
chaudhary choudhury chowdhury chaudhry choudhary
mukherjee mukhopadhyay
banerjee bandyopadhyay
chatterjee chattopadhyay
krishna krishnan krushna
lakshmi laxmi
dalai dalay
shah schah
mc mac
khan xan han
qaddafi gaddafi kadhafi
"""

# Family names written first in China, Korea and Vietnam: such a name's first word is its surname.
_SURNAMES_FIRST = """
li lee lei wang wong zhang chang cheung chen chan liu lau huang hwang zhou chou chow wu xu hsu sun zhu hu
guo kuo kwok lin lam he gao luo zheng cheng liang leung xie hsieh song tang deng teng han feng fung cao tsao
peng zeng tseng xiao hsiao tian dong tung pan yuan cai tsai jiang chiang yu du ye yeh wei su lu ding ren yao
jin qiu xi hsi mao fan fang shi shen kong bai cui tan qin qian dai gu hao hou jia kang lai long ma meng mo
niu ouyang pei qi qiao rong shao shu tao wan wen xia xiong xue yan yang yin zhao zhong zhuang zou zuo sima
zhuge ning kim gim park pak choi choe chung jung jeong cho jo yoon yun lim im oh suh seo shin sin kwon ahn
an ryu yoo hong chun jeon ko moon mun son bae baek paik huh heo nam shim noh roh ha kwak sung cha joo woo
koo min na ri rhee yi nguyen tran le pham hoang phan vu vo dang bui do ngo duong ly truong dinh trinh mai
"""
SURNAMES_FIRST = frozenset(_SURNAMES_FIRST.split())

# With which a Chinese name begins; most other characters begin words alone.
_SURNAME_CHARACTERS = """
王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭萧田董袁潘于蒋蔣
蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付傅方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎
贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯温溫康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟申欧歐耿关
關兰蘭焦俞左柳甘祝包宁寧符阮纪紀梅童凌毕畢单單季裴霍涂成苗谷曲翁冉骆駱蓝藍路游辛靳管柴蒙鲍鮑华華喻祁蒲房滕屈饶饒解牟
艾尤阳陽时時穆农農司卓古吉缪繆简簡车車项項连連芦蘆麦麥褚娄婁窦竇戚岑景党黨宫宮费費卜冷晏席卫衛米柏宗瞿桂全佟应應臧闵
閔苟邬鄔边邊卞姬师師和仇栾欒隋商刁沙荣榮巫寇桑郎甄丛叢仲虞敖巩鞏明佘池查麻苑迟遲邝鄺尉皇诸諸端
"""
SURNAME_CHARACTERS = frozenset("".join(_SURNAME_CHARACTERS.split()))
# Words of two characters that begin with one of these, as short names do.
_WORDS_IN_CHARACTERS = """
金融 金属 金屬 黄金 黃金 石油 安全 安排 方法 方案 方面 方向 方式 高度 高级 高等 高层 关系 關係 关税 關稅 关注 关键 和平
和谈 文化 文明 文件 武器 武装 武裝 成功 成本 成果 成立 成员 江河 马上 任务 任務 任何 何时 许可 许多 许諾 万一 钱币 向来
单位 單位 单边 季度 路线 路線 游客 管理 管制 华语 解决 解決 解除 解释 农业 農業 农村 农民 时代 時代 时间 時間 车辆 车站
项目 項目 连接 连续 党派 费用 費用 冷战 冷戰 席位 卫生 衛生 卫星 应对 应该 应用 师生 商业 商業 商品 商务 荣誉 明天 明年
明确 边界 邊界 边境 全球 全面 全国 全國 司法 古代 简单 石化 温度 康复 施工 施行 包括 符合 纪念 纪律 章程
易货 申请 左右 白宫 夏天 田地 高铁 高校 严重 严格 武力 江南 于是 毛利 连任 段落 程度 程序 周期 周边 余额 宋代 唐代 明代
秦朝 金额
"""
WORDS_IN_CHARACTERS = frozenset(_WORDS_IN_CHARACTERS.split())

_BY_NAME: dict[str, set[str]] = {}
for _number, _line in enumerate(FAMILIES.strip().splitlines()):
    for _name in _line.split():
        _BY_NAME.setdefault(_name, set()).add(str(_number))


def families(word: str) -> frozenset[str]:
    """The numbers of the families a folded word belongs to; most words belong to none."""
    return frozenset(_BY_NAME.get(word, ()))
