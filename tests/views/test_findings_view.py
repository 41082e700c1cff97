"""What check found, on a terminal."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from syrupy.assertion import SnapshotAssertion

from befit_cli.values import Finding, verbatim
from befit_cli.views import findings


def finding(rule: str, must: bool, where: str, found: str, allowed: str, text: str) -> Finding:
    places = {"where": verbatim(where), "found": verbatim(found), "allowed": verbatim(allowed)}
    return Finding(rule=rule, must=must, text=verbatim(text), **places)


MUSCLE = "The weekly sets of a leg muscle are outside what is known to work."
LATE = "The session takes longer than the time you have: take out a set or an exercise."
FOUND = (
    finding("R04", False, "quadriceps", "15 sets", "4-12", MUSCLE),
    finding("R45", True, "Wednesday", "34 min", "at most 30 min", LATE),
    finding("R04", False, "glutes", "18 sets", "4-12", MUSCLE),
    finding(
        "R61",
        True,
        "",
        "left out",
        "Pain 0-3 of 10: go on. 4-5: do less.",
        "A plan says which pain is fine: put the sentence back.",
    ),
    finding("R45", True, "Friday", "33 min", "at most 30 min", LATE),
    finding(
        "R59",
        True,
        "Friday, Squats",
        "no note for the niggle itb",
        "",
        "Some exercises are better left out.",
    ),
)


def printed(
    found: tuple[Finding, ...],
    width: int,
    encoding: str = "utf-8",
    name: str = "plan.md",
    **console: Any,
) -> str:
    """What comes out; a character that the encoding lacks is an error."""
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    options = {"color_system": None, "force_terminal": False, "_environ": {}} | console
    findings.show(found, name, Console(file=out, width=width, **options))
    out.seek(0)
    return out.read()


@pytest.mark.parametrize("width", [80, 40, 20])
def test_as_it_prints(width: int, snapshot: SnapshotAssertion) -> None:
    assert printed(FOUND, width) == snapshot


def test_what_must_be_put_right_comes_first_and_each_rule_once_with_all_its_places() -> None:
    text = printed(FOUND, 100)
    assert re.findall(r"^  (R\w+)", text, re.MULTILINE) == ["R45", "R61", "R59", "R04"]
    assert (
        text.index("Breaks a rule that must hold")
        < text.index("R45")
        < text.index("Could be better")
        < text.index("R04")
    )
    assert text.count(LATE) == text.count(MUSCLE) == 1
    assert re.search(
        r"- +Wednesday: 34 min, expected at most 30 min *\n +- +Friday: 33 min, expected at most "
        r"30 min *\n",
        text,
    )
    assert re.search(r"- +Left out, expected Pain 0-3 of 10: go on\. 4-5: do less\. *\n", text)
    assert re.search(r"- +Friday, Squats: no note for the niggle itb *\n", text)


def test_what_is_to_be_done_of_one_rule_in_two_ways_stands_with_its_own_places() -> None:
    few = finding("R08", False, "week 5", "4 calf sets", "6 or more", "Two sets more.")
    light = finding("R08", False, "week 6", "no weight", "one a week", "Some with weight.")
    later = finding("R08", False, "week 7", "4 calf sets", "6 or more", "Two sets more.")
    lines = [line.split() for line in printed((few, light, later), 80).splitlines()]
    assert [line[1:3] for line in lines if line[:1] in (["R08"], ["-"])] == [
        ["Two", "sets"],
        ["Week", "5:"],
        ["Week", "7:"],
        ["Some", "with"],
        ["Week", "6:"],
    ]


@pytest.mark.parametrize(
    ("found", "summary"),
    [
        pytest.param((), "plan.md: every rule is kept.", id="nothing"),
        pytest.param(
            FOUND[1:2],
            "plan.md: 1 to put right. befit rules R45 says what a rule rests on.",
            id="errors alone",
        ),
        pytest.param(
            FOUND[:1],
            "plan.md: 1 that could be better. befit rules R04 says what a rule rests on.",
            id="warnings alone",
        ),
        pytest.param(
            FOUND,
            "plan.md: 4 to put right, 2 that could be better. befit rules R45 says what a rule "
            "rests on.",
            id="both",
        ),
    ],
)
def test_the_last_line_counts_what_there_is(found: tuple[Finding, ...], summary: str) -> None:
    assert printed(found, 100).splitlines()[-1] == summary


def test_a_heading_stands_only_over_something() -> None:
    assert "Could be better" not in printed(FOUND[1:2], 80)
    assert "Breaks" not in printed(FOUND[:1], 80)


@given(
    width=st.integers(20, 140),
    text=st.text(max_size=60),
    encoding=st.sampled_from(["utf-8", "ascii"]),
)
def test_any_text_fits_and_sends_no_control_characters(
    width: int, text: str, encoding: str
) -> None:
    shown = printed(
        (*FOUND, finding("R07", True, text, text, text, text)), width, encoding, name=text
    )
    assert max(map(cell_len, shown.split("\n"))) <= min(width, 110)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown)
    assert encoding == "utf-8" or shown.isascii()


@pytest.mark.parametrize("width", [20, 40, 60])
def test_no_word_is_broken(width: int) -> None:
    known = set(re.findall(r"[A-Za-z]+", printed(FOUND, 110)))
    assert set(re.findall(r"[A-Za-z]{2,}", printed(FOUND, width))) <= known


def test_colour_changes_no_character_and_suits_light_and_dark() -> None:
    coloured = printed(FOUND, 80, force_terminal=True, color_system="truecolor")
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == printed(FOUND, 80)
    assert set(re.findall(r"\x1b\[([\d;]*)m", coloured)) == {"0", "1", "1;31"}


def test_markup_is_shown_as_it_was_written() -> None:
    assert "[red]a[/red]" in printed(
        (finding("R07", True, "[red]a[/red]", "twice", "once", "Swap."),), 80
    )
