"""Where the weeks of a block stand, and what their days may carry."""

from __future__ import annotations

from datetime import date

from befit_cli.values.base import Value
from befit_cli.values.enums import Day, Load, Phase


class SeasonWeek(Value, frozen=True, kw_only=True):
    """Where one week stands in its block.

    A stretch is the run of build weeks up to a deload or the taper, all of one phase; the deload
    after it belongs to it, and the taper belongs to the last one. `stretch` counts them from 0,
    `stretches` is how many there are, `stretch_start` the number of its first week. `step` of
    `steps` is this build week's place in its stretch, from 0; deload and taper keep the last step.
    `taper_step` counts taper weeks from 0, `build_weeks` those of the whole block, and `previous`
    is the last build week of the stretch before.
    """

    number: int
    of: int
    starts: date
    phase: Phase
    deload: bool = False
    taper: bool = False
    race_day: date
    stretch: int
    stretches: int
    stretch_phase: Phase
    stretch_start: int
    step: int
    steps: int
    taper_step: int
    build_weeks: int
    previous: SeasonWeek | None

    @property
    def first_weeks(self) -> bool:
        """Whether the stretch is the block's first, which is dosed with more care."""
        return self.stretch == 0


class PlacedDay(Value, frozen=True, kw_only=True):
    """A day that carries strength, and the most load it may have."""

    day: Day
    load: Load
