"""The fonts, a sheet, and a reader of what was printed."""

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from reportlab.platypus import Flowable

from cortitrack.documents.sheet import Imprint, Sheet
from cortitrack.documents.typefaces import Fonts


@pytest.fixture(scope="session")
def fonts(root: Path) -> Fonts:
    return Fonts(root / "resources" / "fonts")


@pytest.fixture
def sheet(fonts: Fonts) -> Sheet:
    return Sheet(fonts)


@pytest.fixture
def imprint() -> Imprint:
    return Imprint(
        title="Referral letter",
        author="Dr Amal Haddad",
        language="en",
        patient="Agnieszka Żółkiewska",
        identity="born 4 March 1961 · no. 4711",
        running="Referral letter, left knee",
        foot="North Clinic · not a medical device",
        page_of=lambda page, pages: f"Page {page} of {pages}",
    )


@pytest.fixture
def printed(sheet: Sheet, imprint: Imprint) -> Callable[[Sequence[Flowable]], PdfReader]:
    """Print a story and read the file."""
    return lambda story: PdfReader(BytesIO(sheet.pdf(story, imprint)))
