"""The cells of a table of exercises, as people write them."""

from __future__ import annotations

from time import process_time

import pytest
from strategies import CATALOGUE

from befit_cli.saved import cells
from befit_cli.saved.cells import Effort, Work
from befit_cli.values import Athlete, Niggle


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("75 s", 75),
        ("75 secs", 75),
        ("75 seconds", 75),
        ("2 min", 120),
        ("2 mins", 120),
        ("2 minutes", 120),
        ("1.5 min", 90),
        ("1,5 min", 90),
        ("1:15", 75),
        ("1:15 min", 75),
        ("0:45 ✓", 45),
        ("none", 0),
        ("–", 0),
    ],
)
def test_a_rest(text: str, seconds: int) -> None:
    assert cells.rest(text) == seconds


@pytest.mark.parametrize("text", ["", "75", "1.7 min", "1:75", "2 hours", "1:15 s", "[[]]"])
def test_what_is_no_rest(text: str) -> None:
    with pytest.raises(ValueError, match="a rest such as 75 s, 2 min or none"):
        cells.rest(text)


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("2 × 10", Work(2, 10, None)),
        ("2x10", Work(2, 10, None)),
        ("2 sets of 10", Work(2, 10, None)),
        ("1 set of 10 reps", Work(1, 10, None)),
        ("2 sets × 20 s", Work(2, None, 20)),
        ("2 sets of 20 seconds each side ✔", Work(2, None, 20)),
        ("2 × 10 [x]", Work(2, 10, None)),
    ],
)
def test_a_dose(text: str, work: Work) -> None:
    assert cells.dose(text) == work


@pytest.mark.parametrize(
    ("text", "effort"),
    [
        ("stop with 3 left", Effort(3)),
        ("RIR 3", Effort(3)),
        ("RIR3", Effort(3)),
        ("3 RIR", Effort(3)),
        ("stop if form slips", Effort(None)),
    ],
)
def test_an_effort(text: str, effort: Effort) -> None:
    assert cells.effort(text) == effort


@pytest.mark.parametrize(
    ("niggles", "seconds_per_rep"),
    [
        pytest.param((), None, id="held"),
        pytest.param((Niggle.LOW_BACK,), 10, id="in short holds for a sore back"),
        pytest.param((Niggle.LOW_BACK, Niggle.ACHILLES), 10, id="whatever else is sore"),
    ],
)
def test_how_long_a_repetition_takes_is_what_the_catalogue_says_for_a_niggle(
    niggles: tuple[Niggle, ...], seconds_per_rep: float | None
) -> None:
    planks = CATALOGUE.by_id["planks"]
    form = planks.ladder[planks.base]
    assert cells.known(planks, form, Athlete(niggles=niggles))["seconds_per_rep"] == seconds_per_rep


@pytest.mark.parametrize("text", [f"3 × 8{' ' * 9_990}x", "3 × 8, " * 1_400, "9" * 10_000])
def test_the_longest_cell_is_read_at_once(text: str) -> None:
    began = process_time()
    with pytest.raises(ValueError, match="is not a dose"):
        cells.dose_and_effort(text)
    assert process_time() - began < 0.1  # of two hundred such cells, which make a plan file


@pytest.mark.parametrize("text", ["3 × 8,  3  left", "3   × 8 3 left ✓", "3 × 8\t(3 left)  [x]"])
def test_spaces_in_a_cell_say_nothing(text: str) -> None:
    assert cells.dose_and_effort(text) == (Work(3, 8, None), Effort(3))
