"""befit plans strength training around a runner's own week.

from datetime import date
from befit_cli import Athlete, load_catalogue, plan_season, plan_week

season = plan_season(Athlete(), date(2027, 1, 4))
week = plan_week(Athlete(), load_catalogue(), season[0])
"""

from importlib import import_module

# what `typing` has of that name, without the time to load it
TYPE_CHECKING = False
if TYPE_CHECKING:
    from befit_cli.catalogue.load import load_catalogue
    from befit_cli.planning.planner import plan_block, plan_week
    from befit_cli.planning.season import plan_season
    from befit_cli.rules.check import check_plan
    from befit_cli.values import Athlete

__version__ = "0.2.0"
__all__ = ["Athlete", "check_plan", "load_catalogue", "plan_block", "plan_season", "plan_week"]

_MODULES = {
    "Athlete": "values",
    "check_plan": "rules.check",
    "load_catalogue": "catalogue.load",
    "plan_block": "planning.planner",
    "plan_season": "planning.season",
    "plan_week": "planning.planner",
}


def __getattr__(name: str) -> object:
    """Load a public name when it is first asked for, so that `import befit_cli` costs nothing."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
