"""Russian: verbs of speaking with their endings, and the patterns of phrases and clauses."""

import re

from intake.reading.languages.russian.declension import CASES, surname_forms
from intake.reading.languages.russian.words.people import MORE_ROLES, POSTS, ROLES
from intake.reading.languages.russian.words.reporting import (
    BESIDE,
    GROUPS,
    PAST,
    PHRASES,
    PREDICATES,
    PRESENT,
    SILENT,
    TOPIC,
)
from intake.reading.quotes import COVER

_IRREGULAR = {"сошёлся": "сошлась сошлись", "счёл": "сочла сочли", "счел": "сочла сочли"}


def _past(stem: str) -> list[str]:
    if stem in _IRREGULAR:
        return [stem, *_IRREGULAR[stem].split()]
    if stem.endswith("рёг") or stem.endswith("рег"):
        return [stem, stem[:-3] + "регла", stem[:-3] + "регли"]
    if stem.endswith("лся"):
        return [stem, stem[:-2] + "ась", stem[:-2] + "ись"]
    if stem.endswith("ёл"):
        return (
            [stem, stem[:-2] + "ла", stem[:-2] + "ли"]
            if stem.endswith("шёл")
            else [
                stem,
                stem[:-2] + "ела",
                stem[:-2] + "ели",
            ]
        )
    return [stem, stem + "а", stem + "и"] if stem.endswith("л") else [stem]


def _present(form: str) -> list[str]:
    tail = "ся" if form.endswith("ся") else ""
    base = form[: len(form) - len(tail)]
    plural = [base[:-2] + e for e in (("ют", "ут") if base.endswith(("ет", "ёт")) else ("ят", "ат"))]
    return [form, *(p + tail for p in plural)]


def _forms(verb: str) -> list[str]:
    """The finite forms of a verb given in the past or the present, with what belongs to it: «сделал вывод»."""
    head, *rest = verb.split()
    forms = _present(head) if head.endswith(("т", "тся")) else _past(head)
    return [r"\s+".join((form, *rest)) for form in forms]


_FORMS = sorted(
    {f for verb in (*PAST, *PRESENT, *PHRASES) if verb not in PREDICATES for f in _forms(verb)},
    key=lambda f: (-len(f), f),
)


def _predicate(form: str) -> list[str]:
    """The short forms of «уверен», «убеждён», «согласен»."""
    stem = form[:-2] + "н" if form == "согласен" else form.replace("ён", "ен")
    return [form, stem + "а", stem + "ы"]


_PREDICATES = "|".join(form for p in PREDICATES for form in _predicate(p))


VERB = re.compile(rf"(?<![\w-])(?:{'|'.join(_FORMS)}|{_PREDICATES})(?![\w-])", re.I)


BESIDE_VERB = re.compile(rf"(?<![\w-])(?:{'|'.join(f for s in BESIDE for f in _past(s))})(?![\w-])", re.I)
# The same with what was said behind a colon: «откликнулся архитектор города: карта готова».
BESIDE_COLON = re.compile(BESIDE_VERB.pattern + r"(?=[^.;:]{0,120}:\s)", re.I)


REPORTS = re.compile(rf"{VERB.pattern}|{BESIDE_VERB.pattern}", re.I)


SPOKEN = re.compile(rf"[{COVER}]|^\s*[—–-]\s|[,?!…]\s*[—–]\s")


ADVERBS = (
    r"(?:также|тоже|затем|потом|далее|ещё|еще|в свою очередь|при этом|вместе с тем|однако|кроме того|в "
    r"частности|и|же|же,|не|особо|отдельно|снова|"
    r"дополнительно|позже|позднее|впоследствии|справедливо|прямо|кратко|коротко|сразу|тут же|лично|"
    r"публично|неоднократно|подробно|подробнее|"
    r"[а-яё]+о|в ответ|на это|по этому поводу|в заключение|со своей стороны|напротив|наконец|первым|первой)"
)


