"""A catalogue that extends befit's: what it changes is changed, all else is befit's, and every
fault stands in its own lines.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from sample_catalogue import EXERCISES, GOOD, TEN_LINES, WALL_SLIDES, dumped
from strategies import times

from befit_cli.catalogue import compiled
from befit_cli.catalogue.reader import parse_catalogue
from befit_cli.errors import BefitError, FileFaults
from befit_cli.values import Exercise, Level, Niggle, Range

BEFIT = parse_catalogue(compiled.bundled().read_bytes(), "exercises.yaml").by_id
IDS = list(BEFIT)
LEVELS = "the levels are beginner, intermediate, advanced"
KEYS = ("cues", "dose", "family", "group", "ladder", "muscles", "name", "pattern", "role")
ALL_BUT_WHY = [f"3:3: missing key '{key}'" for key in KEYS]


def exercises_of(text: str) -> dict[str, Exercise]:
    return parse_catalogue(text, "my.yaml").by_id


def extending(exercises: str = "", without: str = "") -> str:
    """A file whose exercises begin in line 3, in line 4 where it leaves some out."""
    left_out = f"without: [{without}]\n" if without else ""
    changed = f"exercises:\n{exercises}" if exercises else ""
    return f"extends: befit\n{left_out}{changed}"


def test_a_file_that_changes_nothing_has_the_exercises_of_befit() -> None:
    assert exercises_of("extends: befit") == BEFIT


def test_an_exercise_takes_the_keys_that_are_given_and_keeps_the_others() -> None:
    text = extending("- {id: squats, why: My hill is steep., aliases: []}\n")
    squats = exercises_of(text)["squats"]
    assert squats == replace(BEFIT["squats"], why="My hill is steep.", aliases=())


def test_a_key_that_is_given_replaces_all_that_was_there() -> None:
    calves = exercises_of(TEN_LINES)["calf-raises"]
    sets = [calves.ladder[0].dose[level].sets for level in Level]
    assert sets == [Range(3, 3), Range(3, 3), Range(4, 4)]
    niggles = exercises_of(extending("- {id: squats, niggles: {}}\n"))["squats"].niggles
    assert (niggles, BEFIT["squats"].niggles != {}) == ({}, True)


def test_a_key_without_a_value_is_taken_away() -> None:
    assert BEFIT["pistol-squats"].prerequisite
    text = extending("- {id: pistol-squats, prerequisite: }\n")
    assert exercises_of(text)["pistol-squats"].prerequisite is None


def test_changed_exercises_keep_their_place_and_new_ones_come_last() -> None:
    changes = "- {id: planks, why: Steady}\n- {id: squats, why: Strong}\n"
    text = extending(WALL_SLIDES + changes, without="lunges")
    kept = [id_ for id_ in IDS if id_ != "lunges"]
    assert list(exercises_of(text)) == [*kept, "wall-slides"]


def test_what_is_left_out_is_no_swap_either() -> None:
    rules = exercises_of(extending(without="hip-thrusts"))["squats"].niggles
    before = {niggle: rule.swap for niggle, rule in BEFIT["squats"].niggles.items()}
    after = {niggle: rule.swap for niggle, rule in rules.items()}
    assert any("hip-thrusts" in swaps for swaps in before.values())
    for niggle, swaps in before.items():
        assert after.pop(niggle) == tuple(swap for swap in swaps if swap != "hip-thrusts")
    assert after == {}


def test_what_the_file_bars_is_no_swap_of_befit_s_for_the_same_niggle() -> None:
    before = BEFIT["squats"].niggles
    niggle = next(niggle for niggle, rule in before.items() if "hip-thrusts" in rule.swap)
    barring = f"- {{id: hip-thrusts, niggles: {{{niggle}: {{act: avoid}}}}}}\n"
    after = exercises_of(extending(barring))["squats"].niggles
    kept = tuple(swap for swap in before[niggle].swap if swap != "hip-thrusts")
    assert after == before | {niggle: replace(before[niggle], swap=kept)}


def test_what_is_left_out_or_barred_is_no_swap_of_a_form_either() -> None:
    def swaps(text: str) -> tuple[str, ...]:
        form = exercises_of(text)["leg-presses"].ladder[1]
        return form.niggles[Niggle.RUNNERS_KNEE].swap

    assert swaps("extends: befit") == ("hip-thrusts",)
    assert swaps(extending(without="hip-thrusts")) == ()
    barring = "- {id: hip-thrusts, niggles: {runners-knee: {act: avoid}}}\n"
    assert swaps(extending(barring)) == ()


def test_what_the_file_bars_but_for_one_form_may_be_a_swap() -> None:
    form = BEFIT["leg-presses"].ladder[1]
    assert form.niggles[Niggle.RUNNERS_KNEE].swap == ("hip-thrusts",)
    barring = """\
