"""What a running plan's title says of a day, and what its week adds to that."""

from __future__ import annotations

from collections.abc import Callable
from csv import DictReader
from io import StringIO
from pathlib import Path
from typing import Any
from unicodedata import combining, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from befit_cli.runs.kinds import Reading, kind_of, read_days
from befit_cli.runs.titles import LONGEST_READ
from befit_cli.values import Day
from befit_cli.values.running_plan import Entry, PlannedRun, RunKind

FILES = Path(__file__).parents[1] / "data" / "running-plans"
OTHER, REST, EASY, HARD, LONG, BOTH, RACE = RunKind


def titled(kind: RunKind, *titles: str) -> list[object]:
    """A case for each title, named by it."""
    return [pytest.param(title, kind, id=f"{title} is {kind}") for title in titles]


ANOTHER_SPORT_OPENS = titled(
    OTHER,
    "Bike - tempo 40 min",
    "Swim",
    "Strength",
    "🚴 Easy 60 min",
    "🏊‍♀️ 2 km",
    "Gym: legs 3x8",
    "Core + mobility",
    "Yoga 30 min",
    "XT 45 min",
    "Cross-training",
    "Fuerza tren inferior",
    "Bici 2 h",
    "Natación",
    "Walk 30 min",
    "Swim, 2 km",
    "Aqua jog 40 min",
    "Mon: Strength training",
    "X-T 45 min",
    "Cross-T 40'",
    "S&C A",
    "S & C session",
    "Swim drills + 1500 m",
    "Natación: técnica + 1000 m",
    "Row 10 min + 2000 m",
)
ANOTHER_SPORT_STANDS_BESIDE_A_RUN = [
    *titled(EASY, "Easy run + strength", "Strength + easy run 5k", "Bike 60 min + run 20 min"),
    *titled(EASY, "5 mi easy, then core", "Run to the gym and back", "Easy with core after"),
    *titled(EASY, "S&C + 5k easy", "5k easy + S&C", "Gym + 3000 m", "Bike 60 min + 5k"),
    *titled(HARD, "2 x T 10 min"),
    *titled(HARD, "Tempo + gym", "Core and 6 km tempo run", "Strength, tempo 30"),
    *titled(EASY, "AM gym / PM 8k easy", "Gimnasio + 30' CC", "Easy or XT"),
    *titled(
        OTHER,
        "Core, 3x10",
        "Yoga, easy",
        "Yoga or rest",
        "Cross-training o descanso",
        "Fuerza, 3 series de 10",
        "Bike, tempo 40 min",
    ),
    *titled(LONG, "Long run + yoga"),
]
REST_DAYS = titled(
    REST,
    "Rest",
    "OFF",
    "Day off",
    "Rest day 😴",
    "Rest or easy",
    "Rest or cross-train",
    "Rest or 5k easy",
    "Easy run or rest",
    "Complete rest",
    "Descanso",
    "Descanso activo",
    "Día libre",
    "Travel / rest",
    "No training",
    "Reposo",
    "",
    "  ",
    "-",
    "0 km",
)
NO_REST = [
    *titled(HARD, "8x400 with 90 s rest", "1 min on / 1 min off x 10", "Series 6x500 descanso 2'"),
    *titled(EASY, "Off-road 10 km", "Rodaje libre 40'"),
]
RACES = titled(
    RACE,
    "Race",
    "Race day!",
    "Competencia 10 km",
    "Race, 10K",
    "🏁 Berlin",
    "parkrun",
    "Park run",
    "5k time trial",
    "3k TT",
    "Tune-up race 10k",
    "10K tune-up",
    "10K goal race",
    "Test 5k",
    "Test de 3000 m",
    "Carrera 10K",
    "Carrera",
    "Competición",
    "Media maratón (carrera)",
    "Marathon",
    "MARATHON!",
    "Half marathon",
    "½ marathon",
    "Race: ½ maratón",
    "London Marathon",
    "Maratón de Valencia",
    "Week 12: Race",
    "Turkey trot",
    "42.2 km",
    "Berlin Half",
    "Control 5k",
    "5k PB attempt",
    "Cross de Atapuerca",
    "8K–15K tune-up race (total 9–13 mi)",
)
NO_RACE = [
    *titled(HARD, "6 km at race pace", "Ritmo de carrera 5 km", "8k at race effort"),
    *titled(HARD, "Dress rehearsal 4 mi with 2 at race pace", "Race simulation 12 km"),
    *titled(EASY, "Pre-race shakeout", "Easy parkrun", "Race week: easy 5k", "10K", "10k easy"),
    *titled(EASY, "Carrera continua 45'", "Carrera 8 km", "Carrera suave", "Técnica de carrera"),
    *titled(EASY, "Recovery jog after the race", "Carrera 10 km suave"),
    *titled(LONG, "Half marathon long run"),
]
ANOTHER_SPORT = titled(
    OTHER,
    "Easy spin",
    "Recovery swim 2 km",
    "Intervals on the bike",
    "Upper body",
    "Long ride 80 km",
)
HARD_RUNS = titled(
    HARD,
    "8x400",
    "8 x 400 m",
    "6×1.6k",
    "10 x 1'",
    "3 x (8' + 2')",
    "4x1mi @ T",
    "6 x ½ mile",
    "2½ miles tempo",
    "5 x 1,000 m at 5K pace",
    "4 by 1 mile",
    "Interval session: 8 x 400m",
    "Intervalos",
    "Mile repeats",
    "400s on the track",
    "Tempo 20 min",
    "15k, middle 5k @MP",
    "15k, 6x1.6k @TMP",
    "LT run",
    "Lactate threshold 10 km",
    "Sub-threshold 40 min",
    "Cruise intervals",
    "VO2max",
    "Fartlek 40 min",
    "farlek 10x1'/1'",
    "Hill repeats",
    "Hills 8 x 60 s",
    "10 x 30 s hill repeats",
    "Speedwork",
    "Speed work",
    "Track",
    "HM pace 8 km",
    "5 mi @ 10k",
    "10k w/ last 3k fast",
    "4 x mile",
    "SOS: Strength 6x1 mi",
    "Strength: 3 x 2 miles @ MP-10",
    "Speed play",
    "Intervals (walk recoveries)",
    "Over & unders",
    "T",
    "10-20-30",
    "Fast finish 8 mi",
    "Yasso 800s",
    "30/30",
    "3 min fast, 2 min easy",
    "2E + 3T + 2E",
    "2 km WU, 5 km tempo, 2 km CD",
    "5 x 1k w/ 400 recovery jog between",
    "Zone 4 20 min",
    "Series 10x200",
    "Umbral 3x10'",
    "Cambios de ritmo",
    "Ritmo de media 8 km",
    "8 cuestas de 200 m",
    "Pista",
    "Pirámide",
    "CCV 30'",
    "Rodaje con final rápido",
)
LONG_RUNS = [
    *titled(
        LONG, "Long run", "LR 16 mi", "LSD", "Long run 9 mi, easy", "Sunday long 20k", "L 18 km"
    ),
    *titled(LONG, "Long: 14 mi", "Long easy run", "18 km long", "Longest run", "🏃 Long run"),
    *titled(
        LONG, "Tirada larga 20 km", "Tirada 18 km", "Rodaje largo", "Fondo 90'", "Long hilly run"
    ),
    *titled(
        LONG, "Long, hilly", "Salida larga 2h", "Easy-long", "Long run 12 mi + 6 x 100 m strides"
    ),
    *titled(BOTH, "Long run 18 mi with 10 @ MP", "Long run, fast finish", "LR w/ 3x10 min tempo"),
    *titled(BOTH, "Tirada 22 km (6+6 a ritmo de media)", "Tirada de 20, 8 a ritmo media"),
    *titled(EASY, "Tirada media 14 km"),
    *titled(BOTH, "Tirada larga con final rápido", "Rodaje largo con cambios de ritmo"),
    *titled(EASY, "Medium-long run 11 mi", "Medium long 12", "MLR 11", "Tirada corta 6 km"),
    *titled(HARD, "Long intervals 4 x 2 km", "Long hills 6x90s"),
]
EASY_RUNS = titled(
    EASY,
    "Easy",
    "E 8k",
    "8k E",
    "Recovery {3:5}",
    "General aerobic 8 mi",
    "GA + speed 8 mi w/ 10 x 100",
    "Base run",
    "Z1-2 50 min",
    "Zone 2",
    "8k jog",
    "Shake-out 20 min",
    "Easy 5 mi @ 9:30 pace",
    "Easy hills",
    "Easy run, steady effort",
    "Rodaje suave",
    "Trote 30'",
    "Regenerativo",
    "Recuperación 6 km",
    "CCC 40'",
    "CCL 50'",
    "Run/walk 30 min",
    "8 x (1 min run, 1 min walk)",
    "Easy, no intervals",
    "Not a race: easy 5k",
    "Don't race, easy 5k",
    "2x20 min easy (double)",
    "Easy 8 km @ MP+60",
    "Post-marathon recovery",
    "C25K week 3",
    "Activación + rectas",
    "5Km C.C.",
    "XC",
)
PERHAPS_HARD = titled(
    HARD,
    "Hills",
    "Hilly 10 km",
    "Progression run",
    "8 mi (steady)",
    "Speed",
    "Workout",
    "Quality",
    "10 km @ 4:30 pace",
    "Cuestas",
    "Rodaje progresivo",
    "10 km fuerte",
    "12 km at MP+20",
    "CCM 40'",
    "Club session",
    "2 km easy warm up, 6 km steady, 2 km cool down",
)
ANY_RUN = titled(
    EASY, "Run", "🏃", "8 km", "6 mi", "45 min", "1h15", "40'", "10", "5-6 miles", "Trail 12 km"
) + titled(EASY, "Rodaje 10 km", "CC 40'", "Treadmill", "30 min run", "running: 2h run")
NO_RUN = titled(
    OTHER,
    "Dentist",
    "Team meeting 30 min",
    "Buy shoes",
    "Call mum",
    "Pick up race bib",
    "Meeting @ 10",
    "Half term",
)
STRIDES = [
    *titled(EASY, "Easy with 4 x 20 s strides", "Easy + speed {5:8} with 6 x 100 m strides"),
    *titled(EASY, "8 km, strides 6x20s", "6 km + 6 rectas", "Rodaje 8 km + 5 x 80 m progresivos"),
    *titled(EASY, "8 km + 6 x 10 s hill sprints", "5 mi w/ 8 x 10 sec hill sprints", "Strides"),
    *titled(EASY, "6 mi incl. 6x100m accelerations", "40' + 6 progresivos de 100 m"),
    *titled(EASY, 'Run 5 km + 6 x 10" cuestas', "8 km + 6 x 100 m", "Strides (6 x 20 s)"),
    *titled(HARD, "8 x 400 m + 4 strides", "10 x 200 m and strides", "Tempo 5 km + 6 strides"),
]

