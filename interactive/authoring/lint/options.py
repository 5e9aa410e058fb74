"""Options: none can be told from the others by its form, and a wrong one is made for its own question."""

import re
from collections.abc import Iterator

from interactive.authoring.findings import Finding
from interactive.authoring.lint.quizzes import Item, every_item, folded, strings, texts_of
from interactive.authoring.project import Project

UNEVEN, SHORT = 2.5, 40  # times the shortest; below so many characters nobody sees a difference
UNEVEN_POSITIONS = 2
SAYS = r"( (is|are|do|does|apply|applies|holds?|fits?|counts?|right|correct|true|wrong|false))"
ABOVE = re.compile(
    r"\b(all|none|any|both|neither|either|each) of (the |these |those )?above\b"
    rf"|^(all|none|any|both|neither|either) of (these|those|them|the) ?(options|answers|choices)?{SAYS}*$"
    rf"|^(all|none|both|neither){SAYS}{{2,}}$"
    r"|\b(both|neither|either|only|answers?|options?) [a-f] (and|or|nor) [a-f]\b|^[a-f] (and|or) [a-f]$"
)
MARKS = "*_`\"'“”‘’()[]"


def all_of_the_above(project: Project) -> Iterator[Finding]:
    """An option about the others tests logic and not the subject; and shuffled, it points at the wrong ones."""
    for source, number, item in every_item(project, "choice"):
        for name, text in texts_of(item, "options").items():
            if ABOVE.search(" ".join(re.sub(r"[^\w\s,]", "", text.casefold()).split())):
                message = "an option about the other options; write one that stands by itself, or let several options be right"
                yield source.find(("items", number, "options", name, "text"), "all-of-the-above", message)


def uneven_options(project: Project) -> Iterator[Finding]:
    """An option that is much longer than the rest is chosen, or passed over, for its length."""
    for source, number, item in every_item(project, "choice"):
        lengths = {len(text): name for name, text in texts_of(item, "options").items()}
        if lengths and max(lengths) > max(SHORT, UNEVEN * min(lengths)):
            longest, shortest = max(lengths), min(lengths)
            message = f"`{lengths[longest]}` has {longest} characters and `{lengths[shortest]}` {shortest}; bring them closer together"
            yield source.find(("items", number, "options"), "uneven-options", message, warning=True)


def unparallel_options(project: Project) -> Iterator[Finding]:
    """Options of one item are written alike: all with a full stop or none, all with a capital or none."""
    for source, number, item in every_item(project, "choice"):
        texts = texts_of(item, "options")
        ended = [name for name, text in texts.items() if _ended(text)]
        small = [name for name, text in texts.items() if text.strip(f" {MARKS}")[:1].islower()]
        large = [name for name, text in texts.items() if text.strip(f" {MARKS}")[:1].isupper()]
        place = ("items", number, "options")
        if ended and len(ended) < len(texts):
            message = f"{_named(ended)} with a full stop, the others without; end all of them alike"
            yield source.find(place, "unparallel-options", message)
        if small and large:
            few, how = (small, "a small letter") if len(small) <= len(large) else (large, "a capital")
            verb = "begins" if len(few) == 1 else "begin"
            message = f"{_row(few)} {verb} with {how}, the others do not; begin each with a capital"
            yield source.find(place, "unparallel-options", message)


def _ended(text: str) -> bool:
    """Whether it ends as a sentence does. The point of `U.S.` is part of the word."""
    bare = text.rstrip(f" {MARKS}")
    return bare.endswith((".", "?", "!")) and not re.search(r"\b(\w\.)+\w\.$|\b(etc|Inc|Jr|no|vol)\.$", bare)


def _named(names: list[str]) -> str:
    return f"{_row(names)} {'ends' if len(names) == 1 else 'end'}"


def _row(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def repeated_distractor(project: Project) -> Iterator[Finding]:
    """A wrong option that fits two questions was made for neither. Items that share all their options are a scale, and may."""
    seen: dict[str, tuple[Item, frozenset[str], str]] = {}
    for source, number, item in every_item(project, "choice"):
        texts = {name: folded(text) for name, text in texts_of(item, "options").items()}
        whole, key = frozenset(texts.values()), strings(item.get("key"))
        for name in (name for name, words in texts.items() if words and name not in key):
            place = ("items", number, "options", name, "text")
            first, others, where = seen.get(texts[name], (None, whole, ""))
            if first is item or others != whole:
                message = f"the same wrong option stands in {where}; write one that this question makes tempting"
                yield source.find(place, "repeated-distractor", message)
            line = source.places.get(place, (1, 1))[0]
            seen.setdefault(texts[name], (item, whole, f"{source.path}, line {line}"))


def uneven_positions(project: Project) -> Iterator[Finding]:
    """Positions in a contested question are of equal dignity, and look it."""
    for source, number, item in every_item(project, "contested"):
        lengths = {len(text): name for name, text in texts_of(item, "positions").items()}
        if lengths and max(lengths) > UNEVEN_POSITIONS * min(lengths):
            longest, shortest = max(lengths), min(lengths)
            message = f"`{lengths[longest]}` has {longest} characters and `{lengths[shortest]}` {shortest}; give them about the same room"
            yield source.find(("items", number, "positions"), "uneven-positions", message, warning=True)
