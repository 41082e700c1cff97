"""The pictures of README and docs/: what befit shows today, readable anywhere, with nothing from outside, and told
in words.
"""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pictures
import pytest
from contrast import contrast
from strategies import CATALOGUE

from befit_cli.values import Group

README = Path(__file__).parents[1] / "README.md"
STALE = (
    "The picture shows an older befit. `python .ci/pictures.py` makes it again: look at it, "
    "and keep it."
)
COLUMN = 12
NAMESPACE = "http://www.w3.org/2000/svg"

every_terminal = pytest.mark.parametrize("name", pictures.TERMINALS)


def picture(name: str) -> str:
    return (pictures.DOCS / name).read_text(encoding="utf-8")


@every_terminal
def test_a_terminal_shows_what_befit_prints_today(name: str) -> None:
    assert picture(name) == pictures.terminal(pictures.TERMINALS[name]), STALE


def test_the_page_is_the_one_that_befit_writes_today() -> None:
    assert picture("page.sha256").strip() == pictures.digest(pictures.page()), STALE


def test_a_picture_is_the_same_whoever_makes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    before = pictures.terminal(pictures.TERMINALS["block.svg"])
    for name, value in {
        "NO_COLOR": "1",
        "COLUMNS": "40",
        "TERM": "dumb",
        "BEFIT_PROFILE": "gone.yaml",
        "BEFIT_CATALOGUE": "gone.yaml",
    }.items():
        monkeypatch.setenv(name, value)
    assert pictures.terminal(pictures.TERMINALS["block.svg"]) == before


@every_terminal
def test_nothing_comes_from_outside(name: str) -> None:
    assert (
        re.findall(
            r"//.*|href|src|@import|@font-face|url\((?!#)", picture(name).replace(NAMESPACE, "")
        )
        == []
    )


@every_terminal
def test_columns_stand_one_below_the_other_in_any_font(name: str) -> None:
    """Each text begins at a column and is as wide as its letters have columns; no text holds two
    cells of a table.
    """
    drawn = ElementTree.fromstring(picture(name))  # noqa: S314  # befit drew it
    texts = drawn.findall(f".//{{{NAMESPACE}}}text")
    assert len(texts) > 50
    for text in texts:
        assert text.text
        assert float(text.attrib["x"]) % COLUMN == 0
        assert float(text.attrib["textLength"]) == COLUMN * len(text.text)
        assert not re.search(r"\S\s{2,}\S", text.text)


@every_terminal
def test_every_text_stands_out_from_what_is_behind_it(name: str) -> None:
    ground = re.search(r'<rect fill="(#\w{6})"', picture(name))
    assert ground
    colours = set(re.findall(r"{ fill: (#\w{6})", picture(name)))
    assert len(colours) > 1
    assert {colour for colour in colours if contrast(colour, ground[1]) < 4.5} == set()


SHEETS = pictures.sheets()


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_shows_the_figures_of_today(name: str) -> None:
    assert picture(name) == SHEETS[name], STALE


@pytest.mark.parametrize("group", Group)
def test_every_form_is_on_a_sheet_with_its_name(group: Group) -> None:
    sheet = ElementTree.fromstring(SHEETS[f"figures-{group}.svg"])  # noqa: S314  # befit drew it
    names = [text.text or "" for text in sheet.iter(f"{{{NAMESPACE}}}text")]
    ladders = [one.ladder for one in CATALOGUE.exercises if one.group is group]
    forms = [form.name for ladder in ladders for form in ladder]
    assert " ".join(names) == " ".join(forms)
    assert len(sheet.findall(f"{{{NAMESPACE}}}svg")) == len(forms)


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_needs_nothing_from_outside(name: str) -> None:
    text = picture(name).replace(NAMESPACE, "").replace('href="#', "")
    assert re.findall(r"//|href|src|@import|url\(", text) == []


def seen_in(page: Path) -> dict[str, str]:
    """The pictures that a page shows, each with its words."""
    shown = re.findall(r"!\[([^]]+)]\(([^)]+)\)", page.read_text(encoding="utf-8"))
    return {Path(path).name: words for words, path in shown}


PAGES = {page.name: seen_in(page) for page in (README, *pictures.DOCS.glob("*.md"))}


@pytest.mark.parametrize(
    ("page", "names"),
    [
        pytest.param("README.md", {"week.svg", "page.webp", "exercises.svg"}, id="README"),
        pytest.param("block.md", {"block.svg"}, id="the block"),
        pytest.param("figures.md", set(SHEETS) - {"exercises.svg"}, id="every form"),
    ],
)
def test_each_picture_is_seen_on_its_page(page: str, names: set[str]) -> None:
    assert set(PAGES[page]) == names


def test_each_picture_is_told_in_words() -> None:
    told = {name: words for shown in PAGES.values() for name, words in shown.items()}
    short = {name for name, words in told.items() if len(words) < 100}
    assert {name for name in short if not name.startswith("figures-")} == set()


def test_the_pictures_are_small_and_there_is_no_other() -> None:
    sizes = {
        path.name: path.stat().st_size for path in pictures.DOCS.iterdir() if path.suffix != ".md"
    }
    seen = {name for shown in PAGES.values() for name in shown}
    assert set(sizes) == {*seen, "page.sha256"}
    assert {name: size for name, size in sizes.items() if size > 200_000} == {}
