"""How much of a week its sheet has room for. That the sheet then holds it, the tests of the PDF and
of Chromium show.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from own_words import own_note
from sample_plan import SQUAT, sample_plan, session
from strategies import CATALOGUE, IN_SPANISH, MONDAY

from befit_cli import views
from befit_cli.evidence.safety import SAFETY
from befit_cli.language import Language, speaking
from befit_cli.planning.planner import make_plan
from befit_cli.planning.season import plan_season
from befit_cli.values import Athlete, Day, Kit, Level, Niggle, Plan, Race, SafetyLine
from befit_cli.views.paper import Room

PLAN = sample_plan()
WEEK = PLAN.weeks[0]
HALF = Athlete(race=Race.HALF, sessions=3)
GYM = Athlete(
    race=Race.MARATHON,
    sessions=3,
    kit=tuple(Kit),
    level=Level.ADVANCED,
    minutes=60,
    niggles=(Niggle.RUNNERS_KNEE,),
)


def planned(athlete: Athlete, language: Language = Language.EN) -> Plan:
    """The first week as befit plans it."""
    catalogue = CATALOGUE if language is Language.EN else IN_SPANISH
    with speaking(language):
        plan = make_plan(athlete, catalogue, plan_season(athlete, MONDAY)[:1])
    return replace(plan, language=language)


def of(sessions: int, exercises: int, words: int = 10, **changes: Any) -> Plan:
    """A week of sessions of the same exercise, with a cue of so many words."""
    one = replace(SQUAT, cue="knees out " * (words // 2), niggle_note=None)
    days = (Day.MON, Day.WED, Day.FRI)[:sessions]
    cards = tuple([session(day, (one,) * exercises, "") for day in days])
    return replace(PLAN, weeks=(replace(WEEK, sessions=cards, **changes),))


def room(plan: Plan) -> Room:
    """What the plan's last sheet is said to have room for."""
    html = views.render(plan, "html", catalogue=CATALOGUE)
    assert isinstance(html, str)
    return Room(re.findall('<section class="week (.*?)"', html)[-1])


@pytest.mark.parametrize(
    ("plan", "kind"),
    [
        pytest.param(of(2, 4), Room.ROOMY, id="two short sessions"),
        pytest.param(of(2, 9), Room.SNUG, id="two long ones"),
        pytest.param(of(3, 6), Room.SNUG, id="three of a usual length"),
        pytest.param(of(3, 6, 40), Room.FULL, id="three with long texts"),
        pytest.param(of(3, 6, 46), Room.TIGHT, id="three with longer ones"),
        pytest.param(of(3, 6, 58), Room.TINY, id="three with the longest"),
        pytest.param(of(3, 9, 60), Room.BARE, id="more than a sheet holds"),
        pytest.param(of(3, 0), Room.ROOMY, id="sessions without an exercise"),
        pytest.param(of(0, 0), Room.ROOMY, id="a week without strength"),
    ],
)
def test_the_longer_its_texts_the_less_of_a_week_is_shown(plan: Plan, kind: Room) -> None:
    assert room(plan) is kind


def test_what_is_shown_less_of_comes_later() -> None:
    assert list(Room) == ["roomy", "snug", "full", "tight", "tiny", "bare"]


@given(st.integers(1, 3), st.integers(1, 8), st.integers(2, 80), st.integers(2, 80))
def test_more_words_never_get_more_room(
    sessions: int, exercises: int, words: int, others: int
) -> None:
    fewer, more = sorted((words, others))
    rooms = list(Room)
    assert rooms.index(room(of(sessions, exercises, fewer))) <= rooms.index(
        room(of(sessions, exercises, more))
    )


def test_what_stands_beside_the_sessions_takes_room_too() -> None:
    noted = of(3, 6, 40, notes=(own_note("R1", "Slowly. " * 80),))
    assert room(of(3, 6, 40, notes=())) is Room.FULL
    assert room(noted) is Room.TIGHT


def test_a_week_of_a_block_has_no_safety_text_on_its_sheet_and_more_room() -> None:
    alone = replace(of(3, 6, 40), safety=tuple([SafetyLine(rule=rule) for rule in SAFETY]))
    (week,) = alone.weeks
    assert room(alone) is Room.TIGHT
    assert room(replace(alone, weeks=(week, replace(week, number=2)))) is Room.FULL


@pytest.mark.parametrize(
    ("athlete", "english", "spanish"),
    [
        pytest.param(HALF, Room.SNUG, Room.FULL, id="a half marathon"),
        pytest.param(GYM, Room.SNUG, Room.TINY, id="an hour in a gym with a sore knee"),
    ],
)
def test_spanish_has_the_room_that_its_longer_words_leave(
    athlete: Athlete, english: Room, spanish: Room
) -> None:
    assert room(planned(athlete)) is english
    assert room(planned(athlete, Language.ES)) is spanish
