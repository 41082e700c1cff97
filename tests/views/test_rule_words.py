"""What a niggle changes about a form, in words."""

from __future__ import annotations

from typing import Any

import pytest
from strategies import CATALOGUE

from befit_cli.values import Range
from befit_cli.values.catalogue import Act, NiggleRule
from befit_cli.views.exercise_words import rule_words


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        pytest.param({}, "", id="nothing that is said"),
        pytest.param({"note": "Short holds."}, "Short holds.", id="a note"),
        pytest.param({"sets": Range(1, 1)}, "Do 1 set.", id="one set"),
        pytest.param({"sets": Range(2, 3)}, "Do 2-3 sets.", id="sets"),
        pytest.param(
            {"reps": Range(5, 6), "seconds_per_rep": 10.0},
            "Do 5-6 repetitions, 10 s each.",
            id="slow repetitions",
        ),
        pytest.param({"hold": Range(10, 15)}, "Do 10-15-s holds.", id="a hold"),
    ],
)
def test_a_niggle_says_what_it_changes(rule: dict[str, Any], words: str) -> None:
    assert rule_words(NiggleRule(act=Act.MODIFY, **rule), CATALOGUE) == words


def test_it_names_what_to_do_instead() -> None:
    instead = NiggleRule(act=Act.AVOID, swap=("clamshells",))
    assert CATALOGUE.by_id["clamshells"].name in rule_words(instead, CATALOGUE)
