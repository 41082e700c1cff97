"""The list that a week is read from: what comes before what, and who has which wish."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import a_line, a_stretch, athletes, drawn

from befit_cli.planning.draft import Line
from befit_cli.planning.repertoire import (
    FAST_WORK,
    JUMPS,
    STRAIGHT_CALF,
    STRAIGHT_WEIGHTED_CALF,
    TENDON,
    WEIGHTED_CALF,
    group_purpose,
    relief_purpose,
)
from befit_cli.planning.wishes import Grow, Rest, Serve, Wish, relief_wishes, week_wishes
from befit_cli.values import (
    Athlete,
    Group,
    Kit,
    Level,
    Need,
    Niggle,
    Pattern,
    Phase,
    Race,
    Role,
    Stretch,
)

stretches = st.builds(
    lambda number, phase: a_stretch(number=number, phase=phase),
    st.integers(0, 5),
    st.sampled_from((Phase.GENERAL, Phase.STRENGTH, Phase.POWER)),
)

WEIGHTED = {STRAIGHT_WEIGHTED_CALF, WEIGHTED_CALF}


def whole_list(athlete: Athlete, stretch: Stretch, *, jumps: bool = True) -> list[Wish]:
    return [wish for part in week_wishes(athlete, stretch, jumps=jumps) for wish in part]


def plain(wish: Wish) -> Wish | int:
    """The wish, but of a set more only how many: what it is for are functions."""
    return wish.sets if isinstance(wish, Grow) else wish


def serves(wishes: Sequence[Wish]) -> list[Serve]:
    return [wish for wish in wishes if isinstance(wish, Serve)]


def first_place(wishes: Sequence[Wish], purpose: str) -> int:
    [first, *_] = [
        place
        for place, wish in enumerate(wishes)
        if isinstance(wish, Serve) and wish.purpose == purpose
    ]
    return first


@drawn
@given(athlete=athletes(), stretch=stretches, minutes=st.integers(15, 60), jumps=st.booleans())
def test_the_list_is_the_same_at_all_minutes(
    athlete: Athlete, stretch: Stretch, minutes: int, jumps: bool
):
    other = replace(athlete, minutes=minutes)
    wishes = whole_list(athlete, stretch, jumps=jumps)
    others = whole_list(other, stretch, jumps=jumps)
    assert list(map(plain, wishes)) == list(map(plain, others))


@drawn
@given(athlete=athletes(), stretch=stretches, jumps=st.booleans())
def test_all_that_a_week_must_have_comes_before_anything_more(
    athlete: Athlete, stretch: Stretch, jumps: bool
):
    wishes = whole_list(athlete, stretch, jumps=jumps)
    musts = [isinstance(wish, Serve) and wish.must for wish in wishes]
    assert musts == sorted(musts, reverse=True)
    must_have = {wish.purpose for wish in serves(wishes) if wish.must}
    assert must_have - WEIGHTED == {*Need, STRAIGHT_CALF}


def test_what_a_week_must_have_is_in_one_session_and_calf_work_in_two():
    musts = [wish for wish in serves(whole_list(Athlete(), a_stretch())) if wish.must]
    assert {wish.purpose for wish in musts if wish.sessions != 1} == {Need.CALF}
    assert [wish.sessions for wish in musts if wish.purpose == Need.CALF] == [2]


def test_the_main_lifts_choose_their_session_first():
    purposes = [wish.purpose for wish in serves(whole_list(Athlete(), a_stretch()))]
    assert purposes[:2] == [Need.KNEE, Need.HIP]


@pytest.mark.parametrize(
    ("purpose", "sessions"),
    [
        pytest.param(Need.KNEE, [1, 3], id="knee"),
        pytest.param(Need.HIP, [1, 3], id="hip"),
        pytest.param(Need.CALF, [2, 3], id="calf"),
        pytest.param(Need.HAMSTRING, [1, 2, 3], id="hamstring"),
        pytest.param(Need.LATERAL_HIP, [1, 2, 3], id="lateral hip"),
        pytest.param(Need.CORE, [1, 2, 3], id="core"),
        pytest.param(Need.PULL, [1, 2, 3], id="pull"),
        pytest.param(Need.PUSH, [1, 2, 3], id="push"),
        pytest.param(Need.ONE_LEG, [1, 2], id="one leg"),
        pytest.param(Pattern.FOOT, [1, 3], id="foot"),
        pytest.param(Pattern.BALANCE, [1, 3], id="balance"),
    ],
)
def test_further_down_the_list_a_purpose_is_wished_for_in_more_sessions(
    purpose: str, sessions: list[int]
):
    wishes = serves(whole_list(Athlete(), a_stretch()))
    assert [wish.sessions for wish in wishes if wish.purpose == purpose] == sessions


def test_calf_work_stays_in_the_sessions_that_it_had_before_the_lifts_are_in_each():
    first, _ = week_wishes(Athlete(), a_stretch(number=1), jumps=True, had={Need.CALF: 3})
    wished = [(wish.purpose, wish.sessions) for wish in serves(first)]
    assert wished.index((Need.CALF, 3)) < wished.index((Need.KNEE, 3))


def test_squats_and_lunges_stay_in_the_sessions_that_had_them_before_any_rests_longer():
    first, _ = week_wishes(Athlete(), a_stretch(number=1), jumps=True, had={Need.KNEE: 2})
    assert first.index(Serve(purpose=Need.KNEE, sessions=2)) < first.index(Rest())


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        pytest.param({"minutes": 40}, "before", id="forty minutes"),
        pytest.param({"minutes": 39}, "after", id="less"),
        pytest.param({"minutes": 40, "without": ("planks",)}, "after", id="R03 is a should"),
        pytest.param({"minutes": 40, "kit": (Kit.DUMBBELL,)}, "after", id="weights to add"),
    ],
)
def test_without_weights_long_sessions_keep_squats_and_lunges_before_push_ups_and_the_like(
    changes: dict[str, Any], place: str
):
    first, _ = week_wishes(Athlete(**changes), a_stretch(number=1), jumps=True, had={Need.KNEE: 2})
    before = first.index(Serve(purpose=Need.KNEE, sessions=2)) < first_place(first, Need.PULL)
    assert before is (place == "before")


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        pytest.param(Need.LATERAL_HIP, group_purpose(Group.CORE), id="coverage before the focus"),
        pytest.param(Need.LATERAL_HIP, JUMPS, id="coverage before jumps"),
        pytest.param(JUMPS, group_purpose(Group.CORE), id="jumps before the focus"),
        pytest.param(STRAIGHT_WEIGHTED_CALF, WEIGHTED_CALF, id="on one leg where that can be"),
        pytest.param(WEIGHTED_CALF, Need.KNEE, id="weighted calves before all else"),
        pytest.param(group_purpose(Group.CORE), Pattern.FOOT, id="the focus before more"),
        pytest.param(Need.LATERAL_HIP, Pattern.FOOT, id="coverage before more"),
    ],
)
def test_one_purpose_comes_before_another(earlier: str, later: str):
    athlete = Athlete(focus=Group.CORE, level=Level.INTERMEDIATE)
    wishes = whole_list(athlete, a_stretch(phase=Phase.POWER))
    assert first_place(wishes, earlier) < first_place(wishes, later)


def most_sets(wishes: Sequence[Wish], line: Line) -> int:
    """How many sets the line is to have when these have been read."""
    grown = [wish.sets for wish in wishes if isinstance(wish, Grow) and wish.lines(line)]
    return max(grown, default=1)


SQUAT = a_line()
CALF = a_line(pattern=Pattern.CALF)
PULL = a_line(pattern=Pattern.PULL, role=Role.ACCESSORY)


@pytest.mark.parametrize(
    ("line", "sets", "later", "in_the_end"),
    [
        pytest.param(SQUAT, 2, 3, 10, id="main lifts"),
        pytest.param(a_line(role=Role.ACCESSORY), 2, 3, 10, id="lifts that are no main work"),
        pytest.param(CALF, 2, 3, 3, id="calves"),
        pytest.param(a_line(pattern=Pattern.CALF, role=Role.PREHAB), 2, 3, 3, id="as prehab, too"),
        pytest.param(a_line(pattern=Pattern.ABDUCTION, role=Role.PREHAB), 2, 2, 3, id="hips"),
        pytest.param(PULL, 1, 2, 2, id="arms have two in the end"),
        pytest.param(
            a_line(pattern=Pattern.PUSH, role=Role.MAIN), 1, 2, 2, id="whatever their role"
        ),
        pytest.param(a_line(pattern=Pattern.ROTATION, role=Role.CORE), 1, 2, 3, id="trunk"),
        pytest.param(a_line(pattern=Pattern.FOOT, role=Role.PREHAB), 1, 2, 3, id="feet"),
    ],
)
def test_what_carries_a_runner_has_more_sets_before_the_rest_has(
    line: Line, sets: int, later: int, in_the_end: int
):
    """At first, where all has come in, and where nothing but minutes is left."""
    first, more = week_wishes(Athlete(), a_stretch(), jumps=True)
    *filled, _, _, rest = more
    assert rest == Rest(longest=True)
    assert most_sets(first, line) == sets
    assert most_sets([*first, *filled], line) == later
    assert most_sets(more, line) == in_the_end


def test_lifts_have_three_sets_and_all_that_there_is_has_two_before_arms_and_trunk_come_again():
    _, more = week_wishes(Athlete(), a_stretch(), jumps=True)
    before = more[: first_place(more, Need.CORE)]
    assert most_sets(before, SQUAT) == 3
    assert most_sets(before, a_line(role=Role.ACCESSORY)) == 3
    assert most_sets(before, PULL) == 2
    assert first_place(more, Need.CORE) < first_place(more, Need.PULL)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(a_line(pattern=Pattern.ABDUCTION, role=Role.PREHAB), id="hips"),
        pytest.param(a_line(pattern=Pattern.ROTATION, role=Role.CORE), id="trunk"),
        pytest.param(a_line(pattern=Pattern.FOOT, role=Role.PREHAB), id="feet"),
        pytest.param(a_line(role=Role.ACCESSORY), id="lifts that are no main work"),
    ],
)
def test_accessories_have_more_than_two_sets_only_behind_the_main_lifts(line: Line):
    wishes = whole_list(Athlete(), a_stretch())
    third = [wish for wish in wishes if isinstance(wish, Grow) and wish.sets > 2]
    of_line = [wish.behind_lifts for wish in third if wish.lines(line)]
    assert of_line
    assert all(of_line)


def test_the_focus_has_its_third_set_whatever_the_main_lifts_have():
    foot = a_line(pattern=Pattern.FOOT, role=Role.PREHAB, group=Group.FOOT)
    wishes = whole_list(Athlete(focus=Group.FOOT), a_stretch())
    third = [wish for wish in wishes if isinstance(wish, Grow) and wish.sets > 2]
    first = next(wish for wish in third if wish.lines(foot))
    assert not first.behind_lifts


def test_main_lifts_have_their_second_set_before_calves_have_theirs():
    first, _ = week_wishes(Athlete(), a_stretch(), jumps=True)
    growing = [wish for wish in first if isinstance(wish, Grow)]
    assert [growing[0].lines(SQUAT), growing[0].lines(CALF)] == [True, False]
    assert growing[1].lines(CALF)


def test_calves_have_a_third_set_once_every_session_has_what_carries_a_runner():
    first, (third, *_) = week_wishes(Athlete(), a_stretch(), jumps=True)
    assert Serve(purpose=Need.CALF, sessions=3) in first
    assert isinstance(third, Grow)
    assert (third.lines(CALF), third.lines(SQUAT), third.sets) == (True, False, 3)


def test_the_usual_rest_comes_with_the_second_sets_and_the_longest_last():
    first, more = week_wishes(Athlete(), a_stretch(), jumps=True)
    assert [wish for wish in first if isinstance(wish, Rest)] == [Rest()]
    assert [wish for wish in more if isinstance(wish, Rest)] == [Rest(longest=True)]
    assert more[-1] == Rest(longest=True)


@pytest.mark.parametrize(
    ("phase", "race", "sessions"),
    [
        pytest.param(Phase.GENERAL, Race.FIVE_K, None, id="not in the general phase"),
        pytest.param(Phase.STRENGTH, Race.FIVE_K, None, id="nor in the strength phase"),
        pytest.param(Phase.POWER, Race.FIVE_K, 2, id="5k"),
        pytest.param(Phase.POWER, Race.TEN_K, 2, id="10k"),
        pytest.param(Phase.POWER, Race.HALF, 1, id="half"),
        pytest.param(Phase.POWER, Race.MARATHON, 1, id="marathon"),
        pytest.param(Phase.POWER, Race.NONE, 1, id="no race"),
    ],
)
def test_jumps_belong_to_the_power_phase(phase: Phase, race: Race, sessions: int | None):
    wishes = serves(whole_list(Athlete(race=race), a_stretch(phase=phase)))
    wished = [wish.sessions for wish in wishes if wish.purpose == JUMPS]
    assert wished == ([] if sessions is None else [sessions])


@pytest.mark.parametrize(
    ("phase", "jumps", "fast"),
    [
        pytest.param(Phase.POWER, True, False, id="who jumps"),
        pytest.param(Phase.POWER, False, True, id="who may not"),
        pytest.param(Phase.STRENGTH, False, False, id="not in another phase"),
    ],
)
def test_who_may_not_jump_does_fast_work(phase: Phase, jumps: bool, fast: bool):
    wishes = serves(whole_list(Athlete(), a_stretch(phase=phase), jumps=jumps))
    wished = [wish.sessions for wish in wishes if wish.purpose == FAST_WORK]
    assert wished == ([1] if fast else [])


def test_the_focus_has_three_sets_before_others_have_two():
    foot = a_line(pattern=Pattern.FOOT, role=Role.PREHAB, group=Group.FOOT)
    wishes = whole_list(Athlete(focus=Group.FOOT), a_stretch())
    wish, *_ = [wish for wish in wishes if isinstance(wish, Grow)]
    assert wish.sets == 3
    assert wish.lines(foot)
    assert not wish.lines(SQUAT)


@pytest.mark.parametrize("niggle", [Niggle.ACHILLES, Niggle.SHIN], ids=str)
def test_what_helps_is_wished_for_on_every_day_after_what_a_week_must_have(niggle: Niggle):
    wishes = whole_list(Athlete(niggles=(niggle,)), a_stretch())
    relief = relief_purpose(niggle)
    assert [wish.sessions for wish in serves(wishes) if wish.purpose == relief] == [3]
    assert first_place(wishes, Need.LATERAL_HIP) < first_place(wishes, relief)
    assert first_place(wishes, relief) < first_place(wishes, Pattern.FOOT)


def test_a_focus_is_wished_for_in_every_session_and_by_nobody_else():
    groups = {group_purpose(group) for group in Group}
    wishes = serves(whole_list(Athlete(focus=Group.FOOT), a_stretch()))
    focus = [wish for wish in wishes if wish.purpose in groups]
    assert [(wish.purpose, wish.sessions) for wish in focus] == [(group_purpose(Group.FOOT), 3)]
    others = whole_list(Athlete(), a_stretch())
    assert groups.isdisjoint({wish.purpose for wish in serves(others)})
    assert len(others) == len(whole_list(Athlete(focus=Group.FOOT), a_stretch())) - 2


LIFTER: dict[str, Any] = {"level": Level.INTERMEDIATE, "kit": (Kit.DUMBBELL,)}


@pytest.mark.parametrize(
    ("athlete", "phase", "weighted"),
    [
        pytest.param(LIFTER, Phase.STRENGTH, True, id="in the strength phase"),
        pytest.param(LIFTER, Phase.POWER, True, id="in the power phase"),
        pytest.param(LIFTER, Phase.GENERAL, False, id="not in the general phase"),
        pytest.param(LIFTER | {"level": Level.ADVANCED}, Phase.STRENGTH, True, id="advanced"),
        pytest.param(LIFTER | {"level": Level.BEGINNER}, Phase.STRENGTH, False, id="no beginner"),
        pytest.param(LIFTER | {"kit": (Kit.BACKPACK,)}, Phase.STRENGTH, True, id="with a backpack"),
        pytest.param(LIFTER | {"kit": (Kit.MACHINE,)}, Phase.STRENGTH, True, id="with a machine"),
        pytest.param(LIFTER | {"kit": (Kit.BAND,)}, Phase.STRENGTH, False, id="not with a band"),
        pytest.param(LIFTER | {"kit": (Kit.STEP,)}, Phase.STRENGTH, False, id="nor with a step"),
    ],
)
def test_who_has_a_weight_has_weighted_calf_work(
    athlete: dict[str, Any], phase: Phase, weighted: bool
):
    wishes = serves(whole_list(Athlete(**athlete), a_stretch(phase=phase)))
    found = [wish for wish in wishes if wish.purpose in WEIGHTED]
    assert {wish.purpose for wish in found} == (WEIGHTED if weighted else set())
    assert all(wish.must and wish.sessions == 1 for wish in found)


@pytest.mark.parametrize(
    ("changes", "wished"),
    [
        pytest.param({"niggles": (Niggle.RUNNERS_KNEE,)}, True, id="such a knee"),
        pytest.param({"niggles": (Niggle.ITB,)}, False, id="another sore spot"),
        pytest.param(
            {"niggles": (Niggle.RUNNERS_KNEE,), "sessions": 3}, False, id="three hold both"
        ),
    ],
)
def test_a_runner_s_knee_has_squats_in_both_sessions_before_other_lifts_grow(
    changes: dict[str, Any], wished: bool
):
    first, _ = week_wishes(Athlete(**changes), a_stretch(), jumps=True)
    other_lift = a_line(pattern=Pattern.HINGE, role=Role.ACCESSORY)
    growing = [wish for wish in first if isinstance(wish, Grow)]
    [grows, *_] = [first.index(wish) for wish in growing if wish.lines(other_lift)]
    assert (Serve(purpose=Need.KNEE, sessions=2) in first[:grows]) is wished


@pytest.mark.parametrize(
    ("niggles", "wished"),
    [
        pytest.param((), [], id="well"),
        pytest.param((Niggle.SHIN,), [(relief_purpose(Niggle.SHIN), 1)], id="once a week"),
        pytest.param(
            (Niggle.ACHILLES,),
            [(relief_purpose(Niggle.ACHILLES), 1), (TENDON, 3)],
            id="a tendon in every session",
        ),
        pytest.param(
            (Niggle.ITB, Niggle.PLANTAR, Niggle.ACHILLES),
            [
                (relief_purpose(Niggle.ACHILLES), 1),
                (relief_purpose(Niggle.PLANTAR), 1),
                (TENDON, 3),
                (relief_purpose(Niggle.ITB), 1),
            ],
            id="tendons before other niggles, of which a session is enough",
        ),
    ],
)
def test_a_sore_spot_wishes_for_what_helps_it(
    niggles: tuple[Niggle, ...], wished: list[tuple[str, int]]
):
    wishes = relief_wishes(Athlete(niggles=niggles))
    assert [(wish.purpose, wish.sessions) for wish in wishes] == wished
    assert all(wish.must and wish.relief for wish in wishes)


@drawn
@given(athlete=athletes(), data=st.data())
def test_the_order_of_niggles_makes_no_difference(athlete: Athlete, data: st.DataObject):
    other = replace(athlete, niggles=tuple(data.draw(st.permutations(athlete.niggles))))
    assert relief_wishes(athlete) == relief_wishes(other)
