"""Less after days without training, and after an illness (R72 to R75)."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from msgspec.structs import replace

from befit_cli.evidence.dose import GROWS_A_WEEK, HOLD_STEP_S
from befit_cli.evidence.jumps import first_jump
from befit_cli.evidence.load import LIGHT_SETS
from befit_cli.evidence.progress import (
    AGAIN_DAYS,
    EASED_DAYS,
    EASED_SETS,
    EASED_SHARE,
    EASED_WEEK_FROM,
    EASED_WEEK_SHARE,
    ITS_OWN_DAYS,
    LIGHT_WEIGHT,
    RESTART_REPS,
    RESTART_SETS,
    RESTART_SHARE,
    takes_away,
)
from befit_cli.planning.draft import Draft, Line
from befit_cli.planning.easier_lines import light_line, with_rir_of_light
from befit_cli.planning.forms import easier_line, form_before
from befit_cli.planning.morning import Morning, because
from befit_cli.planning.next_weight import kg_of
from befit_cli.planning.record import (
    Done,
    amount_done,
    asked_amount,
    last_kg,
    last_telling,
    of_form,
    telling,
)
from befit_cli.values import Adapted, AdaptedKey, Day, Load, monday_of


def after_gap(morning: Morning, line: Line, done: list[Done]) -> Line:
    """R72 to R74: the line after so many days without training."""
    gap = morning.gap
    same = of_form(done, line.pick.form.name)
    if gap <= AGAIN_DAYS.high:
        return _again(morning, line, same, gap)
    if gap <= EASED_DAYS.high:
        share = EASED_WEEK_SHARE if gap >= EASED_WEEK_FROM else EASED_SHARE
        return replace(
            with_rir_of_light(line),
            sets=ceil(line.sets * EASED_SETS),
            at=_no_more(morning, line, same),
            kg=_share(morning, line, same, share),
            adapted=_after_days(morning, line, AdaptedKey.EASED_IN, share),
        )
    return _restarted(morning, line, same)


def _after_days(morning: Morning, line: Line, key: AdaptedKey, share: float) -> Adapted:
    """Why the line is less: so much of its weight is said of what has one."""
    if morning.owned(line) is None:
        return because(key, days=morning.gap)
    return because(key, days=morning.gap, percent=round(100 * share))


def _again(morning: Morning, line: Line, same: list[Done], gap: int) -> Line:
    last = last_telling(same)
    if last is None or line.light or last.work.asked is None:
        return replace(line, kg=kg_of(morning, line, same))
    asked = last.work.asked
    amount = asked.hold_s if line.holds else asked.reps
    sets = min(line.sets, asked.sets)
    at = min(line.at, amount or line.at)
    # Not fewer than the week would ask of anybody.
    at = line.at if line.pick.rules else max(at, min(line.at, line.work.low))
    again = replace(line, sets=sets, at=at, kg=last.kg or None)
    if (again.sets, again.at) == (line.sets, line.at):
        return again
    return replace(again, adapted=because(AdaptedKey.AGAIN, days=gap))


def _restarted(morning: Morning, line: Line, same: list[Done]) -> Line:
    return replace(
        line,
        sets=min(line.sets, RESTART_SETS),
        at=_least(line),
        rir=with_rir_of_light(line).rir,
        kg=_share(morning, line, same, RESTART_SHARE),
        adapted=_after_days(morning, line, AdaptedKey.FROM_THE_BEGINNING, RESTART_SHARE),
    )


def _least(line: Line) -> int:
    """R74: what the line asks at a new beginning."""
    if line.pick.rules or line.pick.form.contacts:
        return line.at
    if line.holds:
        return min(line.at, max(1, int(RESTART_SHARE * line.at) // HOLD_STEP_S) * HOLD_STEP_S)
    if line.pick.heavy and line.main:
        return max(line.at, RESTART_REPS)
    return max(min(line.at, line.work.low, RESTART_REPS), int(RESTART_SHARE * line.at))


def _share(morning: Morning, line: Line, same: list[Done], share: float) -> float | None:
    """So much of the weight that was lifted last, of what is owned."""
    owned = morning.owned(line)
    full = last_kg(telling(same))
    if owned is None or full is None:
        return kg_of(morning, line, same)
    # What is light for the first week back alone has the share of that.
    first_back = morning.gap >= EASED_WEEK_FROM and not (morning.when.ramp or line.pick.light)
    share = min(share, LIGHT_WEIGHT) if line.light and not first_back else share
    return owned.at_most(share * full, full)


def _no_more(morning: Morning, line: Line, same: list[Done]) -> int:
    """What the line asks, but no more than was asked of its form last."""
    last = last_telling(same)
    if last is None or line.pick.rules or line.light:
        return line.at
    amount = asked_amount(last, line)
    if amount is None:
        return line.at
    return min(line.at, max(amount, morning.begun(line).work.low))


def in_known_form(morning: Morning, line: Line, done: list[Done]) -> Line:
    """R73 and R74: the line in the form that was done last, where a harder one is new in a stretch
    that has weeks without training: that comes in the stretch after it.
    """
    back = morning.came_back
    if back is None or back < morning.when.stretch_begins:
        return line
    known = form_before(morning, line, done)
    return line if known is None else replace(known, adapted=because(AdaptedKey.ON_AFTER_GAP))


def before_week(morning: Morning, done: list[Done]) -> list[Done]:
    """What was done before the week of that morning."""
    return [each for each in done if each.session.date < monday_of(morning.day)]


def is_new_in_restart(morning: Morning, line: Line, done: list[Done]) -> bool:
    """R74: whether the line is a lift in the first week that ever has its form, where that comes so
    soon after a beginning.
    """
    restart, form = morning.restart, line.pick.form.name
    if restart is None or not restart.is_on or light_line(line) is None:
        return False
    if of_form(before_week(morning, done), form):
        return False
    begun, this_week = morning.when.stretch_begins, monday_of(morning.day)
    return not any(begun <= day < this_week for day in morning.days_ahead(line))


def new_in_restart(morning: Morning, line: Line) -> tuple[Line, ...]:
    """R74: a lift that is new so soon after a beginning: the dose that this had; and with no more
    repetitions than the line, where that finds no room.
    """
    assert morning.restart is not None
    light = light_line(line) or line
    why = because(AdaptedKey.FROM_THE_BEGINNING, days=morning.restart.days)
    sets = min(light.sets, RESTART_SETS)
    begun = replace(light, sets=sets, at=_least(light), kg=None, adapted=why)
    return begun, replace(begun, at=line.at)


def on_from_new(morning: Morning, line: Line, done: list[Done]) -> Line:
    """R74: a lift that was new so soon after a beginning, with a set or two repetitions more than
    it had last, up to what is planned; no more in a week that does not build.
    """
    if morning.restart is None or not line.can_be_light or line.pick.rules:
        return line
    weeks = _weeks_with(morning, line, done)
    if not weeks or not morning.restart.was_on(min(weeks)):
        return line
    last_sets, last_at = weeks[max(weeks)]
    builds = morning.when.build
    sets = min(line.sets, last_sets + builds)
    grown = GROWS_A_WEEK * line.unit if builds and sets <= last_sets else 0
    at = min(line.at, last_at + grown)
    if (sets, at) == (line.sets, line.at):
        return line
    adapted = line.adapted
    if adapted is None or not takes_away(adapted):
        adapted = because(AdaptedKey.ON_AFTER_GAP)
    return replace(line, sets=sets, at=at, adapted=adapted)


def as_easy_as_had(morning: Morning, line: Line, done: list[Done]) -> Line:
    """R34: what an easier week has, with no more repetitions than its stretch has had of the form:
    weeks that were missed had none of what was planned.
    """
    form, begun = line.pick.form.name, morning.when.stretch_begins
    ahead = [lines for monday, lines in morning.lines_ahead.items() if monday >= begun]
    if morning.when.build or line.pick.rules or any(form in lines for lines in ahead):
        return line
    same = [each for each in of_form(before_week(morning, done), form) if each.light == line.light]
    of_stretch = [each for each in same if each.session.date >= begun]
    amounts = []
    # Where the stretch was missed whole, the last that was done before it tells.
    for each in of_stretch or same[-1:]:
        amounts += [asked_amount(each, line) or 0, amount_done(each, line) or 0]
    most = max(amounts, default=0) or line.at
    if line.at <= most:
        return line
    return replace(line, at=most, adapted=line.adapted or because(AdaptedKey.REPS_STAY))


def _weeks_with(morning: Morning, line: Line, done: list[Done]) -> dict[date, tuple[int, int]]:
    """Under the Mondays of the weeks before, but for easier ones, that had the line's form: the
    most sets of it, and the work of a set.
    """
    form = line.pick.form.name
    weeks = {}
    for monday, lines in morning.lines_ahead.items():
        if form in lines:
            weeks[monday] = lines[form].sets, lines[form].at
    logged: dict[date, tuple[int, int]] = {}
    for each in of_form(before_week(morning, done), form):
        amount = amount_done(each, line)
        if amount is not None and not each.eased:
            monday = monday_of(each.session.date)
            logged[monday] = max(logged.get(monday, (0, 0)), (each.work.sets, amount))
    return weeks | logged


def rung_of_its_turn(morning: Morning, line: Line, done: list[Done]) -> Line:
    """R25: a jump no higher than the rung above the one that was done last before its stretch, or
    than the first where none was: it may have waited since weeks without training.
    """
    if morning.restart is None or not line.pick.form.contacts:
        return line
    possible = morning.task.repertoires.on(Day.of(morning.day)).rungs_of(line.pick.exercise)
    forms = [rung.form for rung in possible if rung.form.contacts]
    names = [form.name for form in forms]
    begun = morning.when.stretch_begins
    before = [each.work.form for each in done if each.session.date < begun]
    turn = max(
        [names.index(name) + 1 for name in before if name in names],
        default=first_jump(forms, hopped=True),
    )
    if line.pick.form.name not in names[turn + 1 :]:
        return line
    lower = easier_line(morning, line, done, lambda rung, _: rung.form.name == names[turn])
    if lower is None:
        return line
    why = because(AdaptedKey.ON_AFTER_GAP)
    return replace(lower, at=lower.amount(morning.when.step), adapted=why)


class OwnGap(NamedTuple):
    """Weeks without one exercise, whatever else was done."""

    last: date
    """The day on which it was done before them."""
    since: int
    """How often it was done since, but for light work."""


def own_gap(morning: Morning, line: Line, done: list[Done]) -> OwnGap | None:
    """The last weeks without the line's exercise; None where there are none."""
    done_on = [each.session.date for each in done]
    days = sorted({*done_on, *morning.days_ahead(line), morning.day})
    for after, before in pairwise(reversed(days)):
        if (after - before).days >= ITS_OWN_DAYS:
            return OwnGap(before, _times_since(morning, line, done, before))
    return None


