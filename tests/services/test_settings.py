"""What the office decided for all its desks."""

from dataclasses import replace

import pytest

from desk.model.errors import UserError
from desk.services import history
from desk.services.desk import Desk
from desk.services.opening import open_desk
from desk.services.settings import OfficeSettings, change_office_settings, office_settings


def test_a_new_database_has_the_settings_of_the_office(desk: Desk) -> None:
    office = office_settings(desk)
    assert office == OfficeSettings()
    assert (office.zone, desk.zone) == ("Asia/Makassar", "Asia/Makassar")
    assert len(office.letterhead_lines) == 2
    assert replace(office, letterhead_second="").letterhead_lines == (office.letterhead,)


def test_settings_hold_for_every_desk_that_is_opened(desk: Desk, address: str) -> None:
    change_office_settings(desk, replace(OfficeSettings(), zone="Asia/Jakarta", unit="Biro Umum"))
    assert desk.zone == "Asia/Jakarta"
    other = open_desk(address, clock=desk.clock, who="Yudi")
    try:
        assert (other.zone, office_settings(other).unit) == ("Asia/Jakarta", "Biro Umum")
    finally:
        other.store.close()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("zone", "Asia/Samarinda"),
        ("zone", ""),
        ("organiser_mailbox", "protokol"),
        ("organiser_mailbox", ""),
    ],
)
def test_settings_that_would_stop_the_desk_are_refused(desk: Desk, field: str, value: str) -> None:
    with pytest.raises(UserError) as refused:
        change_office_settings(desk, replace(OfficeSettings(), **{field: value}))
    assert refused.value.field == field
    assert office_settings(desk) == OfficeSettings()
    assert desk.zone == "Asia/Makassar"


def test_the_history_says_which_setting_changed(desk: Desk) -> None:
    change_office_settings(desk, OfficeSettings())
    change_office_settings(desk, replace(OfficeSettings(), unit="Biro Umum"))
    [step, _first] = history.steps(desk)
    assert step.label == "Office settings"
    assert [(row.field, row.before, row.after) for row in step.fields] == [
        ("Unit", "Biro Adpim", "Biro Umum")
    ]
    history.undo(desk)
    assert office_settings(desk).unit == "Biro Adpim"
