"""A session that is logged a second time: what is said of it now, and what is left of before."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from befit_cli.values import SessionLog, Work

Did = Mapping[str, tuple[Work, ...]]


def changed(before: SessionLog, after: SessionLog, named: frozenset[str]) -> SessionLog:
    """The session as it was logged before, with what was done of the exercises that are named now,
    and with the pain and the note of now beside those of before.
    """
    did = dict(before.did)
    for id_, works in after.did.items():
        if id_ in named or id_ not in did:
            did[id_] = works
    return replace(
        before,
        did=did,
        minutes=after.minutes if not named and before.minutes is None else before.minutes,
        pain={**before.pain, **after.pain},
        note=after.note or before.note,
    )


def named_in(did: Did, planned: Did, alone: Did) -> frozenset[str]:
    """The exercises that words name: those that are other than planned, and those that are left
    where all that nobody names was skipped.
    """
    other = {id_ for id_, works in did.items() if works != planned.get(id_)}
    return frozenset(other | {id_ for id_, works in alone.items() if works})