# Whatever verb stands behind spoken words and a dash reports them: «…», — задаёт тон Сухих.
FINITE = r"[а-яё]+(?:л|ла|ли|[аяуюе]ет|аёт|ит)(?:с[ья])?(?![\w-])"
AFTER_SPEECH = re.compile(rf"(?:{COVER}[,.?!…]?|[,?!…])\s*[—–-]\s+(?:{ADVERBS}\s+){{0,3}}(?={FINITE})", re.I)
ANY_VERB = re.compile(FINITE, re.I)


VERB_RIGHT_BEFORE = re.compile(r"(?<![\w-])[а-яё]{2,}(?:л|ла)(?:с[ья])?\s+$")
AFTER_NOUN = re.compile(r"[а-яё]{4,}\s+$")


# So does one with a sentence behind it: «пожаловался соседям, что…», unless it is a verb of knowing or doing.
BEFORE_THAT = re.compile(
    rf"(?<![\w-])(?!(?:{'|'.join(SILENT)}))(?:{FINITE})(?=(?:\s[^\W\d_]+){{0,4}},\s+(?:что|будто|якобы)(?!\w))"
    r"(?!(?:\s[^\W\d_]+){0,3}\s(?:тем|тому|(?<!\sс\s)того|то),)"
)


# «Об этом сообщил министр», «Такого мнения придерживается Сухих»: what was said stands before.
POINTS_BACK = re.compile(
    r"(?:Об\s+этом|Таково\s+мнение|Так(?:ое|ого|ую)\s+(?:мнени|заявлени|точк|позици|вывод|предложени|прогноз)\w+|"
    r"С\s+таким\s+(?:заявлени|предложени)\w+|К\s+такому\s+(?:вывод|мнени)\w+|Так\s+(?:считает|думает|полагает|ответил))"
    r"(?![^.]{0,12}\s(?:же|и)\s)",
)


# A name behind spoken words and a dash signs them.
SIGNED = re.compile(rf"{COVER}[,.]?\s*(?:[—–-]\s+|\($)$")


CLOSING = (",", "—", "–", COVER, "?", "!")  # what stands between spoken words and the verb behind them


_TOPIC = {f for verb in TOPIC for f in _forms(verb)}


SAYS_NEXT = re.compile(
    rf"\s*(?:[^.;:—]{{0,60}})?(?:,\s*(?:что|как|почему|чтобы|когда|сколько|где|каки\w+|насколько|зачем|"
    rf"кто|чем|куда|какой|какая|не|ли)\b|:)|\s*{COVER}"
)


GAP = re.compile(
    rf"(?:\s*\([^()]*\))?(?:\s*[,—–]\s*[^;:]{{1,220}}[,—–])?(?:\s*,?\s*{ADVERBS},?)*(?:\s+(?:в|на|во|со|"
    rf"с|к|по|из|от|о|об|для|перед|после|из-за)\s+[^,;:]{{1,70}}|\s+(?:эту|такую|свою|его|её|их)?\s*"
    rf"(?!{ADVERBS}(?!\w))[а-яё]{{3,}}[уюыь])?(?:\s*{ADVERBS})*\s*"
)


BETWEEN = re.compile(r"\s+(?:[^,;:.—\x1a]|\.(?=\s?[А-ЯЁ]\.|\s[а-яё])|\x1a){0,150}?")


PASSIVE = re.compile(
    r"(?<!\w)(?:(?P<who>им|ею|ей)\s+(?:(?:также|ещё|особо)\s+)?)?(?:был[аои]?\s+)?(?P<verb>(?:отмечен|подч[её]ркнут|"
    r"указан|предложен|высказан|озвучен|привед[её]н|заявлен|внес[её]н|поднят|доложен|рекомендован|обозначен|сказан|"
    r"констатирован|акцентирован|сделан|дан)[оаы]?)(?!\w)",
    re.I,
)


_ACCORDING_TO = (
    r"(?:словам|мнению|оценк(?:е|ам)|данным|убеждению|выражению|версии|признани(?:ю|ям)|утверждени(?:ю|ям)|"
    r"прогноз(?:у|ам)|наблюдени(?:ю|ям)|подсч[её]там|расч[её]там|информации|замечанию|определению|"
    r"свидетельств(?:у|ам)|мысли|логике|ощущени(?:ю|ям)|воспоминани(?:ю|ям)|рассказ(?:у|ам)|сведениям|"
    r"заверени(?:ю|ям)|предположени(?:ю|ям)|замыслу|трактовке|опыту)"
)


