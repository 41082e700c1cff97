"""All that befit says to people goes through its one way to say it in another language: spoken in a
language that has other letters, it shows no English but what is typed, and what files say.
"""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Iterable, Iterator
from enum import EnumMeta
from functools import cache
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase
from typing import Any

import messages
import pytest
from example_folder import NEEDS_TERMINAL, run
from msgspec import structs
from strategies import CATALOGUE
from typer import Context
from typer.main import get_command
from typer.testing import CliRunner

from befit_cli import language
from befit_cli.catalogue import compiled
from befit_cli.cli import app
from befit_cli.cli.commands import MODULES
from befit_cli.cli.help import examples_of
from befit_cli.language import Language
from befit_cli.roster.rows import COLUMNS
from befit_cli.runner.profile import KEYS
from befit_cli.values import Catalogue, enums
from befit_cli.views import FORMATS

BEFIT = get_command(app)
COMMANDS = {name: BEFIT.get_command(Context(BEFIT), name) for name in BEFIT.list_commands(None)}
EXAMPLES = [
    example
    for command in COMMANDS.values()
    for example in examples_of(command)
    if not example.startswith((NEEDS_TERMINAL, "befit schema"))
]
"""A session that is guided needs a terminal, and a schema is for programs."""
OTHER_LETTERS = str.maketrans(
    ascii_lowercase + ascii_uppercase, "абвгдежзийклмнопрстуфхцчшщАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩ"
)
PLACE = re.compile(r"(\{\w*(?:![ars])?(?::[^{}]*)?\})")
WORD = re.compile(r"[A-Za-z]{2,}")
FOLD = re.compile("\r?\n ")
"""Where a calendar goes on in the next line."""
FOR_PROGRAMS = re.compile(
    r"<style.*?</style>|<script.*?</script>|<[^>]*>|&\w+;|^[A-Z-]+[;:][A-Z0-9:;=/.-]*|\S*@\S*",
    re.DOTALL | re.MULTILINE,
)
"""What a page and a calendar have for programs alone."""
AS_TYPED = {
    "index",
    "befit",
    "help",
    "lang",
    "version",
    "stdout",
    "es",
    "none",
    "all",
    "home",
    "gym",
}
UNITS = {"kg", "lb", "min", "km", "mi"}


@cache
def sentences() -> set[str | tuple[str, str]]:
    """All that a translator finds in the code."""
    return {sentence.id for sentence in messages.said()}


