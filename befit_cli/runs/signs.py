"""The words by which a running plan's titles tell what a day has, in English, Spanish and German at
once.

The table is read from the top, and the first sign that fits decides. Words stand here in small
letters, in the singular and without accents: case, accents, plurals, brackets, and the blanks or
hyphens between the words of a sign make no difference. `<distance>` and its like are numbers;
`SHAPES` in `titles.py` has them all.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from befit_cli.runs.titles import pattern_of, says_something
from befit_cli.values.running_plan import RunKind


class Place(Enum):
    """Where in a title a sign has to stand."""

    ANYWHERE = "anywhere"
    OPENING = "opening"
    WHOLE = "whole"
    """Nothing but marks stands beside it."""


class Sign(NamedTuple):
    """Words that tell the kind of a run."""

    kind: RunKind
    words: str
    """Any of these, parted by commas."""
    unless: str = ""
    """With any of these in the title it tells nothing."""
    place: Place = Place.ANYWHERE
    sure: bool = True
    """Whether it leaves no doubt."""

    def find(self, letters: str) -> re.Match[str] | None:
        """Where the letters of a title have it; None where they don't, or it tells nothing."""
        found = pattern_of(self.words).search(letters)
        if found is None or (self.unless and pattern_of(self.unless).search(letters)):
            return None
        if self.place is not Place.ANYWHERE and says_something(letters[: found.start()]):
            return None
        if self.place is Place.WHOLE and says_something(letters[found.end() :]):
            return None
        return found


MARKS = {
    "EASY_RUN": RunKind.EASY,
    "WALK_RUN": RunKind.EASY,
    "LONG_RUN": RunKind.LONG,
    "TEMPO": RunKind.HARD,
    "INTERVALS": RunKind.HARD,
    "RACE": RunKind.RACE,
    "LEGS_AND_CORE": RunKind.OTHER,
}
"""Runna's words for its kinds, which decide before any word of a title."""

RUN_WORDS = (
    "run, running, jog, jogging, footing, park run, shake out, correr, corriendo, trotando, "
    "carrera, carrera continua, rodaje, rodar, rodando, trote, trotar, tirada, lauf, laufe, "
    "laufen, dauerlauf, dauerlaufe, joggen, traben, 🏃"
)

EASY_WORDS = (
    "easy, ez, recovery, recover, general aerobic, ga, base, base run, aerobic, aerobic run, "
    "z1, z2, zone 1, zone 2, zona 1, zona 2, zone 1 2, z 1, z 2, maf, jog, jogging, "
    "shake out, loosener, conversational, conversation, comfortable, relaxed, relaxing, "
    "gentle, slow, light, lightly, foundation run, nice and easy, medium long, mid long, "
    "semi long, mlr, suave, suavecito, suavemente, facil, trote, trotar, trotando, "
    "regenerativo, regenerativa, recuperacion, recuperar, comodo, comoda, tranquilo, "
    "tranquila, lento, lenta, ligero, ligera, soltar, soltura, aflojar, descarga, aerobico, "
    "aerobica, medio largo, tirada media, tirada corta, fondo corto, ccc, ccl, ccs, "
    "activacion, technique, drill, tecnica de carrera, tecnica, locker, lockere, lockerer, "
    "lockeres, regeneration, regenerationslauf, regenerativer, erholung, erholungslauf, ruhig, "
    "ruhiger, ruhiges, leicht, leichter, langsam, langsamer, gemutlich, gemutlicher, entspannt, "
    "entspannter, trab, ga1, ga 1, grundlagenausdauer, mittellanger, lauf abc"
)
NOT_AT_RACES = (
    "pace, paced, ritmo, effort, esfuerzo, mp, simulation, simulator, simulacro, rehearsal, "
    "prep, preparation, specific, especifico, especifica, sharpener, workout, race week, "
    "race ready, race kit, race shoe, race fuel, race nutrition, race packet, bib, briefing, "
    "expo, recoger dorsal, recogida de dorsal, race recovery, pre race, before race, "
    "before the race, before a race, after race, after the race, after a race, post race, "
    "week to race, day to race, to the race, race tomorrow, until race, semana de carrera, previo, "
    "previa, post carrera, pre carrera, week of race, week of the race, antes de, despues de, "
    "wettkampf tempo, vor dem wettkampf, vor dem rennen, nach dem wettkampf, nach dem rennen, "
    "startunterlagen"
)

