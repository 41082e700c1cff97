"""Words that have an order compare by it, and stay texts in everything else."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations

import messages
import msgspec
import pytest

from befit_cli.evidence.progress import Sign
from befit_cli.values import (
    Day,
    Kit,
    Level,
    Load,
    Movement,
    Need,
    Niggle,
    Phase,
    Race,
    Run,
    Scale,
    spoken_word,
)

SCALES = (Race, Level, Load, Day)
MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize("scale", SCALES)
def test_an_earlier_word_is_less_than_a_later_one(scale: type[Scale]) -> None:
    for lower, higher in combinations(scale, 2):
        assert lower < higher
        assert lower <= higher
        assert higher > lower
        assert higher >= lower
        assert not higher < lower
        assert not higher <= lower
        assert not lower > higher
        assert not lower >= higher


@pytest.mark.parametrize("scale", SCALES)
def test_a_word_is_neither_less_nor_more_than_itself(scale: type[Scale]) -> None:
    for word in scale:
        same = scale(word.value)
        assert word <= same
        assert word >= same
        assert not word < same
        assert not word > same


@pytest.mark.parametrize("scale", SCALES)
def test_words_are_sorted_and_the_highest_is_found_by_their_order(scale: type[Scale]) -> None:
    words = list(scale)
    backwards = words[::-1]
    assert sorted(backwards) == words
    assert (min(words), max(words)) == (words[0], words[-1])


@pytest.mark.parametrize(
    ("words", "in_order"),
    [
        pytest.param(["none", Day.FRI], ["fri", "none"], id="a plain text"),
        pytest.param([Day.WED, "none"], ["none", "wed"], id="a plain text after the word"),
        pytest.param([Load.MEDIUM, Level.ADVANCED], ["advanced", "medium"], id="another scale"),
    ],
)
def test_beside_any_other_text_a_word_is_a_text(words: list[str], in_order: list[str]) -> None:
    assert sorted(words) == in_order
    backwards = words[::-1]
    assert sorted(backwards) == in_order


@pytest.mark.parametrize("scale", SCALES)
def test_a_word_is_still_the_text_that_it_was(scale: type[Scale]) -> None:
    for word in scale:
        assert word == word.value
        assert {word: 1}[word.value] == 1
        assert msgspec.json.encode(word) == f'"{word.value}"'.encode()
        assert msgspec.json.decode(msgspec.json.encode(word), type=scale) is word


@pytest.mark.parametrize("day", Day)
def test_a_date_is_the_day_of_its_place_in_the_week(day: Day) -> None:
    assert Day.of(MONDAY + timedelta(days=day.rank)) is day


SPANISH = messages.translations()
SAID = [*Load, *Level, *Run, *Phase, *Kit, *Need, *Niggle, *Movement, *Sign]
"""The words that stand in a rule's sentences."""


@pytest.mark.parametrize("word", SAID, ids=lambda word: f"{type(word).__name__} {word}")
def test_a_word_of_a_sentence_has_spanish_in_the_sense_of_its_set(word: StrEnum) -> None:
    assert SPANISH.get(word.value, type(word).__name__.casefold())
    assert spoken_word(word) == word.value
