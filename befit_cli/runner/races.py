"""Races by name and by distance: one between two of befit's own gets the plan of the longer."""

from __future__ import annotations

import re

from befit_cli.errors import UsageError
from befit_cli.language import _, message
from befit_cli.runner.alone import means_none
from befit_cli.runner.meanings import of_enum
from befit_cli.runner.offered import called
from befit_cli.runner.vocabulary import RACE_FILLERS, RACE_WORDS, TOO_LONG, UNSURE_RACE
from befit_cli.values import Race

_KM = {Race.FIVE_K: 5.0, Race.TEN_K: 10.0, Race.HALF: 21.0975, Race.MARATHON: 42.195}
KM_A_MILE = 1.609344
_METRES_A_KM = 1000
_ROUNDING = 0.01
"""The share by which a race may be longer or shorter than it is called: 21k, 26.2 miles."""
_DISTANCE = (
    r"(?P<number>[0-9]{1,5}([.,][0-9]{1,4})?) *"
    r"(k(ms?|ilomet(er|re|ro)s?)?|(?P<miles>mi(les?|llas?)?)|(?P<metres>m(et(er|re|ro)s?)?)|)"
)
"""`15k`, `15 km`, `10 miles`, `21.1`, `5000 m`; without a unit it is in kilometres, and from a
thousand on in metres, as on a track.
"""


def read_race(word: str) -> Race:
    """The race that the word means; raises UsageError for one that befit does not plan for."""
    return Race.NONE if means_none(word) else _RACES.meaning(word)


def race_remark(word: str) -> str:
    """What to tell who trains for a race that befit plans as a longer one; empty for all others."""
    distance = _RACES.bare(word)
    km = _km(distance)
    if km is None or distance in RACE_WORDS:
        return ""
    race = read_race(word)
    if km >= _KM[race] * (1 - _ROUNDING):
        return ""
    return _(
        "'{word}' gets the plan for the next longer race: {race}.", word=word, race=called(race)
    )


def _race_over(distance: str) -> Race | None:
    km = _km(distance)
    if not km:
        return None
    for race, length in _KM.items():
        if km <= length * (1 + _ROUNDING):
            return race
    raise UsageError(_(TOO_LONG, word=distance))


def _km(word: str) -> float | None:
    """The distance that the word is, None where it is none."""
    distance = re.fullmatch(_DISTANCE, word)
    if distance is None:
        return None
    number = float(distance["number"].replace(",", "."))
    if distance["miles"]:
        return number * KM_A_MILE
    if distance["metres"] or number >= _METRES_A_KM:
        return number / _METRES_A_KM
    return number


_RACES = of_enum(message("race"), Race, RACE_WORDS, UNSURE_RACE, RACE_FILLERS, _race_over)
