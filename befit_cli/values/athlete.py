"""Who the plan is for."""

from __future__ import annotations

from datetime import date

from befit_cli.values.base import Value
from befit_cli.values.enums import Day, Group, Kit, Level, Niggle, Race


class Athlete(Value, frozen=True, kw_only=True):
    """Who the plan is for: the race, the running week, and what strength work they can and want to
    do.

    `minutes` is the most a session may take. `kit` and `days` are sorted, without repeats.
    `without` names exercises of the catalogue; each pair of `swap` one to leave out and the one
    to do for it.
    """

    race: Race = Race.TEN_K
    sessions: int = 2
    level: Level = Level.BEGINNER
    kit: tuple[Kit, ...] = (Kit.BACKPACK, Kit.BENCH, Kit.STEP, Kit.TOWEL)
    minutes: int = 30
    long_run: Day | None = Day.SUN
    hard_runs: tuple[Day, ...] = (Day.WED,)
    days: tuple[Day, ...] = tuple(Day)
    focus: Group | None = None
    niggles: tuple[Niggle, ...] = ()
    without: tuple[str, ...] = ()
    race_date: date | None = None
    swap: tuple[tuple[str, str], ...] = ()
