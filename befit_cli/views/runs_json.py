"""A running plan as JSON: what befit understands of each of its weeks."""

from __future__ import annotations

from typing import Any

import msgspec

from befit_cli.values.running_plan import PlannedRun, RunningPlan


def render(plan: RunningPlan) -> str:
    """The plan, one key a line."""
    weeks = []
    for week in plan.weeks:
        days = {day: _run(run) for day, run in week.days.items()}
        weeks.append({"starts": week.starts, "days": days})
    encoded = msgspec.json.encode({"weeks": weeks, "race": plan.race, "unread": plan.unread})
    return msgspec.json.format(encoded, indent=2).decode() + "\n"


def _run(run: PlannedRun) -> dict[str, Any]:
    return {"kind": run.kind, "title": run.title, "sign": run.sign, "sure": run.sure}
