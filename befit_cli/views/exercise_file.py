"""One exercise as a file: a picture of its form, or a page with every form."""

from __future__ import annotations

from pathlib import Path

from markupsafe import escape

from befit_cli.errors import BefitError
from befit_cli.language import _
from befit_cli.values import Athlete, Catalogue, Exercise, Form
from befit_cli.views import pages
from befit_cli.views import words as wording
from befit_cli.views.exercise_words import FOOTER, exercise_words
from befit_cli.views.figures.drawing import drawing

_STYLE = Path(__file__).with_name("figure.css")


def svg(form: Form) -> str:
    """The form's figure, which a browser and most programs show; told in words by how to get into
    it.

    Raises BefitError for a form that no figure shows.
    """
    if form.figure is None:
        raise BefitError(
            _("No figure of befit's shows {form}.", form=form.name),
            _("Name one in your catalogue with figure:, or ask for another exercise."),
        )
    box, shapes = drawing(form.figure)
    left, top, width, height = box.split()
    title, told = escape(wording.plain(form.name)), escape(wording.plain(form.setup or ""))
    style = _STYLE.read_text(encoding="utf-8")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="figure" viewBox="{box}" role="img">\n'
        f"<title>{title}</title>\n<desc>{told}</desc>\n<style>\n{style}</style>\n"
        # A program that shows it in the dark may have a white page behind it.
        f'<rect class="ground" x="{left}" y="{top}" width="{width}" height="{height}"/>\n'
        f"{shapes}\n</svg>\n"
    )


def page(exercise: Exercise, athlete: Athlete, catalogue: Catalogue) -> str:
    """The exercise whole: what it gives, the athlete's form, every form with its figure, doses and
    niggles.
    """
    figures = {form.name: pages.figure_of(form) for form in exercise.ladder}
    return pages.render(
        "exercise.html",
        exercise=exercise,
        said=exercise_words(exercise, athlete, catalogue),
        figures=figures,
        footer=_(FOOTER),
    )
