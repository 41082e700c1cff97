"""What a week says beside its sessions: keys with numbers, each with the rule it comes from."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from befit_cli.evidence.block import LITTLE_TO_EXPECT
from befit_cli.evidence.load import loadable
from befit_cli.evidence.week import most_hard_sets
from befit_cli.planning.draft import Drafts, Line, hard_sets
from befit_cli.values import Facts, Finding, Kit, Note, NoteKey, Scope, Season, Stretch, phrase

if TYPE_CHECKING:
    from collections.abc import Iterable


def stretch_notes(before: Drafts, now: Drafts, *, since: Stretch) -> tuple[Note, ...]:
    """What the first week of a stretch says of its growth from the one `since`: from its fullest
    week `before` to `now`.
    """
    notes = []
    then, grown = hard_sets(before), hard_sets(now)
    most = most_hard_sets(then)
    if grown > most:  # coverage asked for more growth than R33
        growth = phrase("{now} hard leg sets after {before}", now=grown, before=then)
        breach = {"where": phrase(""), "found": growth}
        facts: Facts = {"breaches": [breach], "allowed": phrase("at most {most}", most=most)}
        notes.append(Note(rule="R33", key=NoteKey.UNMET, scope=Scope.WEEK, facts=facts))
    forms = _kept_weights(before, now)
    if forms:
        facts = {"week": since.fullest, "forms": forms}
        notes.append(Note(rule="R30", key=NoteKey.HEAVIER, scope=Scope.WEEK, facts=facts))
    return tuple(notes)


def _kept_weights(before: Drafts, now: Drafts) -> list[str]:
    """The forms with weight that the last stretch had too: they go on from what they gained there
    (R30), unless a niggle is to be minded.
    """
    known = {line.pick.form.name for draft in before for line in draft.lines}
    forms = []
    for draft in now:
        for line in draft.in_order():
            if line.pick.form.name in known and _weighted(line) and not line.pick.niggle_note:
                forms.append(line.pick.form.name)
    return list(dict.fromkeys(forms))


def _weighted(line: Line) -> bool:
    """Whether kilograms can be added: a band has none."""
    return loadable(line.pick.form) and Kit.BAND not in line.pick.kit


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
    for rule, same in groupby(findings, key=lambda finding: finding.rule):
        told = list(same)
        breaches = [{"where": finding.where, "found": finding.found} for finding in told]
        facts = {"breaches": breaches, "allowed": told[0].allowed}
        notes.append(Note(rule=rule, key=NoteKey.UNMET, scope=Scope.WEEK, facts=facts))
    return notes
