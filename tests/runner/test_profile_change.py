"""A profile that was edited by hand and is changed by `befit init`: only what is another changes."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import CATALOGUE, athletes, drawn
from typer.testing import CliRunner, Result

from befit_cli.cli import app
from befit_cli.errors import BefitError, FileFaults
from befit_cli.runner.profile import KEYS, answered_profile, load_profile, profile_text
from befit_cli.runner.vocabulary import KIT_PRESETS
from befit_cli.runner.words import read_athlete, say
from befit_cli.values import Athlete, Day, Kit, Level, Niggle, Race

MONDAY = date(2026, 11, 23)
EXERCISES = Path(__file__).parents[2] / "exercises.yaml"
BEGUN = f"start: {MONDAY}\n"


@pytest.fixture(scope="session")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of the session, so that properties may write there, too."""
    return tmp_path_factory.mktemp("profile") / "profile.yaml"


def told(path: Path) -> Athlete:
    return read_athlete(load_profile(path, EXERCISES)[0], CATALOGUE)


def answered(path: Path, text: str, **answers: object) -> str:
    """The profile with that text after an interview with these answers; it says them."""
    path.write_bytes(text.encode())
    athlete = replace(told(path), **answers)
    after = answered_profile(path, athlete, MONDAY, CATALOGUE)
    path.write_bytes(after.encode())
    assert told(path) == athlete
    return after


MANY = list(CATALOGUE.by_id)[:20]
MINE = f"""\
# Mine since the spring.
race:   half        # the one in Bremen
hard: [tue, thu]    # with the club

# Sundays, with Anna
"long-run": 'sun'
kit:
  - home
  - 'dumbbell'
# two of 8 kg

minutes: 40
{BEGUN}at: 18:30
catalogue: {EXERCISES}   # not found without it
# The end.
"""
"""A profile with all that people do to one."""


@pytest.mark.parametrize(
    ("answers", "old", "new"),
    [
        pytest.param({}, "", "", id="nothing"),
        pytest.param(
            {"race": Race.MARATHON},
            "race:   half        # the one",
            "race: marathon      # the one",
            id="a word with a comment behind it",
        ),
        pytest.param({"minutes": 55}, "minutes: 40", "minutes: 55", id="a number"),
        pytest.param({"long_run": Day.SAT}, "'sun'", "'sat'", id="a word in quotes"),
        pytest.param({"long_run": None}, "'sun'", "'none'", id="none in quotes"),
        pytest.param(
            {"hard_runs": (Day.TUE, Day.FRI)}, "[tue, thu]", "[tue, fri]", id="a list on one line"
        ),
        pytest.param({"hard_runs": ()}, "[tue, thu]    #", "[none]        #", id="no list"),
        pytest.param(
            {"kit": (Kit.BAND,)},
            "  - home\n  - 'dumbbell'\n",
            "  - 'band'\n",
            id="a list on lines of their own",
        ),
        pytest.param(
            {"kit": tuple(sorted((*KIT_PRESETS["home"], Kit.DUMBBELL, Kit.BOX)))},
            "  - home\n  - 'dumbbell'\n",
            "  - home\n  - box\n  - 'dumbbell'\n",
            id="a longer list",
        ),
    ],
)
def test_only_what_was_answered_otherwise_changes(
    answers: dict[str, object], old: str, new: str, path: Path
) -> None:
    assert answered(path, MINE, **answers) == MINE.replace(old, new, 1)


