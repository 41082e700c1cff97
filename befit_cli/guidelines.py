"""The evidence befit plans by, as data: rules, doses, caps and the safety text, each number with its rule and its basis.

"Consensus" means coaching practice without a trial behind it; a named study may be cited to runners. Sets, repetitions and weeks are
counts; rest and holds are seconds; session lengths are minutes; "days before" are calendar days.
"""

from __future__ import annotations

from functools import cache
from math import ceil, floor
from typing import TYPE_CHECKING

from befit_cli.model import Day, Level, Load, Niggle, Pattern, Phase, Race, Range, Region, Role, Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from befit_cli.model import Form, Muscles, Prescription


class Rule(Value, frozen=True):
    """One rule: `kind` is must, should or note; `basis` a study, or consensus."""

    id: str
    kind: str
    text: str
    basis: str


ACSM_2009 = "ACSM 2009 position stand on resistance training"
CONSENSUS = "consensus"

RULES = (
    Rule(
        "R01",
        "must",
        "2 or 3 sessions in a build week, 2 by default; taper weeks may have fewer",
        "Blagrove 2018 (Sports Med 48:1117); " + ACSM_2009,
    ),
    Rule(
        "R03",
        "must",
        "every week has a knee-dominant, a hip-dominant, a calf, a one-leg, a lateral hip, a core and a pulling exercise, and so legs, "
        "hips, core and arms; a should under 60 minutes a week, with a niggle or with something excluded; not asked in a taper",
        "Iversen 2021 (Sports Med 51:2079) for press, pull and push; the rest consensus",
    ),
    Rule(
        "R04",
        "should",
        "weekly sets per leg muscle in build weeks: at least 4, at most 16 (beginner 12); a primary muscle counts 1, a secondary one 0.5",
        "Iversen 2021; counting after Pelland 2025; ceilings consensus",
    ),
    Rule(
        "R05",
        "should",
        "3 to 7 exercises in a session of a build week, at most 18 sets, and at least 8 where 30 minutes or more were asked for",
        CONSENSUS,
    ),
    Rule(
        "R06",
        "must",
        "order in a session: power, main, accessory, then prehab, core and mobility in any order",
        ACSM_2009 + " (large before small, multi-joint first)",
    ),
    Rule("R07", "must", "no exercise twice in a session, and at most one of a family (prehab and mobility apart)", CONSENSUS),
    Rule("R10", "must", "two sessions of medium or high load are at least 2 days apart", ACSM_2009 + " (non-consecutive days)"),
    Rule(
        "R11",
        "must",
        "no high-load session on the day before a hard run or the long run",
        "Doma & Deakin 2013: next-day time to exhaustion fell 18 % when the run came first and 29 % when strength came first",
    ),
    Rule(
        "R12",
        "should",
        "no high-load session within 2 days before a hard or long run, for a beginner or in the first 2 weeks of a block",
        CONSENSUS,
    ),
    Rule(
        "R13",
        "must",
        "strength on a hard-run day says: run first, strength at least 3 hours later, better 6",
        "Schumann 2022 (Sports Med 52:601); Robineau 2016 (JSCR 30:672)",
    ),
    Rule("R14", "must", "no medium or high load on the day of the long run", CONSENSUS),
    Rule(
        "R15",
        "must",
        "no high load on the day after the long run; a should for 5k and 10k",
        CONSENSUS,
    ),
    Rule("R16", "should", "at least one day a week with neither strength nor a hard or long run", CONSENSUS),
    Rule("R18", "must", "at most 2 high-load sessions a week; a third is medium or low", CONSENSUS),
    Rule(
        "R20",
        "must",
        "jump landings in a session: beginner none in weeks 1 to 4, then at most 40; intermediate 80; advanced 100",
        "caps in the manner of the NSCA, lowered because running is jumping; consensus",
    ),
    Rule("R21", "must", "at most 2 sessions with jumps a week, at least 2 days apart", CONSENSUS),
    Rule("R22", "must", "no jumps with a niggle that bars them", CONSENSUS),
    Rule(
        "R23",
        "should",
        "jumps' share of leg sets, when they are in: 5k 20-25 %, 10k 15-20 %, half 10-15 %, marathon 5-10 %",
        "consensus: no trial compares race distances",
    ),
    Rule(
        "R30",
        "must",
        "the plan says how to add load: two repetitions over the target in the last set, two sessions running, then 2-10 % "
        "more or the next form",
        ACSM_2009,
    ),
    Rule(
        "R32",
        "must",
        "between deloads, in one phase: sessions keep their days, main exercises their day and form; at most one of sets, repetitions (or "
        "hold) and form changes from week to week, never backwards; each main exercise progresses",
        CONSENSUS,
    ),
    Rule("R33", "should", "hard leg sets grow by at most 20 % or 2 sets a week", CONSENSUS),
    Rule(
        "R34",
        "must",
        "after 3 build weeks (at least 2, at most 5) comes a deload or the taper; a deload has 50-70 % of the sets of the week before",
        "Rogerson 2024 (Sports Med Open 10:26): every 5.6 weeks on average; depth consensus",
    ),
    Rule(
        "R35",
        "must",
        "a block of 2 weeks or more ends in a taper: 5k and 10k one week, half and marathon two, one more when the race is from Monday to "
        "Thursday; at most 59 % of the last build week's sets, the first of two at least 40 %",
        "Bosquet 2007 (MSSE 39:1358); Wang 2023 (PLoS ONE 18:e0282838), by analogy",
    ),
    Rule("R36", "must", "last high-load session before the race: 5k 5 days or more, 10k 6, half 8, marathon 10", CONSENSUS),
    Rule("R37", "must", "last jumps before the race: 5k and 10k 4 days or more, half 7, marathon 10", CONSENSUS),
    Rule(
        "R38",
        "must",
        "last strength before the race: 5k and 10k 2 days or more, half and marathon 3; medium load before a marathon 5",
        CONSENSUS,
    ),
    Rule(
        "R40",
        "note",
        "under 6 build weeks little can be expected; 10 or more is what the studies used",
        "Eihara 2022 (Sports Med Open 8:138); Blagrove 2018 (Sports Med 48:1117)",
    ),
    Rule("R45", "must", "a session takes at most the minutes asked for, 15 to 60", "what runners ask for; consensus"),
    Rule("R45b", "should", "a session takes at least 80 % of the minutes asked for", CONSENSUS),
    Rule("R46", "must", "a session's minutes are the time estimate, rounded up", ACSM_2009 + " (1-2 s up, 1-2 s down)"),
    Rule(
        "R47",
        "must",
        "a warm-up that raises, activates, mobilises and potentiates, without long static stretches: 5 minutes, 8 before high load or "
        "jumps, 3 where under 20 minutes were asked for",
        "Jeffreys' RAMP warm-up",
    ),
    Rule("R56", "must", "no form above the athlete's level; level is lifting history: under 6 months, more, over 2 years", ACSM_2009),
    Rule(
        "R57",
        "must",
        "repetitions in reserve: beginner at least 3, others at least 1; never to failure",
        "ACSM 2026 (failure not needed); consensus",
    ),
    Rule("R58", "must", "nothing that the athlete's kit lacks, nothing that they excluded", CONSENSUS),
    Rule(
        "R59",
        "must",
        "with a niggle: nothing marked avoid, what is marked modify carries its note, and at least one first-line exercise is in the week",
        "per niggle: Collins 2018 (BJSM 52:1170), Powers 2014, Rathleff 2015, Chimenti 2024, Cai 2017, Goom 2016; the rest consensus",
    ),
    Rule("R60", "must", "with a bone-stress niggle befit plans nothing and sends to a clinician", CONSENSUS),
    Rule("R61", "must", "the plan says what to do at which pain", CONSENSUS),
    Rule("R62", "must", "the plan says when to stop and get help at once", CONSENSUS),
    Rule("R63", "must", "the plan says when to see a clinician", CONSENSUS),
    Rule("R64", "must", "the plan says who needs clearance first, and that it is education", CONSENSUS),
    Rule(
        "R65",
        "must",
        "the plan promises no fewer injuries, and of its effect only what was shown",
        "Wu 2024: nine trials, 1,904 runners; Taddei 2020 (n = 118); Blagrove 2018 (Sports Med 48:1117)",
    ),
)
RULE_BY_ID = {rule.id: rule for rule in RULES}

