"""The language that a profile says: befit speaks it to that runner, and a coach's files have it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from kept_profile import PROFILE, kept
from set_clock import at
from typer.testing import CliRunner, Result

from befit_cli.cli import app

IN_ENGLISH = "There is no file none.md. Check the path.\n"
IN_SPANISH = "No existe el archivo none.md. Revisa la ruta.\n"


def befit(*arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(app, arguments, env={"COLUMNS": "400", **environment})


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A profile in Spanish."""
    monkeypatch.chdir(tmp_path)
    return kept(tmp_path, monkeypatch, "2026-11-26", f"{PROFILE}language: es\n")


@pytest.mark.usefixtures("profile")
@pytest.mark.parametrize(
    ("arguments", "environment", "sentence"),
    [
        pytest.param((), {}, IN_SPANISH, id="the profile alone"),
        pytest.param((), {"LC_ALL": "en_GB.UTF-8"}, IN_SPANISH, id="before the machine's"),
        pytest.param((), {"BEFIT_LANG": "en"}, IN_ENGLISH, id="after the variable"),
        pytest.param(("--lang", "en"), {}, IN_ENGLISH, id="after the option"),
    ],
)
def test_befit_speaks_it(
    arguments: tuple[str, ...], environment: dict[str, str], sentence: str
) -> None:
    assert befit("check", "none.md", *arguments, **environment).stderr == sentence


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("language: es", id="as it is written"),
        pytest.param('"language" : "es"  # mi idioma', id="in quotes, with a comment"),
        pytest.param("language: Español", id="by its name"),
        pytest.param("language: es_MX", id="as a locale"),
    ],
)
def test_it_may_be_written_as_people_write_it(line: str, profile: Path) -> None:
    profile.write_text(f"{PROFILE}{line}\n", encoding="utf-8")
    assert befit("check", "none.md").stderr == IN_SPANISH
    assert json.loads(befit("plan", "-f", "json").stdout)["language"] == "es"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("# language: es", id="a remark"),
        pytest.param("swap:\n  language: es", id="below another key"),
        pytest.param("language: fr", id="one that befit doesn't speak"),
        pytest.param("language:", id="none"),
    ],
)
def test_what_says_no_language_of_befits_leaves_the_machines(line: str, profile: Path) -> None:
    profile.write_text(f"{PROFILE}{line}\n", encoding="utf-8")
    assert befit("check", "none.md", "--catalogue", "x.yaml").stderr.startswith(
        ("There", "profile")
    )


def test_one_that_befit_does_not_speak_is_a_fault_of_the_profile(profile: Path) -> None:
    profile.write_text(f"{PROFILE}language: fr\n", encoding="utf-8")
    refused = befit("plan")
    assert refused.exit_code == 1
    assert refused.stderr == (
        f"{profile}:6:11: 'fr' is not a language; the languages are en, es.\n"
    )


def test_a_profile_that_is_no_text_is_told_of_as_ever(profile: Path) -> None:
    profile.write_bytes(b"\xff\xfe\x00")
    assert befit("plan").exit_code == 1


def test_the_profile_that_an_option_names_says_it(profile: Path, tmp_path: Path) -> None:
    (tmp_path / "ben.yaml").write_text("race: 10k\nlanguage: en\n", encoding="utf-8")
    assert (
        json.loads(befit("plan", "--profile", "ben.yaml", "-f", "json").stdout)["language"] == "en"
    )
    assert (
        json.loads(befit("plan", f"--profile={profile}", "-f", "json").stdout)["language"] == "es"
    )


@pytest.mark.usefixtures("profile")
def test_help_is_in_it_too() -> None:
    assert befit("plan", "--help").stdout.startswith("Uso: befit plan [OPCIONES]\n")


@pytest.mark.parametrize(
    ("before", "arguments", "environment", "line"),
    [
        pytest.param(None, ["--lang", "es"], {}, "language: es", id="Spanish by an option"),
        pytest.param(None, [], {"LC_ALL": "es_MX"}, "language: es", id="Spanish by the machine"),
        pytest.param(None, [], {}, "# language: es", id="English, which needs no word"),
        pytest.param(
            None,
            ["--lang", "en"],
            {"LC_ALL": "es_MX"},
            "language: en",
            id="English on a Spanish one",
        ),
        pytest.param("es", ["--lang", "en"], {}, "language: en", id="English from now on"),
        pytest.param("en", ["--lang", "es"], {}, "language: es", id="Spanish from now on"),
        pytest.param("es", [], {}, "language: es", id="as before"),
    ],
)
def test_init_keeps_the_language_that_is_spoken(
    before: str | None,
    arguments: list[str],
    environment: dict[str, str],
    line: str,
    profile: Path,
) -> None:
    profile.unlink()
    if before:
        profile.write_text(f"{PROFILE}language: {before}\n", encoding="utf-8")
    assert befit("init", "--yes", *arguments, **environment).exit_code == 0
    assert line in profile.read_text(encoding="utf-8").splitlines()


@pytest.fixture
def team(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A runner who says Spanish, one who says English, one who says nothing, and one with a fault."""
    folder = tmp_path / "team"
    folder.mkdir()
    for name, line in {
        "ana": "language: es",
        "ben": "language: en",
        "cleo": "",
        "dora": "race: x",
    }.items():
        (folder / f"{name}.yaml").write_text(f"name: {name}\nstart: 2026-11-23\n{line}\n")
    monkeypatch.chdir(tmp_path)
    at(monkeypatch, "2026-11-26")
    return folder


@pytest.mark.usefixtures("team")
@pytest.mark.parametrize(
    ("coach", "languages"),
    [
        pytest.param("en", {"ana": "es", "ben": "en", "cleo": "en"}, id="an English one"),
        pytest.param("es", {"ana": "es", "ben": "en", "cleo": "es"}, id="a Spanish one"),
    ],
)
def test_a_roster_has_a_page_in_each_runners_language_else_in_their_coachs(
    coach: str, languages: dict[str, str]
) -> None:
    befit("roster", "team", "-o", "out/", "--lang", coach)
    pages = {name: Path("out", f"{name}.html").read_text(encoding="utf-8") for name in languages}
    assert {name: f'<html lang="{lang}">' for name, lang in languages.items()} == {
        name: page[page.index("<html") :][:16] for name, page in pages.items()
    }
    for name, lang in languages.items():
        assert ("Sentadilla" in pages[name]) == (lang == "es")


@pytest.mark.usefixtures("team")
@pytest.mark.parametrize(
    ("coach", "fault"),
    [
        pytest.param("en", "is not a race", id="an English one"),
        pytest.param("es", "no vale como carrera", id="a Spanish one"),
    ],
)
def test_what_is_wrong_is_told_in_the_coachs(coach: str, fault: str) -> None:
    assert fault in befit("roster", "team", "--lang", coach).stderr


@pytest.mark.usefixtures("team")
def test_in_a_table_of_runners_it_is_a_column() -> None:
    Path("list.csv").write_text("name,race,language\nEva,half,es\nFay,half,\n", encoding="utf-8")
    befit("roster", "--import", "list.csv", "-o", "new/")
    assert '\nlanguage: "es"\n' in Path("new", "eva.yaml").read_text(encoding="utf-8")
    assert "language" not in Path("new", "fay.yaml").read_text(encoding="utf-8")
