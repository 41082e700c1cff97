"""Garmin's exercises by the names that a catalogue writes: `squat/goblet_squat`.

The list ships with befit, so that a slip is told with its line also where fit-tool, which knows the
numbers, is not installed. `python .ci/garmin.py` writes it anew.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from befit_cli.errors import did_you_mean
from befit_cli.language import _
from befit_cli.yaml.nodes import shown

GARMIN_FILE = Path(__file__).parents[1] / "data" / "garmin.txt"


def wrong_garmin(name: str) -> str:
    """The sentence about a name that Garmin has no exercise of; empty for one that it has."""
    names = garmin_names()
    if name in names:
        return ""
    category = name.partition("/")[0]
    same = [known for known in names if known.startswith(f"{category}/")]
    if not same:
        return _(
            "Garmin has no exercise {name}; write one such as squat/goblet_squat",
            name=shown(name),
        )
    # Only in its category: a nearer word in another would be another movement.
    nearest = did_you_mean(name, sorted(same))
    return _("Garmin has no exercise {name}{nearest}", name=shown(name), nearest=nearest)


@cache
def garmin_names() -> frozenset[str]:
    """The names of all of them."""
    return frozenset(GARMIN_FILE.read_text(encoding="utf-8").splitlines())
