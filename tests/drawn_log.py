"""Drawn entries of a log, for the property tests."""

from datetime import date

from hypothesis import strategies as st

from befit_cli.values import Off
from befit_cli.values.history import Asked, PlanPlace, SessionLog, TimeAway, Work

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
TEXTS = st.one_of(
    st.sampled_from(
        ["", "slept badly", "7", "no", "~", "a: b, c", "# a", "a\n# b\n", "- a", "深🏃"]
    ),
    st.text(st.characters(codec="utf-8"), max_size=30),
)
KEYS = TEXTS | st.just("long-" * 39)
COUNTS = st.integers(0, 200)
WEIGHTS = st.one_of(
    st.integers(0, 1_000).map(float), st.integers(0, 4_000).map(lambda quarters: quarters / 4)
)
RATINGS = st.integers(0, 10)
SESSION = SessionLog(
    date=date(2026, 11, 24),
    plan=PlanPlace(began=date(2026, 11, 23), week=1, slot=2),
    minutes=31,
    did={
        "squats": (
            Work(
                form="Goblet squat",
                asked=Asked(sets=3, reps=8, left=3),
                reps=(8, 8, 10),
                kg=(16,),
                left=3,
            ),
        ),
        "planks": (Work(form="Plank", asked=Asked(sets=2, hold_s=20), hold_s=(20, 20), pain=2),),
        "clamshells": (),
    },
    pain={"knee": 2},
    worse_next_morning=True,
    note="slept badly",
)
"""What the example of the log's form says."""
AWAY = TimeAway(first=date(2026, 12, 1), last=date(2026, 12, 9), why=Off.ILL)


@st.composite
def asked(draw: st.DrawFn) -> Asked:
    counted = draw(st.booleans())
    number = draw(COUNTS)
    return Asked(
        sets=draw(COUNTS),
        reps=number if counted else None,
        hold_s=None if counted else number,
        left=draw(st.none() | COUNTS),
        kg=draw(st.none() | WEIGHTS),
    )


@st.composite
def works(draw: st.DrawFn) -> Work:
    each = draw(st.lists(COUNTS, max_size=5).map(tuple))
    counted = draw(st.booleans())
    other = st.tuples(*[COUNTS for _ in each])
    weights = st.tuples(*[WEIGHTS for _ in each])
    return Work(
        form=draw(TEXTS),
        asked=draw(st.none() | asked()),
        reps=each if counted else (),
        hold_s=() if counted else each,
        other_side=draw(st.just(()) | other),
        kg=draw(st.just(()) | st.tuples(WEIGHTS) | weights),
        left=draw(st.none() | COUNTS),
        pain=draw(st.none() | RATINGS),
    )


@st.composite
def sessions(draw: st.DrawFn) -> SessionLog:
    place = st.builds(PlanPlace, began=DAYS, week=COUNTS, slot=COUNTS)
    return SessionLog(
        date=draw(DAYS),
        plan=draw(st.none() | place),
        minutes=draw(st.none() | COUNTS),
        did=draw(st.dictionaries(KEYS, st.lists(works(), max_size=3).map(tuple), max_size=4)),
        pain=draw(st.dictionaries(KEYS, RATINGS, max_size=3)),
        worse_next_morning=draw(st.booleans()),
        note=draw(TEXTS),
    )


@st.composite
def times_away(draw: st.DrawFn) -> TimeAway:
    first = draw(DAYS)
    last = draw(st.none() | st.dates(first, date(2041, 12, 31)))
    return TimeAway(first=first, last=last, why=draw(st.sampled_from(Off)))


def entries() -> st.SearchStrategy[SessionLog | TimeAway]:
    """Any entry of a log."""
    return sessions() | times_away()
