"""The spreadsheet, read back with the csv module of the standard library."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace
from own_words import exercise_saying, own_reasons
from sample_plan import BALANCE, SQUAT, sample_plan, session
from strategies import CATALOGUE, athletes_and_weeks, drawn, times

from befit_cli import views
from befit_cli.planning.planner import plan_block
from befit_cli.values import (
    Athlete,
    Day,
    Off,
    Plan,
    Run,
    SafetyLine,
    SeasonWeek,
    Separator,
    SessionLog,
    Work,
)
from befit_cli.views import sentences
from befit_cli.views import words as wording

PLAN = sample_plan()
WEEK = PLAN.weeks[0]

HEADER = (
    "week,phase,deload,taper,date,day,with_run,session_load,session_minutes,"
    "order,id,name,form,group,pattern,role,load,kit,"
    "sets,reps,hold_s,per_side,rir,rest_s,contacts,cue,niggle_note,progress,light,setup,kg,adapted,"
    "done_sets,done_reps,done_hold_s,done_kg,done_left,safety,"
    "session_status,session_off"
)
"""Spreadsheets count on these names and this order; a new column goes to the end."""

TEXTS = ("id", "name", "form", "cue", "niggle_note", "progress")
STARTS_A_FORMULA = re.compile(r"[-=+@－＝＋＠]")
NASTY = st.text(
    st.sampled_from("-=+@－＝＋＠;,'\" \t\r\n\x00|!1aé深") | st.characters(), max_size=20
)


def rendered(plan: Plan) -> bytes:
    table = views.render(plan, "csv", catalogue=CATALOGUE)
    assert isinstance(table, bytes)
    return table


def rows(plan: Plan) -> list[dict[str, str]]:
    return list(
        csv.DictReader(io.StringIO(rendered(plan).decode("utf-8-sig"), newline=""), strict=True)
    )


def with_text(text: str) -> Plan:
    """The plan of one exercise, each of whose texts is this one."""
    nasty = exercise_saying(SQUAT, text)
    told = replace(session(Day.MON, (nasty,), ""), reasons=own_reasons(text))
    return replace(PLAN, weeks=(replace(WEEK, sessions=(told,)),))


def _cell(value: Any) -> str:
    """A value of the JSON as a spreadsheet shows it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else ", ".join(value) if isinstance(value, list) else str(value)


def _expected(
    week: dict[str, Any], told: dict[str, Any], order: int, exercise: dict[str, Any]
) -> dict[str, str]:
    """What the JSON says under the names of the columns."""
    of_session = {f"session_{key}": told[key] for key in ("load", "minutes", "status", "off")}
    of_session["order"] = order
    values = {**week, **told, **exercise, **of_session, "week": week["number"]}
    return {name: _cell(values[name]) for name in HEADER.split(",") if name in values}


def assert_says_the_json(plan: Plan) -> None:
    """Every exercise of the plan's JSON has its row, which says the same."""
    weeks = json.loads(views.render(plan, "json", catalogue=CATALOGUE))["weeks"]
    told_by_json = [
        _expected(week, told, order, exercise)
        for week in weeks
        for told in week["sessions"]
        for order, exercise in enumerate(told["exercises"], 1)
    ]
    told_by_csv = [
        {name: cell for name, cell in row.items() if not name.startswith(("done_", "safety"))}
        for row in rows(plan)
    ]
    assert told_by_csv == told_by_json


def test_the_columns_stay_as_they_are() -> None:
    assert rendered(PLAN).decode("utf-8-sig").split("\r\n")[0] == HEADER


def test_every_exercise_is_a_row_that_says_all_of_it() -> None:
    assert_says_the_json(PLAN)


@given(drawn_week=athletes_and_weeks())
@times(0.2)
def test_so_it_is_for_anybody(drawn_week: tuple[Athlete, SeasonWeek]) -> None:
    athlete, when = drawn_week
    assert_says_the_json(
        replace(PLAN, athlete=athlete, weeks=plan_block(athlete, CATALOGUE, (when,)))
    )


def test_a_row_reads_well() -> None:
    balance = session(Day.WED, (BALANCE,), "Run first.", with_run=Run.HARD)
    week = replace(WEEK, deload=True, sessions=(balance,))
    plan = replace(PLAN, weeks=(week,), safety=(SafetyLine(text="Go easy."),))
    assert rendered(plan).decode("utf-8-sig").split("\r\n")[1] == (
        "1,general,yes,no,2026-11-25,wed,hard,medium,29,1,"
        "single-leg-balances,Single-leg balances,Single-leg balance with fingertips,"
        'foot,balance,prehab,low,,2,,30,yes,,15,0,"Soft knee, level pelvis.",,Let go of the wall.,no,,,,,,,,,Go easy.,planned,'
    )


def test_a_week_without_sessions_has_no_row() -> None:
    rest = replace(WEEK, number=2, sessions=())
    assert rows(replace(PLAN, weeks=(rest,))) == []
    assert {row["week"] for row in rows(replace(PLAN, weeks=(WEEK, rest)))} == {"1"}


def test_the_safety_text_stands_in_a_column_of_its_own() -> None:
    text = " ".join(sentences.safety_lines(PLAN))
    assert [row["safety"] for row in rows(PLAN)] == [text] * 16