RUNS_AND_WALKS = Sign(
    RunKind.EASY,
    "<run and walk>, caco, run walk, walk run",
    "long, lr, tirada, hill, hard, fast, tempo, threshold, interval, recovery, walk back, "
    "walk break, walk down, hike, cuesta, serie",
)
"""A run with walks between, which is read as a whole."""

RESTS: tuple[Sign, ...] = (
    Sign(RunKind.OTHER, "volunteer, volunteering, voluntario, voluntaria, training week, weekly"),
    Sign(
        RunKind.REST,
        "rest, full rest, complete rest, total rest, active rest, planned rest, "
        "optional rest, day off, off day, descanso, dia libre, dia de descanso, descansar, "
        "reposo, ruhetag, ruhe, pause, trainingsfrei, lauffrei, laufpause",
        "rest of",
        Place.OPENING,
    ),
    Sign(
        RunKind.REST,
        "off, libre, frei, r, x, nothing, none, nada, <zero>, 💤, 😴, 🛌",
        "",
        Place.WHOLE,
    ),
    Sign(
        RunKind.REST,
        "off or, off /, libre o, libre /",
        "off or on",
        Place.OPENING,
    ),
    Sign(
        RunKind.REST,
        "or rest, or off, or day off, / rest, / off, rest or, o descanso, / descanso, "
        "descanso o, rest day, day off, dia de descanso, descanso total, descanso activo, "
        "no run, no running, sin correr, oder ruhetag, / ruhetag, ruhetag oder, kein lauf, "
        "kein training",
        "<repeats>, rest or walk, on / off, on / <time> off, <time> / rest",
    ),
)
"""The signs of rest, which are asked before any other sport that stands within a title."""

