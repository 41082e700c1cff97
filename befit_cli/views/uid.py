"""What makes a calendar's event the same one in every file that is imported after."""

from __future__ import annotations

import hashlib

from befit_cli.values import Plan, Week


def event_uid(plan: Plan, week: Week, slot: int) -> str:
    """The UID of the event that stands in that slot of the plan's week.

    It depends on the athlete's name, the Monday that their block began on, the week's number and
    the slot, and on nothing else: whatever befit plans there another time, with other options or
    on another day, is the same event. The name is not to be read in it: calendars are shared.
    """
    athlete = hashlib.sha256(plan.athlete.name.encode()).hexdigest()[:16]
    return f"{athlete}-{week.began}-{week.number}-{slot}@befit"
