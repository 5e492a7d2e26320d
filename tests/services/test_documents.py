"""Paper: who stands on the attendance list, which print it is, and what it replaces."""

import subprocess
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from desk.model.choices import Answer, DocumentKind, Role, Side, Status
from desk.model.errors import NotThere, UserError
from desk.model.rows.documents import DocumentDraft
from desk.services import (
    delegation,
    documents,
    history,
    participation,
    people,
    programme,
    programme_papers,
    visits,
)
from desk.services.attendance_lists import AttendanceChoices, attendance_draft
from desk.services.desk import Desk
from tests.documents.reading import words
from tests.fixtures.desks import StandingClock

MEETING = "2026-001/6"


@pytest.fixture
def meeting(desk: Desk, sample: int) -> int:
    return programme.find_event(desk, MEETING).id


@pytest.fixture
def event(desk: Desk) -> int:
    """A meeting without a visit, with one host."""
    host = people.create_person(desk, name="M. Faisal", title="Kepala Dinas")
    return programme.create_event(
        desk,
        title="Rapat",
        starts=datetime(2026, 12, 6, 9),
        ends=datetime(2026, 12, 6, 11, 30),
        hosts=[host],
    )


def draft_of(desk: Desk, event_id: int, language: str = "en", **choices: object) -> DocumentDraft:
    return attendance_draft(
        desk,
        event_id,
        AttendanceChoices(language, **choices),  # type: ignore[arg-type]
    )


def listed(draft: DocumentDraft) -> list[tuple[str, str, str]]:
    """Every row: name, office, note."""
    blocks: list[dict[str, list[dict[str, str]]]] = draft.data["blocks"]  # type: ignore[assignment]
    return [(row["name"], row["office"], row["note"]) for block in blocks for row in block["rows"]]


def produced(desk: Desk, folder: Path, event_id: int, language: str) -> str:
    path = folder / f"{language}.pdf"
    documents.produce(desk, draft_of(desk, event_id, language), path)
    return words(path.read_bytes())


@pytest.mark.parametrize(
    ("language", "facts"),
    [
        (
            "id",
            (
                "DAFTAR HADIR",
                "Business Meeting",
                "Minggu, 6 Desember 2026",
                "09.00–11.30 WITA (06.00–08.30 Astana)",
                "Ruang Pandurata, Kantor Gubernur Kalimantan Timur, Samarinda",
            ),
        ),
        ("en", ("ATTENDANCE LIST", "Sunday, 6 December 2026", "09:00–11:30 WITA")),
        ("ru", ("воскресенье, 6 декабря 2026", "09:00–11:30 WITA", "(06:00–08:30 Астана)")),
        ("kk", ("2026 ж. 6 желтоқсан, жексенбі", "09:00–11:30 WITA", "Астана")),
    ],
)
def test_the_list_of_the_sample_holds_every_name_in_every_language(
    desk: Desk, meeting: int, tmp_path: Path, language: str, facts: tuple[str, ...]
) -> None:
    text = produced(desk, tmp_path, meeting, language)
    for fact in facts:
        assert fact.casefold() in text.casefold()
    named = [row for row in participation.list_participants(desk, meeting) if not row.is_group]
    assert len(named) == 13
    for row in named:
        assert row.name in text


def test_the_history_says_what_was_put_on_paper(desk: Desk, meeting: int, tmp_path: Path) -> None:
    documents.produce(desk, draft_of(desk, meeting), tmp_path / "list.pdf")
    step = history.steps(desk)[0]
    assert (step.label, step.about) == ("Produce a document", "Business Meeting")


def test_guests_stand_before_hosts_each_in_their_order(desk: Desk, meeting: int) -> None:
    draft = draft_of(desk, meeting)
    blocks: list[dict[str, object]] = draft.data["blocks"]  # type: ignore[assignment]
    assert [block["title"] for block in blocks] == ["Guests", "Hosts"]
    names = [name for name, _office, _note in listed(draft)]
    assert names[0] == "M. Fadjroel Rachman"
    assert names[6:8] == ["Business people and influencers from Kazakhstan", "M. Syirajudin"]
    assert listed(draft)[6][1] == "Group, number not known yet"


def test_a_group_says_how_many_it_is(desk: Desk, meeting: int, sample: int) -> None:
    group = next(row for row in delegation.list_members(desk, sample) if row.is_group)
    delegation.update_member(desk, group.id, {"headcount": 12})
    assert listed(draft_of(desk, meeting))[6][1] == "Group, 12 people"


def test_who_declined_is_not_expected(desk: Desk, meeting: int) -> None:
    row = next(row for row in participation.list_participants(desk, meeting) if row.name == "Serik")
    participation.set_answer(desk, row.id, Answer.DECLINED)
    assert "Serik" not in [name for name, _office, _note in listed(draft_of(desk, meeting))]


