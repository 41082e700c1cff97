"""A catalogue that extends befit's: what it changes is changed, all else is befit's, and every
fault stands in its own lines.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sample_catalogue import EXERCISES, GOOD, TEN_LINES, WALL_SLIDES, dumped

from befit_cli.catalogue import compiled
from befit_cli.catalogue.load import load_catalogue
from befit_cli.catalogue.reader import parse_catalogue
from befit_cli.errors import BefitError, FileFaults
from befit_cli.values import Exercise, Level, Range

IDS = [exercise.id for exercise in load_catalogue().exercises]
BEFIT = load_catalogue().by_id
LEVELS = "the levels are beginner, intermediate, advanced"
MISSING = [
    f"missing key '{key}'"
    for key in (
        "cues",
        "dose",
        "family",
        "group",
        "ladder",
        "muscles",
        "name",
        "pattern",
        "role",
        "why",
    )
]


def exercises_of(text: str) -> dict[str, Exercise]:
    return parse_catalogue(text, "my.yaml").by_id


def extending(exercises: str = "", without: str = "") -> str:
    """A file whose exercises begin in line 3, in line 4 where it leaves some out."""
    left_out = f"without: [{without}]\n" if without else ""
    changed = f"exercises:\n{exercises}" if exercises else ""
    return f"extends: befit\n{left_out}{changed}"


def test_a_file_that_changes_nothing_has_the_exercises_of_befit() -> None:
    assert parse_catalogue("extends: befit", "my.yaml").exercises == load_catalogue().exercises


def test_an_exercise_takes_the_keys_that_are_given_and_keeps_the_others() -> None:
    squats = exercises_of(extending("- {id: squats, why: My hill is steep., aliases: []}\n"))[
        "squats"
    ]
    assert squats == replace(BEFIT["squats"], why="My hill is steep.", aliases=())


def test_a_key_that_is_given_replaces_all_that_was_there() -> None:
    calves = exercises_of(TEN_LINES)["calf-raises"]
    assert [calves.ladder[0].dose[level].sets for level in Level] == [
        Range(3, 3),
        Range(3, 3),
        Range(4, 4),
    ]
    niggles = exercises_of(extending("- {id: squats, niggles: {}}\n"))["squats"].niggles
    assert (niggles, BEFIT["squats"].niggles != {}) == ({}, True)


def test_a_key_without_a_value_is_taken_away() -> None:
    assert BEFIT["pistol-squats"].prerequisite
    assert (
        exercises_of(extending("- {id: pistol-squats, prerequisite: }\n"))[
            "pistol-squats"
        ].prerequisite
        is None
    )


def test_changed_exercises_keep_their_place_and_new_ones_come_last() -> None:
    text = extending(
        f"{WALL_SLIDES}- {{id: planks, why: Steady}}\n- {{id: squats, why: Strong}}\n",
        without="lunges",
    )
    assert list(exercises_of(text)) == [id_ for id_ in IDS if id_ != "lunges"] + ["wall-slides"]


def test_what_is_left_out_is_no_swap_either() -> None:
    swaps = {niggle: rule.swap for niggle, rule in BEFIT["squats"].niggles.items()}
    left = {
        niggle: rule.swap
        for niggle, rule in exercises_of(extending(without="hip-thrusts"))["squats"].niggles.items()
    }
    assert (
        left
        == {
            niggle: tuple(swap for swap in swap if swap != "hip-thrusts")
            for niggle, swap in swaps.items()
        }
        != swaps
    )


def test_what_is_left_out_may_be_told_anew() -> None:
    anew = WALL_SLIDES.replace("id: wall-slides", "id: squats")
    assert list(exercises_of(extending(anew, without="squats"))) == [*IDS[1:], "squats"]


def test_swaps_may_name_exercises_of_befit_and_new_ones() -> None:
    text = extending(
        f"- {{id: planks, niggles: {{itb: {{act: avoid, swap: [squats, "
        f"wall-slides]}}}}}}\n{WALL_SLIDES}"
    )
    assert [rule.swap for rule in exercises_of(text)["planks"].niggles.values()] == [
        ("squats", "wall-slides")
    ]


@st.composite
def befit_again(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Some exercises of befit in any order, each with its id and some of its other keys."""
    entries = draw(
        st.lists(st.sampled_from(EXERCISES), unique_by=lambda entry: entry["id"], max_size=4)
    )
    return [
        {
            key: entry[key]
            for key in ("id", *draw(st.lists(st.sampled_from(list(entry)), max_size=5)))
        }
        for entry in entries
    ]


