from __future__ import annotations

from diary.domain.care import Profile, UsualLevel
from diary.domain.diary import Diary
from diary.domain.entry import SignReport
from diary.domain.signs import SignGroup
from diary.report.model import Answer
from diary.report.nerve import nerve_box
from tests.report.small import day, entry


def rows(entries, usual=()):
    box = nerve_box(Diary(entries=entries, profile=Profile(usual=usual)), day(0), day(9))
    return {row.label: row for row in box.rows}


def leg(**fields):
    return SignReport(sign="leg_weakness", **fields)


def test_every_group_has_a_row_in_order():
    assert list(rows(())) == [group.label for group in SignGroup]


def test_not_asked_is_not_no():
    row = rows((entry(0, pains=()),))["Walking"]
    assert (row.answer, row.word, row.text) == (Answer.NOT_ASKED, "not asked", "")


def test_a_no_comes_with_its_days_and_the_last_of_them():
    row = rows((entry(1, signs=()), entry(4, signs=()), entry(5, signs=None)))["Bladder"]
    assert (row.answer, row.word) == (Answer.NO, "answered no")
    assert row.text == "on 2 days, last 5 Mar 2026"


def test_a_no_of_few_or_old_days_does_not_look_like_one_of_many():
    one = rows((entry(1, signs=()), entry(4, pains=())))["Bladder"]
    assert (one.answer, one.word) == (Answer.RARELY, "answered no, but")
    assert one.text == "asked on 1 day only, 2 Mar 2026"
    seldom = rows((entry(0, signs=()), *(entry(n) for n in range(1, 8)), entry(8, signs=())))
    assert seldom["Bladder"].answer is Answer.RARELY
    assert seldom["Bladder"].text == "asked on only 2 of 9 days recorded, last 9 Mar 2026"
    diary = Diary(entries=tuple(entry(n, signs=()) for n in range(3)))
    kept, old = (nerve_box(diary, day(0), day(end)).rows[0] for end in (16, 17))
    assert kept.answer is Answer.NO
    assert (old.answer, old.text) == (
        Answer.RARELY,
        "on 3 days, but not asked since 3 Mar 2026",
    )


def test_a_yes_to_one_sign_is_an_explicit_no_to_the_other_groups():
    found = rows((entry(0, signs=(leg(),)),))
    assert found["Weak legs or arms"].answer is Answer.YES
    assert found["Walking"].answer is Answer.RARELY


def test_a_yes_names_signs_grade_side_and_days():
    row = rows(
        (
            entry(-20, signs=(leg(grade=1),)),
            entry(1, signs=(leg(grade=1, side="left", new="no"),)),
            entry(2, signs=()),
            entry(
                3,
                signs=(
                    SignReport(sign="arm_weakness"),
                    leg(grade=2, side="right", new="yes"),
                ),
            ),
        )
    )["Weak legs or arms"]
    assert row.word == "yes"
    assert row.text == (
        "Weak arm or arms since 4 March 2026 and Weak leg or legs (moderate, left, right, "
        "said new or worse 4 March 2026) already on the first day asked, 9 February 2026: "
        "on 2 of 3 days asked, last on 4 March 2026."
    )


def test_one_sign_alone_gives_the_answer_its_day():
    found = entry(-20, signs=(leg(),)), entry(1, signs=(leg(grade=1),))
    row = rows((entry(-21, signs=()), *found))["Weak legs or arms"]
    assert row.word == "yes, since 9 February 2026"
    always = rows(found)["Weak legs or arms"]
    assert always.word == "yes, already on the first day this was asked, 9 February 2026"
    assert row.text == "Weak leg or legs (mild): on 1 of 1 day asked, last on 2 March 2026."


def test_a_sign_of_today_is_not_dated_to_an_old_one_of_its_group():
    row = rows(
        (
            entry(-300, signs=(SignReport(sign="tingling_hand_foot"),)),
            entry(
                9,
                signs=(
                    SignReport(sign="tingling_hand_foot"),
                    SignReport(sign="numbness_trunk", new="yes"),
                ),
            ),
        )
    )["Numbness and tingling"]
    assert row.text.startswith(
        "Numb chest, belly or back (said new or worse 10 March 2026) since 10 March 2026 and "
        "Tingling hands or feet already on the first day asked, 5 May 2025:"
    )


