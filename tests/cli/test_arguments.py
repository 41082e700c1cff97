"""Any command line at all: done, or told in words what is wrong with it; what nobody asked for is left
as it is, and the same line gets the same answer."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_lines import TODAY, Line, command_lines, fill, snapshot
from hypothesis import example, given
from set_clock import at
from strategies import times
from typer.testing import CliRunner, Result

from befit_cli import load_catalogue
from befit_cli.cli import app
from befit_cli.cli.consoles import visible
from befit_cli.language import Language

_KEEP = {"init", "adjust", "off", "runs", "done", "log", "go"}
"""The commands that keep something for whoever they are told of: in a profile, or in a log."""
_ANYWAY = (
    "bone",
    "hueso",
    *[exercise.name for exercise in load_catalogue(language=Language.ES).exercises],
)
"""What is told in befit's words, whatever somebody said: pain on a bone, and in Spanish an exercise
that was understood in English.
"""
_OF_SEVERAL = {"check", "roster"}
"""The commands that answer, too, where something is wrong: with one file or runner of several."""


def enter(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Be in the folder, on the Saturday, with a home in it and no setting of anybody's."""
    fill(folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("HOME", str(folder / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "home" / "config"))
    monkeypatch.setenv("COLUMNS", "80")
    at(monkeypatch, TODAY)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the commands run, with the files that they may be told of."""
    home = tmp_path_factory.mktemp("arguments") / "here"
    with pytest.MonkeyPatch.context() as patch:
        enter(home, patch)
        yield home


def befit(line: Line) -> Result:
    return CliRunner().invoke(app, line.said, input=line.answers, env=line.environment)


def kept(line: Line) -> set[str]:
    """The profiles and logs that the line may mean."""
    words = {*line.said, *[word.partition("=")[2] for word in line.said]}
    profiles = {*words, *line.environment.values(), "home/config/befit/profile.yaml"}
    profiles |= {f"team/{name}.yaml" for name in ("ana", "ben", "zoe")}
    logs = set()
    for path in filter(lambda path: path.name, map(Path, profiles)):
        logs |= {str(path.with_name("log.yaml")), str(path.with_name(f"{path.stem}.log.yaml"))}
    return {str(Path(name)) for name in profiles} | logs


def outputs(line: Line) -> list[str]:
    """The files and folders that the line may ask for."""
    asked = []
    for word, following in zip(line.said, [*line.said[1:], ""], strict=True):
        if word == "--output":
            asked.append(following)
        elif word.startswith("--output="):
            asked.append(word.partition("=")[2])
        elif word.startswith("-") and "o" in word and not word.startswith("--"):
            asked += [word.partition("o")[2].removeprefix("="), following]
    return [str(Path(name)) for name in asked if name not in ("", "-")]


def asked_for(path: str, line: Line) -> bool:
    """Whether the line asks for the file, or for a folder that it is in or that leads to it. For a
    watch each session is a file of its own: `new-fri.fit` beside what would be `new.fit`.
    """
    named = outputs(line)
    if not _KEEP.isdisjoint(line.said):
        named += kept(line)
    return any(
        path == name
        or path.startswith((f"{name}/", f"{name.removesuffix('.fit')}-"))
        or name.startswith(f"{path}/")
        for name in named
    )


def names(told: str, line: Line) -> bool:
    """Whether it names a word that was said, what a setting says, or the command to say; or quotes
    what no word is.
    """
    said = [*line.said, *line.environment, *line.environment.values(), "befit", *_ANYWAY]
    # An empty path is told as the folder that it means, and what cannot be shown by its number.
    words = [*[visible(word) or "." for word in said], *re.findall(r"\w+", " ".join(said))]
    return "'" in told or any(word.casefold() in told.casefold() for word in words)


def judged(line: Line, folder: Path) -> Result:
    """What befit says to the line in the folder, which is then as it was; fails where a law does not
    hold.
    """
    before = snapshot(folder)
    start = time.process_time()
    result = befit(line)
    took = time.process_time() - start
    after = snapshot(folder)
    written = {path for path in {*before, *after} if before.get(path) != after.get(path)}
    if written:
        fill(folder)
    assert isinstance(result.exception, SystemExit | None), result.exception
    assert result.exit_code in (0, 1, 2)
    assert "Traceback" not in result.stderr
    assert all(char.isprintable() or char == "\n" for char in result.stderr)
    if result.exit_code and _OF_SEVERAL.isdisjoint(line.said):
        told = " ".join(result.stderr.split())
        assert names(told, line)
        # what is wrong is one clause, and what to do now is another
        assert re.search(r"[.,;:?] \S", told), told
        assert result.stdout == ""
        assert not written
    else:
        assert [path for path in sorted(written) if not asked_for(path, line)] == []
    if not written:
        again = befit(line)
        assert (again.exit_code, again.stdout, again.stderr) == (
            result.exit_code,
            result.stdout,
            result.stderr,
        )
    assert took < 3, f"{took:.1f} s"
    return result


@given(line=command_lines())
@example(line=Line(["plan", "-f", "fit", "-o", ""], {}, ""))
@example(line=Line(["export", "\x1f"], {}, ""))
@example(line=Line(["plan", "--output", "new.fit"], {}, ""))
@times(2)
def test_any_command_line_is_done_or_told_in_words_what_is_wrong_with_it(
    line: Line, folder: Path
) -> None:
    judged(line, folder)
