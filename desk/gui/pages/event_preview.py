"""What the previews of an event's papers have in common."""

from desk.gui.pages.print_preview import PrintPreviewPage
from desk.locale import current_language
from desk.locale.formats import medium_date
from desk.services import programme


class EventPreviewPage(PrintPreviewPage):
    """Opened for an event: `target.row_id`. Back leads to its visit."""

    def describe(self, row_id: int) -> str | None:
        event = programme.get_event(self.context.desk, row_id)
        if event is None:
            return None
        self.remember_visit(event.visit_id)
        return f"{event.title}, {medium_date(event.starts.date(), current_language())}"