def _times_since(morning: Morning, line: Line, done: list[Done], last: date) -> int:
    """How often the line's exercise was done after that day, but for light work."""
    usual = [*[each.session.date for each in telling(done)], *morning.days_ahead(line)]
    return len([day for day in usual if day > last])


def on_after_gap(morning: Morning, line: Line, done: list[Done], gap: OwnGap) -> Line:
    """R72: the line as it was done last of its form before the gap, with a set or a step more for
    each time since, up to what is planned; a set more each time, too, than what was less on the
    days on which the runner came back.
    """
    if line.light or line.pick.rules:
        return line
    sets, at, kg = line.sets, line.at, line.kg
    back = [each for each in done if each.session.date > gap.last and morning.came_back_to(each)]
    if back:
        # From what was less after days without training it is a set more each time.
        then = back[-1]
        sets = min(sets, then.work.sets + 1 + _times_since(morning, line, done, then.session.date))
    same = of_form(done, line.pick.form.name)
    last = last_telling([each for each in same if each.session.date <= gap.last])
    if last is not None:
        sets = min(sets, last.work.sets + gap.since)
        amount = amount_done(last, line)
        if amount is not None:
            grown = line.step * max(0, last.work.sets + gap.since - sets)
            at = min(at, max(amount + grown, morning.begun(line).work.low))
        if kg is not None and last.kg is not None and not gap.since:
            kg = last.kg
    if (sets, at, kg) == (line.sets, line.at, line.kg):
        return line
    adapted = line.adapted
    if adapted is None or not takes_away(adapted):
        adapted = because(AdaptedKey.ON_AFTER_GAP)
    return replace(line, sets=sets, at=at, kg=kg, adapted=adapted)


