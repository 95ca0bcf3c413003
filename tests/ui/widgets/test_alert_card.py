from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from diary.rules.model import Tier
from diary.ui.widgets.alert_card import AlertCard
from diary.ui.widgets.text import Hint
from tests.alerts import alert


def words(card):
    """Return the texts of a card from top to bottom."""
    labels = [label for label in card.findChildren(QLabel) if label.text()]
    labels.sort(key=lambda label: label.mapTo(card, label.rect().topLeft()).y())
    return [label.text() for label in labels]


@pytest.fixture
def make(theme, qtbot):
    def make(tier):
        card = AlertCard(alert(tier), theme)
        qtbot.addWidget(card)
        card.resize(600, 700)
        with qtbot.waitExposed(card):
            card.show()
        return card

    return make


def test_the_five_parts_stand_in_order(make):
    card = make(Tier.SOON)
    assert words(card) == [
        "This week",
        "Two weeks of pain in your lower back",
        "What was noticed",
        "Your lower-back pain was 4 or more on 11 of the 13 days you recorded.",
        "How it was worked out",
        "It was usually 2 before.",
        "Ordinary causes",
        "Most back pain has an ordinary cause.",
        "What to do, and by when",
        "Speak to your team this week.",
        "What this cannot tell",
        "This diary cannot tell the cause.",
    ]
    assert card.accessibleName() == "This week: Two weeks of pain in your lower back"


def test_a_part_without_words_has_no_head(theme, qtbot):
    plain = alert()
    card = AlertCard(
        dataclasses.replace(plain, wording=dataclasses.replace(plain.wording, ordinary="")), theme
    )
    qtbot.addWidget(card)
    assert "Ordinary causes" not in words(card)


def test_an_emergency_begins_with_what_to_do_and_comforts_nobody(make):
    card = make(Tier.EMERGENCY)
    found = words(card)
    assert found[0] == "Call now"
    assert found[2:4] == ["What to do, and by when", "Speak to your team this week."]
    assert "Ordinary causes" not in found
    assert card.property("kind") == "emergency"


@pytest.mark.parametrize("tier", list(Tier))
def test_each_tier_has_its_words_and_its_own_picture(make, tier):
    card = make(tier)
    assert words(card)[0] == tier.label
    cards = [make(other) for other in Tier if other is not tier]
    others = [other._icon.pixmap().toImage() for other in cards]
    assert card._icon.pixmap().toImage() not in others


def test_pages_add_their_own_foot(make):
    card = make(Tier.URGENT)
    button, detail = QPushButton("I have told my team"), Hint("Because of ...")
    card.add_action(button)
    card.add_detail(detail)
    assert card.isAncestorOf(button)
    assert card.isAncestorOf(detail)


def test_the_picture_follows_the_theme(make, theme):
    card = make(Tier.SOON)
    light = card._icon.pixmap().toImage()
    theme.set_choice("dark")
    assert card._icon.pixmap().toImage() != light
