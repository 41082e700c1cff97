"""The weights of a profile: what they mean, their faults, and in what units."""

from datetime import date
from pathlib import Path

import pytest

from befit_cli.errors import FileFaults
from befit_cli.runner.profile import load_profile
from befit_cli.runner.profile_change import Line, changed
from befit_cli.runner.request import read_request
from befit_cli.runner.weights import EXAMPLE
from befit_cli.runner.written_profile import profile_text
from befit_cli.values import Athlete, Kit, Owned, Units

EXERCISES = Path(__file__).parents[2] / "exercises.yaml"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "profile.yaml"


def owned(path: Path, weights: str, units: str = "") -> dict[Kit, tuple[float, ...]]:
    """What a runner with those weights in their profile owns, in kilograms."""
    path.write_text(f"{units}weights: {weights}\n")
    return {kit: each.kg for kit, each in read_request({}, EXERCISES, path).weights.owned.items()}


@pytest.mark.parametrize(
    ("weights", "kit", "wanted"),
    [
        pytest.param("{dumbbell: 4-8 by 2}", Kit.DUMBBELL, (4, 6, 8), id="a range"),
        pytest.param("{dumbbell: 4-9 by 2}", Kit.DUMBBELL, (4, 6, 8), id="that ends between"),
        pytest.param("{dumbbell: '2,5-5 by 1,25'}", Kit.DUMBBELL, (2.5, 3.75, 5), id="commas"),
        pytest.param("{dumbbells: 6 kg}", Kit.DUMBBELL, (6,), id="one, and the plural"),
        pytest.param("{mancuernas: 4 a 8 de 2 en 2}", Kit.DUMBBELL, (4, 6, 8), id="in Spanish"),
        pytest.param(
            "{pesas rusas: 8-12 cada 4 kilos}", Kit.KETTLEBELL, (8, 12), id="each so many"
        ),
        pytest.param("{barra: {barra: 20, discos: [5]}}", Kit.BARBELL, (20, 30), id="discs"),
        pytest.param("{kettlebell: [16, 8, 12, 8]}", Kit.KETTLEBELL, (8, 12, 16), id="a list"),
        pytest.param('{kettlebell: "8, 12"}', Kit.KETTLEBELL, (8, 12), id="a list in words"),
        pytest.param("{machine: [5-15 by 5, 22.5]}", Kit.MACHINE, (5, 10, 15, 22.5), id="both"),
        pytest.param("{backpack: 0-2 by 1}", Kit.BACKPACK, (1, 2), id="an empty one is none"),
        pytest.param("{barbell: {bar: 20}}", Kit.BARBELL, (20,), id="a bar alone"),
        pytest.param(
            "{barbell: {bar: 20, plates: [5, 2.5]}}",
            Kit.BARBELL,
            (20, 25, 30, 35),
            id="a pair of each plate",
        ),
        pytest.param(
            "{barbell: {bar: 15, plates: [5, 5]}}", Kit.BARBELL, (15, 25, 35), id="two pairs"
        ),
    ],
)
def test_what_is_owned(path: Path, weights: str, kit: Kit, wanted: tuple[float, ...]) -> None:
    assert owned(path, weights) == {kit: wanted}


def test_weights_are_in_the_units_of_the_profile(path: Path) -> None:
    assert owned(path, "{dumbbell: [10, 40]}", "units: lb\n") == {Kit.DUMBBELL: (4.54, 18.14)}


def test_an_option_changes_how_they_are_said_and_not_what_they_weigh(path: Path) -> None:
    path.write_text("weights: {dumbbell: 10}\n")
    request = read_request({"units": "lb"}, EXERCISES, path)
    assert request.athlete.units is Units.LB
    assert request.weights.owned[Kit.DUMBBELL] == Owned(kg=(10.0,))


def test_without_them_the_units_choose_the_steps(path: Path) -> None:
    path.write_text("units: pounds\n")
    assert read_request({}, EXERCISES, path).weights.of((Kit.DUMBBELL,)) == Owned(step=2.27)


def test_the_example_in_a_new_profile_means_something(path: Path) -> None:
    text = profile_text(Athlete(), date(2026, 11, 23))
    assert f"# weights: {EXAMPLE}\n" in text
    assert len(owned(path, EXAMPLE)) == 4


@pytest.mark.parametrize(
    ("weights", "fault"),
    [
        pytest.param("20", "1:10: 20 says no weights; write weights: {dumbbell", id="no mapping"),
        pytest.param("{banana: 5}", "1:11: ", id="no implement"),
        pytest.param("{band: 5}", "1:11: ", id="nothing with a weight"),
        pytest.param(
            "{dumbbell: 5, dumbbells: 6}", "1:24: dumbbells is dumbbell: say its", id="twice"
        ),
        pytest.param("{dumbbell: many}", "1:21: 'many' is no weight; write a range", id="a word"),
        pytest.param("{dumbbell: 8-4 by 2}", "1:21: ", id="falling"),
        pytest.param("{dumbbell: 4-8 by 0}", "1:21: ", id="no step"),
        pytest.param("{dumbbell: 1001}", "1:21: ", id="too heavy"),
        pytest.param("{dumbbell: -4}", "1:21: ", id="below nothing"),
        pytest.param("{dumbbell: []}", "1:21: ", id="none"),
        pytest.param("{dumbbell: [[4]]}", "1:21: ", id="a list in a list"),
        pytest.param("{barbell: {plates: [5]}}", "1:20: ", id="no bar"),
        pytest.param("{barbell: {bar: 20, plate: 5}}", "1:20: ", id="another key"),
        pytest.param("{barbell: {bar: 20, plates: [5-9 by 1]}}", "1:20: ", id="plates in a range"),
    ],
)
def test_a_fault_has_its_place(path: Path, weights: str, fault: str) -> None:
    path.write_text(f"weights: {weights}\n")
    with pytest.raises(FileFaults) as raised:
        load_profile(path, EXERCISES)
    (only,) = raised.value.faults
    assert only.startswith(f"{path}:{fault}")


def test_another_line_that_changes_leaves_them(path: Path) -> None:
    before = f"race: half\nweights: {EXAMPLE}  # in the garage\n"
    after = changed(before, [Line("race", "10k", "")])
    assert after == before.replace("half", "10k")
