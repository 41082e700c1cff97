"""The one interface that all formats have."""

import inspect
import re

import pytest
from quick_formats import QUICK
from sample_plan import sample_plan
from strategies import CATALOGUE

from befit_cli import views
from befit_cli.views import FORMATS


@pytest.mark.parametrize("name", FORMATS)
def test_the_type_checker_compares_every_module_with_the_interface(name: str) -> None:
    (modules,) = re.findall(r"_RENDERERS: list\[Renderer\] = \[(.*)\]", inspect.getsource(views))
    assert FORMATS[name].module in modules.split(", ")


@pytest.mark.parametrize("name", [name for name in QUICK if not FORMATS[name].single_sessions])
def test_the_same_content_gives_the_same_file(name: str) -> None:
    files = [views.render(sample_plan(), name, catalogue=CATALOGUE) for _ in range(2)]
    assert files[0] == files[1]
