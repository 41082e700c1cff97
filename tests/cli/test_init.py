"""`befit init`: questions in a terminal or a pipe, a profile, and the first week."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pexpect
import pytest
from set_clock import at
from strategies import CATALOGUE
from typer.testing import CliRunner, Result

from befit_cli.cli import app
from befit_cli.cli.environment import profile_to_write
from befit_cli.evidence.niggles import CLINICIAN
from befit_cli.runner.profile import load_profile
from befit_cli.runner.words import read_athlete, words_for
from befit_cli.values import Athlete, Day, Group, Kit, Level, Niggle, Race

EXERCISES = Path(__file__).parents[2] / "exercises.yaml"
RACE_DAY = date.today() + timedelta(weeks=9)
KEEP = [""] * 11
"""Enter at every question."""
RACE, RACE_DATE, LEVEL, KIT, MINUTES, SESSIONS, RUNS, LONG_RUN, HARD, DAYS, NIGGLE = range(11)
"""The questions, in their order."""
ENDED = (
    "Stopped: the answers ended before the questions did, and nothing was written. Say befit "
    "init again, or befit init --yes to be asked nothing."
)


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A profile that is not written yet, and that the environment names."""
    path = tmp_path / "befit" / "profile.yaml"
    monkeypatch.setenv("BEFIT_PROFILE", str(path))
    return path


def befit(*arguments: str, answers: list[str] | None = None, columns: int = 300) -> Result:
    lines = "".join(f"{answer}\n" for answer in answers or [])
    return CliRunner().invoke(app, list(arguments), input=lines, env={"COLUMNS": str(columns)})


def saying(**said: str) -> list[str]:
    """Enter at every question but these."""
    return [
        said.get(name, "")
        for name in (
            "race",
            "race_date",
            "level",
            "kit",
            "minutes",
            "sessions",
            "runs",
            "long_run",
            "hard",
            "days",
            "niggle",
        )
    ]


def athlete_in(profile: Path) -> Athlete:
    return read_athlete(load_profile(profile, None)[0], CATALOGUE)


def prompts(result: Result) -> list[str]:
    """The default that each question had in brackets."""
    return [
        line.split("]: ")[0].strip(" [") for line in result.stderr.splitlines() if "]: " in line
    ]


def test_ten_answers_are_the_profile_and_the_first_week_is_the_one_that_plan_shows(
    profile: Path,
) -> None:
    said = [
        "half",
        str(RACE_DAY),
        "Intermediate",
        "home, dumbbell",
        "45",
        "3",
        "",
        "saturday",
        "tue,thu",
        "mon, wed, fri",
        "achilles",
    ]
    result = befit("init", answers=said)
    assert result.exit_code == 0, result.stderr
    assert athlete_in(profile) == Athlete(
        race=Race.HALF,
        race_date=RACE_DAY,
        level=Level.INTERMEDIATE,
        kit=(Kit.BACKPACK, Kit.BENCH, Kit.DUMBBELL, Kit.STEP, Kit.TOWEL),
        minutes=45,
        sessions=3,
        long_run=Day.SAT,
        hard_runs=(Day.TUE, Day.THU),
        days=(Day.MON, Day.WED, Day.FRI),
        niggles=(Niggle.ACHILLES,),
    )
    plan = befit("plan", columns=300)
    assert result.stdout == plan.stdout
    assert result.stderr.endswith(
        f"\nWritten to {profile}. From now on, befit plan and befit block are "
        f"enough.\n\n{plan.stderr}"
    )


def test_enter_takes_what_stands_in_brackets(profile: Path) -> None:
    result = befit("init", answers=KEEP)
    assert prompts(result) == [
        "10k",
        "none",
        "beginner",
        "home",
        "30",
        "2",
        "none",
        "sun",
        "wed",
        "all",
        "none",
    ]
    assert athlete_in(profile) == Athlete()


def test_who_has_no_race_is_not_asked_when_it_is(profile: Path) -> None:
    result = befit("init", answers=["none", "advanced", *KEEP[3:]])
    assert "When is it?" not in result.stderr
    assert athlete_in(profile) == Athlete(race=Race.NONE, level=Level.ADVANCED)


def test_who_has_no_race_any_more_has_no_date_of_it(profile: Path) -> None:
    profile.parent.mkdir()
    profile.write_text(f"race: half\nrace-date: {RACE_DAY}\n")
    befit("init", answers=["none", *KEEP[2:]])
    assert athlete_in(profile) == Athlete(race=Race.NONE)


