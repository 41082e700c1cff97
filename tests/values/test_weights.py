"""What implements may weigh, and kilograms and pounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from befit_cli.values import Kit, Owned, Units, Weights, in_kg, in_units

RACK = Owned(kg=(4.0, 6.0, 8.0, 12.0))
STEPS = Owned(step=2.0)


@pytest.mark.parametrize(
    ("owned", "kg", "lifted", "wanted"),
    [
        pytest.param(RACK, 7.8, 6.0, 6.0, id="between two"),
        pytest.param(RACK, 8.0, 6.0, 8.0, id="just as heavy"),
        pytest.param(RACK, 7.95, 6.0, 8.0, id="as good as that heavy"),
        pytest.param(RACK, 90.0, 6.0, 12.0, id="heavier than all"),
        pytest.param(RACK, 3.0, 6.0, None, id="lighter than all"),
        pytest.param(STEPS, 19.4, 17.5, 17.5, id="a step that is not whole"),
        pytest.param(STEPS, 19.5, 17.5, 19.5, id="a step up from what was lifted"),
        pytest.param(STEPS, 16.0, 17.5, 15.5, id="a step down"),
        pytest.param(STEPS, 1.0, 17.5, None, id="less than a step"),
    ],
)
def test_the_heaviest_up_to_a_weight(
    owned: Owned, kg: float, lifted: float, wanted: float | None
) -> None:
    assert owned.at_most(kg, lifted) == wanted


@pytest.mark.parametrize(
    ("owned", "kg", "wanted"),
    [
        pytest.param(RACK, 6.0, 8.0, id="the next of a rack"),
        pytest.param(RACK, 12.0, None, id="none above the last"),
        pytest.param(STEPS, 17.5, 19.5, id="a step more"),
    ],
)
def test_the_next_weight(owned: Owned, kg: float, wanted: float | None) -> None:
    assert owned.above(kg) == wanted


@pytest.mark.parametrize(
    ("kit", "units", "step"),
    [
        pytest.param((Kit.BENCH, Kit.DUMBBELL), Units.KG, 2.0, id="dumbbell"),
        pytest.param((Kit.BARBELL,), Units.KG, 2.5, id="barbell"),
        pytest.param((Kit.KETTLEBELL,), Units.KG, 4.0, id="kettlebell"),
        pytest.param((Kit.BACKPACK,), Units.KG, 1.0, id="backpack"),
        pytest.param((Kit.MACHINE,), Units.KG, 5.0, id="machine"),
        pytest.param((Kit.DUMBBELL,), Units.LB, 2.27, id="in pounds, five of them"),
    ],
)
def test_without_a_word_usual_steps_count(kit: tuple[Kit, ...], units: Units, step: float) -> None:
    assert Weights(units=units).of(kit) == Owned(step=step)


def test_what_the_runner_says_beats_the_usual_step() -> None:
    assert Weights(owned={Kit.DUMBBELL: RACK}).of((Kit.DUMBBELL,)) is RACK


@pytest.mark.parametrize("kit", [(), (Kit.BAND,), (Kit.BENCH, Kit.STEP)])
def test_what_is_no_implement_weighs_nothing(kit: tuple[Kit, ...]) -> None:
    assert Weights().of(kit) is None


@given(pounds=st.integers(1, 2000).map(lambda halves: halves / 2))
def test_pounds_come_back_as_they_were(pounds: float) -> None:
    assert in_units(in_kg(pounds, Units.LB), Units.LB) == pounds
