"""What each exercise of a session must obey: its repetitions and how it grows, and whether it suits
the athlete.
"""

from __future__ import annotations

from befit_cli.evidence.ability import can_do_form, left_out
from befit_cli.evidence.dose import (
    CALF_REPS,
    ONE_LEG_SQUAT_REPS,
    OTHER_REPS,
    RIR_MIN,
    least_main_reps,
    most_work,
)
from befit_cli.evidence.load import LOAD_STEP, heavy, with_weight
from befit_cli.evidence.progress import is_less_for_pain
from befit_cli.rules.case import WHOLE, Case, at, listed, on
from befit_cli.rules.rule import ACSM_2009, CONSENSUS, Breach, Breaches, Kind, Rule
from befit_cli.values import (
    ADDING_LOAD,
    Level,
    Next,
    Phrase,
    Prescription,
    Range,
    Role,
    Session,
    Step,
    phrase,
    verbatim,
)


@Rule(
    "R26",
    Kind.MUST,
    text=phrase(
        "main work that is not heavy (no dumbbell, kettlebell, barbell or machine) has {least} "
        "repetitions a set or more in every phase, up to {most}, calves {calves}; {one_leg} are "
        "enough in one-leg squats",
        calves=CALF_REPS.high,
        least=OTHER_REPS.low,
        most=OTHER_REPS.high,
        one_leg=ONE_LEG_SQUAT_REPS,
    ),
    basis=CONSENSUS,
    advice=phrase(
        "Without heavy weight a few repetitions are too little to train with: do eight or more, or "
        "take a harder form."
    ),
    new=True,
).of_week
def light_work_has_repetitions(case: Case) -> Breaches:
    for session, exercise in case.exercises:
        if exercise.role is not Role.MAIN or exercise.reps is None or heavy(exercise.kit):
            continue
        least = least_main_reps(exercise.pattern, per_side=exercise.per_side)
        may_have = Range(least, most_work(exercise.pattern, holds=False))
        if not may_have.low <= exercise.reps <= may_have.high:
            yield Breach(
                at(session, exercise),
                phrase("{reps} repetitions", reps=exercise.reps),
                phrase("{range}", range=may_have),
            )


@Rule(
    "R30",
    Kind.MUST,
    text=phrase(
        "the plan says how to add load, for each exercise, as the athlete can: two repetitions "
        "over the target in the last set, two sessions running, then the smallest step owned of "
        "{step}, or more repetitions up to {most} and then that step; without weight the next form",
        step=Phrase(LOAD_STEP, {}),
        most=OTHER_REPS.high,
    ),
    basis=phrase(
        "{study} (one to two repetitions over); two sessions: NSCA's 2-for-2", study=ACSM_2009
    ),
    advice=phrase("Without a way to add load you stop improving: say when to add, and how much."),
).of_week
def adding_load(case: Case) -> Breaches:
    # The week says how much and when; an exercise says what is next for it, in whatever words.
    if case.week.sessions and not any(note.key in ADDING_LOAD for note in case.week.notes):
        yield Breach(
            WHOLE,
            phrase("does not say how to add load"),
            phrase("when to add, and how much: {step}", step=Phrase(LOAD_STEP, {})),
        )
    for session, exercise in case.exercises:
        if exercise.next is None and is_less_for_pain(exercise.adapted):
            continue
        if exercise.next is None:
            yield Breach(
                at(session, exercise),
                phrase("does not say how to go on"),
                phrase("when and what to add"),
            )
            continue
        beyond = _out_of_reach(case, session, exercise, exercise.next)
        if beyond is not None:
            yield Breach(at(session, exercise), *beyond, new=True)


def _out_of_reach(
    case: Case, session: Session, exercise: Prescription, next_: Next
) -> tuple[Phrase, Phrase] | None:
    """What the next step asks for that the athlete cannot do, and what it may ask for."""
    if next_.step is Step.WEIGHT and not with_weight(exercise.kit):
        return phrase("more weight where there is none"), phrase("repetitions or the next form")
    form = case.catalogue.form(exercise.id, next_.form) if next_.form else None
    if form is None:
        return None
    known = case.catalogue.by_id[exercise.id]
    if can_do_form(case.athlete.on(session.day), known, form):
        return None
    return verbatim(form.name), phrase("a form within reach")


@Rule(
    "R56",
    Kind.MUST,
    text=phrase(
        "no form above the athlete's level; level is lifting history: under 6 months, more, over "
        "2 years"
    ),
    basis=phrase("consensus, after {study}", study=ACSM_2009),
    advice=phrase(
        "This form asks for more lifting experience than you have: take an easier one of the same "
        "exercise for now."
    ),
).of_week
def level(case: Case) -> Breaches:
    most = case.athlete.level
    for session, exercise in case.exercises:
        if exercise.level.rank > most.rank:
            yield Breach(
                at(session, exercise),
                phrase("{form} is {level}", form=exercise.form, level=exercise.level),
                phrase("{level}", level=most),
            )


@Rule(
    "R57",
    Kind.MUST,
    text=phrase(
        "repetitions in reserve: beginner at least {beginner}, others at least {others}; never to "
        "failure",
        beginner=RIR_MIN[Level.BEGINNER],
        others=RIR_MIN[Level.INTERMEDIATE],
    ),
    basis=phrase("ACSM 2026 (failure not needed); consensus"),
    advice=phrase("Stop earlier: keep a few good repetitions in hand, and never train to failure."),
).of_week
def reserve(case: Case) -> Breaches:
    least = RIR_MIN[case.athlete.level]
    enough = phrase("{least} or more", least=least)
    for session, exercise in case.exercises:
        if exercise.rir is None:
            if _has_reserve(exercise) and not _is_held(case, exercise):
                yield Breach(
                    at(session, exercise), phrase("no repetitions in reserve said"), enough
                )
        # A dose that needs none may still name one, and then it counts.
        elif exercise.rir < least:
            yield Breach(
                at(session, exercise), phrase("{reserve} in reserve", reserve=exercise.rir), enough
            )


def _is_held(case: Case, exercise: Prescription) -> bool:
    """Whether its form is a hold, which a niggle may have counted in short ones (R59)."""
    form = case.catalogue.form(exercise.id, exercise.form)
    dose = form.dose.get(case.athlete.level) if form else None
    return dose is not None and dose.hold is not None


def _has_reserve(exercise: Prescription) -> bool:
    """Holds, jumps and mobility have no repetitions to keep in reserve."""
    if exercise.reps is None or exercise.hold_s is not None:
        return False
    return not exercise.contacts and exercise.role not in {Role.POWER, Role.MOBILITY}


@Rule(
    "R58",
    Kind.MUST,
    text=phrase(
        "nothing that the kit of that day lacks, nothing that the athlete left out or swapped for "
        "another; warm-up included"
    ),
    basis=CONSENSUS,
    advice=phrase("You cannot or do not want to do this one: take another exercise or form."),
).of_week
def kit_and_wishes(case: Case) -> Breaches:
    not_wanted = left_out(case.athlete)
    for session, exercise in case.exercises:
        kit = case.athlete.kit_on(session.day)
        for thing in exercise.kit:
            if thing not in kit:
                owned = listed(kit) if kit else phrase("no kit")
                yield Breach(at(session, exercise), phrase("needs a {thing}", thing=thing), owned)
        if exercise.id in not_wanted:
            yield Breach(on(session.day), verbatim(exercise.name), phrase("it was left out"))