def test_an_answer_that_is_understood_as_something_else_says_so_and_is_kept_so(
    profile: Path,
) -> None:
    result = befit("init", answers=saying(race="15k"))
    assert "'15k' gets the plan for the next longer race: half." in result.stderr
    assert athlete_in(profile) == Athlete(race=Race.HALF)


BY_NUMBER = {
    "one": ("race", "3", "race", "half"),
    "none": ("race", "0", "race", "none"),
    "a distance is no number of a race": ("race", "5", "race", "5k"),
    "the level": ("level", "3", "level", "advanced"),
    "several": ("kit", "1,4", "kit", "home, dumbbell"),
    "with a blank": ("kit", "1, 4", "kit", "home, dumbbell"),
    "without a comma": ("kit", "1 4", "kit", "home, dumbbell"),
    "beside words": ("kit", "home, 4", "kit", "home, dumbbell"),
    "a number of things": ("kit", "2 dumbbells", "kit", "dumbbell"),
    "of two figures": ("kit", "10,13", "kit", "box, towel"),
    "nothing to train with": ("kit", "0", "kit", "none"),
    "minutes are minutes": ("minutes", "20", "minutes", "20"),
    "sessions are sessions": ("sessions", "3", "sessions", "3"),
    "a day": ("long_run", "6", "long-run", "sat"),
    "days": ("hard", "2,4", "hard", "tue, thu"),
    "days from one to another": ("days", "1-4", "days", "mon, tue, wed, thu"),
    "all days": ("days", "8", "days", "all"),
    "sore spots": ("niggle", "4 and 5", "niggle", "achilles, shin"),
}


@pytest.mark.of_a_kind(6)
@pytest.mark.parametrize(
    ("question", "answer", "option", "words"), BY_NUMBER.values(), ids=BY_NUMBER
)
def test_a_number_answers_for_its_word(
    question: str, answer: str, option: str, words: str, profile: Path
) -> None:
    answers = saying(**{question: answer})
    if words == "none" and question == "race":
        del answers[RACE_DATE]
    result = befit("init", answers=answers)
    assert result.exit_code == 0, result.stderr
    assert words_for(athlete_in(profile))[option] == words


def test_a_question_lists_its_words_by_number_and_says_what_they_mean(profile: Path) -> None:
    lines = befit("init", answers=KEEP).stderr.splitlines()
    start = lines.index(
        "11/11 What is sore, if anything? The plan leaves out what could provoke it, and puts in what helps."
    )
    assert [line.strip() for line in lines[start + 1 : start + 10]] == [
        "1 runners-knee (front of the knee)",
        "2 itb (outer side of the knee)",
        "3 plantar (heel or sole)",
        "4 shin",
        "5 achilles (back of the heel)",
        "6 low-back",
        "7 hamstring (back of the thigh)",
        "8 bone-stress (one sore point on a bone)",
        "0 none",
    ]


@pytest.mark.parametrize("back", ["<", "back", "BACK", "atrás"])
def test_there_is_a_way_back_and_what_was_said_stands_in_brackets(back: str, profile: Path) -> None:
    result = befit("init", answers=["half", "", "advanced", back, back, back, "5k", *KEEP[1:]])
    assert result.exit_code == 0, result.stderr
    asked = prompts(result)[: len("12332112")]
    assert asked == ["10k", "none", "beginner", "home", "advanced", "none", "half", "none"]
    assert athlete_in(profile) == Athlete(race=Race.FIVE_K, level=Level.ADVANCED)


def test_who_says_a_sore_back_hears_how_to_go_back(profile: Path) -> None:
    result = befit("init", answers=[*KEEP[:NIGGLE], "back", "<", "1-3", "low-back"])
    assert "To go to the question before, type <." in " ".join(result.stderr.split())
    assert athlete_in(profile) == Athlete(
        days=(Day.MON, Day.TUE, Day.WED), niggles=(Niggle.LOW_BACK,)
    )


def test_the_way_back_leads_past_what_is_not_asked(profile: Path) -> None:
    result = befit("init", answers=["none", "<", "half", "", *KEEP[2:]])
    assert prompts(result)[:3] == ["10k", "beginner", "none"]
    assert athlete_in(profile) == Athlete(race=Race.HALF)


def test_who_only_goes_back_is_stopped(profile: Path) -> None:
    result = befit("init", answers=["<"] * 20)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Stopped: 10 answers to one question could not be taken" in result.stderr


