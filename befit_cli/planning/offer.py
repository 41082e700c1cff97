"""What the sessions of a stretch may have, and which of them go up a ladder first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from befit_cli.evidence.coverage import in_order, served
from befit_cli.evidence.week import wants_fresh_legs
from befit_cli.planning.dosing import options
from befit_cli.planning.draft import Line
from befit_cli.planning.easier_lines import fresh_line
from befit_cli.planning.fitting import Option
from befit_cli.planning.pool import Climb, Pool
from befit_cli.planning.selection import Choice, most_loaded_first
from befit_cli.planning.task import Task
from befit_cli.planning.wishes import Serve
from befit_cli.values import Pick, Value


class Turns(Value, frozen=True, kw_only=True):
    """How the sessions of a week go up a ladder one after the other."""

    stays: Mapping[tuple[int, str], str] = {}
    """Under their places and the ids of exercises the forms that they go no further up than."""
    behind: Mapping[tuple[int, str], int] = {}
    """Of those that wait the places of the sessions that go first."""
    kept: Sequence[Serve] = ()
    """The wishes for what all of them go on with."""


class Offer:
    """What the sessions of a task may have, the same however often its week is read."""

    def __init__(self, task: Task) -> None:
        self.task = task
        climb = _climb(task)
        self.jumps = climb.jumps
        """Whether anything may land."""
        pools = _pools(task, climb, Turns())
        self.turns = _turns(task, pools)
        """Which of them go up a ladder first."""
        self.pools = _pools(task, climb, self.turns) if self.turns.stays else pools
        """What each may choose from."""
        self._lines: dict[tuple[int, Pick], list[Line]] = {}

    def option(self, choice: Choice) -> Option:
        """What was chosen, as the session does it."""
        task = self.task
        key = choice.slot, choice.candidate.pick
        lines = self._lines.get(key)
        if lines is None:
            slot = task.layout[choice.slot]
            lines = options(
                task.athlete,
                choice.candidate.pick,
                task.stretch,
                ramp=task.ramp,
                slot=slot.number,
                training=task.stage.training,
                stays=(choice.slot, choice.candidate.pick.exercise.id) in self.turns.stays,
            )
            if wants_fresh_legs(task.athlete.race, task.season.usual, slot.day, None, None):
                lines = [fresh_line(line) for line in lines]
            self._lines[key] = lines
        return Option(choice, lines)


def _climb(task: Task) -> Climb:
    return Climb(
        task.athlete,
        task.stretch,
        task.stage.training,
        repertoires=task.repertoires,
        days_to_race=task.season.days_to_race(task.stretch),
    )


def _pools(task: Task, climb: Climb, turns: Turns) -> list[Pool]:
    """What each session may have; those with the same kit share a pool, unless one of them stays
    behind another.
    """
    shared: dict[object, Pool] = {}
    pools = []
    for place, slot in enumerate(task.layout):
        repertoire = task.repertoires.on(slot.day)
        stays = {id_: form for (one, id_), form in turns.stays.items() if one == place}
        key = (id(repertoire), *stays.items())
        pool = shared.get(key)
        if pool is None:
            pool = shared[key] = Pool(task.athlete, repertoire, climb, stays=stays)
        pools.append(pool)
    return pools


def _turns(task: Task, pools: Sequence[Pool]) -> Turns:
    """Who goes first where several sessions would go up to a form whose sets are hard: the most
    loaded one, and in each of the next stretches another follows it to where it has been (R33).
    What is meant for a sore spot stays in all of them meanwhile.
    """
    stays: dict[tuple[int, str], str] = {}
    behind: dict[tuple[int, str], int] = {}
    first: dict[str, int] = {}
    kept: list[Serve] = []
    had = sorted(task.stage.training.exercises)
    for place in most_loaded_first(task.layout):
        slot = task.layout[place]
        for id_ in [id_ for number, id_ in had if number == slot.number]:
            step = pools[place].before_hard(slot.number, id_, slot.load)
            if step is None:
                continue
            form, between = step
            if id_ in first:
                stays[place, id_], behind[place, id_] = form.name, first[id_]
                continue
            first[id_] = place
            if between is not None:
                stays[place, id_] = between.name
            sessions = [number for number, one in had if one == id_]
            for need in in_order(served(form)) if form.only_for else ():
                kept.append(Serve(purpose=need, sessions=1, must=True))
                kept.append(Serve(purpose=need, sessions=len(sessions)))
    return Turns(stays=stays, behind=behind, kept=kept)
