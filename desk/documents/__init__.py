"""Paper: rows become JSON, JSON and a Typst template become PDF files and pages to look at."""
