"""What a plan says to who owns one weight of some kit: nothing of a heavier or a lighter one."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from befit_cli.evidence.load import HEAVY
from befit_cli.planning.notes import CAN_BE_CHOSEN
from befit_cli.values import (
    ADDING_LOAD,
    Note,
    NoteKey,
    Plan,
    Prescription,
    Session,
    Step,
    WarmUpKey,
    Week,
    Weights,
)

_UNLOADED = {
    WarmUpKey.LIGHTER_SET: WarmUpKey.UNLOADED_SET,
    WarmUpKey.LIGHTER_SETS: WarmUpKey.UNLOADED_SETS,
}
"""How a first lift is warmed up to where there is no lighter weight (R47)."""


def with_one_weight(plan: Plan, weights: Weights) -> Plan:
    """The plan in words that suit the weights of its runner: where there is one alone, more
    repetitions are the way on (R30).
    """
    weeks = []
    for week in plan.weeks:
        kit = (week.runner or plan.athlete).every_kit
        one_alone = all(weights.one_alone((thing,)) for thing in kit if thing in HEAVY)
        no_choice = all(weights.one_alone((thing,)) for thing in kit if thing in CAN_BE_CHOSEN)
        sessions = tuple([_session(session, weights) for session in week.sessions])
        notes: list[Note] = []
        for note in week.notes:
            if note.key in ADDING_LOAD and one_alone:
                notes.append(_on_adding(note))
            elif note.key is NoteKey.EFFORT and no_choice:
                notes.append(replace(note, facts={**note.facts, "weights": False}))
            elif note.key is NoteKey.HEAVIER:
                notes += _on_starting(note, week, weights)
            else:
                notes.append(note)
        weeks.append(replace(week, sessions=sessions, notes=tuple(notes)))
    return replace(plan, weeks=tuple(weeks))


def _session(session: Session, weights: Weights) -> Session:
    warm_up = session.warm_up
    if weights.one_alone(session.exercises[0].kit):
        steps = [replace(step, key=_UNLOADED.get(step.key, step.key)) for step in warm_up.steps]
        warm_up = replace(warm_up, steps=tuple(steps))
    exercises = tuple([_exercise(exercise, weights) for exercise in session.exercises])
    return replace(session, exercises=exercises, warm_up=warm_up)


def _exercise(exercise: Prescription, weights: Weights) -> Prescription:
    following = exercise.next
    if following is None or following.step is not Step.WEIGHT:
        return exercise
    if not weights.one_alone(exercise.kit):
        return exercise
    return replace(exercise, next=replace(following, step=Step.REPS))


def _on_adding(note: Note) -> Note:
    ways = ["one weight" if way == "weight" else way for way in note.facts["ways"]]
    return replace(note, facts={**note.facts, "ways": ways})


def _on_starting(note: Note, week: Week, weights: Weights) -> Iterator[Note]:
    """That some forms begin heavier in that week, and others with more repetitions: what is new to
    the block, too, for few repetitions are meant for a heavier weight.
    """
    lifts = [one for session in week.sessions for one in session.exercises]
    same = {one.form: None for one in lifts if _takes_more(one, note, weights)}
    heavier = [form for form in note.facts["forms"] if form not in same]
    if heavier:
        yield replace(note, facts={**note.facts, "forms": heavier})
    if same:
        yield replace(note, key=NoteKey.ONE_WEIGHT, facts={"forms": list(same)})


def _takes_more(exercise: Prescription, note: Note, weights: Weights) -> bool:
    """Whether its one weight is to be lifted more often than the plan asks: not where a niggle or
    the log has a say.
    """
    if not weights.one_alone(exercise.kit):
        return False
    by_plan = exercise.kg is None and exercise.adapted is None and exercise.niggle_note is None
    return by_plan or exercise.form in note.facts["forms"]
