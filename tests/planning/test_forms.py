"""The forms above and below one: which they are, what may stand in, and as far as each has come."""

from __future__ import annotations

from typing import Any

import pytest
from mornings import LADDER, LAST, TAPER, a_morning, a_squat, did, squats
from msgspec.structs import replace
from sample_forms import a_form
from strategies import a_choice, a_line, a_pick, a_season, a_stretch

from befit_cli.planning.draft import Line
from befit_cli.planning.forms import easier_line, harder_line, is_as_good, is_gentler, is_like
from befit_cli.values import (
    Act,
    Dose,
    Kit,
    Knee,
    Load,
    Need,
    Niggle,
    NiggleRule,
    Pattern,
    Range,
    SeasonWeek,
    Work,
)

ONE_LEG: dict[str, Any] = {"per_side": True}
WEIGHTED: dict[str, Any] = {"kit": (Kit.DUMBBELL,)}


@pytest.mark.parametrize(
    ("pattern", "planned", "other", "good"),
    [
        pytest.param(Pattern.CALF, {}, {}, True, id="calves: on two legs for two"),
        pytest.param(Pattern.CALF, ONE_LEG, ONE_LEG, True, id="calves: on one for one"),
        pytest.param(Pattern.CALF, {}, ONE_LEG, True, id="calves: on one for two"),
        pytest.param(Pattern.CALF, ONE_LEG, {}, False, id="calves: not on two for one"),
        pytest.param(Pattern.CALF, WEIGHTED, WEIGHTED, True, id="calves: with weight for weight"),
        pytest.param(Pattern.CALF, {}, WEIGHTED, True, id="calves: with weight for none"),
        pytest.param(Pattern.CALF, WEIGHTED, {}, False, id="calves: not without weight"),
        pytest.param(Pattern.HINGE, WEIGHTED, {}, True, id="all else: without weight, too"),
        pytest.param(Pattern.PULL, ONE_LEG, {}, True, id="all else: with both, too"),
    ],
)
def test_calves_keep_their_weight_and_their_one_leg(
    pattern: Pattern, planned: dict[str, Any], other: dict[str, Any], *, good: bool
) -> None:
    rung = a_choice(a_pick("Other", pattern=pattern, **other)).candidate.rung
    line = a_line(pattern=pattern, **planned)
    assert is_like(rung, line)
    assert is_as_good(rung, line) is good


@pytest.mark.parametrize(
    ("other", "like", "good"),
    [
        pytest.param({"serves": (Need.KNEE, Need.HIP)}, True, True, id="what serves as much"),
        pytest.param({"serves": (Need.KNEE,)}, True, False, id="what serves less"),
        pytest.param({"pattern": Pattern.HINGE}, False, False, id="another pattern"),
        pytest.param({"knee": Knee.BENT}, False, False, id="the other knee"),
    ],
)
def test_what_does_the_same_job_and_serves_as_much_stands_in(
    other: dict[str, Any], *, like: bool, good: bool
) -> None:
    job = {"pattern": Pattern.SQUAT, "serves": (Need.KNEE, Need.HIP)}
    rung = a_choice(a_pick("Other", **(job | other))).candidate.rung
    line = a_line(**job)
    assert (is_like(rung, line), is_as_good(rung, line)) == (like, good)


@pytest.mark.parametrize(
    ("planned", "other", "gentler"),
    [
        pytest.param({}, {}, True, id="which nobody leaves out"),
        pytest.param({}, {Niggle.ACHILLES: Act.MODIFY}, True, id="which somebody only minds"),
        pytest.param({}, {Niggle.ACHILLES: Act.AVOID}, False, id="which somebody leaves out"),
        pytest.param(
            {Niggle.ACHILLES: Act.AVOID}, {Niggle.ACHILLES: Act.AVOID}, True, id="as the line"
        ),
        pytest.param(
            {Niggle.SHIN: Act.AVOID}, {Niggle.ACHILLES: Act.AVOID}, False, id="another than it"
        ),
    ],
)
def test_gentler_is_a_form(
    planned: dict[Niggle, Act], other: dict[Niggle, Act], *, gentler: bool
) -> None:
    rung = a_choice(a_pick("Other", niggles=marked(other))).candidate.rung
    assert is_gentler(rung, a_line(niggles=marked(planned))) is gentler


