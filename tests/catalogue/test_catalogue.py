"""The catalogue's file: what it says is what loads, and what is wrong in it is told, all of it,
with its place.
"""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import ValidationError
from sample_catalogue import BUNDLED, EXERCISES, GOOD, RAISES, changed_data, dumped, texts
from strategies import times
from written_plan import edited

from befit_cli.catalogue import compiled
from befit_cli.catalogue import reader as catalogue_reader
from befit_cli.catalogue.entries import File
from befit_cli.catalogue.load import load_catalogue
from befit_cli.catalogue.reader import catalogue_of, parse_catalogue, parse_exercises
from befit_cli.errors import BefitError, FileFaults
from befit_cli.evidence.ability import avoided
from befit_cli.evidence.coverage import LIFT_PATTERNS
from befit_cli.values import (
    Act,
    Dose,
    Exercise,
    Group,
    Kit,
    Knee,
    Level,
    Load,
    Muscles,
    Need,
    Niggle,
    NiggleRule,
    Pattern,
    Range,
    Role,
)
from befit_cli.yaml.data import TOO_DEEP
from befit_cli.yaml.nodes import compose, converted, faults

KITS = (
    "the kits are band, dumbbell, kettlebell, backpack, barbell, machine, bench, box, step, "
    "pull-up-bar, towel"
)
LINE = "text of one line, with 1 to 200 characters"
RANGE = "a whole number, or a rising range such as 2-3,"
ROLES = "the roles are power, main, accessory, prehab, core, mobility"
NO_REST = "is not a whole number from 0 to 600"
NO_COUNT = "is not a whole number from 0 to 10"
NO_REPS = f"is not {RANGE} from 1 to 100"
NO_SETS = f"is not {RANGE} from 1 to 10"
READS_NONE = "befit reads none, take it out"
NEITHER = "a dose has either reps or hold, one of the two"
NO_CATALOGUE = (
    "is no catalogue: write exercises: first, and below it a list in which each has an id, a name "
    "and what else befit schema tells"
)
SLUG = "a name in lower-case letters, digits and hyphens"


def faults_of(text: str | bytes) -> tuple[str, ...]:
    with pytest.raises(FileFaults) as told:
        parse_catalogue(text, "my.yaml")
    return tuple(fault.removeprefix("my.yaml:") for fault in told.value.faults)


def squats_of(text: str) -> Exercise:
    return parse_catalogue(text, "my.yaml").by_id["squats"]


def test_the_catalogue_says_what_the_file_says() -> None:
    squats, planks = parse_catalogue(GOOD, "my.yaml").exercises
    assert (squats.id, squats.name, squats.aliases) == ("squats", "Squats", ("air squat",))
    assert (squats.group, squats.role) == (Group.KNEE, Role.MAIN)
    assert (squats.why, squats.prerequisite) == ("Strong thighs", "None yet")
    rule = NiggleRule(act=Act.MODIFY, note="Less depth", swap=("planks",))
    assert squats.niggles == {Niggle.ITB: rule}
    assert (planks.aliases, planks.prerequisite, planks.niggles) == ((), None, {})


def test_a_form_has_what_its_exercise_says() -> None:
    form = squats_of(GOOD).ladder[0]
    assert (form.name, form.level, form.kit) == ("Sit-to-stand", Level.BEGINNER, ())
    assert (form.load, form.contacts) == (Load.MEDIUM, 0)
    assert (form.pattern, form.family) == (Pattern.SQUAT, "squat")
    assert (form.per_side, form.seconds_per_rep) == (False, 3.5)
    assert form.muscles == Muscles(("quadriceps",), ("hamstrings",))
    assert form.garmin == "squat/squat"
    assert form.cues == ("Chest up", "Push the floor away")
    assert form.dose == {
        Level.BEGINNER: Dose(sets=Range(2, 3), reps=Range(10, 12), rest=75, rir=3),
        Level.INTERMEDIATE: Dose(sets=Range(3, 3), reps=Range(8, 8), rest=90, rir=1),
        Level.ADVANCED: Dose(sets=Range(4, 4), reps=Range(6, 6), rest=120, rir=1),
    }


def test_what_a_form_says_replaces_what_its_exercise_says() -> None:
    _, goblet, jump = squats_of(GOOD).ladder
    assert goblet.cues == ("Hug it",)
    assert (jump.pattern, jump.family) == (Pattern.PLYOMETRIC, "jump")
    assert (jump.per_side, jump.seconds_per_rep, jump.contacts) == (True, 2, 2)
    assert (jump.muscles, jump.garmin) == (Muscles(("calves",)), "plyo/dumbbell_split_jump")
    assert jump.dose[Level.INTERMEDIATE] == Dose(sets=Range(3, 3), reps=Range(8, 8), rest=90)
    assert jump.dose[Level.ADVANCED] == Dose(sets=Range(5, 5), reps=Range(4, 4), rest=60)


