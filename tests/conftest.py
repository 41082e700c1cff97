"""What the tests share: the bundled catalogue, read once, and a home without a profile."""

import signal
from collections.abc import Iterator

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
        for name in ("BEFIT_PROFILE", "BEFIT_CATALOGUE", "BEFIT_LOG"):
            patch.delenv(name, raising=False)
        yield
