"""How exercises go on from stretch to stretch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from befit_cli.evidence.ability import forms_for
from befit_cli.evidence.block import SAME_WEEKS_MAX
from befit_cli.evidence.dose import CALF_REPS, HOLD_MAX_S, OTHER_REPS, PHASE_DOSES, most_work
from befit_cli.evidence.load import heavy, with_weight
from befit_cli.evidence.progress import comes_back, left_out_forms
from befit_cli.evidence.session import MAIN_ROLES
from befit_cli.evidence.week import trains_otherwise
from befit_cli.rules.case import Lines, at, by_log, exercises, in_full, in_week, lines
from befit_cli.rules.rule import CONSENSUS, Breach, Breaches, Kind, Rule
from befit_cli.values import (
    WEIGHT_GOES_ON,
    Athlete,
    Catalogue,
    Form,
    Kit,
    Level,
    Phrase,
    Plan,
    Prescription,
    Session,
    Week,
    phrase,
    verbatim,
)


def still_advice(kit: Kit | None, level: Level | None) -> Phrase:
    """R29: what to ask for, as options say it, where a piece of kit and a level would each open
    something harder; None where none does.
    """
    if kit is not None and level is not None:
        return phrase(
            "The body has answered what stays the same for weeks. For something harder, add {kit} "
            "to --kit, or say --level {level}.",
            kit=kit.value,
            level=level.value,
        )
    if kit is not None:
        return phrase(
            "The body has answered what stays the same for weeks. For something harder, add {kit} "
            "to --kit.",
            kit=kit.value,
        )
    if level is not None:
        return phrase(
            "The body has answered what stays the same for weeks. For something harder, say "
            "--level {level}.",
            level=level.value,
        )
    return phrase(
        "What has nothing harder left stays the same, and keeps what you have won: that is fine."
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
        # One week with other kit, or fewer minutes, stands for none of those beside it.
        if not week.build or trains_otherwise(week.runner, plan.athlete):
            continue
        now = lines(week)
        for key, (session, exercise) in now.items():
            same = key in before and _is_same(before[key].exercise, exercise)
            weeks[key] = weeks[key] + 1 if same else 1
            if weeks[key] == SAME_WEEKS_MAX + 1:
                where = phrase("{day}, {exercise}", day=session.day, exercise=exercise.form)
                yield Breach(
                    in_week(week.number, where),
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
                phrase("{sets} x {work}", sets=now.sets, work=now.amount),
                phrase(
                    "no less than {sets} x {work} in week {week}",
                    sets=then.sets,
                    work=then.amount,
                    week=before.number,
                ),
            )


def _stays_at_top(athlete: Athlete, catalogue: Catalogue, before: Week, after: Week) -> Breaches:
    stands = {(exercise.id, exercise.form) for _, exercise in exercises(after)}
    for session, then, now in _kept(before, after):
        if heavy(now.kit) or now.light or _work(now) > _work(then):
            continue
        form = catalogue.form(now.id, now.form)
        if form is None or not _at_top(athlete, before, then, form):
            continue
        rung = _next_rung(athlete.on(session.day), catalogue, then)
        if rung is None or (now.id, rung.name) in stands:
            # Another session has gone on to it, and this one keeps what else the form is there for.
            continue
        # A rung that is harder on the legs may have no day of this week.
        if rung.load <= form.load and rung.pattern is form.pattern:
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
    return exercise.amount >= most and exercise.sets >= sets


def _next_rung(athlete: Athlete, catalogue: Catalogue, exercise: Prescription) -> Form | None:
    """The form that the exercise names as its next, where the athlete can do it."""
    known = catalogue.by_id.get(exercise.id)
    if known is None or exercise.next is None:
        return None
    for form in forms_for(athlete, known):
        if form.name == exercise.next.form:
            return form
    return None


def _no_heavier(before: Week, after: Week, stretch: Sequence[Week]) -> Breaches:
    if any(comes_back(one.adapted) for week in stretch for _, one in exercises(week)):
        return
    said: set[str] = set()
    changed: set[str] = set()
    for week in stretch:
        # The week that was to say it says nothing of what the log left out, changed, or weighs.
        said |= left_out_forms(week.notes)
        said.update([one.form for _, one in exercises(week) if one.kg is not None])
        changed.update([one.id for _, one in exercises(week) if by_log(one)])
        for note in week.notes:
            if note.key in WEIGHT_GOES_ON:
                said.update(note.facts.get("forms", ()))
    for session, then, now in _kept(before, after):
        # What is light, or minded for a niggle, grows by itself.
        by_itself = now.light or then.light or now.niggle_note is not None
        if now.id in changed or now.form in said:
            continue
        if heavy(now.kit) and not by_itself:
            said.add(now.form)
            yield Breach(
                in_week(after.number, at(session, now)),
                phrase("does not say how much heavier than in week {week}", week=before.number),
                phrase("a note that names {form}", form=now.form),
            )


def _work(exercise: Prescription) -> int:
    """Sets x repetitions, or sets x seconds."""
    return exercise.sets * exercise.amount
