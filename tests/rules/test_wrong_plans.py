"""Sound plans pass, and each plan made wrong on purpose is caught by exactly the rule that it
breaks.

The plans are made by hand (tests/coached_plan.py), so that a rule is asked of nothing but itself.
"""

from __future__ import annotations

from datetime import date, timedelta
from fnmatch import fnmatchcase
from typing import Any, NamedTuple

import pytest
from altered_plan import (
    AGAIN,
    BUILD,
    EARLY_DELOAD,
    FREE,
    FRI,
    LAST,
    LOW_BACK,
    MON,
    NO_RACE,
    PLAN,
    POWER,
    PUSH_UP,
    RAMP,
    ROW,
    SAT,
    SHORT,
    SORE,
    SORE_WEEK,
    SOUND,
    SUN,
    THU,
    TOO_LATE,
    TUE,
    WED,
    also_noted,
    and_session,
    at_the_top,
    each_set_to,
    everywhere,
    friday_jumps,
    heavy_legs_gone,
    higher_rung,
    hopping_on_friday,
    in_exercise,
    in_session,
    in_week,
    lunges,
    moved,
    of_exercises,
    of_sets,
    only,
    rows_twice,
    says,
    settled,
    slow_squats,
    waiting,
    warmed,
    who,
    without_notes,
    without_work,
)
from coached_plan import (
    CATALOGUE,
    RUNNER,
    STEPS,
    block,
    note,
)
from msgspec.structs import replace

from befit_cli.evidence.progress import ADAPTED_BY
from befit_cli.evidence.safety import SAFETY
from befit_cli.rules import RULE_BY_ID, RULES
from befit_cli.rules.check import check_plan
from befit_cli.rules.rule import Kind
from befit_cli.saved.reading import read_note, read_reasons
from befit_cli.values import (
    Adapted,
    AdaptedKey,
    Day,
    Finding,
    Kit,
    Knee,
    Level,
    Load,
    Muscles,
    Need,
    Next,
    Niggle,
    NoteKey,
    Pattern,
    Phase,
    Plan,
    Race,
    Role,
    Run,
    Runs,
    Session,
    Step,
)


class Wrong(NamedTuple):
    """A sound plan with one thing wrong: the rule that it breaks, and where, what and which limit
    the first finding tells.
    """

    rule: str
    what: str
    plan: Plan
    where: str
    found: str
    allowed: str
    advice: str = ""
    """What the first finding advises, where that is not what the rule does."""


def logged(id_: str, key: AdaptedKey, *, whole: bool = False, **facts: Any) -> Plan:
    """The sixth week, or the whole block, where the log changed an exercise in it."""
    why = Adapted(rule=ADAPTED_BY[key], key=key, facts=facts)
    return in_exercise(PLAN if whole else BUILD, 6, 2, id_, adapted=why)


def without_safety(rule: str, what: str) -> Wrong:
    plan = replace(BUILD, safety=tuple(line for line in BUILD.safety if line.rule != rule))
    return Wrong(rule, what, plan, "", "left out", SAFETY[rule])


LAST_WITHOUT_WEIGHT = in_exercise(
    LAST,
    12,
    1,
    "squats",
    form="Half squat",
    kit=(),
    light=False,
    load=Load.LOW,
    reps=8,
    next=Next(step=Step.REPS, to=10),
)


def quarter_of_an_hour() -> Plan:
    """A deload week of 15 minutes a session, of which the first has one lift in full."""
    plan = who(only(PLAN, 11), minutes=15)
    for slot, gone in (
        (1, ("glute-bridges", "calf-raises", "heel-raises", "planks")),
        (2, ("split-squats", "calf-raises", "heel-raises", "push-ups", "single-leg-deadlifts")),
    ):
        for id_ in gone:
            plan = without_work(plan, 11, slot, id_)
        plan = warmed(plan, 11, slot, minutes=3)
    return plan


WORDS_OF_LOAD = (
    "Whoever reads the plan goes by its words: write the load that the exercises have, or make "
    "them lighter."
)


def spared(plan: Plan, slot: int) -> Plan:
    """The sixth week with one session as it is beside a long run: two sets of its lifts, and four
    repetitions left in them and in calf work.
    """

    def fresh(one: Session) -> Session:
        work = []
        for each in one.exercises:
            sets = min(each.sets, 2) if each.role is Role.MAIN else each.sets
            rir = each.rir if each.load is Load.LOW else 4
            work.append(replace(each, sets=sets, rir=rir))
        return replace(one, exercises=tuple(work))

    return settled(in_session(plan, 6, slot, fresh))


def tuned(plan: Plan, *hard: Day, race: Day) -> Plan:
    """The plan's one week with a tune-up race among its hard runs, and no long run."""
    runs = Runs(hard=hard, tune_ups=(race,))
    return replace(plan, weeks=(replace(plan.weeks[0], runs=runs),))


HEAVY_FRIDAY = spared(BUILD, 2)
"""High load, and it leaves the legs fresh."""
EASY_FRIDAY = in_exercise(HEAVY_FRIDAY, 6, 2, "single-leg-deadlifts", light=True, load=Load.MEDIUM)
"""The same with its lift light."""

