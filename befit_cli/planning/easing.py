"""A full week -> its easier version: the deload, the taper and the week of the race."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from math import ceil, floor, inf
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from befit_cli.evidence.block import (
    DELOAD_RIR,
    DELOAD_SHARE,
    LAST_SESSION_DAYS,
    RACE_WEEK_SETS,
    TAPER_SHARE,
    days_to_race,
    may_stand,
    most_load,
)
from befit_cli.evidence.coverage import LIFT_PATTERNS
from befit_cli.evidence.dose import MAIN_SETS_MIN
from befit_cli.evidence.load import LIGHT_LIFTS_MAX, LIGHT_RIR, LIGHT_SETS, dosed_load
from befit_cli.evidence.session import EXERCISES, LIFT_ROLES
from befit_cli.planning.draft import (
    Draft,
    Drafts,
    Line,
    keep,
    needed_lines,
    put_back,
    week_lines,
    week_sets,
)
from befit_cli.values import Day, Load, Niggle, Race, Range, Season, SeasonWeek, Slot, Stretch


def before_race(
    layout: tuple[Slot, ...], race: Race, season: Season, stretch: Stretch
) -> tuple[Slot, ...]:
    """The layout with no more load than its days may have in the stretch's fullest week (R36, R38).

    All weeks of the stretch and the taper after it have that layout, so that nothing in them is new
    (R32).
    """
    fullest = season.fullest_week(stretch)
    eased = []
    for slot in layout:
        load = min(slot.load, most_load(race, days_left(slot.day, fullest)))
        eased.append(Slot(number=slot.number, day=slot.day, load=load))
    return tuple(eased)


def days_left(day: Day, when: SeasonWeek) -> int:
    """Days from that day of the week to the race."""
    return days_to_race(when.starts, day, when.season.race_day)


def deload(week: Drafts, *, covers: bool, most_sets: float = inf) -> None:
    """R34: fewer sets and one more repetition in reserve, nothing new. `covers` says that the week
    must have all that it should (R03), whatever goes for that. No more than `most_sets` are eased.
    """
    total = min(week_sets(week), most_sets)
    low, high = DELOAD_SHARE
    middle = (low + high) / 2
    # Of few sets the middle, rounded down, can lie under the least.
    goal = max(ceil(low * total), floor(middle * total))
    _lighten(week, goal, _needed_before_main if covers else _relief_before_main)
    for draft in week:
        draft.lines = tuple([_with_more_reserve(line) for line in draft.lines])


def no_more_than(week: Drafts, most: float, when: SeasonWeek, *, covers: bool) -> Drafts:
    """An easier week with at most so many sets: what it eases may have been less than usual, and
    then it is no more than that. `covers` is as `deload` has it.
    """
    if week_sets(week) <= most:
        return week
    less = [replace(draft) for draft in week]
    last = _needed_before_main if covers else _relief_before_main
    _lighten(less, floor(most), _main_before_needed if when.taper else last)
    return less


def _with_more_reserve(line: Line) -> Line:
    return line if line.rir is None else replace(line, rir=line.rir + DELOAD_RIR)


def taper(
    week: Drafts,
    race: Race,
    when: SeasonWeek,
    known: Iterable[Line],
    most_sets: float = inf,
    *,
    usual: Drafts | None = None,
) -> None:
    """R35 to R38: what stands too near to the race goes, the rest keeps its load and loses sets;
    nothing new. `known` is what the block had before this stretch, the last first; `usual` is the
    week that is eased as its stretch has it, where its own runs leave it less. No more than
    `most_sets` are eased.

    Each taper week is made from the one before, so that no dose grows again.
    """
    total = min(week_sets(week), most_sets)
    had = (*week_lines(week if usual is None else usual), *known)
    tapers = [other for other in when.season.of_stretch(when.stretch) if other.taper]
    for place, other in enumerate(tapers):
        if other.number > when.number:
            break
        first = place == 0
        depth = _taper_depth(total, first=first, floored=first and len(tapers) > 1)
        _taper_week(week, had, race, other, depth)


class _Depth(Struct, frozen=True):
    """How many sets a taper week has."""

    goal: int
    """How many it is brought down to."""
    least: int
    """How many it may not fall under, unless fewer may stand so near to the race (R35)."""
    share_left: float | None
    """The most that its sessions keep of their sets, where others are too near to the race; None
    where that is not asked.
    """


def _taper_depth(total: float, *, first: bool, floored: bool) -> _Depth:
    """What a taper week has of so many sets of the last build week (R35), one at least.

    `floored` says that R35 has a least for this week: for the first of several.
    """
    low, high = TAPER_SHARE
    # The first week goes half of the way, the next ones all of it.
    share = (low + high) / 2 if first else low
    goal = ceil(share * total)
    if goal > high * total:
        goal = floor(high * total)
    least = ceil(low * total) if floored else 0
    return _Depth(
        goal=max(1, goal), least=least, share_left=high if first and not floored else None
    )


def _taper_week(
    week: Drafts, had: tuple[Line, ...], race: Race, when: SeasonWeek, depth: _Depth
) -> None:
    """Ease the week as that taper week is; `had` is what the block had, this stretch first."""
    # 1. What stands too near to the race goes. What is left then may all be too little for the
    #    share that R35 asks for, and is enough.
    relief = _drop_late(week, race, when)
    left = week_sets(week)
    least = min(depth.least, left)
    # A session that stands alone would else be a full one, days before the race.
    most = depth.goal if depth.share_left is None else floor(depth.share_left * left)
    standing = keep(week)
    # 2. First-line work that went moves to an earlier session, and then sets go. A session that
    #    was full loses sets, or whole exercises, to what moves into it. Where that leaves fewer
    #    sets than R35 lets go, the last that moved stays out, and the week is eased again: R35 must
    #    hold, and in a taper R59 asks for no first-line work.
    for moving in range(len(relief), -1, -1):
        put_back(week, standing)
        for line in relief[:moving]:
            _keep_relief(week, line, race, when)
        _keep_main_lift(week, had, race, when)
        if when.number == when.of:
            _ease_race_week(week, race, when)
        # It loses sets for that, and no exercises.
        goal = min(depth.goal, max(most, len(week_lines(week))))
        _lighten(week, goal, _main_before_needed)
        if when.number == when.of:
            _fill_short(week, had, race, when, depth.goal)
        if week_sets(week) >= least:
            return


def _fill_short(
    week: Drafts, had: tuple[Line, ...], race: Race, when: SeasonWeek, most_sets: int
) -> None:
    """Give a session that the race leaves too little to be worth its warm-up more of what the block
    had, a lift and calf work before the rest, a set each and light where it can be, as far as the
    week may have so many sets.
    """
    by_worth = sorted(had, key=lambda line: (not line.main_lift, not line.calf))
    for draft in week:
        days = days_left(draft.slot.day, when)
        most = min(draft.slot.load, most_load(race, days))
        for line in by_worth:
            if not draft.lines or draft.worth_it or week_sets(week) >= most_sets:
                break
            version = replace(light_line(line) or line, sets=1)
            if version.pick.form.contacts or not _may_stand(version, race, days):
                continue
            if not _takes(draft, version):
                continue
            before = draft.lines
            draft.add(_moved(version, draft))
            if draft.load > most or not draft.fits:
                draft.lines = before


def _keep_main_lift(week: Drafts, had: tuple[Line, ...], race: Race, when: SeasonWeek) -> None:
    """R35: the earliest session keeps one of the block's main lifts, light if need be."""
    for draft in week:
        if not draft.lines:
            continue
        if any(line.main_lift for line in draft.lines):
            return
        days = days_left(draft.slot.day, when)
        before = draft.lines
        for line in filter(attrgetter("main_lift"), had):
            for version in (line, light_line(line)):
                if version and _may_stand(version, race, days) and _takes(draft, version):
                    draft.add(_moved(version, draft))
                    # One light lift too many counts in full, as all of them do then.
                    if draft.load <= min(draft.slot.load, most_load(race, days)):
                        return
                    draft.lines = before