SOURCE = re.compile(
    rf"(?<!\w)(?:по\s+{_ACCORDING_TO}|с\s+точки\s+зрения|со\s+слов|на\s+взгляд|в\s+представлении)\s+", re.I
)


#: «Мнение Лосевой: …», «Позиция Гая такова: …», «Вывод Гая прост: …».
THEIR_NOUN = re.compile(
    r"(?:^|[,;—–]\s+)(?:(?:Главн|Основн|Ключев|Перв|Втор|Общ)\w+\s+)?(?:мнение|позиция|ответ|вывод|совет|прогноз|предложение|"
    r"тезис|рецепт|аргумент|вердикт|резюме|комментарий|просьба|мысль|идея|точка зрения|оценка|возражение|итог)\s+",
    re.I,
)
THEIR_NOUN_ENDS = re.compile(r"\s*(?:[а-яё]+\s*){0,4}(?::|\s[—–-]\s|,\s+что\b|состо\w+)")
#: «Ни Гай, ни Лосева не сказали»: nobody did.
NEITHER = re.compile(r"(?<!\w)ни\s+$", re.I)


HIS = re.compile(
    rf"(?<!\w)(?:по\s+(?P<who>его|её|ее|их)\s+(?:собственн\w+\s+|же\s+)?{_ACCORDING_TO}|"
    r"на\s+(?P<who2>его|её|ее)\s+взгляд|с\s+(?P<who3>его|её|ее)\s+точки\s+зрения)",
    re.I,
)


PRONOUN = re.compile(
    r"(?<![\w-])(?:он|она|они)(?![\w-])|(?<=[лт]\s|а\s)(?:тот|та)(?=[,.]|\s*$)|^(?:тот|та)(?=\s+[а-яё]+(?:л|ла|ет|ит)(?:с[ья])?(?!\w))",
    re.I,
)


_GROUPS = "|".join(GROUPS)


GROUP = re.compile(
    rf"(?<![\w-])(?:(?:все|многие|некоторые|другие|остальные|большинство|несколько|оба|обе|часть|"
    rf"присутствовавшие)\s+)?(?:{_GROUPS})(?:\s+(?:дискуссии|встречи|круглого стола|"
    rf"конференции|заседания|форума|семинара|мероприятия|собрания|обсуждения|из зала))?(?![\w-])",
    re.I,
)


GROUP_GENITIVE = re.compile(
    r"(?:(?:всех|многих|некоторых|большинства)\s+)?(?:экспертов|участников|специалистов|докладчиков|"
    r"спикеров|выступающих|выступавших|собравшихся|учёных|ученых|"
    r"аналитиков|политологов|студентов|журналистов|депутатов|историков|экономистов|жителей|врачей|"
    r"исследователей)(?:\s+(?:дискуссии|встречи|конференции|заседания|форума|семинара|круглого стола))?",
    re.I,
)


