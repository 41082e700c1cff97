"""What another app's log says was done, on a terminal, before it is added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console, Group, RenderableType

from befit_cli.log.imports import Imported
from befit_cli.values import Catalogue, SessionLog
from befit_cli.views import words as wording
from befit_cli.views.pen import Pen, hanging, indented

_UNREAD_SHOWN = 10


def show(
    imported: Imported, new: Sequence[SessionLog], catalogue: Catalogue, console: Console
) -> None:
    """Print what would be added, what each name was taken for, and what is left out."""
    pen = Pen.of(console)
    for part in _parts(pen, imported, new, catalogue):
        pen.show(part, "")


def _parts(
    pen: Pen, imported: Imported, new: Sequence[SessionLog], catalogue: Catalogue
) -> Iterator[RenderableType]:
    facts = [wording.count(len(new), "session")]
    if new:
        days = dict.fromkeys([_day(new[0]), _day(new[-1])])
        facts.append(" to ".join(days))
        facts.append(wording.count(sum(session.sets for session in new), "set"))
    yield pen.line(pen(f"New from {imported.source}", "bold"), *facts)
    if imported.names:
        rows = []
        for name, found in imported.names.items():
            exercise = catalogue.by_id[found.id]
            rows.append((pen(name), pen(found.form or exercise.name)))
        yield Group(pen("Taken for", "bold"), indented(hanging(rows)))
    left_out = list(_left_out(imported, new))
    if left_out:
        yield Group(pen("Left out", "bold"), indented(*[pen(line) for line in left_out]))
    if imported.unread:
        rows = [(pen(each.where), pen(each.why)) for each in imported.unread[:_UNREAD_SHOWN]]
        more = len(imported.unread) - len(rows)
        rest = [pen(f"and {wording.count(more, 'other line')}")] if more else []
        yield Group(pen("Not read", "bold"), indented(hanging(rows), *rest))


def _left_out(imported: Imported, new: Sequence[SessionLog]) -> Iterator[str]:
    there = len(imported.sessions) - len(new)
    if there:
        yield f"{wording.count(there, 'session')} that your log has already"
    if imported.not_ours:
        yield f"exercises that befit has not: {', '.join(imported.not_ours)}"
    if imported.unknown:
        names = ", ".join(each.name for each in imported.unknown)
        yield f"exercises that befit doesn't know: {names}"
    if imported.warm_up_sets:
        yield wording.count(imported.warm_up_sets, "warm-up set")
    if imported.cardio_rows:
        rows = imported.cardio_rows
        yield "1 run or ride" if rows == 1 else f"{rows} runs or rides"


def _day(session: SessionLog) -> str:
    return wording.day_of_year(session.date)
