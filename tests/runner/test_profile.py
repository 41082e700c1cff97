"""The profile: what is written is read, a value means what it means as an option, and every fault
has its place.
"""

from __future__ import annotations

import json
import os
import stat
import threading
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import CATALOGUE, athletes, drawn

from befit_cli import __version__
from befit_cli.cli.commands import plan as plan_command
from befit_cli.errors import BefitError, FileFaults
from befit_cli.runner.adjustments import ADJUSTED
from befit_cli.runner.options import RUNS, RUNS_AS
from befit_cli.runner.profile import KEYS, NAMES, NOT_KEPT, load_profile
from befit_cli.runner.vocabulary import KIT_PRESETS
from befit_cli.runner.weights import WEIGHTS
from befit_cli.runner.words import read_athlete
from befit_cli.runner.written_profile import named_profile, profile_text, write_profile
from befit_cli.values import Athlete, Day, Group, Kit, Level, Niggle

MONDAY = date(2026, 11, 23)
EXERCISES = Path(__file__).parents[2] / "exercises.yaml"


@pytest.fixture(scope="session")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of the session, so that properties may write there, too."""
    return tmp_path_factory.mktemp("profile") / "profile.yaml"


def said(path: Path, text: str | bytes) -> dict[str, str]:
    """What a profile with that text says."""
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return load_profile(path, EXERCISES)[0]


def faults(path: Path, text: str | bytes) -> list[str]:
    """The faults of a profile with that text, without its name in front."""
    with pytest.raises(FileFaults) as raised:
        said(path, text)
    assert all(fault.startswith(f"{path}:") for fault in raised.value.faults)
    return [fault.removeprefix(f"{path}:") for fault in raised.value.faults]


@drawn
@given(athlete=athletes())
def test_an_athlete_that_is_written_is_read_back(path: Path, athlete: Athlete) -> None:
    known = replace(
        athlete, niggles=tuple(sorted(athlete.niggles)), without=tuple(sorted(athlete.without))
    )
    assert read_athlete(said(path, profile_text(known, MONDAY)), CATALOGUE) == known


@pytest.mark.parametrize("name", ["1e3", "yes", "~", "null", "a: b", "# Ana", "'", '"\\', "深🏃"])
def test_a_name_that_is_written_is_read_back_whatever_it_looks_like(path: Path, name: str) -> None:
    athlete = Athlete(name=name)
    assert read_athlete(said(path, profile_text(athlete, MONDAY)), CATALOGUE) == athlete


@drawn
@given(name=st.text(min_size=1, max_size=40).filter(str.isprintable))
def test_a_running_plan_that_is_written_is_read_back_whatever_its_name(
    path: Path, name: str
) -> None:
    plan = f"/{name}"
    assert said(path, profile_text(Athlete(), MONDAY, plan))["runs"] == str(Path(plan))


@drawn
@given(key=st.sampled_from(list(KEYS)), value=st.text(max_size=60))
def test_whatever_a_value_holds_a_terminal_can_show_its_faults(
    path: Path, key: str, value: str
) -> None:
    told: tuple[str, ...] = ()
    try:
        said(path, f"{key}: {json.dumps(value)}\n")
    except FileFaults as refused:
        told = refused.faults
    assert "".join(told).isprintable()


def test_a_profile_has_every_key_and_the_words_for_it() -> None:
    text = " ".join(profile_text(Athlete(), MONDAY).replace("#", "").split())
    assert [
        word
        for words in (Kit, KIT_PRESETS, Niggle, Level, Group, KEYS)
        for word in words
        if word not in text
    ] == []


@pytest.mark.parametrize(
    ("kit", "words"),
    [
        pytest.param((), "none", id="nothing"),
        pytest.param(KIT_PRESETS["home"], "home", id="what is at home"),
        pytest.param((*KIT_PRESETS["home"], "band", "box"), "home, band, box", id="more than that"),
        pytest.param(("band", "step"), "band, step", id="less than that"),
        pytest.param(tuple(Kit), "gym", id="everything"),
    ],
)
def test_kit_is_said_in_few_words(kit: tuple[Kit, ...], words: str) -> None:
    assert f"\nkit: {words}\n" in profile_text(Athlete(kit=tuple(sorted(kit))), MONDAY)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        pytest.param("", {}, id="nothing"),
        pytest.param("# race: half\n", {}, id="comments alone"),
        pytest.param(
            "race: half\nsessions: 3\n", {"race": "half", "sessions": 3}, id="a word and a number"
        ),
        pytest.param("minutes: '45'", {"minutes": 45}, id="a number in quotes"),
        pytest.param("race-date: 2027-04-18", {"race_date": date(2027, 4, 18)}, id="a date"),
        pytest.param(
            "race-date: none\nfocus: none",
            {"race_date": None, "focus": None},
            id="no date and no focus",
        ),
        pytest.param("hard: tue, Thursday", {"hard_runs": ("tue", "thu")}, id="words with commas"),
        pytest.param("hard: [tue, thu]", {"hard_runs": ("tue", "thu")}, id="a list on one line"),
        pytest.param(
            "hard:\n- tue\n- thu\n",
            {"hard_runs": ("tue", "thu")},
            id="a list on lines of their own",
        ),
        pytest.param(
            "kit: [step, 'band, box']", {"kit": ("band", "box", "step")}, id="a list of both"
        ),
        pytest.param(
            "swap: {squats: lunges, rdl: hip thrusts}",
            {"swap": (("romanian-deadlifts", "hip-thrusts"), ("squats", "lunges"))},
            id="exchanges as a mapping",
        ),
        pytest.param(
            "swap: squats=lunges", {"swap": (("squats", "lunges"),)}, id="an exchange in words"
        ),
        pytest.param(
            "swap: [squats=lunges]", {"swap": (("squats", "lunges"),)}, id="exchanges as a list"
        ),
        pytest.param("swap: {}", {"swap": ()}, id="no exchange"),
        pytest.param("name: امیر\u200cحسین", {"name": "امیر\u200cحسین"}, id="a name"),
        pytest.param("name: 7", {"name": "7"}, id="a name that is a number"),
        pytest.param("niggle: off\nhard: no", {"niggles": (), "hard_runs": ()}, id="off and no"),
        pytest.param("race: none", {"race": "none"}, id="no race"),
        pytest.param(
            "long-run: []\nfocus: []",
            {"long_run": None, "focus": None},
            id="empty lists for one word",
        ),
        pytest.param("hard: []\nkit: []", {"hard_runs": (), "kit": ()}, id="empty lists"),
        pytest.param(
            "hard: none\nlong-run: none", {"hard_runs": (), "long_run": None}, id="no runs"
        ),
        pytest.param("days: all", {"days": tuple(Day)}, id="all days"),
        pytest.param(
            "niggle: shin\nwithout: squat",
            {"niggles": ("shin",), "without": ("squats",)},
            id="a niggle and an exercise",
        ),
        pytest.param(
            "\ufeffrace: half\r\nlevel: advanced\r\n",
            {"race": "half", "level": "advanced"},
            id="a byte order mark and CRLF",
        ),
    ],
)
def test_a_value_means_what_it_means_as_an_option(
    path: Path, text: str, fields: dict[str, object]
) -> None:
    assert read_athlete(said(path, text), CATALOGUE) == replace(Athlete(), **fields)


THIS_BEFIT = f"This is befit {__version__}; a newer one may know it"
OF_ONE_WEEK = "kit, minutes, sessions, long-run, hard, days, niggle, without, swap, off, since"
NO_WEEK = "write a week's Monday and what it has otherwise: 2026-12-07: {hard: wed, kit: none}"


DAYS = "the days are mon, tue, wed, thu, fri, sat, sun"
KIT = f"the words are none, home, gym, {', '.join(Kit)}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "race_date: 2027-04-18",
            f"1:1: unknown key 'race_date'; did you mean 'race-date'? {THIS_BEFIT}",
            id="a key with a slip",
        ),
        pytest.param(
            "zzz: 1",
            f"1:1: unknown key 'zzz'; the keys are {', '.join((*KEYS, ADJUSTED, RUNS_AS, NAMES, WEIGHTS))}. {THIS_BEFIT}",
            id="a key like no other",
        ),
        pytest.param(
            "zzz: {mon: [1, 2]}",
            f"1:1: unknown key 'zzz'; the keys are {', '.join((*KEYS, ADJUSTED, RUNS_AS, NAMES, WEIGHTS))}. {THIS_BEFIT}",
            id="a newer befit's key with a value that this one has no place for",
        ),
        pytest.param(
            "output: week.md",
            "1:1: 'output' is no key of a profile: say --output each time, for what becomes of a "
            "plan is another thing each time",
            id="an option that is said each time",
        ),
        pytest.param(
            "weeks: 31", "1:8: weeks 31 is out of range; it is 1 to 30.", id="a block too long"
        ),
        pytest.param(
            "at: 25:00",
            "1:5: at '25:00' is not a time. Write it as HH:MM, for example 18:30.",
            id="an hour there is not",
        ),
        pytest.param(
            "tz: posixrules",
            "1:5: tz 'posixrules' is not a time zone. Write it as in Europe/Berlin.",
            id="no time zone",
        ),
        pytest.param(
            "race: half\nrace: 10k", "2:1: the key 'race' stands here twice", id="a key twice"
        ),
        pytest.param(
            "race:",
            "1:6: race has no value; write one, or take the line out",
            id="a key without a value",
        ),
        pytest.param(
            "long-run: tru", f"1:11: 'tru' is not a day; {DAYS}.", id="a word with a slip"
        ),
        pytest.param(
            "hard: tue, mo",
            f"1:7: 'mo' is not a day; {DAYS}; did you mean 'mon'?",
            id="one word of several",
        ),
        pytest.param("kit: [home, 5]", f"1:13: '5' is not kit; {KIT}.", id="one item of a list"),
        pytest.param(
            "hard: [none, tue]", f"1:7: 'none' is not a day; {DAYS}.", id="none and something"
        ),
        pytest.param(
            "sessions: 4",
            "1:11: sessions 4 is out of range; it is 2 or 3.",
            id="a number out of range",
        ),
        pytest.param(
            "minutes: 30.5",
            "1:10: minutes '30.5' is not a whole number; it is 15 to 60.",
            id="half a minute",
        ),
        pytest.param(
            "minutes: true",
            "1:10: minutes 'true' is not a whole number; it is 15 to 60.",
            id="no number",
        ),
        pytest.param(
            "race-date: 18.4.27",
            "1:12: race-date '18.4.27' is not a date. Write it as YYYY-MM-DD, for example "
            "2027-04-18.",
            id="a date with half a year",
        ),
        pytest.param(
            "without: squads",
            "1:10: There is no exercise 'squads'; did you mean 'squats'?",
            id="an exercise with a slip",
        ),
        pytest.param(
            "level: []",
            "1:8: '' is not a level; the levels are beginner, intermediate, advanced.",
            id="an empty list where none is no answer",
        ),
        pytest.param(
            "kit:\n" + "- band\n" * 1_001,
            "2:1: befit reads 1,000 words here at most",
            id="more words than there are",
        ),
        pytest.param(
            "level: [beginner]", "1:8: a list means nothing here", id="a list for one word"
        ),
        pytest.param("days: {mon: 1}", "1:7: a mapping means nothing here", id="a mapping"),
        pytest.param(
            "days: [mon, [tue]]", "1:13: a list means nothing here", id="a list in a list"
        ),
        pytest.param(
            'focus: "\\e]0;hi\\a"', "1:8: '\\x1b]0;hi\\x07' means nothing here", id="an escape"
        ),
        pytest.param(
            'name: "\\e[2J"',
            "1:7: name has U+001B in it, which nobody can see. Write what you are called, such as "
            "Ana.",
            id="an escape in a name",
        ),
        pytest.param(
            "remind: 1441",
            "1:9: remind 1441 is out of range; it is 0 to 1440.",
            id="a reminder too early",
        ),
        pytest.param(
            f"race: {'x' * 1001}",
            f"1:7: '{'x' * 40}…' means nothing here",
            id="a word of a thousand letters",
        ),
        pytest.param(
            'catalogue: "a\\tb"',
            "1:12: 'a\\tb' means nothing here",
            id="a path with a control character",
        ),
        pytest.param(
            "race: *half",
            "1:7: the alias 'half': befit reads none, write out what it stands for",
            id="an alias",
        ),
        pytest.param(
            "race: half: 1",
            "1:11: this is not YAML: a second ': ' on the line: put the value in quotes",
            id="what is not YAML",
        ),
        pytest.param(
            "half", "1:1: 'half' is no profile; write lines such as race: half", id="a word alone"
        ),
        pytest.param(
            "- race: half",
            "1:1: a list is no profile; write lines such as race: half",
            id="a list of lines",
        ),
        pytest.param(
            "race: half\n---\nrace: half",
            "3:1: a second document; befit reads one",
            id="two profiles",
        ),
        pytest.param(
            "race: half\nlevel: d\xe9butant".encode("latin-1"),
            "2:9: this is not UTF-8: save the file as UTF-8",
            id="Latin-1",
        ),
    ],
)
def test_a_fault_has_its_place_and_what_may_stand_there(
    path: Path, text: str | bytes, found: str
) -> None:
    (fault,) = faults(path, text)
    assert fault.startswith(found)


def test_a_newer_befit_s_key_is_told_beside_all_other_faults(path: Path) -> None:
    told = faults(path, "moon: full\nrace: half\nminutes: 90\nrunes: 1\n")
    assert [fault.split(" ")[0] for fault in told] == ["1:1:", "3:10:", "4:1:"]
    assert [THIS_BEFIT in fault for fault in told] == [True, False, True]


def test_every_option_of_a_plan_is_a_key_or_said_each_time() -> None:
    options = {option.name for option in plan_command._TAKES}
    # every command takes the language, as --lang
    assert options | {"language"} == set(KEYS) | set(NOT_KEPT)
    assert set(KEYS).isdisjoint(NOT_KEPT)


def test_an_option_that_is_said_each_time_is_no_key_and_told_why(path: Path) -> None:
    for name, reason in NOT_KEPT.items():
        [fault] = faults(path, f"{name}: 1\n")
        assert fault.endswith(f"say --{name} each time, for {reason}")


@pytest.mark.parametrize("line", ["weeks: 12", "at: 18:30", "at: none", "tz: Europe/Berlin"])
def test_what_is_true_of_every_plan_is_a_key(line: str, path: Path) -> None:
    key, _, words = line.partition(": ")
    assert said(path, line) == {key: words}


def test_all_faults_are_told_at_once_in_the_order_of_the_file(path: Path) -> None:
    text = (
        "race: ultra\nracedate: 2027-04-18\nkit: [dumbell, 'bend, towel']\nwithout: squads, "
        "lungers\nhard: {}\nminutes: 70\n"
    )
    places = [fault.split(" ")[0] for fault in faults(path, text)]
    assert places == ["1:7:", "2:1:", "3:7:", "3:16:", "4:10:", "4:10:", "5:7:", "6:10:"]


def test_the_catalogue_is_found_from_the_folder_of_the_profile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine").mkdir()
    own = tmp_path / "mine" / "own.yaml"
    own.write_text(
        EXERCISES.read_text(encoding="utf-8").replace("name: Squats\n", "name: Knee bends\n", 1),
        encoding="utf-8",
    )
    profile = tmp_path / "mine" / "profile.yaml"
    profile.write_text("catalogue: own.yaml\nwithout: knee bends\n")
    monkeypatch.chdir(tmp_path)
    words, catalogue = load_profile(Path("mine/profile.yaml"), None)
    assert catalogue.by_id["squats"].name == "Knee bends"
    assert words["catalogue"] == "own.yaml"


def test_a_catalogue_that_is_not_there_is_a_fault_of_the_profile_unless_another_is_given(
    path: Path,
) -> None:
    path.write_text("race: half\ncatalogue: nowhere.yaml\n")
    with pytest.raises(FileFaults) as raised:
        load_profile(path, None)
    assert str(raised.value) == f"{path}:2:12: there is no file {path.parent / 'nowhere.yaml'}"
    assert load_profile(path, EXERCISES)[0]["race"] == "half"


@pytest.mark.parametrize("name", ["''", "'  '"], ids=["empty", "blank"])
def test_a_blank_catalogue_is_a_line_without_a_value(name: str, path: Path) -> None:
    path.write_text(f"race: half\ncatalogue: {name}\n")
    with pytest.raises(FileFaults, match=r":2:12: catalogue has no value; write one, or take the"):
        load_profile(path, None)


def test_a_catalogue_may_stand_in_the_home_folder(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    path.write_text("catalogue: ~/nowhere.yaml\n")
    with pytest.raises(FileFaults, match=f"there is no file {tmp_path}/nowhere.yaml"):
        load_profile(path, None)


def make_folder(path: Path) -> None:
    path.mkdir()


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_giant(path: Path) -> None:
    path.write_bytes(b"#" * 1_000_001)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        pytest.param(make_folder, "is not a file. Give the path of a file.", id="a folder"),
        pytest.param(make_pipe, "is not a file. Give the path of a file.", id="a pipe"),
        pytest.param(
            make_giant,
            "is over 1 MB, too big for befit. Check that it is the right file.",
            id="a giant",
        ),
    ],
)
def test_what_is_no_profile_is_one_sentence(make, sentence: str, tmp_path: Path) -> None:
    make(tmp_path / "profile.yaml")
    with pytest.raises(BefitError) as raised:
        load_profile(tmp_path / "profile.yaml", None)
    assert str(raised.value) == f"{tmp_path / 'profile.yaml'} {sentence}"


def test_a_profile_is_written_for_its_owner_alone_in_a_folder_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "config" / "befit" / "profile.yaml"
    write_profile(path, lambda: "race: half\n")
    assert path.read_text() == "race: half\n"
    assert [stat.S_IMODE(each.stat().st_mode) for each in (path, path.parent)] == [0o600, 0o700]


def test_a_folder_that_was_there_keeps_its_mode_and_an_open_profile_is_closed(
    tmp_path: Path,
) -> None:
    path = tmp_path / "profile.yaml"
    path.write_text("race: 10k\n")
    path.chmod(0o644)
    tmp_path.chmod(0o755)
    write_profile(path, lambda: "race: half\n")
    assert [stat.S_IMODE(each.stat().st_mode) for each in (path, tmp_path)] == [0o600, 0o755]


def test_of_two_who_change_a_profile_at_once_both_are_in_it(tmp_path: Path) -> None:
    path = tmp_path / "profile.yaml"
    path.write_text("race: half\n")
    other = threading.Thread(
        target=write_profile, args=(path, lambda: f"{path.read_text()}minutes: 45\n")
    )

    def changed() -> str:
        before = path.read_text()
        other.start()
        other.join(0.05)  # as long as it has to wait
        return f"{before}sessions: 3\n"

    write_profile(path, changed)
    other.join()
    assert path.read_text() == "race: half\nsessions: 3\nminutes: 45\n"
    assert os.listdir(tmp_path) == ["profile.yaml"]


def test_a_profile_that_cannot_be_written_leaves_the_old_one_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "profile.yaml"
    path.write_text("race: 10k\n")

    def fail(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(BefitError) as raised:
        write_profile(path, lambda: "race: half\n")
    assert str(raised.value) == (
        f"{path} cannot be written: No space left on device. Name another file for it with "
        f"BEFIT_PROFILE=FILE."
    )
    assert {each.name: each.read_text() for each in tmp_path.iterdir()} == {
        "profile.yaml": "race: 10k\n"
    }


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(
        BefitError,
        match=r"file cannot be made a folder: .*\. Name another file for it with "
        r"BEFIT_PROFILE=FILE\.",
    ):
        write_profile(tmp_path / "file" / "profile.yaml", lambda: "race: half\n")


@pytest.mark.parametrize(
    ("text", "said_of"),
    [
        pytest.param("adjusted:", {}, id="nothing"),
        pytest.param("adjusted: {}", {}, id="no week"),
        pytest.param("adjusted: {2026-12-07: {}}", {}, id="a week with nothing of its own"),
        pytest.param("adjusted:\n  2026-12-07:", {}, id="a week and no more"),
        pytest.param(
            "adjusted:\n  2026-12-07: {hard: wed, kit: none}",
            {date(2026, 12, 7): {"hard": "wed", "kit": "none"}},
            id="a week on a line",
        ),
        pytest.param(
            "adjusted:\n  2026-12-07:\n    hard:\n      - tue\n      - fri\n    minutes: 20",
            {date(2026, 12, 7): {"hard": "tue, fri", "minutes": "20"}},
            id="a week on lines of its own",
        ),
        pytest.param(
            "adjusted: {2026-12-10: {off: [thu, fri]}, 14 Dec 2026: {kit: none}}",
            {date(2026, 12, 7): {"off": "thu, fri"}, date(2026, 12, 14): {"kit": "none"}},
            id="any day of a week",
        ),
        pytest.param(
            "adjusted: {2026-12-07: {swap: {squats: lunges}, off: [], since: thu}}",
            {date(2026, 12, 7): {"swap": "squats=lunges", "off": "", "since": "thu"}},
            id="a mapping and an empty list",
        ),
    ],
)
def test_single_weeks_are_known_by_their_mondays(
    text: str, said_of: dict[date, dict[str, str]], path: Path
) -> None:
    assert said(path, text) == {ADJUSTED: said_of}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("adjusted: 3", [f"1:11: {NO_WEEK}"], id="a number"),
        pytest.param("adjusted: [2026-12-07]", [f"1:11: {NO_WEEK}"], id="a list"),
        pytest.param("adjusted:\n  2026-12-07: wed", [f"2:15: {NO_WEEK}"], id="a week and a word"),
        pytest.param(
            "adjusted:\n  soon: {kit: none}",
            ["2:3: adjusted 'soon' is not a date. Write it as YYYY-MM-DD, for example 2027-04-18."],
            id="a week that is no date",
        ),
        pytest.param(
            "adjusted:\n  9999-12-31: {kit: none}",
            ["2:3: adjusted 9999-12-31 is out of range; the year is 1969 to 2200."],
            id="a week of another age",
        ),
        pytest.param(
            "adjusted:\n  2026-12-07: {kit: none}\n  2026-12-10: {hard: wed}",
            ["3:3: 2026-12-10 is in the week of 2026-12-07: say once what a week has"],
            id="a week twice",
        ),
        pytest.param(
            "adjusted:\n  2026-12-07: {kit: none, race: half}",
            [f"2:27: 'race' is no matter of one week; those are {OF_ONE_WEEK}."],
            id="what is so in every week",
        ),
        pytest.param(
            "adjusted:\n  2026-12-07: {minuets: 20}",
            [
                f"2:16: 'minuets' is no matter of one week; those are {OF_ONE_WEEK}; did you mean "
                "'minutes'?"
            ],
            id="a key with a slip",
        ),
        pytest.param(
            "adjusted:\n  2026-12-07: {sessions: 9}",
            ["2:26: sessions 9 is out of range; it is 2 or 3."],
            id="a number out of range",
        ),
        pytest.param(
            "adjusted:\n  2026-12-07: {kit: }",
            ["2:21: kit has no value; write one, or take the line out"],
            id="a key without a value",
        ),
        pytest.param(
            "adjusted:\n  2026-12-07: {off: [mon, 5]}",
            [f"2:27: '5' is not a day; {DAYS}."],
            id="one item of a list",
        ),
        pytest.param(
            "adjusted:\n  2026-12-07: {since: [thu]}",
            ["2:23: a list means nothing here"],
            id="a list for one day",
        ),
        pytest.param(
            "adjusted:\n  soon: {kit: none}\n  2026-12-07: {sessions: 9, race: half}\nzzz: 1",
            [
                "2:3: adjusted 'soon' is not a date. Write it as YYYY-MM-DD, for example "
                "2027-04-18.",
                "3:26: sessions 9 is out of range; it is 2 or 3.",
                f"3:29: 'race' is no matter of one week; those are {OF_ONE_WEEK}.",
                f"4:1: unknown key 'zzz'; the keys are {', '.join((*KEYS, ADJUSTED, RUNS_AS, NAMES, WEIGHTS))}. "
                f"{THIS_BEFIT}",
            ],
            id="several at once",
        ),
    ],
)
def test_what_is_wrong_with_a_single_week_is_told_with_its_place(
    text: str, found: list[str], path: Path
) -> None:
    assert faults(path, text) == found


def test_the_file_of_a_running_plan_is_found_from_the_folder_of_the_profile(path: Path) -> None:
    file = path.parent / "plan.ics"
    file.touch()
    assert said(path, "runs: plan.ics")["runs"] == str(file)


def test_a_running_plan_that_is_gone_is_no_fault_of_the_profile(path: Path) -> None:
    assert said(path, "runs: gone.ics")["runs"] == str(path.parent / "gone.ics")


@pytest.mark.parametrize("word", ["none", "no", '""', "[]"])
def test_a_profile_may_have_no_running_plan(path: Path, word: str) -> None:
    assert RUNS.read(said(path, f"runs: {word}")["runs"], CATALOGUE) is None


def test_what_single_runs_are_is_kept_by_a_date_or_words_of_a_title(path: Path) -> None:
    text = "runs-as: {2026-12-03: easy, Steady: hard, 10 km: long}"
    assert said(path, text)["runs-as"] == {"2026-12-03": "easy", "Steady": "hard", "10 km": "long"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "runs: webcal://example.org/plan.ics",
            "1:7: runs 'webcal://example.org/plan.ics' is an address, and befit uses no network. "
            "Download it first, and name the file.",
            id="an address",
        ),
        pytest.param("runs: {a: b}", "1:7: a mapping means nothing here", id="no name"),
        pytest.param(
            "runs-as: Steady=hard",
            "1:10: write a date or words of a title, and the kind: {{2026-12-03: easy, Steady: "
            "hard}}",
            id="corrections that are no mapping",
        ),
        pytest.param(
            "runs-as: {Steady: brutal}",
            "1:19: runs-as Steady=brutal: 'brutal' is no kind of run; the kinds are other, rest, "
            "easy, hard, long, long+hard, race.",
            id="no kind",
        ),
        pytest.param(
            "runs-as: {Steady: [hard]}",
            "1:19: write a date or words of a title, and the kind: {{2026-12-03: easy, Steady: "
            "hard}}",
            id="a list",
        ),
    ],
)
def test_what_is_wrong_with_a_running_plan_is_told_with_its_place(
    text: str, found: str, path: Path
) -> None:
    assert faults(path, text) == [found.format(folder=path.parent)]


def test_what_another_app_calls_an_exercise_is_kept(path: Path) -> None:
    text = "names: {Back Squat (Barbell): squats, Cossack Thing: none}"
    assert said(path, text)["names"] == {"Back Squat (Barbell)": "squats", "Cossack Thing": "none"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "names: squats",
            "1:8: names is each app's name with the id of an exercise: {Leg Press: leg-presses}",
            id="no mapping",
        ),
        pytest.param(
            "names: {Back Squat: flarbs}",
            "1:21: 'flarbs' is no exercise: write an id, such as squats, or none",
            id="no exercise",
        ),
        pytest.param(
            "names: {Back Squat: [squats]}",
            "1:21: a list is no exercise: write an id, such as squats, or none",
            id="a list",
        ),
    ],
)
def test_what_is_wrong_with_an_apps_name_is_told_with_its_place(
    text: str, found: str, path: Path
) -> None:
    assert faults(path, text) == [found]


@pytest.mark.parametrize("name", ["Squat (Barbell)", "a: b", "- x", "'", "# 1", "{}", "深", "12"])
def test_a_name_that_is_kept_is_read_back_and_all_else_stays(name: str, path: Path) -> None:
    path.write_text("race: half  # mine\n", encoding="utf-8")
    for meant in ("none", "squats"):
        path.write_text(named_profile(path, {name: meant}), encoding="utf-8")
        known, _ = load_profile(path, EXERCISES)
        assert known["names"] == {name: meant}
    assert path.read_text(encoding="utf-8").startswith("race: half  # mine\n")
