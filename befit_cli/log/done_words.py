"""The words of a session that was done -> what was done of each exercise."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum, auto
from typing import NamedTuple, TypeAlias, TypeGuard

from befit_cli.errors import did_you_mean
from befit_cli.language import _, message
from befit_cli.log.dose_words import END, SIGNS, UNIT
from befit_cli.log.exercise_words import MOST_WORDS, ExerciseWords, Named
from befit_cli.log.told import Tells, Told, Unclear
from befit_cli.log.told_work import Line, work_of
from befit_cli.runner.days import day_called
from befit_cli.runner.vocabulary import NUMBER_WORDS
from befit_cli.values import Catalogue, Session, Units, Work

_MOST_LETTERS = 3000
"""Of what one says of a session."""
_LIKELY = 0.7
"""How alike a slip and a word are, from 0 to 1, where one is offered for the other."""
_APART = re.compile("[,;]")
_BLANK = re.compile("[ /]")
_WORDS = re.compile(f"[^ ,;]+(?: [^ ,;]+){{0,{MOST_WORDS - 1}}}")
"""As many as the longest name has."""
_AND = re.compile(f"(?:and|y|e|plus){END}|[&+]")
_REST = re.compile(
    "(?:(?:all )?(?:the )?(?:rest|others?)|everything(?: else)?|all(?: else)?|todo|tod[oa]s"
    f"|(?:todo )?(?:el |lo |l[oa]s )?(?:resto|demas|otr[oa]s)){END}"
)
_PAIN = re.compile("[0-9](?:/10)?|10")
"""How much a joint hurt, as people write it behind its name."""
_ANOTHER_SET = re.compile("[ ,/]+[0-9]+(?![^ ,/])")
"""What a number goes on with that is one set of several: `8, 8`, `8 8`."""
_EXCEPT = re.compile("but|except|salvo|menos$")
_NUMBER_WORDS = {**NUMBER_WORDS, "un": 1, "una": 1}
_COUNT_WORD = re.compile(
    rf"\b(?:{'|'.join(_NUMBER_WORDS)})(?= (?:sets?|series?|reps?|left|in|more|less|mas|menos)\b)"
)
_WEIGHT = rf"[0-9]+(?:,[0-9]+)? ?{UNIT}{END}"
_COMMA_WITHIN = re.compile(",(?=[0-9])")
_SPELLINGS: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    ("[’'`´]", ""),
    ("×", "x"),
    ("[–—−]", "-"),
    (r"[()\[\]{}!?|\s]+", " "),
    # a weight's comma; in a list it stands between sets
    (rf"\bcon {_WEIGHT}(?:, {_WEIGHT})*", lambda said: _COMMA_WITHIN.sub(".", said[0])),
    (rf"(?<![0-9,./])([0-9]+),([0-9]|25|50|75)(?=\s*{UNIT}{END})", r"\1.\2"),
    # `squat: 8,8` and the end of a sentence, but neither 1:30 nor 22.5
    ("(?<![0-9])[.:=]+|[.:=]+(?![0-9])", " "),
    # a dash is no minus
    (r"(?<!\S)-+(?!\S)", " "),
    (" +", " "),
    (r"\bcalves\b", "calf"),
)
"""Patterns of what is spelled in several ways, and what is read instead."""
_OF_MANY = (Tells.SKIPPED, Tells.DONE, Tells.LEFT, Tells.NOTHING)
"""What may be told of exercises that nobody names."""
_HEADS = (Tells.SKIPPED, Tells.DONE, Tells.ONLY, Tells.NOTHING)
"""What may stand before the exercises that it is told of: `skip clams`."""


class _Mark(Enum):
    """What is neither an exercise nor told of one."""

    APART = auto()
    """A comma at a word's end, or a semicolon."""
    AND = auto()
    REST = auto()
    """All exercises of the session that nobody names."""


_Token: TypeAlias = Named | Told | _Mark
_Subject: TypeAlias = Named | _Mark
"""An exercise, or the rest."""


class _Group(NamedTuple):
    """Exercises, and what is told of each of them."""

    subjects: list[_Subject]
    told: list[Told]


def read_done(
    words: Sequence[str], session: Session, catalogue: Catalogue, units: Units
) -> dict[str, tuple[Work, ...]]:
    """Under the id of each exercise what was done of it, a form after the other; nothing in it for
    one that was skipped. The session's exercises come in their order, then those not planned.

    Without words all is as it was planned; words give what differed. `units` is what a weight is in
    where the words don't say it. Raises UsageError for what means nothing, for what could mean
    several things, and for numbers beyond what anybody does.
    """
    told = _told_of(words, session, catalogue, units)
    rest = _rest_of(told)
    told.pop(_Mark.REST, None)
    lines: dict[str, list[tuple[Line, list[Told]]]] = {}
    for prescription in session.exercises:
        lines[prescription.id] = []
    for subject, what in told.items():
        if isinstance(subject, Named):
            line = _line(subject, session, catalogue)
            lines.setdefault(subject.id, []).append((line, what))
    for prescription in session.exercises:
        if not lines[prescription.id]:
            named = Named(prescription.id, prescription.form)
            lines[prescription.id].append((_line(named, session, catalogue), rest))
    return {id_: _works(of_id) for id_, of_id in lines.items()}


