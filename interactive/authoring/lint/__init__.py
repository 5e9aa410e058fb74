"""The rules beyond shape, one a file. A rule is a function from the project to findings; to add one, add its line here."""

from collections.abc import Callable, Iterable

from interactive.authoring.findings import Finding
from interactive.authoring.lint import (
    banks,
    bins,
    cards,
    casefiles,
    citations,
    fences,
    figures,
    glossary,
    identity,
    items,
    legal,
    links,
    objectives,
    options,
    plans,
    sources,
    stems,
    stories,
    verdicts,
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
    casefiles.unknown_element,
    casefiles.unknown_reason,
    casefiles.element_id_taken,
    casefiles.casefile_too_long,
    verdicts.words_not_in_rule,
    verdicts.wrong_formula,
    verdicts.conclusion_does_not_follow,
    verdicts.twist_flips_nothing,
    verdicts.keys_out_of_balance,
    items.unknown_key,
    items.hint_reveals_key,
    items.repeated_rationale,
    items.accept_and_near,
    stems.unmarked_negative,
    stems.near_duplicate_stem,
    stems.blank_missing,
    options.all_of_the_above,
    options.uneven_options,
    options.unparallel_options,
    options.repeated_distractor,
    options.uneven_positions,
    banks.key_longest,
    banks.position_bias,
    banks.bank_mix,
    banks.draw_too_large,
    banks.objective_too_few,
    plans.plan_condition,
    plans.plan_option,
    plans.profile_seat,
    stories.unsound_story,
    stories.scene_of_two_stories,
    glossary.glossary_shape,
    glossary.unknown_lesson,
    glossary.duplicate_term,
    citations.unknown_cite,
    citations.unknown_citation_on_page,
    objectives.objective_not_taught,
    objectives.objective_not_listed,
    objectives.objective_without_items,
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
