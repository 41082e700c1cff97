"""A dosed week -> the week of a plan."""

from __future__ import annotations

from datetime import timedelta

from befit_cli.evidence.coverage import REGIONS
from befit_cli.evidence.dose import HOLD_STEP_S
from befit_cli.evidence.load import REPS_OVER, loadable
from befit_cli.evidence.warm_up import warm_up_steps
from befit_cli.planning.draft import Draft, Drafts, Line
from befit_cli.planning.easing import days_left
from befit_cli.planning.reasons import day_reasons
from befit_cli.values import Next, Note, Prescription, SeasonWeek, Session, Step, WarmUp, Week


def prescribed(drafts: Drafts, when: SeasonWeek, notes: tuple[Note, ...]) -> Week:
    """The week as it is to be done; a session that has nothing left in it is not there."""
    return Week(
        number=when.number,
        of=when.of,
        starts=when.starts,
        phase=when.phase,
        deload=when.deload,
        taper=when.taper,
        runs=when.runs,
        sessions=tuple([_session(draft, when) for draft in drafts if draft.lines]),
        notes=notes,
    )


def _session(draft: Draft, when: SeasonWeek) -> Session:
    day = draft.slot.day
    minutes = draft.warm_up
    return Session(
        slot=draft.slot.number,
        day=day,
        date=when.starts + timedelta(days=day.rank),
        load=draft.load,
        minutes=draft.minutes,
        reasons=day_reasons(when.runs, day, draft.load, race_in=days_left(day, when)),
        with_run=when.runs.on(day),
        warm_up=WarmUp(minutes=minutes, steps=warm_up_steps(minutes)),
        exercises=tuple([_prescription(line) for line in draft.in_order()]),
    )


def _prescription(line: Line) -> Prescription:
    exercise, form = line.pick.exercise, line.pick.form
    return Prescription(
        id=exercise.id,
        name=exercise.name,
        form=form.name,
        group=exercise.group,
        pattern=form.pattern,
        family=form.family,
        role=exercise.role,
        regions=REGIONS[form.pattern],
        load=form.load,
        kit=line.pick.kit,
        level=form.level,
        sets=line.sets,
        reps=line.reps,
        hold_s=line.hold_s,
        per_side=form.per_side,
        seconds_per_rep=form.seconds_per_rep,
        rest_s=line.rest_s,
        rir=line.rir,
        contacts=form.contacts,
        muscles=form.muscles,
        niggle_note=line.pick.niggle_note,
        cue=form.cues[0],
        next=_next(line),
    )


def _next(line: Line) -> Next:
    """How this exercise grows when it has become easy (R30)."""
    following = line.pick.following
    if line.hold_s is not None:
        # A hold leaves for a harder form only from the end of its range: longer alone trains too.
        if following:
            return Next(step=Step.FORM, to=line.work.high, form=following)
        return Next(step=Step.HOLD, to=line.hold_s + HOLD_STEP_S)
    # So many repetitions over the week's own are the sign that it has become easy.
    reps = line.at + REPS_OVER
    # Weight before a harder form: smaller steps, and the movement stays the one that is known.
    if loadable(line.pick.form):
        return Next(step=Step.WEIGHT, to=reps)
    if following:
        return Next(step=Step.FORM, to=reps, form=following)
    return Next(step=Step.REPS, to=reps)
