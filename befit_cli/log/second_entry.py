"""A session that is logged a second time: what is said of it now, and what is left of before."""

from __future__ import annotations

from msgspec.structs import replace

from befit_cli.values import SessionLog


def changed(before: SessionLog, after: SessionLog, named: frozenset[str]) -> SessionLog:
    """The session as it was logged before, with what was done of the exercises that are named now,
    and with the pain and the note of now beside those of before.
    """
    did = before.did | {id_: works for id_, works in after.did.items() if id_ in named}
    return replace(
        before,
        plan=after.plan,
        did=did,
        minutes=before.minutes if any(did.values()) else None,
        pain=before.pain | after.pain,
        note=after.note or before.note,
    )