@pytest.mark.parametrize(
    "made",
    [
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="CRLF"),
        pytest.param(lambda text: "\ufeff" + text, id="a byte order mark"),
        pytest.param(lambda text: text.removesuffix("\n"), id="no end of the last line"),
        pytest.param(lambda text: "---\n" + text, id="a begin of the document"),
        pytest.param(lambda text: text.replace("- ", "-   "), id="spaces behind a dash"),
        pytest.param(lambda text: text.replace("  - ", "- "), id="a list that is not indented"),
        pytest.param(lambda text: text + f"without: {', '.join(MANY)}\n", id="a long line"),
        pytest.param(lambda text: text.replace("\n", "  \n"), id="spaces at the ends of lines"),
    ],
)
def test_however_the_lines_are_written_they_stay(made, path: Path) -> None:
    after = answered(path, made(MINE), minutes=55).rstrip().split("\n")
    wanted = made(MINE.replace("minutes: 40", "minutes: 55")).rstrip().split("\n")
    # but for spaces at the end of a line that changed
    changed = [line.rstrip(" ") for line in wanted if line.startswith("minutes")]
    assert after == [changed.pop() if line.startswith("minutes") else line for line in wanted]


def test_what_is_new_comes_last_with_what_may_stand_there(path: Path) -> None:
    text = f"race: half # Bremen\n{BEGUN}# The end."
    assert answered(path, text, level=Level.ADVANCED, niggles=(Niggle.SHIN,)) == (
        text
        + "\n\n# beginner (lifting for less than 6 months), intermediate (for 6 months or more) or\n"
        "# advanced (for 2 years or more)\nlevel: advanced\n"
        "\n# none, or with commas: runners-knee (front of the knee), itb (outer side of the knee),\n"
        "# plantar (heel or sole), shin, achilles (back of the heel), low-back, hamstring (back\n"
        "# of the thigh), bone-stress (one sore point on a bone)\nniggle: shin\n"
    )


@pytest.mark.parametrize("text", ["", "# race: half\n", "\n\n"], ids=repr)
def test_a_profile_that_says_nothing_keeps_that(text: str, path: Path) -> None:
    after = answered(path, text, minutes=55)
    assert after.startswith(text)
    assert after.endswith(f"\n{BEGUN}")


def test_the_day_that_the_block_began_on_changes_with_a_block_that_begins_anew(path: Path) -> None:
    path.write_text("start: 2026-11-25 # mine\n")
    kept = answered_profile(path, Athlete(), date(2026, 11, 25), CATALOGUE)
    assert kept == "start: 2026-11-25 # mine\n"
    anew = answered_profile(path, Athlete(), date(2026, 11, 27), CATALOGUE)
    assert anew == "start: 2026-11-27 # mine\n"


@drawn
@given(
    before=athletes(),
    after=athletes(),
    comments=st.lists(st.sampled_from(("", "# mine", "  # \u00fc: [x", "# - 'a\"")), min_size=80),
)
def test_whoever_it_becomes_every_comment_and_every_other_line_stays(
    path: Path, before: Athlete, after: Athlete, comments: list[str]
) -> None:
    lines = profile_text(before, MONDAY).split("\n")
    mine = []
    for number, line in enumerate(lines):
        comment = comments[number % len(comments)]
        behind = f"{line} {comment}" if line and comment else line
        mine.append(behind.rstrip())
    text = "\n".join(mine)
    path.write_text(text)
    known = told(path)
    athlete = replace(
        after, niggles=tuple(sorted(after.niggles)), without=tuple(sorted(after.without))
    )
    changed = answered_profile(path, athlete, MONDAY, CATALOGUE)
    path.write_text(changed)
    assert told(path) == athlete
    same = [
        option.name
        for option in KEYS.values()
        if option.field and say(option, known) == say(option, athlete)
    ]
    for old, new in zip(mine, changed.split("\n"), strict=True):
        key = old.partition(":")[0]
        if old.startswith("#") or key in same or key not in KEYS:
            assert new == old
        else:
            assert new.partition(" #")[2] == old.partition(" #")[2]


UNKEPT = {
    "a comment on a word that goes": f"hard:\n- tue # track\n- thu\n{BEGUN}",
    "a comment on a word that would be another": f"hard:\n- mon\n- tue # track\n{BEGUN}",
    "a mapping in brackets": f"{{race: half, start: {MONDAY}}} # mine\n",
    "an end of the document": f"{BEGUN}...\n",
    "a list over several lines": f"hard: [\n  tue,\n  thu]\n{BEGUN}",
    "a comment between the words": f"hard:\n- tue\n# track\n- thu\n{BEGUN}",
}


