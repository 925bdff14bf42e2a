"""Less common given names of many countries, sorted as in given_names: most from the lists of Faker (MIT licence),
without those that are words, places or posts in English."""

from intake.reading.words import words

MALE = set(
    words("""
aadi aage aapo aarav aarnav aarne aaro aarush aatos aayush abayomi abbas abbos abdelkader abdu abduaziz
abduboriy abdulaziz abdulhamid abdulla abdullahi abdulloh abdumalik abdurahmon abeer abeiku abel abelardo
abhimanyu abhinav abhiram abiodun abiona abner abram abror abubakr abyasa achille achim adalberto adams
adan adebiyi adebowale adedayo adedeji adekitan adekola adekunle adelbert adeleke adelin adem aden adeniyi
adeolu adeoti aderopo adeshina adesoji adetayo adeyemi adeyi adhiarja adiarja adigun adika adikara adil
adinata aditya adnan adolf adolfo adolfs adonis adriano adrien advaith advay advik aedan afolarin agastya
agnos agris agus agustin ahmet ahti aidan aiden aigars aijuka aime aimo ainars aivar aivars ajala ajan
ajani ajiman ajimat ajimin ajiono akanmu akarsana akbar akif akin akinkunmi akinlabi akinwale akmal akobir
akseli akshay akwasi akwesi alade alain alambana alamu alban alberto alberts albin albino albrecht alcides
aldo alec aled alejo aleks aleksandar aleksander aleksandrs aleksanteri aleksi aleodor ales alessio
alexandru alexe alexej alfons alfonso alfredo alfreds algot alin alinur alisher alistair alistar aliyu
almaz almus alois alonso aloys alphons alphonse alphonsus alvar alvin alwin amado amador amadou amar amare
amaro ambrose amedeu americo amin amine amir amol amon amri amza anas anatolie anay anderson andile andor
andras andrej andrejs andres andress andri andrian andrija andrin andris andrus andrzej andwele anes
angavu angelo anggabaya anghel anibal aniket anirban anirudh anjolaoluwa ankit ankur anmol anom anoni
anselmo ansgar ansh ansis anssi antal ante antero antim anto antoni antonin antonino antoniu antonius
antons antony ants antti antun anvar anwar apollo aran arash archer archie arda ardalan argono arian arif
arild arindam aristide arkadiusz arlo arman armand armands armas armin arnaldo arnaud arne arnis arno
arnoldo arnolds arnost arnulfo aron arpad arron arsenie arsenio arsipatra artan artanto artawan artemio
artis arto arttu artturi artur arturo arturs arvid arvids arvo aryan asad asadullah asafe asani asbjørn
asher ashish asif asilbek asirwada asirwanda askar asko aslan aslijan asmadi asman asmianto asmuni aswani
atharv athumani atilio atma atmaja atte attila atul augustin augustine augusto augusts aukusti aulis aung
aurel aurelian aurelien aurelio avirup avram axel axinte ayaan aydar ayden aydin ayinde ayodeji ayodele
ayoub ayub ayush ayushman azaan azad azamat azat azim aziz azizi baba babak babasola babatunji babawale
babu bachittar bagas bagiya bagus bagya bahadurjit bahram bahuraksa bahuwarna bahuwirya bajragin bakda
bakhshi bakhyt bakiadi bakianto bakidin bakijan bakiman bakiono bakti baktiadi baktianto baktiono bakyt
bala balaji balamantri balangga balapati balazs baldur bale balendra balhaar balidin balijan balinda
balint baljiwan baltasar balthasar balvan balveer bambang banara banawa banawi bancar bandile banel
banjeet baptiste barbu baris barna barnabas barry bart bartek bartholomew bartley bartolomeu basarab
bashir basil basilio bastian bastien batbold baurzhan bautista bayram bayron beau bedrich behrouz behruz
bektur bela bello benard bence bendeguz benedek benedict benedikt beniamin benicio benito benjamim benno
benoit benone benson bento berat berend berends bernabe bernardino bernardo bernd berndt bernt bert
bertalan bertil bertram bertrand bertulis beshte bhekani biagio bibuwa bilal bilol birger bjarne bjorn
bjørn bladimir blahoslav blaine blas boaz bobur bogdan bohdan bohumil bohumir bohuslav bojan bolat
boleslav borivoj borja borys botond bozo bradley bradut brady brahim bram branislav branko braulio braxton
brayan brayden brencis brendon breno brent bretislav brice brien brijesh brodie bryce bucur budi byron
błazej cagak cager cahya cahyadi cahyanto cahyo cahyono caio caius caket cakrabirawa cakrabuana cakrajiya
cakrawala cakrawangsa caleb calebe calin callum calogero calvin camil camilo candido candra candrakanta
cantemir caraka carlo carmelo carsten carter carub casian casper catalin cathal catur caturangga caua caue
cawisadi cawisono cawuk cayadi cazimir cecep cecil cedric cedrin ceferino celestin celestino celso cemani
cemeti cemplunk cengkal cengkir cesar cezar cezary chaitanya chakradev chakradhar champak chanakya chandra
chandran chandresh charan charly chatresh chatura chau chetan cheusi chibuzo chigozie chijioke choguel
christof christofer christoffer christophe christos chukwudi chukwuemeka ciaran cillian ciprian cipriano
ciro clarence clark claudio claudiu claudius claus clayton clemens clement clemente clifford clinton codin
codrin codrut cody cohen coleman colins collin collins colm colton colum conal conall conan conor conrad
constantin cooper cormac cornel cornelio cornelis corneliu cornelius corvin cosimo cosmin costache costel
costin crin cristea cristhian cristian cristiano cristobal cristofer cristofor cristopher csaba csongor
ctibor ctirad curt curtis custodio cyprian cyrus daan dacian dacin dadap dadi dafydd dagel dagoberto
dainis daksh dakshesh dalbir daler dalibor daliman dalimin daliono dalton damar damian damiano damien
damife damir damjan damon damu danang daniels danijel danilo daniswara danjuma danny dante danu danuja
daren dariati darijan darimin darin dario darius dariusz darko darmaji darman darmana darmanto darnell
darpan darrell darrin darryl darryn darsh darsirah dartono daru daruna daryani daryl dastan daud daudi
daulet dave davi davide davin davis davit davor davut davy dawid dawit deane debashish decebal declan
deepesh dejan demetrio demian demilade denes deng denny dereck derick dermot derrick deshawn desiderio
desmond detlef devansh dezso dhananjay dhruv diarmuid didier dietmar dietrich digdaya dilan dilip dillon
dilshod dimas dimaz dimitrios dino dinu diogo dion dionisio dipa dipankar dirja diyor dmytro dobroslav
dodo domagoj domenic domenico domhnall domingo dominick dominik donal donat donato doniyor dono donovan
dorel dorian dorin dorinel doru dovud dragan drago dragos dragutin drahoslav drajat drazen drew duane ducu
duje duke duma dumitru dung dunia durodola dusan dustin dwayne dzintars eakumbu eamon eamonn ebbe ebrahim
ebuka eddy eder edgard edgardo edgars edin edinson edison edmond edmund edmundo edmunds edouard edson
eduard eduards edvard edvin edvins eelis eemeli eemil eerik eero eetu efrain efren eftimie egbert eggert
egil egils egon ehsan einar einari eino eirik eivind ekalinga ekansh ekapad ekaraj ekavir ekbal ekene ekow
ekrem ekundayo ekundu eladio elchin eldar eldon elemer eleuterio eliakimu elian elias elie eliecer elijah
elio eliot elis eliseo elliot elliott elmar elmars elmer elmeri elmo elnur eloi elon eloy elshan elton
eluh elvin elvis eman emanoil emanuel emanuil emas embuh emile emilian emiliano emilio emils emin emir
emmet emmett emong empluk emre emyr enda endra endre enes enkh ennio enrico enrique ensio enteng enver
enzo eoghan eoin epifanio erasmo erastus ercan erdogan eremia eren erhard erich erick eriks erkan erkki
erlan erland erling ermanis ermek ernesto ernests erno ernst erol ervin erwin eryk esko espen esteban
estiawan estiono esupofo etienne eugen eugenio eusebio eusebiu eustatiu evald evalds evaristo evelio evert
ewald ezekiel ezequiel ezio ezra fabian fabien fabio fabrice fabricio fabrizio facundo faisal fakhri falan
faqid faraj faras farhad farhan farhod fariq faris fariz farrukh faruk fatih faustino fausto feargal
fearghal federico fedor feliciano ferenc fergal fermin fernand festus fidel fiifi fikret filip filipe
filippo finbar finn fintan fiodor firdavs firuz fitan fiyaz flavio flaviu flemming fletcher florea
florencio florent florentin florentino florian florin floris folu frado francisc franciszek franco
francois franjo franklin franky frantisek franz freddy frederic frederik fredo fredric fredrick fredrik
fredy fricis fridolin fritz frode fryderyk fuad fuzayl fuzuli gabino gabit gabor gabriel gada gadang
gading gaduh gael gaetano gagan gaiman galak galang galar galih galiono galuh galur galymzhan gaman gamani
gamanto gambira gamblang ganbat ganda gandewa gandi ganep ganesh gangsa gangsar ganjaran gantar gara garan
garang garda garret garrett garry gaspar gaston gatis gatot gatra gaurang gaurav gautam gbadebo gbolahan
gbowoade gebhard gederts geert geir gela gelu genaro gennaro georgel georgios geraldo gerardo gergely
gergo gerhardt gerold geronimo gerrit gerson gert getachew gethin ghani ghassan ghenadie gheorghe
gheorghita ghislain ghita giacomo gian giancarlo gianfranco gianluca gianni gibson gica gicu gideon giga
gilang gilberto giles gilles gino gintaras gion giorgian giovanny girik girindra girish girts giuliano
giulio giuseppe godfrey goncalo gonzalo gopal goran gottfried gottlieb graeme gratian grayson gregg
gregoire gregor gregorio grigore grzegorz guido guilherme guillermo gulaga gunars gunbir guneet gunner
guntars gunter gunther guntis gurbanguly gust gustaf gustave gustavo gustaw gusztav gwyn gyorgy gyozo
gyula habib habibu hadi hadithi haidar hairyanto hakan hakim hakon halid halil halim hamis hamza hamzah
hannes hannu hansjorg hanspeter hanss haralamb haralambie harambee hardana hardeep hardi hardik hardy hari
harijs harimurti haris harish harja harjasa harjaya harjo harri harrison harsana harsanto harsaya harsh
harshil hartaka hartana hartmut harto harun haruna harvey hasim havard heikki heiko heitor helge helmer
hemang hemant hendra hendri hendrik henning henrikki henriks henrique heriberto herman hermanis hermann
hermanni hermes herminio hernan hernando heru herve heryanto hieu hilario hilmar himawan hipolito hitesh
hjalmar hoang holger holm horacio horatiu horea horia horst horymir hosea hossein hrant hredhaan hritik
hrvoje hubert hudson hugues humberto humoyun humphrey hunor huseyin huynh hynek hywel iacob iain iancu
ianis ibidapo ibrani ibrohim ibun idris ieremia iestyn ieuan ifeanyi ifechukwu ignac ignace ignacio ignacy
ignatz ignaz igors ihor iisakki ikbal ikenna ikeoluwa iker ikhsan ikin ikram ilari ilarie ilarion ilham
ilias ilie ilija ilja ilkka ilmars ilyas imants imaran imran imre imron imtiyaz indrajit indranil indrek
indrikis ingmar ingo ingvar inioluwa inocentiu ioan ioannis ionel ionica ionut iosif irakli irinel irnanto
irsad irwan isaiah isaias isak isaque isaya iseoluwa isfandiyor ishaan ishola ishwar isidor isidoro isidro
iskandar islom ismael ismet ismoil issack istvan ituri iulian iuliu iurie iustin iustinian ivane ivar
ivars iver ivor iwan izidor jaakko jaan jaanus jabal jaber jabulani jacek jacinto jacky jacobo jaeman
jafar jafet jaga jagapati jagaraga jagat jagdish jahongir jail jaiman jair jairaj jairo jais jaka jakobs
jakov jakub jalal jalia jalmari jalol jamar jamil jamshid jangwa jani janick janik janko jannik jannis
jano janos janus jared jari jarkko jarl jarlath jarmo jarno jaromir jaron jaroslav jarrod jarwa jarwadi
jarwi jasmani jasper jasur jaswadi jati jatin jatmiko javad javed javohir jawad jaxon jaya jayadi jayeng
jayesh jayson jazeps jedrzej jeet jefferson jeffery jefri jeison jekabs jekaubs jelani jelle jenel jeno
jere jeremi jeremiah jeremias jeremie jermaine jeronimo jerson jerzy jesper jesus jevgeni jezups jhoan
jhon jhonatan jhonny jimmie jimmy jinawi jindra jindrich joakim joaquim joaquin jochen joey johans
johnathan johnson johny joko jonah jonatan jonathon jono joojo joona joonas joonatan joost jordi jordon
jordy jorg jorgen joris jorma jorn josep josephus josh josiah josip josko joso jost josua josue jouko
jouni jovan jozef jozo jozsef jude juha juhana juhani juho jukka julijs julius juliusz jumaane jumadi
jumari junaid junior juraj jure jurgen juri juris jussi justiniani justus juuso juwon jyrki jørgen kaarlo
kabir kabiru kacper kacung kadir kaique kairat kairav kajen kajetan kaleb kalervo kalevi kalim kalle
kalman kalpit kambali kamidin kamil kamron kanat kanda kapil kardi kare kareem kariman karja karlis karlo
karman karna karoly karsa karsana karsten karta karthik kartik karya kashangaki kasim kasiran kaspars
kasusra kauko kaushik kaveh kawaca kawaya kayrat kayun kazimierz keanu keegan keijo keji kelechi kelvin
kemal kemba kenan kenari kenes kenny kent kenyangi khaled khalil khamani khamisi khoa kiaan kian kiapo
kieran kijani kilian killian kimbilio kimmo kinubi kiril kirk kishore kiume kjell kjetil klaas klemens
klement knut koen koffi kojo kolawole kondaji kondo konradi konradus konstantinos konstanty korede kornel
kornelius kostas kovu krish krisjanis kriss kristaps krister kristers kristijan kristjan kristof kristofer
kristoffer kristopher krists krisztian krisztofer krystian krystof krzysztof ksawery kujoe kullervo
kuncara kuno kunthara kurnia kurtis kurunzi kusiima kustaa kusuma kwabena kwadwo kwaku kwamena kwasi kweku
kwesi kyan kyaw laban labuh ladislau ladislav laimonis lajos laksana laksh lakshit lamar lambert lanang
lance langalibalele langgeng lanjar lantar larry lascar lasha lasmanto lasmono lasse lassi laswi laszlo
latif laurens laurentiu laurenz laurian laurin lauris lautaro lazar lazaro laziz leander leandro leano
leevi lega legawa leif leke lembah lenn lennart lenny leonce leoncio leonel leonhard leonidas leons
leontin leopold leopoldo leordean leos lere leroy levan levente levi levin lewis lian libor lica liman
limar lincoln lino linus lionel lisandro livio liviu lohit loic lokesh lorcan lorenz lorin lothar lovre
lovro luan lubomir lubos lucca lucentiu lucian luciano lucien lucio lucretiu ludek ludovic ludvig ludvik
ludwig luhung luigi lukita lukman luluh lulut lumir lungile lurhur lutfan luthfi lutz luwar luwes luyanda
lwandile lyndon maanas maanav maarten maciej macs madalin madhav mads mael magne mahdi mahesa mahesh
mahfud mahir mahmud mahmut maicol maik majid makara maksim maksymilian makunga makuta makuu malachy malik
malte mamadou maman mamuka manah manan manbir mandla mandlakhe manfred manish manole mansur manthan manus
maras marat marcelino marcell marcello marcial marcin marcio marcu mareks margana margus mariadi mariano
marijan marino maris mariusz markku marko marlon marquis marsito marsudi mart martaka martana martani
marten martial martim martins marton martti marvin marwata maryadi maryanto massimiliano massimo matei
matej mateus mateusz matheo matheus mathew mathieu mathijs mathis mati matias matiss mato matous matthieu
matti mattia mattias matyas mauno mauri mauricio maurits maurizio mauro maurycy mavuno maximilian
maximiliano maximilien maximo maxwell mayank mcebisi meelis mehdi meinrad melvin merab merlin mert mervin
mervyn metin metod micael micha michał micheal mick mickael mieszko mihael mihai mihail mihaly mihels
mihhail mihkel mihnea miika mijo mika mikelis mikels mikkel mikko miklos mikołaj mikulas mile miller milo
milos miloslav milton minenhle miodrag miran mircea mirco mirko miro miron mironshoh mirsad mirza misael
mislav mitchel mitchell mitesh mitica mitrut miłosz mladen mlungisi modesto modris moez mohamad mohamedi
mohit moises mojmir moreno morris mortimer moussa mthokozisi mugur mugurel muhamed muhammad muhammadali
muhammadamin muhammadamir muhammadayub muhammadaziz muhammadrizo muhammadsafo muhammadsodiq muhammadsolih
muhammadumar muhammadyasin muhammadyusuf muhammadziyo muhammed mujur mukhtar mulele muli mulya mulyanto
mulyono mumpuni muni murad murat murdo murilo murod murray mursinin mursita murti musa muslim muslum
mustafo mustapha mustika mustofa mwezi mykola myles mzamo nabil nachiket nader nadir nael naim najam najib
naksh nakul nalar nando nandor naradi narcis narciso nardi narendra narji nasab nasim nasir nasiru
nasrullah nasser nassim natan natanael nataniel nathan nathanael nathaniel navid navneet nazar nazim
nazrul neal nechifor neel nehemiah nelio nelu nenad nestor neville nevin nevio ngamia ngeni nguyen nhien
nhlanhla niall nicanor nichifor nicklas nicky niclas nico nicoara nicodim nicolae nicolai nicolaie nicu
niculita nicusor nicuta niels nihat niilo niko nikodem nikolaj nikolajs nikolaos nikolas nikolaus niks
niksa nilesh nishant nitesh nixon niyaga niyazi niyilolawa nizar njabulo nnamdi noam nodar nolan nonso
norbert norberto normunds nrima ntimi nugraha nuhu nuno nuriat nurmuhammad nursultan nuru nwabudike nyana
nyoman obanijesu obed obinna octav octavian octavio octaviu ogooluwa oisin oiva ojas okechukwu okta okto
oladare oladimeji olaf olakunle olanrewaju olansile olavi oldrich olegario oleh oleksandr oleksiy olgerts
olgierd olimpian olimpiu oliviu oliwier olli olumide olumorotimi oluwafemi oluwagbemiga oluwamumibori
oluwamuyiwa oluwasanmi oluwasegun oluwole omari omer omid omkaar omkar omobobola omotayo ondrej onkar onni
onofre onveer onyeka opan opung oran orest orhan orinder orlando oskari oskars osmo osogo ossi osunleke
osvald osvaldo osvalds oswald oswaldo otabek otakar otavio othmar otis oumar ousmane ovidio ovidiu ozzy
paavo padraic padraig paiman pambe pamfil panagachie panait panca pandu panfilo pangeran pangestu panji
pankaj pardi parman parth parviz pascual pasi pasquale patric patricio patrik patru patryk pauli paulino
pauls pauric pavao pawel paweł peadar pearse peder peeter pekka pelaji pentti percy perkasa perry pertti
pervez petar pete peteris petre petri petrica petrisor petro petru petrut petter petteri phillip phong
phuc pierce piero piet pieter pietro pirmin pius piyush plesu pompiliu popobawa porfirio praba prabawa
prabowo prabu pradeep prakosa pranata pranawa praneel pranit prasetya prasetyo prateek pratyush prayitna
prayoga prayogo premysl preston priit priyanshu prosenjit przemysław pumbaa purwa purwadi purwanto putu
qabil qadim qarin qasim quang quincy quinten rachid rachit radek raden radika radim radit raditya radomir
radoslav radosław radovan radu raducu rafał raffael raffaele rafi rafid rafiq raghav ragnar raharja rahman
rahmat raihan raimo raimonds raimund raimundo rainer raivis raivo rakshit ralf ramazan ramin ramiro ramiz
ranbir randolf rangga ranveer raoul rares rashad rashidi rasmus rauf rauno ravy rayaan rayan razvan
redmond reginald regis rehaan reijo reimar reinaldo reiner reinhart reinhold reinis reino reksa relu remi
remigio remo remus remy renan renato renaud rendy renzo respati reuben reyansh reynaldo reza rhavi rhodri
rhys rian ricards riccardo rick rickey ricky rico ridwan rigoberto rihards riku rino risasi rishi risto
ritesh rizki rizwan roar robby roberts robinson rocco roderick rodger rodney rodolfo rodolphe roel rogelio
rogers roko rolando rolands romain romano romeo romuald romulo romulus ronal ronaldo ronan ronith ronny
rony roope roque rosendo rosman rostam rostislav rouven ruairi ruaridh rubani ruben rudi rudiger rudolfs
rudolph rudra rudy rufino ruhiu rungo ruperto rushil rusman rustam rustem ryder ryszard saadat saban sabar
sabin sabir sabri sadaka saddam sadiki sadiq saeed safet sahil sahin saiful saikat sajid saka sakari
saksham sakti saleh salih salohiddin salomon salvatore samad samaksh samandar samar samarth sameer samesh
sami sammy samson samsul samu samuli samweli samy sandile sandip sandis sandor sandro sandu sani sanjar
santeri santino sarath sardar sardor sarthak sarvar sascha sathvik satya saurabh sava saverio scot seamus
sebastiaan sebastiano sebastien sedat segundo seif selim senthil sepp seppo serban serge sergej sergiu
serhii serik setya severin severino severo seye shaban shahid shahriar shahriyor shahzod shahzoda shakil
shamil shamsuddeen shantanu shashank shaun shaurya shavkat shawn shayne shehu shekhar shekoni sherzod shiv
shivam shivansh shohjahon shohrux shubham sibonelo sibusiso siddhesh sidi sidiq sigmar sigmund sigurd siim
sijuade silas silvano silvester silvian silvio silviu simen simeon simi simion simo simphiweyinkosi sindre
sinica sinisa siyabonga sjoerd slamet slavko slavomir slobodan smith sohail soleh solomon somchai
somtochukwu sondre soren sorin soumya sourav spencer sphiwe srikanth stancu stanislaus stanislavs
stanisław stanley stef steffen stein steinar stelian sten stepan stian stig stijn stipe stjepan subhankar
subhash sudhir sukhdev suleiman suleyman sumantra sumeet surendra sushanta svatopluk svatoslav svein
sverre swen sylvain sylvester szabolcs szilard szilveszter szymon tade tadeas tadeusz tadhg tage taha
tahir taisto takatifu talgat tamas tamaz tanay taneli tanguy tanimu tanish tanmay tanner tanveer tapan
tapani tapio tarak tarek tarik tariq tarmo tasdik tasnim taswir taufan taufik tauno teddy tedi teemu
teerth teguh teimuraz tejas temidayo temir temur tengiz tenis teodor teodoro teodors teofil teofilo
teohari terje tero terrance terrence teuvo thabani thabiti thaddeus thales thando thang thanh theodor
theodoro theophile thibaud thibault thibaut thijs thor thorsten tiago tiberiu tibor tigran tiit tijs
tilman timbul timmy timo timon timotei timotej timoteo timothee tino tirta tirtayasa tito titus tivadar
tiziano tobiasz todor tofik toivo toki tokunbo tolga toma tomi tomislav tommi tommy tomo tomori toms tonny
tonu toomas topias torben torbjørn tore torquil torsten traian trent trond trong troy trung tsegaye
tserendorj tuan tudor tugiman tukufu tulio tung tuomas tuomo tural tushar tuukka tymon tymoteusz tyrone
tyson uche uchenna udant udarsh uldis ulises ulrich ulrik ulugbek umang umar umay umaya umberto umut
unggul uolevi upik upkaar urban uriel urmas ushindi usiku usman usmon utama utkarsh vaclav vagn vahid
vaibhav vaino vakhtang valdemar valentim valentino valerio valeriu valter valtteri vano vardan vasco vasil
vasile vasyl vedant vedran veer veeti vegard veijo veikko veli vello veniamin venkat venkatesh verner
verneri vero vesa vibhor vicente vicentiu victoriano victorino vidal vidar viesturs viggo vignesh vihaan
vikas viktors vilem vilhelm vilho vilis viljami viljo vilmos vilnis vilums viman vince vincentiu vincenzo
vineet vinh vinicius vino vinsen vinzenz viorel vipul viraj virgilio virman visarion vishal visvaldis
vitezslav vito vitor vittorio vivaan vjekoslav vladislavs vlado vlaicu vlastimil voicu vojtech voldemars
volker volodymyr vratislav vusumuzi wadi wage wahab wahid wahyu wakiman waldemar waldo walid waluyo waqar
wardaya wardi warinder warjas warji warsa warsita warta wasim wasis wawan wazir weldon wenzel wesley
wiktor wilber wilfred wilfredo wilfrido wilfried willi williams willian willis willy wilmer wilson wira
wisnu witold wladimir wojciech wout wouter wriddhish wridesh wyatt xanana xander xaver xolid yadigar
yagnesh yago yahya yahyo yair yakobo yanis yannis yash yasin yassin yassine yatan yatin yeison yerbol
yerlan yilmaz yngve yoga yogesh yohan yohane yohannes yono yosef younes yrjo yunis yunus yuvraj yvan yves
yvon zacarias zacharie zachary zafar zahid zahur zaid zakaria zakariyo zakir zalan zamfir zamir zanis
zashil zayan zayd zayyan zaza zbynek zdenek zdenko zdravko zehaan zeljko zende zeno zenzele zhan ziad
ziedonis zigmund zikmund zlatko zoran zsigmond zsolt zsombor zuba zubair zubayr zuhri zurab zvonko zwatie
""")
)

