"""A full week -> the taper, and the week of the race."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import ceil, floor, inf
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from befit_cli.evidence.block import (
    LAST_DAYS,
    LAST_DAYS_SETS,
    LAST_SESSION_EXERCISES,
    LAST_SESSION_MINUTES,
    RACE_WEEK_SETS,
    TAPER_SHARE,
    days_to_race,
    makes_sore,
    may_stand,
    most_load,
)
from befit_cli.evidence.coverage import LIFT_PATTERNS, REGIONS
from befit_cli.evidence.load import LIGHT_LIFTS_MAX, dosed_load
from befit_cli.evidence.session import EXERCISES
from befit_cli.evidence.week import wants_fresh_legs
from befit_cli.planning.draft import Draft, Drafts, Line, keep, put_back, week_lines, week_sets
from befit_cli.planning.easier_lines import fresh_line, light_line
from befit_cli.planning.fewer_sets import cut_down, early_before_late, main_before_needed
from befit_cli.values import Day, Load, Niggle, Race, Region, Season, SeasonWeek, Slot, Stretch


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
    had = _had(week if usual is None else usual, known)
    tapers = [other for other in when.season.of_stretch(when.stretch) if other.taper]
    for place, other in enumerate(tapers):
        if other.number > when.number:
            break
        first = place == 0
        depth = _taper_depth(total, first=first, floored=first and len(tapers) > 1)
        _taper_week(week, had, race, other, depth)


class _Had(Struct, frozen=True):
    """What the block had before its taper."""

    lines: tuple[Line, ...]
    """Each of its lines, those of the last build week first."""
    sets: Mapping[str, int]
    sessions: Mapping[str, int]
    """How many sets and sessions that week had of an exercise, under its id."""
    forms: Mapping[str, int]
    """How many sessions it had of a form, under its name."""

    def stands_often(self, week: Drafts, line: Line) -> bool:
        """Whether the week has the line's form in as many sessions as that week had."""
        name = line.pick.form.name
        now = [other for other in week_lines(week) if other.pick.form.name == name]
        return len(now) >= self.forms[name]

    def allows(self, week: Drafts, line: Line) -> bool:
        """R35c: whether the week may have the line as well."""
        id_ = line.pick.exercise.id
        now = [other for other in week_lines(week) if other.pick.exercise.id == id_]
        sets = line.sets + sum([other.sets for other in now])
        return sets <= self.sets[id_] and len(now) < self.sessions[id_]


def _had(week: Drafts, known: Iterable[Line]) -> _Had:
    """What the block had whose last build week that is; `known` is older."""
    lines = week_lines(week)
    sets: Counter[str] = Counter()
    for line in lines:
        sets[line.pick.exercise.id] += line.sets
    sessions = Counter([line.pick.exercise.id for line in lines])
    forms = Counter([line.pick.form.name for line in lines])
    return _Had((*lines, *known), sets, sessions, forms)


class _Depth(Struct, frozen=True):
    """How many sets a taper week has."""

    goal: int
    """How many it is brought down to."""
    most: int
    """How many it may have (R35)."""
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
        goal=max(1, goal),
        most=floor(high * total),
        least=least,
        share_left=high if first and not floored else None,
    )


def _taper_week(week: Drafts, had: _Had, race: Race, when: SeasonWeek, depth: _Depth) -> None:
    """Ease the week as that taper week is."""
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
            _keep_relief(week, had, line, race, when)
        _keep_main_lift(week, had, race, when)
        last = when.number == when.of
        if last:
            _ease_race_week(week, race, when)
        # It loses sets for that, and no exercises.
        goal = min(depth.goal, max(most, len(week_lines(week))))
        cut_down(week, goal, early_before_late if last else main_before_needed)
        if last:
            _fill_short(week, had, race, when, depth.most)
        if week_sets(week) >= least:
            return


def _fill_short(week: Drafts, had: _Had, race: Race, when: SeasonWeek, most_sets: int) -> None:
    """Give a session that the race leaves too little to be worth its warm-up more of what the block
    had, as far as the week may have so many sets, and else something of another session that has
    more.
    """
    for draft in week:
        if draft.lines:
            _bring_back(week, draft, had, race, when, most_sets)
            _take_over(week, draft, race, when)


def _bring_back(
    week: Drafts, draft: Draft, had: _Had, race: Race, when: SeasonWeek, most_sets: int
) -> None:
    """Let into a short session what the block had: a lift and calf work before the rest."""
    for line in sorted(had.lines, key=lambda line: (not line.main_lift, not line.calf)):
        if draft.worth_it or week_sets(week) >= most_sets:
            return
        version = _least(line)
        if had.allows(week, version) and not had.stands_often(week, line):
            _fit_in(draft, version, race, when)


def _take_over(week: Drafts, draft: Draft, race: Race, when: SeasonWeek) -> None:
    """Let into a short session what is no main work of those that have exercises to spare, the last
    of each first.
    """
    for other in week:
        for line in reversed(other.in_order()):
            if draft.worth_it or len(other.lines) <= EXERCISES.low:
                break
            if not line.main and _fit_in(draft, _least(line), race, when):
                other.remove(line)


