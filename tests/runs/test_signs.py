"""The table of signs: that what a coach adds to it can be found in a title."""

from __future__ import annotations

import re
from unicodedata import normalize

import pytest

from befit_cli.runs.signs import REST_AT_LAST, RESTS, RUNS_AND_WALKS, SIGNS, Sign
from befit_cli.runs.titles import SHAPES

ALL = [*RESTS, RUNS_AND_WALKS, *SIGNS, REST_AT_LAST]


@pytest.mark.parametrize("sign", ALL, ids=lambda sign: f"{sign.kind} by {sign.words[:20]}")
def test_words_stand_in_small_letters_without_accents(sign: Sign) -> None:
    words = sign.words + sign.unless
    assert words == normalize("NFKD", words.casefold())
    assert "-" not in words
    assert "" not in [word.strip() for word in sign.words.split(",")]


@pytest.mark.parametrize("sign", ALL, ids=lambda sign: f"{sign.kind} by {sign.words[:20]}")
def test_every_number_in_a_sign_has_a_shape(sign: Sign) -> None:
    assert set(re.findall("<[^>]*>", sign.words + sign.unless)) <= set(SHAPES)


@pytest.mark.parametrize("sign", ALL, ids=lambda sign: f"{sign.kind} by {sign.words[:20]}")
def test_every_word_of_a_sign_is_found(sign: Sign) -> None:
    for words in sign.words.split(","):
        if "<" not in words:
            assert sign._replace(unless="").find(words.strip()), words


@pytest.mark.parametrize(
    ("words", "letters", "found"),
    [
        pytest.param("hill repeat", "hill repeats", True, id="a plural"),
        pytest.param("recovery", "recoveries", True, id="a plural in -ies"),
        pytest.param("speed work", "speedwork", True, id="two words written as one"),
        pytest.param("race", "trace", False, id="a part of a word"),
        pytest.param("race", "racer", False, id="a word begun"),
        pytest.param("<count> hill", "8 hills", True, id="a count"),
        pytest.param("<count> hill", "1.8 hills", False, id="a part of a number"),
        pytest.param("<distance> i", "5 mi", False, id="a letter of a unit"),
        pytest.param("<distance> i", "5 km i", True, id="a letter behind a unit"),
    ],
)
def test_a_sign_is_found_as_whole_words(words: str, letters: str, found: bool) -> None:
    assert bool(Sign(RESTS[0].kind, words).find(letters)) == found
