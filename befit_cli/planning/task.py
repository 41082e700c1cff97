"""What a stretch of a block is planned from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from befit_cli.evidence.coverage import COVERAGE_MINUTES
from befit_cli.planning.draft import Line
from befit_cli.planning.placement import Layout
from befit_cli.planning.repertoire import Repertoires
from befit_cli.planning.standing import Stands
from befit_cli.planning.training import UNTRAINED, Training
from befit_cli.values import Athlete, Day, Load, Need, Season, Stretch


class Stage(Struct, frozen=True, kw_only=True):
    """How far a block has come."""

    training: Training = UNTRAINED
    hard_sets: int | None = None
    """Hard leg sets of its last fullest week; None before the first."""
    calf_sets: int = 0
    """Its calf sets."""
    had: Mapping[Need, int] = {}
    """In how many of its sessions it served each need, of those that it did."""
    stands: Stands = {}
    """What stands at its end, and for how long it has been the same."""


class Task(Struct, frozen=True, kw_only=True):
    """What a stretch's fullest week is made from."""

    athlete: Athlete
    repertoires: Repertoires
    """What the athlete may do on each day."""
    season: Season
    stretch: Stretch
    stage: Stage
    """How far the block has come before the stretch."""
    layout: Layout
    """Its sessions, with the most load that each may have."""
    ramp_most: Sequence[Load]
    """The most load that each may have in the ramp (R19)."""

    def on(self, line: Line, day: Day) -> Line | None:
        """The line as the athlete may do it on that day: just so, with that kit, and with nothing
        that a niggle changes otherwise; None where they may not. Harder forms that ask for what is
        not there are none.
        """
        possible = self.repertoires.on(day).rungs_of(line.pick.exercise)
        rungs = {rung.form.name: rung for rung in possible}
        rung = rungs.get(line.pick.form.name)
        if rung is None or (rung.rules, rung.kit) != (line.pick.rules, line.pick.kit):
            return None
        harder = line.pick.harder
        if harder is None or harder.form.name in rungs:
            return line
        return replace(line, pick=replace(line.pick, harder=None))

    @property
    def ramp(self) -> int:
        """How many of the stretch's weeks are the ramp."""
        return ramp_in(self.season, self.stretch)


def ramp_in(season: Season, stretch: Stretch) -> int:
    """How many weeks of a stretch are its block's ramp (R19)."""
    return 0 if stretch.number else season.ramp


def must_cover(athlete: Athlete) -> bool:
    """R03: whether the week must have all that it should, whatever it costs."""
    if athlete.niggles or athlete.without or athlete.swap:
        return False
    return athlete.sessions * athlete.minutes >= COVERAGE_MINUTES
