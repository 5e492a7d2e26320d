"""What the office decided for all its desks."""

from dataclasses import asdict, dataclass, fields

from sqlmodel import Session, select

from desk.locale import _
from desk.model.errors import UserError
from desk.model.tables import Setting
from desk.services.desk import OFFICE_ZONE, Desk
from desk.services.values import mail_address, zone_name


@dataclass(frozen=True, slots=True)
class OfficeSettings:
    """The office: how it signs its paper and its invitations, and where its clock hangs."""

    letterhead: str = "PEMERINTAH PROVINSI KALIMANTAN TIMUR"
    letterhead_second: str = "SEKRETARIAT DAERAH · BIRO ADMINISTRASI PIMPINAN"
    organiser_name: str = "Protokol Provinsi Kalimantan Timur"
    organiser_mailbox: str = "protokol@kaltim.example"
    unit: str = "Biro Adpim"
    zone: str = OFFICE_ZONE

    @property
    def letterhead_lines(self) -> tuple[str, ...]:
        """What stands at the head of the office's paper."""
        return tuple(line for line in (self.letterhead, self.letterhead_second) if line)


def office_settings(desk: Desk) -> OfficeSettings:
    """The settings, with what nobody set as it comes."""
    with desk.read() as session:
        return settings_in(session)


def settings_in(session: Session) -> OfficeSettings:
    """The same within a session that is open already."""
    row = session.exec(select(Setting).where(Setting.name == "office")).first()
    stored: dict[str, str] = row.value if row and row.value else {}
    known = {field.name for field in fields(OfficeSettings)}
    return OfficeSettings(**{name: value for name, value in stored.items() if name in known})


def change_office_settings(desk: Desk, settings: OfficeSettings) -> None:
    """Keep the settings for all desks. Raises UserError."""
    zone_name(settings.zone, "zone")
    if not settings.organiser_mailbox:
        raise UserError(_("Answers need a mailbox to come to."), field="organiser_mailbox")
    mail_address(settings.organiser_mailbox, "organiser_mailbox")
    with desk.work(_("Office settings")) as session:
        row = session.exec(select(Setting).where(Setting.name == "office")).first()
        row = row or Setting(name="office")
        row.value = asdict(settings)
        session.keep(row)
    desk.zone = settings.zone
