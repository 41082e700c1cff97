"""Who the runners of a folder are, or of one file for all."""

from __future__ import annotations

from pathlib import Path

import pytest

from befit_cli.errors import BefitError, FileFaults
from befit_cli.roster.members import Member, key_of, read_members


def written(folder: Path, **texts: str) -> Path:
    """The folder with these files, named with `__` for a dot."""
    for name, text in texts.items():
        (folder / name.replace("__", ".").replace("_", "-")).write_text(text, encoding="utf-8")
    return folder


def keys(path: Path) -> list[str]:
    return [member.key for member in read_members(path, None)]


def words(member: Member) -> dict[str, str]:
    known, _ = member.read()
    return known


def faults(path: Path) -> str:
    with pytest.raises(BefitError) as caught:
        [member.read() for member in read_members(path, None)]
    return str(caught.value).replace(f"{path.parent}/", "")


def test_each_profile_of_a_folder_is_a_runner(tmp_path: Path) -> None:
    written(tmp_path, ben__yml="race: 5k", ana__yaml="race: half", notes__txt="race: 5k")
    assert keys(tmp_path) == ["ana", "ben"]


@pytest.mark.parametrize("name", ["ana.log.yaml", "log.yaml", ".ana.yaml"])
def test_what_lies_beside_profiles_is_no_runner(name: str, tmp_path: Path) -> None:
    written(tmp_path, ana__yaml="race: half")
    (tmp_path / name).write_text("- {date: 2026-11-01, did: {}}")
    assert keys(tmp_path) == ["ana"]


@pytest.mark.parametrize("key", ["catalogue", "runs"])
def test_a_file_that_a_profile_names_is_no_runner(key: str, tmp_path: Path) -> None:
    written(tmp_path, ana__yaml=f'race: half\n{key}: "mine.yaml"  # the club\'s\n', mine__yaml="x")
    assert keys(tmp_path) == ["ana"]


def test_another_runner_whom_a_profile_names_by_mistake_stays_one(tmp_path: Path) -> None:
    written(tmp_path, ana__yaml="race: half\nruns: ben.yaml\n", ben__yaml="race: 5k\n")
    assert keys(tmp_path) == ["ana", "ben"]


