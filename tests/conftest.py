"""What the tests share: the bundled catalogue, read once."""

import pytest
from strategies import CATALOGUE

from befit_cli.model import Catalogue


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return CATALOGUE