SAFETY = {
    "R61": "Pain 0-3 of 10: go on. 4-5: do less. Over 5, or sharp, or worse from day to day: stop.",
    "R62": "Stop now and get help: chest pain or pressure, unusual breathlessness, faintness, sudden weakness, severe headache.",
    "R63": "See a clinician: pain on one point of a bone, pain at night or at rest, a limp, a joint that locks or gives way, numbness, "
    "or no better in 2-3 weeks.",
    "R64": "Pregnant, under 18, or with a heart, kidney or metabolic condition: get clearance first. "
    "This plan is education, not medical advice.",
    "R65": "Strength work is no shield: nine trials with 1,904 runners show no fewer injuries overall (Wu 2024); foot training is the "
    "exception (Taddei 2020, n = 118). Two or three sessions a week for 6-20 weeks improve running economy by 2-8 % (Blagrove 2018).",
}
"""R61 to R65: what every plan says, the most urgent first."""

REPS_OVER = 2
LOAD_STEP = "2-10 %"
"""R30: repetitions over the target that ask for more, and how much weight that is."""
ADD_LOAD = (
    "When the last set gives you two repetitions more than asked, twice in a row, add 2-10 % weight, or take the next form of the ladder."
)
"""R30, in the runner's words."""
HEAVIER = f"Start {LOAD_STEP} heavier than in week {{week}}: {{forms}}."
"""R30 where a stretch goes on with forms of the one before."""
KEEP_LOAD = "Keep the weights as they are until after the race. Then: " + ADD_LOAD[0].lower() + ADD_LOAD[1:]
"""R30 in a taper, where nothing is new (R35)."""
HOURS_AFTER_RUN = 3
RUN_FIRST = f"Run first, then wait at least {HOURS_AFTER_RUN} hours, better 6."
"""R13: the least wait, and the rule in the runner's words."""

