"""Dates as historians have them: a year, a month or a day, and no more exact than they are known."""

import re
from calendar import isleap
from dataclasses import dataclass
from datetime import date

WRITTEN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
MONTHS = ("", "Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """What is not known is 0, so that a year sorts before its months and a month before its days."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def iso(self) -> str:
        """As HTML wants it: 1899, 1960-10, 1993-09-13."""
        return f"{self.year}" + (f"-{self.month:02}" if self.month else "") + (f"-{self.day:02}" if self.day else "")

    @property
    def earliest(self) -> date:
        """The first day that it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def years(self) -> float:
        """The years and the part of a year since year 0, for a place on a line."""
        return self.year + (self.earliest.timetuple().tm_yday - 1) / (366 if isleap(self.year) else 365)


def moment(written: object) -> Moment | None:
    """What an author wrote, or None where that is no date that ever was."""
    found = WRITTEN.fullmatch(str(written))
    if not found:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    known = Moment(year, month, day)
    try:
        exact = known.earliest
    except ValueError:
        return None
    whole = (exact.month if found[2] else 0, exact.day if found[3] else 0) == (month, day)
    return known if whole else None  # a month 00 would pass for a year


def said(first: Moment, last: Moment | None = None) -> str:
    """In words, as short as it can be: Oct. 1960; 1969–72; 9–12 July 1987; April – 31 July 2014."""
    if last is None or last == first:
        return _said(first)
    if not (first.month or last.month):
        same = first.year // 100 == last.year // 100
        return f"{first.year}–{last.year % 100:02}" if same else f"{first.year}–{last.year}"
    if first.day and last.day and (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_said(last)}"
    begun = _said(first)
    if first.year == last.year and first.month and last.month:
        begun = begun.removesuffix(f" {first.year}")
    return f"{begun} – {_said(last)}"


def _said(known: Moment) -> str:
    return " ".join(filter(None, [str(known.day or ""), MONTHS[known.month], str(known.year)]))
