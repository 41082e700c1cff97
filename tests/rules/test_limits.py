"""What a rule allows of a week and what it does not, right at its limits, on plans made by hand."""

from __future__ import annotations

from typing import Any

import pytest
from altered_plan import (
    AGAIN,
    BUILD,
    BY_LOG,
    FREE,
    FRI,
    HURTS,
    LAST,
    MON,
    PLAN,
    POWER,
    PUSH_UP,
    RAMP,
    SAT,
    SORE,
    SORE_WEEK,
    SUN,
    THU,
    TOO_LATE,
    TUE,
    WED,
    also_noted,
    and_session,
    everywhere,
    friday_jumps,
    heavy_tendon,
    in_exercise,
    in_session,
    in_week,
    moved,
    of_sets,
    of_these,
    only,
    race_in,
    rule_times,
    says,
    settled,
    tuned_up,
    waiting,
    warmed,
    who,
    with_work,
    without_notes,
    without_session,
)
from coached_plan import CATALOGUE, STEPS, note
from msgspec.structs import replace

from befit_cli.planning.notes import no_heavy_legs_note
from befit_cli.rules.check import check_plan
from befit_cli.saved.reading import read_note, read_reasons
from befit_cli.values import (
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
    Runs,
    Session,
    Step,
    Week,
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


def three_with_jumps() -> Plan:
    """A deload week of three sessions, two days apart, each with something that lands."""
    plan = everywhere(only(FREE, 8), "planks", contacts=1)
    return and_session(plan, 8, SUN, replace(PUSH_UP, contacts=1))


def jumps_over_the_weekend() -> Plan:
    """A deload that ends in landings on Sunday, and a week that begins with some on Monday."""
    plan = replace(FREE, weeks=FREE.weeks[7:9])
    plan = moved(in_exercise(plan, 8, 2, "planks", contacts=1), 8, 2, SUN)
    return moved(plan, 9, 1, MON)


def light_strength(*others: int) -> Plan:
    """A strength phase, and other weeks, whose lifts have a backpack and more repetitions."""
    plan = PLAN
    for number in (5, 6, 7, 8, *others):
        for slot, id_ in ((1, "squats"), (2, "single-leg-deadlifts")):
            plan = in_exercise(plan, number, slot, id_, kit=(Kit.BACKPACK,), reps=10)
    return plan


NO_PUSH = everywhere(BUILD, "push-ups", serves=())
NO_HOPS = warmed(BUILD, 6, 1, contacts=0)
WITH_45 = who(BUILD, minutes=45)


def few_calf_sets(plan: Plan, number: int) -> Plan:
    """One week of the plan, with a set of each calf raise."""
    return everywhere(everywhere(only(plan, number), "calf-raises", sets=1), "heel-raises", sets=1)


def tuesdays_lift(plan: Plan = BUILD, sets: int = 2, **changes: Any) -> Plan:
    """A week of one lift of medium load that leaves the legs fresh, on Tuesday."""
    return of_one_exercise(plan, 6, sets, **({"load": Load.MEDIUM, "rir": 4} | changes))


def on_race_day(days: tuple[Day, ...], *races: Day) -> Plan:
    """The week of the race with a session on Tuesday, for who has these days, with tune-up races in
    it.
    """
    return in_week(
        who(LAST, days=days), 12, lambda each: replace(each, runs=Runs(hard=races, tune_ups=races))
    )


def beside_long_run(plan: Plan, which: str, day: Day) -> Plan:
    """The sixth week with the long run on that day in it, or in a week beside it."""
    return in_week(plan, 6, lambda each: replace(each, **{which: Runs(long=(day,))}))


TENDON = {"id": "calf-raises", "form": "Backpack calf raise on one leg", "pattern": Pattern.CALF}
DELOAD = only(PLAN, 4)
LATER = waiting(PLAN, 2)
"""All from week 2 on a week later."""
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
    ("R04", "three sets two days before a tune-up race", tuned_up(leg_sets(3), "runs", THU), 0),
    ("R04", "three sets three days before it", tuned_up(leg_sets(3), "runs", FRI), 4),
    (
        "R04",
        "too many sets two days before it",
        tuned_up(who(leg_sets(13), level=Level.BEGINNER), "runs", THU),
        4,
    ),
    ("R04", "no sets for a leg muscle in the ramp", of_one_exercise(RAMP, 1, 2), 0),
    ("R05", "seven sets in half an hour", of_one_exercise(who(BUILD, minutes=30), 6, 3, 2, 2), 1),
    ("R05", "eight sets in half an hour", of_one_exercise(who(BUILD, minutes=30), 6, 3, 3, 2), 0),
    (
        "R05",
        "seven sets two days before a tune-up race",
        tuned_up(of_one_exercise(who(BUILD, minutes=30), 6, 3, 2, 2), "runs", THU),
        0,
    ),
    (
        "R05",
        "seven sets three days before it",
        tuned_up(of_one_exercise(who(BUILD, minutes=30), 6, 3, 2, 2), "runs", FRI),
        1,
    ),
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
        "two legs alone with a sore tendon",
        who(everywhere(BUILD, "calf-raises", per_side=False), niggles=(Niggle.ACHILLES,)),
        0,
    ),
    (
        "R08",
        "so few calf sets that they are too few for any leg muscle",
        everywhere(few_calf_sets(PLAN, 6), "heel-raises", muscles=Muscles(("feet",), ())),
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
    ("R12", "high load three days before a tune-up race", tuned_up(BUILD, "runs", FRI), 0),
    (
        "R12",
        "high load two days before one of the week after",
        tuned_up(moved(BUILD, 6, 2, SAT), "runs_after", MON),
        1,
    ),
    (
        "R12",
        "high load two days after one of the week before",
        tuned_up(BUILD, "runs_before", SUN),
        0,
    ),
    ("R12b", "high load on the day itself", tuned_up(BUILD, "runs", TUE), 1),
    ("R12b", "high load the day before, and two days after", tuned_up(BUILD, "runs", WED), 1),
    ("R12b", "high load two days before, and the day after", tuned_up(BUILD, "runs", THU), 1),
    (
        "R12b",
        "high load on Monday after one of the week before",
        tuned_up(moved(BUILD, 6, 1, MON), "runs_before", SUN),
        1,
    ),
    (
        "R12b",
        "medium load on Sunday before one of the week after",
        tuned_up(moved(tuesdays_lift(), 6, 1, SUN), "runs_after", MON),
        1,
    ),
    ("R12b", "low load on its day", tuned_up(tuesdays_lift(load=Load.LOW), "runs", TUE), 0),
    ("R12c", "two sets, four left", tuned_up(tuesdays_lift(), "runs", THU), 0),
    ("R12c", "three sets, four left", tuned_up(tuesdays_lift(sets=3), "runs", THU), 1),
    ("R12c", "two sets, three left", tuned_up(tuesdays_lift(rir=3), "runs", THU), 1),
    ("R12c", "three sets, three left", tuned_up(tuesdays_lift(sets=3, rir=3), "runs", THU), 2),
    ("R12c", "three sets the day before", tuned_up(tuesdays_lift(sets=3), "runs", WED), 1),
    ("R12c", "three sets three days before", tuned_up(tuesdays_lift(sets=3), "runs", FRI), 0),
    ("R12c", "three sets on its day", tuned_up(tuesdays_lift(sets=3), "runs", TUE), 0),
    (
        "R12c",
        "three sets on Saturday before one of the week after",
        tuned_up(moved(tuesdays_lift(sets=3), 6, 1, SAT), "runs_after", MON),
        1,
    ),
    (
        "R12c",
        "three sets of low load, two left",
        tuned_up(tuesdays_lift(sets=3, rir=2, load=Load.LOW), "runs", THU),
        0,
    ),
    (
        "R12c",
        "two sets of a hold",
        tuned_up(tuesdays_lift(rir=None, reps=None, hold_s=30), "runs", THU),
        0,
    ),
    (
        "R12c",
        "three sets of a jump",
        tuned_up(tuesdays_lift(sets=3, rir=None, contacts=1), "runs", THU),
        0,
    ),
    (
        "R12c",
        "three sets of push-ups, two left",
        tuned_up(tuesdays_lift(sets=3, rir=2, pattern=Pattern.PUSH), "runs", THU),
        0,
    ),
    (
        "R12c",
        "three sets of calf work, four left",
        tuned_up(tuesdays_lift(sets=3, **TENDON), "runs", THU),
        0,
    ),
    (
        "R12c",
        "calf work with three left",
        tuned_up(tuesdays_lift(rir=3, **TENDON), "runs", THU),
        1,
    ),
    (
        "R12c",
        "a sore tendon's with three left",
        tuned_up(tuesdays_lift(SORE_WEEK, rir=3, **TENDON), "runs", THU),
        0,
    ),
    ("R12d", "strength on its day where Thursday is free", on_race_day((TUE, THU), TUE), 1),
    ("R12d", "where the race leaves no other day", on_race_day((TUE, FRI), TUE), 0),
    ("R12d", "where the other day has a race, too", on_race_day((TUE, THU), TUE, THU), 0),
    ("R12d", "where there is no other day", on_race_day((TUE,), TUE), 0),
    (
        "R12d",
        "where the other days have strength",
        tuned_up(who(BUILD, days=(TUE, FRI)), "runs", TUE),
        0,
    ),
    ("R12d", "strength beside its day", on_race_day((TUE, THU), WED), 0),
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
    ("R15b", "two sets, four left", who(tuesdays_lift(), long_run=WED), 0),
    ("R15b", "three sets the day before it", who(tuesdays_lift(sets=3), long_run=WED), 1),
    ("R15b", "three sets two days before it", who(tuesdays_lift(sets=3), long_run=THU), 0),
    ("R15b", "three sets the day after it", who(tuesdays_lift(sets=3), long_run=MON), 1),
    (
        "R15b",
        "three sets the day after it before a 10k",
        who(tuesdays_lift(sets=3), long_run=MON, race=Race.TEN_K),
        0,
    ),
    (
        "R15b",
        "three sets the day before it before a 10k",
        who(tuesdays_lift(sets=3), long_run=WED, race=Race.TEN_K),
        1,
    ),
    (
        "R15b",
        "three sets on Monday after that of the week before",
        beside_long_run(
            who(moved(tuesdays_lift(sets=3), 6, 1, MON), long_run=FRI), "runs_before", SUN
        ),
        1,
    ),
    (
        "R15b",
        "three sets on Sunday before that of the week after",
        beside_long_run(moved(tuesdays_lift(sets=3), 6, 1, SUN), "runs_after", MON),
        1,
    ),
    (
        "R15b",
        "three sets on Sunday where the week after has it on another day than usual",
        beside_long_run(
            who(moved(tuesdays_lift(sets=3), 6, 1, SUN), long_run=MON), "runs_after", SAT
        ),
        0,
    ),
    ("R17", "three hard runs", who(RAMP, hard_runs=(MON, TUE, WED)), 0),
    ("R20", "eighty landings", in_exercise(POWER, 10, 1, "jump-squats", sets=1, reps=50), 0),
    ("R20", "eighty-one", in_exercise(POWER, 10, 1, "jump-squats", sets=1, reps=51), 1),
    ("R21", "jumps in three sessions", three_with_jumps(), 1),
    ("R21b", "jumps two days before a hard run", friday_jumps(TUE, SUN), 0),
    ("R21b", "jumps before a hard run, as the other session is", friday_jumps(WED, SAT), 0),
    (
        "R21b",
        "jumps before a hard run, where the other session is of low load",
        settled(in_session(friday_jumps(), 2, 1, of_these(planks=2, side_raises=2))),
        0,
    ),
    ("R21b", "hops on the day after the long run", who(BUILD, long_run=MON), 1),
    ("R21b", "the same before a shorter race", who(BUILD, long_run=MON, race=Race.TEN_K), 0),
    ("R21", "jumps on Sunday and the next Monday", jumps_over_the_weekend(), 1),
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
        "R25",
        "a landing drill after weeks of hops, for pain",
        in_exercise(
            PLAN, 9, 1, "jump-squats", form="Snap-down", adapted=replace(BY_LOG, rule="R71")
        ),
        0,
    ),
    ("R39", "no session, and a note", TOO_LATE, 0),
    ("R03", "no pushing for who has no day", who(NO_PUSH, days=()), 1),
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
        "R27",
        "a word of it in the first of the phases without heavy legs",
        also_noted(light_strength(9, 10), 5, no_heavy_legs_note(())),
        0,
    ),
    (
        "R30",
        "more weight where there is none, on what hurts",
        in_exercise(BUILD, 6, 2, "push-ups", next=Next(step=Step.WEIGHT), adapted=HURTS),
        1,
    ),
    # A block that waited: its weeks count by what was trained.
    ("R08", "few calf sets in the third week, a week later", few_calf_sets(LATER, 4), 0),
    ("R08", "few calf sets in the fifth, a week later", few_calf_sets(LATER, 6), 1),
    (
        "R08",
        "few calf sets soon before a tune-up race",
        tuned_up(few_calf_sets(PLAN, 6), "runs", SUN),
        0,
    ),
    (
        "R08",
        "few calf sets in another week with one",
        tuned_up(few_calf_sets(PLAN, 6), "runs", MON),
        1,
    ),
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
    ("R45b", "one before a tune-up race", tuned_up(tuesdays_lift(), "runs", THU), 0),
    ("R45b", "one three days before it", tuned_up(tuesdays_lift(), "runs", FRI), 1),
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
        "R39",
        "no session in a first week, without a race",
        who(
            in_week(only(PLAN, 1), 1, lambda each: replace(each, sessions=(), notes=())),
            race=Race.NONE,
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
