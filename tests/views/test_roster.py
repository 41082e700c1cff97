"""A roster in every view: on a terminal, as a page, and for programs."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from typing import Any

import pytest
from justhtml import JustHTML
from msgspec.structs import replace
from rich.console import Console
from sample_roster import ANA, BEN, DORA, ROWS, TODAY
from syrupy.assertion import SnapshotAssertion

from befit_cli.roster.rows import COLUMNS, Row, sorted_rows
from befit_cli.roster.standing import Attention
from befit_cli.values import Off, Separator, TimeAway
from befit_cli.views import roster, roster_csv, roster_json, roster_page

BY_NEED = sorted_rows(ROWS, "needs")


def printed(
    rows: list[Row], width: int, encoding: str = "utf-8", profile: str | None = "NAME"
) -> str:
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    console = Console(file=out, width=width, color_system=None, force_terminal=False, _environ={})
    roster.show(rows, console, TODAY, roster="club.csv", profile=profile)
    out.seek(0)
    return out.read()


def parsed(page: str) -> JustHTML:
    return JustHTML(page, strict=True, sanitize=False)


@pytest.mark.parametrize("width", [100, 80, 40])
def test_as_it_prints(width: int, snapshot: SnapshotAssertion) -> None:
    assert printed(BY_NEED, width) == snapshot


def test_as_it_prints_in_ascii(snapshot: SnapshotAssertion) -> None:
    assert printed(BY_NEED, 80, "ascii") == snapshot


def test_where_there_are_no_profiles_it_tells_how_to_see_a_plan_all_the_same() -> None:
    assert printed([ANA], 80, profile=None).splitlines()[-1] == (
        "befit roster club.csv -o out/ writes each plan, befit rules R08 tells a rule."
    )


def test_where_nobody_needs_anything_there_is_no_list() -> None:
    lines = printed([ANA], 80).splitlines()
    assert lines[0] == "1 runner · Thu 26 Nov 2026 · nobody needs you just now"
    assert lines[2].startswith("Name")


def test_whose_week_is_otherwise_needs_nobody() -> None:
    assert ANA.standing is not None
    trip = TimeAway(first=TODAY, last=None, why=Off.AWAY)
    away = replace(ANA, standing=replace(ANA.standing, away=trip))
    assert away.attention is Attention.CHANGED
    assert "nobody needs you just now" in printed([away], 80)


def test_a_block_that_has_not_begun_says_when_it_does() -> None:
    assert ANA.standing is not None
    waiting = replace(ANA.standing, week=1, begins=date(2026, 11, 30))
    assert "1 of 16, from 30 Nov" in printed([replace(ANA, standing=waiting)], 80)


def test_a_block_that_is_over_says_so_and_is_no_fault() -> None:
    over = Row(key="ana", name="Ana", place="team/ana.yaml", over=date(2026, 11, 22))
    assert "the block ended on 22 Nov: another race-date" in printed([over], 80)
    assert over.attention is Attention.OVER


@pytest.mark.parametrize(
    ("felt", "told"),
    [
        pytest.param({"worse": True}, "knee, on 18 Nov, worse the next morning;", id="worse"),
        pytest.param({"eased": True}, "knee, on 18 Nov, eased since;", id="eased"),
        pytest.param(
            {"pain": 0, "where": "", "worse": True},
            "Ben  worse the morning after 18 Nov;",
            id="worse, and nobody says what",
        ),
    ],
)
def test_how_it_went_on_with_what_hurt_is_told(felt: dict[str, Any], told: str) -> None:
    assert BEN.standing is not None
    assert BEN.standing.hurt is not None
    standing = replace(BEN.standing, hurt=replace(BEN.standing.hurt, **felt))
    assert told in printed([replace(BEN, standing=standing)], 100)


def test_what_was_said_of_the_week_alone_stands_there() -> None:
    assert ANA.standing is not None
    adjusted = replace(ANA, standing=replace(ANA.standing, adjusted=("hard wed",)))
    assert "Ana Pérez  this week hard wed" in printed([adjusted], 80)


def test_two_hundred_runners_have_a_line_each() -> None:
    rows = [replace(ANA, name=f"Runner {number}") for number in range(200)]
    table = printed(rows, 80).splitlines()[4:-2]
    assert len(table) == len(rows)


def test_the_json_has_a_list_of_athletes() -> None:
    athletes = json.loads(roster_json.render(BY_NEED))["athletes"]
    assert [athlete["name"] for athlete in athletes] == [row.name for row in BY_NEED]
    ben = next(athlete for athlete in athletes if athlete["name"] == BEN.name)
    assert list(ben) == [
        "name",
        "file",
        "needs",
        "reasons",
        "error",
        "over",
        "race",
        "race_date",
        "weeks_to_race",
        "begins",
        "week",
        "of",
        "phase",
        "deload",
        "taper",
        "sessions",
        "in_7_days",
        "in_28_days",
        "hurt",
        "away",
        "notes",
        "adjusted",
        "changed",
    ]
    assert (ben["needs"], ben["hurt"]["pain"], ben["in_28_days"]) == (
        "pain",
        5,
        {"done": 1, "planned": 7},
    )
    assert ben["notes"][0]["text"].startswith("Fewer sets than a week should have")


def test_of_who_has_no_plan_the_json_says_why() -> None:
    (dora,) = json.loads(roster_json.render([DORA]))["athletes"]
    assert (dora["needs"], dora["error"]) == ("fault", DORA.faults[0])


@pytest.mark.parametrize(
    ("separator", "sign"), [(Separator.COMMA, ","), (Separator.SEMICOLON, ";")], ids=str
)
def test_the_table_has_the_columns_that_rows_are_sorted_by(separator: Separator, sign: str) -> None:
    text = roster_csv.render(BY_NEED, separator).decode("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines(), delimiter=sign))
    assert list(rows[0]) == [*COLUMNS, "sessions", "why"]
    assert [row["name"] for row in rows] == [row.name for row in BY_NEED]
    assert rows[1]["sessions"] == "Tue medium past, Fri low planned"


def test_the_page_links_to_the_files_of_each() -> None:
    rows = [
        replace(ANA, files=("ana.html",)),
        replace(BEN, files=("ben-tue.fit", "ben fri.fit")),
        DORA,
    ]
    page = parsed(roster_page.render(rows, TODAY))
    links = [link.attrs["href"] for link in page.query("a")]
    assert links == ["ana.html", "ben-tue.fit", "ben%20fri.fit"]


def test_the_page_says_what_the_table_does() -> None:
    text = parsed(roster_page.render(BY_NEED, TODAY)).to_text()
    for said in ("5 runners", "3 need you", "pain 5 of 10, knee", "half, 11 wk", *DORA.faults):
        assert said in text


def test_the_page_has_the_colours_of_every_page() -> None:
    page = roster_page.render(BY_NEED, TODAY)
    named = set(re.findall(r"var\((--[a-z]+)\)", page))
    assert named <= set(re.findall(r"(--[a-z]+):", page))


def test_nothing_of_a_profile_is_markup_on_the_page() -> None:
    page = roster_page.render([replace(DORA, name="<b>", faults=("<script>",))], TODAY)
    assert "<b>" not in page
    assert "<script>" not in page
