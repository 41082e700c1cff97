"""What a sore spot asks of a plan: what is left out, changed and put first, and how a sore tendon
is loaded from stretch to stretch.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from befit_cli.evidence.ability import can_do_form, suits
from befit_cli.evidence.dose import least_calf_reps
from befit_cli.evidence.load import heavy
from befit_cli.evidence.niggles import (
    TENDON_MINUTES,
    TENDON_REPS,
    TENDON_SETS,
    asks_for,
    least_tendon_sets,
    of_tendon,
)
from befit_cli.evidence.progress import eased_by_log, is_less_for_pain, left_out_forms
from befit_cli.evidence.week import SESSIONS, trains_otherwise
from befit_cli.rules.case import (
    WHOLE,
    Case,
    at,
    equipped,
    exercises,
    first_line,
    helps,
    in_full,
    in_week,
    listed,
    on,
    said,
    tendon_work,
)
from befit_cli.rules.rule import Breach, Breaches, Kind, Rule
from befit_cli.values import (
    Act,
    Catalogue,
    Form,
    Level,
    Load,
    Niggle,
    NiggleRule,
    NoteKey,
    Pattern,
    Phrase,
    Plan,
    Prescription,
    Range,
    Session,
    Week,
    phrase,
    verbatim,
)

R59 = Rule(
    "R59",
    Kind.MUST,
    text=phrase(
        "with a niggle: nothing marked avoid, what is marked modify carries its note and its "
        "changed dose, and a first-line exercise is in the week, where it is no taper; a sore "
        "tendon has {sets} sets of first-line calf work in sessions of {minutes} minutes or more "
        "whose load allows it, heavier from stretch to stretch; the plan says what the niggle "
        "left out, put first and changed",
        sets=TENDON_SETS,
        minutes=TENDON_MINUTES,
    ),
    basis=phrase(
        "per niggle: Collins 2018 (BJSM 52:1170); Rathleff 2015 (n = 48) and Riel 2023 (n = "
        "180), which disagree; Chimenti 2024 (JOSPT 54:CPG1); Beyer 2015; Cai 2017; Tataryn 2021; "
        "Goom 2016; the rest consensus"
    ),
    advice=phrase(
        "With the sore spot that you named, some exercises are better left out or changed, and "
        "some help first."
    ),
    new=True,
)


@R59.of_week
def niggles(case: Case) -> Breaches:
    # The catalogue's word counts, and not the plan's: a plan may come from anywhere.
    for session, exercise in case.exercises:
        form = case.catalogue.form(exercise.id, exercise.form)
        if not case.athlete.niggles and (form is None or not form.only_for):
            continue
        for wrong in _unheeded(case, exercise, form):
            yield Breach(at(session, exercise), *wrong)
        if form is not None:
            yield from _other_dose(case, session, exercise, form)
    for niggle in case.athlete.niggles:
        yield from _first_line(case, niggle)
        if niggle in TENDON_REPS:
            yield from _tendon_sets(case, niggle)
    yield from _unsaid(case)


def _rule_of(
    case: Case, exercise: Prescription, form: Form | None, niggle: Niggle
) -> NiggleRule | None:
    """What the niggle changes about the exercise: what its form says, or the exercise for a form
    that the catalogue does not know.
    """
    if form is not None:
        return form.niggles.get(niggle)
    known = case.catalogue.by_id.get(exercise.id)
    return known.niggles.get(niggle) if known else None


def _unheeded(
    case: Case, exercise: Prescription, form: Form | None
) -> Iterator[tuple[Phrase, Phrase]]:
    """What the exercise does against its rules, and what they would have."""
    for niggle in case.athlete.niggles:
        rule = _rule_of(case, exercise, form, niggle)
        if rule is None:
            continue
        if rule.act is Act.AVOID:
            yield (
                phrase("{form} with the niggle {niggle}", form=exercise.form, niggle=niggle),
                _one_of(rule.swap) if rule.swap else phrase("another exercise"),
            )
        elif rule.act is Act.MODIFY and rule.note and not _says(exercise.niggle_note, rule.note):
            yield phrase("no note for the niggle {niggle}", niggle=niggle), verbatim(rule.note)
    if form is not None and form.only_for and not suits(form, case.athlete.niggles):
        meant_for = listed(form.only_for)
        yield verbatim(form.name), phrase("only with the niggle {niggle}", niggle=meant_for)


def _says(note: str | None, wanted: str) -> bool:
    """Whether the note has the wanted one in it; how many spaces there are is no matter, for
    Markdown keeps one.
    """
    return " ".join(wanted.split()) in " ".join((note or "").split())


def _other_dose(case: Case, session: Session, exercise: Prescription, form: Form) -> Breaches:
    """Where the dose is not the one that a niggle changes it to."""
    rules = [form.niggles.get(niggle) for niggle in case.athlete.niggles]
    # Where several change the same of it, one of them is kept, and which is the planner's choice.
    changed = [rule for rule in rules if rule is not None]
    if not changed:
        return
    # An eased week has fewer sets, and so has what is light.
    eased = exercise.light or case.ramp or not case.week.build or eased_by_log(case.week)
    sets = [_from_one(rule.sets) if eased else rule.sets for rule in changed if rule.sets]
    yield from _outside(session, exercise, exercise.sets, phrase("sets"), sets)
    reps = [rule.reps for rule in changed if rule.reps]
    yield from _outside(session, exercise, exercise.reps, phrase("repetitions"), reps)
    holds = [_from_one(rule.hold) if exercise.light else rule.hold for rule in changed if rule.hold]
    yield from _outside(session, exercise, exercise.hold_s, phrase("seconds"), holds)
    seconds = [rule.seconds_per_rep for rule in changed if rule.seconds_per_rep is not None]
    if seconds and exercise.seconds_per_rep not in seconds:
        yield Breach(
            at(session, exercise),
            phrase("{seconds} s a repetition", seconds=exercise.seconds_per_rep or 0),
            phrase("{seconds} s with the niggle", seconds=seconds[0]),
        )


def _from_one(range_: Range) -> Range:
    return Range(1, range_.high)


def _outside(
    session: Session,
    exercise: Prescription,
    number: int | None,
    unit: Phrase,
    ranges: Sequence[Range],
) -> Breaches:
    if not ranges or any(number == each.clamp(number or 0) for each in ranges):
        return
    yield Breach(
        at(session, exercise),
        phrase("{number} {unit}", number=number or 0, unit=unit),
        phrase("{range} with the niggle", range=ranges[0]),
    )


def _first_line(case: Case, niggle: Niggle) -> Breaches:
    # Near the race R36 to R38 win, and they may leave none of it.
    if case.week.taper or not case.week.sessions or _is_helped(case, niggle):
        return
    athlete = equipped(case)
    sore_tendon = of_tendon(athlete.niggles)
    # What the athlete cannot or will not do cannot be asked for.
    helpful = [
        exercise.id
        for exercise in case.catalogue.exercises
        if any(
            helps(form, niggle)
            and asks_for(niggle, form.pattern, sore_tendon=sore_tendon)
            and can_do_form(athlete, exercise, form)
            for form in exercise.ladder
        )
    ]
    if helpful:
        yield Breach(
            WHOLE,
            phrase("none of the first exercises for the niggle {niggle}", niggle=niggle),
            _one_of(helpful),
            # One week otherwise, or less by the log, may have no room for it.
            should=case.week.runner is not None or eased_by_log(case.week),
        )


def _is_helped(case: Case, niggle: Niggle) -> bool:
    """Whether the week has first-line work for the niggle."""
    instead = {niggle}
    tendons = TENDON_REPS.keys() & case.athlete.niggles
    if niggle in tendons and len(case.week.sessions) < len(tendons):
        # R07 leaves a session one exercise for the calves: here it is another tendon's.
        instead = tendons
    for _, exercise in case.exercises:
        if any(first_line(case.catalogue, exercise, one) for one in instead):
            return True
    return False


def _one_of(ids: Sequence[str]) -> Phrase:
    """`squats or lunges or step-ups`."""
    first, *others = ids
    if not others:
        return verbatim(first)
    return phrase("{first} or {others}", first=first, others=_one_of(others))


def _tendon_sets(case: Case, niggle: Niggle) -> Breaches:
    """Sessions with too little first-line calf work for a sore tendon."""
    if not case.week.build:
        return
    least = least_tendon_sets(case.athlete.minutes, ramp=case.ramp)
    for session, load, *_ in case.sessions:
        # On a day of low load the work is light, if it is there at all.
        if load is Load.LOW:
            continue
        # Of two sore tendons a session helps one: R07 has room for one such exercise.
        sets = 0
        for exercise in session.exercises:
            if tendon_work(case.athlete, case.catalogue, exercise):
                sets += exercise.sets
        if sets < least and _can_load_tendon(case, niggle):
            yield Breach(
                on(session.day),
                phrase(
                    "{sets} sets of calf work for the niggle {niggle}", sets=sets, niggle=niggle
                ),
                phrase("{least} or more", least=least),
                should=case.week.runner is not None or eased_by_log(case.week),
            )


def _can_load_tendon(case: Case, niggle: Niggle) -> bool:
    for exercise in case.catalogue.exercises:
        for form in exercise.ladder:
            helpful = form.pattern is Pattern.CALF and helps(form, niggle)
            if helpful and can_do_form(case.athlete, exercise, form):
                return True
    return False


def _tendon_work(catalogue: Catalogue, session: Session, niggle: Niggle) -> Iterator[Prescription]:
    for exercise in session.exercises:
        if exercise.pattern is Pattern.CALF and first_line(catalogue, exercise, niggle):
            yield exercise


def _unsaid(case: Case) -> Breaches:
    """Niggles of which the week does not say what they change."""
    said = {changes.name for changes in case.week.niggles}
    for niggle in case.athlete.niggles:
        if niggle not in said:
            yield Breach(
                WHOLE,
                phrase("does not say what the niggle {niggle} changes", niggle=niggle),
                phrase("what is left out, put first and changed"),
            )


@R59.of_block
def heavier_tendon_work(plan: Plan, catalogue: Catalogue) -> Breaches:
    for niggle in plan.athlete.niggles:
        steps = TENDON_REPS.get(niggle)
        if steps is None:
            continue
        firsts = [week for stretch in plan.stretches for week in stretch[:1] if week.build]
        for before, after in pairwise(in_full(plan.athlete, firsts)):
            yield from _no_heavier(catalogue, niggle, steps[-1], plan.athlete.level, before, after)


def _no_heavier(
    catalogue: Catalogue, niggle: Niggle, least: int, level: Level, before: Week, after: Week
) -> Breaches:
    """Heavy work whose repetitions do not fall from one stretch to the next, as they should to the
    fewest.
    """
    then = {exercise.form: exercise for _, exercise in exercises(before)}
    for session in after.sessions:
        for exercise in _tendon_work(catalogue, session, niggle):
            earlier = then.get(exercise.form)
            if earlier is None or earlier.reps is None or not heavy(exercise.kit):
                continue
            # Down to the fewest, where R57 still keeps its reserve: no repetition maximum.
            fewest = max(least, least_calf_reps(level, exercise.kit))
            if exercise.reps is not None and exercise.reps > max(fewest, earlier.reps - 1):
                yield Breach(
                    in_week(after.number, at(session, exercise)),
                    phrase("{reps} repetitions, as before", reps=exercise.reps),
                    phrase("fewer than {reps}, and heavier", reps=earlier.reps),
                )


@R59.of_plan
def third_day(plan: Plan, catalogue: Catalogue) -> Breaches:
    if plan.athlete.sessions > SESSIONS.low:
        return
    loaded = False
    for week in plan.weeks:
        left_out = left_out_forms(week.notes)
        if not week.build or trains_otherwise(week.runner, plan.athlete):
            continue
        for _, exercise in exercises(week):
            if is_less_for_pain(exercise.adapted) or exercise.form in left_out:
                continue
            loaded = loaded or tendon_work(plan.athlete, catalogue, exercise)
    if loaded and NoteKey.THIRD_DAY not in said(plan.weeks):
        yield Breach(
            WHOLE,
            phrase("does not say to load the tendon on a third day"),
            phrase("a third day, not the one before a key run"),
        )
