"""The numbers that a saved plan may have, the same in both formats: what one says, the other can
say too.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, count

from befit_cli.language import _
from befit_cli.values import Range

_MOST = 10_000
"""More sets, seconds, minutes or landings than that stand in no plan, whoever wrote it."""
_SOME = Range(1, _MOST)
_ANY = Range(0, _MOST)
RANGES = {
    "slot": _SOME,
    "minutes": _ANY,
    "sets": _SOME,
    "reps": _SOME,
    "hold_s": _SOME,
    "rest_s": _ANY,
    "rir": _ANY,
    "contacts": _ANY,
    "seconds_per_rep": _ANY,
    "kg": _ANY,
}
"""What stands in a session and its exercises, by the keys of JSON."""


def slots(said: Sequence[int | None], vacant: Sequence[int] = ()) -> list[int]:
    """The slot of each session of a week: the one that it says, else, and where one before it says
    the same, one of the vacant, else the lowest that none says.
    """
    others = (slot for slot in count(1) if slot not in (*said, *vacant))
    free = chain(vacant, others)
    taken: list[int] = []
    for slot in said:
        taken.append(next(free) if slot is None or slot in taken else slot)
    return taken


def not_within(number: float, allowed: Range) -> str:
    """`5 is not 2 to 3`; empty where the range has the number."""
    if allowed.low <= number <= allowed.high:
        return ""
    return _(
        "{number:,} is not {low:,} to {high:,}",
        number=number,
        low=allowed.low,
        high=allowed.high,
    )
