"""Fences: an activity that a page shows exists, and each definition stands on a page and is of a known kind."""

from collections.abc import Iterator
from difflib import get_close_matches

from interactive.authoring.compilers.gathered import GATHERED
from interactive.authoring.findings import Finding
from interactive.authoring.lint.quizzes import items_of, quizzes
from interactive.authoring.pages import refs_in
from interactive.authoring.project import KINDS, Project


def unknown_activity(project: Project) -> Iterator[Finding]:
    """A fence names a file below quizzes/, one item of a bank, or what is gathered from all banks."""
    banks = {ref: [str(item.get("id")) for _, item in items_of(data)] for ref, _, data in quizzes(project)}
    known = {*project.sources, *GATHERED, *(f"{ref}/{name}" for ref, names in banks.items() for name in names)}
    for page, text in project.pages.items():
        for ref, line in refs_in(text):
            if ref not in known:
                message = _unknown(ref, banks, [*project.sources, *GATHERED])
                yield Finding(f"content/{page}", line, 1, "unknown-activity", message)


def _unknown(ref: str, banks: dict[str, list[str]], refs: list[str]) -> str:
    bank, _, name = ref.rpartition("/")
    if bank in banks:
        near = get_close_matches(name, banks[bank], 1)
        return f"`{bank}` has no item `{name}`; " + (
            f"did you mean `{bank}/{near[0]}`?" if near else "name one of its ids"
        )
    if bank in refs:
        return f"`{ref}` is nothing that can be shown: only the items of a quiz stand by themselves; write `{bank}`"
    if bank.count("/") == 1:
        return f"there is no quiz `{bank}` below quizzes/ that could hold `{name}`; `course new quiz {bank}` begins one"
    near = get_close_matches(ref, refs, 1)
    hint = f"did you mean `{near[0]}`?" if near else f"`course new sorter {ref}` begins one"
    return f"there is no definition `{ref}` below quizzes/; {hint}"


def activity_not_on_a_page(project: Project) -> Iterator[Finding]:
    """A definition that no page shows is work that nobody sees."""
    shown = {ref for text in project.pages.values() for ref, _ in refs_in(text)}
    for ref, source in project.sources.items():
        if ref not in shown:
            message = f"no page shows this; put a fence ```activity with `{ref}` in a lesson"
            yield source.find((), "activity-not-on-a-page", message, warning=True)


def unknown_kind(project: Project) -> Iterator[Finding]:
    """A misspelled kind would make a definition vanish without a word."""
    endings = [f".{kind}.yml" for kind in KINDS]
    for path in sorted((project.root / "quizzes").glob("*/*.y*ml")):
        if not path.name.endswith(tuple(endings)):
            message = f"this is not read: the name of a definition ends in {' or '.join(endings)}; rename the file"
            yield Finding(path.relative_to(project.root).as_posix(), 1, 1, "unknown-kind", message)
