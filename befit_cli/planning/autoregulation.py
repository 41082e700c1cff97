"""What more or less than was asked changes: the form, the weight, the repetitions (R76, R77)."""

from __future__ import annotations

from itertools import islice

from msgspec.structs import replace

from befit_cli.evidence.dose import GROWS_A_WEEK, most_work
from befit_cli.evidence.progress import (
    DOWN,
    LESS,
    OVER,
    OVER_SESSIONS,
    REPS_AT_ONE_WEIGHT,
    UP,
    Sign,
    rises,
)
from befit_cli.planning.draft import Line
from befit_cli.planning.forms import easier_line, harder_line, is_as_good
from befit_cli.planning.morning import Morning, because
from befit_cli.planning.next_weight import left_at, reached, step_above
from befit_cli.planning.record import (
    Done,
    asked_amount,
    had_less,
    is_at,
    last_kg,
    last_move,
    last_telling,
    of_form,
    streak,
    telling,
    went_over,
)
from befit_cli.values import AdaptedKey


def with_form(morning: Morning, line: Line, done: list[Done], *, new_forms: bool) -> Line:
    """The line in the form that the log has come to: the one above what was mastered in it, the one
    below what was too much; with no `new_forms`, and in easier weeks, one that was done before.
    """
    if line.light or morning.when.ramp or line.pick.form.contacts:
        return line
    may_be_new = new_forms and not morning.sleeps(line)
    seen = {line.pick.form.name}
    reached = line
    while True:
        following = None
        key = AdaptedKey.HARDER_FORM
        sign = _last_move(morning, line, done)
        if sign in UP:
            following = harder_line(morning, line, done)
        elif sign is not None:
            following = easier_line(morning, line, done, is_as_good)
            key = AdaptedKey.EASIER_FORM
        elif all(each.work.form != line.pick.form.name for each in done):
            following = _too_much_already(morning, line, done)
        if following is None or following.pick.form.name in seen:
            return reached
        known = any(each.work.form == following.pick.form.name for each in done)
        why = because(AdaptedKey.FORM_STAYS)
        if sign is not None and not known:
            why = because(key, sign=sign.value)
        seen.add(following.pick.form.name)
        line = replace(following, adapted=why)
        # What is new may lie on the way to what was done before.
        if known or may_be_new:
            reached = line


def _too_much_already(morning: Morning, line: Line, done: list[Done]) -> Line | None:
    """The form below one that is new, where that was too much the last two times."""
    below = easier_line(morning, line, done, is_as_good)
    if below is None:
        return None
    sign = streak(of_form(done, below.pick.form.name), below.pick.form.name)
    return None if sign is None or sign in UP else below


def _last_move(morning: Morning, line: Line, done: list[Done]) -> Sign | None:
    """What the last two sessions with the form said, where they ask for another form."""
    form = line.pick.form.name
    sign = last_move(done, form)
    if sign is None:
        return None
    same = of_form(done, form)
    if morning.owned(line) is None or last_kg(same) is None:
        return sign
    # With weight it is the weight that moves, until there is none that would do.
    return sign if _weight_is_spent(morning, line, same, sign) else None


def _weight_is_spent(morning: Morning, line: Line, same: list[Done], sign: Sign) -> bool:
    owned, last = morning.owned(line), telling(same)[-1]
    assert owned is not None
    lifted = last.kg
    if lifted is None or last.work.asked is None:
        return False
    if sign not in UP:
        return owned.at_most(LESS * lifted, lifted) is None
    if last.sign not in UP:
        return False
    above = step_above(owned, lifted)
    if above is not None and (rises(above, lifted) or reached(morning, line, last, above)):
        return False
    return (asked_amount(last, line) or 0) >= _top(line)


def changed(morning: Morning, line: Line, done: list[Done]) -> Line:
    """The line with the weight or the repetitions that the log has come to."""
    same = of_form(done, line.pick.form.name)
    line = _begun_anew(morning, line, same)
    if morning.sleeps(line):
        return line
    # What went well with less, for pain or after weeks without, says nothing of more; and the
    # first session after it is as it was before.
    sign = None
    if not morning.was_eased(line, done[-1]):
        sign = streak(_last_usual(morning, line, done), line.pick.form.name)
    if sign is None:
        return _longer(line, same, sign)
    if sign in UP:
        return _more(morning, line, same, sign)
    return _fewer(morning, line, same, sign)


