"""Countries, nationalities and the cities that events are held in."""

from intake.reading.words import words

COUNTRIES = [
    name.strip()
    for name in """
Afghanistan, Albania, Algeria, Andorra, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan,
Bahrain, Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia and Herzegovina,
Botswana, Brazil, Brunei, Bulgaria, Burkina Faso, Burundi, Cambodia, Cameroon, Canada, Chad, Chile, China,
Colombia, Costa Rica, Croatia, Cuba, Cyprus, Czech Republic, Czechia, Denmark, Djibouti, Dominican
Republic, Ecuador, Egypt, El Salvador, England, Estonia, Eswatini, Ethiopia, Fiji, Finland, France, Gabon,
Gambia, Georgia, Germany, Ghana, Greece, Guatemala, Guinea, Guyana, Haiti, Honduras, Hungary, Iceland,
India, Indonesia, Iran, Iraq, Ireland, Israel, Italy, Ivory Coast, Jamaica, Japan, Jordan, Kazakhstan,
Kenya, Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon, Lesotho, Liberia, Libya, Liechtenstein,
Lithuania, Luxembourg, Madagascar, Malawi, Malaysia, Maldives, Mali, Malta, Mauritania, Mauritius, Mexico,
Moldova, Monaco, Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia, Nepal, Netherlands, the
Netherlands, New Zealand, Nicaragua, Niger, Nigeria, North Korea, North Macedonia, Northern Ireland,
Norway, Oman, Pakistan, Palestine, Panama, Papua New Guinea, Paraguay, Peru, Philippines, the Philippines,
Poland, Portugal, Qatar, Republic of Korea, Romania, Russia, Russian Federation, Rwanda, Saudi Arabia,
Scotland, Senegal, Serbia, Seychelles, Sierra Leone, Singapore, Slovakia, Slovenia, Somalia, South Africa,
South Korea, South Sudan, Spain, Sri Lanka, Sudan, Suriname, Sweden, Switzerland, Syria, Taiwan,
Tajikistan, Tanzania, Thailand, Togo, Trinidad and Tobago, Tunisia, Turkey, Türkiye, Turkmenistan, UAE,
UK, U.K., US, U.S., USA, Uganda, Ukraine, United Arab Emirates, United Kingdom, United States, United
States of America, Uruguay, Uzbekistan, Vatican, Venezuela, Vietnam, Viet Nam, Wales, Yemen, Zambia, Zimbabwe
""".replace("\n", " ").split(",")
]

#: More of them; apart from COUNTRIES, since their words are given names, too: Saint Lucia, Saint Vincent.
MORE_COUNTRIES = [
    name.strip()
    for name in """
Antigua and
Barbuda, the Bahamas, Bahamas, Cabo Verde, Cape Verde, Central African Republic, Comoros, Democratic Republic
of the Congo, Congo, Côte d'Ivoire, Côte d’Ivoire, Dominica, Equatorial Guinea, Eritrea, the Gambia, Grenada,
Guinea-Bissau, Kiribati, Marshall Islands, Micronesia, Nauru, Palau, Saint Kitts and Nevis, St Kitts and Nevis,
Saint Lucia, St Lucia, St. Lucia, Saint Vincent and the Grenadines, St Vincent and the Grenadines, Samoa, San
Marino, São Tomé and Príncipe, Solomon Islands, Timor-Leste, East Timor, Tonga, Tuvalu, the United Kingdom,
the United States, the UK, the US, the USA, Vanuatu, Puerto Rico, Greenland, the Faroe Islands, Bosnia
""".replace("\n", " ").split(",")
]

