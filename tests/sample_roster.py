"""The rows of a small roster, one for each thing that a coach is needed for."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from befit_cli.roster.rows import Row
from befit_cli.roster.standing import Done, Due, Hurt, Standing
from befit_cli.values import (
    Day,
    Load,
    Note,
    NoteKey,
    Off,
    Phase,
    Race,
    Scope,
    Status,
    TimeAway,
)

TODAY = date(2026, 11, 26)
_TUE, _FRI = date(2026, 11, 24), date(2026, 11, 27)
_DUE = Due(day=Day.FRI, date=_FRI, load=Load.LOW, minutes=25, status=Status.PLANNED)
_CALM = Standing(
    race=Race.NONE,
    race_date=None,
    weeks_to_race=None,
    begins=None,
    week=1,
    of=12,
    phase=Phase.GENERAL,
    deload=False,
    taper=False,
    sessions=(
        Due(day=Day.TUE, date=_TUE, load=Load.HIGH, minutes=38, status=Status.DONE),
        _DUE,
    ),
    in_7_days=Done(done=2, planned=2),
    in_28_days=Done(done=7, planned=8),
    hurt=None,
    away=None,
    notes=(),
    changed=None,
    adjusted=(),
)
_FEW_SETS = Note(
    rule="R04",
    key=NoteKey.FEW_SETS,
    scope=Scope.WEEK,
    facts={"few": ["calves 3 sets"], "room": "none"},
)

ANA = Row(
    key="ana",
    name="Ana Pérez",
    place="team/ana.yaml",
    standing=replace(
        _CALM,
        race=Race.HALF,
        race_date=date(2027, 2, 14),
        weeks_to_race=11,
        week=5,
        of=16,
        phase=Phase.STRENGTH,
    ),
)
BEN = Row(
    key="ben",
    name="Ben",
    place="team/ben.yaml",
    standing=replace(
        _CALM,
        race=Race.TEN_K,
        week=4,
        of=10,
        deload=True,
        sessions=(
            Due(day=Day.TUE, date=_TUE, load=Load.MEDIUM, minutes=27, status=Status.PAST),
            _DUE,
        ),
        in_7_days=Done(done=0, planned=1),
        in_28_days=Done(done=1, planned=7),
        hurt=Hurt(date=date(2026, 11, 18), pain=5, where="knee", eased=False),
        notes=(_FEW_SETS,),
    ),
    has_start=False,
)
CARLA = Row(
    key="carla",
    name="Carla",
    place="team/carla.yaml",
    standing=replace(
        _CALM,
        race=Race.FIVE_K,
        week=3,
        of=8,
        in_7_days=None,
        in_28_days=Done(done=4, planned=6),
        away=TimeAway(first=date(2026, 11, 25), last=None, why=Off.ILL),
    ),
)
DORA = Row(
    key="dora",
    name="Dora",
    place="team/dora.yaml",
    faults=("team/dora.yaml:2:7: 'marathn' is not a race",),
)
EVA = Row(
    key="eva",
    name="Eva",
    place="team/eva.yaml",
    standing=replace(_CALM, in_7_days=None, in_28_days=None),
)
ROWS = [ANA, BEN, CARLA, DORA, EVA]
