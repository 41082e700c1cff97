"""Running plans as tests say them: a text a week, such as `tue=hard sun=long`."""

from datetime import date, timedelta

from befit_cli.values import Day
from befit_cli.values.running_plan import PlannedRun, RunKind, RunningPlan, RunningWeek


def running_plan(*weeks: str, starts: date | None = None) -> RunningPlan:
    """The plan of these weeks, from that Monday on, or without dates; `tue=hard?` is a guess."""
    return RunningPlan(
        weeks=tuple(_week(number, text, starts) for number, text in enumerate(weeks, 1))
    )


def _week(number: int, text: str, starts: date | None) -> RunningWeek:
    days = {}
    for word in text.split():
        day, _, kind = word.partition("=")
        days[Day(day)] = PlannedRun(
            kind=RunKind(kind.removesuffix("?")),
            title=f"{kind} of {number}",
            sure=not kind.endswith("?"),
        )
    monday = None if starts is None else starts + timedelta(weeks=number - 1)
    return RunningWeek(number=number, starts=monday, days=days)
