from __future__ import annotations

import dataclasses
import datetime as dt
import io
import subprocess
import sys

import pytest
from pypdf import PdfReader

from diary.charts.data import place_data
from diary.charts.lanes import lanes
from diary.charts.look import ChartWanted, Look
from diary.charts.subject import subject_days
from diary.charts.text import chart_text, period_text
from diary.domain.entry import DayEntry, Pain
from diary.domain.preferences import Preferences
from diary.errors import RequestError
from diary.i18n import language, speaking, translate
from diary.report.judged import Judged
from diary.report.parts import Parts, SheetWanted
from diary.rules.engine import Judge
from diary.rules.model import AlertReport
from diary.services.monitoring import Monitoring
from diary.services.reporting import NO_SPAN, Reporting
from diary.store.database import Database
from tests.refusals import refused
from tests.report.lively import FIRST, LAST, lively_diary
from tests.report.printed import words

TODAY = LAST + dt.timedelta(days=2)
SPANISH = SheetWanted(language="es")
SAVED = dt.datetime(2026, 3, 24, 9, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """Give a database with the lively diary; no test here writes into it."""
    database = Database.open(tmp_path_factory.mktemp("lively") / "diary.daymark")
    diary = lively_diary()
    with database.unit(writing=True) as unit:
        unit.care.set_profile(diary.profile)
        unit.care.set_treatments(diary.treatments)
        unit.care.set_events(diary.events)
        unit.care.set_quiet_periods(diary.quiet_periods)
        for entry in diary.entries:
            unit.entries.put(entry, SAVED)
        unit.commit()
    yield database
    database.close()


def chart_of(reporting, start=LAST - dt.timedelta(55), end=LAST, place="lower_back"):
    (chart,) = reporting.charts([ChartWanted(place, start, end)])
    return chart


def text_of(path):
    return words(path.read_bytes())


def test_the_sheet_is_written_where_she_wants_it(filled, tmp_path):
    out = tmp_path / "For the visit.pdf"
    assert Reporting(filled).write(out, today=TODAY) == out
    text = text_of(out)
    assert "Ruth Example" in text
    assert "26 January to 22 March 2026" in text
    assert "24 March 2026" in text
    assert "My notes" not in text


def test_with_the_rules_switched_off_it_judges_nothing_and_says_so(filled):
    reporting = Reporting(filled, lambda: False)
    found = reporting.sheet(today=TODAY)
    assert found.details.alerts == found.reasons.items == ()
    assert found.reasons.nothing == Judged.SWITCHED_OFF.value
    assert "switched off" in found.reasons.nothing
    assert chart_of(reporting).spells == ()
    assert chart_of(Reporting(filled)).spells


def test_its_alerts_are_those_of_the_program(filled):
    alerts = Monitoring(filled).history(LAST).alerts
    assert alerts
    found = Reporting(filled).sheet(today=TODAY)
    assert {alert.title for alert in found.details.alerts} == {
        alert.wording.title
        for alert in alerts
        if alert.ended_on is None or alert.ended_on > LAST - dt.timedelta(55)
    }


def test_notes_and_paper_are_her_choice(filled, tmp_path):
    out = Reporting(filled).write(
        tmp_path / "x.pdf", SheetWanted(paper="letter", parts=Parts(notes=True)), today=TODAY
    )
    assert "Could not lie flat for long." in text_of(out)
    assert round(float(PdfReader(out).pages[0].mediabox.width)) == 612


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (None, None, (LAST - dt.timedelta(days=55), LAST)),
        (FIRST, None, (FIRST, LAST)),
        (None, dt.date(2026, 1, 31), (dt.date(2025, 12, 7), dt.date(2026, 1, 31))),
        (FIRST, FIRST, (FIRST, FIRST)),
    ],
)
def test_without_dates_it_is_the_56_days_up_to_the_last_recorded_one(filled, start, end, expected):
    chart = Reporting(filled).sheet(SheetWanted(start=start, end=end), today=TODAY).pain.chart
    assert (chart.start, chart.end) == expected


def test_with_nothing_recorded_it_ends_today(database, tmp_path):
    out = Reporting(database).write(tmp_path / "x.pdf", today=TODAY)
    assert "28 January to 24 March 2026" in text_of(out)
    assert "0 of 56 days recorded" in text_of(out)


def test_days_after_the_last_one_are_not_known(filled):
    before = Reporting(filled).sheet(SheetWanted(end=dt.date(2026, 2, 28)), today=TODAY)
    assert before.pain.chart.end == dt.date(2026, 2, 28)
    assert all("March" not in reason.state for reason in before.reasons.items)


def test_a_first_day_after_the_last_is_refused_and_nothing_is_written(filled, tmp_path):
    out = tmp_path / "x.pdf"
    with pytest.raises(RequestError, match="first day lies after the last day"):
        Reporting(filled).write(out, SheetWanted(start=LAST, end=FIRST), today=TODAY)
    assert not out.exists()


