"""What a line is after it hurt, and once that has eased, line by line (R71)."""

from __future__ import annotations

from typing import Any

import pytest
from mornings import LADDER, TAPER, a_hold, a_morning, a_squat, did, held, squats, tuesday
from msgspec.structs import replace
from sample_forms import a_form

from befit_cli.planning.after_pain import less_for_pain, on_after
from befit_cli.planning.draft import Line
from befit_cli.planning.pain import Pain, eased_for
from befit_cli.values import (
    Act,
    AdaptedKey,
    Asked,
    Dose,
    Form,
    Kit,
    Niggle,
    NiggleRule,
    PlanPlace,
    Range,
    SessionLog,
    Work,
)

STAIR = "Squat on a stair"
NONE_BELOW = LADDER[1:]
"""A ladder whose lowest form is the squat."""


def hurt(*reps: int, **asked: Any) -> Work:
    return squats(*reps, pain=4, **asked)


def less(
    *sessions: SessionLog,
    line: Line,
    kg: tuple[float, ...] = (),
    ladder: tuple[Form, ...] = LADDER,
) -> tuple[Line, ...]:
    """What is done of a line after these sessions, the first that finds room."""
    morning = a_morning(*sessions, kg=kg, ladder=ladder)
    pains = morning.log.pains("squat", line.pick.form, morning.day)
    pain = eased_for(pains)
    assert pain is not None
    return less_for_pain(morning, line, morning.done(line), pains, pain)


