"""How a sorter looks: the guidance, the tray, the bins, the summary. Look and words: visual.md, section 7."""

from interactive.activities.sorter.cards import card_html
from interactive.activities.sorter.definition import Bin, Sorter
from interactive.activities.sorter.rules import State, earned, left_said, missed
from interactive.kernel.frame import Frame, button, frame_html, hand_in, prefix, start_again
from interactive.kernel.html import Child, Safe, hidden, icon, tag
from interactive.kernel.score import points

MODES = {"learn": "Mark each card as I place it", "check": "Mark them all when I press Check"}


def render(definition: Sorter, state: State) -> str:
    """The whole frame as HTML."""
    total = f"{points(_quarters(definition, state))} of {len(state.first or state.slips)}"
    status = {"ready": "Ready", "checked": f"Checked: {total}", "finished": f"Finished: {total}"}[_phase(state)]
    return frame_html(
        Frame(
            ref=definition.ref,
            digest=definition.digest,
            kind="sorter",
            state=_phase(state),
            label=f"Sorter · {len(state.slips)} of {len(definition.cards)} cards · about {definition.minutes} minutes",
            title=definition.question,
            status=status,
            say=_say(definition, state),
            body=_body(definition, state),
            foot=_foot(definition, state),
        )
    )


def _phase(state: State) -> str:
    if state.finished:
        return "finished"
    placed = [slip for slip in state.slips.values() if slip.bin]
    return "checked" if state.mode == "check" and placed and all(slip.marked for slip in placed) else "ready"


def _quarters(definition: Sorter, state: State) -> int:
    return sum(earned(definition.cards[name], slip) for name, slip in (state.first or state.slips).items())


def _say(definition: Sorter, state: State) -> Child:
    if state.revealed:
        return tag("p", "Your score is kept. Each card that you missed now says where it belongs.")
    if state.finished and missed(definition, state):
        return tag("p", "Your score is kept. Try the missed cards again, or draw another round.")
    if state.finished:
        return tag("p", "Your score is kept. Every card fits.")
    if state.pass_ > 1:
        return tag("p", "A second pass over the cards that you missed. Your score stays as it was.")
    if _phase(state) == "checked":
        return tag("p", "Move what you would place elsewhere, and check again: a second try earns half.")
    return tag("p", definition.intro)


def _body(definition: Sorter, state: State) -> Child:
    if state.finished:
        return [_summary(definition, state), _tray(definition, state), _bins(definition, state)]
    return [_ways(), _modes(definition, state), _tray(definition, state), _bins(definition, state), _dock(definition)]


def _ways() -> Child:
    ways = (
        ("i-lift", ["Pick a card up, then press ", tag("b", "Place here")]),
        ("i-list", ["or choose from its list (by keyboard, Enter places it)"]),
        ("i-grip", ["or drag it"]),
    )
    return tag(
        "ul",
        [tag("li", icon(name), " ", tag("span", *words)) for name, words in ways],
        class_="st-ways st-plain",
        aria_label="Three ways to place a card",
    )


def _modes(definition: Sorter, state: State) -> Child:
    if state.assigned or state.pass_ > 1 or any(slip.bin or slip.tries or slip.hinted for slip in state.slips.values()):
        return None
    name = f"{prefix(definition.ref)}-mode"
    options = [
        tag(
            "label",
            tag(
                "input",
                type="radio",
                name=name,
                id=f"{name}-{mode}",
                value=mode,
                checked=mode == state.mode,
                data_event={"type": "mode"},
                data_value="mode",
            ),
            " ",
            words,
        )
        for mode, words in MODES.items()
    ]
    return tag("fieldset", tag("legend", "Marking"), options, class_="st-group st-modes")


def _tray(definition: Sorter, state: State) -> Child:
    pre = prefix(definition.ref)
    lying = [name for name, slip in state.slips.items() if not slip.bin]
    title = "Not placed, and not wrong" if state.finished else "Cards to place"
    if state.finished and not lying:
        return None
    count = f"{len(lying)} of {len(state.slips)} left"
    if state.mode == "learn" and len(lying) < len(state.slips) and not state.finished:
        count += f" · {points(sum(earned(definition.cards[name], slip) for name, slip in state.slips.items()))} points so far"
    cards = [card_html(definition, state, name) for name in lying]
    body = (
        tag("ul", cards, class_="st-cards st-plain", aria_labelledby=f"{pre}-tray")
        if lying
        else tag("p", left_said(state), class_="st-bin__slot")
    )
    heading = tag("h4", tag("span", title, id=f"{pre}-tray", tabindex="-1"), " ", tag("span", count, class_="st-count"))
    return tag("div", heading, body, class_="st-tray", data_drop="", id=f"{pre}-tray-box")