_ADJECTIVES = {
    "старший",
    "главный",
    "младший",
    "научный",
    "заслуженный",
    "народный",
    "почётный",
    "бывший",
    "член",
}
ROLE_NOUNS = {*ROLES, *POSTS, *MORE_ROLES} - _ADJECTIVES
_HEADS = "|".join(sorted(ROLE_NOUNS, key=len, reverse=True))
ROLE = re.compile(
    rf"(?<![\w-])(?:[А-ЯЁа-яё-]+(?:ый|ий|ой|ая|яя)\s+){{0,2}}(?:{_HEADS}|зам[а-яё]{{4,}})(?![\w-])", re.I
)
# The case of a post by its form; the nominative, then the genitive, where two cases look alike.
POST_CASES = {
    form: case
    for noun in ROLE_NOUNS
    for case, form in reversed(
        list(zip(CASES, surname_forms(noun, "f" if noun[-1] in "ая" else "m"), strict=True))
    )
}
# The case that a preposition right before a name calls for.
PREPOSITIONS = {
    **dict.fromkeys(("у", "от", "для", "из", "против", "кроме", "после", "вслед"), "gen"),
    **dict.fromkeys(("с", "со", "перед"), "ins"),
    **dict.fromkeys(("к", "ко", "благодаря", "вопреки"), "dat"),
    **dict.fromkeys(("о", "об", "обо"), "pre"),
}
# What belongs to somebody stands before a genitive: «лекция Гурама Чиковани».
OF_SOMEBODY = re.compile(
    r"(?<!\w)(?:доклад|лекци|выступлени|мнени|слов|интервью|реч|сообщени|презентаци|тезис|предложени|вопрос|книг|"
    r"участи|председательств|руководств|инициатив|модераци|имен|реплик|позици|кандидатур|замечани|идe|отчёт|отчет|"
    r"ответ|рассказ|воспоминани|памят|роман|работ|приглашени|просьб)[а-яё]{0,3}\s+$",
    re.I,
)
# A word that may belong to a role behind its noun: «директор по развитию», «глава «Полюса»».
OF_ROLE = re.compile(
    rf"\s+(?:по\s+|и\s+|№\s*)?(?:[а-яё-]+(?:[аяыиую]|ов|ев|ей|ого|его|ой|ых|их|ью)|[А-ЯЁ]{{2,6}}|наук|дел|сил|войск|школ|программ|систем|искусств|"
    rf"[А-ЯЁ][а-яё-]+(?:[аяыи]|ов|ев|ого|его|ой|ей|ых|их)|\d+|{COVER}+)(?![\w-])"
)


SOMEBODY = re.compile(
    r"(?<![\w-])(?:один|одна|другой|другая|кто-то)\s+из\s+(?:[а-яё]+\s+){0,2}?[а-яё]+(?:ов|ев|ей|ок|их|"
    r"ых|ц|ниц|тов|ков|стов)(?![\w-])|(?<![\w-])(?:слушатель|слушательница|зритель|зрительница|студент|"
    r"студентка|жительница|житель|журналист|журналистка|корреспондент|участник|"
    r"участница)(?:\s+из\s+зала)?(?![\w-])",
    re.I,
)


EMBEDDED = re.compile(
    r"\s*(?:и|но|а)?\s*(?:что|чтобы|котор\w+|когда|если|где|поскольку|потому|ибо|кто|куда|откуда|чей|"
    r"почему|словно|будто|после того|до того|пока|хотя)\b",
    re.I,
)


# «Заседание началось с того, что глава фонда напомнил…»
BEGINS_WITH = re.compile(r"(?<!\w)нача\w+\s+(?:[^\W\d_]+\s+){0,2}с\s+того,\s+что\s+[^,;:]*$", re.I)


TAKES_PART = re.compile(
    r"(?:принял[аи]?\s+участие|приняли\s+участие|участвовал[аи]?|выступил[аи]?|отвечал[аи]?|"
    r"побывал[аи]?|побеседовал[аи]?\s+с|(?:говорим|беседуем|поговорили|интервью|встреч\w+|бесед\w+)\s+с|"
    r"гост(?:ем|ьей|ями)\s+[^.:]{0,60}стал[аи]?|участниками\s+\w+\s+стали|участниками\s+стали|среди\s+(?:участников|спикеров|докладчиков|"
    r"выступающих)|"
    r"спикерами\s+(?:\w+\s+)?(?:стали|выступили)|на\s+вопросы\s+[^.:]{0,60}отве[тч]\w*|"
    r"прочитал[аи]?\s+лекци\w+|представил[аи]?|участники\s*:|спикеры\s*:|докладчики\s*:|"
    r"с\s+докладами?\s+выступили|открыл[аи]?)",
    re.I,
)


