"""Families: which rules merge into one alert, and what a family keeps apart."""

from __future__ import annotations

import enum


class Scope(enum.Enum):
    """What a family keeps apart: there is one open alert per family and scope."""

    REGION = "region"
    SYMPTOM = "symptom"
    FAMILY = "family"


class Question(enum.Enum):
    """The questions of an entry that can be answered or left open."""

    PAINS = "pains"
    SIGNS = "signs"
    SYMPTOMS = "symptoms"


class Family(enum.Enum):
    """Rules of one family merge into one alert."""

    BLADDER = "bladder"
    WEAKNESS = "weakness"
    RADIATING = "radiating"
    HEAD = "head"
    BREATH = "breath"
    FEVER = "fever"
    PAIN = "pain"
    FEELING = "feeling"
    BELLY = "belly"
    CALCIUM = "calcium"
    LEG = "leg"
    WEIGHT = "weight"
    LUMP = "lump"
    BOWEL = "bowel"
    ENERGY = "energy"
    OTHER = "other"
    JOINT = "joint"

    @property
    def scope(self) -> Scope:
        """What is kept apart inside the family: each has an alert of its own."""
        if self in {Family.RADIATING, Family.PAIN, Family.JOINT}:
            return Scope.REGION
        return Scope.SYMPTOM if self is Family.OTHER else Scope.FAMILY

    @property
    def question(self) -> Question:
        """The question of an entry on whose recorded days an alert of the family may clear."""
        if self in {Family.RADIATING, Family.PAIN, Family.JOINT}:
            return Question.PAINS
        if self in {Family.BLADDER, Family.WEAKNESS, Family.FEELING}:
            return Question.SIGNS
        return Question.SYMPTOMS