def _drop_late(week: Drafts, race: Race, when: SeasonWeek) -> list[Line]:
    """Take out what stands too near to the race, as far as it does not become light enough; return
    what of it is first-line work for a niggle.
    """
    relief = []
    lost = False
    for draft in week:
        days = days_left(draft.slot.day, when)
        light = sum(line.light for line in draft.lines)
        # The main lifts first: they are what the taper keeps.
        for line in sorted(draft.lines, key=lambda line: not line.main):
            if _may_stand(line, race, days):
                continue
            lighter = light_line(line)
            if lighter and light < LIGHT_LIFTS_MAX and _may_stand(lighter, race, days):
                draft.exchange(line, lighter)
                light += 1
                lost = lost or lighter.sets < line.sets
                continue
            draft.remove(line)
            if line.pick.first_line:
                relief.append(line)
        # After a light build week there may be more light lifts than count as light.
        _keep_light(draft, most_load(race, days))
    if lost:
        _spare_main(week)
    return relief


def _keep_light(draft: Draft, most: Load) -> None:
    """Take out light lifts until so few count as light that the load may stand: accessories before
    main work, the last first.
    """
    while draft.load > most:
        light = [line for line in draft.lines if line.light]
        draft.remove(min(reversed(light), key=lambda line: line.main))


