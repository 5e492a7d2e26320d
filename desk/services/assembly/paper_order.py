"""The order in which the attendance list names people, which gives them their numbers."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from desk.model.choices import Side
from desk.model.rows.precedence import StandingRow
from desk.model.tables import Event, Participation
from desk.services.assembly.standings import by_side, order_in


@dataclass(frozen=True, slots=True)
class PaperOrder:
    """Who is expected, side by side, and below them who walked in.

    Walk-ins come last, so that they change no number of a list that is printed already.
    """

    expected: dict[Side, list[StandingRow]]
    walked_in: list[StandingRow]

    def in_order(self) -> list[StandingRow]:
        """Everybody, from number 1 on."""
        return [*(row for own in self.expected.values() for row in own), *self.walked_in]


def paper_order(session: Session, event: Event, language: str) -> PaperOrder:
    """The order of an event's attendance list as it would be printed now."""
    sides = by_side(order_in(session, event, language))
    came = set(
        session.exec(
            select(Participation.id).where(
                Participation.event_id == event.id, col(Participation.walked_in)
            )
        )
    )
    unexpected = [row for own in sides.values() for row in own if row.id in came]
    return PaperOrder(
        {side: [row for row in own if row.id not in came] for side, own in sides.items()},
        # In the order in which they came: the next one is written below the last.
        sorted(unexpected, key=lambda row: row.id),
    )