WRONG = (
    Wrong(
        "R01",
        "four sessions in a week",
        in_week(
            and_session(and_session(only(PLAN, 4), 4, WED, PUSH_UP), 4, THU, ROW),
            4,
            lambda each: each,
        ),
        "",
        "4 sessions",
        "2-3",
    ),
    Wrong(
        "R01",
        "a session fewer than asked for",
        who(BUILD, sessions=3),
        "",
        "2 sessions",
        "3 as asked for",
    ),
    Wrong(
        "R03",
        "a week without a pushing exercise",
        everywhere(BUILD, "push-ups", serves=()),
        "",
        "no pushing exercise",
        "one a week",
    ),
    Wrong(
        "R03",
        "a week without work for the hamstrings",
        everywhere(
            everywhere(BUILD, "glute-bridges", serves=(Need.HIP,)),
            "single-leg-deadlifts",
            serves=(Need.HIP, Need.ONE_LEG),
        ),
        "",
        "no hamstring exercise",
        "one a week",
    ),
    Wrong(
        "R04",
        "too many sets for the glutes",
        everywhere(
            everywhere(
                everywhere(BUILD, "planks", muscles=Muscles(("gluteus-maximus",))),
                "side-raises",
                muscles=Muscles(("gluteus-maximus",)),
            ),
            "push-ups",
            muscles=Muscles(("gluteus-maximus",)),
        ),
        "glutes",
        "17 sets",
        "4-16",
        "A leg muscle has more sets than befit usually plans: leave one out where it feels tired.",
    ),
    Wrong(
        "R05",
        "nineteen sets in a session",
        settled(in_session(BUILD, 6, 1, of_sets(19))),
        "Tuesday",
        "19 sets",
        "8-18",
    ),
    Wrong(
        "R05",
        "eight exercises in a session",
        settled(in_session(who(BUILD, minutes=44), 6, 1, of_exercises(8))),
        "Tuesday",
        "8 exercises",
        "3-7",
    ),
    Wrong(
        "R06",
        "calves before a hinge",
        settled(
            in_session(
                BUILD,
                6,
                1,
                lambda one: replace(
                    one,
                    exercises=(
                        one.exercises[0],
                        *one.exercises[2:4],
                        one.exercises[1],
                        *one.exercises[4:],
                    ),
                ),
            )
        ),
        "Tuesday",
        "One-leg raise, bent knee before Bridge walk-out",
        "Bridge walk-out before One-leg raise, bent knee",
    ),
    Wrong(
        "R07",
        "two exercises of a family",
        in_exercise(BUILD, 6, 1, "heel-raises", family="calf"),
        "Tuesday",
        "Backpack calf raise on one leg and One-leg raise, bent knee",
        "one of the family calf",
    ),
    Wrong(
        "R07",
        "an exercise twice",
        in_exercise(BUILD, 6, 2, "band-rows", id="push-ups"),
        "Friday",
        "* twice",
        "once",
    ),
    Wrong(
        "R08",
        "calf work in one session",
        in_exercise(
            in_exercise(BUILD, 6, 2, "calf-raises", pattern=Pattern.FOOT),
            6,
            2,
            "heel-raises",
            pattern=Pattern.FOOT,
        ),
        "",
        "calf work in 1 session",
        "in 2 or more",
    ),
    Wrong(
        "R08",
        "calf work with bent knees alone",
        everywhere(BUILD, "calf-raises", knee=Knee.BENT),
        "",
        "no straight-kneed calf work on one leg",
        "one a week",
        "A stride is on one leg: do some calf raises on one leg, with a straight knee.",
    ),
    Wrong(
        "R08",
        "straight-kneed calf work on two legs alone",
        everywhere(BUILD, "calf-raises", per_side=False, rest_s=75),
        "",
        "no straight-kneed calf work on one leg",
        "one a week",
        "A stride is on one leg: do some calf raises on one leg, with a straight knee.",
    ),
    Wrong(
        "R08",
        "calf work without the weight that is owned",
        everywhere(BUILD, "calf-raises", kit=()),
        "",
        "no calf work with weight",
        "one a week",
        "The calves carry every stride: do some calf raises with weight.",
    ),
    Wrong(
        "R08",
        "seven calf raises",
        in_exercise(BUILD, 6, 1, "heel-raises", reps=7),
        "Tuesday, Heel raises",
        "7 repetitions",
        "8 or more",
        "Calves want many repetitions: take less weight or an easier form.",
    ),
    Wrong(
        "R08",
        "four sets of calf work a week",
        everywhere(BUILD, "heel-raises", pattern=Pattern.FOOT),
        "",
        "4 calf sets",
        "6 or more",
        "The calves carry every stride: 2 sets more of calf raises would do them good.",
    ),
    Wrong(
        "R10",
        "loaded sessions on two days running",
        moved(BUILD, 6, 2, WED),
        "Tuesday and Wednesday",
        "1 day apart",
        "2 days or more",
    ),
    Wrong(
        "R10",
        "a session of high load that says low",
        says(BUILD, 6, 2, load=Load.LOW),
        "Friday",
        "says low load",
        "high, as its exercises have",
        WORDS_OF_LOAD,
    ),
    Wrong(
        "R10",
        "a lift that says it is light and has three sets",
        says(
            in_exercise(BUILD, 6, 1, "squats", light=True, load=Load.MEDIUM), 6, 1, load=Load.MEDIUM
        ),
        "Tuesday",
        "says medium load",
        "high, as its exercises have",
        WORDS_OF_LOAD,
    ),
    Wrong(
        "R10",
        "a session with another day's date",
        says(BUILD, 6, 2, date=date(2027, 1, 1)),
        "Friday",
        "dated 2027-01-01",
        "2027-02-12",
        "Whoever reads the plan goes by its dates: write the one of the session's day.",
    ),
    Wrong(
        "R10",
        "loaded sessions on Sunday and the next Monday",
        moved(
            moved(moved(moved(FREE, 4, 2, SUN), 5, 1, MON), 6, 1, MON),
            7,
            1,
            MON,
        ),
        "week 4 Sunday and week 5 Monday",
        "1 day apart",
        "2 days or more",
    ),
    Wrong(
        "R11",
        "high load the day before a hard run",
        who(BUILD, hard_runs=(TUE, SAT)),
        "Friday",
        "high load 1 day before Saturday's hard run",
        "2 days or more",
    ),
    Wrong(
        "R12",
        "a beginner's high load two days before the long run",
        who(BUILD, level=Level.BEGINNER),
        "Friday",
        "high load 2 days before Sunday's long run",
        "3 days or more",
    ),
    Wrong(
        "R12",
        "high load two days before a tune-up race",
        tuned(HEAVY_FRIDAY, TUE, SUN, race=SUN),
        "Friday",
        "high load 2 days before a tune-up race",
        "3 days or more",
    ),
    Wrong(
        "R12b",
        "high load on the day after a tune-up race",
        tuned(BUILD, MON, TUE, race=MON),
        "Tuesday",
        "high load 1 day after a tune-up race",
        "low load",
    ),
    Wrong(
        "R12c",
        "calf work to the end two days before a tune-up race",
        tuned(in_exercise(EASY_FRIDAY, 6, 2, "calf-raises", rir=3), TUE, SUN, race=SUN),
        "Friday, Calf raises",
        "3 in reserve",
        "4 or more",
    ),
    Wrong(
        "R12d",
        "strength on the day of a tune-up race",
        tuned(
            and_session(moved(only(PLAN, 4), 4, 2, THU), 4, SUN, PUSH_UP, hard=True),
            TUE,
            SUN,
            race=SUN,
        ),
        "Sunday",
        "strength on the day of a tune-up race",
        "on another day, such as Monday",
    ),
    Wrong(
        "R13",
        "strength on a hard day that says nothing of the run",
        says(BUILD, 6, 1, reasons=()),
        "Tuesday",
        "does not say to run first and wait",
        "Run first, then wait at least 3 hours, better 6.",
    ),
    Wrong(
        "R13",
        "a wait of only an hour after the hard run",
        says(BUILD, 6, 1, reasons=read_reasons("Run first, wait 1 hour.")),
        "Tuesday",
        "does not say to run first and wait",
        "Run first, then wait at least 3 hours, better 6.",
    ),
    Wrong(
        "R13",
        "a session that forgets its hard run",
        says(BUILD, 6, 1, with_run=None),
        "Tuesday",
        "says no run",
        "hard run on that day",
    ),
    Wrong(
        "R14",
        "high load on the day of the long run",
        says(who(BUILD, long_run=FRI), 6, 2, with_run=Run.LONG),
        "Friday",
        "high load on the day of the long run",
        "low load",
    ),
    Wrong(
        "R14",
        "a session that makes up a long run",
        says(BUILD, 6, 2, with_run=Run.LONG),
        "Friday",
        "says long run",
        "no run on that day",
    ),
    Wrong(
        "R15",
        "high load the day after the long run",
        who(hopping_on_friday(spared(BUILD, 1), 6), long_run=MON),
        "Tuesday",
        "high load on the day after the long run",
        "medium or low load",
    ),
    Wrong(
        "R15b",
        "three sets of a lift the day before the long run",
        moved(
            in_exercise(EASY_FRIDAY, 6, 2, "split-squats", load=Load.MEDIUM, sets=3, rir=4),
            6,
            2,
            SAT,
        ),
        "Saturday, Split squats",
        "3 sets",
        "at most 2",
    ),
    Wrong(
        "R16",
        "a week without a day off",
        also_noted(
            who(RAMP, hard_runs=(MON, TUE, WED, THU, SAT)), 1, note("R17", NoteKey.MUCH_RUNNING)
        ),
        "",
        "no day off",
        "one day or more",
    ),
    Wrong(
        "R17",
        "four hard runs a week without a word about it",
        who(RAMP, hard_runs=(MON, TUE, WED, THU)),
        "",
        "4 hard runs a week and no note",
        "a note over 3 of them",
    ),
    Wrong(
        "R18",
        "three sessions of high load",
        and_session(only(FREE, 6), 6, SUN, *AGAIN),
        "",
        "3 sessions of high load",
        "at most 2",
    ),
    Wrong(
        "R19",
        "a full lift in the first week",
        in_exercise(RAMP, 1, 1, "squats", light=False, load=Load.HIGH),
        "Tuesday, Squats",
        "Goblet squat in full",
        "light: 2 sets or fewer, 4 or more left",
    ),
    Wrong(
        "R19",
        "full weight and a set more after the ramp",
        in_exercise(PLAN, 3, 1, "squats", sets=3, reps=11),
        "week 3 Tuesday, Squats",
        "full weight and 1 set more",
        "one of them",
    ),
    Wrong(
        "R19",
        "a deload right after the ramp",
        EARLY_DELOAD,
        "week 3",
        "a deload right after the ramp",
        "3 build weeks before it",
    ),
    Wrong(
        "R19",
        "a ramp without a word about it",
        without_notes(PLAN, NoteKey.RAMP),
        "",
        "does not say that it begins lightly",
        "that the first weeks are the ramp",
    ),
    Wrong(
        "R20",
        "jumps and hops that land too often together",
        in_exercise(POWER, 10, 1, "jump-squats", contacts=7),
        "Tuesday",
        "86 landings",
        "at most 80",
    ),
    Wrong(
        "R21",
        "jumps on two days running",
        and_session(
            in_exercise(only(PLAN, 8), 8, 1, "side-raises", contacts=1),
            8,
            WED,
            replace(PUSH_UP, contacts=1),
        ),
        "Tuesday and Wednesday",
        "1 day apart",
        "2 days or more",
    ),
    Wrong(
        "R22",
        "hops with a sore heel",
        warmed(SORE_WEEK, 6, 1, contacts=20),
        "Tuesday",
        "hops with the niggle achilles",
        "no hops",
    ),
    Wrong(
        "R22",
        "jumps with a sore heel",
        in_exercise(SORE_WEEK, 6, 1, "planks", contacts=1),
        "Tuesday",
        "jumps with the niggle achilles",
        "no jumps",
    ),
    Wrong(
        "R23",
        "too large a share of jumps",
        in_exercise(POWER, 10, 1, "jump-squats", sets=5, rest_s=0),
        "jumps",
        "5 of 23 leg sets",
        "2-3",
        "More jumps than a power week usually has: leave a set out where your legs are tired.",
    ),
    Wrong(
        "R23",
        "a power week without jumps",
        in_exercise(POWER, 10, 1, "jump-squats", contacts=0),
        "jumps",
        "0 of 20 leg sets",
        "2-3",
        "No jumps in a power week: longer sessions would have room for some.",
    ),
    Wrong(
        "R23",
        "a power week without jumps in sessions as long as they may be",
        who(in_exercise(POWER, 10, 1, "jump-squats", contacts=0), minutes=60),
        "jumps",
        "0 of 20 leg sets",
        "2-3",
    ),
    Wrong(
        "R23",
        "a power week with a set of jumps",
        in_exercise(POWER, 10, 1, "jump-squats", sets=1, rest_s=0),
        "jumps",
        "1 of * leg sets",
        "2-3",
    ),
    Wrong(
        "R21b",
        "jumps on the day before a hard run",
        friday_jumps(),
        "Friday",
        "jumps beside a key run",
        "on another day",
    ),
    Wrong(
        "R24",
        "no hops in any warm-up",
        warmed(BUILD, 6, 1, contacts=0),
        "",
        "no low hops in a warm-up",
        "in 1-2 sessions",
    ),
    Wrong(
        "R24",
        "more hops than three times ten",
        warmed(BUILD, 6, 1, contacts=40),
        "Tuesday",
        "40 low hops",
        "20-30",
    ),
    Wrong(
        "R24",
        "hops in the second week",
        warmed(only(PLAN, 2), 2, 1, contacts=20),
        "Tuesday",
        "20 low hops",
        "none",
    ),
    Wrong(
        "R24",
        "hops that do not grow",
        warmed(PLAN, 5, 1, contacts=20),
        "week 5",
        "20 low hops after 20",
        "30",
    ),
    Wrong(
        "R25",
        "a first jump that is not the lowest",
        higher_rung(PLAN, "Low rebound jumps"),
        "week 9 Tuesday, Jump squats",
        "Low rebound jumps",
        "Jump squat first",
    ),
    Wrong(
        "R25",
        "a landing drill after weeks of hops",
        higher_rung(PLAN, "Snap-down"),
        "week 9 Tuesday, Jump squats",
        "Snap-down",
        "Jump squat first",
    ),
    Wrong(
        "R25",
        "a jump that does not say what it asks for",
        without_notes(PLAN, NoteKey.PREREQUISITE),
        "week 9 Tuesday, Jump squats",
        "does not say what Jump squat asks for",
        "Ten quiet landings.",
    ),
    Wrong(
        "R26",
        "seven repetitions with a backpack",
        in_exercise(BUILD, 6, 1, "squats", kit=(Kit.BACKPACK,), reps=7),
        "Tuesday, Squats",
        "7 repetitions",
        "8-15",
    ),
    Wrong(
        "R27",
        "a strength week without heavy legs, and no word of it",
        heavy_legs_gone(BUILD),
        "strength phase",
        "no heavy work for the legs and no note",
        "a note",
    ),
    Wrong(
        "R28",
        "a plan that does not say what its efforts mean",
        without_notes(PLAN, NoteKey.EFFORT),
        "",
        "does not say what the effort column means",
        "a note in the first week",
    ),
    Wrong(
        "R29",
        "an exercise that never changes",
        everywhere(PLAN, "push-ups", reps=10),
        "week 9 Friday, Push-up",
        "the same in 7 build weeks",
        "at most 6",
    ),
    Wrong(
        "R30",
        "a week that does not say how to add load",
        without_notes(BUILD, NoteKey.ADD_LOAD),
        "",
        "does not say how to add load",
        "when to add, and how much: 2-10 %",
    ),
    Wrong(
        "R30",
        "an exercise that does not say how to go on",
        in_exercise(BUILD, 6, 2, "push-ups", next=None),
        "Friday, Push ups",
        "does not say how to go on",
        "when and what to add",
    ),
    Wrong(
        "R30",
        "more weight on an exercise that has none",
        in_exercise(BUILD, 6, 2, "push-ups", next=Next(step=Step.WEIGHT)),
        "Friday, Push ups",
        "more weight where there is none",
        "repetitions or the next form",
    ),
    Wrong(
        "R30",
        "a next form that asks for a barbell",
        in_exercise(BUILD, 6, 1, "squats", next=Next(step=Step.FORM, form="Barbell squat")),
        "Tuesday, Squats",
        "Barbell squat",
        "a form within reach",
    ),
    Wrong(
        "R31",
        "less work after a deload than before it",
        each_set_to(PLAN, (5, 6, 7), "push-ups", (9, 10, 11)),
        "week 5 Friday, Push ups",
        "2 x 9",
        "no less than 2 x 10 in week 3",
    ),
    Wrong(
        "R31",
        "a shorter hold after a deload",
        in_exercise(
            in_exercise(in_exercise(PLAN, 5, 2, "planks", hold_s=20), 6, 2, "planks", hold_s=25),
            7,
            2,
            "planks",
            hold_s=30,
        ),
        "week 5 Friday, Planks",
        "2 x 20",
        "no less than 2 x 25 in week 3",
    ),
    Wrong(
        "R31",
        "an exercise that stays at its top",
        at_the_top("Split squat"),
        "week 9 Friday, Split squats",
        "still Split squat at its top",
        "Deep split squat",
    ),
    Wrong(
        "R31",
        "heavy lifts that stay and do not say how much heavier",
        without_notes(PLAN, NoteKey.HEAVIER),
        "week 5 Tuesday, Squats",
        "does not say how much heavier than in week 3",
        "a note that names Goblet squat",
    ),
    Wrong(
        "R32",
        "fewer repetitions than the week before",
        in_exercise(PLAN, 6, 2, "push-ups", reps=10),
        "week 6 Friday, Push ups",
        "fewer or easier repetitions than the week before",
        "the same or more",
    ),
    Wrong(
        "R32",
        "sets and repetitions that change together",
        in_exercise(PLAN, 6, 1, "squats", sets=2),
        "week 6 Tuesday, Squats",
        "sets and repetitions change",
        "one of them a week",
    ),
    Wrong(
        "R32",
        "a shorter hold than the week before",
        in_exercise(PLAN, 6, 1, "planks", hold_s=30),
        "week 6 Tuesday, Planks",
        "fewer or easier seconds than the week before",
        "the same or more",
    ),
    Wrong(
        "R32",
        "an easier form than the week before",
        in_exercise(PLAN, 5, 2, "split-squats", form="Deep split squat"),
        "week 6 Friday, Split squats",
        "fewer or easier forms than the week before",
        "the same or more",
    ),
    Wrong(
        "R32",
        "a main exercise in another form",
        in_exercise(PLAN, 6, 1, "squats", form="My own squat"),
        "week 6 Tuesday, Squats",
        "My own squat",
        "Goblet squat, as the week before",
    ),
    Wrong(
        "R32",
        "a main exercise that stands still",
        each_set_to(PLAN, (6, 7), "squats", (6, 6)),
        "week 7 Tuesday, Squats",
        "the same as in week 5",
        "some progress",
    ),
    Wrong(
        "R32",
        "a session on another day in the middle of a stretch",
        moved(PLAN, 6, 2, THU),
        "week 6 Thursday",
        "another day",
        "Friday, as the week before",
    ),
    Wrong(
        "R32",
        "a session in another slot",
        says(PLAN, 6, 2, slot=3),
        "week 6 Friday",
        "no session",
        "the sessions of the week before",
    ),
    Wrong(
        "R32",
        "another main exercise in the middle of a stretch",
        in_exercise(PLAN, 6, 1, "squats", id="mine"),
        "week 6 Tuesday, Squats",
        "no longer there",
        "the main exercises of the week before",
    ),
    Wrong(
        "R32",
        "a main exercise more in the middle of a stretch",
        in_exercise(PLAN, 6, 2, "split-squats", id="mine", role=Role.MAIN),
        "week 6 Friday, Split squats",
        "new",
        "the main exercises of the week before",
    ),
    Wrong(
        "R33",
        "much more hard leg work than in the last build week",
        everywhere(
            replace(
                in_exercise(
                    in_exercise(
                        in_exercise(PLAN, 9, 1, "glute-bridges", load=Load.MEDIUM),
                        9,
                        1,
                        "side-raises",
                        load=Load.MEDIUM,
                    ),
                    9,
                    2,
                    "split-squats",
                    load=Load.MEDIUM,
                ),
            ),
            "band-rows",
            rest_s=59,
        ),
        "week 9",
        "20 hard leg sets after 14 in week 7",
        "at most 16",
    ),
    Wrong(
        "R34",
        "a deload with too few sets",
        in_exercise(PLAN, 4, 1, "planks", sets=1),
        "week 4",
        "13 sets",
        "14-18, 50% to 70% of the 27 in week 3",
    ),
    Wrong(
        "R34",
        "a deload as close to failure as before",
        in_exercise(PLAN, 4, 2, "push-ups", rir=3),
        "week 4 Friday, Push ups",
        "3 in reserve",
        "4 in an easier week",
    ),
    Wrong(
        "R34",
        "a deload with something new",
        in_exercise(PLAN, 4, 2, "push-ups", form="My own push-up"),
        "week 4 Friday, Push ups",
        "My own push-up is new",
        "what the weeks before have",
    ),
    Wrong(
        "R34",
        "a deload after one build week",
        in_week(PLAN, 2, lambda each: replace(each, deload=True)),
        "week 2",
        "an easier week after 1 build week",
        "after 2-5",
    ),
    Wrong(
        "R34",
        "a block without a race that ends in a build week",
        in_week(
            replace(NO_RACE, weeks=NO_RACE.weeks[:9] + NO_RACE.weeks[9:10]),
            10,
            lambda each: replace(each, of=10),
        ),
        "week 10",
        "the last week is no deload",
        "a deload at the end of a block without a race",
    ),
    Wrong(
        "R35",
        "a taper with too few sets",
        without_work(
            without_work(without_work(PLAN, 11, 2, "push-ups"), 11, 2, "band-rows"),
            11,
            2,
            "planks",
        ),
        "week 11",
        "11 sets",
        "12-17, 40% to 59% of the 29 in week 10",
    ),
    Wrong(
        "R35",
        "a taper with too many sets",
        in_exercise(
            in_exercise(in_exercise(PLAN, 11, 1, "planks", sets=3), 11, 1, "calf-raises", sets=2),
            11,
            1,
            "heel-raises",
            sets=2,
        ),
        "week 11",
        "18 sets",
        "12-17, 40% to 59% of the 29 in week 10",
    ),
    Wrong(
        "R35",
        "a taper with something new",
        in_exercise(PLAN, 12, 1, "planks", form="My own plank"),
        "week 12 Tuesday, Planks",
        "My own plank is new",
        "what the weeks before have",
    ),
    Wrong(
        "R35",
        "a taper in the middle of the block",
        in_week(PLAN, 8, lambda each: replace(each, deload=False, taper=True)),
        "week 8",
        "a taper week",
        "the last 2 weeks taper",
    ),
    Wrong(
        "R35",
        "a main lift that loses a set before an accessory does",
        in_exercise(in_exercise(PLAN, 11, 1, "squats", sets=1), 11, 2, "push-ups", sets=2),
        "week 11 Tuesday, Squats",
        "1 sets after 2",
        "all of them while Push ups has 2",
    ),
    Wrong(
        "R35",
        "a race week that drops its lift",
        without_work(PLAN, 12, 1, "squats"),
        "week 12 Tuesday",
        "no main lift",
        "one, light if need be",
    ),
    Wrong(
        "R35b",
        "three sets in the week of the race",
        in_exercise(
            in_exercise(moved(PLAN, 12, 1, MON), 12, 1, "squats", sets=2), 12, 1, "planks", sets=3
        ),
        "week 12 Monday, Planks",
        "3 sets",
        "at most 2 in the week of the race",
    ),
    Wrong(
        "R35b",
        "a session that is not light five days before a half marathon",
        in_exercise(PLAN, 12, 1, "calf-raises", light=False, rir=3, load=Load.MEDIUM),
        "week 12 Tuesday, Calf raises",
        "in full, 5 days before the race",
        "light from 5 days before the race on",
    ),
    Wrong(
        "R35b",
        "two sets in a session five days before a half marathon",
        in_exercise(PLAN, 12, 1, "squats", sets=2),
        "week 12 Tuesday, Squats",
        "2 sets, 5 days before the race",
        "1 set from 5 days before the race on",
    ),
    Wrong(
        "R35c",
        "an exercise with more sets in a taper",
        in_exercise(PLAN, 11, 2, "push-ups", sets=3),
        "week 11 Push ups",
        "3 sets",
        "2, as in week 10",
    ),
    Wrong(
        "R35c",
        "an exercise in another session of a taper",
        rows_twice(11),
        "week 11 Band rows",
        "2 sessions",
        "1, as in week 10",
    ),
    Wrong(
        "R36",
        "high load five days before a 10k",
        in_exercise(who(LAST, race=Race.TEN_K), 12, 1, "squats", light=False, load=Load.HIGH),
        "Tuesday",
        "high load 5 days before the race",
        "6 days or more",
    ),
    Wrong(
        "R37",
        "jumps five days before a half marathon",
        in_exercise(LAST, 12, 1, "planks", contacts=1),
        "Tuesday",
        "jumps 5 days before the race",
        "7 days or more",
    ),
    Wrong(
        "R38",
        "strength two days before the race",
        moved(LAST, 12, 1, FRI),
        "Friday",
        "medium or high load 2 days before the race",
        "3 days or more",
    ),
    Wrong(
        "R38",
        "a form in the last weeks before the race",
        in_exercise(POWER, 10, 1, "glute-bridges", form="Nordic lowering"),
        "Tuesday, Glute bridges",
        "Nordic lowering 19 days before the race",
        "none in the last 3 weeks",
    ),
    Wrong(
        "R38",
        "a slow lift three days before the race",
        slow_squats(THU, 5.0),
        "Thursday, Squats",
        "what makes legs sore, 3 days before the race",
        "4 days or more",
    ),
    Wrong(
        "R38",
        "lunges three days before the race",
        lunges(THU),
        "Thursday, Squats",
        "what makes legs sore, 3 days before the race",
        "4 days or more",
    ),
    Wrong(
        "R39",
        "a block that begins too late and does not say so",
        in_week(
            TOO_LATE,
            1,
            lambda each: replace(each, notes=tuple(one for one in each.notes if one.rule != "R39")),
        ),
        "",
        "no session and no word of it",
        "a note",
    ),
    Wrong(
        "R40",
        "a short block without a word about it",
        without_notes(SHORT, NoteKey.FEW_WEEKS),
        "",
        "3 build weeks and no note",
        "a note under 6 of them",
    ),
    Wrong(
        "R45",
        "sessions longer than the minutes asked for",
        who(BUILD, minutes=39),
        "Friday",
        "40 min",
        "at most 39 min",
    ),
    Wrong(
        "R45b",
        "sessions much shorter than the minutes asked for",
        who(only(PLAN, 3), minutes=43),
        "Tuesday",
        "34 min",
        "at least 80% of 43 min",
    ),
    Wrong(
        "R46",
        "minutes that the work does not take",
        says(BUILD, 6, 1, minutes=1),
        "Tuesday",
        "says 1 min",
        "38 min by the estimate",
    ),
    Wrong(
        "R46",
        "repetitions and a hold at once",
        in_exercise(BUILD, 6, 2, "planks", reps=5),
        "Friday, Planks",
        "both repetitions and a hold",
        "repetitions or a hold",
    ),
    Wrong(
        "R46",
        "neither repetitions nor a hold",
        in_exercise(BUILD, 6, 2, "planks", hold_s=None),
        "Friday, Planks",
        "neither repetitions nor a hold",
        "repetitions or a hold",
    ),
    Wrong(
        "R46",
        "repetitions of unknown length",
        in_exercise(BUILD, 6, 2, "push-ups", seconds_per_rep=None),
        "Friday, Push ups",
        "does not say how long a repetition takes",
        "seconds",
    ),
    Wrong(
        "R47",
        "five minutes of warm-up before high load",
        warmed(BUILD, 6, 2, minutes=5),
        "Friday",
        "5 min of warm-up",
        "8 min or more",
    ),
    Wrong(
        "R47",
        "a warm-up without rocks",
        warmed(BUILD, 6, 2, steps=(STEPS[0], STEPS[0], *STEPS[2:])),
        "Friday",
        "a warm-up without knee-to-wall rocks",
        "knee-to-wall rocks",
    ),
    Wrong(
        "R47",
        "a first lift without weight and without an easier form",
        warmed(LAST_WITHOUT_WEIGHT, 12, 1, steps=(*STEPS[:2], STEPS[3])),
        "Tuesday",
        "no easier form of Half squat first",
        "an easy set",
    ),
    Wrong(
        "R47",
        "high load in a session of fifteen minutes",
        quarter_of_an_hour(),
        "Tuesday",
        "high load after a warm-up of a session of 15 min",
        "high load in sessions of 20 min or more",
    ),
    Wrong(
        "R47",
        "a heavy lift without its lighter sets",
        warmed(BUILD, 6, 2, steps=STEPS[:3]),
        "Friday",
        "0 lighter sets of Dumbbell single-leg deadlift",
        "2 or more",
    ),
    Wrong(
        "R47",
        "jogging with a sore heel",
        warmed(SORE_WEEK, 6, 1, "2 min easy jogging or skipping"),
        "Tuesday",
        "a jog in the warm-up",
        "nothing that a niggle or an exclusion bars",
    ),
    Wrong(
        "R47",
        "a long static stretch before strength",
        warmed(BUILD, 6, 2, "stretch each calf for 45 s"),
        "Friday",
        "stretch each calf for 45 s",
        "no stretch of 30 s or more",
    ),
    Wrong(
        "R56",
        "a form for advanced lifters",
        in_exercise(BUILD, 6, 1, "squats", level=Level.ADVANCED),
        "Tuesday, Squats",
        "Goblet squat is advanced",
        "intermediate",
    ),
    Wrong(
        "R57",
        "a set to failure",
        in_exercise(BUILD, 6, 1, "squats", rir=0),
        "Tuesday, Squats",
        "0 in reserve",
        "1 or more",
    ),
    Wrong(
        "R57",
        "repetitions without a reserve",
        in_exercise(BUILD, 6, 1, "squats", rir=None),
        "Tuesday, Squats",
        "no repetitions in reserve said",
        "1 or more",
    ),
    Wrong(
        "R58",
        "a box that the athlete has not got",
        in_exercise(BUILD, 6, 2, "push-ups", kit=(Kit.BOX,)),
        "Friday, Push ups",
        "needs a box",
        "backpack, band, dumbbell",
    ),
    Wrong(
        "R58",
        "an exercise that was left out",
        who(BUILD, without=("push-ups",)),
        "Friday",
        "Push ups",
        "it was left out",
    ),
    Wrong(
        "R58",
        "an exercise that was swapped for another",
        who(BUILD, swap=(("push-ups", "band-rows"),)),
        "Friday",
        "Push ups",
        "it was left out",
    ),
    Wrong(
        "R59",
        "a changed exercise without its note",
        in_exercise(LOW_BACK, 6, 1, "planks", niggle_note=None),
        "Tuesday, Planks",
        "no note for the niggle low-back",
        "Short holds, many of them.",
    ),
    Wrong(
        "R59",
        "long holds beside a note that says short ones",
        in_exercise(LOW_BACK, 6, 1, "planks", hold_s=30),
        "Tuesday, Planks",
        "30 seconds",
        "10-15 with the niggle",
    ),
    Wrong(
        "R59",
        "more sets than the niggle's rule has",
        in_exercise(LOW_BACK, 6, 1, "planks", sets=3, rest_s=60),
        "Tuesday, Planks",
        "3 sets",
        "2 with the niggle",
    ),
    Wrong(
        "R59",
        "what only a sore sole needs",
        in_exercise(BUILD, 6, 1, "heel-raises", form="Slow heel raise on a rolled sock"),
        "Tuesday, Heel raises",
        "Slow heel raise on a rolled sock",
        "only with the niggle plantar",
    ),
    Wrong(
        "R59",
        "a form to avoid with a sore heel",
        in_exercise(SORE_WEEK, 6, 1, "squats", id="jump-squats", form="Jump squat"),
        "Tuesday, Squats",
        "Jump squat with the niggle achilles",
        "squats",
    ),
    Wrong(
        "R59",
        "one set of calf work for a sore tendon",
        in_exercise(
            in_exercise(SORE_WEEK, 6, 1, "calf-raises", sets=1, rest_s=300),
            6,
            1,
            "heel-raises",
            sets=1,
        ),
        "Tuesday",
        "2 sets of calf work for the niggle achilles",
        "3 or more",
    ),
    Wrong(
        "R59",
        "a week that does not say what the niggle changes",
        in_week(SORE_WEEK, 6, lambda each: replace(each, niggles=())),
        "",
        "does not say what the niggle achilles changes",
        "what is left out, put first and changed",
    ),
    Wrong(
        "R59",
        "no word of a third day for a sore tendon",
        without_notes(SORE, NoteKey.THIRD_DAY),
        "",
        "does not say to load the tendon on a third day",
        "a third day, not the one before a key run",
    ),
    Wrong(
        "R60",
        "a plan in spite of pain on a bone",
        only(block(replace(RUNNER, niggles=(Niggle.BONE_STRESS,))), 6),
        "",
        "a plan with the niggle bone-stress",
        "a clinician first",
    ),
    without_safety("R61", "no word on pain"),
    without_safety("R62", "no word on when to stop"),
    without_safety("R63", "no word on when to see a clinician"),
    without_safety("R64", "no word on clearance"),
    without_safety("R65", "no word on what was shown"),
    Wrong(
        "R65",
        "a promise in a note",
        also_noted(BUILD, 6, read_note("R40", "This prevents most injuries.")),
        "",
        "This prevents most injuries.",
        "*",
    ),
    Wrong(
        "R65",
        "a promise beside a day",
        says(
            BUILD,
            6,
            1,
            reasons=(
                *BUILD.weeks[0].sessions[0].reasons,
                *read_reasons("This prevents most injuries."),
            ),
        ),
        "Tuesday",
        "This prevents most injuries.",
        "*",
    ),
    Wrong(
        "R65",
        "a promise in a cue",
        in_exercise(BUILD, 6, 2, "planks", cue="This prevents most injuries."),
        "Friday, Planks",
        "This prevents most injuries.",
        "*",
    ),
)


