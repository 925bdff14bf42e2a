import re

import pytest
from django.core.exceptions import ValidationError

from events.affiliations import affiliations_in, given_away_in, known_by_keys, windows
from events.chatham_house import check_words, slips_in
from events.general_words import significant
from events.models import Event
from events.well_known_institutions import LIST
from events.withdrawing import withdraw_statement
from people.models import Affiliation, Organisation
from publishing.changes import unit_of_work
from publishing.deeds import withdraw
from publishing.models import OldAddress
from tests.desk.conftest import logged_in
from tests.desk.pages import change_page, errors_on, form_on
from tests.factories import LONG_AGO, AppearanceFactory, EventFactory, StatementFactory, TopicFactory

UNDER_THE_RULE = Event.RecordRule.CHATHAM_HOUSE
POST = "Deputy Director for Research, Harbour University"

REFUSED = [
    ("a Deputy Director of Harbour University", POST),
    # As other languages call a city, and as words are drawn together.
    ("an der Universität Wien", "Professor, University of Vienna"),
    ("Венский университет", "Professor, University of Vienna"),
    ("Uniwersytet Warszawski", "Professor, University of Warsaw"),
    ("Сеульский национальный университет", "Professor, Seoul National University"),
    ("University of Vienna", "Professor, Universität Wien"),
    ("Harbour U. objected, and so did the U of Harbour.", POST),
    ("эксперт морского ин-та", "заместитель директора, Морской институт"),
    ("Norland’s central bankers", "Governor, Central Bank of Norland"),
    # In another script, and called by what they are of.
    ("Университет Харбор возразил.", POST),
    ("в Университете Харбора возразили", POST),
    ("Harbour University objected.", "декан, Университет Харбор"),
    ("Колледж Тринити возразил.", "Fellow, Trinity College"),
    ("Two Oxonians agreed.", "Reader, University of Oxford"),
    ("a Cantab and a Yalie", "Reader, Yale University; Fellow, Cambridge University"),
    ("Columbians agreed.", "Reader, Columbia University"),
    ("один мгимошник, мгимошники", "профессор МГИМО"),
    ("Ein Deutsche Banker widersprach.", "Leiter, Deutsche Bank"),
    ("World Bankers agreed.", "Economist, World Bank"),
    ("a Goldman Sachsist, Goldman Sachser", "Analyst, Goldman Sachs"),
    ("A Harbour University researcher agreed.", POST),
    ("Somebody from the University of Harbour agreed.", POST),
    ("harbour university’s view was another.", POST),
    ("the Deputy Director for Research", POST),
    ("HARBOUR UNIVERSITY IN BRIEF", POST),
    ("An official of the Central Bank spoke.", "Governor, Central Bank"),
    ("Norland’s central bank objected.", "Governor, Central Bank of Norland"),
    ("The mayor of Tokyo objected, as did Tokyo’s Mayor.", "Mayor of Tokyo"),
    ("A Zirkon manager", "Head of Sales, Zirkon"),
    ("Harbour University was host.", "Dean, Harbour University School of Law, Basel"),
    ("The Director of the Lindqvist Institute", "Director of the Lindqvist Institute"),
    ("A fellow of the Lindqvist Institute", "Director of the Lindqvist Institute"),
    ("Somebody at the IMF", "Economist, International Monetary Fund"),
    ("somebody at UNESCO", "Programme specialist; UNESCO"),
    ("Эксперт Морского института молчал.", "Директор, Морского института"),
    # Behind or before the rank, however it is joined.
    ("McKinsey agreed.", "Partner at McKinsey"),
    ("A consultant of McKinsey", "partner at mckinsey"),
    ("somebody at MIT", "Professor at MIT"),
    ("OpenAI was mentioned.", "Founder/CEO, OpenAI"),
    ("Siemens was mentioned.", "Vice-President, Research, Siemens"),
    ("Rosneft was mentioned.", "Director · Rosneft"),
    ("Zirkon was mentioned.", "Berater bei Zirkon"),
    ("Zirkon was mentioned.", "Partner — Zirkon"),
    ("Zirkon was mentioned.", "Consultant for Zirkon"),
    ("Zirkon was mentioned.", "Fellow from Zirkon"),
    ("Zirkon was mentioned.", "Zirkon CEO"),
    ("Zirkon was mentioned.", "Head of Global Affairs of Zirkon"),
    ("Zirkon was mentioned.", "Partner at McKinsey and Trustee of Zirkon"),
    ("McKinsey was mentioned.", "Partner at McKinsey and Zirkon"),
    ("«Лантерна» молчала.", "директор института «Лантерна»"),
    ("The Economist had it first.", "Editor at The Economist"),
    ("Zirkon was mentioned.", "Advocate, representing Zirkon"),
    ("Zirkon was mentioned.", "CTO + board member, ex-Zirkon"),
    # A part of a longer name.
    ("Zirkon was mentioned.", "Chief Economist, Zirkon Energy plc"),
    ("сотрудник Газпрома", "Директор ПАО «Газпром»"),
    ("the World Bank", "Economist, The World Bank Group"),
    ("somebody at HSE", "Professor, HSE University"),
    ("Институт Европы", "Институт Европы РАН, главный научный сотрудник"),
    # A rank with its place.
    ("the ambassador of Chile", "Ambassador, Chile"),
    ("Chile’s ambassador", "Ambassador of Chile"),
    ("the governor of the Bank of England", "Governor of the Bank of England"),
    ("the Bank of England", "Governor of the Bank of England"),
    # However it is written.
    ("Gazprom objected.", "Head of Sales, GAZPROM"),
    ("GAZPROM objected.", "Head of Sales, Gazprom"),
    ("Unesco objected.", "Adviser, UNESCO"),
    ("The O.E.C.D. objected.", "Economist, OECD"),
    ("The OECD objected.", "Economist, O.E.C.D."),
    ("Harbour Center", "Fellow, Harbour Centre"),
    ("Fundacion Lindqvist", "Fellow, Fundación Lindqvist"),
    ("somebody at Open AI", "Founder, OpenAI"),
    ("somebody at AT&T", "Director, AT&T"),
    ("somebody at LSE", "Professor, London School of Economics"),
    ("эксперт ВШЭ", "профессор, Высшая школа экономики"),
    ("somebody at Harbour Univ.", POST),
    ("the International Monetary Fund", "Economist at the IMF"),
    ("Har\u00adbour Univer\u00ad\nsity", POST),
    ("Harbour\nUniversity", POST),
    ("Harbour \u00a0 University", POST),
    ("в Институте Европы", "директор, Институт Европы"),
    ("бывший сотрудник Яндекса", "Менеджер, Яндекс"),
    ("ein Volkswirt der Deutschen Bank", "Volkswirt, Deutsche Bank"),
    # A post of everybody's words, where one is meant who holds it.
    ("The Chief Negotiator objected.", "Chief Negotiator"),
    ("A European diplomat; the former chief negotiator", "Chief Negotiator, Ministry of Trade"),
    ("Prime Minister", "Prime Minister"),
    ("It was up to the Prime Minister.", "Prime Minister of Norland"),
    ("The secretary general objected.", "Secretary-General"),
    ("The finance minister objected.", "Minister of Finance"),
    ("Ambassador", "Ambassador"),
    ("It was up to the Ambassador.", "Ambassador"),
    ("слова главного переговорщика", "Главный переговорщик"),
    ("слова премьер-министра", "Премьер-министр"),
    ("head of the Chilean delegation", "Head of Delegation, Chile"),
    ("the Chilean ambassador", "Ambassador of Chile"),
    ("the French minister of finance", "Minister of Finance, France"),
    ("слова посла Чили", "Посол Чили"),
    # As people say it for short.
    ("a Stanford professor", "Professor of Law, Stanford University"),
    ("somebody at Brookings", "Senior Fellow, Brookings Institution"),
    ("a Carnegie scholar", "Scholar, Carnegie Endowment for International Peace"),
    ("a Max Planck researcher", "Researcher, Max Planck Institute for Physics"),
    ("Harvard was mentioned.", "Dean, Harvard Business School"),
    ("эксперт Карнеги", "эксперт, Фонд Карнеги"),
    ("the Wilson Center", "Fellow, Woodrow Wilson International Center for Scholars"),
    ("Nanyang was mentioned.", "Fellow, Nanyang Technological University"),
    ("der Sprecher des Auswärtigen Amts", "Sprecher, Auswärtiges Amt"),
    ("see zirkon.com and @zirkon", "Analyst, Zirkon"),
    # Where no blank parts words.
    ("来自北京大学的学者", "北京大学教授"),
    ("某清华大学教授", "清华大学公共管理学院教授"),
    ("東京大学の教授", "東京大学教授"),
    ("日本銀行の総裁", "日本銀行総裁"),
    ("外交部发言人", "外交部发言人"),
    ("서울대의 의견", "서울대 교수"),
    ("Credit Suisse people", "Analyst, Credit Suisse Group AG"),
    ("the German chancellery", "Adviser, Federal Chancellery of Germany"),
    ("the Authority's staff", "Director, Qatar Investment Authority"),
    ("a Shell engineer", "Engineer, Shell plc"),
    ("представитель Академии наук", "член-корреспондент РАН"),
    # By another name that everybody knows, in another script, without the country, drawn together.
    ("The Fed chair was optimistic.", "Chair, Federal Reserve"),
    ("A Fed economist objected.", "Senior Economist, Federal Reserve Board"),
    ("глава ФРС возражал", "Chair, Federal Reserve"),
    ("美联储官员认为", "Governor, Federal Reserve"),
    ("一位社科院研究员认为", "中国社会科学院研究员"),
    ("社會科學院的專家", "中国社会科学院研究员"),
    ("The Bundesbank objected.", "President, Deutsche Bundesbank"),
    ("Бундесбанк возражал", "President, Deutsche Bundesbank"),
    ("The Gates people were sceptical.", "Programme Director, Bill & Melinda Gates Foundation"),
    ("someone from Gates", "Programme Director, Bill and Melinda Gates Foundation"),
    ("A Rosatom manager", "Директор, Госкорпорация «Росатом»"),
    ("представитель Росатома", "Vice President, Rosatom"),
    ("представитель Росатома", "Vice President, Rosatom State Corporation"),
    ("В «Яндексе» так не думают", "CTO, Yandex"),
    ("A Yandex engineer", "Инженер, Яндекс"),
    ("Лукойлу это не нужно", "Lukoil, Vice-President"),
    ("Минфин возражал", "Директор департамента, Министерство финансов Российской Федерации"),
    ("в Минэнерго сказали", "советник, Министерство энергетики"),
    ("в Госдуме", "депутат, Государственная Дума"),
    ("Центробанку виднее", "Советник, Центральный банк"),
    ("MFA staff objected", "Desk officer, Ministry of Foreign Affairs"),
    ("A Foreign Ministry official", "Desk officer, Ministry of Foreign Affairs of Norway"),
    ("a State Department official", "Desk officer, U.S. Department of State"),
    ("a BoE official", "Economist, Bank of England"),
    ("a Commission official objected", "Head of Unit, European Commission"),
    ("a Bank economist objected", "Economist, World Bank"),
    ("a May researcher objected", "Researcher, May Institute"),
    ("somebody at Heritage", "Fellow, Heritage Foundation"),
    ("what Heritage thinks of it", "Fellow, Heritage Foundation"),
    ("日銀の見方", "日本銀行理事"),
    ("日銀の見方", "Director, Bank of Japan"),
    ("北大教授", "北京大学教授"),
    ("清华学者", "清华大学教授"),
    ("a Goldman banker", "Partner, Goldman Sachs"),
    ("an Adenauer fellow", "Fellow, Konrad-Adenauer-Stiftung"),
    ("a Xinhua reporter", "Reporter, Xinhua News Agency"),
    ("the Pentagon disagreed", "Analyst, Department of Defense"),
    ("Вышка так не считает", "профессор, НИУ ВШЭ"),
    ("北京大學教授", "北京大学教授"),
    ("Ifri was there", "Fellow, Institut français des relations internationales"),
    ("Sberbank was there", "Вице-президент, Сбербанк"),
    ("a McKinsey partner", "Partner, McKinsey & Company"),
    ("A Treasury official", "Adviser, HM Treasury"),
    ("An official of the Ministry", "Советник, Ministry of Foreign Affairs of Norland"),
    ("the Central Bank objected", "Governor, Central Bank of Norland"),
    ("the Norwegian Foreign Ministry", "Desk officer, Norwegian Ministry of Foreign Affairs"),
    ("a NATO planner", "Planner, North Atlantic Treaty Organization"),
    ("сотрудник НАТО", "Planner, NATO"),
    ("некто из Еврокомиссии", "Head of Unit, European Commission"),
    ("Jemand aus dem Bundestag", "MdB, Deutscher Bundestag"),
    ("a Planck researcher", "Researcher, Max Planck Institute for Physics"),
    ("a Wilson scholar", "Fellow, Woodrow Wilson International Center for Scholars"),
    ("a KAS fellow", "Fellow, Konrad-Adenauer-Stiftung"),
    ("The Adenauer Foundation was there", "Fellow, Konrad-Adenauer-Stiftung"),
    ("a Sixt manager", "Manager, Sixt Corporation"),
    ("Кембридж не согласился", "Fellow, University of Cambridge"),
    ("Линдквист не согласен", "Fellow, Lindqvist Institute"),
    ("中科院的专家", "中国科学院研究员"),
    ("发改委官员", "国家发展和改革委员会处长"),
    ("人民银行官员", "中国人民银行副行长"),
    ("ЦБ возражал", "советник, Центральный банк Российской Федерации"),
    ("Госдеп возражал", "Desk officer, U.S. Department of State"),
    ("A Bundestag member", "Member of the German Bundestag"),
    ("Jemand aus dem Kreml", "Advisor, Presidential Administration"),
    ("a Kremlin adviser", "Adviser, Presidential Administration of Russia"),
    ("somebody at the Treasury", "Official, HM Treasury"),
    ("Duma deputies", "Депутат Государственной Думы"),
    ("a Sovcomflot captain", "Капитан, Совкомфлот"),
    ("СберБанк считает", "Economist, Sberbank"),
    # By a word that is made of the name.
    ("Ein Siemensianer widersprach.", "Vice-President, Siemens"),
    ("Zwei Siemensianerinnen", "Vice-President, Siemens"),
    ("a Googler in the room", "Engineer, Google"),
    ("two McKinseyites", "Partner, McKinsey & Company"),
    ("The Harvardians objected.", "Dean, Harvard Business School"),
    ("Ein KPMGler sah es anders, KPMGers too.", "Partner, KPMG"),
    ("some IMFers", "Economist, International Monetary Fund"),
    ("бывший газпромовец", "Директор ПАО «Газпром»"),
    ("яндексовцы спорили", "Менеджер, Яндекс"),
    ("два роснефтевца", "Директор, Роснефть"),
    ("по газпромовским меркам", "Директор ПАО «Газпром»"),
    ("некий сименсовец", "Vice-President, Siemens"),
    ("сберовцы", "Вице-президент, Сбер"),
    ("гарвардский профессор", "Professor, Harvard University"),
    ("НАТОвский чиновник", "Planner, NATO"),
    ("мидовский дипломат", "Советник, МИД России"),
    ("в МИДе сказали", "Советник, Министерство иностранных дел"),
    ("die Siemensleute und ein Siemensmanager", "Manager, Siemens AG"),
    ("Harvardprofessoren", "Professor, Harvard University"),
    ("MITs Sicht", "Professor, MIT"),
    # With its kind in another language, or a comma in its name.
    ("Universität Harbour", "Dean, Harbour University"),
    ("l’Université de Harbour", "Dean, Harbour University"),
    ("Университет Harbour", "Dean, Harbour University"),
    ("le Fonds monétaire international", "Economist, International Monetary Fund"),
    ("la BCE a refusé", "Economist, European Central Bank"),
    ("the Foreign Office", "Desk officer, Foreign, Commonwealth and Development Office"),
    ("рейтеровский журналист", "Correspondent, Thomson Reuters"),
]
PASSES = [
    ("A deputy director said so.", POST),
    ("The Director spoke of universities.", POST),
    ("The university in question is near a harbour.", POST),
    ("Research at a University by the Harbour", POST),
    ("A director for finance and a director for research differed.", POST),
    ("A senior research fellow agreed.", "Senior Research Fellow, Lindqvist Institute"),
    ("A central bank, any central bank, is slow.", "Governor, Central Bank"),
    ("A professor from Basel", "Professor of Economics, University of Lindqvist, Basel"),
    ("France and Geneva were mentioned.", "Ambassador, France"),
    ("A minister of finance needs patience.", "Minister of Finance"),
    ("A participant and an economist of a fund", "Economist, International Monetary Fund"),
    ("The institute’s zirkon is a mineral.", "Head of Sales, Zirkon"),
    ("Who said so?", "Adviser, WHO"),
    ("Care is needed.", "Fellow, Centre for Asian Research and Ethics"),
    (
        "Chile is far, and so are Tokyo and Moscow.",
        "Ambassador of Chile; Mayor of Tokyo; Partner at Zirkon, Moscow",
    ),
    ("An economist said so.", "Editor, The Economist"),
    ("Grids are old.", "Head of Grids, Danubian Energy Agency"),
    ("A European diplomat said so.", "Diplomat, European Union"),
    ("One participant from industry agreed.", "Director of Industry, Ministry of Trade"),
    ("A former prime minister and a chief negotiator", "Prime Minister; Chief Negotiator"),
    ("The chief reason, a negotiator said, was prime time.", "Chief Negotiator; Prime Minister"),
    ("Prime ministers met.", "Prime Minister"),
    ("The moderator thanked the speaker.", "Moderator; Speaker"),
    ("The Baltic is a sea, the Atlantic an ocean.", "Fellow, Baltic Sea Institute; Dean, Atlantic College"),
    ("Морские пути", "Директор, Морской институт"),
    ("一位教授认为", "北京大学教授"),
    ("一位欧洲外交官", "外交官"),
    ("Die Zeit vergeht. Welt und Raum", "Redakteur, Die Zeit; Redakteur, Die Welt"),
    (
        "Shell companies, orange trees, total war and visa rules",
        "Analyst, Shell plc; Orange; Total; Manager, Visa Inc.",
    ),
    ("The Bank raised rates. The banks followed.", "Governor, Bank of England"),
    # Where a short name is another word.
    ("The meeting was in May.", "Researcher, May Institute"),
    ("In May experts agreed.", "Researcher, May Institute"),
    ("May it be so; from May to June officials met.", "Researcher, May Institute"),
    ("Heritage matters, and so does history.", "Fellow, Heritage Foundation"),
    ("The Asian Century began.", "Fellow, Century Foundation"),
    ("Bill Gates was mentioned.", "Programme Director, Bill & Melinda Gates Foundation"),
    ("An event under the Chatham House Rule.", "Fellow, Chatham House"),
    ("He was fed up.", "Chair, Federal Reserve"),
    ("The Russian Foreign Ministry warned of it.", "Desk officer, Ministry of Foreign Affairs of Norway"),
    ("the Foreign Ministry of China", "Desk officer, Norwegian Ministry of Foreign Affairs"),
    ("北大西洋公约组织", "北京大学教授"),
    ("A commission official objected.", "Head of Unit, European Commission"),
    ("Die Bahn kam zu spät.", "Manager, Deutsche Bahn"),
    ("минимальные министры и центральные вопросы", "Советник, Министерство финансов"),
    ("Planck was a physicist. A planner agreed.", "Analyst, Wilson Centre"),
    ("The Kremlin insists.", "Adviser, Presidential Administration of Russia"),
    (
        "Commissions and funds were low; a bank economist spoke.",
        "Economist, World Bank; Head of Unit, European Commission",
    ),
    ("Банки, фонды и министерства молчали", "Директор, Фонд Карнеги"),
    (
        "Российская экономика росла, минувший год был хорош",
        "Советник, Министерство финансов Российской Федерации",
    ),
    ("Время покажет, и Надежда умирает последней", "Аналитик, Фонд Время"),
    ("中国银行业和社会科学", "中国社会科学院研究员"),
    ("广东大学很多", "东京大学教授"),
    ("Hope dies last. Reason tells us so.", "Director, Reason Foundation; Fellow, Hope Institute"),
    ("Die Deutschen Unternehmen und deutsche Banken", "Leiter, Deutsche Bank"),
    (
        "Union members from industry and people from the city agreed with a Party member.",
        "Secretary, European Trade Union Institute",
    ),
    ("Die Bank, sagte jemand, und der Fonds.", "Volkswirt, Deutsche Bank"),
    # Words that look as if they were made of a name, and are everybody's.
    (
        "Reporter agreed; Bankers, Porters, Millers and Christians did not, nor did Europeans and Traders.",
        "Editor, Report; Analyst, Banque; Port; Mill; Christ; Europ; Trade",
    ),
    ("Торговцы и американцы спорили о стихах Маяковского", "Аналитик, Торг; Маяк; Америка"),
    ("sheller than siemensianer", "Analyst, Siemens"),
    ("Университет Харькова, Харбин и гаврский университет", POST),
    ("Central bankers agreed; a world banker did not.", "Governor, Central Bank; Economist, World Bank"),
    (
        "A banker, Trade Unionists and Foreign Ministers",
        "Fellow, European Trade Union Institute; Desk, Foreign Ministry",
    ),
    ("Vienna and Wien, Вена и венские кафе, a university in Prague", "Professor, University of Vienna"),
    ("Колледж Трентино", "Fellow, Trinity College"),
    ("ранцы, мотовство и мосты", "сотрудник, РАН; эксперт, МОТ"),
    ("Leute und Manager sprachen, ein Professor auch.", "Manager, Siemens AG"),
    ("ein Universitätsprofessor, an einer Universität in einem Hafen", "Dean, Harbour University"),
]
MERE_RANKS = """CEO · Banker · Trustee · Treasurer · Diplomat · Policy Officer · Programme Manager · Head of Research
Professor · Senior Fellow · Journalist · Ambassador · Founder/CEO · Vice-President · Member of Parliament
Chairman of the Board · Deputy Head of Mission · Associate Professor of International Relations
Senior Policy Officer · Minister of Finance
Botschafterin · Wissenschaftlicher Mitarbeiter · Leiter Forschung · Посол · Старший научный сотрудник · Главный редактор
Ambassadeur · Directeur de recherche · Periodista"""


