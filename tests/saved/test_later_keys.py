"""Keys that a later befit added may be missing: an older file never becomes unreadable."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from sample_plan import sample_plan
from strategies import CATALOGUE

from befit_cli import views
from befit_cli.saved.plan_file import read_plan
from befit_cli.values import Plan

PLAN = sample_plan()
FIRST = json.loads((Path(__file__).parents[1] / "data" / "0.1" / "week.json").read_text())
NOW = json.loads(views.render(PLAN, "json", catalogue=CATALOGUE))


def pairs(old: Any, new: Any) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Each kind of object of the first schema with the same kind of today's."""
    yield "plan", old, new
    yield "athlete", old["athlete"], new["athlete"]
    old, new = old["weeks"][0], new["weeks"][0]
    yield "week", old, new
    yield "note", old["notes"][0], new["notes"][0]
    old, new = old["sessions"][0], new["sessions"][0]
    yield "session", old, new
    yield "warm_up", old["warm_up"], new["warm_up"]
    yield "exercise", old["exercises"][0], new["exercises"][0]


LATER = [
    pytest.param(kind, key, id=f"{kind} {key}")
    for kind, old, new in pairs(FIRST, NOW)
    for key in new
    if key not in old
]


def without(data: Any, kind: str, key: str) -> Any:
    """The plan without a key in any object of that kind."""
    weeks = data["weeks"]
    sessions = [session for week in weeks for session in week["sessions"]]
    objects = {
        "plan": [data],
        "athlete": [data["athlete"]],
        "week": weeks,
        "note": [note for week in weeks for note in week["notes"]],
        "session": sessions,
        "warm_up": [session["warm_up"] for session in sessions],
        "exercise": [exercise for session in sessions for exercise in session["exercises"]],
    }
    for each in objects[kind]:
        del each[key]
    return data


def read(data: Any) -> Plan:
    return read_plan(json.dumps(data).encode(), "plan.json", CATALOGUE)


@pytest.mark.parametrize(("kind", "key"), LATER)
def test_a_later_key_may_be_missing(kind: str, key: str) -> None:
    data = without(json.loads(views.render(PLAN, "json", catalogue=CATALOGUE)), kind, key)
    assert read(data) == read(NOW)


def test_all_of_them_may_be_missing() -> None:
    data = json.loads(views.render(PLAN, "json", catalogue=CATALOGUE))
    for later in LATER:
        kind, key = later.values
        data = without(data, str(kind), str(key))
    assert read(data | {"schema": 1}) == replace(read(NOW), older=True)
