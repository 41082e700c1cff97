"""Joints that hurt, and the niggles that they stand for."""

from __future__ import annotations

from befit_cli.values import Niggle

JOINTS: dict[str, tuple[Niggle, ...]] = {
    "knee": (Niggle.RUNNERS_KNEE, Niggle.ITB),
    "calf": (Niggle.ACHILLES,),
    "shin": (Niggle.SHIN,),
    "ankle": (Niggle.ACHILLES,),
    "heel": (Niggle.ACHILLES, Niggle.PLANTAR),
    "foot": (Niggle.PLANTAR,),
    "hamstring": (Niggle.HAMSTRING,),
    "back": (Niggle.LOW_BACK,),
}
"""Pain in one counts for the exercises that the catalogue marks for any of its niggles (R70, R71);
which of them it is, only the runner knows.
"""


def niggles_at(joint: str) -> tuple[Niggle, ...]:
    """What the name of a joint, or of a niggle itself, stands for; empty for any other word."""
    if joint in JOINTS:
        return JOINTS[joint]
    return tuple([niggle for niggle in Niggle if niggle == joint])
