"""How a quiz is taken: a self-test's settings, a session's list and its way through it, the learner's own ratings."""

from dataclasses import replace

from interactive.activities.quiz.definition import Quiz
from interactive.activities.quiz.rules import COUNTS, State, draw, drawn, objectives_of, score
from interactive.activities.quiz.said import sum_said
from interactive.kernel.activity import Event, Statement, Step
from interactive.kernel.frame import prefix
from interactive.kernel.score import Score

RATINGS = {1: "Again", 2: "Hard", 3: "Good", 4: "Easy"}  # the four of FSRS
LONGEST = 200  # items of one session


def ask_confidence(definition: Quiz, state: State, event: Event, now: int) -> Step[State]:
    """Whether to be asked, before an answer is marked, how sure one is."""
    asking = event.get("on") is not False
    return Step(replace(state, asking=asking), announce="You will be asked how sure you are." if asking else "")


def lesson(definition: Quiz, state: State, event: Event, now: int) -> Step[State]:
    """Take a lesson into a self-test, or leave it out."""
    name = str(event.get("lesson"))
    if definition.way != "self-test" or state.drawn or name not in definition.lessons:
        return Step(state, refusal="That cannot be chosen here.")
    chosen = {*state.lessons, name} if event.get("on") is not False else {*state.lessons} - {name}
    return Step(replace(state, lessons=tuple(one for one in definition.lessons if one in chosen)))


def count(definition: Quiz, state: State, event: Event, now: int) -> Step[State]:
    """How many items a self-test has."""
    wanted = str(event.get("count"))
    if definition.way != "self-test" or state.drawn or wanted not in map(str, COUNTS):
        return Step(state, refusal="That cannot be chosen here.")
    return Step(replace(state, count=int(wanted)))


def begin(definition: Quiz, state: State, event: Event, now: int) -> Step[State]:
    """Deal a self-test from its settings, or take a session's list from the event (it was drawn from the record)."""
    if state.drawn or definition.way not in ("self-test", "practice"):
        return Step(state, refusal="This has begun already.")
    if definition.way == "self-test":
        names = draw(definition, state.lessons, state.count, state.seed)
        refusal = "Choose at least one lesson."
    else:
        wanted = event.get("items")
        listed = [name for name in wanted if isinstance(name, str)] if isinstance(wanted, list) else []
        names = tuple(name for name in dict.fromkeys(listed) if name in definition.items)[:LONGEST]
        refusal = "There is nothing to review in that list."
    if not names:
        return Step(state, refusal=refusal)
    focus = f"{prefix(definition.ref)}-item-{names[0]}-stem"
    said = f"{len(names)} {'item' if len(names) == 1 else 'items'}."
    return Step(drawn(state, names), (Statement("began", definition.ref, now),), said, focus)


def onward(definition: Quiz, state: State, event: Event, now: int) -> Step[State]:
    """Go to the next item of a session; after the last one it is finished."""
    if definition.way != "practice" or state.finished or not state.drawn:
        return Step(state, refusal="There is no next item.")
    place = state.place + 1
    if place < len(state.drawn):
        return Step(replace(state, place=place), focus=f"{prefix(definition.ref)}-item-{state.drawn[place]}-stem")
    done = replace(state, finished=True)
    total = score(definition, done)
    credit = total.scaled if isinstance(total, Score) else None
    statement = Statement("completed", definition.ref, now, credit=credit)
    return Step(done, (statement,), f"Finished. {sum_said(definition, done)}", prefix(definition.ref) + "-summary")


def rate(definition: Quiz, state: State, event: Event, now: int) -> Step[State]:
    """The learner's own word on how well it went: it overrules the one that was worked out."""
    name, rating = str(event.get("item")), str(event.get("rating"))
    answer = state.answers.get(name)
    if definition.way != "practice" or answer is None or not answer.marked or rating not in map(str, RATINGS):
        return Step(state, refusal="There is nothing to rate yet.")
    rated = replace(state, answers={**state.answers, name: replace(answer, rating=int(rating))})
    statement = Statement("rated", name, now, rating, objectives=objectives_of(definition.items[name]))
    return Step(rated, (statement,), f"{RATINGS[int(rating)]}.")
