"""The names that apps have for exercises are found where they mean one of befit's, and no other."""

from __future__ import annotations

import pytest
from strategies import CATALOGUE, IN_SPANISH

from befit_cli.log.app_names import Match, form_lifted, is_cardio, listed_names, match


@pytest.mark.parametrize(
    ("name", "id_", "form"),
    [
        pytest.param("Squat (Barbell)", "squats", "Barbell squat", id="equipment behind"),
        pytest.param("Barbell Squat", "squats", "Barbell squat", id="equipment before"),
        pytest.param("Squat (Dumbbell)", "squats", "", id="which form, nobody knows"),
        pytest.param(
            "Romanian Deadlift (Dumbbell)", "romanian-deadlifts", "Romanian deadlift", id="rdl"
        ),
        pytest.param("Romanian Deadlift", "romanian-deadlifts", "", id="with what, nobody knows"),
        pytest.param(
            "Single Leg Romanian Deadlift (Dumbbell)",
            "single-leg-deadlifts",
            "Weighted single-leg deadlift",
            id="on one leg",
        ),
        pytest.param(
            "Bulgarian Split Squat",
            "bulgarian-split-squats",
            "Bulgarian split squat",
            id="without equipment",
        ),
        pytest.param(
            "Standing Calf Raise (Machine)", "calf-raises", "", id="a machine for two legs"
        ),
        pytest.param("Seated Calf Raise", "heel-raises", "", id="seated"),
        pytest.param(
            "Lying Leg Curl (Machine)", "glute-bridges", "Leg curl on a machine", id="curl"
        ),
        pytest.param("Nordic Hamstrings Curl", "glute-bridges", "Nordic lowering", id="Nordic"),
        pytest.param("Hip Thrust (Barbell)", "hip-thrusts", "Barbell hip thrust", id="thrust"),
        pytest.param("Step-Ups", "step-ups", "Step-up", id="hyphens and plurals"),
        pytest.param("Push Up", "planks", "Push-up", id="a form of another exercise"),
        pytest.param("Bent Over Row (Dumbbell)", "pull-ups", "", id="row"),
        pytest.param("Fire Hydrants", "fire-hydrants", "Fire hydrant", id="befit's own name"),
        pytest.param(
            "Towel-slide curl", "glute-bridges", "Towel-slide curl", id="a form's own name"
        ),
        pytest.param("Clams", "clamshells", "", id="an alias"),
    ],
)
def test_a_name_is_an_exercise_and_its_form(name: str, id_: str, form: str) -> None:
    assert match(name, CATALOGUE, {}) == Match(id_, form)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Crunch", id="a part of a name"),
        pytest.param("Hip Abduction (Machine)", id="an alias with equipment that no form has"),
        pytest.param("Squat (Smith Machine)", id="a bar on rails"),
        pytest.param("Deadlift (Trap bar)", id="another bar"),
        pytest.param("Glute Bridge (Barbell)", id="a barbell that another form has"),
        pytest.param("Pull Up (Assisted)", id="help in kilograms"),
        pytest.param("Front Squat", id="a word more"),
        pytest.param("Press", id="a word less"),
        pytest.param("לחיצת חזה", id="another script"),
        pytest.param("()", id="no word"),
    ],
)
def test_a_name_that_may_mean_something_else_is_asked_about(name: str) -> None:
    assert match(name, CATALOGUE, {}) is None


@pytest.mark.parametrize(
    "name",
    ["Bench Press (Barbell)", "Bicep Curl (Dumbbell)", "Triceps Dip", "Lateral Raise (Cable)"],
)
def test_what_is_for_the_arms_alone_is_not_asked_about(name: str) -> None:
    assert match(name, CATALOGUE, {}) == Match("none")


@pytest.mark.parametrize(
    ("known", "found"),
    [
        pytest.param({"hack squat": "squats"}, Match("squats"), id="an exercise"),
        pytest.param({"Hack Squat": "none"}, Match("none"), id="none"),
        pytest.param({"Hack Squat": "unheard-of"}, None, id="one that is no more"),
    ],
)
def test_what_the_runner_said_of_a_name_counts(known: dict[str, str], found: Match | None) -> None:
    assert match("Hack Squat", CATALOGUE, known) == found


def test_what_the_runner_said_beats_what_befit_knows() -> None:
    assert match("Squat (Barbell)", CATALOGUE, {"Squat (Barbell)": "none"}) == Match("none")


@pytest.mark.parametrize(
    ("name", "form"),
    [
        pytest.param("Pull Up", "Weighted pull-up", id="the weighted one"),
        pytest.param("Goblet Squat", "Goblet squat", id="weighted by itself"),
        pytest.param("Plank", "", id="none has weight"),
        pytest.param("Romanian Deadlift", "", id="none was said"),
    ],
)
def test_a_weight_says_more_of_the_form(name: str, form: str) -> None:
    found = match(name, CATALOGUE, {})
    assert found is not None
    assert form_lifted(found, CATALOGUE) == form


@pytest.mark.parametrize(
    ("name", "found", "lifted"),
    [
        pytest.param(
            "Squat (Barbell)",
            Match("squats", "Sentadilla con barra"),
            "Sentadilla con barra",
            id="a listed name",
        ),
        pytest.param(
            "Pull Up", Match("pull-ups", "Dominada"), "Dominada con peso", id="with a weight"
        ),
        pytest.param(
            "Fire Hydrants", Match("fire-hydrants", "Hidrante"), "", id="befit's English name"
        ),
        pytest.param(
            "Sentadilla búlgara",
            Match("bulgarian-split-squats", "Sentadilla búlgara"),
            "Sentadilla búlgara con peso",
            id="befit's Spanish name",
        ),
    ],
)
def test_in_spanish_it_is_the_form_by_its_spanish_name(
    name: str, found: Match, lifted: str
) -> None:
    assert match(name, IN_SPANISH, {}) == found
    assert form_lifted(found, IN_SPANISH) == lifted


def test_what_the_runner_said_has_its_spanish_form() -> None:
    known = {"Squat (Barbell)": "squats"}
    assert match("Squat (Barbell)", IN_SPANISH, known) == Match("squats", "Sentadilla con barra")


@pytest.mark.parametrize(
    ("name", "cardio"),
    [
        pytest.param("Running", True, id="running"),
        pytest.param("Running (Treadmill)", True, id="with its equipment"),
        pytest.param("Rowing Machine", True, id="rowing"),
        pytest.param("Walking Lunge", False, id="an exercise that begins so"),
        pytest.param("Row (Machine)", False, id="a pull"),
    ],
)
def test_runs_and_rides_are_known_by_their_names(name: str, cardio: bool) -> None:
    assert is_cardio(name) is cardio


def test_each_listed_name_means_a_form_that_there_is() -> None:
    for name, found in listed_names():
        forms = {form.name for form in CATALOGUE.by_id[found.id].ladder}
        assert found.form in {"", *forms}, name


def test_no_listed_name_means_two() -> None:
    names = [name for name, _ in listed_names()]
    assert len(names) == len(set(names))
