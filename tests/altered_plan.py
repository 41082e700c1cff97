"""The coach's block of tests/coached_plan.py, and ways to change it: for plans that are wrong in one
thing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from coached_plan import (
    CALENDAR,
    CATALOGUE,
    RUNNER,
    When,
    block,
    note,
    prescription,
    timed,
    with_loads,
)
from coached_plan import session as a_session
from msgspec.structs import replace

from befit_cli.rules.check import check_plan
from befit_cli.saved.reading import read_warm_up_step
from befit_cli.values import (
    Adapted,
    AdaptedKey,
    Catalogue,
    Day,
    Kit,
    Next,
    Niggle,
    Note,
    NoteKey,
    Pattern,
    Phase,
    Plan,
    Prescription,
    Race,
    Session,
    Step,
    Week,
    usual_runs,
)

MON, TUE, WED, THU, FRI, SAT, SUN = Day
"""The plans train on Tuesday, in slot 1, and on Friday, in slot 2."""


def settled(plan: Plan) -> Plan:
    """The plan with the minutes and loads of its work, corrected by whoever changed it."""
    weeks = []
    for each in plan.weeks:
        sessions = tuple(map(timed, sorted(each.sessions, key=lambda one: one.day.rank)))
        weeks.append(with_loads(replace(each, sessions=sessions)))
    return replace(plan, weeks=tuple(weeks))


def only(plan: Plan, number: int) -> Plan:
    """One week of a block, as `befit plan` gives it, with what the first week says."""
    week = plan.weeks[number - 1]
    said = [each for each in plan.weeks[0].notes if each.rule in {"R19", "R28", "R59"}]
    notes = week.notes if number == 1 else (*week.notes, *said)
    return replace(plan, weeks=(replace(week, notes=notes),))


def who(plan: Plan, **changes: Any) -> Plan:
    """The same plan for another athlete, with the runs of their week."""
    athlete = replace(plan.athlete, **changes)
    weeks = tuple(replace(one, runs=usual_runs(athlete, one.starts)) for one in plan.weeks)
    return replace(plan, athlete=athlete, weeks=weeks)


def in_week(plan: Plan, number: int, change: Callable[[Week], Week]) -> Plan:
    """The plan with one week changed."""
    assert any(each.number == number for each in plan.weeks), f"no week {number}"
    weeks = [change(each) if each.number == number else each for each in plan.weeks]
    return replace(plan, weeks=tuple(weeks))


def in_session(plan: Plan, number: int, slot: int, change: Callable[[Session], Session]) -> Plan:
    """The plan with one session changed, and what it says left as it is."""

    def changed(each: Week) -> Week:
        assert any(one.slot == slot for one in each.sessions), f"no session {slot}"
        sessions = [change(one) if one.slot == slot else one for one in each.sessions]
        return replace(each, sessions=tuple(sessions))

    return in_week(plan, number, changed)


def in_exercise(plan: Plan, number: int, slot: int, id_: str, /, **changes: Any) -> Plan:
    """The plan with one exercise changed."""
    changed = in_session(plan, number, slot, lambda one: with_work(one, id_, **changes))
    assert changed != plan, f"no {id_} in session {slot} of week {number} to change"
    return settled(changed)


def everywhere(plan: Plan, id_: str, /, **changes: Any) -> Plan:
    """The plan with an exercise changed wherever it stands."""
    weeks = []
    for each in plan.weeks:
        sessions = tuple(with_work(one, id_, **changes) for one in each.sessions)
        weeks.append(replace(each, sessions=sessions))
    changed = replace(plan, weeks=tuple(weeks))
    assert changed != plan, f"no {id_} to change"
    return settled(changed)


def with_work(one: Session, id_: str, /, **changes: Any) -> Session:
    """The session with one exercise changed."""
    work = [replace(each, **changes) if each.id == id_ else each for each in one.exercises]
    return replace(one, exercises=tuple(work))


def without_work(plan: Plan, number: int, slot: int, id_: str) -> Plan:
    """The plan without one exercise."""

    def shorter(one: Session) -> Session:
        return replace(one, exercises=tuple(each for each in one.exercises if each.id != id_))

    return settled(in_session(plan, number, slot, shorter))


def says(plan: Plan, number: int, place: int, /, **changes: Any) -> Plan:
    """The plan with something else that one session says."""
    return in_session(plan, number, place, lambda one: replace(one, **changes))


def moved(plan: Plan, number: int, slot: int, day: Day) -> Plan:
    """The plan with one session on another day, with the date and the run of that day."""

    def on_day(one: Session) -> Session:
        date_ = one.date + timedelta(days=day.rank - one.day.rank)
        return replace(one, day=day, date=date_, with_run=None)

    return settled(in_session(plan, number, slot, on_day))


def and_session(plan: Plan, number: int, day: Day, *work: Prescription, **said: Any) -> Plan:
    """The plan with a session more in one week."""
    more = a_session(number, 3, day, *work, **said)
    changed = in_week(plan, number, lambda each: replace(each, sessions=(*each.sessions, more)))
    return settled(changed)


def warmed(plan: Plan, number: int, slot: int, step: str = "", **changes: Any) -> Plan:
    """The plan with another warm-up in one session, and one step more where one is given."""

    def changed(one: Session) -> Session:
        more = (read_warm_up_step(step),) if step else ()
        warm_up = replace(one.warm_up, steps=(*one.warm_up.steps, *more))
        return replace(one, warm_up=replace(warm_up, **changes))

    return settled(in_session(plan, number, slot, changed))


def without_notes(plan: Plan, *keys: NoteKey) -> Plan:
    """The plan without its notes of these keys."""
    weeks = []
    for each in plan.weeks:
        kept = tuple(one for one in each.notes if one.key not in keys)
        weeks.append(replace(each, notes=kept))
    return replace(plan, weeks=tuple(weeks))


def also_noted(plan: Plan, number: int, *notes: Note) -> Plan:
    """The plan with more notes in one week."""
    return in_week(plan, number, lambda each: replace(each, notes=(*each.notes, *notes)))


def each_set_to(plan: Plan, numbers: tuple[int, ...], id_: str, amounts: tuple[int, ...]) -> Plan:
    """The plan with other repetitions of an exercise in some weeks."""
    for number, amount in zip(numbers, amounts, strict=True):
        slot = next(
            one.slot
            for one in plan.weeks[number - 1].sessions
            if any(each.id == id_ for each in one.exercises)
        )
        plan = in_exercise(plan, number, slot, id_, reps=amount)
    return plan


def of_sets(sets: int) -> Callable[[Session], Session]:
    """The session with so many sets in all, by quick ones of its last exercise."""

    def changed(one: Session) -> Session:
        last = one.exercises[-1]
        quick = replace(
            last,
            sets=sets - one.sets + last.sets,
            reps=1,
            hold_s=None,
            seconds_per_rep=0.1,
            rir=3,
            rest_s=0,
        )
        return replace(one, exercises=(*one.exercises[:-1], quick))

    return changed


def of_exercises(number: int) -> Callable[[Session], Session]:
    """The session with so many exercises, by quick ones like its last."""

    def changed(one: Session) -> Session:
        last = replace(one.exercises[-1], sets=1, rest_s=0, hold_s=1)
        more = [
            replace(last, id=f"mine-{place}", family=f"mine-{place}")
            for place in range(number - len(one.exercises))
        ]
        return replace(one, exercises=(*one.exercises, *more))

    return changed


PLAN = block()
"""Twelve weeks to a half marathon: general to week 4, strength to week 8, power in weeks 9 and 10, two
weeks of taper; high load on both days but in the ramp.
"""
FREE = block(replace(RUNNER, hard_runs=(), long_run=None))
"""The same, with easy runs only."""
SORE = block(replace(RUNNER, niggles=(Niggle.ACHILLES,)), springs=False)
"""The same with a sore Achilles tendon, without hops and jumps."""
SHORT = also_noted(
    block(
        replace(RUNNER, race=Race.TEN_K, minutes=41),
        (*CALENDAR[:3], When(4, Phase.TAPER, 2, 2, taper=True)),
    ),
    1,
    note("R40", NoteKey.FEW_WEEKS, weeks=3),
)
NO_RACE = who(
    block(
        replace(RUNNER, race=Race.NONE),
        (*CALENDAR[:10], When(11, Phase.POWER, 7, 1, deload=True)),
    )
)
"""Ends in a deload instead of a taper."""
EARLY_DELOAD = also_noted(
    also_noted(
        block(
            calendar=(
                *CALENDAR[:2],
                When(3, Phase.GENERAL, 1, 1, deload=True),
                When(4, Phase.STRENGTH, 2, 0),
                When(5, Phase.STRENGTH, 3, 1),
                When(6, Phase.STRENGTH, 4, 2),
                When(7, Phase.TAPER, 4, 2, taper=True),
                When(8, Phase.TAPER, 4, 2, taper=True),
            ),
        ),
        4,
        note("R30", NoteKey.HEAVIER, week=2, forms=["Goblet squat"]),
    ),
    1,
    note("R40", NoteKey.FEW_WEEKS, weeks=5),
)
"""A deload in week 3, right after the ramp."""
RAMP, BUILD, POWER, LAST = only(PLAN, 1), only(PLAN, 6), only(PLAN, 10), only(PLAN, 12)
SORE_WEEK = only(SORE, 6)
LOW_BACK = in_exercise(
    only(block(replace(RUNNER, niggles=(Niggle.LOW_BACK,))), 6),
    6,
    1,
    "planks",
    sets=2,
    hold_s=12,
    rest_s=180,
    niggle_note="Short holds, many of them.",
)
TOO_LATE = in_week(
    who(
        also_noted(
            replace(only(SHORT, 4), weeks=(replace(only(SHORT, 4).weeks[0], number=1, of=1),)),
            1,
            note("R40", NoteKey.FEW_WEEKS, weeks=0),
            note("R39", NoteKey.OWN, text="Too late for strength."),
        ),
        race_date=SHORT.weeks[3].starts + timedelta(days=2),
    ),
    1,
    lambda each: replace(each, sessions=()),
)
"""A block that begins in the week of a race on Wednesday."""


def waiting(plan: Plan, number: int, **changes: Any) -> Plan:
    """The block that waited in the week of that number, with what is changed about that: the week
    after it, and all that follow, are those that there were, a week later.
    """
    of = len(plan.weeks) + 1
    waited = (number,)
    before = [replace(each, of=of, waited=waited) for each in plan.weeks[:number]]
    before[-1] = replace(before[-1], **changes)
    later = []
    for each in plan.weeks[number - 1 :]:
        sessions = [
            replace(session, date=session.date + timedelta(weeks=1)) for session in each.sessions
        ]
        week = replace(
            each,
            number=each.number + 1,
            of=of,
            starts=each.starts + timedelta(weeks=1),
            sessions=tuple(sessions),
            waited=waited,
        )
        later.append(week)
    return replace(plan, weeks=(*before, *later))


SOUND = {
    "a block": PLAN,
    "with easy runs only": FREE,
    "with a sore heel": SORE,
    "a short one": SHORT,
    "without a race": NO_RACE,
    "its first week": RAMP,
    "a build week": BUILD,
    "a power week": POWER,
    "the week of the race": LAST,
    "a week with a sore heel": SORE_WEEK,
    "a week with a sore back": LOW_BACK,
    "one that begins too late": TOO_LATE,
    "one that waited": waiting(PLAN, 6),
    "one that waited in its ramp": waiting(PLAN, 1),
    "one without a race that waited": waiting(NO_RACE, 3),
    "a week that waited": only(waiting(PLAN, 6), 6),
    "the week after it": only(waiting(PLAN, 6), 7),
    "the two of them": replace(waiting(PLAN, 1), weeks=waiting(PLAN, 1).weeks[:2]),
    "one that waited, and a later one": replace(
        waiting(PLAN, 1), weeks=waiting(PLAN, 1).weeks[::10][:2]
    ),
}


def quick(id_: str, form: str, **changes: Any) -> Prescription:
    """A set of it."""
    return prescription(id_, form, sets=1, amount=8, **changes)


PUSH_UP = quick("push-ups", "Push-up")
ROW = quick("band-rows", "Band row")
AGAIN = tuple(
    prescription(each.id, each.form, sets=each.sets, amount=each.reps or each.hold_s or 0)
    for each in BUILD.weeks[0].sessions[0].exercises
)
"""Tuesday's work once more."""