def test_what_does_another_job_is_not_gentler() -> None:
    rung = a_choice(a_pick("Other", pattern=Pattern.HINGE)).candidate.rung
    assert not is_gentler(rung, a_line(pattern=Pattern.SQUAT))


def marked(acts: dict[Niggle, Act]) -> dict[Niggle, NiggleRule]:
    return {niggle: NiggleRule(act=act) for niggle, act in acts.items()}


def test_the_form_below_leads_back_to_the_one_that_was_planned() -> None:
    morning = a_morning()
    line = a_squat()
    below = easier_line(morning, line, [], is_like)
    assert below is not None
    assert below.pick.form.name == "Easy squat"
    assert below.pick.exercise is line.pick.exercise
    assert below.pick.harder is line.pick


HINGE = a_form("Hinge", pattern=Pattern.HINGE)


@pytest.mark.parametrize(
    ("below", "name"),
    [
        pytest.param(LADDER[:1], "Easy squat", id="the only one"),
        pytest.param((a_form("Easiest squat"), LADDER[0]), "Easy squat", id="the nearest"),
        pytest.param((LADDER[0], HINGE), "Easy squat", id="the nearest that does the same"),
        pytest.param((HINGE,), None, id="none that does another job"),
        pytest.param((), None, id="none below the lowest"),
    ],
)
def test_the_form_below_is_the_nearest_that_will_do(below: Any, name: str | None) -> None:
    ladder = (*below, *LADDER[1:])
    line = easier_line(a_morning(ladder=ladder), a_squat(ladder=ladder), [], is_like)
    assert (None if line is None else line.pick.form.name) == name


RULES = (NiggleRule(act=Act.MODIFY),)


def test_the_form_above_is_the_next() -> None:
    line = harder_line(a_morning(), a_squat(), [])
    assert line is not None
    assert line.pick.form.name == "Hard squat"


@pytest.mark.parametrize(
    "pick",
    [
        pytest.param(a_squat(grows=False).pick, id="the last of its ladder"),
        pytest.param(replace(a_squat().pick, rules=RULES), id="what a niggle changes"),
        pytest.param(
            replace(a_squat().pick, harder=a_pick("Hard squat", rules=RULES)),
            id="where a niggle changes the next",
        ),
    ],
)
def test_there_is_none_above(pick: Any) -> None:
    assert harder_line(a_morning(), replace(a_squat(), pick=pick), []) is None


DELOAD = a_season(a_stretch(tapers=False), race_in=27)[3]


def hard_after(
    *works: Work,
    line: Line | None = None,
    when: SeasonWeek = LAST,
    last: int = 3,
    every: int = 3,
) -> Line:
    """The form above, after these works, a session each."""
    morning = a_morning(*did(*works, when=when, last=last, every=every), when=when)
    planned = a_squat() if line is None else line
    hard = harder_line(morning, planned, morning.done(planned))
    assert hard is not None
    return hard


def hard(*reps: int, asked: int | None = 10, **done: Any) -> Work:
    return squats(*reps, form="Hard squat", asked=asked, **done)


