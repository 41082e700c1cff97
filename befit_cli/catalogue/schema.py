"""The JSON Schema of a catalogue's file, from the structs that read it, so that an editor knows the
keys, the words and what they mean.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

import msgspec

from befit_cli.catalogue.entries import File


def catalogue_schema(befit: Iterable[str]) -> dict[str, Any]:
    """The schema, draft 2020-12, of a whole catalogue and of one that extends befit's, whose
    exercises have the ids `befit`.

    It lets pass whatever loads. What is wrong between exercises or forms, such as a swap to
    nowhere, it cannot see.
    """
    _, defs = msgspec.json.schema_components(
        [File], schema_hook=lambda kind: cast("Any", kind).schema()
    )
    for name, entry in defs.items():
        entry.update(_RULES.get(name, {}))
        for key, value in entry.get("properties", {}).items():
            value.update(_KEYS.get(key, {}))
            # An editor shows one sentence: what the key means, then what may stand there.
            meaning = _MEANINGS[key]
            allowed = value.get("description")
            value["description"] = f"{meaning} ({allowed})" if allowed else meaning
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **_either_way(defs.pop("File"), defs["Exercise"], befit),
        "$defs": defs,
    }


def _either_way(
    file: dict[str, Any], exercise: dict[str, Any], befit: Iterable[str]
) -> dict[str, Any]:
    """The file, which must have its exercises, and all of each; one that extends befit's may leave
    out what those say.
    """
    whole = {"required": exercise["required"]}
    # What both ways ask for stays in the entry; what only a whole catalogue needs moves from there
    # to the branch, because a schema can add to what it refers to and never take away.
    exercise["required"] = ["id"]
    exercises = {"minItems": file["properties"]["exercises"].pop("minItems"), "items": whole}
    changed_or_new = {
        "if": {"properties": {"id": {"enum": list(befit)}}},
        "else": whole,
    }
    return file | {
        "title": "Catalogue",
        "required": [],
        "if": _given("extends"),
        "then": {"properties": {"exercises": {"items": changed_or_new}}},
        "else": {
            "required": file["required"],
            "properties": {"without": {"maxItems": 0}, "exercises": exercises},
        },
    }


def _given(key: str) -> dict[str, Any]:
    # A key without a value counts as absent, here as for the reader.
    return {"required": [key], "properties": {key: {"not": {"type": "null"}}}}


def _has_act(act: str) -> dict[str, Any]:
    return {"properties": {"act": {"const": act}}}


_COUNTED = {"anyOf": [_given("reps"), _given("seconds_per_rep")]}
_DOSED = {"anyOf": [_given("sets"), _given("hold"), _COUNTED]}
_RULES = {
    "Dose": {"oneOf": [_given("reps"), _given("hold")]},
    "NiggleRule": {
        "allOf": [
            {"if": _has_act("modify"), "then": {"anyOf": [_given("note"), _DOSED]}},
            {"if": _has_act("avoid"), "then": {"not": _DOSED}},
            {"if": _given("hold"), "then": {"not": _COUNTED}},
        ]
    },
}
"""What a struct's `__post_init__` asks between its keys."""

_KEYS = {
    "dose": {"propertyNames": {"$ref": "#/$defs/Level"}},
    "niggles": {"propertyNames": {"$ref": "#/$defs/Niggle"}},
}
"""The words that the keys of a mapping are."""

_MEANINGS = {
    "extends": "Begin with befit's own exercises: this file changes some, adds some, or leaves "
    "some out",
    "without": "Ids of befit's exercises to leave out",
    "exercises": "The exercises; in a file that extends befit, one of befit's needs only its id "
    "and the keys that change",
    "id": "Stays the same for good: plans and swaps know the exercise by it",
    "name": "What people read; it must make sense alone on a plan",
    "aliases": "Other words that people search for",
    "group": "One of the six groups of the BeFit list",
    "pattern": "How it moves; a week holds some of each kind",
    "family": "Exercises of one family can stand in for each other: a session takes only one, "
    "prehab and mobility apart",
    "role": "Where in the session it comes",
    "per_side": "True when the dose is for each side",
    "seconds_per_rep": "How long one repetition takes, for the time estimate; holds have none",
    "muscles": "The muscles that work",
    "primary": "Muscles that do most of the work",
    "secondary": "Muscles that help",
    "why": "What it gives a runner",
    "cues": "Two to four short reminders, the most important one first",
    "setup": "How somebody who has never seen the form gets into it, and what moves, in one "
    "sentence",
    "prerequisite": "What should be in place before the harder forms; on a form, before this one",
    "knee": "How the knee stands in calf work: straight for the gastrocnemius, bent for the soleus",
    "serves": "What it gives a week, where pattern and muscles say it wrongly",
    "alternates": "True when the sides take turns within a set, so that nobody stops to change "
    "them",
    "only_for": "The sore spots that the form is meant for; nobody without one of them is given it",
    "race_weeks": "How many of the last weeks before a race the form stays out of",
    "dose": "What to do at each level; on a form, only the levels that differ",
    "sets": "How many sets",
    "reps": "Repetitions in a set, in place of a hold",
    "hold": "Seconds of a hold, in place of repetitions",
    "rest": "Seconds of rest after a set",
    "rir": "Repetitions you could still have done; unsaid, 3 for a beginner and 1 for others, "
    "none for jumps, holds and mobility",
    "ladder": "The forms, easiest first",
    "level": "The least lifting experience that the form asks for",
    "kit": 'Everything that the form needs: "a | b" means either will do, [] means nothing',
    "load": "How hard the form is on the legs",
    "base": "True on the rung where most people begin",
    "contacts": "Landings in one repetition, for jumps",
    "niggles": "What a sore spot changes; one that is not listed changes nothing. What a form "
    "says of a sore spot replaces what its exercise says of it",
    "act": "first-line is a good choice, modify does it as the note and the changed dose say, "
    "avoid does one of swap instead",
    "note": "How to do it with this sore spot",
    "swap": "Ids of exercises to do instead",
    "figure": "befit's drawing that shows the form, by its name",
    "garmin": "The name that a Garmin watch knows it by, category/exercise",
}
"""What each key means, wherever it stands."""