MODERATES = re.compile(
    r"(?<!\w)(?:модератор(?:ом|а|у)?|модериро\w+|ведущ(?:ий|ая|им|ей)|"
    r"беседовал[аи]?|расспрашивал[аи]?|интервью\s+(?:взял|пров)\w+|(?:вёл|вела|вел|вед[её]т)(?=\s+(?:дискусси|встреч|заседани|вечер|сесси|разговор|кругл|мероприяти|собрани|"
    r"конференци|пресс|бесед|семинар|обсуждени))|под\s+председательством|"
    r"(?:заседание|дискуссию|сессию|круглый\s+стол|слушания|конференцию|собрание)\s+(?:вёл|вела|вел|"
    r"вед[её]т)|председательствовал[аи]?|председатель(?:\s+собрания|\s+заседания)?\s*[:—–-])(?:\s+(?:дискуссии|встречи|дискуссию|встречу|заседание|вечер|сессии|сессию|"
    r"разговор|вечер|круглого\s+стола|круглый\s+стол|мероприятия|мероприятие|собрания|собрание|"
    r"конференции|конференцию|беседу|беседы|семинара|семинар|обсуждения|"
    r"обсуждение))?(?:\s+(?:выступил[аи]?|стала?|был[аи]?))?(?:\s+[а-яё-]+){0,6}?[\s:,—–-]*$",
    re.I,
)


# A line of its own above the name: «Модератор».
CHAIR_LINE = re.compile(r"(?:модератор|ведущ(?:ий|ая)|председател\w+)(?:\s+[а-яё]+)?\s*:?", re.I)
NEAR = 500  # letters before a name in which an introduction is looked for
NEAR_POST = 160  # letters beside a name in which a post is looked for


# --- around subjects, sources and signatures ---

BREAKS_SOURCE = re.compile(r"[^\W\d_]{2}\.|[;:]|,(?!\s[^,]{1,80},)")
SIGNATURE_ENDS = re.compile(r"\s*(?:[,.()]|$)")
BEFORE_COLON = re.compile(r"(?:,\s[^,;:.]{3,90}|\s*\([^()]{2,80}\))?:(?:\s|$)")
#: «Гаю кажется, что …», «Лосеву тревожит другое: …»: what somebody feels, they stand in the dative or accusative.
FEELS = re.compile(
    r"\s+(?:не\s+)?(?:кажется|казалось|показалось|важн[оае]|ближе|близк[оаи]|хочется|хотелось|(?:беспоко|тревож|волну|удивля|возмуща|огорча|раду|смуща|"
    r"интересу|настораж|раздража|устраива|забот)[а-яё]+|(?:удивил|возмутил|огорчил|смутил|насторожил|задел)[оаи]?|нравится|понравилось|жаль|обидно)(?!\w)"
)
#: «Из доклада Гая следует, что …», «Доклад Гая показал, что …»
THEIR_TALK = re.compile(
    r"(?:^|[,;]\s+)(?:(?:из|в|судя\s+по)\s+)?(?:доклад|выступлени|лекци|презентаци|рассказ|сообщени|реплик|понимани|речи?|слов)[а-яё]{0,3}\s+",
    re.I,
)
TALK_TELLS = re.compile(
    r"\s*(?:,|(?:следует|следовало|прозвучал[аои]?|показал[аои]?|выяснил\w+|ясно|видно|вытекает|понятно)(?:\s+[а-яё]+)?,\s+(?:что|как|почему)(?!\w))"
)
#: Any verb, then a colon and a clause in small letters: what follows may be theirs.
WITH_A_CLAUSE = re.compile(r"[^.;:?!«»]{3,160}?:\s+[а-яё]")
VERB_BEFORE = re.compile(r"[^.;:?!«»,]{0,60}(?<![а-яё])[а-яё]+(?:л|ла|ет|ит)(?:с[ья])?\s+$")
AGENT_ENDS = re.compile(r"[.,;:]")
JOINS_SUBJECTS = re.compile(r"\s+и\s+(?:[а-яё-]+\s+){0,4}")
JOINS_PREDICATES = re.compile(r"(?:\sи|,\s*а|,\s*но|,)\s+(?:также\s+|затем\s+|потом\s+)?$")
LIKE = re.compile(r"\s*как\b")
