"""`befit exercises` and `befit show`: the catalogue as an athlete meets it, on any terminal and for
a program.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from colours import marked
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len
from rich.console import Console
from strategies import CATALOGUE, a_form, an_exercise, kits, levels
from syrupy.assertion import SnapshotAssertion
from typer.testing import CliRunner, Result

from befit_cli.cli import app
from befit_cli.planning.repertoire import possible_forms
from befit_cli.planning.training import first_form
from befit_cli.runner.vocabulary import KIT_PRESETS
from befit_cli.values import (
    Act,
    Athlete,
    Catalogue,
    Dose,
    Exercise,
    Form,
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
from befit_cli.views import exercise, exercise_json, exercises

NO_KIT = Athlete(kit=())
HOLD = Dose(sets=Range(2, 2), hold=Range(20, 30), rest=0)
SHALLOWER = NiggleRule(act=Act.MODIFY, note="Shallower while it is sore.", swap=("toe-curls",))
NOT_NOW = NiggleRule(act=Act.AVOID, note="Not while it is sore.", swap=("squats", "step-ups"))
SQUATS = an_exercise(
    a_form(
        "Half squat with a hand on support",
        muscles=Muscles(("quadriceps", "gluteus-maximus"), ("hip-flexors",)),
    ),
    a_form(
        "Bodyweight squat",
        base=True,
        cues=("Keep the whole foot planted", "Push the floor away"),
        muscles=Muscles(("quadriceps",)),
    ),
    a_form("Goblet squat", kit=((Kit.DUMBBELL, Kit.KETTLEBELL),), load=Load.HIGH),
    a_form("Wall sit", dose=HOLD, level=Level.INTERMEDIATE),
    a_form("One-leg wall sit", dose=HOLD, level=Level.INTERMEDIATE, per_side=True),
    a_form(
        "Barbell squat off a box",
        kit=((Kit.BARBELL,), (Kit.BOX, Kit.BENCH)),
        load=Load.HIGH,
        level=Level.ADVANCED,
    ),
    id="squats",
    name="Squats",
    aliases=("air squat", "goblet squat"),
    why="Strong thighs and hips for hills, headwinds and the last few miles.",
    prerequisite="Four weeks without knee pain before the barbell.",
    niggles={Niggle.ITB: SHALLOWER, Niggle.SHIN: NiggleRule(act=Act.FIRST_LINE)},
)
STEP_UPS = an_exercise(
    a_form("Low step-up", kit=((Kit.STEP,),), pattern=Pattern.LUNGE),
    a_form("Step-up", kit=((Kit.STEP, Kit.BOX, Kit.BENCH),), pattern=Pattern.LUNGE, base=True),
    name="Step-ups",
    id="step-ups",
)
JUMPS = an_exercise(
    a_form("Fast squat", load=Load.MEDIUM, niggles={Niggle.ITB: NOT_NOW}),
    a_form(
        "Jump squat",
        pattern=Pattern.PLYOMETRIC,
        contacts=1,
        base=True,
        niggles={Niggle.ITB: NOT_NOW},
    ),
    name="Jump squats",
    id="jump-squats",
    group=Group.LEG,
    role=Role.POWER,
    niggles={Niggle.ITB: NOT_NOW},
)
TOES = an_exercise(
    a_form("Towel toe curl", pattern=Pattern.FOOT),
    name="Toe curls",
    id="toe-curls",
    group=Group.FOOT,
)
GARAGE = Catalogue((SQUATS, STEP_UPS, TOES, JUMPS))

View = Callable[[Console], None]


def printed(view: View, width: int, encoding: str = "utf-8", **console: Any) -> str:
    """What comes out; a character that the encoding lacks is an error."""
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    options = {"color_system": None, "force_terminal": False, "_environ": {}} | console
    view(Console(file=out, width=width, **options))
    out.seek(0)
    return out.read()


def listed(athlete: Athlete, catalogue: Catalogue = GARAGE) -> View:
    return lambda console: exercises.show(catalogue.exercises, athlete, catalogue, console)


def shown(
    one: Exercise,
    athlete: Athlete = NO_KIT,
    catalogue: Catalogue = GARAGE,
    named: Form | None = None,
) -> View:
    return lambda console: exercise.show(one, athlete, catalogue, console, named)


def words(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


SORE = replace(NO_KIT, niggles=(Niggle.ITB,))
VIEWS = {"list": listed(SORE), "one": shown(SQUATS)}
every_view = pytest.mark.parametrize("view", VIEWS)


@every_view
def test_as_it_prints_in_colour(view: str, snapshot: SnapshotAssertion) -> None:
    text = printed(VIEWS[view], 80, force_terminal=True, color_system="standard")
    assert marked(text) == snapshot


@every_view
@pytest.mark.parametrize("width", [100, 60, 40])
def test_as_it_prints(view: str, width: int, snapshot: SnapshotAssertion) -> None:
    assert printed(VIEWS[view], width) == snapshot


@every_view
def test_as_it_prints_in_ascii(view: str, snapshot: SnapshotAssertion) -> None:
    assert printed(VIEWS[view], 80, "ascii") == snapshot


@every_view
@pytest.mark.parametrize("width", [20, 40, 56, 76, 80, 110])
def test_colour_changes_no_character_and_suits_light_and_dark(view: str, width: int) -> None:
    coloured = printed(VIEWS[view], width, force_terminal=True, color_system="truecolor")
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == printed(VIEWS[view], width)
    assert set(re.findall(r"\x1b\[([\d;]*)m", coloured)) <= {"0", "1", "2", "4"}


@given(
    level=levels, kit=kits, width=st.integers(20, 140), encoding=st.sampled_from(["utf-8", "ascii"])
)
def test_no_line_is_too_wide_and_ascii_is_ascii(
    level: Level, kit: tuple[Kit, ...], width: int, encoding: str
) -> None:
    athlete = Athlete(level=level, kit=kit, niggles=(Niggle.ITB,))
    for view in (listed(athlete), shown(SQUATS, athlete)):
        text = printed(view, width, encoding)
        assert max(map(cell_len, text.split("\n"))) <= min(width, 110)
        assert encoding == "utf-8" or text.isascii()


@pytest.mark.parametrize("one", CATALOGUE.exercises, ids=lambda one: one.id)
def test_every_exercise_is_told_whole_in_40_columns(one: Exercise) -> None:
    text = printed(shown(one, Athlete(), CATALOGUE), 40)
    swaps = [CATALOGUE.by_id[swap].name for rule in one.niggles.values() for swap in rule.swap]
    notes = [rule.note for rule in one.niggles.values() if rule.note]
    needs = [thing for form in one.ladder for choice in form.kit for thing in choice]
    forms = [form.name for form in one.ladder]
    told = [one.id, one.name, one.why, *one.aliases, *forms]
    told += [*notes, *swaps, *one.niggles, *needs]
    assert max(map(cell_len, text.split("\n"))) <= 40
    assert [said for said in told if said not in words(text)] == []


@pytest.mark.parametrize("width", [40, 110])
def test_the_list_has_every_exercise_of_the_catalogue(width: int) -> None:
    text = printed(listed(Athlete(), CATALOGUE), width)
    assert [one.id for one in CATALOGUE.exercises if one.name not in text] == []


@pytest.mark.parametrize("width", [40, 60, 100])
def test_a_group_is_named_once(width: int) -> None:
    named = re.findall(r"^(knee|foot|leg)\b", printed(listed(Athlete()), width), re.MULTILINE)
    assert named == ["knee", "foot", "leg"]


HOSTILE = st.text(max_size=60) | st.sampled_from(
    ["[red]a[/red] :tada: \x1b]0;t\x07\x1b[31mb\u202e", "=cmd()|\n", "[/]", "<script>", "x" * 300]
)


@given(text=HOSTILE, width=st.integers(20, 140), encoding=st.sampled_from(["utf-8", "ascii"]))
def test_any_text_fits_and_sends_no_control_characters(
    text: str, width: int, encoding: str
) -> None:
    form = a_form(text, cues=(text,), muscles=Muscles((text,), (text,)))
    rules = {Niggle.ITB: NiggleRule(act=Act.MODIFY, note=text, swap=(text,))}
    nasty = an_exercise(
        form, id=text, name=text, aliases=(text,), why=text, prerequisite=text, niggles=rules
    )
    lacking = replace(an_exercise(replace(form, kit=((Kit.BOX,),))), name=text, id=f"{text}2")
    catalogue = Catalogue((nasty, lacking))
    views = [listed(SORE, catalogue)]
    views += [shown(one, SORE, catalogue) for one in (nasty, lacking)]
    for view in views:
        out = printed(view, width, encoding)
        assert max(map(cell_len, out.split("\n"))) <= width
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", out)


@every_view
def test_markup_is_shown_and_escapes_are_not_sent(view: str) -> None:
    nasty = replace(SQUATS, name="[red]a[/red] :tada: \x1b]0;t\x07\x1b[31mb")
    of_it = {"list": listed(NO_KIT, Catalogue((nasty, TOES))), "one": shown(nasty)}
    assert "[red]a[/red] :tada: b" in printed(of_it[view], 100)


def rows(athlete: Athlete) -> dict[str, list[str]]:
    """What the list tells of each exercise, by its name."""
    text = printed(listed(athlete), 40).split("\n\n")[1]
    items = re.findall(r"^  (\S.*)\n    (\S.*)\n    (\S.*), can do (.*)", text, re.MULTILINE)
    return {name.strip(): [cell.strip() for cell in cells] for name, *cells in items}


def test_the_list_tells_the_pattern_the_form_to_begin_with_and_how_many_can_be_done() -> None:
    assert rows(Athlete(level=Level.INTERMEDIATE)) == {
        "Squats": ["Wall sit", "squat", "4 of 6"],
        "Step-ups": ["Step-up", "lunge", "2 of 2"],
        "Toe curls": ["Towel toe curl", "foot", "1 of 1"],
        "Jump squats": ["Fast squat", "plyometric, squat", "2 of 2"],
    }


def test_the_list_begins_with_whom_it_is_for() -> None:
    athlete = Athlete(level=Level.ADVANCED, kit=KIT_PRESETS["home"] + (Kit.BARBELL,))
    assert printed(listed(athlete), 80).startswith("4 exercises · advanced · kit: home, barbell\n")


def needing(*choices: str) -> dict[str, Any]:
    """What a form says that needs these: `needing("bench", "barbell|dumbbell")`."""
    return {"kit": tuple(tuple(map(Kit, choice.split("|"))) for choice in choices)}


HOME = Athlete()
ADVANCED = {"level": Level.ADVANCED}


@pytest.mark.parametrize(
    ("form", "athlete", "reason"),
    [
        pytest.param(
            needing("box|step|bench"), NO_KIT, "needs box, step or bench", id="one of three"
        ),
        pytest.param(
            needing("bench", "barbell|dumbbell"),
            NO_KIT,
            "needs bench + barbell or dumbbell",
            id="two",
        ),
        pytest.param(needing("bench", "barbell"), HOME, "needs barbell", id="only what is lacking"),
        pytest.param(ADVANCED, NO_KIT, "from advanced on", id="level"),
        pytest.param(ADVANCED | needing("box"), NO_KIT, "needs box, from advanced on", id="both"),
        pytest.param({"contacts": 1}, NO_KIT, "jumps, from week 5 on", id="a beginner's jumps"),
    ],
)
def test_what_is_out_of_reach_says_what_it_takes(
    form: dict[str, Any], athlete: Athlete, reason: str
) -> None:
    beyond = an_exercise(a_form("Bridge", **form))
    text = printed(listed(athlete, Catalogue((beyond, TOES))), 80)
    assert f"Out of reach for now (--kit, --level)\n  Bridge  {reason}\n" in text
    assert f"No form for you yet: {reason}\n" in printed(shown(beyond, athlete), 80)


@pytest.mark.parametrize(
    ("easy", "other", "reason"),
    [
        pytest.param(
            needing("box"), needing("box|step"), "needs box or step", id="more to choose from"
        ),
        pytest.param(needing("box", "band"), needing("step"), "needs step", id="fewer things"),
        pytest.param(needing("box", "band"), ADVANCED, "needs box + band", id="no higher level"),
    ],
)
def test_of_several_forms_out_of_reach_the_nearest_is_told(
    easy: dict[str, Any], other: dict[str, Any], reason: str
) -> None:
    beyond = an_exercise(a_form("Bridge", **easy), a_form("Other", **other))
    assert f"No form for you yet: {reason}\n" in printed(shown(beyond), 80)


def test_a_niggle_tells_what_it_puts_first_changes_and_bars() -> None:
    text = printed(listed(replace(NO_KIT, niggles=(Niggle.ITB, Niggle.PLANTAR, Niggle.SHIN))), 110)
    itb, plantar, shin = [part.split("\n", 1)[1] for part in text.split("With ")[1:]]
    assert [line.split("  ", 2)[2].strip() for line in itb.splitlines()[:2]] == [
        "Squats: Shallower while it is sore. Or do Toe curls instead.",
        "Jump squats: Not while it is sore. Do Squats or Step-ups instead.",
    ]
    assert [line.split()[0] for line in itb.splitlines()[:2]] == ["modify", "avoid"]
    assert words(plantar) == "Nothing here changes."
    assert words(shin).startswith("first-line Squats befit show")


def test_what_a_niggle_bars_is_not_offered() -> None:
    assert "Jump squats" not in rows(SORE)
    assert "Squats" in rows(SORE)


def ladder(athlete: Athlete, width: int) -> dict[str, str]:
    """What each form is to the athlete."""
    _, _, rest = printed(shown(SQUATS, athlete), width).partition("Forms, easiest first\n")
    text, _, _ = rest.partition("\n\n")
    found = {}
    for form in SQUATS.ladder:
        line = re.search(rf"{form.name}(?: .*)?(?:\n    .*)?", text)
        assert line, form.name
        mark = re.search(r"yours|can do", line[0])
        found[form.name] = mark[0] if mark else ""
    return found


@given(level=levels, kit=kits, width=st.sampled_from((40, 100)))
def test_the_ladder_marks_the_form_that_is_yours_and_those_that_you_can_do(
    level: Level, kit: tuple[Kit, ...], width: int
) -> None:
    athlete = Athlete(level=level, kit=kit)
    marks = ladder(athlete, width)
    yours = first_form(athlete, SQUATS)
    assert yours is not None
    assert [name for name, mark in marks.items() if mark == "yours"] == [yours.name]
    possible = {form.name for form in possible_forms(athlete, SQUATS)}
    assert {name for name, mark in marks.items() if mark} == possible


def test_your_form_comes_first_with_its_cues() -> None:
    text = printed(shown(SQUATS), 80)
    assert text.startswith("Bodyweight squat · your form of Squats\n")
    assert text.split("\n\n")[1].startswith("  -  Keep the whole foot planted")
    text = printed(shown(SQUATS, Athlete(level=Level.INTERMEDIATE, kit=())), 80)
    assert text.startswith("Wall sit · your form of Squats\n")
    assert text.split("\n\n")[1] == "  -  Stand tall"


def test_the_form_that_you_named_comes_first_and_yours_is_told() -> None:
    named = next(form for form in SQUATS.ladder if form.name == "Wall sit")
    text = printed(shown(SQUATS, named=named), 80)
    assert text.splitlines()[:2] == [
        "Wall sit · a form of Squats",
        "Your form: Bodyweight squat",
    ]
    assert text.split("\n\n")[1] == "  -  Stand tall"


def test_the_dose_of_most_forms_is_told_first_and_where_a_form_differs_by_its_name() -> None:
    hold = "2 × 20-30-s hold"
    dose = printed(shown(SQUATS), 110).split("Dose\n")[1].split("\n\n")[0]
    assert [re.split(r" {2,}", line.strip()) for line in dose.splitlines()] == [
        ["beginner", "2-3 × 10-12, stop with 3 left, rest 60 s"],
        ["intermediate", "2-3 × 10-12, stop with 3 left, rest 60 s"],
        [f"Wall sit: {hold}, stop if form slips, no rest"],
        [f"One-leg wall sit: {hold} each side, stop if form slips, no rest"],
        ["advanced", "2-3 × 10-12, stop with 3 left, rest 60 s"],
        [f"Wall sit: {hold}, stop if form slips, no rest"],
        [f"One-leg wall sit: {hold} each side, stop if form slips, no rest"],
    ]


def test_a_level_without_a_form_has_no_dose() -> None:
    hard = an_exercise(a_form("Pistol squat", level=Level.ADVANCED))
    assert "beginner      no form of this level" in printed(shown(hard), 80)


EXERCISE_KEYS = "id name aliases group pattern role family why prerequisite fits forms niggles"
FORM_KEYS = (
    "name level kit load base contacts pattern family per_side seconds_per_rep dose muscles cues "
    "garmin setup knee alternates serves niggles prerequisite only_for race_weeks figure possible yours"
)


def test_the_keys_of_the_json_stay_as_they_are() -> None:
    [first, *_] = json.loads(exercise_json.render_all(CATALOGUE.exercises, Athlete()))
    assert " ".join(first) == EXERCISE_KEYS
    assert " ".join(first["forms"][0]) == FORM_KEYS
    assert first["forms"][0]["dose"]["beginner"] == {
        "sets": {"low": 2, "high": 3},
        "reps": {"low": 8, "high": 15},
        "hold": None,
        "rest": 75,
        "rir": 3,
    }
    assert first["niggles"]["itb"]["act"] == "modify"


def test_one_exercise_is_the_object_that_the_list_has() -> None:
    ones = [json.loads(exercise_json.render_one(one, SORE)) for one in GARAGE.exercises]
    assert json.loads(exercise_json.render_all(GARAGE.exercises, SORE)) == ones


def test_the_json_says_what_fits_what_is_possible_and_what_is_yours() -> None:
    read = {one["id"]: one for one in json.loads(exercise_json.render_all(GARAGE.exercises, SORE))}
    assert {id_: one["fits"] for id_, one in read.items()} == {
        "squats": True,
        "step-ups": False,
        "toe-curls": True,
        "jump-squats": False,
    }
    forms = read["squats"]["forms"]
    assert [form["name"] for form in forms if form["yours"]] == ["Bodyweight squat"]
    assert [form["name"] for form in forms if form["possible"]] == [
        "Half squat with a hand on support",
        "Bodyweight squat",
    ]
    assert forms[5]["kit"] == [["barbell"], ["box", "bench"]]
    jumps = read["jump-squats"]
    assert (jumps["pattern"], jumps["forms"][0]["pattern"]) == ("plyometric", "squat")


def befit(*arguments: str, **environment: str) -> Result:
    env = {"COLUMNS": "100", "BEFIT_CATALOGUE": "", **environment}
    return CliRunner().invoke(app, list(arguments), env=env)


def ids(result: Result) -> list[str]:
    return [one["id"] for one in json.loads(result.stdout)]


def test_the_command_lists_all_and_says_on_stderr_what_it_assumed() -> None:
    result = befit("exercises")
    assert result.exit_code == 0
    assert result.stdout.startswith(
        f"{len(CATALOGUE.exercises)} exercises · beginner · kit: home\n"
    )
    assert result.stderr == "Assumed: beginner (--level), home kit (--kit).\n"
    assert befit("exercises", "--level", "beginner", "--kit", "home").stderr == ""


HIP = "glute-bridges fire-hydrants side-leg-raises hip-thrusts standing-side-kicks"
CALF = "heel-raises calf-raises"


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        pytest.param("--group hip", HIP, id="a group"),
        pytest.param("--group glutes", HIP, id="a group by its muscle"),
        pytest.param("--pattern calf", CALF, id="a pattern"),
        pytest.param("--pattern rows", "pull-ups", id="a pattern by a lift"),
        pytest.param("--group leg --pattern calf", "calf-raises", id="both"),
        pytest.param("--pattern calf,PULL", f"{CALF} pull-ups", id="two, with a comma"),
        pytest.param("--pattern pull --pattern calf", f"{CALF} pull-ups", id="two, said twice"),
    ],
)
def test_the_list_is_narrowed(arguments: str, found: str) -> None:
    assert ids(befit("exercises", "-f", "json", *arguments.split())) == found.split()


def test_groups_come_in_their_order_each_together() -> None:
    groups = [one["group"] for one in json.loads(befit("exercises", "-f", "json").stdout)]
    assert list(dict.fromkeys(groups)) == list(Group)
    assert groups == sorted(groups, key=list(Group).index)


@pytest.mark.parametrize("more", [(), ("-f", "json")], ids=["terminal", "json"])
def test_an_empty_list_says_what_to_loosen_and_is_no_error(more: tuple[str, ...]) -> None:
    result = befit("exercises", "--group", "foot", "--pattern", "pull", *more)
    assert (result.exit_code, result.stdout) == (0, "[]\n" if more else "")
    assert result.stderr.startswith(
        "No exercise fits --group foot and --pattern pull. Leave one of them out, or name more.\n"
    )


WRONG = {
    "a group there is not": (
        "exercises --group elbows",
        "'elbows' is not a group; the groups are knee",
    ),
    "a pattern for a group": (
        "exercises --group calves",
        "core, marathon. Say --pattern calf.\n",
    ),
    "a group for a pattern": ("exercises --pattern glutes", "plyometric. Say --group hip.\n"),
    "patterns among groups": (
        "exercises --group hip,squats,jumps",
        "core, marathon. Say --pattern squat,plyometric.\n",
    ),
    "what is of neither": ("exercises --group hip,elbows", "core, marathon.\n"),
    "a pattern of several": ("exercises --pattern back", "'back' could be pull (the upper back)"),
    "a pattern with a slip": ("exercises --pattern sqat", "did you mean 'squat'?"),
    "kit with a slip": ("exercises --kit dumbell", "did you mean 'dumbbell'?"),
    "a level there is not": ("exercises --level strong", "'strong' is not a level"),
    "a niggle with a slip": ("exercises --niggle plantr", "did you mean 'plantar'?"),
    "a format for plans": ("exercises -f md", "'md' is not a format of exercises. Say -f json,"),
    "a name of two": ("show calf", "'calf' could be Calf raises (calf-raises) or Heel raises"),
    "a name of none": ("show burpees", "There is no exercise 'burpees'"),
    "a format there is not": ("show squats --format yaml", "'yaml' is not a format of exercises."),
    "no name": ("show", "befit show needs a NAME."),
}
IMPOSSIBLE = {
    "pain on a bone": ("exercises --niggle bone-stress", "needs a clinician"),
    "a catalogue that is not there": ("exercises --catalogue no.yaml", "There is no file no.yaml."),
}


@pytest.mark.parametrize(
    ("arguments", "sentence", "code"),
    [
        *(pytest.param(*case, 2, id=id_) for id_, case in WRONG.items()),
        *(pytest.param(*case, 1, id=id_) for id_, case in IMPOSSIBLE.items()),
    ],
)
def test_what_cannot_be_answered_is_one_sentence(arguments: str, sentence: str, code: int) -> None:
    result = befit(*arguments.split())
    assert (result.exit_code, result.stdout) == (code, "")
    assert sentence in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "name",
    [["step", "ups"], ["Step-ups"], ["step-ups"], ["box", "step", "up"]],
    ids=" ".join,
)
def test_show_takes_a_name_of_several_words_with_quotes_or_without(name: list[str]) -> None:
    result = befit("show", *name, "--kit", "none", "--level", "advanced")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[:2] == [
        "Step-up · a form of Step-ups",
        "No form for you yet: needs step or box",
    ]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        pytest.param(
            "goblet squat",
            ["Goblet squat · a form of Squats", "Your form: Bodyweight squat"],
            id="whole",
        ),
        pytest.param(
            "nordic",
            ["Nordic lowering · a form of Glute bridges", "Your form: Glute bridge"],
            id="by a word of its own",
        ),
    ],
)
def test_show_begins_with_the_form_that_is_named(name: str, lines: list[str]) -> None:
    result = befit("show", *name.split(), "--kit", "none")
    assert result.stdout.splitlines()[:2] == lines


def test_show_in_json_is_one_object() -> None:
    result = befit("show", "rdl", "-f", "JSON", "--kit", "barbell")
    assert json.loads(result.stdout)["id"] == "romanian-deadlifts"
    assert result.stderr == "Assumed: beginner (--level).\n"


COACH = """
exercises:
  - id: hops
    name: Hops
    group: foot
    pattern: calf
    family: hops
    role: accessory
    seconds_per_rep: 1
    muscles: {primary: [calves]}
    why: Spring.
    cues: [Land softly]
    dose: {beginner: {sets: 2, reps: 10, rest: 30}, intermediate: {sets: 2, reps: 10, rest: 30}, advanced: {sets: 2, reps: 10, rest: 30}}
    ladder: [{name: Hop, level: beginner, kit: [], load: low}]
"""


def test_both_commands_read_your_own_catalogue(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(COACH)
    assert ids(befit("exercises", "-f", "json", "--catalogue", str(path))) == ["hops"]
    assert ids(befit("exercises", "-f", "json", BEFIT_CATALOGUE=str(path))) == ["hops"]
    assert befit("show", "hop", "--catalogue", str(path)).stdout.startswith(
        "Hop · your form of Hops\nSpring."
    )
