"""How a plan is asked: week by week, as a whole, with any catalogue; and in which words it is told."""

from __future__ import annotations

import re

import pytest
from altered_plan import (
    BUILD,
    PLAN,
    SORE_WEEK,
    at_the_top,
    each_set_to,
    everywhere,
    in_exercise,
    in_week,
    only,
    who,
    without_notes,
    without_work,
)
from coached_plan import CATALOGUE, RUNNER, block
from msgspec.structs import replace

from befit_cli.rules import OF_BLOCKS, OF_PLANS, OF_WEEKS, RULES
from befit_cli.rules.check import check_plan, check_week
from befit_cli.values import (
    Act,
    Athlete,
    Catalogue,
    Day,
    Exercise,
    Form,
    Kit,
    Level,
    Niggle,
    NiggleRule,
    NoteKey,
    Plan,
    Range,
    Role,
    Week,
)

FIRST_LINE = ("calf-raises", "heel-raises")
"""What the catalogue puts first for a sore heel."""


def told(plan: Plan, rule: str, catalogue: Catalogue = CATALOGUE) -> list[tuple[str, str]]:
    """What that rule finds, and what it would have."""
    return [
        (str(finding.found), str(finding.allowed))
        for finding in check_plan(plan, catalogue)
        if finding.rule == rule
    ]


def with_forms(catalogue: Catalogue = CATALOGUE, *ids: str, **changes: object) -> Catalogue:
    """The catalogue with every form of some exercises changed."""

    def changed(exercise: Exercise) -> Exercise:
        if exercise.id not in ids:
            return exercise
        ladder = tuple(replace(form, **changes) for form in exercise.ladder)
        return replace(exercise, ladder=ladder)

    return Catalogue(exercises=tuple(map(changed, catalogue.exercises)))


def test_a_week_of_a_block_is_judged_as_a_week_only() -> None:
    for number in range(1, 13):
        assert check_plan(only(PLAN, number), CATALOGUE) == ()


def test_a_plan_without_a_week_can_be_asked() -> None:
    assert check_plan(replace(PLAN, weeks=()), CATALOGUE) == ()


def test_a_block_s_findings_name_the_week() -> None:
    plan = in_exercise(PLAN, 6, 1, "squats", rir=0)
    assert [str(finding.where) for finding in check_plan(plan, CATALOGUE)] == [
        "week 6 Tuesday, Squats"
    ]


def test_a_week_s_findings_come_in_the_order_of_the_rules() -> None:
    bare = replace(BUILD.weeks[0], sessions=(), notes=())
    order = [rule.id for rule in RULES]
    found = [order.index(finding.rule) for finding in check_week(RUNNER, bare, CATALOGUE)]
    assert found == sorted(found)
    assert len(set(found)) > 2


def test_every_rule_but_the_safety_text_has_something_that_finds_it_broken() -> None:
    asked = {rule.id for rule, _ in (*OF_WEEKS, *OF_BLOCKS, *OF_PLANS)}
    assert {rule.id for rule in RULES} - asked == {"R61", "R62", "R63", "R64"}


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_every_rule_says_in_a_short_plain_sentence_what_a_breach_means(rule) -> None:
    advice = str(rule.advice)
    assert advice.endswith(".")
    assert len(advice) <= 130
    assert not re.search(r"\bR\d\d", advice)


def test_landings_count_both_sides() -> None:
    plan = in_exercise(only(PLAN, 10), 10, 1, "jump-squats", sets=1, reps=30)
    assert told(plan, "R20") == []
    both = in_exercise(plan, 10, 1, "jump-squats", per_side=True)
    assert told(both, "R20") == [("90 landings", "at most 80")]


@pytest.mark.parametrize(
    ("days_before", "must"),
    [
        pytest.param(8, True, id="as long as a half marathoner may load high"),
        pytest.param(7, False, id="when they may no more"),
    ],
)
def test_near_the_race_coverage_is_a_should(days_before: int, must: bool) -> None:
    plan = everywhere(who(BUILD, days=(Day.TUE, Day.FRI)), "push-ups", serves=())
    race = plan.weeks[0].sessions[-1].date.toordinal() + days_before
    plan = who(plan, race_date=plan.weeks[0].starts.fromordinal(race))
    assert [finding.must for finding in check_plan(plan, CATALOGUE) if finding.rule == "R03"] == [
        must
    ]