def test_a_form_can_say_no_to_what_its_exercise_says() -> None:
    both_sides = edited(GOOD, "role: main", "role: main\n  per_side: true")
    text = both_sides.replace("load: medium", "load: medium, per_side: false")
    assert [form.per_side for form in squats_of(text).ladder] == [False, True, True]


def raises_of(text: str) -> Exercise:
    return parse_catalogue(text, "my.yaml").by_id["raises"]


def test_a_form_says_what_its_set_up_is_and_whom_and_when_it_is_for() -> None:
    sock = raises_of(RAISES).ladder[1]
    assert sock.setup == "Stand on a rolled-up sock and lift the heels."
    assert (sock.only_for, sock.race_weeks) == ((Niggle.PLANTAR,), 3)


def test_a_form_says_which_figure_shows_it_and_no_other_form_is_shown_by_it() -> None:
    text = edited(GOOD, "name: Sit-to-stand,", "name: Sit-to-stand, figure: sit-to-stand,")
    assert [form.figure for form in squats_of(text).ladder] == ["sit-to-stand", None, None]


def test_a_form_that_does_not_say_it_has_no_set_up_and_is_for_everybody() -> None:
    plain = raises_of(RAISES).ladder[0]
    assert (plain.setup, plain.only_for, plain.race_weeks) == (None, (), 0)


def test_a_form_inherits_its_knee_its_sides_and_what_it_serves() -> None:
    plain, sock, _ = raises_of(RAISES).ladder
    assert (plain.knee, plain.alternates) == (Knee.BENT, True)
    assert plain.serves == (Need.CALF, Need.LATERAL_HIP)
    assert (sock.knee, sock.alternates, sock.serves) == (Knee.STRAIGHT, False, ())


def test_a_form_has_the_prerequisite_that_it_says_and_no_other() -> None:
    raises = raises_of(RAISES)
    assert raises.prerequisite == "Ten raises"
    assert [form.prerequisite for form in raises.ladder] == [None, "Twelve slow ones", None]


SLOWLY = NiggleRule(act=Act.MODIFY, note="Slowly")
HELD = NiggleRule(act=Act.FIRST_LINE, hold=Range(30, 45))
SOCK = NiggleRule(act=Act.FIRST_LINE, sets=Range(2, 3), reps=Range(8, 12), seconds_per_rep=8)


def test_a_form_has_the_niggles_of_its_exercise_but_for_those_it_has_itself() -> None:
    raises = raises_of(RAISES)
    assert raises.niggles == {Niggle.PLANTAR: SLOWLY, Niggle.ACHILLES: HELD}
    plain, sock, _ = raises.ladder
    assert plain.niggles == raises.niggles
    steps = NiggleRule(act=Act.AVOID, swap=("steps",))
    own = {Niggle.PLANTAR: SOCK, Niggle.SHIN: steps}
    assert sock.niggles == {Niggle.ACHILLES: HELD, **own}


def test_a_niggle_makes_repetitions_of_a_hold() -> None:
    rule = raises_of(RAISES).ladder[2].niggles[Niggle.LOW_BACK]
    assert rule == NiggleRule(act=Act.MODIFY, reps=Range(5, 6), seconds_per_rep=10)


def test_kit_is_a_list_of_choices() -> None:
    goblet = squats_of(GOOD).ladder[1]
    assert goblet.kit == ((Kit.DUMBBELL, Kit.KETTLEBELL), (Kit.BENCH,))


def test_a_hold_has_no_seconds_per_rep_whatever_the_exercise_says() -> None:
    hold = "{sets: 2, hold: 20, rest: 30}"
    doses = f"{{intermediate: {hold}, advanced: {hold}}}"
    wall_sit = f"{{name: Wall sit, level: intermediate, kit: [], load: low, dose: {doses}}}"
    form = squats_of(edited(GOOD, "  niggles:\n", f"  - {wall_sit}\n  niggles:\n")).ladder[-1]
    assert form.dose[Level.ADVANCED] == Dose(sets=Range(2, 2), hold=Range(20, 20), rest=30)
    assert form.seconds_per_rep is None


NONE = (None, None, None)


@pytest.mark.parametrize(
    ("changes", "reserve"),
    [
        pytest.param({}, (3, 1, 1), id="repetitions"),
        pytest.param({"reps": "hold"}, NONE, id="a hold"),
        pytest.param({"load: medium": "load: medium, contacts: 1"}, NONE, id="a jump"),
        pytest.param({"role: main": "role: power"}, NONE, id="power"),
        pytest.param({"role: main": "role: mobility"}, NONE, id="mobility"),
    ],
)
def test_a_dose_that_does_not_say_its_reserve_keeps_the_least_of_its_level(
    changes: dict[str, str], reserve: tuple[int | None, ...]
) -> None:
    text = GOOD.replace(", rir: 3", "")
    for old, new in changes.items():
        text = text.replace(old, new)
    doses = squats_of(text).ladder[0].dose
    assert tuple(dose.rir for dose in doses.values()) == reserve


