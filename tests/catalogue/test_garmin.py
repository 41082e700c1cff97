"""Garmin's names: the list that befit ships is fit-tool's."""

from __future__ import annotations

from garmin import names

from befit_cli.catalogue.garmin import garmin_names, wrong_garmin
from befit_cli.catalogue.load import load_catalogue
from befit_cli.views.fit import _EXERCISES


def test_the_list_is_the_one_of_fit_tool() -> None:
    """Where it is not, `python .ci/garmin.py` writes it anew."""
    assert sorted(garmin_names()) == sorted(names())


def test_what_the_list_has_becomes_a_workout() -> None:
    assert garmin_names() == set(_EXERCISES)


def test_every_name_of_befit_s_own_exercises_is_in_it() -> None:
    forms = [form for exercise in load_catalogue().exercises for form in exercise.ladder]
    assert [form.garmin for form in forms if form.garmin and wrong_garmin(form.garmin)] == []
