"""What weeks say of how their block grows: from stretch to stretch, within one, and not at all."""

from __future__ import annotations

from befit_cli.evidence.block import SAME_WEEKS_MAX
from befit_cli.evidence.load import with_weight
from befit_cli.evidence.sets import HARD, total_counts
from befit_cli.evidence.week import most_hard_sets
from befit_cli.planning.dosing import dose_at
from befit_cli.planning.draft import Draft, Drafts, Line, hard_sets, week_lines
from befit_cli.values import Facts, Note, NoteKey, Scope, Stretch, Value, phrase


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
        facts: Facts = {"week": since, "forms": forms}
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


def _kept_weights(before: Drafts, now: Drafts) -> list[str]:
    """The forms with weight that the last stretch had too: they go on from what they gained there
    (R30), unless a niggle is to be minded.
    """
    known = {line.pick.form.name for line in week_lines(before)}
    # As keys, for a form may stand on two days and is told once, in the order of the week.
    forms: dict[str, None] = {}
    for draft in now:
        for line in draft.in_order():
            name = line.pick.form.name
            if name in known and line.pick.heavy and not line.pick.niggle_note:
                forms[name] = None
    return list(forms)


class Standing(Value, frozen=True):
    """How an exercise is done, and for how many build weeks it has been the same."""

    form: str
    dose: tuple[int, int]
    """Its sets, and its repetitions or seconds."""
    weeks: int


Stands = dict[tuple[int, str], Standing]
"""Under a session's slot and an exercise's id."""


def standing_still(
    week: Drafts, stretch: Stretch, ramp: int, before: Stands
) -> tuple[Stands, dict[int, Note]]:
    """What stands still by the end of a stretch whose fullest week that is, and under its steps
    what R29 finds in their weeks: what has been the same for too long.
    """
    stands: Stands = {}
    breaches: dict[int, list[Facts]] = {}
    for draft in week:
        for line in draft.lines:
            # A plan does not say how much weight is lifted, nor how strong a band is.
            if with_weight(line.pick.kit):
                continue
            key = (draft.slot.number, line.pick.exercise.id)
            form = line.pick.form.name
            then = before.get(key)
            dose, weeks = (then.dose, then.weeks) if then and then.form == form else (None, 0)
            for step in range(stretch.build):
                now = dose_at(line, step, ramp=ramp)
                weeks = weeks + 1 if now == dose else 1
                dose = now
                if weeks > SAME_WEEKS_MAX:
                    breaches.setdefault(step, []).append(_stands_still(draft, line, weeks))
            if dose is not None:
                stands[key] = Standing(form, dose, weeks)
    allowed = phrase("at most {most}", most=SAME_WEEKS_MAX)
    notes = {}
    for step, found in breaches.items():
        facts: Facts = {"breaches": found, "allowed": allowed}
        notes[step] = Note(rule="R29", key=NoteKey.UNMET, scope=Scope.WEEK, facts=facts)
    return stands, notes


def _stands_still(draft: Draft, line: Line, weeks: int) -> Facts:
    where = phrase("{day}, {exercise}", day=draft.slot.day, exercise=line.pick.form.name)
    found = phrase("the same in {weeks} build weeks", weeks=weeks)
    return {"where": where, "found": found}