def higher_rung(plan: Plan, form: str) -> Plan:
    """The plan with another jump in both of its power weeks."""
    for number in (9, 10):
        plan = in_exercise(plan, number, 1, "jump-squats", form=form)
    return plan


def at_the_top(form: str) -> Plan:
    """Split squats that have reached 3 x 15 by week 7, and what they are from week 9 on."""
    plan = PLAN
    for number, reps in ((5, 13), (6, 14), (7, 15), (9, 15), (10, 15)):
        name = form if number > 8 else "Split squat"
        plan = in_exercise(
            plan,
            number,
            2,
            "split-squats",
            form=name,
            sets=3,
            reps=reps,
            seconds_per_rep=2.0,
            rest_s=0,
            next=Next(step=Step.FORM, form="Deep split squat"),
        )
    return plan


def heavy_legs_gone(plan: Plan) -> Plan:
    """A week whose lifts have a backpack and more repetitions."""
    for slot, id_ in ((1, "squats"), (2, "single-leg-deadlifts")):
        plan = in_exercise(plan, 6, slot, id_, kit=(Kit.BACKPACK,), reps=10)
    return plan


BY_LOG = Adapted(rule="R76", key=AdaptedKey.FORM_STAYS)


def rule_times(plan: Plan, rule: str, catalogue: Catalogue = CATALOGUE) -> int:
    """How often that rule is told."""
    return [finding.rule for finding in check_plan(plan, catalogue)].count(rule)


