"""The form that the log has come to: the next one, the one below, or the same (R76 and R77)."""

from __future__ import annotations

from typing import Any

import pytest
from mornings import LAST, RAMP, TAPER, a_morning, a_squat, did, held, squats

from befit_cli.evidence.progress import Sign
from befit_cli.planning.autoregulation import with_form
from befit_cli.values import AdaptedKey, Kit, Need, Range, SeasonWeek, Work

OVER, AS_ASKED, UNDER = squats(10, 12), squats(10, 10), squats(10, 8)
EASY = [squats(10, more, form="Easy squat") for more in (8, 10, 12)]
EASY_UNDER, EASY_AS_ASKED, EASY_OVER = EASY
HARD_UNDER, HARD_AS_ASKED, HARD_OVER = [squats(10, more, form="Hard squat") for more in (8, 10, 12)]


def form_after(
    *works: Work,
    kg: tuple[float, ...] = (),
    when: SeasonWeek = LAST,
    new_forms: bool = True,
    name: str = "Squat",
    **line: Any,
) -> tuple[str, AdaptedKey | None]:
    """The form that a line of squats comes to after these works, and what is said of it."""
    morning = a_morning(*did(*works, when=when), kg=kg, when=when)
    planned = a_squat(name, **line)
    one = with_form(morning, planned, morning.done(planned), new_forms=new_forms)
    return one.pick.form.name, one.adapted.key if one.adapted is not None else None


@pytest.mark.parametrize(
    ("works", "form", "key"),
    [
        pytest.param([OVER, OVER], "Hard squat", AdaptedKey.HARDER_FORM, id="mastered"),
        pytest.param([UNDER, UNDER], "Easy squat", AdaptedKey.EASIER_FORM, id="too much"),
        pytest.param([OVER, UNDER], "Squat", None, id="now this, now that"),
        pytest.param([AS_ASKED, AS_ASKED], "Squat", None, id="as asked"),
        pytest.param([OVER], "Squat", None, id="once says nothing"),
        pytest.param(
            [OVER, OVER, HARD_AS_ASKED], "Hard squat", AdaptedKey.FORM_STAYS, id="mastered before"
        ),
        pytest.param(
            [OVER, OVER, HARD_OVER, HARD_OVER],
            "Hardest squat",
            AdaptedKey.HARDER_FORM,
            id="the next mastered, too",
        ),
        pytest.param(
            [UNDER, UNDER, EASY_AS_ASKED], "Easy squat", AdaptedKey.FORM_STAYS, id="stays below"
        ),
        pytest.param(
            [OVER, OVER, HARD_UNDER, HARD_UNDER],
            "Hard squat",
            AdaptedKey.FORM_STAYS,
            id="between one that is mastered and one that is too much, the harder",
        ),
        pytest.param([EASY_UNDER] * 2, "Easy squat", AdaptedKey.FORM_STAYS, id="new, and too much"),
        pytest.param([EASY_OVER] * 2, "Squat", None, id="new, and the one below is mastered"),
        pytest.param([EASY_AS_ASKED] * 2, "Squat", None, id="new, and the one below as asked"),
        pytest.param(
            [AS_ASKED, EASY_UNDER, EASY_UNDER],
            "Squat",
            None,
            id="done before, whatever the one below was",
        ),
    ],
)
def test_the_form_goes_by_its_last_two_sessions(
    works: list[Work], form: str, key: AdaptedKey | None
) -> None:
    assert form_after(*works) == (form, key)


def test_forms_are_taken_one_after_the_other_and_none_twice() -> None:
    works = [EASY_OVER, EASY_OVER, OVER, OVER, HARD_UNDER, HARD_UNDER]
    assert form_after(*works, name="Easy squat") == (
        "Hard squat",
        AdaptedKey.FORM_STAYS,
    )


@pytest.mark.parametrize(
    ("works", "sign"),
    [
        pytest.param([OVER, OVER], Sign.OVER, id="over"),
        pytest.param([squats(10, 10, left=5)] * 2, Sign.MORE_LEFT, id="more left"),
        pytest.param([UNDER, UNDER], Sign.UNDER, id="under"),
        pytest.param([squats(10, 10, left=1)] * 2, Sign.LESS_LEFT, id="less left"),
    ],
)
def test_a_new_form_says_what_asks_for_it(works: list[Work], sign: Sign) -> None:
    morning = a_morning(*did(*works))
    line = a_squat()
    one = with_form(morning, line, morning.done(line), new_forms=True)
    assert one.adapted is not None
    assert one.adapted.facts == {"sign": sign.value}


@pytest.mark.parametrize(
    "asks",
    [
        pytest.param({}, id="in a week that builds"),
        pytest.param({"when": TAPER}, id="in an easier week"),
        pytest.param({"new_forms": False}, id="where none is to be new"),
    ],
)
def test_a_form_that_was_done_before_stays_though_one_on_the_way_was_not(
    asks: dict[str, Any],
) -> None:
    hardest = squats(10, 8, form="Hardest squat")
    works = [UNDER, UNDER, hardest, hardest, EASY_AS_ASKED]
    form = form_after(*works, name="Hardest squat", **asks)
    assert form == ("Easy squat", AdaptedKey.FORM_STAYS)


