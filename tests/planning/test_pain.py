"""What hurt in the sessions of a log: of a form, of an exercise, of a joint, and of nothing named."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sample_forms import a_form, an_exercise
from strategies import MONDAY

from befit_cli.planning.pain import Pain, Pains, back_from, eased_for, is_sore, stops_often
from befit_cli.values import Act, Catalogue, Load, Niggle, NiggleRule, Pattern, SessionLog, Work

KNEE = {Niggle.RUNNERS_KNEE: NiggleRule(act=Act.AVOID)}
SQUAT = a_form("Squat", niggles=KNEE)
LUNGE = a_form("Lunge", niggles=KNEE)
RAISE = a_form("Raise", niggles={Niggle.ACHILLES: NiggleRule(act=Act.AVOID)})
PLANK = a_form("Plank", load=Load.LOW)
CATALOGUE = Catalogue(tuple(map(an_exercise, (SQUAT, LUNGE, RAISE, PLANK))))


def did(*ids: str, pain: int | None = None, sets: int = 1) -> dict[str, tuple[Work, ...]]:
    """So many sets of the exercises' first forms, each with that pain."""
    return {id_: (Work(form=id_.title(), reps=(8,) * sets, pain=pain),) for id_ in ids}


def sessions(*said: dict[str, object]) -> list[SessionLog]:
    """One after the other, a day each."""
    return [
        SessionLog(date=MONDAY + timedelta(days=day), **fields)  # type: ignore[arg-type]
        for day, fields in enumerate(said)
    ]


def felt(pain: int, *, worse: bool = False, done: bool = False, day: date = MONDAY) -> Pain:
    return Pain(day, pain, worse, done)


WORSE = {"worse_next_morning": True}


@pytest.mark.parametrize(
    ("said", "pains"),
    [
        pytest.param({"did": did("squat", pain=2)}, [felt(2, done=True)], id="as much as is said"),
        pytest.param({"did": did("squat")}, [felt(0, done=True)], id="nothing where nobody says"),
        pytest.param(
            {"did": {"squat": (*did("squat", pain=3)["squat"], *did("squat", pain=1)["squat"])}},
            [felt(3, done=True)],
            id="the most of its forms",
        ),
        pytest.param({"did": did("lunge", pain=4)}, [], id="not that of another"),
        pytest.param(
            {"did": did("squat", pain=1), **WORSE}, [felt(1, worse=True, done=True)], id="worse"
        ),
        pytest.param(
            {"did": did("squat"), **WORSE}, [felt(0, done=True)], id="worse, for something else"
        ),
    ],
)
def test_an_exercise_hurts_by_itself(said: dict[str, object], pains: list[Pain]) -> None:
    assert Pains(sessions(said), CATALOGUE).of_exercise("squat") == pains


@pytest.mark.parametrize(
    ("said", "pains"),
    [
        pytest.param(
            {"did": did("squat"), "pain": {"knee": 2}}, [felt(2)], id="where it is loaded"
        ),
        pytest.param({"did": did("squat")}, [felt(0)], id="nothing where nobody says"),
        pytest.param({"did": did("plank"), "pain": {"knee": 4}}, [felt(4)], id="much, unloaded"),
        pytest.param({"did": did("plank"), "pain": {"knee": 3}}, [], id="little, unloaded"),
        pytest.param({"did": did("squat", sets=0)}, [], id="what was skipped loads nothing"),
        pytest.param({"did": did("curl")}, [], id="what nobody knows loads nothing"),
        pytest.param(
            {"did": did("plank"), "pain": {"knee": 1}, **WORSE}, [felt(1, worse=True)], id="worse"
        ),
        pytest.param(
            {"did": did("squat"), "pain": {"elbow": 1}, **WORSE},
            [felt(0)],
            id="worse, for another joint",
        ),
    ],
)
def test_a_joint_hurts_whatever_loads_it(said: dict[str, object], pains: list[Pain]) -> None:
    assert Pains(sessions(said), CATALOGUE).of_joint("knee") == pains


