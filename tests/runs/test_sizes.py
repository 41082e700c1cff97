"""How far and how long a run is by its title."""

from __future__ import annotations

import pytest

from befit_cli.runs.sizes import Size, size_of


@pytest.mark.parametrize(
    ("title", "size"),
    [
        pytest.param("Easy 8 km", Size(kilometres=8), id="a distance"),
        pytest.param("Easy 8,5 km", Size(kilometres=8.5), id="with a comma"),
        pytest.param("10", Size(kilometres=10), id="a number alone"),
        pytest.param("Long run 20-24 km", Size(kilometres=24), id="the longer of two"),
        pytest.param("3000 m", Size(kilometres=3), id="metres"),
        pytest.param("45 m easy", Size(minutes=45), id="minutes, as no run is so short"),
        pytest.param("500 m", Size(), id="neither"),
        pytest.param("520 m", Size(), id="nor more minutes than a run has"),
        pytest.param("Hill sprints 200 m", Size(), id="metres up a hill"),
        pytest.param("29 m", Size(), id="nor so few"),
        pytest.param("Easy 1h 15", Size(minutes=75), id="hours and minutes"),
        pytest.param("Easy 1½ h", Size(minutes=90), id="an hour and a half"),
        pytest.param("Easy 1 1/2 hours", Size(minutes=90), id="as one types it"),
        pytest.param("½ h easy", Size(minutes=30), id="half an hour"),
        pytest.param("1¾-hour run", Size(minutes=105), id="quarters of an hour"),
        pytest.param("Rodaje 10½ km", Size(kilometres=10.5), id="half a kilometre more"),
        pytest.param("10½", Size(kilometres=10.5), id="a number and a half alone"),
        pytest.param("1/2 marathon", Size(), id="half of what is no unit"),
        pytest.param("6 x ½ mile", Size(), id="none for repeats of half a mile"),
        pytest.param("6 x 800 m", Size(), id="none for repeats"),
        pytest.param("Easy", Size(), id="none where nothing says it"),
    ],
)
def test_a_title_says_how_far_and_how_long(title: str, size: Size) -> None:
    assert size_of(title) == size