#: Capitals that mean no other town where their country is printed, too.
COUNTRY_OF_CAPITAL = dict(
    pair.strip().split(": ")
    for pair in """
Abuja: Nigeria, Accra: Ghana, Addis Ababa: Ethiopia, Algiers: Algeria, Amman: Jordan, Ankara: Turkey,
Antananarivo: Madagascar, Asmara: Eritrea, Astana: Kazakhstan, Baku: Azerbaijan, Bamako: Mali, Bangkok:
Thailand, Beijing: China, Beirut: Lebanon, Belgrade: Serbia, Bishkek: Kyrgyzstan, Bogotá: Colombia,
Bratislava: Slovakia, Bucharest: Romania, Budapest: Hungary, Cairo: Egypt, Canberra: Australia, Chisinau:
Moldova, Colombo: Sri Lanka, Conakry: Guinea, Copenhagen: Denmark, Dakar: Senegal, Dhaka: Bangladesh,
Dodoma: Tanzania, Doha: Qatar, Dushanbe: Tajikistan, Freetown: Sierra Leone, Gaborone: Botswana, Hanoi:
Vietnam, Harare: Zimbabwe, Havana: Cuba, Helsinki: Finland, Honiara: Solomon Islands, Islamabad:
Pakistan, Jakarta: Indonesia, Juba: South Sudan, Kabul: Afghanistan, Kampala: Uganda, Kathmandu: Nepal,
Khartoum: Sudan, Kigali: Rwanda, Kuala Lumpur: Malaysia, Kyiv: Ukraine, Lilongwe: Malawi, Lisbon:
Portugal, Ljubljana: Slovenia, Lomé: Togo, Luanda: Angola, Lusaka: Zambia, Madrid: Spain, Managua:
Nicaragua, Manila: Philippines, Maputo: Mozambique, Maseru: Lesotho, Mogadishu: Somalia, Montevideo:
Uruguay, Muscat: Oman, Nairobi: Kenya, New Delhi: India, Nicosia: Cyprus, Nouakchott: Mauritania, Oslo:
Norway, Ottawa: Canada, Ouagadougou: Burkina Faso, Phnom Penh: Cambodia, Podgorica: Montenegro, Port
Moresby: Papua New Guinea, Port Vila: Vanuatu, Prague: Czech Republic, Pristina: Kosovo, Quito: Ecuador,
Rabat: Morocco, Reykjavik: Iceland, Riga: Latvia, Riyadh: Saudi Arabia, Sarajevo: Bosnia and Herzegovina,
Seoul: South Korea, Skopje: North Macedonia, Sofia: Bulgaria, Stockholm: Sweden, Suva: Fiji, Tallinn:
Estonia, Tashkent: Uzbekistan, Tbilisi: Georgia, Tehran: Iran, Thimphu: Bhutan, Tirana: Albania, Tokyo:
Japan, Tunis: Tunisia, Ulaanbaatar: Mongolia, Vientiane: Laos, Vilnius: Lithuania, Warsaw: Poland,
Windhoek: Namibia, Yaoundé: Cameroon, Yerevan: Armenia, Zagreb: Croatia
""".replace("\n", " ").split(",")
)

#: What stands behind a city in an American address.
STATES = [
    name.strip()
    for name in """
Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho,
Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan,
Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, North
Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota,
Tennessee, Texas, Utah, Vermont, Virginia, West Virginia, Wisconsin, Wyoming, Ontario, Alberta, Manitoba,
Saskatchewan, Nova Scotia, British Columbia, Newfoundland, New Brunswick,
Newfoundland and Labrador, Prince Edward Island, Quebec, Québec, Yukon, Nunavut
""".replace("\n", " ").split(",")
]

