"""The low hops that end the warm-ups of a week (R24)."""

from __future__ import annotations

from befit_cli.evidence.jumps import HOP_SESSIONS, may_hop, most_hops, wants_no_jumps
from befit_cli.planning.draft import Draft, Drafts
from befit_cli.values import Athlete, SeasonWeek


def low_hops(athlete: Athlete, week: Drafts, when: SeasonWeek) -> dict[int, int]:
    """How many end the warm-up of a slot's session, by the slot's number; none of those that have
    none.
    """
    most = 0 if when.taper else most_hops(athlete.level, when.place)
    hopping = [draft for draft in week if draft.most_hops and may_hop(athlete.minutes, draft.load)]
    if not (most and hopping):
        return {}
    hops = min(most, *[draft.most_hops for draft in hopping])
    # What begins anew does so in one session.
    sessions = HOP_SESSIONS.low if hops < most else HOP_SESSIONS.high
    # Where no session has fresh legs, tired ones hop (R21b).
    fresh = [draft for draft in hopping if _finds_fresh_legs(athlete, draft, when)]
    return {draft.slot.number: hops for draft in (fresh or hopping)[:sessions]}


def _finds_fresh_legs(athlete: Athlete, draft: Draft, when: SeasonWeek) -> bool:
    day = draft.slot.day
    return not wants_no_jumps(athlete.race, when.runs, day, when.before, when.after)
