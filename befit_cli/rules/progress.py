"""How exercises go on over a block: the ramp, jumps from rung to rung, and work that grows from
week to week and from stretch to stretch.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import pairwise

from msgspec.structs import replace

from befit_cli.evidence.ability import forms_for
from befit_cli.evidence.block import (
    BUILD_WEEKS,
    FIRST_STRETCH_MIN,
    RAMP_FROM,
    RAMP_WEEKS,
    SAME_WEEKS_MAX,
)
from befit_cli.evidence.dose import (
    CALF_REPS,
    HOLD_MAX_S,
    HOLD_STEP_S,
    OTHER_REPS,
    PHASE_DOSES,
    most_work,
)
from befit_cli.evidence.jumps import first_jump
from befit_cli.evidence.load import LIGHT_RIR, LIGHT_SETS, heavy, is_light, with_weight
from befit_cli.evidence.progress import comes_back, eased_by_log, left_out_forms, takes_away
from befit_cli.evidence.session import MAIN_ROLES, fills_session, set_seconds
from befit_cli.evidence.week import trains_otherwise
from befit_cli.rules.case import (
    Case,
    Lines,
    at,
    by_log,
    exercises,
    has_less_room,
    in_full,
    in_ramp,
    in_week,
    lines,
    may_be_kept,
    may_be_kept_light,
    minutes_with,
    on,
    stands_apart,
    tendon_work,
)
from befit_cli.rules.rule import CONSENSUS, Breach, Breaches, Kind, Rule
from befit_cli.values import (
    Athlete,
    Catalogue,
    Form,
    Load,
    NoteKey,
    Phrase,
    Plan,
    Prescription,
    RunSource,
    Session,
    Step,
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


R19 = Rule(
    "R19",
    Kind.MUST,
    text=phrase(
        "the ramp: in the first {weeks} weeks of a block with {build} build weeks or more (the "
        "first one of any other) every form of medium or high load is light, at most {sets} sets "
        "with {reserve} or more left; the week after it brings full weight or a set more, not "
        "both, and no deload comes right after it; the plan says that it is the ramp",
        weeks=RAMP_WEEKS,
        build=RAMP_FROM,
        sets=LIGHT_SETS,
        reserve=LIGHT_RIR,
    ),
    basis=phrase("consensus; soreness of the unaccustomed"),
    advice=phrase(
        "What is new makes sore: begin with light sets for a week or two, and add weight or a set "
        "after that, not both."
    ),
    new=True,
)


@R19.of_week
def ramp(case: Case) -> Breaches:
    if not case.ramp:
        return
    for session, exercise in case.exercises:
        if exercise.full_load is not Load.LOW and not is_light(exercise):
            yield Breach(
                at(session, exercise),
                phrase("{form} in full", form=exercise.form),
                phrase(
                    "light: {sets} sets or fewer, {reserve} or more left",
                    sets=LIGHT_SETS,
                    reserve=LIGHT_RIR,
                ),
            )


@R19.of_block
def out_of_ramp(plan: Plan, catalogue: Catalogue) -> Breaches:
    build = [week for week in plan.weeks if week.build]
    if plan.weeks[0].number == 1 and len(build) >= FIRST_STRETCH_MIN:
        yield from _eased_too_soon(plan)
    for before, after in pairwise(build):
        if any(trains_otherwise(week.runner, plan.athlete) for week in (before, after)):
            continue
        if in_ramp(plan.athlete, before) and not in_ramp(plan.athlete, after):
            yield from _both_at_once(plan.athlete, catalogue, before, after)


def _both_at_once(athlete: Athlete, catalogue: Catalogue, before: Week, after: Week) -> Breaches:
    """Lifts that get full weight and more sets together; a sore tendon's calf work has its sets to
    reach (R59).
    """
    then = lines(before)
    for key, (session, exercise) in lines(after).items():
        if key not in then or then[key][1].form != exercise.form:
            continue
        if has_less_room(then[key][0]) or has_less_room(session):
            continue
        if tendon_work(athlete, catalogue, exercise):
            continue
        earlier = then[key][1]
        if by_log(earlier, exercise):
            continue
        fuller = is_light(earlier) and not is_light(exercise)
        if fuller and exercise.sets > earlier.sets:
            yield Breach(
                in_week(after.number, at(session, exercise)),
                phrase("full weight and {sets} sets more", sets=exercise.sets - earlier.sets),
                phrase("one of them"),
            )


def _eased_too_soon(plan: Plan) -> Breaches:
    """The first deload, where it comes right after the ramp."""
    built = 0
    for week in plan.weeks:
        if week.build:
            built += 1
            continue
        # After fewer than two build weeks R34 tells of it.
        if week.deload and BUILD_WEEKS.low <= built < FIRST_STRETCH_MIN:
            yield Breach(
                in_week(week.number),
                phrase("a deload right after the ramp"),
                phrase("{least} build weeks before it", least=FIRST_STRETCH_MIN),
            )
        return


@Rule(
    "R25",
    Kind.MUST,
    text=phrase(
        "the first jumps of a block are the lowest rung above the hops that the level allows (a "
        "landing drill only where no hops came before), then at most one rung a stretch; a rung "
        "with a prerequisite says it on the plan"
    ),
    basis=CONSENSUS,
    advice=phrase(
        "Landings are learned from the ground up: begin with the easiest jump, and take one rung "
        "at a time."
    ),
    new=True,
).of_block
def jumps(plan: Plan, catalogue: Catalogue) -> Breaches:
    yield from _rung_by_rung(plan, catalogue)
    yield from _unsaid_prerequisites(plan, catalogue)


def _rung_by_rung(plan: Plan, catalogue: Catalogue) -> Breaches:
    # Without its first weeks nobody knows what came before.
    if plan.weeks[0].number != 1:
        return
    highest: int | None = None
    hopped = False
    may_have_hopped = False
    for stretch in plan.stretches:
        reached = highest
        told: set[str] = set()
        usual = [week for week in stretch if not _is_another_s(plan, week)]
        for week, session, jump in _jumps(usual):
            rungs = _rungs(plan.athlete.on(session.day), catalogue, jump)
            names = [form.name for form in rungs]
            if jump.form not in names or jump.form in told:
                continue
            place = names.index(jump.form)
            if takes_away(jump.adapted):
                # What is less by the log was planned as it is, or a rung above.
                reached = max(place + 1, reached or 0)
                continue
            first = first_jump(rungs, hopped=hopped)
            most = first_jump(rungs, hopped=may_have_hopped)
            wanted = most if highest is None else min(highest + 1, len(names) - 1)
            if place > wanted or (highest is None and place < first):
                told.add(jump.form)
                yield Breach(
                    in_week(week.number, at(session, jump)),
                    verbatim(jump.form),
                    phrase("{form} first", form=names[wanted]),
                )
            reached = max(place, reached or 0)
        highest = reached
        hopped = hopped or any(map(_hops, usual))
        # Of what a week had no room for nobody knows.
        apart = any(stands_apart(plan.athlete, week) for week in stretch)
        may_have_hopped = may_have_hopped or hopped or apart


def _jumps(weeks: Iterable[Week]) -> Iterator[tuple[Week, Session, Prescription]]:
    """What has landings in those of the weeks that build."""
    for week in weeks:
        for session, exercise in exercises(week):
            if week.build and exercise.contacts:
                yield week, session, exercise


def _rungs(athlete: Athlete, catalogue: Catalogue, jump: Prescription) -> list[Form]:
    """The forms with landings that the athlete can do of this exercise, easiest first."""
    known = catalogue.by_id.get(jump.id)
    return [form for form in forms_for(athlete, known) if form.contacts] if known else []


def _hops(week: Week) -> bool:
    return any(session.warm_up.contacts for session in week.sessions)


def _unsaid_prerequisites(plan: Plan, catalogue: Catalogue) -> Breaches:
    said = {
        note.facts.get("form")
        for week in plan.weeks
        for note in week.notes
        if note.key is NoteKey.PREREQUISITE
    }
    for week, session, jump in _jumps(plan.weeks):
        form = catalogue.form(jump.id, jump.form)
        if form is not None and form.prerequisite and form.name not in said:
            said.add(form.name)
            yield Breach(
                in_week(week.number, at(session, jump)),
                phrase("does not say what {form} asks for", form=form.name),
                verbatim(form.prerequisite),
            )


@Rule(
    "R29",
    Kind.SHOULD,
    text=phrase(
        "nothing is the same for more than {weeks} build weeks: what cannot grow is exchanged at "
        "the next stretch",
        weeks=SAME_WEEKS_MAX,
    ),
    basis=CONSENSUS,
    advice=phrase(
        "The body has answered what stays the same for weeks: add a repetition, or take another "
        "exercise."
    ),
    new=True,
).of_block
def stands_still(plan: Plan, _: Catalogue) -> Breaches:
    weeks: dict[tuple[int, str], int] = {}
    before: Lines = {}
    for week in plan.weeks:
        if not week.build:
            continue
        now = lines(week)
        for key, (session, exercise) in now.items():
            same = key in before and _is_same(before[key][1], exercise)
            weeks[key] = weeks[key] + 1 if same else 1
            if weeks[key] == SAME_WEEKS_MAX + 1:
                yield Breach(
                    in_week(week.number, at(session, exercise)),
                    phrase("the same in {weeks} build weeks", weeks=weeks[key]),
                    phrase("at most {most}", most=SAME_WEEKS_MAX),
                )
        before = now


def _is_same(then: Prescription, now: Prescription) -> bool:
    """Whether nothing grew; a plan does not say how much weight is lifted."""
    if with_weight(now.kit):
        return False
    return _dose(then) == _dose(now)


def _dose(exercise: Prescription) -> tuple[str, int, int | None, int | None]:
    return exercise.form, exercise.sets, exercise.reps, exercise.hold_s


@Rule(
    "R31",
    Kind.MUST,
    text=phrase(
        "from stretch to stretch what stays in its form and is not heavy goes on from the work it "
        "had reached (sets x repetitions, or sets x seconds), never below; at its top ({reps} "
        "repetitions, calves {calves}, {hold} s, or a third of the minutes asked for) it takes the "
        "next rung, else another exercise of the need, else stays; what is heavy and stays says "
        "how much heavier",
        reps=OTHER_REPS.high,
        calves=CALF_REPS.high,
        hold=HOLD_MAX_S,
    ),
    basis=CONSENSUS,
    advice=phrase(
        "Go on from where you were before the easier week: as many repetitions as then, or a "
        "harder form."
    ),
    new=True,
).of_block
def goes_on(plan: Plan, catalogue: Catalogue) -> Breaches:
    for before, after in pairwise(plan.stretches):
        then = in_full(plan.athlete, [week for week in before if week.build])
        now = in_full(plan.athlete, [week for week in after if week.build])
        if then and now:
            yield from _less_work(then[-1], now[0])
            yield from _stays_at_top(plan.athlete, catalogue, then[-1], now[0])
            yield from _no_heavier(then[-1], now[0], after)


def _kept(before: Week, after: Week) -> Iterator[tuple[Session, Prescription, Prescription]]:
    """What stays in its form from one stretch to the next, jumps apart: where it stands, and as it
    was and is.
    """
    then: dict[tuple[str, str], dict[int, Prescription]] = {}
    for session, exercise in exercises(before):
        then.setdefault((exercise.id, exercise.form), {})[session.slot] = exercise
    for session, exercise in exercises(after):
        slots = then.get((exercise.id, exercise.form))
        if slots is None or exercise.contacts:
            continue
        # In another session than before it goes on from the one where it did least.
        earlier = slots.get(session.slot) or min(slots.values(), key=_work)
        if by_log(earlier, exercise):
            continue
        yield session, earlier, exercise


def _less_work(before: Week, after: Week) -> Breaches:
    for session, then, now in _kept(before, after):
        # Light because of where the runs are now is no fall, and seconds are no repetitions.
        eased = now.light and not then.light
        if heavy(now.kit) or eased or (then.hold_s is None) != (now.hold_s is None):
            continue
        if _work(now) < _work(then):
            yield Breach(
                in_week(after.number, at(session, now)),
                phrase("{sets} x {work}", sets=now.sets, work=_amount(now)),
                phrase(
                    "no less than {sets} x {work} in week {week}",
                    sets=then.sets,
                    work=_amount(then),
                    week=before.number,
                ),
            )


def _stays_at_top(athlete: Athlete, catalogue: Catalogue, before: Week, after: Week) -> Breaches:
    for session, then, now in _kept(before, after):
        if heavy(now.kit) or now.light or _work(now) > _work(then):
            continue
        form = catalogue.form(now.id, now.form)
        if form is None or not _at_top(athlete, before, then, form):
            continue
        rung = _next_rung(athlete.on(session.day), catalogue, then)
        # A rung that is harder on the legs may have no day of this week.
        if rung is not None and rung.load <= form.load and rung.pattern is form.pattern:
            yield Breach(
                in_week(after.number, at(session, now)),
                phrase("still {form} at its top", form=form.name),
                verbatim(rung.name),
            )


def _at_top(athlete: Athlete, week: Week, exercise: Prescription, form: Form) -> bool:
    """Whether it can grow no more, neither in repetitions, or seconds, nor in sets."""
    most = most_work(exercise.pattern, holds=exercise.hold_s is not None)
    dose = form.dose.get(athlete.level)
    sets = dose.sets.high if dose else exercise.sets
    if exercise.role in MAIN_ROLES and week.phase in PHASE_DOSES:
        sets = PHASE_DOSES[week.phase].sets.high
    return _amount(exercise) >= most and exercise.sets >= sets


def _next_rung(athlete: Athlete, catalogue: Catalogue, exercise: Prescription) -> Form | None:
    """The form that the exercise names as its next, where the athlete can do it."""
    known = catalogue.by_id.get(exercise.id)
    if known is None or exercise.next is None or exercise.next.step is not Step.FORM:
        return None
    for form in forms_for(athlete, known):
        if form.name == exercise.next.form:
            return form
    return None


def _no_heavier(before: Week, after: Week, stretch: Sequence[Week]) -> Breaches:
    if any(comes_back(one.adapted) for week in stretch for _, one in exercises(week)):
        return
    said: set[str] = set()
    for week in stretch:
        # The week that was to say it says nothing of what the log left out, made less, or weighs.
        said |= left_out_forms(week.notes)
        said.update([one.form for _, one in exercises(week) if by_log(one) or one.kg is not None])
        for note in week.notes:
            if note.key is NoteKey.HEAVIER:
                said.update(note.facts.get("forms", ()))
    for session, then, now in _kept(before, after):
        # What is light, or minded for a niggle, grows by itself, and what has a weight says it.
        by_itself = now.light or then.light or now.niggle_note is not None or now.kg is not None
        if heavy(now.kit) and not by_itself and now.form not in said:
            said.add(now.form)
            yield Breach(
                in_week(after.number, at(session, now)),
                phrase("does not say how much heavier than in week {week}", week=before.number),
                phrase("a note that names {form}", form=now.form),
            )


def _work(exercise: Prescription) -> int:
    """Sets x repetitions, or sets x seconds."""
    return exercise.sets * _amount(exercise)


def _amount(exercise: Prescription) -> int:
    """Repetitions of a set, or seconds."""
    return exercise.reps or exercise.hold_s or 0


@Rule(
    "R32",
    Kind.MUST,
    text=phrase(
        "in a stretch of two weeks or more: sessions keep their main exercises and forms, and "
        "their days unless the runs of the week differ or the runner has it otherwise; from week "
        "to week at most one of sets and repetitions (or hold) changes, and work never falls, but "
        "for what is light because of the runs and for the next form, which begins anew; each main "
        "exercise progresses up to its top (R31); what the log changed R70 to R78 judge"
    ),
    basis=CONSENSUS,
    advice=phrase(
        "Change one thing at a time and only upwards, on the same days with the same main "
        "exercises, until the next easier week."
    ),
).of_block
def progression(plan: Plan, catalogue: Catalogue) -> Breaches:
    for stretch in plan.stretches:
        build = [week for week in stretch if week.build and not _is_another_s(plan, week)]
        if len(build) > 1:
            for before, after in pairwise(build):
                yield from _same_days(plan.athlete, before, after)
                yield from _same_main(plan.athlete, before, after)
            yield from _one_step(catalogue, build)
        if len(build) > 1 and len(build) == sum(week.build for week in stretch):
            yield from _progress(plan.athlete, catalogue, build[0], build[-1])


def _is_another_s(plan: Plan, week: Week) -> bool:
    """Whether the athlete trains otherwise in that week alone."""
    return trains_otherwise(week.runner, plan.athlete)


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
    slots_before = {session.slot for session in before.sessions if not has_less_room(session)}
    wanted = phrase("the main exercises of the week before")
    for key, (session, exercise) in _main(then).items():
        # A session that came or went is told by its day, and not again by its exercises.
        here = slots.get(session.slot)
        if here is None or not may_be_kept_light(athlete, after, here.day, exercise):
            continue
        if has_less_room(here) or has_less_room(session) or eased_by_log(before):
            continue
        if eased_by_log(after) or (key in now and by_log(exercise, now[key][1])):
            continue
        where = in_week(after.number, at(here, exercise))
        if key not in now:
            yield Breach(where, phrase("no longer there"), wanted)
        elif now[key][1].form != exercise.form:
            form = verbatim(now[key][1].form)
            yield Breach(where, form, phrase("{form}, as the week before", form=exercise.form))
    for key, (session, exercise) in _main(now).items():
        if has_less_room(session) or eased_by_log(before):
            continue
        if key not in then and session.slot in slots_before:
            yield Breach(in_week(after.number, at(session, exercise)), phrase("new"), wanted)


def _main(of_week: Lines) -> Lines:
    """The main exercises among them."""
    return {key: line for key, line in of_week.items() if line[1].role in MAIN_ROLES}


def _one_step(catalogue: Catalogue, weeks: list[Week]) -> Breaches:
    """Exercises that change in two ways at once, or do less than before."""
    last: dict[tuple[int, str], tuple[int, Prescription]] = {}
    for week in weeks:
        for key, (session, exercise) in lines(week).items():
            place, then = last.get(key, (week.place, None))
            # The runs of this week leave it less: the next goes on from the week before it.
            if has_less_room(session) or (then and exercise.light and not then.light):
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
        # Out of the ramp a hold gets its seconds back with its weight.
        steps.pop(_Grows.SECONDS, None)
    changed = [name for name, step in steps.items() if step]
    falls = [name for name in changed if steps[name] < 0]
    if weeks > 1:
        # Each of the weeks between had a step of its own.
        return _fewer(falls[0]) if falls else None
    if len(changed) > 1:
        first, second = [_GROWS[thing] for thing in changed[:2]]
        things = phrase("{first} and {second} change", first=first, second=second)
        return things, phrase("one of them a week")
    if changed and steps[changed[0]] < 0:
        return _fewer(changed[0])
    return None


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
    if _amount(exercise) >= most:
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
    return replace(exercise, reps=(exercise.reps or 0) + 1)


def _progress(athlete: Athlete, catalogue: Catalogue, first: Week, last: Week) -> Breaches:
    # Only main work must progress: the range of an accessory may leave it no room to.
    then = lines(first)
    for key, (session, exercise) in _main(lines(last)).items():
        if key not in then or exercise.light or has_less_room(session):
            # On a day that allows no more than light work nothing grows.
            continue
        earlier = then[key][1]
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
    grown = _amount(now) - _amount(then) if same_kind else 1
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