SESSIONS = Range(2, 3)
"""R01."""
MINUTES = Range(15, 60)
"""R45."""
MINUTES_USED = 0.8
"""R45b."""
BLOCK_WEEKS = Range(1, 30)
"""Lengths of a block that befit plans; consensus."""
DEFAULT_WEEKS = {Race.FIVE_K: 8, Race.TEN_K: 10, Race.HALF: 12, Race.MARATHON: 16}
"""Weeks of a block when there is no race date; consensus."""


class Need(Value, frozen=True):
    """Something that a week should hold: a form of one of the patterns, each side on its own where `one_leg`."""

    name: str
    patterns: frozenset[Pattern]
    one_leg: bool = False

    def met_by(self, pattern: Pattern, *, per_side: bool) -> bool:
        """Whether a form of that pattern meets it."""
        return pattern in self.patterns and (per_side or not self.one_leg)


KNEE = Need("knee-dominant", frozenset({Pattern.SQUAT, Pattern.LUNGE}))
HIP = Need("hip-dominant", frozenset({Pattern.HINGE}))
CALF = Need("calf", frozenset({Pattern.CALF}))
ONE_LEG = Need("one-leg", frozenset({Pattern.SQUAT, Pattern.LUNGE, Pattern.HINGE}), one_leg=True)
LATERAL_HIP = Need("lateral hip", frozenset({Pattern.ABDUCTION}))
CORE = Need("core", frozenset({Pattern.ANTI_EXTENSION, Pattern.EXTENSION, Pattern.ROTATION}))
PULL = Need("pulling", frozenset({Pattern.PULL}))
COVERAGE = (KNEE, HIP, ONE_LEG, CALF, CORE, PULL, LATERAL_HIP)
"""R03: what every week has."""
COVERAGE_MINUTES = 60
"""R03 is a must from this many minutes a week."""

