"""Towns in which German is spoken, countries, and the nouns of venues, in German."""

CITIES = [
    name.strip()
    for name in """
Aachen, Aalen, Amberg, Ansbach, Arnsberg, Aschaffenburg, Augsburg, Aurich, Bad Homburg, Bad Kissingen, Bad
Laer, Bad Kreuznach, Bad Oldesloe, Baden-Baden, Bamberg, Basel, Bautzen, Bayreuth, Bensheim, Berlin, Bern,
Biberach, Bielefeld, Biel, Bingen, Bitterfeld, Bocholt, Bochum, Bonn, Bottrop, Brandenburg, Braunschweig,
Bregenz, Bremen, Bremerhaven, Brixen, Bozen, Celle, Chemnitz, Chur, Coburg, Cottbus, Cuxhaven, Darmstadt,
Delmenhorst, Dessau, Detmold, Dornbirn, Dortmund, Dresden, Duisburg, Düren, Düsseldorf, Eisenach,
Eisenstadt, Emden, Erfurt, Erlangen, Essen, Esslingen, Eupen, Feldkirch, Flensburg, Frankfurt, Frankfurt am
Main, Frankfurt (Oder), Freiberg, Freiburg, Freising, Friedrichshafen, Fulda, Fürth, Garmisch,
Gelsenkirchen, Gera, Gießen, Görlitz, Goslar, Gotha, Göttingen, Graz, Greifswald, Gütersloh, Hagen,
Halberstadt, Halle, Halle an der Saale, Hamburg, Hameln, Hamm, Hanau, Hannover, Heidelberg, Heilbronn,
Helmstedt, Herford, Herne, Hildesheim, Hof, Husum, Ilmenau, Ingolstadt, Innsbruck, Iserlohn, Jena,
Kaiserslautern, Karlsruhe, Kassel, Kempten, Kiel, Klagenfurt, Koblenz, Köln, Konstanz, Krefeld, Krems,
Landshut, Leer, Leipzig, Lemgo, Leverkusen, Lindau, Lingen, Linz, Lippstadt, Lübeck, Ludwigsburg,
Ludwigshafen, Lüneburg, Luxemburg, Luzern, Magdeburg, Mainz, Mannheim, Marburg, Meißen, Memmingen, Meran,
Minden, Mönchengladbach, Mülheim, München, Münster, Naumburg, Neubrandenburg, Neumünster, Neuss, Nordhausen,
Nürnberg, Oberhausen, Offenbach, Offenburg, Oldenburg, Osnabrück, Paderborn, Passau, Pforzheim, Pirna,
Plauen, Potsdam, Quedlinburg, Ravensburg, Recklinghausen, Regensburg, Remscheid, Reutlingen, Rosenheim,
Rostock, Rottweil, Saarbrücken, Salzburg, Sankt Pölten, Sankt Gallen, St. Gallen, Schaffhausen, Schleswig,
Schwäbisch Hall, Schweinfurt, Schwerin, Siegen, Soest, Solingen, Speyer, Stade, Stendal, Steyr, Stralsund,
Straubing, Stuttgart, Suhl, Thun, Trier, Tübingen, Ulm, Vaduz, Vechta, Villach, Weiden, Weimar, Wels,
Werder, Wesel, Wetzlar, Wien, Wiesbaden, Wilhelmshaven, Winterthur, Wismar, Witten, Wittenberg, Wolfsburg,
Worms, Wuppertal, Würzburg, Zittau, Zug, Zürich, Zwickau, Ahaus, Ahlen, Ahrensburg, Altenburg, Altötting,
Apolda, Arnstadt, Bad Hersfeld, Bad Nauheim, Bad Reichenhall, Bad Tölz, Bad Segeberg, Balingen, Bergisch
Gladbach, Bernburg, Böblingen, Borken, Brilon, Bruchsal, Buxtehude, Calw, Cloppenburg, Crailsheim, Dachau,
Deggendorf, Dillingen, Dinslaken, Donaueschingen, Dorsten, Eckernförde, Eichstätt, Einbeck,
Eisenhüttenstadt, Elmshorn, Emmendingen, Emsdetten, Erding, Eschwege, Euskirchen, Finsterwalde, Forchheim,
Frankenthal, Freudenstadt, Friedberg, Fürstenfeldbruck, Fürstenwalde, Geesthacht, Gifhorn, Gladbeck,
Glückstadt, Göppingen, Gronau, Gummersbach, Güstrow, Haltern, Hattingen, Heide, Heidenheim, Helgoland,
Herrenberg, Hoyerswerda, Höxter, Hürth, Idar-Oberstein, Itzehoe, Jever, Jülich, Kaufbeuren, Kehl, Kelheim,
Kleve, Kronach, Kulmbach, Lahr, Landau, Langenhagen, Limburg, Lörrach, Lübben, Luckenwalde, Lüdenscheid,
Lünen, Marl, Merseburg, Meppen, Moers, Mosbach, Mühldorf, Mühlhausen, Neuburg, Neumarkt, Neuruppin,
Neustadt, Neuwied, Nienburg, Norden, Nordhorn, Norderstedt, Northeim, Nürtingen, Oranienburg, Papenburg,
Parchim, Peine, Pinneberg, Pirmasens, Prenzlau, Radebeul, Radolfzell, Ratingen, Rendsburg, Rheine, Riesa,
Rüsselsheim, Saarlouis, Salzgitter, Salzwedel, Sangerhausen, Schwabach, Schwandorf, Schwedt, Siegburg,
Sigmaringen, Sindelfingen, Singen, Sonneberg, Stadthagen, Starnberg, Steinfurt, Torgau, Traunstein,
Tuttlingen, Überlingen, Uelzen, Unna, Velbert, Verden, Viersen, Villingen-Schwenningen, Waiblingen,
Waldshut, Waren, Weilheim, Weinheim, Wernigerode, Wilhelmsburg, Wolfenbüttel, Wunstorf, Zerbst, Aarau,
Baden, Bellinzona, Davos, Frauenfeld, Glarus, Lugano, Neuenburg, Olten, Solothurn, Amstetten, Baden bei
Wien, Bludenz, Hallein, Kufstein, Leoben, Lienz, Mödling, Wiener Neustadt, Brüssel, Paris, London, Rom,
Prag, Warschau, Moskau, Kiew, Budapest, Kopenhagen, Straßburg, Mailand, Venedig, Danzig, Breslau, New York,
Genf, Washington, Winterthur, Köniz, Uster, Rapperswil, Wetzikon, Herisau, Appenzell, Sarnen, Stans, Altdorf, Schwyz,
Visp, Burgdorf, Langenthal, Liestal, Delsberg, Murten, Kreuzlingen, Romanshorn, Arbon, Gossau, Zofingen, Wohlen,
Hohenems, St. Pölten, Melk, Zwettl, Gmunden, Bad Ischl, Schwaz, Wörgl, Kapfenberg, Gmünd, Spremberg, Senftenberg,
Anklam, Wertheim, Miltenberg, Tauberbischofsheim, Rottenburg, Bad Mergentheim, Olpe, Meiningen, Andernach,
Bad Godesberg, Schongau, Murnau, Bad Aibling, Zwiesel, Zell am See, Rheinfelden, Stein am Rhein, Weil am Rhein
""".replace("\n", " ").split(",")
]
COUNTRIES = [
    "Deutschland", "Österreich", "Schweiz", "Liechtenstein", "Luxemburg", "Belgien", "Frankreich", "Italien", "Polen",
    "Tschechien", "Dänemark", "Niederlande", "Ungarn", "Spanien", "Großbritannien", "Schweden", "Norwegen", "Finnland",
    "Portugal", "Griechenland", "Irland", "Slowakei", "Slowenien", "Kroatien", "Serbien", "Rumänien", "Bulgarien",
    "Albanien", "Nordmazedonien", "Montenegro", "Ukraine", "Moldau", "Georgien", "Armenien", "Türkei", "Estland",
    "Lettland", "Litauen", "Island", "Malta", "Zypern", "Südtirol", "Namibia", "Kasachstan", "Japan", "Indien",
    "Kanada", "Brasilien", "Mexiko",
]  # fmt: skip
LANDS = [
    "Bayern", "Sachsen", "Hessen", "Thüringen", "Brandenburg", "Niedersachsen", "Saarland", "Europa", "Afrika", "Asien",
    "Amerika", "Tirol", "Kärnten", "Steiermark", "Vorarlberg", "Ostdeutschland", "Westdeutschland", "Norddeutschland",
    "Süddeutschland",
]  # fmt: skip
VENUES = (
    r"(?:[\wäöüßÄÖÜ-]*(?:saal|säle|salon|halle|haus|schule|aula|museum|kirche|zentrum|bibliothek|bücherei|buchhandlung|institut|"
    r"akademie|terminal|schuppen|kelter|theater|kino|hotel|raum|foyer|scheune|anatomie|schloss|burg|kloster|hof|speicher|"
    r"fabrik|werk|studio|galerie|archiv|universität|hochschule|kammer|börse|treff|stube|keller|gasthof|gasthaus|wirtshaus|garten|stadion|zelt|"
    r"dom|kapelle|klub|club|pavillon|mensa|kantine|forum|landtag|audimax|(?:vereins|pfarr|sport|schützen)heim|rathaus|gemeindehaus|bahnhof|mühle|kaserne|turm))"
)
