"""What another app's log says was done, on a terminal, before it is added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console, Group, RenderableType

from befit_cli.language import _, plural
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
    facts = [plural(len(new), "{n} session", "{n} sessions")]
    if new:
        first, last = _day(new[0]), _day(new[-1])
        facts.append(first if first == last else _("{first} to {last}", first=first, last=last))
        facts.append(plural(sum(session.sets for session in new), "{n} set", "{n} sets"))
    yield pen.line(pen(_("New from {app}", app=imported.source), "bold"), *facts)
    if imported.names:
        rows = []
        for name, found in imported.names.items():
            exercise = catalogue.by_id[found.id]
            rows.append((pen(name), pen(found.form or exercise.name)))
        yield Group(pen(_("Taken for"), "bold"), indented(hanging(rows)))
    left_out = list(_left_out(imported, new))
    if left_out:
        yield Group(pen(_("Left out"), "bold"), indented(*[pen(line) for line in left_out]))
    if imported.unread:
        rows = [(pen(each.where), pen(each.why)) for each in imported.unread[:_UNREAD_SHOWN]]
        more = len(imported.unread) - len(rows)
        others = plural(more, "and {n} other line", "and {n} other lines")
        rest = [pen(others)] if more else []
        yield Group(pen(_("Not read"), "bold"), indented(hanging(rows), *rest))


def _left_out(imported: Imported, new: Sequence[SessionLog]) -> Iterator[str]:
    there = len(imported.sessions) - len(new)
    if there:
        yield plural(
            there,
            "{n} session that your log has already",
            "{n} sessions that your log has already",
        )
    if imported.not_ours:
        yield _("exercises that befit has not: {names}", names=", ".join(imported.not_ours))
    if imported.unknown:
        names = ", ".join(each.name for each in imported.unknown)
        yield _("exercises that befit doesn't know: {names}", names=names)
    if imported.warm_up_sets:
        yield plural(imported.warm_up_sets, "{n} warm-up set", "{n} warm-up sets")
    if imported.cardio_rows:
        yield plural(imported.cardio_rows, "{n} run or ride", "{n} runs or rides")


def _day(session: SessionLog) -> str:
    return wording.day_of_year(session.date)