- id: hip-thrusts
  niggles: {runners-knee: {act: avoid}}
  ladder:
  - {name: Thrust, level: beginner, kit: [], load: low}
  - name: Small thrust
    level: beginner
    kit: []
    load: low
    niggles: {runners-knee: {act: first-line}}
"""
    assert exercises_of(extending(barring))["leg-presses"].ladder[1] == form


@pytest.mark.of_a_kind(10)
@pytest.mark.parametrize("id_", IDS)
def test_any_exercise_may_be_left_out_alone(id_: str) -> None:
    assert id_ not in exercises_of(extending(without=id_))


def test_what_is_left_out_may_be_told_anew() -> None:
    anew = WALL_SLIDES.replace("id: wall-slides", "id: squats")
    assert list(exercises_of(extending(anew, without="squats"))) == [*IDS[1:], "squats"]


def test_swaps_may_name_exercises_of_befit_and_new_ones() -> None:
    planks = "- {id: planks, niggles: {itb: {act: avoid, swap: [squats, wall-slides]}}}\n"
    rules = exercises_of(extending(planks + WALL_SLIDES))["planks"].niggles
    assert [rule.swap for rule in rules.values()] == [("squats", "wall-slides")]


@st.composite
def befit_again(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Some exercises of befit in any order, each with its id and some of its other keys."""
    some = st.lists(st.sampled_from(EXERCISES), unique_by=lambda entry: entry["id"], max_size=4)
    entries = []
    for entry in draw(some):
        keys = draw(st.lists(st.sampled_from(list(entry)), max_size=5))
        entries.append({key: entry[key] for key in ("id", *keys)})
    return entries


@given(entries=befit_again())
@times(0.4)
def test_to_say_again_what_befit_says_changes_nothing(entries: list[dict[str, Any]]) -> None:
    data = {"exercises": entries, "extends": "befit"}
    text = dumped(data)
    assert list(exercises_of(text).items()) == list(BEFIT.items())


