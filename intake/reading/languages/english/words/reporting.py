"""English reporting verbs and their forms: what somebody must be doing for a sentence to be theirs."""

from intake.reading.words import words

# Verbs that can stand beside a quotation or a clause: "…", she said; X said that …
SAY = words("""
say state note add argue claim declare announce assert maintain insist contend explain remark observe comment
reply respond answer respond acknowledge admit concede confess confirm deny warn caution stress emphasise
emphasize underline underscore suggest propose recommend urge believe think feel conclude predict forecast
estimate reckon recall remember recount reiterate repeat affirm reaffirm assure inform tell report reveal
disclose clarify specify elaborate continue assess judge consider hope fear doubt expect wonder ask inquire
enquire question quip joke aver opine posit hold agree disagree object counter retort rejoin point_out go_on
highlight indicate mention explain advise counsel complain lament regret promise pledge vow demand request
appeal plead declare proclaim exclaim write hypothesise hypothesize surmise speculate guess suspect find quote
remind interject protest caution contend attest testify accept move concur joke wager want_to_know
wish_to_know caution insist submit undertake shout ask_for rule summarise summarize sum_up stipulate reason
muse reflect theorise allege swear shoot_back chime_in intimate imply signal hit_back fire_back come_back
fight_back bite_back snap_back volunteer venture grumble gripe moan groan grouse fret scoff sneer sniff snort
fume rage seethe thunder enthuse gush marvel ponder hazard interpose interrupt parry pontificate philosophise
philosophize preach prophesy pronounce profess proffer relate splutter stammer tut vent vouch boast brag blurt
conjecture crow deduce infer figure fulminate gloat guarantee intone postulate rejoice ruminate suppose
threaten wisecrack worry weigh_in chip_in pipe_up speak_up expound underscore evince avow attest console
""")

