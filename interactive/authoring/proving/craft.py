"""What makes a choice a choice: it has words, it is not plainly better than the one beside it, it can be defended and attacked."""

import re
from collections.abc import Iterator
from itertools import permutations
from typing import Any

from interactive.authoring.proving.naming import Said, choices_of

LEAST = 3  # choices that are always offered
LONGEST = {"text": 32, "doing": 12}  # words of a choice
SAME = ("plants", "shows", "to", "when")
SCENE, OPENING = 210, 260  # words of a scene, and of one that opens a phase


def weak(data: dict[str, Any]) -> Iterator[Said]:
    """Choices without words, choices that dominate a sibling, choices that show nothing or that nobody defends."""
    for place, scene, choice in choices_of(data):
        where = f"choice `{choice['id']}` of `{scene}`"
        if not str(choice.get("text", "")).strip():
            yield Said(place, "no-text", f"{where} has no text: write what is done, in under {LONGEST['text']} words")
        for part, most in LONGEST.items():
            count = len(str(choice.get(part, "")).split())
            if count > most:
                yield Said((*place, part), "too-long", f"{where}: {count} words in `{part}`, {most} at most", True)
        if not choice.get("shows"):
            yield Said(place, "shows-nothing", f"{where} shows no competency; say what it gives evidence of", True)
        if not (choice.get("for") and choice.get("against")):
            yield Said(
                place, "one-sided", f"{where} has no case for it or none against it; the debrief needs both", True
            )
    for name, scene in data["scenes"].items():
        yield from _dominated(name, scene["choices"])
        always = sum("when" not in choice for choice in scene["choices"])
        if always < LEAST:
            yield Said(
                ("scenes", name, "choices"),
                "few-choices",
                f"`{name}` always offers {always}; {LEAST} make a choice",
                True,
            )


def _dominated(scene: str, choices: list[dict[str, Any]]) -> Iterator[Said]:
    """A choice that is better than another in some variable and worse in none is an obviously right answer.

    Two that move the same are told apart by what they plant, show and lead to; if not even by that, they are one.
    """
    for one, other in permutations(choices, 2):
        mine, theirs = one.get("effects", {}), other.get("effects", {})
        better = [mine.get(name, 0) - theirs.get(name, 0) for name in {*mine, *theirs}]
        place = ("scenes", scene, "choices", choices.index(one), "effects")
        names = f"`{one['id']}`", f"`{other['id']}`"
        if any(better) and min(better) >= 0:
            message = f"in `{scene}` choice {names[0]} is better than {names[1]} in some variables and worse in none; let it cost something"
            yield Said(place, "dominated-choice", message)
        elif not any(better) and names[0] < names[1] and all(one.get(part) == other.get(part) for part in SAME):
            yield Said(
                place, "dominated-choice", f"in `{scene}` choices {names[0]} and {names[1]} do the same; leave one out"
            )


def wrong_marks(data: dict[str, Any]) -> Iterator[Said]:
    """{1} stands for the first list of variants and {echo 1} for the first echo; a mark for nothing would show on the page."""
    for name, scene in data["scenes"].items():
        text = " ".join(f"{scene['text']} {scene.get('speech', '')}".split())
        there = {f"{{{number}}}" for number, _ in enumerate(scene.get("seeded", []), 1)}
        there |= {f"{{echo {number}}}" for number, _ in enumerate(scene.get("echoes", []), 1)}
        for mark in dict.fromkeys(re.findall(r"\{[^{}]*\}", text)):
            if mark not in there:
                yield Said(
                    ("scenes", name, "text"), "unknown-mark", f"in `{name}` stands {mark}, and nothing belongs there"
                )
        for number, _ in enumerate(scene.get("seeded", []), 1):
            if f"{{{number}}}" not in text:
                yield Said(
                    ("scenes", name, "seeded"),
                    "unknown-mark",
                    f"`{name}` has variants that stand nowhere: write {{{number}}} in its text",
                )


def long_scenes(data: dict[str, Any]) -> Iterator[Said]:
    """A scene is read in a minute."""
    opened: set[str] = set()
    for name, scene in data["scenes"].items():
        count = len(f"{scene['text']} {scene.get('speech', '')}".split())
        most = SCENE if scene["phase"] in opened else OPENING
        opened.add(scene["phase"])
        if count > most:
            yield Said(("scenes", name, "text"), "too-long", f"`{name}` has {count} words; {most} at most", True)
