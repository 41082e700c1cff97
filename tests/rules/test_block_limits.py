"""What a rule allows of the weeks of a block and what it does not, right at its limits."""

from __future__ import annotations

import pytest
from altered_plan import (
    BUILD,
    BY_LOG,
    EARLY_DELOAD,
    FREE,
    HURTS,
    LAST,
    MON,
    NO_RACE,
    PLAN,
    POWER,
    PUSH_UP,
    RAMP,
    SAT,
    SHORT,
    SORE,
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
    lunges,
    moved,
    of_these,
    only,
    race_in,
    rows_twice,
    rule_times,
    says,
    slow_squats,
    waiting,
    warmed,
    who,
    without_notes,
    without_session,
    without_work,
)
from coached_plan import CALENDAR, CATALOGUE, RUNNER, When, block, note
from msgspec.structs import replace

from befit_cli.rules.check import check_plan
from befit_cli.values import (
    Adapted,
    AdaptedKey,
    Day,
    Kit,
    Load,
    Next,
    NoteKey,
    Phase,
    Plan,
    Race,
    Role,
    RunSource,
    Step,
)


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


def calves_before(race: Race, day: Day) -> Plan:
    """Calf raises in full on that day of the week of the race."""
    plan = in_exercise(PLAN, 12, 1, "calf-raises", light=False, rir=3, load=Load.MEDIUM)
    return who(moved(plan, 12, 1, day), race=race)


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


def low_before_race(days: int) -> Plan:
    """The week of the race with its light work alone, so many days before the race."""
    return moved(without_work(LAST, 12, 1, "squats"), 12, 1, tuple(Day)[SUN.rank - days])


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
MORE_CALVES = in_exercise(PLAN, 3, 1, "calf-raises", sets=3)
FEW_CALVES = in_exercise(PLAN, 3, 2, "calf-raises", reps=9)
ONE_MORE = in_exercise(PLAN, 7, 2, "split-squats", id="mine", role=Role.MAIN)
GONE = without_work(PLAN, 7, 1, "squats")
FEWER_PUSH_UPS = in_exercise(PLAN, 5, 2, "push-ups", reps=5)
EDGES = (
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
    (
        "R34",
        "a sixth build week in a row",
        in_week(PLAN, 4, lambda each: replace(each, deload=False)),
        1,
    ),
    (
        "R35b",
        "two sets six days before a half marathon",
        in_exercise(moved(PLAN, 12, 1, MON), 12, 1, "planks", sets=2),
        0,
    ),
    ("R35b", "in full six days before a half marathon", calves_before(Race.HALF, MON), 0),
    ("R35b", "in full five days before a half marathon", calves_before(Race.HALF, TUE), 1),
    ("R35b", "in full six days before a marathon", calves_before(Race.MARATHON, MON), 1),
    ("R35b", "in full five days before a 10k", calves_before(Race.TEN_K, TUE), 0),
    ("R35b", "in full four days before a 10k", calves_before(Race.TEN_K, WED), 1),
    ("R35b", "in full five days before a 5k", calves_before(Race.FIVE_K, TUE), 0),
    ("R35b", "in full four days before a 5k", calves_before(Race.FIVE_K, WED), 1),
    ("R35b", "three sets in the week before it", in_exercise(PLAN, 11, 1, "planks", sets=3), 0),
    ("R35b", "three sets in the week before it", in_exercise(PLAN, 11, 1, "planks", sets=3), 0),
    ("R35b", "a session that is light four days before the race", moved(PLAN, 12, 1, WED), 0),
    (
        "R35b",
        "three sets of jumps",
        in_exercise(PLAN, 12, 1, "planks", sets=3, contacts=1),
        0,
    ),
    ("R35c", "rows in another session of a build week", rows_twice(9), 0),
    ("R35c", "an exercise with as many sets", in_exercise(PLAN, 11, 2, "push-ups", sets=2), 0),
    ("R38", "a lift of five seconds four days before the race", slow_squats(WED, 5.0), 0),
    ("R38", "one a little quicker three days before it", slow_squats(THU, 4.9), 0),
    ("R38", "lunges four days before the race", lunges(WED), 0),
    ("R38", "low load two days before a half marathon", low_before_race(2), 1),
    ("R38", "low load three days before it", low_before_race(3), 0),
    ("R29", "six build weeks the same", replace(PLAN, weeks=PLAN.weeks[2:9]), 0),
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
    (
        "R32",
        "fewer repetitions of the full weight after light ones",
        in_exercise(PLAN, 2, 1, "squats", reps=13),
        0,
    ),
    (
        "R32",
        "fewer repetitions after as heavy ones",
        in_exercise(PLAN, 6, 1, "squats", reps=12),
        1,
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
    (
        "R19",
        "a full lift with a set more within the ramp, told once",
        in_exercise(PLAN, 2, 1, "squats", light=False, load=Load.HIGH, sets=3),
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
)


@pytest.mark.parametrize(
    ("rule", "what", "plan", "times"), EDGES, ids=[f"{rule} {what}" for rule, what, *_ in EDGES]
)
def test_at_its_limits_a_rule_is_told_as_often_as_it_is_broken(
    rule: str, what: str, plan: Plan, times: int
) -> None:
    assert rule_times(plan, rule) == times


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
