"""What hurts is done with less, and from there step by step as planned again (R71)."""

from __future__ import annotations

from collections.abc import Set
from datetime import date

from msgspec.structs import replace

from befit_cli.evidence.dose import GROWS_A_WEEK
from befit_cli.evidence.progress import LESS
from befit_cli.planning.draft import Line
from befit_cli.planning.forms import easier_line, is_gentler, is_like
from befit_cli.planning.morning import Morning, because
from befit_cli.planning.next_weight import with_kg
from befit_cli.planning.pain import Pain
from befit_cli.planning.record import Done, amount_done, last_kg, of_form, telling
from befit_cli.values import AdaptedKey


def less_for_pain(
    morning: Morning, line: Line, done: list[Done], pains: list[Pain], hurt: Pain
) -> tuple[Line, ...]:
    """The line with less than when it hurt, and what is done where that finds no room."""
    why = because(AdaptedKey.LESS_FOR_PAIN, pain=hurt.pain)
    if hurt.worse:
        why = because(AdaptedKey.LESS_AFTER_WORSE)
    same = of_form(done, line.pick.form.name)
    bad = {pain.day for pain in pains if pain.bad}
    fewer = replace(line, sets=max(1, line.sets - 1), adapted=why)
    fewer = _no_more_than_hurt(morning, fewer, same, bad)
    lifted = last_kg(same)
    owned = morning.owned(line)
    if lifted is not None and owned is not None:
        # What was done since it hurt was with less already.
        share = LESS if same[-1].session.date <= max(bad) else 1.0
        kg = owned.at_most(share * lifted, lifted)
        if kg is not None:
            return (replace(fewer, kg=kg),)
    easier = _a_form_down(morning, fewer, done, bad)
    if easier is None:
        return (fewer,)
    at = easier.at
    if easier.holds == line.holds:
        at = min(at, max(fewer.at, easier.work.low))
    easier = replace(easier, at=at, adapted=why)
    # The easiest may be what hurt, too.
    of_easier = of_form(done, easier.pick.form.name)
    return _no_more_than_hurt(morning, easier, of_easier, bad), fewer


def on_after(morning: Morning, line: Line, done: list[Done], hurt: Pain) -> Line:
    """What hurt once, and has eased: first as it was then, and from there a step more each time, up
    to what is planned. From a form further down it goes a form up each time, and one that is new
    comes after the one below it was done once.
    """
    before = [each for each in done if each.session.date <= hurt.day]
    after = [each for each in done if each.session.date > hurt.day]
    ladder = _ladder(morning, line, done)
    at = max(0, _done_last(ladder, after) - 1)
    comes = with_kg(morning, ladder[at], done) if at else line
    name = comes.pick.form.name
    # What was less for pain may look light, and what is light grows back, too.
    since = [each for each in of_form(after, name) if not each.eased]
    since = telling(since) or since
    same = of_form(before, name) or since
    less = comes
    if same:
        less = _stepped(morning, comes, same, since)
    elif done and not of_form(after, name):
        less = _after_the_one_below(morning, ladder[at:], done, after)
    if _same_dose(less, line):
        return line
    return replace(less, adapted=because(AdaptedKey.ON_AFTER_PAIN))


def _after_the_one_below(
    morning: Morning, ladder: list[Line], done: list[Done], after: list[Done]
) -> Line:
    """The first of the ladder, which is new; where the one below it was not done `after` it hurt,
    that one, as it was done last.
    """
    comes, *forms = ladder
    if not forms or of_form(after, forms[0].pick.form.name):
        return comes
    same = of_form(done, forms[0].pick.form.name)
    return _stepped(morning, with_kg(morning, forms[0], done), same, []) if same else forms[0]