def _least(line: Line) -> Line:
    """The line with a set, and light where it can be."""
    return replace(light_line(line) or line, sets=1)


def _fit_in(draft: Draft, line: Line, race: Race, when: SeasonWeek) -> bool:
    """Put a line of another session into one of that week; False where it may not stand there, has
    no room, or jumps.
    """
    before = draft.lines
    if line.pick.form.contacts or not _let_in(draft, line, race, when):
        return False
    if draft.fits:
        return True
    draft.lines = before
    return False


def _keep_main_lift(week: Drafts, had: _Had, race: Race, when: SeasonWeek) -> None:
    """R35: the earliest session keeps one of the block's main lifts, light if need be."""
    for draft in week:
        if not draft.lines:
            continue
        if any(line.main_lift for line in draft.lines):
            return
        lifts = filter(attrgetter("main_lift"), had.lines)
        for line in sorted(lifts, key=lambda line: had.stands_often(week, line)):
            for version in (line, light_line(line)):
                if version is None or not had.allows(week, version):
                    continue
                if _let_in(draft, version, race, when):
                    return


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
    """R35b: two sets of everything but jumps; in the last days all is light, a set each, and the
    last session short.
    """
    sessions = [draft for draft in week if draft.lines]
    lost = False
    for draft in sessions:
        days = days_left(draft.slot.day, when)
        near = days <= LAST_DAYS[race]
        most = LAST_DAYS_SETS if near else RACE_WEEK_SETS
        for line in draft.lines:
            if line.pick.form.contacts:
                continue
            eased = replace(line, sets=min(line.sets, most))
            if near and (lighter := light_line(eased)) is not None:
                eased = lighter
            draft.exchange(line, eased)
            lost = lost or (line.main and eased.sets < line.sets)
        if near:
            _keep_light(draft, most_load(race, days))
            if draft is sessions[-1]:
                lost = _shorten(draft) or lost
    if lost:
        _spare_main(week)


def _shorten(draft: Draft) -> bool:
    """Take exercises out of the last session before the race until it is a short one; return
    whether a main lift went. A lift, calf work and what is for the hips or the trunk stay longest;
    what else tires the legs goes first, and then the last.
    """
    lost = False
    while _is_long(draft):
        kept = _of_each_kind(draft)
        line = min(
            [line for line in reversed(draft.in_order()) if line not in kept],
            key=lambda line: (bool(line.pick.first_line), line.main, not line.can_be_light),
        )
        lost = lost or line.main
        draft.remove(line)
    return lost


def _is_long(draft: Draft) -> bool:
    """Whether it is long for the last session before the race, and has exercises to lose."""
    exercises = LAST_SESSION_EXERCISES.clamp(len(draft.lines))
    too_many = exercises < len(draft.lines)
    return too_many or (
        exercises > LAST_SESSION_EXERCISES.low and draft.minutes > LAST_SESSION_MINUTES
    )


def _of_each_kind(draft: Draft) -> list[Line]:
    """The first lift of a session, its first calf work, and the first that is for the hips or the
    trunk.
    """
    first: dict[str, Line] = {}
    for line in draft.in_order():
        pattern = line.pick.form.pattern
        if pattern in LIFT_PATTERNS:
            first.setdefault("lift", line)
        elif line.calf:
            first.setdefault("calf", line)
        elif not {Region.HIPS, Region.CORE}.isdisjoint(REGIONS[pattern]):
            first.setdefault("hips or trunk", line)
    return list(first.values())


def _keep_relief(week: Drafts, had: _Had, line: Line, race: Race, when: SeasonWeek) -> None:
    """R59: the only first-line work for a niggle moves to an earlier session where its own is too
    near to the race.
    """
    if line.pick.first_line and _relieved(week).issuperset(line.pick.first_line):
        return
    # What is moved is there for the sore spot alone: one set will do.
    version = line if line.main else replace(line, sets=1)
    if not had.allows(week, version):
        return
    for draft in week:
        # A session that has lost all its lines is none any more.
        if draft.lines and _let_in(draft, version, race, when):
            return


def _relieved(week: Drafts) -> set[Niggle]:
    """The niggles that the week has first-line work for."""
    niggles: set[Niggle] = set()
    for line in week_lines(week):
        niggles.update(line.pick.first_line)
    return niggles


def _let_in(draft: Draft, line: Line, race: Race, when: SeasonWeek) -> bool:
    """Put a line of another session into one of that week; False where it may not stand there."""
    day = draft.slot.day
    days = days_left(day, when)
    if not (_may_stand(line, race, days) and _takes(draft, line)):
        return False
    before = draft.lines
    moved = _moved(line, draft)
    if wants_fresh_legs(race, when.runs, day, when.before, when.after):
        moved = fresh_line(moved)
    draft.add(moved)
    # One light lift too many counts in full, as all of them do then.
    if draft.load <= min(draft.slot.load, most_load(race, days)):
        return True
    draft.lines = before
    return False


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
    sore = makes_sore(form.pattern, form.load, line.seconds_per_rep)
    return may_stand(race, days, load, jumps=form.contacts > 0, sore=sore)