IN_GERMAN = [
    *titled(HARD, "Intervalle", "Intervalltraining", "Tempolauf 8 km", "Tempodauerlauf 40 min"),
    *titled(HARD, "Fahrtspiel 45 Minuten", "Schwellenlauf", "10 km im Wettkampftempo"),
    *titled(HARD, "Wettkampf-Tempo 5 km", "2 km Einlaufen, Tempowechsel, Auslaufen"),
    *titled(HARD, "Zügiger Dauerlauf", "GA2 12 km", "Hügellauf", "Steigerungslauf 10 km"),
    *titled(LONG, "Langer Lauf", "Langer Dauerlauf 28 km", "Lang 20 km", "Woche 3: Langer Lauf"),
    *titled(BOTH, "Langer Lauf mit Endbeschleunigung", "Langer Lauf, letzte 5 km schnell"),
    *titled(EASY, "Dauerlauf 10 km", "Lockerer Dauerlauf", "Regeneration", "GA1 60 min"),
    *titled(EASY, "Steigerungen", "8 km locker + 5 Steigerungen", "Lauf-ABC", "1 Stunde laufen"),
    *titled(EASY, "Locker 8 km vor dem Wettkampf", "Lauf + Krafttraining", "Einlaufen"),
    *titled(RACE, "Wettkampf", "Wettkampf 10 km", "Volkslauf", "Halbmarathon", "Sonntag: Rennen"),
    *titled(REST, "Ruhetag", "Ruhetag oder Yoga", "Pause", "frei", "Kein Training"),
    *titled(OTHER, "Krafttraining", "Rad 2 h", "Schwimmen", "Rumpfstabi", "Spaziergang"),
]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        *IN_GERMAN,
        *ANOTHER_SPORT_OPENS,
        *ANOTHER_SPORT_STANDS_BESIDE_A_RUN,
        *REST_DAYS,
        *NO_REST,
        *RACES,
        *NO_RACE,
        *ANOTHER_SPORT,
        *HARD_RUNS,
        *LONG_RUNS,
        *EASY_RUNS,
        *PERHAPS_HARD,
        *ANY_RUN,
        *NO_RUN,
        *STRIDES,
    ],
)
def test_a_title_says_what_a_day_has(title: str, kind: RunKind) -> None:
    assert kind_of(title).kind == kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        *titled(HARD, "Lactate threshold {6:10} with {3:5} at threshold"),
        *titled(
            HARD, "5 x 1,000 m at 5K pace {7:11}", "Dress rehearsal {4:6} with {1:2} at race pace"
        ),
        *titled(HARD, "6 x 800 m @ 5 km pace", "running: 15k, 6x1.6k @TMP\n- warmup: 2km @z2"),
        *titled(HARD, "running: 15k, middle 5k @MP"),
        *titled(LONG, "Long run {9:14}", "Long run with a title that is longer than a line may be"),
        *titled(RACE, "5K tune-up race {6:10}", "10K goal race {9:14}", "Race, 10K"),
        *titled(EASY, "Easy {5:8}", "Easy + speed {5:8} with 6 x 100 m strides", "running: 8k jog"),
        *titled(EASY, "Easy 5 mi with 6 x 100 m strides", "45 min easy run"),
        *titled(OTHER, "Gym strength", "Dentist"),
    ],
)
def test_titles_are_read_as_plans_and_feeds_have_them(title: str, kind: RunKind) -> None:
    assert kind_of(title).kind == kind