def _ladder(morning: Morning, line: Line, done: list[Done]) -> list[Line]:
    """The line, and the forms below that do the same job, one after the other down to the easiest:
    those that are gentler on what may be sore, and where there are none any.
    """
    gentler = easier_line(morning, line, done, is_gentler)
    like = is_like if gentler is None else is_gentler
    ladder = [line]
    while (below := easier_line(morning, ladder[-1], done, like)) is not None:
        ladder.append(below)
    return ladder


def _done_last(ladder: list[Line], done: list[Done]) -> int:
    """Where on the ladder the form stands that was done last; 0 for one that does not."""
    names = [line.pick.form.name for line in ladder]
    last = done[-1].work.form if done else ""
    return names.index(last) if last in names else 0


def _a_form_down(morning: Morning, line: Line, done: list[Done], bad: Set[date]) -> Line | None:
    """The form below that was done last, where it did not hurt; else the next below it that did not
    hurt when it was done last, or the easiest. With no more sets than hurt; None where the line
    has none below.
    """
    ladder = _ladder(morning, line, done)
    if len(ladder) == 1:
        return None
    at = max(1, _done_last(ladder, done))
    hurt_last = {each.work.form: each.session.date in bad for each in done}
    while at < len(ladder) - 1 and hurt_last.get(ladder[at].pick.form.name, False):
        at += 1
    hurting = [each.work.sets for each in done if each.session.date in bad]
    return replace(ladder[at], sets=min([line.sets, *hurting[-1:]]))


def _no_more_than_hurt(morning: Morning, line: Line, same: list[Done], bad: Set[date]) -> Line:
    """No more of the line than was done of its form when it last hurt, and when it did not."""
    hurting = [each for each in same if each.session.date in bad]
    tolerated = [each for each in same if each.session.date not in bad]
    for each in (*hurting[-1:], *tolerated[-1:]):
        line = _capped(morning, line, each)
        asked = each.work.asked
        if asked is not None and line.rir is not None:
            line = replace(line, rir=max(line.rir, asked.left or 0))
    return line


def _capped(morning: Morning, line: Line, done: Done, *, more_sets: int = 0, more: int = 0) -> Line:
    """The line with no more than so many sets, repetitions or seconds over what was done; no fewer
    than its dose begins with.
    """
    sets = min(line.sets, done.work.sets + more_sets)
    amount = amount_done(done, line)
    at = line.at
    if amount is not None:
        at = min(at, max(amount + more, morning.begun(line).work.low))
    return replace(line, sets=sets, at=at)


def _stepped(morning: Morning, line: Line, same: list[Done], since: list[Done]) -> Line:
    """The line as it was done last of its form, or a set or a step more than `since`."""
    then = same[-1]
    if line.pick.heavy:
        # Its repetitions are the phase's own: sets and weight go on from there.
        last = since[-1] if since else then
        grows = bool(since) and not morning.rests
        line = replace(line, sets=min(line.sets, last.work.sets + grows))
        return replace(line, kg=_up_to(morning, line, last_kg(since or same), grows=grows))
    if not since:
        return _capped(morning, line, then)
    if morning.rests:
        return _capped(morning, line, since[-1])
    if since[-1].work.sets < line.sets:
        return _capped(morning, line, since[-1], more_sets=1)
    return _capped(morning, line, since[-1], more=max(line.step, GROWS_A_WEEK * line.unit))


def _up_to(morning: Morning, line: Line, lifted: float | None, *, grows: bool) -> float | None:
    """The line's weight, but no more than was lifted; where it `grows`, than the next that is
    owned, or what the tenth less that pain took was less than.
    """
    owned = morning.owned(line)
    if line.kg is None or lifted is None or owned is None:
        return line.kg
    most = max(lifted / LESS, owned.above(lifted) or lifted) if grows else lifted
    return owned.at_most(min(line.kg, most), lifted)


def _same_dose(one: Line, other: Line) -> bool:
    """Whether they are the same form with the same sets, amount and weight."""
    same_form = one.pick.form.name == other.pick.form.name
    return same_form and (one.sets, one.at, one.kg) == (other.sets, other.at, other.kg)
