"""Day loads -> exercises and their forms.

The week's needs are dealt out to its sessions, coverage (R03) first; then each session is filled by
a complete search: the most constrained need first, every candidate tried, the best score kept. A
need that nothing can fill stays out and check says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from msgspec.structs import replace

from befit_cli.evidence.coverage import CALF, HIP, KNEE, Need
from befit_cli.evidence.jumps import JUMP_SESSIONS_MAX
from befit_cli.evidence.load import loadable
from befit_cli.evidence.session import EXERCISES, may_share_family
from befit_cli.evidence.week import APART
from befit_cli.planning.needs import FOCUS, FOCUS_PULLS, POWER, FirstLine, Wish, wanted
from befit_cli.planning.repertoire import Able, Repertoire, Rung, choose_rung, climber, following
from befit_cli.values import (
    Athlete,
    Exercise,
    Load,
    Niggle,
    Phase,
    Pick,
    Role,
    Slot,
    Stretch,
    Value,
)

LOADED_PATTERNS = KNEE.patterns | HIP.patterns | CALF.patterns
"""The patterns whose forms make a session loaded."""
_SPARE = 2
"""Picks beyond the most that a session has, for those that the week's ceilings keep out."""


class Candidate(Value, frozen=True):
    score: int
    pick: Pick


def attainable_load(repertoire: Repertoire) -> Load:
    """The highest load among the forms for legs and hips that the athlete may do."""
    loads = [
        rung.form.load
        for able in repertoire.exercises
        for rung in able.rungs
        if rung.form.pattern in LOADED_PATTERNS
    ]
    return max(loads, default=Load.LOW)


def select(
    athlete: Athlete,
    repertoire: Repertoire,
    layout: tuple[Slot, ...],
    stretch: Stretch,
    *,
    focus: int = 1,
) -> tuple[tuple[Pick, ...], ...]:
    """The picks of each session of the layout, the most important first; dosing takes as many as
    the minutes hold.

    The most loaded session chooses first, so that the heavy lifts stand where load may be high.
    `focus` says how strongly the athlete's focus is asked for: a place in `FOCUS_PULLS`.
    """
    pool = _Pool(athlete, repertoire, stretch, FOCUS_PULLS[focus])
    dealt = _deal(pool, layout, wanted(athlete, len(layout), focus))
    jumps = _jump_days(layout) if stretch.phase is Phase.POWER else ()
    chosen: dict[int, tuple[Pick, ...]] = {}
    for place in sorted(range(len(layout)), key=lambda place: -layout[place].load.rank):
        power = (Wish(POWER, needed=True),) if place in jumps else ()
        before = tuple(pick for session in chosen.values() for pick in session)
        chosen[place] = _fill(pool, power + dealt[place], layout[place].load, before)
    return tuple(chosen[place] for place in range(len(layout)))


def _deal(
    pool: _Pool, layout: tuple[Slot, ...], wanted: tuple[Wish, ...]
) -> tuple[tuple[Wish, ...], ...]:
    """Each need to the session that has fewest of those whose load has a form for it, the harder
    one of two; each once a session.
    """
    sessions: list[dict[str, Wish]] = [{} for _ in layout]
    for wish in wanted:
        name = wish.need.name
        able = [
            (len(dealt), -slot.load.rank, place)
            for place, (slot, dealt) in enumerate(zip(layout, sessions, strict=True))
            if len(dealt) < EXERCISES.high + _SPARE
            and name not in dealt
            and pool.options(wish.need, slot.load)
        ]
        if able:
            sessions[min(able)[-1]][name] = wish
    return tuple(tuple(dealt.values()) for dealt in sessions)


def _jump_days(layout: tuple[Slot, ...]) -> tuple[int, ...]:
    """The sessions that carry jumps: the most loaded ones, 2 at most and 2 days apart (R21)."""
    days: list[int] = []
    for place in sorted(range(len(layout)), key=lambda place: -layout[place].load.rank):
        apart = all(layout[place].day.apart(layout[other].day) >= APART for other in days)
        if layout[place].load is not Load.LOW and apart and len(days) < JUMP_SESSIONS_MAX:
            days.append(place)
    return tuple(days)


_BY_SCORE = attrgetter("score")


class _Pool:
    """What the athlete may do in a stretch, and of it the best for each need; `pull` is how much
    their focus counts.
    """

    def __init__(
        self, athlete: Athlete, repertoire: Repertoire, stretch: Stretch, pull: int
    ) -> None:
        able = climber(athlete, stretch.phase, stretch.number, stretch.first)
        self._climber = replace(able, jumps=able.jumps and repertoire.jumps)
        self._focus = athlete.focus
        self._able = repertoire.exercises
        self._favour = {
            each.exercise.id: _favour(athlete, repertoire, each, pull) for each in self._able
        }
        self._options: dict[tuple[Need, Load], tuple[Candidate, ...]] = {}

    def options(self, need: Need, highest: Load) -> tuple[Candidate, ...]:
        """All exercises that can fill a need, best first; ties keep the catalogue's order."""
        known = self._options.get((need, highest))
        if known is None:
            moving = [able for able in self._able if not need.patterns.isdisjoint(able.patterns)]
            found = [
                candidate
                for able in moving
                if self._may_fill(able, need)
                and (candidate := self._candidate(able, need, highest))
            ]
            known = self._options[need, highest] = tuple(sorted(found, key=_BY_SCORE, reverse=True))
        return known

    def _may_fill(self, able: Able, need: Need) -> bool:
        return (
            (able.exercise.role is Role.POWER) == (need is POWER)
            and (need not in FOCUS or able.exercise.group is self._focus)
            and (not isinstance(need, FirstLine) or need.niggle in able.first_line)
        )

    def _candidate(self, able: Able, need: Need, highest: Load) -> Candidate | None:
        rung = choose_rung(self._climber, able.exercise, able.rungs, need, highest)
        if rung is None:
            return None
        pick = Pick(
            exercise=able.exercise,
            form=rung.form,
            kit=rung.kit,
            following=following(self._climber, able.rungs, rung),
            first_line=able.first_line,
            niggle_note=able.niggle_note,
        )
        return Candidate(
            self._favour[able.exercise.id] + _score(able.exercise, rung, need, highest), pick
        )


