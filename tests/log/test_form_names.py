"""A log in one language is the same history in another."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import CATALOGUE, IN_SPANISH, times

from befit_cli.log.form_names import with_names_of
from befit_cli.values import Catalogue, History, SessionLog
from befit_cli.values.history import Work

FORMS = [(exercise.id, form.name) for exercise in CATALOGUE.exercises for form in exercise.ladder]


def logged(*forms: tuple[str, str]) -> History:
    """A session in which so many forms were done, each with its exercise's id."""
    did: dict[str, tuple[Work, ...]] = {}
    for id_, name in forms:
        did[id_] = (*did.get(id_, ()), Work(form=name, reps=(8, 7), kg=(16.0,), left=2))
    return History(sessions=(SessionLog(date=date(2027, 1, 4), did=did, note="Hecho."),))


@pytest.mark.parametrize(
    ("catalogue", "name"),
    [
        pytest.param(CATALOGUE, "Goblet squat", id="English"),
        pytest.param(IN_SPANISH, "Sentadilla goblet", id="Spanish"),
    ],
)
@pytest.mark.parametrize("written", ["Goblet squat", "Sentadilla goblet"])
def test_a_form_has_the_name_of_the_catalogue(
    catalogue: Catalogue, name: str, written: str
) -> None:
    assert with_names_of(catalogue, logged(("squats", written))) == logged(("squats", name))


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        pytest.param("squats", "", id="a form that nobody said"),
        pytest.param("squats", "My squat", id="a form that is not there"),
        pytest.param("my-squats", "Goblet squat", id="an exercise that is not there"),
        pytest.param("lunges", "Sentadilla goblet", id="a form of another exercise"),
    ],
)
def test_what_no_form_is_called_stays_as_it_is(id_: str, name: str) -> None:
    assert with_names_of(CATALOGUE, logged((id_, name))) == logged((id_, name))


@given(st.lists(st.sampled_from(FORMS), max_size=8))
@times(1)
def test_to_spanish_and_back_is_the_same_history(forms: list[tuple[str, str]]) -> None:
    history = logged(*forms)
    assert with_names_of(CATALOGUE, with_names_of(IN_SPANISH, history)) == history


def test_a_history_in_the_catalogues_words_is_not_made_anew() -> None:
    history = logged(("squats", "Goblet squat"))
    assert with_names_of(CATALOGUE, history) is history
