"""What she prefers about her diary: it travels with the file, but says nothing about a day."""

from __future__ import annotations

from diary.domain import fields as f


class Preferences(f.Model):
    """Her preferences; all have a value before she says anything.

    Attributes:
        followed_places: ids of the places she wants offered first, in her order.
        followed_symptoms: ids of the symptoms she wants offered first, in her order.
        own_symptoms: names of the symptoms she added, without ``custom:``.
        visit_questions: what she wants to ask at her next visit, in her own words and order.
        first_run_done: whether the first screens were finished or skipped.
        passphrase_offered_on: the days on which she was asked if she wants a passphrase.
    """

    followed_places: tuple[f.RegionId, ...] = ()
    followed_symptoms: tuple[f.SymptomId, ...] = ()
    own_symptoms: tuple[f.Name, ...] = ()
    visit_questions: tuple[f.Name, ...] = ()
    first_run_done: bool = False
    passphrase_offered_on: tuple[f.Day, ...] = ()
