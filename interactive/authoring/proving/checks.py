"""What a walked and played story must hold to, each breach in a sentence that names the scene."""

from collections.abc import Iterator

from interactive.activities.roleplay.definition import Story
from interactive.authoring.proving.naming import Said
from interactive.authoring.proving.plays import POSITIONS, Drawn, play, position
from interactive.authoring.proving.seeds import nearest
from interactive.authoring.proving.walk import Walked

MOST = 0.6  # share of random plays that one ending may take
BEST = 0.9  # the percentile that no blind strategy may reach


def walked(story: Story, found: Walked) -> Iterator[Said]:
    """What the walk says: everything is reached, every state offers something and leads to an end."""
    for name in story.scenes:
        if not found.sets[name]:
            yield Said(("scenes", name), "never-reached", f"`{name}` is never reached: {_why(story, name)}")
            continue
        if name in found.stuck:
            yield Said(
                ("scenes", name, "choices"),
                "no-choice",
                f"`{name}` can be met in a state in which it offers no choice at all",
            )
        elif name in found.few:
            message = f"`{name}` can be met in a state in which it offers fewer than three choices"
            yield Said(("scenes", name, "choices"), "few-choices", message, True)
        if name in found.endless:
            around = ", ".join(sorted(nearest(story, name)))
            yield Said(
                ("scenes", name),
                "no-ending",
                f"from `{name}` there are states from which no ending can be reached; it leads to {around}",
            )
        yield from _choices(story, name, found)
    for name in story.endings:
        if name not in found.endings:
            yield Said(("endings", name), "never-reached", f"the ending `{name}` is never reached: {_why(story, name)}")


def _choices(story: Story, name: str, found: Walked) -> Iterator[Said]:
    for number, choice in enumerate(story.scenes[name].choices):
        place = ("scenes", name, "choices", number)
        if (name, choice.id) not in found.offered:
            yield Said(
                place,
                "never-offered",
                f"choice `{choice.id}` of `{name}` is never available: its condition holds in no state",
            )
            continue
        for way, one in enumerate(choice.ways):
            if (name, choice.id, way) not in found.taken:
                which = "its condition holds in no state" if one.when else "one of those before it always holds"
                yield Said(
                    (*place, "to", way),
                    "never-taken",
                    f"choice `{choice.id}` of `{name}` never leads to `{one.to}`: {which}",
                )


def _why(story: Story, place: str) -> str:
    """Who leads there, if anybody."""
    leading = [
        f"`{name}`"
        for name, scene in story.scenes.items()
        for choice in scene.choices
        for way in choice.ways
        if way.to == place
    ]
    return (
        f"only {', '.join(dict.fromkeys(leading))} leads there, on a condition that never holds or from where nobody comes"
        if leading
        else "no choice leads there"
    )


def played(story: Story, found: Drawn) -> Iterator[Said]:
    """What plays by lot say: no ending swallows the others, no blind strategy is among the best, every echo is heard."""
    for ending, times in found.endings.items():
        share = times / found.plays
        last = max(
            (pair for pair in found.before if pair[0] == ending), key=lambda pair: found.before[pair], default=("", "")
        )[1]
        if not ending:
            yield Said(
                ("scenes", last), "no-ending", f"{times} plays by lot found no ending; they were last seen in `{last}`"
            )
        elif share > MOST and len(story.endings) > 1:
            message = f"the ending `{ending}` takes {share:.0%} of plays by lot, most of them from `{last}`; {MOST:.0%} at most"
            yield Said(("endings", ending), "one-ending", message)
    for place, name in enumerate(POSITIONS):
        one = play(story, position(place))
        if found.percentile(one.share) >= BEST:
            above = f"{found.percentile(one.share):.0%} of plays"
            message = (
                f"always taking the {name} choice, from `{story.start}` on, scores better than {above}; mix the order"
            )
            yield Said(("scenes", story.start), "blind-strategy", message)
    for name, scene in story.scenes.items():
        for number, _ in enumerate(scene.echoes):
            if found.met[name] and (name, number) not in found.echoes:
                message = f"`{name}`: echo {number + 1} was heard in none of 2,000 plays by lot"
                yield Said(("scenes", name, "echoes", number), "never-heard", message, True)