def race_in(plan: Plan, number: int, **athlete: Any) -> Plan:
    """The plan with its race so many days after its first Monday."""
    return who(plan, race_date=plan.weeks[0].starts + timedelta(days=number), **athlete)


def tuned_up(plan: Plan, which: str, day: Day) -> Plan:
    """The sixth week with a tune-up race that day, or in the runs of a week beside it."""
    return in_week(
        plan,
        6,
        lambda each: replace(each, **{which: replace(each.runs, tune_ups=(day,))}),
    )


def without_session(plan: Plan, number: int, slot: int) -> Plan:
    """The plan without one session."""
    return in_week(
        plan,
        number,
        lambda each: replace(
            each, sessions=tuple(one for one in each.sessions if one.slot != slot)
        ),
    )


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


def slow_squats(day: Day, seconds: float) -> Plan:
    """The race week on another day, with squats of so many seconds."""
    plan = in_exercise(LAST, 12, 1, "squats", seconds_per_rep=seconds)
    return moved(plan, 12, 1, day)


def lunges(day: Day) -> Plan:
    """The race week on another day, with lunges."""
    return moved(in_exercise(LAST, 12, 1, "squats", pattern=Pattern.LUNGE), 12, 1, day)


def hopping_on_friday(plan: Plan, number: int) -> Plan:
    """The plan with the hops of one week's first session in the second one."""
    return warmed(warmed(plan, number, 1, contacts=0), number, 2, contacts=30)


