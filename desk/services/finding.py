"""Finding people, visits, events and venues as one types, in any script."""

from contextlib import suppress

from sqlmodel import Session

from desk.locale.formats import clock_time, date_range, weekday_date
from desk.locale.words import current_language
from desk.locale.zones import zone_label
from desk.model.errors import NotThere
from desk.model.rows.search import SearchHit
from desk.model.tables import Event, Venue, Visit
from desk.services.assembly.events import event_rows
from desk.services.assembly.visits import visit_rows
from desk.services.desk import Desk
from desk.services.numbers import event_by_reference, visit_by_reference
from desk.services.people import rows_by_id
from desk.services.venues import venue_rows
from desk.store.search import Hit, find


def find_things(desk: Desk, text: str, *, limit: int = 12) -> list[SearchHit]:
    """What the words fit, the best first; nothing for an empty text."""
    if not text.strip() or limit < 1:
        return []
    language = current_language()
    with desk.read() as session:
        hits = _exact_first(session, text, find(session, text, limit=limit))[:limit]
        ids: dict[str, list[int]] = {}
        for hit in hits:
            ids.setdefault(hit.kind, []).append(hit.row_id)
        found: dict[tuple[str, int], SearchHit] = {}
        for person in rows_by_id(session, ids.get("person", []), on=desk.today()):
            office = ", ".join(part for part in (person.office, person.organisation) if part)
            found["person", person.id] = SearchHit("person", person.id, person.name, office)
        visits = [v for i in ids.get("visit", []) if (v := session.get(Visit, i))]
        for visit in visit_rows(session, visits, language):
            found["visit", visit.id] = SearchHit(
                "visit",
                visit.id,
                visit.title,
                date_range(visit.first_day, visit.last_day, language, same_year_once=True),
                visit.reference,
            )
        events = [e for i in ids.get("event", []) if (e := session.get(Event, i))]
        for event in event_rows(session, events, language):
            when = (
                f"{weekday_date(event.starts.date(), language)}, "
                f"{clock_time(event.starts, language)} "
                f"{zone_label(event.zone, event.starts, language)}"
            )
            found["event", event.id] = SearchHit(
                "event", event.id, event.title, when, event.reference
            )
        venues = [v for i in ids.get("venue", []) if (v := session.get(Venue, i))]
        for venue in venue_rows(session, venues, {}):
            place = ", ".join(part for part in (venue.building, venue.city) if part)
            found["venue", venue.id] = SearchHit("venue", venue.id, venue.name, place)
    return [found[hit.kind, hit.row_id] for hit in hits if (hit.kind, hit.row_id) in found]


def _exact_first(session: Session, text: str, hits: list[Hit]) -> list[Hit]:
    """What the text is the reference of comes before whatever else holds the same figures."""
    exact: list[Hit] = []
    with suppress(NotThere):
        exact.append(Hit("visit", visit_by_reference(session, text).id))
    with suppress(NotThere):
        exact.append(Hit("event", event_by_reference(session, text).id))
    return [*exact, *(hit for hit in hits if hit not in exact)]
