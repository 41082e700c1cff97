"""What a rule allows and what it does not, right at its limits, on plans made by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

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
    SAT,
    SHORT,
    SORE,
    SORE_WEEK,
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
    in_exercise,
    in_session,
    in_week,
    moved,
    of_sets,
    only,
    says,
    settled,
    waiting,
    warmed,
    who,
    with_work,
    without_notes,
    without_work,
)
from coached_plan import (
    CALENDAR,
    CATALOGUE,
    RUNNER,
    STEPS,
    When,
    block,
    note,
)
from msgspec.structs import replace

from befit_cli.rules.check import check_plan
from befit_cli.saved.reading import read_note, read_reasons
from befit_cli.values import (
    Adapted,
    AdaptedKey,
    Catalogue,
    Day,
    Kit,
    Level,
    Load,
    Muscles,
    Next,
    Niggle,
    NoteKey,
    Pattern,
    Phase,
    Plan,
    Race,
    Role,
    Run,
    RunSource,
    Session,
    Step,
    Week,
)

BY_LOG = Adapted(rule="R76", key=AdaptedKey.FORM_STAYS)


def rule_times(plan: Plan, rule: str, catalogue: Catalogue = CATALOGUE) -> int:
    """How often that rule is told."""
    return [finding.rule for finding in check_plan(plan, catalogue)].count(rule)


def race_in(plan: Plan, number: int, **athlete: Any) -> Plan:
    """The plan with its race so many days after its first Monday."""
    return who(plan, race_date=plan.weeks[0].starts + timedelta(days=number), **athlete)


def without_session(plan: Plan, number: int, slot: int) -> Plan:
    """The plan without one session."""
    return in_week(
        plan,
        number,
        lambda each: replace(
            each, sessions=tuple(one for one in each.sessions if one.slot != slot)
        ),
    )


def of_one_exercise(plan: Plan, number: int, *sets: int, **changes: Any) -> Plan:
    """A week's first session with exercises of so many sets, and no other session."""

    def changed(each: Week) -> Week:
        one = each.sessions[0]
        work = [
            replace(one.exercises[0], id=f"mine-{place}", family=f"mine-{place}", sets=count)
            for place, count in enumerate(sets)
        ]
        work = [replace(each, **changes) for each in work]
        return replace(each, sessions=(replace(one, exercises=tuple(work)),))

    return in_week(plan, number, changed)


def leg_sets(sets: int) -> Plan:
    """A week with so many sets for every leg muscle."""
    every = Muscles(("quadriceps", "hamstrings", "gluteus-maximus", "calves"))
    return of_one_exercise(BUILD, 6, sets, muscles=every)


def jumps_among(jumps: int, legs: int) -> Plan:
    """A power week with so many sets that land among so many leg sets."""
    plan = of_one_exercise(POWER, 10, jumps, legs - jumps, contacts=0)

    def changed(one: Session) -> Session:
        return with_work(one, "mine-0", contacts=1)

    return in_session(plan, 10, 1, changed)


def harder_week(number: int, *ids: str) -> Plan:
    """The plan with some low work of one week made medium, of two sets each."""
    plan = PLAN
    for id_ in ids:
        slot = 2 if id_ == "split-squats" else 1
        plan = in_exercise(plan, number, slot, id_, load=Load.MEDIUM)
    return plan


def fewer_main_sets(accessory: int) -> Plan:
    """The first taper week with a set less of its squats, and so many of an accessory."""
    plan = in_exercise(PLAN, 11, 1, "squats", sets=1)
    return in_exercise(plan, 11, 2, "push-ups", sets=accessory, rest_s=61)


def low_race_week(plan: Plan) -> Plan:
    """The week of a marathon without its lift, four days before the race."""
    return who(without_work(moved(plan, 12, 1, WED), 12, 1, "squats"), race=Race.MARATHON)


def light_before_deload() -> Plan:
    """A lift that is light in the week before a deload, and in it."""
    light = {"light": True, "rir": 4, "load": Load.MEDIUM, "sets": 2}
    plan = in_exercise(PLAN, 3, 1, "squats", **light)
    return in_exercise(plan, 4, 1, "squats", **light)


def standing_still(reps: int) -> Plan:
    """Squats with a backpack that stay at these repetitions in weeks 5 to 7."""
    plan = PLAN
    for number in (5, 6, 7):
        plan = in_exercise(plan, number, 1, "squats", kit=(Kit.BACKPACK,), reps=reps)
    return plan


def three_with_jumps() -> Plan:
    """A deload week of three sessions, two days apart, each with something that lands."""
    plan = everywhere(only(FREE, 8), "planks", contacts=1)
    return and_session(plan, 8, SUN, replace(PUSH_UP, contacts=1))


def jumps_over_the_weekend() -> Plan:
    """A deload that ends in landings on Sunday, and a week that begins with some on Monday."""
    plan = replace(FREE, weeks=FREE.weeks[7:9])
    plan = moved(in_exercise(plan, 8, 2, "planks", contacts=1), 8, 2, SUN)
    return moved(plan, 9, 1, MON)


def low_before_race(days: int) -> Plan:
    """The week of the race with its light work alone, so many days before the race."""
    plan = in_exercise(LAST, 12, 1, "calf-raises", load=Load.LOW)
    plan = in_exercise(plan, 12, 1, "heel-raises", load=Load.LOW)
    plan = without_work(plan, 12, 1, "squats")
    return moved(plan, 12, 1, tuple(Day)[SUN.rank - days])


def heavy_tendon(*reps: int) -> Plan:
    """A sore heel's raises with a dumbbell, and the repetitions that each stretch begins with."""
    plan = SORE
    for first, most in zip((1, 5, 9), reps, strict=True):
        plan = in_exercise(
            plan,
            first,
            1,
            "calf-raises",
            form="Dumbbell calf raise on one leg",
            kit=(Kit.DUMBBELL,),
            reps=most,
        )
    return plan


def holding_still(minutes: int) -> Plan:
    """Main work that is held, and as long in weeks 5 to 7, in sessions of so many minutes."""
    plan = PLAN
    for number in (5, 6, 7):
        plan = in_exercise(plan, number, 1, "planks", role=Role.MAIN, hold_s=20)
    return who(plan, minutes=minutes)


