"""A lift as it is done light, and as it is done beside a long run."""

from typing import Any

import pytest
from easier_weeks import lift, light

from befit_cli.planning.draft import Line
from befit_cli.planning.easier_lines import fresh_line, light_line, spared_line
from befit_cli.values import Load, Niggle, Pattern, Range


@pytest.mark.parametrize(
    ("changes", "dose"),
    [
        pytest.param({"sets": 4, "rir": 1}, (2, Range(1, 2), 4), id="two sets, four in reserve"),
        pytest.param({"sets": 1, "rir": 5}, (1, Range(1, 2), 5), id="never more than it had"),
        pytest.param({"sets_range": Range(3, 4)}, (2, Range(2, 2), 4), id="whatever its dose asks"),
        pytest.param(
            {"sets": 1, "sets_range": Range(1, 1)}, (1, Range(1, 1), 4), id="nor more than it may"
        ),
        pytest.param({"rir": None}, (2, Range(1, 2), None), id="without reserve none"),
    ],
)
def test_the_dose_of_a_light_lift(changes: dict[str, Any], dose: tuple[int, Range, int | None]):
    easier = light_line(lift(**({"load": Load.HIGH} | changes)))
    assert easier is not None
    assert easier.light
    assert (easier.sets, easier.sets_range, easier.rir) == dose


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(light("squat", Pattern.SQUAT), id="what is light"),
        pytest.param(lift(load=Load.LOW), id="what is easy on the legs"),
        pytest.param(lift(contacts=1), id="what lands"),
    ],
)
def test_what_has_no_light_version(line: Line):
    assert light_line(line) is None


@pytest.mark.parametrize(
    ("changes", "dose"),
    [
        pytest.param({"sets_range": Range(2, 4), "rir": 2}, (Range(2, 2), 4), id="as a light one"),
        pytest.param({"sets_range": Range(3, 4)}, (Range(3, 3), 4), id="no fewer sets than before"),
        pytest.param({"rir": 5}, (Range(1, 2), 5), id="never less in reserve"),
        pytest.param({"rir": None}, (Range(1, 2), None), id="without reserve none"),
        pytest.param({"pattern": Pattern.CALF}, (Range(1, 3), 4), id="calves keep their sets"),
    ],
)
def test_a_lift_beside_a_long_run_leaves_as_much_as_a_light_one(
    changes: dict[str, Any], dose: tuple[Range, int | None]
):
    line = lift(**changes)
    fresh = fresh_line(line)
    assert (fresh.sets_range, fresh.rir) == dose
    assert (fresh.light, fresh.sets, fresh.at) == (False, line.sets, line.at)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(light("squat", Pattern.SQUAT), id="what is light"),
        pytest.param(lift(load=Load.LOW), id="what is easy on the legs"),
        pytest.param(lift(pattern=Pattern.ABDUCTION), id="what is no lift"),
        pytest.param(
            lift(pattern=Pattern.CALF, first_line=(Niggle.ACHILLES,)), id="a sore tendon's work"
        ),
        pytest.param(lift(sets_range=Range(1, 2), rir=4), id="what leaves as much already"),
    ],
)
def test_all_else_stays_as_it_is_beside_a_long_run(line: Line):
    assert fresh_line(line) is line


@pytest.mark.parametrize(
    ("line", "dose"),
    [
        pytest.param(lift(sets=4, sets_range=Range(3, 4)), (2, 4), id="a lift, whatever it had"),
        pytest.param(
            lift(sets=3, sets_range=Range(3, 3), rir=5), (2, 5), id="one that leaves enough already"
        ),
        pytest.param(lift(sets=1), (1, 4), id="no more sets than it had"),
        pytest.param(lift(sets=3, pattern=Pattern.CALF), (3, 4), id="calves keep their sets"),
        pytest.param(lift(sets=3, pattern=Pattern.PULL), (3, 3), id="what is no lift stays"),
    ],
)
def test_beside_a_run_of_one_week_alone_a_lift_has_two_sets_and_four_in_reserve(
    line: Line, dose: tuple[int, int]
):
    eased = spared_line(line)
    assert (eased.sets, eased.rir) == dose