@pytest.mark.parametrize(
    ("said", "pains"),
    [
        pytest.param({"did": did("plank"), **WORSE}, [felt(0, worse=True)], id="worse"),
        pytest.param({"did": did("squat")}, [felt(0)], id="what is more than low was fine"),
        pytest.param({"did": did("curl")}, [felt(0)], id="what nobody knows was fine"),
        pytest.param({"did": did("plank")}, [], id="what is low says nothing"),
        pytest.param(
            {"did": did("plank"), "pain": {"knee": 1}, **WORSE}, [], id="a joint is named"
        ),
        pytest.param({"did": did("plank", pain=1), **WORSE}, [], id="an exercise is named"),
    ],
)
def test_a_worse_morning_of_nothing_named_is_of_all_that_is_more_than_low(
    said: dict[str, object], pains: list[Pain]
) -> None:
    assert Pains(sessions(said), CATALOGUE).of_nothing_named() == pains


HURT = {"did": did("squat"), "pain": {"knee": 4}}


@pytest.mark.parametrize(
    ("said", "pains"),
    [
        pytest.param([{"did": did("squat", pain=2)}], [(2, True)], id="by itself"),
        pytest.param([{"did": did("squat", pain=2), "pain": {"knee": 3}}], [(3, True)], id="most"),
        pytest.param([{"did": did("lunge"), "pain": {"knee": 4}}], [(4, False)], id="as a joint"),
        pytest.param([{"did": did("lunge"), "pain": {"knee": 3}}], [], id="a joint, a little"),
        pytest.param(
            [{"did": did("squat"), "pain": {"achilles": 5}}], [(0, True)], id="no joint of others"
        ),
        pytest.param([{"did": did("lunge")}], [], id="nothing"),
        pytest.param([HURT, {"did": did("lunge")}], [(4, True), (0, False)], id="loaded since"),
        pytest.param([HURT, {"did": did("plank")}], [(4, True)], id="not loaded since"),
        pytest.param([HURT, {"did": did("lunge", sets=0)}], [(4, True)], id="skipped since"),
    ],
)
def test_a_form_hurts_by_itself_or_as_a_joint_that_it_loads(
    said: list[dict[str, object]], pains: list[tuple[int, bool]]
) -> None:
    found = Pains(sessions(*said), CATALOGUE).of_form("squat", SQUAT)
    assert [(pain.pain, pain.done) for pain in found] == pains


@pytest.mark.parametrize(
    ("said", "worse"),
    [
        pytest.param({"did": did("squat", pain=1)}, [True], id="that hurt"),
        pytest.param({"did": did("squat"), "pain": {"knee": 1}}, [True], id="whose joint hurt"),
        pytest.param({"did": did("squat")}, [True], id="where nothing is named"),
        pytest.param({"did": did("squat"), "pain": {"achilles": 1}}, [False], id="another joint"),
        pytest.param({"did": did("squat", "plank", pain=0)}, [True], id="where nothing hurt"),
        pytest.param({"did": did("lunge"), "pain": {"knee": 0}}, [True], id="whose joint is named"),
        pytest.param({"did": did("lunge"), "pain": {"achilles": 0}}, [], id="that was not done"),
    ],
)
def test_a_morning_is_worse_for_what_hurt_or_where_nothing_is_named(
    said: dict[str, object], worse: list[bool]
) -> None:
    found = Pains(sessions(said | WORSE), CATALOGUE).of_form("squat", SQUAT)
    assert [pain.worse for pain in found] == worse


def test_a_worse_morning_of_nothing_named_is_none_of_what_is_low() -> None:
    (felt_then,) = Pains(sessions({"did": did("plank"), **WORSE}), CATALOGUE).of_form(
        "plank", PLANK
    )
    assert not felt_then.worse


@pytest.mark.parametrize(
    ("before", "pains"),
    [
        pytest.param({"knee"}, 1, id="as what was done does"),
        pytest.param({"achilles"}, 0, id="not one that what was done alone does"),
        pytest.param({"elbow"}, 0, id="not one that nothing does"),
    ],
)
def test_a_joint_that_hurt_before_counts_for_a_form_that_loads_it(
    before: set[str], pains: int
) -> None:
    done = sessions({"did": did("lunge", "raise")})
    assert len(Pains(done, CATALOGUE, before).of_form("squat", SQUAT)) == pains


@pytest.mark.parametrize(
    ("pattern", "pains"),
    [
        pytest.param(Pattern.HINGE, [], id="no other work"),
        pytest.param(Pattern.CALF, [4], id="but calf work"),
    ],
)
def test_what_helps_a_joint_does_not_load_it(pattern: Pattern, pains: list[int]) -> None:
    help_ = {Niggle.RUNNERS_KNEE: NiggleRule(act=Act.FIRST_LINE)}
    form = a_form("Bridge", niggles=help_, pattern=pattern)
    done = sessions({"did": did("plank"), "pain": {"knee": 4}})
    assert [pain.pain for pain in Pains(done, CATALOGUE).of_form("bridge", form)] == pains