def words_of(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from WORD.findall(text.lower())


def typed() -> Iterator[str]:
    """What people type, which is the same in every language."""
    yield from AS_TYPED | UNITS
    yield from words_of([*MODULES, *FORMATS, *COLUMNS, *KEYS, *CATALOGUE.by_id])
    for command in (BEFIT, *COMMANDS.values()):
        yield from words_of(examples_of(command))
        for parameter in command.params:
            yield from words_of(parameter.opts)
    for words in vars(enums).values():
        if isinstance(words, EnumMeta):
            yield from words_of(str(word) for word in words)


TYPED = set(typed())


def other(text: str) -> str:
    """The text in other letters; its places stay."""
    parts = PLACE.split(text)
    return "".join(
        [part if PLACE.fullmatch(part) else part.translate(OTHER_LETTERS) for part in parts]
    )


class OtherLetters:
    """Translations that say each sentence in other letters."""

    def gettext(self, text: str) -> str:
        return other(text) if text in sentences() else text

    def pgettext(self, sense: str, text: str) -> str:
        return self.gettext(text)

    def ngettext(self, one: str, many: str, number: int) -> str:
        said = one if number == 1 else many
        return other(said) if (one, many) in sentences() else said


@cache
def exercises_in_other_letters() -> Any:
    return in_other_letters(CATALOGUE.exercises)


def in_other_letters(told: Any) -> Any:
    """An exercise, a form or a note with its words in other letters; they are known by their names
    as before.
    """
    if isinstance(told, str):
        return told.translate(OTHER_LETTERS)
    if isinstance(told, tuple):
        return tuple(map(in_other_letters, told))
    if isinstance(told, dict):
        return {key: in_other_letters(value) for key, value in told.items()}
    if told is None:
        return None
    fields = set(told.__struct_fields__)
    texts = fields & {
        "name",
        "aliases",
        "why",
        "setup",
        "cues",
        "prerequisite",
        "note",
        "niggles",
        "ladder",
    }
    words = {field: in_other_letters(getattr(told, field)) for field in texts}
    if "other_names" in fields:
        words["other_names"] = (*told.other_names, told.name)
    if "other_aliases" in fields:
        words["other_aliases"] = (*told.other_aliases, *told.aliases)
    return structs.replace(told, **words)


CACHED = type(cache(len))


def forget_what_was_said() -> None:
    """Empty what befit keeps of a language once it has said it."""
    for name, module in list(sys.modules.items()):
        if name.startswith("befit_cli."):
            for kept in vars(module).values():
                if isinstance(kept, CACHED):
                    kept.cache_clear()


@pytest.fixture
def spoken_in_other_letters(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    forget_what_was_said()
    catalogue = Catalogue(exercises_in_other_letters())
    monkeypatch.setenv("BEFIT_LANG", Language.ES)
    monkeypatch.setenv("COLUMNS", "1000")  # in a narrower one the name of a folder may be broken
    monkeypatch.setattr(language, "_translations", lambda _: OtherLetters())
    monkeypatch.setattr(compiled, "load", lambda *_: catalogue)
    yield
    forget_what_was_said()


def english_in(shown: str, own: Iterable[str] = ()) -> list[str]:
    """The words that are neither typed nor one's own, such as those of a file."""
    known = TYPED | set(words_of(own))
    found = dict.fromkeys(WORD.findall(shown.replace(str(Path.cwd()), "")))
    return [word for word in found if word.lower() not in known]


def own_words(example: str) -> Iterator[str]:
    """What stands in the files that an example names."""
    yield from ("Ana", "Ben")
    for word in shlex.split(example):
        path = Path(word)
        if path.suffix in (".ics", ".csv", ".yaml") and path.exists():
            yield path.read_text(encoding="utf-8")


@pytest.mark.of_a_kind(14)
@pytest.mark.usefixtures("in_example_folder", "spoken_in_other_letters")
@pytest.mark.parametrize("example", EXAMPLES)
def test_no_example_shows_english(example: str) -> None:
    own = list(own_words(example))
    shown = run(example)
    assert shown.exit_code == 0
    assert english_in(shown.output, own) == []


@pytest.mark.usefixtures("in_example_folder", "spoken_in_other_letters")
@pytest.mark.parametrize("format", ["md", "html", "ics"])
def test_no_plan_in_a_file_has_english(format: str) -> None:
    plan = run(f"befit plan --race half -f {format}").stdout
    assert english_in(FOR_PROGRAMS.sub("", FOLD.sub("", plan))) == []


@pytest.mark.usefixtures("spoken_in_other_letters")
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_no_help_has_english(command: str) -> None:
    assert english_in(CliRunner().invoke(app, [*command.split(), "--help"]).output) == []


@pytest.mark.usefixtures("in_example_folder", "spoken_in_other_letters")
@pytest.mark.parametrize(
    "wrong",
    [
        "befit plna",
        "befit plan --sesions 3",
        "befit plan --race",
        "befit plan --why=no",
        "befit plan --week ten",
        "befit plan half",
        "befit plan --race half --race 10k",
        "befit plan -f xyz",
        "befit plan -o plan.xyz",
        "befit plan -o ''",
        "befit plan --at 18:30",
        "befit plan --csv-separator tab",
        "befit plan -f csv --csv-separator xyz",
        "befit plan -f ics --remind 30",
        "befit plan --race-date 2020-01-01 --race half",
        "befit plan --profile nowhere/nobody.yaml",
        "befit export none.md",
        "befit exercises -f xyz",
        "befit show",
        "befit rules R999",
        "befit check none.md",
        "befit done --undo squat",
        "befit done --next-morning better",
        "befit done 2020-01-01",
        "befit adjust --clear --hard wed",
        "befit adjust --week 2020-01-01",
        "befit off away 2020-01-02..2020-01-01",
        "befit log --weeks 0",
        "befit log xyz",
        "befit roster nowhere",
        "befit roster team --week 2",
        "befit roster --import list.csv",
        "befit go",
    ],
)
def test_no_refusal_has_english(wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    refused = CliRunner().invoke(app, shlex.split(wrong)[1:])
    assert refused.exit_code > 0
    assert english_in(refused.output, [wrong]) == []
