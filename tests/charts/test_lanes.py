from __future__ import annotations

import datetime as dt

from diary.charts.data import place_data
from diary.charts.lanes import Lane, Span, lanes, took_painkiller
from diary.charts.text import chart_text
from diary.domain.care import Event, Treatment
from diary.domain.diary import Diary
from diary.domain.entry import Medicine, SignReport
from tests.report.small import back, day, entry

SIGN = (SignReport(sign="heavy_legs"),)
IBUPROFEN = Medicine(name="ibuprofen", kind="anti_inflammatory")


def of(diary, last=3):
    return {lane.label: lane for lane in lanes(diary, day(0), day(last))}


def test_lanes_with_nothing_in_them_are_left_out():
    assert of(Diary()) == {}
    assert of(Diary(entries=(entry(0, signs=(), medicines=()),))) == {}


def test_signs_are_yes_no_or_not_answered():
    diary = Diary(entries=(entry(0, signs=SIGN), entry(1, signs=()), entry(2)))
    assert of(diary) == {"Nerve signs": Lane("Nerve signs", days=(True, False, None, None))}


def test_only_painkillers_that_were_taken_count():
    assert took_painkiller(None) is None
    assert took_painkiller(entry(0)) is None
    assert took_painkiller(entry(0, medicines=())) is False
    assert took_painkiller(entry(0, medicines=(IBUPROFEN,))) is True
    untaken = IBUPROFEN.model_copy(update={"doses": 0})
    assert took_painkiller(entry(0, medicines=(untaken,))) is False
    steroid = Medicine(name="dexamethasone", kind="steroid")
    assert took_painkiller(entry(0, medicines=(steroid, Medicine(name="tea")))) is False


def test_treatments_and_events_are_cut_to_the_days_shown():
    diary = Diary(
        treatments=(
            Treatment(kind="radiotherapy", start=day(2), end=day(9)),
            Treatment(kind="tamoxifen", start=day(-9)),
            Treatment(kind="surgery", start=day(-9), end=day(-9)),
            Treatment(kind="steroid", start=day(4)),
            Treatment(kind="other"),
        ),
        events=(
            Event(date=day(3), kind="scan"),
            Event(date=day(1), kind="fall", title="on the stairs"),
            Event(date=day(4), kind="other"),
        ),
    )
    radiotherapy = next(one for one in lanes(diary, day(0), day(3)) if not one.first)
    assert radiotherapy.spans == (Span(day(2), day(3), "Radiotherapy"),)
    found = {one.label: one for one in lanes(diary, day(0), day(3)) if one.first}
    assert found == {
        "Treatments": Lane(
            "Treatments",
            spans=(Span(day(0), day(3), "all through: Tamoxifen", is_through=True),),
        ),
        "Events": Lane(
            "Events", spans=(Span(day(1), day(1), "Fall"), Span(day(3), day(3), "Scan"))
        ),
    }


def test_what_runs_at_the_same_time_stands_in_rows_of_its_own():
    diary = Diary(
        treatments=(
            Treatment(kind="radiotherapy", start=day(0), end=day(1)),
            Treatment(kind="steroid", start=day(1), end=day(2)),
            Treatment(kind="physiotherapy", start=day(2)),
        )
    )
    first, second = lanes(diary, day(0), day(3))
    assert [span.words for span in first.spans] == ["Radiotherapy", "Physiotherapy"]
    assert [span.words for span in second.spans] == ["Steroid"]
    assert (first.first, second.first) == (True, False)


def test_the_chart_in_words_tells_its_lanes():
    diary = Diary(
        entries=(entry(0, pains=(back(2),), signs=SIGN), entry(1, pains=(), signs=())),
        treatments=(Treatment(kind="radiotherapy", start=day(0), end=day(2)),),
    )
    data = place_data(diary, "lower_back", day(0), day(3), lanes=lanes(diary, day(0), day(3)))
    words = chart_text(data)
    assert "Nerve signs on 1 of 2 days asked." in words
    assert "Treatments: Radiotherapy 1 March to 3 March 2026." in words


def test_a_long_list_of_events_is_cut_short_in_words():
    events = tuple(Event(date=day(0) + dt.timedelta(days=n), kind="appointment") for n in range(13))
    diary = Diary(events=events)
    data = place_data(diary, "lower_back", day(0), day(20), lanes=lanes(diary, day(0), day(20)))
    assert "Appointment 10 March 2026 and 3 more." in chart_text(data)


def test_alerts_about_signs_stand_under_them_cut_to_the_days_shown():
    diary = Diary(entries=(entry(0, signs=SIGN, medicines=(IBUPROFEN,)),))
    spans = (Span(day(-9), day(-5), "Gone"), Span(day(-1), day(9), "Heavy legs"))
    found = lanes(diary, day(0), day(3), noticed=spans)
    assert [lane.label for lane in found] == ["Nerve signs", "Noticed", "Painkillers"]
    assert found[1].spans == (Span(day(0), day(3), "Heavy legs"),)


def test_what_has_no_room_of_its_own_is_counted():
    kinds = ("radiotherapy", "steroid", "physiotherapy", "tamoxifen", "chemotherapy")
    diary = Diary(
        treatments=tuple(
            Treatment(kind=kind, start=day(number), end=day(9)) for number, kind in enumerate(kinds)
        )
    )
    found = [[span.words for span in lane.spans] for lane in lanes(diary, day(0), day(9))]
    assert found == [["Radiotherapy"], ["Steroid"], ["and 3 more"]]


def test_what_ran_all_through_is_told_by_its_name_in_lane_and_words():
    diary = Diary(
        treatments=(
            Treatment(kind="aromatase_inhibitor", name="letrozole", start=day(-9)),
            Treatment(kind="steroid", start=day(-3), end=day(3)),
        )
    )
    below = lanes(diary, day(0), day(3))
    (span,) = below[0].spans
    assert span == Span(day(0), day(3), "all through: letrozole and Steroid", is_through=True)
    data = place_data(diary, "lower_back", day(0), day(3), lanes=below)
    assert "Treatments: all through: letrozole and Steroid." in chart_text(data)
