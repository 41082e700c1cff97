"""The formats that tests may make files of by the dozen."""

from befit_cli.views import FORMATS

QUICK = [name for name in FORMATS if name != "pdf"]
"""All but what takes a second and libraries of the system: `views/test_pdf.py` asks that the same."""
