"""What an activity says of itself while an assignment asks for it: which attempt this is, and whether it counts."""

from interactive.record.assigning.standing import Standing

WAITING = (
    "Your assignment deals these cards by name. Write your name on the checklist first; until then this is practice."
)
OTHER = "This round is practice: your assignment asks for other cards or settings."


def note_of(one: Standing) -> dict[str, object]:
    """Words for each attempt that counts (`ids`), for the next one that is begun (`next`), and for any other (`rest`)."""
    allowed, used = one.task.attempts, len(one.attempts)
    ids = {name: _attempt(place, allowed) for place, name in enumerate(one.attempts, 1)}
    if one.waiting:
        return {"ids": {}, "next": WAITING, "rest": WAITING}
    if allowed and used >= allowed:
        made = "Your one attempt is made" if allowed == 1 else f"Your {allowed} attempts are made"
        rest = f"{made}, so this is practice: it is kept, and does not count."
        return {"ids": ids, "next": rest, "rest": rest}
    return {"ids": ids, "next": _attempt(used + 1, allowed), "rest": OTHER}


def _attempt(number: int, allowed: int) -> str:
    if allowed == 1:
        return "Assigned: one attempt counts, and this is it."
    if allowed:
        return f"Assigned: attempt {number} of {allowed}."
    return "Assigned to you."
