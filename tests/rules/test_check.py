"""Sound plans pass, and each plan made wrong on purpose is caught by exactly the rule that it
breaks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import date, timedelta
from fnmatch import fnmatchcase
from typing import Any, NamedTuple

import pytest
from msgspec.structs import replace

from befit_cli.catalogue.load import load_catalogue
from befit_cli.evidence.ability import lacking
from befit_cli.evidence.coverage import LEG_PATTERNS
from befit_cli.evidence.safety import SAFETY
from befit_cli.evidence.session import exercise_seconds, session_minutes
from befit_cli.planning.planner import plan_block
from befit_cli.planning.season import plan_season
from befit_cli.rules import RULE_BY_ID, RULES
from befit_cli.rules.check import check_plan, check_week
from befit_cli.rules.rule import Kind
from befit_cli.saved.reading import read_note, read_reasons, read_warm_up_step
from befit_cli.values import (
    Act,
    Athlete,
    Catalogue,
    Day,
    Exercise,
    Finding,
    Kit,
    Level,
    Load,
    Muscles,
    Niggle,
    NiggleRule,
    Note,
    Pattern,
    Plan,
    Prescription,
    Race,
    Region,
    Role,
    Run,
    SafetyLine,
    Session,
    WarmUp,
    Week,
    usual_runs,
)

MON, TUE, WED, THU, FRI, SAT, SUN = Day
CATALOGUE = load_catalogue()


def block(weeks: int, **athlete: Any) -> Plan:
    """The whole block that befit plans for the athlete."""
    who = Athlete(**athlete)
    season = plan_season(who, date(2026, 11, 23), weeks)
    return Plan(
        befit="0.1.0",
        athlete=who,
        weeks=plan_block(who, CATALOGUE, season),
        safety=tuple([SafetyLine(rule=rule) for rule in SAFETY]),
    )


def only(plan: Plan, number: int) -> Plan:
    """One week of a block, as `befit plan` gives it."""
    return replace(plan, weeks=(plan.weeks[number - 1],))


def who(plan: Plan, **changes: Any) -> Plan:
    """The same plan for another athlete, with the runs of their week."""
    athlete = replace(plan.athlete, **changes)
    weeks = tuple(replace(one, runs=usual_runs(athlete, one.starts)) for one in plan.weeks)
    return replace(plan, athlete=athlete, weeks=weeks)


def week(plan: Plan, number: int, change: Callable[[Week], Week]) -> Plan:
    """The plan with one week changed."""
    return replace(
        plan, weeks=tuple(change(each) if each.number == number else each for each in plan.weeks)
    )


def session(plan: Plan, number: int, day: Day, change: Callable[[Session], Session]) -> Plan:
    """The plan with one session changed, its minutes corrected by whoever changed it."""
    assert any(
        each.number == number and one.day is day for each in plan.weeks for one in each.sessions
    ), f"no session on {day} to change"

    def changed(each: Week) -> Week:
        sessions = (timed(change(one)) if one.day is day else one for one in each.sessions)
        return replace(each, sessions=tuple(sorted(sessions, key=lambda one: one.day.rank)))

    return week(plan, number, changed)


def first_day(plan: Plan, number: int) -> Day:
    """The day of the week's first session, wherever the planner puts it."""
    return next(each for each in plan.weeks if each.number == number).sessions[0].day


def last_day(plan: Plan, number: int) -> Day:
    """The day of the week's last session."""
    return next(each for each in plan.weeks if each.number == number).sessions[-1].day


def exercise(plan: Plan, number: int, day: Day, id_: str, /, **changes: Any) -> Plan:
    """The plan with one exercise changed."""
    changed = session(
        plan, number, day, lambda one: exercises(one, lambda each: each.id == id_, **changes)
    )
    assert changed != plan, f"no {id_} on {day} to change"
    return changed


def where(plan: Plan, which: Callable[[Prescription], bool], **changes: Any) -> Plan:
    """A week's plan with every exercise changed that has a property, whatever its name and day."""
    changed = each_session(plan, plan.weeks[0].number, lambda one: exercises(one, which, **changes))
    assert changed != plan, "no such exercise to change"
    return changed


def says(plan: Plan, number: int, day: Day, why: str | None = None, **changes: Any) -> Plan:
    """The plan with other words, load or date on one session."""
    if why is not None:
        changes["reasons"] = read_reasons(why)
    return session(plan, number, day, lambda one: replace(one, **changes))


def each_session(plan: Plan, number: int, change: Callable[[Session], Session]) -> Plan:
    """The plan with every session of a week changed."""
    return week(
        plan,
        number,
        lambda each: replace(each, sessions=tuple(timed(change(one)) for one in each.sessions)),
    )


def exercises(
    one: Session, which: Callable[[Any], bool] = lambda _: True, **changes: Any
) -> Session:
    return replace(
        one,
        exercises=tuple(
            replace(each, **changes) if which(each) else each for each in one.exercises
        ),
    )


def with_a_set_more(one: Session) -> Session:
    return replace(
        one, exercises=tuple(replace(each, sets=each.sets + 1, rest_s=0) for each in one.exercises)
    )


def timed(one: Session) -> Session:
    return replace(
        one, minutes=session_minutes(one.warm_up.minutes, map(exercise_seconds, one.exercises))
    )


def moved(day: Day, run: Run | None = None) -> Callable[[Session], Session]:
    """The session on another day, with the date and the run of that day."""
    return lambda one: replace(
        one, day=day, date=one.date + timedelta(days=day.rank - one.day.rank), with_run=run
    )


def warmed(one: Session, minutes: int = 8, step: str = "") -> Session:
    """The session with a warm-up of other minutes, and one step more where one is given."""
    more = (read_warm_up_step(step),) if step else ()
    steps = (*one.warm_up.steps, *more)
    return replace(one, warm_up=WarmUp(minutes=minutes, steps=steps))


def hopping(one: Session) -> Session:
    """The session with landings in work that is none for the legs, so that the jumps' share stays,
    and a warm-up for it.
    """
    hop = next(each.id for each in one.exercises if each.pattern not in LEG_PATTERNS)
    return warmed(exercises(one, lambda each: each.id == hop, contacts=1))


def heavier(one: Session) -> Session:
    """The session with a first exercise of high load, and a warm-up for it."""
    return warmed(
        replace(
            one,
            load=Load.HIGH,
            exercises=(replace(one.exercises[0], load=Load.HIGH), *one.exercises[1:]),
        )
    )


def light_friday(each: Week) -> Week:
    """The week with Saturday's light exercises done on Friday as well."""
    light = next(one for one in each.sessions if one.day is SAT)
    light = replace(
        light,
        load=Load.LOW,
        exercises=tuple(one for one in light.exercises if one.load is Load.LOW),
    )
    return replace(each, sessions=(*each.sessions, timed(warmed(moved(FRI)(light), 20))))


HOME = (Kit.BENCH, Kit.STEP, Kit.TOWEL)
STRONG = block(
    12,
    race=Race.TEN_K,
    sessions=3,
    level=Level.ADVANCED,
    kit=tuple(Kit),
    minutes=45,
    hard_runs=(TUE,),
)
"""High load on Tuesday after the hard run and on Thursday, medium on Saturday; jumps in weeks 9 to
11; the last week tapers.
"""
STEADY = block(10, race=Race.HALF, level=Level.INTERMEDIATE, kit=HOME, minutes=45, hard_runs=(TUE,))
"""Two sessions a week, the first after Tuesday's hard run; two weeks taper."""
NEW = block(10, race=Race.HALF, kit=HOME)
"""A beginner's two sessions of medium load, on Wednesday after the hard run and on Friday."""
SORE = block(
    10,
    race=Race.HALF,
    level=Level.INTERMEDIATE,
    kit=HOME,
    minutes=45,
    hard_runs=(TUE,),
    niggles=(Niggle.RUNNERS_KNEE,),
)
SHORT = block(4, race=Race.TEN_K, kit=HOME)
SIX_BUILD_WEEKS = block(8, race=Race.TEN_K, kit=HOME)
"""Just enough of them for a plan without the note of R40."""