class TestLess:
    @pytest.mark.parametrize(
        ("works", "sets", "at"),
        [
            pytest.param([hurt(12, 12, 12, asked=12)], 2, 12, id="a set less"),
            pytest.param([hurt(12, asked=12)], 1, 12, id="no more sets than hurt"),
            pytest.param([hurt(11, 11, 11)], 2, 11, id="no more repetitions than hurt"),
            pytest.param([hurt(12, 11, 12)], 2, 11, id="the fewest of a set"),
            pytest.param([hurt(8, 8, 8)], 2, 10, id="no fewer than it begins with"),
            pytest.param([hurt(10, 10), hurt(10, 10), hurt(12, 12)], 2, 12, id="when it hurt last"),
            pytest.param([hurt(12, 12), squats(11, 11)], 2, 11, id="no more than since then"),
            pytest.param([squats(10, 10), hurt(12, 12)], 2, 10, id="nor than before"),
            pytest.param(
                [squats(10, 10), squats(10, 10), hurt(11, 11), squats(12, 12)],
                2,
                11,
                id="when it last did not",
            ),
            pytest.param([hurt(11, 11, asked=None)], 2, 11, id="what nobody asked for counts, too"),
            pytest.param(
                [Work(form="Squat", hold_s=(20, 20), pain=4)], 2, 12, id="seconds are none"
            ),
        ],
    )
    def test_it_is_no_more_than_when_it_hurt_and_when_it_did_not(
        self, works: list[Work], sets: int, at: int
    ) -> None:
        (line,) = less(*did(*works), line=a_squat(sets=3, at=12), ladder=NONE_BELOW)
        assert (line.sets, line.at, line.rir) == (sets, at, 3)

    @pytest.mark.parametrize(
        ("below", "form"),
        [
            pytest.param(("Easy squat", "Half squat"), "Half squat", id="the next"),
            pytest.param(("Easy squat", STAIR), "Easy squat", id="not one that a sore spot avoids"),
            pytest.param((STAIR,), STAIR, id="but where there is no other"),
        ],
    )
    def test_the_form_below_is_gentler_on_what_may_be_sore(
        self, below: tuple[str, ...], form: str
    ) -> None:
        avoided = {Niggle.ACHILLES: NiggleRule(act=Act.AVOID)}
        forms = [a_form(name, niggles=avoided if name == STAIR else {}) for name in below]
        easier, _fewer = less(*did(hurt(12, 12)), line=a_squat(), ladder=(*forms, *NONE_BELOW))
        assert easier.pick.form.name == form

    def test_it_is_never_less_than_a_set(self) -> None:
        (line,) = less(*did(hurt(12, 12)), line=a_squat(sets=1), ladder=NONE_BELOW)
        assert line.sets == 1

    @pytest.mark.parametrize(
        ("asked", "planned", "rir"),
        [
            pytest.param(4, 3, 4, id="as many as when it hurt"),
            pytest.param(2, 3, 3, id="no fewer than planned"),
            pytest.param(None, 0, 0, id="none was asked for"),
            pytest.param(4, None, None, id="none is counted"),
        ],
    )
    def test_no_fewer_are_left(
        self, asked: int | None, planned: int | None, rir: int | None
    ) -> None:
        (line,) = less(
            *did(hurt(10, 10, reserve=asked)), line=a_squat(rir=planned), ladder=NONE_BELOW
        )
        assert line.rir == rir

    @pytest.mark.parametrize(
        ("works", "owned", "kg"),
        [
            pytest.param([hurt(10, 10, kg=(20.0,))], (16.0, 18.0, 20.0), 18.0, id="a tenth less"),
            pytest.param([hurt(10, 10, kg=(20.0,))], (17.0, 18.5, 20.0), 17.0, id="or more"),
            pytest.param(
                [hurt(10, 10, kg=(20.0,)), squats(10, 10, kg=(18.0,))],
                (16.0, 18.0, 20.0),
                18.0,
                id="as since then",
            ),
            pytest.param(
                [hurt(10, 10, kg=(20.0,)), hurt(10, 10, kg=(18.0,))],
                (16.0, 18.0, 20.0),
                16.0,
                id="a tenth less again",
            ),
        ],
    )
    def test_what_has_weight_keeps_its_form(
        self, works: list[Work], owned: tuple[float, ...], kg: float
    ) -> None:
        (line,) = less(*did(*works), line=a_squat(kit=(Kit.BACKPACK,), sets=3), kg=owned)
        assert (line.pick.form.name, line.sets, line.kg) == ("Squat", 2, kg)

    @pytest.mark.parametrize(
        ("kit", "lifted", "owned"),
        [
            pytest.param((Kit.BACKPACK,), (20.0,), (19.0, 20.0), id="nothing is light enough"),
            pytest.param((Kit.BACKPACK,), (), (16.0, 20.0), id="it was done without weight"),
            pytest.param((), (20.0,), (), id="it has no weights of its own"),
        ],
    )
    def test_else_it_is_the_form_below_or_with_no_room_for_that_less_of_it(
        self, kit: tuple[Kit, ...], lifted: tuple[float, ...], owned: tuple[float, ...]
    ) -> None:
        works = did(hurt(11, 11, 11, kg=lifted))
        below, fewer = less(*works, line=a_squat(kit=kit, sets=3, at=12), kg=owned)
        assert (below.pick.form.name, below.sets) == ("Easy squat", 2)
        assert (fewer.pick.form.name, fewer.sets, fewer.at) == ("Squat", 2, 11)

    @pytest.mark.parametrize(
        ("planned", "at"),
        [
            pytest.param(12, 12, id="no more than the planned one"),
            pytest.param(14, 13, id="no more than its own"),
            pytest.param(8, 10, id="no fewer than it begins with"),
        ],
    )
    def test_the_form_below_has_repetitions_of_its_own(self, planned: int, at: int) -> None:
        easy = squats(13, 13, asked=13, form="Easy squat")
        below, _fewer = less(*did(easy, hurt(14, 14)), line=a_squat(at=planned))
        assert (below.pick.form.name, below.at) == ("Easy squat", at)

    def test_or_as_it_begins(self) -> None:
        below, _fewer = less(*did(hurt(14, 14)), line=a_squat(at=14))
        assert (below.pick.form.name, below.at) == ("Easy squat", 10)

    def test_seconds_of_a_form_below_are_no_repetitions(self) -> None:
        seconds = Dose(sets=Range(2, 3), hold=Range(20, 40), rest=60)
        ladder = (a_form("Easy squat", dose=seconds, seconds_per_rep=None), *LADDER[1:])
        below, _fewer = less(*did(hurt(12, 12, asked=12)), line=a_squat(at=12), ladder=ladder)
        began, _fewer = less(
            *did(
                Work(form="Easy squat", asked=Asked(sets=2, hold_s=35), hold_s=(35, 35)),
                hurt(12, 12, asked=12),
            ),
            line=a_squat(at=12),
            ladder=ladder,
        )
        assert (below.at, began.at) == (20, 35)

    @pytest.mark.parametrize(
        ("worse", "key", "facts"),
        [
            pytest.param(False, AdaptedKey.LESS_FOR_PAIN, {"pain": 4}, id="pain"),
            pytest.param(True, AdaptedKey.LESS_AFTER_WORSE, {}, id="worse the next morning"),
        ],
    )
    @pytest.mark.parametrize("name", ["Easy squat", "Squat"])
    def test_it_says_why(
        self, name: str, key: AdaptedKey, facts: dict[str, int], *, worse: bool
    ) -> None:
        (session,) = did(hurt(10, 10, form=name), last=8)
        for line in less(replace(session, worse_next_morning=worse), line=a_squat(name)):
            assert line.adapted is not None
            assert (line.adapted.key, line.adapted.facts) == (key, facts)


