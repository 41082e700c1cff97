"""One row, one option: a field of the athlete and its row are all that an option takes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any, NamedTuple

import pytest
from msgspec import defstruct, json
from typer.testing import CliRunner, Result

from befit_cli.runner.options import ATHLETE, CATALOGUE, KIT_BY_DAY, START, WEEKS, Option
from befit_cli.values import Athlete

MONDAY = date(2026, 11, 23)


class Shoe(StrEnum):
    ROAD = "road"
    TRAIL = "trail"


class Sport(StrEnum):
    SWIM = "swim"
    CYCLE = "cycle"
    ROW = "row"


class New(NamedTuple):
    """An option that befit does not have: its field, and what may be said with it."""

    type: Any
    default: Any
    kind: str
    words: str
    meaning: Any
    usual: str
    in_profile: str
    refused: str
    sentence: str
    begun: str = ""
    completed: tuple[str, ...] = ()
    choices: str = ""
    """What the question lists, where its words can be counted."""


NEW = {
    "worn-shoe": New(
        Shoe,
        Shoe.ROAD,
        "word",
        words="Trail",
        meaning="trail",
        usual="road",
        in_profile="trail",
        refused="sandal",
        sentence="'sandal' is not a shoe; the shoes are road, trail",
        begun="t",
        completed=("trail",),
        choices="1 road  2 trail",
    ),
    "sport": New(
        tuple[Sport, ...],
        (),
        "words",
        words="swim,cycle",
        meaning=["cycle", "swim"],
        usual="none",
        in_profile="[swim, cycle]",
        refused="swim,chess",
        sentence="'chess' is not a sport; the sports are swim, cycle, row.",
        begun="swim,c",
        completed=("swim,cycle",),
        choices="1 swim  2 cycle  3 row  0 none",
    ),
    "age": New(
        int,
        40,
        "number",
        words="63",
        meaning=63,
        usual="40",
        in_profile="63",
        refused="17",
        sentence="age 17 is out of range; it is 18 to 99.",
    ),
    "day-off": New(
        Any,
        None,
        "day",
        words="Friday",
        meaning="fri",
        usual="none",
        in_profile="fri",
        refused="someday",
        sentence="'someday' is not a day; the days are mon, tue, wed, thu, fri, sat, sun",
        begun="f",
        completed=("fri",),
        choices="1 mon  2 tue  3 wed  4 thu  5 fri  6 sat  7 sun  0 none",
    ),
    "gym-day": New(
        tuple[Any, ...],
        (),
        "days",
        words="mon-wed,sun",
        meaning=["mon", "tue", "wed", "sun"],
        usual="none",
        in_profile="[mon-wed, sun]",
        refused="mon,wedding",
        sentence="'wedding' is not a day; the days are mon, tue, wed, thu, fri, sat, sun",
        begun="mon,w",
        completed=("mon,wed",),
        choices="1 mon  2 tue  3 wed  4 thu  5 fri  6 sat  7 sun  0 none",
    ),
    "since": New(
        date | None,
        None,
        "date",
        words="2024-02-29",
        meaning="2024-02-29",
        usual="none",
        in_profile="2024-02-29",
        refused="29.2.24",
        sentence="since '29.2.24' is not a date. Write it as YYYY-MM-DD",
    ),
    "liked": New(
        tuple[str, ...],
        (),
        "exercises",
        words="bulgarian,rdl",
        meaning=["bulgarian-split-squats", "romanian-deadlifts"],
        usual="none",
        in_profile="[bulgarian, rdl]",
        refused="squads",
        sentence="There is no exercise 'squads'; did you mean 'squats'?",
        begun="bulg",
        completed=("bulgarian-split-squats",),
    ),
}
every_kind = pytest.mark.parametrize("name", NEW)


def field(name: str) -> str:
    return f"{name.replace('-', '_')}_field"


def row(name: str, options: ModuleType, kinds: ModuleType, values: ModuleType) -> Any:
    """The one row of the option."""
    of_kind = {
        "word": kinds.choice("shoe", Shoe),
        "words": kinds.choices("sport", Sport, none=True),
        "number": kinds.number(values.Range(18, 99)),
        "day": kinds.DAY_OR_NONE,
        "days": kinds.days(),
        "date": kinds.DATE_OR_NONE,
        "exercises": kinds.EXERCISES,
    }
    return options.Option(
        name=name,
        field=field(name),
        panel=options.Panel.RUNNER,
        kind=of_kind[NEW[name].kind],
        value=name.upper(),
        meaning=f"Meaning of {name}.",
        comment=f"comment on {name}",
        question=f"Question about {name}?",
        assumed=lambda value: f"assumed {name}",
    )


def own_modules() -> list[str]:
    return [name for name in sys.modules if name.partition(".")[0] == "befit_cli"]


@pytest.fixture(scope="module")
def grown() -> Iterator[SimpleNamespace]:
    """A befit of its own whose athlete has a field more of each kind, and whose table a row more
    for each of them: nothing else of it is changed.
    """
    usual = {name: sys.modules.pop(name) for name in own_modules()}
    try:
        values = import_module("befit_cli.values")
        more = [(field(name), new.type, new.default) for name, new in NEW.items()]
        athlete = defstruct(
            "Athlete", more, bases=(values.Athlete,), frozen=True, kw_only=True, gc=False
        )
        for name in own_modules():
            if hasattr(sys.modules[name], "Athlete"):
                sys.modules[name].Athlete = athlete
        kinds = import_module("befit_cli.runner.kinds")
        options = import_module("befit_cli.runner.options")
        options.ATHLETE += tuple(row(name, options, kinds, values) for name in NEW)
        yield SimpleNamespace(
            app=import_module("befit_cli.cli").app,
            words=import_module("befit_cli.runner.words"),
            profile=import_module("befit_cli.runner.profile"),
            written_profile=import_module("befit_cli.runner.written_profile"),
            catalogue=import_module("befit_cli.catalogue.load").load_catalogue(),
            athlete=athlete,
        )
    finally:
        for name in own_modules():
            del sys.modules[name]
        sys.modules.update(usual)


def befit(grown: SimpleNamespace, *arguments: str, answers: str = "", **environment: str) -> Result:
    return CliRunner().invoke(
        grown.app, list(arguments), input=answers, env={"COLUMNS": "999", **environment}
    )


def said_in_profile(grown: SimpleNamespace, path: Path) -> Any:
    """The athlete that the profile says."""
    return grown.words.read_athlete(grown.profile.load_profile(path, None)[0], grown.catalogue)


def plain(athlete: Any, name: str) -> Any:
    """The field's value as JSON has it."""
    return json.decode(json.encode(getattr(athlete, field(name))))