def _spare_main(week: Drafts) -> None:
    """No main lift loses a set while an accessory has two (R35)."""
    for draft in week:
        for line in draft.lines:
            if not line.main:
                draft.exchange(line, replace(line, sets=1))


def _ease_race_week(week: Drafts, race: Race, when: SeasonWeek) -> None:
    """R35b: two sets of everything but jumps, and what stands last is light, where that is near."""
    sessions = [draft for draft in week if draft.lines]
    lost = False
    for draft in sessions:
        days = days_left(draft.slot.day, when)
        last = draft is sessions[-1] and days <= LAST_SESSION_DAYS
        for line in draft.lines:
            if line.pick.form.contacts:
                continue
            eased = replace(line, sets=min(line.sets, RACE_WEEK_SETS))
            if last and (lighter := light_line(eased)) is not None:
                eased = lighter
            draft.exchange(line, eased)
            lost = lost or (line.main and eased.sets < line.sets)
        if last:
            _keep_light(draft, most_load(race, days))
    if lost:
        _spare_main(week)


def light_line(line: Line) -> Line | None:
    """The line as a light one; None where it cannot be, or is."""
    if line.light or not line.lift:
        return None
    rir = None if line.rir is None else max(line.rir, LIGHT_RIR)
    most = Range(min(line.sets_range.low, LIGHT_SETS), min(line.sets_range.high, LIGHT_SETS))
    return replace(line, light=True, sets=min(line.sets, LIGHT_SETS), sets_range=most, rir=rir)


def fresh_line(line: Line) -> Line:
    """The line as it is done on the day before a long run: a lift has as few sets as a light one,
    unless it had more before (R31), and as many repetitions left. Calves keep their sets (R08).
    """
    if line.light or not line.lift or line.pick.form.pattern not in LIFT_PATTERNS:
        return line
    low = line.sets_range.low
    sets = Range(low, min(line.sets_range.high, max(low, LIGHT_SETS)))
    rir = None if line.rir is None else max(line.rir, LIGHT_RIR)
    return replace(line, sets_range=sets, rir=rir)


def _keep_relief(week: Drafts, line: Line, race: Race, when: SeasonWeek) -> None:
    """R59: the only first-line work for a niggle moves to an earlier session where its own is too
    near to the race.
    """
    if line.pick.first_line and _relieved(week).issuperset(line.pick.first_line):
        return
    for draft in week:
        days = days_left(draft.slot.day, when)
        # A session that has lost all its lines is none any more.
        if draft.lines and _may_stand(line, race, days) and _takes(draft, line):
            before = draft.lines
            # What is moved is there for the sore spot alone: one set will do.
            draft.add(_moved(line if line.main else replace(line, sets=1), draft))
            if draft.load <= min(draft.slot.load, most_load(race, days)):
                return
            draft.lines = before


def _relieved(week: Drafts) -> set[Niggle]:
    """The niggles that the week has first-line work for."""
    niggles: set[Niggle] = set()
    for line in week_lines(week):
        niggles.update(line.pick.first_line)
    return niggles


def _takes(draft: Draft, line: Line) -> bool:
    """Whether the session's day may have the line's load and has its kit, and nothing in it is like
    the line.
    """
    load = dosed_load(line.pick.form.load, light=line.light)
    has_kit = draft.kit is None or set(line.pick.kit).issubset(draft.kit)
    return load <= draft.slot.load and has_kit and not draft.clashes(line)


def _moved(line: Line, draft: Draft) -> Line:
    """The line in another session than its own: a harder form has to have its kit there, too."""
    harder = line.pick.harder
    if harder is None or draft.kit is None or set(harder.kit).issubset(draft.kit):
        return line
    return replace(line, pick=replace(line.pick, harder=None))


