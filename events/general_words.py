"""The words of posts and institutions that are everybody's, in the languages in which posts are printed. No database.

What remains of a printed post without them tells where somebody comes from. A word stands here once, in one case and
number: ``key`` makes one of a word however it is written and inflected, of these and of those that are looked up.
"""

import re
import unicodedata
import zoneinfo
from functools import lru_cache

from django.utils.translation import override
from django_countries import countries

from publishing.folding import NOT_SHOWN, fold
from publishing.spelling import one_spelling
from publishing.stemming import russian_stem

#: O.E.C.D. and AT&T are words too.
WORD = re.compile(r"(?<!\w)(?:[^\W\d_]\.)+[^\W\d_]\b\.?|(?<!\w)(?:[^\W\d_]\.){2,}|\w+(?:&\w+)*")
#: A word that a line's end parts.
PARTED = re.compile(r"\u00ad\s+")
#: Russian words of which the middle is left out.
WRITTEN_WITH_A_HYPHEN = {
    "ин-т": "институт", "ун-т": "университет", "мин-во": "министерство", "мин-ва": "министерства", "ф-т": "факультет",
    "ин-та": "института", "ун-та": "университета", "ин-те": "институте", "ун-те": "университете",
}  # fmt: skip
DRAWN_TOGETHER = re.compile(rf"\b(?:{'|'.join(WRITTEN_WITH_A_HYPHEN)})\b", re.I)
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
#: German and French endings and everybody's plural, of a word that keeps four letters.
ENDING = re.compile(r"(?<=\w{4})(?:e[nms]?|s|(?:(?<=sch)|(?<=lich)|(?<=end))er)$")
PLURAL = re.compile(r"(?<=\w{3})ies$")
WRITTEN_SHORT = {
    "univ": "university", "uni": "university", "u": "university",
    "inst": "institute", "dept": "department", "intl": "international",
    "govt": "government", "assoc": "association", "amts": "amt", "amtes": "amt",
    # Whose ending would make a minister of it.
    "ministere": "ministry", "ministeres": "ministry",
}  # fmt: skip
#: Kinds that an institution's name is translated with: "Universität Harbour" of Harbour University.
TRANSLATED = {
    "university": "universität université universidad università universidade университет uniwersytet univerzita "
    "universiteit universitet yliopisto", "national": "национальный nationale nacional nazionale narodowy",
    "technical": "технический technische technique tecnico", "state": "государственный staatlich",
    "institute": "institut instituto istituto институт", "academy": "akademie académie academia accademia академия",
    "bank": "banque banco banca банк", "ministry": "ministerium ministère ministerio ministero министерство",
    "foundation": "stiftung fondation fundación fondazione", "agency": "agentur agence agencia agenzia агентство",
    "centre": "zentrum centro центр", "embassy": "botschaft ambassade embajada посольство",
    "association": "verband associazione asociación ассоциация", "council": "conseil consejo consiglio",
}  # fmt: skip
#: Cities for which universities and councils are called, as other languages name them: Universität Wien, Венский.
CITIES = {
    "athens": "athen athènes atenas atene афины афинский", "basel": "basle bâle basilea базель базельский",
    "beijing": "peking pékin pekín pechino пекин пекинский", "belgrade": "belgrad beograd белград белградский",
    "brussels": "brüssel bruxelles brussel bruselas брюссель брюссельский", "cairo": "kairo каир каирский",
    "cologne": "köln colonia кёльн кёльнский",
    "copenhagen": "kopenhagen københavn copenhague копенгаген копенгагенский",
    "florence": "florenz firenze florencia флоренция флорентийский",
    "geneva": "genf genève ginebra ginevra женева женевский", "gothenburg": "göteborg гётеборг гётеборгский",
    "helsinki": "helsingfors хельсинки хельсинкский", "jerusalem": "иерусалим иерусалимский gerusalemme jerusalén",
    "kyiv": "kiev kiew київ киев киевский київський",
    "lisbon": "lissabon lisboa lisbonne lisbona лиссабон лиссабонский",
    "london": "londres londra лондон лондонский", "milan": "mailand milano milán милан миланский",
    "moscow": "moskau moscou moscú mosca москва московский", "munich": "münchen monaco мюнхен мюнхенский",
    "naples": "neapel napoli неаполь неаполитанский", "prague": "prag praha praga прага пражский",
    "rome": "rom roma рим римский", "seoul": "séoul seúl сеул сеульский", "tokyo": "tokio токио токийский",
    "turin": "torino турин туринский", "venice": "venedig venezia венеция венецианский",
    "vienna": "wien vienne viena вена венский",
    "warsaw": "warschau warszawa warszawski varsovie varsavia варшава варшавский",
    "zurich": "zürich zurigo цюрих цюрихский",
}  # fmt: skip
LANGUAGES = ("en", "ru", "de", "fr")


