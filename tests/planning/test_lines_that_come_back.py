"""What a line is after days without training, line by line (R72 to R74), and what a session is
after an illness (R75).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from mornings import LAST, TAPER, a_hold, a_morning, a_squat, did, held, squats, tuesday
from msgspec.structs import replace
from strategies import a_draft, a_line

from befit_cli.planning.coming_back import (
    OwnGap,
    after_gap,
    after_illness,
    on_after_gap,
    on_from_new,
    own_gap,
)
from befit_cli.planning.draft import Draft, Line
from befit_cli.planning.morning import because
from befit_cli.planning.restart import Restart
from befit_cli.values import (
    Act,
    AdaptedKey,
    Kit,
    Load,
    Niggle,
    NiggleRule,
    PlanPlace,
    Range,
    Role,
    Work,
)

OWNED = tuple(map(float, range(1, 61)))


def back(gap: int, *works: Work, line: Line, eased: bool = False) -> Line:
    """The line so many days after these works, in an easier week or not."""
    sessions = did(*works)
    if eased:
        taper = PlanPlace(began=TAPER.season.starts, week=TAPER.number, slot=1)
        sessions = [replace(one, plan=taper) for one in sessions]
    morning = a_morning(*sessions, kg=OWNED, gap=gap)
    return after_gap(morning, line, morning.done(line))


def key_of(line: Line) -> AdaptedKey | None:
    return None if line.adapted is None else line.adapted.key


def ruled(line: Line) -> Line:
    """The line with a niggle that changes it."""
    return replace(line, pick=replace(line.pick, rules=(NiggleRule(act=Act.MODIFY),)))


PACKED = a_squat(kit=(Kit.BACKPACK,), sets=3, at=12)
TWENTY = squats(12, 12, 12, asked=12, kg=(20.0,))


class TestAgain:
    """R72: after 8 to 14 days."""

    @pytest.mark.parametrize(
        ("line", "works", "sets", "at"),
        [
            pytest.param({}, [squats(11, 11, asked=11)], 2, 11, id="what was asked last"),
            pytest.param({}, [squats(11, 11, 11, 11, asked=11)], 3, 11, id="no more sets"),
            pytest.param({}, [squats(13, 13, asked=13)], 2, 12, id="no more than planned"),
            pytest.param({}, [squats(8, 8, asked=8)], 2, 10, id="no fewer than the least"),
            pytest.param({"at": 8}, [squats(7, 7, asked=7)], 2, 8, id="or than planned"),
            pytest.param({}, [squats(10), squats(11, 11, asked=11)], 2, 11, id="the last time"),
        ],
    )
    def test_the_last_dose_comes_again(
        self, line: dict[str, int], works: list[Work], sets: int, at: int
    ) -> None:
        again = back(8, *works, line=a_squat(**({"sets": 3, "at": 12} | line)))
        assert (again.sets, again.at, key_of(again)) == (sets, at, AdaptedKey.AGAIN)
        assert again.adapted is not None
        assert again.adapted.facts == {"days": 8}

    @pytest.mark.parametrize(
        ("work", "at"),
        [
            pytest.param(held(25, 25, asked=25), 25, id="its seconds"),
            pytest.param(squats(25, 25, asked=25), 30, id="repetitions are none"),
        ],
    )
    def test_of_a_hold(self, work: Work, at: int) -> None:
        assert back(8, work, line=a_hold()).at == at

    def test_up_to_14_days(self) -> None:
        again = back(14, squats(11, 11, asked=11), line=a_squat(at=12))
        assert (again.at, key_of(again)) == (11, AdaptedKey.AGAIN)

    def test_what_a_niggle_allows_is_its_own_to_say(self) -> None:
        assert back(8, squats(11, 11, asked=11), line=ruled(a_squat(at=12))).at == 12

    def test_its_weight_comes_again(self) -> None:
        again = back(8, replace(TWENTY, kg=(18.0, 18.0, 20.0)), line=PACKED)
        assert (again.kg, again.adapted) == (20.0, None)

    @pytest.mark.parametrize(
        ("line", "work", "eased", "kg"),
        [
            pytest.param(
                {}, squats(11, 11, asked=None, kg=(20.0,)), False, 20.0, id="nobody asked"
            ),
            pytest.param({"light": True}, TWENTY, False, 15.0, id="light: of its full weight"),
            pytest.param({}, TWENTY, True, 20.0, id="done in an easier week alone"),
        ],
    )
    def test_else_it_is_as_planned_with_its_weight(
        self, line: dict[str, Any], work: Work, kg: float, *, eased: bool
    ) -> None:
        again = back(8, work, line=replace(PACKED, at=12, **line), eased=eased)
        assert (again.sets, again.at, again.kg, again.adapted) == (3, 12, kg, None)


class TestItsOwnGap:
    """R72: after two weeks without one exercise, whatever else was done."""

    @pytest.mark.parametrize(
        ("done", "ahead", "since"),
        [
            pytest.param([14], [], 0, id="two weeks"),
            pytest.param([13], [], None, id="less"),
            pytest.param([20, 6], [], 1, id="done once since"),
            pytest.param([23, 9, 6, 3], [], 3, id="done three times since"),
            pytest.param([14], [7], None, id="to be done in between"),
            pytest.param([21], [7], 1, id="to be done since"),
            pytest.param([21], [-7], 0, id="to be done later"),
            pytest.param([40, 26, 14], [], 0, id="the last gap has the say"),
        ],
    )
    def test_how_often_it_was_done_since(
        self, done: list[int], ahead: list[int], since: int | None
    ) -> None:
        sessions = [one for ago in done for one in did(squats(10, 10), last=ago)]
        known = {tuesday() - timedelta(days=ago): {"squat"} for ago in ahead}
        morning = a_morning(*sessions, ahead=known)
        gap = own_gap(morning, a_squat(), morning.done(a_squat()))
        assert (None if gap is None else gap.since) == since

    def test_another_exercise_to_be_done_ends_no_gap(self) -> None:
        known = {tuesday() - timedelta(days=7): {"lunge"}}
        morning = a_morning(*did(squats(10, 10), last=14), ahead=known)
        assert own_gap(morning, a_squat(), morning.done(a_squat())) is not None

    def test_light_work_ends_a_gap_and_is_no_step(self) -> None:
        light = did(squats(10, asked=10, reserve=5), last=7)
        morning = a_morning(*did(squats(10, 10), last=21), *light)
        gap = own_gap(morning, a_squat(), morning.done(a_squat()))
        assert gap is not None
        assert (gap.since, (tuesday() - gap.last).days) == (0, 21)

    @pytest.mark.parametrize(
        ("line", "since", "dose"),
        [
            pytest.param({"sets": 3, "at": 16}, 0, (2, 11), id="first the last dose"),
            pytest.param({"sets": 3, "at": 16}, 1, (3, 11), id="then a set more"),
            pytest.param({"sets": 3, "at": 16}, 2, (3, 12), id="then a step more"),
            pytest.param({"sets": 3, "at": 12}, 9, (3, 12), id="up to what is planned"),
            pytest.param({"sets": 2, "at": 16}, 1, (2, 12), id="a step where no set is more"),
            pytest.param({"sets": 1, "at": 8}, 0, (1, 8), id="no more than planned"),
        ],
    )
    def test_it_goes_on_from_the_last_dose(
        self, line: dict[str, int], since: int, dose: tuple[int, int]
    ) -> None:
        on = self._on(a_squat(step=1, **line), squats(11, 11, asked=11), since=since)
        assert (on.sets, on.at) == dose

    def test_it_begins_with_no_less_than_its_form_does(self) -> None:
        assert self._on(a_squat(at=12), squats(8, 8, asked=8)).at == 10

    @pytest.mark.parametrize(("since", "kg"), [(0, 20.0), (1, 22.0)])
    def test_its_weight_comes_again_once(self, since: int, kg: float) -> None:
        assert self._on(replace(PACKED, kg=22.0), TWENTY, since=since).kg == kg

    @pytest.mark.parametrize(
        ("line", "why"),
        [
            pytest.param(a_squat(at=12), AdaptedKey.ON_AFTER_GAP, id="what is less"),
            pytest.param(a_squat(at=11), None, id="not what is as planned"),
            pytest.param(a_squat(at=12, light=True), None, id="not light work"),
            pytest.param(ruled(a_squat(at=12)), None, id="not what a niggle allows"),
            pytest.param(a_squat("Hard squat", at=12), None, id="not a form that is new"),
        ],
    )
    def test_it_says_why(self, line: Line, why: AdaptedKey | None) -> None:
        assert key_of(self._on(line, squats(11, 11, asked=11))) is why

    @pytest.mark.parametrize(
        ("since", "sets"),
        [
            pytest.param([1], 2, id="the first time a set more"),
            pytest.param([1, 2], 3, id="then another"),
            pytest.param([1, 2, 2], 3, id="up to what is planned"),
        ],
    )
    def test_from_fewer_sets_after_days_without_training_it_is_a_set_more_each_time(
        self, since: list[int], sets: int
    ) -> None:
        before = did(squats(10, 10, 10), last=30)
        after = did(*[squats(*[10] * done) for done in since], last=4, every=4)
        morning = a_morning(*before, *after)
        line = a_squat(at=10, sets=3)
        gap = own_gap(morning, line, morning.done(line))
        assert gap is not None
        assert on_after_gap(morning, line, morning.done(line), gap).sets == sets

    def _on(self, line: Line, work: Work, *, since: int = 0) -> Line:
        morning = a_morning(*did(work, last=14))
        gap = OwnGap(tuesday() - timedelta(days=14), since)
        return on_after_gap(morning, line, morning.done(line), gap)


class TestEasedIn:
    """R73: after 15 to 28 days."""

    @pytest.mark.parametrize(("planned", "sets"), [(1, 1), (2, 1), (3, 2), (4, 2)])
    def test_half_the_sets(self, planned: int, sets: int) -> None:
        eased = back(15, squats(12, 12), line=a_squat(sets=planned))
        assert (eased.sets, key_of(eased)) == (sets, AdaptedKey.EASED_IN)

    @pytest.mark.parametrize(
        ("line", "works", "at"),
        [
            pytest.param(a_squat(at=12), [squats(11, asked=11)], 11, id="no more than the last"),
            pytest.param(a_squat(at=12), [squats(13, asked=13)], 12, id="nor than planned"),
            pytest.param(a_squat(at=12), [squats(8, asked=8)], 10, id="no fewer than it begins"),
            pytest.param(a_squat(at=9), [squats(8, asked=8)], 9, id="if so many are planned"),
            pytest.param(
                a_squat(at=12), [squats(10), squats(11, asked=11)], 11, id="the last alone"
            ),
            pytest.param(
                a_squat(at=12), [squats(11, asked=11), squats(13, asked=13)], 12, id="if it is more"
            ),
            pytest.param(a_squat(at=12), [], 12, id="what is new, as planned"),
            pytest.param(ruled(a_squat(at=12)), [squats(11, asked=11)], 12, id="a niggle's own"),
            pytest.param(a_squat(at=12, light=True), [squats(11, asked=11)], 12, id="light work"),
        ],
    )
    def test_the_repetitions(self, line: Line, works: list[Work], at: int) -> None:
        assert back(15, *works, line=line).at == at

    @pytest.mark.parametrize(
        ("days", "light", "kg"),
        [
            pytest.param(15, False, 18.0, id="15 days: 90 %"),
            pytest.param(21, False, 18.0, id="21 days: 90 %"),
            pytest.param(22, False, 16.0, id="22 days: 80 %"),
            pytest.param(28, False, 16.0, id="28 days: 80 %"),
            pytest.param(15, True, 15.0, id="light work: 75 %"),
            pytest.param(29, False, 13.0, id="29 days: 65 %"),
            pytest.param(29, True, 13.0, id="light work as well"),
        ],
    )
    def test_the_weight(self, days: int, kg: float, *, light: bool) -> None:
        assert back(days, TWENTY, line=replace(PACKED, light=light)).kg == kg

    def test_what_has_no_weights_of_its_own_has_none(self) -> None:
        eased = back(15, TWENTY, line=a_squat())
        assert eased.adapted is not None
        assert (eased.kg, eased.adapted.facts) == (None, {"days": 15})

    def test_what_was_lifted_in_easier_weeks_alone_is_lifted_again(self) -> None:
        assert back(15, TWENTY, line=PACKED, eased=True).kg == 20.0

    @pytest.mark.parametrize(("days", "percent"), [(15, 90), (22, 80), (29, 65)])
    def test_it_says_how_much_of_a_weight(self, days: int, percent: int) -> None:
        eased = back(days, TWENTY, line=PACKED)
        assert eased.adapted is not None
        assert eased.adapted.facts == {"days": days, "percent": percent}

    @pytest.mark.parametrize(("days", "rir"), [(14, 2), (15, 4), (28, 4)])
    def test_it_leaves_as_much_as_light_work_does(self, days: int, rir: int) -> None:
        assert back(days, squats(12, 12), line=a_squat(rir=2)).rir == rir


class TestFromTheBeginning:
    """R74: after more days."""

    @pytest.mark.parametrize(("planned", "sets"), [(1, 1), (2, 2), (4, 2)])
    def test_two_sets_at_most(self, planned: int, sets: int) -> None:
        begun = back(29, TWENTY, line=a_squat(sets=planned))
        assert (begun.sets, key_of(begun)) == (sets, AdaptedKey.FROM_THE_BEGINNING)

    @pytest.mark.parametrize(("planned", "rir"), [(2, 4), (5, 5), (None, None)])
    def test_four_are_left(self, planned: int | None, rir: int | None) -> None:
        assert back(29, TWENTY, line=a_squat(rir=planned)).rir == rir

    @pytest.mark.parametrize(
        ("line", "at"),
        [
            pytest.param(a_squat(at=12), 8, id="eight of twelve"),
            pytest.param(a_squat(at=20), 13, id="65 % where that is more"),
            pytest.param(a_squat(at=6), 6, id="no more than planned"),
            pytest.param(a_squat(at=10, work=Range(6, 12)), 6, id="the least"),
            pytest.param(a_hold(at=30), 15, id="15 of 30 seconds"),
            pytest.param(a_hold(at=12), 5, id="5 of 12"),
            pytest.param(a_hold(at=5), 5, id="five seconds at least"),
            pytest.param(a_hold(at=3), 3, id="unless fewer are planned"),
            pytest.param(a_squat(at=5, kit=(Kit.DUMBBELL,)), 8, id="heavy: eight at least"),
            pytest.param(a_squat(at=12, kit=(Kit.DUMBBELL,)), 12, id="heavy: as planned"),
            pytest.param(
                a_line(at=12, kit=(Kit.DUMBBELL,), role=Role.ACCESSORY),
                8,
                id="heavy, and no main work",
            ),
            pytest.param(a_squat(at=12, contacts=20), 12, id="landings as planned"),
            pytest.param(ruled(a_squat(at=12)), 12, id="what a niggle allows"),
        ],
    )
    def test_the_repetitions(self, line: Line, at: int) -> None:
        assert back(29, line=line).at == at


def well(draft: Draft, most: Load, *works: Work) -> list[Line]:
    """The lines of the session of who was ill, which may have that load."""
    after_illness(a_morning(*did(*works), kg=OWNED, most=most, step=1), draft, most)
    return draft.in_order()


HOP = a_line("Hop", contacts=20, load=Load.HIGH)
LOW = a_line("Plank", load=Load.LOW)
HIGH = a_squat(load=Load.HIGH, sets=3, kit=(Kit.BACKPACK,))


def a_new_squat(**changes: int) -> Line:
    """A squat that can be light."""
    return replace(a_squat(**({"sets": 2, "at": 16} | changes)), can_be_light=True)


def monday(weeks: int) -> date:
    """The Monday so many weeks before that of the morning."""
    return LAST.starts - timedelta(weeks=weeks)


def began(weeks: int) -> Restart:
    """A beginning again so many weeks before the week of the morning, each with sessions."""
    mondays = tuple([monday(ago) for ago in range(weeks, 0, -1)])
    return Restart(monday(weeks), 40, mondays, hopped=False)


class TestNewSoonAfterABeginning:
    """R74: a lift that first came in one of the first weeks after a beginning again."""

    @pytest.mark.parametrize(
        ("line", "weeks", "dose"),
        [
            pytest.param({"sets": 3}, [(10, 10)], (3, 10), id="a set more"),
            pytest.param({"sets": 2}, [(10, 10)], (2, 12), id="else two repetitions"),
            pytest.param({"sets": 4}, [(10,), (10, 10)], (3, 10), id="than it had last"),
            pytest.param({"sets": 2, "at": 11}, [(10, 10)], (2, 11), id="up to what is planned"),
            pytest.param({"sets": 2}, [(16, 16)], (2, 16), id="all of it where that was done"),
        ],
    )
    def test_it_goes_on_from_the_week_before(
        self, line: dict[str, int], weeks: list[tuple[int, ...]], dose: tuple[int, int]
    ) -> None:
        on = self._on(a_new_squat(**line), *weeks)
        assert (on.sets, on.at) == dose

    def test_it_goes_on_from_a_week_that_is_to_come(self) -> None:
        ahead = {monday(1): {"Squat": a_squat(sets=2, at=10)}}
        on = self._on(a_new_squat(sets=2), lines_ahead=ahead)
        assert (on.sets, on.at) == (2, 12)

    def test_what_was_done_of_a_week_has_the_say(self) -> None:
        ahead = {monday(1): {"Squat": a_squat(sets=2, at=10)}}
        on = self._on(a_new_squat(sets=2), (8, 8), lines_ahead=ahead)
        assert (on.sets, on.at) == (2, 10)

    def test_of_two_sessions_of_a_week_the_fuller_has_the_say(self) -> None:
        works = squats(10, 10, asked=10), squats(8, asked=8)
        morning = a_morning(*did(*works, last=7, every=1), restart=began(2))
        on = on_from_new(morning, a_new_squat(), morning.done(a_new_squat()))
        assert (on.sets, on.at) == (2, 12)

    def test_an_easier_week_has_none(self) -> None:
        usual, easier = did(squats(10, 10, asked=10), squats(8, asked=8), last=7, every=7)
        easier = replace(
            easier, plan=PlanPlace(began=TAPER.season.starts, week=TAPER.number, slot=1)
        )
        morning = a_morning(usual, easier, restart=began(2))
        on = on_from_new(morning, a_new_squat(), morning.done(a_new_squat()))
        assert (on.sets, on.at) == (2, 12)

    def test_it_grows_no_more_in_a_taper(self) -> None:
        on = self._on(a_new_squat(sets=3), (10, 10), when=TAPER)
        assert (on.sets, on.at) == (2, 10)

    @pytest.mark.parametrize(
        ("line", "why"),
        [
            pytest.param({}, AdaptedKey.ON_AFTER_GAP, id="where it is less"),
            pytest.param({"at": 10}, None, id="not where it is as planned"),
        ],
    )
    def test_it_says_why(self, line: dict[str, int], why: AdaptedKey | None) -> None:
        assert key_of(self._on(a_new_squat(**line), (10, 10))) is why

    def test_what_is_less_for_another_reason_says_that(self) -> None:
        less = replace(a_new_squat(), adapted=because(AdaptedKey.AGAIN, days=9))
        assert key_of(self._on(less, (10, 10))) is AdaptedKey.AGAIN

    @pytest.mark.parametrize(
        ("line", "known"),
        [
            pytest.param(a_new_squat(), {"restart": None}, id="nobody began again"),
            pytest.param(a_new_squat(), {"restart": began(0)}, id="it was known before that"),
            pytest.param(a_new_squat(), {"restart": began(6)}, id="it came after the first weeks"),
            pytest.param(
                replace(a_squat("Hard squat", at=16), can_be_light=True), {}, id="it comes now"
            ),
            pytest.param(
                replace(a_new_squat(), can_be_light=False), {}, id="it is none that can be light"
            ),
            pytest.param(ruled(a_new_squat()), {}, id="a niggle has its say"),
        ],
    )
    def test_else_it_is_as_planned(self, line: Line, known: dict[str, Any]) -> None:
        assert self._on(line, (10, 10), **known) is line

    def _on(self, line: Line, *weeks: tuple[int, ...], **known: Any) -> Line:
        """The line after weeks with so many repetitions of each set."""
        when = known.get("when", LAST)
        works = [squats(*reps, asked=10) for reps in weeks]
        fields = {"restart": began(2)} | known
        morning = a_morning(*did(*works, when=when, last=7, every=7), **fields)
        return on_from_new(morning, line, morning.done(line))


class TestAfterAnIllness:
    """R75."""

    @pytest.mark.parametrize("load", [Load.LOW, Load.HIGH])
    def test_nothing_lands(self, load: Load) -> None:
        hop = a_line("Hop", contacts=20, load=load)
        lines = well(a_draft(hop, HIGH, LOW), Load.MEDIUM)
        assert [line.pick.form.name for line in lines] == ["Squat", "Plank"]
        assert lines[0].light

    @pytest.mark.parametrize(
        ("load", "most", "sets"),
        [
            pytest.param(Load.MEDIUM, Load.LOW, 1, id="one set"),
            pytest.param(Load.HIGH, Load.MEDIUM, 2, id="two sets"),
        ],
    )
    def test_a_lift_of_more_load_is_light(self, load: Load, most: Load, sets: int) -> None:
        planned = a_squat(load=load, sets=3, kit=(Kit.BACKPACK,))
        (line,) = well(a_draft(planned), most, TWENTY)
        assert (line.light, line.sets, line.kg) == (True, sets, 15.0)
        assert line.adapted is not None
        assert (line.adapted.key, line.adapted.facts) == (
            AdaptedKey.AFTER_ILLNESS,
            {"session": 1, "load": most.value},
        )

    @pytest.mark.parametrize(
        ("load", "sets", "left", "key"),
        [
            pytest.param(Load.HIGH, 3, 2, AdaptedKey.AFTER_ILLNESS, id="two sets at most"),
            pytest.param(Load.HIGH, 1, 1, AdaptedKey.AFTER_ILLNESS, id="no more than it has"),
            pytest.param(Load.MEDIUM, 2, 2, None, id="no less than it may have"),
        ],
    )
    def test_what_is_light_already_has(
        self, load: Load, sets: int, left: int, key: AdaptedKey | None
    ) -> None:
        (line,) = well(a_draft(a_squat(load=load, sets=sets, light=True)), Load.MEDIUM)
        assert (line.sets, key_of(line)) == (left, key)

    @pytest.mark.parametrize("load", [Load.LOW, Load.MEDIUM])
    def test_what_it_may_have_stays(self, load: Load) -> None:
        line = a_squat(load=load, sets=2)
        assert well(a_draft(line), Load.MEDIUM) == [line]

    @pytest.mark.parametrize(
        ("most", "sets"),
        [
            pytest.param(Load.LOW, 1, id="one in the first session"),
            pytest.param(Load.MEDIUM, 2, id="two in the second"),
        ],
    )
    def test_it_has_no_more_sets_than_a_light_lift(self, most: Load, sets: int) -> None:
        (line,) = well(a_draft(replace(LOW, sets=3)), most)
        assert (line.sets, line.at, key_of(line)) == (sets, LOW.at, AdaptedKey.AFTER_ILLNESS)

    def test_what_a_sore_spot_needs_keeps_its_sets(self) -> None:
        sore = replace(LOW.pick, first_line=(Niggle.LOW_BACK,))
        line = replace(LOW, sets=3, pick=sore)
        assert well(a_draft(line), Load.LOW) == [line]

    def test_of_too_many_lifts_the_one_that_is_no_main_work_goes(self) -> None:
        mains = [a_line(name, load=Load.MEDIUM) for name in ("Squat", "Lunge", "Hinge")]
        other = a_line("Bridge", load=Load.MEDIUM, role=Role.ACCESSORY)
        lines = well(a_draft(mains[0], other, *mains[1:]), Load.LOW)
        assert {line.pick.form.name for line in lines} == {"Squat", "Lunge", "Hinge"}

    def test_where_all_that_is_less_is_gone_what_is_left_says_it(self) -> None:
        one = a_squat(load=Load.LOW, sets=1)
        heavier = replace(one, adapted=because(AdaptedKey.HEAVIER, sign="over"))
        lines = well(a_draft(HOP, heavier, replace(LOW, sets=1)), Load.LOW)
        keys = {line.pick.form.name: key_of(line) for line in lines}
        assert keys == {"Squat": AdaptedKey.HEAVIER, "Plank": AdaptedKey.AFTER_ILLNESS}

    def test_where_a_lift_says_it_nothing_else_does(self) -> None:
        keys = [key_of(line) for line in well(a_draft(HOP, HIGH, LOW), Load.MEDIUM)]
        assert keys == [AdaptedKey.AFTER_ILLNESS, None]

    @pytest.mark.parametrize("light", [True, False])
    def test_each_lift_that_is_less_says_it(self, *, light: bool) -> None:
        lines = [a_line(name, load=Load.HIGH, light=light) for name in ("Squat", "Lunge")]
        keys = [key_of(line) for line in well(a_draft(*lines), Load.MEDIUM)]
        assert keys == [AdaptedKey.AFTER_ILLNESS] * 2

    def test_a_session_of_landings_alone_is_none(self) -> None:
        assert well(a_draft(HOP), Load.LOW) == []