@every_kind
def test_the_help_tells_a_new_option_with_its_default(name: str, grown: SimpleNamespace) -> None:
    (line,) = [
        line for line in befit(grown, "plan", "--help").stdout.splitlines() if f"--{name} " in line
    ]
    assert line.split() == (
        f"--{name} {name.upper()} Meaning of {name}. Default: {NEW[name].usual}.".split()
    )


@every_kind
def test_the_command_line_takes_it(name: str, grown: SimpleNamespace) -> None:
    result = befit(grown, "plan", f"--{name}", NEW[name].words, "-f", "json")
    assert result.exit_code == 0, result.stderr
    assert json.decode(result.stdout)["athlete"][field(name)] == NEW[name].meaning
    assert f"assumed {name}" not in result.stderr
    assert f"assumed {name} (--{name})" in befit(grown, "plan").stderr


@every_kind
def test_what_means_nothing_is_refused_in_its_words(name: str, grown: SimpleNamespace) -> None:
    result = befit(grown, "plan", f"--{name}", NEW[name].refused)
    assert (result.exit_code, result.stdout) == (2, "")
    assert NEW[name].sentence in result.stderr


@every_kind
def test_tab_completes_its_words(name: str, grown: SimpleNamespace) -> None:
    line = f"befit plan --{name} {NEW[name].begun}"
    environment = {
        "_BEFIT_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(line.count(" ")),
    }
    assert tuple(befit(grown, **environment).stdout.split()) == NEW[name].completed


@every_kind
def test_an_athlete_is_read_from_words_and_said_in_words(name: str, grown: SimpleNamespace) -> None:
    athlete = grown.words.read_athlete({name: NEW[name].words}, grown.catalogue)
    assert plain(athlete, name) == NEW[name].meaning
    assert grown.words.words_for(grown.athlete())[name] == NEW[name].usual
    assert grown.words.read_athlete(grown.words.words_for(athlete), grown.catalogue) == athlete


@every_kind
def test_the_profile_says_it_too_and_a_list_as_a_list(
    name: str, grown: SimpleNamespace, tmp_path: Path
) -> None:
    path = tmp_path / "profile.yaml"
    path.write_text(f"{name}: {NEW[name].in_profile}\n")
    athlete = said_in_profile(grown, path)
    assert plain(athlete, name) == NEW[name].meaning
    written = grown.written_profile.profile_text(athlete, MONDAY)
    assert f"\n# comment on {name}\n{name}: " in written
    path.write_text(written)
    assert said_in_profile(grown, path) == athlete


@every_kind
def test_a_fault_of_the_profile_has_its_place(
    name: str, grown: SimpleNamespace, tmp_path: Path
) -> None:
    path = tmp_path / "profile.yaml"
    path.write_text(f"race: half\n{name}: {NEW[name].refused}\n")
    result = befit(grown, "plan", BEFIT_PROFILE=str(path))
    assert result.stderr.startswith(f"{path}:2:{len(name) + 3}: {NEW[name].sentence}")


def test_init_asks_for_each_and_writes_the_answers(grown: SimpleNamespace, tmp_path: Path) -> None:
    path = tmp_path / "profile.yaml"
    answers = [""] * 11 + [new.words for new in NEW.values()]
    result = befit(grown, "init", answers="\n".join([*answers, ""]), BEFIT_PROFILE=str(path))
    assert result.exit_code == 0, result.stderr
    lines = [line.strip() for line in result.stderr.splitlines()]
    for number, (name, new) in enumerate(NEW.items(), 12):
        start = lines.index(f"{number}/18 Question about {name}?")
        assert lines[start + 1 : start + 3] == [
            new.choices or f"comment on {name}",
            f"[{new.usual}]: {new.words}",
        ]
        assert plain(said_in_profile(grown, path), name) == new.meaning


def test_every_field_of_the_athlete_has_one_row() -> None:
    assert sorted(option.field for option in (*ATHLETE, KIT_BY_DAY)) == sorted(
        Athlete.__struct_fields__
    )


@pytest.mark.parametrize("option", [*ATHLETE, START, CATALOGUE, WEEKS], ids=lambda row: row.name)
def test_a_row_says_all_that_its_option_needs(option: Option) -> None:
    assert str(option.meaning).endswith(".")
    assert option.value.isupper()
    assert option.default
    assert not option.question or str(option.question)[-1] in "?."
    assert option is WEEKS or str(option.comment)[-1] != "."
