"""What a runner says in words -> an athlete, or one sentence about the first word that means
nothing.
"""

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import CATALOGUE

from befit_cli.errors import UsageError
from befit_cli.runner.vocabulary import KIT_PRESETS, KIT_WORDS, SOME_GYM
from befit_cli.runner.words import assumptions, merged, read_athlete, remarks, words_for
from befit_cli.values import Athlete, Day, Group, Kit, Level, Niggle, Race

MON, TUE, WED, THU, FRI, SAT, SUN = Day
HOME = (Kit.BACKPACK, Kit.BENCH, Kit.STEP, Kit.TOWEL)
WEEKDAYS = (MON, TUE, WED, THU, FRI)


def test_who_says_nothing_is_the_usual_runner():
    assert read_athlete({}, CATALOGUE) == Athlete(
        race=Race.TEN_K,
        sessions=2,
        level=Level.BEGINNER,
        kit=HOME,
        minutes=30,
        long_run=SUN,
        hard_runs=(WED,),
        days=(MON, TUE, WED, THU, FRI, SAT, SUN),
        focus=None,
        niggles=(),
        without=(),
        race_date=None,
        swap=(),
        name="",
    )


SAID = {
    "5k": ("race", "5k", {"race": Race.FIVE_K}),
    "10k": ("race", "10k", {"race": Race.TEN_K}),
    "half": ("race", "half", {"race": Race.HALF}),
    "half marathon by its distance": ("race", "21k", {"race": Race.HALF}),
    "half marathon in full": ("race", "half-marathon", {"race": Race.HALF}),
    "marathon": ("race", "marathon", {"race": Race.MARATHON}),
    "marathon by its distance": ("race", "42k", {"race": Race.MARATHON}),
    "a race in capitals": ("race", "5K", {"race": Race.FIVE_K}),
    "a race with blanks": ("race", " half ", {"race": Race.HALF}),
    "sessions": ("sessions", 3, {"sessions": 3}),
    "level": ("level", "Advanced", {"level": Level.ADVANCED}),
    "the fewest minutes": ("minutes", 15, {"minutes": 15}),
    "the most minutes": ("minutes", 60, {"minutes": 60}),
    "long run": ("long-run", "sat", {"long_run": SAT}),
    "long run in full": ("long-run", "Saturday", {"long_run": SAT}),
    "no long run": ("long-run", "none", {"long_run": None}),
    "no long run in capitals": ("long-run", "NONE", {"long_run": None}),
    "one hard run": ("hard", "tue", {"hard_runs": (TUE,)}),
    "hard runs with a comma": ("hard", "tue,thu", {"hard_runs": (TUE, THU)}),
    "hard runs with the option again": ("hard", ["tue", "thu"], {"hard_runs": (TUE, THU)}),
    "hard runs both ways": ("hard", ["tue,thu", "sat"], {"hard_runs": (TUE, THU, SAT)}),
    "hard runs with blanks": ("hard", "tue, thu", {"hard_runs": (TUE, THU)}),
    "hard runs out of order and twice": ("hard", "thu,tue,THURSDAY", {"hard_runs": (TUE, THU)}),
    "no hard run": ("hard", "none", {"hard_runs": ()}),
    "no hard run as a list": ("hard", ["none"], {"hard_runs": ()}),
    "free days": ("days", "Fri,mon", {"days": (MON, FRI)}),
    "days from one to another": ("days", "mon-wed,sat", {"days": (MON, TUE, WED, SAT)}),
    "days over the week's end": ("hard", "Saturday - mon", {"hard_runs": (MON, SAT, SUN)}),
    "a span of one day": ("days", "fri-fri", {"days": (FRI,)}),
    "days by more letters than three": ("days", "thurs,wedn", {"days": (WED, THU)}),
    "no kit": ("kit", "none", {"kit": ()}),
    "home": ("kit", "home", {"kit": HOME}),
    "gym": ("kit", "gym", {"kit": tuple(sorted(Kit))}),
    "one thing": ("kit", "band", {"kit": (Kit.BAND,)}),
    "a preset and things": (
        "kit",
        "home,band,dumbbell",
        {"kit": (Kit.BACKPACK, Kit.BAND, Kit.BENCH, Kit.DUMBBELL, Kit.STEP, Kit.TOWEL)},
    ),
    "things with the option again": (
        "kit",
        ["band", "Pull-Up-Bar"],
        {"kit": (Kit.BAND, Kit.PULL_UP_BAR)},
    ),
    "a thing twice": ("kit", "home,step", {"kit": HOME}),
    "focus": ("focus", "hip", {"focus": Group.HIP}),
    "niggles": ("niggle", "itb,Shin", {"niggles": (Niggle.ITB, Niggle.SHIN)}),
    "a niggle twice": ("niggle", ["itb", "itb"], {"niggles": (Niggle.ITB,)}),
    "without": ("without", "squats,planks", {"without": ("planks", "squats")}),
    "without, by name and in the singular": (
        "without",
        ["Squat", "plank"],
        {"without": ("planks", "squats")},
    ),
    "race date": ("race-date", "2027-04-18", {"race_date": date(2027, 4, 18)}),
    "a date with slashes": ("race-date", "18/04/2027", {"race_date": date(2027, 4, 18)}),
    "the month first": ("race-date", "4/18/2027", {"race_date": date(2027, 4, 18)}),
    "the same either way": ("race-date", "5/5/2027", {"race_date": date(2027, 5, 5)}),
    "no race": ("race", "none", {"race": Race.NONE}),
    "a novice": ("level", "novice", {"level": Level.BEGINNER}),
    "hard runs with a blank": ("hard", "tue thu", {"hard_runs": (TUE, THU)}),
    "days of work": ("days", "weekdays", {"days": WEEKDAYS}),
    "days of work and one more": ("days", "weekdays sun", {"days": (*WEEKDAYS, SUN)}),
    "the weekend": ("days", "weekend,mon - tue", {"days": (MON, TUE, SAT, SUN)}),
    "days to leave out": ("hard", "off", {"hard_runs": ()}),
    "no long run, in short": ("long-run", "no", {"long_run": None}),
    "no date": ("race-date", "no", {"race_date": None}),
    "no focus": ("focus", "off", {"focus": None}),
    "no niggle": ("niggle", "no", {"niggles": ()}),
    "niggles with a blank": (
        "niggle",
        "low back shins",
        {"niggles": (Niggle.LOW_BACK, Niggle.SHIN)},
    ),
    "nothing left out": ("without", "no", {"without": ()}),
    "no kit, in short": ("kit", "no", {"kit": ()}),
    "an exchange": ("swap", "squat=lunges", {"swap": (("squats", "lunges"),)}),
    "exchanges with the option again": (
        "swap",
        ["squats=lunges", "rdl = hip thrust,squats=lunges"],
        {"swap": (("romanian-deadlifts", "hip-thrusts"), ("squats", "lunges"))},
    ),
    "no exchange": ("swap", "none", {"swap": ()}),
    "a name": ("name", " Ana ", {"name": "Ana"}),
    "a name of several words": (
        "name",
        "Müller, Ana-Lena O'Neil",
        {"name": "Müller, Ana-Lena O'Neil"},
    ),
    "a name in the other of its two spellings": ("name", "Zoe\u0308", {"name": "Zo\u00eb"}),
    "a name with letters that are joined": ("name", "امیر\u200cحسین", {"name": "امیر\u200cحسین"}),
    "a name of signs": ("name", "🏃\u200d♀️ [b]*_`", {"name": "🏃\u200d♀️ [b]*_`"}),
    "the longest name": ("name", "深" * 60, {"name": "深" * 60}),
    "no name": ("name", "none", {"name": ""}),
    "an empty name": ("name", " ", {"name": ""}),
}


