"""A catalogue: ordered, read-only, each id once, retired ids readable but not offered."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from diary.domain.catalogue import Catalogue, Term

OLD = Term(id="old", label="Old", retired=True)
NEW = Term(id="new", label="New", help="One more sentence.")
CATALOGUE = Catalogue([OLD, NEW])


def test_it_maps_ids_to_terms_in_order():
    assert list(CATALOGUE) == ["old", "new"]
    assert CATALOGUE["new"] is NEW
    assert len(CATALOGUE) == 2
    assert list(CATALOGUE.items()) == [("old", OLD), ("new", NEW)]


def test_it_knows_what_it_holds():
    assert "new" in CATALOGUE
    assert "other" not in CATALOGUE
    assert CATALOGUE.get("other") is None
    with pytest.raises(KeyError):
        CATALOGUE["other"]


def test_a_retired_id_is_readable_and_not_offered():
    assert CATALOGUE["old"] is OLD
    assert CATALOGUE.offered() == (NEW,)


def test_an_id_twice_is_refused():
    with pytest.raises(ValueError, match="new"):
        Catalogue([NEW, Term(id="new", label="Again")])


def test_nothing_can_be_put_in():
    with pytest.raises(TypeError):
        CATALOGUE["more"] = NEW


def test_a_term_is_frozen():
    with pytest.raises(FrozenInstanceError):
        NEW.label = "Changed"


def test_a_term_is_offered_and_without_help_unless_said():
    plain = Term(id="x", label="X")
    assert plain.help == ""
    assert not plain.retired