def light_holds(sets: int, *, light: bool) -> Plan:
    """So many short planks in the ramp, and three long ones after it."""
    plan = PLAN
    for number in (1, 2):
        plan = in_exercise(plan, number, 1, "planks", sets=sets, hold_s=10, light=light)
    return plan


def on_another_day_beside(source: RunSource) -> Plan:
    """A session on another day for one week, whose runs are as ever but not the profile's."""
    return in_week(
        moved(PLAN, 6, 2, THU),
        6,
        lambda each: replace(each, runs=replace(each.runs, source=source)),
    )


def of_these(**sets: int) -> Callable[[Session], Session]:
    """The session with these of its exercises alone, and so many sets of them."""

    def changed(one: Session) -> Session:
        said = {name.replace("_", "-"): count for name, count in sets.items()}
        work = [replace(each, sets=said[each.id]) for each in one.exercises if each.id in said]
        return replace(one, exercises=tuple(work))

    return changed


def near_race(lift: int, **tuesday: int) -> Plan:
    """A first taper week with these sets on Tuesday, and one on Saturday, which is too near the race
    for what the week before had then: a lift of so many sets, a lunge, and something that lands.
    All other small work had six sets.
    """
    plan = everywhere(race_in(PLAN, 81), "split-squats", load=Load.HIGH)
    plan = in_exercise(plan, 10, 2, "planks", contacts=1)
    plan = moved(moved(plan, 10, 2, SAT), 11, 2, SAT)
    for number, slot, change in (
        (10, 1, of_these(squats=2, calf_raises=6, heel_raises=6)),
        (10, 2, of_these(single_leg_deadlifts=lift, split_squats=2, push_ups=6, planks=3)),
        (11, 1, of_these(**tuesday)),
        (11, 2, of_these(push_ups=1)),
    ):
        plan = in_session(plan, number, slot, change)
    return plan


def light_strength() -> Plan:
    """A strength phase whose lifts have a backpack and more repetitions."""
    plan = PLAN
    for number in (5, 6, 7, 8):
        for slot, id_ in ((1, "squats"), (2, "single-leg-deadlifts")):
            plan = in_exercise(plan, number, slot, id_, kit=(Kit.BACKPACK,), reps=10)
    return plan


def third_day_of(number: int) -> Plan:
    """One week with a sore heel that does not say to load it on a third day."""
    return without_notes(only(SORE, number), NoteKey.THIRD_DAY)


def with_weights(kg: dict[int, float], number: int, **changes: Any) -> Plan:
    """The weights of squats in some weeks, and what else is changed of them in one of these."""
    plan = PLAN
    for each, weight in kg.items():
        more = changes if each == number else {}
        plan = in_exercise(plan, each, 1, "squats", kg=weight, **more)
    return plan


def one_build_week(*before: When) -> Plan:
    """A block of one build week and a taper, and what comes before them."""
    number = len(before) + 1
    calendar = (
        *before,
        When(number, Phase.POWER, 3, 0),
        When(number + 1, Phase.TAPER, 3, 0, taper=True),
    )
    return block(replace(RUNNER, race=Race.TEN_K), calendar)


AT_THE_TOP = at_the_top("Split squat")
NEVER_CHANGED = everywhere(PLAN, "push-ups", reps=10)
STANDING_STILL = each_set_to(PLAN, (6, 7), "squats", (6, 6))
NO_LIFT = without_work(PLAN, 12, 1, "squats")
NO_PUSH = everywhere(BUILD, "push-ups", serves=())
NO_HOPS = warmed(BUILD, 6, 1, contacts=0)
MORE_CALVES = in_exercise(PLAN, 3, 1, "calf-raises", sets=3)
FEW_CALVES = in_exercise(PLAN, 3, 2, "calf-raises", reps=9)
CALF_FORMS = ["Backpack calf raise on one leg", "One-leg raise, bent knee"]
ONE_MORE = in_exercise(PLAN, 7, 2, "split-squats", id="mine", role=Role.MAIN)
GONE = without_work(PLAN, 7, 1, "squats")
HURTS = Adapted(rule="R71", key=AdaptedKey.LESS_FOR_PAIN, facts={"pain": 4})
FEW_HOLDS = in_exercise(LOW_BACK, 6, 1, "planks", sets=1)
"""Fewer sets than the niggle's."""
WITH_45 = who(BUILD, minutes=45)


def few_calf_sets(plan: Plan, number: int) -> Plan:
    """One week of the plan, with a set of each calf raise."""
    return everywhere(everywhere(only(plan, number), "calf-raises", sets=1), "heel-raises", sets=1)


