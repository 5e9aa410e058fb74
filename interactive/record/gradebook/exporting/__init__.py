"""The gradebook as files: for spreadsheets, for statistics, for the grade imports of learning management systems."""