@pytest.mark.parametrize(
    ("title", "sign"),
    [
        pytest.param("Lactate threshold {6:10}", "Lactate threshold", id="the words, not a part"),
        pytest.param("Pirámide 1-2-3-2-1", "Pirámide", id="as the title has it"),
        pytest.param("Wed: 8 x 400 m", "8 x 400 m", id="a count and what is counted"),
        pytest.param("Long run, last 5 km at MP", "Long run, MP", id="both of two"),
        pytest.param("Easy with strides", "Easy", id="an easy word"),
        pytest.param("(Yoga)", "Yoga", id="another sport, without what stands round it"),
        pytest.param("8 km", "", id="none for a distance alone"),
        pytest.param("Dentist", "", id="none where nothing is known"),
        pytest.param("6 x 20 s strides", "6 x 20 s strides", id="strides where there is no more"),
        pytest.param("🏁 Valencia", "🏁", id="an emoji"),
    ],
)
def test_the_sign_is_what_decided(title: str, sign: str) -> None:
    assert kind_of(title).sign == sign


@pytest.mark.parametrize(
    "title", ["Tempo within the long run", "8 km", "45 min", "6 x 20 s strides"]
)
def test_of_what_a_size_or_two_signs_say_befit_is_sure(title: str) -> None:
    assert kind_of(title).sure


