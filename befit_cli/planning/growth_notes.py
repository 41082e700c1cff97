"""What weeks say of how their block grows: from stretch to stretch, within one, and not at all."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import dropwhile, takewhile

from msgspec.structs import replace

from befit_cli.evidence.ability import can_do_form
from befit_cli.evidence.block import SAME_WEEKS_MAX
from befit_cli.evidence.sets import HARD, total_counts
from befit_cli.evidence.week import most_hard_sets, trains_otherwise
from befit_cli.planning.dosing import dose_at
from befit_cli.planning.draft import Draft, Drafts, Line, hard_sets, week_lines
from befit_cli.planning.standing import Stands, standing
from befit_cli.planning.task import Task
from befit_cli.rules.stretches import still_advice
from befit_cli.values import (
    Athlete,
    Facts,
    Kit,
    Level,
    Note,
    NoteKey,
    Pick,
    Scope,
    SeasonWeek,
    Stretch,
    phrase,
)

_BY_HAND = frozenset({Kit.DUMBBELL, Kit.KETTLEBELL})
"""Weights whose next one may be a bigger step than R30 asks for."""
_Ways = tuple[Kit | None, Level | None]
"""The piece of kit and the level that would each open something harder; None where none does."""


def notes_of_stretch(
    task: Task,
    before: Drafts | None,
    fullest: Drafts,
    weeks: tuple[SeasonWeek, ...],
    gentle: Collection[int],
) -> dict[int, tuple[Note, ...]]:
    """Under their numbers what the weeks of a stretch say of how it grows, from the fullest week
    `before` of the last one, too; those that are `gentle`, by their numbers, say nothing of that.
    """
    season, stretch = task.season, task.stretch
    still = standing_notes(task.athlete, fullest, stretch, task.ramp, task.stage.stands)
    growing = growth_notes(fullest, stretch, task.ramp)
    begins = _first_trained(_usual(task.athlete, weeks, gentle))
    notes = {}
    for when in weeks:
        of_week: list[Note] = []
        if before is not None and when.number in begins:
            last = season.of_stretch(season.stretches[stretch.number - 1])
            since = _last_trained(_usual(task.athlete, last, gentle))
            of_week += stretch_notes(before, fullest, since=since)
        if when.build:
            of_week += [growing[when.step]] if when.step in growing else []
            of_week += still.get(when.step, [])
        notes[when.number] = tuple(of_week)
    return notes


def _usual(
    athlete: Athlete, weeks: Iterable[SeasonWeek], gentle: Collection[int]
) -> list[SeasonWeek]:
    """Those of the weeks that build and have their runner as always, be it on other days, and not
    back from days off.
    """
    usual = []
    for when in weeks:
        otherwise = trains_otherwise(when.runner, athlete) or when.number in gentle
        if when.build and not otherwise:
            usual.append(when)
    return usual


def _first_trained(weeks: list[SeasonWeek]) -> list[int]:
    """The number of the first of the weeks that did not wait, behind those of the ones before."""
    waiting = list(takewhile(lambda when: when.waits, weeks))
    return [when.number for when in weeks[: len(waiting) + 1]]


def _last_trained(weeks: list[SeasonWeek]) -> int | None:
    """The number of the last of the weeks that did not wait; None where none did."""
    return max([when.number for when in weeks if not when.waits], default=None)


def stretch_notes(before: Drafts, now: Drafts, *, since: int | None) -> tuple[Note, ...]:
    """What the first week of a stretch says of its growth from the fullest week `before` of the
    last one, which the week of the number `since` had, to its own, `now`; nothing is heavier where
    no week had it.
    """
    notes = []
    sets_before = hard_sets(before)
    sets_now = hard_sets(now)
    # Fitting keeps to R33, but for what coverage must have.
    if sets_now > most_hard_sets(sets_before):
        notes.append(_growth_note(sets_before, sets_now))
    forms = _kept_weights(before, now)
    if forms and since is not None:
        bigger = any(not _BY_HAND.isdisjoint(line.pick.kit) for line in forms.values())
        facts: Facts = {"week": since, "forms": list(forms), "bigger": bigger}
        notes.append(Note(rule="R30", key=NoteKey.HEAVIER, scope=Scope.WEEK, facts=facts))
    return tuple(notes)


def growth_notes(week: Drafts, stretch: Stretch, ramp: int) -> dict[int, Note]:
    """Under the steps of a stretch what R33 finds in their weeks, where the fullest is `week`:
    after the ramp a sore tendon's sets come at once, in every session.
    """
    # Without a ramp the sets of a stretch are the same in all its weeks.
    if not ramp:
        return {}
    notes = {}
    before: int | None = None
    hard = [line for line in week_lines(week) if HARD in dict(line.counts)]
    for step in range(stretch.build):
        work = [(line.counts, dose_at(line, step, ramp=ramp)[0]) for line in hard]
        now = int(total_counts(work).get(HARD, 0))
        after_ramp = step == ramp
        if before is not None and now > most_hard_sets(before, after_ramp=after_ramp):
            notes[step] = _growth_note(before, now, after_ramp=after_ramp)
        before = now
    return notes


def _growth_note(sets_before: int, sets_now: int, *, after_ramp: bool = False) -> Note:
    """In the words of the rule itself, which a week alone cannot be asked."""
    growth = phrase("{now} hard leg sets after {before}", now=sets_now, before=sets_before)
    allowed = phrase("at most {most}", most=most_hard_sets(sets_before, after_ramp=after_ramp))
    facts: Facts = {"breaches": [{"where": phrase(""), "found": growth}], "allowed": allowed}
    return Note(rule="R33", key=NoteKey.UNMET, scope=Scope.WEEK, facts=facts)


def _kept_weights(before: Drafts, now: Drafts) -> dict[str, Line]:
    """The forms with weight that the last stretch had too, with a line of each: they go on from
    what they gained there (R30), unless a niggle is to be minded.
    """
    known = {line.pick.form.name for line in week_lines(before)}
    # As keys, for a form may stand on two days and is told once, in the order of the week.
    forms: dict[str, Line] = {}
    for draft in now:
        for line in draft.in_order():
            name = line.pick.form.name
            if name in known and line.pick.heavy and not line.pick.niggle_note:
                forms.setdefault(name, line)
    return forms


def standing_notes(
    athlete: Athlete, week: Drafts, stretch: Stretch, ramp: int, before: Stands
) -> dict[int, list[Note]]:
    """Under the steps of a stretch whose fullest week that is what R29 finds in their weeks: what
    has been the same for too long, where `before` is how the last stretch ended, and what would
    open a harder form of it.
    """
    still: dict[int, dict[_Ways, list[Facts]]] = {}
    for draft, line, by_week in standing(week, stretch, ramp, before):
        for step, one in enumerate(by_week):
            if one.weeks > SAME_WEEKS_MAX:
                ways = _ways(athlete.on(draft.slot.day), line.pick)
                alike = still.setdefault(step, {}).setdefault(ways, [])
                alike.append(_stands_still(draft, line, one.weeks))
    allowed = phrase("at most {most}", most=SAME_WEEKS_MAX)
    notes: dict[int, list[Note]] = {}
    for step, by_ways in still.items():
        for ways, breaches in by_ways.items():
            facts: Facts = {"breaches": breaches, "allowed": allowed, "advice": still_advice(*ways)}
            note = Note(rule="R29", key=NoteKey.UNMET, scope=Scope.WEEK, facts=facts)
            notes.setdefault(step, []).append(note)
    return notes


def _ways(athlete: Athlete, pick: Pick) -> _Ways:
    """The piece of kit, and the level, that would each open a harder form to the athlete. A
    backpack is tried first, for most have one.
    """

    def opens(other: Athlete) -> bool:
        rest = dropwhile(lambda form: form.name != pick.form.name, pick.exercise.ladder)
        return any(can_do_form(other, pick.exercise, form) for form in [*rest][1:])

    kits = [kit for kit in (Kit.BACKPACK, *Kit) if kit not in athlete.kit]
    kit = next((kit for kit in kits if opens(replace(athlete, kit=(*athlete.kit, kit)))), None)
    levels = [level for level in Level if level > athlete.level][:1]
    level = next((level for level in levels if opens(replace(athlete, level=level))), None)
    return kit, level


def _stands_still(draft: Draft, line: Line, weeks: int) -> Facts:
    where = phrase("{day}, {exercise}", day=draft.slot.day, exercise=line.pick.form.name)
    found = phrase("the same in {weeks} build weeks", weeks=weeks)
    return {"where": where, "found": found}