FEMALE = set(
    words("""
aachal aada aadhya aahana aaliyah aanuoluwapo aarini aarna aarti aashi abbey abbie abby abebi abena abeni
abha abigael abigaili abosede abril addison adebukola adela adelaida adelheid adelia adelina adeline
adenike adepeju adesewa adesua adetoke adetoun adhra adia adimu adina aditi adriane adrianna adrianne
adrienn adrienne adunni advika adweta adwoa adya afia afroza afruza afua agatha agathe aglaia agnese
agneta agripina agustina aicha aida aideen aiga aigul aija aila aileen aili ailis ailsa aimee aina aine
ainura airi aishani aisling aisulu aisyah aizhan ajeng ajoke akanksha akmaral akosua akshata akua akumaa
akumu alana alanna alannah alba alberta alberte albertina albertine albina alea alejandra aleksandra alena
alessia alexa alexandrina alexia alia alida alika alis alisa alise alisha alissa alisson alix aliya alize
alka allana alma almasi almira aloisia alondra altyn alvine alwina alwine alyssa alzbeta alzina amada
amahle amaira amal amalia amalie amalija amandine amarachi amaya amba ambar amber amel amelie amie aminatu
amoke amondi amope amparo amrita amruta anabel anabela anabella anagha anahi anahit anaida anais anamaria
anamika ananya anar anasa anastacia anastazie anastazja anca ancuta andela andrada andreea andreia anemona
aneta anete anett anezka angele angelika angeline angelique angelita angharad anghelina angie anica aniela
aniko anina aninka anisa anisoara anissa anjum anka anke ankica ankita annabell annabella annabelle
annalena annalisa annalise annamaria annamarie anneke anneli annelie annelies anneliese annelise annemarie
annemie annetta anni annick annie anniina annija annikki annina annita annukka anny ansora antje antoaneta
antoinette antonela antonella antonietta antonija antonina antra anuradha anusha anuta anvi anđa anđela
aoife apolena apolonia apoorva araba arabella araceli aracely aradhana aranka arcelia archana ariadna
ariana ariane arianna arija arike arina arinola aristita arja arlene arlette armida arpita artemisa arti
arunima arusi arya arzu asake asali asatira asel ashlee ashleigh ashling asia asila asma asmaa asmini
asmira assunta asuncion atena atiena atinuke aude augusta augustina aulikki aune aura aurelia aureliana
aurora aurore ausma austra avani awero awesi axelle axenia ayan ayana ayinke ayla ayleen aylin aylla aynur
ayoka ayse aysel ayten azadeh azalea aziza azra azucena baaba babette baghyawati baiba banu barbora barica
barkha beate beatrix begimay belen belinda benedicte benita benta bente benthe berenice berit bermet
bernadett bernadine bernarda bernardita bernice berta bertha berthe betania bethan bethany betina betty
beverley bhanumati bhavana bhavani bhavika bhavini bhavna bhavya bhekisisa bhekizizwe bhekokwakhe bhumika
bianka bibi bibiana bibisora bilge biljana bilkisu bimala bina birgitta birte birthe biruta biserka
bishakha bjørg blanca blanche blanduzia blanka blazena bodil boel bogdana boglarka bohumila bolatito
boluwatife bonnie bonu borbala bozena bozica brandi brandusa branka breanna breda briana brianna brigid
brigida brigita brigitta brinda brit brita britney britta brittney bronagh bronislava bronwen bronwyn
brooke bruna bunmi busara busisiwe cacilia caitlin caitlyn caitriona calista camelia camilla canan candace
candela candelaria candice candida caoimhe capucine cara caren caridad carin carina carine carita carlota
carlotta carly carmela carmelita carmina carola carolin carolyn carolyne carys casandra casiana catalina
catarina caterina catharina cathleen cathrine cathy catinca catrin catrina catrinel catriona cecelia
cecile cecilie celeste celestine celia celina cerasela ceri cezara chaaya chaitaly chakrika chaman chameli
chanchal chandani chandrika chaniya chantel chantelle charita charity charlene charline charlotta
charmaine charos charvi chasmum chausiki chavvi chelsea chelsey cherie chiamaka chidimma chimamanda
chinelo chinyere chipukizi chitra chizoba christa christel christelle christiana christiane christianne
christin ciaobella ciara cici cielo cinta cinthia cintia cipriana citlali citra clarice clarisa clarissa
clarisse claudette claudine clementina clementine cleopatra cliodhna cliona clodagh cloe clotilde codrina
codruta colleen collette comfort concepcion concetta concha constanta constantina constanza constanze
consuela consuelo cora coralia coralie cordula corina corine corinna corinne corona corrie cosima cosmina
crenguta crina cristal csilla cynthia dace daciana dafina dafne dagmar dagmara dagny daiana daiga daina
dainess daksha dalaja dalia dalili dalima damaris damilola damini damyanti dana danae dania danica
daniella danijela daniya danna danuse daphne dariana dariga darika darina darlene darta dawn dayamai
dayana dayita dayna deanna dearbhail dearbhla debbie debby debora deborrah debra deepika deepti deidre
deirdre deisy delfina delia delphine demetra demi denisa denisse dervla desiree despina destiny devi
devika dewi deyanira dhriti diah dian diann dianne dida didina dilara dilbar dildora dilnoz dilnoza dilnur
dimitrina dinah dinara dinda dionne dipta dita divya diya diyora dochia doina dolly domenica dominga
dominika domnica donatella dorcas doreen doriana dorina dorine dorli dorota dorotea doroteja dorothea
dorothee dorottya dorte dorthe doyinsola draga dragica drahomira drahoslava dulce dumisani dumisile
dumitra dumitrana dunja dunyo duong durdona durga duyen dzidra dzintra ebba ebony ebru ecaterina edda edel
edelmira edhitha edina edita edite edith edna eduarda edwina eesha eeva eftimia efua eija eila eileen
eilidh eilis eilish eimear eimer eiravati ekaja ekani ekanta ekantika ekiya ekta elba elda elea eleanora
eleni elenore eleonore elfie elfriede eliabeth eliane eliisa elin elisabet elisabeta elisaveta elise
eliska elita eliza elizabeta elizabete elke ellie ellinor elma elmira elna elnara eloa eloah elodia elodie
eloisa eloise elsbeth elsie elsy elva elvan elvia elvina elvy elzbieta emanuela emanuella emanuelly emelie
emelina emeline emely emer emese emiliana emilie emilija emilly emine emmanuelle emmi emmy endah engla
eniko eniola enna enriqueta enya erina eris erna ernestina ernestine eryn erzsebet eshana esmeralda
esperanza esra essi estefania estefany estela estella estelle ester estera esteri estrella etelka ethel
etta eufemia eufrosina eugenia eugenie eulalia eunice eusebia evaline evangelina evanghelina evelien
eveliina evelin evelina eveline evelyne evie evija evita ewatomi ewelina fabia fabiana fabienne fabiola
fadekemi faderera faisa faizah falak falguni fanni fanny farah farangiz farhiya farhunnisa fariba farida
farijika fariza farzana farzona fatema fathonah fatiha fatma fatou fatoumata febe febi federica fehintola
felicia felicie felicitas felicity felipa femke fernanda fernande feruza ffion fibikemi fien fikayomi
filipa filippa filofteia filomena fionnuala fitria fitriani flavia fleur floare floarea flore florencia
florenta florentina florentine floriana floriane florica florina florinda florine folasade folashade
fortunata fotima franca francia francine francisca franciska frantiska franziska freda frederique freja
freya frieda friederike frusina fuma gabriella gabrielly gaby gaelle gaida gaja gambo ganga gargi garima
gasti gaurangi gauri gaurika gautami gawati gayathri gaylene geanina geetika gema gemma genesis genevieve
genovefa genoveva genta gentiana georgeta georgette georgiana georgine gerda gerlinde gertrud gertrude
geta gethera ghaliyati gherghina ghislaine giada gianina gianna gifty gilberte gilda ginette gioia giorgia
giorgiana giovanna gisela gisele giselle gisselle gitte giuliana giuseppa giuseppina gizella gladis gladys
glenda goma gordana gracia graciela grainne gratiana gratiela grazia graziella grete grethe gretta grieta
griselda gugulethu guillermina gulay gulnara gulnaz gulshan gulus gulzar gunda gunhild gunita gunn gunta
gwen gwenda gwendoline gwendolyn gyongyi gyorgyi habiba hadassa hadicha hadija hadiza hafsat hafshah haiba
hailey hajnalka hala haley halima halisi halyna hamida hamima hamsini hana hanan hani hanife hanja
hannabel hanne hannele hannelore harinakshi harini harita harmony hashiki hasna hatice hatima hauwa hava
hawehindi haydee hayleigh hayley hazel hedda hedi hedvika hedy hege heidy heike heli helina hella hellen
hellena hellevi helma helmi heloisa heloise helvi hema hemal hemangini hemani henna henny henrieta
henriette heracleea herdis herma hermina hermine herminia herta hertha hesti hiba hidaya hilde hildegard
hilkka hillevi hilma hiral hjordis hoda hodari holly honora hortense hortensia huda huguette hulda humaira
humaiya humayra huong iasmina ibironke ibolya icha idika ieva ifeoma ifora ifunanya ignacia iida iiris
ijaya ikshita ilaria ileana ilenia ilga ilinca ilona ilsa ilze imane imani imany imara imelda imke imona
inara inaya indah indali indira inese ineta inez ingeborg inger ingrida inguna inkeri inna inta intan
intisar ioanina iolanda iona ionela ionelia iosefina iren iretioluwa iriana iridenta irine irja irma
irmeli irmgard irya iryna isabela isabell isabelly isadora isha ishani ishanvi ishita isidora isla isobel
itanya itzel iulia iuliana iustina ivanka iveta ivette ivka ivona ivonne iyabode iyadunni iymona izabela
jaana jacinta jackeline jackie jaclyn jadranka jael jagrati jagriti jagvi jahi jahnavi jalsa jamalia
jamila janaki janani janeta janeth janette janina janine janja janna jannie januja janya jaqueline jara
jarmila jaroslava jasiri jasmin jasmina jasminka jasmit jasna javiera jayda jayde jayne jazmin jeana
jeanette jeanine jeannette jeannie jeannine jeevika jekaterina jele jelita jemma jena jenifer jeniffer
jenna jennie jenniffer jenny jerica jessika jhalak jhanvi jigyasa jillian jimena jina jindriska jirina
jitka joana joaquina jocelyn jocelyne jodi jodie jody joelle johana johanne jolan jolana jolanda jolene
jolie joline jonna jorja jorunn josee josefa josefiina josefin josefina josefine joselyn josette josiane
josipa jovana jovita juana judit judita juhi jula juliane julianna julienne julieta juliette julija
julijana julita justina justyna jutta juulia kaarina kadri kaia kaija kaisa kaitlin kaitlyn kaja kajal
kalina kalpana kaluwa kamaria kamila kamilly kamya kanchan kani kania kanika kara karama karima karimah
karine karishma karla karley karlina karoliina karolin karolina karoline kartika karyn kashish kashvi
kasiyah kaskazi kata katalin katariina katelyn katerina katerine kateryna katharina katharine kathe
katherin katherina kathi kathrin kathy kati katica katri katriina katrina katty katy kavya kayla kaylee
kayleigh keely keira keisha kelli kellie kendra keri kerri kerrie kerttu ketevan keya kezia khadija
khanyisile khatuna khloe khushboo kiah kiandra kibafupia kibibi kiera kikelomo kimberley kimya kinaya
kinga kiojah kipepeo kira kirsi kirsti kirstie kirstin kirsty kirti kisima kitti kiwara kjersti klara
klaudia klaudie kori kornelia kosisochukwu krisha krista kristel kristi kristiana kristie kristiina
kristine kristy kristyna krisztina kriti kritika krystal krystyna kseniya kuchanua kulsum kumush kveta
kvetoslava kweli kyara kyla kylie kyllikki kyra lacramioara lada ladina ladislava ladli laetitia laila
lailati laini lais lajita lala laleh lali lalita lamia lana lara laras larissa latasha latifa latika
latoya laure laureen laurentia lauretta laurette laurie laurine lavanya lavinia lavize lawrencia layla
laylo leana leandra leanne leela leena leidy lekha lelia lene leni lenka leona leonie leonor leonora
leonore leontina leontine leopoldina lesia lesly letitia letizia leyla leyli liana liane liba libby libni
libuse lida lidija lidya liene liesbeth lieve ligia ligita liisa lila lili lilia lilian liliana liliane
lilija lilit lilita lilja lilla lilli lilly lina linde linh linnea lintang lioara lipika lisbet lisbeth
lise liselotte lisette lissette liudmyla livia liwia liza lize lizete lizeth ljiljana ljubica ljubov
ljudmila loes lola lolita lona londisizwe londiwe loni lopa loraine loredana lorelei lorena loretta
loretto lori lorine lotta lotte lotti louisa lourdes lovisa lowri luana luara lubna lubov lucero lucette
luciana lucienne lucija lucila lucile lucinda lucretia ludivine ludovica luise luiza luminita luna lunna
luz luzia lydie lynda lyndsay lyndsey lynette lynne lynnette lynsey maaike maaria maarit mabel macarena
madaha madalina madara maddison madelene madeline madhuri madina madini madoa maelle maeva maeve mafalda
maftuna magali magaly magda magdalene magdolna maggie maggy magnolia mahali mahbooba mahika mahulena maia
maida maie maija maimunah maira maire mairead mairi maisha maite majani majken maka makayla makena mala
malak malavika malea malena malene malika malina maliza malle mallory malou malvina malwina manda mandy
manon manuela manuelita manuella manya marcelina marceline marcella marcelle marcheta marcia maren marga
margareta margarete margaretha margarida margaux margherita margit margita margo margret margrieta margrit
marguerite mariah mariama mariana mariane marianela mariann marianna maribel marica maricela maricica
mariela mariella marielle marietta mariette marijana marika marilena marilyn marinela marini marioara
marisa marisela marisol marissa marit marita marite maritta maritza mariuca marja marjaana marjan marjani
marjatta marjo marjona marjorie marjukka marjut marketa marketta marleen marlen marlene marlies marlis
marlyse marte marthe martine martta maryann maryanne marylene maryline maryna maryse masooma matea mateja
mathilda mathilde matilde maua maud maude mauricette maurine maxine mayra maysa mayte maza mckenzie meagan
meaghan megane megha meghan meghana meghna mehri mehriban mehrimoh meike mekhala melania melany melba
melina melinda melisa melita melodie meltem mercy meredith merel merike merja mervi mery meryem mette
micaela michaela michaele michela micheline michell mihaela miia mikaela mikayla mila milada milagros
milana milda mildred milica milka milla millicent millie miloslava miluse mimi mindy minerva minna
minodora mioara mira mirabela mirdza mireille mirela mirella mireya miriama mirja mirjam mirjami mirjana
mirna mirona miroslava mirta miruna misty misuli mitali mkarkara mnqobi moana modupe mofifoluwa mohini
mohinur mohlaroyim mojisola mojisoluwa mollie monalisa monserrat montserrat moradeke morag morayo morena
morenike morgane morolake mosinmileoluwa mosunmola motunrayo mouna moyosore mrihani mrinal mrunal mubina
mugdha muhima muhsina muizza mumtoz munira munisa muriel murielle mursalina musfira mushtariy musila
muslima mutia muxlisa muzayyana muzdalifa mwamini mwasaa myra myriam myrta nabila nadege nadezda nadin
nadira nadja nafisa nagwa naina naira najla najuma najwa naki namita namrata nana nandini nandita nanna
naomh narcisa nargis nargiza nashipie nasra nasrin natacha natali natalija natalja nataly natasa natascha
natasja natasza nathalia nathalie nathaly nathari natia natividad nayana nayeli nayfa nazanin nazhat nazli
ndumiso neelam neelima nela nelah nele nelia nelida nell nelli nellie nelly nereida nerys netra nevaeh
nevenka ngoc niamh niara nichola nichole nicoleta nicoletta niculina nidhi nidia nidra nieves nigesa
niharika niina nika nikki nikol nikolett nikoletta nikolina nilam nilda nilima nilufar nilufer nimakoah
nimrat ninioluwa nino nirja nirmala nisa nitara nives niyati njozi nkazimulo nkechi nkiruka nneka nobantu
nobuhle nodira noelia noella noelle noemi noemie nokulunga nomagugu nomalanga nomasonto nomathalente
nomathemba nomcebo nomthandazo nomusa nomvula nonhlanhla nonjabulo noora norah noreen norica norma
nothando nour nova novi noxolo nozibusiso nozima nozizwe nqobizitha nuala nula nuria nuriya nurul nury
nyasi nyoka nyoni nyota nyuki oana obianuju oceane octavia octaviana octavie odalis odalys odette odika
odile odina oeshi ofelia ogechi ojasvi olajumoke olasunmbo olena olimpia oliva olivie ololade oluchi
olufunke olufunmilayo oluwakemi olwethu olympia omaja omina omisha omobolanle omodunni omolabake
omolara omosalewa omotara omotola omotoun omowumi omya onyinye oona oonagh ophelia ophelie opwonya oreofe
oriana orlaith ornella orsolya ortansa orvokki osha osiyo otilia otilija ottilia ottilie otylie outi oviya
owethu oxana oyenike oyindasola oysha ozana ozioma ozlem padma padmi pahal paige paivi paivikki palak
paloma panini panya paola paramita paraschiva parisa parul parveen pascale pascuala paskalia patricie
patrizia patty paule paulette paulica pauliina paulin paulina pavani pavla pavlina payal peace pearl peggy
penny perla petrina petronela petruta philippa philomena phylis phyllis piedad pierina pierrette pietra
piia pilar piper pippa piret pirjo pirkko piroska polly pompilia poonam poppy prachi pragya pratibha
preeti prerna prisca priscila priscilla prisha priska profira prudence puji puput purnima pushti puspa
puti putri qori qushi raagini rabi rabia rachael rachana racheal rachelle rachita rachna rada radeke
radhika radka radmila rafaela raffaela raffaella rafila ragna ragnhild rahayu rahel rahima rahmi raija
raili raina raisa rajata rajeshri raksha raluca ramona rana ranjana raphaela raquel rasha rashi rashmi
rasma ratih ratna rayhona raymonde rayyona rebeca rebeka rebekah rebekka reem reet regine reidun reina
reinhilde reka rena renate renee reshma restu reva revathi reyna rhianna rhiannon rhona rhonda ricarda
richa ridhi riikka riina riitta rika rima rina rini ritva riya robertina robiya robyn rochelle rocio
rodica roisin roksana rolande romaine romana romane romanita romina romy rona ronja ronke roos roosa
rosalba rosalia rosalie rosalinda rosanna rosanne rosaria roseanna roseline roselyn rosemarie rosetta
roshni rosie rosina rosita roslyn rosmarie rossana roswitha rosy rowena roxane roxanne roxelana roza
rozalia rozalija roziya rozsa rucha ruchi rudite ruhi ruhshona rukhsana rumaysa rupa ruqayya ruqiya rute
ruxanda ruxandra ruza ruzena ruzica saanvi saara sabiha sachi sadao sadie sadina safina safiri safiya
safta saga sahra saida sakina sakshi sakura salimah salome salomea salomey salsabila saltanat salwa
samanta samiah samina samira samiya sanam sanaya sanda sandhya sandrine sanita sanja sanjana sanne sanni
santa sanya sanziana saodat saoirse sapa sarabi sarafina sarai sari sarina sarita sarka sarmite sarvinoz
saskia satu saule saumya saundra sauti saveta savina scarlet scarlett scarlette segilola seija seini
selena selin selina semenica sena septi serafina serena sevara severina severine sevim sevinch sevinj
seyda shahina shahnoza shaima shaista shakila shakira shakuntala shalini shana shani shania shanice
shaniqua shanna shannan shannen shanta shanthi shari sharlene sharmila shauna shawana shawna sheena
sheetal sheilah shelia sheree sheri sherri sherry sheryl shiela shikha shilpa shirin shivani shobha shona
shraddha shravya shukrona shweta sian sibongile sibusisiwe sibylle sidonia siena signe sigrid sigrun siham
sihawukele siiri silja silje silke silondile silva silvana silviana silvie silvija similoluwa simina
simisola simona simonne simphiwe simran sina sinead sinem sini sinikka sintija siobhan sioned siphesihle
siri sirje sirkka sirpa siska sisko sissel sithembiso siti siya skaidrite skolastika skye skyla slavena
slavica slavka smaranda smriti snehal snjezana socorro sofie solange soledad solene soliha solmaz solveig
solvita somadina sona sonal sonali sonja sonya sorana soraya sorcha sorina sowande speranta srishti stacie
stana stanca stanislava stefana stefani stefania stefanie stefanija steffi stefica stela steliana steluta
stepanka stephany stina stine subomi suchitra suci sudha sudiksha suhani sukanya suman sumayya sungara
supriya surabhi susana susann susannah sushila susi sussie suvi suzana suzanna suzette suzy svea svenja
swala swathi swati syahrini sybilla sybille sylviane sylvie sylwia synnøve szilvia tabea tabitha tahmina
taina taja talia tamanna tamar tambika tami tammie tammy tamu tamuna tanisha tanja tanmayi tantri
tanushree tanvi tari tarja taru tasha tasneem tatjana tayla teea tehmina teija tekla tellervo teodora
teodosia teona terese teresia teresita terez tereza terezia terezija terhi terri terttu tess tessa thabisa
thabisile thalia thandazile thandeka thao thea theda thekla thelma thembeka thembekile thembile thembisile
theodora theres therese theresia thuthukile tiana tiara tiberia tiffany tiia tiina tiiu tilda timea
tinatin tinca tincuta tindra tira titi titilayo titin tiziana togzhan tola tolulope toluwanimi tomasa
tonia tonje tonya tordis tori torill traci tracie trang tricia triin trina trine tripti trisha triveni
triya trudi trupti tudora tudorita tudosia tuere tuija turid turkan turvi tuula tuuli tuulia tuulikki tyra
ubika ucchal uchita udeera udyati ujamaa ujunwa ulla ulle ulva ulviyya ulya umande umoja unjani unnati
unni upadhriti upasna upma urishilla urmi urmila urszula urvashi urvi usyi vaishnavi valborg valda valerie
valeska valija vamakshi vanda vandana vanesa vania vanja vansha vanya varenya varsha varvara vasana
vasatika vasudha vasundhara veda vedhika vedika veera veerle velma velta vendula venera veneranda venla
verena veronika veronique veta vicentia vicki vickie vicky victoire victorine vida vidhi vidya viivi vija
viktoria viktorie vilde vilhelmiina vilhelmina vilma vimala vinaya vincenza vinciane vineta violeta
violetta violette viorela viorica virag virginie viridiana virpi vita vitoria vittoria vivi viviana
viviane vivienne vladelina vladimira voichita vrinda vrishti vritti vuokko vyanjana waceera waida wakeeta
waltraud wani warda warhi waridi waseme watika wenche widisha widya wilhelmina wilhelmine willow wilma
winda wirda wishi wulan wuraola xalak xenia ximena xiomara xiti xochitl xuan yachana yadavi yadira yahvi
yamilet yamini yance yanet yani yaritza yasemin yashasvi yashawini yashica yashika yashoda yashodhara
yashvi yasina yasinta yasmina yasmine yasti yauvani yazgul yazmin yejide yenifer yenny yesenia yesica
yessenia yessi yessica yetunde yevgenia yewande ylva yochana yolanda yolande yoselin yoshita yrsa yuliana
yuni yunita yuridia yutika zaenab zaharia zahnya zahro zaida zaira zaitra zaituni zakhele zakiyaxon
zalindra zamfira zamira zaneta zansi zaraza zarina zarna zaynab zdenka zdislava zebo zehra zelaya zelda
zeljka zelma zenobia zenovia zenta zenzile zhamilya zhanna zibuyile zigrida zilmil zilola zina zinal
zinhle zinnura zita zizi zoey zofie zora zoraida zorka zoya zsanett zsofia zsuzsanna zukhra zulaikha zulfa
zulfiya zumaridi zuwena zuzana
""")
)