def jumps_begun(morning: Morning, line: Line, done: list[Done]) -> Line:
    """R25: a jump no further than as many weeks with it have brought it, where the log was kept
    since its stretch began, or its runner begins again: what gave way to an illness begins when it
    comes.
    """
    form = line.pick.form
    known = morning.restart is not None or morning.log.counts(morning.when.stretch_begins)
    if not (form.contacts and known):
        return line
    done_on = [each.session.date for each in of_form(done, form.name)]
    this_week = monday_of(morning.day)
    weeks = {monday_of(day) for day in [*done_on, *morning.days_ahead(line)] if day < this_week}
    at = line.amount(min(len(weeks), morning.when.step))
    if at >= line.at:
        return line
    return replace(line, at=at, adapted=because(AdaptedKey.REPS_STAY))


def after_illness(morning: Morning, draft: Draft, most: Load) -> None:
    """R75: make the session no more than that load: first light lifts, then fewer of them; and
    nothing in it, but for a sore spot, has more sets than those lifts have.
    """
    why = because(AdaptedKey.AFTER_ILLNESS, session=morning.step, load=most.value)
    few = 1 if most is Load.LOW else LIGHT_SETS
    draft.most_hops = 0
    before = draft.lines
    for line in draft.lines:
        if line.pick.form.contacts:
            draft.remove(line)
            continue
        light = light_line(line) if line.pick.form.load > most else None
        if light is not None:
            same = of_form(morning.done(line), line.pick.form.name)
            kg = _share(morning, light, same, LIGHT_WEIGHT)
            draft.exchange(line, replace(light, sets=min(light.sets, few), kg=kg, adapted=why))
        elif line.pick.form.load > most or (line.sets > few and not line.pick.first_line):
            draft.exchange(line, replace(line, sets=min(line.sets, few), adapted=why))
    while draft.load > most:
        heaviest = max(draft.lines, key=lambda line: (line.pick.form.load, not line.main))
        draft.remove(heaviest)
    # What was taken out says no more why there is less: something that is left does.
    says_it = any(takes_away(line.adapted) for line in draft.lines)
    if draft.lines and draft.lines != before and not says_it:
        line = min(draft.in_order(), key=lambda line: line.adapted is not None)
        draft.exchange(line, replace(line, adapted=why))