class TestAsFarAsItHasCome:
    """A form begins with ten repetitions, and grows by two from week to week up to 14 in the third,
    and to 15 at most.
    """

    @pytest.mark.parametrize(
        ("days", "at"),
        [(3, 10), (6, 10), (7, 12), (13, 12), (14, 14), (21, 14)],
    )
    def test_a_step_a_week_since_it_was_first_done(self, days: int, at: int) -> None:
        assert hard_after(hard(10, asked=None), last=days).at == at

    def test_not_since_another_form_was(self) -> None:
        assert hard_after(squats(10), hard(10, asked=None), every=14).at == 10

    @pytest.mark.parametrize(
        ("when", "at"),
        [pytest.param(LAST, 14, id="in a usual week"), pytest.param(TAPER, 12, id="in an easier")],
    )
    def test_up_to_that_day_or_in_an_easier_week_to_when_it_was_last_done(
        self, when: SeasonWeek, at: int
    ) -> None:
        works = [hard(10, asked=None)] * 3
        assert hard_after(*works, when=when, every=4, last=6).at == at

    @pytest.mark.parametrize(
        ("works", "at"),
        [
            pytest.param([], 10, id="new"),
            pytest.param([hard(10, 10)], 12, id="a step more"),
            pytest.param([hard(14, 14, asked=14)], 15, id="as far as it grows"),
            pytest.param([hard(16, 16, asked=16)], 16, id="and no less than it had"),
            pytest.param([hard(7, 7, asked=7)], 10, id="nor than it begins with"),
            pytest.param([hard(11, 11, asked=11), hard(13, 13, asked=13)], 15, id="from the last"),
            pytest.param([hard(13, 11, asked=13)], 13, id="as much after less"),
            pytest.param(
                [hard(13, 11, asked=13), hard(13, 13, asked=13)], 15, id="more once it went"
            ),
        ],
    )
    def test_from_what_was_asked_of_it_last(self, works: list[Work], at: int) -> None:
        assert hard_after(*works).at == at

    @pytest.mark.parametrize(
        ("when", "last", "at"),
        [
            pytest.param(LAST, 2, 15, id="of the week before: a step more"),
            pytest.param(LAST, 1, 13, id="of this week: as much"),
            pytest.param(TAPER, 2, 13, id="in an easier week: as much"),
        ],
    )
    def test_no_more_than_a_step_a_week(self, when: SeasonWeek, last: int, at: int) -> None:
        assert hard_after(hard(13, 13, asked=13), when=when, last=last).at == at

    def test_a_phase_doses_heavy_work(self) -> None:
        line = a_squat()
        heavy = a_pick("Hard squat", kit=(Kit.DUMBBELL,))
        heavy = replace(heavy, exercise=line.pick.exercise)
        line = replace(line, pick=replace(line.pick, harder=heavy))
        assert hard_after(hard(20, 20, asked=20), line=line).at == 10

    def test_a_niggle_says_how_much_of_the_form_below(self) -> None:
        knee = {Niggle.RUNNERS_KNEE: NiggleRule(act=Act.MODIFY)}
        ladder = (a_form("Easy squat", niggles=knee), *LADDER[1:])
        done = did(squats(13, 13, asked=13, form="Easy squat"))
        morning = a_morning(*done, ladder=ladder, niggles=(Niggle.RUNNERS_KNEE,))
        below = easier_line(morning, a_squat(), morning.done(a_squat()), is_like)
        assert below is not None
        assert (below.pick.rules, below.at) == (tuple(knee.values()), 10)

    def test_it_has_as_many_sets_as_the_one_whose_place_it_takes(self) -> None:
        assert hard_after(line=a_squat(sets=3)).sets == 3

    @pytest.mark.parametrize(("planned", "rest_s"), [(30, 60), (90, 90)])
    def test_its_rest_is_the_longer_of_both(self, planned: int, rest_s: int) -> None:
        assert hard_after(line=a_squat(rest_s=planned)).rest_s == rest_s

    @pytest.mark.parametrize(
        ("planned", "when", "rir"),
        [
            pytest.param(2, LAST, 3, id="its own"),
            pytest.param(None, LAST, 3, id="its own beside none"),
            pytest.param(5, LAST, 5, id="no fewer than planned"),
            pytest.param(3, DELOAD, 4, id="one more in a deload"),
        ],
    )
    def test_what_it_leaves(self, planned: int | None, when: SeasonWeek, rir: int) -> None:
        assert hard_after(line=a_squat(rir=planned), when=when).rir == rir

    def test_a_hold_leaves_none(self) -> None:
        held = Dose(sets=Range(2, 3), hold=Range(20, 40), rest=60)
        ladder = (*LADDER[:2], a_form("Hard squat", dose=held, seconds_per_rep=None))
        hard = hard_after(line=a_squat(ladder=ladder))
        assert (hard.at, hard.rir) == (20, None)

    @pytest.mark.parametrize("light", [True, False])
    def test_it_is_light_where_the_other_is(self, *, light: bool) -> None:
        assert hard_after(line=a_squat(light=light)).light is light

    def test_what_has_no_light_version_stays_as_it_is(self) -> None:
        low = (*LADDER[:2], a_form("Hard squat", load=Load.LOW))
        assert not hard_after(line=a_squat(ladder=low, light=True)).light
