"""The JSON Schema of a catalogue: the file that editors read, what it refuses, and that it lets
pass whatever loads.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from sample_catalogue import (
    BUNDLED,
    GOOD,
    RAISES,
    TEN_LINES,
    WALL_SLIDES,
    changed_data,
    dumped,
)
from typer.testing import CliRunner

from befit_cli.catalogue.load import load_catalogue
from befit_cli.catalogue.reader import parse_catalogue
from befit_cli.catalogue.schema import catalogue_schema
from befit_cli.cli import app
from befit_cli.errors import FileFaults
from befit_cli.yaml.data import data_of

ROOT = Path(__file__).parents[2]
SCHEMA = Draft202012Validator(catalogue_schema(load_catalogue().by_id))


def loads(text: str) -> bool:
    try:
        return bool(parse_catalogue(text, "my.yaml"))
    except FileFaults:
        return False


def test_the_file_in_the_repository_is_what_befit_schema_prints() -> None:
    result = CliRunner().invoke(app, ["schema"])
    assert result.exit_code == 0
    kept = (ROOT / "exercises.schema.json").read_text(encoding="utf-8")
    assert in_any_order(json.loads(result.stdout)) == in_any_order(json.loads(kept))


def in_any_order(schema: Any) -> Any:
    """The schema with its alternatives sorted: their order means nothing, and is msgspec's."""
    if isinstance(schema, list):
        return [in_any_order(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    parts = {key: in_any_order(part) for key, part in schema.items()}
    return parts | {"anyOf": sorted(parts["anyOf"], key=str)} if "anyOf" in parts else parts


def test_befits_own_catalogue_names_the_schema_for_editors() -> None:
    first = BUNDLED.partition("\n")[0]
    assert first == "# yaml-language-server: $schema=exercises.schema.json"


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA.schema)


def test_its_patterns_say_nothing_that_only_python_knows() -> None:
    assert [
        sign
        for sign in (r"\A", r"\Z", "(?P", "(?i")
        if sign in json.dumps(SCHEMA.schema).replace("\\\\", "\\")
    ] == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(BUNDLED, id="befit's own"),
        pytest.param(GOOD, id="all that can be said"),
        pytest.param(RAISES, id="all that a form can say"),
        pytest.param(TEN_LINES, id="changes"),
        pytest.param(f"extends: befit\nexercises:\n{WALL_SLIDES}", id="an addition"),
        pytest.param("extends: befit\n", id="no changes"),
        pytest.param(f"extends:\n{GOOD}", id="a key left empty"),
    ],
)
def test_a_sound_file_passes_and_loads(text: str) -> None:
    assert [fault.message for fault in SCHEMA.iter_errors(data_of(text))] == []
    assert loads(text)


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        pytest.param(GOOD, "group: knee", "group: kneee", id="not a group"),
        pytest.param(GOOD, "role: core", "roll: core", id="an unknown key"),
        pytest.param(GOOD, "exercises:", "colour: red\nexercises:", id="an unknown key at the top"),
        pytest.param(GOOD, "  why: A steady trunk\n", "", id="a missing key"),
        pytest.param(GOOD, GOOD, "exercises: []", id="no exercises"),
        pytest.param(GOOD, GOOD, "{}", id="no list of exercises"),
        pytest.param(GOOD, "id: planks", "id: Planks", id="an id with a capital"),
        pytest.param(
            GOOD, "id: planks", 'id: "planks\\n"', id="an id with a line break at its end"
        ),
        pytest.param(GOOD, "why: A steady trunk", "why: ' '", id="a blank line"),
        pytest.param(GOOD, "why: A steady trunk", 'why: "a\\nb"', id="two lines"),
        pytest.param(
            GOOD, "why: A steady trunk", 'why: "a\\n"', id="a line with a line break at its end"
        ),
        pytest.param(GOOD, "why: A steady trunk", 'why: "\\e[31mred"', id="an escape character"),
        pytest.param(GOOD, "why: A steady trunk", f"why: {'x' * 201}", id="201 characters"),
        pytest.param(GOOD, "[Breathe]", "[]", id="no cues"),
        pytest.param(GOOD, "[Breathe]", "Breathe", id="a word for a list"),
        pytest.param(GOOD, "sets: 2-3", "sets: 0", id="no sets"),
        pytest.param(GOOD, "sets: 2-3", "sets: 11", id="too many sets"),
        pytest.param(GOOD, "sets: 2-3", "sets: two", id="sets in words"),
        pytest.param(GOOD, "rest: 75", "rest: 601", id="too long a rest"),
        pytest.param(GOOD, "rest: 75", "rest: '75'", id="a quoted number"),
        pytest.param(
            GOOD, "seconds_per_rep: 3.5", "seconds_per_rep: 31", id="too slow a repetition"
        ),
        pytest.param(GOOD, "hold: 20-30", "hold: 20-30, reps: 5", id="reps and hold"),
        pytest.param(GOOD, "hold: 20-30, ", "", id="neither reps nor hold"),
        pytest.param(GOOD, "note: Less depth, ", "", id="modify without a note"),
        pytest.param(RAISES, "knee: straight", "knee: locked", id="not a knee"),
        pytest.param(RAISES, "lateral hip]", "hips]", id="not a need"),
        pytest.param(RAISES, "only_for: [plantar]", "only_for: [foot]", id="for no niggle"),
        pytest.param(RAISES, "race_weeks: 3", "race_weeks: 31", id="more weeks than a block"),
        pytest.param(
            RAISES, "Stand on a rolled-up sock", f"Stand {'x' * 300}", id="too long a set-up"
        ),
        pytest.param(
            RAISES, "hold: 30-45", "hold: 30-45, reps: 5", id="a niggle with reps and hold"
        ),
        pytest.param(
            RAISES, "hold: 30-45", "hold: 30-45, seconds_per_rep: 5", id="seconds of no repetition"
        ),
        pytest.param(RAISES, "swap: [steps]", "sets: 2", id="a dose of what is left out"),
        pytest.param(
            RAISES, "modify, reps: 5-6, seconds_per_rep: 10", "modify", id="nothing modified"
        ),
        pytest.param(GOOD, "beginner: {sets: 2-3", "novice: {sets: 2-3", id="not a level"),
        pytest.param(GOOD, "itb:", "elbow:", id="not a niggle"),
        pytest.param(GOOD, "dumbbell | kettlebell", "dumbell | kettlebell", id="not kit"),
        pytest.param(GOOD, "dumbbell | kettlebell", "dumbbell |", id="kit left out of a choice"),
        pytest.param(GOOD, "per_side: true", "per_side: yes", id="a word for true"),
        pytest.param(GOOD, "exercises:", "without: [squats]\nexercises:", id="left out of nothing"),
        pytest.param(TEN_LINES, "extends: befit", "extends: gym", id="another catalogue"),
        pytest.param(
            TEN_LINES, "extends: befit\nwithout: [box-jumps]\n", "", id="changes of nothing"
        ),
        pytest.param(TEN_LINES, "id: squats", "id: sqats", id="a change of what there is not"),
        pytest.param(TEN_LINES, "- id: squats\n  cues", "- cues", id="a change without an id"),
        pytest.param(TEN_LINES, "cues: [Sit", "clues: [Sit", id="an unknown key of a change"),
        pytest.param(
            TEN_LINES, "without: [box-jumps]", "without: box-jumps", id="left out without a list"
        ),
    ],
)
def test_a_broken_file_neither_passes_nor_loads(text: str, old: str, new: str) -> None:
    assert text.count(old) == 1
    broken = text.replace(old, new)
    assert not SCHEMA.is_valid(data_of(broken))
    assert not loads(broken)


@st.composite
def changes_of_befit(draw: st.DrawFn) -> Any:
    """A file that extends befit with one of its exercises changed, a part of it deleted, renamed or
    replaced.
    """
    return draw(changed_data()) | {"extends": "befit"}


@given(data=changed_data() | changes_of_befit())
def test_whatever_loads_passes(data: Any) -> None:
    text = dumped(data)
    assert SCHEMA.is_valid(data_of(text)) or not loads(text)
