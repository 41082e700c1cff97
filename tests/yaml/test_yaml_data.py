"""The quick reader of YAML: the same data as the careful one, or none where that has a fault to
tell.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_catalogue import BUNDLED, GOOD
from strategies import times

from befit_cli.yaml.data import MOST_DEPTH, Odd, data_of, line_of, text_of
from befit_cli.yaml.nodes import compose


def nested(lists: int) -> str:
    return "[" * lists + "]" * lists


@pytest.mark.parametrize(
    ("text", "data"),
    [
        pytest.param("", None, id="nothing"),
        pytest.param("# a comment", None, id="a comment alone"),
        pytest.param("--- a\n...\n", "a", id="a document with marks"),
        pytest.param("\ufeffa", "a", id="a byte order mark"),
        pytest.param(
            "a: [b, {c: d}]\ne:\n- f", {"a": ["b", {"c": "d"}], "e": ["f"]}, id="lists and mappings"
        ),
        pytest.param("1: a", {"1": "a"}, id="a key is a word whatever it looks like"),
        pytest.param(
            "[no, on, 1:30, 0x1F, 1_000, .inf]",
            ["no", "on", "1:30", "0x1F", "1_000", ".inf"],
            id="words in YAML 1.2 alone",
        ),
        pytest.param("[7, -1, +1, 010]", [7, -1, 1, 10], id="whole numbers"),
        pytest.param("[1.5, .5, 1e3, 9999999999999999999]", [1.5, 0.5, 1000.0, 1e19], id="numbers"),
        pytest.param("[true, false, null, ~, '']", [True, False, None, None, ""], id="constants"),
        pytest.param("['7', \"true\", '~']", ["7", "true", "~"], id="quoted words"),
        pytest.param(
            nested(MOST_DEPTH + 1), json.loads(nested(MOST_DEPTH + 1)), id="as deep as may be"
        ),
    ],
)
def test_a_text_without_a_fault_is_read(text: str, data: Any) -> None:
    assert repr(data_of(text)) == repr(data_of(text.encode())) == repr(data)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a: *b", id="an alias"),
        pytest.param("*b : a", id="an alias for a key"),
        pytest.param("a: &b c", id="an anchor"),
        pytest.param("&b a: c", id="an anchor on a key"),
        pytest.param("&b [a]", id="an anchor on a list"),
        pytest.param("a: !!str 1", id="a tag"),
        pytest.param("!!str a: 1", id="a tag on a key"),
        pytest.param("!!map {a: 1}", id="a tag on a mapping"),
        pytest.param("a: 1\na: 1", id="a key twice"),
        pytest.param("? [a]\n: b", id="a list for a key"),
        pytest.param("a\n---\nb", id="a second document"),
        pytest.param("a: [b", id="no YAML"),
        pytest.param("a: \x07", id="a control character"),
        pytest.param("a: \ud800", id="half a character"),
        pytest.param(b"a: \xe9", id="no UTF-8"),
        pytest.param(nested(MOST_DEPTH + 2), id="too deep"),
        pytest.param("[" * 100_000, id="deep enough to crash"),
    ],
)
def test_a_text_with_a_fault_is_given_up(text: str | bytes) -> None:
    with pytest.raises(Odd):
        data_of(text)


def test_befits_own_file_is_read() -> None:
    root, _ = compose(BUNDLED)
    assert root is not None
    assert data_of(BUNDLED) == root.data


SIGNS = [
    *"&*!|>%@`'\"{}[],:#?-~\t\n\0\x85\ufeff\u2028\ud800",
    "&a ",
    "*a",
    "!!str ",
    "? ",
    "- ",
    ": ",
    "<<: ",
    "\n---\n",
    "\n...\n",
]
WORDS = [
    "no",
    "true",
    "null",
    "1:30",
    "010",
    "+1",
    ".5",
    "1e3",
    "0x1F",
    "9" * 20,
    "name",
    "name: a, name: b",
    "[" * 25,
    "{a: " * 25,
]
texts = st.lists(
    st.sampled_from([*SIGNS, *WORDS, "a", " ", "\n  ", "%YAML 1.1\n"]), max_size=12
).map("".join)


@st.composite
def changed_texts(draw: st.DrawFn) -> str:
    """A catalogue with something put in, or a stretch of it taken out or said twice, at a drawn
    place.
    """
    place = draw(st.integers(0, len(GOOD)))
    end = draw(st.integers(place, min(place + 40, len(GOOD))))
    return GOOD[:place] + draw(st.sampled_from(["", GOOD[place:end] * 2]) | texts) + GOOD[end:]


@given(text=texts | changed_texts() | st.text(max_size=30) | st.binary(max_size=30))
@times(3)
def test_the_data_is_that_of_the_nodes_or_given_up_where_these_have_a_fault(
    text: str | bytes,
) -> None:
    root, found = compose(text)
    try:
        data = data_of(text)
    except Odd:
        assert found
    else:
        assert not found
        assert root is not None
        assert repr(data) == repr(root.data)


@pytest.mark.parametrize(
    "word", ["08", "1e3", "7", "010", "1_000", "no", "1:30", "null", "~", "true", "", ".5", "+1"]
)
def test_a_word_comes_back_as_a_word(word: str) -> None:
    assert data_of(text_of([word])) == [word]


@given(text=st.text(st.characters(codec="utf-8")))
def test_a_line_is_one_line_and_is_read_back(text: str) -> None:
    line = line_of({"a": text, "b": [text]})
    assert line.splitlines() == [line]
    assert data_of(line) == {"a": text, "b": [text]}


@given(text=st.text(st.sampled_from("0189eE+-._:oxnulyt~ ") | st.characters(codec="ascii")))
def test_what_is_written_is_read_back(text: str) -> None:
    assert data_of(text_of({"a": [text, 7, 1.5, None, True]})) == {"a": [text, 7, 1.5, None, True]}


def test_what_stands_in_two_places_is_written_in_both() -> None:
    day = date(2026, 11, 27)
    assert line_of({"from": day, "to": day}) == "{from: 2026-11-27, to: 2026-11-27}"
