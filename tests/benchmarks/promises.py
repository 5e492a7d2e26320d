"""Agreements and follow-ups: what came of the visits."""

from datetime import date, timedelta
from random import Random

from desk.model.choices import AgreementKind, AgreementStage, FollowUpStatus, OurRole, Status
from desk.model.tables import Agreement, AgreementParty, FollowUp
from tests.benchmarks.bulk import Bulk
from tests.benchmarks.cast import Cast
from tests.benchmarks.draw import weighted
from tests.benchmarks.phrases import PROMISES
from tests.benchmarks.programmes import TODAY, Guests

_OLD = TODAY - timedelta(days=400)


def make_promises(
    bulk: Bulk, random: Random, cast: Cast, visits: list[Guests], *, agreements: int, count: int
) -> None:
    """Write so many agreements and follow-ups of these visits."""
    held = [visit for visit in visits if visit.status not in (Status.CANCELLED, Status.IDEA)]
    signed = {visit.id: _agreement(bulk, random, cast, visit) for visit in held[-agreements:]}
    for _number in range(count):
        _follow_up(bulk, random, cast, random.choice(held), signed)
        bulk.flush()


def _agreement(bulk: Bulk, random: Random, cast: Cast, visit: Guests) -> int:
    stage = random.choice(list(AgreementStage))
    is_signed = list(AgreementStage).index(stage) >= list(AgreementStage).index(
        AgreementStage.SIGNED
    )
    agreement = bulk.add(
        Agreement,
        visit_id=visit.id,
        title={"id": f"Nota kesepahaman {visit.id}", "en": f"Memorandum {visit.id}"},
        kind=random.choice(list(AgreementKind)),
        our_role=random.choice(list(OurRole)),
        stage=stage,
        signed_on=visit.last_day if is_signed else None,
        expires_on=visit.last_day + timedelta(days=5 * 365) if is_signed else None,
    )
    for position, body in enumerate(random.sample(cast.bodies, 2)):
        bulk.add(AgreementParty, agreement_id=agreement, organisation_id=body, position=position)
    return agreement


def _follow_up(
    bulk: Bulk, random: Random, cast: Cast, visit: Guests, signed: dict[int, int]
) -> None:
    due = visit.last_day + timedelta(days=random.randint(7, 270))
    status = _status(random, due)
    done = status is FollowUpStatus.DONE
    bulk.add(
        FollowUp,
        visit_id=visit.id,
        agreement_id=signed.get(visit.id),
        title=f"{random.choice(PROMISES)} ({visit.id})",
        source="Pertemuan bisnis",
        organisation_id=random.choice(cast.bodies),
        person_id=random.choice(cast.hosts),
        due_on=due if random.random() < 0.96 else None,
        status=status,
        done_on=due - timedelta(days=random.randint(0, 6)) if done else None,
        evidence=f"Surat {visit.id}/{due.year}" if done else "",
    )


def _status(random: Random, due: date) -> FollowUpStatus:
    if due < _OLD:
        return weighted(
            random, (FollowUpStatus.DONE, 93), (FollowUpStatus.DROPPED, 6), (FollowUpStatus.OPEN, 1)
        )
    if due < TODAY:
        return weighted(
            random,
            (FollowUpStatus.DONE, 80),
            (FollowUpStatus.DROPPED, 4),
            (FollowUpStatus.OPEN, 16),
        )
    return weighted(
        random, (FollowUpStatus.OPEN, 60), (FollowUpStatus.UNDER_WAY, 30), (FollowUpStatus.DONE, 10)
    )