# Verbs that take what is said as an object: "She criticised the bill", "He called for talks". Never inverted.
PRESENT = words("""
describe outline highlight criticise criticize praise welcome condemn reject dismiss oppose support endorse
advocate promote defend challenge call_for call_on call_upon warn_against warn_of draw_attention_to point_to
point_at draw_parallels draw_a_parallel focus_attention make_the_point make_the_case make_a_case make_it_clear
make_clear raise_the_question raise_concern raise_concerns raise_the_issue raise_the_concern express_concern
express_hope express_doubt express_doubts express_regret express_the_view express_the_hope express_confidence
express_support express_his express_her express_optimism express_scepticism express_skepticism voice_concern
voice_concerns voice_doubts voice_support cast_doubt provide_insight offer_insight shed_light propose favour
favor prefer lament bemoan deplore denounce attribute compare contrast reject question dispute refute rebut
liken ascribe blame credit urge encourage invite advise thank_and call_it call_the call_this call_that
call_them call_such take_a_different_view take_a_similar_view take_the_opposite_view describe_it lay_out
set_out spell_out speak_against speak_in_favour speak_in_favor speak_out argue_for argue_against plead_for
push_for push_back take_issue take_the_view see_it_as identify recognise recognize list enumerate name cite
illustrate demonstrate trace analyse analyze dwell_on touch_on_the_fact note point_out stress advance_the_idea
put_forward echo second commend applaud appreciate appeal_to pay_tribute congratulate thank put_it_to put_to
put_the speak_of talk_of object_to ask_for doubt demand deny take_issue side_with side_against beg_to_differ
pour_cold_water pour_scorn throw_his_weight throw_her_weight throw_their_weight come_down_on come_out_against
come_out_for come_out_in_favour come_out_in_favor make_no_secret own_up_to draw_a_line draw_the_line
take_a_middle take_the_middle take_a_dim_view give_the_example give_an_example put_in_a_plea make_a_plea
make_the_case have_no_doubt have_doubts have_no_objection have_little_time have_little_patience
have_no_patience leave_no_doubt see_no_way see_no_reason see_no_point see_no_alternative see_little
see_things_differently want_no part_company run_counter sympathise sympathize grant undertake warn_off
call_into_question hold_out_hope keep_an_open_mind reserve_judgment reserve_judgement sound_a_note
sound_the_alarm strike_a_note struck_a_note give_short_shrift set_great_store lay_the_blame place_the_blame
give_voice put_the_case bring_the_evening_to_a_close_with bring_up throw_cold_water speak_up_for stand_up_for
voice_her voice_his voice_their express_their see_a_need see_the_need see_a_case see_a_role raise_his
raise_her raise_their share_his share_her share_their repeat_his repeat_her renew_his renew_her defend_his
defend_her let_slip let_it_be_known hand_out hint_at stick_to stand_by put_three put_two put_four ask_whether
demur assent balk baulk bristle share_the_view share_concerns assess define seek request query narrate depose
detail sustain offer_to raise_the raise_a direct_the instruct remind reassure instruct pitch_the pitch_a
float_the_idea tout hail_the hail_it hail_a slam_the lambast decry laud back_the back_a resist_the press_for
lobby_for campaign_for speak_to_the apprise allude_to reference_a reference_the refer_to offer_an_explanation
elaborate_on expand_on call_attention lay_emphasis lay_stress flag_the flag_a pose_the_question
pose_a_question take_exception take_aim lash_out hit_out express voice_alarm voice_frustration voice_hope
voice_fears voice_optimism voice_regret envision envisage imagine foresee project_a anticipate equate
characterise characterize portray depict recap rue apologise_for apologize_for champion_the corroborate
vouch_for commit_to apologise apologize beg implore exhort table_a table_an dub_the dub_it term_the term_it
term_this label_the
label_it label_this brand_the brand_it long_for preach appeal_for single_out brief_the update_the notify
recite read_out evoke invoke sketch_a sketch_the unveil_a_plan unveil_plans disclose castigate chide rebuke
berate deride extol eulogise eulogize query_the reprimand commiserate bristle_at quibble interpret construe
diagnose reaffirm_the rule_out_a rule_out_any set_his_hopes set_her_hopes pin_his_hopes pin_her_hopes
pin_their_hopes place_his_hopes place_her_hopes point_the_finger point_towards point_toward play_down play_up
downplay talk_up talk_down savage skewer ridicule mock lampoon rubbish belittle disparage admonish upbraid
scold censure take_to_task impugn assail blast flay excoriate pillory rail_against rail_at inveigh_against
fulminate_against thunder_against caution_against counsel_against advise_against zero_in_on home_in_on
hone_in_on contest parry rebuff deflect espouse salute acclaim trumpet make_a_pitch make_an_appeal opt_for
plump_for settle_for bet_on put_his_money_on put_her_money_on put_their_money_on wish_for invite_bets
second-guess show_how show_that show_why
overrate underrate bridle_at chafe_at bemoan regret disavow repudiate renounce gainsay pooh-pooh
accuse
make_light make_much make_plain make_great_play pick_apart pick_holes poke_fun poke_holes tear_into lay_into
hit_back_at strike_back fall_in_with fall_out_with cross_swords lock_horns find_fault take_umbrage
take_comfort take_heart take_pride raise_the_alarm raise_the_prospect raise_the_possibility raise_the_spectre
raise_the_specter raise_objections raise_questions raise_doubts raise_fears voice_scepticism voice_skepticism
voice_sympathy voice_dismay voice_anger voice_outrage express_alarm express_dismay express_frustration
express_sympathy express_unease express_anger express_worry express_misgivings express_reservations
voice_reservations voice_misgivings have_reservations have_misgivings provide_evidence provide_the_example
provide_an_example provide_examples provide_figures share_examples share_data share_figures share_findings
share_an_anecdote join_the_chorus join_in_the_criticism shrug_off wave_aside brush_aside sweep_aside
work_out_that work_out_how work_out_why work_out_what
take_up_the touch_upon_the_need touch_on_the_need give_thanks_for pull_no_punches mince_no_words go_as_far_as
go_so_far_as go_further stop_short_of agree_to_disagree read_from_his read_from_her spar_with press_the quiz_the
grill_the question_whether deem harbour_no harbor_no put_forth hark_back
""")

