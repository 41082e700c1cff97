"""What a runner says in words -> an athlete, or one sentence about the first word that means
nothing.
"""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import CATALOGUE

from befit_cli.errors import UsageError
from befit_cli.runner.vocabulary import KIT_PRESETS, KIT_WORDS
from befit_cli.runner.words import assumptions, read_athlete, remarks
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


@pytest.mark.parametrize(
    ("race", "words"),
    [
        (Race.FIVE_K, "5km, 5 k, 5 kilometres, 3.1 miles, 5, 3k, 1 mile"),
        (Race.TEN_K, "10 km, 10-k, 6.2 mi, 8k, 5 miles"),
        (
            Race.HALF,
            "half marathon, Half-Marathon, HM, 21k, 21.1, 21.1km, 13.1 miles, 15k, 10 miles",
        ),
        (Race.MARATHON, "full marathon, 42k, 42.2, 42.195 km, 26.2 miles, 30k, 20 miles"),
        (Race.NONE, "no, off, NONE"),
    ],
    ids=str,
)
def test_a_race_has_many_names(race: Race, words: str):
    understood = {word: read_athlete({"race": word}, CATALOGUE).race for word in words.split(", ")}
    assert understood == dict.fromkeys(understood, race)


@pytest.mark.parametrize("word", ["3k", "8k", "5 miles", "15k", "10 miles", "30k", "20 miles"])
def test_a_race_between_two_of_befits_is_told_which_plan_it_gets(word: str):
    race = read_athlete({"race": word}, CATALOGUE).race
    assert remarks({"race": word}) == [f"'{word}' gets the plan for the next longer race: {race}."]


@pytest.mark.parametrize(
    "word",
    [*Race, "HM", "21.1", "21k", "42k", "13.1 miles", "26.2 miles", "6.2 miles", "off", None],
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


@pytest.mark.parametrize(
    ("thing", "words"),
    [
        (Kit.BACKPACK, "backpacks, rucksack, Rucksacks"),
        (
            Kit.BAND,
            "bands, resistance band, resistance-bands, rubber band, loop, loops, theraband, "
            "mini band",
        ),
        (Kit.BARBELL, "barbells, bar, rack"),
        (Kit.BENCH, "benches, chair, chairs, sofa"),
        (Kit.BOX, "boxes"),
        (Kit.DUMBBELL, "dumbbells, dumb bell, Dumb Bells"),
        (Kit.KETTLEBELL, "kettlebells, kettle, kettle bell"),
        (Kit.MACHINE, "machines, leg press"),
        (Kit.PULL_UP_BAR, "pull up bar, pullup bar, pull-up bars, chin-up bar"),
        (Kit.STEP, "steps, stair, stairs"),
        (Kit.TOWEL, "towels"),
    ],
    ids=str,
)
def test_a_thing_has_many_names(thing: Kit, words: str):
    understood = {word: read_athlete({"kit": word}, CATALOGUE).kit for word in words.split(", ")}
    assert understood == dict.fromkeys(understood, (thing,))


@given(things=st.lists(st.sampled_from([*KIT_PRESETS, *Kit, *KIT_WORDS]), min_size=1, max_size=5))
def test_kit_means_the_same_with_blanks_as_with_commas(things: list[str]):
    said = [read_athlete({"kit": text.join(things)}, CATALOGUE) for text in (" ", ", ")]
    assert said[0] == said[1]


@pytest.mark.parametrize(
    ("niggle", "words"),
    [
        (Niggle.BONE_STRESS, "stress-fracture, stress fractures, bone, stress, bone stress"),
        (Niggle.RUNNERS_KNEE, "runner's knee, runners knee, Runner’s Knee, kneecap"),
        (Niggle.ITB, "it band, IT-band"),
        (Niggle.SHIN, "shins, shin splints"),
        (Niggle.LOW_BACK, "low back, lower back"),
        (Niggle.PLANTAR, "plantar fasciitis, heel spur"),
        (Niggle.ACHILLES, "achilles tendon"),
        (Niggle.HAMSTRING, "hamstrings, hammy"),
    ],
    ids=str,
)
def test_a_sore_spot_has_many_names(niggle: Niggle, words: str):
    understood = {
        word: read_athlete({"niggle": word}, CATALOGUE).niggles for word in words.split(", ")
    }
    assert understood == dict.fromkeys(understood, (niggle,))


OTHER_SPOTS = ["hip", "calf", "groin", "ankle", "toe", "chin", "foot", "neck", "shoulder", "thigh"]


@pytest.mark.parametrize("spot", OTHER_SPOTS)
def test_a_part_of_the_body_never_suggests_another(spot: str):
    with pytest.raises(UsageError) as refused:
        read_athlete({"niggle": spot}, CATALOGUE)
    assert str(refused.value) == (
        f"'{spot}' is not a niggle; the niggles are runners-knee, itb, plantar, shin, achilles, "
        "low-back, hamstring, bone-stress."
    )


@pytest.mark.parametrize(
    "word", ["tibia", "metatarsal", "heel bone", "fracture", "broken bone in foot"]
)
def test_what_sounds_like_a_bone_suggests_bone_stress(word: str):
    with pytest.raises(UsageError) as refused:
        read_athlete({"niggle": word}, CATALOGUE)
    assert str(refused.value) == f"'{word}' sounds like a bone; did you mean 'bone-stress'?"


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
    "near a race": (
        "race",
        "maraton",
        "'maraton' is not a race; the races are 5k, 10k, half, marathon, none; did you mean "
        "'marathon'?",
    ),
    "a name without end": (
        "name",
        "a" * 61,
        "--name has 61 characters, and a name 60 at most. Write what you are called, such as Ana.",
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
        "--name has U+DCFF in it, which nobody can see. Write what you are called, such as Ana.",
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
    "a span to no day": (
        "days",
        "mon-xyz",
        "'xyz' is not a day; the days are mon, tue, wed, thu, fri, sat, sun.",
    ),
    "half a span": (
        "days",
        "mon-",
        "'mon-' is not a day; the days are mon, tue, wed, thu, fri, sat, sun; did you mean "
        "'monday'?",
    ),
    "near a day": (
        "days",
        "tues,satt",
        "'satt' is not a day; the days are mon, tue, wed, thu, fri, sat, sun; did you mean "
        "'saturday'?",
    ),
    "a day of two letters": (
        "long-run",
        "su",
        "'su' is not a day; the days are mon, tue, wed, thu, fri, sat, sun; did you mean 'sunday'?",
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
        "'sore heel' could be plantar (heel or sole) or achilles (back of the heel): say which.",
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
    "without several at once": (
        "without",
        "squats,calf",
        "'calf' could be Calf raises (calf-raises) or Heel raises (heel-raises): say which.",
    ),
    "race date": (
        "race-date",
        "18.4.2027",
        "--race-date '18.4.2027' is not a date. Write it as YYYY-MM-DD, for example 2027-04-18.",
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