FAULTS = {
    "another catalogue": (
        "extends: gym\n",
        "1:10: 'gym' is not befit, the one catalogue that can be extended",
    ),
    "a mapping": (
        "extends: {a: b}\n",
        "1:10: a mapping is not befit, the one catalogue that can be extended",
    ),
    "an unknown key": (
        "extends: befit\nexercise: []\n",
        "2:1: unknown key 'exercise'; did you mean 'exercises'?",
    ),
    "an unknown key of an exercise": (
        extending("- id: squats\n  whyy: x\n"),
        "4:3: unknown key 'whyy'; did you mean 'why'?",
    ),
    "no why": (
        extending("- {id: squats, why: }\n"),
        "3:21: an empty value is not text of one line, with 1 to 200 characters",
    ),
    "an id with a slip": (
        extending("- {id: wall-sit, why: x}\n"),
        *ALL_BUT_WHY,
        "3:8: befit has no exercise 'wall-sit', so this is a new one, and it lacks keys; "
        "did you mean 'wall-sits'?",
    ),
    "no id": (extending("- why: x\n"), "3:3: missing key 'id'"),
    "no id that could be one": (
        extending("- {id: Squats, why: x}\n"),
        "3:8: 'Squats' is not a name in lower-case letters, digits and hyphens",
    ),
    "a swap that it bars itself": (
        extending(
            "- {id: squats, niggles: {shin: {act: avoid, swap: [lunges]}}}\n"
            "- {id: lunges, niggles: {shin: {act: avoid}}}\n"
        ),
        "3:52: 'lunges' is to be avoided with shin, too: name another exercise",
    ),
    "a swap for itself": (
        extending("- {id: squats, niggles: {shin: {act: avoid, swap: [squats]}}}\n"),
        "3:52: 'squats' is no swap for itself: name another exercise",
    ),
    "a name that Garmin does not have": (
        extending("- {id: squats, garmin: squat/sqat}\n"),
        "3:24: Garmin has no exercise 'squat/sqat'; did you mean 'squat/squat'?",
    ),
    "a name of no width": (
        extending('- {id: squats, name: "\\u200B"}\n'),
        "3:22: nothing in '\\u200b' can be seen (U+200B): write a word",
    ),
    "an id alone": (extending("- squats\n"), "3:3: 'squats' is not a mapping"),
    "no list": (
        "extends: befit\nexercises: squats\n",
        "2:12: 'squats' is not a list of at least one exercise",
    ),
    "an id twice": (
        extending("- {id: squats, why: x}\n- {id: squats, name: Y}\n"),
        "4:8: another exercise has the id 'squats' already",
    ),
    "a swap to nowhere": (
        extending("- {id: planks, niggles: {itb: {act: avoid, swap: [squat]}}}\n"),
        "3:51: there is no exercise 'squat'; did you mean 'squats'?",
    ),
    "a swap to what is left out": (
        extending(
            "- {id: planks, niggles: {itb: {act: avoid, swap: [squats]}}}\n", without="squats"
        ),
        "4:51: there is no exercise 'squats'; did you mean 'jump-squats'?",
    ),
    "a dose that the forms of befit need": (
        extending("- id: planks\n  dose: {beginner: {sets: 2, hold: 20, rest: 30}}\n"),
        "3:3: there is no dose for intermediate, advanced: a form needs one for its own "
        "level and for those above",
    ),
    "a fault in a ladder": (
        extending("- id: planks\n  ladder: [{name: Plank, level: novice, kit: [], load: low}]\n"),
        f"4:33: 'novice' is not a level; {LEVELS}",
    ),
    "a form that the exercise of befit has not the seconds for": (
        extending(
            "- id: planks\n  ladder:\n  - {name: Walkout, level: beginner, kit: [], load: low, "
            "dose: {advanced: {sets: 2, reps: 5, rest: 30}}}\n"
        ),
        "5:5: a dose in reps needs seconds_per_rep, on the form or on the exercise",
    ),
    "nothing to leave out": (
        extending(without="squat"),
        "2:11: befit has no exercise 'squat'; did you mean 'squats'?",
    ),
    "a number left out": (
        extending(without="7"),
        "2:11: 7 is not a name in lower-case letters, digits and hyphens",
    ),
    "left out in a mapping": (
        "extends: befit\nwithout: {a: squat}\n",
        "2:10: a mapping is not a list",
    ),
    "nothing extended": (
        "extends:\nexercises:\n- {id: squats, why: x}\n",
        *ALL_BUT_WHY,
    ),
    "left out without a list": (
        "extends: befit\nwithout: squats\n",
        "2:10: 'squats' is not a list",
    ),
    "left out of nothing": (
        "without: [squats]\n" + GOOD,
        "1:1: there is nothing to leave out of; say extends: befit too",
    ),
    "all left out": (
        extending(without=", ".join(IDS)),
        "1:1: an empty list is not a list of at least one exercise",
    ),
    "a fault of the text and one of an exercise": (
        "extends: befit\nextends: befit\nexercises:\n- {id: squats, role: x}\n",
        "2:1: the key 'extends' stands here twice",
        "4:22: 'x' is not a role; the roles are power, main, accessory, prehab, core, mobility",
    ),
}


@pytest.mark.parametrize("case", FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_with_its_place(case: tuple[str, ...]) -> None:
    text, *want = case
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
        text = GOOD.replace("Strong thighs", why)
        (tmp_path / "data/exercises.yaml").write_text(text, encoding="utf-8")
        assert exercises_of("extends: befit")["squats"].why == why
