"""Plausible names of invented people from many cultures, some with their spelling in another script.

Deterministic: the same count and seed give the same names. Given names and surnames are common ones put
together at random, surnames mostly from stems and endings, so nobody in particular is meant.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product


@dataclass(frozen=True)
class PlausibleName:
    display: str
    variants: tuple[str, ...]
    culture: str


@dataclass(frozen=True)
class Culture:
    """Given names and surnames; `native` of either gives the spelling in the culture's own script."""

    given: tuple[str, ...]
    surnames: tuple[str, ...]
    surname_first: bool = False
    native: dict[str, str] | None = None
    separator: str = " "


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _compose(stems: str, endings: str) -> tuple[str, ...]:
    return tuple(stem + ending for stem, ending in product(stems.split(), endings.split()))


def _paired(text: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in text.split())


CYRILLIC = _paired(
    "а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t "
    "у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya і=i ї=yi є=ye ґ=g"
)
UKRAINIAN = {**CYRILLIC, "г": "h", "и": "y"}


def _romanised(word: str, ukrainian: bool = False) -> str:
    table = UKRAINIAN if ukrainian else CYRILLIC
    latin = "".join(table.get(letter, letter) for letter in word.lower())
    return "-".join(part.capitalize() for part in latin.replace("iya", "ia").replace("iy", "y").split("-"))


def _cyrillic(given: str, surnames: tuple[str, ...], ukrainian: bool = False) -> Culture:
    spelled = {_romanised(word, ukrainian): word for word in (*given.split(), *surnames)}
    split = len({_romanised(word, ukrainian) for word in given.split()})
    names = tuple(spelled)
    return Culture(names[:split], names[split:], native=spelled)


def _own_script(given: str, surnames: str, surname_first: bool = False, separator: str = " ") -> Culture:
    first, last = _paired(given), _paired(surnames)
    return Culture(tuple(first), tuple(last), surname_first, {**first, **last}, separator)


def _latin(given: str, surnames: tuple[str, ...], surname_first: bool = False) -> Culture:
    return Culture(tuple(given.split()), surnames, surname_first)


def _two_syllables(syllables: str, hyphen: str = "") -> str:
    """Every two of the Chinese or Korean syllables as one given name: wei=伟 ming=明 → Weiming=伟明."""
    pairs = [item.split("=") for item in syllables.split()]
    return " ".join(
        f"{(a + hyphen + b).capitalize()}={x}{y}" for (a, x), (b, y) in product(pairs, pairs) if a != b
    )