@pytest.mark.parametrize(("option", "value", "fields"), SAID.values(), ids=SAID)
def test_what_is_said_is_understood(option: str, value: Any, fields: dict[str, Any]):
    athlete = read_athlete({option: value}, CATALOGUE)
    if option == "without":
        athlete = replace(athlete, without=tuple(sorted(athlete.without)))
    assert athlete == replace(Athlete(), **fields)


MEANT = {
    "race": {
        "5k": "5km; 5 k; 5 kilometres; 3.1 miles; 5; 3k; 1 mile; 5000; 5000 m; 3000m; a 5k; 5k 5km; parkrun; 5 kms",
        "10k": "diez kilómetros; 10 km; 10-k; 6.2 mi; 8k; 5 miles; 10K race; 10 kilómetros; 10000 metros; 6.2 millas",
        "half": "medio; half marathon; Half-Marathon; half_marathon; HM; 21k; 21.1; 21,1; 21.1km; 13.1; 13.1 miles; 15k; "
        "10 miles; a half; media maratón; media; MEDIO MARATON",
        "marathon": "full marathon; full; FM; 42k; 42.2; 42.195 km; 26.2 miles; 30k; 20 miles; the "
        "marathon; Marathon!; 26.2; maratón; maraton; marathons",
        "none": "no; off; NONE; nothing; nada; ninguna; ninguno; no race; sin carrera; no-race",
    },
    "level": {
        "beginner": "nunca; novice; Novices; newbie; new; rookie; never lifted; nuevo; principiante; novato; novata; sin experiencia",
        "intermediate": "mid; medium; medio; intermedio; intermedia",
        "advanced": "ADVANCED; avanzado; avanzada",
    },
    "kit": {
        "none": "no; off; nothing; nada; ninguno; Ningún; bodyweight; no kit; peso corporal; sin material; no equipment; sin equipo",
        "home": "casa; en casa; at home; home, none",
        "gym": "gimnasio; everything; all; todo; the gym; full gym",
        "home, dumbbell": "home dumbbell; home,dumbbells; home + dumbbell; home/dumbbell; casa y mancuernas; "
        "home and two dumbbells; home & 2 dumbbells; home;dumbbell",
        "backpack": "backpacks; rucksack; Rucksacks; mochila; una mochila",
        "band": "bands; resistance band; resistance-bands; rubber band; elastic bands; loop; loops; theraband; "
        "mini band; goma; gomas; banda; banda elástica; bandas elásticas; banda-elastica; una goma elástica; una liga; ligas de resistencia; elástico",
        "barbell": "barbells; bar; rack; squat rack; barra; barra olímpica; barra y discos",
        "bench": "benches; chair; chairs; a chair; sofa; silla; sillas; banco; bancos; couch; weight bench; una silla firme; banca",
        "box": "boxes; plyo box; cajón; cajones; caja",
        "dumbbell": "dumbbells; dumb bell; Dumb Bells; two dumbbells; a pair of dumbbells; dumbbells 2x10kg; 2 x 10 kg dumbbells; adjustable dumbbells; "
        "DB; mancuerna; mancuernas; unas mancuernas; dos mancuernas",
        "kettlebell": "kettlebells; kettle; kettle bell; a kettlebell; a 16kg kettlebell; KB; pesa rusa; pesas rusas",
        "machine": "machines; leg press; máquina; maquinas; prensa de piernas",
        "pull-up-bar": "pull up bar; pullup bar; pull-up bars; chin-up bar; barra de dominadas; barra fija; barra para dominadas",
        "step": "steps; stair; stairs; escalón; escalones; un escalon; escalera; peldaño; gradas",
        "towel": "towels; toalla; toallas",
        "band, bench": "chair and band; band;chair; silla y goma; a chair, a band; silla, banda",
    },
    "niggle": {
        "none": "no; off; nothing; nada; ninguno; no pain; sin dolor; no injuries; sin molestias",
        "bone-stress": "stress-fracture; stress fractures; bone; stress; bone stress; fractura de estrés; "
        "fractura por estres; lesión por estrés; reacción de estrés",
        "runners-knee": "la rodilla por delante; runner's knee; runners knee; Runner’s Knee; kneecap; front of the knee; front of my "
        "knee; PFPS; rodilla de corredor; dolor delante de la rodilla; síndrome femoropatelar",
        "itb": "it band; IT-band; ITBS; IT band syndrome; outer knee; outside of the knee; banda iliotibial; "
        "síndrome de la cintilla iliotibial; lado externo de la rodilla",
        "shin": "shins; shin splints; shin-splint; sore shin; left shin; espinilla; periostitis; MTSS",
        "low-back": "lumbalgia; low back; lower back; lower back pain; lumbar; lumbares; espalda baja; dolor lumbar; zona lumbar; parte baja de la espalda",
        "plantar": "plantar fasciitis; heel spur; fascitis plantar; planta del pie; sole of the foot; arch; arch of my foot; "
        "fascia plantar; espolón calcáneo; arco del pie",
        "achilles": "talón de Aquiles; achilles tendon; Achilles tendinopathy; back of the heel; aquiles; tendón de Aquiles; "
        "tendinopatía de Aquiles; detrás del talón",
        "hamstring": "hamstrings; hammy; tight hamstring; right hamstring strain; back of the thigh; isquios; isquiotibiales; femorales; bíceps femoral; detrás del muslo; sobrecarga en el isquio izquierdo",
        "low-back, shin": "low back shins; shin and lower back; shin/low-back; lumbares y espinilla",
    },
    "hard": {
        "none": "no; off; nothing; nada; ninguno; ninguna; ningún",
        "tue, thu": "tue thu; tue, thu; tue/thu; tue;thu; tue+thu; tue and thu; tue & thu; TUESDAYS THURSDAYS; "
        "tues,thurs; martes y jueves; mar jue; mar, jue; martes/jueves; on Tuesday and Thursday",
        "mon": "monday; mondays; Monday; lunes; lun; los lunes; every Monday; Mon.; Monday evening",
        "wed": "weds; wednes; miércoles; miercoles; MIÉRCOLES; mié; mie",
        "sat": "sábado; sabados; SÁBADOS; sáb",
        "sun": "domingo; domingos; dom",
        "sat, sun": "weekend; weekends; week-end; fin de semana; fines de semana; fin-de-semana; finde; sat-sun",
        "mon, tue, wed, thu, fri": "weekdays; week days; week-days; entre semana; mon-fri; mon - fri; mon–fri; "
        "mon to fri; from Monday to Friday; mon..fri; lunes a viernes; de lunes a viernes; lun-vie; desde el lunes hasta el viernes; "
        "monday through friday",
        "mon, sat, sun": "sat-mon; weekend, mon; weekend and monday; sábado a lunes",
    },
    "days": {
        "all": "every day; everyday; any day; any; daily; all week; todos; todos los días; mon-sun; "
        "weekdays and weekend",
        "none": "none; nada",
        "mon, wed, fri": "mon wed fri; Mon/Wed/Fri; lunes, miércoles y viernes",
    },
    "long-run": {
        "none": "no; off; ninguno; nada; nothing",
        "sun": "Sundays; sunday; Sun.; Sunday mornings; on Sunday; domingo; dom; los domingos",
        "sat": "sábado; saturday",
    },
    "minutes": {
        "30": "30min; 30-min; 30 min; 30 minutes; 30m; 30 mins; 30'; 30 minutos; thirty; thirty minutes; half an hour; "
        "half hour; media hora; 0.5h; treinta",
        "60": "1h; 1 h; 1 hour; an hour; 1 hora; una hora; one hour; 60 min; 1.0 hours; sixty",
        "45": "45 mins; 0.75 h; 0,75 h; 0h45; 0h 45min; +45",
    },
    "sessions": {
        "2": "two; twice; dos; 2x; 2 sessions; two sessions; 2 a week; 2 times a week; twice a week; dos sesiones; "
        "2 veces por semana; 2 per week; 2.0",
        "3": "three; tres; 3x; 3 sessions; 3 days; 3 days a week; tres días por semana; 3 a la semana; tres sesiones cada semana",
    },
    "focus": {
        "none": "no; off; nada; ninguno",
        "hip": "glúteos; glutes; hips; HIP; cadera; caderas",
        "leg": "legs; piernas",
        "core": "abs; tronco; abdomen; zona media",
        "foot": "pie; pies; ankles; shins; tobillos",
        "knee": "rodillas; quads; cuádriceps",
        "marathon": "maratón",
    },
    "without": {
        "none": "no; off; nothing; nada; ninguno",
        "lunges, planks": "lunges and planks; lunges / planks; lunges + planks; lunges,planks; lunges y planks",
    },
    "swap": {"none": "no; off; nada; ninguno", "squats=lunges": "squats = lunge; squat=lunges"},
    "race-date": {
        "none": "no; off; nothing; nada; ninguna; no date; nunca",
        "2027-04-18": "18/04/2027; 18/4/2027; 4/18/2027; 18.04.2027; 18.4.2027; 18-04-2027; 2027/04/18; "
        "2027-4-18; 2027.04.18; 18 April 2027; 18 apr 2027; 18-Apr-2027; April 18, 2027; Apr 18 2027; "
        "18th April 2027; the 18th of April 2027; 18. April 2027; 18 de abril de 2027; 18 ABRIL 2027; Sunday 18 April 2027; Sun, Apr 18, 2027; Sunday, April 18th, 2027; domingo 18 de abril de 2027",
        "2027-05-04": "04.05.2027; 4 May 2027; 4 de mayo de 2027",
        "2027-05-05": "5/5/2027; 05-05-2027",
        "2027-03-18": "18 mar 2027; jueves 18 mar 2027",
        "2028-02-29": "29/02/2028; 29 de febrero de 2028",
    },
}
"""What befit's own words are meant by: by option and words, what people say for them."""
SAID_SO = [
    pytest.param(option, word, words, id=f"{option} {word}")
    for option, meanings in MEANT.items()
    for words, said in meanings.items()
    for word in said.split("; ")
]


