"""A running plan in a block: the key runs of its weeks, and what the plan says of the block itself,
where the runner says nothing of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from shlex import quote
from statistics import median_low

from msgspec.structs import replace

from befit_cli.evidence.block import BLOCK_WEEKS
from befit_cli.language import _, plural
from befit_cli.runner.corrections import Correction
from befit_cli.runner.kinds import words_of
from befit_cli.runner.options import WEEKS
from befit_cli.values import Athlete, Day, Runs, RunSource, Season, monday_of
from befit_cli.values.running_plan import PlannedRun, RunKind, RunningPlan, RunningWeek

_HARD = frozenset({RunKind.HARD, RunKind.LONG_AND_HARD, RunKind.RACE})
_LONG = frozenset({RunKind.LONG, RunKind.LONG_AND_HARD})
_FEW_RACES = 2
"""So many are no habit, however short the plan."""


def words_of_plan(plan: RunningPlan) -> dict[str, str]:
    """What the running plan says of the runner and of the block, in the words of the options: its
    race, the day of it or else how many weeks lead to it, and the days that its key runs mostly
    have. A single week that leads to no race is what every week is like, and no block's length.
    """
    words = _usual_days(plan)
    if plan.race is not None:
        words["race"] = plan.race.value
    goal = goal_race(plan)
    if goal is not None:
        words["race-date"] = str(goal)
    elif plan.weeks[0].starts is None and len(plan.weeks) <= BLOCK_WEEKS.high:
        kinds = [run.kind for run in plan.weeks[-1].days.values()]
        if len(plan.weeks) > 1 or kinds[-1:] == [RunKind.RACE]:
            words[WEEKS.name] = str(len(plan.weeks))
    return words


def goal_race(plan: RunningPlan) -> date | None:
    """The day of the race that the plan leads to: its last run, where that is a race and has a
    date.
    """
    runs = [(day, run) for day, run in _days(plan) if run.kind is not RunKind.REST]
    if not runs:
        return None
    day, last = runs[-1]
    return day if last.kind is RunKind.RACE else None


def dated(plan: RunningPlan, last: date) -> RunningPlan:
    """The plan with dates; one that has none is counted back from the week with the day `last`."""
    if plan.weeks[0].starts is not None:
        return plan
    first = monday_of(last) - timedelta(weeks=len(plan.weeks) - 1)
    weeks = []
    for place, week in enumerate(plan.weeks):
        weeks.append(replace(week, starts=first + timedelta(weeks=place)))
    return replace(plan, weeks=tuple(weeks))


def corrected(plan: RunningPlan, corrections: tuple[Correction, ...]) -> RunningPlan:
    """The plan with what the runner says of single days of it; a plan without dates has none.

    Where they say which run of a week is the long one, none that was only the longest is another.
    """
    by_day = {each.day: each.kind for each in corrections if each.day is not None}
    weeks = []
    for week in plan.weeks:
        weeks.append(_corrected(week, by_day))
    return replace(plan, weeks=tuple(weeks))


def key_runs(plan: RunningPlan, usual: Runs, race_date: date | None) -> dict[date, Runs]:
    """The key runs of each week that the dated plan says something of, under its Monday.

    Before its first entry and after its last one the runs are the usual ones; so they are in weeks
    that it leaves out.
    """
    days = [day for day, _run in _days(plan)]
    said_of = {monday_of(day) for day in days}
    goal = goal_race(plan)
    # The race of the block has its place by its own date.
    races = {race_date}
    if goal and race_date and monday_of(goal) == monday_of(race_date):
        races.add(goal)
    habit = _races_by_habit(plan)
    weeks = {}
    for week in plan.weeks:
        if week.starts in said_of:
            said = _runs_of(week, races)
            if habit:
                said = replace(said, tune_ups=())
            weeks[week.starts] = _filled(said, week.starts, usual, days[0], days[-1])
    return weeks


def differences(
    plan: RunningPlan, season: Season, athlete: Athlete, file: str | None = None
) -> Iterator[str]:
    """What to tell of a dated running plan that does not go with the block; `file` is its name
    where the profile has none.
    """
    goal = goal_race(plan)
    race_date = athlete.race_date
    if goal is not None and race_date is not None and goal != race_date:
        yield _(
            "Your block leads to {race_date}, and your running plan to a race on {goal}.",
            race_date=race_date,
            goal=goal,
        )
    known = {monday_of(day) for day, _run in _days(plan)}
    without = [week.number for week in season if week.starts not in known]
    if len(without) == len(season):
        first, *_between, last = [day for day, _run in _days(plan)] * 2
        yield _(
            "Your running plan goes from {first} to {last}, and has no week of your block, "
            "{starts} to {ends}: your usual runs count.",
            first=first,
            last=last,
            starts=season.starts,
            ends=season.race_day,
        )
    elif without:
        yield plural(
            len(without),
            "Your running plan has nothing in week {weeks}: your usual runs count.",
            "Your running plan has nothing in weeks {weeks}: your usual runs count.",
            weeks=_spans(without),
        )
    if any(not run.sure for _day, run in _days(plan)):
        shown = "" if file is None else f" {quote(file)}"
        yield _(
            "Some runs of your running plan are guesses: befit runs{file} tells which.", file=shown
        )


def _days(plan: RunningPlan) -> Iterator[tuple[date, PlannedRun]]:
    """The days of a dated plan that have a run or a rest, in their order; none of one without
    dates.
    """
    for week in plan.weeks:
        for day, run in week.days.items():
            if week.starts is not None and run.kind is not RunKind.OTHER:
                yield week.starts + timedelta(days=day.rank), run


def _usual_days(plan: RunningPlan) -> dict[str, str]:
    """The days that hard runs and long ones mostly have, in words: of hard runs as many as the
    middle one of its weeks has, on days that one of its weeks has together. The week of a race
    that the plan ends with is as no other, where there are others, and a long run that is a guess
    counts where there is no other.
    """
    *_before, last = plan.weeks
    races = any(run.kind is RunKind.RACE for run in last.days.values())
    weeks = []
    hard = Counter[Day]()
    long = Counter[Day]()
    guessed = Counter[Day]()
    for week in plan.weeks[: -1 if races and len(plan.weeks) > 1 else None]:
        on = tuple([day for day, run in week.days.items() if run.kind in _HARD])
        hard.update(on)
        for day, run in week.days.items():
            if run.kind in _LONG:
                (long if run.sure else guessed)[day] += 1
        if any(run.kind > RunKind.REST for run in week.days.values()):
            weeks.append(on)
    many = median_low([len(on) for on in weeks]) if weeks else 0
    as_many = [on for on in weeks if len(on) == many]
    return {
        "hard": words_of(_likest(as_many, hard)),
        "long-run": words_of(_most_common(long or guessed)),
    }


def _likest(weeks: list[tuple[Day, ...]], times: Counter[Day]) -> tuple[Day, ...]:
    """The days of that week whose days are the most frequent ones; of two that take turns the
    earlier. Days that no week has together may be hard runs on two days running.
    """

    def likeness(on: tuple[Day, ...]) -> tuple[int, ...]:
        return sum(times[day] for day in on), weeks.count(on), *[-day.rank for day in on]

    return max(weeks, key=likeness, default=())


def _most_common(times: Counter[Day]) -> Day | None:
    """The most frequent of the days; of two that take turns the earlier."""
    return max(sorted(times), key=lambda day: times[day], default=None)


def _corrected(week: RunningWeek, by_day: Mapping[date, RunKind]) -> RunningWeek:
    if week.starts is None:
        return week
    days = dict(week.days)
    for day in Day:
        on = week.starts + timedelta(days=day.rank)
        if on not in by_day:
            continue
        before = days.get(day) or PlannedRun(kind=RunKind.REST, title="")
        days[day] = replace(before, kind=by_day[on], sign="", sure=True)
        if by_day[on] in _LONG:
            days |= {
                other: replace(run, kind=RunKind.EASY)
                for other, run in days.items()
                if run.kind is RunKind.LONG and not run.sure
            }
    return replace(week, days=dict(sorted(days.items())))


def _races_by_habit(plan: RunningPlan) -> bool:
    """Whether most weeks have a race, as of who runs a parkrun every Saturday: such ones are hard
    runs like others.
    """
    raced = [
        week for week in plan.weeks if any(run.kind is RunKind.RACE for run in week.days.values())
    ]
    return len(raced) > max(_FEW_RACES, len(plan.weeks) // 2)


def _runs_of(week: RunningWeek, races: Collection[date | None]) -> Runs:
    """The key runs that the plan has in a week of its own, without the race of the block."""
    assert week.starts is not None, "key runs are asked of a plan with dates"
    hard = []
    long = []
    tune_ups = []
    titles = []
    for day, run in week.days.items():
        on = week.starts + timedelta(days=day.rank)
        if run.kind > RunKind.EASY and run.title:
            titles.append((day, run.title))
        if run.kind in _HARD and on not in races:
            hard.append(day)
            if run.kind is RunKind.RACE:
                tune_ups.append(day)
        if run.kind in _LONG:
            long.append(day)
    return Runs(
        hard=tuple(hard),
        long=tuple(long),
        tune_ups=tuple(tune_ups),
        source=RunSource.PLAN,
        titles=tuple(titles),
    )


def _filled(said: Runs, starts: date, usual: Runs, first: date, last: date) -> Runs:
    """The runs of the week, and on days beyond the plan's ends the usual ones; but no second long
    run.
    """
    beyond = [day for day in Day if not first <= starts + timedelta(days=day.rank) <= last]
    hard = [day for day in usual.hard if day in beyond]
    long = [] if said.long else [day for day in usual.long if day in beyond]
    return replace(
        said,
        hard=tuple(sorted({*said.hard, *hard})),
        long=tuple(sorted({*said.long, *long})),
    )


def _spans(numbers: list[int]) -> str:
    """`1-4, 9` of ordered numbers."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and spans[-1][-1] == number - 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    return ", ".join(str(span[0]) if len(span) == 1 else f"{span[0]}-{span[-1]}" for span in spans)