CULTURES = {
    "Russian": _cyrillic(
        "Александр Алексей Анатолий Андрей Антон Артём Борис Вадим Валерий Василий Виктор "
        "Виталий Владимир Вячеслав Георгий Глеб Григорий Дмитрий Евгений Егор Иван Игорь Илья "
        "Кирилл Константин Леонид Максим Михаил Никита Николай Олег Павел Пётр Роман Сергей "
        "Степан Тимофей Фёдор Юрий Яков Ярослав",
        _compose(
            "Агап Баран Волк Голуб Гурь Дани Ерём Жаворонк Заха Зимин Калин Кирса Лаврент Лап "
            "Мака Медвед Назар Нефёд Обруч Онуфри Панкрат Пахом Родион Савель Сафрон Серебр Тара "
            "Тимош Ульян Фирс Харитон Цвет Чебыш Шаталь Щеглов Юрас Якуш Яхонт",
            "ов ин ский енко ецкий ихин юк",
        ),
    ),
    "Russian women": _cyrillic(
        "Александра Алина Анастасия Анна Валентина Вера Галина Дарья Евгения Екатерина Елена "
        "Елизавета Жанна Зоя Инна Ирина Ксения Лариса Людмила Маргарита Мария Надежда Наталья "
        "Нина Оксана Ольга Полина Светлана София Татьяна Ульяна Юлия Яна",
        _compose(
            "Аверь Бирюк Ветрог Гавриль Дежн Ежев Жихар Звон Игнать Кожевник Лошак Мещер Нестер "
            "Осип Парамон Рогоз Скворц Тихон Устин Филип Хохл Чернобр Шелест Щербак Юдаш",
            "ова ина ская енкова",
        ),
    ),
    "Ukrainian": _cyrillic(
        "Андрій Богдан Василь Віктор Володимир Галина Григорій Дмитро Євген Іван Ігор "
        "Катерина Ірина Микола Михайло Наталія Оксана Олег Олександр Олексій Остап Павло "
        "Петро Сергій Тарас Юрій Ярослав Людмила",
        _compose(
            "Бондар Вакул Гайд Горбат Дзюб Зінч Ковал Кравч Лисен Мельнич Олій Панас Рад Савч "
            "Ткач Федор Харч Шевч Яким",
            "енко ук ишин івський",
        ),
        ukrainian=True,
    ),
    "Kazakh": _cyrillic(
        "Асхат Аян Бауыржан Болат Даурен Ерлан Жанибек Кайрат Марат Нурлан Рустам Санжар "
        "Тимур Айгуль Асель Гульнара Динара Жанна Сауле",
        _compose(
            "Абдрахман Ахмет Байжан Бекмухамед Жумабай Искак Кенжебай Мухаметжан Нурпеис Оспан "
            "Сагинтай Токтар",
            "ов ев",
        ),
    ),
    "Central Asian": _latin(
        "Akmal Aziz Bakhtiyor Dilshod Farrukh Islom Jamshid Rustam Shavkat Timur Ulugbek "
        "Zafar Aibek Azamat Nurbek Gulnora Kamola Malika Nigora",
        _compose(
            "Abdulla Akhmed Ergash Kholmat Mirzo Nazar Rakhim Saidov Tursun Umar Yuldash Zokir",
            "ov ev khojaev",
        ),
    ),
    "English": _latin(
        "Alan Andrew Barbara Benjamin Brian Caroline Charles Charlotte Daniel David Deborah "
        "Edward Eleanor Elizabeth Emily Frances George Grace Graham Hannah Harold Helen Henry "
        "Ian James Jane Jennifer Jessica John Jonathan Judith Karen Kenneth Laura Lucy "
        "Margaret Mark Martin Matthew Michael Nancy Nicholas Oliver Patricia Paul Peter "
        "Philip Rachel Rebecca Richard Robert Ruth Sarah Simon Stephen Susan Thomas Timothy "
        "Victoria Walter William",
        _compose(
            "Ald Ash Bark Black Brad Bur Clay Cran Dal El Fair Gold Hal Hart Hol Kings Lang Mar "
            "Mel Nor Oak Pem Rad Red Sher Stan Thorn Tre Wal Wether Whit Win",
            "ton ford ley man wood field worth bridge by son",
        )
        + _names(
            "O’Connor O’Malley McAllister McKenna MacLeod Fitzgerald Hughes Evans Bell Cooper Shaw Doyle"
        ),
    ),
    "German": _latin(
        "Andreas Anke Bernd Birgit Christian Claudia Dieter Eckhard Elke Friedrich Gerhard "
        "Günter Hannelore Heike Heinz Helga Ingrid Jens Jörg Jürgen Jutta Karin Käthe Klaus "
        "Lothar Markus Monika Petra Rainer Renate Rüdiger Sabine Stefan Susanne Thomas Ulrich "
        "Ursula Uwe Wolfgang",
        _compose(
            "Acker Bäcker Böhm Brück Eich Flor Grün Herz Hoff Kessel Köhl Lind Möll Rosen Schön "
            "Stein Weiß Zöll",
            "mann berg er bach feld ing",
        ),
    ),
    "French": _latin(
        "Adrien Agnès Alain Aurélie Bénédicte Bernard Brigitte Camille Cécile Christophe "
        "Claire Didier Élodie Émile Étienne François Françoise Geneviève Gérard Guillaume "
        "Hélène Isabelle Jacques Jean-Claude Jean-Luc Jérôme Laurent Marie-Claire Mathieu "
        "Nathalie Olivier Pascal Philippe René Sébastien Sophie Thierry Yves",
        _compose(
            "Beau Bel Bour Cham Char Clair Des Font Gar Grand La Mar Mont Per Ros Val",
            "champ court dieu lain mont nier rand val vigne",
        )
        + _names("Dupré Lefèvre Gauthier Rousselot Béranger d’Aubigny Lemaître Hébert"),
    ),
    "Spanish": _latin(
        "Álvaro Andrés Ángela Beatriz Carlos Carmen Cristóbal Diego Elena Esteban Fernando "
        "Francisco Gonzalo Héctor Ignacio Inés Javier Joaquín Jorge José Juan Lucía Luis "
        "Manuel María Martín Mónica Óscar Pablo Pilar Rafael Ramón Raúl Rocío Rosa Sofía "
        "Teresa Verónica",
        _compose(
            "Benavid Cifuent Domíngu Enríqu Fernánd Gutiérr Hernánd Ibáñ Jimén Martín Núñ Ordóñ "
            "Ramír Velázqu",
            "ez es",
        )
        + _names("Aguirre Barrios Castaño Echeverría Figueroa Muñoz Peña Quiroga Saavedra Urrutia Zamora"),
    ),
    "Portuguese": _latin(
        "André Antônio Beatriz Caetano Cláudia Conceição Eduardo Fátima Gonçalo Inês João "
        "Jorge Luís Márcia Miguel Rui Thiago",
        _names(
            "Almeida Araújo Assunção Barbosa Brandão Carvalho Conceição Fonseca Guimarães "
            "Magalhães Moreira Nóbrega Teixeira"
        ),
    ),
    "Italian": _latin(
        "Alessandra Andrea Chiara Davide Elisabetta Enrico Federica Giorgio Giuseppe Ilaria "
        "Lorenzo Luca Marco Paolo Silvia",
        _compose("Bell Bianch Cast Ferr Gall Lomb Mar Mont Ross Sant", "ini elli etti one ucci aro"),
    ),
    "Polish": _latin(
        "Agnieszka Andrzej Bożena Czesław Elżbieta Grzegorz Jacek Jadwiga Jerzy Katarzyna "
        "Krzysztof Łukasz Małgorzata Michał Paweł Piotr Stanisław Tomasz Wojciech Zbigniew",
        _compose(
            "Bąk Czarn Dąbr Gorz Jabłoń Kaczm Krzyż Leśni Malin Ostrow Pszcz Rzep Szym Wiśni Zawadz Żół",
            "owski ewicz ak arczyk",
        ),
    ),
    "Czech and Balkan": _latin(
        "Bojan Dragan František Goran Ivana Jiří Jelena Ljubomir Matěj Milica Nenad Ondřej "
        "Radoslav Snežana Tomáš Věra Zoran Željko",
        _compose("Bož Čern Drag Jovan Kovač Mar Nov Petr Stoj Vuk Žiž", "ović ević ič ák"),
    ),
    "Scandinavian": _latin(
        "Åsa Astrid Bjørn Britt Eirik Eva Gunnar Håkon Ingrid Jørgen Kåre Kjell Lars Magnus "
        "Mikkel Øystein Pål Ragnhild Sigrid Søren Sven Torbjørn Ulla",
        _compose(
            "Berg Dahl Eng Fjell Hag Jøns Kjær Lind Mølle Nygaard Østerg Sand Sønd Ström Våg Åker",
            "ström gren sen sson heim lund",
        ),
    ),
    "Baltic and Finnish": _latin(
        "Aino Andris Antti Dalia Eero Gintaras Inese Jüri Juhani Kaja Laima Mika Päivi Rasa Toomas Vytautas",
        _compose("Kalnin Laht Mäk Ozol Pett Rannik Särk Tamm Virt Zuk", "aitis as inen onis la"),
    ),
    "Hungarian and Romanian": _latin(
        "Ágnes András Attila Cătălin Dóra Ferenc Ștefan Ileana Gábor György Ioana Katalin "
        "László Mihai Zoltán Țvetana",
        _compose("Balog Csord Farag Györ Horv Köv Mold Nagyv Popes Székel", "i csu ár escu"),
    ),
    "Turkish": _latin(
        "Ahmet Ayşe Berk Burcu Cem Çağla Çetin Deniz Emine Ertuğrul Fatih Gökhan Gülşen Hakan "
        "İbrahim Işıl Kemal Mehmet Mustafa Nurşen Oğuz Özlem Selçuk Şebnem Tuğba Ümit Yağmur "
        "Zeynep",
        _compose("Ak Bey Çak Demir Er Göz Kara Koç Öz Şen Taş Yıl", "oğlu can türk kaya soy maz"),
    ),
    "Arabic": _own_script(
        "Abdullah=عبدالله Ahmed=أحمد Ali=علي Amina=أمينة Faisal=فيصل Fatima=فاطمة Hassan=حسن "
        "Huda=هدى Hussein=حسين Ibrahim=إبراهيم Karim=كريم Khalid=خالد Layla=ليلى "
        "Mahmoud=محمود Mariam=مريم Mohammed=محمد Mustafa=مصطفى Nadia=نادية Omar=عمر "
        "Rashid=راشد Salim=سليم Samira=سميرة Tariq=طارق Yasmin=ياسمين Youssef=يوسف "
        "Zainab=زينب",
        "al-Ansari=الأنصاري al-Baghdadi=البغدادي al-Dosari=الدوسري al-Farsi=الفارسي "
        "al-Ghamdi=الغامدي al-Hashimi=الهاشمي al-Jabri=الجابري al-Kaabi=الكعبي "
        "al-Maliki=المالكي al-Najjar=النجار al-Otaibi=العتيبي al-Qahtani=القحطاني "
        "al-Rashidi=الراشدي al-Sabri=الصبري al-Tamimi=التميمي al-Zahrani=الزهراني "
        "Barakat=بركات Darwish=درويش Haddad=حداد Kanaan=كنعان Khoury=خوري Mansour=منصور "
        "Nassar=نصار Qasim=قاسم Sabbagh=صباغ Shahin=شاهين Tawfiq=توفيق Zidan=زيدان",
    ),
    "Persian": _own_script(
        "Ali=علی Amir=امیر Behrouz=بهروز Farhad=فرهاد Fatemeh=فاطمه Hamid=حمید Hossein=حسین "
        "Javad=جواد Maryam=مریم Mehdi=مهدی Mohammad=محمد Nasrin=نسرین Parisa=پریسا Reza=رضا "
        "Saeed=سعید Shirin=شیرین Zahra=زهرا",
        "Ahmadi=احمدی Bagheri=باقری Dehghan=دهقان Ebrahimi=ابراهیمی Farahani=فراهانی "
        "Ghasemi=قاسمی Hosseini=حسینی Jafari=جعفری Karimi=کریمی Moradi=مرادی Mousavi=موسوی "
        "Rahimi=رحیمی Sadeghi=صادقی Tehrani=تهرانی Yazdani=یزدانی",
    ),
    "Chinese": _own_script(
        _two_syllables(
            "wei=伟 ming=明 jian=建 guo=国 hua=华 li=丽 xiao=晓 yu=玉 zhi=志 hong=红 qiang=强 fang=芳 jun=军 "
            "yan=燕 bo=博"
        ),
        "Wang=王 Li=李 Zhang=张 Liu=刘 Chen=陈 Yang=杨 Huang=黄 Zhao=赵 Wu=吴 Zhou=周 Xu=徐 Sun=孙 Ma=马 "
        "Zhu=朱 Hu=胡 Guo=郭 He=何 Gao=高 Lin=林 Luo=罗 Zheng=郑 Liang=梁 Xie=谢 Song=宋 Tang=唐 Deng=邓 "
        "Han=韩 Feng=冯 Cao=曹 Peng=彭",
        surname_first=True,
        separator="",
    ),
    "Korean": _own_script(
        _two_syllables(
            "min=민 ji=지 hyun=현 seung=승 young=영 dong=동 sang=상 kyung=경 ho=호 soo=수 woo=우 hee=희 "
            "jun=준 chul=철 won=원",
            hyphen="-",
        ),
        "Kim=김 Lee=이 Park=박 Choi=최 Jung=정 Kang=강 Cho=조 Yoon=윤 Jang=장 Lim=임 Han=한 Oh=오 Seo=서 "
        "Shin=신 Kwon=권 Hwang=황 Ahn=안 Song=송 Hong=홍 Moon=문",
        surname_first=True,
        separator="",
    ),
    "Japanese": _own_script(
        "Akira=明 Daisuke=大輔 Haruka=遥 Hiroshi=浩 Ichiro=一郎 Kaori=香織 Kazuo=和夫 Keiko=恵子 Kenji=健二 "
        "Makoto=誠 Michiko=美智子 Naoki=直樹 Satoshi=聡 Shinji=真司 Takeshi=武 Tomoko=智子 Yoko=洋子 Yuki=雪",
        "Abe=阿部 Endo=遠藤 Fujita=藤田 Goto=後藤 Hasegawa=長谷川 Inoue=井上 Ishikawa=石川 Kato=加藤 "
        "Kimura=木村 "
        "Kobayashi=小林 Matsumoto=松本 Mori=森 Nakamura=中村 Ogawa=小川 Okada=岡田 Saito=斎藤 Sakamoto=坂本 "
        "Shimizu=清水 Takahashi=高橋 Ueda=上田",
        separator="",
    ),
    "Indian": _latin(
        "Aditya Amit Anjali Arjun Asha Deepak Divya Gopal Indira Kavita Kiran Lakshmi Manoj "
        "Meera Neha Nikhil Pooja Priya Rahul Rajesh Ravi Rohini Sanjay Shreya Sunil Sunita "
        "Vijay Vikram",
        _compose(
            "Agar Ban Bhat Chandra Deshp Gop Iy Jay Krishn Kul Mal Nar Pad Raj Subra Venkat",
            "war nathan ande karni hotra raman",
        )
        + _names("Chatterjee Gupta Joshi Kapoor Menon Mukherjee Patel Reddy Sharma Singh Varma"),
    ),
    "Vietnamese": _latin(
        "Anh-Dũng Bảo-Châu Đức-Huy Hoàng-Nam Hồng-Hạnh Minh-Khôi Ngọc-Lan Phương-Thảo "
        "Quang-Vinh Thanh-Tâm Thị-Mai Văn-Hùng Xuân-Trường",
        _names("Bùi Đặng Đỗ Dương Hoàng Lê Ngô Nguyễn Phạm Phan Trần Trương Võ Vũ"),
        surname_first=True,
    ),
    "African": _latin(
        "Abena Adebayo Amara Aminata Babatunde Chidi Chinwe Cheikh Desta Fatoumata Folasade "
        "Ibrahima Kofi Kwabena Lerato Mamadou Nomvula Oluwaseun Ousmane Sipho Tendai Thabo "
        "Wanjiru Yewande Zodwa",
        _compose(
            "Abi Ade Chuk Dla Eze Kam Mbek Nde Nkos Oko Ola Ouedra Tra", "ola mini kwu yemi ndi ogo we ore"
        )
        + _names("Diop Mensah Mutua Nyambura Owusu Sow Tesfaye Wekesa Zulu"),
    ),
    "Greek": _own_script(
        "Alexandros=Αλέξανδρος Christos=Χρήστος Dimitra=Δήμητρα Eleni=Ελένη Georgios=Γεώργιος "
        "Ioannis=Ιωάννης Katerina=Κατερίνα Nikolaos=Νικόλαος Panagiotis=Παναγιώτης "
        "Spyros=Σπύρος Vasiliki=Βασιλική",
        "Alexiou=Αλεξίου Angelopoulos=Αγγελόπουλος Economou=Οικονόμου Georgiadis=Γεωργιάδης "
        "Karras=Καρράς Makris=Μακρής Nikolaidis=Νικολαΐδης Papadakis=Παπαδάκης "
        "Stathopoulos=Σταθόπουλος Vlachos=Βλάχος",
    ),
    "Caucasian": _latin(
        "Anahit Aram Davit Eldar Elnur Gevorg Giorgi Hayk Leyla Levan Nino Rashad Tamar Tigran Zurab Vugar",
        _compose(
            "Abash Bagrat Danel Gasp Harut Javakh Kapan Lomt Mamed Sarks Tskhov Vard",
            "yan idze ashvili adze ov",
        ),
    ),
    "Hebrew": _own_script(
        "Avi=אבי Dalia=דליה David=דוד Eitan=איתן Miriam=מרים Moshe=משה Noa=נועה Ruth=רות "
        "Shlomo=שלמה Yael=יעל Yosef=יוסף",
        "Almog=אלמוג Barak=ברק Cohen=כהן Dayan=דיין Friedman=פרידמן Golan=גולן Katz=כץ "
        "Levi=לוי Mizrahi=מזרחי Peretz=פרץ Shamir=שמיר",
    ),
}


