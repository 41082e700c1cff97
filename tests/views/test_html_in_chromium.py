"""The page as it is seen and printed.

These tests run where Chromium is installed, and are skipped elsewhere. With BEFIT_CHROMIUM=required
in the environment it must be there.
"""

from __future__ import annotations

import os
import re
import shutil
from typing import Any

import pytest
from chromium import Chromium, View
from contrast import contrast
from msgspec.structs import replace
from own_words import own_note
from sample_plan import SQUAT, sample_plan, session
from strategies import CATALOGUE
from test_html import BLOCK, hostile, rendered

from befit_cli.evidence.safety import NOT_TESTED, SAFETY
from befit_cli.values import Athlete, Day, Next, Plan, Run, SafetyLine, Step
from befit_cli.views.exercise_file import page

WEEK = sample_plan().weeks[0]
PHONES, DESKTOP = (320, 360, 390), 1200
LONG_TITLE = "Threshold: 3 x 10 min, then 4 x 200 m fast, jogs of 2 min"
ATTACK = (
    '"><script>document.title = 1</script><img src=x onerror="document.title = 2">'
    + "<b>deep" * 1_000
)


def fullest_week() -> Plan:
    """Three sessions of seven exercises with the longest names and cues of the catalogue, four of
    each with its longest notes.
    """
    forms = [(one, form) for one in CATALOGUE.exercises for form in one.ladder]
    exercise, longest = max(forms, key=lambda each: len(each[1].name))
    notes = sorted(
        (
            rule.note
            for exercise in CATALOGUE.exercises
            for rule in exercise.niggles.values()
            if rule.note
        ),
        key=len,
    )
    long = replace(
        SQUAT,
        id=exercise.id,
        name=exercise.name,
        form=longest.name,
        cue=max((cue for _, form in forms for cue in form.cues), key=len),
        sets=3,
        per_side=True,
        next=Next(step=Step.REPS, to=12),
    )
    exercises = tuple(replace(long, niggle_note=note) for note in [*notes[-4:], None, None, None])
    why = (
        "Wednesday, after your hard run: hard days stay hard, easy days easy. Run first, then "
        "wait at least 3 hours, better 6."
    )
    sessions = tuple(
        session(day, exercises, why, with_run=Run.HARD) for day in (Day.MON, Day.WED, Day.FRI)
    )
    long_note = "A session is shorter than you asked for: the week already holds its sets. " * 2
    week = replace(
        WEEK,
        sessions=sessions,
        runs=replace(WEEK.runs, hard=tuple(Day), titles=tuple((day, LONG_TITLE) for day in Day)),
        notes=tuple(own_note(f"R{number}", long_note) for number in range(4)),
    )
    return replace(
        sample_plan(), weeks=(week,), safety=tuple([SafetyLine(rule=rule) for rule in SAFETY])
    )


PAGES = {
    "week": rendered(fullest_week()),
    "block": rendered(BLOCK),
    "long": rendered(hostile("x" * 10_000)),
    "hostile": rendered(hostile(ATTACK)),
    "tame": rendered(hostile("tame")),
    "exercise": page(CATALOGUE.by_id["glute-bridges"], Athlete(), CATALOGUE),
}
VIEWS = [View(page, width, "light") for page in PAGES for width in (*PHONES, DESKTOP)]
DARK = [View(page, DESKTOP, "dark") for page in ("week", "block", "exercise")]


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Chromium:
    path = shutil.which("chromium")
    if path is None and os.environ.get("BEFIT_CHROMIUM") != "required":
        pytest.skip("Chromium is not installed")
    assert path, "BEFIT_CHROMIUM=required, but there is no Chromium on the PATH."
    return Chromium(path, tmp_path_factory.mktemp("chromium"))


@pytest.fixture(scope="module")
def measured(chromium: Chromium) -> dict[View, Any]:
    return chromium.measure(PAGES, [*VIEWS, *DARK])


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.page}, {view.width} px")
def test_no_page_scrolls_sideways(view: View, measured: dict[View, Any]) -> None:
    assert measured[view]["overflow"] == 0


@pytest.mark.parametrize(
    "view", [*VIEWS[:6], *DARK], ids=lambda view: f"{view.page}, {view.width} px, {view.scheme}"
)
def test_every_text_stands_out_from_what_is_behind_it(
    view: View, measured: dict[View, Any]
) -> None:
    pairs = {tuple(map(hex_of, pair)) for pair in measured[view]["texts"]}
    assert len(pairs) > 3
    assert {pair: contrast(*pair) for pair in pairs if contrast(*pair) < 4.5} == {}


def hex_of(colour: str) -> str:
    """`#0a141e` for `rgb(10, 20, 30)`."""
    return "#{:02x}{:02x}{:02x}".format(*map(int, re.findall(r"\d+", colour)))


def test_light_and_dark_are_two_schemes(measured: dict[View, Any]) -> None:
    light, dark = (
        measured[View("block", DESKTOP, scheme)]["texts"][0] for scheme in ("light", "dark")
    )
    assert contrast(hex_of(light[1]), "#ffffff") < 1.2
    assert contrast(hex_of(dark[1]), "#000000") < 1.2


@pytest.mark.parametrize("width", PHONES)
def test_a_phone_gets_cards_and_boxes_for_a_thumb(width: int, measured: dict[View, Any]) -> None:
    view = measured[View("week", width, "light")]
    assert view["rows"] == ["grid"]
    assert not any(view["titles"])
    assert min(min(box["width"], box["height"]) for box in view["boxes"]) >= 40


def test_a_desktop_gets_tables_with_titles(measured: dict[View, Any]) -> None:
    view = measured[View("week", DESKTOP, "light")]
    assert view["rows"] == ["table-row"]
    assert view["titles"] == [True] * 3
    assert min(min(box["width"], box["height"]) for box in view["boxes"]) >= 24


@pytest.mark.parametrize("width", [390, DESKTOP])
def test_a_tick_moves_nothing(width: int, measured: dict[View, Any]) -> None:
    view = measured[View("week", width, "light")]
    assert view["boxesOnceTicked"] == view["boxes"]


def test_no_text_becomes_an_element(measured: dict[View, Any]) -> None:
    attacked, tame = (
        measured[View(page, DESKTOP, "light")]["elements"] for page in ("hostile", "tame")
    )
    assert attacked == tame


def test_the_fullest_week_is_one_sheet_of_a4_that_can_be_read(chromium: Chromium) -> None:
    (sheet,) = chromium.print(PAGES["week"])
    assert sheet.size == (297, 210)
    assert sheet.type_size >= 7.5
    assert sheet.text.endswith(SAFETY["R65"] + NOT_TESTED)


def test_each_week_of_a_block_has_a_sheet_of_its_own(chromium: Chromium) -> None:
    contents, *weeks = chromium.print(PAGES["block"])
    assert "Weeks From Mon 23 Nov 2026" in contents.text
    assert [re.findall(r"Week \d of 12", week.text) for week in weeks] == [
        ["Week 1 of 12"],
        ["Week 2 of 12"],
        ["Week 3 of 12"],
    ]
