"""Agreements and their parties."""

from datetime import date

import pytest

from desk.model.choices import AgreementKind, AgreementStage, OurRole
from desk.model.errors import ChangedElsewhere, UserError
from desk.services import agreements, follow_ups, history, organisations
from desk.services.desk import Desk


def body(desk: Desk, name: str) -> int:
    return organisations.create_organisation(desk, name=name)


def test_parties_stand_in_their_order_each_once(desk: Desk) -> None:
    otorita, akimat, province = (body(desk, name) for name in ("Otorita", "Akimat", "Provinsi"))
    agreement = agreements.create_agreement(
        desk,
        title={"id": "Kota kembar", "en": "Sister cities"},
        our_role=OurRole.SUPPORTER,
        parties=[akimat, otorita, akimat],
    )
    [row] = agreements.list_agreements(desk)
    assert (row.id, row.title, row.parties) == (agreement, "Sister cities", ("Akimat", "Otorita"))
    assert (row.kind, row.stage) == (AgreementKind.MEMORANDUM, AgreementStage.EXPLORATION)
    agreements.update_agreement(desk, agreement, {}, parties=[otorita, province, akimat])
    [row] = agreements.list_agreements(desk)
    assert row.party_ids == (otorita, province, akimat)
    history.undo(desk)
    [row] = agreements.list_agreements(desk)
    assert row.party_ids == (akimat, otorita)


def test_the_same_parties_again_are_no_change(desk: Desk) -> None:
    akimat = body(desk, "Akimat")
    agreement = agreements.create_agreement(desk, title="MoU", parties=[akimat])
    steps = len(history.steps(desk))
    agreements.update_agreement(desk, agreement, {"notes": ""}, parties=[akimat, akimat])
    assert len(history.steps(desk)) == steps


def test_it_cannot_expire_before_it_was_signed(desk: Desk) -> None:
    agreement = agreements.create_agreement(desk, title="MoU", signed_on=date(2023, 7, 3))
    with pytest.raises(UserError, match="before it was signed") as refused:
        agreements.update_agreement(desk, agreement, {"expires_on": date(2023, 7, 2)})
    assert refused.value.field == "expires_on"
    with pytest.raises(UserError, match="needs a title"):
        agreements.update_agreement(desk, agreement, {"title": {"id": " "}})


def test_a_failed_edit_leaves_the_parties_alone(desk: Desk) -> None:
    akimat = body(desk, "Akimat")
    agreement = agreements.create_agreement(desk, title="MoU", parties=[akimat])
    with pytest.raises(ChangedElsewhere):
        agreements.update_agreement(desk, agreement, {"notes": "x"}, parties=[999])
    [row] = agreements.list_agreements(desk)
    assert (row.party_ids, row.notes) == ((akimat,), "")


def test_its_follow_ups_outlive_it_and_find_back_to_it(desk: Desk) -> None:
    agreement = agreements.create_agreement(desk, title="MoU", parties=[body(desk, "Akimat")])
    promise = follow_ups.create_follow_up(desk, title="Tinjau", agreement_id=agreement)
    agreements.delete_agreement(desk, agreement)
    kept = follow_ups.get_follow_up(desk, promise)
    assert kept is not None
    assert kept.agreement_id is None
    [deleted] = history.trash(desk)
    assert (deleted.table, deleted.with_it) == ("agreement", 1)
    history.undo_step(desk, deleted.step_id)
    [row] = agreements.list_agreements(desk)
    kept = follow_ups.get_follow_up(desk, promise)
    assert kept is not None
    assert (row.parties, kept.agreement_id) == (("Akimat",), agreement)
