"""Why two entries may be one person, and what moves when they become one, in words."""

from collections.abc import Mapping, Sequence

from desk.locale import _, ngettext
from desk.model.rows.same_person import SameReason


def reasons_words(reasons: Sequence[SameReason]) -> str:
    """What two entries have in common, as one phrase."""
    words = {
        SameReason.NAME: _("same name"),
        SameReason.SPELLING: _("similar spelling"),
        SameReason.ALIAS: _("noted other spelling"),
        SameReason.SCRIPT: _("same name in another script"),
        SameReason.EMAIL: _("same e-mail"),
        SameReason.PHONE: _("same telephone"),
    }
    return ", ".join(words[reason] for reason in reasons)


def moves_words(rows: Mapping[str, int]) -> list[str]:
    """How many rows of each kind, by the table's name; what only the desk needs is left out."""
    return [_counted(table, count) for table, count in rows.items() if table not in _UNSEEN]


_UNSEEN = frozenset({"not_same_person", "merged_person", "precedence_decision"})


def _counted(table: str, count: int) -> str:
    words = {
        "participation": ngettext(
            "{count} attendance at an event", "{count} attendances at events", count
        ),
        "delegation_member": ngettext(
            "{count} place in a delegation", "{count} places in delegations", count
        ),
        "follow_up": ngettext("{count} follow-up", "{count} follow-ups", count),
        "invitation": ngettext("{count} invitation", "{count} invitations", count),
        "office": ngettext("{count} office", "{count} offices", count),
        "gift": ngettext("{count} gift", "{count} gifts", count),
        "photo": ngettext("{count} photo", "{count} photos", count),
        "resource": ngettext("{count} resource", "{count} resources", count),
        "restricted_record": ngettext(
            "{count} restricted record", "{count} restricted records", count
        ),
        "preparation_task": ngettext("{count} task", "{count} tasks", count),
        "programme_item": ngettext("{count} line of a rundown", "{count} lines of rundowns", count),
    }
    return words[table].format(count=count)