def test_who_comes_instead_stands_there_under_their_own_office(desk: Desk, event: int) -> None:
    deputy = people.create_person(desk, name="Lisa Hasliana", title="Sekretaris")
    [row] = participation.list_participants(desk, event)
    participation.set_answer(desk, row.id, Answer.REPRESENTED, represented_by=deputy)
    assert listed(draft_of(desk, event)) == [
        ("Lisa Hasliana", "Sekretaris", "representing M. Faisal, Kepala Dinas")
    ]


def test_who_comes_for_others_as_well_stands_there_once(desk: Desk, event: int) -> None:
    lisa = people.create_person(desk, name="Lisa Hasliana", title="Kepala Biro")
    heni = people.create_person(desk, name="Heni Purwaningsih")
    participation.add_participant(desk, event, person_id=heni, side=Side.HOST)
    participation.add_participant(desk, event, person_id=lisa, side=Side.HOST)
    [faisal, second, third] = participation.list_participants(desk, event)
    for row in (faisal, second):
        participation.set_answer(desk, row.id, Answer.REPRESENTED, represented_by=lisa)
    note = "representing M. Faisal, Kepala Dinas; Heni Purwaningsih"
    assert listed(draft_of(desk, event)) == [("Lisa Hasliana", "Kepala Biro", note)]
    participation.remove_participant(desk, third.id)
    assert listed(draft_of(desk, event)) == [("Lisa Hasliana", "Kepala Biro", note)]


def test_the_office_is_the_one_of_the_events_day(desk: Desk, event: int) -> None:
    [row] = participation.list_participants(desk, event)
    assert row.person_id is not None
    people.add_office(desk, row.person_id, title="Asisten", starts_on=date(2026, 12, 7))
    assert listed(draft_of(desk, event))[0][1] == "Kepala Dinas"
    programme.move_event(desk, event, starts=datetime(2026, 12, 7, 9))
    assert listed(draft_of(desk, event))[0][1] == "Asisten"


def test_a_second_print_says_what_it_replaces_and_what_changed(
    desk: Desk, event: int, tmp_path: Path, clock: StandingClock
) -> None:
    first = produced(desk, tmp_path, event, "en")
    assert "Print 1" in first
    assert "replaces" not in first.casefold()
    clock.pass_by(timedelta(hours=1))
    programme.move_event(desk, event, starts=datetime(2026, 12, 7, 9))
    participation.add_participant(
        desk, event, person_id=people.create_person(desk, name="Serik"), side=Side.GUEST
    )
    draft = draft_of(desk, event)
    assert (draft.number, draft.changed) == (2, ("day", "names", "offices"))
    assert draft.replaces.startswith("print 1 of ")
    text = produced(desk, tmp_path, event, "en")
    assert "Print 2" in text
    assert draft.replaces in text
    assert "day, names, offices" in text
    # Each language is a paper of its own.
    assert draft_of(desk, event, "id").number == 1
    assert draft_of(desk, event).changed == ()


def test_what_was_put_on_paper_is_listed_and_never_undone(
    desk: Desk, sample: int, meeting: int, tmp_path: Path
) -> None:
    produced(desk, tmp_path, meeting, "id")
    documents.note_print(desk, draft_of(desk, meeting, "ru"), pages=1)
    choices = programme_papers.ProgrammeChoices("en")
    draft = programme_papers.programme_draft(desk, sample, choices)
    documents.produce(desk, draft, tmp_path / "programme.pdf")
    rows = documents.list_documents(desk, sample)
    assert [(row.kind, row.language, row.number) for row in rows] == [
        (DocumentKind.PROGRAMME, "en", 1),
        (DocumentKind.ATTENDANCE, "ru", 1),
        (DocumentKind.ATTENDANCE, "id", 1),
    ]
    assert rows[1].about == "Business Meeting"
    assert history.undo_state(desk).undo_label == "Load the sample visit"


def test_a_thousand_people_are_all_there(desk: Desk, event: int, tmp_path: Path) -> None:
    with desk.work("Many"):
        for number in range(999):
            guest = people.create_person(desk, name=f"Тамұ Қонақ{number:03}")
            participation.add_participant(desk, event, person_id=guest, side=Side.GUEST)
    path = tmp_path / "many.pdf"
    paper = documents.produce(desk, draft_of(desk, event, "kk"), path)
    text = words(path.read_bytes())
    assert all(f"Қонақ{number:03}" in text for number in range(999))
    assert paper.missing == ()
    assert f"{paper.pages}" in text


def test_an_event_without_people_is_a_list_of_blank_rows(
    desk: Desk, event: int, tmp_path: Path
) -> None:
    participation.set_hosts(desk, event, [])
    draft = draft_of(desk, event, blank_rows=3)
    assert [name for name, _office, _note in listed(draft)] == ["", "", ""]
    documents.produce(desk, draft, tmp_path / "blank.pdf")
    assert documents.preview(desk, draft)[0].startswith("<svg")