REGIONS: dict[Pattern, tuple[Region, ...]] = {
    Pattern.SQUAT: (Region.LEGS,),
    Pattern.LUNGE: (Region.LEGS,),
    Pattern.CALF: (Region.LEGS,),
    Pattern.FOOT: (Region.LEGS,),
    Pattern.BALANCE: (Region.LEGS,),
    Pattern.PLYOMETRIC: (Region.LEGS,),
    Pattern.HINGE: (Region.HIPS,),
    Pattern.ABDUCTION: (Region.HIPS,),
    Pattern.ANTI_EXTENSION: (Region.CORE,),
    Pattern.EXTENSION: (Region.CORE,),
    Pattern.ROTATION: (Region.CORE,),
    Pattern.PULL: (Region.ARMS,),
    Pattern.PUSH: (Region.ARMS,),
}
"""R03: the regions that a pattern trains."""
LEG_PATTERNS = frozenset(pattern for pattern, regions in REGIONS.items() if {Region.LEGS, Region.HIPS} & set(regions))

LEG_MUSCLES = {
    "quadriceps": frozenset({"quadriceps"}),
    "hamstrings": frozenset({"hamstrings"}),
    "glutes": frozenset({"gluteus-maximus"}),
    "calves": frozenset({"calves", "gastrocnemius", "soleus"}),
}
"""R04: the leg muscles whose weekly sets are counted, and the names an exercise may give them."""
MUSCLE_SETS_MIN = 4
MUSCLE_SETS_MAX = {Level.BEGINNER: 12, Level.INTERMEDIATE: 16, Level.ADVANCED: 16}
"""R04."""
SECONDARY_SHARE = 0.5
"""R04: what a set counts for a secondary muscle."""

EXERCISES = Range(3, 7)
SESSION_SETS_MAX = 18
SESSION_SETS_MIN = 8
SESSION_SETS_MIN_FROM = 30
"""R05: exercises and sets in a session; the fewest sets are asked from that many minutes on."""

ORDER = {Role.POWER: 0, Role.MAIN: 1, Role.ACCESSORY: 2, Role.PREHAB: 3, Role.CORE: 3, Role.MOBILITY: 3}
"""R06."""
MAIN_ROLES = frozenset({Role.POWER, Role.MAIN})
"""The roles that take the phase's dose; the others keep the catalogue's."""
FAMILY_FREE = frozenset({Role.PREHAB, Role.MOBILITY})
"""R07: roles of which a session may hold several of one family."""

APART = 2
"""R10 and R21: days between two sessions of medium or high load, and between two with jumps."""
CAUTIOUS_DAYS = 2
"""R12: days before a key run that stay free of high load."""
CAUTIOUS_WEEKS = 2
"""R12: for everybody in that many first weeks of a block."""
HIGH_SESSIONS_MAX = 2
"""R18."""
REST_AFTER_LONG_RUN = frozenset({Race.HALF, Race.MARATHON})
"""R15: the races for which it is a must."""

LANDINGS_MAX = {Level.BEGINNER: 40, Level.INTERMEDIATE: 80, Level.ADVANCED: 100}
BEGINNER_WEEKS_WITHOUT_JUMPS = 4
"""R20."""
JUMP_SESSIONS_MAX = 2
"""R21."""
JUMP_SHARE = {Race.FIVE_K: (0.20, 0.25), Race.TEN_K: (0.15, 0.20), Race.HALF: (0.10, 0.15), Race.MARATHON: (0.05, 0.10)}
"""R23."""


class PhaseDose(Value, frozen=True, kw_only=True):
    """Sets, repetitions, repetitions in reserve and rest (s) of main work in one phase."""

    sets: Range
    reps: dict[Level, Range]
    rir: Range
    rest: Range


