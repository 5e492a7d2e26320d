import pytest
from PySide6.QtWidgets import QWidget

from desk.gui.pages.page import Page
from desk.gui.sections import DETAILS, NEW_DIALOGS, OTHER_PLACES, SECTIONS, load, place_named

PLACES = (*SECTIONS, *OTHER_PLACES)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_every_place_has_its_page(place: object) -> None:
    assert issubclass(load(place.page), Page)  # type: ignore[attr-defined]


@pytest.mark.parametrize("address", [*DETAILS.values(), *NEW_DIALOGS.values()])
def test_every_detail_and_dialog_is_there(address: str) -> None:
    assert issubclass(load(address), QWidget)


def test_places_are_found_by_name() -> None:
    assert [place_named(place.name) for place in PLACES] == list(PLACES)


def test_a_visit_lights_its_section() -> None:
    assert place_named("visit").section == "visits"