DELOAD = only(PLAN, 4)
LATER = waiting(PLAN, 2)
"""All from week 2 on a week later."""
TENDON_RAMP = only(SORE, 1)
FEWER_PUSH_UPS = in_exercise(PLAN, 5, 2, "push-ups", reps=5)
EDGES = (
    (
        "R07",
        "two small exercises of a family",
        in_exercise(BUILD, 6, 1, "heel-raises", family="abduction", role=Role.PREHAB),
        0,
    ),
    ("R01", "one session with the race far away", without_session(BUILD, 6, 2), 1),
    (
        "R01",
        "one session where a day is barred and two are left",
        without_session(race_in(BUILD, 6, days=(MON, TUE, FRI)), 6, 2),
        1,
    ),
    (
        "R01",
        "one session where all days but one are barred",
        without_session(race_in(BUILD, 6, days=(MON, FRI)), 6, 2),
        0,
    ),
    ("R01", "one session in a taper", LAST, 0),
    ("R01", "one session in a deload", without_session(DELOAD, 4, 2), 0),
    ("R03", "no pushing in a taper", everywhere(only(PLAN, 11), "push-ups", serves=()), 0),
    ("R03", "no pushing in a deload", everywhere(DELOAD, "push-ups", serves=()), 1),
    ("R04", "three sets for each leg muscle", leg_sets(3), 4),
    ("R04", "four sets for each leg muscle", leg_sets(4), 0),
    ("R04", "sixteen sets for each leg muscle", leg_sets(16), 0),
    ("R04", "thirteen sets for a beginner's", who(leg_sets(13), level=Level.BEGINNER), 4),
    ("R04", "no sets for a leg muscle in the ramp", of_one_exercise(RAMP, 1, 2), 0),
    ("R05", "seven sets in half an hour", of_one_exercise(who(BUILD, minutes=30), 6, 3, 2, 2), 1),
    ("R05", "eight sets in half an hour", of_one_exercise(who(BUILD, minutes=30), 6, 3, 3, 2), 0),
    ("R05", "seven sets in less", of_one_exercise(who(BUILD, minutes=29), 6, 3, 2, 2), 0),
    ("R05", "two exercises", of_one_exercise(BUILD, 6, 5, 5), 1),
    ("R05", "seven exercises", of_one_exercise(BUILD, 6, *[2] * 7), 0),
    ("R05", "24 sets in 45 minutes", in_session(WITH_45, 6, 1, of_sets(24)), 0),
    ("R05", "25 sets in 45 minutes", in_session(WITH_45, 6, 1, of_sets(25)), 1),
    ("R05", "one exercise in a deload", of_one_exercise(DELOAD, 4, 1), 0),
    ("R08", "calves on one day in a deload", without_session(DELOAD, 4, 2), 0),
    (
        "R08",
        "no weight on calves in the general phase",
        everywhere(only(PLAN, 3), "calf-raises", kit=()),
        0,
    ),
    (
        "R08",
        "no weight on a beginner's calves",
        who(everywhere(BUILD, "calf-raises", kit=()), level=Level.BEGINNER),
        0,
    ),
    (
        "R08",
        "no weight on the calves of a sore tendon",
        who(everywhere(BUILD, "calf-raises", kit=()), niggles=(Niggle.ACHILLES,)),
        0,
    ),
    (
        "R08",
        "no weight on calves of who owns a band alone",
        who(everywhere(BUILD, "calf-raises", kit=()), kit=(Kit.BAND,)),
        0,
    ),
    (
        "R08",
        "no weight on calves of who cannot do what has some",
        who(everywhere(BUILD, "calf-raises", kit=()), without=("calf-raises",)),
        0,
    ),
    (
        "R08",
        "six heavy calf raises",
        heavy_calves := everywhere(BUILD, "calf-raises", reps=6, kit=(Kit.DUMBBELL,)),
        0,
    ),
    ("R08", "a beginner's six heavy ones", who(heavy_calves, level=Level.BEGINNER), 2),
    (
        "R08",
        "four calf sets in the first week after the ramp",
        everywhere(only(PLAN, 3), "heel-raises", pattern=Pattern.FOOT),
        0,
    ),
    ("R10", "loaded sessions on two days running in a block", moved(PLAN, 6, 2, WED), 1),
    ("R10", "loaded sessions with a day between in it", moved(PLAN, 6, 2, THU), 0),
    ("R11", "high load before the next of several runs", who(BUILD, hard_runs=(WED, SAT)), 2),
    ("R12", "high load two days before a run, no beginner", BUILD, 0),
    (
        "R13",
        "a wait without the run first",
        says(BUILD, 6, 1, reasons=read_reasons("Wait 3 hours.")),
        1,
    ),
    (
        "R13",
        "run first and wait in other words",
        says(BUILD, 6, 1, reasons=read_reasons("Mind to run first: 4 h between.")),
        0,
    ),
    ("R15", "high load on the day of the long run", who(BUILD, long_run=FRI), 0),
    ("R17", "three hard runs", who(RAMP, hard_runs=(MON, TUE, WED)), 0),
    ("R19", "a light lift of three sets", in_exercise(RAMP, 1, 1, "squats", sets=3), 1),
    ("R19", "a light lift with three left", in_exercise(RAMP, 1, 1, "squats", rir=3), 1),
    ("R19", "a full lift out of the ramp", only(PLAN, 3), 0),
    (
        "R19",
        "full weight and a set more after what the log made less",
        in_exercise(
            in_exercise(PLAN, 3, 1, "squats", sets=3, reps=11),
            2,
            1,
            "squats",
            adapted=Adapted(rule="R73", key=AdaptedKey.EASED_IN, facts={"days": 16, "percent": 90}),
        ),
        0,
    ),
    (
        "R19",
        "a set more after the ramp, light",
        in_exercise(
            in_exercise(PLAN, 2, 1, "squats", sets=1),
            3,
            1,
            "squats",
            sets=2,
            light=True,
            rir=4,
            load=Load.MEDIUM,
        ),
        0,
    ),
    ("R19", "a deload right after the ramp, and two lifts with more sets", EARLY_DELOAD, 3),
    (
        "R19",
        "the lifts alone after a taper",
        in_week(EARLY_DELOAD, 3, lambda each: replace(each, deload=False, taper=True)),
        2,
    ),
    ("R20", "eighty landings", in_exercise(POWER, 10, 1, "jump-squats", sets=1, reps=50), 0),
    ("R20", "eighty-one", in_exercise(POWER, 10, 1, "jump-squats", sets=1, reps=51), 1),
    ("R21", "jumps in three sessions", three_with_jumps(), 1),
    ("R21", "jumps on Sunday and the next Monday", jumps_over_the_weekend(), 1),
    (
        "R34",
        "a sixth build week in a row",
        in_week(PLAN, 4, lambda each: replace(each, deload=False)),
        1,
    ),
    ("R38", "low load two days before a half marathon", low_before_race(2), 1),
    ("R38", "low load three days before it", low_before_race(3), 0),
    ("R45", "fourteen minutes asked for", who(without_session(BUILD, 6, 2), minutes=14), 2),
    ("R45", "fifteen minutes asked for", who(without_session(BUILD, 6, 2), minutes=15), 1),
    ("R45", "sixty-one minutes asked for", who(BUILD, minutes=61), 1),
    ("R45", "sixty minutes asked for", who(BUILD, minutes=60), 0),
    ("R47", "two parts of a warm-up", warmed(LAST, 12, 1, steps=(STEPS[1], STEPS[3])), 1),
    ("R47", "a longer warm-up", warmed(LAST, 12, 1, minutes=15), 0),
    (
        "R20",
        "a beginner's hops in week 4",
        warmed(who(only(PLAN, 4), level=Level.BEGINNER), 4, 1, contacts=20),
        1,
    ),
    ("R23", "two of twenty-two", jumps_among(2, 22), 0),
    ("R23", "three of twenty-two", jumps_among(3, 22), 0),
    ("R23", "four of twenty-two", jumps_among(4, 22), 1),
    ("R23", "one of four", jumps_among(1, 4), 1),
    ("R23", "two of four", jumps_among(2, 4), 0),
    ("R23", "none in a strength week", BUILD, 0),
    ("R23", "none with a sore heel", only(SORE, 10), 0),
    (
        "R23",
        "none for who has no jump to do",
        who(only(SORE, 10), niggles=(), without=("jump-squats",)),
        0,
    ),
    ("R24", "hops in two sessions", warmed(BUILD, 6, 2, contacts=30), 0),
    (
        "R24",
        "hops in three",
        and_session(warmed(only(FREE, 6), 6, 2, contacts=30), 6, SUN, *AGAIN, hops=30),
        1,
    ),
    ("R24", "ten hops", warmed(BUILD, 6, 1, contacts=10), 1),
    ("R24", "hops in under half an hour", who(BUILD, minutes=29), 1),
    ("R24", "none in under half an hour", who(warmed(BUILD, 6, 1, contacts=0), minutes=29), 0),
    ("R24", "hops in the taper", warmed(only(PLAN, 11), 11, 1, contacts=30), 1),
    ("R24", "a beginner's hops in week 3", who(only(PLAN, 3), level=Level.BEGINNER), 1),
    ("R24", "no hops in a deload", DELOAD, 0),
    ("R24", "no hops with a sore heel", SORE_WEEK, 0),
    (
        "R26",
        "six one-leg squats",
        everywhere(
            BUILD, "squats", kit=(Kit.BACKPACK,), reps=6, per_side=True, pattern=Pattern.SQUAT
        ),
        0,
    ),
    ("R26", "sixteen repetitions", everywhere(BUILD, "squats", kit=(Kit.BACKPACK,), reps=16), 1),
    ("R26", "six heavy ones", everywhere(BUILD, "squats", reps=6), 0),
    ("R27", "a general week without heavy legs", everywhere(only(PLAN, 3), "squats", kit=()), 0),
    ("R29", "six build weeks the same", replace(PLAN, weeks=PLAN.weeks[2:9]), 0),
    (
        "R30",
        "a note that says no share",
        also_noted(without_notes(BUILD, NoteKey.ADD_LOAD), 6, read_note("R30", "Add some weight.")),
        1,
    ),
    (
        "R30",
        "more weight with a backpack",
        in_exercise(BUILD, 6, 1, "calf-raises", next=Next(step=Step.WEIGHT)),
        0,
    ),
    (
        "R30",
        "a next form that the catalogue does not know",
        in_exercise(BUILD, 6, 1, "squats", next=Next(step=Step.FORM, form="My own")),
        0,
    ),
    (
        "R31",
        "as much work in more sets",
        in_exercise(PLAN, 9, 2, "push-ups", sets=3, reps=9),
        0,
    ),
    (
        "R31",
        "a light week because of the runs",
        in_exercise(PLAN, 5, 2, "push-ups", light=True, reps=5),
        0,
    ),
    (
        "R31",
        "less work in a week as light as the one before",
        in_exercise(
            in_exercise(PLAN, 3, 2, "push-ups", light=True), 5, 2, "push-ups", light=True, reps=5
        ),
        1,
    ),
    (
        "R31",
        "less work in a block of which two weeks are left",
        replace(FEWER_PUSH_UPS, weeks=FEWER_PUSH_UPS.weeks[2:5:2]),
        1,
    ),
    (
        "R31",
        "a taper right after a deload",
        block(
            calendar=(
                *CALENDAR[:8],
                When(9, Phase.TAPER, 5, 2, taper=True),
                When(10, Phase.TAPER, 5, 2, taper=True),
            )
        ),
        0,
    ),
    ("R31", "the next rung", at_the_top("Deep split squat"), 0),
    ("R31", "heavy work with fewer repetitions", PLAN, 0),
    (
        "R32",
        "the next form, anew at eight",
        everywhere(
            replace(
                in_exercise(PLAN, 6, 2, "split-squats", form="Deep split squat", reps=8),
                weeks=in_exercise(
                    PLAN, 6, 2, "split-squats", form="Deep split squat", reps=8
                ).weeks[4:6],
            ),
            "band-rows",
            rest_s=61,
        ),
        0,
    ),
    (
        "R32",
        "a light week because of the runs",
        in_exercise(PLAN, 6, 1, "squats", light=True, sets=1, reps=5, rir=4, load=Load.MEDIUM),
        0,
    ),
    ("R32", "light main work that stands still", standing_still(12), 1),
    ("R32", "light main work at its top", standing_still(15), 0),
    ("R32", "light main work in a full session", who(standing_still(13), minutes=40), 0),
    ("R32", "the same with a minute more", who(standing_still(13), minutes=41), 1),
    ("R32", "a session more for one week", and_session(PLAN, 6, SUN, PUSH_UP), 2),
    (
        "R32",
        "another main exercise for one week, left out and new twice",
        in_exercise(PLAN, 6, 1, "squats", id="mine"),
        4,
    ),
    (
        "R32",
        "another day in a week of other runs",
        in_week(
            moved(PLAN, 6, 2, THU),
            6,
            lambda each: replace(each, runs=replace(each.runs, long=(SAT,))),
        ),
        0,
    ),
    (
        "R33",
        "four hard sets more out of the ramp",
        harder_week(3, "glute-bridges", "side-raises"),
        0,
    ),
    (
        "R33",
        "four hard sets more within the ramp",
        harder_week(2, "glute-bridges", "side-raises"),
        1,
    ),
    (
        "R33",
        "six hard sets more out of the ramp",
        harder_week(3, "glute-bridges", "side-raises", "split-squats"),
        1,
    ),
    (
        "R35",
        "a taper without a race",
        in_week(
            in_exercise(NO_RACE, 11, 1, "planks", sets=1),
            11,
            lambda each: replace(each, deload=False, taper=True),
        ),
        1,
    ),
    ("R35", "no lift in a week that allows low load alone", low_race_week(PLAN), 0),
    (
        "R35",
        "no lift there, though the block has had an easy form of it",
        low_race_week(in_exercise(PLAN, 3, 1, "squats", form="Half squat", load=Load.LOW)),
        1,
    ),
    (
        "R35",
        "no lift there, and on its day nothing to do it with",
        who(
            low_race_week(in_exercise(PLAN, 3, 1, "squats", form="Half squat", load=Load.LOW)),
            kit_by_day={WED: ()},
        ),
        0,
    ),
    ("R35", "no lift there, without a run ahead", without_work(FREE, 12, 1, "squats"), 1),
    ("R35", "no lift in the second session", without_work(PLAN, 11, 2, "single-leg-deadlifts"), 0),
    ("R35", "a lift that loses a set with the accessories", fewer_main_sets(1), 0),
    ("R35", "a lift that loses a set before one of them", fewer_main_sets(2), 1),
    ("R34", "a deload of a light lift with four left", light_before_deload(), 0),
    (
        "R34",
        "a deload as close to failure in the same form, whatever the log changed",
        in_exercise(PLAN, 8, 2, "split-squats", rir=3, adapted=BY_LOG),
        1,
    ),
    (
        "R34",
        "a deload with another form, new and as close to failure",
        in_exercise(PLAN, 8, 2, "split-squats", form="Deep split squat", rir=3),
        2,
    ),
    (
        "R34",
        "a deload with a hold that the log came to, which keeps nothing in reserve",
        in_exercise(
            PLAN,
            8,
            2,
            "split-squats",
            form="A hold",
            reps=None,
            hold_s=20,
            rir=None,
            adapted=BY_LOG,
        ),
        0,
    ),
    (
        "R25",
        "a landing drill after weeks of hops, for pain",
        in_exercise(
            PLAN, 9, 1, "jump-squats", form="Snap-down", adapted=replace(BY_LOG, rule="R71")
        ),
        0,
    ),
    (
        "R32",
        "a session that comes back after all of it was left out for pain",
        in_exercise(
            without_session(PLAN, 6, 1), 6, 2, "push-ups", adapted=replace(BY_LOG, rule="R71")
        ),
        0,
    ),
    ("R37", "hops five days before the race", warmed(LAST, 12, 1, contacts=20), 1),
    (
        "R38",
        "a form that stays out, without a race",
        who(in_exercise(POWER, 10, 1, "glute-bridges", form="Nordic lowering"), race=Race.NONE),
        0,
    ),
    ("R39", "no session, and a note", TOO_LATE, 0),
    (
        "R29",
        "the same in seven build weeks, and with a weight in the last of them",
        in_exercise(NEVER_CHANGED, 9, 2, "push-ups", kit=(Kit.BACKPACK,)),
        0,
    ),
    (
        "R31",
        "at its top, and light because of the runs",
        in_exercise(AT_THE_TOP, 9, 2, "split-squats", light=True),
        0,
    ),
    (
        "R31",
        "at its top, and its next form in another session",
        in_exercise(AT_THE_TOP, 9, 1, "calf-raises", id="split-squats", form="Deep split squat"),
        0,
    ),
    ("R31", "at its top, and a set more", in_exercise(AT_THE_TOP, 9, 2, "split-squats", sets=4), 0),
    (
        "R32",
        "a main lift that stands still and ends light because of the runs",
        in_exercise(STANDING_STILL, 7, 1, "squats", light=True),
        0,
    ),
    (
        "R32",
        "a main lift that stands still and began light because of the runs",
        in_exercise(STANDING_STILL, 5, 1, "squats", light=True),
        0,
    ),
    ("R32", "a main lift that is gone at the end", GONE, 1),
    (
        "R32",
        "a main lift that is gone after a week that the log made less",
        in_exercise(GONE, 6, 2, "push-ups", adapted=HURTS),
        0,
    ),
    (
        "R32",
        "a main lift that is gone in a week that the log made less",
        in_exercise(GONE, 7, 2, "push-ups", adapted=HURTS),
        0,
    ),
    ("R32", "a main exercise more at the end", ONE_MORE, 1),
    (
        "R32",
        "a main exercise more after a week that the log made less",
        in_exercise(ONE_MORE, 6, 2, "push-ups", adapted=HURTS),
        0,
    ),
    ("R32", "a hold with a set more, and longer, out of the ramp", light_holds(2, light=True), 0),
    ("R32", "a hold with a set more, and longer", light_holds(2, light=False), 1),
    ("R32", "a hold with a set fewer out of the ramp", light_holds(4, light=True), 1),
    (
        "R32",
        "a shorter hold, as light as the week before",
        in_exercise(light_holds(2, light=True), 2, 1, "planks", hold_s=9),
        1,
    ),
    (
        "R32",
        "fewer repetitions in the second of two weeks",
        in_exercise(PLAN, 10, 2, "push-ups", reps=10),
        1,
    ),
    (
        "R32",
        "a main lift that stands still for two weeks",
        each_set_to(PLAN, (10,), "squats", (4,)),
        1,
    ),
    (
        "R32",
        "fewer repetitions by the log, and as planned after that",
        in_exercise(PLAN, 6, 2, "push-ups", reps=8, adapted=BY_LOG),
        0,
    ),
    ("R32", "a hold that stands still in a full session", holding_still(38), 0),
    ("R32", "the same with a minute more", holding_still(39), 1),
    (
        "R32",
        "another day in a week of a running plan",
        on_another_day_beside(RunSource.PLAN),
        0,
    ),
    ("R32", "another day in a week of own runs", on_another_day_beside(RunSource.ADJUSTED), 0),
    ("R34", "few sets in a deload", in_exercise(PLAN, 4, 1, "planks", sets=1), 1),
    ("R34", "a taper after the only build week that there is", one_build_week(), 0),
    (
        "R34",
        "a taper after the only build week since a deload",
        one_build_week(*CALENDAR[:4]),
        1,
    ),
    (
        "R35",
        "a set of all that the race allows as it was, and the lift that is",
        near_race(3, squats=2, calf_raises=1, heel_raises=1),
        0,
    ),
    ("R35", "a set less", near_race(3, squats=2, calf_raises=1), 1),
    (
        "R35",
        "few sets near the race where nothing had a set to lose by being light",
        near_race(2, squats=2, calf_raises=1, heel_raises=1),
        1,
    ),
    (
        "R35",
        "no lift in the first session, which never had one",
        everywhere(PLAN, "squats", role=Role.ACCESSORY),
        0,
    ),
    (
        "R35",
        "no lift in the race's week, and other work of all their families there",
        in_exercise(
            in_exercise(NO_LIFT, 12, 1, "calf-raises", family="squat"),
            12,
            1,
            "heel-raises",
            family="hinge",
        ),
        0,
    ),
    (
        "R35",
        "no lift there, and other work of one of their families",
        in_exercise(NO_LIFT, 12, 1, "calf-raises", family="squat"),
        1,
    ),
    (
        "R59",
        "heavy tendon work in its first stretch",
        in_exercise(
            SORE,
            9,
            1,
            "calf-raises",
            form="Dumbbell calf raise on one leg",
            kit=(Kit.DUMBBELL,),
            reps=12,
        ),
        0,
    ),
    (
        "R59",
        "heavy tendon work that was held at first",
        in_exercise(heavy_tendon(12, 12, 12), 1, 1, "calf-raises", reps=None, hold_s=30),
        1,
    ),
    ("R59", "no third day in a block's last build week", third_day_of(10), 1),
    ("R59", "no third day in its taper", third_day_of(11), 0),
    ("R59", "a set fewer than the niggle's", FEW_HOLDS, 1),
    (
        "R59",
        "a set fewer where it is light",
        in_exercise(FEW_HOLDS, 6, 1, "planks", light=True),
        0,
    ),
    (
        "R59",
        "a set fewer in a week that the log made less",
        in_exercise(FEW_HOLDS, 6, 2, "push-ups", adapted=HURTS),
        0,
    ),
    (
        "R59",
        "a set fewer in the ramp",
        in_week(FEW_HOLDS, 6, lambda each: replace(each, number=1)),
        0,
    ),
    ("R03", "no pushing for who has no day", who(NO_PUSH, days=()), 1),
    ("R19", "calf work in full after the ramp, and a set more of it", MORE_CALVES, 1),
    (
        "R19",
        "the same of a sore tendon's calf work",
        in_exercise(SORE, 3, 1, "calf-raises", sets=3),
        0,
    ),
    (
        "R19",
        "another form in full after the ramp, and a set more than of the light one",
        in_exercise(PLAN, 3, 1, "squats", form="My own squat", sets=3),
        0,
    ),
    ("R24", "no hops", NO_HOPS, 1),
    (
        "R24",
        "no hops in a week that the log made less",
        in_exercise(NO_HOPS, 6, 2, "push-ups", adapted=HURTS),
        0,
    ),
    (
        "R28",
        "what the efforts mean, in the second week",
        also_noted(without_notes(PLAN, NoteKey.EFFORT), 2, note("R28", NoteKey.EFFORT)),
        1,
    ),
    (
        "R31",
        "less in one session than before, and more than in the other",
        in_exercise(FEW_CALVES, 5, 1, "calf-raises", reps=10),
        1,
    ),
    (
        "R31",
        "less in another session than in that with more",
        says(in_exercise(FEW_CALVES, 5, 2, "calf-raises", reps=10), 5, 2, slot=3),
        0,
    ),
    (
        "R76",
        "the old weight after a week with less for pain",
        with_weights({5: 40.0, 6: 20.0, 7: 40.0}, 6, adapted=HURTS),
        0,
    ),
    (
        "R76",
        "the old weight after a light week",
        with_weights({5: 40.0, 6: 20.0, 7: 40.0}, 6, light=True, sets=2, rir=4),
        0,
    ),
    ("R76", "a leap over a week without a weight", with_weights({5: 20.0, 7: 40.0}, 0), 1),
    (
        "R76",
        "a weight that is light",
        with_weights({5: 20.0, 6: 40.0}, 6, light=True, sets=2, rir=4),
        0,
    ),
    ("R76", "two steps of a tenth at once", with_weights({5: 20.0, 6: 24.0}, 0), 0),
    ("R76", "more than two", with_weights({5: 20.0, 6: 24.5}, 0), 1),
    ("R76", "two of the smallest steps, which are more", with_weights({5: 6.0, 6: 10.0}, 0), 0),
    ("R76", "more than two of them", with_weights({5: 6.0, 6: 10.5}, 0), 1),
    (
        "R76",
        "a leap from a weight that the log raised",
        with_weights({6: 20.0, 7: 40.0}, 6, adapted=Adapted(rule="R76", key=AdaptedKey.MORE_REPS)),
        1,
    ),
    (
        "R14",
        "low load on the day of the long run",
        says(
            who(settled(in_session(BUILD, 6, 2, of_these(push_ups=2, band_rows=2))), long_run=FRI),
            6,
            2,
            with_run=Run.LONG,
        ),
        0,
    ),
    (
        "R19",
        "a deload after the two first weeks of a later part of a block",
        replace(PLAN, weeks=PLAN.weeks[5:]),
        0,
    ),
    ("R19", "no word of the ramp in weeks after it", replace(PLAN, weeks=PLAN.weeks[4:6]), 0),
    (
        "R19",
        "no word of it in a week without a session",
        in_week(RAMP, 1, lambda each: replace(each, sessions=(), notes=())),
        0,
    ),
    (
        "R19",
        "a word of it in a week after it",
        also_noted(without_notes(PLAN, NoteKey.RAMP), 5, note("R19", NoteKey.RAMP)),
        1,
    ),
    ("R24", "no hops near the race", race_in(NO_HOPS, 6), 0),
    (
        "R46",
        "neither repetitions nor a hold, in a block",
        in_exercise(PLAN, 6, 2, "planks", hold_s=None),
        1,
    ),
    (
        "R08",
        "calf work that is held",
        in_exercise(BUILD, 6, 1, "heel-raises", reps=None, hold_s=30),
        0,
    ),
    (
        "R19",
        "a full lift with a set more within the ramp, told once",
        in_exercise(PLAN, 2, 1, "squats", light=False, load=Load.HIGH, sets=3),
        1,
    ),
    (
        "R25",
        "a prerequisite in a note on something else",
        also_noted(
            without_notes(PLAN, NoteKey.PREREQUISITE),
            9,
            note("R30", NoteKey.ADD_LOAD, form="Jump squat"),
        ),
        1,
    ),
    ("R27", "heavy legs in other phases than strength", light_strength(), 1),
    (
        "R30",
        "more weight where there is none, on what hurts",
        in_exercise(BUILD, 6, 2, "push-ups", next=Next(step=Step.WEIGHT), adapted=HURTS),
        1,
    ),
    (
        "R31",
        "as many repetitions as there may be, and room for a set",
        everywhere(AT_THE_TOP, "split-squats", sets=2),
        0,
    ),
    (
        "R31",
        "as much work as before, below its top",
        everywhere(
            each_set_to(PLAN, (9,), "split-squats", (13,)),
            "split-squats",
            sets=3,
            next=Next(step=Step.FORM, form="Deep split squat"),
        ),
        0,
    ),
    (
        "R32",
        "another form of a main lift by the log",
        in_exercise(PLAN, 7, 1, "squats", form="My own squat", adapted=BY_LOG),
        0,
    ),
    (
        "R32",
        "a hold for repetitions, and repetitions again",
        in_exercise(PLAN, 6, 2, "push-ups", reps=None, hold_s=5),
        0,
    ),
    (
        "R34",
        "a deload that says no reserve",
        in_exercise(PLAN, 8, 2, "split-squats", rir=None),
        1,
    ),
    (
        "R35",
        "main work that is no lift loses sets before an accessory does",
        in_exercise(everywhere(PLAN, "planks", role=Role.MAIN), 11, 2, "push-ups", sets=2),
        0,
    ),
    (
        "R59",
        "no third day for a tendon whose work was left out",
        also_noted(third_day_of(10), 10, note("R70", NoteKey.LEFT_OUT, forms=CALF_FORMS)),
        0,
    ),
    # A block that waited: its weeks count by what was trained.
    ("R08", "few calf sets in the third week, a week later", few_calf_sets(LATER, 4), 0),
    ("R08", "few calf sets in the fifth, a week later", few_calf_sets(LATER, 6), 1),
    (
        "R20",
        "a beginner's hops in the fourth week, a week later",
        warmed(who(only(LATER, 5), level=Level.BEGINNER), 5, 1, contacts=20),
        1,
    ),
    (
        "R23",
        "no jumps for a beginner in the fourth week, a week later",
        who(
            in_week(only(LATER, 5), 5, lambda each: replace(each, phase=Phase.POWER, deload=False)),
            level=Level.BEGINNER,
        ),
        0,
    ),
    (
        "R24",
        "likewise",
        warmed(who(only(LATER, 5), level=Level.BEGINNER), 5, 1, contacts=20),
        1,
    ),
    (
        "R32",
        "main work that is the same a week later, with one that waited between",
        each_set_to(waiting(PLAN, 6), (7, 8), "squats", (6, 7)),
        0,
    ),
    ("R19", "a short block that waited has the ramp of a short one", waiting(SHORT, 3), 0),
    (
        "R40",
        "a short block that waited, without a word about it",
        without_notes(waiting(SHORT, 3), NoteKey.FEW_WEEKS),
        1,
    ),
    (
        "R39",
        "a session in the week of the race",
        race_in(in_week(LAST, 12, lambda each: replace(each, number=1, of=1)), 3),
        1,
    ),
    (
        "R39",
        "a session four days before it",
        race_in(in_week(LAST, 12, lambda each: replace(each, number=1, of=1)), 4),
        0,
    ),
    ("R45b", "a short session in the ramp", who(RAMP, minutes=60), 0),
    (
        "R45b",
        "a short session of six exercises, and one of seven",
        who(only(PLAN, 3), minutes=60),
        1,
    ),
    (
        "R45b",
        "a session with all the sets it may have",
        who(in_session(BUILD, 6, 1, of_sets(24)), minutes=60),
        0,
    ),
    ("R45b", "a week with all the sets that a muscle may have", who(leg_sets(16), minutes=60), 0),
    (
        "R57",
        "a beginner's two in reserve",
        in_exercise(who(BUILD, level=Level.BEGINNER), 6, 1, "squats", rir=2),
        1,
    ),
    ("R57", "jumps without a reserve", POWER, 0),
    ("R59", "two sets of calf work in the ramp", TENDON_RAMP, 0),
    (
        "R59",
        "one set in under half an hour",
        who(
            everywhere(everywhere(SORE_WEEK, "calf-raises", sets=1), "heel-raises", sets=1),
            minutes=29,
        ),
        0,
    ),
    (
        "R59",
        "fewer sets than the niggle's in a deload",
        in_exercise(
            only(block(replace(RUNNER, niggles=(Niggle.LOW_BACK,))), 4),
            4,
            1,
            "planks",
            sets=1,
            hold_s=12,
            niggle_note="Short holds, many of them.",
        ),
        0,
    ),
    ("R59", "heavy tendon work with as many repetitions", heavy_tendon(12, 12, 12), 2),
    ("R59", "heavy tendon work with fewer in each stretch", heavy_tendon(15, 12, 8), 0),
    ("R59", "heavy tendon work at its fewest", heavy_tendon(8, 6, 6), 0),
    (
        "R59",
        "no third day for three sessions",
        who(without_notes(SORE_WEEK, NoteKey.THIRD_DAY), sessions=3),
        0,
    ),
    (
        "R39",
        "a session in the week of the race, of a block that began long before",
        race_in(LAST, 3),
        0,
    ),
    (
        "R39",
        "no session there",
        in_week(LAST, 12, lambda each: replace(each, sessions=(), notes=())),
        0,
    ),
    (
        "R40",
        "no session at all, and no word of few weeks",
        without_notes(TOO_LATE, NoteKey.FEW_WEEKS),
        0,
    ),
    ("R40", "one week of a longer block", RAMP, 0),
    (
        "R40",
        "a block of one week without a word about it",
        in_week(RAMP, 1, lambda each: replace(each, of=1)),
        1,
    ),
    (
        "R40",
        "a short block without a word about it, of which a week is off",
        in_week(
            without_notes(SHORT, NoteKey.FEW_WEEKS), 2, lambda each: replace(each, sessions=())
        ),
        1,
    ),
    (
        "R39",
        "no session in a first week, without a race",
        who(
            in_week(only(PLAN, 1), 1, lambda each: replace(each, sessions=(), notes=())),
            race=Race.NONE,
        ),
        0,
    ),
    (
        "R71",
        "less for a pain of 4",
        in_exercise(
            BUILD,
            6,
            2,
            "push-ups",
            adapted=Adapted(rule="R71", key=AdaptedKey.LESS_FOR_PAIN, facts={"pain": 4}),
        ),
        0,
    ),
    (
        "R70",
        "less of what was left out",
        also_noted(
            in_exercise(BUILD, 6, 2, "push-ups", adapted=BY_LOG),
            6,
            note("R70", NoteKey.LEFT_OUT, forms=["Push-up"]),
        ),
        0,
    ),
)


