"""Sessions with a few lines each, for the tests of what makes a week easier."""

from typing import Any

from hypothesis import strategies as st
from strategies import a_draft, a_line, a_season, a_stretch

from befit_cli.planning.draft import Draft, Drafts, Line
from befit_cli.values import Day, Load, Niggle, Pattern, Role, SeasonWeek

PATTERNS = (
    Pattern.SQUAT,
    Pattern.HINGE,
    Pattern.CALF,
    Pattern.PULL,
    Pattern.ABDUCTION,
    Pattern.ANTI_EXTENSION,
)


def session(day: Day, *lines: Line, load: Load = Load.HIGH) -> Draft:
    return a_draft(*lines, day=day, load=load)


def some_lines(sets: list[int], **changes: Any) -> list[Line]:
    return [
        a_line(f"{pattern} {place}", sets=number, pattern=pattern, **changes)
        for place, (number, pattern) in enumerate(zip(sets, PATTERNS * 2, strict=False))
    ]


weeks = st.lists(st.lists(st.integers(1, 4), min_size=2, max_size=7), min_size=2, max_size=3)
"""How many sets the exercises of each session have."""


def drafted(sets: list[list[int]], **changes: Any) -> Drafts:
    """Sessions from Monday on, every second day, with so many sets of each exercise."""
    return [
        session(day, *some_lines(numbers, **changes))
        for day, numbers in zip(list(Day)[::2], sets, strict=False)
    ]


def taper_week(race_in: int, place: int = 0) -> SeasonWeek:
    """A week of a taper, the first or a later one, the race so many days after its Monday."""
    race_in += 7 * place
    return a_season(a_stretch(build=0, eased=race_in // 7 + 1), race_in)[place]


def shown(week: Drafts) -> str:
    return ", ".join(f"{line.pick.form.name} {line.sets}" for draft in week for line in draft.lines)


def relief(
    name: str = "relief", first_line: tuple[Niggle, ...] = (Niggle.SHIN,), **changes: Any
) -> Line:
    return a_line(
        name, sets=1, pattern=Pattern.PUSH, role=Role.PREHAB, first_line=first_line, **changes
    )


def row(name: str, sets: int = 1) -> Line:
    return a_line(name, sets=sets, pattern=Pattern.PULL, role=Role.ACCESSORY, load=Load.LOW)


def light(name: str, pattern: Pattern, **changes: Any) -> Line:
    return a_line(name, sets=1, pattern=pattern, load=Load.HIGH, light=True, **changes)


def lift(name: str = "squat", **changes: Any) -> Line:
    return a_line(name, **({"sets": 2, "load": Load.MEDIUM} | changes))


MUCH = a_line("feet", sets=9, pattern=Pattern.FOOT, role=Role.PREHAB, load=Load.LOW)
"""What has sets to lose before anything beside it does."""
