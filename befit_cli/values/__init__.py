"""The values befit works with: the athlete, the catalogue, the season and the plan. Everything is
frozen and knows nobody.
"""

from befit_cli.values.athlete import Athlete
from befit_cli.values.base import Range, Value
from befit_cli.values.catalogue import Catalogue, Dose, Exercise, Form, Muscles, NiggleRule
from befit_cli.values.enums import (
    Act,
    Day,
    Group,
    Kit,
    Level,
    Load,
    Niggle,
    Pattern,
    Phase,
    Race,
    Region,
    Role,
    Scale,
)
from befit_cli.values.phrase import Fact, Phrase, phrase, verbatim
from befit_cli.values.picks import Pick
from befit_cli.values.plan import SCHEMA, Finding, Note, Plan, Prescription, Session, WarmUp, Week
from befit_cli.values.season import PlacedDay, SeasonWeek

__all__ = [
    "SCHEMA",
    "Act",
    "Athlete",
    "Catalogue",
    "Day",
    "Dose",
    "Exercise",
    "Fact",
    "Finding",
    "Form",
    "Group",
    "Kit",
    "Level",
    "Load",
    "Muscles",
    "Niggle",
    "NiggleRule",
    "Note",
    "Pattern",
    "Phase",
    "Phrase",
    "Pick",
    "PlacedDay",
    "Plan",
    "Prescription",
    "Race",
    "Range",
    "Region",
    "Role",
    "Scale",
    "SeasonWeek",
    "Session",
    "Value",
    "WarmUp",
    "Week",
    "phrase",
    "verbatim",
]