BUILD, JUMPS, RACE_WEEK = only(STRONG, 6), only(STRONG, 10), only(STRONG, 12)
FIRST = only(NEW, 3)
SORE_WEEK = only(SORE, 3)
LONGEST = max(one.minutes for one in BUILD.weeks[0].sessions)
NO_LONG_RUN = who(BUILD, long_run=None)
MARATHON_WEEK = week(
    who(only(STEADY, 10), race=Race.MARATHON),
    10,
    lambda each: replace(each, sessions=each.sessions[:1]),
)
"""One session of medium load, on the last day that may have it."""
SUNDAY_TAPER = session(who(STEADY, long_run=None), 9, last_day(STEADY, 9), moved(SUN))
"""The first taper week ends with a loaded session on Sunday."""
HELPFUL = [
    each.id
    for each in CATALOGUE.exercises
    if (rule := each.niggles.get(Niggle.RUNNERS_KNEE)) and rule.act is Act.FIRST_LINE
]
"""The first-line exercises of runner's knee."""
SOUND = {name: value for name, value in globals().items() if isinstance(value, Plan)}


class Wrong(NamedTuple):
    """A sound plan with one thing wrong: the rule that it breaks, and where, what and which limit
    the first finding tells.

    `*` stands for words and numbers that the planner or the catalogue decides.
    """

    rule: str
    what: str
    plan: Plan
    where: str
    found: str
    allowed: str


def without_safety(rule: str, what: str) -> Wrong:
    plan = replace(FIRST, safety=tuple(line for line in FIRST.safety if line.rule != rule))
    return Wrong(rule, what, plan, "", "left out", SAFETY[rule])


def sore_jumps(plan: Plan) -> Plan:
    """Jumps in the week's last session, with the minutes that their warm-up takes."""
    return session(
        who(plan, minutes=50), plan.weeks[0].number, plan.weeks[0].sessions[-1].day, hopping
    )


def sore_exercise(plan: Plan, **changes: Any) -> Plan:
    """The first exercise that the niggle asks to modify, changed."""
    for one in plan.weeks[0].sessions:
        for each in one.exercises:
            rule = CATALOGUE.by_id[each.id].niggles.get(Niggle.RUNNERS_KNEE)
            if rule and rule.act is Act.MODIFY:
                return exercise(plan, plan.weeks[0].number, one.day, each.id, **changes)
    raise AssertionError("no exercise of the week is modified")


def without_first_line(plan: Plan) -> Plan:
    """The same work under other names, so that none of it is a first-line exercise of runner's
    knee.
    """
    for one in plan.weeks[0].sessions:
        for each in one.exercises:
            if each.id in HELPFUL:
                plan = exercise(plan, plan.weeks[0].number, one.day, each.id, id=f"my-{each.id}")
    return plan


def with_sets(one: Session, sets: int) -> Session:
    """The session with so many sets in all, by short ones of its last exercise."""
    last = one.exercises[-1]
    last = replace(
        last,
        sets=sets - one.sets + last.sets,
        reps=1,
        hold_s=None,
        seconds_per_rep=0.1,
        rir=3,
        rest_s=0,
    )
    return replace(one, exercises=(*one.exercises[:-1], last))


def with_exercises(one: Session, number: int) -> Session:
    """The session with so many exercises, by short ones like its last."""
    last = one.exercises[-1]
    more = (
        replace(last, id=f"mine-{i}", family=f"mine-{i}", sets=1)
        for i in range(number - len(one.exercises))
    )
    return replace(one, exercises=(*one.exercises, *more))


def off_legs(one: Prescription) -> bool:
    return one.pattern not in LEG_PATTERNS


def pulls(one: Prescription) -> bool:
    return one.pattern is Pattern.PULL


def without_notes(plan: Plan, rule: str) -> Plan:
    weeks = (
        replace(each, notes=tuple(note for note in each.notes if note.rule != rule))
        for each in plan.weeks
    )
    return replace(plan, weeks=tuple(weeks))


def also_noted(plan: Plan, note: Note) -> Plan:
    weeks = (replace(each, notes=(*each.notes, note)) for each in plan.weeks)
    return replace(plan, weeks=tuple(weeks))


def untimed(plan: Plan, number: int) -> Plan:
    """The plan with minutes on the week's first session that its work does not take."""
    return week(
        plan,
        number,
        lambda each: replace(
            each, sessions=(replace(each.sessions[0], minutes=1), *each.sessions[1:])
        ),
    )


def standing_still(plan: Plan) -> Plan:
    """Thursday's hinge at the same repetitions in all three weeks of the last stretch."""
    for number in (10, 11):
        plan = exercise(plan, number, THU, "romanian-deadlifts", reps=4)
    return plan