@pytest.mark.parametrize("title", [case.values[0] for case in PERHAPS_HARD])
def test_what_may_be_hard_is_asked_about(title: str) -> None:
    assert not kind_of(title).sure


@pytest.mark.parametrize(
    "title", [case.values[0] for case in [*HARD_RUNS, *LONG_RUNS, *EASY_RUNS, *RACES, *REST_DAYS]]
)
def test_of_what_a_plain_sign_says_befit_is_sure(title: str) -> None:
    assert kind_of(title).sure


@pytest.mark.parametrize(
    ("mark", "title", "kind"),
    [
        pytest.param("EASY_RUN", "5 km tempo", EASY, id="before a word"),
        pytest.param("WALK_RUN", "8 x 1 min run", EASY, id="runs with walks"),
        pytest.param("TEMPO", "Easy 5 km", HARD, id="tempo"),
        pytest.param("INTERVALS", "Lunch run", HARD, id="intervals"),
        pytest.param("LONG_RUN", "16 km", LONG, id="long"),
        pytest.param("LONG_RUN", "16 km with 5 km at MP", BOTH, id="long, and hard by its title"),
        pytest.param("LONG_RUN", "Easy 16 km", LONG, id="long, and easy by its title"),
        pytest.param("RACE", "Berlin", RACE, id="a race"),
        pytest.param("LEGS_AND_CORE", "Runner's legs", OTHER, id="strength"),
        pytest.param("NOVELTY", "Tempo", HARD, id="an unknown one leaves it to the title"),
    ],
)
def test_the_mark_of_an_app_decides_before_any_word(mark: str, title: str, kind: RunKind) -> None:
    assert kind_of(title, mark) == Reading(kind, "" if mark != "NOVELTY" else title, sure=True)