def named_in(
    words: Sequence[str], session: Session, catalogue: Catalogue, units: Units
) -> frozenset[str]:
    """The ids of the exercises that the words tell something of. Raises as `read_done` does."""
    told = _told_of(words, session, catalogue, units)
    rest = {each.id for each in session.exercises} if _rest_of(told) else set()
    return frozenset(rest.union(each.id for each in told if isinstance(each, Named)))


def _rest_of(told: Mapping[_Subject, list[Told]]) -> list[Told]:
    """What is told of all that nobody names: `only squats` says that it was skipped.

    Raises UsageError for what can't be told of many, and for what goes against it.
    """
    rest = told.get(_Mark.REST, [])
    _refuse_of_many(rest)
    only = [each for named in told.values() for each in named if each.tells is Tells.ONLY]
    if only and any(each.tells is not Tells.SKIPPED for each in rest):
        raise Unclear(
            _("'{words}' and the rest can't both have been done.", words=only[0].words),
            _("Leave one of them out."),
        )
    return rest or [each._replace(tells=Tells.SKIPPED) for each in only]


def _told_of(
    words: Sequence[str], session: Session, catalogue: Catalogue, units: Units
) -> dict[_Subject, list[Told]]:
    """What the words tell, and of what."""
    said = " ".join(words)
    text = _spelled(said, session, catalogue)
    if len(text) > _MOST_LETTERS:
        raise Unclear(
            _(
                "That is more than befit reads of one session, {most} letters.",
                most=_MOST_LETTERS,
            ),
            _("Say only what differed from the plan."),
        )
    told: dict[_Subject, list[Told]] = {}
    tokens = _without_idle_only(list(_tokens(text, said, session, catalogue, units)))
    for group in _groups(tokens, session):
        for subject in group.subjects:
            told.setdefault(subject, []).extend(group.told)
    if not told and said.strip():
        raise _unknown(said.strip(), session)
    return told


def _works(lines: Iterable[tuple[Line, list[Told]]]) -> tuple[Work, ...]:
    works = [work_of(line, told) for line, told in lines]
    return tuple([work for work in works if work is not None])


def _line(named: Named, session: Session, catalogue: Catalogue) -> Line:
    planned = {prescription.id: prescription for prescription in session.exercises}.get(named.id)
    if planned is not None and planned.form == named.form:
        return Line(planned.form, named.form, planned, planned.hold_s is not None)
    exercise = catalogue.by_id[named.id]
    forms = [form for form in exercise.ladder if named.form in ("", form.name)]
    held = {form.seconds_per_rep is None for form in forms}
    known = held.pop() if len(held) == 1 else None
    return Line(named.form or exercise.name, named.form, planned, known)


def _spelled(text: str, session: Session, catalogue: Catalogue) -> str:
    """The words in small letters without accents, each sign in one spelling."""
    plain = _folded(text)
    plain = _COUNT_WORD.sub(lambda word: str(_NUMBER_WORDS[word[0]]), plain)
    forms = [prescription.form for prescription in session.exercises]
    for exercise in catalogue.exercises:
        forms += [name for form in exercise.ladder for name in form.names]
    for form in forms:
        # a comma within a name would end it
        if "," in form:
            name = _folded(form)
            plain = plain.replace(name, name.replace(",", ""))
    return plain.strip()


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join([letter for letter in decomposed if not unicodedata.combining(letter)])
    for pattern, spelling in _SPELLINGS:
        plain = re.sub(pattern, spelling, plain)
    return plain


def _tokens(
    text: str, said: str, session: Session, catalogue: Catalogue, units: Units
) -> Iterator[_Token]:
    """What the text has, which is what was `said` as it is spelled here."""
    names = ExerciseWords(session.exercises, catalogue)
    place = 0
    before: _Token = _Mark.APART
    while place < len(text):
        if _BLANK.match(text, place):
            place += 1
            continue
        if _APART.match(text, place):
            place += 1
            before = _Mark.APART
            yield before
            continue
        found = _token(text, place, names, units)
        if found is None:
            word, *behind = _words_at(text, place)
            raise _unknown(_as_said(word, said), session, behind)
        token, place = found
        if _are_numbers(token) and _are_numbers(before):
            token = token._replace(follows=True)
        yield token
        before = token