@pytest.mark.parametrize(("option", "word", "words"), SAID_SO)
def test_words_that_people_use_mean_befits_own(option: str, word: str, words: str):
    assert words_for(read_athlete({option: word}, CATALOGUE))[option] == words


@pytest.mark.parametrize("word", ["3k", "8k", "5 miles", "15k", "10 miles", "30k", "20 miles"])
def test_a_race_between_two_of_befits_is_told_which_plan_it_gets(word: str):
    race = read_athlete({"race": word}, CATALOGUE).race
    assert remarks({"race": word}) == [f"'{word}' gets the plan for the next longer race: {race}."]


@pytest.mark.parametrize(
    "word",
    [
        *Race,
        "HM",
        "21.1",
        "13.1",
        "26.2",
        "21k",
        "42k",
        "13.1 miles",
        "26.2 miles",
        "6.2 miles",
        "off",
        None,
    ],
)
def test_a_race_of_befits_own_is_nothing_to_remark_on(word: str | None):
    assert remarks({"race": word}) == []


@pytest.mark.parametrize("word", ["50k", "ultra", "Ultramarathon", "50 miles", "43"])
def test_a_race_beyond_the_marathon_is_told_where_befit_ends(word: str):
    with pytest.raises(UsageError) as refused:
        read_athlete({"race": word}, CATALOGUE)
    assert str(refused.value) == (
        f"'{word}' is longer than befit plans for: befit plans to the marathon."
    )


