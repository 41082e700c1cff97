"""What a catalogue lacks of a whole week, as it is told on a terminal."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from strategies import CATALOGUE, a_form, an_exercise, drawn

from befit_cli.evidence.ability import lacking
from befit_cli.runner.vocabulary import KIT_PRESETS
from befit_cli.values import Catalogue, Exercise, Kit, Level, Muscles, Need, Pattern, Role
from befit_cli.views import coverage

WHOLE = "They cover a whole week, at every level and with any kit.\n"
FIRST = "There is nothing yet for these parts of a week:\n"
LAST = (
    "Plans leave these parts out and say so. befit rules R03 tells all that a week should hold.\n"
)


def printed(catalogue: Catalogue, width: int = 100, encoding: str = "utf-8") -> str:
    """What comes out; a character that the encoding lacks is an error."""
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    console = Console(file=out, width=width, color_system=None, force_terminal=False, _environ={})
    coverage.show(catalogue, console)
    out.seek(0)
    return "".join(f"{line.rstrip()}\n" for line in out.read().splitlines())


PARTS = {
    Need.KNEE: an_exercise(a_form("Squat", pattern=Pattern.SQUAT)),
    Need.HIP: an_exercise(a_form("Hinge", pattern=Pattern.HINGE)),
    Need.HAMSTRING: an_exercise(
        a_form("Slide curl", pattern=Pattern.FOOT, muscles=Muscles(("hamstrings",)))
    ),
    Need.ONE_LEG: an_exercise(a_form("Lunge", pattern=Pattern.LUNGE, per_side=True)),
    Need.CALF: an_exercise(a_form("Calf raise", pattern=Pattern.CALF)),
    Need.LATERAL_HIP: an_exercise(a_form("Clamshell", pattern=Pattern.ABDUCTION)),
    Need.CORE: an_exercise(a_form("Plank", pattern=Pattern.ANTI_EXTENSION)),
    Need.PULL: an_exercise(a_form("Row", pattern=Pattern.PULL)),
    Need.PUSH: an_exercise(a_form("Push-up", pattern=Pattern.PUSH)),
}
"""A form for each need of a week, without kit, for beginners."""


def with_parts(**changed: Exercise | None) -> Catalogue:
    """The parts, one of them changed or left out; a need is named by its first word."""
    parts = {need.split("-")[0].split()[0]: part for need, part in PARTS.items()} | changed
    return Catalogue(tuple(part for part in parts.values() if part is not None))


def test_a_catalogue_that_lacks_nothing_says_so() -> None:
    assert printed(with_parts()) == printed(CATALOGUE) == WHOLE


def test_what_lacks_at_every_level_is_told_once_for_each_kit() -> None:
    row = an_exercise(a_form("Row", pattern=Pattern.PULL, kit=((Kit.PULL_UP_BAR, Kit.TOWEL),)))
    assert printed(with_parts(pulling=row, calf=None)) == (
        f"{FIRST}"
        "  Every level\n    no kit: calf, pulling\n    home kit: calf\n    gym kit: calf\n"
        f"{LAST}"
    )


def test_levels_that_lack_the_same_are_told_together_and_those_that_lack_nothing_not_at_all() -> (
    None
):
    row = an_exercise(a_form("Row", pattern=Pattern.PULL, level=Level.ADVANCED))
    raise_ = an_exercise(a_form("Calf raise", pattern=Pattern.CALF, kit=((Kit.MACHINE,),)))
    assert printed(with_parts(pulling=row)) == (
        f"{FIRST}"
        "  Beginner, intermediate\n    no kit: pulling\n    home kit: pulling\n    gym kit: "
        "pulling\n"
        f"{LAST}"
    )
    assert printed(with_parts(pulling=row, calf=raise_)) == (
        f"{FIRST}"
        "  Beginner, intermediate\n    no kit: calf, pulling\n    home kit: calf, pulling\n    "
        "gym kit: pulling\n  Advanced\n    no kit: calf\n    home kit: calf\n"
        f"{LAST}"
    )


@pytest.mark.parametrize("need", Need)
def test_each_part_of_a_week_is_lacking_without_its_exercise(need: Need) -> None:
    # a lunge loads the knee, too
    meeting = {need, Need.ONE_LEG} if need is Need.KNEE else {need}
    others = tuple(part for other, part in PARTS.items() if other not in meeting)
    assert need in lacking(Catalogue(others), Level.ADVANCED, Kit)
    assert need not in lacking(Catalogue((PARTS[need],)), Level.BEGINNER, ())


def test_a_form_for_the_power_phase_alone_covers_nothing() -> None:
    jump = an_exercise(a_form("Jump squat", pattern=Pattern.SQUAT), role=Role.POWER)
    assert lacking(with_parts(knee=jump, one=None), Level.ADVANCED, Kit) == (
        Need.KNEE,
        Need.ONE_LEG,
    )


@given(
    chosen=st.lists(st.sampled_from(CATALOGUE.exercises), unique_by=lambda exercise: exercise.id),
    level=st.sampled_from(Level),
)
@drawn
def test_more_kit_and_more_experience_never_lack_more(chosen: list[Exercise], level: Level) -> None:
    some = Catalogue(tuple(chosen))
    none, home, gym = (set(lacking(some, level, kit)) for kit in KIT_PRESETS.values())
    assert gym <= home <= none <= set(lacking(some, Level.BEGINNER, ()))


@pytest.mark.parametrize("width", [80, 40, 20])
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(width: int) -> None:
    nothing = Catalogue((PARTS[Need.PULL],))
    text = printed(nothing, width, encoding="ascii")
    assert max(map(cell_len, text.splitlines())) <= width
    assert text.split() == printed(nothing).split()