WRONG += (
    Wrong(
        "R70",
        "an exercise that was left out for pain and is there",
        also_noted(BUILD, 6, note("R70", NoteKey.LEFT_OUT, forms=["Push-up"])),
        "Friday, Push ups",
        "Push-up, said to be left out",
        "without it, or less of it",
    ),
    Wrong(
        "R71",
        "less for a pain of 3",
        logged("push-ups", AdaptedKey.LESS_FOR_PAIN, pain=3),
        "Friday, Push ups",
        "less for pain 3",
        "pain over 3",
    ),
    Wrong(
        "R72",
        "the last dose again after a week",
        logged("push-ups", AdaptedKey.AGAIN, days=7),
        "Friday, Push ups",
        "for 7 days without strength",
        "8 days or more",
    ),
    Wrong(
        "R73",
        "half the sets after more than four weeks",
        logged("push-ups", AdaptedKey.EASED_IN, days=29, percent=80),
        "Friday, Push ups",
        "for 29 days without strength",
        "at most 28 days",
    ),
    Wrong(
        "R74",
        "a new beginning after four weeks",
        logged("push-ups", AdaptedKey.FROM_THE_BEGINNING, days=28, percent=65),
        "Friday, Push ups",
        "for 28 days without strength",
        "29 days or more",
    ),
    Wrong(
        "R75",
        "a loaded session right after an illness",
        logged("push-ups", AdaptedKey.AFTER_ILLNESS, session=1, load="low"),
        "Friday",
        "high load after an illness",
        "at most low",
    ),
    Wrong(
        "R76",
        "a step up for what was too much",
        logged("push-ups", AdaptedKey.MORE_REPS, whole=True, sign="under"),
        "week 6 Friday, Push ups",
        "changed for what was under",
        "over or more left",
    ),
    Wrong(
        "R76",
        "a weight that leaps",
        in_exercise(in_exercise(PLAN, 6, 1, "squats", kg=20.0), 7, 1, "squats", kg=26.0),
        "week 7 Tuesday, Squats",
        "26 kg after 20 kg",
        "at most 22 kg",
    ),
    Wrong(
        "R77",
        "a step down for what was easy",
        logged("push-ups", AdaptedKey.FEWER_REPS, sign="over"),
        "Friday, Push ups",
        "changed for what was over",
        "under or less left",
    ),
    Wrong(
        "R78",
        "a change by a log in which nothing stands",
        also_noted(
            logged("push-ups", AdaptedKey.MORE_REPS, sign="over"),
            6,
            note("R78", NoteKey.NOTHING_LOGGED, since="2026-12-01"),
        ),
        "Friday, Push ups",
        "changed by R76",
        "as planned, where nothing was logged",
    ),
    Wrong(
        "R78",
        "a week that waited, to a race on a day that is known",
        who(waiting(PLAN, 6), race_date=PLAN.weeks[-1].starts + timedelta(days=13)),
        "week 6",
        "waited, and the race has a date",
        "no week that waits",
    ),
    Wrong(
        "R78",
        "an easier week that waited",
        waiting(PLAN, 5, deload=True),
        "week 5",
        "an easier week that waited",
        "weeks that build wait",
    ),
    Wrong(
        "R78",
        "a week that waited, and another phase after it",
        waiting(PLAN, 5, phase=Phase.GENERAL),
        "week 6",
        "goes on after week 5, which waited",
        "what week 5 would have had",
    ),
)


