"""befit's own exercises as the build compiled them: the same as their YAML says, and never older
than it.
"""

import shutil
from pathlib import Path

import pytest

from befit_cli.catalogue import compiled
from befit_cli.catalogue.load import load_catalogue
from befit_cli.catalogue.reader import read_catalogue

PACKAGE = Path(compiled.__file__).parents[1]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The files that a compiled catalogue is made from, with one made of them."""
    for name in (*compiled._READERS, "data/exercises.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
    for name in compiled._READERS:
        shutil.copy(PACKAGE / name, tmp_path / name)
    shutil.copy(compiled.bundled(), tmp_path / "data/exercises.yaml")
    monkeypatch.setattr(compiled, "_PACKAGE", tmp_path)
    compiled.write(read_catalogue(compiled.bundled()))
    return tmp_path


def test_what_was_compiled_is_what_the_yaml_says(package: Path) -> None:
    known = compiled.load()
    assert known is not None
    assert known.exercises == read_catalogue(compiled.bundled()).exercises


def test_befits_own_catalogue_is_not_read_again_once_it_is_compiled(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "befit_cli.catalogue.reader.read_catalogue", lambda path: pytest.fail(f"{path} was read")
    )
    assert load_catalogue().exercises


@pytest.mark.parametrize("file", ["data/exercises.yaml", *compiled._READERS])
def test_it_counts_only_for_the_files_it_was_made_from(file: str, package: Path) -> None:
    path = package / file
    path.write_bytes(path.read_bytes() + b"#\n")
    assert compiled.load() is None
    assert load_catalogue().exercises == read_catalogue(package / "data/exercises.yaml").exercises


@pytest.mark.parametrize(
    "content",
    [None, b"", b"\x93", b"\x92\xc4\x00\xc0"],
    ids=["no file", "empty", "cut off", "another shape"],
)
def test_without_one_that_can_be_read_the_yaml_is(content: bytes | None, package: Path) -> None:
    path = package / "data/exercises.msgpack"
    path.unlink() if content is None else path.write_bytes(content)
    assert compiled.load() is None
    assert load_catalogue().exercises


def test_where_the_code_cannot_be_read_the_yaml_is(package: Path) -> None:
    (package / "values/catalogue.py").unlink()
    assert compiled.load() is None