@pytest.mark.parametrize(("text", "post"), REFUSED)
def test_post_or_institution_is_found_however_it_is_put(text, post):
    assert given_away_in(text, affiliations_in(post))


@pytest.mark.parametrize(("text", "post"), PASSES)
def test_what_could_be_anybodys_gives_nobody_away(text, post):
    assert given_away_in(text, affiliations_in(post, {"France", "Geneva"})) == []


@pytest.mark.parametrize("rank", re.split(r" · |\n", MERE_RANKS))
def test_rank_alone_gives_nobody_away(rank):
    text = f"A {rank.lower()} agreed, and another {rank.lower()} did not."

    assert given_away_in(text, affiliations_in(rank)) == []


def test_long_report_is_looked_through_once():
    """Of many participants as of one, by its length."""
    posts = [f"Head of Grids, Institute of Harbour Studies {number}" for number in range(100)]
    known = [one for post in posts for one in affiliations_in(post)]
    words = significant("The head of an institute of studies in a harbour agreed. " * 1000)

    assert sum(1 for _ in windows(words, known_by_keys(frozenset(known)))) < 10 * len(words)


def test_list_of_institutions_has_each_name_once_a_line():
    lines = [line for line in LIST.read_text().splitlines() if not line.startswith("#")]

    assert [
        line for line in lines if len(set(line.split(" | "))) < len(line.split(" | ")) or "  " in line
    ] == []