def test_what_an_option_says_is_told_kept_and_not_asked(profile: Path) -> None:
    result = befit("init", "--kit", "home,kettlebell", "--race", "15k", answers=KEEP[2:])
    assert result.exit_code == 0, result.stderr
    assert result.stderr.startswith(
        "Noted: race half; kit home, kettlebell.\n"
        "'15k' gets the plan for the next longer race: half.\n"
    )
    assert "1/9 When is it?" in result.stderr
    assert len(prompts(result)) == 9
    assert athlete_in(profile) == Athlete(
        race=Race.HALF, kit=(Kit.BACKPACK, Kit.BENCH, Kit.KETTLEBELL, Kit.STEP, Kit.TOWEL)
    )


def test_kit_of_a_day_is_told_apart_from_the_next_option(profile: Path) -> None:
    result = befit("init", "--yes", "--kit", "home", "--kit", "tue=gym", "--minutes", "40")
    assert result.stderr.startswith("Noted: kit home, tue=gym; minutes 40.\n")


def test_what_is_never_asked_can_be_said_too(profile: Path) -> None:
    said = ("--focus", "hip", "--without", "lunges,planks", "--swap", "squats=step-ups")
    assert befit("init", *said, answers=KEEP).exit_code == 0
    assert athlete_in(profile) == Athlete(
        focus=Group.HIP, without=("lunges", "planks"), swap=(("squats", "step-ups"),)
    )


def test_with_yes_what_an_option_says_changes_the_profile_and_nothing_else(profile: Path) -> None:
    profile.parent.mkdir()
    profile.write_text("race: half # my first\nhard: [tue, thu]\nlevel: advanced\n")
    result = befit("init", "--yes", "--level", "novice")
    assert (result.exit_code, prompts(result)) == (0, [])
    assert result.stderr.startswith("Noted: level beginner.\n")
    assert profile.read_text().startswith(
        "race: half # my first\nhard: [tue, thu]\nlevel: beginner\n"
    )


def test_who_says_everything_is_asked_nothing(profile: Path) -> None:
    said = [f"--{name}={words}" for name, words in words_for(Athlete()).items()]
    result = befit("init", *said)
    assert result.exit_code == 0, result.stderr
    assert (prompts(result), "A few short questions" in result.stderr) == ([], False)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        pytest.param("--days mon", "2 sessions need 2 free days", id="too few days"),
        pytest.param(
            "--race-date 2000-01-02", "The race on 2000-01-02 is before", id="a race that is over"
        ),
        pytest.param(
            "--race none --race-date 2190-01-02",
            "does not go with a plan without a race.",
            id="a date and no race",
        ),
        pytest.param("--niggle bone-stress", CLINICIAN, id="pain on a bone"),
        pytest.param("--niggle pregnant", "a midwife or doctor can tell you", id="pregnancy"),
        pytest.param(
            "--swap squats=lunges --without lunges", "lunges is left out itself.", id="an exchange"
        ),
        pytest.param("--kit dumbell", "did you mean 'dumbbell'?", id="a slip"),
    ],
)
def test_an_option_that_does_not_go_with_the_rest_is_told_before_any_question(
    said: str, sentence: str, profile: Path
) -> None:
    result = befit("init", *said.split(), answers=KEEP)
    assert result.exit_code in (1, 2)
    assert (result.stdout, prompts(result)) == ("", [])
    assert sentence in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not profile.parent.exists()


@pytest.mark.parametrize(
    ("said", "question", "answer", "sentence"),
    [
        pytest.param(
            ["--days", "mon,wed"],
            SESSIONS,
            "3",
            "3 sessions need 3 free days, and only 2 are free (Monday, Wednesday).",
            id="more sessions than days",
        ),
        pytest.param(
            ["--race-date", str(RACE_DAY)],
            RACE,
            "none",
            f"The race on {RACE_DAY} does not go with a plan without a race.",
            id="no race on a day",
        ),
    ],
)
def test_an_answer_that_does_not_go_with_an_option_is_asked_for_again(
    said: list[str], question: int, answer: str, sentence: str, profile: Path
) -> None:
    asked_before = [""] * question
    result = befit("init", *said, answers=[*asked_before, answer, *KEEP])
    assert result.exit_code == 0, result.stderr
    assert sentence in result.stderr


def test_an_exchange_that_an_option_says_is_held_against_the_kit_that_is_answered(
    profile: Path,
) -> None:
    profile.parent.mkdir()
    profile.write_text("kit: gym\n")
    answers = [*KEEP[:KIT], "none", "gym", *KEEP[KIT + 1 :]]
    result = befit("init", "--swap", "squats=step-ups", answers=answers)
    assert result.exit_code == 0, result.stderr
    assert "step-ups has no form for your level and kit." in result.stderr
    assert (athlete_in(profile).swap, athlete_in(profile).kit) == (
        (("squats", "step-ups"),),
        tuple(sorted(Kit)),
    )


