"""Other sports in the titles of a running plan."""

from __future__ import annotations

import re
from typing import NamedTuple

from befit_cli.runs.signs import RUN_WORDS, Place, Sign
from befit_cli.runs.titles import pattern_of, says_something
from befit_cli.values.running_plan import RunKind

_SPORTS_OF_DISTANCE = (
    "bike, biking, cycle, cycling, bicycle, ride, riding, spin, spinning, peloton, zwift, "
    "turbo, turbo trainer, mtb, swim, swimming, pool, aqua jog, aqua jogging, aqua running, "
    "pool run, pool running, water running, deep water running, rowing, rower, erg, "
    "elliptical, arc trainer, ski, skiing, skate, skating, hike, hiking, kayak, paddling, "
    "stair climber, stairmaster, stepper, bici, bicicleta, ciclismo, rodillo, btt, natacion, "
    "nadar, piscina, eliptica, remo, esqui, patinaje, patinar, senderismo, rucking, ruck, rad, "
    "radfahren, radtour, rennrad, fahrrad, schwimmen, rudern, crosstrainer, langlauf, "
    "skilanglauf, wandern, wanderung, aquajogging, 🚴, "
    "🚵, 🚲, 🏊, 🚣, 🥾, ⛷"
)
"""Other sports whose distances are their own: 20 km on a bike are no run."""
_SPORTS_IN_PLACE = (
    "strength, strength training, strengthening, gym, weight, weight training, lift, lifting, "
    "core, yoga, pilates, mobility, stretch, stretching, foam roll, foam rolling, plyo, "
    "plyometric, prehab, rehab, leg day, upper body, lower body, full body, bodyweight, "
    "squat, deadlift, lunge, plank, crossfit, hiit, circuit training, bootcamp, barre, "
    "boxing, kickboxing, climbing, bouldering, football, soccer, tennis, padel, basketball, "
    "volleyball, badminton, golf, dance, dancing, zumba, <time> cross, martial art, judo, "
    "karate, skipping rope, jump rope, cross train, cross training, x train, x training, xt, "
    "cross t, brick, fuerza, gimnasio, pesa, musculacion, abdominal, sentadilla, movilidad, "
    "estiramiento, estirar, flexibilidad, entrenamiento cruzado, cruzado, futbol, tenis, "
    "baloncesto, escalada, baile, kraft, krafttraining, stabi, stabilisation, rumpf, rumpfstabi, "
    "dehnen, mobilitat, beweglichkeit, gymnastik, athletik, fussball, klettern, "
    "tren superior, tren inferior, propiocepcion, masaje, 🏋, 🤸, 🧘, 🧗, 🥊, ⚽, 🎾, 🏀, 💪"
)
"""Other sports without a distance of their own: with one in the title there is a run, too."""
_OPENS = (
    Sign(RunKind.OTHER, "row", "row of, row back, rows of", Place.OPENING),
    Sign(RunKind.OTHER, "x t, s & c, s + c, s and c", "", Place.OPENING),
)
"""Other sports where they open what a title says: elsewhere `x T` is a count of threshold runs."""
_WALKS = Sign(
    RunKind.OTHER,
    "walk, walking, dog walk, caminar, caminata, andar, paseo, marcha nordica, gehen, "
    "spaziergang, spazieren, 🚶",
    "<repeats>, interval, serie, hill, walk back, walk down, walk recovery, walk rest, walk break, "
    "recovery walk",
)
_NO_RUN = "no run, no running, no run today, no running today, sin correr, hoy no corro"
_SPORTS = ", ".join(
    (_SPORTS_OF_DISTANCE, _SPORTS_IN_PLACE, _WALKS.words, *(sign.words for sign in _OPENS))
)
_BESIDE = re.compile(
    r"[/,;]|[+&](?! ?c(?!\w))| (?:and(?! c(?!\w))|then|plus|with|w|y|con|luego|und|mit|danach|oder|"
    r"followed by|before|after|or|o) "
)
"""What parts the runs and sports of a title; `S&C` is one."""
_RUNS_BESIDE_STRENGTH = (
    f"{RUN_WORDS}, <way>, tempo, threshold, interval, fartlek, track, hill repeat, long run, lr, "
    "stride, cc, intervalo, umbral, pista, cuesta, cambio, intervall, intervalle, "
    "tempolauf, schwelle"
)
"""What is no strength, but may be of a bike, behind the sport that opens a title."""
_RUN_OF_STRENGTH = "<count> x <way>, mp, <race> pace"
"""What tells a run that is called strength from strength: `Strength 6 x 1 mile`."""


class Parted(NamedTuple):
    """A title with what it says of other sports taken out: `gym + easy run`."""

    letters: str
    """What it says of runs, each letter where it was."""
    sport: re.Match[str] | None = None
    """The first word of another sport."""
    opens: bool = False
    """Whether another sport opens it."""


def without_other_sports(letters: str) -> Parted:
    """The letters of a title without other sports; without any where the sport that opens it is
    all that it tells of.
    """
    if not pattern_of(_SPORTS).search(letters):
        return Parted(letters)
    # `Bike 60 min, no run today` is no rest: its day has something else.
    letters = pattern_of(_NO_RUN).sub(lambda found: " " * len(found[0]), letters)
    sport = None
    start = 0
    opens = False
    kept = letters
    for joint in [*_BESIDE.finditer(letters), None]:
        end = joint.start() if joint else len(letters)
        found = _other_sport(letters, start, end)
        if found:
            sport = sport or found
            opens = opens or not says_something(letters[: found.start()])
            kept = kept[:start] + " " * (end - start) + kept[end:]
        start = joint.end() if joint else end
    run_words = _RUNS_BESIDE_STRENGTH if _in_place(sport) else RUN_WORDS
    if (
        opens
        and not pattern_of(run_words).search(kept)
        and not _has_own_distance(kept, "<distance>" if _in_place(sport) else "<way>")
    ):
        return Parted(" " * len(letters), sport, opens)
    return Parted(kept, sport, opens)


def _in_place(sport: re.Match[str] | None) -> bool:
    return sport is not None and pattern_of(_SPORTS_IN_PLACE).fullmatch(sport[0]) is not None


def _has_own_distance(kept: str, distance: str) -> bool:
    """Whether a run's distance stands beside another sport: `gym + 5 km`, not `swim, 2 km`, nor
    `swim drills + 1500 m`.
    """
    added = kept.find("+")
    return added >= 0 and pattern_of(distance).search(kept, added) is not None


def _other_sport(letters: str, start: int, end: int) -> re.Match[str] | None:
    """The word of another sport in a part of a title that speaks of no run."""
    part = " " * start + letters[start:end]
    with_distance = pattern_of(_SPORTS_OF_DISTANCE)
    in_place = pattern_of(_SPORTS_IN_PLACE)
    found = with_distance.search(part)
    if found is None:
        found = in_place.search(part) or _WALKS.find(part)
        for sign in _OPENS:
            found = found or sign.find(part)
        opens = found is not None and not says_something(part[: found.start()])
        run = _RUN_OF_STRENGTH if opens else f"{_RUN_OF_STRENGTH}, <distance>"
        if found and pattern_of(run).search(part):
            return None
    bare = in_place.sub("", with_distance.sub("", part))
    return None if found is None or pattern_of(RUN_WORDS).search(bare) else found
