"""befit's own exercises as the build compiled them: the same as their YAML says, and never older
than it.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import msgpack

from befit_cli.catalogue import compiled
from befit_cli.catalogue.load import load_catalogue
from befit_cli.catalogue.translation import compile_catalogues, read_translated
from befit_cli.language import Language

PACKAGE = Path(compiled.__file__).parents[1]
WORDS = "data/exercises.es.yaml"
SOURCES = ("data/exercises.yaml", WORDS, *compiled._READERS)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files that a compiled catalogue is made from, with those that are made of them; they are
    there to be copied.
    """
    folder = tmp_path_factory.mktemp("made")
    for name in SOURCES:
        (folder / name).parent.mkdir(exist_ok=True)
    for name in (*compiled._READERS, WORDS):
        shutil.copy(PACKAGE / name, folder / name)
    shutil.copy(compiled.bundled(), folder / "data/exercises.yaml")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compiled, "_PACKAGE", folder)
        compile_catalogues()
    return folder


@pytest.fixture
def package(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Those files, in the place of befit's."""
    monkeypatch.setattr(compiled, "_PACKAGE", tmp_path)
    return shutil.copytree(made, tmp_path, dirs_exist_ok=True)


@pytest.mark.parametrize("language", Language)
def test_what_was_compiled_is_what_the_yaml_says(language: Language, package: Path) -> None:
    known = compiled.load(language)
    assert known is not None
    assert known.exercises == read_translated(compiled.bundled(), language).exercises


@pytest.mark.parametrize("language", Language)
def test_befits_own_catalogue_is_not_read_again_once_it_is_compiled(
    language: Language, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "befit_cli.catalogue.translation.read_exercises",
        lambda path: pytest.fail(f"{path} was read"),
    )
    assert load_catalogue(language=language).exercises
    assert load_catalogue(compiled.bundled(), language).exercises


def test_it_has_a_checksum_of_its_sources_and_not_their_text(package: Path) -> None:
    content = (package / "data/exercises.en.msgpack").read_bytes()
    assert b"yaml-language-server" not in content
    assert b"import" not in content
    assert len(content) < 250_000


def appended(content: bytes) -> bytes:
    return content + b"#\n"


def mistyped(content: bytes) -> bytes:
    return content[:-2] + b"#\n"


@pytest.mark.parametrize("change", [appended, mistyped])
@pytest.mark.parametrize("file", SOURCES)
def test_it_counts_only_for_the_files_it_was_made_from(
    file: str, change: Callable[[bytes], bytes], package: Path
) -> None:
    path = package / file
    path.write_bytes(change(path.read_bytes()))
    assert compiled.load() is None


def test_where_the_exercises_changed_the_yaml_is_read(package: Path) -> None:
    path = package / "data/exercises.yaml"
    path.write_text(
        path.read_text("utf-8").replace("name: Squats\n", "name: Knee bends\n"), "utf-8"
    )
    assert load_catalogue().by_id["squats"].name == "Knee bends"


CATALOGUE = msgpack.encode(load_catalogue())


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(None, id="no file"),
        pytest.param(b"", id="empty"),
        pytest.param(b"\x92" + msgpack.encode([[1, 2]] * 7) + CATALOGUE[:-1], id="cut off"),
        pytest.param(b"\x92\xc4\x00\xc0", id="another shape"),
        pytest.param(b"\x92" + msgpack.encode(b"the sources") + CATALOGUE, id="the first shape"),
    ],
)
def test_without_one_that_can_be_read_the_yaml_is(content: bytes | None, package: Path) -> None:
    path = package / "data/exercises.en.msgpack"
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)
    assert compiled.load() is None
    assert load_catalogue().exercises


def test_where_the_code_cannot_be_read_the_yaml_is(package: Path) -> None:
    (package / "values/catalogue.py").unlink()
    assert compiled.load() is None