def shown(text: str) -> str:
    """``text`` without what shows nothing, its letters composed."""
    composed = unicodedata.normalize("NFKC", PARTED.sub("", text).translate(NOT_SHOWN))
    return DRAWN_TOGETHER.sub(lambda found: WRITTEN_WITH_A_HYPHEN[found[0].lower()], composed)


@lru_cache(maxsize=100_000)
def key(word: str) -> str:
    """What ``word`` is compared by: Gazprom and GAZPROM, Centre and Centers, Институт, Институте and Institut are one
    each."""
    own = _in_its_language(word)
    return _in_english().get(own, own)


@lru_cache(maxsize=1)
def _in_english() -> dict[str, str]:
    return {
        _in_its_language(word): _in_its_language(english)
        for english, words in (TRANSLATED | CITIES).items()
        for word in words.split()
    }


def _in_its_language(word: str) -> str:
    folded = fold(word).replace(".", "")
    if CYRILLIC.search(folded):
        return _russian_stem(folded)
    folded = WRITTEN_SHORT.get(folded, PLURAL.sub("y", folded))
    return ENDING.sub("", one_spelling(folded))


#: Of words that lose a vowel when they are inflected (посол, посла) the stem that the others have.
_FLEETING = {"посол": "посл"}


def _russian_stem(word: str) -> str:
    """The stem of the stem, as long as there is one: else a name that ends like a case (Газпром) is none of its own."""
    while (stem := russian_stem(word)) != word:
        word = stem
    return _FLEETING.get(word, word)


def keys(words: str) -> frozenset[str]:
    return frozenset(map(key, words.split()))