def _may_stand(line: Line, race: Race, days: int) -> bool:
    """Whether that many days before the race are enough for the line (R36, R37, R38)."""
    form = line.pick.form
    load = dosed_load(form.load, light=line.light)
    return may_stand(race, days, load, jumps=form.contacts > 0)


def _lighten(week: Drafts, goal: int, last: Callable[[_Place], tuple[bool, ...]]) -> None:
    """Take sets away, one at a time, until every session fits and the week has `goal` of them: what
    it can best do without first. `last` tells which lines go last where none has a set to give.
    """
    # What moved into a session may be one exercise too many.
    for draft in week:
        while len(draft.lines) > EXERCISES.high:
            _drop(week, [draft], last)
    # Sessions that are too full come first: what they lose counts towards the goal.
    while over := [draft for draft in week if not draft.fits]:
        next(_cuts(week, over, last))
    cuts = _cuts(week, week, last)
    while week_sets(week) > goal:
        next(cuts)


class _Place(Struct, frozen=True):
    """A line that may lose a set, and where it stands."""

    draft: Draft
    line: Line
    stays: bool
    """Whether the week would lack something without it."""
    rank: tuple[int, int]
    """Long sessions come before short ones, and their last lines first."""


def _cuts(
    week: Drafts, drafts: Drafts, last: Callable[[_Place], tuple[bool, ...]]
) -> Iterator[None]:
    """A set less in one of the sessions at each step, or a line less where none has a set to give:
    what gives nothing more gives nothing later.
    """
    # No main lift loses a set while an accessory has two (R35).
    while _take_set(drafts, least=1, main=False):
        yield
    while _take_set(drafts, least=MAIN_SETS_MIN):
        yield
    # Two sets of a lift are worth more than what is beside it.
    while beside := [place for place in _places(week, drafts) if _is_beside(place)]:
        spare = min(beside, key=lambda place: place.rank)
        spare.draft.remove(spare.line)
        yield
    while _take_set(drafts, least=1):
        yield
    while True:
        _drop(week, drafts, last)
        yield


def _take_set(drafts: Drafts, *, least: int, main: bool = True) -> bool:
    """Take a set from the line that has most of those that have more than the `least`, main work
    among them or not: the last of the longest session, so none is left with much while others have
    next to nothing. False where none gives one.
    """
    thickest = (least, 0, 0)
    chosen: tuple[Draft, Line] | None = None
    for draft in drafts:
        sets = draft.sets
        for number, line in enumerate(draft.lines):
            if line.sets <= least or (line.main and not main):
                continue
            key = (line.sets, sets, number)
            if key > thickest:
                thickest, chosen = key, (draft, line)
    if chosen is None:
        return False
    draft, line = chosen
    draft.exchange(line, replace(line, sets=line.sets - 1))
    return True


def _is_beside(place: _Place) -> bool:
    """Whether it is no lift, and nothing that the week would lack."""
    return not place.stays and place.line.pick.exercise.role not in LIFT_ROLES


def _drop(week: Drafts, drafts: Drafts, last: Callable[[_Place], tuple[bool, ...]]) -> None:
    """Take out a whole line of one of the sessions."""
    places = _places(week, drafts)
    spare = min(places, key=lambda place: (*last(place), place.rank))
    spare.draft.remove(spare.line)


def _places(week: Drafts, drafts: Drafts) -> list[_Place]:
    """All lines of these sessions of the week."""
    must_stay = needed_lines(week)
    places = []
    for draft in drafts:
        sets = draft.sets
        for number, line in enumerate(draft.lines):
            places.append(_Place(draft, line, line in must_stay, (-sets, -number)))
    return places


def _relieves(place: _Place) -> bool:
    """Whether the athlete is sore without it: that goes last of all."""
    return place.stays and bool(place.line.pick.first_line)


def _needed_before_main(place: _Place) -> tuple[bool, ...]:
    """A deload still has all that a week must have (R03)."""
    return _relieves(place), place.stays, place.line.main


def _relief_before_main(place: _Place) -> tuple[bool, ...]:
    """A deload has first-line work, whatever else it must have (R59)."""
    return _relieves(place), place.line.main, place.stays


def _main_before_needed(place: _Place) -> tuple[bool, ...]:
    """A taper keeps its lifts (R35), and R59 asks nothing of it."""
    return place.line.main, _relieves(place), place.stays