def test_coverage_that_the_catalogue_has_not_is_no_must() -> None:
    plan = everywhere(BUILD, "push-ups", serves=())
    no_push = Catalogue(
        exercises=tuple(each for each in CATALOGUE.exercises if each.id != "push-ups")
    )
    for catalogue, must in ((CATALOGUE, True), (no_push, False)):
        [finding] = check_plan(plan, catalogue)
        assert (finding.rule, finding.must) == ("R03", must)


def test_nobody_is_asked_for_a_raise_on_one_leg_that_the_catalogue_has_not() -> None:
    plan = everywhere(BUILD, "calf-raises", per_side=False)
    bent = Catalogue(
        exercises=tuple(each for each in CATALOGUE.exercises if each.id != "calf-raises")
    )
    on_one_leg = ("no straight-kneed calf work on one leg", "one a week")
    assert on_one_leg in told(plan, "R08")
    assert on_one_leg not in told(plan, "R08", bent)


def test_what_a_week_has_none_of_is_told_as_none() -> None:
    plan = in_week(BUILD, 6, lambda week: replace(week, sessions=()))
    assert ("calf work in 0 sessions", "in 2 or more") in told(plan, "R08")
    assert ("0 sets", "4-16") in told(plan, "R04")


def test_one_exercise_and_one_set_are_told_as_one() -> None:
    def with_one_set(week: Week) -> Week:
        session = week.sessions[0]
        one = replace(session.exercises[0], sets=1)
        return replace(week, sessions=(replace(session, exercises=(one,)),))

    found = told(in_week(BUILD, 6, with_one_set), "R05")
    assert found == [("1 exercise", "3-7"), ("1 set", "8-18")]


def test_a_niggle_that_the_catalogue_bars_no_jumps_with_allows_them() -> None:
    hopping = in_exercise(SORE_WEEK, 6, 1, "planks", contacts=1)
    harmless = with_forms(CATALOGUE, "jump-squats", niggles={})
    assert told(hopping, "R22") != []
    assert told(hopping, "R22", harmless) == []


NOTHING = Catalogue(exercises=())


def renamed(exercise: Exercise) -> Exercise:
    """The exercise with none of the forms that it had."""
    forms = tuple([replace(form, name=f"Another {form.name}") for form in exercise.ladder])
    return replace(exercise, ladder=forms)


OTHER_FORMS = Catalogue(exercises=tuple(map(renamed, CATALOGUE.exercises)))
AT_THE_TOP = at_the_top("Split squat")
SORE_BACK = who(everywhere(PLAN, "squats", kit=()), niggles=(Niggle.LOW_BACK,))


@pytest.mark.parametrize("catalogue", [NOTHING, OTHER_FORMS], ids=["exercises", "forms"])
@pytest.mark.parametrize(
    ("rule", "plan"),
    [
        pytest.param("R25", without_notes(PLAN, NoteKey.PREREQUISITE), id="a jump"),
        pytest.param("R31", AT_THE_TOP, id="at its top"),
        pytest.param("R32", SORE_BACK, id="main work of a sore back"),
        pytest.param(
            "R32",
            in_exercise(PLAN, 6, 2, "split-squats", form="Deep split squat"),
            id="another form for a week",
        ),
    ],
)
def test_a_plan_is_asked_for_nothing_that_only_a_catalogue_which_knows_it_can_tell(
    rule: str, plan: Plan, catalogue: Catalogue
) -> None:
    assert told(plan, rule, catalogue) == []


def without_first_line(plan: Plan) -> Plan:
    """The same work under other names, so that none of it is first-line work."""
    for id_ in FIRST_LINE:
        plan = everywhere(plan, id_, id=f"my-{id_}")
    return plan


NO_HELP = "none of the first exercises for the niggle achilles"


def not_helped(plan: Plan, catalogue: Catalogue = CATALOGUE) -> list[str]:
    """What R59 would have the plan take among the first-line exercises."""
    return [allowed for found, allowed in told(plan, "R59", catalogue) if found == NO_HELP]