def broken(findings: tuple[Finding, ...]) -> list[str]:
    return sorted({finding.rule for finding in findings})


@pytest.mark.parametrize("plan", SOUND.values(), ids=SOUND)
def test_a_sound_plan_has_no_finding(plan: Plan) -> None:
    assert check_plan(plan, CATALOGUE) == ()


@pytest.mark.parametrize("wrong", WRONG, ids=[wrong.what for wrong in WRONG])
def test_a_wrong_plan_is_caught_by_exactly_its_rule(wrong: Wrong) -> None:
    findings = check_plan(wrong.plan, CATALOGUE)
    assert broken(findings) == [wrong.rule]
    first = findings[0]
    told = (str(first.where), str(first.found), str(first.allowed))
    assert all(map(fnmatchcase, told, (wrong.where, wrong.found, wrong.allowed))), told
    assert str(first.text) == (wrong.advice or str(RULE_BY_ID[wrong.rule].advice))


def test_every_rule_is_asked_and_has_a_wrong_plan() -> None:
    assert sorted({wrong.rule for wrong in WRONG}) == [rule.id for rule in RULES]


WISHES = frozenset(
    {
        "a session fewer than asked for",
        "four sets of calf work a week",
        "minutes that the work does not take",
        "a weight that leaps",
    }
)
"""What is a should of a rule that is a must."""