# --- An event ---


@pytest.fixture
@unit_of_work()
def evening(db) -> Event:
    """A draft under the Rule with one participant, who held a second post that day and another one before."""
    event = EventFactory(title="An evening", record_rule=UNDER_THE_RULE, report="<p>It is late.</p>")
    speaker = AppearanceFactory(event=event, printed_post=POST).speaker
    for name, until in [("Lindqvist Institute", ""), ("Quarzen Bank", "2010")]:
        Affiliation.objects.create(
            speaker=speaker,
            organisation=Organisation.objects.create(name=name),
            post="Fellow",
            end_date=until,
        )
    StatementFactory(event=event, appearance=None, attribution="A participant", text="It is late.")
    return event


PLACES = {
    "title": "title",
    "lead": "lead",
    "report": "report",
    "cover_alt": "cover_alt",
    "cover_credit": "cover_credit",
    "happens_note": "happens_note",
    "withdrawal_note": "note of its withdrawal",
    "withdraw_note_for_then": "note for its withdrawal",
}


@pytest.mark.parametrize("field", PLACES)
def test_it_is_found_wherever_the_public_reads(evening, field):
    setattr(evening, field, "Harbour University and the Lindqvist Institute; Quarzen Bank was open.")

    slips = slips_in(evening)

    assert {(slip.field, slip.name) for slip in slips} == {
        (PLACES[field], "Harbour University"),
        (PLACES[field], "Lindqvist Institute"),
    }
    assert f"stands in the {PLACES[field]}" in slips[0].as_an_obstacle


