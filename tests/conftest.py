"""What the tests share: the bundled catalogue, read once, and a home without a profile."""

import gc
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import example_folder
import pytest
from hypothesis import settings
from strategies import CATALOGUE, drawn

from befit_cli.values import Catalogue

settings.register_profile(
    "befit", drawn
)  # without a deadline: how fast something is stands in benchmarks/
settings.load_profile("befit")
# Tests that run in the background ignore Ctrl-C, and so would every befit that they start.
signal.signal(signal.SIGINT, signal.default_int_handler)


# The tests that are found stay to the end: to look through them for garbage as often as Python does
# takes a tenth of all their time. Nothing is frozen for that: an older Hypothesis asks what refers to
# its examples, and calls a test flaky where it does not find out.
gc.set_threshold(20_000, 20, 50)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return CATALOGUE


@pytest.fixture(scope="session", autouse=True)
def _an_empty_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads the profile of whoever runs it."""
    with pytest.MonkeyPatch.context() as patch:
        home = str(tmp_path_factory.mktemp("home"))
        for name in ("HOME", "XDG_CONFIG_HOME", "APPDATA"):
            patch.setenv(name, home)
        for name in ("BEFIT_PROFILE", "BEFIT_CATALOGUE", "BEFIT_LOG", "BEFIT_ROSTER", "BEFIT_LANG"):
            patch.delenv(name, raising=False)
        # Nor does any have the language of their country, or its decimal commas.
        patch.delenv("LC_ALL", raising=False)
        patch.setenv("LC_NUMERIC", "C")
        patch.setenv("LC_MESSAGES", "C")
        yield


@pytest.fixture(scope="session")
def _example_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("examples")
    with pytest.MonkeyPatch.context() as patch:
        example_folder.fill(folder, patch)
    return folder


@pytest.fixture
def in_example_folder(
    _example_files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A folder of its own for one example, with all that examples read."""
    shutil.copytree(_example_files, tmp_path, dirs_exist_ok=True)
    example_folder.enter(tmp_path, monkeypatch)
    return tmp_path
