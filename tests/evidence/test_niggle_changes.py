"""What a niggle changes about a week: what it leaves out, puts first and changes."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from sample_plan import BRIDGE, SQUAT, STEP_UP, sample_plan
from strategies import a_form, an_exercise

from befit_cli.evidence.niggle_changes import niggle_changes
from befit_cli.values import (
    Act,
    Athlete,
    Catalogue,
    Kit,
    Level,
    Niggle,
    NiggleChanges,
    NiggleRule,
    Prescription,
)

AVOID = {Niggle.ITB: NiggleRule(act=Act.AVOID)}
FIRST = {Niggle.ITB: NiggleRule(act=Act.FIRST_LINE)}
MODIFY = {Niggle.ITB: NiggleRule(act=Act.MODIFY, note="Less.")}
CATALOGUE = Catalogue(
    (
        an_exercise(a_form(SQUAT.form, niggles=MODIFY), id="squats", name="Squats"),
        an_exercise(a_form(BRIDGE.form, niggles=FIRST), id="glute-bridges", name="Glute bridges"),
        an_exercise(a_form("Lunge", niggles=AVOID), id="lunges", name="Lunges"),
        an_exercise(
            a_form(STEP_UP.form), a_form("High step-up", niggles=AVOID), id="step-ups", name="Steps"
        ),
        an_exercise(
            a_form("Box jump", kit=((Kit.BOX,),), niggles=AVOID), id="box-jumps", name="Box jumps"
        ),
        an_exercise(
            a_form("Pistol", level=Level.ADVANCED, niggles=AVOID), id="pistols", name="Pistols"
        ),
    )
)
SORE = Athlete(niggles=(Niggle.ITB,))


def changes(*planned: Prescription, athlete: Athlete = SORE) -> NiggleChanges:
    """What the one niggle changes about a week of those exercises."""
    session = replace(sample_plan().weeks[0].sessions[0], exercises=planned)
    (of_niggle,) = niggle_changes(athlete, CATALOGUE, (session, session))
    return of_niggle


def test_what_is_planned_is_first_or_changed_as_its_form_says_and_told_once() -> None:
    told = changes(BRIDGE, SQUAT, STEP_UP)
    assert (told.first, told.changed) == (("Glute bridges",), ("Squats",))


@pytest.mark.parametrize(
    ("athlete", "left_out"),
    [
        pytest.param(SORE, ("Lunges",), id="what could be done otherwise"),
        pytest.param(replace(SORE, kit=(Kit.BOX,)), ("Lunges", "Box jumps"), id="with its kit"),
        pytest.param(
            replace(SORE, level=Level.ADVANCED), ("Lunges", "Pistols"), id="with its level"
        ),
        pytest.param(replace(SORE, without=("lunges",)), (), id="not what was left out anyway"),
    ],
)
def test_what_no_form_of_can_be_done_is_left_out(
    athlete: Athlete, left_out: tuple[str, ...]
) -> None:
    assert changes(SQUAT, athlete=athlete).left_out == left_out


def test_each_niggle_has_its_own() -> None:
    both = replace(SORE, niggles=(Niggle.ITB, Niggle.SHIN))
    session = sample_plan().weeks[0].sessions[0]
    told = niggle_changes(both, CATALOGUE, (replace(session, exercises=(SQUAT,)),))
    assert [each.name for each in told] == [Niggle.ITB, Niggle.SHIN]
    assert told[1] == NiggleChanges(name=Niggle.SHIN, left_out=(), first=(), changed=())


def test_without_a_niggle_there_is_nothing_to_tell() -> None:
    assert niggle_changes(Athlete(), CATALOGUE, ()) == ()