def _bins(definition: Sorter, state: State) -> Child:
    return tag(
        "div",
        [_bin(definition, state, item) for item in definition.bins.values()],
        class_="st-bins",
        data_bins=len(definition.bins),
    )


def _bin(definition: Sorter, state: State, item: Bin) -> Safe:
    label_id = f"{prefix(definition.ref)}-bin-{item.id}"
    inside = [name for name, slip in state.slips.items() if slip.bin == item.id]
    heading = tag(
        "h4",
        tag("span", item.label, id=label_id),
        " ",
        tag("span", str(len(inside)), hidden(" placed"), class_="st-count"),
    )
    place = (
        None
        if state.finished
        else button(
            icon("i-place"),
            " Place here",
            hidden(f": {item.label}"),
            needs_python=False,
            data_place=item.id,
            id=f"{label_id}-place",
        )
    )
    cards = (
        tag(
            "ul",
            [card_html(definition, state, name) for name in inside],
            class_="st-cards st-plain",
            aria_labelledby=label_id,
        )
        if inside
        else None
    )
    return tag(
        "div",
        heading,
        tag("p", item.description, class_="st-bin__what"),
        place,
        cards,
        class_="st-bin",
        role="group",
        aria_labelledby=label_id,
        data_drop=item.id,
        id=f"{label_id}-box",
    )


def _dock(definition: Sorter) -> Child:
    """On a phone the bins are far below: while a card is held, this row of bins stays in reach. Hidden otherwise."""
    pre = prefix(definition.ref)
    bins = [
        button(item.label, needs_python=False, data_place=item.id, id=f"{pre}-dock-{item.id}")
        for item in definition.bins.values()
    ]
    words = tag("p", "You hold: ", tag("b", "", data_held_name=True), ". Place it in")
    return tag(
        "div", words, bins, class_="st-dock", role="group", aria_label="Place the card that you hold", id=f"{pre}-dock"
    )


def _summary(definition: Sorter, state: State) -> Child:
    rows = [_family(definition, state, item) for item in definition.bins.values()]
    title = "How this pass went" if state.pass_ > 1 else "How this round went"
    return tag(
        "div",
        tag("h4", tag("span", title, id=f"{prefix(definition.ref)}-summary", tabindex="-1")),
        tag("ul", rows, class_="st-plain st-summary__rows"),
        class_="st-summary",
    )


def _family(definition: Sorter, state: State, item: Bin) -> Safe | None:
    """One family's line: how many of its cards fitted at the first try, and what to reread. It names no card."""
    own = [slip for name, slip in state.slips.items() if definition.cards[name].bin == item.id]
    if not own:
        return None
    placed = [slip for slip in own if slip.tries]
    right = sum(slip.tries[0][0] == item.id for slip in placed)
    words = f"{right} of {len(own)} at the first try" + (
        f", {len(own) - len(placed)} not placed" if len(placed) < len(own) else ""
    )
    reread = tag("span", "Reread: ", tag("a", item.reread[0], href=item.reread[1])) if right < len(own) else None
    name = "fits" if right == len(own) else "half" if right else "open"
    return tag(
        "li",
        tag("span", icon(f"i-{name}"), " ", item.label, class_=f"st-mark st-mark--{name}"),
        tag("span", words),
        reread,
    )


def _foot(definition: Sorter, state: State) -> Child:
    pre = prefix(definition.ref)
    sheet = button(
        icon("i-print"),
        " Print the cards",
        style="bare push",
        needs_python=False,
        data_command="print-sheet",
        id=f"{pre}-print",
    )
    begun = any(slip.bin or slip.tries for slip in state.slips.values()) or state.pass_ > 1
    again = start_again(pre) if begun else None
    if state.finished:
        return [*_finished_buttons(definition, state, pre), sheet]
    finish = button(
        "Finish the round",
        style="" if state.mode == "check" else "first",
        data_event={"type": "finish"},
        id=f"{pre}-finish",
    )
    check = (
        button("Check", style="first", data_event={"type": "check"}, id=f"{pre}-check")
        if state.mode == "check"
        else None
    )
    return [check, finish, sheet, again]


def _finished_buttons(definition: Sorter, state: State, pre: str) -> list[Child]:
    again = len(missed(definition, state))
    retry = button(
        f"Try the {again} missed again" if again > 1 else "Try the missed card again",
        data_event={"type": "retry"},
        id=f"{pre}-retry",
    )
    reveal = button("Show where they belong", data_event={"type": "reveal"}, id=f"{pre}-reveal")
    page = hand_in(pre)
    another = button("Another round", style="first", data_command="another", id=f"{pre}-another")
    return [another, *([retry, reveal] if again and not state.revealed else []), page]