@pytest.mark.parametrize(
    ("rule", "what", "plan", "times"), EDGES, ids=[f"{rule} {what}" for rule, what, *_ in EDGES]
)
def test_at_its_limits_a_rule_is_told_as_often_as_it_is_broken(
    rule: str, what: str, plan: Plan, times: int
) -> None:
    assert rule_times(plan, rule) == times


@pytest.mark.parametrize(
    ("helps", "places"),
    [
        pytest.param(True, ["week 5", "week 9"], id="calf work that helps"),
        pytest.param(False, [], id="calf work that is said to help nobody"),
    ],
)
def test_what_helps_a_tendon_becomes_heavier(helps: bool, places: list[str]) -> None:
    calves = CATALOGUE.by_id["calf-raises"]
    of_no_help = tuple([replace(form, niggles={}) for form in calves.ladder])
    others = [exercise for exercise in CATALOGUE.exercises if exercise is not calves]
    catalogue = Catalogue(exercises=(*others, replace(calves, ladder=of_no_help)))
    findings = check_plan(heavy_tendon(12, 12, 12), CATALOGUE if helps else catalogue)
    heavier = [str(one.where) for one in findings if "as before" in str(one.found)]
    assert [" ".join(where.split()[:2]) for where in heavier] == places


def test_a_deload_right_after_another_has_nothing_that_the_other_lacked() -> None:
    plan = in_week(PLAN, 7, lambda each: replace(each, deload=True))
    lacking = without_work(plan, 7, 1, "planks")
    new = [
        [
            str(finding.where)
            for finding in check_plan(each, CATALOGUE)
            if "new" in str(finding.found)
        ]
        for each in (plan, lacking)
    ]
    assert new == [[], ["week 8 Tuesday, Planks"]]


