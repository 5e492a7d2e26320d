"""Bodies: named in several languages, a tree without loops, kept while they are needed."""

import pytest

from desk.model.errors import UserError
from desk.services import agreements, follow_ups, history, organisations, people
from desk.services.desk import Desk


def create(desk: Desk, name: str, **values: object) -> int:
    return organisations.create_organisation(desk, name=name, **values)  # type: ignore[arg-type]


def test_bodies_come_by_name_with_how_many_hold_office_there(desk: Desk) -> None:
    dinas = create(desk, "Dinas Kominfo", country="id")
    create(desk, "Әкімат")
    people.create_person(desk, name="M. Faisal", organisation_id=dinas)
    rows = organisations.list_organisations(desk)
    assert [(row.name, row.people, row.country) for row in rows] == [
        ("Әкімат", 0, ""),
        ("Dinas Kominfo", 1, "ID"),
    ]


def test_a_body_is_known_by_any_of_its_names(desk: Desk, sample: int) -> None:
    body = organisations.organisation_named(desk, "dpmptsp")
    assert body is not None
    assert organisations.organisation_named(desk, "DPMPTSP") == body
    assert organisations.organisation_named(desk, "Nobody") is None
    assert organisations.organisation_named(desk, "…") is None


def test_a_body_needs_a_name_and_an_address_that_can_be_written_to(desk: Desk) -> None:
    with pytest.raises(UserError, match="needs a name"):
        create(desk, "")
    with pytest.raises(UserError, match="not an e-mail address"):
        create(desk, "Dinas", email="dinas")


def test_a_body_is_never_part_of_itself(desk: Desk) -> None:
    province = create(desk, "Provinsi")
    office = create(desk, "Biro", parent_id=province)
    unit = create(desk, "Bagian", parent_id=office)
    for below in (province, office, unit):
        with pytest.raises(UserError, match="part of itself") as refused:
            organisations.update_organisation(desk, province, {"parent_id": below})
        assert refused.value.field == "parent_id"
    organisations.update_organisation(desk, unit, {"parent_id": province})


@pytest.mark.parametrize("need", ["office", "promise", "agreement", "parent"])
def test_a_body_that_is_needed_cannot_be_deleted(desk: Desk, need: str) -> None:
    body = create(desk, "Kota Kobe")
    if need == "office":
        people.create_person(desk, name="Kenji", organisation_id=body)
    elif need == "promise":
        follow_ups.create_follow_up(desk, title="Kirim data", organisation_id=body)
    elif need == "agreement":
        agreements.create_agreement(desk, title="MoU", parties=[body])
    else:
        create(desk, "Bagian", parent_id=body)
    with pytest.raises(UserError, match="Kota Kobe is in use"):
        organisations.delete_organisation(desk, body)


def test_a_deleted_body_can_be_restored(desk: Desk) -> None:
    body = create(desk, "Kota Kobe")
    organisations.delete_organisation(desk, body)
    assert organisations.list_organisations(desk) == []
    history.undo(desk)
    assert [row.id for row in organisations.list_organisations(desk)] == [body]
