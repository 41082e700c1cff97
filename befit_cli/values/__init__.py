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
from befit_cli.values.facts import (
    OWN_WORDS,
    Facts,
    Next,
    Note,
    NoteKey,
    Reason,
    ReasonKey,
    SafetyLine,
    Scope,
    Step,
    WarmUpKey,
    WarmUpStep,
)
from befit_cli.values.phrase import Fact, Phrase, phrase, verbatim
from befit_cli.values.picks import Pick
from befit_cli.values.plan import Finding, Plan, Prescription, Session, WarmUp, Week
from befit_cli.values.runs import Run, Runs, RunSource, usual_runs
from befit_cli.values.season import Season, SeasonWeek, Slot, Stretch, Weeks

__all__ = [
    "OWN_WORDS",
    "Act",
    "Athlete",
    "Catalogue",
    "Day",
    "Dose",
    "Exercise",
    "Fact",
    "Facts",
    "Finding",
    "Form",
    "Group",
    "Kit",
    "Level",
    "Load",
    "Muscles",
    "Next",
    "Niggle",
    "NiggleRule",
    "Note",
    "NoteKey",
    "Pattern",
    "Phase",
    "Phrase",
    "Pick",
    "Plan",
    "Prescription",
    "Race",
    "Range",
    "Reason",
    "ReasonKey",
    "Region",
    "Role",
    "Run",
    "RunSource",
    "Runs",
    "SafetyLine",
    "Scale",
    "Scope",
    "Season",
    "SeasonWeek",
    "Session",
    "Slot",
    "Step",
    "Stretch",
    "Value",
    "WarmUp",
    "WarmUpKey",
    "WarmUpStep",
    "Week",
    "Weeks",
    "phrase",
    "usual_runs",
    "verbatim",
]
