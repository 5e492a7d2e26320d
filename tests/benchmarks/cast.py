"""Bodies, people with their offices, and rooms: who and where."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from desk.model.choices import Acting, OrganisationKind
from desk.model.tables import Office, Organisation, Person, Venue, VenueLayout
from tests.benchmarks.bulk import Bulk
from tests.benchmarks.draw import Round, weighted
from tests.benchmarks.names import name_from
from tests.benchmarks.phrases import (
    BODIES,
    BUILDINGS,
    CITIES,
    COUNTRIES,
    LAYOUTS,
    OFFICES,
    ROOMS,
    Words,
)

HOME = "ID"
_SHARE_OF_HOSTS = 0.2
_PER_COUNTRY = 40
_FIRST_DAY = date(2012, 1, 1)


@dataclass(frozen=True, slots=True)
class Room:
    """A venue that was made, with its layouts: id, seats, minutes before and after."""

    id: int
    layouts: tuple[tuple[int, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Cast:
    """What programmes are made of: ids."""

    bodies: list[int]
    hosts: list[int]
    guests: dict[str, Round[int]]
    """By country."""
    rooms: list[Room]


def make_cast(bulk: Bulk, random: Random, *, bodies: int, people: int, venues: int) -> Cast:
    """Write so many bodies, people and venues."""
    by_country = _bodies(bulk, random, bodies)
    hosts = max(12, round(people * _SHARE_OF_HOSTS))
    at_home = [_person(bulk, random, HOME, by_country) for _number in range(hosts)]
    # A small decade has guests of fewer countries, so that every delegation finds its people.
    countries = list(COUNTRIES)[: max(1, (people - hosts) // _PER_COUNTRY)]
    guests: dict[str, list[int]] = {country: [] for country in countries}
    weights = [(country, COUNTRIES[country][0]) for country in countries]
    for number in range(people - hosts):
        country = countries[number] if number < len(countries) else weighted(random, *weights)
        guests[country].append(_person(bulk, random, country, by_country))
        bulk.flush()
    rooms = [_room(bulk, random, number) for number in range(venues)]
    return Cast(
        bodies=[body for some in by_country.values() for body in some],
        hosts=at_home,
        guests={country: Round(some) for country, some in guests.items()},
        rooms=rooms,
    )


def filled(words: Words, **values: str) -> Words:
    """The words in every language with their gaps filled."""
    return {language: text.format(**values) for language, text in words.items()}


def _bodies(bulk: Bulk, random: Random, count: int) -> dict[str, list[int]]:
    made: dict[str, list[int]] = {country: [] for country in (HOME, *COUNTRIES)}
    order = list(made)
    for number in range(count):
        # Each country gets one first; a third of all is at home.
        country = order[number] if number < len(order) else HOME
        if number >= len(order) and random.random() > 0.33:
            country = random.choice(order[1:])
        kind = weighted(
            random,
            (OrganisationKind.GOVERNMENT, 5),
            (OrganisationKind.BUSINESS, 3),
            (OrganisationKind.MISSION, 1),
            (OrganisationKind.LEGISLATURE, 1),
        )
        words, short = random.choice(BODIES[kind])
        city = random.choice(CITIES[country])
        made[country].append(
            bulk.add(
                Organisation,
                parent_id=made[country][0] if made[country] and random.random() < 0.3 else None,
                name=filled(words, city=city),
                short_name=short.format(city=city),
                kind=kind,
                country=country,
                city=city,
                email=f"unit{number}@{country.lower()}.example.org",
            )
        )
    return made


def _person(bulk: Bulk, random: Random, country: str, bodies: dict[str, list[int]]) -> int:
    name = name_from(random, country)
    number = bulk.written[Person] + 1
    person = bulk.add(
        Person,
        full_name=name.full,
        family=name.family,
        given=name.given,
        patronymic=name.patronymic,
        original_script=name.original,
        titles_before=name.before,
        titles_after=name.after,
        aliases=[name.given] if name.given and random.random() < 0.05 else [],
        country=country,
        language="id" if country == HOME else COUNTRIES[country][1],
        # One in eight is reached by nobody yet.
        email=f"guest{number}@example.org" if random.random() < 0.88 else "",
        phone=f"+000 000 {number:05d}",
    )
    until = None
    for _office in range(weighted(random, (1, 0.8), (2, 0.2))):
        starts = (until or _FIRST_DAY) + timedelta(days=random.randrange(1, 1500))
        until = starts + timedelta(days=random.randrange(700, 2500))
        bulk.add(
            Office,
            person_id=person,
            organisation_id=random.choice(bodies[country] or bodies[HOME]),
            title=random.choice(OFFICES),
            acting=Acting.PLT if random.random() < 0.04 else None,
            starts_on=starts,
            ends_on=until if random.random() < 0.3 else None,
        )
    return person


def _room(bulk: Bulk, random: Random, number: int) -> Room:
    flower = ROOMS[number % len(ROOMS)]
    building, city = BUILDINGS[number // len(ROOMS) % len(BUILDINGS)]
    wing = number // (len(ROOMS) * len(BUILDINGS))
    storey = f" {wing + 1}" if wing else ""
    seats = random.choice((16, 24, 40, 60, 120, 300))
    venue = bulk.add(
        Venue,
        name={language: f"{text}{storey}" for language, text in flower.items()},
        building=building,
        city=city,
        zone="Asia/Makassar",
        shared=number % 20 == 19,
    )
    return Room(
        venue,
        tuple(
            (
                bulk.add(
                    VenueLayout,
                    venue_id=venue,
                    name=words,
                    seats=int(seats * share),
                    set_up_minutes=before,
                    clear_down_minutes=after,
                ),
                int(seats * share),
                before,
                after,
            )
            for words, share, before, after in LAYOUTS
        ),
    )