def test_the_diary_itself_is_never_written_over(filled):
    with pytest.raises(RequestError):
        Reporting(filled).write(filled.path, today=TODAY)
    with filled.unit() as unit:
        assert unit.entries.count() == 94


def test_a_folder_that_is_not_there_is_told_plainly(filled, tmp_path):
    with pytest.raises(RequestError) as caught:
        Reporting(filled).write(tmp_path / "not there" / "x.pdf", today=TODAY)
    folder = tmp_path / "not there"
    assert caught.value.user_message == f"The folder {folder} does not exist."


def test_an_earlier_sheet_is_replaced_whole(filled, tmp_path):
    out = tmp_path / "x.pdf"
    out.write_bytes(b"earlier" * 1_000_000)
    Reporting(filled).write(out, today=TODAY)
    assert out.read_bytes().startswith(b"%PDF")
    assert out.stat().st_size < 1_000_000


def test_the_same_diary_gives_the_same_bytes_warm_or_cold(filled, tmp_path):
    warm = Reporting(filled)
    files = [
        warm.write(tmp_path / "1.pdf", today=TODAY),
        warm.write(tmp_path / "2.pdf", today=TODAY),
        Reporting(filled).write(tmp_path / "3.pdf", today=TODAY),
    ]
    assert len({path.read_bytes() for path in files}) == 1


def test_a_chart_is_that_of_the_diary_with_its_alerts(filled):
    chart = chart_of(Reporting(filled), FIRST)
    with filled.unit() as unit:
        diary = unit.diary()
    expected = place_data(
        diary,
        "lower_back",
        FIRST,
        LAST,
        chart.spells,
        lanes=lanes(diary, FIRST, LAST, with_quiet=True),
    )
    assert chart == expected
    alerts = Monitoring(filled).history(LAST).alerts
    titles = {step.title for alert in alerts for step in alert.tiers}
    assert chart.spells
    assert {spell.title for spell in chart.spells} <= titles


def test_chart_and_sheet_are_the_same(filled):
    report = Reporting(filled)
    sheet = report.sheet(today=TODAY)
    chart = chart_of(report, sheet.pain.chart.start)
    assert dataclasses.replace(chart, lanes=sheet.pain.chart.lanes) == sheet.pain.chart
    assert {"Nerve signs", "Painkillers"} <= {lane.label for lane in sheet.pain.chart.lanes}