PHASE_DOSES = {
    Phase.GENERAL: PhaseDose(sets=Range(2, 3), reps=dict.fromkeys(Level, Range(8, 15)), rir=Range(3, 4), rest=Range(60, 120)),
    Phase.STRENGTH: PhaseDose(
        sets=Range(2, 4),
        reps={Level.BEGINNER: Range(6, 10), Level.INTERMEDIATE: Range(3, 8), Level.ADVANCED: Range(3, 6)},
        rir=Range(1, 3),
        rest=Range(120, 240),
    ),
    Phase.POWER: PhaseDose(sets=Range(2, 3), reps=dict.fromkeys(Level, Range(3, 6)), rir=Range(2, 3), rest=Range(90, 240)),
}
"""Main work. General: ACSM 2009, Grgic 2018 (Sports Med 48:137). Strength: Eihara 2022 (heavy beats plyometric for economy, g -0.32
against -0.13, 10+ weeks), Vikmoen 2017 (3 x 4-10RM twice a week). Power: Zanini 2025 (heavy and plyometric twice a week for 10 weeks)."""
UNLOADED_REPS = Range(8, 15)
UNLOADED_REST = Range(60, 120)
"""Main work without weight or band keeps the general phase's repetitions and rest in every phase: three bodyweight squats train nobody."""
JUMP_DOSE = PhaseDose(sets=Range(2, 5), reps=dict.fromkeys(Level, Range(3, 6)), rir=Range(0, 0), rest=Range(90, 240))
"""Jumps in the power phase: Zanini 2025 (MSSE)."""
FIRST_WEEKS_SETS = Range(1, 2)
"""Main work in the first weeks of the general phase; ACSM 2009."""
HOLD_STEP_S = 5
"""R32: seconds by which a hold grows from week to week; consensus."""
MAIN_SETS_MIN = 2
"""Main work is not trimmed under this."""
RIR_MIN = {Level.BEGINNER: 3, Level.INTERMEDIATE: 1, Level.ADVANCED: 1}
"""R57."""

HARD_SETS_GROWTH = 0.2
HARD_SETS_MORE = 2
"""R33: the share, or the number, by which hard leg sets may grow in a week."""
BUILD_WEEKS = Range(2, 5)
BUILD_WEEKS_USUAL = 3
DELOAD_SHARE = (0.5, 0.7)
DELOAD_RIR = 1
"""R34: build weeks before a deload; its share of the week before's sets, and the repetitions in reserve it adds."""
TAPER_WEEKS = {Race.FIVE_K: 1, Race.TEN_K: 1, Race.HALF: 2, Race.MARATHON: 2}
TAPER_SHARE = (0.4, 0.59)
SHORT_RACE_WEEK = Day.THU
"""R35: taper weeks, their share of the last build week's sets; a race up to this day makes its week a taper week more."""
HIGH_LOAD_DAYS = {Race.FIVE_K: 5, Race.TEN_K: 6, Race.HALF: 8, Race.MARATHON: 10}
"""R36: the last high load, in days before the race."""
JUMP_DAYS = {Race.FIVE_K: 4, Race.TEN_K: 4, Race.HALF: 7, Race.MARATHON: 10}
"""R37."""
STRENGTH_DAYS = {Race.FIVE_K: 2, Race.TEN_K: 2, Race.HALF: 3, Race.MARATHON: 3}
MEDIUM_LOAD_DAYS = {**STRENGTH_DAYS, Race.MARATHON: 5}
"""R38."""
LITTLE_TO_EXPECT = 6
STUDIED_WEEKS = 10
"""R40: build weeks under which little can be expected, and the build weeks of the studies."""

_G, _S, _P = Phase.GENERAL, Phase.STRENGTH, Phase.POWER
_FIRM = ((_S,), (_S, _P), (_G, _S, _P), (_G, _S, _S, _P), (_G, _S, _S, _S, _P), (_G, _S, _S, _S, _P, _P))
_LONG = ((_G, _G, _S, _S, _S, _P, _P), (_G, _G, _G, _S, _S, _S, _P, _P))
_GENTLE = ((_G,), (_G, _S), (_G, _S, _S), (_G, _S, _S, _P), (_G, _G, _S, _S, _P), (_G, _G, _S, _S, _S, _P))
STRETCH_PHASES = {Level.BEGINNER: _GENTLE + _LONG, Level.INTERMEDIATE: _FIRM + _LONG, Level.ADVANCED: _FIRM + _LONG}
"""The phases of a block of 1, 2, ... stretches of about 3 build weeks and a deload. General is 4-8 weeks for a beginner and 2-4 for others,
strength 6-10, power 2-6, in build weeks and as far as the block is long enough; a longer one has more of the general phase; consensus."""


SETUP_S = 60
CHANGE_SIDES_S = 10
"""R46: seconds to set an exercise up, and to change sides in a set."""