def test_a_week_has_a_first_line_exercise() -> None:
    assert not_helped(SORE_WEEK) == []
    assert not_helped(without_first_line(SORE_WEEK)) == ["calf-raises or heel-raises"]


MACHINES: dict[str, object] = {"kit": ((Kit.MACHINE,),)}


def test_a_first_line_exercise_is_asked_for_with_the_kit_of_any_session_s_day() -> None:
    plan = who(without_first_line(SORE_WEEK), kit_by_day={Day.FRI: (Kit.MACHINE,)})
    assert not_helped(plan, with_forms(CATALOGUE, *FIRST_LINE, **MACHINES))


def test_a_week_without_a_session_is_asked_for_what_the_athlete_s_kit_can_do() -> None:
    plan = in_week(BUILD, 6, lambda week: replace(week, sessions=()))
    assert {one.must for one in check_plan(plan, CATALOGUE) if one.rule == "R03"} == {True}
    without_kit = check_plan(who(plan, kit=()), CATALOGUE)
    assert {one.must for one in without_kit if one.rule == "R03"} == {False}


AVOID_SHIN = {Niggle.SHIN: NiggleRule(act=Act.AVOID)}


@pytest.mark.parametrize(
    ("athlete", "changes"),
    [
        pytest.param({"without": FIRST_LINE}, {}, id="left out"),
        pytest.param({"swap": tuple((id_, "squats") for id_ in FIRST_LINE)}, {}, id="swapped"),
        pytest.param(
            {"niggles": (Niggle.ACHILLES, Niggle.SHIN)},
            {"niggles": AVOID_SHIN | {Niggle.ACHILLES: NiggleRule(act=Act.FIRST_LINE)}},
            id="to avoid with another niggle",
        ),
        pytest.param({}, {"level": Level.ADVANCED}, id="no form for the level"),
        pytest.param({}, MACHINES, id="no form for the kit"),
        pytest.param(
            {"kit_by_day": {Day.WED: (Kit.MACHINE,)}},
            MACHINES,
            id="the kit is there on a day without a session",
        ),
    ],
)
def test_a_first_line_exercise_that_the_athlete_cannot_do_is_not_asked_for(
    athlete: dict[str, object], changes: dict[str, object]
) -> None:
    plan = who(without_first_line(SORE_WEEK), **athlete)
    assert not_helped(plan, with_forms(CATALOGUE, *FIRST_LINE, **changes)) == []


@pytest.mark.parametrize(
    ("eased", "asked"),
    [({"deload": True}, 1), ({"taper": True}, 0), ({"sessions": ()}, 0)],
    ids=["a deload", "a taper", "no sessions"],
)
def test_a_first_line_exercise_is_asked_for_where_there_is_room(
    eased: dict[str, object], asked: int
) -> None:
    plan = without_first_line(SORE_WEEK)
    plan = in_week(plan, 6, lambda each: replace(each, **eased))
    assert len(not_helped(plan)) == asked


TWO_TENDONS = with_forms(
    with_forms(CATALOGUE, "calf-raises", niggles={Niggle.ACHILLES: NiggleRule(act=Act.FIRST_LINE)}),
    "heel-raises",
    niggles={Niggle.PLANTAR: NiggleRule(act=Act.FIRST_LINE)},
)
"""Calf raises help a sore tendon, and heel raises a sore heel."""


@pytest.mark.parametrize(
    ("sessions", "gone", "asked"),
    [
        pytest.param(2, (), [], id="room for both"),
        pytest.param(2, ("heel-raises",), ["heel-raises"], id="room for both, one is missing"),
        pytest.param(1, ("heel-raises",), [], id="room for one"),
        pytest.param(
            1, FIRST_LINE, ["calf-raises", "heel-raises"], id="room for one, none is there"
        ),
    ],
)
def test_a_session_has_what_helps_one_of_two_sore_tendons(
    sessions: int, gone: tuple[str, ...], asked: list[str]
) -> None:
    plan = who(SORE_WEEK, niggles=(Niggle.ACHILLES, Niggle.PLANTAR))
    for slot in (1, 2):
        for id_ in gone:
            plan = without_work(plan, 6, slot, id_)
    plan = in_week(plan, 6, lambda each: replace(each, sessions=each.sessions[:sessions]))
    none = [allowed for found, allowed in told(plan, "R59", TWO_TENDONS) if "none of" in found]
    assert none == asked


