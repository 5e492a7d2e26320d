"""Loading the sample visit through the same use cases that people use."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from desk.folders import SEEDS
from desk.locale import _
from desk.locale.formats import long_date
from desk.locale.words import current_language
from desk.model.choices import (
    Acting,
    AgreementKind,
    AgreementStage,
    EventKind,
    OrganisationKind,
    OurRole,
    ResourceKind,
    Role,
    Side,
    Status,
    VisitKind,
)
from desk.model.errors import UserError
from desk.services import (
    agreements,
    closed_times,
    delegation,
    follow_ups,
    organisations,
    people,
    programme,
    resources,
    rundown_help,
    travel_times,
    venues,
    visits,
)
from desk.services.desk import Desk
from desk.services.scheduling import refuse_strange_year

_DAYS_AHEAD = 14


def sample_sunday(today: date) -> date:
    """The first Sunday at least two weeks ahead: the report names the weekday, not the date."""
    ahead = today + timedelta(days=_DAYS_AHEAD)
    return ahead + timedelta(days=7 - ahead.isoweekday())


def load_sample(desk: Desk, *, on: date | None = None) -> int:
    """Load the sample visit around that Sunday; the visit's id.

    Raises UserError when the day is no Sunday.
    """
    sunday = on or sample_sunday(desk.today())
    require_sunday(sunday)
    seed = tomllib.loads((SEEDS / "sample_visit.toml").read_text(encoding="utf-8"))
    with desk.work(_("Load the sample visit")):
        return _Loading(desk, sunday, seed).run()


def require_sunday(day: date) -> None:
    """Raises UserError when the day is no Sunday, or none of our times."""
    refuse_strange_year(day, "on")
    if day.isoweekday() != 7:
        raise UserError(
            _("The sample meeting was on a Sunday; {day} is none.").format(
                day=long_date(day, current_language())
            ),
            field="on",
        )


class _Loading:
    """One load: remembers which key of the seed became which id."""

    def __init__(self, desk: Desk, sunday: date, seed: Mapping[str, Any]) -> None:
        self.desk = desk
        self.sunday = sunday
        self.seed = seed
        self.organisations: dict[str, int] = {}
        self.people: dict[str, int] = {}
        self.venues: dict[str, int] = {}
        self.layouts: dict[str, int] = {}
        self.resources: dict[str, int] = {}
        self.events: dict[str, int] = {}
        self.agreements: dict[str, int] = {}

    def run(self) -> int:
        self._organisations()
        self._people()
        self._venues()
        self._ways()
        self._closed_times()
        self._resources()
        visit_id = self._visit()
        self._delegation(visit_id)
        self._events(visit_id)
        self._agreements(visit_id)
        self._follow_ups(visit_id)
        return visit_id

    def _day(self, offset: int) -> date:
        return self.sunday + timedelta(days=offset)

    def _organisations(self) -> None:
        for row in self.seed["organisations"]:
            self.organisations[row["key"]] = organisations.create_organisation(
                self.desk,
                name=row["name"],
                short_name=row["short_name"],
                kind=OrganisationKind(row.get("kind", "government")),
                country=row["country"],
                city=row["city"],
                email=row.get("email", ""),
            )

    def _people(self) -> None:
        for row in self.seed["people"]:
            parts = {
                name: row[name]
                for name in ("family", "given", "patronymic", "aliases")
                if name in row
            }
            self.people[row["key"]] = people.create_person(
                self.desk,
                name=row["name"],
                country=row["country"],
                language=row["language"],
                email=row["email"],
                title=row["title"],
                organisation_id=self.organisations[row["organisation"]],
                acting=Acting(row["acting"]) if "acting" in row else None,
                **parts,
            )

    def _venues(self) -> None:
        for row in self.seed["venues"]:
            venue_id = self.venues[row["key"]] = venues.create_venue(
                self.desk,
                name=row["name"],
                building=row.get("building", ""),
                city=row["city"],
                floor=row.get("floor", ""),
                equipment=row.get("equipment", ()),
                opening_hours=row.get("opening_hours"),
                notes=row["notes"],
            )
            for layout in row["layouts"]:
                self.layouts[layout["key"]] = venues.add_layout(
                    self.desk,
                    venue_id,
                    name=layout["name"],
                    seats=layout["seats"],
                    set_up_minutes=layout["set_up_minutes"],
                    clear_down_minutes=layout["clear_down_minutes"],
                )

    def _ways(self) -> None:
        for row in self.seed["ways"]:
            travel_times.set_travel_time(
                self.desk, self.venues[row["from"]], self.venues[row["to"]], row["minutes"]
            )

    def _closed_times(self) -> None:
        for row in self.seed["closed"]:
            starts, ends = (
                datetime.combine(self._day(row[f"{end}_day"]), time.fromisoformat(row[end]))
                for end in ("starts", "ends")
            )
            closed_times.close_venue(
                self.desk,
                self.venues[row["venue"]],
                starts=starts,
                ends=ends,
                reason=row["reason"],
            )

    def _resources(self) -> None:
        for row in self.seed["resources"]:
            values = {name: row[name] for name in row if name not in ("key", "kind", "name")}
            self.resources[row["key"]] = resources.create_resource(
                self.desk, kind=ResourceKind(row["kind"]), name=row["name"], **values
            )

    def _visit(self) -> int:
        row = self.seed["visit"]
        return visits.create_visit(
            self.desk,
            title=row["title"],
            country=row["country"],
            kind=VisitKind(row["kind"]),
            first_day=self._day(row["first_day"]),
            last_day=self._day(row["last_day"]),
            status=Status(row["status"]),
            zone=row["zone"],
            guest_zone=row["guest_zone"],
            purpose=row["purpose"],
            letter=row["letter"],
            notes=row["notes"],
        )

    def _delegation(self, visit_id: int) -> None:
        for row in self.seed["people"]:
            delegation.add_member(
                self.desk,
                visit_id,
                person_id=self.people[row["key"]],
                side=Side(row["side"]),
                role=Role(row["role"]),
            )
        for row in self.seed["groups"]:
            delegation.add_group(
                self.desk,
                visit_id,
                name=row["name"],
                country=row["country"],
                side=Side(row["side"]),
                role=Role(row["role"]),
                notes=row["notes"],
            )

    def _events(self, visit_id: int) -> None:
        for row in self.seed["events"]:
            day = self._day(row["day"])
            self.events[row["key"]] = programme.create_event(
                self.desk,
                visit_id=visit_id,
                title=row["title"],
                starts=datetime.combine(day, time.fromisoformat(row["starts"])),
                ends=datetime.combine(day, time.fromisoformat(row["ends"])),
                kind=EventKind(row["kind"]),
                status=Status(row["status"]),
                venue_id=self.venues.get(row.get("venue", "")),
                layout_id=self.layouts.get(row.get("layout", "")),
                place=row.get("place", ""),
                hosts=[self.people[key] for key in row["hosts"]],
                with_delegation=row.get("delegation", True),
                description=row.get("description", ""),
                dress=row.get("dress", ""),
                notes=row["notes"],
            )
            for key in row.get("lent", ()):
                resources.lend_resource(self.desk, self.events[row["key"]], self.resources[key])
            for key in row.get("rundown", ()):
                rundown_help.add_common_row(self.desk, self.events[row["key"]], key)

    def _agreements(self, visit_id: int) -> None:
        for row in self.seed["agreements"]:
            self.agreements[row["key"]] = agreements.create_agreement(
                self.desk,
                visit_id=visit_id,
                title=row["title"],
                kind=AgreementKind(row["kind"]),
                our_role=OurRole(row["our_role"]),
                stage=AgreementStage(row["stage"]),
                parties=[self.organisations[key] for key in row["parties"]],
                signed_on=row["signed_on"],
                signed_in=row["signed_in"],
                notes=row["notes"],
            )

    def _follow_ups(self, visit_id: int) -> None:
        for row in self.seed["follow_ups"]:
            follow_ups.create_follow_up(
                self.desk,
                visit_id=visit_id,
                title=row["title"],
                source=row["source"],
                organisation_id=self.organisations[row["organisation"]],
                person_id=self.people[row["person"]],
                event_id=self.events.get(row.get("event", "")),
                agreement_id=self.agreements.get(row.get("agreement", "")),
                due_on=self._day(row["due"]),
            )
