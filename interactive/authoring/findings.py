"""A finding: where something is wrong in an author's file, by which rule, and what to write instead."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing to mend. `path` is relative to the project, `line` and `col` count from 1; a warning does not fail the check."""

    path: str
    line: int
    col: int
    rule: str
    message: str
    warning: bool = False

    def __str__(self) -> str:
        """Write it as editors and terminals like it: `path:line:col: rule: message`."""
        kind = "warning: " if self.warning else ""
        return f"{self.path}:{self.line}:{self.col}: {kind}{self.rule}: {self.message}"


def report(findings: Iterable[Finding]) -> str:
    """All findings, in order of place, one a line."""
    return "\n".join(str(finding) for finding in sorted(findings))
