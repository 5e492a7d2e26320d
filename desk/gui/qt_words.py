"""Qt's own words in the language of the screen: Qt ships no Indonesian."""

from PySide6.QtCore import QTranslator

from desk.locale import N_, _

_WORDS: dict[str, str] = {
    # What Qt says, as its sources spell it, to what the catalogs know.
    "OK": N_("OK"),
    "&OK": N_("OK"),
    "Cancel": N_("Cancel"),
    "&Cancel": N_("Cancel"),
    "Close": N_("Close"),
    "&Close": N_("Close"),
    "Save": N_("Save"),
    "&Save": N_("Save"),
    "Save As": N_("Save as"),
    "Open": N_("Open"),
    "&Open": N_("Open"),
    "&Choose": N_("Choose"),
    "Yes": N_("Yes"),
    "&Yes": N_("Yes"),
    "No": N_("No"),
    "&No": N_("No"),
    "&Undo": N_("Undo"),
    "&Redo": N_("Redo"),
    "Cu&t": N_("Cut"),
    "&Copy": N_("Copy"),
    "&Paste": N_("Paste"),
    "Delete": N_("Delete"),
    "&Delete": N_("Delete"),
    "Select All": N_("Select all"),
    "Clear": N_("Clear"),
    "Look in:": N_("Look in:"),
    "File &name:": N_("File name:"),
    "Files of type:": N_("Files of type:"),
    "Directory:": N_("Folder:"),
    "Directory": N_("Folder"),
    "Folder": N_("Folder"),
    "File": N_("File"),
    "Find Directory": N_("Find folder"),
    "Directories": N_("Folders"),
    "All Files (*)": N_("All files (*)"),
    "Name": N_("Name"),
    "Size": N_("Size"),
    "Type": N_("Type"),
    "Kind": N_("Kind"),
    "Date Modified": N_("Changed"),
    "My Computer": N_("This computer"),
    "Computer": N_("Computer"),
    "Back": N_("Back"),
    "Forward": N_("Forward"),
    "Parent Directory": N_("Folder above"),
    "List View": N_("As a list"),
    "Detail View": N_("With details"),
    "Create New Folder": N_("New folder"),
    "&New Folder": N_("New folder"),
    "New Folder": N_("New folder"),
    "&Rename": N_("Rename"),
    "Show &hidden files": N_("Show hidden files"),
    "Remove": N_("Remove"),
    "Recent Places": N_("Recent places"),
    "Go back": N_("Back"),
    "Go forward": N_("Forward"),
    "Go to the parent directory": N_("Folder above"),
    "Create a New Folder": N_("New folder"),
    "Change to list view mode": N_("As a list"),
    "Change to detail view mode": N_("With details"),
    "Sidebar": N_("Places"),
    "Files": N_("Files"),
}


class QtWords(QTranslator):
    """Answers Qt's questions for a text from the catalogs; what is unknown stays as Qt says it."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self,
        _context: str,
        source: str,
        _disambiguation: str | None = None,
        _count: int = -1,
    ) -> str:
        known = _WORDS.get(source)
        return _(known) if known else ""
