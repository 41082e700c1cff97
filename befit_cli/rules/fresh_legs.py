"""What strength leaves the legs beside the long run and beside a tune-up race."""

from __future__ import annotations

from befit_cli.evidence.block import STRENGTH_DAYS
from befit_cli.evidence.coverage import LIFT_PATTERNS
from befit_cli.evidence.load import FRESH_RIR, FRESH_SETS
from befit_cli.evidence.week import (
    CAUTIOUS_DAYS,
    TUNE_UP_DAYS,
    days_to_tune_ups,
    wants_fresh_legs,
)
from befit_cli.rules.case import (
    Case,
    at,
    days,
    number_of_sets,
    on,
    runs_around,
    tendon_work,
    tunes_up,
)
from befit_cli.rules.rule import CONSENSUS, Breach, Breaches, Kind, Rule
from befit_cli.values import Load, Pattern, Phrase, Session, phrase


@Rule(
    "R12b",
    Kind.SHOULD,
    text=phrase(
        "low load alone on the day of a tune-up race and within {days} of it",
        days=days(TUNE_UP_DAYS),
    ),
    basis=CONSENSUS,
    advice=phrase(
        "A race wants fresh legs, and leaves tired ones: move the session away from the tune-up "
        "race, or make it light."
    ),
    new=True,
).of_week
def low_load_beside_tune_up(case: Case) -> Breaches:
    for session, load, _, _ in case.sessions:
        if load is Load.LOW:
            continue
        for ahead in days_to_tune_ups(session.day, *runs_around(case.week)):
            if abs(ahead) <= TUNE_UP_DAYS:
                yield Breach(on(session.day), _beside(load, ahead), phrase("low load"))


def _beside(load: Load, ahead: int) -> Phrase:
    if not ahead:
        return phrase("{load} load on the day of a tune-up race", load=load)
    if ahead > 0:
        return phrase("{load} load {days} before a tune-up race", load=load, days=days(ahead))
    return phrase("{load} load {days} after a tune-up race", load=load, days=days(-ahead))


@Rule(
    "R12c",
    Kind.SHOULD,
    text=phrase(
        "in the {days} days before a tune-up race squats, lunges, hinges and calf work of medium "
        "or high load leave {reserve} repetitions or more, and all of them but calves have at most "
        "{sets} sets; a sore tendon's work keeps its dose (R59)",
        days=CAUTIOUS_DAYS,
        sets=FRESH_SETS,
        reserve=FRESH_RIR,
    ),
    basis=CONSENSUS,
    advice=phrase(
        "Lifts soon before a tune-up race take from it: do two sets of them, and stop four "
        "repetitions early."
    ),
    new=True,
).of_week
def fresh_before_tune_up(case: Case) -> Breaches:
    for session in case.week.sessions:
        if tunes_up(case.week, session.day):
            yield from _tiring(case, session)


@Rule(
    "R12d",
    Kind.SHOULD,
    text=phrase("no strength on the day of a tune-up race where another day is free"),
    basis=CONSENSUS,
    advice=phrase("A race is enough for one day: move the session to a free one."),
    new=True,
).of_week
def no_strength_with_tune_up(case: Case) -> Breaches:
    races = case.week.runs.tune_ups
    taken = {session.day for session in case.week.sessions}
    # The race that the block leads to leaves no day near to it (R38).
    least = STRENGTH_DAYS[case.athlete.race]
    left = [day for day in case.athlete.days if case.days_left(day) >= least]
    free = [day for day in left if day not in taken and day not in races]
    if not free:
        return
    for day in sorted(taken.intersection(races)):
        yield Breach(
            on(day),
            phrase("strength on the day of a tune-up race"),
            phrase("on another day, such as {day}", day=free[0]),
        )


@Rule(
    "R15b",
    Kind.SHOULD,
    text=phrase(
        "on the day before the long run, and for half and marathon on the day after it, too, "
        "squats, lunges, hinges and calf work of medium or high load leave {reserve} repetitions "
        "or more, and all of them but calves have at most {sets} sets; a sore tendon's work keeps "
        "its dose (R59)",
        sets=FRESH_SETS,
        reserve=FRESH_RIR,
    ),
    basis=CONSENSUS,
    advice=phrase(
        "Beside the long run the legs should stay fresh: do two sets of your lifts, and stop four "
        "repetitions early, or move the session."
    ),
    new=True,
).of_week
def fresh_beside_long_run(case: Case) -> Breaches:
    week = case.week
    for session in week.sessions:
        if wants_fresh_legs(
            case.athlete.race, week.runs, session.day, week.runs_before, week.runs_after
        ):
            yield from _tiring(case, session)


def _tiring(case: Case, session: Session) -> Breaches:
    """What of the session does not leave the legs fresh."""
    for exercise in session.exercises:
        lift = exercise.pattern in LIFT_PATTERNS
        if exercise.full_load is Load.LOW or not (lift or exercise.pattern is Pattern.CALF):
            continue
        # A sore tendon's work keeps all of its dose.
        if exercise.contacts or tendon_work(case.athlete, case.catalogue, exercise):
            continue
        if lift and exercise.sets > FRESH_SETS:
            yield Breach(
                at(session, exercise),
                number_of_sets(exercise.sets),
                phrase("at most {most}", most=FRESH_SETS),
            )
        if exercise.rir is not None and exercise.rir < FRESH_RIR:
            yield Breach(
                at(session, exercise),
                phrase("{reserve} in reserve", reserve=exercise.rir),
                phrase("{reserve} or more", reserve=FRESH_RIR),
            )
