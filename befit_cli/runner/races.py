"""Races by name and by distance: one between two of befit's own gets the plan of the longer."""

from __future__ import annotations

import re

from befit_cli.errors import UsageError
from befit_cli.runner.vocabulary import RACE_WORDS, TOO_LONG, UNSURE_RACE, of_enum
from befit_cli.values import Race

_RACES = of_enum("race", Race, RACE_WORDS, UNSURE_RACE)
_KM = {Race.FIVE_K: 5.0, Race.TEN_K: 10.0, Race.HALF: 21.0975, Race.MARATHON: 42.195}
_KM_A_MILE = 1.609344
_ROUNDING = 0.01
"""The share by which a race may be longer or shorter than it is called: 21k, 26.2 miles."""
_DISTANCE = re.compile(
    r"(?P<number>[0-9]{1,3}(\.[0-9]{1,4})?)[ -]*(k(m|ilomet(er|re)s?)?|(?P<miles>mi(les?)?)|)"
)
"""`15k`, `15 km`, `10 miles`, `21.1`; without a unit it is in kilometres."""


def read_race(word: str) -> Race:
    """The race that the word means; raises UsageError for one that befit does not plan for."""
    km = _km(word)
    if km is None:
        return _RACES.meaning(word)
    for race, length in _KM.items():
        if km <= length * (1 + _ROUNDING):
            return race
    raise UsageError(f"'{word}' {TOO_LONG}")


def race_remark(word: str) -> str:
    """What to tell who trains for a race that befit plans as a longer one; empty for all others."""
    km = _km(word)
    if km is None:
        return ""
    race = read_race(word)
    if km >= _KM[race] * (1 - _ROUNDING):
        return ""
    return f"'{word}' gets the plan for the next longer race: {race}."


def _km(word: str) -> float | None:
    """The distance that the word is, None where it is none."""
    distance = _DISTANCE.fullmatch(word.strip().lower())
    if distance is None:
        return None
    return float(distance["number"]) * (_KM_A_MILE if distance["miles"] else 1)
