"""Somebody who answers by pressing what she sees, and remembers in plain words what she said.

What she remembers is worked out here, not by the program, so that the two can be compared.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from diary.domain.entry import DayEntry, Medicine, Pain, SignReport, SymptomReport
from diary.ui.today.draft import SignAnswer
from diary.ui.today.states import MedicineAnswer, SymptomAnswer


def press(button):
    """Press a button if she can see it; return whether she could."""
    if not button.isVisible() or not button.isEnabled():
        return False
    button.click()
    return True


def one(items, number):
    """Return one of them, as a list; none if there are none."""
    items = list(items)
    return [items[number % len(items)]] if items else []


class Person:
    """Answers one day.

    Args:
        page: the page.
        usual_signs: what "only my usual ones" stands for.
        usual_symptoms: the same of the other symptoms.
    """

    def __init__(self, page, usual_signs, usual_symptoms):
        self.page = page
        self.usual = {"signs": usual_signs, "symptoms": usual_symptoms}
        self.no_pain = False
        self.pains, self.set_aside = {}, {}
        self.sign_answer = self.symptom_answer = self.medicine_answer = None
        self.signs, self.symptoms, self.medicines = {}, {}, []
        self.texts = {"weight": "", "temperature": "", "could_do": "", "note": ""}
        self.function = {}

    # Pain

    def says_no_pain(self):
        if press(self.page.pain.no_pain):
            self.no_pain = not self.no_pain
            if self.no_pain:
                self.pains, self.set_aside = {}, self.pains
            else:
                self.pains = self.set_aside

    def presses_place(self, number):
        chips = list(self.page.pain.chips.items())
        region, chip = chips[number % len(chips)]
        if press(chip):
            self.no_pain = False
            if self.pains.pop(region, None) is None:
                self.pains[region] = {}

    def rates_pain(self, number, worst):
        for card in one(self.page.pain.cards, number):
            if press(card.score.button_of(worst)):
                self.pains[card.pain.region]["worst"] = worst

    def says_night(self, number, night):
        for card in one(self.page.pain.cards, number):
            if press(card.night.button_of(night)):
                self.pains[card.pain.region]["night"] = night

    # Signs

    def answers_signs(self, answer):
        if press(self.page.signs.answer_row.button_of(answer)):
            self.sign_answer = answer

    def takes_signs_back(self):
        if press(self.page.signs.answer_row.clear_button):
            self.sign_answer = None

    def ticks(self, sign):
        row = self.page.signs.rows.get(sign)
        if row is not None and press(row.box) and self.signs.pop(sign, None) is None:
            self.signs[sign] = {}

    def describes_sign(self, number, field, value):
        for sign in one(self.signs, number):
            row = getattr(self.page.signs.rows[sign].details[0], field)
            if row is not None and press(row.button_of(value)):
                self.signs[sign][field] = value

    # Other symptoms

    def answers_symptoms(self, answer):
        if press(self.page.symptoms.answer_row.button_of(answer)):
            self.symptom_answer = answer

    def presses_symptom(self, number):
        finder = self.page.symptoms.finder
        if finder is not None:
            chips = list(finder.chips.items())
            symptom, chip = chips[number % len(chips)]
            if press(chip) and self.symptoms.pop(symptom, None) is None:
                self.symptoms[symptom] = {}

    def writes_symptom(self, words):
        finder = self.page.symptoms.finder
        if finder is not None and finder.search.field.isVisible():
            finder.search.field.setText(words)
            if press(finder.add_button):
                symptom = f"custom:{words.strip()}"
                if self.symptoms.pop(symptom, None) is None:
                    self.symptoms[symptom] = {}

    def describes_symptom(self, number, field, value):
        for card in one(self.page.symptoms.cards, number):
            if press(getattr(card, field).button_of(value)):
                self.symptoms[card.report.symptom][field] = value

    def removes_symptom(self, number, *, and_undoes):
        for card in one(self.page.symptoms.cards, number):
            if press(card.remove_button) and not (
                and_undoes and press(self.page.symptoms._undo.button)
            ):
                del self.symptoms[card.report.symptom]

    # The quiet lines

    def presses_medicine(self, number):
        section = self.page.extras.medicines
        chip = section.chips[number % len(section.chips)]
        name = chip.medicine.name
        was_taken = self.medicine_answer is MedicineAnswer.SOME
        if press(chip):
            self.medicine_answer = MedicineAnswer.SOME
            there = [told for told in self.medicines if told["name"] == name]
            assert was_taken or not there
            if there:
                self.medicines = [told for told in self.medicines if told["name"] != name]
            else:
                self.medicines.append({"name": name, "kind": chip.medicine.kind, "doses": ""})

    def answers_medicines(self, answer):
        section = self.page.extras.medicines
        press(section.open_button)
        if section._is_built and press(section.answer_row.button_of(answer)):
            self.medicine_answer = answer

    def writes_medicine(self, name, doses):
        section = self.page.extras.medicines
        if section._is_built and press(section.another):
            QTest.keyClicks(section.cards[-1].name.field, name)
            section.cards[-1].doses.field.setText(doses)
            self.medicines.append({"name": name, "doses": doses})

    def describes_medicine(self, number, field, value):
        cards = self.page.extras.medicines.cards
        for card, told in one(zip(cards, self.medicines, strict=True), number):
            if press(getattr(card, field).button_of(value)):
                told[field] = value

    def writes(self, line, text):
        section = getattr(self.page.extras, line)
        press(section.open_button)
        field = section.line.field if line in ("weight", "temperature") else section.field
        if line in ("weight", "temperature"):
            field.setText(text)
        else:
            field.setPlainText(text)
        self.texts[line] = text

    def says_function(self, name, value):
        section = self.page.extras.function
        press(section.open_button)
        if press(section.rows[name].button_of(value)):
            self.function[name] = value

    # What she said

    def saves(self):
        QTest.keyClick(
            self.page.window().focusWidget() or self.page,
            Qt.Key.Key_Return,
            Qt.KeyboardModifier.ControlModifier,
        )

    def said(self):
        """Return her answers as the day should have them."""
        return DayEntry(
            date=self.page.day,
            pains=() if self.no_pain else self._reports(Pain, "region", self.pains),
            signs=self._listed("signs", self.sign_answer, SignReport, "sign", SignAnswer),
            symptoms=self._listed(
                "symptoms", self.symptom_answer, SymptomReport, "symptom", SymptomAnswer
            ),
            medicines=self._medicines(),
            weight_kg=_number(self.texts["weight"]),
            temperature_c=_number(self.texts["temperature"]),
            could_do=self.texts["could_do"] or None,
            note=self.texts["note"] or None,
            **self.function,
        )

    def _listed(self, name, answer, model, key, answers):
        if answer is answers.NONE:
            return ()
        if answer is answers.USUAL:
            return self.usual[name]
        if answer is answers.SOME:
            return self._reports(model, key, getattr(self, name))
        return None

    def _reports(self, model, key, told):
        return tuple(model(**{key: id_}, **about) for id_, about in told.items()) or None

    def _medicines(self):
        if self.medicine_answer is None:
            return None
        if self.medicine_answer is MedicineAnswer.NONE:
            return ()
        named = [
            Medicine(**{**told, "doses": int(told["doses"]) if told["doses"] else None})
            for told in self.medicines
        ]
        return tuple(named) or None


def _number(text):
    return float(text.replace(",", ".")) if text else None
