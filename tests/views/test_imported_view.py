"""What another app's log says, shown before it is added."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lifting_logs import LATER, imported, sample
from msgspec.structs import replace
from rich.cells import cell_len
from rich.console import Console
from sample_log import SATURDAY
from strategies import CATALOGUE
from syrupy.assertion import SnapshotAssertion

from befit_cli.log.app_names import Match
from befit_cli.log.app_table import Unread
from befit_cli.log.imports import Imported, UnknownName
from befit_cli.values import SessionLog
from befit_cli.views import imported as view

BOTH = Imported(
    source="Strong",
    sessions=(SATURDAY, replace(SATURDAY, date=LATER)),
    names={"Squat (Barbell)": Match("squats", "Barbell squat"), "Plank": Match("planks")},
    unknown=(UnknownName(name="Leg Extension", sets=3, perhaps=""),),
    not_ours=("Hack Squat", "Pec Deck"),
    warm_up_sets=2,
    cardio_rows=1,
    unread=(Unread(where="line 3", why="it has neither repetitions nor seconds"),),
)


def printed(
    what: Imported,
    new: tuple[SessionLog, ...],
    width: int,
    encoding: str = "utf-8",
    **console: Any,
) -> str:
    """What comes out; a character that the encoding lacks is an error."""
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    options = {"color_system": None, "force_terminal": False, "_environ": {}} | console
    view.show(what, new, CATALOGUE, Console(file=out, width=width, **options))
    out.seek(0)
    return out.read()


@pytest.mark.parametrize(
    ("width", "encoding"), [(100, "utf-8"), (80, "utf-8"), (80, "ascii"), (40, "utf-8")]
)
def test_as_it_prints(width: int, encoding: str, snapshot: SnapshotAssertion) -> None:
    assert printed(BOTH, (SATURDAY,), width, encoding) == snapshot


def test_a_file_of_which_all_is_there_says_only_that() -> None:
    known = Imported(source="Hevy", sessions=(SATURDAY,))
    assert printed(known, (), 80).split("\n") == [
        "New from Hevy · 0 sessions",
        "",
        "Left out",
        "  1 session that your log has already",
        "",
        "",
    ]


def test_several_sessions_have_their_first_day_and_their_last() -> None:
    first = printed(BOTH, BOTH.sessions, 100).splitlines()[0]
    assert first == "New from Strong · 2 sessions · Sat 28 Nov 2026 to Thu 31 Dec 2026 · 8 sets"


def test_of_many_lines_that_were_not_read_ten_are_shown() -> None:
    unread = tuple(Unread(where=f"line {number}", why="it is empty") for number in range(2, 14))
    text = printed(replace(BOTH, unread=unread), (), 80)
    assert text.count("it is empty") == 10
    assert text.rstrip().endswith("and 2 other lines")


@pytest.mark.parametrize(
    ("rows", "words"),
    [pytest.param(1, "1 run or ride", id="one"), pytest.param(3, "3 runs or rides", id="several")],
)
def test_runs_and_rides_are_counted(rows: int, words: str) -> None:
    assert f"  {words}\n" in printed(replace(BOTH, cardio_rows=rows), (), 80)


def test_what_is_read_of_a_file_is_shown() -> None:
    found = imported(sample("hevy-iso.csv"))
    text = printed(found, found.sessions, 80)
    assert "Hip Thrust (Barbell)    Barbell hip thrust" in text
    assert "exercises that befit doesn't know: Cossack Stretchy Thing" in text


@given(
    width=st.integers(20, 140),
    text=st.text(max_size=60),
    encoding=st.sampled_from(["utf-8", "ascii"]),
)
def test_any_text_fits_and_sends_no_control_characters(
    width: int, text: str, encoding: str
) -> None:
    what = replace(
        BOTH,
        names={text: Match("squats", "")},
        unknown=(UnknownName(name=text, sets=1, perhaps=""),),
        not_ours=(text,),
        unread=(Unread(where="line 3", why=text),),
    )
    shown = printed(what, (SATURDAY,), width, encoding)
    assert max(map(cell_len, shown.split("\n"))) <= width
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown)
