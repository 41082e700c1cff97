"""The log as a spreadsheet, read back with the csv module of the standard library."""

from __future__ import annotations

import csv
import io
import re

from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace
from sample_log import HISTORY, MONDAY, SATURDAY, WEDNESDAY

from befit_cli.values import SessionLog, Work
from befit_cli.views import log_csv

HEADER = "date,id,form,asked,sets,reps,other_side,hold_s,kg,left,pain"
"""Spreadsheets count on these names and this order; a new column goes to the end."""
FORMULA = re.compile(r"[\s\"']*[-=+@]")


def rows(*sessions: SessionLog) -> list[dict[str, str]]:
    table = log_csv.render(sessions).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(table, newline=""), strict=True))


def filled(row: dict[str, str]) -> dict[str, str]:
    """The cells that say something."""
    return {name: cell for name, cell in row.items() if cell}


def test_the_header_stands_also_above_nothing() -> None:
    assert log_csv.render([]) == f"\ufeff{HEADER}\r\n".encode()


def test_each_form_of_each_session_is_a_row() -> None:
    found = [(row["date"], row["id"]) for row in rows(*HISTORY.sessions)]
    assert found == [
        (str(session.date), id_) for session in (MONDAY, WEDNESDAY, SATURDAY) for id_ in session.did
    ]


def test_what_was_asked_stands_beside_what_was_done() -> None:
    assert filled(rows(MONDAY)[0]) == {
        "date": "2026-11-23",
        "id": "squats",
        "form": "Bodyweight squat",
        "asked": "2 × 10, 3 left",
        "sets": "2",
        "reps": "10 10",
    }


def test_what_was_not_asked_has_the_numbers_of_each_set() -> None:
    squats, planks = rows(SATURDAY)
    assert filled(squats) == {
        "date": "2026-11-28",
        "id": "squats",
        "form": "Barbell squat",
        "sets": "3",
        "reps": "5 5 4",
        "kg": "60 62.5 65",
        "left": "1",
    }
    assert filled(planks) == {
        "date": "2026-11-28",
        "id": "planks",
        "sets": "1",
        "hold_s": "45",
        "pain": "2",
    }


def test_what_was_skipped_has_no_sets() -> None:
    assert filled(rows(WEDNESDAY)[0]) == {
        "date": "2026-11-26",
        "id": "side-leg-raises",
        "sets": "0",
    }


def test_every_row_has_a_cell_below_each_title() -> None:
    table = log_csv.render(HISTORY.sessions).decode("utf-8-sig").splitlines()
    assert {len(row) for row in csv.reader(table)} == {HEADER.count(",") + 1}


def test_sides_that_differ_stand_apart() -> None:
    work = Work(form="Lunge", reps=(7, 7), other_side=(8, 9), left=0, pain=0)
    (row,) = rows(replace(SATURDAY, did={"lunges": (work,)}))
    assert (row["reps"], row["other_side"], row["left"], row["pain"]) == ("7 7", "8 9", "0", "0")


@given(text=st.text(st.sampled_from("-=+@;,'\" \t\r\n\x00|1aé深") | st.characters(), max_size=20))
@example(text="=HYPERLINK(1)")
def test_no_text_is_a_formula_and_each_has_its_row(text: str) -> None:
    work = Work(form=text, reps=(8,))
    (row,) = rows(replace(SATURDAY, did={text: (work,)}))
    for cell in (row["id"], row["form"]):
        assert cell.startswith("'") or not FORMULA.match(cell)
    assert row["reps"] == "8"
