"""The rundown on paper: guests read nothing internal, and a reprint says what changed."""

from pathlib import Path

import pytest

from desk.model.choices import DocumentKind
from desk.model.errors import NotThere, UserError
from desk.services import documents, programme, rundown, rundown_help
from desk.services.desk import Desk
from desk.services.rundown_papers import RundownChoices, rundown_draft
from tests.documents.reading import words


@pytest.fixture
def meeting(desk: Desk, sample: int) -> int:
    """The sample's meeting, its second row with everything that guests do not read."""
    event = programme.find_event(desk, "2026-001/6").id
    row = rundown.items_of_event(desk, event)[1]
    rundown.update_item(desk, row.id, {"notes": "Umbrellas", "language": "ru", "locked": True})
    rundown_help.set_person(desk, row.id, "in_charge", "Rani")
    rundown_help.set_person(desk, row.id, "leader", "M. Faisal")
    return event


def printed(desk: Desk, folder: Path, event: int, language: str, *, internal: bool) -> str:
    path = folder / f"{language}{internal}.pdf"
    draft = rundown_draft(desk, event, RundownChoices(language, internal=internal))
    paper = documents.produce(desk, draft, path)
    assert paper.missing == ()
    return words(path.read_bytes())


@pytest.mark.parametrize(
    ("language", "title", "arrival", "spoken"),
    [
        ("id", "RUNDOWN ACARA", "Kedatangan tamu", "Rusia"),
        ("en", "ORDER OF EVENTS", "Arrival of the guests", "Russian"),
        ("ru", "ПОМИНУТНАЯ ПРОГРАММА", "Прибытие гостей", "Русский"),
        ("kk", "МИНУТТЫҚ БАҒДАРЛАМА", "Қонақтардың келуі", "Орыс тілі"),
    ],
)
def test_guests_read_their_language_and_nothing_internal(
    desk: Desk, meeting: int, tmp_path: Path, language: str, title: str, arrival: str, spoken: str
) -> None:
    outside = printed(desk, tmp_path, meeting, language, internal=False)
    inside = printed(desk, tmp_path, meeting, language, internal=True)
    preparation = rundown.items_of_event(desk, meeting, language=language)[0].title
    for said in (title, arrival, spoken, "M. Faisal"):
        assert said in outside
        assert said in inside
    for secret in ("Umbrellas", "Rani", preparation):
        assert secret not in outside
        assert secret in inside


def test_both_clocks_stand_in_their_columns(desk: Desk, meeting: int) -> None:
    data = rundown_draft(desk, meeting, RundownChoices("id", internal=True)).data
    items: list[dict[str, str]] = data["items"]  # type: ignore[assignment]
    assert (items[1]["time"], items[1]["guest_time"]) == ("09.00–09.10", "06.00–06.10")
    columns: dict[str, str] = data["columns"]  # type: ignore[assignment]
    assert (columns["time"], columns["guest_time"]) == ("Waktu (WITA)", "Astana")


def test_a_reprint_says_what_it_replaces_and_that_rows_changed(
    desk: Desk, meeting: int, tmp_path: Path
) -> None:
    printed(desk, tmp_path, meeting, "en", internal=False)
    same = rundown_draft(desk, meeting, RundownChoices("en"))
    assert (same.number, same.changed) == (2, ())
    rundown.set_minutes(desk, rundown.items_of_event(desk, meeting)[3].id, 15, follow=True)
    changed = rundown_draft(desk, meeting, RundownChoices("en"))
    assert changed.changed == ("rows",)
    assert rundown_draft(desk, meeting, RundownChoices("en", internal=True)).number == 1
    kinds = [row.kind for row in documents.list_documents(desk, 1)]
    assert kinds == [DocumentKind.RUNDOWN]


def test_what_only_the_office_reads_is_no_change_for_guests(
    desk: Desk, meeting: int, tmp_path: Path
) -> None:
    printed(desk, tmp_path, meeting, "en", internal=False)
    rundown.update_item(
        desk, rundown.items_of_event(desk, meeting)[1].id, {"notes": "More umbrellas"}
    )
    assert rundown_draft(desk, meeting, RundownChoices("en")).changed == ()


def test_the_file_is_named_after_event_readers_and_language(desk: Desk, meeting: int) -> None:
    names = [
        rundown_draft(desk, meeting, RundownChoices("kk", internal=internal)).file_name
        for internal in (False, True)
    ]
    assert names == ["2026-001-6_rundown_kk.pdf", "2026-001-6_rundown-internal_kk.pdf"]


def test_an_event_that_is_gone_and_a_strange_language_are_refused(desk: Desk, meeting: int) -> None:
    with pytest.raises(NotThere):
        rundown_draft(desk, 9_999, RundownChoices("id"))
    with pytest.raises(UserError) as refused:
        rundown_draft(desk, meeting, RundownChoices("fr"))
    assert refused.value.field == "language"