def test_it_is_found_in_statements_corrections_and_addresses(evening):
    evening.statements.update(attribution="A Deputy Director of Harbour University")
    evening.corrections.bulk_create(
        [evening.corrections.model(item=evening, text="Harbour University, not now.")]
    )
    evening.slug = "a-night-at-harbour-university"
    evening.source_url = "https://example.org/harbour-university/evening"
    evening.recording_url = "https://example.org/ada0-lovelace0.mp3"
    evening.report = '<p>See <a href="https://example.org/Ada0Lovelace0">this</a>.</p>'
    evening.topics.add(TopicFactory(name="Ada0 Lovelace0"))
    evening.appearances.update(printed_name="Ada0 Lovelace0")

    told = {(slip.field, slip.name) for slip in slips_in(evening)}

    assert told == {
        ("statement 1", "Harbour University"),
        ("correction 1", "Harbour University"),
        ("address", "Harbour University"),
        ("source_url", "Harbour University"),
        ("recording_url", "Ada0 Lovelace0"),
        ("address of a link in the report", "Ada0 Lovelace0"),
        ("topics", "Ada0 Lovelace0"),
    }


def test_address_that_names_an_institution_is_forgotten_with_the_names(evening):
    evening.status, evening.publish_at = "published", evening.created_at
    evening.record_rule = Event.RecordRule.ON_RECORD
    evening.statements.all().delete()
    evening.slug = "harbour-university-dines"
    evening.save()
    evening.slug = "an-evening"
    evening.record_rule = UNDER_THE_RULE
    evening.save()

    assert not OldAddress.objects.exists()