CITIES = [
    name.strip()
    for name in """
Abidjan, Abu Dhabi, Abuja, Accra, Addis Ababa, Adelaide, Ahmedabad, Alexandria, Algiers, Almaty, Amman,
Amsterdam, Ankara, Antwerp, Ashgabat, Astana, Asunción, Athens, Atlanta, Auckland, Austin, Baghdad, Baku,
Baltimore, Bamako, Bangalore, Bengaluru, Bangkok, Barcelona, Basel, Beijing, Beirut, Belfast, Belgrade,
Bergen, Berkeley, Berlin, Bern, Bilbao, Birmingham, Bishkek, Bogotá, Bogota, Bologna, Bonn, Bordeaux,
Boston, Brasília, Brasilia, Bratislava, Brisbane, Bristol, Brussels, Bucharest, Budapest, Buenos Aires,
Busan, Cairo, Calgary, Cambridge, Canberra, Cape Town, Caracas, Cardiff, Casablanca, Chandigarh, Chennai,
Chicago, Chisinau, Cleveland, Cologne, Colombo, Copenhagen, Cork, Dakar, Dallas, Damascus, Dar es Salaam,
Davos, Delhi, New Delhi, Denver, Detroit, Dhaka, Doha, Dresden, Dubai, Dublin, Durban, Dushanbe, Dundee,
Edinburgh, Edmonton, Florence, Frankfurt, Freiburg, Galway, Geneva, Ghent, Glasgow, Gothenburg, Granada,
Graz, Grozny, Guangzhou, Guwahati, Hamburg, Hamilton, Hanoi, Harare, Havana, Helsinki, Hiroshima, Ho Chi
Minh City, Hong Kong, Honolulu, Houston, Hyderabad, Irkutsk, Islamabad, Istanbul, Izmir, Jaipur, Jakarta,
Jeddah, Jerusalem, Johannesburg, Kabul, Kampala, Karachi, Kathmandu, Kazan, Khartoum, Kigali, Kingston,
Kolkata, Kraków, Krakow, Kuala Lumpur, Kyiv, Kiev, Kyoto, Lagos, Lahore, Lausanne, Leeds, Leicester,
Leiden, Leipzig, Lille, Lima, Lisbon, Liverpool, Ljubljana, London, Los Angeles, Luanda, Lucknow, Lund,
Lusaka, Luxembourg, Lviv, Lyon, Madrid, Malmö, Manama, Manchester, Manila, Maputo, Marrakesh, Marseille,
Melbourne, Mexico City, Miami, Milan, Minneapolis, Minsk, Montevideo, Montreal, Moscow, Mumbai, Munich,
Muscat, Nagoya, Nairobi, Naples, Newcastle, New York, Nicosia, Novosibirsk, Odesa, Osaka, Oslo, Ottawa,
Oxford, Palermo, Panama City, Paris, Perm, Perth, Philadelphia, Phnom Penh, Phoenix, Pittsburgh,
Podgorica, Portland, Porto, Prague, Pretoria, Princeton, Pristina, Pune, Pyongyang, Quebec City, Quito,
Ramallah, Reykjavik, Riga, Rio de Janeiro, Riyadh, Rome, Rostov-on-Don, Rotterdam, Salzburg, Samara,
Samarkand, San Diego, San Francisco, San José, San Salvador, Santiago, São Paulo, Sao Paulo, Sarajevo,
Seattle, Seoul, Seville, Shanghai, Sheffield, Shenzhen, Singapore, Skopje, Sochi, Sofia, St Andrews, St
Petersburg, St. Petersburg, Saint Petersburg, Stanford, Stavanger, Stockholm, Strasbourg, Stuttgart,
Sydney, Taipei, Tallinn, Tampere, Tartu, Tashkent, Tbilisi, Tehran, Tel Aviv, The Hague, Thessaloniki,
Thimphu, Tirana, Tokyo, Toronto, Trieste, Trondheim, Tunis, Turin, Turku, Ulaanbaatar, Uppsala, Utrecht,
Valencia, Valletta, Vancouver, Venice, Vienna, Vientiane, Vilnius, Vladivostok, Warsaw, Washington,
Washington DC, Washington, D.C., Wellington, Windhoek, Winnipeg, Yakutsk, Yangon, Yekaterinburg, Yerevan,
York, Zagreb, Zurich, Zürich
""".replace("\n", " ").split(",")
]