#: Between the words of a name; the "s" of "Norland’s" too.
CONNECTING = frozenset(
    "a an and at as de del della der des di du d das dem den die ein eine el en et for from für im in l la las le les "
    "los of on s the to und von vom zu zum zur y e em o as am an bei beim au aux à chez "
    "для в во и на о об от по при с со из у".split()
)
#: Behind them stands of what somebody knows, and no institution.
OF_A_FIELD = frozenset("für on по".split())
#: What has a field behind "of" and "in" too.
TAUGHT = keys(
    "professor prof lecturer reader teacher doctor профессор доцент преподаватель доктор dozent professorin"
)
#: Who stands for a place: "Mayor of Tokyo" is somebody, Tokyo is not.
OF_A_PLACE = keys(
    "ambassador mayor consul governor senator bishop envoy plenipotentiary attaché посол мэр консул губернатор сенатор "
    "botschafter botschafterin bürgermeister oberbürgermeister konsul ambassadeur ambassadrice maire embajador alcalde"
)
RANKS = (
    TAUGHT
    | OF_A_PLACE
    | keys(
        "beekeeper capitalist investigator blogger programmer chargé servant fachmann vorstandsvorsitzender "
        "aufsichtsrat consejero consejera analyst expert historian researcher scholar specialist student кандидат "
        "преподаватель специалист эксперт dozentin maître profesor academic accountant activist actor adviser "
        "advisor advocate agronomist anthropologist archaeologist architect archivist artist assistant associate "
        "attorney auditor author banker barrister biologist broadcaster broker campaigner captain ceo cfo chair "
        "chairman chairperson chairwoman chancellor chemist chief cio clerk climatologist coach cofounder colonel "
        "columnist commander commentator commissioner composer consultant contractor controller convener convenor "
        "coo coordinator correspondent councillor counsel counsellor counselor critic cto curator dean delegate "
        "demographer deputy designer developer diplomat director doctor ecologist economist editor engineer "
        "entrepreneur epidemiologist evp executive farmer fellow filmmaker financier founder geographer geologist "
        "head host hydrologist inspector intern investor journalist judge lawyer lead leader legislator librarian "
        "linguist lobbyist lord manager mathematician mediator member meteorologist minister moderator mp mep "
        "negotiator novelist nurse observer officer official ombudsman operator organiser owner panellist "
        "parliamentarian partner participant philosopher photographer physician physicist planner poet politician "
        "practitioner premier president principal producer professional prosecutor provost psychologist publisher "
        "rapporteur rector registrar reporter representative scientist secretary shareholder sociologist solicitor "
        "speaker spokesman spokesperson spokeswoman statistician strategist supervisor surgeon svp teacher "
        "technician trader trainee translator treasurer trustee undersecretary underwriter vp writer автор адвокат "
        "академик аналитик архитектор аспирант банкир главный глава губернатор дипломат директор депутат декан "
        "журналист заведующий заместитель инженер историк исследователь казначей координатор корреспондент лектор "
        "лидер менеджер министр модератор начальник обозреватель основатель партнёр политик политолог помощник "
        "председатель представитель президент премьер ректор редактор режиссёр руководитель секретарь советник "
        "сопредседатель социолог сотрудник стажёр студент судья управляющий учёный учредитель философ член "
        "экономист юрист abgeordnete abgeordneter analystin angestellter anwalt anwältin architekt architektin "
        "assistent assistentin autor autorin bankier beamter beamtin beauftragter berater beraterin chef chefin "
        "chefredakteur dekan dekanin diplomatin direktor direktorin experte expertin forscher forscherin "
        "geschäftsführer geschäftsführerin gesandter gründer gründerin historiker historikerin ingenieur "
        "ingenieurin inhaber journalistin jurist juristin kanzler kanzlerin leiter leiterin mitarbeiter "
        "mitarbeiterin mitglied ministerin moderatorin ökonom ökonomin partnerin präsident präsidentin redakteur "
        "redakteurin referent referentin rektor rektorin richter richterin sprecher sprecherin schatzmeister "
        "schatzmeisterin sekretär staatssekretär stellvertreter unternehmer volkswirt vorsitzender vorstand "
        "vorständin vertreter vertreterin vizepräsident wissenschaftler wissenschaftlerin avocat banquier chercheur "
        "chercheuse conseiller conseillère député directeur directrice économiste journaliste juge ministre "
        "président présidente professeur rédacteur secrétaire trésorier abogado banquero diplomático economista "
        "embajadora investigador periodista presidente profesora secretario tesorero ambasciatore direttore "
        "professore ricercatore tesoriere consigliere giornalista"
    )
)
#: Beside a rank or a field; no institution is known by them alone.
FIELDS = keys(
    "technological polytechnic agricultural "
    "steel motors airlines capital consulting ventures pharmaceuticals petroleum mining telecom electric "
    "advisory solutions systems technologies вице экс freelance investigative portfolio venture hedge "
    "scientific software government civil human rights phd think tank claims process marine export import gas "
    "oil rail grids modelling epidemiology medicine physics chemistry biology mathematics sociology psychology "
    "philosophy linguistics advocacy brand campaigns cyber design editorial fundraising gender growth hr "
    "insurance it logistics membership migration news nuclear partnerships procurement supervisory supervision "
    "events acting adjunct administration administrative affairs agriculture analysis applied area arts asian "
    "asset audit business central climate co commercial communication communications comparative compliance "
    "contemporary cooperation corporate credit cultural culture customer data defence development digital "
    "diplomatic distinguished domestic east economic economics economy education emeritus emerita energy "
    "engineering environment environmental equity european ex extraordinary external federal finance financial "
    "first food foreign former founding free full general global governance health higher history honorary "
    "humanities independent industrial industry information innovation interim interior internal international "
    "investment investor joint junior justice knowledge labour language law leading legal legislative life "
    "local management managing market marketing media medical military mission monetary national new non north "
    "operating operation operations oriental outreach past peace people permanent personal planning policy "
    "political politics postdoctoral practice prime private product project programme programs public "
    "publishing quality r&d regional regulatory relations research resident resources retired revenue risk "
    "safety sales science sciences security senior serving social south special staff state statistics "
    "strategic strategy studies supreme sustainability sustainable talent tax technical technology tenured "
    "trade transport treasury under vice visiting water west work works world youth бывший ведущий внешний "
    "временный генеральный действующий внештатный исполнительный заслуженный зам коммерческий международный "
    "младший научный независимый первый политический почётный приглашённый специальный старший технический "
    "финансовый чрезвычайный полномочный экономика экономический политика право история наука исследование "
    "вопрос связь отношение безопасность развитие энергетика auswärtiger außerordentlicher bildung emeritierter "
    "energiepolitik ehemaliger erster finanzen forschung freier geschichte honorar internationale klimaschutz "
    "kommunikation leitender oberster öffentlichkeitsarbeit ökonomie politik politische programm projekt recht "
    "sicherheit stellvertretender stellvertretende technik umwelt wirtschaft wissenschaft wissenschaftlicher "
    "adjoint affaires ancien droit économie étrangères extérieures générale histoire politique recherche "
    "asuntos derecho economía investigación politica ricerca exteriores"
)
#: Parts of an institution, which may be named behind them.
SUBUNITS = keys(
    "society board bureau committee department desk directorate division faculty group practice program project "
    "school secretariat section staff team unit департамент кафедра комитет отдел отделение сектор факультет "
    "abteilung fachbereich fakultät lehrstuhl referat département faculté departamento facultad"
)
KINDS = SUBUNITS | keys(
    "endowment office academy agency alliance archive association authority bank cabinet centre chamber church "
    "city club college commission company conference congress consulate cooperative corporation council court "
    "embassy exchange federation firm forum foundation fund hospital house industry initiative institute "
    "institution laboratory lab league library magazine ministry mission museum network newspaper observatory "
    "organisation parliament party press senate service syndicate trust union university академия агентство "
    "ассоциация банк бюро институт министерство обсерватория организация посольство правительство совет союз "
    "университет федерация фонд центр школа akademie amt behörde botschaft bund bundestag gesellschaft "
    "hochschule institut kammer landtag ministerium regierung rat stiftung universität verband verein zentrum "
    "académie ambassade banque conseil école fondation société université academia banco centro embajada "
    "escuela fundación instituto ministerio universidad università banca istituto"
)
KINDS_OF_A_WHOLE = KINDS - SUBUNITS
#: Kinds of which people say the name alone: Stanford, Brookings, Carnegie; nobody says so of a ministry.
TOLD_IN_SHORT = keys(
    "college university institution institute endowment corporation company agency bank "
    "foundation school centre laboratory lab museum library hospital "
    "business trust fund society academy observatory university университет институт фонд центр школа академия "
    "universität hochschule stiftung institut université école fondation universidad fundación instituto università "
    "istituto"
)
#: Words that name an institution, and as often what a report is about: of the Baltic Institute, the Baltic is none.
LANDSCAPE = keys(
    "adriatic aegean alpine alps arab arctic antarctic atlantic "
    "balkan balkans baltic bay bering black blue board bridge "
    "delta caribbean carpathian caspian castle caucasus christian city coast crescent cross crown danube danubian "
    "desert "
    "eastern economist eurasia eurasian euro europe european forest freedom garden gate green gulf harbour hill indo "
    "islamic island jewish king kingdom lake latin levant liberty mediterranean moon mountain muslim nile nordic "
    "northern ocean pacific park polar port queen red rhine river rural sahara sahel saint sea siberian silk southern "
    "space square stability star state stone street sun tower union unity urban valley volga western white wood "
    "democracy transatlantic ethics water road open royal future modern society markets grid арктика балтика волга "
    "кавказ сибирь урал"
)
#: Stands behind a name, or before it, and is left out as often: the form of a company, and what all large ones are.
FORMS = keys(
    "plc ltd llc llp lp inc corp co gmbh ag se sa spa srl bv nv kg kgaa oy ab asa limited incorporated group holding "
    "holdings international global worldwide госкорпорация госкомпания корпорация компания концерн "
    "пао оао ооо зао ао нко фгбу фгбун фгуп гк группа холдинг"
)
ORDINARY = FORMS | KINDS | RANKS | FIELDS

