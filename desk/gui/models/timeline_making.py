"""From the plan of the house to the lines of the timeline."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from desk.gui.models.calendar_rows import CalendarFilter, clashes_by_event, wall_times
from desk.gui.models.timeline_layout import closed_hours, shared_time
from desk.gui.models.timeline_rows import (
    ROOMS,
    UNPLACED,
    Closing,
    Line,
    LineFilter,
    Overlap,
    Section,
    Timeline,
    UseRow,
    WallTimes,
)
from desk.locale import _, ngettext
from desk.locale.zones import moment, wall_time
from desk.model.choices import ResourceKind
from desk.model.rows.events import EventRow
from desk.model.rows.findings import FindingRow
from desk.model.rows.venue_plan import (
    PlannedClosing,
    PlannedResource,
    PlannedUse,
    PlannedVenue,
    VenuePlan,
)

_A_DAY = timedelta(days=1)
_RESOURCE_CLASHES = frozenset(f"{kind.value}_clash" for kind in ResourceKind)
_MIDNIGHT_AFTER = "24:00"


def section_title(key: str) -> str:
    """The words of a heading."""
    return {
        ROOMS: _("Rooms"),
        ResourceKind.VEHICLE.value: _("Vehicles"),
        ResourceKind.INTERPRETER.value: _("Interpreters"),
        ResourceKind.EQUIPMENT.value: _("Equipment"),
    }[key]


def timeline_of(
    plan: VenuePlan,
    findings: Iterable[FindingRow],
    now: datetime,
    *,
    which: CalendarFilter | None = None,
    lines: LineFilter | None = None,
) -> Timeline:
    """The plan as lines, with what was found about it; `now` is an aware moment."""
    making = _Making(plan, list(findings), now, which or CalendarFilter())
    kept = lines or LineFilter()
    rooms = [making.venue_line(venue) for venue in plan.venues]
    if plan.unplaced:
        rooms.append(making.unplaced_line())
    sections = [(ROOMS, rooms)]
    for kind in ResourceKind:
        of_kind = [making.resource_line(r) for r in plan.resources if r.kind is kind]
        sections.append((kind.value, of_kind))
    wanted = making.which.venue_id
    return Timeline(
        plan.first,
        (plan.last - plan.first).days + 1,
        plan.zone,
        tuple(
            Section(
                key,
                section_title(key),
                tuple(
                    line
                    for line in of_section
                    if kept.keeps(line) and (key != ROOMS or wanted in (None, line.target))
                ),
            )
            for key, of_section in sections
            if of_section
        ),
    )


def guest_zone_of(events: Iterable[EventRow], zone: str) -> str:
    """The zone that most of the guests come from, empty when it is the office's or unknown."""
    counted = Counter(event.guest_zone for event in events if event.guest_zone)
    counted.pop(zone, None)
    return max(sorted(counted), key=lambda name: counted[name], default="")