# Beside a quotation these report it: “…,” Wolna began; without one they say nothing.
BESIDE = words("""
begin open close shrug laugh smile nod snap shoot_back grin sigh shout cry call_out chime_in put_in cut_in
murmur mutter whisper chuckle bark growl beam offer finish start venture shoot_down jump_in muse confide
drawl deadpan wince joke tease read_from quote_from
""")

# What somebody talks about, not what they say: sets who is in view, makes no statement.
TOPIC = words("""
speak talk discuss present address cover introduce open moderate chair lecture deliver give share brief
outline explore examine discuss tackle dwell elaborate touch review walk focus concentrate zoom_in delve
centre_her centre_his center_her center_his devote_her devote_his deal_with recapitulate reminisce
look_back weigh_in take_the_audience take_us take_participants take_listeners conclude_her conclude_his
open_her open_his pick_up
""")

# Forms of a predicate that tell a position without a verb of saying: "he too was against …".
_A = r"an?\s+(?:[\w’'-]+\s+){0,3}?"
_TOLD = (
    r"(?:assurance|undertaking|commitment|promise|pledge|warning|hope|fear|worry|suggestion|proposal|point|observation|reminder|"
    r"prediction|claim|argument|caveat|admission|confession|verdict|concern|complaint|guarantee|belief|conviction|estimate)s?"
)
#: Behind "declined to", with nothing behind it: whoever does not even say so says nothing.
_TO_SAY_SO = (
    r"(?:say|comment|predict|forecast|speculate|guess|answer|reply|respond|elaborate|discuss\s+it|specify|estimate|confirm|speak|talk|"
    r"be\s+(?:drawn|quoted|named|interviewed|photographed)|give\s+(?:an?|his|her|any)\s+(?:name|date|figure|number|answer|opinion|view|"
    r"estimate|forecast|prediction|details?)|put\s+a\s+(?:date|figure|number)\s+on\s+it|take\s+questions)"
    r"(?:\s+(?:further|either|so|more|at\s+all))?(?=\s*(?:[.;!]|$))"
)
#: "Rossi declined to predict": no position, and no words.
KEPT_BACK = rf"(?:refused|refuses|declined|declines)\s+to\s+{_TO_SAY_SO}"
STANCE = (
    rf"(?:(?:gave|gives|made|makes|offered|offers|had|shared|raised|voiced|repeated|added|issued|left\s+[\w\s]{{2,30}}?\s+with|"
    rf"closed\s+with|ended\s+with)\s+(?:an?|the|his|her|this|one)\s+(?:\w+\s+){{0,2}}?{_TOLD}\s+that\b|"
    r"dedicat(?:ed|es)\s+(?:the|this|his|her|their)\s+(?:[\w-]+\s+)?(?:event|evening|session|lecture|talk|speech|address|award|prize|concert|"
    r"meeting|conference|day|book|volume|performance|reading|paper|toast|exhibition|festival|ceremony)\s+to\b|"
    r"dedicat(?:ed|es)\s+(?:it|them)\s+to\b|"
    r"(?:posed|poses|put|puts)\s+(?:an?|one|the|two|three)\s+(?:\w+\s+){0,2}?questions?\b(?=,|:|\s+(?:to|of|whether|how|why|which|that)\b)|"
    r"(?:called|calls)\s+(?:his|her|their|its)\s+[\w’'-]+\s+(?:an?|the)\s+(?!(?:next|day|night|week|month|year|evening|morning|same|following|last|moment|minute|other)\b)\w+|"
    rf"(?:made|makes)\s+{_A}(?:points?|distinction|comparison|connection|link|observation|remark)\b|"
    r"(?:introduc(?:ed|es)|prefac(?:ed|es)|launch(?:ed|es)|fram(?:ed|es)|open(?:ed|s)|began|begins|start(?:ed|s)|clos(?:ed|es)|end(?:ed|s)|"
    r"conclud(?:ed|es)|round(?:ed|s)\s+off|wound\s+up)\s+(?:[\w’'-]+\s+){1,5}?with\s+(?:an?|the|two|three|his|her)\s+(?:[\w-]+\s+)?"
    r"(?:warning|plea|appeal|reminder|call|question|confession|admission|prediction|promise|apology|caveat|challenge|paradox)s?\b|"
    r"(?:had|has|brought|brings)\s+(?:(?:bad|good|grim|better|worse|worrying|welcome|cheering|sobering|sad)\s+news|"
    r"(?:an?|one|two|three|four|some|no|this)\s+(?:[\w-]+\s+){0,2}?(?:tips?|warnings?|messages?|suggestions?|pieces?\s+of\s+advice|explanations?|"
    r"complaints?|objections?|theory|remedy|recipe))\b|"
    r"(?:hailed|hails)\s+(?:[\w’'.-]+\s+){1,4}?as\b|"
    r"(?:set|sets)\s+the\s+(?:tone|scene|stage)\b(?!\s*[.!;]?\s*$)|(?:came|comes|went|left)\s+(?:away\s+|home\s+)?(?:convinced|persuaded|unconvinced|hopeful|sceptical|skeptical|wondering)\b|"
    rf"(?:placed|places|put|puts|set|sets)\s+[^.;,]{{2,60}}?\s+in(?:to)?\s+(?:an?\s+|its\s+)?(?:\w+\s+)?(?:context|perspective)\b|"
    rf"(?:drew|draws|called|calls)\s+(?:the\s+|our\s+)?(?:\w+\s+)?attention\b|"
    rf"(?:drew|draws|painted|paints)\s+{_A}(?:distinction|comparison|parallel|contrast|picture|portrait|analogy)\b|"
    rf"(?:took|takes)\s+{_A}(?:views?|approach|line|stance|position|tack)\b|(?:struck|strikes)\s+{_A}(?:note|tone|chord)\b|"
    rf"(?:issued|issues|sounded|sounds)\s+{_A}(?:warning|call|plea|appeal|reminder|challenge|note|alarm)\b|"
    r"(?:offered|offers|gave|gives|provided|provides)\s+(?:an?|the|his|her|another|some)\s+(?:[\w’'-]+\s+){0,3}?(?:perspective|explanation|view|assessment|diagnosis|critique|"
    r"counterpoint|reading|answer|warning|example)\b|(?:closed|closes)\s+(?:with|on)\s+an?\s+|"
    r"(?:sounded|sounds)\s+(?:\w+\s+)?(?:optimistic|pessimistic|hopeful|cautious|sceptical|skeptical|upbeat|doubtful)\b|"
    r"(?:had|has|have)\s+(?:(?:harsh|kind|warm|strong|few|no\s+kind)\s+words|(?:only\s+|high\s+|faint\s+)?praise|a\s+warning|"
    r"advice|no\s+illusions)\b|(?:refused|refuses|declined|declines|threatened|threatens)\s+to\s+"
    rf"(?!{_TO_SAY_SO})\w+|"
    r"(?:had|has|have)\s+(?:some|no|little|much|great|every|more|less)\s+(?:sympathy|patience|time|doubts?|faith|quarrel|use|hope|confidence)\b|"
    r"(?:was|is|were|are)\s+(?:in\s+(?:no|little|some)\s+doubt|minded\s+to)\b|"
    r"(?:sees?|saw|views?|viewed)\s+(?:the\s+\w+|it|this|that|things|matters)\s+(?:(?:more|less|rather|quite|very)\s+)?(?:\w+ly|otherwise|in\s+another\s+light|another\s+way)\b|"
    r"(?:liked?|likes|disliked?|dislikes|loved|loves|hated|hates)\s+(?:the|this|that)\s+(?:idea|plan|proposal|notion|approach|suggestion|thought)\b|"
    r"would\s+(?:not\s+)?(?:like|welcome|love|wish|settle\s+for|do\s+away)\b|(?:views?|viewed|regards?|regarded)\s+[^.;,]{2,40}?\swith\s+"
    r"(?:suspicion|alarm|concern|unease|scepticism|skepticism)\b|(?:finds?|found)\s+(?:it|the|this|that)\s+[^.;,]{0,40}?"
    r"(?:too\s+\w+|wanting|unconvincing|troubling|odd|strange|wrong|unfair|absurd|puzzling)\b|"
    r"(?:listed|lists|named|names|identified|identifies|sketched|sketches|set)\s+(?:out\s+)?(?:two|three|four|five|six|several|many)(?:\s+\w+|(?=[.:]))|"
    r"(?:puts?)\s+(?:it|this|that|the\s+[\w’'-]+|them)\s+at\s+(?=\w)|"
    r"(?:saw|sees)\s+(?:[\w’'-]+\s+){0,2}?(?:parallels?|similarities|echoes|merit|dangers?|opportunit\w+|no\s+(?:reason|sign))\b|"
    r"(?:was|were|is)\s+(?:\w+ly\s+|also\s+)?(?:ready|willing|prepared|unwilling)\s+to\s+(?:accept|concede|support|live|compromise|consider)\b|"
    r"(?:was|were)\s+(?:\w+ly\s+|also\s+|more\s+|most\s+)?struck\s+(?:by|that)\b|"
    r"(?:quoted|quotes|cited|cites)\s+(?:a|the|an|figures|data|numbers|statistics)\b|(?:responded|responds|answered|answers|"
    r"replied|replies)\s+in\s+(?:the|kind)\b|(?:sees?|saw)\s+(?:an?|the|no|its|his|her)\s+[\w’'-]+(?:\s+[\w’'-]+)?\s+(?:in|for|of)\b|"
    r"(?:informed|informs|briefed|briefs|updated|updates|notified|notifies|reminded|reminds|warned|warns|assured|assures|advised|advises)"
    r"\s+(?:[\w’'-]+\s+){1,5}?(?:of|about|on)\s+|"
    r"(?:pressed|presses|quizzed|grilled|challenged|needled|pushed|tackled|confronted)\s+(?:[\w’'-]+\s+){1,6}?(?:on|about|over|with|for)\s|"
    r"(?:took|takes|walked|walks|talked|led)\s+(?:[\w’'-]+\s+){1,3}?through\s+|"
    r"(?:referred|refers|pointed|points)\s+(?:[\w’'-]+\s+){1,4}?to\s+|"
    r"(?:challenged|challenges|urged|urges|dared|dares|directed|directs|implored|implores)\s+(?:[\w’'-]+\s+){1,5}?to\s+\w+|"
    r"(?:invited|invites)\s+(?:[\w’'-]+\s+){1,5}?to\s+(?:imagine|consider|picture|think|ask)\b)"
    r"|(?:(?:would|will)\s+have\s+it\s+that|(?:made|makes|put|puts)\s+(?:an?|the)\s+(?:\w+\s+)?(?:case|plea|argument|appeal)\b|"
    r"fram(?:es|ed)\s+[^.;,]{2,60}?\s+as|put(?:s)?\s+(?:it|this|that|the\s+\w+)\s+down\s+to|trac(?:es|ed)\s+[^.;,]{2,50}?\s+to|"
    r"(?:open(?:ed|s)|beg[ai]ns?|clos(?:ed|es)|end(?:ed|s)|conclud(?:ed|es)|finish(?:ed|es))\s+(?:with|on)\s+an?\s+"
    r"(?:\w+\s+)?(?:warning|plea|appeal|reminder|call|question|confession|admission|prediction|promise|apology)\b|"
    r"(?:accepted|accepts)\s+(?:the|this|that|his|her|their)\s+(?!award|prize|invitation|post|job|trophy|gift|medal|cheque|keys)\w+|"
    r"(?:was|is)\s+(?:\w+er|more\s+\w+|less\s+\w+|clear|blunt|brief|direct|explicit|plain|unequivocal|insistent|philosophical|"
    r"having\s+none)(?=\s*:|,?\s+(?:saying|arguing|insisting|about\s+(?:why|how|what)))|"
    r"would\s+(?:not\s+)?(?:sooner|rather|much rather|prefer|like to see|have none|have preferred|have wished)|"
    r"puts?\s+it\s+(?:\w+ly|this way|like this|simply)|(?:saw|sees|views|viewed|regards|regarded)\s+[^.;,]{2,60}?\s+as|"
    r"(?:did|does|do|could|can|will|would|wo|ca)(?:\s+not|n[’']t)\s+(?:rule\s+out|want|dispute|doubt|deny|question|object|contest|share|buy|believe|mind|like|hide|trust|"
    r"see (?:why|how|any|the)|"
    r"agree|accept|think|expect|care))\b|"
    r"(?:was|is|were|remained|remains|were|are|seemed|appeared|has been|had been|wasn[’']t|isn[’']t)\s+"
    r"(?:\w+ly\s+|not\s+|also\s+|more\s+|too\s+|less\s+|"
    r"very\s+|equally\s+|strongly\s+|deeply\s+|rather\s+|quite\s+|particularly\s+)?"
    r"(?:against|in favou?r|opposed to|sceptical|skeptical|supportive of|critical of|convinced|confident|"
    r"certain that|sure that|of the (?:view|opinion)|adamant|optimistic|pessimistic|concerned|worried|"
    r"doubtful|(?:dis)?satisfied (?:with|that)|(?:un)?(?:happy|comfortable) with|"
    r"content with|forgiving|charitable|gloomy|guarded|uneasy|persuaded|alarmed|scathing|sanguine|"
    r"unimpressed|impressed (?:by|with)|unmoved|"
    r"positive|receptive|dismissive of|scornful|frank|candid|firm|enthusiastic|dubious|"
    r"categorical|emphatic|unrepentant|lukewarm|cool on|having none of|having no part of|"
    r"having any of|having (?:it|that|this)|"
    r"buying (?:it|this|that)|having neither|at pains to|less sure|not so sure|far from sure|"
    r"at odds|of one mind|of two minds|all for|no friend of|no fan of|"
    r"cautious about|clear that|wary of|unconvinced|disinclined|hopeful|blunt)\b"
)

