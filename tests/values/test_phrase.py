"""A phrase says in the language that is spoken what was measured, and keeps the measures apart from the words."""

from __future__ import annotations

from datetime import date

import pytest

from befit_cli.language import Language, speaking
from befit_cli.values import Day, Level, Load, Phrase, Range, phrase, verbatim


@pytest.mark.parametrize(
    ("said", "text"),
    [
        pytest.param(phrase("no day off"), "no day off", id="words alone"),
        pytest.param(phrase("{sets} sets", sets=12), "12 sets", id="a number"),
        pytest.param(phrase("{sets:g} sets", sets=4.0), "4 sets", id="a number in its format"),
        pytest.param(phrase("{share:.1%} of it", share=0.125), "12.5% of it", id="a share"),
        pytest.param(phrase("{range} min", range=Range(15, 60)), "15-60 min", id="a range"),
        pytest.param(phrase("{day}", day=Day.MON), "Monday", id="a day"),
        pytest.param(phrase("says {load} load", load=Load.LOW), "says low load", id="a word"),
        pytest.param(phrase("on {date}", date=date(2027, 1, 4)), "on 2027-01-04", id="a date"),
        pytest.param(
            phrase("week {week} {where}", week=3, where=phrase("{day}", day=Day.TUE)),
            "week 3 Tuesday",
            id="a phrase in another",
        ),
        pytest.param(verbatim("{a} {{b}}"), "{a} {{b}}", id="braces of another's text"),
    ],
)
def test_a_phrase_is_said_in_english(said: Phrase, text: str) -> None:
    assert str(said) == text
    assert f"{said}" == text


@pytest.mark.parametrize(
    ("said", "text"),
    [
        pytest.param(phrase("no day off"), "ningún día libre", id="words alone"),
        pytest.param(phrase("{sets:g} sets", sets=4.5), "4,5 series", id="a number with a comma"),
        pytest.param(phrase("{day}", day=Day.MON), "lunes", id="a day"),
        pytest.param(phrase("says {load} load", load=Load.LOW), "pone carga baja", id="a word"),
        pytest.param(
            phrase("{form} is {level}", form="Squat", level=Level.BEGINNER),
            "Squat es de nivel principiante",
            id="a word beside a name",
        ),
        pytest.param(
            phrase("week {week} {where}", week=3, where=phrase("{day}", day=Day.TUE)),
            "semana 3, martes",
            id="a phrase in another",
        ),
        pytest.param(verbatim("no day off"), "no day off", id="another's text"),
    ],
)
def test_a_phrase_is_said_in_spanish(said: Phrase, text: str) -> None:
    with speaking(Language.ES):
        assert str(said) == text


def test_two_phrases_are_equal_where_template_and_facts_are() -> None:
    assert phrase("{sets} sets", sets=12) == phrase("{sets} sets", sets=12)
    assert phrase("{sets} sets", sets=12) != phrase("{sets} sets", sets=13)
    assert phrase("{sets} sets", sets=12) != verbatim("12 sets")
