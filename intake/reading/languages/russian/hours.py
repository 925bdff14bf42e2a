"""Russian: hours in words."""

from intake.reading.words import words

_CARDINAL = words("час два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать")
_ORDINAL = words(
    "первого второго третьего четвёртого пятого шестого седьмого восьмого девятого десятого одиннадцатого двенадцатого"
)
NUMBERS = {word: number for forms in (_CARDINAL, _ORDINAL) for number, word in enumerate(forms, 1)}
_ORDINALS, _CARDINALS = "|".join(_ORDINAL), "|".join(_CARDINAL)
#: What stands around the name of an hour, and the minutes that it adds.
IN_WORDS = (
    (rf"в\s+половине\s+(?P<hour>{_ORDINALS})(?![а-яё])", -30),
    (rf"пол(?P<hour>{_ORDINALS})(?![а-яё])", -30),
    (rf"в\s+четверть\s+(?P<hour>{_ORDINALS})(?![а-яё])", -45),
    (rf"без\s+четверти\s+(?P<hour>{_CARDINALS})(?![а-яё])", -15),
    (rf"(?:ровно\s+)?в\s+(?P<hour>{_CARDINALS})\s+час(?:ов|а)(?![а-яё])", 0),
    (rf"(?:ровно\s+)?в\s+(?P<hour>{_CARDINALS}|1[0-2]|[1-9])(?=\s+(?:утра|дня|вечера)(?![а-яё]))", 0),
)
NOON = r"в\s+полдень"
MORNING, EVENING = r"утра|утром", r"вечера|вечером|дня|пополудни"
UNTIL_THEN = r"(?:до|завершил[а-яё]*\s+в|закончил[а-яё]*\s+в)\s+"
#: Before an hour at which something else began than the event.
BEFORE_IT = (
    r"двер[иь][^.,;:]{0,60}?\s+открыл[а-яё]+(?:\s+в)?|(?:регистрация|"
    r"сбор)(?:\s+[а-яё]+)?:?(?:\s+(?:началась\s+)?(?:в|с))?"
)
