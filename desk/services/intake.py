"""Taking people in from anything: a text or a file is read, looked at, and then kept as one step."""

from collections.abc import Generator, Mapping, Sequence

from sqlmodel import select

from desk.locale import _
from desk.model.changes import StepKind
from desk.model.progress import Progress
from desk.model.rows.intake import (
    Intake,
    IntakeRow,
    IntakeSaved,
    IntakeSource,
)
from desk.model.tables import Setting
from desk.services.desk import Desk
from desk.services.intake_reading import IntakeReading, Mapped, remembered_mapping, setting_name
from desk.services.intake_saving import save

__all__ = ["Mapped", "read_intake", "remember_mapping", "remembered_mapping", "save_intake"]


def read_intake(
    desk: Desk,
    source: IntakeSource,
    *,
    mapping: Mapped | None = None,
    sheet: str | None = None,
) -> Generator[Progress, None, Intake]:
    """Read people from a text or a file (.xlsx .csv .tsv .vcf .txt); nothing is written.

    The generator's return value. `mapping` is what the columns of a table are taken for, instead
    of what is remembered for its header or proposed; `sheet` is the sheet of a workbook, instead of
    the first one with people. Raises UserError in one sentence for a file that cannot be read.
    """
    yield Progress(0, 1, _("Reading"))
    return (yield from IntakeReading(desk, source).read(mapping, sheet))


def save_intake(
    desk: Desk,
    rows: Sequence[IntakeRow],
    *,
    visit_id: int | None = None,
    same: Mapping[int, int] | None = None,
) -> Generator[Progress, None, IntakeSaved]:
    """Keep people and groups as one step, "Import of people"; closing the generator undoes it all.

    `rows` are those that somebody agreed to, as they changed them. `same` says who is known
    already: the number of a row to the id of a person, who joins the delegation and is not changed
    otherwise. With a visit everybody joins its delegation in the order of the rows, and the guests
    its events to come; groups are kept only with a visit. Raises UserError, naming the person, for
    what does not fit, NotThere for a visit or a person who is gone.
    """
    return save(desk, rows, visit_id=visit_id, same=same or {})


def remember_mapping(desk: Desk, header: Sequence[str], mapping: Mapped) -> None:
    """Keep what the columns are taken for, for the next table with this header on any desk."""
    meanings = [mapping.get(number) for number in range(len(header))]
    values = [meaning.value if meaning else "" for meaning in meanings]
    # Nothing that people would want back with Ctrl+Z.
    with desk.work(_("Columns of a table"), kind=StepKind.RECORD) as session:
        name = setting_name(header)
        row = session.exec(select(Setting).where(Setting.name == name)).first() or Setting(
            name=name
        )
        if row.value != values:
            row.value = values
            session.keep(row)
