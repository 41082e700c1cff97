"""What a runner says of single runs of their running plan."""

from datetime import date

import pytest

from befit_cli.errors import UsageError
from befit_cli.runner.corrections import read_corrections
from befit_cli.values.running_plan import RunKind


@pytest.mark.parametrize(
    ("text", "day", "words", "kind"),
    [
        pytest.param("2026-12-03=easy", date(2026, 12, 3), (), RunKind.EASY, id="a date"),
        pytest.param("3.12.2026=easy", date(2026, 12, 3), (), RunKind.EASY, id="as people write"),
        pytest.param("Steady=hard", None, ("steady",), RunKind.HARD, id="a word"),
        pytest.param("Rodaje Cañón=suave", None, ("rodaje", "canon"), RunKind.EASY, id="accents"),
        pytest.param("2 x 3=4=hard", None, ("2", "x", "3=4"), RunKind.HARD, id="the last = counts"),
        pytest.param("Sunday = long+hard", None, ("sunday",), RunKind.LONG_AND_HARD, id="both"),
        pytest.param("10 km=long run", None, ("10", "km"), RunKind.LONG, id="a distance"),
        pytest.param("3/5=easy", None, ("3/5",), RunKind.EASY, id="two numbers are no date"),
        pytest.param("5=easy", None, ("5",), RunKind.EASY, id="a number is no date"),
        pytest.param(
            "Tirada=larga y fuerte", None, ("tirada",), RunKind.LONG_AND_HARD, id="Spanish"
        ),
        pytest.param("Rodaje=rodaje largo", None, ("rodaje",), RunKind.LONG, id="of two words"),
        pytest.param("Pilates=none", None, ("pilates",), RunKind.REST, id="no run"),
    ],
)
def test_a_correction_is_about_a_day_or_a_title(
    text: str, day: date | None, words: tuple[str, ...], kind: RunKind
) -> None:
    (correction,) = read_corrections([text], "--as")
    assert (correction.day, correction.words, correction.kind) == (day, words, kind)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Steady", "--as 'Steady' corrects nothing.", id="no sign"),
        pytest.param("=hard", "--as '=hard' is about no run.", id="no title"),
        pytest.param("x" * 101 + "=hard", "--as: what it is about has more than 100", id="long"),
        pytest.param("a\x1bb=hard", "--as: what it is about has U+001B in it", id="unseen"),
        pytest.param("2026-13-45=hard", "--as '2026-13-45' is not a date.", id="no such day"),
        pytest.param("31.4.2026=hard", "--as '31.4.2026' is not a date.", id="as people write"),
        pytest.param(
            "Steady=brutal",
            "--as Steady=brutal: 'brutal' is no kind of run; the kinds are other, rest",
            id="no kind",
        ),
    ],
)
def test_what_corrects_nothing_is_refused(text: str, found: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_corrections([text], "--as")
    assert str(caught.value).startswith(found)


@pytest.mark.parametrize(
    ("title", "fits"),
    [
        pytest.param("Steady 8 km", True, id="at the beginning"),
        pytest.param("8 km STEADY!", True, id="at the end, in capitals"),
        pytest.param("Unsteady 8 km", False, id="within a word"),
        pytest.param("", False, id="no title"),
    ],
)
def test_a_correction_fits_titles_that_have_its_words(title: str, fits: bool) -> None:
    (correction,) = read_corrections(["steady=hard"], "--as")
    assert correction.fits(title) is fits


@pytest.mark.parametrize(
    ("title", "fits"),
    [
        pytest.param("8", True, id="nothing else"),
        pytest.param("8 km", False, id="a part of it"),
        pytest.param("", False, id="no title"),
    ],
)
def test_a_number_alone_fits_no_title_with_more_in_it(title: str, fits: bool) -> None:
    (correction,) = read_corrections(["8=hard"], "--as")
    assert correction.fits(title) is fits
