from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from sample_plan import sample_plan

from befit_cli import views
from befit_cli.values import Plan

KEYS = {
    "plan": "schema befit athlete weeks safety",
    "athlete": "race sessions level kit minutes long_run hard_runs days focus niggles without "
    "race_date",
    "week": "number of starts phase deload taper sessions notes",
    "session": "day date load minutes why with_run warm_up exercises",
    "warm_up": "minutes steps",
    "exercise": (
        "id name form group pattern family role regions load kit level sets reps hold_s per_side "
        "seconds_per_rep rest_s rir contacts "
        "muscles niggle_note cue progress"
    ),
    "muscles": "primary secondary",
    "note": "rule text",
}
"""Schema 1. A key more is fine and belongs here; a key less or another name is schema 2."""

RENDERED = views.render(sample_plan(), "json")


def _levels(plan: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Every object of the plan, under its place in `KEYS`."""
    sessions = [session for week in plan["weeks"] for session in week["sessions"]]
    exercises = [exercise for session in sessions for exercise in session["exercises"]]
    return {
        "plan": [plan],
        "athlete": [plan["athlete"]],
        "week": plan["weeks"],
        "session": sessions,
        "warm_up": [session["warm_up"] for session in sessions],
        "exercise": exercises,
        "muscles": [exercise["muscles"] for exercise in exercises],
        "note": [note for week in plan["weeks"] for note in week["notes"]],
    }


@pytest.mark.parametrize("level", KEYS)
def test_schema_1_has_exactly_these_keys(level: str) -> None:
    objects = _levels(json.loads(RENDERED))[level]
    assert objects
    assert all(list(found) == KEYS[level].split() for found in objects)


def test_a_plan_comes_back_as_it_was() -> None:
    assert msgspec.json.decode(RENDERED, type=Plan) == sample_plan()


def test_values_are_plain_json() -> None:
    plan = json.loads(RENDERED)
    session = plan["weeks"][0]["sessions"][1]
    assert (plan["schema"], plan["athlete"]["kit"]) == (1, ["bench", "step", "towel"])
    assert (session["day"], session["date"], session["with_run"]) == ("wed", "2026-11-25", "hard")


def test_it_is_indented_and_ends_in_one_newline() -> None:
    assert isinstance(RENDERED, str)
    indented = json.dumps(json.loads(RENDERED), indent=2, ensure_ascii=False)
    assert f"{indented}\n" == RENDERED