@pytest.mark.parametrize("text", UNKEPT.values(), ids=UNKEPT)
def test_what_cannot_be_kept_is_left_and_the_lines_are_shown(text: str, path: Path) -> None:
    path.write_text(text)
    athlete = replace(told(path), hard_runs=(Day.FRI,))
    with pytest.raises(BefitError) as refused:
        answered_profile(path, athlete, MONDAY, CATALOGUE)
    assert str(refused.value).endswith("that have these keys:\nhard: fri")
    assert path.read_text() == text


ODD = [
    "",
    "race: half",
    "race: 'half'",
    "? race",
    ": half",
    "race: |",
    "race: >-",
    "  half",
    "hard:",
    "- tue",
    "  - tue # x",
    "hard: [tue,",
    "thu]",
    "hard: []",
    "kit: {}",
    "kit: []",
    "# c",
    "...",
    "---",
    "%YAML 1.1",
    "minutes: 040",
    "minutes: 4_0",
    "minutes: '40' #",
    "long-run: off",
    "race-date: none",
    "race-date: 2027-04-18",
    "\t",
    "",
]
"""Lines of which a few together may be YAML, and odd."""


@drawn
@given(
    text=st.lists(
        st.sampled_from(ODD),
        max_size=8,
    ).map("\n".join),
    after=athletes(),
)
def test_whatever_stands_there_it_is_changed_rightly_or_left(
    path: Path, text: str, after: Athlete
) -> None:
    path.write_text(text)
    try:
        told(path)
    except FileFaults:
        return
    athlete = replace(
        after, niggles=tuple(sorted(after.niggles)), without=tuple(sorted(after.without))
    )
    try:
        changed = answered_profile(path, athlete, MONDAY, CATALOGUE)
    except BefitError:
        return
    path.write_text(changed)
    assert told(path) == athlete


def befit(path: Path, *arguments: str, answers: str = "") -> Result:
    return CliRunner().invoke(
        app, list(arguments), input=answers, env={"BEFIT_PROFILE": str(path), "COLUMNS": "300"}
    )


def test_init_keeps_what_was_edited(tmp_path: Path) -> None:
    profile = tmp_path / "profile.yaml"
    began = date.today() - timedelta(days=date.today().weekday())
    text = MINE.replace(str(MONDAY), str(began))
    profile.write_text(text)
    assert befit(profile, "init", "--yes").exit_code == 0
    assert profile.read_text() == text
    answers = ["", "", "", "", "55", "", "", "", "", ""]
    result = befit(profile, "init", answers="\n".join([*answers, ""]))
    assert result.exit_code == 0, result.stderr
    assert profile.read_text() == text.replace("minutes: 40", "minutes: 55")


def test_init_writes_nothing_where_it_cannot_keep_it(tmp_path: Path) -> None:
    profile = tmp_path / "profile.yaml"
    text = "{minutes: 40} # mine\n"
    profile.write_text(text)
    result = befit(profile, "init", "--yes")
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{profile} was left as it is" in result.stderr
    assert "\nstart: 20" in result.stderr
    assert profile.read_text() == text


@pytest.mark.parametrize(
    ("arguments", "loads"),
    [
        pytest.param(["plan"], False, id="plan"),
        pytest.param(["block"], False, id="block"),
        pytest.param(["init", "--yes"], True, id="init"),
    ],
)
def test_what_keeps_comments_is_loaded_only_where_a_profile_is_written(
    arguments: list[str], loads: bool, tmp_path: Path
) -> None:
    profile = tmp_path / "profile.yaml"
    profile.write_text("race: half\n")
    run = (
        "import sys\nfrom befit_cli.cli import app\n"
        f"app({arguments!r}, standalone_mode=False)\n"
        "print('ruamel.yaml' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", run],
        env={**os.environ, "BEFIT_PROFILE": str(profile)},
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stderr.splitlines()[-1] == str(loads)