@pytest.mark.parametrize("wrong", WRONG, ids=[wrong.what for wrong in WRONG])
def test_a_finding_is_a_must_or_a_should_as_the_evidence_says(wrong: Wrong) -> None:
    must = RULE_BY_ID[wrong.rule].kind is Kind.MUST and wrong.what not in WISHES
    first = check_plan(wrong.plan, CATALOGUE)[0]
    assert first.must is must


WITHOUT_PUSH = everywhere(BUILD, "push-ups", serves=())
ONE_CALF_DAY = next(wrong.plan for wrong in WRONG if wrong.what == "calf work in one session")


@pytest.mark.parametrize(
    ("athlete", "must"),
    [
        pytest.param({}, True, id="with time"),
        pytest.param({"minutes": 30}, True, id="with an hour a week"),
        pytest.param({"minutes": 29}, False, id="under an hour a week"),
        pytest.param({"sessions": 1, "minutes": 60}, False, id="with one session"),
        pytest.param({"without": ("pull-ups",)}, False, id="with something left out"),
        pytest.param({"swap": (("pull-ups", "band-rows"),)}, False, id="with something swapped"),
        pytest.param({"niggles": (Niggle.PLANTAR,)}, False, id="with a niggle"),
        pytest.param({"kit": ()}, False, id="with a need that nothing serves"),
    ],
)
@pytest.mark.parametrize(("rule", "plan"), [("R03", WITHOUT_PUSH), ("R08", ONE_CALF_DAY)])
def test_needs_and_calves_are_a_must_only_with_time_and_nothing_in_the_way(
    rule: str, plan: Plan, athlete: dict[str, Any], must: bool
) -> None:
    findings = check_plan(who(plan, **athlete), CATALOGUE)
    assert next(finding.must for finding in findings if finding.rule == rule) is must