def test_a_dose_that_says_its_reserve_keeps_it() -> None:
    doses = squats_of(edited(GOOD, "rir: 3", "rir: 5")).ladder[0].dose
    assert doses[Level.BEGINNER].rir == 5


@pytest.mark.parametrize(
    ("marked", "base"),
    [pytest.param("", 0, id="none marked"), pytest.param(", base: true", 1, id="one marked")],
)
def test_the_base_is_the_marked_form_or_the_first(marked: str, base: int) -> None:
    text = edited(GOOD, "load: high, cues: [Hug it]", f"load: high, cues: [Hug it]{marked}")
    assert squats_of(text).base == base


def test_a_form_needs_no_dose_below_its_level() -> None:
    without = edited(GOOD, "    beginner: {sets: 2, hold: 20-30, rest: 45}\n", "")
    text = without.replace("Plank, level: beginner", "Plank, level: intermediate")
    plank = parse_catalogue(text, "my.yaml").by_id["planks"].ladder[0]
    assert list(plank.dose) == [Level.INTERMEDIATE, Level.ADVANCED]


WHY = "why: A steady trunk"
NO_AS_A_WORD = edited(GOOD, WHY, "why: 'no'")
NO_PREREQUISITE = edited(GOOD, "  prerequisite: None yet\n", "")


@pytest.mark.parametrize(
    ("old", "new", "want"),
    [
        pytest.param("role: main", "role: main # the big one", GOOD, id="comment"),
        pytest.param("cues: [Breathe]", "cues:\n  - Breathe", GOOD, id="block list"),
        pytest.param("reps: 10-12", 'reps: "10-12"', GOOD, id="quoted range"),
        pytest.param("rest: 75", "rest: 075", GOOD, id="zero in front"),
        pytest.param(WHY, "why: A steady\n    trunk", GOOD, id="folded line"),
        pytest.param(WHY, "why: no", NO_AS_A_WORD, id="no is a word"),
        pytest.param(
            "prerequisite: None yet", "prerequisite:", NO_PREREQUISITE, id="empty is absent"
        ),
        pytest.param("exercises:\n", "\ufeffexercises:\n", GOOD, id="byte order mark"),
    ],
)
def test_another_way_to_write_the_same(old: str, new: str, want: str) -> None:
    catalogue = parse_catalogue(edited(GOOD, old, new), "my.yaml")
    assert catalogue.exercises == parse_catalogue(want.encode(), "my.yaml").exercises