IRREGULAR = {
    "show": "show shows showed showing",
    "counsel": "counsel counsels counselled counseled counselling",
    "signal": "signal signals signalled signaled signalling",
    "dwell": "dwell dwells dwelt dwelled dwelling",
    "fight": "fight fights fought fighting",
    "bite": "bite bites bit biting",
    "fret": "fret frets fretted fretting",
    "brag": "brag brags bragged bragging",
    "chip": "chip chips chipped chipping",
    "infer": "infer infers inferred inferring",
    "tut": "tut tuts tutted tutting",
    "tear": "tear tears tore torn tearing",
    "rebuff": "rebuff rebuffs rebuffed rebuffing",
    "fall": "fall falls fell falling",
    "swear": "swear swears swore swearing",
    "long": "long longs longed longing",
    "dub": "dub dubs dubbed dubbing",
    "brand": "brand brands branded branding",
    "pin": "pin pins pinned pinning",
    "spar": "spar spars sparred sparring",
    "hit": "hit hits hitting",
    "slam": "slam slams slammed slamming",
    "flag": "flag flags flagged flagging",
    "extol": "extol extols extolled extolling",
    "recap": "recap recaps recapped recapping",
    "quiz": "quiz quizzes quizzed quizzing",
    "grill": "grill grills grilled grilling",
    "commit": "commit commits committed committing",
    "sweep": "sweep sweeps swept sweeping",
    "say": "say says said saying",
    "tell": "tell tells told telling",
    "think": "think thinks thought thinking",
    "feel": "feel feels felt feeling",
    "hold": "hold holds held holding",
    "go": "go goes went going",
    "begin": "begin begins began beginning",
    "shoot": "shoot shoots shot shooting",
    "submit": "submit submits submitted submitting",
    "concur": "concur concurs concurred concurring",
    "seek": "seek seeks sought seeking",
    "call": "call calls called calling",
    "cut": "cut cuts cutting",
    "undertake": "undertake undertakes undertook undertaking",
    "shrug": "shrug shrugs shrugged shrugging",
    "let": "let lets letting",
    "beg": "beg begs begged begging",
    "read": "read reads reading",
    "nod": "nod nods nodded nodding",
    "grin": "grin grins grinned grinning",
    "snap": "snap snaps snapped snapping",
    "want": "want wants wanted wanting",
    "thank": "thank thanks thanked thanking",
    "deadpan": "deadpan deadpans deadpanned deadpanning",
    "see": "see sees saw seen seeing",
    "find": "find finds found finding",
    "write": "write writes wrote written writing",
    "speak": "speak speaks spoke spoken speaking",
    "give": "give gives gave given giving",
    "make": "make makes made making",
    "draw": "draw draws drew drawn drawing",
    "put": "put puts putting",
    "set": "set sets setting",
    "lay": "lay lays laid laying",
    "take": "take takes took taken taking",
    "shed": "shed sheds shedding",
    "cast": "cast casts casting",
    "spell": "spell spells spelled spelt spelling",
    "foresee": "foresee foresees foresaw foreseeing",
    "forecast": "forecast forecasts forecasting",
    "sum": "sum sums summed summing",
    "rebut": "rebut rebuts rebutted rebutting",
    "admit": "admit admits admitted admitting",
    "aver": "aver avers averred averring",
    "regret": "regret regrets regretted regretting",
    "refer": "refer refers referred referring",
    "prefer": "prefer prefers preferred preferring",
    "quip": "quip quips quipped quipping",
    "plead": "plead pleads pleaded pled pleading",
    "pay": "pay pays paid paying",
    "label": "label labels labelled labeled labelling",
    "throw": "throw throws threw thrown throwing",
    "come": "come comes came coming",
    "have": "have has had having",
    "leave": "leave leaves left leaving",
    "keep": "keep keeps kept keeping",
    "strike": "strike strikes struck striking",
    "bring": "bring brings brought bringing",
    "stand": "stand stands stood standing",
    "stick": "stick sticks stuck sticking",
    "run": "run runs ran running",
    "demur": "demur demurs demurred demurring",
    "posit": "posit posits posited positing",
}

