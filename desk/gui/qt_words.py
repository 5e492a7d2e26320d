"""Qt's own words in the language of the screen: it ships no Indonesian.

Only the dialogs and menus in use are listed; what is missing here stays English.
"""

from PySide6.QtCore import QTranslator

from desk.locale import N_, _

_WORDS = {
    # The menu of every field
    "&Undo": N_("&Undo"),
    "&Redo": N_("&Redo"),
    "Cu&t": N_("Cu&t"),
    "&Copy": N_("&Copy"),
    "&Paste": N_("&Paste"),
    "Delete": N_("Delete"),
    "Select All": N_("Select All"),
    # Buttons
    "OK": N_("OK"),
    "&OK": N_("&OK"),
    "Cancel": N_("Cancel"),
    "&Cancel": N_("&Cancel"),
    "Close": N_("Close"),
    "&Close": N_("&Close"),
    "Save": N_("Save"),
    "&Save": N_("&Save"),
    "Open": N_("Open"),
    "&Open": N_("&Open"),
    "&Choose": N_("&Choose"),
    "&Yes": N_("&Yes"),
    "&No": N_("&No"),
    # Choosing files and folders
    "Look in:": N_("Look in:"),
    "File &name:": N_("File &name:"),
    "Directory:": N_("Folder:"),
    "Files of type:": N_("Files of type:"),
    "Back": N_("Back"),
    "Forward": N_("Forward"),
    "Parent Directory": N_("Parent folder"),
    "Create New Folder": N_("New folder"),
    "&New Folder": N_("&New folder"),
    "New Folder": N_("New folder"),
    "&Rename": N_("&Rename"),
    "&Delete": N_("&Delete"),
    "Show &hidden files": N_("Show &hidden files"),
    "List View": N_("List view"),
    "Detail View": N_("Detailed view"),
    "Computer": N_("Computer"),
    "Name": N_("Name"),
    "Size": N_("Size"),
    "Type": N_("Type"),
    "Kind": N_("Type"),
    "Date Modified": N_("Changed on"),
    "Folder": N_("Folder"),
    "Sidebar": N_("Places"),
    "%1 already exists.\nDo you want to replace it?": N_(
        "%1 already exists.\nDo you want to replace it?"
    ),
    "%1\nFile not found.\nPlease verify the correct file name was given.": N_(
        "%1\nThis file is not there.\nCheck its name."
    ),
    # Printing
    "Print": N_("Print"),
    "&Print": N_("&Print"),
    "Printer": N_("Printer"),
    "&Name:": N_("&Name:"),
    "P&roperties": N_("P&roperties"),
    "Location:": N_("Location:"),
    "Preview": N_("Preview"),
    "Output &file:": N_("Output &file:"),
    "Print range": N_("Print range"),
    "Print all": N_("Print all"),
    "Pages from": N_("Pages from"),
    "to": N_("to"),
    "Selection": N_("Selection"),
    "Copies": N_("Copies"),
    "Copies:": N_("Copies:"),
    "Collate": N_("Collate"),
    "Options": N_("Options"),
    "Color": N_("Colour"),
    "Grayscale": N_("Grey"),
    "Portrait": N_("Portrait"),
    "Landscape": N_("Landscape"),
    "Print to File (PDF)": N_("Print to a file (PDF)"),
}


class QtWords(QTranslator):
    """Answers Qt from our own catalogs; looked up anew each time, so the language can change."""

    def translate(
        self,
        context: str,
        sourceText: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        ours = _WORDS.get(sourceText)
        # An empty answer would be shown as such; only none lets Qt use its own words.
        return _(ours) if ours is not None else None  # type: ignore[return-value]

    def isEmpty(self) -> bool:
        return False