def _last_usual(morning: Morning, line: Line, done: list[Done]) -> list[Done]:
    """The last sessions that say something of what comes, and were not made less."""
    usual = (each for each in reversed(telling(done)) if not morning.was_eased(line, each))
    return list(islice(usual, OVER_SESSIONS))[::-1]


def _begun_anew(morning: Morning, line: Line, same: list[Done]) -> Line:
    """After a step of weight the repetitions begin anew, where no phase says their number; and
    after less, for pain or for they were too many, they go on from there.
    """
    last = last_telling(same)
    if last is None or line.pick.rules:
        return line
    amount = asked_amount(last, line)
    if amount is None:
        return line
    weighted = line.kg is not None and is_at(last, line.kg)
    eased = morning.was_eased(line, last)
    less = weighted or (line.kg is None and had_less(same))
    if not (eased or (less and not line.pick.heavy)):
        return line
    stays = last.sign in DOWN or morning.sleeps(line)
    more = line.step if eased else GROWS_A_WEEK * line.unit
    at = amount if stays else amount + more
    if at >= line.at:
        return line
    key = AdaptedKey.WEIGHT_STAYS if weighted else AdaptedKey.REPS_STAY
    return replace(line, at=at, adapted=line.adapted or because(key))


def _more(morning: Morning, line: Line, same: list[Done], sign: Sign) -> Line:
    last = telling(same)[-1]
    owned = morning.owned(line)
    lifted = last.kg
    if owned is None or lifted is None:
        return _longer(line, same, sign)
    wanted = step_above(owned, lifted)
    if wanted is not None and rises(wanted, lifted):
        return replace(line, kg=wanted, adapted=because(AdaptedKey.HEAVIER, sign=sign.value))
    if wanted is not None and (reps := reached(morning, line, last, wanted)):
        why = because(AdaptedKey.HEAVIER, sign=sign.value)
        rir = left_at(morning, line, last, wanted, reps)
        return replace(line, at=reps, rir=rir, kg=wanted, adapted=why)
    return _longer(line, same, sign)


def _longer(line: Line, same: list[Done], sign: Sign | None) -> Line:
    """A repetition more than the last time, or a step of seconds, as far as it goes; what came to
    it before stays.
    """
    last = last_telling(same)
    # How much a niggle allows is its own to say.
    if last is None or line.pick.rules or not went_over(same):
        return line
    amount = asked_amount(last, line)
    if amount is None or (line.kg is not None and not is_at(last, line.kg)):
        return line
    at = min(_top(line), amount if sign is None else amount + line.unit)
    if at <= line.at:
        return line
    why = because(AdaptedKey.REPS_STAY)
    if sign is not None and at > amount:
        why = because(AdaptedKey.MORE_REPS, sign=sign.value)
    elif line.adapted is not None:
        why = line.adapted
    return replace(line, at=at, adapted=why)


def _fewer(morning: Morning, line: Line, same: list[Done], sign: Sign) -> Line:
    last = telling(same)[-1]
    owned = morning.owned(line)
    if owned is not None and last.kg is not None:
        kg = owned.at_most(LESS * last.kg, last.kg)
        if kg is not None:
            return replace(line, kg=kg, adapted=because(AdaptedKey.LIGHTER, sign=sign.value))
    amount = asked_amount(last, line)
    begins = line.adapted is not None and line.adapted.key is AdaptedKey.EASIER_FORM
    if amount is None or begins or line.pick.rules:
        return line
    # Where there is no form below, fewer repetitions, as far as the dose goes down.
    at = max(amount - OVER * line.unit, morning.begun(line).work.low)
    if at >= min(line.at, amount):
        return line
    return replace(line, at=at, adapted=because(AdaptedKey.FEWER_REPS, sign=sign.value))


def _top(line: Line) -> int:
    if line.pick.heavy and not line.holds:
        return REPS_AT_ONE_WEIGHT
    return most_work(line.pick.form.pattern, holds=line.holds)
