"""Short names of institutions that are other words too: Heritage, May, Gates, the Commission. No database.

"A May researcher" comes from the May Institute; in May a meeting takes place. So such a word gives somebody away only
where the text says by it where people come from, or, of a word that is no month, where only a name has a capital.
"""

from collections.abc import Sequence

from events.general_words import RANKS, key, keys
from events.ranks import ANYBODYS, DEFINITE, Before

#: Whom a text says somewhere to be from, beside the ranks.
PEOPLE = RANKS | keys(
    "people person staff staffer insider colleague team delegation folk man woman source crowd guy employee veteran "
    "alumnus alumni boss side adviser economist official spokesperson somebody someone anyone one those everyone "
    "leute mensch kollege kollegin jemand mitarbeiter quelle gens personne quelqu collègue source quelqu'un "
    "человек люди коллега некто кто-то кто сотрудник источник делегация"
)
FROM = frozenset("from at of with for inside bei beim von vom aus de du chez из от".split())
DATES = keys(
    "january february march april may june july august september october november december spring summer autumn "
    "monday tuesday wednesday thursday friday saturday sunday easter christmas mai märz maerz juni juli januar februar "
    "oktober dezember montag freitag sonntag janvier mars avril juin juillet août январь февраль март апрель май июнь "
    "июль август сентябрь октябрь ноябрь декабрь"
)
#: Words that begin sentences, and after which institutions are named.
EVERYDAY = keys(
    "action advance agenda agora analysis answer aspect balance basis beacon beyond brain brown bush care case cause "
    "century chance change choice circle citizen civic class clear common community compass concord context contact "
    "core council course creative critical day dialogue direct discovery door dream earth effect element engage equal "
    "every evidence faith family field fair fire focus food ford formula forward foresight frontier gates general gold "
    "good grace grand grant green ground guardian hand harmony haven heart heritage home hope horizon human idea image "
    "impact insight inside integrity interest issue journey key labor landmark last leadership legacy lens life light "
    "link long look love main major making map mark matter meaning measure memory mercy merit method mind mirror "
    "model moment money more mosaic most motion nation native nature need network next note object one option orbit "
    "order origin outlook parallel path pathfinder people perspective pilot pioneer pivot place point power present "
    "price pride prime principle progress promise prospect prosperity protection purpose quest question radical range "
    "reach reason record reform refugee regent renaissance republic resolution resource response rice right rise root "
    "round scale scope second secure seed sense service shift short side sight signal simple single smart solution "
    "sound source spark spectrum speed spirit spot standard step still story strand stream strength structure style "
    "success summit support surge survey sustain system target team tell term terra theory thing think third thought "
    "time today together tomorrow top total track tradition transition transparency trend trial tribune trust truth "
    "turn twin value vanguard venture verge version victory view vision vital voice wall watch wave way welfare whole "
    "will wind winter wise women wonder word world young zero shell visa orange gap apple meta target block square "
    "avenir espoir raison vie terre monde temps будущее надежда разум мир жизнь "
    "слово время прогресс диалог"
)
#: German nouns have a capital whatever they mean.
NOUNS = keys(
    "zukunft hoffnung vernunft frieden freiheit wort wissen leben raum zeit welt mensch bild spiegel stern bahn post "
    "heute licht kraft haus brücke tag wirtschaft gesellschaft bund"
)
#: Of whom people say only what kind of house they come from: "a Commission official". Nobody is told by a university.
SAID_BY_KIND = keys(
    "commission fund bank ministry embassy secretariat foundation endowment agency parliament mission federation "
    "authority treasury bundestag landtag комиссия фонд банк министерство посольство секретариат агентство дума "
    "kommission ministerium botschaft stiftung ministère ambassade fondation"
)
#: How many words may stand between people and where they are from: "somebody from the".
NEAR = 3


def is_everyday(name: Sequence[str]) -> bool:
    return len(name) == 1 and key(name[0]) in DATES | EVERYDAY | NOUNS


def is_said_of_people(words: Sequence[str], before: Before) -> bool:
    """Whether ``words``, behind what is ``before``, say of people where they come from."""
    if before.follows_a_capital:  # Bill Gates, and no Gates of whom we know
        return False
    is_a_date = key(words[-1]) in DATES
    if before.next_words and key(before.next_words[0]) in PEOPLE:
        return not is_a_date or not (ANYBODYS | DEFINITE).isdisjoint(before.words[-1:])
    near = before.words[-NEAR:]
    from_at = [n for n, word in enumerate(near) if n and word in FROM and set(near[n + 1 :]) <= DEFINITE]
    return not is_a_date and any(key(near[n - 1]) in PEOPLE for n in from_at)


def is_said_as_a_name(words: Sequence[str], before: Before) -> bool:
    """Whether only a name would have a capital there: "what Heritage thinks", and no "Asian Heritage Day"."""
    beside_names = before.follows_a_capital or (before.next_words and before.next_words[0][0].isupper())
    return bool(before.words) and not beside_names and key(words[0]) not in DATES | NOUNS
