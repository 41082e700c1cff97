"""The titles of a running plan, as people see them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from befit_cli.runs.titles import LONGEST_SHOWN, shown

LONG = "General aerobic + speed 8 mi with 10 x 100 m strides on grass or track"


@pytest.mark.parametrize(
    ("title", "seen"),
    [
        pytest.param("Easy 8 km", "Easy 8 km", id="as it is"),
        pytest.param("Lactate threshold {6:10}", "Lactate threshold 10 km", id="kilometres"),
        pytest.param("{4:6} with {1:2} at race pace", "6 km with 2 km at race pace", id="several"),
        pytest.param("Easy {3.5:6}", "Easy 6 km", id="a part of a mile"),
        pytest.param("Easy {3-4:5-6}", "Easy 5-6 km", id="from one to another"),
        pytest.param("Easy {a:b}", "Easy {a:b}", id="braces without distances"),
        pytest.param("15k, 6x1.6k @TMP\n- warmup: 2km", "15k, 6x1.6k @TMP", id="the first line"),
        pytest.param("\n\n Easy\r\nrun", "Easy", id="the first line that says something"),
        pytest.param("Easy\t\u00a08 km", "Easy 8 km", id="one blank for several"),
        pytest.param("\x1b[31mEasy\x07 8 km\u202e", "Easy 8 km", id="control characters"),
        pytest.param("🏃‍♀️ Easy", "🏃‍♀️ Easy", id="an emoji of several signs"),
        pytest.param("", "", id="nothing"),
        pytest.param(
            LONG, "General aerobic + speed 8 mi with 10 x 100 m strides on…", id="cut at a word"
        ),
        pytest.param("x" * 80, "x" * 59 + "…", id="cut within a word that is too long itself"),
        pytest.param("x" * 60, "x" * 60, id="no longer than it may be"),
    ],
)
def test_a_title_is_one_short_line_in_kilometres(title: str, seen: str) -> None:
    assert shown(title) == seen


@given(st.text())
def test_any_title_is_short_and_on_one_line(title: str) -> None:
    seen = shown(title * 20)
    assert len(seen) <= LONGEST_SHOWN
    assert len(seen.splitlines()) <= 1
    assert all(sign.isprintable() or sign == "\u200d" for sign in seen)


@given(st.text())
def test_what_is_shown_is_shown_again_as_it_is(title: str) -> None:
    assert shown(shown(title)) == shown(title)