@pytest.mark.parametrize(
    ("helps", "changes", "asked"),
    [
        pytest.param("calf-raises", {}, ["3 or more", "3 or more"], id="calf work that is done"),
        pytest.param("planks", {}, [], id="no calf work"),
        pytest.param("calf-raises", {"kit": ((Kit.MACHINE,),)}, [], id="none for the kit"),
    ],
)
def test_sets_for_a_sore_tendon_are_asked_for_where_calf_work_helps_that_can_be_done(
    helps: str, changes: dict[str, object], asked: list[str]
) -> None:
    nothing = with_forms(CATALOGUE, *FIRST_LINE, niggles={})
    first = {Niggle.ACHILLES: NiggleRule(act=Act.FIRST_LINE)}
    catalogue = with_forms(nothing, helps, niggles=first, **changes)
    plan = everywhere(SORE_WEEK, "calf-raises", sets=1)
    sets = [allowed for found, allowed in told(plan, "R59", catalogue) if "sets of" in found]
    assert sets == asked


def bridge(**changes: object) -> tuple[Athlete, Catalogue]:
    """A runner with a sore back, and a catalogue in which it changes the bridge walk-out."""
    rule = NiggleRule(**({"act": Act.MODIFY} | changes))
    catalogue = with_forms(CATALOGUE, "glute-bridges", niggles={Niggle.LOW_BACK: rule})
    return replace(RUNNER, niggles=(Niggle.LOW_BACK,)), catalogue


@pytest.mark.parametrize(
    ("rule", "note", "asked"),
    [
        pytest.param({"act": Act.AVOID}, None, ["another exercise"], id="to avoid, without a swap"),
        pytest.param({"act": Act.AVOID, "swap": ("a", "b")}, None, ["a or b"], id="with a swap"),
        pytest.param({}, None, [], id="to modify, without a note"),
        pytest.param({"note": "Mind it."}, None, ["Mind it."], id="to modify"),
        pytest.param({"note": "Mind  it."}, "Well:\nmind  it. Mind\nit.", [], id="in other spaces"),
        pytest.param({"seconds_per_rep": 6.0}, None, ["6.0 s with the niggle"], id="slower"),
        pytest.param({"reps": Range(5, 6)}, None, ["5-6 with the niggle"], id="fewer repetitions"),
        pytest.param({"reps": Range(5, 12)}, None, [], id="as many as there are"),
    ],
)
def test_a_niggle_s_rule_asks_for_no_more_than_it_says(
    rule: dict[str, object], note: str | None, asked: list[str]
) -> None:
    athlete, catalogue = bridge(**rule)
    plan = in_exercise(only(block(athlete), 6), 6, 1, "glute-bridges", niggle_note=note or "-")
    changed = [
        str(finding.allowed)
        for finding in check_plan(plan, catalogue)
        if finding.rule == "R59" and "Glute bridges" in str(finding.where)
    ]
    assert changed == asked


@pytest.mark.parametrize(
    ("rule", "work", "words"),
    [
        pytest.param(
            {"reps": Range(5, 6)},
            {"reps": None, "hold_s": 20},
            ("0 repetitions", "5-6 with the niggle"),
            id="a hold for repetitions",
        ),
        pytest.param(
            {"hold": Range(10, 15)}, {}, ("0 seconds", "10-15 with the niggle"), id="the reverse"
        ),
    ],
)
def test_other_work_than_a_niggle_s_rule_has_is_none_of_it(
    rule: dict[str, object], work: dict[str, object], words: tuple[str, str]
) -> None:
    athlete, catalogue = bridge(**rule)
    plan = in_exercise(only(block(athlete), 6), 6, 1, "glute-bridges", niggle_note="-", **work)
    assert words in told(plan, "R59", catalogue)


def test_another_niggle_is_not_helped_by_what_helps_one_of_two_sore_tendons() -> None:
    backs = {Niggle.LOW_BACK: NiggleRule(act=Act.FIRST_LINE)}
    catalogue = with_forms(TWO_TENDONS, "squats", niggles=backs)
    plan = who(SORE_WEEK, niggles=(Niggle.ACHILLES, Niggle.PLANTAR, Niggle.LOW_BACK))
    plan = without_work(plan, 6, 1, "squats")
    plan = in_week(plan, 6, lambda each: replace(each, sessions=each.sessions[:1]))
    none = [allowed for found, allowed in told(plan, "R59", catalogue) if "none of" in found]
    assert none == ["squats"]


