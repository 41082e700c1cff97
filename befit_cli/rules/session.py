"""What a session must obey by itself: its size, order, minutes and warm-up, and whether each
exercise suits the athlete.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from befit_cli.evidence.ability import can_do
from befit_cli.evidence.dose import RIR_MIN
from befit_cli.evidence.jumps import bars_jumps, landings, most_landings
from befit_cli.evidence.load import ADD_LOAD
from befit_cli.evidence.niggles import REFUSED
from befit_cli.evidence.session import (
    EXERCISES,
    MINUTES,
    MINUTES_USED,
    ORDER,
    SESSION_SETS_MAX,
    SESSION_SETS_MIN,
    SESSION_SETS_MIN_FROM,
    one_job,
)
from befit_cli.evidence.warm_up import LONG_STRETCH_S, RAMP_STEPS, warm_up_minutes
from befit_cli.rules.terms import place, with_jumps
from befit_cli.values import Act, Niggle, NiggleRule, Prescription, Range, Role

if TYPE_CHECKING:
    from befit_cli.rules.terms import Asked, Found

_LONG_STRETCH = re.compile(
    r"\bstatic\b|\bstretch.*?\b(\d+)[ -]?(s|sec|seconds?|min|minutes?)\b", re.IGNORECASE
)
_ADD_LOAD = re.compile(r"\b2\s?-\s?10\s?%")
_PROMISE = re.compile(
    r"(?<!not )(?<!n't )(?<!cannot )(?<!never )\bprevents?\b[^.]*\binjur|\binjury[- ]proof",
    re.IGNORECASE,
)

_NO_PROMISE = "no promise of fewer injuries"


def size(asked: Asked) -> Found:
    """R05; an eased week may have less, and never more."""
    least_exercises = EXERCISES.low if asked.week.build else 1
    least_sets = (
        SESSION_SETS_MIN
        if asked.week.build and asked.athlete.minutes >= SESSION_SETS_MIN_FROM
        else 1
    )
    for session in asked.week.sessions:
        if not least_exercises <= len(session.exercises) <= EXERCISES.high:
            yield (
                session.day.title,
                f"{len(session.exercises)} exercises",
                f"{Range(least_exercises, EXERCISES.high)}",
            )
        if not least_sets <= session.sets <= SESSION_SETS_MAX:
            yield (
                session.day.title,
                f"{session.sets} sets",
                f"{Range(least_sets, SESSION_SETS_MAX)}",
            )


def order(asked: Asked) -> Found:
    """R06."""
    for session in asked.week.sessions:
        for first, second in pairwise(session.exercises):
            if ORDER[first.role] > ORDER[second.role]:
                yield (
                    session.day.title,
                    f"{first.form} before {second.form}",
                    f"{second.role} before {first.role}",
                )


def families(asked: Asked) -> Found:
    """R07."""
    for session in asked.week.sessions:
        for first, second in combinations(session.exercises, 2):
            if first.id == second.id:
                yield session.day.title, f"{first.name} twice", "once"
            elif one_job(first.family, first.role, second.family, second.role):
                yield (
                    session.day.title,
                    f"{first.form} and {second.form}",
                    f"one of the family {first.family}",
                )


def too_many_landings(asked: Asked) -> Found:
    """R20."""
    most = most_landings(asked.athlete.level, asked.week.number)
    for session in asked.week.sessions:
        if landings(session) > most:
            yield (
                session.day.title,
                f"{landings(session)} landings",
                f"at most {most}" if most else "none yet",
            )


def barred_jumps(asked: Asked) -> Found:
    """R22."""
    for niggle in asked.athlete.niggles:
        if bars_jumps(asked.catalogue, niggle):
            for session in with_jumps(asked.sessions):
                yield session.day.title, f"jumps with the niggle {niggle}", "no jumps"


def adding_load(asked: Asked) -> Found:
    """R30."""
    if not any(note.rule == "R30" and _ADD_LOAD.search(note.text) for note in asked.week.notes):
        yield "", "does not say how to add load", ADD_LOAD
    for session, exercise in asked.exercises:
        if not exercise.progress.strip():
            yield place(session, exercise), "does not say how to go on", "when and what to add"


def minutes(asked: Asked) -> Found:
    """R45, by the time that the session takes and not the time that it says."""
    most = asked.athlete.minutes
    if not MINUTES.low <= most <= MINUTES.high:
        yield "", f"{most} min asked for", f"{MINUTES} min"
    for session, _, _, taken in asked.sessions:
        if taken > most:
            yield session.day.title, f"{taken} min", f"at most {most} min"


def minutes_used(asked: Asked) -> Found:
    """R45b; an eased week is meant to be shorter."""
    for session, _, _, taken in asked.sessions:
        if asked.week.build and taken < MINUTES_USED * asked.athlete.minutes:
            yield (
                session.day.title,
                f"{taken} min",
                f"at least {MINUTES_USED:.0%} of {asked.athlete.minutes} min",
            )


def time_estimate(asked: Asked) -> Found:
    """R46, and that every dose says what the estimate needs to know."""
    for session, exercise in asked.exercises:
        if (exercise.reps is None) == (exercise.hold_s is None):
            yield place(session, exercise), _dose_said(exercise), "repetitions or a hold"
        elif exercise.reps is not None and exercise.seconds_per_rep is None:
            yield place(session, exercise), "does not say how long a repetition takes", "seconds"
    for session, _, _, taken in asked.sessions:
        if session.minutes != taken:
            yield session.day.title, f"says {session.minutes} min", f"{taken} min by the estimate"


def _dose_said(exercise: Prescription) -> str:
    return (
        "neither repetitions nor a hold" if exercise.reps is None else "both repetitions and a hold"
    )


def warm_up(asked: Asked) -> Found:
    """R47; a longer warm-up is welcome."""
    for session, load, jumps, _ in asked.sessions:
        least = warm_up_minutes(asked.athlete.minutes, load, jumps=jumps)
        if session.warm_up.minutes < least:
            yield (
                session.day.title,
                f"{session.warm_up.minutes} min of warm-up",
                f"{least} min or more",
            )
        if len(session.warm_up.steps) < RAMP_STEPS:
            yield (
                session.day.title,
                f"{len(session.warm_up.steps)} steps of warm-up",
                "raise, activate, mobilise and potentiate",
            )
        for step in session.warm_up.steps:
            if _is_long_stretch(step):
                yield session.day.title, step, f"no stretch of {LONG_STRETCH_S} s or more"


@lru_cache(maxsize=64)  # befit's own steps are the same in every week
def _is_long_stretch(step: str) -> bool:
    said = _LONG_STRETCH.search(step)
    if said is None:
        return False
    number, unit = said.groups()
    return number is None or unit.startswith("min") or float(number) >= LONG_STRETCH_S


def level(asked: Asked) -> Found:
    """R56."""
    for session, exercise in asked.exercises:
        if exercise.level > asked.athlete.level:
            yield (
                place(session, exercise),
                f"{exercise.form} is {exercise.level}",
                f"{asked.athlete.level}",
            )


def reserve(asked: Asked) -> Found:
    """R57; holds, jumps and mobility have no repetitions to keep in reserve."""
    least = RIR_MIN[asked.athlete.level]
    for session, exercise in asked.exercises:
        repeated = exercise.reps is not None and exercise.hold_s is None
        if (
            exercise.rir is None
            and repeated
            and not exercise.contacts
            and exercise.role not in {Role.POWER, Role.MOBILITY}
        ):
            yield place(session, exercise), "no repetitions in reserve said", f"{least} or more"
        elif exercise.rir is not None and exercise.rir < least:
            yield place(session, exercise), f"{exercise.rir} in reserve", f"{least} or more"


def kit_and_wishes(asked: Asked) -> Found:
    """R58."""
    owned = ", ".join(asked.athlete.kit) or "no kit"
    for session, exercise in asked.exercises:
        for thing in exercise.kit:
            if thing not in asked.athlete.kit:
                yield place(session, exercise), f"needs a {thing}", owned
        if exercise.id in asked.athlete.without:
            yield session.day.title, exercise.name, "it was excluded"


def niggles(asked: Asked) -> Found:
    """R59."""
    for niggle in asked.athlete.niggles:
        acts = {
            exercise.id: exercise.niggles[niggle]
            for exercise in asked.catalogue.exercises
            if niggle in exercise.niggles
        }
        yield from _first_line(asked, niggle, acts)
        for session, exercise in asked.exercises:
            rule = acts.get(exercise.id)
            if rule is not None and rule.act is Act.AVOID:
                yield (
                    place(session, exercise),
                    f"{exercise.name} with the niggle {niggle}",
                    " or ".join(rule.swap) or "another exercise",
                )
            elif (
                rule is not None
                and rule.act is Act.MODIFY
                and rule.note
                and not _says(exercise.niggle_note, rule.note)
            ):
                yield place(session, exercise), f"no note for the niggle {niggle}", rule.note


def _says(note: str | None, wanted: str) -> bool:
    """Whether the note has the wanted one in it; how many spaces there are is no matter, for
    Markdown keeps one.
    """
    return " ".join(wanted.split()) in " ".join((note or "").split())


def _first_line(asked: Asked, niggle: Niggle, acts: dict[str, NiggleRule]) -> Found:
    """What the athlete cannot or will not do cannot be asked for; near the race R36 to R38 win."""
    helpful = [
        id_
        for id_, rule in acts.items()
        if rule.act is Act.FIRST_LINE and can_do(asked.athlete, asked.catalogue.by_id[id_])
    ]
    planned = {exercise.id for _, exercise in asked.exercises}
    if helpful and asked.week.sessions and not asked.week.taper and planned.isdisjoint(helpful):
        yield "", f"none of the first exercises for the niggle {niggle}", " or ".join(helpful)


def refused(asked: Asked) -> Found:
    """R60."""
    for niggle in asked.athlete.niggles:
        if niggle in REFUSED:
            yield "", f"a plan with the niggle {niggle}", "a clinician first"


def promises(asked: Asked) -> Found:
    """R65: words of the plan that promise fewer injuries."""
    said = [("", note.text) for note in asked.week.notes]
    said += [(session.day.title, session.why) for session in asked.week.sessions]
    yield from ((where, text, _NO_PROMISE) for where, text in said if _promises(text))
    for session, exercise in asked.exercises:
        for text in (exercise.cue, exercise.progress, exercise.niggle_note or ""):
            if _promises(text):
                yield place(session, exercise), text, _NO_PROMISE


def _promises(text: str) -> bool:
    return (
        "injur" in text.lower() and _PROMISE.search(text) is not None
    )  # the plain word first: few texts have it
