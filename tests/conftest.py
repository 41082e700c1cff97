"""What the tests share: the bundled catalogue, read once, and a home without a profile."""

import gc
import shutil
import signal
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import example_folder
import pytest
from asked import part, with_each_value
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


OF_A_KIND = "of_a_kind(most): its rows are of a kind, and so many of them are asked by default"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", OF_A_KIND)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of a test whose rows are of a kind a part is asked, with each value of its short axes."""
    tables = defaultdict(list)
    for item in items:
        if isinstance(item, pytest.Function) and item.get_closest_marker("of_a_kind"):
            tables[item.parent, item.originalname].append(item)
    left: set[pytest.Item] = set()
    for rows in tables.values():
        (most,) = rows[0].get_closest_marker("of_a_kind").args
        asked = with_each_value(rows, part(rows, most), lambda row: row.callspec.indices)
        left |= set(rows) - set(asked)
    config.hook.pytest_deselected(items=[item for item in items if item in left])
    items[:] = [item for item in items if item not in left]


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
