"""What shows only when files are laid side by side: one person in several files, one piece of work under several names."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set

from interactive.record.assigning.seeds import known_as
from interactive.record.gradebook.model import Flag, Student
from interactive.record.gradebook.naming import listed, named

type Flags = list[list[Flag]]  # of each person

SHARED = {
    "same-attempt": "{what} of the files of {names} is one and the same: its id is given out once. "
    "A copied file looks like this, and so does a file that somebody handed in for somebody else.",
    "same-events": "{what} of {names} has the same pauses, to the millisecond. Copied work looks like this.",
}


def people(files: Iterable[Student]) -> list[list[Student]]:
    """The files of each person, first the one that counts: it was saved last. A file that names nobody is a person by itself."""
    every = list(files)
    ids = _ids(every)
    groups: dict[tuple[str, str], list[Student]] = {}
    for one in every:
        known, own = ids[known_as(one.name)], one.id.casefold()
        own = own or (next(iter(known)) if len(known) == 1 else "")
        key = (known_as(one.name), own) if named(one) else ("", one.print)
        groups.setdefault(key, []).append(one)
    for own_files in groups.values():
        own_files.sort(key=lambda one: (-one.made, one.print, one.file))
    return list(groups.values())


def _ids(files: Iterable[Student]) -> dict[str, set[str]]:
    """The ids given beside each name."""
    found: dict[str, set[str]] = {}
    for one in files:
        found.setdefault(known_as(one.name), set()).update([one.id.casefold()] if one.id else [])
    return found


def side_by_side(persons: Sequence[Sequence[Student]]) -> list[list[Flag]]:
    """Flags for each person, in their order."""
    kept = [files[0] for files in persons]
    flags = [[_replaced(one, files[0]) for one in files[1:]] for files in persons]
    _same_ids(kept, flags)
    attempts, paces = _owners(persons, 0), _owners(persons, 1)
    _shared(kept, attempts, "same-attempt", flags, frozenset())
    _shared(kept, paces, "same-events", flags, frozenset(attempts.values()))
    return flags


def _replaced(one: Student, by: Student) -> Flag:
    if one.print == by.print:
        return Flag(
            "same-file",
            f"The same file was added as “{by.file}” and “{one.file}”. It counts once.",
            (by.file, one.file),
        )
    words = f"“{by.name}” handed in more than once: “{by.file}” was saved last and counts, “{one.file}” does not."
    return Flag("later-file", words, (by.file, one.file))


def _same_ids(kept: Sequence[Student], flags: Flags) -> None:
    found: dict[str, list[int]] = {}
    for place, one in enumerate(kept):
        if one.id:
            found.setdefault(one.id.casefold(), []).append(place)
    for places in found.values():
        names = dict.fromkeys(kept[place].name for place in places)
        if len(names) > 1:
            words = f"One student id under several names: {listed(list(names))}."
            flag = Flag("same-id", words, tuple(kept[place].file for place in places))
            for place in places:
                flags[place].append(flag)


def _owners(persons: Sequence[Sequence[Student]], part: int) -> dict[str, tuple[int, ...]]:
    """For each attempt's id (part 0) or pace (part 1) the persons in whose files it stands."""
    found: dict[str, dict[int, None]] = {}
    for place, files in enumerate(persons):
        for one in files:
            for pair in one.prints:
                if pair[part]:
                    found.setdefault(pair[part], {})[place] = None
    return {name: tuple(owners) for name, owners in found.items()}


def _shared(
    kept: Sequence[Student], owners: Mapping[str, tuple[int, ...]], kind: str, flags: Flags, told: Set[tuple[int, ...]]
) -> None:
    """Flag what stands under several names. Groups that were `told` of already are left out."""
    groups = Counter(places for places in owners.values() if len(places) > 1 and places not in told)
    for places, count in sorted(groups.items()):
        names = listed([kept[place].name for place in places])
        words = SHARED[kind].format(names=names, what="One attempt" if count == 1 else f"{count} attempts")
        flag = Flag(kind, words, tuple(kept[place].file for place in places))
        for place in places:
            flags[place].append(flag)
