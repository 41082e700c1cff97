"""A week in which a runner comes back, or began again -> what its sessions have (R72 to R74)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from befit_cli.evidence.jumps import HOPS
from befit_cli.evidence.progress import EASED_DAYS, EASED_WEEK_FROM
from befit_cli.planning.draft import Draft, Drafts
from befit_cli.planning.morning import Morning
from befit_cli.planning.notes import back_note
from befit_cli.planning.sparing import make_gentle
from befit_cli.values import Note, NoteKey, Scope


def first_back(week: Drafts, mornings: Sequence[Morning | None]) -> tuple[Drafts, tuple[Note, ...]]:
    """The week, whose sessions of a first week back are light (R73, R74), and jump in none right
    after days without training (R72); and what it says of jumps that come a session later, and of a
    light week, where it does not yet and the runner comes back in it.
    """
    back = set()
    notes = []
    changed = list(week)
    for at, (draft, morning) in enumerate(zip(week, mornings, strict=True)):
        if morning is None or draft.first_back or not morning.counts or not morning.gap:
            continue
        hops = draft.most_hops if morning.gap < EASED_DAYS.low else 0
        changed[at] = replace(_without_jumps(draft), most_hops=hops)
        if morning.gap >= EASED_WEEK_FROM:
            back.add(draft.slot.number)
            if morning.came_back is not None and morning.came_back >= morning.when.starts:
                notes.append(back_note(morning.gap))
        elif draft.jumps:
            notes.append(_jumps_note(NoteKey.JUMPS_NEXT, "R72", morning.gap))
    make_gentle(changed, back)
    # The first session says it for the week.
    return changed, tuple(notes[:1])


def restarted(week: Drafts, mornings: Sequence[Morning | None]) -> tuple[Drafts, tuple[Note, ...]]:
    """The week, whose sessions jump in none of the first weeks of a new beginning, and have hops as
    those of a block begin (R74); and what it says of jumps that wait.
    """
    waits = 0
    changed = list(week)
    for at, (draft, morning) in enumerate(zip(week, mornings, strict=True)):
        if morning is None or morning.restart is None:
            continue
        restart = morning.restart
        if restart.is_on and draft.jumps:
            waits = restart.days
        # An easier week begins none.
        known = morning.when.build or _jumped(draft, morning, restart.day)
        may_jump = known and not restart.is_on
        most = draft.most_hops if restart.hopped else min(draft.most_hops, HOPS.low)
        changed[at] = replace(draft if may_jump else _without_jumps(draft), most_hops=most)
    notes = (_jumps_note(NoteKey.JUMPS_WAIT, "R74", waits),) if waits else ()
    return changed, notes


def _jumps_note(key: NoteKey, rule: str, days: int) -> Note:
    """That jumps come later after so many days without training."""
    return Note(rule=rule, key=key, scope=Scope.WEEK, facts={"days": days})


def _without_jumps(draft: Draft) -> Draft:
    """The session without what jumps."""
    lines = tuple([line for line in draft.lines if not line.pick.form.contacts])
    return replace(draft, lines=lines)


def _jumped(draft: Draft, morning: Morning, since: date) -> bool:
    """Whether a jump of the session was done in the weeks since that day."""
    days: set[date] = set()
    for line in draft.lines:
        if line.pick.form.contacts:
            days.update([each.session.date for each in morning.done(line)])
            days.update(morning.days_ahead(line))
    return any(since <= day < morning.when.starts for day in days)