WRONG = (
    Wrong("R01", "four sessions in a week", week(BUILD, 6, light_friday), "", "4 sessions", "2-3"),
    Wrong(
        "R03",
        "a week without a pulling exercise",
        where(BUILD, pulls, pattern=Pattern.PUSH),
        "",
        "no pulling exercise",
        "one a week",
    ),
    Wrong(
        "R03",
        "a week with nothing for the arms",
        where(BUILD, lambda one: Region.ARMS in one.regions, regions=()),
        "",
        "nothing for the arms",
        "one a week",
    ),
    Wrong(
        "R04",
        "too many sets for the glutes",
        where(BUILD, off_legs, muscles=Muscles(("gluteus-maximus",))),
        "glutes",
        "* sets",
        "4-16",
    ),
    Wrong(
        "R05",
        "nineteen sets in a session",
        session(BUILD, 6, TUE, lambda one: with_sets(one, 19)),
        "Tuesday",
        "19 sets",
        "8-18",
    ),
    Wrong(
        "R05",
        "eight exercises in a session",
        session(who(BUILD, minutes=50), 6, SAT, lambda one: with_exercises(one, 8)),
        "Saturday",
        "8 exercises",
        "3-7",
    ),
    Wrong(
        "R06",
        "the last exercise first",
        session(BUILD, 6, THU, lambda one: replace(one, exercises=one.exercises[::-1])),
        "Thursday",
        "* before *",
        "accessory before core",
    ),
    Wrong(
        "R07",
        "two exercises of a family",
        exercise(BUILD, 6, SAT, "step-ups", family="calf"),
        "Saturday",
        "* and Barbell step-up",
        "one of the family calf",
    ),
    Wrong(
        "R07",
        "an exercise twice",
        exercise(BUILD, 6, TUE, "toe-curls", id="fire-hydrants"),
        "Tuesday",
        "* twice",
        "once",
    ),
    Wrong(
        "R10",
        "loaded sessions on two days running",
        session(BUILD, 6, THU, moved(FRI)),
        "Friday and Saturday",
        "1 day apart",
        "2 days or more",
    ),
    Wrong(
        "R10",
        "a session of high load that says low",
        says(BUILD, 6, THU, load=Load.LOW),
        "Thursday",
        "says low load",
        "high, as its exercises have",
    ),
    Wrong(
        "R10",
        "a session with another day's date",
        says(BUILD, 6, THU, date=date(2027, 1, 1)),
        "Thursday",
        "dated 2027-01-01",
        "2026-12-31",
    ),
    Wrong(
        "R10",
        "loaded sessions on Sunday and the next Monday",
        session(SUNDAY_TAPER, 10, first_day(SUNDAY_TAPER, 10), moved(MON)),
        "week 9 Sunday and week 10 Monday",
        "1 day apart",
        "2 days or more",
    ),
    Wrong(
        "R11",
        "high load the day before a hard run",
        who(BUILD, hard_runs=(TUE, FRI)),
        "Thursday",
        "high load 1 day before Friday's hard run",
        "2 days or more",
    ),
    Wrong(
        "R12",
        "high load two days before a hard run in the first weeks",
        who(only(STEADY, 2), hard_runs=(TUE, SAT)),
        "Thursday",
        "high load 2 days before Saturday's hard run",
        "3 days or more",
    ),
    Wrong(
        "R13",
        "strength on a hard day that says nothing of the run",
        says(BUILD, 6, TUE, why="Heavy legs."),
        "Tuesday",
        "does not say to run first and wait",
        "Run first, then wait at least 3 hours, better 6.",
    ),
    Wrong(
        "R13",
        "a wait of only an hour after the hard run",
        says(BUILD, 6, TUE, why="Run first, wait 1 hour."),
        "Tuesday",
        "does not say to run first and wait",
        "Run first, then wait at least 3 hours, better 6.",
    ),
    Wrong(
        "R13",
        "a session that forgets its hard run",
        says(BUILD, 6, TUE, with_run=None),
        "Tuesday",
        "says no run",
        "hard run on that day",
    ),
    Wrong(
        "R14",
        "medium load on the day of the long run",
        says(who(BUILD, long_run=SAT), 6, SAT, with_run=Run.LONG),
        "Saturday",
        "medium load on the day of the long run",
        "low load",
    ),
    Wrong(
        "R14",
        "a session that makes up a long run",
        says(BUILD, 6, SAT, with_run=Run.LONG),
        "Saturday",
        "says long run",
        "no run on that day",
    ),
    Wrong(
        "R15",
        "high load the day after the long run",
        who(BUILD, long_run=MON),
        "Tuesday",
        "high load on the day after the long run",
        "medium or low load",
    ),
    Wrong(
        "R16",
        "a week without a day off",
        who(FIRST, hard_runs=(MON, TUE, WED, THU, SAT)),
        "",
        "no day off",
        "one day or more",
    ),
    Wrong(
        "R18",
        "three sessions of high load",
        session(NO_LONG_RUN, 6, SAT, heavier),
        "",
        "3 sessions of high load",
        "at most 2",
    ),
    Wrong(
        "R20",
        "jumps that land ten times",
        where(JUMPS, lambda one: one.contacts > 0, contacts=10),
        "Tuesday",
        "* landings",
        "at most 100",
    ),
    Wrong(
        "R20",
        "a beginner's jumps in the third week",
        session(who(FIRST, minutes=36), 3, WED, hopping),
        "Wednesday",
        "* landings",
        "none yet",
    ),
    Wrong(
        "R21",
        "a third session with jumps",
        session(JUMPS, 10, SAT, hopping),
        "",
        "3 sessions with jumps",
        "at most 2",
    ),
    Wrong(
        "R22",
        "jumps with a sore knee",
        sore_jumps(SORE_WEEK),
        "*day",
        "jumps with the niggle runners-knee",
        "no jumps",
    ),
    Wrong(
        "R23",
        "a 10 km runner's share of jumps before a 5 km race",
        who(JUMPS, race=Race.FIVE_K),
        "jumps",
        "*% of the leg sets",
        "20% to 25%",
    ),
    Wrong(
        "R30",
        "a week that does not say how to add load",
        without_notes(BUILD, "R30"),
        "",
        "does not say how to add load",
        "when to add, and how much: 2-10 %",
    ),
    Wrong(
        "R30",
        "a block that does not say how to add load",
        without_notes(STRONG, "R30"),
        "week 1",
        "does not say how to add load",
        "when to add, and how much: 2-10 %",
    ),
    Wrong(
        "R30",
        "an exercise that does not say how to go on",
        exercise(BUILD, 6, SAT, "pull-ups", next=None),
        "Saturday, Pull-ups",
        "does not say how to go on",
        "when and what to add",
    ),
    Wrong(
        "R32",
        "fewer repetitions than the week before",
        exercise(STRONG, 6, THU, "romanian-deadlifts", reps=3),
        "week 6 Thursday, Romanian deadlifts",
        "fewer or easier repetitions than the week before",
        "the same or more",
    ),
    Wrong(
        "R32",
        "sets and repetitions that grow together",
        exercise(STRONG, 5, THU, "romanian-deadlifts", sets=2),
        "week 6 Thursday, Romanian deadlifts",
        "sets and repetitions change",
        "one of them a week",
    ),
    Wrong(
        "R32",
        "a shorter hold than the week before",
        exercise(STRONG, 6, SAT, "single-leg-balances", hold_s=5),
        "week 6 Saturday, Single-leg balances",
        "fewer or easier seconds than the week before",
        "the same or more",
    ),
    Wrong(
        "R32",
        "a main exercise in another form",
        exercise(STRONG, 6, THU, "romanian-deadlifts", form="My own hinge"),
        "week 6 Thursday, Romanian deadlifts",
        "My own hinge",
        "*, as the week before",
    ),
    Wrong(
        "R32",
        "a main exercise that stands still",
        standing_still(STRONG),
        "week 11 Thursday, Romanian deadlifts",
        "the same as in week 9",
        "some progress",
    ),
    Wrong(
        "R32",
        "a session on another day in the middle of a stretch",
        session(STEADY, 3, THU, moved(FRI)),
        "week 3 Thursday",
        "no session",
        "the days of the week before",
    ),
    Wrong(
        "R32",
        "a session on a new day in the middle of a stretch",
        session(NEW, 3, FRI, moved(MON)),
        "week 3 Monday",
        "a new session",
        "the days of the week before",
    ),
    Wrong(
        "R32",
        "a main exercise left out",
        exercise(STRONG, 6, THU, "romanian-deadlifts", id="mine"),
        "week 6 Thursday, Romanian deadlifts",
        "no longer there",
        "the main exercises of the week before",
    ),
    Wrong(
        "R32",
        "another main exercise in the middle of a stretch",
        exercise(STRONG, 6, SAT, "step-ups", id="mine", role=Role.MAIN),
        "week 6 Saturday, Step-ups",
        "new",
        "the main exercises of the week before",
    ),
    Wrong(
        "R33",
        "much more hard leg work than in the last build week",
        exercise(STRONG, 7, THU, "romanian-deadlifts", load=Load.LOW),
        "week 9",
        "* hard leg sets after * in week 7",
        "at most *",
    ),
    Wrong(
        "R34",
        "a deload with one set of everything",
        each_session(STRONG, 4, lambda one: exercises(one, sets=1)),
        "week 4",
        "* sets",
        "*, 50% to 70% of the * in week 3",
    ),
    Wrong(
        "R34",
        "a deload as close to failure as before",
        exercise(STRONG, 4, THU, "romanian-deadlifts", rir=3),
        "week 4 Thursday, Romanian deadlifts",
        "3 in reserve",
        "4 in an easier week",
    ),
    Wrong(
        "R34",
        "a deload with something new",
        exercise(STRONG, 4, THU, "romanian-deadlifts", form="My own hinge"),
        "week 4 Thursday, Romanian deadlifts",
        "My own hinge is new",
        "the exercises of week 3",
    ),
    Wrong(
        "R34",
        "a deload after one build week",
        week(STRONG, 2, lambda each: replace(each, deload=True)),
        "week 2",
        "an easier week after 1 build week",
        "after 2-5",
    ),
    Wrong(
        "R34",
        "a deload in the first week",
        week(STRONG, 1, lambda each: replace(each, deload=True)),
        "week 1",
        "an easier week after 0 build weeks",
        "after 2-5",
    ),
    Wrong(
        "R35",
        "a taper with too few sets",
        each_session(STEADY, 9, lambda one: exercises(one, sets=1)),
        "week 9",
        "* sets",
        "*, 40% to 59% of the * in week 8",
    ),
    Wrong(
        "R35",
        "a taper with too many sets",
        each_session(STRONG, 12, with_a_set_more),
        "week 12",
        "* sets",
        "0-*, at most 59% of the * in week 11",
    ),
    Wrong(
        "R35",
        "a taper with something new",
        exercise(STRONG, 12, TUE, "calf-raises", form="My own raise"),
        "week 12 Tuesday, Calf raises",
        "My own raise is new",
        "the exercises of week 11",
    ),
    Wrong(
        "R35",
        "a taper in the middle of the block",
        week(STRONG, 8, lambda each: replace(each, deload=False, taper=True)),
        "week 8",
        "a taper week",
        "the last week tapers",
    ),
    Wrong(
        "R36",
        "high load five days before a 10 km race",
        session(RACE_WEEK, 12, TUE, heavier),
        "Tuesday",
        "high load 5 days before the race",
        "6 days or more",
    ),
    Wrong(
        "R37",
        "jumps three days before a 10 km race",
        session(RACE_WEEK, 12, THU, hopping),
        "Thursday",
        "jumps 3 days before the race",
        "4 days or more",
    ),
    Wrong(
        "R38",
        "strength on the day before the race",
        session(RACE_WEEK, 12, THU, moved(SAT)),
        "Saturday",
        "strength 1 day before the race",
        "2 days or more",
    ),
    Wrong(
        "R38",
        "medium load four days before a marathon",
        session(MARATHON_WEEK, 10, first_day(MARATHON_WEEK, 10), moved(WED)),
        "Wednesday",
        "medium or high load 4 days before the race",
        "5 days or more",
    ),
    Wrong(
        "R40",
        "a short block without a word about it",
        without_notes(SHORT, "R40"),
        "",
        "3 build weeks and no note",
        "a note under 6 of them",
    ),
    Wrong(
        "R45",
        "sessions longer than the minutes asked for",
        who(BUILD, minutes=LONGEST - 1),
        "*day",
        f"{LONGEST} min",
        f"at most {LONGEST - 1} min",
    ),
    Wrong(
        "R45b",
        "sessions much shorter than the minutes asked for",
        who(BUILD, minutes=60),
        "Tuesday",
        f"{BUILD.weeks[0].sessions[0].minutes} min",
        "at least 80% of 60 min",
    ),
    Wrong(
        "R46",
        "minutes that the work does not take",
        untimed(BUILD, 6),
        "Tuesday",
        "says 1 min",
        f"{BUILD.weeks[0].sessions[0].minutes} min by the estimate",
    ),
    Wrong(
        "R46",
        "repetitions and a hold at once",
        exercise(BUILD, 6, SAT, "single-leg-balances", reps=5),
        "Saturday, Single-leg balances",
        "both repetitions and a hold",
        "repetitions or a hold",
    ),
    Wrong(
        "R46",
        "neither repetitions nor a hold",
        exercise(BUILD, 6, SAT, "single-leg-balances", hold_s=None),
        "Saturday, Single-leg balances",
        "neither repetitions nor a hold",
        "repetitions or a hold",
    ),
    Wrong(
        "R46",
        "repetitions of unknown length",
        exercise(BUILD, 6, SAT, "pull-ups", seconds_per_rep=None),
        "Saturday, Pull-ups",
        "does not say how long a repetition takes",
        "seconds",
    ),
    Wrong(
        "R47",
        "five minutes of warm-up before high load",
        session(BUILD, 6, THU, lambda one: warmed(one, 5)),
        "Thursday",
        "5 min of warm-up",
        "8 min or more",
    ),
    Wrong(
        "R47",
        "a warm-up without its steps",
        session(BUILD, 6, THU, lambda one: replace(one, warm_up=WarmUp(minutes=8, steps=()))),
        "Thursday",
        "0 steps of warm-up",
        "raise, activate, mobilise and potentiate",
    ),
    Wrong(
        "R47",
        "a long static stretch before strength",
        session(BUILD, 6, THU, lambda one: warmed(one, step="stretch each calf for 45 s")),
        "Thursday",
        "stretch each calf for 45 s",
        "no stretch of 30 s or more",
    ),
    Wrong(
        "R56",
        "a form for advanced lifters in a beginner's week",
        exercise(FIRST, 3, WED, "squats", level=Level.ADVANCED),
        "Wednesday, Squats",
        "* is advanced",
        "beginner",
    ),
    Wrong(
        "R57",
        "a set to failure",
        exercise(BUILD, 6, THU, "romanian-deadlifts", rir=0),
        "Thursday, Romanian deadlifts",
        "0 in reserve",
        "1 or more",
    ),
    Wrong(
        "R57",
        "repetitions without a reserve",
        exercise(BUILD, 6, THU, "romanian-deadlifts", rir=None),
        "Thursday, Romanian deadlifts",
        "no repetitions in reserve said",
        "1 or more",
    ),
    Wrong(
        "R58",
        "a box that the athlete has not got",
        exercise(FIRST, 3, WED, "squats", kit=(Kit.BOX,)),
        "Wednesday, Squats",
        "needs a box",
        "bench, step, towel",
    ),
    Wrong(
        "R58",
        "a box for an athlete without kit",
        exercise(who(FIRST, kit=()), 3, WED, "squats", kit=(Kit.BOX,)),
        "Wednesday, *",
        "needs a *",
        "no kit",
    ),
    Wrong(
        "R58",
        "an exercise that was excluded",
        who(FIRST, without=("squats",)),
        "Wednesday",
        "Squats",
        "it was excluded",
    ),
    Wrong(
        "R59",
        "a changed exercise without its note",
        sore_exercise(SORE_WEEK, niggle_note=None),
        "*day, *",
        "no note for the niggle runners-knee",
        "*?.",
    ),
    Wrong(
        "R59",
        "an exercise to avoid with a sore knee",
        sore_exercise(SORE_WEEK, id="pistol-squats"),
        "*day, *",
        "* with the niggle runners-knee",
        "glute-bridges or step-ups*",
    ),
    Wrong(
        "R59",
        "none of the exercises that help a sore knee",
        without_first_line(SORE_WEEK),
        "",
        "none of the first exercises for the niggle runners-knee",
        " or ".join(HELPFUL),
    ),
    Wrong(
        "R60",
        "a plan in spite of pain on a bone",
        who(FIRST, niggles=(Niggle.BONE_STRESS,)),
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
        also_noted(BUILD, read_note("R40", "This prevents most injuries.")),
        "",
        "This prevents most injuries.",
        "no promise of fewer injuries",
    ),
    Wrong(
        "R65",
        "a promise of fewer injuries",
        says(BUILD, 6, THU, why="Strong hips prevent knee injuries."),
        "Thursday",
        "Strong hips prevent knee injuries.",
        "no promise of fewer injuries",
    ),
)