@dataclass(slots=True)
class _Making:
    """What all lines of one timeline share while they are made."""

    plan: VenuePlan
    findings: list[FindingRow]
    now: datetime
    which: CalendarFilter
    of_rooms: dict[int, FindingRow] = field(init=False)
    pairs: dict[str, set[frozenset[int]]] = field(init=False)
    """The pairs of events that clash, by the code of the finding."""

    def __post_init__(self) -> None:
        self.of_rooms = clashes_by_event(
            finding for finding in self.findings if finding.code not in _RESOURCE_CLASHES
        )
        self.pairs = {}
        for finding in self.findings:
            if finding.accepted or finding.event_id is None or finding.other_event_id is None:
                continue
            pair = frozenset((finding.event_id, finding.other_event_id))
            self.pairs.setdefault(finding.code, set()).add(pair)

    def venue_line(self, venue: PlannedVenue) -> Line:
        used = {self.plan.events[use.event_id].layout_id for use in venue.uses}
        key = f"venue-{venue.id}"
        uses = [self._use(use, key, venue.name) for use in venue.uses]
        overlaps = [] if venue.shared else self._overlaps(uses, "room_clash")
        return Line(
            key=key,
            name=venue.name,
            second=_venue_words(venue, used),
            target=venue.id,
            seats=venue.seats,
            building=venue.building,
            uses=self._kept(uses, overlaps),
            closings=self._closings(venue.closings),
            shut=tuple(_shut(venue, self.plan)),
            overlaps=tuple(overlaps),
        )

    def unplaced_line(self) -> Line:
        uses = [self._use(use, UNPLACED, "") for use in self.plan.unplaced]
        return Line(
            key=UNPLACED,
            name=_("No room yet"),
            second=_("Drag into a room"),
            target=None,
            uses=self._kept(uses, []),
        )

    def resource_line(self, resource: PlannedResource) -> Line:
        key = f"resource-{resource.id}"
        code = f"{resource.kind.value}_clash"
        uses = [
            self._use(use, key, resource.name, resource_id=resource.id) for use in resource.uses
        ]
        overlaps = self._overlaps(uses, code)
        return Line(
            key=key,
            name=resource.name,
            second=_resource_words(resource),
            target=-resource.id,
            seats=resource.seats,
            uses=self._kept(uses, overlaps),
            closings=self._closings(resource.closings),
            overlaps=tuple(overlaps),
        )

    def _use(
        self, use: PlannedUse, line: str, place: str, *, resource_id: int | None = None
    ) -> UseRow:
        event, zone = self.plan.events[use.event_id], self.plan.zone
        starts, ends = wall_times(event, zone)
        # Preparation is a length before and after, so that it stays right where clocks change.
        before, after = event.starts_at - use.bound_from, use.bound_until - event.ends_at
        return UseRow(
            event,
            starts,
            ends,
            self.of_rooms.get(event.id) if resource_id is None else None,
            event.status.holds_its_time and event.starts_at <= self.now < event.ends_at,
            line=line,
            place=place,
            bound_from=starts - before,
            bound_until=ends + after,
            resource_id=resource_id,
            notes=use.notes,
            zone=zone,
        )

    def _overlaps(self, uses: Sequence[UseRow], code: str) -> list[Overlap]:
        pairs = self.pairs.get(code)
        if not pairs:
            return []
        by_event = {use.event.id: use for use in uses}
        found: list[Overlap] = []
        for pair in pairs:
            both = sorted(
                (by_event[event_id] for event_id in pair if event_id in by_event),
                key=lambda use: (use.starts, use.event.id),
            )
            if len(both) < 2:
                continue
            shared = shared_time(both[0].span, both[1].span)
            if shared is not None:
                found.append(Overlap(both[0].id, both[1].id, *shared))
        return sorted(found, key=lambda overlap: (overlap.starts, str(overlap.second)))

    def _kept(self, uses: Sequence[UseRow], overlaps: Sequence[Overlap]) -> tuple[UseRow, ...]:
        """The uses the filter keeps, marked with what binds their line twice."""
        doubled = {overlap.first: overlap for overlap in reversed(overlaps)}
        doubled |= {overlap.second: overlap for overlap in reversed(overlaps)}
        marked = [
            _doubled(use, doubled[use.id], self.findings) if use.id in doubled else use
            for use in uses
        ]
        return tuple(use for use in marked if self.which.keeps(use))

    def _closings(self, closings: Iterable[PlannedClosing]) -> tuple[Closing, ...]:
        zone = self.plan.zone
        return tuple(
            Closing(wall_time(row.starts_at, zone), wall_time(row.ends_at, zone), row.reason)
            for row in closings
        )


def _doubled(use: UseRow, overlap: Overlap, findings: Iterable[FindingRow]) -> UseRow:
    finding = use.clash or next(
        found for found in findings if use.event.id in (found.event_id, found.other_event_id)
    )
    return replace(use, clash=finding, doubled=(overlap.starts, overlap.ends))


def _seats(count: int) -> str:
    return ngettext("{count} seat", "{count} seats", count).format(count=count)


def _venue_words(venue: PlannedVenue, used: set[int | None]) -> str:
    """Seats, then the layout in use, else where it is."""
    parts = [_seats(venue.seats)] if venue.seats else []
    in_use = [
        f"{name} {seats}" if seats else name
        for layout_id, name, seats in venue.layouts
        if layout_id in used
    ]
    if len(in_use) == 1 and len(venue.layouts) > 1:
        parts.append(in_use[0])
    else:
        parts.append(venue.building or venue.city)
    return " · ".join(part for part in parts if part)


def _resource_words(resource: PlannedResource) -> str:
    parts = [_seats(resource.seats)] if resource.seats else []
    parts += [resource.owner or resource.city]
    return " · ".join(part for part in parts if part)


def _shut(venue: PlannedVenue, plan: VenuePlan) -> list[WallTimes]:
    """What of the days lies outside the opening hours, on the office's clock."""
    if not venue.opening_hours:
        return []
    days = (plan.last - plan.first).days + 1
    opened: list[WallTimes] = []
    for place in range(-1, days + 1):
        day = plan.first + place * _A_DAY
        hours = venue.opening_hours.get(str(day.isoweekday()))
        if hours is None:
            continue
        opens, closes = (_at(day, clock) for clock in hours)
        opened.append(
            (
                wall_time(moment(opens, venue.zone), plan.zone),
                wall_time(moment(closes, venue.zone), plan.zone),
            )
        )
    begins = datetime.combine(plan.first, time.min)
    return closed_hours([(begins, begins + days * _A_DAY)], opened)


def _at(day: date, clock: str) -> datetime:
    """A day at "07:30"; "24:00" is the end of it."""
    midnight = datetime.combine(day, time.min)
    if clock == _MIDNIGHT_AFTER:
        return midnight + _A_DAY
    return datetime.combine(day, time.fromisoformat(clock))