@pytest.mark.parametrize(
    ("did", "cells"),
    [
        pytest.param(None, ("", "", "", "", ""), id="nothing is logged"),
        pytest.param({}, ("", "", "", "", ""), id="it was not tried"),
        pytest.param({"squats": ()}, ("0", "", "", "", ""), id="it was skipped"),
        pytest.param(
            {"squats": (Work(form="Squat", reps=(8, 8, 10), kg=(16.0,), left=3),)},
            ("3", "8 8 10", "", "16", "3"),
            id="sets",
        ),
        pytest.param(
            {"squats": (Work(form="Squat", hold_s=(20, 25)),)},
            ("2", "", "20 25", "", ""),
            id="holds",
        ),
        pytest.param(
            {
                "squats": (
                    Work(form="Squat", reps=(8, 8), kg=(16.0,), left=3),
                    Work(form="Goblet squat", reps=(6,), kg=(22.5,), left=1),
                )
            },
            ("3", "8 8 6", "", "16 16 22.5", "1"),
            id="two forms of it",
        ),
    ],
)
def test_what_was_done_stands_beside_what_was_planned(
    did: dict[str, tuple[Work, ...]] | None, cells: tuple[str, ...]
) -> None:
    logged = None if did is None else SessionLog(date=WEEK.starts, did=did)
    monday = replace(session(Day.MON, (SQUAT,), ""), done=logged)
    (row,) = rows(replace(PLAN, weeks=(replace(WEEK, sessions=(monday,)),)))
    assert tuple(row[f"done_{name}"] for name in ("sets", "reps", "hold_s", "kg", "left")) == cells


def test_a_session_that_days_off_took_says_so_in_each_row() -> None:
    monday = replace(session(Day.MON, (SQUAT,), ""), off=Off.ILL)
    plan = replace(PLAN, weeks=(replace(WEEK, sessions=(monday,)),))
    after = monday.date + timedelta(days=1)
    table = views.render(plan, "csv", catalogue=CATALOGUE, today=after)
    assert isinstance(table, bytes)
    (row,) = csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline=""))
    assert (row["session_status"], row["session_off"]) == ("missed", "ill")


@pytest.mark.parametrize(
    ("separator", "sign", "kg"),
    [
        (Separator.COMMA, ",", "22.5"),
        (Separator.SEMICOLON, ";", "22,5"),
        (Separator.TAB, "\t", "22.5"),
    ],
)
def test_each_country_has_its_separator(separator: Separator, sign: str, kg: str) -> None:
    heavy = session(Day.MON, (replace(SQUAT, kg=22.5, cue='Up; down, "and" up'),), "")
    plan = replace(PLAN, weeks=(replace(WEEK, sessions=(heavy,)),))
    table = views.render(plan, "csv", catalogue=CATALOGUE, separator=separator)
    assert isinstance(table, bytes)
    text = io.StringIO(table.decode("utf-8-sig"), newline="")
    (row,) = csv.DictReader(text, delimiter=sign, strict=True)
    assert (row["kg"], row["cue"], row["sets"]) == (kg, 'Up; down, "and" up', "2")
    assert ",".join(row) == HEADER


def test_excel_is_told_that_it_is_utf_8() -> None:
    assert rendered(PLAN).startswith("\ufeffweek,".encode())


def test_every_line_ends_in_crlf() -> None:
    *lines, end = rendered(PLAN).split(b"\r\n")
    assert (len(lines), end) == (1 + 16, b"")
    assert not any(line.count(b"\n") or line.count(b"\r") for line in lines)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        pytest.param("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0", id="equals"),
        pytest.param("+1", "'+1", id="plus"),
        pytest.param("-1", "'-1", id="minus"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="at"),
        pytest.param("＝1", "'＝1", id="a full-width equals"),
        pytest.param("\t=1", "'=1", id="behind a tab"),
        pytest.param("\r\n=1", "'=1", id="behind a line break"),
        pytest.param("\x1b[0m=1", "'=1", id="behind an escape"),
        pytest.param("rest;=1", "rest;'=1", id="after the separator of other countries"),
        pytest.param('rest; "=1"', 'rest;\' "=1"', id="and in its quotes"),
        pytest.param(
            "Knees out; toes forward - always = better",
            "Knees out; toes forward - always = better",
            id="plain words",
        ),
        pytest.param("'til it burns", "'til it burns", id="an apostrophe"),
    ],
)
def test_a_text_is_never_a_formula(text: str, cell: str) -> None:
    (row,) = rows(with_text(text))
    assert [row[name] for name in TEXTS] == [cell] * len(TEXTS)


@pytest.mark.parametrize("separator", [Separator.SEMICOLON, Separator.TAB])
def test_nor_where_another_country_begins_a_cell(separator: Separator) -> None:
    plan = with_text("rest,=1;=2")
    table = views.render(plan, "csv", catalogue=CATALOGUE, separator=separator)
    assert isinstance(table, bytes)
    assert "rest,'=1;'=2" in table.decode()


@given(text=NASTY)
@example(text="=" * 10_000)
@example(text='a";=cmd|')
@drawn
def test_any_text_comes_back_and_starts_no_formula_in_any_country(text: str) -> None:
    (row,) = rows(with_text(text))
    shown = wording.plain(text)
    assert {re.sub(r"(^|;)'(?=[\s\"']*[-=+@－＝＋＠])", r"\1", row[name]) for name in TEXTS} == {
        shown
    }
    for separator in Separator:
        table = views.render(with_text(text), "csv", catalogue=CATALOGUE, separator=separator)
        assert isinstance(table, bytes)
        for sign in ",;\t":
            read = csv.reader(io.StringIO(table.decode("utf-8-sig"), newline=""), delimiter=sign)
            cells = [cell for line in read for cell in line]
            assert [cell for cell in cells if STARTS_A_FORMULA.match(cell.strip())] == []