NATIONALITIES = words("""
afghan african albanian algerian american arab argentine argentinian armenian asian australian austrian
azerbaijani bangladeshi belarusian belgian bolivian brazilian british bulgarian burmese cambodian canadian
chilean chinese colombian croatian cuban cypriot czech danish dutch egyptian emirati english estonian
ethiopian european filipino finnish french georgian german ghanaian greek hungarian icelandic indian
indonesian iranian iraqi irish israeli italian japanese jordanian kazakh kenyan korean kuwaiti kyrgyz
latvian lebanese libyan lithuanian malaysian maltese mexican moldovan mongolian moroccan nepalese nepali
nigerian norwegian pakistani palestinian peruvian polish portuguese qatari romanian russian saudi scottish
serbian singaporean slovak slovenian somali soviet spanish sudanese swedish swiss syrian tajik thai
tunisian turkish turkmen ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh yemeni zimbabwean
latin anglo nordic baltic balkan korean
""")

VENUE_WORDS = (
    r"(?:Hall|Centre|Center|Hotel|Institute|University|Library|Auditorium|Club|House|Theatre|Theater|"
    r"Room|Suite|Block|Schoolroom|Schoolhouse|Bandstand|Museum|"
    r"Palace|College|School|Chamber|Chambers|Gallery|Academy|Campus|Building|Church|Cathedral|Embassy|"
    r"Headquarters|"
    r"Foundation|Lounge|Pavilion|Arena|Stadium|Amphitheatre|Union|Office|Laboratory|Observatory|Court|"
    r"Tower|Villa|"
    r"Castle|Residence|Station|Complex|Cafe|Café|Bookshop|Parliament|Exchange|Salon|Studio|Court|Ministry|Academy|"
    r"Terminal|Cinema|Playhouse|Bookstore|Bar|Pub|Depot|Annexe|Annex|Barn|Shed|Refectory|Conservatory|Rotunda|Atrium|Inn|Gardens|Archive|"
    r"Archives|Lodge|shed|barn|refectory|"
    r"Stage|Guildhall|Courthouse|Warehouse|Brewery|Bakery|Mill|Wharf|Marquee|Courtyard|Ballroom|Boardroom|Mosque|"
    r"Synagogue|Temple|Monastery|Abbey|Priory|Chapel|Hospital|Clinic|Mansion|Manor|Planetarium|Greenhouse|Tavern|"
    r"Restaurant|Resort|Plaza|Hub|Space|Clubhouse|Boathouse|Townhouse|Hostel|Park|Garden|Farm|Pier|Quay|Dock|Works|Foundry|Yard|Rooms|Baths|Cinematheque|Loft|Cottage|Gasworks|Gymnasium|"
    r"cafeteria|canteen|gymnasium|halls?|theatre|auditorium|library|room|centre|center|chamber|courthouse|headquarters|campus|depot|ballroom|"
    r"boardroom|museum|gallery|cathedral|warehouse|brewery|marquee|courtyard|bookshop|clubhouse|boathouse|pavilion|"
    r"gymnasium|chapel|office|premises|residence|offices|rooms|studios|annexe|annex|hotel|cinema|arena|stadium|"
    r"lounge|atrium|playhouse|observatory|laboratory|mansion|abbey|synagogue|mosque|temple|"
    r"monastery|showground|fairground|racecourse|conservatory|planetarium|barracks|gym|cafeteria|canteen|lobby|"
    r"foyer|crypt|school|tent|church)"
)
#: Words that open the name of a venue in other languages, or before its number: 'Centro de Convenciones', 'Room 12'.
VENUE_OPENINGS = (
    r"(?:Aula|Centro|Palacio|Palazzo|Palais|Palácio|Casa|Maison|Haus|Teatro|Théâtre|Sala|Salle|Salón|Salone|"
    r"Auditorio|Auditório|Museo|Musée|Museu|Biblioteca|Bibliothèque|Universidad|Universidade|Università|"
    r"Université|Universität|Instituto|Istituto|Institut|Hôtel|Hotel|Café|Caffè|Kino|Cine|Schloss|Kulturhaus|"
    r"Stadthaus|Rathaus|Literaturhaus|Pabellón|Fundación|Fundação|Fondazione|Castello|Château|Rectorado|Rektorat|"
    r"Huis|Kasteel|Paleis|Zaal|Huset|Dům|Muzeum|Espace|Espacio|Espaço|Collège|Colegio|Villa|Hall|Room|Pavilion|Auditorium|Studio|Building)"
)