@pytest.mark.parametrize(
    ("race", "must"),
    [
        (Race.FIVE_K, False),
        (Race.TEN_K, False),
        (Race.HALF, True),
        (Race.MARATHON, True),
        (Race.NONE, False),
    ],
)
def test_rest_after_the_long_run_is_a_must_from_the_half(race: Race, must: bool) -> None:
    findings = check_plan(who(BUILD, long_run=MON, race=race), CATALOGUE)
    assert [finding.must for finding in findings if finding.rule == "R15"] == [must]


_NEW = (3, 6, 8, 17, 19, *range(24, 30), 31, 39, 47, 59, *range(70, 79))
_BESIDE_RUNS = ("R12b", "R12c", "R12d", "R15b", "R21b")
NEW_RULES = frozenset([*_BESIDE_RUNS, "R35b", "R35c", *[f"R{number:02}" for number in _NEW]])
NEW_PARTS = frozenset(
    {
        "a session fewer than asked for",
        "more weight on an exercise that has none",
        "a next form that asks for a barbell",
        "a block without a race that ends in a build week",
        "a main lift that loses a set before an accessory does",
        "a race week that drops its lift",
        "a form in the last weeks before the race",
        "a session of high load that says low",
        "a lift that says it is light and has three sets",
        "a slow lift three days before the race",
        "lunges three days before the race",
    }
)
"""What befit 0.1 did not ask for, and what of other rules it did not."""