SIGNS: tuple[Sign, ...] = (
    # race
    Sign(
        RunKind.RACE,
        "race, race day, racing, time trial, tt, tune up, turkey trot, competicion, competencia, "
        "competir, campeonato, championship, champs, track meet, xc meet, relay, pb attempt, "
        "pr attempt, cross de, contrarreloj, milla urbana, san silvestre, cooper, "
        "test de cooper, dia de carrera, carrera popular, carrera objetivo, carrera oficial, "
        "carrera de montana, wettkampf, wettkampfe, wettkampftag, rennen, renntag, volkslauf, "
        "stadtlauf, silvesterlauf, testwettkampf, meisterschaft, meisterschaften",
        f"{NOT_AT_RACES}, race walk",
    ),
    Sign(RunKind.RACE, "park run", f"{NOT_AT_RACES}, {EASY_WORDS}, long run, tempo, steady"),
    Sign(
        RunKind.RACE,
        "carrera de la, carrera del, carrera de los, carrera <race distance>, "
        "carrera de <race distance>, <race distance> carrera",
        f"{NOT_AT_RACES}, {EASY_WORDS}, carrera continua, rodaje, progresivo, larga",
    ),
    Sign(
        RunKind.RACE,
        "control <distance>, control 3000, test <distance>, test de <distance>, "
        "test of <distance>, <distance> test, mile test, test race, race test, test 1000, "
        "test 2000, test 3000, test 5000, 3000 test, 5000 test",
        f"{NOT_AT_RACES}, gel, shoe, kit, nutrition, fuel, fuelling, fueling, test run",
    ),
    Sign(RunKind.RACE, "carrera", "", Place.WHOLE),
    # hard
    Sign(RunKind.HARD, "<repeats>", "double"),
    Sign(RunKind.HARD, "t, i", "", Place.WHOLE),
    Sign(
        RunKind.HARD,
        "<count> x mile, <count> x half mile, <count> x km, 10 20 30, all out, repeats, reps, "
        "rep, repetition, interval, interval session, intervalo, intervalico, serie, "
        "repeticion, repe, 200s, 300s, 400s, 500s, 600s, 800s, 1000s, 1200s, 1600s, 1ks, "
        "yasso, <over and under>, <time> on, minute on, on / off, fast / easy, hard / easy, "
        "hard easy, fuerte / suave, rapido / lento, rapido / suave, <time> fast, <time> hard, "
        "<time> fuerte, <time> rapido, ladder, pyramid, piramide, escalera, alternation, "
        "alternating, over under, over / under, over & under, over and under, float, "
        "in and out, billat, tabata, gambeta, mona, intervall, intervalle, intervallen, "
        "intervalltraining, intervalllauf, intervalllaufe, wiederholung, wiederholungen",
    ),
    Sign(
        RunKind.HARD,
        "tempo, up tempo, tmp, threshold, lactate, lactate threshold, sub threshold, sub t, "
        "lt, lt1, lt2, lthr, cruise, double threshold, vo2, vo2 max, vvo2, critical velocity, "
        "critical speed, cv, anaerobic, aerobic power, umbral, lactato, anaerobico, "
        "anaerobica, potencia aerobica, consumo maximo, vam, z4, z5, zone 4, zone 5, zona 4, "
        "zona 5, ccv, ccr, carrera continua rapida, carrera continua variable, "
        "carrera continua fuerte, field test, cp test, benchmark run, fitness test, "
        "beep test, test <time>, <time> test, test de <time>, hard, tempolauf, tempolaufe, "
        "tempodauerlauf, tdl, tempotraining, schwelle, schwellenlauf, schwellentraining",
    ),
    Sign(
        RunKind.HARD,
        "speed play, fartlek, farlek, fartlec, fartleck, farklet, speed work, speed session, "
        "speed workout, speed interval, surge, hill repeat, hill rep, hill session, "
        "hill interval, hill workout, hill circuit, kenyan hill, <count> hill, "
        "<count> x hill, hill x <number>, hill <number> x, <count> cuesta, <count> x cuesta, "
        "cuesta x <number>, cambio, cambio de ritmo, simulation, simulator, simulacro, "
        "dress rehearsal, race rehearsal, sharpener, sharpening, cut down, velocity, "
        "interval training, fahrtspiel, fahrtspiele, tempowechsel, tempowechsellauf, wechseltempo, "
        "bergintervall, bergintervalle, bahntraining",
    ),
    Sign(RunKind.HARD, "track, pista", f"{EASY_WORDS}, pista forestal, race, long run, lr"),
    Sign(
        RunKind.HARD,
        "<race> pace, <race> effort, <race> speed, <race> intensity, @ <race>, at <race>, "
        "ritmo <race>, ritmo de <race>, ritmo a <race>, a ritmo de <race>, rp, mp, hmp, gmp, "
        "<race distance>p, r <race distance>, r10, r21, r42, mrp, rm, interval pace, @ t, "
        "@ i, @ r, @ m, t pace, i pace, r pace, m pace, t run, <number> t, <distance> t, "
        "<time> t, <distance> i, <time> i, t <distance>, t <time>, marathontempo, "
        "halbmarathontempo, wettkampftempo, wettkampf tempo, renntempo",
        "mp + <slower>, pace + <slower>",
    ),
    Sign(
        RunKind.HARD,
        "fast finish, finish fast, strong finish, finish strong, hard finish, finish hard, "
        "last <size> fast, last <size> hard, last <size> strong, last <size> quick, "
        "last <size> @, last <size> at, final <size> fast, final <size> hard, thirds, "
        "final rapido, final fuerte, acabar fuerte, acabar rapido, acabando fuerte, "
        "acabando rapido, terminar fuerte, terminar rapido, ultimo <size> rapido, "
        "ultimo <size> fuerte, ultimo <size> a ritmo, ultimo <size> a <race>, endbeschleunigung, "
        "letzte <size> schnell",
        "last <size> at easy, last <size> @ easy",
    ),
    # long
    Sign(
        RunKind.LONG,
        "long run, easy long, lr, lsd, slr, lslr, long slow, long slow distance, "
        "long slow run, long easy, long distance, long jog, long trail, long hilly, "
        "long steady, long progression, long progressive, long aerobic, long endurance, "
        "long training run, long sunday, long saturday, long weekend run, long <distance>, "
        "long <time>, <distance> long, <time> long, long <number>, <number> long, "
        "longest run, long one, sunday long, saturday long, weekend long, long w, long with, "
        "run long, walk long, l run, tirada larga, tl, rodaje largo, salida larga, carrera larga, "
        "carrera continua larga, cc larga, entrenamiento largo, fondo largo, trote largo, "
        "larga distancia, langer, langer lauf, langer dauerlauf, longjog, lange runde, "
        "lange einheit",
        "medium long, mid long, semi long, medio largo, long run pace, before long run, "
        "after long run, pre long run, post long run, before the long run, after the long run",
    ),
    Sign(
        RunKind.LONG,
        "long <mark>, l <distance>, l <time>, l <number>, larga, largo, lang",
        "",
        Place.OPENING,
    ),
    Sign(RunKind.LONG, "long, longie, larga, l", "", Place.WHOLE),
    Sign(
        RunKind.LONG,
        "tirada",
        "tirada corta, tirada media, suave, recuperacion, regenerativa, facil",
    ),
    Sign(RunKind.LONG, "fondo", "medio fondo, fondo medio, fondo corto, gran fondo"),
    # easy
    Sign(RunKind.EASY, EASY_WORDS),
    Sign(RunKind.EASY, "e <distance>, e <time>, e <number>", "", Place.OPENING),
    Sign(RunKind.EASY, "e, e run, e pace, @ e, <distance> e, <time> e, <number> e"),
    # taken as hard, and asked about
    Sign(
        RunKind.HARD,
        "hill, hilly, hillier, uphill, vert, progression, progressive, progressing, "
        "negative split, sweet spot, mp + <slower>, pace + <slower>, steady, steady state, "
        "moderate, mod, brisk, strong, fast, faster, fastest, quick, speed, sprint, workout, "
        "wo, quality, key session, key workout, club session, club night, session, q1, q2, "
        "q3, sos, pace, paced, z3, zone 3, zona 3, cuesta, desnivel, progresivo, progresiva, "
        "progresion, fuerte, rapido, rapida, vivo, viva, alegre, controlado, controlada, "
        "rodaje medio, intenso, intensa, calidad, velocidad, ritmo, a ritmo, ccm, "
        "carrera continua media, mixto, moderado, moderada, sprint en cuesta, schnell, schneller, "
        "zugig, zugiger, flott, flotter, ga2, ga 2, berg, berge, berglauf, berglaufe, hugel, "
        "hugelig, hugellauf, hugellaufe, steigerungslauf, crescendolauf",
        "ritmo de rodaje, ritmo rodaje, long run pace, ritmo libre, any pace, core session, "
        "gym session",
        sure=False,
    ),
    # any other run; a race's name alone is the race
    Sign(
        RunKind.RACE,
        "marathon, half marathon, halbmarathon, maraton, media maraton, medio maraton, "
        "1/2 marathon, 1/2 maraton, half, ultra, ultra marathon, ultra maraton, ironman, 42.2, "
        "42.195, 26.2, 21.1, 21.097, 13.1, 🏁",
        f"{RUN_WORDS}, {NOT_AT_RACES}, training, entrenamiento, plan, feria, post marathon, "
        "pre marathon, after marathon, marathon week, half way, half term, half day, "
        "half hour, half an hour, half time, first half, second half, week <number>, "
        "semana <number>, <repeats>",
    ),
    Sign(RunKind.RACE, "hm, media, fm", "", Place.WHOLE),
    Sign(
        RunKind.EASY,
        f"{RUN_WORDS}, trail, treadmill, mileage, mile, endurance, xc, cross country, c25k, "
        "couch to 5k, cc, c c, cinta",
    ),
    Sign(RunKind.EASY, "double", "", Place.WHOLE),
)
"""The signs in their order; what is no sign of these is a run by its distance, or no run."""

REST_AT_LAST = Sign(
    RunKind.REST, "rest, resting, descanso, descansar, reposo, ruhetag, off, libre, 💤, 😴, 🛌"
)
"""What tells of rest where nothing tells of a run."""
