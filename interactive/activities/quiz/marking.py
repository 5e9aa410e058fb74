"""What one response to one item is worth, in quarters of a point, before hints. Pure arithmetic; stated to the learner too.

Single choice: the key earns the point, a defensible option half. Multiple choice: right minus wrong choices, shared over the keys.
Sequencing: of all pairs, those in the right order minus those in the wrong one, so that a random order earns about nothing.
Matching: the share of prompts that found their target. Fill-in: an accepted form earns the point, a near miss half.
A partial share is rounded down to a quarter. A contested item has no right answer and is never scored; a term is rated by the learner.
"""

import unicodedata
from functools import lru_cache

from interactive.activities.quiz.definition import Choice, Contested, FillIn, Item, Matching, Sequencing, Term
from interactive.kernel.score import Unscorable

FULL = 4
SMALL_WORDS = frozenset({"a", "an", "the"})

type Response = tuple[str, ...]  # chosen ids; ids in order; a target for each prompt ("" for none); (text,)


def answered(item: Item, response: Response) -> bool:
    """Whether there is anything to mark. What is not answered is not wrong."""
    return any(part.strip() for part in response)


def mark(item: Item, response: Response) -> int | Unscorable:
    """Quarters of a point for this response, 0 to 4; `Unscorable` with a reason where there is nothing to score."""
    if not answered(item, response):
        return Unscorable("Not answered, and not wrong.")
    match item:
        case Choice():
            return _choice(item, response)
        case Sequencing():
            return _sequencing(item, response)
        case Matching():
            right = sum(target == prompt.key for target, prompt in zip(response, item.prompts.values(), strict=False))
            return FULL * right // len(item.prompts)
        case FillIn():
            return FULL if accepted(item, response[0]) else FULL // 2 if near(item, response[0]) else 0
        case Contested():
            return Unscorable("There is no right answer to this one.")
        case Term():
            return Unscorable("You say yourself how well you knew it.")
        case _:
            return Unscorable("This item cannot be scored.")


def _choice(item: Choice, response: Response) -> int:
    if not item.multiple:
        chosen = response[0]
        return FULL if chosen in item.key else FULL // 2 if chosen in item.options and item.options[chosen].half else 0
    chosen_ids = set(response)
    right = len(chosen_ids & set(item.key))
    return max(0, FULL * (right - (len(chosen_ids) - right)) // len(item.key))


def _sequencing(item: Sequencing, response: Response) -> int:
    place = {name: number for number, name in enumerate(item.entries)}
    order = [place[name] for name in response if name in place]
    pairs = [(one, two) for number, one in enumerate(order) for two in order[number + 1 :]]
    if len(order) < len(place) or not pairs:
        return 0
    right = sum(one < two for one, two in pairs)
    return max(0, FULL * (2 * right - len(pairs)) // len(pairs))


def accepted(item: FillIn, text: str) -> bool:
    """Whether the text is one of the accepted forms."""
    return fold(text) in {fold(form) for form in item.accept}


def near(item: FillIn, text: str) -> str:
    """The feedback on a near miss, or nothing."""
    folded = fold(text)
    return next((words for forms, words in item.near if folded in {fold(form) for form in forms}), "")


@lru_cache(maxsize=2048)  # the accepted forms of an item are folded for every answer to it
def fold(text: str) -> str:
    """How written answers are compared: without case, accents, punctuation, articles and runs of spaces. "1.5" keeps its point."""
    spelled = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text[:200]).casefold())
    bare = "".join(char for char in spelled if not unicodedata.combining(char))
    kept = [
        char if char.isalnum() or (char == "." and bare[place + 1 : place + 2].isdigit()) else " "
        for place, char in enumerate(bare)
    ]
    words = "".join(kept).split()
    return " ".join([word for word in words if word not in SMALL_WORDS] or words)
