"""The weight or the repetitions that the log has come to, in the form that it is (R76 and R77)."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest
from mornings import LAST, TAPER, a_hold, a_morning, a_squat, did, held, squats
from msgspec.structs import replace

from befit_cli.planning.autoregulation import changed
from befit_cli.planning.draft import Line
from befit_cli.planning.morning import because
from befit_cli.values import (
    Act,
    AdaptedKey,
    Kit,
    NiggleRule,
    Pattern,
    PlanPlace,
    SeasonWeek,
    Work,
)

OVER, AS_ASKED = squats(10, 12), squats(10, 10)


class Dose(NamedTuple):
    """What comes of a line."""

    at: int
    key: AdaptedKey | None
    kg: float | None = None
    rir: int | None = 3


def dose(line: Line) -> Dose:
    return Dose(line.at, None if line.adapted is None else line.adapted.key, line.kg, line.rir)


def after(
    *works: Work,
    line: Line | None = None,
    owned: tuple[float, ...] = (),
    when: SeasonWeek = LAST,
    pains: tuple[int, ...] = (),
    **known: Any,
) -> Dose:
    """The dose of squats, of ten if nothing else, after these works, of which the first hurt so."""
    pained = [replace(work, pain=pain) for work, pain in zip(works, pains, strict=False)]
    sessions = did(*pained, *works[len(pained) :], when=when)
    morning = a_morning(*sessions, kg=owned, when=when, **known)
    planned = a_squat() if line is None else line
    return dose(changed(morning, planned, morning.done(planned)))


OVER_11, AS_ASKED_11 = squats(11, 13, asked=11), squats(11, 11, asked=11)
UNDER_12 = squats(12, 10, asked=12)
TOP = squats(15, 17, asked=15)


class TestRepetitions:
    """Of what has no weight."""

    @pytest.mark.parametrize(
        ("works", "at", "key"),
        [
            pytest.param([OVER, OVER], 11, AdaptedKey.MORE_REPS, id="over twice: one more"),
            pytest.param([OVER], 10, None, id="over once"),
            pytest.param([OVER, AS_ASKED], 10, None, id="over, and then as asked"),
            pytest.param([OVER, OVER, AS_ASKED_11], 11, AdaptedKey.REPS_STAY, id="what came stays"),
            pytest.param(
                [OVER, OVER, OVER_11, OVER_11], 12, AdaptedKey.MORE_REPS, id="and one more"
            ),
            pytest.param([TOP, TOP], 15, AdaptedKey.REPS_STAY, id="no more than 15"),
            pytest.param([squats(9, 11, asked=9)] * 2, 10, None, id="no more than is planned"),
            pytest.param([AS_ASKED_11] * 2, 10, None, id="what never went over does not stay"),
            pytest.param([OVER, OVER, squats(11, 11, asked=None)], 10, None, id="not asked for"),
        ],
    )
    def test_they_grow_one_by_one(self, works: list[Work], at: int, key: AdaptedKey | None) -> None:
        assert after(*works) == Dose(at, key)

    def test_what_is_planned_is_more_than_the_most_that_grows(self) -> None:
        assert after(TOP, TOP, line=a_squat(at=16)) == Dose(16, None)

    @pytest.mark.parametrize(
        ("works", "at", "key"),
        [
            pytest.param([UNDER_12] * 2, 10, AdaptedKey.FEWER_REPS, id="under twice: two fewer"),
            pytest.param([UNDER_12], 14, None, id="under once"),
            pytest.param(
                [squats(11, 9, asked=11)] * 2, 10, AdaptedKey.FEWER_REPS, id="the fewest are 10"
            ),
            pytest.param(
                [squats(13, 11, asked=13), UNDER_12],
                10,
                AdaptedKey.FEWER_REPS,
                id="fewer than the last time",
            ),
            pytest.param([squats(10, 8)] * 2, 10, AdaptedKey.REPS_STAY, id="and no fewer"),
            pytest.param(
                [UNDER_12, UNDER_12, AS_ASKED], 12, AdaptedKey.REPS_STAY, id="two more again"
            ),
            pytest.param(
                [UNDER_12, UNDER_12, squats(10, 8)], 10, AdaptedKey.REPS_STAY, id="not after less"
            ),
            pytest.param([UNDER_12, UNDER_12, squats(12, 12, asked=12)], 14, None, id="all again"),
        ],
    )
    def test_they_get_fewer_two_by_two(
        self, works: list[Work], at: int, key: AdaptedKey | None
    ) -> None:
        assert after(*works, line=a_squat(at=14)) == Dose(at, key)

    def test_fewer_are_asked_for_than_is_planned_alone(self) -> None:
        assert after(UNDER_12, UNDER_12, line=a_squat(at=10)) == Dose(10, None)

    def test_they_wait_in_an_easier_week(self) -> None:
        line = a_squat(at=14)
        assert after(OVER, OVER, when=TAPER) == Dose(10, None)
        assert after(UNDER_12, UNDER_12, when=TAPER) == Dose(10, None)
        assert after(UNDER_12, UNDER_12, AS_ASKED, line=line, when=TAPER) == Dose(
            10, AdaptedKey.REPS_STAY
        )

    def test_a_form_below_begins_with_its_own(self) -> None:
        line = replace(a_squat(at=12), adapted=because(AdaptedKey.EASIER_FORM))
        assert after(UNDER_12, UNDER_12, line=line) == Dose(12, AdaptedKey.EASIER_FORM)

    @pytest.mark.parametrize(
        ("works", "at"),
        [
            pytest.param([OVER, OVER], 10, id="over"),
            pytest.param([UNDER_12, UNDER_12], 14, id="under"),
            pytest.param([UNDER_12, UNDER_12, AS_ASKED], 14, id="under before"),
        ],
    )
    def test_what_a_niggle_allows_is_its_own_to_say(self, works: list[Work], at: int) -> None:
        line = a_squat(at=at)
        ruled = replace(line, pick=replace(line.pick, rules=(NiggleRule(act=Act.MODIFY),)))
        assert after(*works, line=ruled) == Dose(at, None)

    def test_a_change_of_form_stays_said(self) -> None:
        line = replace(a_squat(), adapted=because(AdaptedKey.FORM_STAYS))
        assert after(OVER, OVER, AS_ASKED_11, line=line) == Dose(11, AdaptedKey.FORM_STAYS)

    def test_what_was_done_in_easier_weeks_alone_says_nothing(self) -> None:
        taper = PlanPlace(began=TAPER.season.starts, week=TAPER.number, slot=1)
        morning = a_morning(*[replace(one, plan=taper) for one in did(OVER, OVER)])
        line = a_squat()
        assert changed(morning, line, morning.done(line)) is line

    @pytest.mark.parametrize(
        ("works", "at"),
        [
            pytest.param([held(30, 40)] * 2, 35, id="over by two steps twice: a step more"),
            pytest.param([held(30, 35)] * 2, 30, id="over by one"),
            pytest.param([held(30, 20)] * 2, 20, id="under by two: two fewer"),
            pytest.param([held(60, 70, asked=60)] * 2, 60, id="no longer than a minute"),
            pytest.param([squats(30, 32, asked=30)] * 2, 30, id="repetitions are no seconds"),
            pytest.param([squats(30, 28, asked=30)] * 2, 30, id="nor are fewer of them"),
        ],
    )
    def test_a_hold_goes_by_five_seconds(self, works: list[Work], at: int) -> None:
        assert after(*works, line=a_hold()).at == at

    def test_a_hold_that_was_too_long_grows_by_two_steps(self) -> None:
        works = [held(30, 20), held(30, 20), held(20, 20, asked=20)]
        assert after(*works, line=a_hold(at=40)).at == 30


def lifted(*reps: int, kg: float = 20.0, **asked: Any) -> Work:
    return squats(*reps, kg=(kg,), **asked)


PACKED = a_squat(kit=(Kit.BACKPACK,), kg=20.0)
DUMBBELLS = a_squat(kit=(Kit.DUMBBELL,), kg=20.0)


@pytest.mark.parametrize("kit", [Kit.BACKPACK, Kit.DUMBBELL])
def test_a_hold_with_weight_grows_where_the_next_weight_is_too_much(kit: Kit) -> None:
    works = [held(30, 40, kg=(20.0,))] * 2
    grown = after(*works, line=a_hold(kit=(kit,), kg=20.0), owned=(20.0, 24.0))
    assert (grown.at, grown.kg) == (35, 20.0)


class TestAfterPain:
    """What was done with less, for it had hurt, says nothing of more."""

    @pytest.mark.parametrize(
        ("works", "at", "key"),
        [
            pytest.param([AS_ASKED, OVER, OVER], 10, None, id="over with less"),
            pytest.param([AS_ASKED, OVER, OVER, OVER], 10, None, id="over once since"),
            pytest.param(
                [AS_ASKED, AS_ASKED, AS_ASKED, OVER, OVER], 11, AdaptedKey.MORE_REPS, id="and twice"
            ),
            pytest.param(
                [AS_ASKED, squats(8, 8, asked=8)], 9, AdaptedKey.REPS_STAY, id="a step more each"
            ),
            pytest.param(
                [AS_ASKED, squats(8, 6, asked=8)], 8, AdaptedKey.REPS_STAY, id="not after less"
            ),
        ],
    )
    def test_the_repetitions(self, works: list[Work], at: int, key: AdaptedKey | None) -> None:
        assert after(*works, pains=(4,)) == Dose(at, key)

    def test_the_first_session_after_it_is_as_it_was_when_it_hurt(self) -> None:
        assert after(OVER, OVER, AS_ASKED, pains=(0, 4)) == Dose(10, None)

    def test_the_weight_goes_by_what_was_done_before_and_since(self) -> None:
        works = [lifted(10, 12), *[lifted(10, 10)] * 2, lifted(10, 12)]
        assert after(*works, line=PACKED, owned=(20.0, 22.0), pains=(4,)) == Dose(
            10, AdaptedKey.HEAVIER, 22.0
        )

    def test_heavy_work_goes_on_from_there_too(self) -> None:
        works = [squats(10, 10, kg=(20.0,)), squats(8, 8, asked=8, kg=(20.0,))]
        line = a_squat(kit=(Kit.DUMBBELL,), kg=20.0)
        assert after(*works, line=line, owned=(20.0,), pains=(4,)) == Dose(
            9, AdaptedKey.WEIGHT_STAYS, 20.0
        )


class TestWeights:
    """Of what has weight."""

    @pytest.mark.parametrize("line", [PACKED, DUMBBELLS], ids=["not heavy", "heavy"])
    @pytest.mark.parametrize(
        ("works", "owned", "comes"),
        [
            pytest.param(
                [lifted(10, 12)] * 2,
                (20.0, 22.0),
                Dose(10, AdaptedKey.HEAVIER, 22.0),
                id="the next",
            ),
            pytest.param(
                [lifted(10, 12, kg=50.0)] * 2,
                (50.0, 50.5, 51.0, 55.0),
                Dose(10, AdaptedKey.HEAVIER, 51.0),
                id="2 % more at least",
            ),
            pytest.param(
                [lifted(10, 12)] * 2,
                (20.0,),
                Dose(11, AdaptedKey.MORE_REPS, 20.0),
                id="nothing heavier",
            ),
            pytest.param(
                [lifted(10, 12)] * 2,
                (20.0, 23.0),
                Dose(11, AdaptedKey.MORE_REPS, 20.0),
                id="a big step that cannot be lifted yet",
            ),
            pytest.param(
                [lifted(15, 17, asked=15)] * 2,
                (20.0, 23.0),
                Dose(10, AdaptedKey.HEAVIER, 23.0),
                id="a big step that can be lifted",
            ),
            pytest.param(
                [lifted(15, 17, asked=15)] * 2,
                (20.0, 30.0),
                Dose(15, AdaptedKey.REPS_STAY, 20.0),
                id="a bigger one that cannot, at the most repetitions",
            ),
            pytest.param(
                [lifted(10, 8)] * 2,
                (18.0, 20.0),
                Dose(10, AdaptedKey.LIGHTER, 18.0),
                id="10 % less",
            ),
            pytest.param(
                [lifted(10, 8)] * 2,
                (17.0, 18.5, 20.0),
                Dose(10, AdaptedKey.LIGHTER, 17.0),
                id="10 % less at least",
            ),
            pytest.param(
                [lifted(10, 8)] * 2, (19.0, 20.0), Dose(10, None, 20.0), id="none lighter"
            ),
            pytest.param(
                [lifted(10, 12)] * 2 + [lifted(11, 11, asked=11)],
                (20.0,),
                Dose(11, AdaptedKey.REPS_STAY, 20.0),
                id="what came to it stays",
            ),
            pytest.param(
                [*[lifted(10, 10, kg=16.0)] * 2, *[lifted(10, 12)] * 2],
                (16.0, 17.5, 20.0, 22.0),
                Dose(10, AdaptedKey.HEAVIER, 22.0),
                id="from the last weight up",
            ),
            pytest.param(
                [*[lifted(10, 10, kg=24.0)] * 2, *[lifted(10, 8)] * 2],
                (18.0, 20.0, 21.0, 24.0),
                Dose(10, AdaptedKey.LIGHTER, 18.0),
                id="from the last weight down",
            ),
            pytest.param(
                [lifted(10, 10, asked=None)], (20.0,), Dose(10, None, 20.0), id="nobody asked"
            ),
        ],
    )
    def test_the_weight_moves_before_the_repetitions(
        self, works: list[Work], owned: tuple[float, ...], comes: Dose, line: Line
    ) -> None:
        assert after(*works, owned=owned, line=line) == comes

    def test_where_nothing_is_lighter_there_are_fewer_repetitions(self) -> None:
        line = replace(PACKED, at=12)
        assert after(*[lifted(12, 10, asked=12)] * 2, owned=(19.0, 20.0), line=line) == Dose(
            10, AdaptedKey.FEWER_REPS, 20.0
        )

    @pytest.mark.parametrize(
        ("line", "works"),
        [
            pytest.param(replace(PACKED, kg=None), [OVER, OVER], id="done without"),
            pytest.param(a_squat(), [lifted(10, 12)] * 2, id="without weights of its own"),
        ],
    )
    def test_over_without_weight_it_gets_a_repetition(self, line: Line, works: list[Work]) -> None:
        assert after(*works, owned=(20.0, 22.0), line=line) == Dose(11, AdaptedKey.MORE_REPS)

    @pytest.mark.parametrize(
        ("line", "works"),
        [
            pytest.param(replace(PACKED, kg=None), [UNDER_12] * 2, id="done without"),
            pytest.param(
                a_squat(), [lifted(12, 10, asked=12)] * 2, id="without weights of its own"
            ),
        ],
    )
    def test_under_without_weight_it_gets_fewer(self, line: Line, works: list[Work]) -> None:
        assert after(*works, owned=(16.0, 20.0), line=replace(line, at=14)) == Dose(
            10, AdaptedKey.FEWER_REPS
        )

    def test_a_big_step_takes_the_repetitions_that_it_has_room_for(self) -> None:
        line = replace(DUMBBELLS, at=12, rir=5)
        works = [lifted(15, 17, asked=15)] * 2
        assert after(*works, owned=(20.0, 23.0), line=line) == Dose(
            10, AdaptedKey.HEAVIER, 23.0, rir=3
        )

    def test_a_lighter_weight_takes_the_repetitions_of_the_week(self) -> None:
        line = replace(PACKED, at=14, kg=18.0)
        assert after(*[lifted(10, 8)] * 2, owned=(18.0, 20.0), line=line) == Dose(
            14, AdaptedKey.LIGHTER, 18.0
        )

    @pytest.mark.parametrize(
        ("kit", "comes"),
        [
            pytest.param((Kit.DUMBBELL,), Dose(15, AdaptedKey.REPS_STAY, 20.0), id="heavy: 15"),
            pytest.param((Kit.BACKPACK,), Dose(16, AdaptedKey.MORE_REPS, 20.0), id="else more"),
        ],
    )
    def test_calves_do_more_repetitions_where_they_are_not_heavy(
        self, kit: tuple[Kit, ...], comes: Dose
    ) -> None:
        line = a_squat(kit=kit, kg=20.0, pattern=Pattern.CALF)
        works = [lifted(15, 17, asked=15)] * 2
        assert after(*works, owned=(20.0, 30.0), line=line) == comes

    def test_a_change_of_form_stays_said_beside_it(self) -> None:
        line = replace(PACKED, at=14, adapted=because(AdaptedKey.FORM_STAYS))
        assert after(lifted(10, 10), owned=(20.0,), line=line) == Dose(
            12, AdaptedKey.FORM_STAYS, 20.0
        )

    def test_what_came_at_another_weight_does_not_stay(self) -> None:
        works = [lifted(10, 12)] * 2 + [lifted(11, 11, asked=11)]
        line = replace(PACKED, kg=18.0)
        assert after(*works, owned=(18.0, 20.0), line=line) == Dose(10, None, 18.0)

    @pytest.mark.parametrize(
        ("last", "line", "when", "comes"),
        [
            pytest.param(
                lifted(10, 10), PACKED, LAST, Dose(12, AdaptedKey.WEIGHT_STAYS, 20.0), id="two more"
            ),
            pytest.param(
                lifted(10, 8),
                PACKED,
                LAST,
                Dose(10, AdaptedKey.WEIGHT_STAYS, 20.0),
                id="as many after less",
            ),
            pytest.param(
                lifted(10, 10),
                PACKED,
                TAPER,
                Dose(10, AdaptedKey.WEIGHT_STAYS, 20.0),
                id="as many in an easier week",
            ),
            pytest.param(lifted(12, 12, asked=12), PACKED, LAST, Dose(14, None, 20.0), id="enough"),
            pytest.param(
                lifted(10, 10, kg=18.0), PACKED, LAST, Dose(14, None, 20.0), id="a new weight"
            ),
            pytest.param(
                squats(10, 10), replace(PACKED, kg=None), LAST, Dose(14, None), id="no weight"
            ),
            pytest.param(
                lifted(10, 10), DUMBBELLS, LAST, Dose(14, None, 20.0), id="what its phase doses"
            ),
        ],
    )
    def test_at_one_weight_the_repetitions_grow_by_two(
        self, last: Work, line: Line, when: SeasonWeek, comes: Dose
    ) -> None:
        assert after(last, owned=(18.0, 20.0), line=replace(line, at=14), when=when) == comes


@pytest.mark.parametrize(
    ("works", "facts"),
    [
        pytest.param([OVER, OVER], {"sign": "over"}, id="over"),
        pytest.param([OVER, squats(10, 10, left=5)], {"sign": "more left"}, id="the last says it"),
    ],
)
def test_a_change_says_what_asks_for_it(works: list[Work], facts: dict[str, str]) -> None:
    morning = a_morning(*did(*works))
    line = changed(morning, a_squat(), morning.done(a_squat()))
    assert line.adapted is not None
    assert line.adapted.facts == facts