def broken(findings: tuple[Finding, ...]) -> list[str]:
    return sorted({finding.rule for finding in findings})


def broken_musts(findings: tuple[Finding, ...]) -> list[str]:
    return broken(tuple(finding for finding in findings if finding.must))


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
    assert first.text == str(RULE_BY_ID[wrong.rule].advice)


def test_every_rule_is_asked_and_has_a_wrong_plan() -> None:
    rules = [rule.id for rule in RULES]
    assert sorted({wrong.rule for wrong in WRONG}) == sorted(rules)


@pytest.mark.parametrize("wrong", WRONG, ids=[wrong.what for wrong in WRONG])
def test_a_finding_is_a_must_or_a_should_as_the_evidence_says(wrong: Wrong) -> None:
    kinds = {rule.id: rule.kind for rule in RULES}
    shoulds_here = {"R15"} | ({"R03"} if wrong.plan.athlete.niggles else set())
    expected = kinds[wrong.rule] is Kind.MUST and wrong.rule not in shoulds_here
    assert {finding.must for finding in check_plan(wrong.plan, CATALOGUE)} == {expected}


@pytest.mark.parametrize(
    ("athlete", "must"),
    [
        ({}, True),
        ({"minutes": 30, "sessions": 2}, True),
        ({"minutes": 29, "sessions": 2}, False),
        ({"without": ("planks",)}, False),
        ({"niggles": (Niggle.PLANTAR,)}, False),
    ],
    ids=[
        "with time",
        "with an hour a week",
        "under an hour a week",
        "with something excluded",
        "with a niggle",
    ],
)
def test_coverage_is_a_must_only_with_time_and_nothing_in_the_way(
    athlete: dict[str, Any], must: bool
) -> None:
    plan = who(where(BUILD, pulls, pattern=Pattern.PUSH), **athlete)
    assert {finding.must for finding in check_plan(plan, CATALOGUE) if finding.rule == "R03"} == {
        must
    }


@pytest.mark.parametrize(
    ("race", "must"),
    [(Race.FIVE_K, False), (Race.TEN_K, False), (Race.HALF, True), (Race.MARATHON, True)],
)
def test_rest_after_the_long_run_is_a_must_from_the_half(race: Race, must: bool) -> None:
    findings = check_plan(who(BUILD, long_run=MON, race=race), CATALOGUE)
    assert [(finding.rule, finding.must) for finding in findings] == [("R15", must)]