def test_each_sign_of_a_group_has_its_own_first_day():
    tingling, numb = SignReport(sign="tingling_hand_foot"), SignReport(sign="numbness_limb")
    row = rows((entry(0, signs=()), entry(1, signs=(tingling,)), entry(5, signs=(tingling, numb))))
    assert row["Numbness and tingling"].text.startswith(
        "Numb arm or leg since 6 March 2026 and Tingling hands or feet since 2 March 2026:"
    )


def test_a_usual_level_is_said():
    row = rows(
        (entry(1, signs=(SignReport(sign="tingling_hand_foot", grade=1, new="not_sure"),)),),
        usual=(
            UsualLevel(of="tingling_hand_foot", level=2),
            UsualLevel(of="leg_weakness", level=0),
        ),
    )["Numbness and tingling"]
    assert row.text == (
        "Tingling hands or feet (mild, usual level: moderate): "
        "on 1 of 1 day asked, last on 2 March 2026."
    )


def test_a_usual_level_is_the_one_in_force_on_the_last_day_with_the_sign():
    usual = (
        UsualLevel(of="leg_weakness", level=3, since=day(4)),
        UsualLevel(of="leg_weakness", level=0, since=day(2)),
        UsualLevel(of="leg_weakness", level=1),
    )

    def told(number):
        return rows((entry(number, signs=(leg(grade=2),)),), usual)["Weak legs or arms"].text

    assert told(1).startswith("Weak leg or legs (moderate, usual level: mild): ")
    assert told(3).startswith("Weak leg or legs (moderate): ")
    assert told(4).startswith("Weak leg or legs (moderate, usual level: severe): ")


def test_an_earlier_yes_is_not_forgotten():
    before = entry(-3, signs=(leg(),))
    said_no = rows((before, entry(1, signs=())))["Weak legs or arms"]
    assert said_no.text == (
        "asked on 1 day only, 2 Mar 2026. Before this period: yes, last on 26 February 2026."
    )
    not_asked = rows((before,))["Weak legs or arms"]
    assert not_asked.answer is Answer.NOT_ASKED
    assert not_asked.text == "Before this period: yes, last on 26 February 2026."


def test_later_days_are_not_known_yet():
    assert rows((entry(10, signs=(leg(),)),))["Weak legs or arms"].answer is Answer.NOT_ASKED


def test_what_other_holds_is_said_with_its_no():
    row = rows((entry(0, signs=()),))["Other"]
    assert row.signs == "Electric shocks, Clumsy hands, Stiff hands, Loss of sexual feeling"
    assert rows((entry(0, signs=()),))["Bladder"].signs == ""


def not_asked(*entries):
    return nerve_box(Diary(entries=entries), day(0), day(30)).not_asked


def test_groups_hardly_asked_are_told_once():
    assert not_asked(entry(0)) == "Nerve signs NOT asked in this period."
    assert not_asked(entry(0, signs=()), entry(1, signs=()), entry(30)) == (
        "Nerve signs NOT asked since 2 March 2026; only on 2 of 3 days recorded, then answered no."
    )
    assert not_asked(
        entry(0, signs=()), *(entry(n) for n in range(1, 30)), entry(30, signs=())
    ) == ("Nerve signs asked only on 2 of 31 days recorded, last 31 March 2026; answered no then.")


def test_groups_that_differ_or_were_asked_keep_their_boxes():
    assert not_asked(*(entry(n, signs=()) for n in range(31))) == ""
    assert not_asked(entry(0, signs=(leg(),)), entry(30)) == ""
    before = Diary(entries=(entry(0, signs=(leg(),)), entry(20, signs=())))
    assert nerve_box(before, day(1), day(30)).not_asked == ""
