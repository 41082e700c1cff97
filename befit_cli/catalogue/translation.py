"""A catalogue in a language: in the words of the file beside it, else in befit's for befit's own
exercises, else in its own.

A form bears its names in the other languages, too: what was planned or logged in one is read in
any.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import structs

from befit_cli.catalogue import compiled
from befit_cli.catalogue.load import load_catalogue
from befit_cli.catalogue.reader import catalogue_of, read_exercises
from befit_cli.catalogue.words import TEXTS, in_words, read_words
from befit_cli.language import Language
from befit_cli.values import Catalogue, Exercise, Form

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from befit_cli.catalogue import entries

_Told = TypeVar("_Told", Exercise, Form)


def read_translated(path: Path, language: Language) -> Catalogue:
    """The catalogue of that YAML in that language. Raises `BefitError` for files that cannot be
    read and `FileFaults` for those with faults, also of the words for another language.
    """
    exercises = tuple(read_exercises(path))
    own = catalogue_of(exercises)
    versions = {each: _version(path, exercises, own, each) for each in Language}
    return _known_by_all_names(versions[language], [own, *versions.values()])


def compile_catalogues() -> list[Path]:
    """Compile befit's own exercises in every language; returns the files."""
    catalogues = {each: read_translated(compiled.bundled(), each) for each in Language}
    return [compiled.write(catalogue, each) for each, catalogue in catalogues.items()]


def words_beside(path: Path, language: Language) -> Path:
    """The file with the words for a catalogue: `my.es.yaml` for `my.yaml`."""
    if path == compiled.bundled():
        return compiled.words_file(language)
    return path.with_name(f"{path.stem}.{language}{path.suffix}")


def catalogue_of_words(path: Path) -> Path | None:
    """The catalogue that the file has the words for: `my.yaml` for `my.es.yaml`; None where it is
    no file of words, or the catalogue is not there.
    """
    for language in Language:
        if path.absolute() == compiled.words_file(language):
            return compiled.bundled()
        name = path.stem.removesuffix(f".{language}")
        catalogue = path.with_name(f"{name}{path.suffix}")
        if name != path.stem and catalogue.exists():
            return catalogue
    return None


def _version(
    path: Path, exercises: Sequence[entries.Exercise], own: Catalogue, language: Language
) -> Catalogue:
    """The own catalogue, of these exercises, as it is told in that language."""
    version = own
    file = words_beside(path, language)
    if file.exists():
        version = catalogue_of(in_words(exercises, read_words(file, exercises)))
    if path == compiled.bundled() or language is Language.EN:
        return version
    return _with_befits(
        version, own, load_catalogue(language=Language.EN), load_catalogue(language=language)
    )


def _with_befits(
    version: Catalogue, own: Catalogue, befit: Catalogue, translated: Catalogue
) -> Catalogue:
    """The version of an own catalogue with befit's words where both it and its file say only what
    befit's exercises say.
    """
    exercises = []
    for exercise, as_own in zip(version.exercises, own.exercises, strict=True):
        befits = befit.by_id.get(exercise.id)
        if befits is None:
            exercises.append(exercise)
            continue
        in_language = translated.by_id[exercise.id]
        forms = {
            form.name: (form, its)
            for form, its in zip(befits.ladder, in_language.ladder, strict=True)
        }
        ladder = []
        for form, own_form in zip(exercise.ladder, as_own.ladder, strict=True):
            known = forms.get(own_form.name)
            ladder.append(_unless_changed(form, *known) if known else form)
        whole = structs.replace(exercise, ladder=tuple(ladder))
        exercises.append(_unless_changed(whole, befits, in_language))
    return Catalogue(tuple(exercises))


def _unless_changed(said: _Told, befits: _Told, translated: _Told) -> _Told:
    """What is said, in befit's words for the language where it is what befit's own says."""
    texts: dict[str, Any] = {}
    for field in TEXTS & set(said.__struct_fields__):
        if getattr(said, field) == getattr(befits, field):
            texts[field] = getattr(translated, field)
    niggles = dict(said.niggles)
    for niggle in said.niggles.keys() & befits.niggles.keys():
        if said.niggles[niggle].note == befits.niggles[niggle].note:
            its = translated.niggles[niggle].note
            niggles[niggle] = structs.replace(niggles[niggle], note=its)
    return structs.replace(said, niggles=niggles, **texts)


def _known_by_all_names(catalogue: Catalogue, versions: Sequence[Catalogue]) -> Catalogue:
    """The catalogue in which each exercise and form bears its names in the versions, too."""
    exercises = []
    of_versions = [version.exercises for version in versions]
    for exercise, *others in zip(catalogue.exercises, *of_versions, strict=True):
        ladder = []
        ladders = [other.ladder for other in others]
        for form, *forms in zip(exercise.ladder, *ladders, strict=True):
            names = _others([form.name], [other.name for other in forms])
            ladder.append(structs.replace(form, other_names=names))
        aliases = [alias for other in others for alias in other.aliases]
        exercises.append(
            structs.replace(
                exercise,
                ladder=tuple(ladder),
                other_names=_others([exercise.name], [other.name for other in others]),
                other_aliases=_others(exercise.aliases, aliases),
            )
        )
    return Catalogue(tuple(exercises))


def _others(own: Iterable[str], names: Iterable[str]) -> tuple[str, ...]:
    """Each name that is not among its own, once."""
    return tuple(dict.fromkeys(name for name in names if name not in set(own)))
