"""What can be answered in an item, type by type: before it is marked as native inputs, afterwards with every reason shown."""

from interactive.activities.quiz.definition import Choice, Contested, FillIn, Matching, Sequencing, Term
from interactive.activities.quiz.marking import accepted, near
from interactive.activities.quiz.rules import LEVELS, Answer, State, order
from interactive.kernel.frame import button
from interactive.kernel.html import Child, Safe, hidden, icon, plain, tag
from interactive.kernel.sources import bracketed


def choices_html(item: Choice, answer: Answer, state: State, base: str) -> Child:
    """Options to choose from; marked: the key, the own choice, and under each option its rationale."""
    several = tag("p", f"Choose {len(item.key)}.", class_="st-help") if item.multiple and not answer.marked else None
    return [
        several,
        tag("div", [_option(item, answer, name, base) for name in order(item, state.seed)], class_="st-options"),
    ]


def _option(item: Choice, answer: Answer, name: str, base: str) -> Safe:
    option, chosen = item.options[name], name in answer.response
    box = tag(
        "input",
        type="checkbox" if item.multiple else "radio",
        name=base,
        id=f"{base}-option-{name}",
        value=name,
        checked=chosen,
        disabled=answer.marked,
        autocomplete="off",
        data_event={"type": "pick", "item": item.id},
        data_value="option",
    )
    text = tag("span", option.text, class_="st-option__text")
    if not answer.marked:
        return tag("label", box, text, class_="st-option")
    mark = "key" if name in item.key else "half" if option.half and chosen else "not" if chosen else None
    words = {
        "key": ("fits", "This is the answer." if not item.multiple else "This belongs to the answer."),
        "half": ("half", "Defensible: half a point."),
        "not": ("not", "Your answer."),
    }
    own = (
        " You chose it."
        if mark == "key" and chosen
        else " You left it out."
        if mark == "key" and answer.response and item.multiple
        else ""
    )
    said = (
        tag("span", icon(f"i-{words[mark][0]}"), " ", words[mark][1] + own, class_=f"st-mark st-mark--{words[mark][0]}")
        if mark
        else None
    )
    why = tag("span", said, " " if said else None, option.rationale, class_="st-option__why")
    return tag("label", box, text, why, class_="st-option" + (" st-marked" if mark else ""), data_mark=mark)


def order_html(item: Sequencing, answer: Answer, state: State, base: str) -> Child:
    """Entries to put in order: each has a list of places, two buttons, and can be dragged. Marked: the right order with reasons."""
    if answer.marked:
        return [tag("p", "The right order:", class_="st-help"), tag("ol", _ordered(item, answer), class_="st-order")]
    names = answer.response or tuple(order(item, state.seed))
    rows = [_entry(item, name, place, len(names), base) for place, name in enumerate(names)]
    return [
        tag(
            "p",
            "Number them from first to last",
            tag("span", ": by list, by button, or by dragging", class_="st-on-screen"),
            ".",
            class_="st-help",
        ),
        tag("ol", rows, class_="st-order st-plain"),
    ]


def _entry(item: Sequencing, name: str, place: int, count: int, base: str) -> Safe:
    text = item.entries[name].text
    which = hidden(f": {plain(text)}")
    list_id = f"{base}-{name}-place"
    places = [
        tag("option", str(number + 1), value=str(number + 1), selected=number == place) for number in range(count)
    ]
    moved = {"type": "move", "item": item.id, "entry": name}
    choose = tag(
        "select", places, id=list_id, class_="st-select", autocomplete="off", data_event=moved, data_value="to"
    )
    up = button(
        icon("i-up"), hidden("Move up"), which, style="bare", data_event={**moved, "to": "up"}, id=f"{base}-{name}-up"
    )
    down = button(
        icon("i-down"),
        hidden("Move down"),
        which,
        style="bare",
        data_event={**moved, "to": "down"},
        id=f"{base}-{name}-down",
    )
    field = tag("label", tag("span", "Place", which), choose, class_="st-field")
    return tag(
        "li",
        tag("span", text, class_="st-order__text"),
        tag("span", field, up if place else None, down if place + 1 < count else None, class_="st-order__move"),
        id=f"{base}-entry-{name}",
        data_drag=list_id,
        data_drop=str(place + 1),
    )


def _ordered(item: Sequencing, answer: Answer) -> list[Child]:
    """The right order; each entry says where it was put, and why it stands here."""
    rows: list[Child] = []
    for place, (name, entry) in enumerate(item.entries.items()):
        put = answer.response.index(name) if name in answer.response else None
        mark = "fits" if put == place else "not"
        said = (
            f"You put it in place {put + 1}."
            if put is not None and put != place
            else "In its place."
            if put is not None
            else ""
        )
        own = tag("span", icon(f"i-{mark}"), " ", said, class_=f"st-mark st-mark--{mark}") if said else None
        why = tag("span", own, " " if own else None, entry.rationale, class_="st-option__why")
        rows.append(
            tag(
                "li",
                tag("span", entry.text, class_="st-order__text"),
                why,
                class_="st-marked" if said else None,
                data_mark=mark if said else None,
            )
        )
    return rows


