"""`course check --report`: what is in each bank and in the whole course, beside the curriculum's numbers, as plain text."""

from collections.abc import Callable, Iterable, Iterator

from interactive.authoring.glossary import terms_of
from interactive.authoring.lint.quizzes import items_of, quizzes, single
from interactive.authoring.lint.tally import Row, longest_keys, objective_rows, rows, share
from interactive.authoring.project import Project
from interactive.authoring.reading import Source

WIDTHS = (34, 34, 20)  # name, found, wanted; with `ok` or `short` after them a line stays below 100
TERMS, WORKS = 100, 90  # of the curriculum


def report(project: Project, shown: Callable[[Source], bool] = lambda source: True) -> str:
    """A table for each bank that is to be shown, and one for the whole course."""
    tables = [
        _table(source.path, [*rows(ref, data), *objective_rows(project, ref.split("/")[0]).values()])
        for ref, source, data in quizzes(project)
        if shown(source)
    ]
    return "\n\n".join([*tables, _table("The whole course", _course(project))])


def _table(title: str, lines: Iterable[Row]) -> str:
    return "\n".join([title, "-" * len(title), *map(_line, lines)])


def _line(row: Row) -> str:
    cells = "".join(f"{cell:<{width}}" for cell, width in zip((row.name, row.found, row.wanted), WIDTHS, strict=True))
    return f"{cells}{('ok' if row.met else 'short') if row.wanted else ''}".rstrip()


def _course(project: Project) -> Iterator[Row]:
    banks = [(ref, [item for _, item in items_of(data)]) for ref, _, data in quizzes(project)]
    every = [item for _, items in banks for item in items]
    lessons = sorted({page.split("/")[1] for page in project.pages if page.startswith("lessons/")})
    with_bank = {ref.split("/")[0] for ref, _ in banks} & {*lessons}
    yield Row("lessons with a bank", f"{len(with_bank)} of {len(lessons)}", "all", len(with_bank) == len(lessons))
    yield Row("items", str(len(every)))
    for ref, items in banks:
        yield Row(f"  {ref}", str(len(items)))
    choices = [item for item in every if single(item)]
    yield Row("key is longest option", share(len(longest_keys(choices)), len(choices)))
    yield from _objectives(project, lessons)
    terms = len(terms_of(project.glossary))
    yield Row("terms of the glossary", str(terms), f"{TERMS} or more", terms >= TERMS)
    yield Row(
        "works in the bibliography", str(len(project.bib_keys)), f"{WORKS} or more", len(project.bib_keys) >= WORKS
    )


def _objectives(project: Project, lessons: list[str]) -> Iterator[Row]:
    """How many objectives have items enough, and which have not."""
    wanted = {name: row for lesson in lessons for name, row in objective_rows(project, lesson).items()}
    short = [row for row in wanted.values() if not row.met]
    done = f"{len(wanted) - len(short)} of {len(wanted)}"
    yield Row("objectives with 3 items or more", done, "all", not short)
    yield from (Row(f"  {row.name}", row.found, row.wanted, row.met) for row in short)
