"""Why a session stands on its day, and why an exercise is in the plan: keys with numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from befit_cli.evidence.week import HOURS_AFTER_RUN, HOURS_BETTER, after_long_run, next_key_run
from befit_cli.values import (
    Act,
    Athlete,
    Catalogue,
    Day,
    Exercise,
    Facts,
    Load,
    Niggle,
    Prescription,
    Reason,
    ReasonKey,
    Run,
    Runs,
    Value,
    Week,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

_DAYS = tuple(Day)
_NEAR_RACE = 7
"""Days before the race in which it is what a session is told of, rather than the next run."""


def day_reasons(
    runs: Runs,
    day: Day,
    load: Load,
    race_in: int | None,
    *,
    before: Runs | None = None,
    after: Runs | None = None,
    lighter: bool = False,
    first_back: bool = False,
) -> tuple[Reason, ...]:
    """Why strength of that load stands on that day, so many days before the race; None where there
    is none.

    `before` and `after` are the runs of the weeks around its week, where they are others; `lighter`
    says that this week's runs allow it less than usual, `first_back` that it is light after days
    without training.
    """
    here = _why_this_day(runs, day, load, before)
    reasons = [*here, *_what_comes_next(runs, day, race_in, after)]
    if lighter:
        reasons.append(Reason(ReasonKey.LESS_ROOM))
    if first_back:
        reasons.append(Reason(ReasonKey.FIRST_BACK))
    return tuple(reasons)


def _why_this_day(runs: Runs, day: Day, load: Load, before: Runs | None) -> Iterable[Reason]:
    run = runs.on(day)
    if run is Run.HARD:
        hours = {"hours": HOURS_AFTER_RUN, "better": HOURS_BETTER}
        named = _named({"day": day}, runs.title(day))
        return Reason(ReasonKey.HARD_RUN_DAY, named), Reason(ReasonKey.RUN_FIRST, hours)
    if run is Run.LONG:
        return (Reason(ReasonKey.LONG_RUN_DAY, _named({"day": day}, runs.title(day))),)
    if after_long_run(runs, day, before):
        # Heavy work there is not what anybody would expect, so it has a reason of its own.
        heavy = load is Load.HIGH
        key = ReasonKey.AFTER_LONG_RUN_HEAVY if heavy else ReasonKey.AFTER_LONG_RUN
        week = before if day is Day.MON else runs
        title = week.title(_DAYS[day.rank - 1]) if week else ""
        return (Reason(key, _named({"day": day}, title)),)
    return (Reason(ReasonKey.FREE_DAY, {"day": day}),)


def _what_comes_next(
    runs: Runs, day: Day, race_in: int | None, after: Runs | None
) -> Iterable[Reason]:
    if race_in is not None and race_in < _NEAR_RACE:
        return (Reason(ReasonKey.RACE_AHEAD, {"days": race_in}),)
    ahead = next_key_run(runs, day, after)
    if ahead is None:
        return ()
    days, on, run = ahead
    week = runs if day.rank + days < len(_DAYS) else after
    title = week.title(on) if week else ""
    if days == 1:
        return (Reason(ReasonKey.RUN_TOMORROW, _named({"run": run}, title)),)
    return (Reason(ReasonKey.RUN_AHEAD, _named({"run": run, "days": days}, title)),)


def _named(facts: Facts, title: str) -> Facts:
    """The facts with the title of the run that they speak of, where it has one."""
    return facts | {"title": title} if title else facts


class Purpose(Value, frozen=True, kw_only=True):
    """Why an exercise is in a plan."""

    meets: tuple[str, ...]
    """The needs of the week that its form meets; its pattern where it meets none."""
    why: str
    """What it gives a runner, in the catalogue's words."""
    first_line: tuple[Niggle, ...]
    """The athlete's niggles that it is first-line work for."""


def purposes(athlete: Athlete, catalogue: Catalogue, weeks: tuple[Week, ...]) -> dict[str, Purpose]:
    """Why each form of the plan is there, by its name."""
    by_form = {}
    for week in weeks:
        for session in week.sessions:
            for planned in session.exercises:
                exercise = catalogue.by_id[planned.id]
                by_form[planned.form] = _purpose(athlete, exercise, planned)
    return by_form


def _purpose(athlete: Athlete, exercise: Exercise, planned: Prescription) -> Purpose:
    rules = exercise.niggles
    for form in exercise.ladder:
        if form.name == planned.form:
            rules = form.niggles
    helped = []
    for niggle in athlete.niggles:
        if niggle in rules and rules[niggle].act is Act.FIRST_LINE:
            helped.append(niggle)
    return Purpose(
        meets=planned.serves or (planned.pattern,), why=exercise.why, first_line=tuple(helped)
    )
