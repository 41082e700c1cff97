"""A schedule in YAML or JSON has a day for each workout, whatever is missing in it."""

from __future__ import annotations

import json

import pytest
from running_plans import days, listing, told

from befit_cli.errors import BefitError
from befit_cli.values import Race

WEEK = ["Rest", "Tempo", "Rest", "Easy", "Rest", "Easy", "Long run"]
ALL = [(str(place), title) for place, title in enumerate(WEEK)]


@pytest.mark.parametrize(
    "workouts",
    [
        pytest.param([{"title": title} for title in WEEK], id="titles"),
        pytest.param(WEEK, id="plain words"),
        pytest.param([{"title": title, "tags": ["Run"], "n": 1} for title in WEEK], id="more keys"),
    ],
)
def test_a_week_has_its_workouts_from_monday_on(workouts: list[object]) -> None:
    for week in ({"workouts": workouts, "description": "Cutback"}, workouts):
        for indent in (None, 2):
            found = listing(json.dumps({"schedule": [week, week]}, indent=indent))
            assert days(found)[:7] == ALL
            assert [entry.place for entry in found.entries] == list(range(14))
            assert found.unread == ()


@pytest.mark.parametrize(
    "workout", ["", "null", "{}", "[]", "{title: }", '""', "{title: null, distance: null}"]
)
def test_a_workout_without_a_title_is_a_rest(workout: str) -> None:
    text = f"schedule:\n- workouts: [a, {workout}, c, d, e, f, g]\n"
    if not workout:
        text = "schedule:\n- workouts:\n  - a\n  -\n  - c\n  - d\n  - e\n  - f\n  - g\n"
    found = listing(text)
    assert (days(found)[:3], told(found)) == ([("0", "a"), ("1", ""), ("2", "c")], [])


def test_a_day_may_have_two_workouts() -> None:
    found = listing("schedule:\n- [a, [b, {title: c}], d, e, f, g, h]\n")
    assert days(found)[:4] == [("0", "a"), ("1", "b"), ("1", "c"), ("2", "d")]


@pytest.mark.parametrize(
    ("distance", "units", "kilometres"),
    [
        pytest.param("6.0", "mi", 9.656, id="miles"),
        pytest.param("6", "km", 6, id="kilometres"),
        pytest.param("6", "kilometers", 6, id="kilometres in a word"),
        pytest.param("6", "parsecs", 6, id="an unknown unit"),
        pytest.param("[3.0, 4]", "mi", 6.437, id="the longer of two"),
        pytest.param("[]", "km", None, id="an empty list"),
        pytest.param("[a, [b]]", "km", None, id="a list of words"),
        pytest.param('"10 mi"', "km", 16.093, id="its own unit"),
        pytest.param('"8-10"', "km", 10, id="a span"),
        pytest.param("far", "km", None, id="a word"),
        pytest.param("true", "km", None, id="no number"),
        pytest.param("0", "km", None, id="nothing"),
        pytest.param("-5", "km", None, id="less than nothing"),
        pytest.param("9" * 5_000, "km", None, id="a number of many digits"),
        pytest.param("1e999", "km", None, id="an infinite one"),
        pytest.param("{a: b}", "km", None, id="a mapping"),
    ],
)
def test_a_distance_is_in_kilometres(distance: str, units: str, kilometres: float | None) -> None:
    found = listing(f"units: {units}\nschedule:\n- [{{title: a, distance: {distance}}}]\n")
    assert found.entries[0].kilometres == kilometres


@pytest.mark.parametrize(
    ("head", "race"),
    [
        pytest.param("type: 10K", Race.TEN_K, id="a type"),
        pytest.param("race: media maratón", Race.HALF, id="a race in Spanish"),
        pytest.param("type: 50 miles", None, id="one that befit does not plan"),
        pytest.param("type: [a]", None, id="a list"),
        pytest.param(f"type: {'x' * 100_000}", None, id="a long word"),
        pytest.param("id: a", None, id="none"),
    ],
)
def test_the_head_may_name_the_race(head: str, race: Race | None) -> None:
    assert listing(f"{head}\nschedule:\n- [a]\n").race is race