BOTH = set(
    words("""
oluwaseun abdi adel akos aldis alexandr alva amani andra andree angalia angel antonie arie ariel arin aris arley
arta asanti ashton asiman auguste aurica avni aydan bahari bebe beda benny beryl billie billy blair blake
bobby boma brandy britt brittany brogan campbell carmel carmine carrie cassidy cassie cato ceyhun charlie
charo chase cheyenne christie christy chuki clair clare claudie clemence codie conny corey cortney cory
courtney cruz daire dakota dale dani dany dara darcy darragh dasa deniz devin devon eden elgin elia elinor
elisha elli ellis elly elza emerson encarnacion enea enzi erin evance fahari fanaka faraja felice flor
fran franc frankie gabi gabriele gail gene gerd germaine gerry geza gilman glenn gunar harley harper
hayden hekima hillary hollie hunter ihsan indra irfan ivica janis jann janne jayden jenni jesse jessie
jessy joann johnnie jona joni jonny jule juli juni justine juul kala kaombwe karel kari karma karol kato
kayden kaye kelsey kennedy kenzie kerry kiara kiburi kijana kimberly kipenzi kirby kris kristen kristian
kyle lacey lauri leigh lindsay lindsey linn logan lois lonnie lora lorenza loreto loris louie lupe lynn
mackenzie madison makini mari marian marin marti matija matunda merle micah mitra mulayim nanni naoise
nihad nihal nikola noel olav olof orla parker patrice payton petros peyton quinn rael randy raven reagan
reece regan rein reine rene reshoni reyes rhoda riley robbie ronnie rosario rosi rowan sabari sacha safari
sandi sandy santos sasa shannon shea shelby shelley shelly shida sifa siku skylar sonny stacey stacy tegan
tenzin thalente tiare tine tisa toni tracey trinity tristan tufani tyler ugur uzima valdis valentine
valeri vasilica vega vivien vlasta wally wamwema wendelin whitney willie winfred winifred winnie yasar
yohana zane zion
""")
)
