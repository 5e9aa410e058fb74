"""The side of a scene: the table and who sits at it, how things stand in words, and the convener's notebook."""

from interactive.activities.roleplay.definition import Person, Story
from interactive.activities.roleplay.looking_back import notebook
from interactive.activities.roleplay.rules import State, moments, say
from interactive.activities.roleplay.scenes import Note, Scene
from interactive.kernel.conditions import holds
from interactive.kernel.days import capital, counted
from interactive.kernel.frame import prefix
from interactive.kernel.html import Child, Safe, hidden, tag

KINDS = {"interest": "wants", "fear": "fears", "fact": "note"}
ICONS = {"square": "seat-h", "circle": "seat-m", "diamond": "seat-c"}
ROWS = {"square": 46, "circle": 162}  # where a side's seats stand in the plan, px from its top
CHAIRS = (38, 282)  # where the third party's seats stand, px from its left


def side_html(definition: Story, state: State, scene: Scene) -> Safe:
    """Who is there, how things stand, what was heard."""
    pre = prefix(definition.ref)
    people = seated(definition, state)
    table = definition.phases[scene.phase].table
    block = tag(
        "div",
        tag("h4", tag("span", "At the table" if table else "The people", id=f"{pre}-people"), class_="st-label"),
        _plan(definition, state, scene, people) if table else None,
        _list(definition, state, scene, people),
        _legend(definition, people),
        role="group",
        aria_labelledby=f"{pre}-people",
    )
    return tag("div", block if people else None, _notebook(definition, state, scene, pre), class_="st-side")


def seated(definition: Story, state: State) -> list[Person]:
    """The people with a seat, side by side, in the order of their seats."""
    sides = list(definition.parties)
    found = [one for one in definition.people.values() if one.seat and holds(one.when, state.facts)]
    return sorted(found, key=lambda one: (sides.index(one.party) if one.party in sides else len(sides), one.seat))


def shape(definition: Story, person: Person) -> str:
    """The shape of a person's seat."""
    party = definition.parties.get(person.party)
    return party.seat if party else "diamond"


def seat_html(definition: Story, person: Person) -> Safe:
    """The seat of whoever speaks, large, with their initials."""
    seat = _seat(shape(definition, person), 26, 26, 23, person.initials, "is-speaking")
    return tag("svg", seat, class_="st-seat", viewBox="0 0 52 52", aria_hidden="true", focusable="false")


def _seat(kind: str, x: float, y: float, size: float, initials: str, css_class: str) -> list[Safe]:
    drawn = {
        "square": lambda: tag("rect", x=_px(x - size), y=_px(y - size), width=_px(2 * size), height=_px(2 * size)),
        "circle": lambda: tag("circle", cx=_px(x), cy=_px(y), r=_px(size * 1.08)),
        "diamond": lambda: tag(
            "path",
            d=f"M{_px(x)} {_px(y - size * 1.45)}l{_px(size * 1.45)} {_px(size * 1.45)} "
            f"-{_px(size * 1.45)} {_px(size * 1.45)} -{_px(size * 1.45)} -{_px(size * 1.45)}z",
        ),
    }[kind]()
    return [
        tag("g", drawn, tag("text", initials, x=_px(x), y=_px(y + size * 0.3)), class_=f"{kind} {css_class}".strip())
    ]


