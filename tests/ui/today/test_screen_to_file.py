"""What is pressed and typed is what is in the file, to the letter, and nothing else is."""

from __future__ import annotations

import datetime as dt
import functools
import itertools

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from diary.domain.care import UsualLevel
from diary.domain.choices import FUNCTION, MEDICINE_KINDS, NEWNESS, NIGHTS, RELIEFS
from diary.domain.entry import DayEntry, Medicine, Pain, SignReport, SymptomReport
from diary.paths import AppPaths
from diary.services.open import open_services
from diary.ui.bridge import Bridge
from diary.ui.clock import Clock
from diary.ui.facts import DayLoaded
from diary.ui.tasks import Tasks
from diary.ui.today.draft import SignAnswer, draft_of, entry_of
from diary.ui.today.page import TodayPage
from diary.ui.today.states import MedicineAnswer, SymptomAnswer
from tests.strategies import entries
from tests.ui.fakes import NOON, TODAY
from tests.ui.today.person import Person

ONE_DAY = dt.timedelta(days=1)
LATE = settings(
    max_examples=30,
    phases=[Phase.reuse, Phase.generate],  # to look for a smaller example takes minutes here
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
USUAL = (
    UsualLevel(of="tingling_hand_foot", level=2),
    UsualLevel(of="fatigue", level=1),
    UsualLevel(of="custom:Itchy scar", level=3),
)
USUAL_SIGNS = (SignReport(sign="tingling_hand_foot", grade=2, new="no"),)
USUAL_SYMPTOMS = (
    SymptomReport(symptom="fatigue", grade=1, new="no"),
    SymptomReport(symptom="custom:Itchy scar", grade=3, new="no"),
)
# What she used on an earlier day, so that there are chips.
BEFORE = DayEntry(
    date=dt.date(2020, 1, 1),
    pains=(Pain(region="lower_back"), Pain(region="hip"), Pain(region="knee")),
    symptoms=(SymptomReport(symptom="cough"), SymptomReport(symptom="custom:Itchy scar")),
    medicines=(Medicine(name="ibuprofen", kind="anti_inflammatory"), Medicine(name="a & b")),
)

number = st.integers(0, 3)
texts = st.text(st.characters(categories=["L", "N", "P"]) | st.sampled_from(" \n"), max_size=12)
names = st.sampled_from(["codeine", "Dr. Mabuse's drops & co", "x" * 200])


def does(what, *arguments, **named):
    return st.tuples(st.just(what), st.tuples(*arguments), st.fixed_dictionaries(named))


def describes(what, **fields):
    return st.one_of(
        does(what, number, st.just(field), st.sampled_from(values))
        for field, values in fields.items()
    )


SIGNS = ["leg_weakness", "bladder_leak", "clumsy_hands"]
REPORT = {"grade": [1, 2, 3], "new": list(NEWNESS)}
pain = (
    does("says_no_pain")
    | does("presses_place", number)
    | does("rates_pain", number, st.integers(0, 10))
    | does("says_night", number, st.sampled_from(list(NIGHTS)))
)
signs = (
    does("answers_signs", st.sampled_from([*SignAnswer, *[SignAnswer.SOME] * 3]))
    | does("takes_signs_back")
    | does("ticks", st.sampled_from(SIGNS))
    | describes("describes_sign", side=["left", "right", "both"], **REPORT)
)
symptoms = (
    does("answers_symptoms", st.sampled_from([*SymptomAnswer, *[SymptomAnswer.SOME] * 3]))
    | does("presses_symptom", st.integers(0, 8))
    | does("writes_symptom", st.sampled_from(["Dizzy", "dizzy & faint", "cough"]))
    | describes("describes_symptom", **REPORT)
    | does("removes_symptom", number, and_undoes=st.booleans())
)
extras = (
    does("presses_medicine", number)
    | does("answers_medicines", st.sampled_from(MedicineAnswer))
    | does("writes_medicine", names, st.sampled_from(["", "0", "99"]))
    | describes("describes_medicine", kind=list(MEDICINE_KINDS), relief=list(RELIEFS))
    | does("writes", st.just("weight"), st.sampled_from(["67,5", "67.525", "400", ""]))
    | does("writes", st.just("temperature"), st.sampled_from(["36.85", "40", ""]))
    | does("writes", st.sampled_from(["could_do", "note"]), texts)
    | does("says_function", st.sampled_from(list(FUNCTION)), number)
)


def after(beginning, more):
    """Return what is done in one part: nothing, or anything after a beginning that opens it."""
    begun = st.tuples(st.tuples(*beginning), st.lists(more, min_size=3, max_size=8))
    done = begun.map(lambda parts: [*parts[0], *parts[1]])
    return st.just([]) | done | done


anything = st.tuples(
    after([does("presses_place", number)], pain),
    after(
        [does("answers_signs", st.just(SignAnswer.SOME)), does("ticks", st.sampled_from(SIGNS))],
        signs,
    ),
    after(
        [
            does("answers_symptoms", st.just(SymptomAnswer.SOME)),
            does("presses_symptom", number),
        ],
        symptoms,
    ),
    after([does("presses_medicine", number)], extras),
    st.lists(st.one_of(pain, signs, symptoms, extras), max_size=6),
).map(lambda parts: list(itertools.chain(*parts)))


@pytest.fixture
def paths(tmp_path):
    return AppPaths(tmp_path / "data")


@pytest.fixture
def services(paths):
    """The file by another way than the page's."""
    services = open_services(paths)
    services.journal.save(BEFORE, NOON, TODAY, USUAL)
    yield services
    services.close()


@pytest.fixture
def page(paths, services, theme, shown, qtbot):  # noqa: ARG001  the file is there first
    bridge = Bridge(Tasks(), functools.partial(open_services, paths), Clock(TODAY, NOON))
    page = shown(TodayPage(bridge, theme), 1000, 760)
    with qtbot.waitSignal(bridge.day_loaded):
        bridge.open_diary()
    yield page
    bridge.close()


def test_what_is_said_is_saved_and_nothing_else(page, services, qtbot):
    days = iter(TODAY - ONE_DAY * number for number in range(1, 10_000))

    @LATE
    @given(anything)
    def any_answers_in_any_order(actions):
        with qtbot.waitSignal(page._bridge.day_loaded):
            page.show_day(next(days))
        person = Person(page, USUAL_SIGNS, USUAL_SYMPTOMS)
        for what, arguments, named in actions:
            getattr(person, what)(*arguments, **named)
        said = person.said()
        if said == DayEntry(date=page.day):
            person.saves()
            assert page.draft.is_blank
        else:
            with qtbot.waitSignal(page._bridge.alerts_changed):
                person.saves()
            said = said.model_copy(update={"entered_at": NOON})
            assert services.journal.day(page.day) == said
            assert not page.draft.is_changed

    any_answers_in_any_order()
    assert services.journal.profile().usual == USUAL


def test_any_day_of_a_file_is_shown_and_said_again_as_it_is(bridge, theme, shown):
    page = shown(TodayPage(bridge, theme), 1000, 760)
    bridge.tell_opened()

    @settings(LATE, max_examples=40)
    @given(entries(st.dates(dt.date(2020, 1, 1), TODAY)))
    def any_entry(entry):
        page.show_day(entry.date)
        bridge.day_loaded.emit(DayLoaded(day=entry.date, entry=entry))
        said = page.said(draft_of(entry.date, entry))
        assert entry_of(said) == entry
        assert not said.is_changed

    any_entry()
