"""Writing one row of a rundown as people type it: a clock time, a name, a language in words."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from desk.locale import _
from desk.model.errors import ChangedElsewhere, NotThere
from desk.model.rows.rundown import ItemRow, Shift
from desk.services import rundown
from desk.services.desk import Desk
from desk.services.rundown_help import PERSON_FIELDS, set_person

_A_DAY = timedelta(days=1)


def change_item(
    desk: Desk,
    item_id: int,
    changes: Mapping[str, object],
    *,
    seen: Mapping[str, object] | None = None,
    follow: bool = True,
) -> Shift:
    """Change a row as one step; what stood in the way of its new times.

    Beside the columns `changes` may hold `starts` (a time of day, the one nearest to where the row
    begins now, or a wall time), and `leader` and `in_charge` in words. A new `starts` or `minutes`
    takes the rows behind along when `follow` is on. `seen` holds what the screen showed of the same
    fields. Raises UserError.
    """
    plain = dict(changes)
    starts, minutes = plain.pop("starts", None), plain.pop("minutes", None)
    people = {field: plain.pop(field) for field in PERSON_FIELDS if field in plain}
    shift = Shift()
    with desk.work(_("Change the rundown")):
        row = rundown.get_item(desk, item_id)
        if row is None:
            raise NotThere(_("This is not there any more; somebody deleted it meanwhile."))
        _compare(row, changes, seen or {})
        if plain:
            rundown.update_item(desk, item_id, plain, seen=seen)
        for field, words in people.items():
            set_person(desk, item_id, field, str(words))
        if isinstance(minutes, int) and minutes != row.minutes:
            shift = rundown.set_minutes(desk, item_id, minutes, follow=follow)
        if isinstance(starts, datetime | time):
            moved = rundown.set_start(desk, item_id, wall_of(starts, row), follow=follow)
            shift = moved if moved.stopped_at else shift
    return shift


def wall_of(starts: datetime | time, row: ItemRow) -> datetime:
    """A time of day as the wall time nearest to where the row begins now: events cross midnight."""
    if isinstance(starts, datetime):
        return starts
    same_day = datetime.combine(row.starts.date(), starts)
    near = (same_day, same_day - _A_DAY, same_day + _A_DAY)
    return min(near, key=lambda wall: abs(wall - row.starts))


def _compare(row: ItemRow, changes: Mapping[str, object], seen: Mapping[str, object]) -> None:
    """Times and people are not columns of that name; they are compared as they were shown."""
    now: dict[str, object] = {
        "starts": row.starts,
        "minutes": row.minutes,
        "leader": row.leader,
        "in_charge": row.in_charge,
    }
    for field in now.keys() & changes.keys() & seen.keys():
        shown = seen[field]
        stored = row.starts.time() if isinstance(shown, time) else now[field]
        if shown != stored:
            raise ChangedElsewhere(
                _(
                    "Somebody else changed this meanwhile. Their version is shown; nothing was lost."
                ),
                field=field,
            )
