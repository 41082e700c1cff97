"""A roster as JSON: `{"athletes": [...]}`, each with facts, and beside them what a coach reads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec.structs import asdict

from befit_cli.roster.rows import Row
from befit_cli.roster.standing import Done, Standing
from befit_cli.views import roster_words, sentences


def render(rows: Iterable[Row]) -> str:
    """The rows in their order."""
    encoded = msgspec.json.encode({"athletes": [_athlete(row) for row in rows]})
    return msgspec.json.format(encoded, indent=2).decode() + "\n"


def _athlete(row: Row) -> dict[str, Any]:
    return {
        "name": row.name,
        "file": row.place,
        "needs": row.attention,
        "reasons": roster_words.reasons(row),
        "error": "\n".join(row.faults) or None,
        "over": row.over,
        **({} if row.standing is None else _standing(row.standing)),
    }


def _standing(standing: Standing) -> dict[str, Any]:
    facts = asdict(standing)
    changed = facts.pop("changed")
    return {
        **facts,
        "in_7_days": _done(facts["in_7_days"]),
        "in_28_days": _done(facts["in_28_days"]),
        "notes": [
            {"rule": note.rule, "key": note.key, "text": sentences.note_text(note)}
            for note in standing.notes
        ],
        "changed": None if changed is None else sentences.note_text(changed),
    }


def _done(counted: Done | None) -> dict[str, int] | None:
    return None if counted is None else {"done": counted.done, "planned": counted.planned}