def goes_on(*works: Work, ago: int, line: Line, easier_week: bool = False) -> Line:
    """The line after these works, a session each, where the one so many sessions ago hurt."""
    when = {"when": TAPER} if easier_week else {}
    sessions = did(*works, **when)  # type: ignore[arg-type]
    morning = a_morning(*sessions, kg=(16.0, 18.0, 20.0, 22.0), **when)  # type: ignore[arg-type]
    pain = Pain(sessions[-ago].date, 4, worse=False, done=True)
    return on_after(morning, line, morning.done(line), pain)


class TestOnAfterIt:
    @pytest.mark.parametrize(
        ("works", "ago", "sets", "at"),
        [
            pytest.param([squats(11, 11)], 1, 2, 11, id="first as it was then"),
            pytest.param([squats(12, 12, 12), squats(11, 11)], 1, 2, 11, id="when it hurt last"),
            pytest.param([squats(11, 11), squats(11, 11)], 2, 3, 11, id="then a set more"),
            pytest.param([squats(11, 11), squats(11, 11, 11)], 2, 3, 13, id="then two repetitions"),
            pytest.param(
                [squats(11, 11), squats(11, 11), squats(12, 12)], 3, 3, 12, id="from the last time"
            ),
            pytest.param(
                [squats(11, 11), squats(11, 11, 11), squats(12, 12, 12)],
                3,
                3,
                14,
                id="and the last time again",
            ),
            pytest.param(
                [squats(11, 11), squats(11, 11, 11), squats(11, 11)],
                3,
                3,
                11,
                id="a set that was left out first",
            ),
            pytest.param([squats(11), squats(11)], 2, 2, 11, id="one set more, though two lack"),
        ],
    )
    def test_step_by_step(self, works: list[Work], ago: int, sets: int, at: int) -> None:
        line = goes_on(*works, ago=ago, line=a_squat(sets=3, at=15))
        assert (line.sets, line.at) == (sets, at)
        assert line.adapted is not None
        assert line.adapted.key is AdaptedKey.ON_AFTER_PAIN

    def test_a_step_is_at_least_what_the_line_grows_by(self) -> None:
        works = [squats(10, 10), squats(10, 10)]
        assert goes_on(*works, ago=2, line=a_squat(at=15, step=3)).at == 13

    def test_a_hold_grows_by_two_steps_of_five_seconds(self) -> None:
        works = [held(20, 20, asked=20)] * 2
        assert goes_on(*works, ago=2, line=a_hold(at=40)).at == 30

    def test_in_an_easier_week_it_takes_none(self) -> None:
        works = [squats(10, 10), *[squats(11, 11)] * 2, squats(12, 12)]
        line = goes_on(*works, ago=4, line=a_squat(sets=3, at=15), easier_week=True)
        assert (line.sets, line.at) == (2, 12)

    def test_what_is_as_planned_again_says_nothing_more(self) -> None:
        line = a_squat(at=12)
        assert goes_on(squats(12, 12), squats(10, 10), ago=2, line=line) is line

    @pytest.mark.parametrize(
        ("planned", "kg"),
        [
            pytest.param(22.0, 20.0, id="the weight of then"),
            pytest.param(18.0, 18.0, id="no more than planned"),
        ],
    )
    def test_heavy_work_comes_back_with_its_weight(self, planned: float, kg: float) -> None:
        line = a_squat(kit=(Kit.DUMBBELL,), kg=planned, at=15)
        comes = goes_on(squats(10, 10, kg=(20.0,)), ago=1, line=line)
        assert (comes.sets, comes.at, comes.kg) == (2, 15, kg)
        assert (comes is line) is (planned == kg)

    @pytest.mark.parametrize(
        ("sets", "easier_week", "comes"),
        [
            pytest.param([1], False, 1, id="first as it was then"),
            pytest.param([1, 1], False, 2, id="then a set more"),
            pytest.param([1, 2], False, 3, id="and one more"),
            pytest.param([1, 2], True, 2, id="none in an easier week"),
        ],
    )
    def test_so_do_its_sets(self, sets: list[int], *, easier_week: bool, comes: int) -> None:
        works = [squats(*[10] * number, kg=(20.0,)) for number in sets]
        line = a_squat(kit=(Kit.DUMBBELL,), kg=20.0, sets=3)
        after = goes_on(*works, ago=len(works), line=line, easier_week=easier_week)
        assert (after.sets, after.kg) == (comes, 20.0)

    @pytest.mark.parametrize(
        ("lifted", "kg"),
        [
            pytest.param((22.0, 20.0), 22.0, id="a tenth was less: as it was"),
            pytest.param((20.0, 16.0), 18.0, id="the next that is owned"),
            pytest.param((20.0, 16.0, 18.0), 20.0, id="and the next"),
        ],
    )
    def test_its_weight_grows_a_step_at_a_time(self, lifted: tuple[float, ...], kg: float) -> None:
        works = [squats(10, 10, kg=(each,)) for each in lifted]
        line = a_squat(kit=(Kit.DUMBBELL,), kg=22.0)
        assert goes_on(*works, ago=len(works), line=line).kg == kg

    def test_what_looks_light_for_pain_grows_too(self) -> None:
        usual = squats(10, 10, kg=(20.0,))
        less = squats(10, reserve=4, kg=(16.0,))
        line = a_squat(kit=(Kit.DUMBBELL,), kg=20.0, sets=3)
        assert goes_on(usual, less, less, ago=2, line=line).sets == 2

    def test_beside_what_is_light_it_goes_on_from_what_is_not(self) -> None:
        usual = squats(10, 10, 10, kg=(20.0,))
        light = squats(10, reserve=4, kg=(16.0,))
        line = a_squat(kit=(Kit.DUMBBELL,), kg=20.0, sets=3)
        assert goes_on(usual, usual, light, ago=3, line=line) is line

    def test_a_light_line_grows_back_too(self) -> None:
        light = squats(10, reserve=4)
        line = a_squat(light=True, sets=2)
        assert goes_on(light, light, ago=2, line=line).sets == 2

    @pytest.mark.parametrize(
        ("works", "ago", "kg"),
        [
            pytest.param([squats(10, 10, kg=(20.0,))] * 2, 2, 22.0, id="done once since"),
            pytest.param([squats(10, 10)], 1, 22.0, id="done without weight"),
            pytest.param([squats(10, 10, kg=(20.0,))], 1, None, id="no weight is planned"),
        ],
    )
    def test_else_it_is_as_planned(self, works: list[Work], ago: int, kg: float | None) -> None:
        line = a_squat(kit=(Kit.DUMBBELL,), kg=kg, at=15)
        assert goes_on(*works, ago=ago, line=line) is line

    def test_a_new_form_comes_after_the_one_below_as_it_was(self) -> None:
        easy = squats(10, 10, form="Easy squat")
        comes = goes_on(easy, ago=1, line=a_squat(at=10))
        assert (comes.pick.form.name, comes.sets, comes.at) == ("Easy squat", 2, 10)
        assert comes.adapted is not None
        assert comes.adapted.key is AdaptedKey.ON_AFTER_PAIN

    @pytest.mark.parametrize(
        ("since", "sets", "at"),
        [
            pytest.param([squats(11, 11)], 3, 11, id="a set more"),
            pytest.param([squats(11, 11, 11)], 3, 13, id="then two repetitions"),
        ],
    )
    def test_a_new_form_that_was_done_since_goes_on_from_there(
        self, since: list[Work], sets: int, at: int
    ) -> None:
        works = [squats(10, 10, form="Easy squat"), *since]
        comes = goes_on(*works, ago=len(works), line=a_squat(sets=3, at=15))
        assert (comes.pick.form.name, comes.sets, comes.at) == ("Squat", sets, at)

    @pytest.mark.parametrize("form", ["Easy squat", "Squat"])
    def test_what_was_done_in_an_easier_week_counts_as_done_once(self, form: str) -> None:
        hurt_once, eased = did(*[squats(10, 10, form=name) for name in ("Easy squat", form)])
        taper = PlanPlace(began=TAPER.season.starts, week=TAPER.number, slot=1)
        morning = a_morning(hurt_once, replace(eased, plan=taper))
        line = a_squat(at=12)
        pain = Pain(hurt_once.date, 4, worse=False, done=True)
        assert on_after(morning, line, morning.done(line), pain) is line

    def test_and_one_that_was_never_done_as_it_begins(self) -> None:
        comes = goes_on(squats(12, 12, form="Hard squat"), ago=1, line=a_squat(at=12))
        assert (comes.pick.form.name, comes.at) == ("Easy squat", 10)

    @pytest.mark.parametrize(
        ("works", "ago", "name"),
        [
            pytest.param([squats(10, 10, form="Easy squat")] * 2, 2, "Squat", id="which was done"),
            pytest.param([squats(10, 10)], 1, "Easy squat", id="where there is one"),
        ],
    )
    def test_it_comes_itself(self, works: list[Work], ago: int, name: str) -> None:
        line = a_squat(name)
        assert goes_on(*works, ago=ago, line=line) is line

    def test_what_was_never_done_is_as_planned(self) -> None:
        line = a_squat()
        pain = Pain(tuesday(), 4, worse=False, done=False)
        assert on_after(a_morning(), line, [], pain) is line
