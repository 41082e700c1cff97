"""Day loads -> exercises and their forms.

The week's needs are dealt out to its sessions, coverage (R03) first; then each session is filled by
a complete search: the most constrained need first, every candidate tried, the best score kept. A
need that nothing can fill stays out, and check says so.

A choice is made by one sum of points. What each kind of point is worth stands here in one place,
because they mean something only beside each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from operator import attrgetter

from msgspec.structs import replace

from befit_cli.evidence.coverage import CALF, HIP, KNEE, Need
from befit_cli.evidence.jumps import JUMP_SESSIONS_MAX
from befit_cli.evidence.load import loadable
from befit_cli.evidence.session import EXERCISES
from befit_cli.evidence.week import APART
from befit_cli.planning.draft import clash
from befit_cli.planning.needs import FOCUS, FOCUS_PULLS, POWER, FirstLine, Wish, week_wishes
from befit_cli.planning.repertoire import Repertoire, Rung, Skill, choose_rung, climber, following
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

# Points of an exercise for an athlete, whatever the need.

_RELIEF = 40
"""For each niggle that it is first-line work for. More than for a main lift with its weight: what
helps comes before what is heavy.
"""
_TOUCHED = -10
"""For each niggle that changes it in another way: another exercise is rather taken, but a main lift
still goes before an accessory of the same load.
"""
_SWAP = 8
"""For what a niggle would rather have than what it bars: enough between two that are alike."""

# Points of a form for a need. Heavy needs, knee and hip, are what the main lifts are for.

_MAIN_LIFT = 30
"""For a main lift where the need is heavy. More than for any load and weight (25): no accessory
takes its place by being heavier.
"""
_LOAD = 10
"""For each step of load above low, where the need is heavy and the load is all that the day may
have: heavy days are few, so they are used.
"""
_EASED_LIFT = -40
"""For a form below the base of its ladder where the need is heavy. More than a main lift with its
weight: rather another exercise whole than a lift made easy.
"""
_EASED = -15
"""The same for any other need. More than for level and weight together (11)."""
_WEIGHT = 5
"""Where weight can be added, for it can go on growing."""
_LEVEL = 3
"""For each step of level above beginner, where the need is not heavy: accessories have no load to
tell the harder form by. Even two steps are less than a repetition costs.
"""
_MOBILITY = -25
"""For mobility work: it fills a need only where no strength work does."""

# Points of a whole session.

_AGAIN = -8
"""For each time that the week has the exercise already. Less than the difference between a main
lift and an accessory, so that a lift may stand twice.
"""
_EMPTY = -1000
"""For a need that stays empty: far more than one exercise has over another.

It is that much for a need that coverage does not rest on. With n needs in the session it is n times
as much for one that the week must have, so that it outweighs all others together, and n * n times
for a niggle that nothing is done for, which outweighs all of those.
"""


class Candidate(Value, frozen=True):
    """An exercise that can fill a need."""

    score: int
    """How well it does; higher is better."""
    pick: Pick


def attainable_load(repertoire: Repertoire) -> Load:
    """The highest load among the forms for legs and hips that the athlete may do."""
    loads = []
    for skill in repertoire.exercises:
        for rung in skill.rungs:
            if rung.form.pattern in LOADED_PATTERNS:
                loads.append(rung.form.load)
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

    `focus` says how strongly the athlete's focus is asked for: a place in `FOCUS_PULLS`.
    """
    pool = _Pool(athlete, repertoire, stretch, FOCUS_PULLS[focus])
    # 1. Each need goes to a session, and jumps come on top.
    dealt = _deal(pool, layout, week_wishes(athlete, len(layout), focus))
    jumps = _jump_places(layout) if stretch.phase is Phase.POWER else ()
    # 2. The most loaded session chooses first, so that the heavy lifts stand where load may be
    #    high; the others rather take what is not in the week yet.
    chosen: dict[int, tuple[Pick, ...]] = {}
    week: list[Pick] = []
    for place in _most_loaded_first(layout):
        wishes = dealt[place]
        if place in jumps:
            wishes = (Wish(POWER, needed=True), *wishes)
        chosen[place] = _fill(pool, wishes, layout[place].load, week)
        week += chosen[place]
    return tuple([chosen[place] for place in range(len(layout))])


def _deal(
    pool: _Pool, layout: tuple[Slot, ...], wishes: tuple[Wish, ...]
) -> tuple[tuple[Wish, ...], ...]:
    """Each need to the session that has fewest of those whose load has a form for it, the harder
    one of two; each once a session.
    """
    sessions: list[dict[str, Wish]] = [{} for _ in layout]
    for wish in wishes:
        name = wish.need.name
        places = []
        for place, slot in enumerate(layout):
            dealt = sessions[place]
            if len(dealt) >= EXERCISES.high + _SPARE or name in dealt:
                continue
            if pool.options(wish.need, slot.load):
                places.append((len(dealt), -slot.load.rank, place))
        if places:
            _, _, best = min(places)
            sessions[best][name] = wish
    return tuple([tuple(dealt.values()) for dealt in sessions])