def of_a_run(title: str, **known: object) -> Entry:
    return Entry(title=title, **known)


def week(**titles: str) -> dict[Day, PlannedRun]:
    return read_days({Day(day): [of_a_run(title)] for day, title in titles.items()})


def kinds(days: dict[Day, PlannedRun]) -> dict[str, str]:
    return {str(day): str(run.kind) for day, run in days.items()}


@pytest.mark.parametrize(
    ("titles", "long"),
    [
        pytest.param({"tue": "10 km", "sun": "12 km"}, {"sun"}, id="1.2 times the second"),
        pytest.param({"tue": "10 km", "sun": "11.9 km"}, set(), id="less than that"),
        pytest.param({"tue": "5 mi", "sun": "9 km"}, set(), id="miles beside kilometres"),
        pytest.param({"tue": "5 mi", "sun": "10 km"}, {"sun"}, id="more kilometres than miles"),
        pytest.param({"tue": "40 min", "sun": "1h15"}, {"sun"}, id="by minutes"),
        pytest.param({"tue": "40'", "sun": "45'"}, set(), id="by minutes, about as long"),
        pytest.param({"tue": "15k", "sun": "2h run"}, {"sun"}, id="kilometres beside hours"),
        pytest.param({"sat": "2h run", "sun": "3h run"}, {"sat", "sun"}, id="two hours are long"),
        pytest.param({"tue": "5 km", "sat": "Long run", "sun": "20 km"}, {"sat"}, id="one is told"),
        pytest.param({"tue": "5 km", "sat": "Race 5 km", "sun": "20 km"}, set(), id="a race"),
        pytest.param({"sun": "20 km"}, set(), id="nothing to compare it with"),
        pytest.param({"tue": "Easy", "sun": "Easy"}, set(), id="no sizes"),
        pytest.param({"tue": "Rest", "wed": "Bike 80 km", "sun": "20 km"}, set(), id="no runs"),
        pytest.param({"tue": "8 km @ 10k pace", "sun": "9 km"}, set(), id="a pace is no size"),
        pytest.param({"tue": "5 km {3:5}", "sun": "Easy {6:10}"}, {"sun"}, id="two units at once"),
    ],
)
def test_the_longest_run_of_a_week_without_a_long_run_is_the_long_run(
    titles: dict[str, str], long: set[str]
) -> None:
    days = week(**titles)
    assert {day for day, run in days.items() if run.kind in (LONG, BOTH)} == long


def test_what_is_long_by_its_size_is_asked_about() -> None:
    long = week(tue="10 km", sun="16 km")[Day.SUN]
    assert long == PlannedRun(kind=LONG, title="16 km", sure=False)


