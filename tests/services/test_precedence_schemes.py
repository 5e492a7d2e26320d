"""Schemes of precedence: the law's are read, the office's own are edited."""

from collections.abc import Callable

import pytest

from desk.model.errors import NotThere, UserError
from desk.services import history, precedence, precedence_schemes, programme
from desk.services.desk import Desk
from desk.services.precedence_schemes import (
    change_rank,
    change_scheme,
    copy_scheme,
    delete_rank,
    delete_scheme,
    find_scheme,
    get_scheme,
    insert_rank,
    list_schemes,
    move_rank,
    rename_scheme,
    use_usually,
)

LAW = "uu_9_2010_10"


@pytest.fixture
def own(desk: Desk) -> str:
    return copy_scheme(desk, "pp_39_2018_15", name="Tamu kota (contoh)")


def codes(desk: Desk, key: str) -> list[str]:
    scheme = get_scheme(desk, key)
    assert scheme is not None
    return [rank.code for rank in scheme.ranks]


def test_the_schemes_of_the_law_come_first(desk: Desk, own: str) -> None:
    rows = list_schemes(desk)
    assert rows[0].key == LAW
    assert [row.own for row in rows] == [False] * 5 + [True]
    assert [row.key for row in rows if row.usual] == [LAW]
    assert all(row.note and row.basis for row in rows)


@pytest.mark.parametrize(
    "edit",
    [
        lambda desk: rename_scheme(desk, LAW, "Lain"),
        lambda desk: delete_scheme(desk, LAW),
        lambda desk: move_rank(desk, LAW, "a", 0),
        lambda desk: change_rank(desk, LAW, "a", {"code": "z"}),
        lambda desk: delete_rank(desk, LAW, "a"),
        lambda desk: insert_rank(desk, LAW, 0, code="z", text="Raja"),
        lambda desk: change_scheme(desk, LAW, two_ladders=True),
    ],
)
def test_a_scheme_of_the_law_stays_as_it_is(desk: Desk, edit: Callable[[Desk], object]) -> None:
    with pytest.raises(UserError, match="copy it and edit the copy"):
        edit(desk)


def test_ranks_are_inserted_moved_changed_and_deleted(desk: Desk, own: str) -> None:
    insert_rank(desk, own, 1, code="1a", text="Wali kota", positions=["regent_or_mayor"])
    move_rank(desk, own, "2", 0)
    change_rank(desk, own, "3", {"basis": "Surat edaran", "text": "Dubes", "foreign": True})
    delete_rank(desk, own, "6")
    assert codes(desk, own) == ["2", "1", "1a", "3", "4", "5"]
    scheme = get_scheme(desk, own)
    assert scheme is not None
    changed = scheme.rank("3")
    assert changed is not None
    assert (changed.text, changed.basis, changed.foreign) == ("Dubes", "Surat edaran", True)
    for _step in range(4):
        history.undo(desk)
    assert codes(desk, own) == ["1", "2", "3", "4", "5", "6"]


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"code": ""}, "code", "needs a letter"),
        ({"code": "2"}, "code", "a rank 2 already"),
        ({"code": "x" * 13}, "code", "12 characters"),
        ({"text": " "}, "text", "whom the rank is for"),
        ({"positions": ["king"]}, "positions", "position of the lists"),
    ],
)
def test_a_wrong_rank_is_refused_beside_its_field(
    desk: Desk, own: str, changes: dict[str, object], field: str, words: str
) -> None:
    with pytest.raises(UserError, match=words) as refused:
        change_rank(desk, own, "1", changes)
    assert refused.value.field == field
    assert codes(desk, own) == ["1", "2", "3", "4", "5", "6"]


def test_decisions_follow_a_rank(desk: Desk, sample: int, own: str) -> None:
    meeting = programme.find_event(desk, "2026-001/6").id
    precedence.choose_scheme(desk, meeting, own)
    row = precedence.order_of_event(desk, meeting).standings[-2]
    precedence.give_rank(desk, meeting, row.id, rank="4", reason="Ya", decided_by="Karo")
    change_rank(desk, own, "4", {"code": "4x"})
    again = precedence.order_of_event(desk, meeting).standings
    assert [one.rank for one in again if one.id == row.id] == ["4x"]
    with pytest.raises(UserError, match="1 decision gave this rank"):
        delete_rank(desk, own, "4x")
    with pytest.raises(UserError, match="1 event uses this scheme"):
        delete_scheme(desk, own)
    precedence.choose_scheme(desk, meeting, "")
    delete_scheme(desk, own)
    assert get_scheme(desk, own) is None
    history.undo(desk)
    assert codes(desk, own)[3] == "4x"


def test_the_usual_scheme_counts_where_none_was_chosen(desk: Desk, sample: int, own: str) -> None:
    meeting = programme.find_event(desk, "2026-001/6").id
    use_usually(desk, own)
    order = precedence.order_of_event(desk, meeting)
    assert (order.scheme.key, order.chosen) == (own, False)
    with pytest.raises(UserError, match="usual scheme"):
        delete_scheme(desk, own)
    with pytest.raises(NotThere):
        use_usually(desk, "of_nobody")


def test_a_scheme_is_renamed_and_furnished(desk: Desk, own: str) -> None:
    rename_scheme(desk, own, "Pertemuan kota")
    change_scheme(desk, own, two_ladders=True, given_order=True)
    scheme = get_scheme(desk, own)
    assert scheme is not None
    assert (scheme.name, scheme.two_ladders, scheme.given_order) == ("Pertemuan kota", True, True)
    with pytest.raises(UserError, match="needs a name"):
        rename_scheme(desk, own, "  ")
    with pytest.raises(UserError, match="that name already"):
        copy_scheme(desk, own, name="pertemuan KOTA")
    for code in codes(desk, own)[1:]:
        delete_rank(desk, own, code)
    with pytest.raises(UserError, match="at least one rank"):
        delete_rank(desk, own, "1")


def test_a_scheme_is_found_by_key_file_or_words(desk: Desk, own: str) -> None:
    assert find_scheme(desk, "uu_9_2010_10") == LAW
    assert find_scheme(desk, "pp-39-2018-article-15") == "pp_39_2018_15"
    assert find_scheme(desk, "bilateral") == "two_ladders"
    assert find_scheme(desk, "TAMU KOTA (contoh)") == own
    with pytest.raises(UserError, match="may be any of these schemes"):
        find_scheme(desk, "UU 9/2010")
    with pytest.raises(NotThere, match="There is no scheme Wina; there are: uu_9_2010_10"):
        find_scheme(desk, "Wina")
    assert precedence_schemes.get_scheme(desk, "of_nobody") is None
