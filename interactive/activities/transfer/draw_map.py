"""The network as a picture in fixed places, redrawn for each round, and the same in words.

A side is told by the corners of the boxes, an official by a thick line, the state of an idea by the shape of its mark; color only
repeats that. Every mark has all its parts in every state, so that a change of class is a change that can be seen to happen.
"""

from interactive.activities.transfer.definition import LANES, Body, Transfer
from interactive.activities.transfer.said import state_at
from interactive.activities.transfer.spread import Spread, Telling
from interactive.kernel.days import capital
from interactive.kernel.frame import prefix
from interactive.kernel.html import Safe, hidden, plain, tag

COLUMN, ROW, EDGE, HEAD = 55, 96, 66, 52  # half a column, a row, the first column's middle, the first row's
WIDE, TALL, LOW = 102, 62, 42  # a box, its height, and that of a carrier's
STRONG = 2  # from this trust on, a line is drawn
LINE = 12  # letters after which a box begins its second line
STATES = {"": "not heard", "heard": "heard", "for": "taken up", "against": "opposed"}
TRUSTS = {3: "much", 2: "well", 1: "a little"}


def map_html(definition: Transfer, walk: Spread | None, number: int) -> Safe:
    """The picture, its legend and its text: of the network (no walk), or of one round."""
    pre, (wide, tall) = prefix(definition.ref), _size(definition)
    about = "Each shore decides at the top. The five and the convener stand in the second row from the middle."
    if walk:
        states = state_at(definition, walk, number).values()
        about = ", ".join(
            f"{sum(one == name for one in states)} times {STATES[name]}" for name in ("for", "heard", "against")
        )
    picture = tag(
        "svg",
        tag("title", f"Round {number}" if walk else "The network", id=f"{pre}-map-title"),
        tag("desc", f"{about}. The words beside the picture say the same of each place.", id=f"{pre}-map-about"),
        _arrow(pre),
        _lanes(definition),
        _links(definition),
        _tellings(definition, walk, number, pre),
        [_carrier(definition, name) for name in definition.carriers],
        [_body(definition, name, walk, number, pre) for name in definition.bodies],
        class_="st-net",
        viewBox=f"0 0 {wide} {tall}",
        role="img",
        aria_labelledby=f"{pre}-map-title {pre}-map-about",
    )
    scroll = tag("div", picture, class_="st-scrollx", tabindex="0", role="group", aria_label="Map, scrolls sideways")
    return tag("figure", scroll, tag("figcaption", _legend(definition)), class_="st-netplate")


def _size(definition: Transfer) -> tuple[int, int]:
    """The picture's width and height: as far as anybody stands, and a margin."""
    places = [(one.x, one.y) for one in definition.carriers.values()]
    places += [(one.x, one.y) for one in definition.bodies.values()]
    return max(x for x, _ in places) * COLUMN + 2 * EDGE, max(y for _, y in places) * ROW + HEAD + 44


def _at(definition: Transfer, who: str) -> tuple[int, int]:
    one = definition.carriers[who] if who in definition.carriers else definition.bodies[who]
    return EDGE + one.x * COLUMN, HEAD + one.y * ROW


def _arrow(pre: str) -> Safe:
    head = tag("path", d="M0 0 8 4 0 8z", class_="st-net__head")
    marker = tag(
        "marker",
        head,
        id=f"{pre}-arrow",
        viewBox="0 0 8 8",
        refX="7",
        refY="4",
        markerWidth="4",
        markerHeight="4",
        orient="auto",
    )
    return tag("defs", marker)


