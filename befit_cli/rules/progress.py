"""How exercises grow from week to week of a stretch."""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise

from msgspec.structs import replace

from befit_cli.evidence.dose import HOLD_STEP_S, most_work
from befit_cli.evidence.load import heavy
from befit_cli.evidence.progress import eased_by_log
from befit_cli.evidence.session import MAIN_ROLES, fills_session, set_seconds
from befit_cli.evidence.week import trains_otherwise
from befit_cli.rules.case import (
    Lines,
    at,
    by_log,
    has_less_than_usual,
    in_week,
    lines,
    may_be_kept,
    may_be_kept_light,
    minutes_with,
    on,
)
from befit_cli.rules.rule import CONSENSUS, Breach, Breaches, Kind, Rule
from befit_cli.values import (
    Athlete,
    Catalogue,
    Phrase,
    Plan,
    Prescription,
    RunSource,
    Session,
    Week,
    phrase,
    verbatim,
)


class _Grows(StrEnum):
    """What may grow from one week to the next."""

    SETS = "sets"
    REPETITIONS = "repetitions"
    SECONDS = "seconds"
    FORMS = "forms"


_GROWS = {
    _Grows.SETS: phrase("sets"),
    _Grows.REPETITIONS: phrase("repetitions"),
    _Grows.SECONDS: phrase("seconds"),
    _Grows.FORMS: phrase("forms"),
}


@Rule(
    "R32",
    Kind.MUST,
    text=phrase(
        "in a stretch of two weeks or more: sessions keep their main exercises and forms, and "
        "their days unless the runs of the week differ or the runner has it otherwise; from week "
        "to week at most one of sets and repetitions (or hold) changes, and work never falls, but "
        "for what is or was light and for the next form, which begins anew; each main exercise "
        "progresses up to its top (R31); what the log changed R70 to R78 judge"
    ),
    basis=CONSENSUS,
    advice=phrase(
        "Change one thing at a time and only upwards, on the same days with the same main "
        "exercises, until the next easier week."
    ),
).of_block
def progression(plan: Plan, catalogue: Catalogue) -> Breaches:
    for stretch in plan.stretches:
        build = [
            week
            for week in stretch
            if week.build and not trains_otherwise(week.runner, plan.athlete)
        ]
        for before, after in pairwise(build):
            yield from _same_days(plan.athlete, before, after)
            yield from _same_main(plan.athlete, before, after)
        yield from _one_step(catalogue, build)
        if len(build) > 1 and len(build) == sum(week.build for week in stretch):
            yield from _progress(plan.athlete, catalogue, build[0], build[-1])


def _days_of_runs(week: Week) -> tuple[object, ...]:
    """What decides on which days a week's sessions are: its runs, and those beside it."""
    beside = [runs or week.runs for runs in (week.runs_before, week.runs_after)]
    return (*[runs.key_days for runs in (week.runs, *beside)], week.runner)


def _same_days(athlete: Athlete, before: Week, after: Week) -> Breaches:
    # Other runs may ask for other days, and may leave fewer of them; and where a week has runs of
    # its own, how loaded a session is decides whether it may stay.
    sources = {before.runs.source, after.runs.source}
    if sources != {RunSource.PROFILE} or _days_of_runs(before) != _days_of_runs(after):
        return
    # What the log left out of a session may have been all of it.
    if eased_by_log(before) or eased_by_log(after):
        return
    then = {session.slot: session for session in before.sessions}
    now = {session.slot: session for session in after.sessions}
    for slot in sorted({*then, *now}):
        if slot not in now:
            session = then[slot]
            # A day goes only with all its exercises, so one that may stay is enough.
            if any(may_be_kept(athlete, after, session.day, one) for one in session.exercises):
                yield Breach(
                    in_week(after.number, on(session.day)),
                    phrase("no session"),
                    phrase("the sessions of the week before"),
                )
        elif slot not in then:
            yield Breach(
                in_week(after.number, on(now[slot].day)),
                phrase("a new session"),
                phrase("the sessions of the week before"),
            )
        elif now[slot].day is not then[slot].day:
            yield Breach(
                in_week(after.number, on(now[slot].day)),
                phrase("another day"),
                phrase("{day}, as the week before", day=then[slot].day),
            )


def _same_main(athlete: Athlete, before: Week, after: Week) -> Breaches:
    then, now = lines(before), lines(after)
    slots = {session.slot: session for session in after.sessions}
    slots_before = {session.slot for session in before.sessions if not has_less_than_usual(session)}
    wanted = phrase("the main exercises of the week before")
    for key, (session, exercise) in _main(then).items():
        # A session that came or went is told by its day, and not again by its exercises.
        here = slots.get(session.slot)
        if here is None or not may_be_kept_light(athlete, after, here.day, exercise):
            continue
        if has_less_than_usual(here) or has_less_than_usual(session) or eased_by_log(before):
            continue
        if eased_by_log(after) or (key in now and by_log(exercise, now[key].exercise)):
            continue
        where = in_week(after.number, at(here, exercise))
        if key not in now:
            yield Breach(where, phrase("no longer there"), wanted)
        elif now[key].exercise.form != exercise.form:
            form = verbatim(now[key].exercise.form)
            yield Breach(where, form, phrase("{form}, as the week before", form=exercise.form))
    for key, (session, exercise) in _main(now).items():
        if has_less_than_usual(session) or eased_by_log(before):
            continue
        if key not in then and session.slot in slots_before:
            yield Breach(in_week(after.number, at(session, exercise)), phrase("new"), wanted)


