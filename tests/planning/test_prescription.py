"""A dosed week -> the week of a plan: every session, and every exercise as it is to be done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace
from sample_forms import a_form
from strategies import a_draft, a_layout, a_line, a_pick, a_season, a_stretch

from befit_cli.planning.draft import Draft, Line
from befit_cli.planning.morning import because
from befit_cli.planning.prescription import prescribed
from befit_cli.values import (
    Act,
    AdaptedKey,
    Athlete,
    Day,
    Kit,
    Knee,
    Level,
    Load,
    Muscles,
    Need,
    Next,
    Niggle,
    NiggleRule,
    Pattern,
    Prescription,
    Race,
    Range,
    ReasonKey,
    Role,
    Runs,
    Session,
    Step,
    WarmUpKey,
    Week,
)

LAYOUT = a_layout({Day.MON: Load.MEDIUM, Day.WED: Load.LOW, Day.FRI: Load.HIGH})


def planned(
    *drafts: Draft, athlete: Athlete | None = None, hops: Mapping[int, int] | None = None
) -> Week:
    """The week of these sessions: the first of a block, far from its race."""
    season = a_season(a_stretch(), race_in=27)
    return prescribed(athlete or Athlete(), list(drafts), season[0], dict(hops or {}))


def session(*lines: Line, **of_draft: Any) -> Session:
    """The session of these lines."""
    return planned(a_draft(*lines, **of_draft)).sessions[0]


def exercise(line: Line) -> Prescription:
    """The exercise of that line."""
    return session(line).exercises[0]


@pytest.mark.parametrize(
    ("filled", "slots"),
    [
        pytest.param((True, True, True), [(1, Day.MON), (2, Day.WED), (3, Day.FRI)], id="all"),
        pytest.param((True, True, False), [(1, Day.MON), (2, Day.WED)], id="without the last"),
        pytest.param((True, False, True), [(1, Day.MON), (3, Day.FRI)], id="without the second"),
        pytest.param((False, True, True), [(2, Day.WED), (3, Day.FRI)], id="without the first"),
        pytest.param((False, False, False), [], id="without any"),
    ],
)
def test_sessions_keep_their_numbers_where_a_taper_week_lacks_some(
    filled: tuple[bool, ...], slots: list[tuple[int, Day]]
):
    drafts = [
        Draft(slot=slot, limit=30, lines=(a_line(),) if full else ())
        for slot, full in zip(LAYOUT, filled, strict=True)
    ]
    week = planned(*drafts)
    assert [(session.slot, session.day) for session in week.sessions] == slots


def test_a_session_is_dated_by_its_day():
    assert session(a_line(), day=Day.FRI).date == date(2027, 1, 8)


def test_exercises_stand_in_the_order_in_which_they_are_done():
    lines = (
        a_line("curl", role=Role.PREHAB, pattern=Pattern.FOOT),
        a_line("row", role=Role.ACCESSORY, pattern=Pattern.PULL),
        a_line("raise", role=Role.ACCESSORY, pattern=Pattern.CALF),
        a_line("lunge", role=Role.ACCESSORY, pattern=Pattern.LUNGE),
        a_line("squat"),
        a_line("jump", role=Role.POWER, pattern=Pattern.PLYOMETRIC, contacts=1),
    )
    order = [one.form for one in session(*lines).exercises]
    assert order == ["jump", "squat", "lunge", "raise", "row", "curl"]


@pytest.mark.parametrize(
    ("light", "load"), [(False, Load.HIGH), (True, Load.MEDIUM)], ids=["whole", "light"]
)
def test_an_exercise_and_its_session_have_the_load_as_dosed(light: bool, load: Load):
    lifting = session(a_line(load=Load.HIGH, light=light))
    [lift] = lifting.exercises
    assert (lifting.load, lift.load, lift.light, lift.full_load) == (load, load, light, Load.HIGH)


@pytest.mark.parametrize(
    ("hold", "dose"),
    [(False, (10, None, 3.0)), (True, (None, 10, None))],
    ids=["repetitions", "a hold"],
)
def test_a_dose_is_in_repetitions_or_in_seconds(
    hold: bool, dose: tuple[int | None, int | None, float | None]
):
    of_hold = {"seconds_per_rep": None} if hold else {}
    one = exercise(a_line(at=10, **of_hold))
    assert (one.reps, one.hold_s, one.seconds_per_rep) == dose


def test_what_the_catalogue_says_of_a_form_is_what_the_plan_says():
    of_form = {
        "setup": "Stand on one leg.",
        "knee": Knee.STRAIGHT,
        "per_side": True,
        "alternates": True,
        "prerequisite": "Twelve on two legs",
        "level": Level.ADVANCED,
        "pattern": Pattern.CALF,
        "muscles": Muscles(primary=("calves",)),
    }
    one = exercise(a_line(cues=("Tall", "Slow"), **of_form))
    assert {field: getattr(one, field) for field in of_form} == of_form
    assert (one.cue, one.serves) == ("Tall", (Need.CALF,))


def test_needs_stand_in_their_usual_order():
    lunge = a_line(pattern=Pattern.LUNGE, per_side=True, muscles=Muscles(primary=("hamstrings",)))
    assert exercise(lunge).serves == (Need.KNEE, Need.HAMSTRING, Need.ONE_LEG)


@pytest.mark.parametrize("notes", [(), ("Slowly.",), ("Slowly.", "On the floor.")], ids=len)
def test_what_niggles_ask_to_mind_is_said_together(notes: tuple[str, ...]):
    rules = tuple([NiggleRule(act=Act.MODIFY, note=note) for note in notes])
    pick = a_pick(rules=(*rules, NiggleRule(act=Act.FIRST_LINE)))
    assert exercise(replace(a_line(), pick=pick)).niggle_note == (" ".join(notes) or None)


# The warm-up.


def first_lift(line: Line) -> WarmUpKey:
    return session(line).warm_up.steps[-1].key


def test_a_session_warms_up_with_its_own_first_lift():
    bar = a_line("Squat", kit=(Kit.BARBELL,))
    curl = a_line("curl", role=Role.PREHAB, pattern=Pattern.FOOT)
    assert first_lift(bar) is WarmUpKey.LIGHTER_SETS
    assert session(curl, bar).warm_up == session(bar).warm_up
    assert first_lift(a_line("Squat")) is WarmUpKey.EASY_SET


def test_an_easier_form_warms_up_where_there_is_one():
    pick = a_pick("Squat", easier=a_form("Chair squat"))
    [*_, last] = session(replace(a_line("Squat"), pick=pick)).warm_up.steps
    assert (last.key, last.facts) == (WarmUpKey.EASIER_FORM, {"form": "Chair squat"})


@pytest.mark.parametrize(
    ("niggles", "contacts"),
    [((), [30, 0]), ((Niggle.SHIN,), [0, 0])],
    ids=["of one session", "of none with a sore shin"],
)
def test_hops_end_the_warm_up_that_they_are_for(niggles: tuple[Niggle, ...], contacts: list[int]):
    drafts = [Draft(slot=slot, limit=30, lines=(a_line(),)) for slot in LAYOUT[:2]]
    week = planned(*drafts, athlete=Athlete(niggles=niggles), hops={1: 30})
    assert [session.warm_up.contacts for session in week.sessions] == contacts


@pytest.mark.parametrize(
    ("race", "told"),
    [(Race.FIVE_K, [True, True]), (Race.NONE, [False, False])],
    ids=["before a race", "before none"],
)
def test_the_race_is_ahead_only_where_there_is_one(race: Race, told: list[bool]):
    season = a_season(a_stretch(), race_in=6)
    drafts = [Draft(slot=slot, limit=30, lines=(a_line(),)) for slot in LAYOUT[:2]]
    week = prescribed(Athlete(race=race), drafts, season[0], {})
    keys = [{reason.key for reason in session.reasons} for session in week.sessions]
    assert [ReasonKey.RACE_AHEAD in of_session for of_session in keys] == told


# R30: how an exercise goes on when it has become easy.

HOLD = {"seconds_per_rep": None, "at": 30, "work": Range(20, 40)}
HARDER = a_pick("Slow squat")


@pytest.mark.parametrize(
    ("line", "following"),
    [
        pytest.param(a_line(harder=HARDER), (Step.FORM, 12, "Slow squat"), id="up the ladder"),
        pytest.param(a_line(), (Step.REPS, 12, None), id="at its end"),
        pytest.param(
            a_line(kit=(Kit.DUMBBELL,), harder=HARDER), (Step.WEIGHT, 12, None), id="with weight"
        ),
        pytest.param(
            a_line(kit=(Kit.BACKPACK,), harder=HARDER),
            (Step.FORM, 12, "Slow squat"),
            id="with a backpack, up the ladder",
        ),
        pytest.param(
            a_line(kit=(Kit.BACKPACK,)), (Step.WEIGHT, 12, None), id="with a backpack, at its end"
        ),
        pytest.param(
            a_line(kit=(Kit.BAND,)), (Step.WEIGHT, 12, None), id="with a band, at its end"
        ),
        pytest.param(
            a_line(harder=HARDER, **HOLD),
            (Step.FORM, 40, "Slow squat"),
            id="a hold, at the end of its range up the ladder",
        ),
        pytest.param(a_line(**HOLD), (Step.HOLD, 35, None), id="a hold, at its end"),
    ],
)
def test_how_an_exercise_goes_on(line: Line, following: tuple[Step, int, str | None]):
    step, to, form = following
    assert exercise(line).next == Next(step=step, to=to, form=form)


def test_what_is_less_for_pain_says_nothing_of_more():
    less = because(AdaptedKey.LESS_FOR_PAIN, pain=4)
    assert exercise(replace(a_line(harder=HARDER), adapted=less)).next is None


@pytest.mark.parametrize("kit", [(), (Kit.BAND,)], ids=["of none", "of a band"])
def test_what_a_niggle_changes_is_not_made_harder(kit: tuple[Kit, ...]):
    pick = a_pick(kit=kit, harder=HARDER, rules=(NiggleRule(act=Act.MODIFY, note="Slowly."),))
    assert exercise(replace(a_line(), pick=pick)).next == Next(step=Step.REPS, to=12)


LONG_RUN = Runs(long=(Day.SUN,), titles=((Day.SUN, "Long run 18 km"),))
HARD_RUN = Runs(hard=(Day.TUE,), titles=((Day.TUE, "5 x 1 km"),))


@pytest.mark.parametrize(
    ("beside", "told"),
    [
        pytest.param(LONG_RUN, None, id="on the same days"),
        pytest.param(replace(LONG_RUN, titles=()), None, id="by another name"),
        pytest.param(HARD_RUN, Runs(hard=(Day.TUE,)), id="on other days, without their names"),
    ],
)
def test_a_week_tells_the_runs_beside_it_where_they_are_others(
    beside: Runs, told: Runs | None
) -> None:
    season = a_season(a_stretch(), race_in=27)
    season = replace(season, runs=(beside, LONG_RUN, beside, beside))
    week = prescribed(Athlete(), [a_draft(a_line())], season[1], {})
    assert (week.runs_before, week.runs_after) == (told, told)
