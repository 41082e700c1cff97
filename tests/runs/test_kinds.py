"""What a running plan's title says of a day, and what its week adds to that."""

from __future__ import annotations

import pytest

from befit_cli.runs.kinds import kind_of
from befit_cli.values.running_plan import RunKind

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
)
ANOTHER_SPORT_STANDS_BESIDE_A_RUN = [
    *titled(EASY, "Easy run + strength", "Strength + easy run 5k", "Bike 60 min + run 20 min"),
    *titled(EASY, "5 mi easy, then core", "Run to the gym and back", "Easy with core after"),
    *titled(HARD, "Tempo + gym", "Core and 6 km tempo run"),
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
    "London Marathon",
    "Maratón de Valencia",
    "Week 12: Race",
    "Turkey trot",
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
    *titled(LONG, "Long run 12 mi + 6 x 100 m strides"),
    *titled(BOTH, "Long run 18 mi with 10 @ MP", "Long run, fast finish", "LR w/ 3x10 min tempo"),
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
    "CCM 40'",
    "Club session",
    "2 km easy warm up, 6 km steady, 2 km cool down",
)
ANY_RUN = titled(
    EASY, "Run", "🏃", "8 km", "6 mi", "45 min", "1h15", "40'", "10", "5-6 miles", "Trail 12 km"
) + titled(EASY, "Rodaje 10 km", "CC 40'", "Treadmill", "30 min run", "running: 2h run")
NO_RUN = titled(OTHER, "Dentist", "Team meeting 30 min", "Buy shoes", "Call mum")
STRIDES = [
    *titled(EASY, "Easy with 4 x 20 s strides", "Easy + speed {5:8} with 6 x 100 m strides"),
    *titled(EASY, "8 km, strides 6x20s", "6 km + 6 rectas", "Rodaje 8 km + 5 x 80 m progresivos"),
    *titled(EASY, "8 km + 6 x 10 s hill sprints", "5 mi w/ 8 x 10 sec hill sprints", "Strides"),
    *titled(EASY, "6 mi incl. 6x100m accelerations", "40' + 6 progresivos de 100 m"),
    *titled(EASY, 'Run 5 km + 6 x 10" cuestas', "8 km + 6 x 100 m", "Strides (6 x 20 s)"),
    *titled(HARD, "8 x 400 m + 4 strides", "10 x 200 m and strides", "Tempo 5 km + 6 strides"),
]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
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