@pytest.mark.parametrize("wrong", WRONG, ids=[wrong.what for wrong in WRONG])
def test_a_plan_of_an_older_befit_is_asked_for_what_is_new_as_a_wish(wrong: Wrong) -> None:
    now = check_plan(wrong.plan, CATALOGUE)[0]
    finding = check_plan(replace(wrong.plan, older=True), CATALOGUE)[0]
    new = wrong.rule in NEW_RULES or wrong.what in NEW_PARTS
    assert finding.must is (now.must and not new)
    assert str(finding.text).startswith("This rule is newer than the plan") is new
    assert str(finding.text).endswith(str(now.text))


def test_an_older_plan_whose_sessions_say_less_load_has_three_of_high_load_as_a_wish() -> None:
    three = and_session(only(FREE, 6), 6, SUN, *AGAIN)
    says_less = says(three, 6, 1, load=Load.MEDIUM)
    findings = check_plan(replace(says_less, older=True), CATALOGUE)
    assert {(finding.rule, finding.must) for finding in findings if finding.rule == "R18"} == {
        ("R18", False)
    }


def test_calf_sets_are_exchanged_for_those_of_a_muscle_that_has_too_many() -> None:
    few = everywhere(BUILD, "heel-raises", pattern=Pattern.FOOT)
    for id_ in ("planks", "side-raises", "push-ups"):
        few = everywhere(few, id_, muscles=Muscles(("gluteus-maximus",)))
    told = [str(finding.text) for finding in check_plan(few, CATALOGUE) if finding.rule == "R08"]
    assert told == [
        "The calves carry every stride: do 2 sets more of calf raises, and as much less for the "
        "leg muscle that has many sets."
    ]
