"""An exercise as a session has it -> the same, easier."""

from __future__ import annotations

from msgspec.structs import replace

from befit_cli.evidence.block import DELOAD_RIR
from befit_cli.evidence.coverage import LIFT_PATTERNS
from befit_cli.evidence.load import LIGHT_RIR, LIGHT_SETS
from befit_cli.planning.draft import Line
from befit_cli.planning.stretch_dose import sore_tendon
from befit_cli.values import Range


def light_line(line: Line) -> Line | None:
    """The line as a light one; None where it cannot be, or is."""
    if line.light or not line.lift:
        return None
    rir = None if line.rir is None else max(line.rir, LIGHT_RIR)
    most = Range(min(line.sets_range.low, LIGHT_SETS), min(line.sets_range.high, LIGHT_SETS))
    return replace(line, light=True, sets=min(line.sets, LIGHT_SETS), sets_range=most, rir=rir)


def fresh_line(line: Line) -> Line:
    """The line as it is done beside a long run: a lift has as few sets as a light one, unless it
    had more before (R31), and as many repetitions left. Calves keep their sets (R08), and a sore
    tendon all of its work (R59).
    """
    if line.light or not line.lift or sore_tendon(line.pick) is not None:
        return line
    rir = None if line.rir is None else max(line.rir, LIGHT_RIR)
    if line.calf:
        return replace(line, rir=rir)
    if line.pick.form.pattern not in LIFT_PATTERNS:
        return line
    low = line.sets_range.low
    sets = Range(low, min(line.sets_range.high, max(low, LIGHT_SETS)))
    return replace(line, sets_range=sets, rir=rir)


def before_race_line(line: Line) -> Line:
    """The line as it is done in the days before a race that is not the block's own: as beside a
    long run, and no lift has more sets than a light one.
    """
    fresh = fresh_line(line)
    if fresh is line or line.calf:
        return fresh
    return replace(fresh, sets=min(fresh.sets, LIGHT_SETS))


def with_more_reserve(line: Line) -> Line:
    """The line as a deload has it (R34)."""
    return line if line.rir is None else replace(line, rir=line.rir + DELOAD_RIR)