_MORE_PLACES = (
    "UK,US,U.S.,USA,EU,United States,England,Scotland,Wales,Britain,Great Britain,Europe,Asia,Africa,America,"
    "Latin America,Middle East,Eurasia,Geneva,Washington,Frankfurt,Munich,Россия,Европа,Азия,Москва,"
    "British,American,French,Dutch,Danish,Swiss,Spanish,Greek,Polish,Turkish,Norwegian,Welsh,Scottish,English,African,"
    "European,Arab"
)
_CONTINENTS = {"Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"}
#: Chile and Chilean, Russia and Russian, Japan and Japanese.
_OF_A_COUNTRY = re.compile(r"(?<=\w{4})(?:i?an|ese|i|ish|isch)$")


def place(name: str) -> tuple[str, ...]:
    """The keys of the words of a place's name, in no order: the Republic of Korea is "Korea, Republic of"."""
    return tuple(sorted(map(key, significant(name))))


def significant(text: str) -> list[str]:
    """The words of ``text`` without those that only connect others."""
    return [word for word in WORD.findall(shown(text)) if word.lower() not in CONNECTING]


@lru_cache(maxsize=1)
def well_known_places() -> frozenset[tuple[str, ...]]:
    """Countries in the languages of posts, and the cities by which the world's clocks are named."""
    names = _MORE_PLACES.split(",")
    for language in LANGUAGES:
        with override(language):
            names += [str(name) for _code, name in countries]
    zones = [zone.split("/") for zone in zoneinfo.available_timezones()]
    names += [zone[-1].replace("_", " ") for zone in zones if zone[0] in _CONTINENTS]
    return frozenset(filter(None, map(place, names)))


