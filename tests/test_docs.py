"""README and the pages of docs/: every command on them runs, every example is sound, every link
leads somewhere, and every page is found.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import NamedTuple

import pictures
import pytest
from example_folder import NEEDS_TERMINAL, run
from typer import Context
from typer.main import get_command

from befit_cli.cli import app

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
IN_SPANISH = ROOT / "README.es.md"
PAGES = [README, IN_SPANISH, *sorted((ROOT / "docs").glob("*.md"))]
LINKED = [*PAGES, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"]
BEFIT = get_command(app)
ABOVE = Context(BEFIT, info_name="befit")
COMMANDS = {name: BEFIT.get_command(ABOVE, name) for name in BEFIT.list_commands(ABOVE)}
OPTIONS = {
    option
    for command in (BEFIT, *COMMANDS.values())
    for parameter in command.get_params(ABOVE)
    for option in parameter.opts
}
START = (
    "python3 -m venv .venv && .venv/bin/python -m pip install -q . && "
    ".venv/bin/befit plan --race half --sessions 3"
)
TEST = (
    "python3 -m venv .venv && .venv/bin/python -m pip install -q -e '.[test]' && "
    ".venv/bin/python -m pytest -n auto"
)


class Block(NamedTuple):
    """A block of code on a page, in the language that it names."""

    page: str
    language: str
    text: str


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def prose_of(page: Path) -> str:
    """A page without its blocks of code."""
    return re.sub(r"^```.*?^```$", "", text_of(page), flags=re.M | re.S)


BLOCKS = [
    Block(page.stem, language, text)
    for page in PAGES
    for language, text in re.findall(r"^```(\w+)\n(.*?)^```$", text_of(page), re.M | re.S)
]
LINES = [
    (block.page, line)
    for block in BLOCKS
    if block.language == "sh"
    for line in block.text.splitlines()
]
IN_SENTENCES = [
    (page.stem, span)
    for page in PAGES
    for span in sorted(set(re.findall(r"`(befit [^`\n]+ [^`\n]+)`", prose_of(page))))
    if "[OPTIONS]" not in span
]
"""What sentences tell to type; a word behind `befit` alone is a command's name."""
COMMAND_LINES = {
    line.partition(" #")[0].strip(): page
    for page, line in reversed(LINES + IN_SENTENCES)
    if line.startswith("befit")
}
"""What calls befit, each once, without its remark, and the first page that has it."""
LINKS = [
    (page, link)
    for page in LINKED
    for link in re.findall(r"\]\(([^)\s]+)\)", text_of(page))
    if not link.startswith("https://")
]


def anchors(page: Path) -> set[str]:
    """What a link may name on a page: its headings, as GitHub writes them."""
    headings = re.findall(r"^#+ (.*)$", text_of(page), re.M)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.of_a_kind(30)
@pytest.mark.usefixtures("in_example_folder")
@pytest.mark.parametrize(
    "command",
    [
        pytest.param(command, id=f"{page}: {command}")
        for command, page in COMMAND_LINES.items()
        if not command.startswith(NEEDS_TERMINAL)
    ],
)
def test_every_command_runs(command: str) -> None:
    result = run(command)
    assert result.exit_code == 0, result.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_sentence_names_commands_and_options_that_there_are(page: Path) -> None:
    spans = re.findall(r"`(befit [^`\n]+|-[^`\n]+)`", prose_of(page))
    commands = {span.split()[1] for span in spans if span.startswith("befit")}
    options = {option for span in spans for option in re.findall(r"(?<!\S)--[a-z-]+", span)}
    assert {name for name in commands if not name.startswith("-")} <= set(COMMANDS)
    assert options <= OPTIONS


@pytest.mark.parametrize(
    "block",
    [
        pytest.param(block, id=f"{block.page} {number}")
        for number, block in enumerate(BLOCKS, 1)
        if block.language == "yaml"
    ],
)
def test_every_file_that_is_shown_is_read(block: Block, in_example_folder: Path) -> None:
    name, command = {
        "exercises": ("own.yaml", "befit check own.yaml"),
        "log": ("log.yaml", "befit log"),
        "coaches": ("club.yaml", "befit roster club.yaml"),
    }.get(block.page, ("profile.yaml", "befit plan"))
    (in_example_folder / name).write_text(block.text, encoding="utf-8")
    result = run(command)
    assert result.exit_code == 0, result.stderr


def test_the_table_of_a_club_is_the_one_that_the_commands_read() -> None:
    (table,) = [block.text for block in BLOCKS if block.language == "csv"]
    assert table == (ROOT / "tests" / "data" / "club.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "block",
    [pytest.param(block, id=block.page) for block in BLOCKS if block.language == "python"],
)
def test_every_program_runs(block: Block) -> None:
    exec(compile(block.text, block.page, "exec"), {})  # noqa: S102  # it is a page's own


def test_every_block_says_a_language_and_all_but_mere_text_is_tried() -> None:
    assert {block.language for block in BLOCKS} == {"sh", "yaml", "python", "csv", "text"}
    fences = sum(text_of(page).count("```") for page in PAGES)
    assert fences == 2 * len(BLOCKS)


@pytest.mark.parametrize(
    ("page", "link"), [pytest.param(page, link, id=f"{page.stem} {link}") for page, link in LINKS]
)
def test_every_link_leads_to_what_is_there(page: Path, link: str) -> None:
    name, _, anchor = link.partition("#")
    target = page.parent / name if name else page
    assert target.is_file()
    assert not anchor or anchor in anchors(target)


def test_every_page_is_linked_from_readme() -> None:
    linked = {link for page, link in LINKS if page == README}
    assert {str(page.relative_to(ROOT)) for page in PAGES if page != README} <= linked


@pytest.mark.parametrize("page", [README, IN_SPANISH], ids=lambda page: page.stem)
def test_readme_sets_befit_up_and_tests_it_in_a_line_each(page: Path) -> None:
    lines = [line for stem, line in LINES if stem == page.stem]
    assert START in lines
    assert TEST in lines


def test_the_command_that_runs_the_tests_is_marked_for_ci() -> None:
    assert f"<!-- test command -->\n```sh\n{TEST}\n```\n" in text_of(README)


def test_the_picture_of_a_week_shows_the_first_command_of_readme() -> None:
    first = next(line for page, line in LINES if page == "README")
    shown = pictures.TERMINALS["week.svg"].command
    assert shlex.split(first)[-6:] == [".venv/bin/befit", *shown.split()[1:]]


def test_readme_is_read_in_five_minutes() -> None:
    assert len(text_of(README).split()) < 1100
