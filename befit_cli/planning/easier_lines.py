"""An exercise as a session has it -> the same, easier."""

from __future__ import annotations

from msgspec.structs import replace

from befit_cli.evidence.block import DELOAD_RIR
from befit_cli.evidence.coverage import LIFT_PATTERNS
from befit_cli.evidence.load import FRESH_RIR, FRESH_SETS, LIGHT_RIR, LIGHT_SETS
from befit_cli.planning.draft import Line
from befit_cli.planning.stretch_dose import sore_tendon
from befit_cli.values import Range


def light_line(line: Line) -> Line | None:
    """The line as a light one; None where it cannot be, or is."""
    if line.light or not line.can_be_light:
        return None
    most = Range(min(line.sets_range.low, LIGHT_SETS), min(line.sets_range.high, LIGHT_SETS))
    light = replace(line, light=True, sets=min(line.sets, LIGHT_SETS), sets_range=most)
    return with_rir_of_light(light)


def with_rir_of_light(line: Line) -> Line:
    """The line with as many repetitions left as light work leaves."""
    return line if line.rir is None else replace(line, rir=max(line.rir, LIGHT_RIR))


def fresh_line(line: Line) -> Line:
    """The line as it is done beside a long run (R15b): a lift has as few sets as a light one,
    unless it had more before (R31), and as many repetitions left. Calves keep their sets (R08), and
    a sore tendon all of its work (R59).
    """
    if line.light or not line.can_be_light or sore_tendon(line.pick) is not None:
        return line
    sets = line.sets_range
    if line.pick.form.pattern in LIFT_PATTERNS:
        sets = Range(sets.low, min(sets.high, max(sets.low, FRESH_SETS)))
    elif not line.calf:
        return line
    rir = None if line.rir is None else max(line.rir, FRESH_RIR)
    if (sets, rir) == (line.sets_range, line.rir):
        return line
    return replace(line, sets_range=sets, rir=rir)


def spared_line(line: Line) -> Line:
    """The line beside a run of one week alone, a long one (R15b) or soon a tune-up race (R12c): as
    beside the long run of every week, and no lift has more sets than a light one.
    """
    fresh = fresh_line(line)
    if fresh.can_be_light and fresh.pick.form.pattern in LIFT_PATTERNS and fresh.sets > FRESH_SETS:
        return replace(fresh, sets=FRESH_SETS)
    return fresh


def with_more_reserve(line: Line) -> Line:
    """The line as a deload has it (R34)."""
    return line if line.rir is None else replace(line, rir=line.rir + DELOAD_RIR)
