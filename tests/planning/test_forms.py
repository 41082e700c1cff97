"""Which other form may stand in for one: what does the same job, and serves as much."""

from __future__ import annotations

from typing import Any

import pytest
from strategies import a_choice, a_line, a_pick

from befit_cli.planning.forms import is_as_good, is_like
from befit_cli.values import Kit, Knee, Need, Pattern

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
