"""A sheet as it is printed, and what a reader finds in it."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import re
from typing import ClassVar

from pypdf import PdfReader
from pypdf.generic import IndirectObject
from pypdfium2 import PdfDocument

from diary.domain.diary import Diary
from diary.domain.entry import DayEntry, Medicine, Pain
from diary.domain.places import PLACES
from diary.report.content import build
from diary.report.pdf import SheetPrinter
from tests.report.lively import LAST, START, lively_alerts, lively_diary
from tests.report.small import day

MARKUP = (
    "#let $x$ *b* _i_ `r` <tag> @ref [c] {d} \\ // /* */ = h\n#panic(1)\n- l\n+ n\n~ -- ' \" 1/2"
)


class DrawnOnce(SheetPrinter):
    """Draws the pictures once for all sheets that differ in their words alone; sets each anew."""

    drawn: ClassVar = {}

    def _pictures(self, report):
        asked = report.pain and report.pain.chart, report.paper, report.maps
        if asked not in self.drawn:
            self.drawn[asked] = super()._pictures(report)
        return self.drawn[asked]


OURS = DrawnOnce(system_fonts=False)


def sheet(diary=None, alerts=None, **options):
    return build(
        lively_diary() if diary is None else diary,
        lively_alerts() if alerts is None else alerts,
        START,
        LAST,
        LAST,
        version="1.2.3",
        **options,
    )


def with_note(text, **profile):
    diary = lively_diary()
    entries = (*diary.entries[:-1], diary.entries[-1].model_copy(update={"note": text}))
    return diary.model_copy(
        update={"entries": entries, "profile": diary.profile.model_copy(update=profile)}
    )


def read(pdf):
    return PdfReader(io.BytesIO(pdf))


def words(pdf):
    """Return the text of all pages, read in a twentieth of the time that pypdf takes for it."""
    return "\n".join(words_of_pages(pdf))


def words_of_pages(pdf):
    """Return the text of each page."""
    with contextlib.closing(PdfDocument(pdf)) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return [page.replace("\r\n", "\n") for page in pages]


def squeezed(text):
    """Return the text without what layout may change."""
    return re.sub(r"[\s\u200b\u2068\u2069]", "", text)


def elements(reader):
    """Yield every structure element of a tagged PDF."""
    waiting = [reader.trailer["/Root"]["/StructTreeRoot"]["/K"]]
    while waiting:
        item = waiting.pop()
        item = item.get_object() if isinstance(item, IndirectObject) else item
        if isinstance(item, list):
            waiting += item
        elif isinstance(item, dict):
            if "/S" in item:
                yield item
            if "/K" in item:
                waiting.append(item["/K"])


def crowded_diary(years=0):
    """Return a diary with pain at twelve places on every day."""
    places = [place for place in PLACES if place != "all_over"][:12]
    span = 56 + 365 * years
    return Diary(
        entries=tuple(
            DayEntry(
                date=day(0) - dt.timedelta(days=span - number),
                pains=tuple(
                    Pain(region=place, worst=(number + at) % 10 + 1)
                    for at, place in enumerate(places)
                ),
                medicines=(Medicine(name="W" * 80),),
            )
            for number in range(span)
        )
    )


def figures_of_pages(reader):
    """Return the number of figures of every page, by the page each is on."""
    pages = [page.indirect_reference.idnum for page in reader.pages]
    found = [0] * len(pages)
    for one in elements(reader):
        if one["/S"] == "/Figure":
            page = one.get("/Pg") or one["/K"][0]["/Pg"]
            found[pages.index(page.indirect_reference.idnum)] += 1
    return found
