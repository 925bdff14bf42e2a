"""Given names by the pronoun that usually goes with them; names that go with both are left out of both."""

from intake.reading.words import words

MALE = set(
    words("""
ifan tomos alasdair segun babatunde josphat deogratias tendai tapiwa farai sipho themba thabo lwazi jian
leszek reto ruedi jeroen piers jolyon kwabena kwaku kojo kofi chukwuma obinna ifeanyi nnamdi emeka ikechukwu
adewale sibusiso mthunzi tshepo kagiso juma hamisi rashidi bakari taro ichiro kazuo yoshio shinji tetsuo hideo
noboru minoru satoshi makoto tuan hung quang agus bambang budi slamet wayan ketut nyoman dobrin aaron abdul
abdullah abhishek abraham adam adrian ahmad ahmed ajay akash akira alan albert alejandro aleksandr aleksei
alessandro alex alexander alexandre alexei alexey alfred ali allan allen alvaro amit amitabh anand anatoly
anders andre andreas andrei andrew andrey andy angus anil anthony antoine anton antonio anupam arjun armando
arnold artem arthur artyom arun arvind ashok ben benjamin bernard bernhard bill björn bob boris brad brandon
brendan brett brian bruce bruno bryan carl carlos cameron chad charles chen chidi chinedu chris christian
christoph christopher clive colin connor craig cyril dan daniel darren david dean deepak denis dennis derek
dev dieter diego dimitri dinesh dirk dmitri dmitriy dmitry dominic don donald douglas duncan dylan ed eddie
edgar eduardo edward edwin emeka emil emmanuel eric erik ernest ethan eugene evan evgeny farid felipe felix
femi ferdinand fernando fergus francesco francis francisco franck frank frans fred frederick friedrich fyodor
gareth gary gavin gennady geoff geoffrey georg george georges georgi georgy gerald gerard gerhard gilbert
giorgio giovanni gleb gordon graham grant greg gregory grigory guillaume gunnar günter gustav guy hamid hamish
hans harald harold harry hasan hassan hector heinrich heinz helmut henri henrik henry herbert hiroshi howard
hugh hugo hussein ian ibrahim igor ilya isaac ismail ivan ivo jack jacob jacques jaime jake jakob jamal james
jan jason javier jayant jean jeff jeffrey jens jeremy jerome jerry jim jiri joachim joao joe joel johan johann
johannes john johnny jon jonas jonathan jorge jose josef joseph joshua juan juergen jules julian julien julio
jürgen justin kamal karan karim karl kaspar kasper kazuo keith ken kenji kenneth kevin khalid kirill klaus
konrad konstantin kofi krishna kumar kunal kurt kwame lars laurent lawrence lech leo leon leonard leonid
leonardo liam lloyd lorenzo louis luca lucas luis luka lukas luke madan magnus mahmoud malcolm manoj manuel
marc marcel marcelo marco marcos marcus marek mario marius mark markus martin mateo mathias mats matt matteo
matthew matthias maurice max maxim maxime mehmet michael michal michel miguel mikael mike mikhail milan
miroslav mohamed mohammad mohammed mohan moritz morten moses mukesh mustafa naveen neil nelson nicholas nick
nicolas nigel nikhil nikita niklas nikolai nikolay nils nitin noah norman oleg oliver olivier omar oscar oskar
osman otto owen pablo paolo pascal patrick paul paulo pavel pedro peter petr phil philip philipp philippe
pierre piotr prakash pranav prashant quentin rafael rahul raj rajat rajeev rajesh rajiv rakesh ralph ram raman
ramesh ramon rami randall raphael rashid raul ravi raymond reinhard rené ricardo richard rob robert roberto
robin rodrigo roger rohan rohit roland rolf roman ronald rory ross roy rudolf rupert ruslan russell ryan
sachin salim salman sam samir samuel sandeep sander sanjay sanjeev santiago satish satoshi saul scott sean
sebastian sergei sergey sergio seth shane shashi shigeru shinzo siddharth siegfried simon slawomir sofiane
srinivas stan stanislav stefan stefano stephan stephane stephen steve steven stewart stuart sumit sunil suresh
sven takashi takeshi taras ted terence terry theo theodore thiago thierry thomas tim timothy timur tobias toby
todd tom tomas tomasz tony travis trevor tsering tunde uwe vadim valentin valery vasily vernon victor vijay
vikram viktor vinay vincent vinod vitaly vivek vlad vladimir vladislav vyacheslav waleed walter warren wayne
werner wilhelm will william willem wolfgang xavier yakov yann yannick yaroslav yevgeny yousef youssef yuri
yury yusuf zbigniew zoltan
""")
)