@pytest.mark.parametrize("rows", [-1, 501])
def test_too_many_blank_rows_are_refused(desk: Desk, event: int, rows: int) -> None:
    with pytest.raises(UserError, match="from 0 to 500") as refused:
        draft_of(desk, event, blank_rows=rows)
    assert refused.value.field == "blank_rows"


@pytest.mark.parametrize("language", ["de", "", "EN"])
def test_a_language_nobody_wrote_is_refused(desk: Desk, event: int, language: str) -> None:
    with pytest.raises(UserError, match="Documents come in id, en, ru, kk") as refused:
        draft_of(desk, event, language)
    assert refused.value.field == "language"


def test_what_is_gone_is_not_printed(desk: Desk, event: int) -> None:
    programme.delete_event(desk, event)
    with pytest.raises(NotThere):
        draft_of(desk, event)
    with pytest.raises(NotThere):
        programme_papers.programme_draft(desk, 999, programme_papers.ProgrammeChoices("en"))


@pytest.mark.parametrize("place", ["a file/list.pdf", "a folder", "."])
def test_a_place_that_cannot_be_written_leaves_no_note(
    desk: Desk, sample: int, meeting: int, tmp_path: Path, place: str
) -> None:
    (tmp_path / "a file").write_text("not a folder")
    (tmp_path / "a folder").mkdir()
    path = tmp_path / place if place != "." else Path()
    with pytest.raises(UserError):
        documents.produce(desk, draft_of(desk, meeting), path)
    assert documents.list_documents(desk, sample) == []
    assert sorted(path.name for path in tmp_path.iterdir() if "desk.db" not in path.name) == [
        "a file",
        "a folder",
    ]


def test_what_could_not_be_noted_is_not_on_disk(
    desk: Desk, meeting: int, sample: int, tmp_path: Path
) -> None:
    draft = draft_of(desk, meeting)
    visits.delete_visit(desk, sample)
    path = tmp_path / "out" / "list.pdf"
    with pytest.raises(UserError):
        documents.produce(desk, draft, path)
    assert not path.parent.exists()


def test_restricted_data_is_on_no_paper(desk: Desk, event: int, tmp_path: Path) -> None:
    serik = people.create_person(
        desk, name="Serik", phone="+7 701 555 0142", notes="Diabetes", email="serik@example.org"
    )
    participation.add_participant(desk, event, person_id=serik, side=Side.GUEST)
    draft = draft_of(desk, event, show_original_script=True)
    path = tmp_path / "list.pdf"
    documents.produce(desk, draft, path)
    told = repr(draft) + words(path.read_bytes())
    for secret in ("555", "Diabetes", "serik@"):
        assert secret not in told


def test_the_paper_is_tagged_and_opens(desk: Desk, event: int, tmp_path: Path) -> None:
    path = tmp_path / "list.pdf"
    documents.produce(desk, draft_of(desk, event), path)
    told = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True, check=True).stdout
    assert "Tagged:          yes" in told
    assert "A4" in told


def test_a_cancelled_event_and_the_offices_own_are_not_in_the_guests_programme(
    desk: Desk, sample: int
) -> None:
    lunch = programme.find_event(desk, "2026-001/7")
    programme.set_event_status(desk, lunch.id, Status.CANCELLED, reason="Waktu")
    shown = programme_papers.programme_draft(
        desk, sample, programme_papers.ProgrammeChoices("id")
    ).content["events"]
    assert len(shown) == 6
    shown = programme_papers.programme_draft(
        desk,
        sample,
        programme_papers.ProgrammeChoices("id", show_internal=True, show_cancelled=True),
    ).content["events"]
    assert len(shown) == 8


def test_a_guest_of_honour_leads_the_list_whatever_the_order_of_entry(
    desk: Desk, event: int
) -> None:
    for name, role in (("Serik", Role.MEMBER), ("M. Fadjroel Rachman", Role.HEAD)):
        participation.add_participant(
            desk,
            event,
            person_id=people.create_person(desk, name=name),
            side=Side.GUEST,
            role=role,
        )
    names = [name for name, _office, _note in listed(draft_of(desk, event))]
    assert names == ["M. Fadjroel Rachman", "Serik", "M. Faisal"]


def test_titles_are_printed_with_their_exact_punctuation(desk: Desk, event: int) -> None:
    [host] = participation.list_participants(desk, event)
    titles = {"titles_before": "Dr. H.", "titles_after": "S.E., M.Si."}
    people.update_person(desk, host.person_id or 0, titles)
    assert [name for name, _office, _note in listed(draft_of(desk, event))] == [
        "Dr. H. M. Faisal, S.E., M.Si."
    ]
