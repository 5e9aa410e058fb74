"""The only clock of the authoring tools, in one place, so that everything else can be told what day it is."""

from datetime import UTC, date, datetime


def today() -> date:
    """Today's date in UTC."""
    return datetime.now(UTC).date()