@pytest.mark.parametrize(
    ("head", "first"),
    [
        pytest.param("start: 2026-11-23", "2026-11-23", id="a Monday"),
        pytest.param("starts: 2026-11-25", "2026-11-23", id="a day of the first week"),
        pytest.param("start: soon", "0", id="no day"),
        pytest.param("start: 9999-12-31", "0", id="no year of a runner"),
        pytest.param("date: 2019-01-01", "0", id="a date of anything"),
    ],
)
def test_the_head_may_say_when_it_starts(head: str, first: str) -> None:
    assert days(listing(f"{head}\nschedule:\n- [a]\n")) == [(first, "a")]


@pytest.mark.parametrize(
    ("schedule", "places", "unread"),
    [
        pytest.param(
            "- [a, b]\n- [c]",
            ["0", "1", "7"],
            [
                ("line 2", "a week of 2 workouts, not 7: befit counts them from Monday on"),
                ("line 3", "a week of 1 workout, not 7: befit counts them from Monday on"),
            ],
            id="fewer",
        ),
        pytest.param(
            "- [a, b, c, d, e, f, g, h]",
            ["0", "1", "2", "3", "4", "5", "6"],
            [("line 2", "a week of 8 workouts, not 7: befit counts them from Monday on")],
            id="more",
        ),
        pytest.param(
            "- workouts: [a, b, c, d, e, f, g]\n- description: Off\n- 7",
            ["0", "1", "2", "3", "4", "5", "6"],
            [
                ("line 3", "a week without a list of `workouts`"),
                ("line 4", "a week without a list of `workouts`"),
            ],
            id="no workouts",
        ),
        pytest.param(
            "- [{title: [a]}, b, c, d, e, f, g]",
            ["1", "2", "3", "4", "5", "6"],
            [("line 2", "a workout's title is a list")],
            id="a title that is none",
        ),
    ],
)
def test_a_week_that_is_otherwise_is_told_with_its_line(
    schedule: str, places: list[str], unread: list[tuple[str, str]]
) -> None:
    found = listing(f"schedule:\n{schedule}\n")
    assert ([place for place, _ in days(found)], told(found)) == (places, unread)


def test_weeks_beyond_two_years_are_told() -> None:
    found = listing("schedule:\n" + "- [a, b, c, d, e, f, g]\n" * 105)
    assert len(found.entries) == 7 * 104
    assert told(found) == [("line 106", "befit reads 104 weeks of a plan, not those after")]


def test_letters_beyond_the_first_65_536_may_be_written_in_halves() -> None:
    assert days(listing(r'{"schedule": [["\ud83c\udfc3 Tempo", "\\\ud83c\udfc3"]]}')) == [
        ("0", "🏃 Tempo"),
        ("1", "\\🏃"),
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param("weeks: []", "is no running plan that befit can read", id="no schedule"),
        pytest.param("schedule: soon", "is no running plan that befit can read", id="a word"),
        pytest.param("[1, 2]", "is no running plan that befit can read", id="a list"),
        pytest.param("schedule: {a: b}", "is no running plan that befit can read", id="a mapping"),
        pytest.param("schedule: [a", "plan.yaml:1:13: this is not YAML", id="no YAML"),
        pytest.param("schedule:\n- [&a a, *a]", "plan.yaml:2:4: the anchor 'a'", id="an alias"),
        pytest.param("schedule: " + "[" * 5_000, "nested too deeply", id="deep nesting"),
        pytest.param(
            "schedule:\n" + "- a\n" * 100_000, "far more in it than a running plan", id="100,000"
        ),
        pytest.param(r'schedule: [["\ud83c"]]', "plan.yaml:1:", id="half a letter"),
        pytest.param("schedule: [['\x1b[2J']]", ": the character", id="an escape"),
    ],
)
def test_what_is_no_schedule_is_told(content: str, said: str) -> None:
    with pytest.raises(BefitError) as refused:
        listing(content, "plan.yaml")
    assert said in refused.value.message