@pytest.mark.parametrize(
    ("number", "rules"), [(4, ["R20"]), (5, [])], ids=["not in week 4", "from week 5 on"]
)
def test_a_beginner_jumps_after_four_weeks(number: int, rules: list[str]) -> None:
    plan = who(only(NEW, 3), minutes=36)
    plan = session(week(plan, 3, lambda each: replace(each, number=number)), number, WED, hopping)
    assert broken(check_plan(plan, CATALOGUE)) == rules


def test_landings_count_both_sides() -> None:
    for per_side, found in ((False, []), (True, ["120 landings"])):
        jump = {"sets": 3, "reps": 5, "contacts": 4, "per_side": per_side}
        plan = sessions(
            with_sessions(JUMPS, 1), lambda one, jump=jump: exercises(of_sets(3)(one), **jump)
        )
        assert [
            str(finding.found) for finding in check_plan(plan, CATALOGUE) if finding.rule == "R20"
        ] == found


def test_jumps_are_kept_apart_from_one_week_to_the_next() -> None:
    plan = session(SUNDAY_TAPER, 9, SUN, hopping)
    plan = session(plan, 10, first_day(plan, 10), lambda one: hopping(moved(MON)(one)))
    found = {str(finding.where) for finding in check_plan(plan, CATALOGUE) if finding.rule == "R21"}
    assert found == {"week 9 Sunday and week 10 Monday"}


def test_days_that_stand_close_in_every_week_are_told_once_a_week() -> None:
    plan = replace(SUNDAY_TAPER, weeks=SUNDAY_TAPER.weeks[8:])
    for number in (9, 10):
        plan = session(plan, number, first_day(plan, number), moved(MON))
    assert [
        str(finding.where) for finding in check_plan(plan, CATALOGUE) if finding.rule == "R10"
    ] == ["week 9 Monday and Sunday"]


def test_a_longer_warm_up_is_welcome() -> None:
    assert (
        check_plan(session(who(BUILD, minutes=50), 6, THU, lambda one: warmed(one, 12)), CATALOGUE)
        == ()
    )


@pytest.mark.parametrize("minutes", [14, 61])
def test_minutes_can_only_be_asked_for_between_15_and_60(minutes: int) -> None:
    found = [
        finding
        for finding in check_plan(who(BUILD, minutes=minutes), CATALOGUE)
        if finding.rule == "R45"
    ]
    assert (str(found[0].where), str(found[0].found), str(found[0].allowed)) == (
        "",
        f"{minutes} min asked for",
        "15-60 min",
    )


@pytest.mark.parametrize("minutes", [15, 60])
def test_15_and_60_minutes_can_be_asked_for(minutes: int) -> None:
    assert not [
        finding
        for finding in check_plan(who(BUILD, minutes=minutes), CATALOGUE)
        if "asked for" in str(finding.found)
    ]


@pytest.mark.parametrize(
    ("step", "long"),
    [
        ("8 leg swings", False),
        ("stretch each hip for 20 s", False),
        ("a calf stretch, 30 s", True),
        ("stretch for 1 minute", True),
        ("static holds", True),
    ],
)
def test_only_a_long_stretch_is_out_of_place_in_a_warm_up(step: str, long: bool) -> None:
    plan = session(BUILD, 6, THU, lambda one: warmed(one, step=step))
    assert broken(check_plan(plan, CATALOGUE)) == (["R47"] if long else [])


@pytest.mark.parametrize(
    "text",
    ["This does not prevent injuries.", "Strength can't prevent injury.", "Prevents nothing."],
)
def test_saying_that_strength_prevents_no_injury_is_no_promise(text: str) -> None:
    assert check_plan(also_noted(BUILD, read_note("R65", text)), CATALOGUE) == ()


def test_one_week_of_a_block_is_judged_as_a_week_only() -> None:
    for number in range(1, 13):
        assert check_plan(only(STRONG, number), CATALOGUE) == ()


def test_a_block_of_one_week_tapers() -> None:
    plan = block(1, race=Race.TEN_K)
    assert check_plan(plan, CATALOGUE) == ()
    built = week(plan, 1, lambda each: replace(each, taper=False))
    found = [
        (str(finding.found), str(finding.allowed))
        for finding in check_plan(built, CATALOGUE)
        if finding.rule == "R35"
    ]
    assert found == [("no taper week", "the last week tapers")]


@pytest.mark.parametrize("weekday", Day, ids=[day.value for day in Day])
@pytest.mark.parametrize("race", Race)
@pytest.mark.parametrize("weeks", [2, 3, 5, 9])
def test_a_block_to_a_race_on_any_day_breaks_no_must_of_the_block(
    weeks: int, race: Race, weekday: Day
) -> None:
    race_date = date(2026, 11, 23) + timedelta(weeks=weeks - 1, days=weekday.rank)
    plan = block(weeks, race=race, race_date=race_date)
    assert [finding for finding in check_plan(plan, CATALOGUE) if finding.must] == []


def test_a_race_up_to_thursday_asks_for_one_taper_week_more() -> None:
    friday, thursday = (block(9, race=Race.TEN_K, race_date=date(2027, 1, day)) for day in (22, 21))
    assert [each.taper for each in friday.weeks][-2:] == [False, True]
    moved_up = check_plan(who(friday, race_date=thursday.athlete.race_date), CATALOGUE)
    assert ("R35", "week 8", "no taper week", "the last 2 weeks taper") in [
        (finding.rule, str(finding.where), str(finding.found), str(finding.allowed))
        for finding in moved_up
    ]


@pytest.mark.parametrize(
    ("now", "more", "found"),
    [
        ("Barbell step-up", 0, []),
        ("Barbell step-up", 3, ["repetitions and forms change"]),
        ("Step-up", 0, ["fewer or easier forms than the week before"]),
    ],
    ids=["one rung up", "one rung up and more repetitions", "down the ladder"],
)
def test_an_accessory_may_climb_its_ladder_by_nothing_else(
    now: str, more: int, found: list[str]
) -> None:
    plan = exercise(
        STRONG, 5, SAT, "step-ups", form="Loaded knee-height step-up", reps=6, seconds_per_rep=3.0
    )
    for number in (6, 7):
        plan = exercise(plan, number, SAT, "step-ups", form=now, reps=6 + more)
    assert [
        str(finding.found) for finding in check_plan(plan, CATALOGUE) if finding.rule == "R32"
    ] == found


def test_a_sixth_build_week_in_a_row_is_one_too_many() -> None:
    plan = week(STRONG, 4, lambda each: replace(each, deload=False))
    found = [
        (str(finding.where), str(finding.found))
        for finding in check_plan(plan, CATALOGUE)
        if finding.rule == "R34"
    ]
    assert found == [("week 6", "build week 6 in a row")]


def test_what_the_race_takes_away_is_not_missed() -> None:
    """A build week of a two-week block stands so near to a marathon that sessions may give way; what
    it does not cover is said, and no must.
    """
    near = who(
        only(NEW, 3),
        race=Race.MARATHON,
        race_date=NEW.weeks[2].starts + timedelta(days=9),
        days=(MON, TUE, WED, SUN),
    )
    fewer = week(near, 3, lambda each: replace(each, sessions=()))
    assert "R03" not in broken_musts(check_plan(fewer, CATALOGUE))
    gone = who(near, race_date=NEW.weeks[2].starts + timedelta(days=2))
    assert "R01" not in broken(
        check_plan(week(gone, 3, lambda each: replace(each, sessions=())), CATALOGUE)
    )


def race_in(plan: Plan, number: int, **athlete: Any) -> Plan:
    """The plan with its race so many days after its first Monday."""
    return who(plan, race_date=plan.weeks[0].starts + timedelta(days=number), **athlete)


def sessions(plan: Plan, change: Callable[[Session], Session]) -> Plan:
    """A week's plan with every session changed, and what they say left as it is."""
    return week(
        plan,
        plan.weeks[0].number,
        lambda each: replace(each, sessions=tuple(change(one) for one in each.sessions)),
    )


def with_sessions(plan: Plan, number: int) -> Plan:
    """A week's plan with only so many of its sessions."""
    return week(
        plan, plan.weeks[0].number, lambda each: replace(each, sessions=each.sessions[:number])
    )