@pytest.mark.parametrize(
    ("rule", "plan", "told"),
    [
        pytest.param(
            "R20",
            warmed(who(only(PLAN, 4), level=Level.BEGINNER), 4, 1, contacts=20),
            ("Tuesday", "20 landings", "none yet"),
            id="a beginner's first jumps too soon",
        ),
        pytest.param(
            "R35",
            in_week(PLAN, 11, lambda each: replace(each, taper=False, deload=True)),
            ("week 11", "no taper week", "the last 2 weeks taper"),
            id="no taper",
        ),
        pytest.param(
            "R21",
            three_with_jumps(),
            ("", "3 sessions with jumps", "at most 2"),
            id="jumps in three sessions",
        ),
        pytest.param(
            "R24",
            and_session(warmed(only(FREE, 6), 6, 2, contacts=30), 6, SUN, *AGAIN, hops=30),
            ("", "low hops in 3 sessions", "1-2"),
            id="hops in three",
        ),
        pytest.param(
            "R24",
            warmed(only(PLAN, 3), 3, 1, contacts=30),
            ("Tuesday", "30 low hops", "20"),
            id="more hops than at first",
        ),
        pytest.param(
            "R24",
            who(BUILD, minutes=29),
            ("Tuesday", "30 low hops", "none"),
            id="hops in a short session",
        ),
        pytest.param(
            "R32",
            and_session(PLAN, 6, SUN, PUSH_UP),
            ("week 6 Sunday", "a new session", "the sessions of the week before"),
            id="a session more",
        ),
        pytest.param(
            "R34",
            in_week(PLAN, 4, lambda each: replace(each, deload=False)),
            ("week 6", "build week 6 in a row", "an easier week after 2-5 of them"),
            id="a sixth build week",
        ),
        pytest.param(
            "R45",
            who(BUILD, minutes=61),
            ("", "61 min asked for", "15-60 min"),
            id="too many minutes",
        ),
        pytest.param(
            "R59",
            heavy_tendon(12, 12, 12),
            (
                "week 5 Tuesday, Calf raises",
                "12 repetitions, as before",
                "fewer than 12, and heavier",
            ),
            id="heavy tendon work",
        ),
    ],
)
def test_a_finding_says_where_what_and_the_limit(
    rule: str, plan: Plan, told: tuple[str, str, str]
) -> None:
    first = next(finding for finding in check_plan(plan, CATALOGUE) if finding.rule == rule)
    assert (str(first.where), str(first.found), str(first.allowed)) == told


@pytest.mark.parametrize(
    ("race", "allowed"),
    [
        pytest.param(Race.FIVE_K, "the last week tapers", id="one week"),
        pytest.param(Race.NONE, "no taper without a race", id="none"),
    ],
)
def test_a_week_of_taper_too_many_is_told_with_those_that_do(race: Race, allowed: str) -> None:
    findings = [each for each in check_plan(who(PLAN, race=race), CATALOGUE) if each.rule == "R35"]
    assert str(findings[0].found) == "a taper week"
    assert str(findings[0].allowed) == allowed


def test_a_session_in_a_block_that_begins_in_the_week_of_the_race_is_told_by_its_day() -> None:
    sessions = BUILD.weeks[0].sessions
    plan = in_week(TOO_LATE, 1, lambda each: replace(each, sessions=sessions))
    findings = [each for each in check_plan(plan, CATALOGUE) if each.rule == "R39"]
    assert [(str(each.where), str(each.found), str(each.allowed)) for each in findings] == [
        (day, "a session in a block that begins in the week of the race", "none")
        for day in ("week 1 Tuesday", "week 1 Friday")
    ]