def test_a_pipe_leaves_a_conversation_to_read(profile: Path) -> None:
    assert "  [10k]: half\n\n2/11 When is it?" in befit("init", answers=saying(race="half")).stderr


def test_yes_asks_nothing_and_takes_the_defaults(profile: Path) -> None:
    result = befit("init", "--yes")
    assert (result.exit_code, prompts(result)) == (0, [])
    assert athlete_in(profile) == Athlete()
    assert result.stdout == befit("plan").stdout


KNOWN = """\
race: marathon
level: advanced
kit: gym
minutes: 50
sessions: 3
long-run: sat
hard: none
days: mon, wed, fri
niggle: shin, itb
"""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [pytest.param(("init",), KEEP, id="Enter"), pytest.param(("init", "--yes"), [], id="--yes")],
)
def test_a_profile_that_is_there_is_kept_with_what_init_does_not_ask(
    arguments: tuple[str, ...], said: list[str], profile: Path
) -> None:
    profile.parent.mkdir()
    (profile.parent / "my exercises.yaml").write_bytes(EXERCISES.read_bytes())
    profile.write_text(
        f"{KNOWN}focus: hip\nwithout: squats, lunges\ncatalogue: my exercises.yaml\n"
    )
    known = load_profile(profile, None)[0]
    result = befit(*arguments, answers=said)
    assert result.exit_code == 0, result.stderr
    assert read_athlete(load_profile(profile, None)[0], CATALOGUE) == read_athlete(known, CATALOGUE)
    assert load_profile(profile, None)[0]["catalogue"] == "my exercises.yaml"


def test_the_questions_start_from_the_profile_that_is_there(profile: Path) -> None:
    profile.parent.mkdir()
    profile.write_text(f"{KNOWN}race-date: {RACE_DAY}\n")
    result = befit("init", answers=saying(minutes="40"))
    assert prompts(result) == [
        "marathon",
        str(RACE_DAY),
        "advanced",
        "gym",
        "50",
        "3",
        "none",
        "sat",
        "none",
        "mon, wed, fri",
        "itb, shin",
    ]
    assert athlete_in(profile).minutes == 40


@pytest.mark.parametrize(
    ("question", "answer", "sentence"),
    [
        pytest.param(
            RACE,
            "marathn",
            "'marathn' is not a race; the races are 5k, 10k, half, marathon, none",
            id="race",
        ),
        pytest.param(
            RACE_DATE,
            "18.4.27",
            "race-date '18.4.27' is not a date. Write it as YYYY-MM-DD",
            id="a date with half a year",
        ),
        pytest.param(
            RACE_DATE, "2000-01-02", "The race on 2000-01-02 is before", id="a race that is over"
        ),
        pytest.param(
            RACE_DATE, "2190-01-02", "weeks away, and a block has at most 30.", id="a race far away"
        ),
        pytest.param(
            LEVEL,
            "strong",
            "'strong' is not a level; the levels are beginner, intermediate, advanced.",
            id="level",
        ),
        pytest.param(KIT, "home, dumbell", "'dumbell' is not kit", id="kit"),
        pytest.param(
            MINUTES,
            "plenty",
            "minutes 'plenty' is not a whole number; it is 15 to 60.",
            id="minutes in words",
        ),
        pytest.param(
            MINUTES, "90", "minutes 90 is out of range; it is 15 to 60.", id="too many minutes"
        ),
        pytest.param(
            SESSIONS, "4", "sessions 4 is out of range; it is 2 or 3.", id="too many sessions"
        ),
        pytest.param(LONG_RUN, "su", "'su' is not a day", id="a day of two letters"),
        pytest.param(HARD, "tue, not thu", "'not thu' is not a day", id="a word between days"),
        pytest.param(
            DAYS,
            "mon",
            "2 sessions need 2 free days, and only 1 is free (Monday).",
            id="too few free days",
        ),
        pytest.param(NIGGLE, "knee", "'knee' could be runners-knee", id="a sore spot"),
        pytest.param(NIGGLE, "9", "'9' is not a niggle", id="a number without a word"),
        pytest.param(LONG_RUN, "6,7", "'sat,sun' is more than one day", id="two numbers for one"),
        pytest.param(LEVEL, "0", "'0' is not a level", id="none where it is no answer"),
        pytest.param(RACE, "<", "This is the first question.", id="back from the first question"),
        pytest.param(
            NIGGLE,
            "back",
            "'back' could be anywhere on your back: say low-back where it is the lower back.",
            id="a sore back",
        ),
    ],
)
def test_an_answer_that_cannot_be_taken_is_asked_for_again(
    question: int, answer: str, sentence: str, profile: Path
) -> None:
    result = befit("init", answers=[*KEEP[:question], answer, *KEEP[question:]])
    asked = prompts(result)
    assert result.exit_code == 0, result.stderr
    assert len(asked) == len(KEEP) + 1
    assert asked[question] == asked[question + 1]
    assert sentence in result.stderr
    assert "--" not in result.stderr.split("Written to")[0]
    assert athlete_in(profile) == Athlete()


