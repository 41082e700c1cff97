"""What is known on the morning of a session."""

from __future__ import annotations

from typing import Any

import pytest
from mornings import LAST, RAMP, TAPER, a_hold, a_morning, a_squat
from msgspec.structs import replace
from strategies import a_season, a_stretch

from befit_cli.values import Day, Load, Range, Runs, SeasonWeek

DELOAD = a_season(a_stretch(tapers=False), race_in=27)[3]


def racing(day: Day) -> SeasonWeek:
    """The last week that builds with a tune-up race on that day."""
    return replace(LAST, runs=Runs(hard=(day,), tune_ups=(day,)))


@pytest.mark.parametrize(
    ("light", "known", "sleeps"),
    [
        pytest.param(False, {"when": LAST}, False, id="a week that builds"),
        pytest.param(True, {"when": LAST}, True, id="light work"),
        pytest.param(False, {"when": RAMP}, True, id="the ramp"),
        pytest.param(False, {"when": TAPER}, True, id="the taper"),
        pytest.param(False, {"when": DELOAD}, True, id="a deload"),
        pytest.param(False, {"when": racing(Day.THU)}, True, id="two days before a tune-up race"),
        pytest.param(False, {"when": racing(Day.FRI)}, False, id="three days before one"),
        pytest.param(False, {"gap": 8}, True, id="days without"),
        pytest.param(False, {"gap": 0}, False, id="no days without"),
        pytest.param(False, {"most": Load.MEDIUM}, True, id="an illness"),
    ],
)
def test_nothing_grows_in_an_easier_week_soon_before_a_race_or_after_time_off(
    known: dict[str, Any], *, light: bool, sleeps: bool
) -> None:
    assert a_morning(**known).sleeps(a_squat(light=light)) is sleeps


def test_a_form_begins_with_its_dose_whatever_the_line_has_come_to() -> None:
    begun = a_morning(when=RAMP).begun(a_squat(at=15, sets=5))
    assert (begun.work, begun.sets_range, begun.light) == (Range(10, 15), Range(2, 3), False)


def test_a_hold_grows_by_five_seconds_and_all_else_by_a_repetition() -> None:
    assert (a_hold().unit, a_squat().unit) == (5, 1)
