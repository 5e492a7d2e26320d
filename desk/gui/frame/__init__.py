"""The frame around the pages: menu, toolbar, navigation, strips, detail pane, status bar."""