@pytest.mark.parametrize(
    ("line", "question", "default", "sentence"),
    [
        pytest.param(
            "race-date: 2000-01-02",
            RACE_DATE,
            "none",
            "The race on 2000-01-02 is before",
            id="a race that is over",
        ),
        pytest.param(
            "days: mon",
            DAYS,
            "all",
            "2 sessions need 2 free days, and only 1 is free (Monday).",
            id="too few free days",
        ),
    ],
)
def test_what_no_longer_goes_is_told_and_not_offered_again(
    line: str, question: int, default: str, sentence: str, profile: Path
) -> None:
    profile.parent.mkdir()
    profile.write_text(f"{line}\n")
    result = befit("init", answers=KEEP)
    assert result.exit_code == 0
    assert prompts(result)[question] == default
    assert sentence in result.stderr


def test_yes_over_a_race_that_is_over_asks_for_another(profile: Path) -> None:
    profile.parent.mkdir()
    profile.write_text("race-date: 2000-01-02\n")
    result = befit("init", "--yes")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "befit init asks for another day" in result.stderr
    assert profile.read_text() == "race-date: 2000-01-02\n"


def test_pain_on_a_bone_gets_advice_and_no_profile(profile: Path) -> None:
    result = befit("init", answers=saying(niggle="bone-stress"))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.endswith(f"{CLINICIAN}\n")
    assert not profile.parent.exists()


@pytest.mark.parametrize(
    "given",
    [[], KEEP[:9], [*KEEP[:9], "knee"]],
    ids=["no answer", "nine answers", "the last one refused"],
)
def test_answers_that_end_too_early_leave_nothing(given: list[str], profile: Path) -> None:
    result = befit("init", answers=given)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.endswith(f"\n{ENDED}\n")
    assert not profile.parent.exists()


def test_the_last_answer_needs_no_end_of_line(profile: Path) -> None:
    lines = "\n".join(saying(niggle="shin"))
    assert CliRunner().invoke(app, ["init"], input=lines).exit_code == 0
    assert athlete_in(profile).niggles == (Niggle.SHIN,)