def plausible_names(count: int, seed: int = 2019) -> Iterator[PlausibleName]:
    """Distinct names, the cultures in turn; one that runs out goes on with second given names."""
    chance = random.Random(seed)
    piles = {name: _shuffled(culture, chance) for name, culture in CULTURES.items()}
    made: set[str] = set()
    while len(made) < count:
        for name in piles:
            culture = CULTURES[name]
            person = (
                _named(culture, name, *piles[name].pop()) if piles[name] else _with_two(culture, name, chance)
            )
            if len(made) < count and person.display not in made:
                made.add(person.display)
                yield person


def _shuffled(culture: Culture, chance: random.Random) -> list[tuple[str, str]]:
    pairs = list(product(culture.given, culture.surnames))
    chance.shuffle(pairs)
    return pairs


def _named(culture: Culture, label: str, given: str, surname: str) -> PlausibleName:
    display = f"{surname} {given}" if culture.surname_first else f"{given} {surname}"
    return PlausibleName(display, _native(culture, given, surname), label)


def _native(culture: Culture, given: str, surname: str) -> tuple[str, ...]:
    if culture.native is None:
        return ()
    parts = (culture.native[given], culture.native[surname])
    return (culture.separator.join(parts[::-1] if culture.surname_first or not culture.separator else parts),)


def _with_two(culture: Culture, label: str, chance: random.Random) -> PlausibleName:
    if culture.surname_first:
        given = f"{chance.choice(culture.given)} {chance.choice(culture.given)}"
        return PlausibleName(f"{chance.choice(culture.surnames)} {given}", (), label)
    first, middle = chance.sample(culture.given, 2)
    return PlausibleName(f"{first} {middle} {chance.choice(culture.surnames)}", (), label)