def _main(of_week: Lines) -> Lines:
    """The main exercises among them."""
    return {key: line for key, line in of_week.items() if line.exercise.role in MAIN_ROLES}


def _one_step(catalogue: Catalogue, weeks: list[Week]) -> Breaches:
    """Exercises that change in two ways at once, or do less than before."""
    last: dict[tuple[int, str], tuple[int, Prescription]] = {}
    for week in weeks:
        for key, (session, exercise) in lines(week).items():
            place, then = last.get(key, (week.place, None))
            # The runs of this week leave it less: the next goes on from the week before it.
            if has_less_than_usual(session) or (then and exercise.light and not then.light):
                continue
            last[key] = (week.place, exercise)
            steps = week.place - place
            wrong = None
            if then is not None and not by_log(then, exercise):
                wrong = _wrong_step(catalogue, then, exercise, steps)
            if wrong is not None:
                yield Breach(in_week(week.number, at(session, exercise)), *wrong)


def _wrong_step(
    catalogue: Catalogue, then: Prescription, now: Prescription, weeks: int
) -> tuple[Phrase, Phrase] | None:
    """What changes too much from one week to another so many weeks later, or for the worse, and
    what should be.
    """
    steps = _steps(catalogue, then, now)
    climbed = steps.pop(_Grows.FORMS)
    if climbed:
        # The next form begins anew.
        return None if climbed > 0 else _fewer(_Grows.FORMS)
    if then.light and not now.light:
        # Out of the ramp a lift has fewer repetitions of its full weight, and a hold its seconds.
        steps.pop(_Grows.REPETITIONS, None)
        steps.pop(_Grows.SECONDS, None)
    changed = [name for name, step in steps.items() if step]
    falls = [name for name in changed if steps[name] < 0]
    # Each of several weeks had a step of its own.
    if len(changed) > 1 and weeks == 1:
        first, second = [_GROWS[thing] for thing in changed[:2]]
        things = phrase("{first} and {second} change", first=first, second=second)
        return things, phrase("one of them a week")
    return _fewer(falls[0]) if falls else None


def _fewer(things: _Grows) -> tuple[Phrase, Phrase]:
    return (
        phrase("fewer or easier {things} than the week before", things=_GROWS[things]),
        phrase("the same or more"),
    )


def _is_full_grown(
    athlete: Athlete, catalogue: Catalogue, session: Session, exercise: Prescription
) -> bool:
    """Whether it has come as far as it goes: what is not heavy stays then, where no other form or
    exercise is there (R31); what a niggle changes keeps to its range, and a full session is full.
    """
    if heavy(exercise.kit):
        return False
    most = most_work(exercise.pattern, holds=exercise.hold_s is not None)
    form = catalogue.form(exercise.id, exercise.form)
    for niggle in athlete.niggles:
        rule = form.niggles.get(niggle) if form else None
        ranged = (rule.reps or rule.hold) if rule else None
        if ranged:
            most = min(most, ranged.high)
    if exercise.amount >= most:
        return True
    more = _one_more(exercise)
    if fills_session(
        set_seconds(more),
        more.rest_s,
        athlete.minutes,
        per_side=more.per_side,
        alternates=more.alternates,
    ):
        return True
    grown = [more if one is exercise else one for one in session.exercises]
    return minutes_with(session, grown) > athlete.minutes


def _one_more(exercise: Prescription) -> Prescription:
    """The exercise with the least that it can grow by."""
    if exercise.hold_s is not None:
        return replace(exercise, hold_s=exercise.hold_s + HOLD_STEP_S)
    return replace(exercise, reps=exercise.amount + 1)


def _progress(athlete: Athlete, catalogue: Catalogue, first: Week, last: Week) -> Breaches:
    # Only main work must progress: the range of an accessory may leave it no room to.
    then = lines(first)
    for key, (session, exercise) in _main(lines(last)).items():
        if key not in then or exercise.light or has_less_than_usual(session):
            # On a day that allows no more than light work nothing grows.
            continue
        earlier = then[key].exercise
        if by_log(earlier, *session.exercises) or eased_by_log(last):
            # It may have been full before the log changed what is beside it.
            continue
        if _is_full_grown(athlete, catalogue, session, exercise):
            continue
        if not earlier.light and not any(_steps(catalogue, earlier, exercise).values()):
            yield Breach(
                in_week(last.number, at(session, exercise)),
                phrase("the same as in week {week}", week=first.number),
                phrase("some progress"),
            )


def _steps(catalogue: Catalogue, then: Prescription, now: Prescription) -> dict[_Grows, int]:
    """What grew from one week to another (above 0), shrank (under 0) or stayed (0); a form moves
    along its ladder.
    """
    work = _Grows.REPETITIONS if now.hold_s is None else _Grows.SECONDS
    same_kind = (then.hold_s is None) == (now.hold_s is None)
    # Between repetitions and seconds there is no more or less: it is a change, and none backwards.
    grown = now.amount - then.amount if same_kind else 1
    return {
        _Grows.SETS: now.sets - then.sets,
        work: grown,
        _Grows.FORMS: _climbed(catalogue, then, now),
    }


def _climbed(catalogue: Catalogue, then: Prescription, now: Prescription) -> int:
    """Rungs between the two forms; one that the catalogue does not know counts as the next."""
    if then.form == now.form:
        return 0
    known = catalogue.by_id.get(now.id)
    ladder = [form.name for form in known.ladder] if known else []
    if then.form in ladder and now.form in ladder:
        return ladder.index(now.form) - ladder.index(then.form)
    return 1