def exercise_seconds(exercise: Prescription) -> float:
    """R46: seconds that an exercise takes."""
    hold = exercise.hold_s
    set_s = float(hold) if hold is not None else (exercise.reps or 0) * (exercise.seconds_per_rep or 0.0)
    return seconds_of_sets(exercise.sets, set_s, exercise.rest_s, per_side=exercise.per_side)


def seconds_of_sets(sets: int, set_s: float, rest_s: int, *, per_side: bool) -> float:
    """R46: seconds to set up, do sets of so many seconds (on both sides, where per side) and rest between them."""
    if per_side:
        set_s = 2 * set_s + CHANGE_SIDES_S
    return SETUP_S + sets * set_s + (sets - 1) * rest_s


def session_minutes(warm_up: int, seconds: Iterable[float]) -> int:
    """R46: the warm-up in minutes and the seconds of all exercises, rounded up to whole minutes."""
    return warm_up + ceil(sum(seconds) / 60)


SHORT_SESSION = 20
RAMP_STEPS = 4
LONG_STRETCH_S = 30
"""R47: minutes under which a session is short, parts of a warm-up, and seconds from which a stretch is long."""
_RAMP = {
    3: (
        "1 min brisk walking on the spot, arms swinging",
        "10 bridges",
        "5 leg swings and 5 ankle circles each side",
        "5 quick rises to the toes",
    ),
    5: (
        "2 min brisk walking or easy jogging",
        "10 bridges and 10 side steps each way",
        "8 leg swings and 8 ankle circles each side",
        "one easy set of the first exercise",
    ),
    8: (
        "3 min easy jogging or skipping",
        "10 bridges and 10 side steps each way",
        "8 leg swings, 8 ankle circles and 5 lunges with a turn each side",
        "two lighter sets of the first exercise, the second quicker",
    ),
}
"""Raise, activate, mobilise, potentiate: the steps of a warm-up of 3, 5 and 8 minutes."""


def warm_up_minutes(asked: int, load: Load, *, jumps: bool) -> int:
    """R47: minutes of warm-up in a session of that load, by the minutes asked for."""
    if asked < SHORT_SESSION:
        return 3
    return 8 if load is Load.HIGH or jumps else 5


def warm_up_steps(minutes: int) -> tuple[str, ...]:
    """R47: what to do in a warm-up of 3, 5 or 8 minutes."""
    return _RAMP[minutes]


def is_hard(load: Load, pattern: Pattern) -> bool:
    """R33: whether sets of that load and pattern are hard leg sets."""
    return load is not Load.LOW and pattern in LEG_PATTERNS


def most_hard_sets(before: int) -> int:
    """R33: hard leg sets that a week may have after one with so many."""
    return max(before + HARD_SETS_MORE, floor(before * (1 + HARD_SETS_GROWTH) + 1e-9))


@cache
def muscle_shares(muscles: Muscles) -> tuple[tuple[str, float], ...]:
    """R04: what one set counts for each leg muscle, those that it works at all."""
    primary = [muscle for muscle, names in LEG_MUSCLES.items() if not names.isdisjoint(muscles.primary)]
    secondary = [muscle for muscle, names in LEG_MUSCLES.items() if muscle not in primary and not names.isdisjoint(muscles.secondary)]
    return tuple((muscle, 1.0) for muscle in primary) + tuple((muscle, SECONDARY_SHARE) for muscle in secondary)


@cache
def coverage(pattern: Pattern, *, per_side: bool) -> frozenset[str]:
    """R03: names of the needs that a form of that pattern meets."""
    return frozenset(need.name for need in COVERAGE if need.met_by(pattern, per_side=per_side))


def loadable(form: Form) -> bool:
    """Whether weight or tension can be added to the form: progress by load (R30) rather than by repetitions and the ladder."""
    return not all(map(WEIGHTS.isdisjoint, form.kit))


WEIGHTS = frozenset({"band", "dumbbell", "kettlebell", "barbell", "machine"})

CLINICIAN = "Pain on a bone needs a clinician before any plan: rest from impact, and see a doctor or physiotherapist."
"""R60."""
REFUSED = frozenset({Niggle.BONE_STRESS})
"""R60: niggles that befit plans nothing for."""