def _without_idle_only(tokens: list[_Token]) -> Iterator[_Token]:
    """The tokens, where `only` is of an exercise, `only squats` and `squats only`: in `only 2 sets`
    it says nothing. Raises UsageError for `squats 3x8 only`, which could be either.
    """
    for place, token in enumerate(tokens):
        if isinstance(token, Told) and token.tells is Tells.ONLY:
            behind = [each for each in tokens[place + 1 :] if not _says_nothing(each)]
            before = [each for each in tokens[:place] if not _says_nothing(each)]
            ends = not behind or behind[0] is _Mark.APART
            if ends and before and not isinstance(before[-1], Named):
                raise Unclear(
                    _("'{words}' of which exercise?", words=token.words),
                    _("Write it before the name: {words} squats.", words=token.words),
                )
            if not ends and not isinstance(behind[0], Named):
                yield token._replace(tells=Tells.NOTHING)
                continue
        yield token


def _says_nothing(token: _Token) -> bool:
    return isinstance(token, Told) and token.tells is Tells.NOTHING


def _are_numbers(token: _Token) -> TypeGuard[Told]:
    return isinstance(token, Told) and token.tells is Tells.EACH_SET


def _token(text: str, place: int, names: ExerciseWords, units: Units) -> tuple[_Token, int] | None:
    """What begins at that place, and where it ends; None where it means nothing."""
    words = _words_at(text, place)
    # A whole name comes first, for it may have a number or a word of doses; then these, so that a
    # few letters of a name can't swallow them.
    name = names.whole(words)
    if name is None:
        for sign, read in SIGNS:
            if said := sign.match(text, place):
                return read(said, units), said.end()
        for mark, pattern in ((_Mark.REST, _REST), (_Mark.AND, _AND)):
            if said := pattern.match(text, place):
                return mark, said.end()
        words = _before_signs(words)
        behind = text[place + len(words[0]) :].lstrip()
        like_pain = len(words) == 1 and _is_like_pain(behind)
        dosed = len(words) == 1 and any(sign.match(behind) for sign, _read in SIGNS)
        name = names.with_kit(words) or names.begun(words, like_pain=like_pain, dosed=dosed)
        _refuse_two(words, name, names)
    if name is None:
        return None
    named, length = name
    return named, place + len(" ".join(words[:length]))


def _is_like_pain(behind: str) -> bool:
    """Whether what stands behind a joint's name is how much it hurt: a number from 0 to 10 alone,
    or nothing. `8,8`, `3x8` and `2 left` are of an exercise.
    """
    for sign, _read in SIGNS:
        if said := sign.match(behind):
            rest = behind[said.end() :]
            return bool(_PAIN.fullmatch(said[0].strip())) and not _ANOTHER_SET.match(rest)
    return not behind or bool(_APART.match(behind))


def _words_at(text: str, place: int) -> list[str]:
    """The words that begin at that place."""
    found = _WORDS.match(text, place)
    assert found, "what is no blank and no comma is a word"
    return found[0].split(" ")


def _as_said(word: str, said: str) -> str:
    """The word with the accents that it was said with."""
    for written in said.split():
        bare = written.strip(",;.:()")
        if _folded(bare) == word:
            return bare
    return word


def _refuse_two(words: list[str], name: tuple[Named, int] | None, names: ExerciseWords) -> None:
    """`goblet rdl 3x8`: a few letters of one name before another are hardly two exercises."""
    if name is None or name[1] == len(words):
        return
    other = names.whole(words[name[1] :])
    if other is not None and other[0] != name[0]:
        said = " ".join(words[: name[1] + other[1]])
        raise Unclear(
            _("'{said}' could be one exercise or two.", said=said),
            _("Put a comma between two, or write the name of one as the plan has it."),
        )


def _before_signs(words: list[str]) -> list[str]:
    """The first word, and those after it that are nothing but parts of names."""
    signs = [sign for sign, _ in SIGNS]
    for place, word in enumerate(words[1:], 1):
        if any(sign.match(word) for sign in (*signs, _AND, _REST)):
            return words[:place]
    return words


def _groups(tokens: Iterable[_Token], session: Session) -> list[_Group]:
    """What is told of which exercises: what stands behind them, up to the next."""
    groups: list[_Group] = []
    early: list[Told] = []
    before_names = False
    for part in _parts(tokens):
        subjects = [place for place, token in enumerate(part) if _is_subject(token)]
        first = subjects[0] if subjects else len(part)
        leading = [token for token in part[:first] if isinstance(token, Told)]
        new = _groups_of(part[first:])
        if not new:
            (groups[-1].told if groups else early).extend(leading)
            continue
        leading = early + leading
        early = []
        if not groups and any(told.tells not in _HEADS for told in leading):
            # whoever begins with a dose, `3x8 squat`, says them all like this
            before_names = True
        if before_names or all(told.tells in _HEADS for told in leading):
            new[0].told.extend(leading)
        else:
            _refuse_between(leading, new[0], session)
            groups[-1].told.extend(leading)
        groups += new
    if any(told.tells not in _HEADS for told in early):
        groups.append(_Group([_only(session, early)], early))
    elif any(told.tells is not Tells.NOTHING for told in early):
        groups.append(_Group([_Mark.REST], early))
    return groups


