"""A dosed week -> the week of a plan."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace

from befit_cli.evidence.coverage import REGIONS
from befit_cli.evidence.dose import HOLD_STEP_S
from befit_cli.evidence.load import REPS_OVER, dosed_load, with_weight
from befit_cli.evidence.progress import is_less_for_pain
from befit_cli.planning.draft import Draft, Drafts, Line
from befit_cli.planning.reasons import day_reasons
from befit_cli.planning.taper import days_left
from befit_cli.planning.warm_up import warm_up
from befit_cli.values import (
    Athlete,
    Next,
    Prescription,
    Race,
    Runs,
    SeasonWeek,
    Session,
    Step,
    Week,
)


def prescribed(athlete: Athlete, drafts: Drafts, when: SeasonWeek, hops: dict[int, int]) -> Week:
    """The week as it is to be done; a session that has nothing left in it is not there.

    `hops` is how many low hops end the warm-up of a slot's session, by the slot's number.
    """
    sessions = []
    for draft in drafts:
        if draft.lines:
            sessions.append(_session(athlete, draft, when, hops.get(draft.slot.number, 0)))
    return Week(
        number=when.number,
        of=when.of,
        starts=when.starts,
        phase=when.phase,
        deload=when.deload,
        taper=when.taper,
        runs=when.runs,
        sessions=tuple(sessions),
        runs_before=_if_other(when.before, when.runs),
        runs_after=_if_other(when.after, when.runs),
        runner=when.runner,
        waited=when.season.waited,
    )


def _if_other(beside: Runs, runs: Runs) -> Runs | None:
    """The runs of a week beside one, where they are on other days than its own; what they are
    called is that week's own to say.
    """
    return None if beside.key_days == runs.key_days else replace(beside, titles=())


def _session(athlete: Athlete, draft: Draft, when: SeasonWeek, hops: int) -> Session:
    day = draft.slot.day
    load = draft.load
    lines = draft.in_order()
    first = lines[0].pick
    return Session(
        slot=draft.slot.number,
        day=day,
        date=when.starts + timedelta(days=day.rank),
        load=load,
        minutes=draft.minutes,
        reasons=day_reasons(
            when.runs,
            day,
            load,
            race_in=None if athlete.race is Race.NONE else days_left(day, when),
            before=when.before,
            after=when.after,
            lighter=draft.lighter,
            first_back=draft.first_back,
        ),
        with_run=when.runs.on(day),
        warm_up=warm_up(
            minutes_asked=athlete.minutes,
            load=load,
            jumps=draft.jumps,
            first=first.form,
            kit=first.kit,
            easier=first.easier,
            niggles=athlete.niggles,
            without=athlete.without,
            hops=hops,
        ),
        exercises=tuple([_prescription(line) for line in lines]),
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
        load=dosed_load(form.load, light=line.light),
        kit=line.pick.kit,
        level=form.level,
        sets=line.sets,
        reps=line.reps,
        hold_s=line.hold_s,
        per_side=form.per_side,
        seconds_per_rep=line.seconds_per_rep,
        rest_s=line.rest_s,
        rir=line.rir,
        contacts=form.contacts,
        muscles=form.muscles,
        niggle_note=line.pick.niggle_note,
        cue=form.cues[0],
        next=_next(line),
        light=line.light,
        alternates=form.alternates,
        setup=form.setup,
        serves=line.serves,
        knee=form.knee,
        prerequisite=form.prerequisite,
        kg=line.kg,
        adapted=line.adapted,
    )


def _next(line: Line) -> Next | None:
    """How this exercise grows when it has become easy (R30); None while it is less for pain."""
    if is_less_for_pain(line.adapted):
        return None
    # What a niggle changes is not to be made harder beside that.
    harder = None if line.pick.rules else line.pick.harder
    following = harder.form.name if harder else None
    if line.hold_s is not None:
        # A hold leaves for a harder form only from the end of its range: longer alone trains too.
        if following:
            return Next(step=Step.FORM, to=line.work.high, form=following)
        return Next(step=Step.HOLD, to=line.hold_s + HOLD_STEP_S)
    # So many repetitions over the week's own are the sign that it has become easy.
    reps = line.at + REPS_OVER
    # Weight before a harder form: smaller steps, and the movement stays the one that is known.
    if line.pick.heavy:
        return Next(step=Step.WEIGHT, to=reps)
    if following:
        return Next(step=Step.FORM, to=reps, form=following)
    # Where the ladder ends, the backpack gets fuller, or the band stronger.
    if with_weight(line.pick.kit) and not line.pick.rules:
        return Next(step=Step.WEIGHT, to=reps)
    return Next(step=Step.REPS, to=reps)