FAULTS = {
    "an unknown key": (
        "load: medium}",
        "load: medium, levle: x}",
        "19:66: unknown key 'levle'; did you mean 'level'?",
    ),
    "an unknown key at the top": (
        "exercises:\n",
        "colour: 1\nexercises:\n",
        "1:1: unknown key 'colour'",
    ),
    "a missing key": ("  role: main\n", "", "2:3: missing key 'role'"),
    "missing keys": (
        ", level: beginner, kit: [], load: low",
        "",
        "51:5: missing key 'kit'",
        "51:5: missing key 'level'",
        "51:5: missing key 'load'",
    ),
    "a key twice": (
        "  role: main\n",
        "  role: main\n  role: core\n",
        "9:3: the key 'role' stands here twice",
    ),
    "a list as a key": (
        "  role: main\n",
        "  role: main\n  ? [a]\n  : b\n",
        "9:5: a key must be a word",
    ),
    "not a level, as a key": (
        "beginner: {sets: 2-3",
        "novice: {sets: 2-3",
        "15:5: 'novice' is not a level; the levels are beginner, intermediate, advanced",
    ),
    "not a group": (
        "group: knee",
        "group: kneee",
        "5:10: 'kneee' is not a group; the groups are knee, foot, hip, leg, core, "
        "marathon; did you mean 'knee'?",
    ),
    "not an act": (
        "act: modify",
        "act: stop",
        "35:16: 'stop' is not an act; the acts are first-line, modify, avoid",
    ),
    "not kit": (
        "dumbbell | kettlebell",
        "dumbell | kettlebell",
        f"20:43: 'dumbell' is not a kit; {KITS}; did you mean 'dumbbell'?",
    ),
    "kit left out of a choice": (
        "dumbbell | kettlebell",
        "dumbbell |",
        f"20:43: '' is not a kit; {KITS}",
    ),
    "a number for kit": ("dumbbell | kettlebell", "2", f"20:43: 2 is not a kit; {KITS}"),
    "a list for a word": ("role: main", "role: [main]", f"8:9: a list is not a role; {ROLES}"),
    "a word for a list": ("[air squat]", "air squat", "4:12: 'air squat' is not a list"),
    "a mapping for a list": (
        "cues: [Breathe]",
        "cues: {a: b}",
        "45:9: a mapping is not a list of at least one line",
    ),
    "a word for a mapping": ("{primary: [core]}", "core", "43:12: 'core' is not a mapping"),
    "an empty value": ("role: main", "role:", f"8:8: an empty value is not a role; {ROLES}"),
    "a word for yes": ("per_side: true", "per_side: yes", "28:15: 'yes' is not true or false"),
    "an empty list of cues": (
        "cues: [Breathe]",
        "cues: []",
        "45:9: an empty list is not a list of at least one line",
    ),
    "an empty ladder": (
        "\n  - {name: Plank, level: beginner, kit: [], load: low}",
        " []",
        "50:11: an empty list is not a list of at least one form",
    ),
    "no exercises": (
        GOOD,
        "exercises: []\n",
        "1:12: an empty list is not a list of at least one exercise",
    ),
    "an empty file": (GOOD, "", f"1:1: an empty value {NO_CATALOGUE}"),
    "a list at the top": (GOOD, "- exercises\n", f"1:1: a list {NO_CATALOGUE}"),
    "a word at the top": (GOOD, "exercises\n", f"1:1: 'exercises' {NO_CATALOGUE}"),
    "a range from high to low": ("10-12", "12-10", f"15:33: '12-10' {NO_REPS}"),
    "a range with a fraction": ("10-12", "10.5", f"15:33: 10.5 {NO_REPS}"),
    "a range with a dash of another kind": (
        "10-12",
        "10\u201312",
        f"15:33: '10\u201312' {NO_REPS}",
    ),
    "no sets": ("sets: 2-3", "sets: 0", f"15:22: 0 {NO_SETS}"),
    "too many sets": ("sets: 2-3", "sets: 2-11", f"15:22: '2-11' {NO_SETS}"),
    "too many reps": ("10-12", "101", f"15:33: 101 {NO_REPS}"),
    "too long a hold": ("20-30", "601", f"47:31: 601 is not {RANGE} from 1 to 600"),
    "too long a rest": ("rest: 75", "rest: 601", f"15:46: 601 {NO_REST}"),
    "a rest below nothing": ("rest: 75", "rest: -1", f"15:46: -1 {NO_REST}"),
    "a quoted number": ("rest: 75", "rest: '75'", f"15:46: '75' {NO_REST}"),
    "a rest in minutes": ("rest: 75", "rest: 1:30", f"15:46: '1:30' {NO_REST}"),
    "too many reps in reserve": ("rir: 3", "rir: 11", f"15:55: 11 {NO_COUNT}"),
    "too many contacts": ("contacts: 2", "contacts: 11", f"25:15: 11 {NO_COUNT}"),
    "a fraction of a contact": ("contacts: 2", "contacts: 1.5", f"25:15: 1.5 {NO_COUNT}"),
    "too fast a repetition": (
        "seconds_per_rep: 3.5",
        "seconds_per_rep: 0.4",
        "9:20: 0.4 is not a number from 0.5 to 30",
    ),
    "too slow a repetition": (
        "seconds_per_rep: 3.5",
        "seconds_per_rep: 30.5",
        "9:20: 30.5 is not a number from 0.5 to 30",
    ),
    "a number of many digits": ("rest: 75", "rest: " + "9" * 5000, f"15:46: inf {NO_REST}"),
    "reps and hold": ("hold: 20-30", "hold: 20-30, reps: 5", f"47:15: {NEITHER}"),
    "neither reps nor hold": ("hold: 20-30, ", "", f"47:15: {NEITHER}"),
    "modify without a note": (
        "note: Less depth, ",
        "",
        "35:10: 'modify' needs a note that says how, or a dose: sets, reps, hold",
    ),
    "a blank line of text": (WHY, "why: ' '", f"44:8: ' ' is not {LINE}"),
    "201 characters": (
        "A steady trunk",
        "x" * 201,
        f"44:8: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…' is not {LINE}",
    ),
    "two lines of text": (
        WHY,
        "why: |\n    A steady\n    trunk",
        f"44:8: 'A steady\\ntrunk\\n' is not {LINE}",
    ),
    "an escape character": (
        WHY,
        'why: "\\e[31mred"',
        f"44:8: '\\x1b[31mred' is not {LINE}",
    ),
    "a turn of the writing direction": (
        WHY,
        'why: "\\u202Eknurt"',
        f"44:8: '\\u202eknurt' is not {LINE}",
    ),
    "an id with a capital": (
        "id: planks",
        "id: Planks",
        "35:49: there is no exercise 'planks'",
        f"37:7: 'Planks' is not {SLUG}",
    ),
    "a muscle with a space": (
        "primary: [core]",
        "primary: [deep core]",
        f"43:23: 'deep core' is not {SLUG}",
    ),
    "an id twice": (
        "id: planks",
        "id: squats",
        "35:49: there is no exercise 'planks'",
        "37:7: another exercise has the id 'squats' already",
    ),
    "a form twice": (
        "name: Goblet",
        "name: Sit-to-stand",
        "20:12: a plan cannot tell this form from 'Sit-to-stand': give it another name",
    ),
    "a form twice but for its capitals and spaces": (
        "name: Goblet",
        "name: sit-to-STAND ",
        "20:12: a plan cannot tell this form from 'Sit-to-stand': give it another name",
    ),
    "a form that is another with the exercise's name behind it": (
        "name: Goblet",
        "name: Sit-to-stand squats",
        "20:12: a plan cannot tell this form from 'Sit-to-stand': give it another name",
    ),
    "a form to which the exercise's name makes another": (
        "name: Sit-to-stand",
        "name: Goblet squats",
        "20:12: a plan cannot tell this form from 'Goblet squats': give it another name",
    ),
    "two bases": (
        "kit: [], load: medium}\n  - {name: Goblet, level: beginner",
        "kit: [], load: medium, base: true}\n  - {name: Goblet, base: true, level: beginner",
        "20:26: 'Sit-to-stand' is the base of this exercise already; it has one at most",
    ),
    "a swap to nowhere": (
        "swap: [planks]",
        "swap: [plank]",
        "35:49: there is no exercise 'plank'; did you mean 'planks'?",
    ),
    "a swap for itself": (
        "swap: [planks]",
        "swap: [squats]",
        "35:49: 'squats' is no swap for itself: name another exercise",
    ),
    "a swap twice": (
        "swap: [planks]",
        "swap: [planks, planks]",
        "35:57: 'planks' stands here twice",
    ),
    "a swap that the same niggle bars": (
        "  why: A steady trunk\n",
        "  why: A steady trunk\n  niggles: {itb: {act: avoid}}\n",
        "35:49: 'planks' is to be avoided with itb, too: name another exercise",
    ),
    "swaps that lead in a circle": (
        "  why: A steady trunk\n",
        "  why: A steady trunk\n  niggles: {itb: {act: first-line, swap: [squats]}}\n",
        "45:43: the swaps for itb lead in a circle: squats, planks, squats",
    ),
    "a name that Garmin does not have": (
        "garmin: squat/squat",
        "garmin: nosuch",
        "36:11: Garmin has no exercise 'nosuch'; write one such as squat/goblet_squat",
    ),
    "a name of Garmin's with a slip": (
        "garmin: squat/squat",
        "garmin: squat/goblet_sqat",
        "36:11: Garmin has no exercise 'squat/goblet_sqat'; did you mean 'squat/goblet_squat'?",
    ),
    "a form's name that Garmin does not have": (
        "garmin: plyo/dumbbell_split_jump",
        "garmin: plyo/dumbell_split_jump",
        "31:13: Garmin has no exercise 'plyo/dumbell_split_jump'; did you mean "
        "'plyo/dumbbell_split_jump'?",
    ),
    "a figure that is none of befit's": (
        "name: Sit-to-stand,",
        "name: Sit-to-stand, figure: sit-to-stnd,",
        "19:34: befit has no figure 'sit-to-stnd'; did you mean 'sit-to-stand'?",
    ),
    "a name of no-break spaces": (
        "name: Squats",
        'name: "\\u00A0\\u00A0"',
        "3:9: nothing in '\\xa0\\xa0' can be seen (U+00A0): write a word",
    ),
    "a name of no width": (
        "name: Goblet",
        'name: "\\u200B\\u2060\\u00AD\\uFEFF"',
        "20:12: nothing in '\\u200b\\u2060\\xad\\ufeff' can be seen (U+200B, U+2060, U+00AD, …): write "
        "a word",
    ),
    "a name of combining marks": (
        "name: Squats",
        'name: "\\u0301"',
        "3:9: nothing in '\u0301' can be seen (U+0301): write a word",
    ),
    "a name of a filler that counts as a letter": (
        "name: Squats",
        'name: "\\u3164"',
        "3:9: nothing in '\u3164' can be seen (U+3164): write a word",
    ),
    "a soft hyphen in a name": (
        "name: Squats",
        'name: "Squ\\u00ADats"',
        "3:9: 'Squ\\xadats' has U+00AD, which nobody can see: take it out",
    ),
    "a space of no width in an alias": (
        "[air squat]",
        '["air\\u200Bsquat"]',
        "4:13: 'air\\u200bsquat' has U+200B, which nobody can see: take it out",
    ),
    "a cue that nobody sees": (
        "cues: [Breathe]",
        'cues: [Breathe, "\\u2800"]',
        "45:19: nothing in '\u2800' can be seen (U+2800): write a word",
    ),
    "no dose for the form's own level": (
        "    beginner: {sets: 2, hold: 20-30, rest: 45}\n",
        "",
        "50:5: there is no dose for beginner: a form needs one for its own level and for "
        "those above",
    ),
    "no dose for a level above": (
        "    advanced: {sets: 3, hold: 60, rest: 45}\n",
        "",
        "50:5: there is no dose for advanced: a form needs one for its own level and for "
        "those above",
    ),
    "reps without seconds_per_rep": (
        "  seconds_per_rep: 3.5\n",
        "",
        "18:5: a dose in reps needs seconds_per_rep, on the form or on the exercise",
        "19:5: a dose in reps needs seconds_per_rep, on the form or on the exercise",
    ),
    "an anchor": ("role: main", "role: &r main", f"8:9: the anchor 'r': {READS_NONE}"),
    "an alias": (
        "role: core",
        "role: *r",
        "42:9: the alias 'r': befit reads none, write out what it stands for",
    ),
    "a tag": (
        "role: main",
        "role: !!str main",
        f"8:9: the tag 'tag:yaml.org,2002:str': {READS_NONE}",
    ),
    "a merge": ("role: main", "role: main\n  <<: {why: x}", "9:3: unknown key '<<'"),
    "a second document": (
        "kit: [], load: low}\n",
        "kit: [], load: low}\n---\nmore\n",
        "53:1: a second document; befit reads one",
    ),
    "not YAML": (
        "cues: [Breathe]",
        "cues: [Breathe",
        "46:7: this is not YAML: the [ of line 45, column 9 does not close before this: write ], "
        "or the comma that is missing",
    ),
    "a tab for spaces": (
        "  role: main",
        "\trole: main",
        "8:1: this is not YAML: a tab in the indentation: write spaces",
    ),
    "a control character": (
        "A steady trunk",
        "A steady\u0007 trunk",
        "44:16: the character '\\x07' has no place in a text file",
    ),
    "a NUL": (
        "A steady trunk",
        "A steady\u0000 trunk",
        "44:16: the character '\\x00' has no place in a text file",
    ),
    "deep nesting": ("[Breathe]", "[" * 100_000, f"45:27: this is not YAML: {TOO_DEEP}"),
}


