import pytest

from events.named_people import names_of
from people.models import Speaker
from people.name_parts import name_parts, surname_filed
from tests.factories import AppearanceFactory, SpeakerFactory

#: Display names, each with how it is filed where no editor says, and its initials.
NAMES_FILED = [
    ("Artyom Lukin", "Lukin, Artyom", "AL"),
    ("Marek Dobry Jr.", "Dobry, Marek, Jr.", "MD"),
    ("Marek Dobry, Jr.", "Dobry, Marek, Jr.", "MD"),
    ("Marek Dobry jr", "Dobry, Marek, jr", "MD"),
    ("Ludvik Haan III", "Haan, Ludvik, III", "LH"),
    ("Ludvik Maria Haan V", "Haan, Ludvik Maria, V", "LH"),
    ("Anna Berg, PhD", "Berg, Anna", "AB"),
    ("Anna Berg, Ph.D., MP", "Berg, Anna", "AB"),
    ("Prof. Dr. Anna Berg", "Berg, Anna", "AB"),
    ("Prof. Dr. h.c. mult. Anna Berg", "Berg, Anna", "AB"),
    ("Dr.-Ing. Anna Berg", "Berg, Anna", "AB"),
    ("Dr Anna Berg", "Berg, Anna", "AB"),
    ("Sir Simon Reed", "Reed, Simon", "SR"),
    ("Amb. Simon Reed III", "Reed, Simon, III", "SR"),
    ("H.E. Mr. Simon Reed", "Reed, Simon", "SR"),
    ("Gen. Simon Reed", "Reed, Simon", "SR"),
    ("Prof.Dr.Anna Berg", "Berg, Anna", "AB"),
    ("Dr. rer. nat. habil. Anna Berg", "Berg, Anna", "AB"),
    ("Dr. h. c. Dipl.-Ing. Anna Berg", "Berg, Anna", "AB"),
    ("Univ.-Prof. Mag. Anna Berg", "Berg, Anna", "AB"),
    ("The Rt Hon. Lord Reed KC", "Reed", "R"),
    ("H. E. Simon Reed", "Reed, Simon", "SR"),
    ("HE Mr Simon Reed", "Reed, Simon", "SR"),
    ("Lt. Gen. (ret.) Simon Reed", "Reed, Simon", "SR"),
    ("Major General Simon Reed (Ret.)", "Reed, Simon", "SR"),
    ("Anna Berg Ph. D.", "Berg, Anna", "AB"),
    ("Anna Berg, D.Phil., LL.M., CBE, FRS", "Berg, Anna", "AB"),
    ("Anna Berg M.D.", "Berg, Anna", "AB"),
    ("Anna Berg, MA", "Berg, Anna", "AB"),
    ("Anna Berg, Prof. Dr.", "Berg, Anna", "AB"),
    ("Marek Dobry, Jnr, PhD", "Dobry, Marek, Jnr", "MD"),
    ("Pliny the Younger", "Pliny, the Younger", "P"),
    ("Alexandre Dumas fils", "Dumas, Alexandre, fils", "AD"),
    ("акад. Иван Иванов", "Иванов, Иван", "ИИ"),
    ("проф. Иван Иванов, д.э.н.", "Иванов, Иван", "ИИ"),
    ("к. ф.-м. н. Иван Иванов", "Иванов, Иван", "ИИ"),
    ("Иван Иванов, канд. ист. наук, доцент", "Иванов, Иван", "ИИ"),
    ("Associate Professor Anna Berg", "Berg, Anna", "AB"),
    ("Asst. Prof. Dr. Anna Berg", "Berg, Anna", "AB"),
    ("Dott.ssa Anna Berg", "Berg, Anna", "AB"),
    ("Prof. em. Dr. Anna Berg", "Berg, Anna", "AB"),
    ("His Eminence Simon Cardinal Reed", "Reed, Simon", "SR"),
    ("HRH Prince Simon Reed", "Reed, Simon", "SR"),
    ("The Rt. Rev. Simon Reed", "Reed, Simon", "SR"),
    ("Maj. Gen. (ret.) Simon Reed", "Reed, Simon", "SR"),
    ("Maj.-Gen. Simon Reed", "Reed, Simon", "SR"),
    ("Lord Reed of Norland", "Reed", "R"),
    ("President Simon Reed", "Reed, Simon", "SR"),
    ("Anna Berg (née Müller)", "Berg, Anna", "AB"),
    ("Anna Berg, geb. Müller", "Berg, Anna", "AB"),
    ("Анна Берг, урожд. Иванова", "Берг, Анна", "АБ"),
    ("Sen. Simon Reed (R-Ark.)", "Reed, Simon", "SR"),
    ("Anna Berg (she/her)", "Berg, Anna", "AB"),
    ("Marek Dobry (Jr)", "Dobry, Marek, Jr", "MD"),
    ("Marek Dobry Filho", "Dobry, Marek, Filho", "MD"),
    ("Иван Петров-младший", "Петров, Иван, младший", "ИП"),
    ("Иванов Иван Иванович", "Иванов, Иван Иванович", "ИИ"),
    ("Роман Аркадьевич Абрамович", "Абрамович, Роман Аркадьевич", "РА"),
    ("Dipl.-Ing. (FH) Anna Berg", "Berg, Anna", "AB"),
    ("Dr. med. dent. Anna Berg", "Berg, Anna", "AB"),
    ("Prof. emer. Anna Berg", "Berg, Anna", "AB"),
    ("Prof. Dr.in Anna Berg", "Berg, Anna", "AB"),
    ("Privatdozentin Dr. Anna Berg", "Berg, Anna", "AB"),
    ("O. Univ.-Prof. Dr. Anna Berg", "Berg, Anna", "AB"),
    ("Ph.D. Anna Berg", "Berg, Anna", "AB"),
    ("Tun Dr. Simon Reed", "Reed, Simon", "SR"),
    ("Adm. Simon Reed, USN (Ret.)", "Reed, Simon", "SR"),
    ("Fr. Simon Reed SJ", "Reed, Simon", "SR"),
    ("Anna Berg MSc PhD FRGS", "Berg, Anna", "AB"),
    ("Marek Dobry Junior", "Dobry, Marek, Junior", "MD"),
    ("Marek Dobry, Senior", "Dobry, Marek, Senior", "MD"),
    ("Haan Jr., Ludvik", "Haan, Ludvik, Jr.", "LH"),
    ("Haan, Jr., Ludvik", "Haan, Ludvik, Jr.", "LH"),
    ("van den Berg, Dr. Anna, PhD", "van den Berg, Anna", "AB"),
    ("академик РАН Иван Иванов", "Иванов, Иван", "ИИ"),
    ("Иван Иванов, чл.-корр. РАН", "Иванов, Иван", "ИИ"),
    ("генерал-майор в отставке Иван Иванов", "Иванов, Иван", "ИИ"),
    # As before
    ("Ludwig van Beethoven", "Beethoven, Ludwig van", "LB"),
    ("Kim Jong-un", "Jong-un, Kim", "KU"),
    ("Jean-Luc Marion", "Marion, Jean-Luc", "JM"),
    ("Plato", "Plato", "P"),
    ("王小明", "王小明", "王"),
    # Names, though they look like titles or generations
    ("Gen Urobuchi", "Urobuchi, Gen", "GU"),
    ("He Kai", "Kai, He", "HK"),
    ("Amartya Sen", "Sen, Amartya", "AS"),
    ("Dr Sen Gupta", "Gupta, Sen", "SG"),
    ("HE Kai", "Kai, HE", "HK"),
    ("Count Basie", "Basie, Count", "CB"),
    ("Junior Reed", "Reed, Junior", "JR"),
    ("Don Reed", "Reed, Don", "DR"),
    ("Roger Cardinal", "Cardinal, Roger", "RC"),
    ("Steffi Graf", "Graf, Steffi", "SG"),
    ("Neymar Junior", "Junior, Neymar", "NJ"),
    ("Winston Lord", "Lord, Winston", "WL"),
    ("Major Jackson", "Jackson, Major", "MJ"),
    ("Anna King", "King, Anna", "AK"),
    ("Jack MA", "MA, Jack", "JM"),
    ("Paul MBA", "MBA, Paul", "PM"),
    ("Paul Fils", "Fils, Paul", "PF"),
    ("Berg M.D.", "M.D., Berg", "BM"),
    ("Anna V.", "V., Anna", "AV"),
    ("Professor", "Professor", "P"),
    ("Dr. No", "No", "N"),
    ("Jr.", "Jr.", "J"),
]