def _most_loaded_first(layout: tuple[Slot, ...]) -> list[int]:
    """The places of the layout; of two with the same load the earlier day."""
    places = range(len(layout))
    return sorted(places, key=lambda place: -layout[place].load.rank)


def _jump_places(layout: tuple[Slot, ...]) -> tuple[int, ...]:
    """The sessions that carry jumps: the most loaded ones, 2 at most and 2 days apart (R21)."""
    places: list[int] = []
    for place in _most_loaded_first(layout):
        slot = layout[place]
        if slot.load is Load.LOW:
            continue
        gaps = [slot.day.apart(layout[other].day) for other in places]
        if min(gaps, default=APART) >= APART:
            places.append(place)
    return tuple(places[:JUMP_SESSIONS_MAX])


_BY_SCORE = attrgetter("score")


class _Pool:
    """What the athlete may do in a stretch, and of it the best for each need; `pull` is how much
    their focus counts.
    """

    def __init__(
        self, athlete: Athlete, repertoire: Repertoire, stretch: Stretch, pull: int
    ) -> None:
        person = climber(athlete, stretch.phase, stretch.number, stretch.first)
        self._climber = replace(person, jumps=person.jumps and repertoire.jumps)
        self._focus = athlete.focus
        self._skills = repertoire.exercises
        self._favours: dict[str, int] = {}
        for skill in self._skills:
            self._favours[skill.exercise.id] = _favour(athlete, repertoire, skill, pull)
        self._options: dict[tuple[Need, Load], tuple[Candidate, ...]] = {}

    def options(self, need: Need, highest: Load) -> tuple[Candidate, ...]:
        """All exercises that can fill a need, best first; ties keep the catalogue's order."""
        known = self._options.get((need, highest))
        if known is not None:
            return known
        candidates = []
        for skill in self._skills:
            # The patterns first: they rule out most, and cost least to ask.
            if need.patterns.isdisjoint(skill.patterns) or not self._may_fill(skill, need):
                continue
            candidate = self._candidate(skill, need, highest)
            if candidate is not None:
                candidates.append(candidate)
        candidates.sort(key=_BY_SCORE, reverse=True)
        options = tuple(candidates)
        self._options[need, highest] = options
        return options

    def _may_fill(self, skill: Skill, need: Need) -> bool:
        """Whether the exercise is of the kind that the need asks for, whatever its patterns."""
        jumps = skill.exercise.role is Role.POWER
        if jumps != (need is POWER):
            return False
        if need in FOCUS:
            return skill.exercise.group is self._focus
        if isinstance(need, FirstLine):
            return need.niggle in skill.first_line
        return True

    def _candidate(self, skill: Skill, need: Need, highest: Load) -> Candidate | None:
        rung = choose_rung(self._climber, skill.exercise, skill.rungs, need, highest)
        if rung is None:
            return None
        pick = Pick(
            exercise=skill.exercise,
            form=rung.form,
            kit=rung.kit,
            following=following(self._climber, skill.rungs, rung),
            first_line=skill.first_line,
            niggle_note=skill.niggle_note,
        )
        favour = self._favours[skill.exercise.id]
        return Candidate(favour + _score(skill.exercise, rung, need, highest), pick)


def _favour(athlete: Athlete, repertoire: Repertoire, skill: Skill, pull: int) -> int:
    """How well an exercise suits the athlete, whatever the need: their focus and niggles."""
    helped = len(skill.first_line)
    favour = _RELIEF * helped + _TOUCHED * (skill.touched - helped)
    if skill.exercise.group is athlete.focus:
        favour += pull
    if skill.exercise.id in repertoire.swaps:
        favour += _SWAP
    return favour


def _score(exercise: Exercise, rung: Rung, need: Need, highest: Load) -> int:
    """How well a form fills a need by itself."""
    heavy = need is KNEE or need is HIP
    eased = rung.place < exercise.base
    score = 0
    if heavy:
        if exercise.role is Role.MAIN:
            score += _MAIN_LIFT
        if rung.form.load is highest:
            score += _LOAD * highest.rank
        if eased:
            score += _EASED_LIFT
    else:
        score += _LEVEL * rung.form.level.rank
        if eased:
            score += _EASED
    if loadable(rung.form):
        score += _WEIGHT
    if exercise.role is Role.MOBILITY:
        score += _MOBILITY
    return score


