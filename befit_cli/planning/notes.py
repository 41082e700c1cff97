"""What a week says beside its sessions: keys with numbers, each with the rule it comes from."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from befit_cli.evidence.block import LITTLE_TO_EXPECT
from befit_cli.evidence.load import loadable
from befit_cli.evidence.week import most_hard_sets
from befit_cli.planning.draft import Drafts, Line, hard_sets, week_lines
from befit_cli.values import Facts, Finding, Kit, Note, NoteKey, Scope, Season, Stretch, phrase

if TYPE_CHECKING:
    from collections.abc import Iterable


def stretch_notes(before: Drafts, now: Drafts, *, since: Stretch) -> tuple[Note, ...]:
    """What the first week of a stretch says of its growth from the one `since`: from its fullest
    week `before` to `now`.
    """
    notes = []
    sets_before = hard_sets(before)
    sets_now = hard_sets(now)
    # Fitting keeps to R33, but for what coverage must have.
    if sets_now > most_hard_sets(sets_before):
        notes.append(_growth_note(sets_before, sets_now))
    forms = _kept_weights(before, now)
    if forms:
        facts: Facts = {"week": since.fullest, "forms": forms}
        notes.append(Note(rule="R30", key=NoteKey.HEAVIER, scope=Scope.WEEK, facts=facts))
    return tuple(notes)


def _growth_note(sets_before: int, sets_now: int) -> Note:
    """In the words of the rule itself, which a week alone cannot be asked."""
    growth = phrase("{now} hard leg sets after {before}", now=sets_now, before=sets_before)
    allowed = phrase("at most {most}", most=most_hard_sets(sets_before))
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
            if name in known and _weighted(line) and not line.pick.niggle_note:
                forms[name] = None
    return list(forms)


def _weighted(line: Line) -> bool:
    """Whether kilograms can be added: a band has none."""
    if Kit.BAND in line.pick.kit:
        return False
    return loadable(line.pick.form)


def weeks_notes(season: Season) -> tuple[Note, ...]:
    """What every week of a short block says (R40)."""
    if season.build_weeks >= LITTLE_TO_EXPECT:
        return ()
    facts = {"weeks": season.build_weeks}
    return (Note(rule="R40", key=NoteKey.FEW_WEEKS, scope=Scope.PLAN, facts=facts),)


def load_note(*, taper: bool) -> Note:
    """How to add load; in a taper, where nothing is new (R35), to keep it as it is."""
    key = NoteKey.KEEP_LOAD if taper else NoteKey.ADD_LOAD
    return Note(rule="R30", key=key, scope=Scope.PLAN)


def unmet_notes(findings: Iterable[Finding]) -> list[Note]:
    """One note for everything found of one rule."""
    notes = []
    # Check goes rule by rule, so the findings of one stand together.
    for rule, group in groupby(findings, key=lambda finding: finding.rule):
        of_rule = list(group)
        breaches = []
        for finding in of_rule:
            breaches.append({"where": finding.where, "found": finding.found})
        facts = {"breaches": breaches, "allowed": of_rule[0].allowed}
        notes.append(Note(rule=rule, key=NoteKey.UNMET, scope=Scope.WEEK, facts=facts))
    return notes
