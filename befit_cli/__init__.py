"""befit plans strength training around a runner's own week.

from datetime import date
from befit_cli import Athlete, load_catalogue, plan_season, plan_week

season = plan_season(Athlete(), date(2027, 1, 4))
week = plan_week(Athlete(), load_catalogue(), season[0])
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from befit_cli.catalogue import load_catalogue
    from befit_cli.check import check_plan
    from befit_cli.model import Athlete
    from befit_cli.planner import plan_block, plan_week
    from befit_cli.season import plan_season

__version__ = "0.1.0"
__all__ = ["Athlete", "check_plan", "load_catalogue", "plan_block", "plan_season", "plan_week"]

_MODULES = {
    "Athlete": "model",
    "check_plan": "check",
    "load_catalogue": "catalogue",
    "plan_block": "planner",
    "plan_season": "season",
    "plan_week": "planner",
}


def __getattr__(name: str) -> object:
    """Load a public name when it is first asked for, so that `import befit_cli` costs nothing."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
