"""The catalogue's file: what it says is what loads, and what is wrong in it is told, all of it,
with its place.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import ValidationError
from sample_catalogue import BUNDLED, EXERCISES, GOOD, changed_data, dumped, texts

from befit_cli.catalogue import compiled
from befit_cli.catalogue import reader as catalogue_reader
from befit_cli.catalogue.entries import File
from befit_cli.catalogue.load import load_catalogue
from befit_cli.catalogue.reader import parse_catalogue
from befit_cli.errors import BefitError, FileFaults
from befit_cli.values import (
    Act,
    Dose,
    Group,
    Kit,
    Level,
    Load,
    Muscles,
    Niggle,
    NiggleRule,
    Pattern,
    Range,
    Role,
)
from befit_cli.yaml.data import TOO_DEEP
from befit_cli.yaml.nodes import compose, converted, faults

KITS = (
    "the kits are band, dumbbell, kettlebell, barbell, machine, bench, box, step, "
    "pull-up-bar, towel"
)
LINE = "text of one line, with 1 to 200 characters"
RANGE = "a whole number, or a rising range such as 2-3,"
ROLES = "the roles are power, main, accessory, prehab, core, mobility"
SLUG = "a name in lower-case letters, digits and hyphens"


def faults_of(text: str | bytes) -> tuple[str, ...]:
    with pytest.raises(FileFaults) as told:
        parse_catalogue(text, "my.yaml")
    return tuple(fault.removeprefix("my.yaml:") for fault in told.value.faults)


def edited(old: str, new: str) -> str:
    assert GOOD.count(old) == 1, f"{old!r} must name one place"
    return GOOD.replace(old, new)


def test_the_catalogue_says_what_the_file_says() -> None:
    squats, planks = parse_catalogue(GOOD, "my.yaml").exercises
    assert (squats.id, squats.name, squats.aliases, squats.why) == (
        "squats",
        "Squats",
        ("air squat",),
        "Strong thighs",
    )
    assert (squats.group, squats.role, squats.prerequisite) == (Group.KNEE, Role.MAIN, "None yet")
    assert squats.niggles == {
        Niggle.ITB: NiggleRule(act=Act.MODIFY, note="Less depth", swap=("planks",))
    }
    assert (planks.aliases, planks.prerequisite, planks.niggles) == ((), None, {})


def test_a_form_has_what_its_exercise_says() -> None:
    form = parse_catalogue(GOOD, "my.yaml").by_id["squats"].ladder[0]
    assert (form.name, form.level, form.kit, form.load, form.contacts) == (
        "Sit-to-stand",
        Level.BEGINNER,
        (),
        Load.MEDIUM,
        0,
    )
    assert (form.pattern, form.family, form.per_side, form.seconds_per_rep) == (
        Pattern.SQUAT,
        "squat",
        False,
        3.5,
    )
    assert (form.muscles, form.garmin) == (Muscles(("quadriceps",), ("hamstrings",)), "squat/squat")
    assert form.cues == ("Chest up", "Push the floor away")
    assert form.dose == {
        Level.BEGINNER: Dose(sets=Range(2, 3), reps=Range(10, 12), rest=75, rir=3),
        Level.INTERMEDIATE: Dose(sets=Range(3, 3), reps=Range(8, 8), rest=90, rir=1),
        Level.ADVANCED: Dose(sets=Range(4, 4), reps=Range(6, 6), rest=120, rir=1),
    }


def test_what_a_form_says_replaces_what_its_exercise_says() -> None:
    _, goblet, jump = parse_catalogue(GOOD, "my.yaml").by_id["squats"].ladder
    assert goblet.cues == ("Hug it",)
    assert (jump.pattern, jump.family, jump.per_side, jump.seconds_per_rep) == (
        Pattern.PLYOMETRIC,
        "jump",
        True,
        2,
    )
    assert (jump.contacts, jump.muscles, jump.garmin) == (
        2,
        Muscles(("calves",)),
        "plyo/split-jump",
    )
    assert jump.dose[Level.INTERMEDIATE] == Dose(sets=Range(3, 3), reps=Range(8, 8), rest=90)
    assert jump.dose[Level.ADVANCED] == Dose(sets=Range(5, 5), reps=Range(4, 4), rest=60)


def test_a_form_can_say_no_to_what_its_exercise_says() -> None:
    both_sides = edited("role: main", "role: main\n  per_side: true").replace(
        "load: medium", "load: medium, per_side: false"
    )
    assert [
        form.per_side for form in parse_catalogue(both_sides, "my.yaml").by_id["squats"].ladder
    ] == [False, True, True]


def test_kit_is_a_list_of_choices() -> None:
    assert parse_catalogue(GOOD, "my.yaml").by_id["squats"].ladder[1].kit == (
        (Kit.DUMBBELL, Kit.KETTLEBELL),
        (Kit.BENCH,),
    )


def test_a_hold_has_no_seconds_per_rep_whatever_the_exercise_says() -> None:
    hold = "{sets: 2, hold: 20, rest: 30}"
    wall_sit = (
        f"  - {{name: Wall sit, level: intermediate, kit: [], load: low, dose: "
        f"{{intermediate: {hold}, advanced: {hold}}}}}\n"
    )
    form = (
        parse_catalogue(edited("  niggles:\n", f"{wall_sit}  niggles:\n"), "my.yaml")
        .by_id["squats"]
        .ladder[-1]
    )
    assert form.dose[Level.ADVANCED] == Dose(sets=Range(2, 2), hold=Range(20, 20), rest=30)
    assert form.seconds_per_rep is None


@pytest.mark.parametrize(
    ("changes", "reserve"),
    [
        pytest.param({}, (3, 1, 1), id="repetitions"),
        pytest.param({"reps": "hold"}, (None, None, None), id="a hold"),
        pytest.param(
            {"load: medium": "load: medium, contacts: 1"}, (None, None, None), id="a jump"
        ),
        pytest.param({"role: main": "role: power"}, (None, None, None), id="power"),
        pytest.param({"role: main": "role: mobility"}, (None, None, None), id="mobility"),
    ],
)
def test_a_dose_that_does_not_say_its_reserve_keeps_the_least_of_its_level(
    changes: dict[str, str], reserve: tuple[int | None, ...]
) -> None:
    text = GOOD.replace(", rir: 3", "")
    for old, new in changes.items():
        text = text.replace(old, new)
    doses = parse_catalogue(text, "my.yaml").by_id["squats"].ladder[0].dose
    assert tuple(dose.rir for dose in doses.values()) == reserve


def test_a_dose_that_says_its_reserve_keeps_it() -> None:
    doses = parse_catalogue(edited("rir: 3", "rir: 5"), "my.yaml").by_id["squats"].ladder[0].dose
    assert doses[Level.BEGINNER].rir == 5


@pytest.mark.parametrize(
    ("marked", "base"),
    [pytest.param("", 0, id="none marked"), pytest.param(", base: true", 1, id="one marked")],
)
def test_the_base_is_the_marked_form_or_the_first(marked: str, base: int) -> None:
    text = edited("load: high, cues: [Hug it]", f"load: high, cues: [Hug it]{marked}")
    assert parse_catalogue(text, "my.yaml").by_id["squats"].base == base


def test_a_form_needs_no_dose_below_its_level() -> None:
    text = edited("    beginner: {sets: 2, hold: 20-30, rest: 45}\n", "").replace(
        "Plank, level: beginner", "Plank, level: intermediate"
    )
    assert list(parse_catalogue(text, "my.yaml").by_id["planks"].ladder[0].dose) == [
        Level.INTERMEDIATE,
        Level.ADVANCED,
    ]


@pytest.mark.parametrize(
    ("old", "new", "want"),
    [
        pytest.param("role: main", "role: main # the big one", GOOD, id="comment"),
        pytest.param("cues: [Breathe]", "cues:\n  - Breathe", GOOD, id="block list"),
        pytest.param("reps: 10-12", 'reps: "10-12"', GOOD, id="quoted range"),
        pytest.param("rest: 75", "rest: 075", GOOD, id="zero in front"),
        pytest.param("why: A steady trunk", "why: A steady\n    trunk", GOOD, id="folded line"),
        pytest.param(
            "why: A steady trunk",
            "why: no",
            edited("why: A steady trunk", "why: 'no'"),
            id="no is a word",
        ),
        pytest.param(
            "prerequisite: None yet",
            "prerequisite:",
            edited("  prerequisite: None yet\n", ""),
            id="empty is absent",
        ),
        pytest.param("exercises:\n", "\ufeffexercises:\n", GOOD, id="byte order mark"),
    ],
)
def test_another_way_to_write_the_same(old: str, new: str, want: str) -> None:
    assert (
        parse_catalogue(edited(old, new), "my.yaml").exercises
        == parse_catalogue(want.encode(), "my.yaml").exercises
    )


@pytest.mark.parametrize(
    ("old", "new", "want"),
    [
        pytest.param(
            "load: medium}",
            "load: medium, levle: x}",
            ["19:66: unknown key 'levle'; did you mean 'level'?"],
            id="an unknown key",
        ),
        pytest.param(
            "exercises:\n",
            "colour: 1\nexercises:\n",
            ["1:1: unknown key 'colour'"],
            id="an unknown key at the top",
        ),
        pytest.param("  role: main\n", "", ["2:3: missing key 'role'"], id="a missing key"),
        pytest.param(
            ", level: beginner, kit: [], load: low",
            "",
            ["51:5: missing key 'kit'", "51:5: missing key 'level'", "51:5: missing key 'load'"],
            id="missing keys",
        ),
        pytest.param(
            "  role: main\n",
            "  role: main\n  role: core\n",
            ["9:3: the key 'role' stands here twice"],
            id="a key twice",
        ),
        pytest.param(
            "  role: main\n",
            "  role: main\n  ? [a]\n  : b\n",
            ["9:5: a key must be a word"],
            id="a list as a key",
        ),
        pytest.param(
            "beginner: {sets: 2-3",
            "novice: {sets: 2-3",
            ["15:5: 'novice' is not a level; the levels are beginner, intermediate, advanced"],
            id="not a level, as a key",
        ),
        pytest.param(
            "group: knee",
            "group: kneee",
            [
                "5:10: 'kneee' is not a group; the groups are knee, foot, hip, leg, core, "
                "marathon; did you mean 'knee'?"
            ],
            id="not a group",
        ),
        pytest.param(
            "act: modify",
            "act: stop",
            ["35:16: 'stop' is not an act; the acts are first-line, modify, avoid"],
            id="not an act",
        ),
        pytest.param(
            "dumbbell | kettlebell",
            "dumbell | kettlebell",
            [f"20:43: 'dumbell' is not a kit; {KITS}; did you mean 'dumbbell'?"],
            id="not kit",
        ),
        pytest.param(
            "dumbbell | kettlebell",
            "dumbbell |",
            [f"20:43: '' is not a kit; {KITS}"],
            id="kit left out of a choice",
        ),
        pytest.param(
            "dumbbell | kettlebell", "2", [f"20:43: 2 is not a kit; {KITS}"], id="a number for kit"
        ),
        pytest.param(
            "role: main",
            "role: [main]",
            [f"8:9: a list is not a role; {ROLES}"],
            id="a list for a word",
        ),
        pytest.param(
            "[air squat]", "air squat", ["4:12: 'air squat' is not a list"], id="a word for a list"
        ),
        pytest.param(
            "cues: [Breathe]",
            "cues: {a: b}",
            ["45:9: a mapping is not a list of at least one line"],
            id="a mapping for a list",
        ),
        pytest.param(
            "{primary: [core]}",
            "core",
            ["43:12: 'core' is not a mapping"],
            id="a word for a mapping",
        ),
        pytest.param(
            "role: main",
            "role:",
            [f"8:8: an empty value is not a role; {ROLES}"],
            id="an empty value",
        ),
        pytest.param(
            "per_side: true",
            "per_side: yes",
            ["28:15: 'yes' is not true or false"],
            id="a word for yes",
        ),
        pytest.param(
            "cues: [Breathe]",
            "cues: []",
            ["45:9: an empty list is not a list of at least one line"],
            id="an empty list of cues",
        ),
        pytest.param(
            "\n  - {name: Plank, level: beginner, kit: [], load: low}",
            " []",
            ["50:11: an empty list is not a list of at least one form"],
            id="an empty ladder",
        ),
        pytest.param(
            GOOD,
            "exercises: []\n",
            ["1:12: an empty list is not a list of at least one exercise"],
            id="no exercises",
        ),
        pytest.param(GOOD, "", ["1:1: an empty value is not a mapping"], id="an empty file"),
        pytest.param(
            GOOD, "- exercises\n", ["1:1: a list is not a mapping"], id="a list at the top"
        ),
        pytest.param(
            "10-12",
            "12-10",
            [f"15:33: '12-10' is not {RANGE} from 1 to 100"],
            id="a range from high to low",
        ),
        pytest.param(
            "10-12",
            "10.5",
            [f"15:33: 10.5 is not {RANGE} from 1 to 100"],
            id="a range with a fraction",
        ),
        pytest.param(
            "10-12",
            "10\u201312",
            [f"15:33: '10\u201312' is not {RANGE} from 1 to 100"],
            id="a range with a dash of another kind",
        ),
        pytest.param(
            "sets: 2-3", "sets: 0", [f"15:22: 0 is not {RANGE} from 1 to 10"], id="no sets"
        ),
        pytest.param(
            "sets: 2-3",
            "sets: 2-11",
            [f"15:22: '2-11' is not {RANGE} from 1 to 10"],
            id="too many sets",
        ),
        pytest.param(
            "10-12", "101", [f"15:33: 101 is not {RANGE} from 1 to 100"], id="too many reps"
        ),
        pytest.param(
            "20-30", "601", [f"47:31: 601 is not {RANGE} from 1 to 600"], id="too long a hold"
        ),
        pytest.param(
            "rest: 75",
            "rest: 601",
            ["15:46: 601 is not a whole number from 0 to 600"],
            id="too long a rest",
        ),
        pytest.param(
            "rest: 75",
            "rest: -1",
            ["15:46: -1 is not a whole number from 0 to 600"],
            id="a rest below nothing",
        ),
        pytest.param(
            "rest: 75",
            "rest: '75'",
            ["15:46: '75' is not a whole number from 0 to 600"],
            id="a quoted number",
        ),
        pytest.param(
            "rest: 75",
            "rest: 1:30",
            ["15:46: '1:30' is not a whole number from 0 to 600"],
            id="a rest in minutes",
        ),
        pytest.param(
            "rir: 3",
            "rir: 11",
            ["15:55: 11 is not a whole number from 0 to 10"],
            id="too many reps in reserve",
        ),
        pytest.param(
            "contacts: 2",
            "contacts: 11",
            ["25:15: 11 is not a whole number from 0 to 10"],
            id="too many contacts",
        ),
        pytest.param(
            "contacts: 2",
            "contacts: 1.5",
            ["25:15: 1.5 is not a whole number from 0 to 10"],
            id="a fraction of a contact",
        ),
        pytest.param(
            "seconds_per_rep: 3.5",
            "seconds_per_rep: 0.4",
            ["9:20: 0.4 is not a number from 0.5 to 30"],
            id="too fast a repetition",
        ),
        pytest.param(
            "seconds_per_rep: 3.5",
            "seconds_per_rep: 30.5",
            ["9:20: 30.5 is not a number from 0.5 to 30"],
            id="too slow a repetition",
        ),
        pytest.param(
            "rest: 75",
            "rest: " + "9" * 5000,
            ["15:46: inf is not a whole number from 0 to 600"],
            id="a number of many digits",
        ),
        pytest.param(
            "hold: 20-30",
            "hold: 20-30, reps: 5",
            ["47:15: a dose has either reps or hold, one of the two"],
            id="reps and hold",
        ),
        pytest.param(
            "hold: 20-30, ",
            "",
            ["47:15: a dose has either reps or hold, one of the two"],
            id="neither reps nor hold",
        ),
        pytest.param(
            "note: Less depth, ",
            "",
            ["35:10: 'modify' needs a note that says how"],
            id="modify without a note",
        ),
        pytest.param(
            "why: A steady trunk",
            "why: ' '",
            [f"44:8: ' ' is not {LINE}"],
            id="a blank line of text",
        ),
        pytest.param(
            "A steady trunk",
            "x" * 201,
            [f"44:8: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…' is not {LINE}"],
            id="201 characters",
        ),
        pytest.param(
            "why: A steady trunk",
            "why: |\n    A steady\n    trunk",
            [f"44:8: 'A steady\\ntrunk\\n' is not {LINE}"],
            id="two lines of text",
        ),
        pytest.param(
            "why: A steady trunk",
            'why: "\\e[31mred"',
            [f"44:8: '\\x1b[31mred' is not {LINE}"],
            id="an escape character",
        ),
        pytest.param(
            "why: A steady trunk",
            'why: "\\u202Eknurt"',
            [f"44:8: '\\u202eknurt' is not {LINE}"],
            id="a turn of the writing direction",
        ),
        pytest.param(
            "id: planks",
            "id: Planks",
            ["35:49: there is no exercise 'planks'", f"37:7: 'Planks' is not {SLUG}"],
            id="an id with a capital",
        ),
        pytest.param(
            "primary: [core]",
            "primary: [deep core]",
            [f"43:23: 'deep core' is not {SLUG}"],
            id="a muscle with a space",
        ),
        pytest.param(
            "id: planks",
            "id: squats",
            [
                "35:49: there is no exercise 'planks'",
                "37:7: another exercise has the id 'squats' already",
            ],
            id="an id twice",
        ),
        pytest.param(
            "name: Goblet",
            "name: Sit-to-stand",
            ["20:12: another form of this exercise has the name 'Sit-to-stand' already"],
            id="a form twice",
        ),
        pytest.param(
            "kit: [], load: medium}\n  - {name: Goblet, level: beginner",
            "kit: [], load: medium, base: true}\n  - {name: Goblet, base: true, level: beginner",
            ["20:26: 'Sit-to-stand' is the base of this exercise already; it has one at most"],
            id="two bases",
        ),
        pytest.param(
            "swap: [planks]",
            "swap: [plank]",
            ["35:49: there is no exercise 'plank'; did you mean 'planks'?"],
            id="a swap to nowhere",
        ),
        pytest.param(
            "    beginner: {sets: 2, hold: 20-30, rest: 45}\n",
            "",
            [
                "50:5: there is no dose for beginner: a form needs one for its own level and for "
                "those above"
            ],
            id="no dose for the form's own level",
        ),
        pytest.param(
            "    advanced: {sets: 3, hold: 60, rest: 45}\n",
            "",
            [
                "50:5: there is no dose for advanced: a form needs one for its own level and for "
                "those above"
            ],
            id="no dose for a level above",
        ),
        pytest.param(
            "  seconds_per_rep: 3.5\n",
            "",
            [
                "18:5: a dose in reps needs seconds_per_rep, on the form or on the exercise",
                "19:5: a dose in reps needs seconds_per_rep, on the form or on the exercise",
            ],
            id="reps without seconds_per_rep",
        ),
        pytest.param(
            "role: main",
            "role: &r main",
            ["8:9: the anchor 'r': befit reads none, take it out"],
            id="an anchor",
        ),
        pytest.param(
            "role: core",
            "role: *r",
            ["42:9: the alias 'r': befit reads none, write out what it stands for"],
            id="an alias",
        ),
        pytest.param(
            "role: main",
            "role: !!str main",
            ["8:9: the tag 'tag:yaml.org,2002:str': befit reads none, take it out"],
            id="a tag",
        ),
        pytest.param(
            "role: main", "role: main\n  <<: {why: x}", ["9:3: unknown key '<<'"], id="a merge"
        ),
        pytest.param(
            "kit: [], load: low}\n",
            "kit: [], load: low}\n---\nmore\n",
            ["53:1: a second document; befit reads one"],
            id="a second document",
        ),
        pytest.param(
            "cues: [Breathe]",
            "cues: [Breathe",
            [
                "46:7: this is not YAML: the [ of line 45, column 9 does not close before this: "
                "write ], or the comma that is missing"
            ],
            id="not YAML",
        ),
        pytest.param(
            "  role: main",
            "\trole: main",
            ["8:1: this is not YAML: a tab in the indentation: write spaces"],
            id="a tab for spaces",
        ),
        pytest.param(
            "A steady trunk",
            "A steady\u0007 trunk",
            ["44:16: the character '\\x07' has no place in a text file"],
            id="a control character",
        ),
        pytest.param(
            "A steady trunk",
            "A steady\u0000 trunk",
            ["44:16: the character '\\x00' has no place in a text file"],
            id="a NUL",
        ),
        pytest.param(
            "[Breathe]", "[" * 100_000, [f"45:27: this is not YAML: {TOO_DEEP}"], id="deep nesting"
        ),
    ],
)
def test_a_fault_is_told_with_its_place(old: str, new: str, want: list[str]) -> None:
    assert faults_of(edited(old, new)) == tuple(want)


def test_all_faults_are_told_in_the_order_of_the_file() -> None:
    text = (
        edited("group: knee", "group: kneee")
        .replace("load: medium", "laod: medium")
        .replace("id: planks", "id: squats")
    )
    assert faults_of(text.replace("  role: core\n", "  role: core\n  role: core\n")) == (
        "5:10: 'kneee' is not a group; the groups are knee, foot, hip, leg, core, marathon; did "
        "you mean 'knee'?",
        "19:5: missing key 'load'",
        "19:52: unknown key 'laod'; did you mean 'load'?",
        "37:7: another exercise has the id 'squats' already",
        "43:3: the key 'role' stands here twice",
    )


def test_bytes_that_are_not_utf_8_are_told_with_their_place() -> None:
    assert faults_of(GOOD.replace("Breathe", "Breathé").encode("latin-1")) == (
        "45:16: this is not UTF-8: save the file as UTF-8",
    )


def test_the_bundled_catalogue_loads() -> None:
    assert load_catalogue().exercises == parse_catalogue(BUNDLED, "exercises.yaml").exercises
    assert len(load_catalogue().exercises) == 30


def test_the_same_file_again_is_the_same_catalogue() -> None:
    assert parse_catalogue(BUNDLED, "one.yaml") is parse_catalogue(BUNDLED, "other.yaml")


def test_places_are_read_only_for_what_has_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue_reader, "compose", lambda text: pytest.fail("read with places"))
    assert parse_catalogue(f"{BUNDLED}# not the text that is known already\n", "my.yaml")


@given(data=changed_data() | st.just({"exercises": EXERCISES}))
@settings(max_examples=60, deadline=None)
def test_with_places_or_without_the_catalogue_is_the_same(data: Any) -> None:
    text = dumped(data)
    whole = catalogue_reader._whole(text)
    if whole is None:
        assert faults_of(text)
    else:
        assert (
            whole.catalogue.exercises
            == catalogue_reader._catalogue(catalogue_reader._exercises(text, "my.yaml")).exercises
        )


def test_a_packaged_catalogue_comes_before_the_one_of_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/exercises.yaml").write_text(GOOD, encoding="utf-8")
    monkeypatch.setattr(compiled, "_PACKAGE", tmp_path)
    assert load_catalogue().exercises == parse_catalogue(GOOD, "exercises.yaml").exercises


def test_faults_name_the_file_as_it_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("my.yaml").write_text("exercises: []", encoding="utf-8")
    with pytest.raises(FileFaults, match=r"^my\.yaml:1:12: "):
        load_catalogue(Path("my.yaml"))


@pytest.mark.parametrize(
    ("size", "want"),
    [
        pytest.param(None, "There is no file ", id="missing"),
        pytest.param(1_000_001, "is over 1 MB", id="too big"),
    ],
)
def test_a_file_that_cannot_be_a_catalogue_is_told_with_a_hint(
    tmp_path: Path, size: int | None, want: str
) -> None:
    path = tmp_path / "my.yaml"
    if size:
        path.write_bytes(GOOD.encode().ljust(size))
    with pytest.raises(BefitError, match=want) as told:
        load_catalogue(path)
    assert str(path) in told.value.message
    assert told.value.hint


def test_a_file_of_1_mb_is_read(tmp_path: Path) -> None:
    (tmp_path / "my.yaml").write_bytes(GOOD.encode().ljust(1_000_000))
    assert len(load_catalogue(tmp_path / "my.yaml").exercises) == 2


def test_a_folder_is_told_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(BefitError, match="is not a file") as told:
        load_catalogue(tmp_path)
    assert told.value.hint


def loads_or_tells(text: str | bytes) -> bool:
    """True where the text loads; anything but a catalogue or well-formed faults is a failure."""
    try:
        parse_catalogue(text, "my.yaml")
    except FileFaults as told:
        faults = told.faults
    else:
        return True
    assert faults
    assert [
        fault for fault in faults if not re.fullmatch(r"my\.yaml:[1-9]\d*:[1-9]\d*: .+", fault)
    ] == []
    return False


@given(
    lines=st.sets(
        st.sampled_from(
            [number for number, line in enumerate(BUNDLED.splitlines()) if " load: " in line]
        ),
        min_size=1,
    )
)
@settings(max_examples=20, deadline=None)
def test_every_line_that_was_broken_is_told_and_no_other(lines: set[int]) -> None:
    text = "\n".join(
        line.replace(" load: ", " laod: ") if number in lines else line
        for number, line in enumerate(BUNDLED.splitlines())
    )
    assert {
        int(fault.split(":")[0]) - 1 for fault in faults_of(text) if "unknown key 'laod'" in fault
    } == lines
    assert len(faults_of(text)) == 2 * len(lines)


@given(data=changed_data())
@settings(max_examples=100, deadline=None)
def test_the_walk_finds_faults_exactly_where_msgspec_does(data: Any) -> None:
    try:
        converted(data, File)
        accepted = True
    except ValidationError:
        accepted = False
    text = dumped(data)
    root, odd = compose(text)
    assert root is not None
    assert not odd
    assert (not faults(root, File)) == accepted, faults(root, File)
    assert loads_or_tells(text) <= accepted


@given(
    place=st.integers(0, len(BUNDLED)),
    inserted=texts | st.sampled_from(list("&*!|>%@`'\"{}[],:#?-~\t\n\0\x85\ufeff\u2028\ud800")),
)
@settings(max_examples=60, deadline=None)
def test_characters_inserted_load_or_are_told(place: int, inserted: str) -> None:
    loads_or_tells(BUNDLED[:place] + inserted + BUNDLED[place:])


@given(place=st.integers(0, len(BUNDLED.encode())))
@settings(max_examples=30, deadline=None)
def test_a_file_cut_short_loads_or_is_told(place: int) -> None:
    loads_or_tells(BUNDLED.encode()[:place])


@given(number=st.integers(0, BUNDLED.count("\n") - 1))
@settings(max_examples=40, deadline=None)
def test_a_line_twice_loads_or_is_told(number: int) -> None:
    lines = BUNDLED.splitlines(keepends=True)
    loads_or_tells("".join([*lines[: number + 1], *lines[number:]]))


@given(
    text=st.binary(max_size=60)
    | st.text(max_size=60)
    | st.text(st.sampled_from("exrcis: -[]{}&*!?|>'\"#\n\t"), max_size=60)
)
@settings(max_examples=300, deadline=None)
def test_any_text_at_all_is_told(text: str | bytes) -> None:
    assert not loads_or_tells(text)