@pytest.mark.parametrize(("name", "filed", "initials"), NAMES_FILED)
def test_name_is_filed_under_its_surname(name, filed, initials):
    assert (name_parts(name).filed, name_parts(name).initials) == (filed, initials)


@pytest.mark.parametrize(
    ("sort_name", "surname"),
    [
        ("Lukin, Artyom", "Lukin"),
        ("Haan III, Ludvik", "Haan"),
        ("Dobry, Marek, Jr.", "Dobry"),
        ("van den Berg, Anna", "van den Berg"),
        ("Baron Cohen, Sacha", "Baron Cohen"),
        ("Lord, Winston", "Lord"),
        ("Berg PhD, Anna", "Berg"),
        ("Plato", "Plato"),
    ],
)
def test_surname_of_a_sort_name_an_editor_wrote(sort_name, surname):
    assert surname_filed(sort_name) == surname


@pytest.mark.parametrize(
    ("printed", "short"),
    [
        ("Marek Dobry Jr.", "Dobry"),
        ("Marek Dobry, Jr.", "Dobry"),
        ("Prof. Dr. Marek Dobry", "Dobry"),
        ("M. Dobrý", "M. Dobrý"),
    ],
)
def test_margin_names_a_person_by_surname(db, printed, short):
    appearance = AppearanceFactory(speaker=SpeakerFactory(name="Marek Dobry Jr."), printed_name=printed)

    assert appearance.short_name == short


def test_surname_with_a_generation_gives_a_participant_away(db):
    """Under the Chatham House Rule: nobody would write "Haan III" in a report."""
    speaker = SpeakerFactory(name="Ludvik Haan III", sort_name="Haan III, Ludvik")

    assert names_of([speaker], []) == ({"Ludvik Haan III"}, {"Haan"})


def test_name_as_long_as_can_be_is_filed(db):
    """With its comma it would be longer than its column."""
    speaker = SpeakerFactory(name="Ada " + "L" * 196)

    assert len(Speaker.objects.get(pk=speaker.pk).sort_name) == 200