@pytest.mark.parametrize("name", ["team.csv", "team.yaml"])
def test_a_file_without_a_runner_is_told(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text("name,race\n" if name == "team.csv" else "athletes: []\n")
    assert faults(path).startswith(f"There is no runner in {name}.")


def test_the_log_of_a_runner_has_their_name(tmp_path: Path) -> None:
    (member,) = read_members(written(tmp_path, ana__yaml="race: half"), None)
    assert member.log == tmp_path / "ana.log.yaml"


def test_a_calendar_of_their_name_is_their_running_plan(tmp_path: Path) -> None:
    (member,) = read_members(written(tmp_path, ana__yaml="race: half", ana__ics="BEGIN"), None)
    assert words(member)["runs"] == str(tmp_path / "ana.ics")


@pytest.mark.parametrize(
    ("profile", "calendar", "named"),
    [
        pytest.param("runs: none", "BEGIN", "none", id="who says that they follow none"),
        pytest.param("runs: own.ics", "BEGIN", "own.ics", id="who names another"),
        pytest.param("race: half", "PRODID:-//befit//befit 0.1.0//EN", None, id="befit's own"),
    ],
)
def test_it_is_not_where(profile: str, calendar: str, named: str | None, tmp_path: Path) -> None:
    written(tmp_path, ana__yaml=profile, ana__ics=calendar)
    (member,) = read_members(tmp_path, None)
    runs = words(member).get("runs")
    assert (runs and Path(runs).name) == named


LIST = """\
defaults: {race: half, kit: gym}
athletes:
  - name: Ana Pérez
  - {name: Ben, race: 5k}
"""


def test_a_list_has_what_all_have_and_what_each_has(tmp_path: Path) -> None:
    path = written(tmp_path, team__yaml=LIST) / "team.yaml"
    ana, ben = read_members(path, None)
    assert (ana.key, words(ana)) == (
        "ana-perez",
        {"race": "half", "kit": "gym", "name": "Ana Pérez"},
    )
    assert (ben.key, words(ben)) == ("ben", {"race": "5k", "kit": "gym", "name": "Ben"})
    assert ana.place == f"{path}:3"
    assert ana.log == tmp_path / "ana-perez.log.yaml"


TABLES = {
    "a head in Spanish": b'nombre,carrera,fuerte\nAna,half,"tue, thu"\nBen,5k,\n',
    "commas": b'name,race,hard\nAna,half,"tue, thu"\nBen,5k,\n',
    "semicolons and a byte order mark": b"\xef\xbb\xbfName;Race;Hard\r\nAna;half;tue,thu\r\nBen;5k;\r\n",
    "tabs": b"name\trace\thard\nAna\thalf\ttue thu\nBen\t5k\t\n",
}


@pytest.mark.parametrize("content", TABLES.values(), ids=TABLES)
def test_a_table_has_a_row_for_each(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "team.csv"
    path.write_bytes(content)
    ana, ben = read_members(path, None)
    known = words(ana)
    assert known["hard"].replace(",", " ").split() == ["tue", "thu"]
    assert (ana.key, known["race"], ana.place) == ("ana", "half", f"{path}:2")
    assert words(ben) == {"name": "Ben", "race": "5k"}


def test_the_head_of_a_table_is_read_as_people_write_it(tmp_path: Path) -> None:
    path = tmp_path / "team.csv"
    path.write_text("NAME,Race date,long_run\nAna,2027-02-14,sat\n")
    (member,) = read_members(path, None)
    assert words(member) == {"name": "Ana", "race-date": "2027-02-14", "long-run": "sat"}


@pytest.mark.parametrize("cell", ["", " ", "-", "–", "n/a", "N/A"])
def test_a_cell_that_has_nothing_says_nothing(cell: str, tmp_path: Path) -> None:
    path = tmp_path / "team.csv"
    path.write_text(f"name,niggle,race\nAna,{cell},half\n")
    (member,) = read_members(path, None)
    assert words(member) == {"name": "Ana", "race": "half"}


@pytest.mark.parametrize("head", ["name,race,", "name,race,,", "name,,race"])
def test_a_column_that_is_empty_throughout_is_none(head: str, tmp_path: Path) -> None:
    path = tmp_path / "team.csv"
    place = head.split(",").index("race")
    row = ["Ana", *[""] * (place - 1), "half"]
    path.write_text(f"{head}\n{','.join(row)},\n")
    (member,) = read_members(path, None)
    assert words(member) == {"name": "Ana", "race": "half"}


FAULTS = {
    "a column without a head": (
        "team.csv",
        "name,\nAna,half\n",
        "team.csv:1:2: '' is no key of a profile; the keys are name, race, race-date, level, kit, "
        "minutes, sessions, long-run, hard, days, niggle, focus, without, swap, units, notes, runs, "
        "start, weeks, at, tz, remind, catalogue, language",
    ),
    "what is no matter of a cell": (
        "team.csv",
        "name,weights\nAna,12\n",
        "team.csv:1:2: 'weights' has more than a cell can: write it in a profile of their own",
    ),
    "a profile": (
        "team.yaml",
        "race: half",
        "team.yaml has no athletes. A roster in one file is a list of them, and what all have "
        "above it as defaults; or give a folder with a profile for each.",
    ),
    "another key": (
        "team.yaml",
        "coach: Eva\nathletes: []",
        "team.yaml:1:1: unknown key 'coach'; the keys are defaults and athletes",
    ),
    "defaults that are none": (
        "team.yaml",
        "defaults: half\nathletes: []",
        "team.yaml:1:11: defaults are lines such as race: half",
    ),
    "no name in a list": (
        "team.yaml",
        "athletes:\n  - race: half",
        "team.yaml:2:5: this runner has no name; write name: Ana, for their files are called by it",
    ),
    "no name in a table": (
        "team.csv",
        "name,race\n,half\n",
        "team.csv:2:1: this runner has no name; write name: Ana, for their files are called by it",
    ),
    "a name of no letters": (
        "team.csv",
        "name,race\n!!,half\n",
        "team.csv:2:1: this runner has no name; write name: Ana, for their files are called by it",
    ),
    "a word that means nothing": (
        "team.csv",
        "name,race\nAna,hlf\n",
        "team.csv:2:2: 'hlf' is not a race; the races are 5k, 10k, half, marathon, none; did you "
        "mean 'half'?",
    ),
    "a column that is none": (
        "team.csv",
        "name,rase\nAna,half\n",
        "team.csv:1:2: 'rase' is no key of a profile; did you mean 'race'?",
    ),
    "two columns of one kind": (
        "team.csv",
        "name,race,Race\nAna,half,5k\n",
        "team.csv:1:3: 'Race' is the head of two columns",
    ),
    "several without a name": (
        "team.csv",
        "name,race\n,half\nAna,5k\n!,5k\n",
        "team.csv:2:1: this runner has no name; write name: Ana, for their files are called by it\n"
        "team.csv:4:1: this runner has no name; write name: Ana, for their files are called by it",
    ),
    "two runners of one name": (
        "team.csv",
        "name,race\nAna P,half\nana-p,5k\n",
        "team.csv:2: the files of team.csv:3 would be called ana-p, too; give one of them another "
        "name, such as ana-p-2",
    ),
}


@pytest.mark.parametrize(("name", "text", "told"), FAULTS.values(), ids=FAULTS)
def test_what_is_wrong_is_told_with_its_place(
    name: str, text: str, told: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_text(text)
    assert faults(path) == told


def test_no_row_at_all_is_told_with_the_keys(tmp_path: Path) -> None:
    path = tmp_path / "team.csv"
    path.write_text("\n")
    assert faults(path).startswith("team.csv has no row. Its head has the keys: name, race, ")


@pytest.mark.parametrize("name", ["", "nowhere"])
def test_without_a_runner_it_is_told_how_to_begin(name: str, tmp_path: Path) -> None:
    assert "befit roster --import list.csv -o team/" in faults(tmp_path / name)


def test_two_profiles_whose_names_differ_in_case_are_one_file_for_some(tmp_path: Path) -> None:
    written(tmp_path, ana__yaml="race: half", ANA__yml="race: half")
    assert "/ana.yaml would be called ANA, too" in faults(tmp_path)


def test_of_runners_with_one_name_none_is_read_and_all_others_are(tmp_path: Path) -> None:
    path = tmp_path / "club.csv"
    path.write_text("name,race\nAnna,half\nBea,5k\nanna,10k\nANNA,5k\n")
    read: dict[str, list[str]] = {"anna": [], "bea": []}
    for member in read_members(path, None):
        try:
            read[member.key].append(words(member)["race"])
        except FileFaults as error:
            read[member.key].append(str(error).replace(f"{tmp_path}/", "").partition(" would")[0])
    assert read == {
        "anna": [
            "club.csv:2: the files of club.csv:4",
            "club.csv:4: the files of club.csv:2",
            "club.csv:5: the files of club.csv:2",
        ],
        "bea": ["5k"],
    }


@pytest.mark.parametrize(
    ("name", "key"),
    [("Ana Pérez", "ana-perez"), ("O'Neil, Jr.", "oneil-jr"), ("سارة", "سارة"), ("🏃", "")],
)
def test_files_are_called_after_a_name(name: str, key: str) -> None:
    assert key_of(name) == key