def pairs_html(item: Matching, answer: Answer, state: State, base: str) -> Child:
    """Prompts, each with a list of targets; marked: the target that belongs to it, and why."""
    given = dict(zip(item.prompts, answer.response, strict=False))
    rows = [_pair(item, answer, state, name, given.get(name, ""), base) for name in item.prompts]
    return [None if answer.marked else _targets(item, state), tag("ul", rows, class_="st-pairs st-plain")]


def _targets(item: Matching, state: State) -> Safe:
    """On paper a list shows as a blank, so what there is to choose from stands above."""
    named = [["; " if place else None, item.targets[one]] for place, one in enumerate(order(item, state.seed))]
    return tag("p", "Choose from: ", named, ".", class_="st-help st-on-paper")


def _pair(item: Matching, answer: Answer, state: State, name: str, given: str, base: str) -> Safe:
    prompt = item.prompts[name]
    if answer.marked:
        mark = "fits" if given == prompt.key else "not" if given else "open"
        own = "" if mark == "fits" else f" You chose: {plain(item.targets[given])}." if given else " Not answered."
        said = tag(
            "span", icon(f"i-{mark}"), " ", item.targets[prompt.key], ".", own, class_=f"st-mark st-mark--{mark}"
        )
        why = tag("span", said, " ", prompt.rationale, class_="st-option__why")
        return tag("li", tag("span", prompt.text), why, class_="st-marked", data_mark=mark)
    options = [tag("option", "Choose…", value="", selected=not given)]
    options += [
        tag("option", plain(item.targets[one]), value=one, selected=one == given) for one in order(item, state.seed)
    ]
    choose = tag(
        "select",
        options,
        id=f"{base}-prompt-{name}",
        class_="st-select",
        autocomplete="off",
        data_event={"type": "match", "item": item.id, "prompt": name},
        data_value="target",
    )
    return tag("li", tag("label", tag("span", prompt.text), choose, class_="st-field"))


def fill_html(item: FillIn, answer: Answer, state: State, base: str) -> Child:
    """One line to write in; marked: what was written, what is accepted, and why."""
    text = answer.response[0] if answer.response else ""
    if not answer.marked:
        field = tag(
            "input",
            type="text",
            id=f"{base}-text",
            value=text,
            maxlength="200",
            class_="st-text",
            autocomplete="off",
            spellcheck="false",
            data_event={"type": "fill", "item": item.id},
            data_value="text",
        )
        return tag("label", tag("span", "Your answer"), field, class_="st-field st-field--text")
    mark = "fits" if accepted(item, text) else "half" if near(item, text) else "not"
    own = (
        tag("p", icon(f"i-{mark}"), " You wrote: ", tag("q", text), class_=f"st-mark st-mark--{mark}") if text else None
    )
    close = tag("p", Safe(near(item, text))) if text and mark == "half" else None
    return tag(
        "div", own, close, tag("p", tag("b", "Answer: "), item.accept[0], ". ", item.rationale), class_="st-feedback"
    )


def positions_html(item: Contested, answer: Answer, state: State, base: str) -> Child:
    """Positions to choose from; kept: the best arguments for and against each, and how views divide."""
    rows = [_position(item, answer, name, base) for name in order(item, state.seed)]
    began = _began(item, answer)
    split = tag("p", tag("b", "How views divide. "), item.split, class_="st-split") if answer.marked else None
    return [began, tag("div", rows, class_="st-options"), split]


def _began(item: Contested, answer: Answer) -> Child:
    if not answer.first:
        return None
    first = plain(item.positions[answer.first[0]].text)
    words = f"Your first guess: “{first}” ({LEVELS[answer.first_confidence].lower()})."
    if answer.marked and answer.response:
        same = answer.response == answer.first
        words += " You still hold it." if same else " You have moved."
    return tag("p", words, class_="st-began")


def _position(item: Contested, answer: Answer, name: str, base: str) -> Safe:
    position, chosen = item.positions[name], name in answer.response
    box = tag(
        "input",
        type="radio",
        name=base,
        id=f"{base}-option-{name}",
        value=name,
        checked=chosen,
        disabled=answer.marked,
        autocomplete="off",
        data_event={"type": "pick", "item": item.id},
        data_value="option",
    )
    text = tag("span", position.text, class_="st-option__text")
    if not answer.marked:
        return tag("label", box, text, class_="st-option")
    own = tag("span", icon("i-open"), " Yours. ", class_="st-mark st-mark--open") if chosen else None
    pro = tag("span", tag("b", "For. "), position.pro, " ", bracketed(position.pro_cites), class_="st-for")
    con = tag("span", tag("b", "Against. "), position.con, " ", bracketed(position.con_cites), class_="st-against")
    return tag(
        "label",
        box,
        text,
        tag("span", own, pro, con, class_="st-option__why"),
        class_="st-option" + (" st-chosen" if chosen else ""),
    )


def term_html(item: Term, answer: Answer, state: State, base: str) -> Child:
    """A term: say to yourself what it means, then look."""
    if not answer.marked:
        return tag("p", "Say what it means, then look.", class_="st-help")
    return tag("div", tag("p", item.meaning), class_="st-feedback")