@lru_cache(maxsize=1)
def _roots() -> frozenset[str]:
    return frozenset(
        one[0][: len(one[0]) - cut] for one in well_known_places() if len(one) == 1 for cut in (0, 1, 2)
    )


def is_of_a_country(word: str) -> bool:
    """Whether ``word`` says of which country: Chilean, Japanese."""
    folded = fold(word)
    root = _OF_A_COUNTRY.sub("", folded)
    return root != folded and not _roots().isdisjoint((root, key(root)))


#: Adjectives of countries whose root is another one than the country's.
_IRREGULAR = {
    "french": "france", "dutch": "netherlands", "british": "britain", "danish": "denmark", "swiss": "switzerland",
    "spanish": "spain", "greek": "greece", "polish": "poland", "turkish": "turkey", "norwegian": "norway",
    "finnish": "finland", "swedish": "sweden", "irish": "ireland", "icelandic": "iceland", "thai": "thailand",
    "filipino": "philippines", "israeli": "israel", "iraqi": "iraq", "pakistani": "pakistan", "kuwaiti": "kuwait",
    "qatari": "qatar", "saudi": "saudi arabia", "german": "germany", "czech": "czechia", "slovak": "slovakia",
    "peruvian": "peru", "canadian": "canada", "argentine": "argentina", "welsh": "wales", "scottish": "scotland",
    "english": "england", "croatian": "croatia", "serbian": "serbia", "kazakh": "kazakhstan", "uzbek": "uzbekistan",
    "afghan": "afghanistan", "belgian": "belgium", "burmese": "myanmar", "emirati": "united arab emirates",
    "французский": "франция", "немецкий": "германия", "британский": "британия", "японский": "япония",
    "чилийский": "чили", "китайский": "китай", "российский": "россия", "итальянский": "италия",
    "испанский": "испания", "польский": "польша", "турецкий": "турция", "индийский": "индия",
    "американский": "сша", "финский": "финляндия", "шведский": "швеция", "норвежский": "норвегия",
}  # fmt: skip
_RUSSIAN_ADJECTIVE = re.compile(r"(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ых|их|ую|юю)$")


@lru_cache(maxsize=1)
def _countries_by_adjective() -> dict[str, str]:
    return {key(adjective): key(country) for adjective, country in _IRREGULAR.items() if " " not in country}


@lru_cache(maxsize=20_000)
def country_of(word: str) -> str:
    """The key of the country that ``word`` is an adjective of (Chilean, Chile), else its own."""
    own = key(word)
    if own in _countries_by_adjective():
        return _countries_by_adjective()[own]
    if not is_of_a_country(word):
        return own
    root = _OF_A_COUNTRY.sub("", fold(word))
    near = (root + end for end in ("", "a", "e", "ia", "y", "o"))
    return next((key(name) for name in near if (key(name),) in well_known_places()), own)


#: Countries as they are said, beside their names and the adjectives that ``country_of`` knows.
_SAID = {
    "US": "us usa america american американский америка amerikanisch américain états",
    "GB": "uk britain british england english британия британский britisch britannique",
    "RU": "рф россия российский русский russisch russe",
    "CN": "кнр китай китайский chinesisch chinois",
    "DE": "фрг германия немецкий deutsch deutscher allemand",
    "FR": "французский französisch français",
    "JP": "japanisch japonais",
    "IT": "italienisch italien",
    "ES": "spanisch espagnol",
    "PL": "polnisch polonais",
    "EU": "eu ес europe european европейский",
}


@lru_cache(maxsize=1)
def _countries_by_word() -> dict[str, str]:
    codes = {key(word): code for code, words in _SAID.items() for word in words.split()}
    for language in LANGUAGES:
        with override(language):
            for code, name in countries:
                if len(words := significant(str(name))) == 1:
                    codes.setdefault(key(words[0]), code)
    return codes


@lru_cache(maxsize=20_000)
def country_named(word: str) -> str:
    """The code of the country that ``word`` names or is an adjective of, in any language of posts; else blank."""
    codes = _countries_by_word()
    return codes.get(key(word)) or codes.get(country_of(word), "")


def is_an_adjective(word: str) -> bool:
    """Of Russian: what kind of institute it is (Морской институт), and no name."""
    return bool(_RUSSIAN_ADJECTIVE.search(fold(word)))
