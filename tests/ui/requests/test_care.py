"""What surrounds the days, over the bridge with the real services and a real file."""

from __future__ import annotations

from diary.domain.care import Contact, Profile, UsualLevel

LINE = Contact(name="Cancer line", phone="0800 111", for_="emergency")


def test_it_is_loaded(bridge, qtbot):
    with qtbot.waitSignal(bridge.care.care_changed) as told:
        bridge.care.load()
    assert told.args[0].profile == Profile()


def test_a_change_is_kept_and_told_to_all_pages(bridge, qtbot):
    told = []
    bridge.opened.connect(told.append)
    with qtbot.waitSignals([bridge.care.care_changed, bridge.opened, bridge.alerts_changed]):
        bridge.care.replace("contacts", (LINE,))
    assert told[-1].profile.contacts == (LINE,)
    with qtbot.waitSignals([bridge.opened, bridge.alerts_changed]):
        bridge.care.set_person(Profile(name="Ann"))
    assert told[-1].profile == Profile(name="Ann", contacts=(LINE,))


def test_what_is_refused_is_told_as_care(bridge, qtbot):
    with qtbot.waitSignal(bridge.failed) as told:
        bridge.care.replace("usual", (UsualLevel.model_construct(of="knee", level=11),))
    assert told.args[0].what == "care"
    assert told.args[0].message == "A usual level is above 10, so nothing was changed."


def test_the_first_screens_are_told_until_they_are_done(bridge, qtbot):
    with qtbot.waitSignal(bridge.opened) as told:
        bridge.open_diary()
    assert told.args[0].is_first_run
    with qtbot.waitSignal(bridge.care.care_changed):
        bridge.care.finish_first_run()
    with qtbot.waitSignal(bridge.opened) as told:
        bridge.open_diary()
    assert not told.args[0].is_first_run


def test_places_she_follows_are_told_first(bridge, qtbot):
    with qtbot.waitSignal(bridge.opened) as told:
        bridge.care.replace("followed_places", ("hip",))
    assert told.args[0].places == ("hip",)
