"""Niggles that no plan is made for."""

from __future__ import annotations

from befit_cli.values import Niggle

CLINICIAN = (
    "Pain on a bone needs a clinician before any plan: rest from impact, and see a "
    "doctor or physiotherapist."
)
"""R60."""
REFUSED = frozenset({Niggle.BONE_STRESS})
"""R60: niggles that befit plans nothing for."""