FEMALE = set(
    words("""
ada imogen tamsin elspeth fenella halina junko wanjiru refiloe achieng tumaini folake temitope wambui nyambura
akinyi zanele lindiwe nokuthula busisiwe nthabiseng lerato palesa chipo rudo tariro nyasha chioma nneka adanna
yetunde bukola funmilayo abena akosua efua adwoa afua mei yuki haruka akiko keiko hanako yoko noriko emiko
michiko kazuko mariko sayuri huong thuy linh trang ngoc dewi putri siti nurul rina ratna lestari nasreen
hyacinth ewa jadwiga dragana daryna gayane aiste ruta cosima gwendoline abigail adaeze adele adriana agata
agnes agnieszka aisha aino alessandra alexandra alexis alice alicia alina alison allison alya amanda amara
amelia amina amira amy ana anastasia andrea anette angela angelica angelina anika anita anja anjali ann anna
annabel anne annette annika anouk antonia anu anya aparna aruna asha ashley astrid audrey aurelie ayesha
barbara beata beatrice beatriz becky bella bernadette beth bettina beverly birgit bianca brenda bridget
brigitte camila camille carla carmen carol carole carolina caroline cassandra catherine cecilia celine chantal
charlotte cheryl chiara chloe christina christine cindy claire clara claudia colette connie constance cornelia
cristina daisy daniela danielle daria deborah deepa denise diana diane dina dolores dominique donna dora doris
dorothy ekaterina elaine eleanor elena eleonora eliana elina elisa elisabeth elizabeth ella ellen elsa elvira
emilia emily emma erica erika esther eszter eva evelyn fatima faye fiona florence frances francesca francoise
frida funmi gabriela gabrielle galina gayatri geeta georgia georgina geraldine gillian gina giulia gloria
grace greta gretchen guadalupe gudrun hanna hannah harriet heather hedwig heidi helen helena helene helga
henrietta hilary hilda ida ildiko ilse ines inga inge ingrid ioana irena irene irina iris isabel isabella
isabelle ivana ivy jacqueline jana jane janet janice jasmine jeanne jelena jennifer jessica jill joan joanna
joanne johanna josephine joyce juanita judith judy julia juliana julie juliet jyoti kamala karen karin karina
kate katarina katarzyna kate katherine kathleen kathryn katia katie katja katrin kavita kelly kerstin kim
kirsten kristin kristina ksenia kumiko lakshmi larisa latha laura lauren laurence leah leila lena lesley
leticia lidia lillian lily linda lisa liz liudmila lorna lorraine louise lucia lucie lucy ludmila luisa lydia
lyudmila madeleine madhavi magdalena maja malgorzata malin manju mara marcela margaret margarita margot maria
mariam marianne marie marija marina marion marta martha martina mary maryam matilda maura maureen maya meena
meera megan melanie melissa mercedes mia michele michelle milena mina miranda miriam moira molly mona monica
monika monique nadezhda nadia nadine nancy naoko naomi natalia natalie natasha neha nia nicola nicole nina
ngozi nisha nora olga olivia oksana padmini pallavi pamela patricia paula pauline penelope petra phoebe polina
pooja priya priyanka rachel radha rania rebecca reena regina rekha renata rhea ritu rita roberta rosa rosalind
rose rosemary roxana ruth sabina sabine sabrina sadia sally salma samantha sandra sangeeta sanna sara sarah
sarika savita seema selma shabnam sharon sheila shirley shreya shruti silvia simone smita sneha sofia sonia
sophia sophie stella stephanie sue sunita susan susanna susanne suzanne svetlana sylvia tamara tania tanya
tara tatiana tatyana teresa thandiwe theresa tina tove tracy ulrika ulrike uma ursula usha valentina valeria
vanessa vera veronica vesna victoria viola virginia vivian wanda wendy yael yasmin yelena yoko yulia yuliya
yvette yvonne zainab zahra zara zeynep zoe zofia
""")
)

BOTH = set(
    words("""
alexis andrea sasha chris kim robin jean sam pat jordan taylor morgan lee casey jamie leslie dominique
claude yan li wei jing xin ming hui min jun joon hyun soo ji yong young sung jae hye akira kiran
noor nur nurul
""")
)