STILL = each_set_to(everywhere(PLAN, "squats", kit=()), (5, 6, 7), "squats", (9, 9, 9))


def held() -> Plan:
    """Main work that is held, and as long in weeks 5 to 7."""
    plan = PLAN
    for number in (5, 6, 7):
        plan = in_exercise(plan, number, 1, "planks", role=Role.MAIN, hold_s=20)
    return plan


@pytest.mark.parametrize(
    ("plan", "id_", "rule", "places"),
    [
        pytest.param(STILL, "squats", {"reps": Range(5, 9)}, 0, id="at the most repetitions"),
        pytest.param(STILL, "squats", {"reps": Range(5, 10)}, 1, id="one below them"),
        pytest.param(held(), "planks", {"hold": Range(10, 20)}, 0, id="at the longest hold"),
        pytest.param(held(), "planks", {"hold": Range(10, 25)}, 1, id="a step below it"),
        pytest.param(STILL, "squats", {"sets": Range(1, 2)}, 1, id="a niggle changes its sets"),
    ],
)
def test_main_work_stands_still_at_the_top_of_what_a_niggle_leaves_it(
    plan: Plan, id_: str, rule: dict[str, object], places: int
) -> None:
    changed = {Niggle.LOW_BACK: NiggleRule(act=Act.MODIFY, **rule)}
    sore = who(plan, niggles=(Niggle.LOW_BACK,))
    still = told(sore, "R32", with_forms(CATALOGUE, id_, niggles=changed))
    assert len([found for found, _ in still if "the same as" in found]) == places


def test_of_two_niggles_that_change_one_dose_either_is_kept() -> None:
    athlete = replace(RUNNER, niggles=(Niggle.LOW_BACK, Niggle.HAMSTRING))
    rules = {
        Niggle.LOW_BACK: NiggleRule(act=Act.MODIFY, seconds_per_rep=6.0),
        Niggle.HAMSTRING: NiggleRule(act=Act.MODIFY, seconds_per_rep=8.0),
    }
    catalogue = with_forms(CATALOGUE, "glute-bridges", niggles=rules)
    week = only(block(athlete), 6)
    wanted = {seconds: [] for seconds in (6.0, 8.0)} | {3.0: ["6.0 s with the niggle"]}
    for seconds, allowed in wanted.items():
        plan = in_exercise(week, 6, 1, "glute-bridges", seconds_per_rep=seconds, rest_s=61)
        asked = [said for said in told(plan, "R59", catalogue) if "s with" in said[1]]
        assert asked == [(f"{seconds} s a repetition", words) for words in allowed]


def test_the_catalogue_s_exercise_is_asked_about_a_form_that_it_does_not_know() -> None:
    rule = NiggleRule(act=Act.AVOID, swap=("squats",))
    exercises = tuple(
        replace(each, niggles={Niggle.ACHILLES: rule}) if each.id == "push-ups" else each
        for each in CATALOGUE.exercises
    )
    plan = in_exercise(SORE_WEEK, 6, 2, "push-ups", form="My own push-up")
    assert told(plan, "R59", Catalogue(exercises=exercises)) == [
        ("My own push-up with the niggle achilles", "squats")
    ]


def test_a_rung_that_the_athlete_cannot_reach_is_not_waited_for() -> None:
    """Who has no jump squat in the catalogue begins with what there is."""

    def shorter(exercise: Exercise) -> Exercise:
        if exercise.id != "jump-squats":
            return exercise
        ladder: tuple[Form, ...] = (exercise.ladder[0], exercise.ladder[2])
        return replace(exercise, ladder=ladder)

    catalogue = Catalogue(exercises=tuple(map(shorter, CATALOGUE.exercises)))
    plan = PLAN
    for number in (9, 10):
        plan = in_exercise(plan, number, 1, "jump-squats", form="Low rebound jumps")
    assert told(plan, "R25", catalogue) == []