@pytest.mark.parametrize(
    ("known", "form"),
    [pytest.param([], "Squat", id="new"), pytest.param([HARD_AS_ASKED], "Hard squat", id="known")],
)
@pytest.mark.parametrize(
    "asks",
    [
        pytest.param({"when": TAPER}, id="in an easier week"),
        pytest.param({"new_forms": False}, id="where none is to be new"),
    ],
)
def test_there_it_comes_only_where_it_was_done_before(
    asks: dict[str, Any], known: list[Work], form: str
) -> None:
    name, _key = form_after(OVER, OVER, *known, **asks)
    assert name == form


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"light": True}, id="what is light"),
        pytest.param({"when": RAMP}, id="in the ramp"),
        pytest.param({"contacts": 20}, id="what lands"),
        pytest.param({"grows": False}, id="the last of its ladder"),
    ],
)
def test_its_form_stays(changes: dict[str, Any]) -> None:
    assert form_after(OVER, OVER, HARD_AS_ASKED, **changes) == ("Squat", None)


def test_a_new_form_comes_though_the_one_below_is_too_much_where_that_serves_less() -> None:
    works = [EASY_UNDER] * 2
    assert form_after(*works, serves=(Need.KNEE, Need.HIP)) == ("Squat", None)


TO_THE_TOP = squats(15, 17, asked=15, kg=(20.0,))


class TestWithWeight:
    """Its weight moves first, and its form where there is none that would do."""

    @pytest.mark.parametrize(
        ("works", "owned", "form"),
        [
            pytest.param([TO_THE_TOP] * 2, (20.0,), "Hard squat", id="nothing heavier is owned"),
            pytest.param([TO_THE_TOP] * 2, (20.0, 22.0), "Squat", id="the next is 10 % more"),
            pytest.param([TO_THE_TOP] * 2, (20.0, 23.0), "Squat", id="the next can be lifted"),
            pytest.param([TO_THE_TOP] * 2, (20.0, 30.0), "Hard squat", id="it cannot be lifted"),
            pytest.param(
                [squats(14, 16, asked=14, kg=(20.0,))] * 2,
                (20.0,),
                "Squat",
                id="there are repetitions to add",
            ),
            pytest.param(
                [TO_THE_TOP, TO_THE_TOP, squats(15, 15, asked=15, kg=(20.0,))],
                (20.0,),
                "Squat",
                id="the last time as asked",
            ),
            pytest.param(
                [TO_THE_TOP, TO_THE_TOP, squats(15, 17, asked=15)],
                (20.0,),
                "Squat",
                id="nobody says the last weight",
            ),
            pytest.param(
                [TO_THE_TOP, TO_THE_TOP, squats(15, 17, asked=None, kg=(20.0,))],
                (20.0,),
                "Squat",
                id="nobody asked the last time",
            ),
            pytest.param(
                [squats(10, 12)] * 2, (20.0, 22.0), "Hard squat", id="done without weight so far"
            ),
            pytest.param(
                [squats(10, 8, kg=(20.0,))] * 2, (18.0, 20.0), "Squat", id="18 is a tenth less"
            ),
            pytest.param(
                [squats(10, 8, kg=(20.0,))] * 2, (19.0, 20.0), "Easy squat", id="nothing is lighter"
            ),
        ],
    )
    def test_the_form(self, works: list[Work], owned: tuple[float, ...], form: str) -> None:
        name, _key = form_after(*works, kg=owned, kit=(Kit.BACKPACK,), rir=3)
        assert name == form

    def test_steps_too_small_to_count_are_no_next_weight(self) -> None:
        name, _key = form_after(*[TO_THE_TOP] * 2, kg=(20.0, 20.2), kit=(Kit.BACKPACK,), rir=3)
        assert name == "Hard squat"

    @pytest.mark.parametrize(
        ("seconds", "owned", "form"),
        [
            pytest.param(60, (20.0,), "Hard squat", id="a minute, and nothing heavier is owned"),
            pytest.param(60, (20.0, 30.0), "Hard squat", id="a minute, and the next is too much"),
            pytest.param(60, (20.0, 22.0), "Squat", id="the next is 10 % more"),
            pytest.param(55, (20.0,), "Squat", id="there are seconds to add"),
        ],
    )
    @pytest.mark.parametrize("kit", [Kit.BACKPACK, Kit.DUMBBELL])
    def test_of_a_hold_by_its_seconds(
        self, kit: Kit, seconds: int, owned: tuple[float, ...], form: str
    ) -> None:
        works = [held(seconds, seconds + 10, asked=seconds, kg=(20.0,))] * 2
        hold = {"seconds_per_rep": None, "work": Range(20, 60), "step": 5, "rir": None}
        name, _key = form_after(*works, kg=owned, kit=(kit,), at=seconds, **hold)
        assert name == form

    def test_of_what_has_no_weights_of_its_own_they_say_nothing(self) -> None:
        name, _key = form_after(*[squats(10, 12, kg=(5.0,))] * 2)
        assert name == "Hard squat"