def _fill(
    pool: _Pool, wishes: tuple[Wish, ...], highest: Load, before: list[Pick]
) -> tuple[Pick, ...]:
    """The best assignment of exercises to the needs of one session, in the order of the needs."""
    # 1. What may fill each need, the best first.
    times = Counter([pick.exercise.id for pick in before])
    options = [_rather_new(pool.options(wish.need, highest), times) for wish in wishes]
    # 2. Of all ways to give each need one of them, or none, the best.
    sore = {wish.need.niggle for wish in wishes if isinstance(wish.need, FirstLine)}
    best = _search(wishes, options, sore)
    # 3. Fitting must know what it may not leave out: also what serves a niggle by the way.
    picks = []
    for place, pick in sorted(best.items()):
        needed = wishes[place].needed or not sore.isdisjoint(pick.first_line)
        picks.append(replace(pick, needed=True) if needed else pick)
    return tuple(picks)


def _search(
    wishes: tuple[Wish, ...], options: list[list[Candidate]], sore: set[Niggle]
) -> dict[int, Pick]:
    """The picks with the highest score together, by the places of the wishes that they fill.

    A branch and bound, and complete: what a session holds depends on what suits it, and not on
    which need happened to choose first.
    """
    # 1. The need with the fewest candidates is decided first: it clashes soonest, and a dead end
    #    near the root is a large one. Each has its best candidate first, so the first branch is a
    #    good one and cuts most of the others.
    order = sorted(range(len(wishes)), key=lambda place: len(options[place]))
    # 2. What an empty need costs, and how much the needs from each depth on can bring at most.
    empty = [_cost_of_empty(wish, len(wishes)) for wish in wishes]
    unserved = _EMPTY * len(wishes) ** 2
    hope = _hopes(options, order, empty)

    best: dict[int, Pick] = {}
    # Below all that can be reached, so that something is always kept, if only nothing: n needs that
    # stay empty cost at most n each, and n niggles n * n each, so n^2 + n^3 of them. That is less
    # than 2 * n^3 from n = 2 on; the one need of n = 1 is a niggle's own or not, and costs once.
    best_score = 2 * _EMPTY * len(wishes) ** 3
    chosen: dict[int, Pick] = {}

    # Of 5,000 drawn sessions the middle one took 40 tries of a candidate, and the longest 37,000:
    # so this is one closure over plain dicts, with no object to a step.
    def search(depth: int, score: int) -> None:
        nonlocal best, best_score
        # 3. Where not even the best candidate for every need left would do, the branch is cut. An
        #    equal score is cut, too: of two that are as good the first stays.
        if score + hope[depth] <= best_score:
            return
        # 4. All needs are decided. Whether every niggle has something shows only now.
        if depth == len(order):
            score += unserved * len(sore - _served(chosen.values()))
            if score > best_score:
                best, best_score = dict(chosen), score
            return
        # 5. Every candidate that goes with those chosen, and then the need left empty.
        place = order[depth]
        for candidate in options[place]:
            if not _clashes(candidate.pick, chosen):
                chosen[place] = candidate.pick
                search(depth + 1, score + candidate.score)
                del chosen[place]
        search(depth + 1, score + empty[place])

    search(0, 0)
    return best


def _rather_new(candidates: tuple[Candidate, ...], times: Counter[str]) -> list[Candidate]:
    """The candidates with what it costs to repeat them, best first."""
    if not times:
        return list(candidates)
    weighed = []
    for candidate in candidates:
        cost = _AGAIN * times[candidate.pick.exercise.id]
        weighed.append(Candidate(candidate.score + cost, candidate.pick))
    weighed.sort(key=_BY_SCORE, reverse=True)
    return weighed


def _cost_of_empty(wish: Wish, wishes: int) -> int:
    """What it costs to leave that need of so many empty."""
    # Another need's exercise may be first-line work too, so a niggle's own place may stay empty;
    # whether all niggles are served shows at the end.
    if isinstance(wish.need, FirstLine):
        return 0
    return _EMPTY * wishes if wish.needed else _EMPTY


def _hopes(options: list[list[Candidate]], order: list[int], empty: list[int]) -> list[int]:
    """The most that the needs from each depth on can score, as if none clashed with another."""
    hope = [0] * (len(order) + 1)
    for depth in range(len(order) - 1, -1, -1):
        place = order[depth]
        most = empty[place]
        if options[place]:
            most = max(most, options[place][0].score)
        hope[depth] = hope[depth + 1] + most
    return hope


def _served(picks: Iterable[Pick]) -> set[Niggle]:
    niggles: set[Niggle] = set()
    for pick in picks:
        niggles.update(pick.first_line)
    return niggles


def _clashes(pick: Pick, chosen: dict[int, Pick]) -> bool:
    """Whether the session has the exercise or its like (R07), or a form that bears its name."""
    for other in chosen.values():
        if pick.form.name == other.form.name:
            return True
        if clash(pick, other):
            return True
    return False