def test_form_says_which_and_where(client, evening):
    logged_in(client, "Publisher")
    evening.topics.add(TopicFactory())
    page = change_page(evening)
    data = form_on(client, page) | {
        "lead": "Harbour University had invited.",
        "source_url": "https://harbour-university.example/",
        "statements-0-attribution": "a Deputy Director of Harbour University",
    }

    errors = errors_on(client.post(page, data))

    assert set(errors) == {"lead", "source_url", "statements-0-attribution"}
    assert errors["lead"] == (
        "“Harbour University” is the post or institution of somebody who took part under the Chatham House Rule: "
        "this would give them away."
    )


def test_no_note_and_no_correction_gives_anybody_away(client, evening):
    logged_in(client, "Publisher")
    Event.objects.filter(pk=evening.pk).update(status="published", publish_at=LONG_AGO)
    evening = Event.objects.get()
    note = {"note": "Harbour University asked us to."}

    for item in (evening, evening.statements.get()):
        answer = client.post(f"/admin/events/{item._meta.model_name}/{item.pk}/withdraw/", note)
        assert "would give them away" in answer.text and note["note"] in answer.text
        with pytest.raises(ValidationError, match="would give them away"):
            item.corrections.create(text="It was at Harbour University.")
        with pytest.raises(ValidationError, match="would give them away"):
            (withdraw if item == evening else withdraw_statement)(item, note["note"])

    assert Event.objects.published().get().statements.standing().exists()


def test_on_the_record_an_institution_may_be_named(evening):
    evening.record_rule = Event.RecordRule.ON_RECORD
    evening.lead = "Harbour University had invited."

    assert slips_in(evening) == []
    check_words(evening, "Harbour University")
