"""The forms of a log by the names that the catalogue has for them: a log that was written in one
language is the same history in another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from befit_cli.values import Catalogue, History, SessionLog
from befit_cli.values.history import Work


def with_names_of(catalogue: Catalogue, history: History) -> History:
    """The history with each form under its name in the catalogue; what no form of it is called, in
    any language, stays as it is.
    """
    said = {(id_, work.form) for session in history.sessions for id_, work in _works(session)}
    names = {(id_, name): catalogue.form_name(id_, name) for id_, name in said}
    if all(name == now for (_, name), now in names.items()):
        return history
    sessions = [_renamed(session, names) for session in history.sessions]
    return replace(history, sessions=tuple(sessions))


def _works(session: SessionLog) -> Iterator[tuple[str, Work]]:
    """What was done, each with the id of its exercise."""
    for id_, works in session.did.items():
        for work in works:
            yield id_, work


def _renamed(session: SessionLog, names: Mapping[tuple[str, str], str]) -> SessionLog:
    did: dict[str, tuple[Work, ...]] = {}
    for id_, works in session.did.items():
        did[id_] = tuple([replace(work, form=names[id_, work.form]) for work in works])
    return replace(session, did=did)
