"""The forms above and below that of a line, dosed as far as the log has come in them."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from befit_cli.evidence.block import DELOAD_RIR
from befit_cli.evidence.coverage import served
from befit_cli.evidence.load import with_weight
from befit_cli.evidence.progress import DOWN
from befit_cli.planning.dosing import at_step, dosed_line
from befit_cli.planning.draft import Line
from befit_cli.planning.easier_lines import light_line
from befit_cli.planning.morning import Morning
from befit_cli.planning.record import Done, asked_amount, of_form, telling
from befit_cli.planning.repertoire import Rung
from befit_cli.values import Act, Day, Form, Niggle, Pattern, Pick


def harder_line(morning: Morning, line: Line, done: list[Done]) -> Line | None:
    """The next form of the line's exercise, as it begins or as far as it has come."""
    pick = line.pick.harder
    # What a niggle changes is not made harder beside that.
    if pick is None or line.pick.rules or pick.rules:
        return None
    return _dosed(morning, pick, line, done)


def easier_line(
    morning: Morning, line: Line, done: list[Done], is_like: Callable[[Rung, Line], bool]
) -> Line | None:
    """The form below that is so much like it; None where there is none."""
    below: Rung | None = None
    possible = morning.task.repertoires.on(Day.of(morning.day))
    for rung in possible.rungs_of(line.pick.exercise):
        if rung.form.name == line.pick.form.name:
            break
        if is_like(rung, line):
            below = rung
    if below is None:
        return None
    pick = Pick(
        exercise=line.pick.exercise,
        form=below.form,
        kit=below.kit,
        heavy=below.heavy,
        harder=line.pick,
        first_line=below.first_line,
        rules=below.rules,
    )
    return _dosed(morning, pick, line, done)


def form_before(morning: Morning, line: Line, done: list[Done]) -> Line | None:
    """The line in the form that was done last of its exercise, where its own is a harder one that
    never was; None otherwise.
    """
    form = line.pick.form
    if not done or of_form(done, form.name):
        return None
    return easier_line(morning, line, done, lambda rung, _: rung.form.name == done[-1].work.form)


def _dosed(morning: Morning, pick: Pick, line: Line, done: list[Done]) -> Line:
    """Another form in the place of a line: as many sets, and from what was asked of it last, or
    from its own beginning, a step a week.
    """
    stretch = morning.when.stretch
    dosed = dosed_line(morning.task.athlete, pick, stretch, ramp=0, reached=None)
    first = next((each for each in done if each.work.form == pick.form.name), None)
    same = telling(of_form(done, pick.form.name))
    # In an easier week nothing grows.
    day = same[-1].session.date if same and morning.sleeps(line) else morning.day
    weeks = 0 if first is None else (day - first.session.date).days // 7
    begun = _on_from(morning, at_step(dosed, min(weeks, stretch.steps - 1), ramp=0), same)
    if line.light:
        begun = light_line(begun) or begun
    rir = begun.rir
    if rir is not None:
        rir = max(rir + DELOAD_RIR * morning.when.deload, line.rir or 0)
    return replace(begun, sets=line.sets, rest_s=max(begun.rest_s, line.rest_s), rir=rir)


def _on_from(morning: Morning, line: Line, same: list[Done]) -> Line:
    """The line, which no phase doses, a step above what was asked of its form last."""
    amount = asked_amount(same[-1], line) if same else None
    if amount is None or line.pick.heavy or line.pick.rules:
        return line
    last = same[-1]
    this_week = last.session.date >= morning.when.starts
    stays = this_week or last.sign in DOWN or morning.sleeps(line)
    at = amount if stays else min(amount + line.step, max(amount, line.work.high))
    return replace(line, at=max(at, line.work.low))


def is_like(rung: Rung, line: Line) -> bool:
    """Whether an easier form does the same job."""
    form = line.pick.form
    return rung.form.pattern is form.pattern and rung.form.knee is form.knee


def is_gentler(rung: Rung, line: Line) -> bool:
    """Whether an easier form does the same job, and no niggle leaves it out that keeps the line: on
    a stair, up on two legs and down on one, is easier for calves but not for a sore tendon.
    """
    return is_like(rung, line) and _left_out_for(rung.form) <= _left_out_for(line.pick.form)


def _left_out_for(form: Form) -> set[Niggle]:
    return {niggle for niggle, rule in form.niggles.items() if rule.act is Act.AVOID}


def is_as_good(rung: Rung, line: Line) -> bool:
    """Whether it serves all that a week may have the line for, too (R03, R08)."""
    form = line.pick.form
    sides = rung.form.per_side or not form.per_side
    weight = with_weight(rung.kit) or not with_weight(line.pick.kit)
    of_calves = form.pattern is not Pattern.CALF or (sides and weight)
    return is_like(rung, line) and rung.needs >= served(form) and of_calves