def test_asking_for_numbers_alone_brings_no_drawing_and_no_typesetter():
    code = (
        "import sys, diary.services.reporting\n"
        "sys.exit(bool({'matplotlib', 'typst'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_several_charts_come_in_the_order_they_are_wanted(filled):
    before = ChartWanted("lower_back", FIRST, FIRST + dt.timedelta(9))
    wanted = [ChartWanted("hip", LAST - dt.timedelta(9), LAST), before]
    charts = Reporting(filled).charts(wanted)
    assert [(chart.place, chart.start, chart.end) for chart in charts] == [
        (one.place, one.start, one.end) for one in wanted
    ]


def test_alerts_are_worked_out_once_for_the_same_diary_and_again_after_a_change(
    database, monkeypatch
):
    worked_out = []
    monkeypatch.setattr(
        Judge,
        "history",
        lambda _self, _diary, as_of: worked_out.append(as_of) or AlertReport(as_of, (), ()),
    )
    reporting = Reporting(database)
    for start in (FIRST, LAST, FIRST):
        chart_of(reporting, start)
    assert worked_out == [LAST]
    chart_of(reporting, FIRST, FIRST)
    assert worked_out == [LAST, FIRST]
    with database.unit(writing=True) as unit:
        unit.entries.put(DayEntry(date=FIRST, pains=()), SAVED)
        unit.commit()
    chart_of(reporting, FIRST, FIRST)
    assert worked_out == [LAST, FIRST, FIRST]


def test_charts_are_made_once_for_the_same_diary_and_anew_after_a_change_or_in_another_language(
    database,
):
    with database.unit(writing=True) as unit:
        unit.entries.put(DayEntry(date=FIRST, pains=()), SAVED)
        unit.commit()
    reporting = Reporting(database)
    before = chart_of(reporting, FIRST)
    assert chart_of(reporting, FIRST) is before
    with speaking("es"):
        assert chart_of(reporting, FIRST).label != before.label
    assert chart_of(reporting, FIRST) is before
    with database.unit(writing=True) as unit:
        unit.entries.put(DayEntry(date=LAST, pains=()), SAVED)
        unit.commit()
    assert chart_of(reporting, FIRST).answered != before.answered


def test_charts_come_with_the_words_of_each(filled):
    reporting = Reporting(filled)
    wanted = [ChartWanted(place, FIRST, LAST) for place in ("hip", "lower_back")]
    charts, words = reporting.described(wanted)
    assert charts == reporting.charts(wanted)
    assert words == tuple(map(chart_text, charts))


@pytest.mark.parametrize(("ending", "head"), [("png", b"\x89PNG"), ("SVG", b"<?xml")])
def test_charts_are_saved_by_the_ending_of_the_file(filled, tmp_path, ending, head):
    reporting = Reporting(filled)
    out = tmp_path / f"chart.{ending}"
    look = Look(theme="light", width=400, height=300)
    assert reporting.save_charts([chart_of(reporting)], look, out) == out
    assert out.read_bytes().startswith(head)


def test_a_chart_never_takes_the_place_of_the_diary(filled):
    look = Look(theme="light", width=400, height=300)
    with refused(RequestError, "diary"):
        Reporting(filled).save_charts([chart_of(Reporting(filled))], look, filled.path)


def test_the_body_is_summed_as_on_the_sheet(filled):
    reporting = Reporting(filled)
    start = LAST - dt.timedelta(55)
    assert reporting.body(start, LAST) == reporting.sheet(today=TODAY).maps
    assert reporting.body(dt.date(1990, 1, 1), dt.date(1990, 1, 2)) is None


def test_the_first_page_is_drawn_from_the_very_file(filled):
    reporting = Reporting(filled)
    page = reporting.page(reporting.pdf(today=TODAY), 20)
    assert (page.width, page.height) == (166, 234)
    assert page.pages > 1


def test_her_questions_are_on_the_sheet_unless_left_out(database):
    with database.unit(writing=True) as unit:
        unit.preferences.set(Preferences(visit_questions=("Can I swim again?",)))
        unit.commit()
    reporting = Reporting(database)
    assert reporting.sheet(today=TODAY).questions.items == ("Can I swim again?",)
    without = reporting.sheet(SheetWanted(parts=Parts(questions=False)), today=TODAY)
    assert without.questions.items == ()


def test_the_days_of_a_sign_are_those_of_the_diary(filled):
    wanted = ChartWanted("leg_weakness", FIRST, LAST)
    with filled.unit() as unit:
        expected = subject_days(unit.diary(), "leg_weakness", FIRST, LAST)
    assert Reporting(filled).subject(wanted) == expected
    assert len(expected.days) == (LAST - FIRST).days + 1


def test_who_judges_for_the_alerts_too_says_the_same_before_and_after_a_save(database):
    """The sheet of some older days comes in between, and is judged as of its own last day."""
    judge = Judge()
    monitoring, reporting = Monitoring(database, judge), Reporting(database, judge=judge)
    days = lively_diary().entries
    saved = days[-1].model_copy(update={"pains": (Pain(region="neck", worst=9),)})
    for entries in (days, [saved]):
        with database.unit(writing=True) as unit:
            unit.entries.put_all(entries, SAVED)
            unit.commit()
        assert monitoring.standing(TODAY) == Monitoring(database).standing(TODAY)
        for wanted in (SheetWanted(), SheetWanted(end=LAST - dt.timedelta(days=30))):
            sheet = Reporting(database).sheet(wanted, today=TODAY)
            assert reporting.sheet(wanted, today=TODAY) == sheet
        assert monitoring.history(LAST) == Monitoring(database).history(LAST)


class TestLanguage:
    """The sheet's own, apart from that of the program."""

    def test_the_sheet_is_in_its_language_and_the_program_is_not(self, filled):
        sheet = Reporting(filled).sheet(SPANISH, today=TODAY)
        assert sheet.language == "es"
        assert sheet.title == "Diario de s\u00edntomas, " + period_in("es")
        assert language() == "en"

    def test_the_rules_speak_it_too_and_each_language_is_judged_once(self, filled, monkeypatch):
        reporting, judged = Reporting(filled), []
        judge = Judge.history

        def counted(self, diary, as_of):
            judged.append(language())
            return judge(self, diary, as_of)

        monkeypatch.setattr(Judge, "history", counted)
        sheets = [
            reporting.sheet(SheetWanted(language=code), today=TODAY)
            for code in ("en", "es", "same", "es")
        ]
        assert judged == ["en", "es"]
        assert sheets[0] == sheets[2]
        english, spanish = (sheet.reasons.items[0].text for sheet in sheets[:2])
        assert english != spanish

    def test_every_page_says_that_its_words_await_a_review(self, filled):
        reporting = Reporting(filled)
        assert "Translated" not in reporting.sheet(today=TODAY).footer
        with speaking("es"):
            says = translate("{footer}. Translated from English, not yet reviewed by a clinician.")
        assert reporting.sheet(SPANISH, today=TODAY).footer.endswith(says.removeprefix("{footer}"))

    def test_what_is_wrong_is_said_in_the_language_of_the_program(self, filled):
        wanted = SheetWanted(start=LAST, end=FIRST, language="es")
        with refused(RequestError, NO_SPAN):
            Reporting(filled).sheet(wanted, today=TODAY)

    def test_the_pdf_names_its_language(self, filled):
        pdf = PdfReader(io.BytesIO(Reporting(filled).pdf(SPANISH, today=TODAY)))
        assert pdf.trailer["/Root"]["/Lang"] == "es"
        assert "Diario de s\u00edntomas" in pdf.metadata.title


def period_in(code):
    with speaking(code):
        return period_text(LAST - dt.timedelta(55), LAST)
