"""What a week says of what it lacks: each `should` that it does not keep, which muscles have few
sets and what to ask for; and that fewer minutes are enough.
"""

from __future__ import annotations

from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING

from befit_cli.evidence.coverage import LEG_MUSCLES, MUSCLE_SETS_MAX
from befit_cli.evidence.session import (
    EXERCISES,
    LONG_SESSION,
    MINUTES,
    MINUTES_USED,
    most_sets,
)
from befit_cli.evidence.sets import counts, total_counts
from befit_cli.evidence.week import SESSIONS
from befit_cli.saved.phrases import MINUTES_MORE
from befit_cli.values import Athlete, Facts, Finding, Note, NoteKey, Scope, Week

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_OF_SETS = frozenset({"R04", "R08", "R23"})
"""The rules that say how many sets a week should have of what."""
_A_SET = 3
"""Minutes that hold a set more of anything, with its rest."""


def enough_minutes_notes(athlete: Athlete, week: Week) -> list[Note]:
    """R45b: that fewer minutes are enough, where all sessions of a week are shorter than was asked
    and it is full.
    """
    longest = max([session.minutes for session in week.sessions], default=0)
    if longest >= MINUTES_USED * athlete.minutes or not _is_full(athlete, week):
        return []
    # As people ask for minutes.
    return [enough_minutes_note(ceil(longest / MINUTES_MORE) * MINUTES_MORE)]


def _is_full(athlete: Athlete, week: Week) -> bool:
    """Whether a leg muscle of the week (R04), or each of its sessions (R05), has no room for a set
    more.
    """
    work = []
    for session in week.sessions:
        work += [(counts(exercise), exercise.sets) for exercise in session.exercises]
    total = total_counts(work)
    if any(total.get(muscle, 0) + 1 > MUSCLE_SETS_MAX[athlete.level] for muscle in LEG_MUSCLES):
        return True
    most = most_sets(athlete.minutes)
    for session in week.sessions:
        if session.sets < most and len(session.exercises) < EXERCISES.high:
            return False
    return bool(week.sessions)


def enough_minutes_note(minutes: int) -> Note:
    """That the week is full with sessions of so many minutes (R45b)."""
    facts = {"minutes": minutes}
    return Note(rule="R45b", key=NoteKey.ENOUGH_MINUTES, scope=Scope.WEEK, facts=facts)


def few_sets_note(athlete: Athlete, few: Iterable[str], *, minutes_left: bool = False) -> Note:
    """Which muscles have fewer sets than a week should have, each with its number, and what the
    athlete could ask for to change that (R04): no more minutes where some are left, nor where three
    long sessions have all that a week may grow by, and no session more than there are free days.
    """
    has_long_week = athlete.sessions == SESSIONS.high and athlete.minutes >= LONG_SESSION
    may_be_longer = athlete.minutes + MINUTES_MORE <= MINUTES.high
    more_minutes = may_be_longer and not (minutes_left or has_long_week)
    third_session = athlete.sessions < min(SESSIONS.high, len(athlete.days))
    room = "none"
    if more_minutes and third_session:
        room = "minutes or session"
    elif more_minutes:
        room = "minutes"
    elif third_session:
        room = "session"
    facts = {"few": list(few), "room": room}
    return Note(rule="R04", key=NoteKey.FEW_SETS, scope=Scope.WEEK, facts=facts)


def with_unmet(findings: Sequence[Finding], athlete: Athlete, week: Week) -> list[Note]:
    """What the week says, and one note more for all that is to be done of one rule. A week that
    lacks sets does not say that it has all that it should.
    """
    rules = {finding.rule for finding in findings}
    enough = any(note.key is NoteKey.ENOUGH_MINUTES for note in week.notes)
    longest = max([session.minutes for session in week.sessions], default=0)
    minutes_left = enough or "R45b" in rules or longest + _A_SET <= athlete.minutes
    lacks_sets = not rules.isdisjoint(_OF_SETS)
    notes = [note for note in week.notes if not (lacks_sets and note.key is NoteKey.ENOUGH_MINUTES)]
    # Check goes rule by rule, so the findings of one stand together.
    for rule, group in groupby(findings, key=lambda finding: finding.rule):
        of_rule = list(group)
        few = [f"{found.where} {found.found}" for found in of_rule if found.too_few]
        if few:
            notes.append(few_sets_note(athlete, few, minutes_left=minutes_left))
        by_advice: dict[str, list[Finding]] = {}
        for finding in of_rule:
            if not finding.too_few:
                by_advice.setdefault(str(finding.text), []).append(finding)
        notes += [_unmet_note(rule, alike) for alike in by_advice.values()]
    return notes


def _unmet_note(rule: str, findings: list[Finding]) -> Note:
    breaches = [{"where": finding.where, "found": finding.found} for finding in findings]
    facts: Facts = {
        "breaches": breaches,
        "allowed": findings[0].allowed,
        "advice": findings[0].text,
    }
    return Note(rule=rule, key=NoteKey.UNMET, scope=Scope.WEEK, facts=facts)
