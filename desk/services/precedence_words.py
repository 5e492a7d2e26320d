"""What the order of precedence says of itself in the language of the screen."""

from desk.locale import _, ngettext
from desk.locale.words import current_language
from desk.model.choices import Grounds
from desk.model.errors import UserError
from desk.model.localised import text_in
from desk.model.rows.precedence import OrderRow, SchemeRow, StandingRow
from desk.services.assembly.schemes import positions


def position_name(key: str) -> str:
    """What a position of the lists is called; the key itself for an unknown one."""
    found = next((one for one in positions() if one.key == key), None)
    return text_in(found.name, current_language()) if found is not None else key


def sure_reason(reason: str, decided_by: str) -> tuple[str, str]:
    """The reason and the name of who decided, both given. Raises UserError beside the field."""
    if not reason.strip():
        raise UserError(_("Give the reason; it stays in the office."), field="reason")
    if not decided_by.strip():
        raise UserError(_("Say who decided."), field="decided_by")
    return reason.strip(), decided_by.strip()


def sureness_words(scheme: SchemeRow) -> str:
    """How sure the source of a scheme is."""
    return {
        "high": _("The source is sure."),
        "medium": _("The source is fairly sure; practice of the office decides."),
    }.get(scheme.sureness, _("A scheme of the office."))


def place_words(row: StandingRow) -> str:
    """The place as it is written: `2`, `2=` for equals, `?` undecided, `–` outside the order."""
    if row.grounds is Grounds.OUTSIDE:
        return "–"
    if row.needs_equivalent:
        return "?"
    return f"{row.place}=" if row.equal_with else str(row.place)


def why_words(order: OrderRow, row: StandingRow) -> str:
    """One or two sentences: why somebody stands where they stand. Reasons are not in them."""
    parts = [_rank_words(row)]
    if len(row.equal_with) > 0 and not row.needs_equivalent:
        count = len(row.equal_with)
        words = ngettext(
            "Equal with {names}, until somebody decides.",
            "Equal with {count} others, until somebody decides: {names}.",
            count,
        )
        parts.append(words.format(count=count, names=", ".join(order.names(row.equal_with))))
    elif row.place_decision is not None:
        parts.append(
            _("The place among those of the same rank was decided by {who}.").format(
                who=row.place_decision.decided_by
            )
        )
    elif order.scheme.given_order and row.rank:
        parts.append(_("Within a rank the order that the delegation announced counts."))
    if row.represents:
        parts.append(_("Comes for somebody else, but stands by the own office."))
    return " ".join(parts)


def _rank_words(row: StandingRow) -> str:
    office = ", ".join(part for part in (row.office, row.organisation) if part)
    if row.grounds is Grounds.OUTSIDE:
        if row.is_group:
            return _("An unnamed group holds no rank and follows its side.")
        return _("Sits behind or beside and holds no rank.")
    if row.grounds is Grounds.NONE:
        if not office:
            return _("No office is known for that day, so no list says where to stand.")
        return _("“{office}” is in no list of this scheme: it needs an equivalent.").format(
            office=office
        )
    if row.grounds is Grounds.EQUIVALENT and row.rank_decision is not None:
        return _("In no list; {who} gave the rank “{rank}” as an equivalent.").format(
            who=row.rank_decision.decided_by, rank=row.rank_text
        )
    if row.grounds is Grounds.OVERRIDE and row.rank_decision is not None:
        return _("The list says {code}; {who} gave the rank “{rank}” instead.").format(
            code=row.list_rank, who=row.rank_decision.decided_by, rank=row.rank_text
        )
    if not office:
        return _("By the role in the delegation: {rank}.").format(rank=row.rank_text)
    return _("“{office}” counts as “{rank}”.").format(office=office, rank=row.rank_text)
