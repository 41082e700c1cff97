"""CONTRIBUTING.md names only what there is."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NAMED = sorted(
    set(re.findall(r"`([^`\s]+)`", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")))
)
FILES = [
    name for name in NAMED if re.match(r"(befit_cli|tests)/[^<]+\.py|[a-z]+\.(yaml|toml)", name)
]
NAMES = [name for name in NAMED if re.fullmatch(r"_?[A-Z][A-Za-z_]+", name)]
CODE = "\n".join(
    path.read_text(encoding="utf-8")
    for folder in ("befit_cli", "tests")
    for path in (ROOT / folder).glob("**/*.py")
)


@pytest.mark.parametrize("file", FILES)
def test_every_file_is_there(file: str) -> None:
    assert (ROOT / file).is_file()


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_one_of_the_code(name: str) -> None:
    assert re.search(rf"^(class )?{name}\b", CODE, re.MULTILINE)


def test_every_folder_is_on_the_map() -> None:
    folders = {f"{path.parent.name}/" for path in (ROOT / "befit_cli").glob("*/__init__.py")}
    assert folders
    assert folders <= set(NAMED)