def of_sets(*sets: int) -> Callable[[Session], Session]:
    """The session with exercises of so many sets."""
    return lambda one: replace(
        one,
        exercises=tuple(
            replace(one.exercises[0], id=f"mine-{i}", sets=each) for i, each in enumerate(sets)
        ),
    )


def pair(*roles: Role) -> Callable[[Session], Session]:
    """The session with exercises of one family in these roles."""
    return lambda one: replace(
        one,
        exercises=tuple(
            replace(one.exercises[0], id=role, family="mine", role=role) for role in roles
        ),
    )


def each_exercise(plan: Plan, **changes: Any) -> Plan:
    return sessions(plan, lambda one: exercises(one, **changes))


def leg_sets(sets: int) -> Plan:
    """A week whose first exercise alone works the leg muscles."""
    every = Muscles(("quadriceps", "hamstrings", "gluteus-maximus", "calves"))
    plan = with_sessions(each_exercise(BUILD, muscles=Muscles()), 1)
    return sessions(plan, lambda one: exercises(of_sets(sets)(one), muscles=every))


def noted(plan: Plan, *notes: Note) -> Plan:
    return week(plan, plan.weeks[0].number, lambda each: replace(each, notes=notes))


def lacks_pulling(days_ahead: int) -> Plan:
    """A half marathoner's week without a pulling exercise, the race so many days after their last
    free day.
    """
    return race_in(
        where(FIRST, pulls, pattern=Pattern.PUSH), WED.rank + days_ahead, days=(MON, WED)
    )


def lasting(minutes: int) -> Callable[[Session], Session]:
    """The session of so many minutes in all, by its warm-up."""
    return lambda one: warmed(one, one.warm_up.minutes + minutes - one.minutes)


def leg_jumps(jumps: int, others: int) -> Plan:
    """A 10 km runner's week with so many leg sets that have landings and so many without."""
    return sessions(
        ONE,
        lambda one: exercises(
            of_sets(jumps, others)(one), lambda each: each.id == "mine-0", contacts=1
        ),
    )


def week_sets(plan: Plan, *sets: int) -> Plan:
    """The last weeks of a plan, each with one exercise of so many sets."""
    weeks = zip(plan.weeks[-len(sets) :], sets, strict=True)
    return replace(
        plan,
        weeks=tuple(
            replace(each, sessions=(of_sets(number)(each.sessions[0]),)) for each, number in weeks
        ),
    )


