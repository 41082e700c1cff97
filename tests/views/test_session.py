"""Where the sessions of a plan stand from today, and that what is to be done is shown whole."""

from __future__ import annotations

import io
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.console import Console
from sample_plan import SQUAT, sample_plan
from strategies import CATALOGUE, IN_SPANISH, drawn

from befit_cli.language import Language, speaking
from befit_cli.values import Prescription, Units
from befit_cli.views import prescription
from befit_cli.views.pen import Pen, indented
from befit_cli.views.session import Mark, exercises, marked

WEEK = sample_plan().weeks[0]
MON, TUE, WED, FRI, SAT = (date(2026, 11, 23 + day) for day in (0, 1, 2, 4, 5))
"""Its sessions are on Monday, Wednesday and Friday."""
SECOND = replace(
    WEEK,
    number=2,
    starts=WEEK.starts + timedelta(days=7),
    sessions=tuple(
        replace(session, date=session.date + timedelta(days=7)) for session in WEEK.sessions
    ),
)
NEXT_MON = MON + timedelta(days=7)


@pytest.mark.parametrize(
    ("today", "marks"),
    [
        pytest.param(None, {}, id="nobody says"),
        pytest.param(MON, {MON: Mark.TODAY}, id="a session's day"),
        pytest.param(TUE, {MON: Mark.PAST, WED: Mark.NEXT}, id="between two"),
        pytest.param(SAT, {MON: Mark.PAST, WED: Mark.PAST, FRI: Mark.PAST}, id="all past"),
        pytest.param(MON - timedelta(days=3), {MON: Mark.NEXT}, id="before the block"),
    ],
)
def test_past_today_and_next(today: date | None, marks: dict[date, Mark]) -> None:
    assert marked((WEEK,), today) == marks


@pytest.mark.parametrize(
    ("today", "mark"),
    [
        pytest.param(SAT, None, id="whether another week comes before it nobody knows"),
        pytest.param(NEXT_MON, Mark.TODAY, id="the week is on"),
    ],
)
def test_of_a_later_week_only_what_is_known_is_marked(today: date, mark: Mark | None) -> None:
    assert marked((SECOND,), today).get(NEXT_MON) is mark


def test_the_next_session_may_stand_in_the_next_week() -> None:
    assert marked((WEEK, SECOND), SAT)[NEXT_MON] is Mark.NEXT


def test_only_one_session_is_next() -> None:
    assert list(marked((WEEK, SECOND), TUE).values()) == [Mark.PAST, Mark.NEXT]


_CATALOGUES = {Language.EN: CATALOGUE, Language.ES: IN_SPANISH}


@st.composite
def _prescriptions(draw: st.DrawFn, language: Language) -> Prescription:
    catalogue = _CATALOGUES[language]
    exercise = catalogue.by_id[draw(st.sampled_from(sorted(catalogue.by_id)))]
    form = exercise.ladder[draw(st.integers(0, len(exercise.ladder) - 1))]
    held = form.seconds_per_rep is None
    return replace(
        SQUAT,
        id=exercise.id,
        name=exercise.name,
        form=form.name,
        sets=draw(st.integers(1, 5)),
        reps=None if held else draw(st.integers(1, 30)),
        hold_s=draw(st.integers(5, 120)) if held else None,
        per_side=draw(st.booleans()),
        seconds_per_rep=form.seconds_per_rep,
        rest_s=draw(st.sampled_from([0, 30, 75, 180])),
        rir=None if held else draw(st.integers(0, 5)),
        kg=draw(st.sampled_from([None, 6.0, 5.44, 102.5])),
    )


def _sessions(language: Language) -> st.SearchStrategy[tuple[Language, tuple[Prescription, ...]]]:
    lists = st.lists(_prescriptions(language), min_size=1, max_size=6)
    return lists.map(lambda planned: (language, tuple(planned)))


@drawn
@given(
    planned_in=st.sampled_from(Language).flatmap(_sessions),
    width=st.integers(60, 110),
    indent=st.sampled_from([0, 2]),
    units=st.sampled_from(Units),
)
def test_at_any_width_each_dose_rest_and_effort_is_shown_whole(
    planned_in: tuple[Language, tuple[Prescription, ...]], width: int, indent: int, units: Units
) -> None:
    language, planned = planned_in
    session = replace(WEEK.sessions[0], exercises=planned)
    console = Console(file=io.StringIO(), width=width, _environ={})
    pen = Pen.of(console)
    with speaking(language):
        usual = prescription.usual_effort(planned)
        shown = exercises(pen, session, units, CATALOGUE, {}, usual, indent)
        pen.show(indented(shown) if indent else shown)
        parts = []
        for each in planned:
            parts += [prescription.dose(each, units), prescription.pause(each)]
            parts.append(prescription.other_effort(each, usual))
    # in a list what is said of an exercise goes on in the next line
    words = " ".join(console.file.getvalue().split())
    for part in parts:
        assert part in words