def _favour(athlete: Athlete, repertoire: Repertoire, able: Able, pull: int) -> int:
    """How well an exercise suits the athlete, whatever the need: their focus and niggles."""
    return (
        (pull if able.exercise.group is athlete.focus else 0)
        + 40 * len(able.first_line)
        + (8 if able.exercise.id in repertoire.swaps else 0)
        - 10 * (able.touched - len(able.first_line))
    )


def _score(exercise: Exercise, rung: Rung, need: Need, highest: Load) -> int:
    """How well a form fills a need by itself: the right role, load that matches the day, weight to
    add.
    """
    heavy = need is KNEE or need is HIP
    eased = rung.place < exercise.base
    return (
        (30 if heavy and exercise.role is Role.MAIN else 0)
        + (10 * highest.rank if heavy and rung.form.load is highest else 0)
        - ((40 if heavy else 15) if eased else 0)
        + (5 if loadable(rung.form) else 0)
        + (0 if heavy else 3 * rung.form.level.rank)
        - (25 if exercise.role is Role.MOBILITY else 0)
    )


_AGAIN = 8
"""What it costs to repeat an exercise in another session of the week; less than the difference
between a main lift and an accessory.
"""
_EMPTY = -1000
"""What it costs to leave a need unfilled; less for one that coverage does not rest on, and most for
a niggle that nothing is done for.
"""


def _fill(
    pool: _Pool, wishes: tuple[Wish, ...], highest: Load, before: tuple[Pick, ...]
) -> tuple[Pick, ...]:
    """The best assignment of exercises to the needs of one session, in the order of the needs."""
    seen = [pick.exercise.id for pick in before]
    options = [_rather_new(pool.options(wish.need, highest), seen) for wish in wishes]
    order = sorted(range(len(wishes)), key=lambda place: len(options[place]))
    # Another need's exercise may be first-line work too, so a niggle's own place may stay empty;
    # whether all are served shows at the end.
    sore = {wish.need.niggle for wish in wishes if isinstance(wish.need, FirstLine)}
    empty = [
        0 if isinstance(wish.need, FirstLine) else _EMPTY * (len(wishes) if wish.needed else 1)
        for wish in wishes
    ]
    hope = [0] * (len(order) + 1)
    for depth in range(len(order) - 1, -1, -1):
        found = options[order[depth]]
        hope[depth] = hope[depth + 1] + max(
            [empty[order[depth]], *(candidate.score for candidate in found[:1])]
        )

    best: dict[int, Pick] = {}
    best_score = 2 * _EMPTY * len(wishes) ** 3
    taken: dict[int, Pick] = {}

    def search(depth: int, score: int) -> None:
        nonlocal best, best_score
        if score + hope[depth] <= best_score:
            return
        if depth == len(order):
            score += _EMPTY * len(wishes) ** 2 * len(sore - _served(taken.values()))
            if score > best_score:
                best, best_score = dict(taken), score
            return
        place = order[depth]
        for candidate in options[place]:
            if not _clashes(candidate.pick, taken):
                taken[place] = candidate.pick
                search(depth + 1, score + candidate.score)
                del taken[place]
        search(depth + 1, score + empty[place])

    search(0, 0)
    return tuple(
        _with_need(pick, wishes[place].needed or not sore.isdisjoint(pick.first_line))
        for place, pick in sorted(best.items())
    )


def _rather_new(candidates: tuple[Candidate, ...], seen: list[str]) -> list[Candidate]:
    again = [
        Candidate(each.score - _AGAIN * seen.count(each.pick.exercise.id), each.pick)
        for each in candidates
    ]
    return sorted(again, key=_BY_SCORE, reverse=True)


def _served(picks: Iterable[Pick]) -> set[Niggle]:
    return {niggle for pick in picks for niggle in pick.first_line}


def _clashes(pick: Pick, taken: dict[int, Pick]) -> bool:
    """R07, and no form that bears a name the session already has."""
    for other in taken.values():
        if pick.exercise.id == other.exercise.id or pick.form.name == other.form.name:
            return True
        if pick.form.family == other.form.family and not may_share_family(
            pick.exercise.role, other.exercise.role
        ):
            return True
    return False


def _with_need(pick: Pick, needed: bool) -> Pick:
    return replace(pick, needed=True) if needed else pick
