"""The questions of `befit init`, one after the other: an answer is checked as it comes, and asked
for again where it means nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from shlex import quote
from typing import NamedTuple

from rich.console import Console, RenderableType
from rich.text import Text

from befit_cli.cli.answers import ask_line
from befit_cli.cli.choices import in_words, listed, numbered
from befit_cli.errors import BefitError, UsageError
from befit_cli.language import _, message, plural
from befit_cli.planning.placement import place
from befit_cli.planning.repertoire import refuse
from befit_cli.planning.season import plan_season
from befit_cli.runner.alone import NONE
from befit_cli.runner.beginning import Beginning
from befit_cli.runner.offered import told_each
from befit_cli.runner.options import ATHLETE, RUNS, Option
from befit_cli.runner.request import Request
from befit_cli.runner.running_weeks import words_of_plan
from befit_cli.runner.swaps import refuse_swaps
from befit_cli.runner.words import plan_remark, read_athlete, remarks, words_for
from befit_cli.values import Athlete, Catalogue, Load, Race, usual_runs
from befit_cli.values.running_plan import RunningPlan
from befit_cli.views.pen import Pen, indented

_OPENING = message(
    "A few short questions, and befit knows you. Answer in words or by number, several with "
    "commas. Enter takes the answer in brackets; back, or <, goes to the question before."
)
_QUESTIONS = [option for option in ATHLETE if option.question]
# Before the days of the runs: a running plan says them.
_QUESTIONS.insert([option.name for option in _QUESTIONS].index("long-run"), RUNS)
_BACK = ("<", "back", "atras", "atrás")
_SPOTS = "niggle"
"""The option of sore spots, to whose question `back` may be the answer: there only < goes back."""
_SIGN_ALONE = message("To go to the question before, type <.")
_FIRST = message("This is the first question.")


class Check(NamedTuple):
    """What refuses an answer that has a meaning, but does not go with others or with today."""

    option: str
    """The answer that is refused."""
    others: frozenset[str]
    """The answers that it may not go with."""
    refuse: Callable[[Athlete, Catalogue, date], object]
    """Raises BefitError."""


_CHECKS = (
    Check(
        "race-date",
        frozenset({"race"}),
        lambda athlete, catalogue, today: plan_season(athlete, today),
    ),
    Check(
        "days",
        frozenset({"sessions", "long-run", "hard"}),
        lambda athlete, catalogue, today: place(athlete, usual_runs(athlete, today), Load.LOW),
    ),
    Check(
        "swap",
        frozenset({"level", "kit", "niggle"}),
        lambda athlete, catalogue, today: refuse_swaps(athlete, catalogue),
    ),
)
_ONLY_FOR_A_RACE = frozenset({"race-date"})
"""What is asked only of who trains for a race."""
_TAKEN = frozenset({"long-run", "hard", "race-date"})
"""What a running plan says in place of an answer."""
_IN_A_RUNNING_PLAN = frozenset({"long-run", "hard"})
"""What is asked only of who has no running plan that says it."""
_AGAIN = message("Say befit init again, or befit init --yes to be asked nothing.")
_GO_ON = message("go on")
_ANEW = message("anew")
_TRIES = 10
"""A pipe such as `yes` never ends, and never gives another answer."""


def refuse_what_does_not_go(
    athlete: Athlete, said: Collection[str], catalogue: Catalogue, today: date
) -> None:
    """Raise BefitError where what was said of the athlete, by the options' names, does not go with
    the rest of what is known, or with today.
    """
    if _SPOTS in said:
        refuse(athlete)
    for check in _CHECKS:
        if check.option in said:
            check.refuse(athlete, catalogue, today)


class Answers(NamedTuple):
    """What the answers say."""

    athlete: Athlete
    """Whom they describe."""
    runs: str
    """The file of the running plan, or none."""


def interview(
    known: Request,
    said: Collection[str],
    read_plan: Callable[[str], RunningPlan | None],
    today: date,
    console: Console,
) -> Answers:
    """Ask everything that a first plan needs and that was not said, by the options' names; Enter
    keeps what is known. `read_plan` reads the file of a running plan, and raises BefitError where
    it cannot.

    Raises BefitError where the answers end before the questions do or are no answers, and Abort on
    Ctrl-C.
    """
    return _Interview(known, said, read_plan, today, Pen.of(console)).answers()


class _Interview:
    """The questions that are left, and what is known so far."""

    def __init__(
        self,
        known: Request,
        said: Collection[str],
        read_plan: Callable[[str], RunningPlan | None],
        today: date,
        pen: Pen,
    ) -> None:
        self._words = words_for(known.athlete)
        self._words[RUNS.name] = str(known.words.get(RUNS.name) or NONE)
        self._plan = known.running
        self._said = said
        self._read_plan = read_plan
        self._catalogue = known.catalogue
        self._today = today
        self._pen = pen
        # Who says the days of both has no need of a plan that does.
        known_days = _IN_A_RUNNING_PLAN.issubset(said)
        self._questions = [
            option
            for option in _QUESTIONS
            if not (option.name in said or (option is RUNS and known_days))
        ]

    def answers(self) -> Answers:
        """What the answers say."""
        if self._questions:
            self._tell(self._pen(_(_OPENING)))
        answered: list[int] = []  # the way back
        place = 0
        while place < len(self._questions):
            option = self._questions[place]
            if option.name in _ONLY_FOR_A_RACE and self._known().race is Race.NONE:
                self._words[option.name] = option.default
                place += 1
                continue
            if option.name in _IN_A_RUNNING_PLAN and self._plan is not None:
                place += 1
                continue
            self._ask(option, place)
            answer = self._answer(option, first=not answered)
            if answer is None:
                place = answered.pop()
                continue
            self._words[option.name] = answer
            if option is RUNS:
                self._take_plan(answer)
            for remark in remarks({option.name: answer}):
                self._tell(indented(self._pen(remark)))
            answered.append(place)
            place += 1
        return Answers(self._known(), self._words[RUNS.name])

    def _take_plan(self, file: str) -> None:
        """Know from now on what the running plan says, and show what that is."""
        self._plan = self._read_plan(file)
        if self._plan is None:
            return
        told = words_of_plan(self._plan)
        for name in told.keys() - self._said:
            # The race was asked before, and how long a block is nobody asks.
            if name in _TAKEN:
                self._words[name] = told[name]
        said = plan_remark(told.keys() & _TAKEN, told, read_athlete(told, self._catalogue))
        weeks = plural(len(self._plan.weeks), "{n} week", "{n} weeks")
        self._tell(indented(self._pen(f"{weeks}. {said}")))
        shown = _("befit runs {file} shows each of them.", file=quote(file))
        self._tell(indented(self._pen(shown, "dim")))

    def _known(self) -> Athlete:
        return read_athlete(self._words, self._catalogue)

    def _tell(self, part: RenderableType) -> None:
        self._pen.console.print(part, width=self._pen.width)

    def _ask(self, option: Option, place: int) -> None:
        """Show the question at the place, with what may be answered."""
        pen = self._pen
        progress = pen(f"{place + 1}/{len(self._questions)}", "dim")
        pen.console.print()
        self._tell(Text(" ").join((progress, pen(str(option.question), "bold"))))
        choices = listed(option, pen) if numbered(option) else pen(str(option.comment))
        self._tell(indented(choices))
        if wrong := self._what_is_wrong(option, self._words[option.name]):
            # the profile may be older than its race date: what is over is not offered again
            self._tell(indented(pen(wrong, "red")))
            self._words[option.name] = option.default

    def _answer(self, option: Option, *, first: bool) -> str | None:
        """The answer in words, None for the way back."""
        for _try in range(_TRIES):
            default = self._words[option.name]
            answer = ask_line(default, self._pen, _(_AGAIN), told_each(default))
            back = answer.lower() in _BACK
            sign_alone = back and option.name == _SPOTS and answer != _BACK[0]
            if back and not sign_alone:
                if not first:
                    return None
                wrong = _(_FIRST)
            else:
                answer = in_words(option, answer)
                wrong = self._what_is_wrong(option, answer)
                if not wrong:
                    return answer
            if sign_alone:
                wrong = f"{wrong} {_(_SIGN_ALONE)}"
            self._tell(indented(self._pen(wrong, "red")))
        raise _no_answer()

    def _what_is_wrong(self, option: Option, answer: str) -> str:
        """The sentence that refuses the answer, empty where nothing does."""
        try:
            # first alone, so that what is wrong in itself is not blamed on an answer before it
            option.read(answer, self._catalogue, dashes="")
            if option is RUNS:
                self._read_plan(answer)
                return ""
            athlete = read_athlete({**self._words, option.name: answer}, self._catalogue)
            for check in _CHECKS:
                said = check.option in self._said and option.name in check.others
                if said or check.option == option.name:
                    check.refuse(athlete, self._catalogue, self._today)
        except UsageError as error:
            return str(error)
        except BefitError as error:
            return error.message  # what to do about it names options, and here it is asked again
        return ""


def goes_on(begun: Beginning, console: Console) -> bool:
    """Ask whether a block goes on to another race; Enter says that it does. Raises as `interview`
    does.
    """
    pen = Pen.of(console)
    console.print()
    question = _("Go on with your block, or begin it anew?")
    console.print(pen(question, "bold"), width=pen.width)
    console.print(indented(pen(begun.remark)), width=pen.width)
    for _try in range(_TRIES):
        answer = ask_line(_(_GO_ON), pen, _(_AGAIN)).lower()
        for meant in (_GO_ON, _ANEW):
            # English is understood in every language
            for word in (_(meant), meant):
                if word.startswith(answer) or answer.endswith(word):
                    return meant == _GO_ON
        wrong = _(
            "'{answer}' is neither: say {on} or {anew}.",
            answer=answer,
            on=_(_GO_ON),
            anew=_(_ANEW),
        )
        console.print(indented(pen(wrong, "red")), width=pen.width)
    raise _no_answer()


def _no_answer() -> BefitError:
    return BefitError(
        _(
            "Stopped: {tries} answers to one question could not be taken, and nothing was written.",
            tries=_TRIES,
        ),
        _(_AGAIN),
    )
