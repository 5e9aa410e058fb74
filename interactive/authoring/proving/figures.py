"""The figures of a story as text: sizes, lengths, the spread of endings, the greedy and the blind."""

from collections import Counter
from collections.abc import Iterator

from interactive.activities.roleplay.definition import Story
from interactive.authoring.proving.plays import GREEDY, POSITIONS, Drawn, greedy, minutes, play, position, spread
from interactive.authoring.proving.walk import Walked


def figures(story: Story, found: Walked, drawn: Drawn, seconds: float) -> Iterator[str]:
    """Line by line."""
    choices = [choice for scene in story.scenes.values() for choice in scene.choices]
    conditional = sum(choice.when is not None for choice in choices)
    yield f"{story.ref}: {story.title}"
    sizes = f"{len(choices)} choices ({conditional} on a condition), {len(story.endings)} endings, {len(story.phases)} phases"
    yield f"  {len(story.scenes)} scenes, {sizes}"
    yield f"  {sum(found.states.values()):,} states in {sum(found.sets.values()):,} sets, walked in {seconds:.1f} s"
    yield from _lengths(story, drawn)
    yield f"  endings of {drawn.plays:,} plays by lot:"
    for name, times in drawn.endings.most_common():
        yield f"    {times / drawn.plays:6.1%}  {name}"
    rare = min(story.scenes, key=lambda name: drawn.met[name])
    yield f"  the rarest scene, {rare}, is met in {drawn.met[rare] / drawn.plays:.1%} of plays"
    yield from _greedy(story)
    yield from _blind(story, drawn)


def _lengths(story: Story, drawn: Drawn) -> Iterator[str]:
    short, middle, long = spread(drawn.lengths)
    yield f"  choices in a play: shortest {short}, median {middle:g}, longest {long}"
    times = sorted(minutes(words, count) for words, count in zip(drawn.words, drawn.lengths, strict=True))
    reading, deciding = zip(*times, strict=True)
    at = (0, len(times) // 2, len(times) - 1)
    said = [" / ".join(f"{kind[place]:.0f}" for place in at) for kind in (reading, deciding)]
    yield f"  minutes, shortest / median / longest: reading {said[0]}, with the deciding {said[1]}"


def _greedy(story: Story) -> Iterator[str]:
    yield f"  always what most raises one variable ({GREEDY} plays each):"
    for name in story.variables:
        endings = Counter(play(story, greedy(name, seed)).ending for seed in range(GREEDY))
        most = ", ".join(f"{ending} {times / GREEDY:.0%}" for ending, times in endings.most_common(3))
        yield f"    {name}: {most}"


def _blind(story: Story, drawn: Drawn) -> Iterator[str]:
    yield "  always the choice at one place:"
    for place, name in enumerate(POSITIONS):
        one = play(story, position(place))
        yield f"    {name}: {one.ending}, after {len(one.road)} choices, above {drawn.percentile(one.share):.0%} of plays in evidence"