def days_on(*pains: Pain) -> list[Pain]:
    """The same, a day after the other."""
    return [pain._replace(day=MONDAY + timedelta(days=day)) for day, pain in enumerate(pains)]


@pytest.mark.parametrize(
    ("pains", "after", "left_out"),
    [
        pytest.param([felt(6, done=True)], 7, 8, id="for a week"),
        pytest.param([felt(6, done=True)], 8, None, id="and no longer"),
        pytest.param([felt(5, done=True)], 1, None, id="not for less"),
        pytest.param([felt(1, worse=True, done=True)], 1, 8, id="for a worse morning"),
        pytest.param([felt(6, done=True), felt(0, done=True)], 2, None, id="done again"),
        pytest.param([felt(6, done=True), felt(0)], 2, 8, id="its joint loaded again"),
        pytest.param([felt(6), felt(7)], 2, 9, id="from the last on"),
    ],
)
def test_what_hurt_too_much_is_left_out_for_a_week_or_until_it_is_done_again(
    pains: list[Pain], after: int, left_out: int | None
) -> None:
    back = back_from(days_on(*pains), MONDAY + timedelta(days=after))
    assert back == (None if left_out is None else MONDAY + timedelta(days=left_out))


@pytest.mark.parametrize(
    ("pains", "after", "often"),
    [
        pytest.param({0: 6, 9: 6, 18: 6}, 19, True, id="three times"),
        pytest.param({0: 6, 8: 3, 9: 6, 17: 2, 18: 6}, 19, True, id="whatever was in between"),
        pytest.param({0: 6, 9: 6}, 19, False, id="not twice"),
        pytest.param({0: 6, 9: 6, 18: 5}, 19, False, id="not with 5 for one of them"),
        pytest.param({0: 6, 9: 6, 28: 6}, 28, True, id="in four weeks"),
        pytest.param({0: 6, 9: 6, 28: 6}, 29, False, id="not in more"),
    ],
)
def test_what_hurts_over_5_three_times_in_four_weeks_hurts_often(
    pains: dict[int, int], after: int, *, often: bool
) -> None:
    hurt = [felt(pain, day=MONDAY + timedelta(days=day)) for day, pain in pains.items()]
    assert stops_often(hurt, MONDAY + timedelta(days=after)) is often


@pytest.mark.parametrize(
    ("pains", "eased_by"),
    [
        pytest.param([4], 4, id="at once"),
        pytest.param([3], None, id="not for 3"),
        pytest.param([4, 3], 4, id="after 3 once"),
        pytest.param([4, 3, 0], None, id="after 3 or less twice"),
        pytest.param([5, 4], 4, id="the last has the say"),
    ],
)
def test_less_is_done_until_it_was_little_twice(pains: list[int], eased_by: int | None) -> None:
    hurt = eased_for(days_on(*map(felt, pains)))
    assert (None if hurt is None else hurt.pain) == eased_by


@pytest.mark.parametrize(
    ("pains", "after", "sore"),
    [
        pytest.param({0: 4, 21: 4}, 21, True, id="over three weeks"),
        pytest.param({0: 4, 20: 4}, 20, False, id="over a day less"),
        pytest.param({0: 4, 7: 6, 14: 5, 21: 4}, 23, True, id="each time of several"),
        pytest.param({0: 4, 7: 3, 21: 4}, 21, False, id="not with 3 between"),
        pytest.param({0: 4, 21: 4, 23: 0}, 23, False, id="not once it was little"),
        pytest.param({0: 4, 29: 4}, 29, False, id="not where nobody tried for four weeks"),
        pytest.param({0: 4, 21: 4}, 50, False, id="nor since the last time"),
        pytest.param({0: 4, 28: 4}, 28, True, id="tried after four weeks"),
        pytest.param({0: 4, 20: 4, 40: 4}, 41, True, id="however long it goes on"),
        pytest.param({0: 4}, 21, False, id="not for once, three weeks ago"),
        pytest.param({}, 0, False, id="what never hurt"),
    ],
)
def test_what_hurts_over_3_each_time_for_three_weeks_is_sore(
    pains: dict[int, int], after: int, *, sore: bool
) -> None:
    hurt = [felt(pain, day=MONDAY + timedelta(days=day)) for day, pain in pains.items()]
    assert is_sore(hurt, MONDAY + timedelta(days=after)) is sore