@pytest.mark.parametrize("case", FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_with_its_place(case: tuple[str, ...]) -> None:
    old, new, *want = case
    assert list(faults_of(edited(GOOD, old, new))) == want


NEEDS = (
    "the needs are knee-dominant, hip-dominant, hamstring, one-leg, calf, lateral hip, core, "
    "pulling, pushing"
)
NIGGLES = (
    "the niggles are runners-knee, itb, plantar, shin, achilles, low-back, hamstring, bone-stress"
)
NO_SECONDS = "repetitions of what is else a hold need seconds_per_rep beside them"
NO_DOSE = "'avoid' leaves it out, and what is left out has no dose"
FORM_FAULTS = {
    "not a knee": (
        "knee: straight",
        "knee: locked",
        "27:11: 'locked' is not a knee; the knees are straight, bent",
    ),
    "not a need": (
        "[calf, lateral hip]",
        "[calf, hips]",
        f"9:18: 'hips' is not a need; {NEEDS}",
    ),
    "a word for yes": ("alternates: true", "alternates: yes", "10:15: 'yes' is not true or false"),
    "a set-up of two lines": (
        "Stand on a rolled-up sock and lift the heels.",
        '"Stand\\nup"',
        "23:12: 'Stand\\nup' is not text of one line, with 1 to 300 characters",
    ),
    "a set-up of 301 characters": (
        "Stand on a rolled-up sock and lift the heels.",
        "x" * 301,
        f"23:12: '{'x' * 40}…' is not text of one line, with 1 to 300 characters",
    ),
    "a set-up for a whole exercise": (
        "  why: Calves\n",
        "  why: Calves\n  setup: Stand\n",
        "14:3: unknown key 'setup'",
    ),
    "not a niggle": (
        "only_for: [plantar]",
        "only_for: [foot]",
        f"31:16: 'foot' is not a niggle; {NIGGLES}",
    ),
    "too many weeks before a race": (
        "race_weeks: 3",
        "race_weeks: 31",
        "32:17: 31 is not a whole number from 0 to 30",
    ),
    "a dose of a niggle that falls": (
        "reps: 8-12",
        "reps: 12-8",
        f"34:51: '12-8' {NO_REPS}",
    ),
    "a niggle with repetitions and a hold": (
        "hold: 30-45",
        "hold: 30-45, reps: 5",
        "48:15: a hold has no reps and no seconds_per_rep beside it",
    ),
    "a niggle with a hold and the time of a repetition": (
        "hold: 30-45",
        "hold: 30-45, seconds_per_rep: 5",
        "48:15: a hold has no reps and no seconds_per_rep beside it",
    ),
    "a dose for what is left out": (
        "{act: avoid, swap: [steps]}",
        "{act: avoid, sets: 2}",
        f"35:13: {NO_DOSE}",
    ),
    "repetitions of a hold without their time": (
        "{act: modify, reps: 5-6, seconds_per_rep: 10}",
        "{act: modify, reps: 5-6}",
        f"45:37: {NO_SECONDS}",
    ),
    "repetitions, for all forms, of one that is a hold": (
        "plantar: {act: modify, note: Slowly}",
        "plantar: {act: modify, reps: 5-6}",
        f"47:34: {NO_SECONDS}",
    ),
    "a form that changes nothing about a niggle": (
        "{act: modify, reps: 5-6, seconds_per_rep: 10}",
        "{act: modify}",
        "45:17: 'modify' needs a note that says how, or a dose: sets, reps, hold",
    ),
    "a form's swap to nowhere": (
        "swap: [steps]",
        "swap: [stesp]",
        "35:33: there is no exercise 'stesp'; did you mean 'steps'?",
    ),
    "a form's swap for its own exercise": (
        "swap: [steps]",
        "swap: [raises]",
        "35:33: 'raises' is no swap for itself: name another exercise",
    ),
    "a form's swap that the same niggle bars": (
        "  why: Stairs\n",
        "  why: Stairs\n  niggles: {shin: {act: avoid}}\n",
        "35:33: 'steps' is to be avoided with shin, too: name another exercise",
    ),
    "forms' swaps that lead in a circle": (
        "{name: Step, level: beginner, kit: [step], load: low}",
        "{name: Step, level: beginner, kit: [step], load: low, niggles: {shin: {act: modify, "
        "note: Low, swap: [raises]}}}",
        "64:107: the swaps for shin lead in a circle: raises, steps, raises",
    ),
}


@pytest.mark.parametrize("case", FORM_FAULTS.values(), ids=FORM_FAULTS)
def test_a_fault_of_a_form_is_told_with_its_place(case: tuple[str, ...]) -> None:
    old, new, *want = case
    assert RAISES.count(old) == 1
    assert list(faults_of(RAISES.replace(old, new))) == want


def test_a_swap_to_an_exercise_with_a_form_left_is_none_that_the_niggle_bars() -> None:
    easier = "{name: Low step, level: beginner, kit: [], load: low, niggles: {shin: {act: modify, "
    text = RAISES.replace("  why: Stairs\n", "  why: Stairs\n  niggles: {shin: {act: avoid}}\n")
    text += f"  - {easier}note: Quietly}}}}}}\n"
    acts = [
        form.niggles[Niggle.SHIN].act
        for form in parse_catalogue(text, "my.yaml").by_id["steps"].ladder
    ]
    assert acts == [Act.AVOID, Act.MODIFY]


def test_all_faults_are_told_in_the_order_of_the_file() -> None:
    text = edited(GOOD, "group: knee", "group: kneee")
    text = text.replace("load: medium", "laod: medium")
    text = text.replace("id: planks", "id: squats")
    text = text.replace("  role: core\n", "  role: core\n  role: core\n")
    assert faults_of(text) == (
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
    exercises = parse_catalogue(BUNDLED, "exercises.yaml").exercises
    assert [exercise.id for exercise in load_catalogue().exercises] == [
        exercise.id for exercise in exercises
    ]
    assert f"befit: {len(EXERCISES)} exercises for runners" in BUNDLED


def test_no_backpack_on_two_legs_comes_after_the_own_weight_on_one() -> None:
    forms = [form for each in load_catalogue().exercises for form in each.ladder]
    easier = []
    for form, following in pairwise(forms):
        one_leg = form.pattern is Pattern.CALF and form.per_side
        carried = any(Kit.BACKPACK in choice for choice in following.kit)
        if one_leg and carried and not following.per_side:
            easier.append(following.name)
    assert easier == []


def test_a_sore_spot_that_bars_the_lift_most_begin_with_bars_all_that_is_harder() -> None:
    """Else it begins with what is harder."""
    harder = []
    for exercise in load_catalogue().exercises:
        base = exercise.ladder[exercise.base]
        barred = {niggle for niggle in Niggle if avoided(base, niggle)}
        for form in exercise.ladder[exercise.base :]:
            if form.pattern in LIFT_PATTERNS:
                may = [niggle for niggle in barred if not avoided(form, niggle)]
                harder += [(form.name, niggle) for niggle in may]
    assert harder == []


def test_a_niggle_that_asks_for_more_repetitions_says_how_many() -> None:
    forms = [form for each in load_catalogue().exercises for form in each.ladder]
    vague = [
        form.name
        for form in forms
        for rule in form.niggles.values()
        if "more repetitions" in (rule.note or "") and rule.reps is None
    ]
    assert vague == []


def test_the_same_file_again_is_not_read_again() -> None:
    assert parse_exercises(BUNDLED, "one.yaml") is parse_exercises(BUNDLED, "other.yaml")


def test_places_are_read_only_for_what_has_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue_reader, "compose", lambda text: pytest.fail("read with places"))
    assert parse_catalogue(f"{BUNDLED}# not the text that is known already\n", "my.yaml")


@given(data=changed_data() | st.just({"exercises": EXERCISES}))
@times(0.6)
def test_with_places_or_without_the_catalogue_is_the_same(data: Any) -> None:
    text = dumped(data)
    whole = catalogue_reader._whole(text)
    if whole is None:
        assert faults_of(text)
    else:
        placed = catalogue_reader._exercises(text, "my.yaml")
        assert catalogue_of(whole.exercises).exercises == catalogue_of(placed).exercises


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


FOREIGN = (
    '{"name": "3/4 Sit-Up", "force": "pull", "level": "beginner", "mechanic": "compound", '
    '"instructions": ["Lie down on the floor."]}'
)
"""An exercise as another collection has it."""


@pytest.mark.parametrize("number", [1, 8_000], ids=["small", "over 1 MB"])
@pytest.mark.parametrize(
    ("begin", "end", "want"),
    [
        pytest.param("[", "]", f"1:1: a list {NO_CATALOGUE}", id="a list"),
        pytest.param("\n\n  [", "]", f"3:3: a list {NO_CATALOGUE}", id="a list further down"),
    ],
)
def test_exercises_in_another_form_are_told_the_shape_whatever_their_size(
    begin: str, end: str, want: str, number: int, tmp_path: Path
) -> None:
    path = tmp_path / "exercises.yaml"
    path.write_text(begin + ",\n".join([FOREIGN] * number) + end)
    with pytest.raises(FileFaults) as told:
        load_catalogue(path)
    assert told.value.faults == (f"{path}:{want}",)


def test_a_large_mapping_without_exercises_is_told_the_shape(tmp_path: Path) -> None:
    path = tmp_path / "exercises.yaml"
    rows = ",\n".join([FOREIGN] * 8_000)
    path.write_text(f'{{"count": 8000, "results": [{rows}], ? [a] : {{"exercises": []}}}}')
    with pytest.raises(FileFaults) as told:
        load_catalogue(path)
    assert told.value.faults == (f"{path}:1:1: a mapping without exercises {NO_CATALOGUE}",)


@pytest.mark.parametrize(
    ("content", "want"),
    [
        pytest.param(
            b"[" + b"x" * 1_000_001, "a list is no catalogue", id="a list that does not end"
        ),
        pytest.param(b"a: 'x" + b"x" * 1_000_001, "over 1 MB", id="no YAML"),
        pytest.param(b"\xff" * 1_000_001, "over 1 MB", id="no text"),
        pytest.param(b"#" * 1_000_001, "1:1: an empty value is no catalogue", id="a comment"),
        pytest.param(b"[" * 1_000_001, "over 1 MB|a list is no catalogue", id="brackets"),
        pytest.param(b"extends: befit\n".ljust(1_000_001), "over 1 MB", id="a changed befit"),
        pytest.param(b"[".ljust(4_000_001), "over 4 MB", id="too big to be looked at"),
    ],
)
def test_a_large_file_is_told_what_it_is(content: bytes, want: str, tmp_path: Path) -> None:
    (tmp_path / "my.yaml").write_bytes(content)
    with pytest.raises(BefitError, match=want):
        load_catalogue(tmp_path / "my.yaml")


SEEN = {
    "an accent of its own": "Cre\u0301pe",
    "a joiner in a word": "\u0645\u06cc\u200c\u0634\u0648\u062f",
    "a joiner in an emoji": "Run \U0001f3c3\u200d\u2642\ufe0f",
    "wide letters": "\u6df1\u8e72",
    "a no-break space between words": "10\u00a0reps",
    "a symbol alone": "\u2192",
}


@pytest.mark.parametrize("name", SEEN.values(), ids=SEEN)
def test_a_name_that_can_be_seen_is_taken(name: str) -> None:
    assert squats_of(edited(GOOD, "name: Squats", f"name: {name}")).name == name


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
    form = re.compile(r"my\.yaml:[1-9]\d*:[1-9]\d*: .+")
    assert [fault for fault in faults if not form.fullmatch(fault)] == []
    return False


LINES = BUNDLED.splitlines()
LOADS = [number for number, line in enumerate(LINES) if " load: " in line]


@given(broken=st.sets(st.sampled_from(LOADS), min_size=1))
@times(0.2)
def test_every_line_that_was_broken_is_told_and_no_other(broken: set[int]) -> None:
    lines = list(LINES)
    for number in broken:
        lines[number] = lines[number].replace(" load: ", " laod: ")
    faults = faults_of("\n".join(lines))
    unknown = [fault for fault in faults if "unknown key 'laod'" in fault]
    assert {int(fault.split(":")[0]) - 1 for fault in unknown} == broken
    assert len(faults) == 2 * len(broken)


@given(data=changed_data())
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
@times(0.6)
def test_characters_inserted_load_or_are_told(place: int, inserted: str) -> None:
    loads_or_tells(BUNDLED[:place] + inserted + BUNDLED[place:])


@given(place=st.integers(0, len(BUNDLED.encode())))
@times(0.3)
def test_a_file_cut_short_loads_or_is_told(place: int) -> None:
    loads_or_tells(BUNDLED.encode()[:place])


@given(number=st.integers(0, BUNDLED.count("\n") - 1))
@times(0.4)
def test_a_line_twice_loads_or_is_told(number: int) -> None:
    lines = BUNDLED.splitlines(keepends=True)
    loads_or_tells("".join([*lines[: number + 1], *lines[number:]]))


@given(
    text=st.binary(max_size=60)
    | st.text(max_size=60)
    | st.text(st.sampled_from("exrcis: -[]{}&*!?|>'\"#\n\t"), max_size=60)
)
@times(3)
def test_any_text_at_all_is_told(text: str | bytes) -> None:
    assert not loads_or_tells(text)
