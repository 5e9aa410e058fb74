"""The rules beyond shape, one a file. A rule is a function from the project to findings; to add one, add its line here."""

from collections.abc import Callable, Iterable

from interactive.authoring.findings import Finding
from interactive.authoring.lint import (
    bins,
    cards,
    citations,
    fences,
    figures,
    identity,
    legal,
    links,
    objectives,
    sources,
)
from interactive.authoring.project import Project
from interactive.authoring.shape import check_shape

type Rule = Callable[[Project], Iterable[Finding]]

RULES: tuple[Rule, ...] = (
    check_shape,
    identity.duplicate_id,
    bins.unknown_bin,
    bins.bin_never_key,
    bins.draw_too_large,
    cards.card_too_long,
    cards.feedback_reveals_bin,
    cards.repeated_feedback,
    citations.unknown_cite,
    citations.unknown_citation_on_page,
    objectives.objective_not_taught,
    fences.unknown_activity,
    fences.activity_not_on_a_page,
    fences.unknown_kind,
    figures.unknown_figure,
    figures.figure_id,
    links.unresolved_reread,
    links.unresolved_link,
    links.unresolved_link_in_text,
    links.image_without_alt,
    legal.legal_check_too_old,
    sources.unreadable_bibliography,
    sources.unreadable_front_matter,
)


def check(project: Project) -> list[Finding]:
    """Every finding of every rule, each once, in order of place."""
    return sorted({finding for rule in RULES for finding in rule(project)})