GROUPS = words("""
counsel experts? participants? panell?ists? speakers? attendees discussants? delegates? members?
residents? students? listeners? journalists? reporters? correspondents? scholars? analysts? researchers?
academics? officials? diplomats? delegations? ministers? parties sides leaders commissioners? councillors?
councilors? trustees directors respondents? interviewees? lawmakers activists protesters campaigners
organi[sz]ers? economists? scientists? audience panel committee board council commission meeting group
others? many several some few one another all both most everyone attendee questioner student parent
teacher farmer farmers teachers parents nurses doctors workers ambassadors? executives entrepreneurs
practitioners representatives? neighbours neighbors historians? lawyers? observers commentators
politicians critics colleagues volunteers alumni guests
""")

# What a person may do "that …" or between commas without saying anything.
SILENT = words("""
ensured ensures decided decides learned learns realised realises realized realizes discovered discovers
required requires checked checks arranged arranges pretended pretends means knows hears was is has does
this thus followed joined headed led chaired named called introduced includes included entered arrived
moved passed turned looked helped worked lived served attended started finished ended used needed needs
needless seems seemed
""")

ADVERBS = words("""
also then further furthermore later earlier again first finally moreover however therefore rightly clearly
briefly strongly firmly simply repeatedly explicitly candidly similarly likewise additionally separately
subsequently accordingly nevertheless nonetheless still even only just too meanwhile frankly bluntly
openly flatly drily dryly quietly specifically particularly especially eventually consistently rather
quickly immediately ultimately jokingly instead thus already jointly unanimously broadly generally largely
all both correctly wryly memorably pointedly ruefully cautiously categorically cheerfully once often
always never publicly emphatically long now today yesterday tonight
""")