def _lanes(definition: Transfer) -> list[Safe]:
    """A line of words over each lane, where its first row begins."""
    drawn = []
    for lane, label in LANES.items():
        rows = [body.y for body in definition.bodies.values() if body.lane == lane]
        if rows:
            drawn.append(
                tag("text", label, x="6", y=str(HEAD + min(rows) * ROW - TALL // 2 - 7), class_="st-net__lane")
            )
    return drawn


def _links(definition: Transfer) -> list[Safe]:
    """Who listens well to whom, as hairlines."""
    pairs = {
        tuple(sorted((source, name)))
        for name, body in definition.bodies.items()
        for source, trust in body.trusts.items()
        if trust >= STRONG
    }
    return [tag("path", d=_way(definition, one, other), class_="st-net__link") for one, other in sorted(pairs)]


def _tellings(definition: Transfer, walk: Spread | None, number: int, pre: str) -> list[Safe]:
    """Who told whom in this round. What the press told everybody is not drawn: it would be a hedgehog."""
    if not walk or not number:
        return []
    told: dict[tuple[str, str], Telling] = {}
    for one in walk.rounds[number - 1].tellings:
        if not one.open:
            told.setdefault((one.source, one.body), one)
    return [
        tag(
            "path",
            d=_way(definition, *pair),
            class_=f"st-net__telling{' is-warning' if one.warns else ''}",
            marker_end=f"url(#{pre}-arrow)",
        )
        for pair, one in told.items()
    ]


def _way(definition: Transfer, one: str, other: str) -> str:
    """From the edge of one box to the edge of the other."""
    (x, y), (to_x, to_y) = _at(definition, one), _at(definition, other)
    dx, dy = to_x - x, to_y - y
    reach = max(abs(dx) / (WIDE / 2 + 3), abs(dy) / (TALL / 2 + 3), 2.1)
    return f"M{round(x + dx / reach)} {round(y + dy / reach)} {round(to_x - dx / reach)} {round(to_y - dy / reach)}"


def _carrier(definition: Transfer, name: str) -> Safe:
    one, (x, y) = definition.carriers[name], _at(definition, name)
    return tag("g", _box(definition, one.side, x, y, LOW), _words(one.name, x, y + 1, LOW), class_="st-net__carrier")


def _body(definition: Transfer, name: str, walk: Spread | None, number: int, pre: str) -> Safe:
    one, (x, y) = definition.bodies[name], _at(definition, name)
    states = state_at(definition, walk, number) if walk else {}
    new = {(h.body, h.idea) for h in walk.rounds[number - 1].happenings} if walk and number else set()
    names = [
        css for css, yes in (("is-official", one.official), ("is-new", any(body == name for body, _ in new))) if yes
    ]
    marks = [
        _mark(idea.letter, states.get((name, key), ""), x + 28 * place - 14 * (len(definition.ideas) - 1), y + 17)
        for place, (key, idea) in enumerate(definition.ideas.items())
    ]
    inside = [_box(definition, one.side, x, y, TALL), _words(one.label.removeprefix("the "), x, y - 10, TALL), marks]
    return tag("g", inside, class_=" ".join(["st-net__body", *names]), id=f"{pre}-at-{name}")


def _box(definition: Transfer, side: str, x: int, y: int, tall: int) -> Safe:
    """The first side has square corners, the second round ones, and whoever is of neither has them cut."""
    left, top, css = x - WIDE // 2, y - tall // 2, "st-net__box"
    if side in definition.sides:
        round_ = "2" if side == next(iter(definition.sides)) else str(tall // 3)
        return tag("rect", x=str(left), y=str(top), width=str(WIDE), height=str(tall), rx=round_, class_=css)
    cut, right, low = 12, left + WIDE, top + tall
    right_half = f"M{left + cut} {top}H{right - cut}L{right} {top + cut}V{low - cut}L{right - cut} {low}"
    shape = f"{right_half}H{left + cut}L{left} {low - cut}V{top + cut}z"
    return tag("path", d=shape, class_=css)


def _words(label: str, x: int, y: int, tall: int) -> Safe:
    """A name on one line or two."""
    lines = [""]
    for word in capital(label).split():
        if lines[-1] and len(lines[-1]) + len(word) >= LINE and len(lines) < 2:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    first = y + 4 - 7 * (len(lines) - 1)
    spans = [tag("tspan", line, x=str(x), y=str(first + 14 * place)) for place, line in enumerate(lines)]
    return tag("text", spans)


def _mark(letter: str, state: str, x: int, y: int) -> Safe:
    """One idea at one place: a dot, a ring, a disc, or a struck square."""
    shapes = [
        tag("circle", cx=str(x), cy=str(y), r="9"),
        tag("rect", x=str(x - 9), y=str(y - 9), width="18", height="18"),
        tag("text", letter, x=str(x), y=str(y + 4)),
        tag("path", d=f"M{x - 9} {y + 9} {x + 9} {y - 9}"),
    ]
    return tag("g", shapes, class_=f"st-net__mark is-{state or 'unheard'}")


def _legend(definition: Transfer) -> list[Safe]:
    letters = ", ".join(f"{idea.letter} is {idea.label}" for idea in definition.ideas.values())
    first, *others = definition.sides.values()
    keys = [
        tag(
            "span",
            tag("svg", _mark("A", state, 11, 11), class_="st-net__key", viewBox="0 0 22 22", aria_hidden="true"),
            f" {words}",
        )
        for state, words in STATES.items()
    ]
    corners = f"Square corners are {first}, round ones {' and '.join(others)}, cut ones neither."
    outline = "A thick outline is an official, a dashed one somebody of the room."
    return [
        tag("p", [[key, " "] for key in keys], class_="st-net__keys"),
        tag(
            "p",
            f"{capital(letters)}. {corners} {outline} Thin lines: who listens well to whom. Arrows: who told whom in this round.",
        ),
    ]


def network_words(definition: Transfer, walk: Spread | None, number: int) -> Safe:
    """Every place in words: what it is, whom it listens to, what it thinks; while something travels, where each idea stands."""
    states = state_at(definition, walk, number) if walk else {}
    parts: list[Safe] = []
    for side, label in {**definition.sides, "": "Neither shore"}.items():
        own = [
            _place(definition, name, body, states)
            for name, body in definition.bodies.items()
            if body.side == side or (not side and body.side not in definition.sides)
        ]
        parts += [tag("p", label, class_="st-label"), tag("ul", own, class_="st-plain st-places")]
    return tag("details", tag("summary", "The network in words"), parts, class_="st-more")


def _place(definition: Transfer, name: str, body: Body, states: dict[tuple[str, str], str]) -> Safe:
    heard = sorted(body.trusts.items(), key=lambda pair: -pair[1])
    ears = [f"{definition.named(who)} ({TRUSTS[trust]})" for who, trust in heard if trust in TRUSTS]
    deaf = [definition.named(who) for who, trust in heard if trust < 0]
    mind = [_mind(definition, idea, lean) for idea, lean in body.leans.items() if lean and idea in definition.ideas]
    said = [f"Listens to {', '.join(ears)}." if ears else "Listens to nobody here."]
    said += [f"Does not trust {', '.join(deaf)}."] if deaf else []
    said += [f"{capital('; '.join(mind))}."] if mind else []
    stands = [
        f"{definition.ideas[idea].label}: {STATES[state]}" for (who, idea), state in states.items() if who == name
    ]
    now = tag("b", f" Now: {'; '.join(stands)}.") if stands else None
    where = hidden(f" ({LANES[body.lane].split(':')[0].lower()})")
    return tag("li", tag("b", capital(body.label)), where, ". ", plain(body.note), f" {' '.join(said)}", now)


def _mind(definition: Transfer, idea: str, lean: int) -> str:
    word = {
        3: "longs for",
        2: "would welcome",
        1: "is open to",
        -1: "is cool to",
        -2: "dislikes",
        -3: "has sworn against",
    }
    return f"{word[max(-3, min(3, lean))]} {definition.ideas[idea].label}"