ONE = with_sessions(BUILD, 1)
"""A week of one session."""
AS_DELOAD = week(BUILD, 6, lambda each: replace(each, deload=True))
FAR_TAPER = race_in(week(FIRST, 3, lambda each: replace(each, taper=True, sessions=())), 60)
OF_ONE_WAIT = "Run first, then wait 1 hour, better 6 hours."
NEW_LEVEL = who(BUILD, level=Level.BEGINNER)
TWO_WEEKS = replace(STRONG, weeks=STRONG.weeks[4:6])
"""The first two weeks of STRONG's second stretch."""
TO_DELOAD, TO_TAPER = (
    replace(STRONG, weeks=STRONG.weeks[:4]),
    replace(STEADY, weeks=STEADY.weeks[:9]),
)
CLOSE_WEEKS = session(SUNDAY_TAPER, 10, first_day(SUNDAY_TAPER, 10), moved(MON))
"""Loaded sessions on Sunday and on Monday of the next week."""
EDGES = (
    ("R01", "one session with the race far away", with_sessions(FIRST, 1), 1),
    (
        "R01",
        "one session where a day is barred and two are left",
        with_sessions(race_in(FIRST, 6, days=(MON, THU, FRI)), 1),
        1,
    ),
    (
        "R01",
        "one session where all days but one are barred",
        with_sessions(race_in(FIRST, 6, days=(MON, FRI)), 1),
        0,
    ),
    (
        "R01",
        "no session where all days but one are barred",
        with_sessions(race_in(FIRST, 6, days=(MON, FRI)), 0),
        1,
    ),
    ("R01", "one session for who has one free day", with_sessions(who(FIRST, days=(WED,)), 1), 1),
    ("R03", "a taper week far from the race", FAR_TAPER, 0),
    ("R03", "no pulling as long as a half marathoner may load high", lacks_pulling(8), 1),
    ("R03", "no pulling when they may no more", lacks_pulling(7), 1),
    (
        "R03",
        "no pulling for who has no free day",
        who(where(FIRST, pulls, pattern=Pattern.PUSH), days=()),
        1,
    ),
    ("R03", "no exercise for each side", each_exercise(BUILD, per_side=False), 1),
    ("R04", "three sets for each leg muscle", leg_sets(3), 4),
    ("R04", "four sets for each leg muscle", leg_sets(4), 0),
    ("R05", "seven sets in half an hour", sessions(who(ONE, minutes=30), of_sets(3, 2, 2)), 1),
    ("R05", "eight sets in half an hour", sessions(who(ONE, minutes=30), of_sets(3, 3, 2)), 0),
    (
        "R05",
        "seven sets in less than half an hour",
        sessions(who(ONE, minutes=29), of_sets(3, 2, 2)),
        0,
    ),
    ("R05", "two exercises", sessions(ONE, of_sets(5, 5)), 1),
    ("R05", "seven exercises", sessions(ONE, of_sets(*[2] * 7)), 0),
    ("R05", "eight exercises", sessions(ONE, of_sets(*[2] * 8)), 1),
    ("R05", "one exercise in a deload", sessions(with_sessions(AS_DELOAD, 1), of_sets(1)), 0),
    ("R07", "prehab and mobility of a family", sessions(ONE, pair(Role.PREHAB, Role.MOBILITY)), 0),
    ("R07", "main work and prehab of a family", sessions(ONE, pair(Role.MAIN, Role.PREHAB)), 1),
    (
        "R10",
        "loaded sessions on Sunday and Monday of only two weeks",
        replace(CLOSE_WEEKS, weeks=CLOSE_WEEKS.weeks[8:]),
        1,
    ),
    (
        "R10",
        "loaded sessions on Sunday and the next Tuesday",
        session(SUNDAY_TAPER, 9, first_day(SUNDAY_TAPER, 9), moved(WED)),
        0,
    ),
    ("R11", "high load before the next of several runs", who(BUILD, hard_runs=(WED, FRI)), 2),
    (
        "R12",
        "a beginner's high load two days before a hard run",
        who(NEW_LEVEL, hard_runs=(SAT,), long_run=None),
        1,
    ),
    (
        "R12",
        "the same for others later in the block",
        who(BUILD, hard_runs=(SAT,), long_run=None),
        0,
    ),
    ("R13", "a first wait that is too short", says(BUILD, 6, TUE, why=OF_ONE_WAIT), 1),
    ("R13", "a wait without the run first", says(BUILD, 6, TUE, why="Wait 3 hours."), 1),
    (
        "R13",
        "run first and wait in other words",
        says(BUILD, 6, TUE, why="Mind to run first: 4 h between."),
        0,
    ),
    (
        "R14",
        "high load on the day of the long run",
        says(who(BUILD, long_run=THU), 6, THU, with_run=Run.LONG),
        1,
    ),
    ("R15", "high load on the day of the long run", who(BUILD, long_run=THU), 0),
    (
        "R20",
        "a beginner's single landing in the third week",
        sessions(
            with_sessions(FIRST, 1),
            lambda one: exercises(of_sets(1)(one), reps=1, contacts=1, per_side=False),
        ),
        1,
    ),
    ("R21", "jumps on two days running", session(JUMPS, 10, THU, moved(WED)), 1),
    ("R23", "a 10 km runner's share of jumps before a marathon", who(JUMPS, race=Race.MARATHON), 1),
    ("R23", "14 % of jumps before a 10 km race", leg_jumps(14, 86), 1),
    ("R23", "15 % of jumps before a 10 km race", leg_jumps(15, 85), 0),
    ("R23", "20 % of jumps before a 10 km race", leg_jumps(20, 80), 0),
    ("R23", "21 % of jumps before a 10 km race", leg_jumps(21, 79), 1),
    ("R30", "a note that says no share", noted(BUILD, read_note("R30", "Add some weight.")), 1),
    (
        "R30",
        "the share in a note of another rule",
        noted(BUILD, read_note("R40", "Add 2-10 % weight.")),
        1,
    ),
    (
        "R32",
        "fewer repetitions in the second of two weeks",
        exercise(TWO_WEEKS, 6, THU, "romanian-deadlifts", reps=3),
        1,
    ),
    (
        "R32",
        "the same after a new exercise",
        exercise(
            exercise(TWO_WEEKS, 6, TUE, "toe-curls", id="mine"),
            6,
            THU,
            "romanian-deadlifts",
            reps=3,
        ),
        1,
    ),
    (
        "R32",
        "a main exercise that ends in another form",
        exercise(TWO_WEEKS, 6, THU, "romanian-deadlifts", form="My own", reps=4),
        1,
    ),
    ("R32", "a session on another day for one week", session(STEADY, 3, THU, moved(FRI)), 4),
    (
        "R32",
        "a hold that becomes repetitions",
        exercise(
            TWO_WEEKS, 6, SAT, "single-leg-balances", hold_s=None, reps=1, seconds_per_rep=3.0
        ),
        0,
    ),
    (
        "R32",
        "another form of an exercise that the catalogue does not know",
        exercise(
            exercise(TWO_WEEKS, 5, TUE, "toe-curls", id="mine", reps=9),
            6,
            TUE,
            "toe-curls",
            id="mine",
            reps=9,
            form="My own",
        ),
        0,
    ),
    ("R34", "4 sets in a deload after 10", week_sets(TO_DELOAD, 10, 10, 10, 4), 1),
    ("R34", "5 sets in a deload after 10", week_sets(TO_DELOAD, 10, 10, 10, 5), 0),
    ("R34", "7 sets in a deload after 10", week_sets(TO_DELOAD, 10, 10, 10, 7), 0),
    ("R34", "8 sets in a deload after 10", week_sets(TO_DELOAD, 10, 10, 10, 8), 1),
    (
        "R34",
        "a deload that has what the week before it got more in reserve",
        exercise(STRONG, 3, THU, "romanian-deadlifts", rir=4),
        1,
    ),
    (
        "R34",
        "a deload without what the weeks before it kept in reserve",
        exercise(STRONG, 4, THU, "romanian-deadlifts", rir=None),
        1,
    ),
    (
        "R34",
        "a deload to failure after a week to failure",
        exercise(
            exercise(STRONG, 3, THU, "romanian-deadlifts", rir=0),
            4,
            THU,
            "romanian-deadlifts",
            rir=0,
        ),
        1,
    ),
    (
        "R34",
        "a deload with another exercise in a known form",
        exercise(STRONG, 4, THU, "romanian-deadlifts", id="mine"),
        1,
    ),
    (
        "R35",
        "39 sets in the first of two taper weeks after 100",
        week_sets(TO_TAPER, 100, 100, 100, 39),
        1,
    ),
    (
        "R35",
        "40 sets in the first of two taper weeks after 100",
        week_sets(TO_TAPER, 100, 100, 100, 40),
        0,
    ),
    (
        "R35",
        "59 sets in the first of two taper weeks after 100",
        week_sets(TO_TAPER, 100, 100, 100, 59),
        0,
    ),
    (
        "R35",
        "60 sets in the first of two taper weeks after 100",
        week_sets(TO_TAPER, 100, 100, 100, 60),
        1,
    ),
    ("R38", "medium load the day before the race", session(RACE_WEEK, 12, TUE, moved(SAT)), 1),
    ("R38", "sessions after the race", race_in(BUILD, 0), 3),
    (
        "R45",
        "a session that says less than it takes",
        who(sessions(ONE, lambda one: replace(one, minutes=15)), minutes=15),
        1,
    ),
    (
        "R45b",
        "a session that says more than it takes",
        who(sessions(ONE, lambda one: replace(one, minutes=60)), minutes=60),
        1,
    ),
    ("R45b", "39 of 50 minutes", sessions(who(ONE, minutes=50), lasting(39)), 1),
    ("R45b", "40 of 50 minutes", sessions(who(ONE, minutes=50), lasting(40)), 0),
    (
        "R47",
        "five minutes of warm-up before jumps",
        sessions(with_sessions(FIRST, 1), lambda one: warmed(hopping(one), 5)),
        1,
    ),
    (
        "R47",
        "five minutes of warm-up before high load that says low",
        sessions(ONE, lambda one: replace(warmed(one, 5), load=Load.LOW)),
        1,
    ),
    (
        "R47",
        "three steps of warm-up",
        sessions(
            ONE, lambda one: replace(one, warm_up=WarmUp(minutes=8, steps=one.warm_up.steps[:3]))
        ),
        1,
    ),
    (
        "R57",
        "a beginner's two in reserve",
        sessions(with_sessions(NEW_LEVEL, 1), lambda one: exercises(of_sets(3)(one), rir=2)),
        1,
    ),
    (
        "R57",
        "a beginner's three in reserve",
        sessions(with_sessions(NEW_LEVEL, 1), lambda one: exercises(of_sets(3)(one), rir=3)),
        0,
    ),
    (
        "R57",
        "jumps without a reserve",
        sessions(ONE, lambda one: exercises(pair(Role.ACCESSORY)(one), rir=None, contacts=1)),
        0,
    ),
    (
        "R57",
        "power and mobility without a reserve",
        sessions(ONE, lambda one: exercises(pair(Role.POWER, Role.MOBILITY)(one), rir=None)),
        0,
    ),
    (
        "R58",
        "the second of two things not owned",
        sessions(
            with_sessions(FIRST, 1),
            lambda one: exercises(of_sets(3)(one), kit=(Kit.BENCH, Kit.BOX)),
        ),
        1,
    ),
    (
        "R59",
        "another note than the niggle's",
        sore_exercise(SORE_WEEK, niggle_note="Be careful."),
        1,
    ),
    (
        "R65",
        "a promise in a cue",
        sessions(ONE, lambda one: exercises(of_sets(3)(one), cue="It prevents injury.")),
        1,
    ),
    (
        "R65",
        "a promise in a niggle's note",
        sessions(ONE, lambda one: exercises(of_sets(3)(one), niggle_note="It prevents injury.")),
        1,
    ),
    ("R65", "injury-proof", says(BUILD, 6, THU, why="Get injury-proof."), 1),
    (
        "R65",
        "what cannot or never prevents",
        says(BUILD, 6, THU, why="It cannot prevent injuries, it never prevents an injury."),
        0,
    ),
)


@pytest.mark.parametrize(
    ("rule", "what", "plan", "times"), EDGES, ids=[f"{rule} {what}" for rule, what, *_ in EDGES]
)
def test_at_its_limits_a_rule_is_told_as_often_as_it_is_broken(
    rule: str, what: str, plan: Plan, times: int
) -> None:
    assert (
        len([finding for finding in check_plan(plan, CATALOGUE) if finding.rule == rule]) == times
    )


@pytest.mark.parametrize(
    ("plan", "must"),
    [
        pytest.param(lacks_pulling(8), True, id="as long as a half marathoner may load high"),
        pytest.param(lacks_pulling(7), False, id="when they may no more"),
        pytest.param(
            race_in(where(FIRST, pulls, pattern=Pattern.PUSH), 13, days=(MON, WED, SUN)),
            False,
            id="when they may no more on a Sunday",
        ),
    ],
)
def test_near_the_race_coverage_is_a_should(plan: Plan, must: bool) -> None:
    assert [finding.must for finding in check_plan(plan, CATALOGUE) if finding.rule == "R03"] == [
        must
    ]


def test_a_niggle_that_the_catalogue_bars_no_jumps_with_allows_them() -> None:
    harmless = Catalogue(exercises=tuple(replace(each, niggles={}) for each in CATALOGUE.exercises))
    assert "R22" in broken(check_plan(sore_jumps(SORE_WEEK), CATALOGUE))
    assert "R22" not in broken(check_plan(sore_jumps(SORE_WEEK), harmless))