def test_a_hard_run_that_is_the_longest_is_long_and_hard() -> None:
    assert week(tue="10 km", sun="24 km, 12 @ MP")[Day.SUN].kind == BOTH


def test_the_size_beside_a_title_counts_before_the_one_in_it() -> None:
    days = read_days(
        {
            Day.TUE: [of_a_run("6 x 800 m @ 5 km pace", kilometres=10.0)],
            Day.SAT: [of_a_run("Easy", kilometres=6.0)],
            Day.SUN: [of_a_run("Easy 5 km", kilometres=15.0)],
        }
    )
    assert kinds(days) == {"tue": "hard", "sat": "easy", "sun": "long"}


def test_minutes_beside_a_title_count_where_nothing_has_a_distance() -> None:
    days = read_days(
        {
            Day.TUE: [of_a_run("Easy", minutes=40)],
            Day.SUN: [of_a_run("Easy", minutes=70)],
        }
    )
    assert kinds(days) == {"tue": "easy", "sun": "long"}


def test_a_distance_beside_unknown_words_is_a_run() -> None:
    days = read_days({Day.TUE: [of_a_run("Round the lake", kilometres=8.0)]})
    assert kinds(days) == {"tue": "easy"}


@pytest.mark.parametrize(
    ("titles", "kind", "title"),
    [
        pytest.param(["Easy", "8x400"], HARD, "8x400", id="easy and hard"),
        pytest.param(["8x400", "Gym"], HARD, "8x400", id="another sport"),
        pytest.param(["Rest", "Yoga"], REST, "Rest", id="rest and another sport"),
        pytest.param(["Long run", "Race 10K"], RACE, "Race 10K", id="a race is the hardest"),
        pytest.param(["Tempo", "Long run"], BOTH, "Long run + Tempo", id="long and hard"),
        pytest.param(["Long run", "Easy"], LONG, "Long run", id="long and easy"),
        pytest.param(["5 km", "9 km"], EASY, "9 km", id="of two easy ones the longer"),
    ],
)
def test_of_two_entries_on_a_day_the_harder_stands(
    titles: list[str], kind: RunKind, title: str
) -> None:
    for several in (titles, titles[::-1]):
        run = read_days({Day.WED: [of_a_run(each) for each in several]})[Day.WED]
        assert (run.kind, run.title) == (kind, title)


def test_days_stand_in_their_order_and_a_day_without_entries_is_not_there() -> None:
    entries = {Day.SUN: [of_a_run("Long run")], Day.WED: [], Day.MON: [of_a_run("")]}
    assert kinds(read_days(entries)) == {"mon": "rest", "sun": "long"}


@pytest.mark.parametrize(
    ("titles", "key"),
    [
        pytest.param(
            "Rest or cross-train|Lactate threshold {6:10} with {3:5} at threshold|Rest|Easy {5:8}|Rest|Recovery {3:5}|Long run {9:14}",
            {"tue": "hard", "sun": "long"},
            id="a threshold and a long run",
        ),
        pytest.param(
            "Rest or cross-train|Easy + speed {5:8} with 6 x 100 m strides|Rest|5 x 1,000 m at 5K pace {7:11}|Rest|Recovery {3:5}|Long run {8:13}",
            {"thu": "hard", "sun": "long"},
            id="strides on Tuesday",
        ),
        pytest.param(
            "Rest|Easy {5:8}||Easy {4:6}|Rest|5K tune-up race {6:10}|Long run {8:13}",
            {"sat": "race", "sun": "long"},
            id="a race before the long run",
        ),
        pytest.param(
            "Rest|Easy {4:6}|Dress rehearsal {4:6} with {1:2} at race pace|Rest|Easy {3:5}|Rest|10K goal race {9:14}",
            {"wed": "hard", "sun": "race"},
            id="the race's week",
        ),
        pytest.param(
            "rest|running: 15k, 6x1.6k @TMP|running: 8k jog|running: 15k, middle 5k @MP||running: 2h run|running: 3h run",
            {"tue": "hard", "thu": "hard", "sat": "long", "sun": "long"},
            id="long by their hours",
        ),
        pytest.param(
            "rest|8k jog|15k, 6x1.6k @TMP|rest|8k jog|3h run|rest",
            {"wed": "hard", "sat": "long"},
            id="one of three hours",
        ),
        pytest.param(
            "Descanso|Rodaje 8 km|Series 6x800|Descanso|Rodaje 8 km + rectas|Descanso|Rodaje 18 km",
            {"wed": "hard", "sun": "long"},
            id="in Spanish",
        ),
    ],
)
def test_a_week_has_the_key_runs_that_a_runner_sees_in_it(titles: str, key: dict[str, str]) -> None:
    days = week(**dict(zip(map(str, Day), titles.split("|"), strict=True)))
    found = kinds(days)
    assert {day: kind for day, kind in found.items() if kind not in ("rest", "easy")} == key