@given(entries=befit_again())
@settings(max_examples=40, deadline=None)
def test_to_say_again_what_befit_says_changes_nothing(entries: list[dict[str, Any]]) -> None:
    text = dumped({"exercises": entries, "extends": "befit"})
    assert parse_catalogue(text, "my.yaml").exercises == load_catalogue().exercises


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            "extends: gym\n",
            ["1:10: 'gym' is not befit, the one catalogue that can be extended"],
            id="another catalogue",
        ),
        pytest.param(
            "extends: {a: b}\n",
            ["1:10: a mapping is not befit, the one catalogue that can be extended"],
            id="a mapping",
        ),
        pytest.param(
            "extends: befit\nexercise: []\n",
            ["2:1: unknown key 'exercise'; did you mean 'exercises'?"],
            id="an unknown key",
        ),
        pytest.param(
            extending("- id: squats\n  whyy: x\n"),
            ["4:3: unknown key 'whyy'; did you mean 'why'?"],
            id="an unknown key of an exercise",
        ),
        pytest.param(
            extending("- {id: squats, why: ~}\n"),
            ["3:21: an empty value is not text of one line, with 1 to 200 characters"],
            id="no why",
        ),
        pytest.param(
            extending("- {id: wall-sit, why: x}\n"),
            [f"3:3: {missing}" for missing in MISSING if "why" not in missing]
            + [
                "3:8: befit has no exercise 'wall-sit', so this is a new one, and it lacks keys; "
                "did you mean 'wall-sits'?"
            ],
            id="an id with a slip",
        ),
        pytest.param(extending("- why: x\n"), ["3:3: missing key 'id'"], id="no id"),
        pytest.param(
            extending("- {id: Squats, why: x}\n"),
            ["3:8: 'Squats' is not a name in lower-case letters, digits and hyphens"],
            id="no id that could be one",
        ),
        pytest.param(extending("- squats\n"), ["3:3: 'squats' is not a mapping"], id="an id alone"),
        pytest.param(
            "extends: befit\nexercises: squats\n",
            ["2:12: 'squats' is not a list of at least one exercise"],
            id="no list",
        ),
        pytest.param(
            extending("- {id: squats, why: x}\n- {id: squats, name: Y}\n"),
            ["4:8: another exercise has the id 'squats' already"],
            id="an id twice",
        ),
        pytest.param(
            extending("- {id: planks, niggles: {itb: {act: avoid, swap: [squat]}}}\n"),
            ["3:51: there is no exercise 'squat'; did you mean 'squats'?"],
            id="a swap to nowhere",
        ),
        pytest.param(
            extending(
                "- {id: planks, niggles: {itb: {act: avoid, swap: [squats]}}}\n", without="squats"
            ),
            ["4:51: there is no exercise 'squats'; did you mean 'jump-squats'?"],
            id="a swap to what is left out",
        ),
        pytest.param(
            extending("- id: planks\n  dose: {beginner: {sets: 2, hold: 20, rest: 30}}\n"),
            [
                "3:3: there is no dose for intermediate, advanced: a form needs one for its own "
                "level and for those above"
            ],
            id="a dose that the forms of befit need",
        ),
        pytest.param(
            extending(
                "- id: planks\n  ladder: [{name: Plank, level: novice, kit: [], load: low}]\n"
            ),
            [f"4:33: 'novice' is not a level; {LEVELS}"],
            id="a fault in a ladder",
        ),
        pytest.param(
            extending(
                "- id: planks\n  ladder:\n"
                "  - {name: Walkout, level: beginner, kit: [], load: low, dose: {advanced: "
                "{sets: 2, reps: 5, rest: 30}}}\n"
            ),
            ["5:5: a dose in reps needs seconds_per_rep, on the form or on the exercise"],
            id="a form that the exercise of befit has not the seconds for",
        ),
        pytest.param(
            extending(without="squat"),
            ["2:11: befit has no exercise 'squat'; did you mean 'squats'?"],
            id="nothing to leave out",
        ),
        pytest.param(
            extending(without="7"),
            ["2:11: 7 is not a name in lower-case letters, digits and hyphens"],
            id="a number left out",
        ),
        pytest.param(
            "extends: befit\nwithout: {a: squat}\n",
            ["2:10: a mapping is not a list"],
            id="left out in a mapping",
        ),
        pytest.param(
            "extends:\nexercises:\n- {id: squats, why: x}\n",
            [f"3:3: {missing}" for missing in MISSING if "why" not in missing],
            id="nothing extended",
        ),
        pytest.param(
            "extends: befit\nwithout: squats\n",
            ["2:10: 'squats' is not a list"],
            id="left out without a list",
        ),
        pytest.param(
            "without: [squats]\n" + GOOD,
            ["1:1: there is nothing to leave out of; say extends: befit too"],
            id="left out of nothing",
        ),
        pytest.param(
            extending(without=", ".join(IDS)),
            ["1:1: an empty list is not a list of at least one exercise"],
            id="all left out",
        ),
        pytest.param(
            "extends: befit\nextends: befit\nexercises:\n- {id: squats, role: x}\n",
            [
                "2:1: the key 'extends' stands here twice",
                "4:22: 'x' is not a role; the roles are power, main, accessory, prehab, core, "
                "mobility",
            ],
            id="a fault of the text and one of an exercise",
        ),
    ],
)
def test_a_fault_is_told_with_its_place(text: str, want: list[str]) -> None:
    with pytest.raises(FileFaults) as told:
        parse_catalogue(text, "my.yaml")
    assert [fault.removeprefix("my.yaml:") for fault in told.value.faults] == want


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("exercises: []\n", id="a fault"),
        pytest.param(extending(WALL_SLIDES), id="itself extending"),
    ],
)
def test_nothing_extends_a_catalogue_of_befit_that_is_not_sound(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/exercises.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(compiled, "_PACKAGE", tmp_path)
    with pytest.raises(BefitError, match=r"exercises\.yaml has faults or extends itself") as told:
        parse_catalogue(TEN_LINES, "my.yaml")
    assert told.value.hint


def test_befits_own_file_is_read_as_it_is_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiled, "_PACKAGE", tmp_path)
    (tmp_path / "data").mkdir()
    for why in ("Strong thighs", "Strong hips"):
        (tmp_path / "data/exercises.yaml").write_text(
            GOOD.replace("Strong thighs", why), encoding="utf-8"
        )
        assert exercises_of("extends: befit")["squats"].why == why