def with_changed(
    change: Callable[[Exercise], Exercise], ids: Collection[str] = HELPFUL
) -> Catalogue:
    """The catalogue with some exercises changed, those of the first line of runner's knee where no
    others are named.
    """
    return Catalogue(
        exercises=tuple(change(each) if each.id in ids else each for each in CATALOGUE.exercises)
    )


def only_forms(**changes: Any) -> Callable[[Exercise], Exercise]:
    return lambda each: replace(
        each, ladder=tuple(replace(form, **changes) for form in each.ladder)
    )


def avoided_with(niggle: Niggle) -> Callable[[Exercise], Exercise]:
    return lambda each: replace(each, niggles={**each.niggles, niggle: NiggleRule(act=Act.AVOID)})


PULLS = [
    each.id
    for each in CATALOGUE.exercises
    if any(form.pattern is Pattern.PULL for form in each.ladder)
]


def for_jumps(each: Exercise) -> Exercise:
    return replace(each, role=Role.POWER)


@pytest.mark.parametrize(
    ("change", "lacks"),
    [
        pytest.param(
            only_forms(level=Level.BEGINNER, kit=((Kit.STEP,),)),
            [],
            id="nothing where a form may be done",
        ),
        pytest.param(
            only_forms(level=Level.INTERMEDIATE), ["pulling"], id="what is above the level"
        ),
        pytest.param(only_forms(kit=((Kit.MACHINE,),)), ["pulling"], id="what needs other kit"),
        pytest.param(for_jumps, ["pulling"], id="what has no exercise but jumps"),
    ],
)
def test_a_catalogue_lacks_what_it_has_no_form_for(
    change: Callable[[Exercise], Exercise], lacks: list[str]
) -> None:
    assert [
        need.name for need in lacking(with_changed(change, PULLS), Level.BEGINNER, HOME)
    ] == lacks


def test_only_coverage_that_the_catalogue_has_can_be_a_must() -> None:
    plan = says(where(BUILD, pulls, pattern=Pattern.PUSH), 6, THU, load=Load.LOW)
    for catalogue, must in ((CATALOGUE, True), (with_changed(for_jumps, PULLS), False)):
        assert {finding.rule: finding.must for finding in check_plan(plan, catalogue)} == {
            "R03": must,
            "R10": True,
        }


def not_helped(plan: Plan, catalogue: Catalogue = CATALOGUE) -> list[str]:
    """What R59 would have the plan take among the first-line exercises of runner's knee."""
    text = "none of the first exercises for the niggle runners-knee"
    return [
        str(finding.allowed)
        for finding in check_plan(plan, catalogue)
        if (finding.rule, str(finding.found)) == ("R59", text)
    ]


@pytest.mark.parametrize(
    ("athlete", "catalogue"),
    [
        ({"without": tuple(HELPFUL)}, CATALOGUE),
        ({"niggles": (Niggle.RUNNERS_KNEE, Niggle.SHIN)}, with_changed(avoided_with(Niggle.SHIN))),
        ({}, with_changed(only_forms(level=Level.ADVANCED))),
        ({}, with_changed(only_forms(kit=((Kit.MACHINE,),)))),
    ],
    ids=[
        "excluded",
        "to avoid with another niggle",
        "no form for the level",
        "no form for the kit",
    ],
)
def test_a_first_line_exercise_that_the_athlete_cannot_do_is_not_asked_for(
    athlete: dict[str, Any], catalogue: Catalogue
) -> None:
    plan = who(without_first_line(SORE_WEEK), **athlete)
    assert not_helped(plan, catalogue) == []


@pytest.mark.parametrize(
    "change",
    [
        avoided_with(Niggle.SHIN),
        only_forms(level=Level.ADVANCED),
        only_forms(kit=((Kit.MACHINE,),)),
    ],
    ids=["to avoid with another niggle", "no form for the level", "no form for the kit"],
)
def test_of_the_first_line_exercises_only_what_the_athlete_can_do_is_asked_for(
    change: Callable[[Exercise], Exercise],
) -> None:
    plan = who(
        without_first_line(SORE_WEEK),
        without=HELPFUL[:1],
        niggles=(Niggle.RUNNERS_KNEE, Niggle.SHIN),
    )
    able = with_changed(
        lambda each: replace(each, niggles={Niggle.RUNNERS_KNEE: each.niggles[Niggle.RUNNERS_KNEE]})
    )
    assert not_helped(plan, able) == [" or ".join(HELPFUL[1:])]
    left = HELPFUL[-1]
    catalogue = Catalogue(
        exercises=tuple(
            change(each) if each.id in HELPFUL and each.id != left else each
            for each in able.exercises
        )
    )
    assert not_helped(plan, catalogue) == [left]


@pytest.mark.parametrize(
    ("rule", "note", "asked"),
    [
        pytest.param(
            NiggleRule(act=Act.AVOID), None, ["another exercise"], id="to avoid, without a swap"
        ),
        pytest.param(NiggleRule(act=Act.MODIFY), None, [], id="to modify, without a note"),
        pytest.param(
            NiggleRule(act=Act.MODIFY, note="Mind it."), None, ["Mind it."], id="to modify"
        ),
        pytest.param(
            NiggleRule(act=Act.MODIFY, note="Mind  it."),
            "Well:\nmind  it. Mind\nit. Go slowly.",
            [],
            id="in other spaces",
        ),
    ],
)
def test_a_niggle_s_rule_asks_for_no_more_than_it_says(
    rule: NiggleRule, note: str | None, asked: list[str]
) -> None:
    plan = sore_exercise(SORE_WEEK, id="mine", niggle_note=note)
    mine = replace(CATALOGUE.exercises[0], id="mine", niggles={Niggle.RUNNERS_KNEE: rule})
    catalogue = Catalogue(exercises=(*CATALOGUE.exercises, mine))
    assert [
        str(finding.allowed) for finding in check_plan(plan, catalogue) if finding.rule == "R59"
    ] == asked


def test_a_niggle_that_the_athlete_has_not_bars_no_first_line_exercise() -> None:
    assert (
        len(not_helped(without_first_line(SORE_WEEK), with_changed(avoided_with(Niggle.SHIN)))) == 1
    )


def test_an_easier_form_within_reach_is_enough_to_ask_for_a_first_line_exercise() -> None:
    beyond = only_forms(level=Level.ADVANCED)
    catalogue = with_changed(
        lambda each: replace(each, ladder=(each.ladder[0], *beyond(each).ladder))
    )
    assert len(not_helped(without_first_line(SORE_WEEK), catalogue)) == 1
    own = with_changed(only_forms(level=SORE_WEEK.athlete.level))
    assert len(not_helped(without_first_line(SORE_WEEK), own)) == 1


def test_a_first_line_exercise_is_not_asked_for_in_a_taper_or_without_sessions() -> None:
    plan = without_first_line(SORE_WEEK)
    number = plan.weeks[0].number
    assert not_helped(plan)
    assert not_helped(week(plan, number, lambda each: replace(each, deload=True)))
    assert not_helped(week(plan, number, lambda each: replace(each, taper=True))) == []
    assert not_helped(week(plan, number, lambda each: replace(each, sessions=()))) == []


def test_the_order_of_a_catalogue_s_niggles_changes_nothing() -> None:
    reversed_ = Catalogue(
        exercises=tuple(
            replace(each, niggles=dict(reversed(each.niggles.items())))
            for each in CATALOGUE.exercises
        ),
    )
    for wrong in WRONG:
        assert check_plan(wrong.plan, CATALOGUE) == check_plan(wrong.plan, reversed_)


def test_a_week_s_findings_come_in_the_order_of_the_rules() -> None:
    bare = replace(BUILD.weeks[0], sessions=(), notes=())
    order = [rule.id for rule in RULES]
    found = [order.index(finding.rule) for finding in check_week(BUILD.athlete, bare, CATALOGUE)]
    assert found == sorted(found)
    assert len(set(found)) > 2


def test_every_rule_has_a_short_plain_sentence() -> None:
    for rule in RULES:
        advice = str(rule.advice)
        assert advice.endswith(".")
        assert len(advice) <= 130
        assert not re.search(r"\bR\d\d", advice)