@given(things=st.lists(st.sampled_from([*KIT_PRESETS, *Kit, *KIT_WORDS]), min_size=1, max_size=5))
def test_kit_means_the_same_with_blanks_as_with_commas(things: list[str]):
    # What a home gym has, nobody knows.
    assume(not re.search(SOME_GYM, " ".join(things)))
    said = [read_athlete({"kit": text.join(things)}, CATALOGUE) for text in (" ", ", ")]
    assert said[0] == said[1]


KNEE = "could be runners-knee (front of the knee) or itb (outer side of the knee): say which."
HEEL = "could be plantar (heel or sole) or achilles (back of the heel): say which."
BACK = "could be anywhere on your back: say low-back where it is the lower back."
NO_SPOT = (
    "is no spot that befit knows how to plan around; it knows runners-knee, itb, plantar, shin, "
    "achilles, low-back, hamstring, bone-stress. Leave out the exercises that hurt (--without), "
    "and see a professional if it stays."
)
PREGNANCY = (
    "needs more than befit knows: a midwife or doctor can tell you which strength work does you "
    "good now."
)
ILLNESS = (
    "is nothing that befit plans for: get well first, and ask a doctor before you train again "
    "where it was more than a cold."
)
CONDITION = "is for your doctor first: with their clearance, plan without saying it here."
LEVEL = (
    "could be of running, and this is about lifting: say beginner, intermediate (after 6 months "
    "of it) or advanced (after 2 years)."
)
NOT_A_GYM = "may lack what a gym has: say what is there, such as home,dumbbell,bench."
WEIGHT = "could be dumbbell, kettlebell or barbell: say which."
NO_DATE = "is not a date. Write it as YYYY-MM-DD, for example 2027-04-18."
NO_MINUTES = "is not a whole number; it is 15 to 60."
NO_SESSIONS = "is not a whole number; it is 2 or 3."
NO_RACE = "is not a race; the races are 5k, 10k, half, marathon, none."
ANSWERED = {
    ("race", NO_RACE): "5k 10k; half or 10k; triathlon; the; 0; Ironman",
    (
        "minutes",
        NO_MINUTES,
    ): "30-45; 30–45; 2 3; 30 20; 30.5; 0.33h; 1:00; 1h x; plenty; 30 km; 1_5; -",
    ("sessions", NO_SESSIONS): "2 or 3; 2-3; 2.5; three or so; 2 3",
    (
        "race-date",
        NO_DATE,
    ): "April 2027; 31/02/2027; 30 February 2027; 18/4/27; 2027-W15; "
    "20270418; soon; 18 April 2027 at noon; April April 2027; 18 19 April; 2027 2028 April; 18/04-2027; Sunday; Sunday April 2027",
    (
        "niggle",
        "sounds like a bone; did you mean 'bone-stress'?",
    ): "tibia; tibial; metatarsal; heel bone; "
    "fracture; fractura; broken bone in foot; broken foot; sacrum; hueso; peroné; femur",
    ("niggle", KNEE): "knee; knees; sore-knee; rodilla; left knee",
    ("niggle", HEEL): "heel; talón; talones",
    ("niggle", BACK): "back; espalda; upper back",
    (
        "niggle",
        NO_SPOT,
    ): "hip; hips; calf; calves; groin; ankle; toe; toes; chin; foot; feet; neck; shoulder; "
    "thigh; soleus; gastrocnemius; peroneal; inner knee; behind my knee; jumper's knee; quads; glutes; arm; wrist; patella; cadera; pantorrilla; gemelos; ingle; tobillo; pie; cuello; muslo",
    ("niggle", PREGNANCY): "pregnant; pregnancy; Pregnant!; embarazada; embarazo; postpartum",
    (
        "niggle",
        ILLNESS,
    ): "ill; illness; sick; flu; covid; COVID-19; fever; cold; gripe; fiebre; enfermo",
    (
        "niggle",
        CONDITION,
    ): "heart; chest pain; asthma; dizzy; corazón; sciatica; meniscus; torn calf; arthritis",
    ("level", LEVEL): "pro; elite; Expert; experienced; professional",
    ("kit", WEIGHT): "weight; weights; pesas; weight plates",
    ("kit", NOT_A_GYM): "home gym; home-gym; garage gym; gimnasio en casa",
    (
        "long-run",
        "is more than one day; say one: sat, sun.",
    ): "sat sun; Saturday or Sunday; weekend",
}
"""By option and sentence, the words that it answers."""
ANSWERED_SO = [
    pytest.param(option, word, sentence, id=f"{option} {word}")
    for (option, sentence), said in ANSWERED.items()
    for word in said.split("; ")
]