def _parts(tokens: Iterable[_Token]) -> Iterator[list[_Token]]:
    part: list[_Token] = []
    for token in tokens:
        if token is _Mark.APART:
            yield part
            part = []
            continue
        if isinstance(token, Told) and _EXCEPT.search(token.words):
            # `but not clams` needs no comma before it
            yield part
            part = []
        part.append(token)
    yield part


def _is_subject(token: _Token) -> bool:
    return isinstance(token, Named) or token is _Mark.REST


def _groups_of(part: list[_Token]) -> list[_Group]:
    """Of a part that begins with an exercise; `and` between two lets them share what is told."""
    groups: list[_Group] = []
    joined = False
    for token in part:
        if isinstance(token, Told):
            groups[-1].told.append(token)
            joined = False
        elif token is _Mark.AND:
            joined = not groups[-1].told
        else:
            if joined:
                groups[-1].subjects.append(token)
            else:
                groups.append(_Group([token], []))
            joined = False
    return groups


def _refuse_between(leading: list[Told], group: _Group, session: Session) -> None:
    """`squat 8,8, 3x5 rdl`: nobody can tell whose the 3x5 is."""
    if not group.told:
        words = " ".join([told.words.strip() for told in leading])
        raise Unclear(
            _("'{words}' stands between two exercises and could be of either.", words=words),
            _(
                "Say each exercise first, then what you did of it. {session}",
                session=_this_session(session),
            ),
        )


def _only(session: Session, told: list[Told]) -> Named:
    """The exercise of a session that has one; raises UsageError where it has several."""
    if len(session.exercises) == 1:
        return Named(session.exercises[0].id, session.exercises[0].form)
    words = " ".join([each.words.strip() for each in told])
    raise Unclear(
        _("'{words}' of which exercise?", words=words),
        _("Say its name first. {session}", session=_this_session(session)),
    )


def _refuse_of_many(rest: list[Told]) -> None:
    for told in rest:
        if told.tells not in _OF_MANY:
            raise Unclear(
                _("'{words}' can't be said of all the rest.", words=told.words.strip()),
                _("Name the exercise; of the rest say skip, ok or 3left."),
            )


_INSTEAD = (
    (
        "sore|hurts?|hurting|aches?|ached|aching|painful"
        "|duelen?|dolio|dolia|molesta|molesto|molestaba",
        message("Where it hurt goes in --pain knee=4, or behind an exercise: squat pain4."),
    ),
    (
        "easy|easily|hard|heavy|tough|too|very|facil|dificil|dur[oa]|pesad[oa]|muy|demasiado",
        message("How hard it was is how many more you could have done: squat 3left, or rpe7."),
    ),
)
"""Words for what has a sign of its own, and which."""
_ONE_DAY = message(
    "Say one day at a time, befit done tue; befit done all is everything up to today."
)


def _unknown(word: str, session: Session, behind: Sequence[str] = ()) -> Unclear:
    plain = _folded(word)
    # `me duele` says what it is about with its second word
    near = [plain, *behind[:1]]
    hints = [hint for words, hint in _INSTEAD for said in near if re.fullmatch(words, said)]
    if day_called(plain):
        hints = [_ONE_DAY]
    if hints:
        return Unclear(_("'{word}' means nothing here.", word=word[:40]), _(hints[0]))
    words = ["skip", "left", "bodyweight", "rest", "pain", "done"]
    words += ["saltado", "quedan", "reserva", "resto", "dolor", "hecho"]
    for prescription in session.exercises:
        words += (prescription.id, prescription.form.lower())
    nearest = did_you_mean(word, words, likely=_LIKELY) or "."
    sentence = (
        message("'{word}' is no number that befit can read{nearest}")
        if word[0].isdigit()
        else message("'{word}' means nothing here{nearest}")
    )
    return Unclear(
        _(sentence, word=word[:40], nearest=nearest),
        _(
            "Write an exercise and what differed, squat 8,8,10 16kg 3left; words of your own go in "
            '--note "in quotes". {session}',
            session=_this_session(session),
        ),
    )


def _this_session(session: Session) -> str:
    if not session.exercises:
        return _("Nothing was planned that day.")
    names = [f"{each.form} ({each.id})" for each in session.exercises]
    return _("This session has {exercises}.", exercises=", ".join(names))