def test_an_answer_that_is_no_text_is_one_sentence(profile: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-m", "befit_cli", "init"],
        input=b"half\xff\n",
        env=environment,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.endswith(
        b"\nThat answer is not UTF-8 text, and nothing was written. Say befit init again, "
        b"or befit init --yes to be asked nothing.\n"
    )


def test_a_closed_input_is_an_input_that_ended(profile: Path) -> None:
    done = subprocess.run(
        f"{sys.executable} -m befit_cli init <&-",
        shell=True,
        capture_output=True,
        check=False,
        text=True,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.endswith(f"\n{ENDED}\n")


def test_a_profile_with_faults_is_told_and_left_as_it_is(profile: Path) -> None:
    profile.parent.mkdir()
    profile.write_text("race: half\nminutes: 90\n")
    result = befit("init", answers=KEEP)
    assert (result.exit_code, result.stderr) == (
        1,
        f"{profile}:2:10: minutes 90 is out of range; it is 15 to 60.\n",
    )
    assert profile.read_text() == "race: half\nminutes: 90\n"


def test_the_usual_profile_is_for_its_owner_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.setenv("BEFIT_PROFILE", "")
    assert befit("init", "--yes").exit_code == 0
    folder = profile_to_write().parent
    assert [path.name for path in folder.iterdir()] == ["profile.yaml"]
    assert [stat.S_IMODE(path.stat().st_mode) for path in (folder, folder / "profile.yaml")] == [
        0o700,
        0o600,
    ]


def test_without_a_home_init_asks_for_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "")
    monkeypatch.setattr("befit_cli.cli.environment.home", lambda: None)
    result = befit("init", "--yes")
    assert (result.exit_code, result.stdout) == (1, "")
    assert (
        result.stderr == "There is no home folder to keep your profile in. Name a file for it with "
        "BEFIT_PROFILE=FILE.\n"
    )


def test_a_home_that_cannot_be_written_is_one_sentence_after_no_plan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("mine")
    monkeypatch.setenv("BEFIT_PROFILE", str(tmp_path / "file" / "profile.yaml"))
    result = befit("init", "--yes")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Name another file for it with BEFIT_PROFILE=FILE." in result.stderr
    assert (tmp_path / "file").read_text() == "mine"


def test_the_environment_names_exercises_for_the_first_week_that_the_profile_does_not_keep(
    profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, "2026-11-23")
    own = tmp_path / "own.yaml"
    own.write_text(
        EXERCISES.read_text(encoding="utf-8").replace(
            "name: Bodyweight squat\n", "name: Slow knee bend\n", 1
        ),
        encoding="utf-8",
    )
    result = CliRunner().invoke(app, ["init", "--yes"], env={"BEFIT_CATALOGUE": str(own)})
    assert "Slow knee bend" in result.stdout
    assert "catalogue" not in load_profile(profile, None)[0]


BEGUN = "race: half\nrace-date: 2027-02-14\nstart: 2026-10-05\n"
MOVED = saying(race_date="2027-03-14")


@pytest.fixture
def begun(profile: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The profile of somebody in the eighth of 19 weeks, on a Tuesday."""
    at(monkeypatch, "2026-11-24")
    profile.parent.mkdir()
    profile.write_text(BEGUN)
    return profile


@pytest.mark.parametrize("answer", ["", "go on", "GO"])
def test_a_block_goes_on_to_a_race_that_moved(answer: str, begun: Path) -> None:
    result = befit("init", answers=[*MOVED, answer])
    assert "Go on with your block, or begin it anew?" in result.stderr
    assert result.stderr.count("Your race moved: week 8 of 23 now, and not of 19.") == 1
    assert "Week 8 of 23" in result.stdout
    assert begun.read_text() == BEGUN.replace("2027-02-14", "2027-03-14")


@pytest.mark.parametrize("answer", ["anew", "A", "begin anew"])
def test_or_begins_anew_where_the_runner_says_so(answer: str, begun: Path) -> None:
    result = befit("init", answers=[*MOVED, answer])
    assert "Week 1 of 16" in result.stdout
    assert load_profile(begun, None)[0]["start"] == "2026-11-24"


def test_what_is_neither_is_asked_again(begun: Path) -> None:
    result = befit("init", answers=[*MOVED, "maybe", "anew"])
    assert "'maybe' is neither: say go on or anew." in result.stderr
    assert "Week 1 of 16" in result.stdout


def test_a_block_to_the_same_race_is_not_asked_about(begun: Path) -> None:
    result = befit("init", answers=saying(minutes="45"))
    assert (result.exit_code, "begin it anew" in result.stderr) == (0, False)
    assert load_profile(begun, None)[0]["start"] == "2026-10-05"


@pytest.mark.parametrize(
    ("race_date", "start", "remark"),
    [
        pytest.param(
            "2026-11-26",
            "2026-11-24",
            "Your race is in 2 days: nothing new is started so near to it.",
            id="too near",
        ),
        pytest.param(
            "2027-05-16",
            "2026-11-24",
            "Your race is more than 30 weeks from where your block began: a new one begins.",
            id="too far",
        ),
    ],
)
def test_a_block_that_cannot_go_on_begins_anew_and_says_why(
    race_date: str, start: str, remark: str, begun: Path
) -> None:
    result = befit("init", answers=saying(race_date=race_date))
    assert (result.exit_code, "begin it anew" in result.stderr) == (0, False)
    assert remark in result.stderr
    assert load_profile(begun, None)[0]["start"] == start


def test_nothing_new_is_started_before_a_race_that_moved_near_whoever_asks(begun: Path) -> None:
    befit("init", answers=saying(race_date="2026-11-27"))
    for command in ("plan", "block"):
        assert "The race is too near to begin with strength" in befit(command).stdout
    assert "No session is left before your race" in befit("today").stdout


def test_without_questions_a_block_goes_on_to_the_race_of_an_option(begun: Path) -> None:
    result = befit("init", "--yes", "--race-date", "2027-03-14")
    assert "begin it anew" not in result.stderr
    assert "Your race moved: week 8 of 23 now, and not of 19." in result.stderr
    assert begun.read_text() == BEGUN.replace("2027-02-14", "2027-03-14")


def test_on_a_weekend_a_first_block_begins_next_monday(
    profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, "2026-11-28")
    result = befit("init", "--yes")
    assert (
        "Too little of this week is left for 2 sessions, so your block begins next Monday, "
        "2026-11-30.\n\nWritten to" in result.stderr
    )
    assert load_profile(profile, None)[0]["start"] == "2026-11-30"
    assert "From Mon 30 Nov" in result.stdout
    assert "Too little" not in befit("plan").stderr


@pytest.fixture
def terminal(profile: Path) -> pexpect.spawn[str]:
    environment = {**os.environ, "TERM": "xterm", "NO_COLOR": "1"}
    child = pexpect.spawn(
        sys.executable,
        ["-m", "befit_cli", "init"],
        env=environment,
        encoding="utf-8",
        dimensions=(50, 80),
        timeout=20,
    )
    yield child
    child.close(force=True)


def test_in_a_terminal_from_the_first_question_to_the_first_week(
    terminal: pexpect.spawn[str], profile: Path
) -> None:
    conversation = [
        ("Which race do you train for?", "[10k]: ", "half"),
        ("When is it?", "[none]: ", str(RACE_DAY)),
        ("How used are you to strength training?", "[beginner]: ", "expert"),
        ("'expert' could be of running", "[beginner]: ", "2"),
        ("What do you have to train with?", "[home]: ", "2"),
        ("How many minutes", "[30]: ", "<"),
        ("What do you have to train with?", "[gym]: ", ""),
        ("How many minutes", "[30]: ", "40"),
        ("How many strength sessions", "[2]: ", ""),
        ("Do you follow a running plan?", "[none]: ", "no"),
        ("Which day is your long run?", "[sun]: ", ""),
        ("Which days do you run hard", "[wed]: ", "tue"),
        ("Which days could be strength days?", "[all]: ", ""),
        ("What is sore, if anything?", "[none]: ", "none"),
    ]
    for question, prompt, answer in conversation:
        terminal.expect_exact(question)
        terminal.expect_exact(prompt)
        terminal.sendline(answer)
    terminal.expect_exact("Written to")
    terminal.expect_exact("Strength for the half marathon")
    # nine weeks from now, and this one where enough of it is left
    terminal.expect("Week 1 of (9|10)")
    terminal.expect(pexpect.EOF)
    terminal.wait()
    assert terminal.exitstatus == 0
    assert athlete_in(profile) == Athlete(
        race=Race.HALF,
        race_date=RACE_DAY,
        level=Level.INTERMEDIATE,
        kit=tuple(sorted(Kit)),
        minutes=40,
        hard_runs=(Day.TUE,),
    )


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        pytest.param("c", "Stopped.", id="Ctrl-C"),
        pytest.param("d", "Stopped: the answers ended", id="Ctrl-D"),
    ],
)
def test_in_a_terminal_one_key_stops_it_and_nothing_is_written(
    key: str, sentence: str, terminal: pexpect.spawn[str], profile: Path
) -> None:
    terminal.expect_exact("[10k]: ")
    terminal.sendline("half")
    terminal.expect_exact("[none]: ")
    # Python sees a signal between the question and its read only at the next key.
    terminal.delaybeforesend = 0.5
    terminal.sendcontrol(key)
    terminal.expect_exact(sentence)
    terminal.expect(pexpect.EOF)
    terminal.wait()
    assert terminal.exitstatus == 1
    assert not profile.parent.exists()


RUNNING_PLANS = Path(__file__).parents[1] / "data" / "running-plans"
MOVING_DAYS = RUNNING_PLANS / "01-calendarhack.yaml"


def test_the_file_of_a_running_plan_answers_for_the_days_of_the_runs(profile: Path) -> None:
    result = befit("init", answers=[*KEEP[:RUNS], str(MOVING_DAYS), "", ""])
    assert result.exit_code == 0, result.stderr
    assert "Which day is your long run?" not in result.stderr
    known = load_profile(profile, None)[0]
    assert (known["runs"], known["hard"], known["long-run"]) == (str(MOVING_DAYS), "tue", "sun")


def test_what_is_understood_of_a_running_plan_is_shown_at_once(profile: Path) -> None:
    result = befit("init", answers=[*KEEP[:RUNS], str(MOVING_DAYS), "", ""])
    told = " ".join(result.stderr.split())
    assert "4 weeks. From your running plan: long run Sunday, hard run" in told
    assert f"befit runs {MOVING_DAYS} shows each of them." in told


@pytest.mark.parametrize("before", ["", "race: half\n"], ids=["a new profile", "one that is there"])
def test_a_file_whose_name_no_profile_can_keep_is_told_for_what_it_is(
    before: str, profile: Path, tmp_path: Path
) -> None:
    """Its name is bytes that are no UTF-8, as old disks have them."""
    if before:
        profile.parent.mkdir()
        profile.write_text(before, encoding="utf-8")
    plan = shutil.copy(MOVING_DAYS, tmp_path / "m\udce4rz.yaml")
    refused = befit("init", "--yes", "--runs", str(plan))
    assert refused.exit_code == 2
    assert refused.stderr.splitlines()[-1] == (
        "What --runs says has bytes in it that are no UTF-8. Give the file another name."
    )
    assert (profile.read_text() if profile.exists() else "") == before


def test_the_file_is_found_from_wherever_befit_is_run_next(
    profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(MOVING_DAYS, tmp_path / "plan.yaml")
    monkeypatch.chdir(tmp_path)
    assert befit("init", "--yes", "--runs", "plan.yaml").exit_code == 0
    monkeypatch.chdir("/")
    result = befit("plan")
    assert result.exit_code == 0, result.stderr
    assert load_profile(profile, None)[0]["runs"] == str(tmp_path / "plan.yaml")


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        pytest.param("gone.ics", "There is no file", id="no file"),
        pytest.param("sunday", "There is no file", id="a day"),
        pytest.param("webcal://a.org/b", "befit uses no network", id="an address"),
        pytest.param(__file__, "test_init.py", id="no running plan"),
    ],
)
def test_a_running_plan_that_cannot_be_read_is_asked_for_again(
    answer: str, found: str, profile: Path
) -> None:
    result = befit("init", answers=[*KEEP[:RUNS], answer, *KEEP[RUNS:]])
    assert result.exit_code == 0, result.stderr
    assert found in " ".join(result.stderr.split())
    assert athlete_in(profile) == Athlete()


def test_who_has_no_running_plan_any_more_says_none(profile: Path) -> None:
    befit("init", "--yes", "--runs", str(MOVING_DAYS))
    result = befit("init", "--yes", "--runs", "none")
    assert result.exit_code == 0, result.stderr
    assert load_profile(profile, None)[0]["runs"] == "none"


@pytest.fixture
def gone(profile: Path, tmp_path: Path) -> Path:
    """The running plan of the profile, which is no longer there."""
    file = tmp_path / "gone.yaml"
    shutil.copy(MOVING_DAYS, file)
    befit("init", "--yes", "--runs", str(file))
    file.unlink()
    return file


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["plan"], id="a plan"),
        pytest.param(["today"], id="a session"),
        pytest.param(["runs"], id="the running plan"),
        pytest.param(["init", "--yes"], id="a new start"),
    ],
)
def test_where_the_running_plan_is_gone_the_way_on_is_told(command: list[str], gone: Path) -> None:
    result = befit(*command)
    assert result.exit_code == 1
    assert " ".join(result.stderr.split()) == (
        f"There is no file {gone}. Your profile names it as your running plan. Say befit init "
        "--runs FILE, or --runs none to plan without it."
    )


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["plan", "--runs", "none"], id="a plan without it"),
        pytest.param(["plan", "--runs", str(MOVING_DAYS)], id="a plan with another"),
        pytest.param(["init", "--yes", "--runs", str(MOVING_DAYS)], id="it is named anew"),
        pytest.param(["init", "--yes", "--runs", "none"], id="it is given up"),
        pytest.param(["exercises"], id="what needs no running plan"),
    ],
)
@pytest.mark.usefixtures("gone")
def test_that_the_running_plan_is_gone_stops_nothing_else(command: list[str]) -> None:
    result = befit(*command)
    assert result.exit_code == 0, result.stderr


def test_a_running_plan_that_is_gone_is_asked_for_again(gone: Path, profile: Path) -> None:
    result = befit("init", answers=[*KEEP[:RUNS], str(MOVING_DAYS), "", "", ""])
    assert result.exit_code == 0, result.stderr
    assert f"There is no file {gone}." in " ".join(result.stderr.split())
    assert load_profile(profile, None)[0]["runs"] == str(MOVING_DAYS)


def test_the_way_back_leads_to_the_running_plan_and_past_what_it_answers(profile: Path) -> None:
    answers = [*KEEP[:RUNS], str(MOVING_DAYS), "<", "none", "sat", *KEEP[HARD:]]
    assert befit("init", answers=answers).exit_code == 0
    assert athlete_in(profile).long_run is Day.SAT