KNOWN = st.sampled_from(
    [
        case.values[0]
        for cases in (
            RACES,
            NO_RACE,
            HARD_RUNS,
            LONG_RUNS,
            EASY_RUNS,
            PERHAPS_HARD,
            ANY_RUN,
            REST_DAYS,
        )
        for case in cases
    ]
)


@given(KNOWN, st.sampled_from([str.upper, str.lower, str.title]))
def test_case_makes_no_difference(title: str, change: Callable[[str], str]) -> None:
    assert kind_of(change(title)).kind == kind_of(title).kind


@given(KNOWN)
def test_accents_make_no_difference_however_they_are_written(title: str) -> None:
    apart = normalize("NFD", title)
    without = "".join(letter for letter in apart if not combining(letter))
    assert kind_of(apart).kind == kind_of(without).kind == kind_of(title).kind


@given(KNOWN, st.text(" \t\n\u00a0", max_size=5), st.text(" \t\n\u00a0", max_size=5))
def test_blanks_around_a_title_make_no_difference(title: str, before: str, after: str) -> None:
    assert kind_of(f"{before}{title}{after}") == kind_of(title)


@given(
    KNOWN.filter(lambda title: kind_of(title).kind is not REST),
    st.sampled_from(
        [
            " + 6 x 100 m strides",
            " + strides",
            " with 4 x 20 s strides",
            " + 5 rectas",
            ", strides 6x20s",
        ]
    ),
)
def test_strides_leave_a_run_as_hard_as_it_was(title: str, strides: str) -> None:
    assert kind_of(title + strides).kind == kind_of(title).kind


@given(st.text())
def test_strides_make_no_title_hard(title: str) -> None:
    before = kind_of(title).kind
    after = kind_of(f"{title} + 6 x 100 m strides").kind
    assert before in (HARD, BOTH) or after not in (HARD, BOTH)


@given(st.text(), st.text())
def test_any_text_is_read(title: str, mark: str) -> None:
    reading = kind_of(title, mark)
    assert isinstance(reading.kind, RunKind)
    assert len(reading.sign) <= 2 * len(title) + 2


WORDS = st.sampled_from(
    [*"x@'+/,({[:.-1 ", "6 x 100 m ", "run ", "walk ", "hill ", "long ", "easy wu "]
)


@given(st.lists(WORDS, min_size=1, max_size=5).map("".join))
def test_a_title_is_read_no_further_than_titles_go(part: str) -> None:
    title = part * (10_000 // len(part))
    assert kind_of(title) == kind_of(title[: 20 * LONGEST_READ])


def blind_titles() -> list[Any]:
    """Titles that were written, with the kind that a coach would give them, by somebody who knew
    nothing of the signs.
    """
    text = (FILES / "titles.csv").read_text(encoding="utf-8")
    return [
        pytest.param(row["title"], RunKind(row["kind"]), id=row["title"])
        for row in DictReader(StringIO(text))
    ]


@pytest.mark.parametrize(("title", "kind"), blind_titles())
def test_titles_are_read_as_a_coach_reads_them(title: str, kind: RunKind) -> None:
    assert kind_of(title).kind is kind