def friday_jumps(*hard: Day) -> Plan:
    """A light week with jumps on Friday, and hard runs on these days, or on Tuesday and the day
    after the jumps.
    """
    plan = in_exercise(only(PLAN, 2), 2, 2, "push-ups", contacts=1)
    plan = warmed(plan, 2, 2, minutes=8)
    runs = replace(plan.weeks[0].runs, hard=hard or (TUE, SAT))
    return in_week(plan, 2, lambda each: replace(each, runs=runs))


def rows_twice(number: int) -> Plan:
    """A week whose first session has the second one's rows as well, before its last exercise."""
    [row] = [one for one in PLAN.weeks[number - 1].sessions[1].exercises if one.id == "band-rows"]

    def with_row(one: Session) -> Session:
        *others, last = one.exercises
        return replace(one, exercises=(*others, row, last))

    return settled(in_session(PLAN, number, 1, with_row))


def of_these(**sets: int) -> Callable[[Session], Session]:
    """The session with these of its exercises alone, and so many sets of them."""

    def changed(one: Session) -> Session:
        said = {name.replace("_", "-"): count for name, count in sets.items()}
        work = [replace(each, sets=said[each.id]) for each in one.exercises if each.id in said]
        return replace(one, exercises=tuple(work))

    return changed


HURTS = Adapted(rule="R71", key=AdaptedKey.LESS_FOR_PAIN, facts={"pain": 4})
