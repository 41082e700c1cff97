"""How befit says a sentence in the language that is spoken."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest

from befit_cli import language
from befit_cli.errors import BefitError
from befit_cli.files import read
from befit_cli.language import (
    Language,
    _,
    capital,
    decimal,
    either,
    every,
    message,
    plural,
    small,
    speaking,
    spoken,
)
from befit_cli.values import Day, phrase

OF_A_FILE = "There is no file {path}."


class Spanish:
    """A translator's file of a few sentences."""

    def gettext(self, text: str) -> str:
        known = {OF_A_FILE: "No existe el archivo {path}.", "": "the heading of the file"}
        return known.get(text, text)

    def pgettext(self, sense: str, text: str) -> str:
        return {("run", "race"): "competición"}.get((sense, text), text)

    def ngettext(self, one: str, many: str, number: int) -> str:
        return "{n} semana" if number == 1 else "{n} semanas"


@pytest.fixture
def spanish(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(language, "_translations", lambda _: Spanish())
    with speaking(Language.ES):
        yield


def test_befit_speaks_english_where_nobody_says_another() -> None:
    assert spoken() is Language.EN


def test_what_is_said_within_is_in_the_language_and_what_comes_after_is_not(
    spanish: None,
) -> None:
    with speaking(Language.EN):
        assert _(OF_A_FILE, path="a.md") == "There is no file a.md."
    assert _(OF_A_FILE, path="a.md") == "No existe el archivo a.md."


def test_an_error_ends_what_is_spoken_within() -> None:
    with pytest.raises(ValueError, match="x"), speaking(Language.ES):
        raise ValueError("x")
    assert spoken() is Language.EN


def test_what_is_marked_is_said_in_the_language_of_its_moment(spanish: None) -> None:
    with speaking(Language.EN):
        row = message(OF_A_FILE)
    assert _(row, path="a.md") == "No existe el archivo a.md."


def test_a_phrase_is_said_in_the_language_of_its_moment(spanish: None) -> None:
    with speaking(Language.EN):
        words = phrase(OF_A_FILE, path="a.md")
    assert str(words) == "No existe el archivo a.md."


@pytest.mark.parametrize("say", [_, lambda text, sense: str(phrase(text, sense=sense))])
def test_a_sense_tells_two_words_apart(say: Callable[..., str], spanish: None) -> None:
    assert (say("race", sense="run"), say("race", sense="")) == ("competición", "race")


@pytest.mark.parametrize(
    ("spoken_language", "number", "text"),
    [
        pytest.param(Language.EN, 1, "1 week", id="one in English"),
        pytest.param(Language.EN, 0, "0 weeks", id="none in English"),
        pytest.param(Language.ES, 1, "1 semana", id="one in Spanish"),
        pytest.param(Language.ES, 3, "3 semanas", id="several in Spanish"),
    ],
)
def test_what_is_counted_has_a_form_for_one(
    spoken_language: Language, number: int, text: str, spanish: None
) -> None:
    with speaking(spoken_language):
        assert plural(number, "{n} week", "{n} weeks") == text


def test_braces_in_a_fact_are_text(spanish: None) -> None:
    assert _(OF_A_FILE, path="{x}") == "No existe el archivo {x}."


def test_without_facts_braces_are_text() -> None:
    assert _("write it {reps: [8, 8, 7]}") == "write it {reps: [8, 8, 7]}"


def test_an_empty_text_stays_empty(spanish: None) -> None:
    assert _("") == ""


@pytest.mark.parametrize(
    ("spoken_language", "said"),
    [
        pytest.param(Language.EN, ("7.5", "7.5 kg", "3.0"), id="English"),
        pytest.param(Language.ES, ("7,5", "7,5 kg", "3,0"), id="Spanish"),
    ],
)
def test_numbers_have_the_decimal_sign_of_the_language(
    spoken_language: Language, said: tuple[str, ...], spanish: None
) -> None:
    with speaking(spoken_language):
        assert (decimal(7.5), _("{kg} kg", kg=7.5), _("{kg:.1f}", kg=3.0)) == said


@pytest.mark.parametrize(
    ("words", "english", "in_spanish"),
    [
        pytest.param([], ("", ""), ("", ""), id="none"),
        pytest.param(["a"], ("a", "a"), ("a", "a"), id="one"),
        pytest.param(["a", "b"], ("a and b", "a or b"), ("a y b", "a o b"), id="two"),
        pytest.param(["a", "b", "c"], ("a, b and c", "a, b or c"), ("a, b y c", "a, b o c"), id="three"),
        pytest.param(["a", "isquios"], ("a and isquios", "a or isquios"), ("a e isquios", "a o isquios"), id="e before i"),
        pytest.param(["a", "hielo"], ("a and hielo", "a or hielo"), ("a y hielo", "a o hielo"), id="y before hie"),
        pytest.param(["7", "otra"], ("7 and otra", "7 or otra"), ("7 y otra", "7 u otra"), id="u before o"),
    ],
)  # fmt: skip
def test_a_list_ends_as_the_language_ends_it(
    words: list[str], english: tuple[str, str], in_spanish: tuple[str, str]
) -> None:
    assert (every(words), either(words)) == english
    with speaking(Language.ES):
        assert (every(words), either(words)) == in_spanish


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        pytest.param("Ten hops.", "ten hops.", id="a word"),
        pytest.param("A side plank.", "a side plank.", id="a letter"),
        pytest.param("PB under 20.", "PB under 20.", id="not what is all capitals"),
        pytest.param("20 heel raises.", "20 heel raises.", id="a number"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_behind_a_colon_a_text_goes_on_small(text: str, behind: str) -> None:
    assert small(text) == behind


def test_a_day_begins_a_title_with_a_capital() -> None:
    assert Day.WED.title == "Wednesday"
    with speaking(Language.ES):
        assert (Day.WED.title, capital(Day.WED.title)) == ("miércoles", "Miércoles")


def test_an_error_is_told_in_the_language_that_was_spoken(tmp_path) -> None:
    path = tmp_path / "none.md"
    with speaking(Language.ES), pytest.raises(BefitError) as error:
        read(path)
    assert str(error.value) == f"No existe el archivo {path}. Revisa la ruta."


NOTHING_SAID = """
import importlib, pkgutil
from befit_cli import language
def refuse(template, sense):
    raise AssertionError(template)
language._translated = refuse
import befit_cli
for module in pkgutil.walk_packages(befit_cli.__path__, "befit_cli."):
    if module.name not in ("befit_cli.__main__", "befit_cli.views.pdf"):  # one runs, one needs Pango
        importlib.import_module(module.name)
"""


def test_nothing_is_said_while_befit_is_loaded() -> None:
    """It would be in the language that happened to be spoken when somebody first asked for it."""
    subprocess.run([sys.executable, "-c", NOTHING_SAID], check=True)
