"""What weeks say of how their block grows."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace
from strategies import CATALOGUE, MONDAY, a_draft, a_line, a_stretch

from befit_cli.planning.growth_notes import growth_notes, standing_notes, stretch_notes
from befit_cli.planning.planner import make_plan, plan_block
from befit_cli.planning.season import plan_season
from befit_cli.planning.standing import stands_after
from befit_cli.values import Athlete, Day, Kit, Level, Niggle, NoteKey, Pattern, Range
from befit_cli.views.sentences import note_text

LIFTER = Athlete(level=Level.INTERMEDIATE, minutes=45, kit=(Kit.BENCH, Kit.DUMBBELL, Kit.STEP))

OTHER = (Day.MON, Day.WED, Day.SUN)


@pytest.mark.parametrize("first", [5, 9])
def test_who_starts_heavier_is_told_since_when_and_with_what(first: int) -> None:
    """All that has weight in it and was there in the last week before the deload."""
    weeks = plan_block(LIFTER, CATALOGUE, plan_season(LIFTER, MONDAY, 12))
    before, now = weeks[first - 3], weeks[first - 1]
    [note] = [note for note in now.notes if note.key is NoteKey.HEAVIER]
    assert note.facts["week"] == before.number
    known = {one.form for session in before.sessions for one in session.exercises}
    with_weight = set()
    for session in now.sessions:
        with_weight.update(one.form for one in session.exercises if Kit.DUMBBELL in one.kit)
    assert set(note.facts["forms"]) == with_weight & known
    assert with_weight - known or first == 9


@pytest.mark.parametrize(
    ("kit", "bigger"),
    [
        pytest.param((Kit.KETTLEBELL,), True, id="a kettlebell, whose next may be far off"),
        pytest.param((Kit.BARBELL,), False, id="a barbell, which takes small plates"),
    ],
)
def test_who_starts_heavier_is_told_what_to_do_where_the_next_weight_is_far_off(
    kit: tuple[Kit, ...], *, bigger: bool
) -> None:
    athlete = replace(LIFTER, kit=kit)
    weeks = plan_block(athlete, CATALOGUE, plan_season(athlete, MONDAY, 12))
    told = {
        note.facts["bigger"] for week in weeks for note in week.notes if note.key is NoteKey.HEAVIER
    }
    assert told == {bigger}


@pytest.mark.parametrize(
    ("away", "missed", "told"),
    [
        pytest.param((5,), (), {6: 3, 9: 7}, id="a first week away says it in the next"),
        pytest.param((3,), (), {5: 2, 9: 7}, id="since the last week that was as always"),
        pytest.param((), (5,), {5: 3, 6: 3, 10: 8}, id="and again after a first week that waited"),
        pytest.param((), (3,), {6: 4, 10: 8}, id="since the last week that did not wait"),
        pytest.param((6,), (5,), {5: 3, 7: 3, 10: 8}, id="after one that waited and one away"),
    ],
)
def test_a_week_that_is_otherwise_starts_nothing_heavier(
    away: tuple[int, ...], missed: tuple[int, ...], told: dict[int, int]
) -> None:
    """Without it the fifth week is heavier than the third, and the ninth than the seventh."""
    season = plan_season(
        LIFTER,
        MONDAY,
        12,
        runners={MONDAY + timedelta(weeks=number - 1): replace(LIFTER, kit=()) for number in away},
        missed=[MONDAY + timedelta(weeks=number - 1) for number in missed],
    )
    plan = make_plan(LIFTER, CATALOGUE, season)
    assert told == {
        week.number: note.facts["week"]
        for week in plan.weeks
        for note in week.notes
        if note.key is NoteKey.HEAVIER
    }


@pytest.mark.parametrize(
    ("off", "told"),
    [
        pytest.param((3, 4), {6: 2, 9: 7}, id="the first week back is light: the next says it"),
        pytest.param((6,), {5: 3, 9: 5}, id="nothing is heavier than in a light week"),
        pytest.param((5, 6), {}, id="nor in the easier week that comes next"),
        pytest.param((5, 6, 7), {}, id="nor than in a stretch that was off"),
    ],
)
def test_who_was_off_starts_nothing_heavier_before_a_full_week(
    off: tuple[int, ...], told: dict[int, int]
) -> None:
    nothing = replace(LIFTER, days=(), sessions=0)
    runners = {MONDAY + timedelta(weeks=number - 1): nothing for number in off}
    weeks = plan_block(LIFTER, CATALOGUE, plan_season(LIFTER, MONDAY, 12, runners=runners))
    assert told == {
        week.number: note.facts["week"]
        for week in weeks
        for note in week.notes
        if note.key is NoteKey.HEAVIER
    }


@pytest.mark.parametrize("weeks", [(1, 2, 3), (3, 5), (5, 6, 7)], ids=str)
def test_a_week_on_other_days_starts_heavier_as_any_other(weeks: tuple[int, ...]) -> None:
    days = {MONDAY + timedelta(weeks=number - 1): replace(LIFTER, days=OTHER) for number in weeks}
    season = plan_season(LIFTER, MONDAY, 12, runners=days)
    plan = make_plan(LIFTER, CATALOGUE, season)
    assert {
        week.number: note.facts["week"]
        for week in plan.weeks
        for note in week.notes
        if note.key is NoteKey.HEAVIER
    } == {5: 3, 9: 7}


def test_what_a_niggle_asks_to_mind_starts_no_heavier() -> None:
    sore = replace(LIFTER, niggles=(Niggle.LOW_BACK,))
    minded = set()
    heavier: set[str] = set()
    for week in plan_block(sore, CATALOGUE, plan_season(sore, MONDAY, 12)):
        for session in week.sessions:
            minded.update(one.form for one in session.exercises if one.niggle_note)
        for note in week.notes:
            if note.key is NoteKey.HEAVIER:
                heavier.update(note.facts["forms"])
    assert minded
    assert heavier
    assert minded.isdisjoint(heavier)


TENDON = a_line("raise", sets=3, pattern=Pattern.CALF, first_line=(Niggle.ACHILLES,))


@pytest.mark.parametrize(
    ("tendons", "others", "ramp", "found"),
    [
        pytest.param(5, 0, 2, {2: (15, 10)}, id="five sets more at once"),
        pytest.param(4, 0, 2, {}, id="four are allowed out of the ramp"),
        pytest.param(0, 5, 2, {}, id="all else has its sets a week later"),
        pytest.param(5, 0, 0, {}, id="without a ramp nothing comes back"),
    ],
)
def test_a_week_tells_of_sets_that_the_ramp_held_back(
    tendons: int, others: int, ramp: int, found: dict[int, tuple[int, int]]
) -> None:
    lines = [TENDON] * tendons + [a_line()] * others
    notes = growth_notes([a_draft(line) for line in lines], a_stretch(build=3), ramp)
    told = {step: note_text(note) for step, note in notes.items()}
    assert told.keys() == found.keys()
    for step, (now, before) in found.items():
        assert f"{now} hard leg sets after {before}" in told[step]


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        pytest.param(5, 6, [], id="a fifth more"),
        pytest.param(5, 9, ["18 hard leg sets after 10; the rule asks at most 12"], id="much more"),
        pytest.param(9, 5, [], id="fewer"),
        pytest.param(0, 3, ["6 hard leg sets after 0; the rule asks at most 2"], id="after none"),
    ],
)
def test_a_stretch_tells_of_more_hard_sets_than_the_last_one_allows(
    before: int, now: int, told: list[str]
) -> None:
    last, week = ([a_draft(*[a_line()] * lines)] for lines in (before, now))
    notes = stretch_notes(last, week, since=4)
    assert [note.rule for note in notes] == ["R33"] * len(told)
    for note, found in zip(notes, told, strict=True):
        assert found in note_text(note)


def standing(weeks: int, **changes: Any) -> list[int]:
    """The steps that find it, of a stretch in which an exercise stays as it is."""
    line = a_line("plank", step=0, at=10, work=Range(10, 10), **changes)
    stretch = a_stretch(build=weeks)
    notes = standing_notes(Athlete(), [a_draft(line)], stretch, 0, {})
    return list(notes)


@pytest.mark.parametrize(("weeks", "found"), [(6, []), (7, [6]), (9, [6, 7, 8])])
def test_what_is_the_same_for_more_than_six_build_weeks_is_told_as_long_as_it_is(
    weeks: int, found: list[int]
) -> None:
    assert standing(weeks) == found


def test_what_stands_still_is_told_with_its_day_and_its_form_and_for_how_long() -> None:
    still = a_line("plank", step=0, at=10, work=Range(10, 10))
    side = replace(
        still, pick=replace(still.pick, form=replace(still.pick.form, name="Side plank"))
    )
    notes = standing_notes(Athlete(), [a_draft(side, day=Day.FRI)], a_stretch(build=8), 0, {})
    for step, weeks in ((6, 7), (7, 8)):
        text = note_text(notes[step][0])
        assert (
            f"Friday, Side plank the same in {weeks} build weeks; the rule asks at most 6" in text
        )


HARDER = "The body has answered what stays the same for weeks. For something harder, "


@pytest.mark.parametrize(
    ("athlete", "exercise", "form", "said"),
    [
        pytest.param(
            Athlete(kit=()),
            "calf-raises",
            "Single-leg calf raise on the floor",
            HARDER + "add backpack to --kit.",
            id="a piece of kit",
        ),
        pytest.param(
            Athlete(kit=()),
            "single-leg-deadlifts",
            "Single-leg deadlift with a chair",
            HARDER + "add backpack to --kit, or say --level intermediate.",
            id="a piece of kit or the next level",
        ),
        pytest.param(
            Athlete(level=Level.INTERMEDIATE, kit=tuple(Kit)),
            "single-leg-deadlifts",
            "Weighted single-leg deadlift",
            HARDER + "say --level advanced.",
            id="the next level",
        ),
        pytest.param(
            Athlete(kit=tuple(Kit)),
            "calf-raises",
            "Single-leg calf raise on a machine",
            "What has nothing harder left stays the same, and keeps what you have won: that is "
            "fine.",
            id="nothing",
        ),
    ],
)
def test_what_stands_still_is_told_with_what_would_open_something_harder(
    athlete: Athlete, exercise: str, form: str, said: str
) -> None:
    [found] = [one for one in CATALOGUE.exercises if one.id == exercise]
    [at] = [one for one in found.ladder if one.name == form]
    line = a_line(step=0, at=10, work=Range(10, 10))
    line = replace(line, pick=replace(line.pick, exercise=found, form=at, kit=()))
    notes = standing_notes(athlete, [a_draft(line)], a_stretch(build=7), 0, {})
    assert note_text(notes[6][0]).partition(" (")[0] == said


def test_the_weight_that_grows_is_not_in_the_plan() -> None:
    assert standing(9, kit=(Kit.DUMBBELL,)) == []


def test_what_stands_still_goes_on_standing_in_the_next_stretch() -> None:
    still = a_line("plank", step=0, at=10, work=Range(10, 10))
    stands = stands_after([a_draft(still)], a_stretch(build=4), 0, {})
    again = a_stretch(number=1, first=6, build=3)
    notes = standing_notes(Athlete(), [a_draft(still)], again, 0, stands)
    assert list(notes) == [2]
    grown = replace(still, at=11, work=Range(11, 11))
    notes = standing_notes(Athlete(), [a_draft(grown)], again, 0, stands)
    assert list(notes) == []