@pytest.mark.parametrize(("option", "word", "sentence"), ANSWERED_SO)
def test_what_could_be_several_things_or_none_of_befits_gets_a_sentence_that_helps(
    option: str, word: str, sentence: str
):
    with pytest.raises(UsageError) as refused:
        read_athlete({option: word}, CATALOGUE)
    assert str(refused.value).endswith(f"' {sentence}")


@pytest.mark.parametrize("nothing", [None, (), []], ids=["None", "no words", "an empty list"])
@pytest.mark.parametrize("option", ["race", "kit", "hard", "days", "niggle", "without"])
def test_an_option_that_is_not_given_has_its_default(option: str, nothing: Any):
    assert read_athlete({option: nothing}, CATALOGUE) == Athlete()


@given(chosen=st.permutations(list(Day)), size=st.integers(1, 7))
def test_days_come_in_the_order_of_the_week_however_they_are_said(chosen: list[Day], size: int):
    days = read_athlete({"days": ",".join(chosen[:size])}, CATALOGUE).days
    assert days == tuple(day for day in Day if day in chosen[:size])


WRONG = {
    "no race at all": (
        "race",
        "relay",
        "'relay' is not a race; the races are 5k, 10k, half, marathon, none.",
    ),
    "the day of a race": (
        "race",
        "2027-04-18",
        "'2027-04-18' is a date: say --race-date 2027-04-18, and --race for which race.",
    ),
    "the day of a race as people write it": (
        "race",
        "18/04/2027",
        "'18/04/2027' is a date: say --race-date 18/04/2027, and --race for which race.",
    ),
    "near a race": (
        "race",
        "marathn",
        "'marathn' is not a race; the races are 5k, 10k, half, marathon, none; did you mean "
        "'marathon'?",
    ),
    "a name without end": (
        "name",
        "a" * 61,
        "--name has 61 characters, and a name 60 at most. Write what you are called, such as Ana.",
    ),
    "notes without end": (
        "notes",
        "a" * 501,
        "What --notes says has 501 characters, and notes 500 at most. Write a line, such as Slow "
        "calves.",
    ),
    "a name that plays tricks": (
        "name",
        "A\x1b[31mna",
        "--name has U+001B in it, which nobody can see. Write what you are called, such as Ana.",
    ),
    "a name on two lines": (
        "name",
        "A\nna",
        "--name has U+000A in it, which nobody can see. Write what you are called, such as Ana.",
    ),
    "a name that turns what follows": (
        "name",
        "A\u202ena",
        "--name has U+202E in it, which nobody can see. Write what you are called, such as Ana.",
    ),
    "a name that no text can hold": (
        "name",
        "\udcff",
        "--name has bytes in it that are no UTF-8. Write what you are called, such as Ana.",
    ),
    "too few sessions": ("sessions", 1, "--sessions 1 is out of range; it is 2 or 3."),
    "too many sessions": ("sessions", 4, "--sessions 4 is out of range; it is 2 or 3."),
    "level": (
        "level",
        "beginer",
        "'beginer' is not a level; the levels are beginner, intermediate, advanced; did you mean "
        "'beginner'?",
    ),
    "too few minutes": ("minutes", 14, "--minutes 14 is out of range; it is 15 to 60."),
    "too many minutes": ("minutes", 61, "--minutes 61 is out of range; it is 15 to 60."),
    "day": (
        "hard",
        "tue,xyz",
        "'xyz' is not a day; the days are mon, tue, wed, thu, fri, sat, sun.",
    ),
    "a question back": (
        "hard",
        "?",
        "'?' is not a day; the days are mon, tue, wed, thu, fri, sat, sun.",
    ),
    "a span to no day": (
        "days",
        "mon-xyz",
        "'xyz' is not a day; the days are mon, tue, wed, thu, fri, sat, sun.",
    ),
    "half a span": (
        "days",
        "mon-",
        "'mon-' is not a day; the days are mon, tue, wed, thu, fri, sat, sun; did you mean 'mon'?",
    ),
    "near a day": (
        "days",
        "tues,satt",
        "'satt' is not a day; the days are mon, tue, wed, thu, fri, sat, sun; did you mean 'sat'?",
    ),
    "a day of two letters": (
        "long-run",
        "su",
        "'su' is not a day; the days are mon, tue, wed, thu, fri, sat, sun; did you mean 'sun'?",
    ),
    "kit": (
        "kit",
        "dumbell",
        "'dumbell' is not kit; the words are none, home, gym, band, dumbbell, kettlebell, "
        "backpack, barbell, machine, bench, box, step, pull-up-bar, towel; did you mean 'dumbbell'?",
    ),
    "focus": (
        "focus",
        "arms",
        "'arms' is not a group; the groups are knee, foot, hip, leg, core, marathon.",
    ),
    "niggle": (
        "niggle",
        "knee",
        "'knee' could be runners-knee (front of the knee) or itb (outer side of the knee): say "
        "which.",
    ),
    "niggle of two": (
        "niggle",
        "sore heel",
        "'heel' could be plantar (heel or sole) or achilles (back of the heel): say which.",
    ),
    "near a niggle": (
        "niggle",
        "shin,achiles",
        "'achiles' is not a niggle; the niggles are runners-knee, itb, plantar, shin, achilles, "
        "low-back, hamstring, bone-stress; did you mean 'achilles'?",
    ),
    "kit of several": (
        "kit",
        "home cables",
        "'cables' could be several machines: say machine where you have a leg press, a leg curl, a "
        "calf machine and a lat pulldown.",
    ),
    "kit that nothing resembles": (
        "kit",
        "home trampoline",
        "'trampoline' is not kit; the words are none, home, gym, band, dumbbell, kettlebell, "
        "backpack, barbell, machine, bench, box, step, pull-up-bar, towel.",
    ),
    "a date that could be two": (
        "race-date",
        "04/05/2027",
        "--race-date 04/05/2027 could be 2027-04-05 or 2027-05-04. Write the one that you mean.",
    ),
    "a date by its week": (
        "race-date",
        "2027-W15",
        "--race-date '2027-W15' is not a date. Write it as YYYY-MM-DD, for example 2027-04-18.",
    ),
    "a date on another day": (
        "race-date",
        "Saturday 18 April 2027",
        "--race-date 'Saturday 18 April 2027' does not fit: 2027-04-18 is a Sunday. Write the one "
        "that you mean.",
    ),
    "half an exchange": (
        "swap",
        "squats=",
        "--swap 'squats=' is no exchange. Write the exercise to leave out, =, and the one to do "
        "for it: squats=lunges.",
    ),
    "an exercise alone": (
        "swap",
        "squats",
        "--swap 'squats' is no exchange. Write the exercise to leave out, =, and the one to do "
        "for it: squats=lunges.",
    ),
    "an exchange of what there is not": (
        "swap",
        "squats=lunches",
        "There is no exercise 'lunches'; did you mean 'lunges'? befit exercises lists them all.",
    ),
    "an exchange of one": (
        "swap",
        "squats=squat",
        "--swap 'squats=squat' is one exercise and no exchange. Say another exercise for squats.",
    ),
    "an exchange for two": (
        "swap",
        "squats=lunges,squats=rdl",
        "--swap exchanges squats twice, for lunges and for romanian-deadlifts. Say one of them.",
    ),
    "without": (
        "without",
        "squads",
        "There is no exercise 'squads'; did you mean 'squats'? befit exercises lists them all.",
    ),
    "an exercise that nothing resembles": (
        "without",
        "burpees",
        "There is no exercise 'burpees'. befit exercises lists them all.",
    ),
    "one exercise of several": (
        "without",
        "planks and burpees",
        "There is no exercise 'burpees'. befit exercises lists them all.",
    ),
    "without several at once": (
        "without",
        "squats,calf",
        "'calf' could be Calf raises (calf-raises) or Heel raises (heel-raises): say which.",
    ),
    "a date without its year": (
        "race-date",
        "18 April",
        "--race-date '18 April' has no year. Write the year after it, or all of it as YYYY-MM-DD.",
    ),
    "a date in numbers without its year": (
        "race-date",
        "18/4",
        "--race-date '18/4' has no year. Write the year after it, or all of it as YYYY-MM-DD.",
    ),
    "a day of leap years without its year": (
        "race-date",
        "29 de febrero",
        "--race-date '29 de febrero' has no year. Write the year after it, or all of it as "
        "YYYY-MM-DD.",
    ),
    "a date with half a year": (
        "race-date",
        "18.4.27",
        "--race-date '18.4.27' is not a date. Write it as YYYY-MM-DD, for example 2027-04-18.",
    ),
    "a date that does not exist": (
        "race-date",
        "2027-02-30",
        "--race-date '2027-02-30' is not a date. Write it as YYYY-MM-DD, for example 2027-04-18.",
    ),
    "a date written without dashes": (
        "race-date",
        "20270418",
        "--race-date '20270418' is not a date. Write it as YYYY-MM-DD, for example 2027-04-18.",
    ),
    "a date too early": (
        "race-date",
        "1968-12-31",
        "--race-date 1968-12-31 is out of range; the year is 1969 to 2200.",
    ),
    "a date too late": (
        "race-date",
        "2201-01-01",
        "--race-date 2201-01-01 is out of range; the year is 1969 to 2200.",
    ),
}