def _px(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _plan(definition: Story, state: State, scene: Scene, people: list[Person]) -> Safe:
    """The table from above. It is decoration: the list beside it says the same."""
    speaker, away = scene.speaker(state.facts), _away(scene, state)
    inside: list[Child] = [tag("rect", x="68", y="66", width="184", height="76", rx="38", class_="st-plan__table")]
    rows: dict[str, list[Person]] = {}
    for person in people:
        rows.setdefault(shape(definition, person), []).append(person)
    for kind, y in ROWS.items():
        own = rows.get(kind, [])
        step = min(44.0, 264 / max(1, len(own)))
        for place, person in enumerate(own):
            x = 160 + step * (place - (len(own) - 1) / 2)
            css = "is-away" if person.id in away else "is-speaking" if person.id == speaker else ""
            inside.append(_seat(kind, x, y - 8 if css == "is-away" else y, 14, person.initials, css))
    third = ["You", *(person.initials for person in rows.get("diamond", []))]
    inside += [_seat("diamond", x, 104, 14.5, words, "") for x, words in zip(CHAIRS, third, strict=False)]
    return tag("svg", inside, class_="st-plan", viewBox="0 0 320 196", aria_hidden="true", focusable="false")


def _away(scene: Scene, state: State) -> set[str]:
    return {person for person, when in scene.away if holds(when, state.facts)}


def _list(definition: Story, state: State, scene: Scene, people: list[Person]) -> Safe:
    away, speaker = _away(scene, state), scene.speaker(state.facts)
    items = []
    for person in people:
        closeness = definition.closeness[person.closeness] if 0 <= person.closeness < len(definition.closeness) else ""
        status = "Has left the room" if person.id in away else "Speaking" if person.id == speaker else ""
        said = [person.role, closeness]
        text = [
            tag("b", person.name),
            [["; " if place else ", ", words] for place, words in enumerate(filter(None, said))],
        ]
        items.append(_row(shape(definition, person), [text, [". ", tag("b", status)] if status else None]))
    you = [tag("b", "You"), ", in the chair"]
    return tag("ul", items, _row("diamond", you), class_="st-people st-plain")


def _row(kind: str, words: Child) -> Safe:
    seat = Safe(f'<svg class="st-i st-seat-i" aria-hidden="true" focusable="false"><use href="#{ICONS[kind]}"/></svg>')
    return tag("li", seat, tag("span", words))


def _legend(definition: Story, people: list[Person]) -> Safe | None:
    used = {person.party for person in people}
    said = [
        f"{party.seat}s come from {party.name}"
        for party in definition.parties.values()
        if party.id in used and party.seat != "diamond"
    ]
    return tag("p", capital(", ".join(said)), ".", class_="st-cite") if said else None


def _notebook(definition: Story, state: State, scene: Scene, pre: str) -> Safe:
    return tag(
        "div",
        tag("h4", tag("span", "Your notebook", id=f"{pre}-notebook"), class_="st-label"),
        _standing(definition, state),
        _notes(definition, state, scene),
        class_="st-notebook",
        role="group",
        aria_labelledby=f"{pre}-notebook",
    )


def _standing(definition: Story, state: State) -> Safe:
    """How things stand, in words and never in numbers. With the coach, what has just changed is marked."""
    road = list(moments(definition, state.path)) if state.mode == "coach" and not state.returned else []
    before = road[-1].before if road else state.facts
    lines: list[Child] = []
    for name, variable in definition.variables.items():
        words = say(variable, int(state.facts[name]))
        changed = words != say(variable, int(before[name]))
        mark = hidden(", just changed") if changed else None
        lines += [tag("dt", variable.label), tag("dd", words, mark, class_="st-moved" if changed else None)]
    return tag("dl", lines)


def _notes(definition: Story, state: State, scene: Scene) -> Child:
    """What was heard here, and the rest of the notebook to be opened."""
    lines = notebook(definition, state)
    fresh = [note for where, note in lines if where.id == scene.id]
    older = len(lines) - len(fresh)
    people = len({note.person for _, note in lines})
    rest = tag("summary", f"All pages: {counted(len(lines), 'line')} on {counted(people, 'person', 'people')}")
    return [
        [
            tag("p", tag("b", _name(definition, note.person)), " ", _kind(note), " ", note.text, class_="st-note")
            for note in fresh
        ],
        tag("details", rest, heard_html(definition, state, scene.id), class_="st-more") if older else None,
    ]


def heard_html(definition: Story, state: State, here: str = "") -> Child:
    """What was heard so far, under each person, in the order of the cast; the lines of the moment are marked."""
    pages: dict[str, list[tuple[Scene, Note]]] = {}
    for scene, note in notebook(definition, state):
        pages.setdefault(note.person, []).append((scene, note))
    order = list(definition.people)
    pages = dict(sorted(pages.items(), key=lambda page: order.index(page[0]) if page[0] in order else len(order)))
    return [
        tag(
            "div",
            tag("p", tag("b", _name(definition, person))),
            tag("ul", [_note(scene, note, here) for scene, note in notes], class_="st-plain"),
            class_="st-page-of",
        )
        for person, notes in pages.items()
    ]


def _note(scene: Scene, note: Note, here: str) -> Safe:
    new = hidden(", new") if scene.id == here else None
    return tag("li", _kind(note), " ", note.text, new, data_new="" if scene.id == here else None)


def _kind(note: Note) -> Safe:
    return tag("span", KINDS.get(note.kind, "note"), class_="st-note__kind")


def _name(definition: Story, person: str) -> str:
    return definition.people[person].name if person in definition.people else person