@pytest.mark.parametrize(("option", "value", "sentence"), WRONG.values(), ids=WRONG)
def test_what_means_nothing_is_answered_with_what_there_is(option: str, value: Any, sentence: str):
    with pytest.raises(UsageError) as wrong:
        read_athlete({option: value}, CATALOGUE)
    assert str(wrong.value) == sentence


@pytest.mark.parametrize("day", [date(1969, 1, 1), date(2200, 12, 31)], ids=str)
def test_the_first_and_the_last_year_count(day: date):
    assert read_athlete({"race-date": str(day)}, CATALOGUE).race_date == day


def test_no_day_free_is_an_answer_of_its_own():
    assert read_athlete({"days": "none"}, CATALOGUE).days == ()


def assumed(**said: Any) -> str:
    words = {name.replace("_", "-"): value for name, value in said.items()}
    return assumptions(words, read_athlete(words, CATALOGUE))


def test_what_was_assumed_is_one_line_with_the_options_that_change_it():
    assert assumed() == (
        "Assumed: 10k (--race), 2 sessions (--sessions), beginner (--level), home kit (--kit), "
        "30 minutes (--minutes), long run Sunday (--long-run), hard run Wednesday (--hard)."
    )


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ({"race": "half"}, "--race"),
        ({"sessions": 2}, "--sessions"),
        ({"level": "beginner"}, "--level"),
        ({"kit": "home"}, "--kit"),
        ({"minutes": 30}, "--minutes"),
        ({"long_run": "none"}, "--long-run"),
        ({"hard": "none"}, "--hard"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_was_said_is_not_assumed_even_where_it_is_the_default(said: dict[str, Any], word: str):
    assert word not in assumed(**said)
    assert assumed(**said).count("(--") == 6


def test_who_said_everything_is_told_nothing():
    assert (
        assumed(
            race="half",
            sessions=2,
            level="beginner",
            kit="none",
            minutes=30,
            long_run="none",
            hard="none",
        )
        == ""
    )


GYM, HOME = (tuple(sorted(KIT_PRESETS[name])) for name in ("gym", "home"))
GYM_AND_HOME = {Day.THU: HOME}


@pytest.mark.parametrize(
    ("said", "kit", "by_day"),
    [
        pytest.param(["gym", "thu=home"], GYM, GYM_AND_HOME, id="once for each"),
        pytest.param("gym; thu=home", GYM, GYM_AND_HOME, id="in one text"),
        pytest.param(["thu=home"], Athlete().kit, GYM_AND_HOME, id="of one day alone"),
        pytest.param(
            ["none", "thu,sat=home", "sat=none"],
            (),
            GYM_AND_HOME | {Day.SAT: ()},
            id="the later one of a day counts",
        ),
        pytest.param(
            ["home,dumbbell", "jueves=mancuernas y goma"],
            tuple(sorted((*KIT_PRESETS["home"], Kit.DUMBBELL))),
            {Day.THU: (Kit.BAND, Kit.DUMBBELL)},
            id="in words that people use",
        ),
    ],
)
def test_kit_may_be_another_on_some_days(
    said: object, kit: tuple[Kit, ...], by_day: dict[Day, tuple[Kit, ...]]
) -> None:
    athlete = read_athlete({"kit": said}, CATALOGUE)
    assert (athlete.kit, athlete.kit_by_day) == (kit, by_day)
    assert read_athlete(words_for(athlete), CATALOGUE) == athlete


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("gym,thu=home", id="kit and a day in one"),
        pytest.param("tue=gym,thu=home", id="two days in one"),
        pytest.param("funday=home", id="what is no day"),
        pytest.param("=home", id="no day"),
    ],
)
def test_kit_of_what_is_no_day_is_told_how(said: str) -> None:
    with pytest.raises(UsageError, match="--kit gym --kit thu=home"):
        read_athlete({"kit": [said]}, CATALOGUE)


@pytest.mark.parametrize(
    ("said", "known", "kit", "days"),
    [
        pytest.param(["thu=none"], "gym", GYM, {Day.THU: ()}, id="a day more"),
        pytest.param(["thu=none"], "gym; thu=home; sat=home", GYM, {Day.THU: ()}, id="again"),
        pytest.param(["none"], "gym; thu=home", (), {}, id="all of it"),
    ],
)
def test_kit_of_a_day_leaves_the_others_what_they_had(
    said: list[str], known: str, kit: tuple[Kit, ...], days: dict[Day, tuple[Kit, ...]]
) -> None:
    athlete = read_athlete(merged({"kit": said}, {"kit": known}), CATALOGUE)
    assert athlete.kit == kit
    assert {day: athlete.kit_by_day.get(day) for day in days} == days
    assert (Day.SAT in athlete.kit_by_day) is ("sat" in known)
