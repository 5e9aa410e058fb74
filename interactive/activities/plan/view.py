"""How a plan looks: the brief, the decisions, what they add up to, the critique, the plan in words."""

from interactive.activities.plan.definition import Choice, Plan, Slot
from interactive.activities.plan.rules import Picked, State, facts, over, score
from interactive.kernel.conditions import holds
from interactive.kernel.criteria import criteria_html, judged, worth
from interactive.kernel.frame import Frame, button, frame_html, hand_in, prefix, start_again
from interactive.kernel.html import Child, Safe, icon, plain, tag
from interactive.kernel.score import Score, points


def render(definition: Plan, state: State) -> str:
    """The whole frame as HTML."""
    total = score(definition, state)
    said = f"{points(round(total.raw * 4))} of {total.max:g} conditions" if isinstance(total, Score) else ""
    phase = "finished" if state.finished else "checked" if state.versions else "ready"
    return frame_html(
        Frame(
            ref=definition.ref,
            digest=definition.digest,
            kind="plan",
            state=phase,
            label=f"A plan to make · about {definition.minutes} minutes",
            title=Safe(definition.title),
            status={"ready": "Ready", "checked": f"Criticized: {said}", "finished": f"Kept: {said}"}[phase],
            say=tag("p", definition.intro),
            body=_body(definition, state),
            foot=_foot(definition, state),
        )
    )


def _body(definition: Plan, state: State) -> Child:
    brief = tag("div", [tag("p", words) for words in definition.brief], class_="st-brief")
    slots = [_slot(definition, state, slot) for slot in definition.slots.values()]
    return [brief, slots, _measures(definition, state), _critique(definition, state), _memo(definition, state)]


def _slot(definition: Plan, state: State, slot: Slot) -> Safe:
    base = f"{prefix(definition.ref)}-{slot.id}"
    many = slot.pick == "several"
    count = (
        f" (choose {slot.least} to {slot.most})"
        if many and slot.least != slot.most
        else f" (choose {slot.most})"
        if many
        else ""
    )
    legend = tag("legend", slot.label, tag("span", count, class_="st-small") if count else None)
    help_ = tag("p", slot.help, class_="st-help") if slot.help else None
    inner = (
        _text(state, slot, base)
        if slot.pick == "text"
        else tag("div", [_option(definition, state, slot, name, base) for name in slot.options], class_="st-options")
    )
    return tag("fieldset", legend, help_, inner, class_="st-group st-slot", id=base)


def _text(state: State, slot: Slot, base: str) -> Safe:
    written = state.picked.get(slot.id, ("",))
    area = tag(
        "textarea",
        Safe("\n"),  # HTML drops the first line break of a text area, and would drop the reader's own
        written[0],
        id=f"{base}-text",
        rows="3",
        maxlength="2000",
        class_="st-input",
        data_event={"type": "write", "slot": slot.id},
        data_value="text",
    )
    return tag("label", tag("span", "In your own words (optional)"), area, class_="st-field")


def _option(definition: Plan, state: State, slot: Slot, name: str, base: str) -> Safe:
    choice = slot.options[name]
    box = tag(
        "input",
        type="checkbox" if slot.pick == "several" else "radio",
        name=base,
        id=f"{base}-{name}",
        value=name,
        checked=name in state.picked.get(slot.id, ()),
        autocomplete="off",
        data_event={"type": "pick", "slot": slot.id},
        data_value="option",
    )
    cost = _costs(definition, choice)
    note = (
        tag("span", choice.note, " " if cost else None, cost, class_="st-option__why") if choice.note or cost else None
    )
    return tag("label", box, tag("span", choice.text, class_="st-option__text"), note, class_="st-option")


def _costs(definition: Plan, choice: Choice) -> Child:
    said = [
        f"{definition.measures[name].label}: {amount} {definition.measures[name].unit}".strip()
        for name, amount in choice.adds.items()
        if amount and name in definition.measures
    ]
    return tag("span", "; ".join(said), class_="st-small") if said else None


def _measures(definition: Plan, state: State) -> Child:
    known, beyond = facts(definition, state.picked), over(definition, state.picked)
    rows = [
        tag(
            "p",
            tag("b", one.label, ": "),
            f"{known[name]}" + (f" of {one.limit}" if one.limit else "") + f" {one.unit}",
            tag("span", icon("i-warn"), " over the limit", class_="st-mark st-mark--not") if name in beyond else None,
            class_="st-measure",
        )
        for name, one in definition.measures.items()
    ]
    return tag("div", rows, class_="st-measures") if rows else None


def _critique(definition: Plan, state: State) -> Child:
    """What was said of the version last criticized; where the plan has been changed since, it says so."""
    if not state.versions:
        return None
    picked, found = state.versions[-1]
    stale = (
        tag("p", "You have changed the plan since. Have it criticized again.", class_="st-notice")
        if picked != state.picked
        else None
    )
    heading = tag("h4", tag("span", "The critique", id=f"{prefix(definition.ref)}-critique", tabindex="-1"))
    return tag(
        "div",
        heading,
        stale,
        _before(state),
        criteria_html(definition.criteria, judged(definition.criteria, facts(definition, picked))),
        class_="st-summary",
    )


def _before(state: State) -> Child:
    if len(state.versions) < 2:
        return None
    now, last = worth(state.versions[-1][1]), worth(state.versions[-2][1])
    turn = "more" if now > last else "fewer" if now < last else "as many"
    return tag(
        "p",
        f"Version {len(state.versions)}. It meets {turn} than the one before."
        if turn != "as many"
        else f"Version {len(state.versions)}. It meets as many as the one before.",
        class_="st-small",
    )


def excerpt(definition: Plan, state: State) -> str:
    """The plan last criticized, in words."""
    if not state.versions:
        return ""
    picked = state.versions[-1][0]
    written = [picked[name][0] for name, slot in definition.slots.items() if slot.pick == "text" and picked.get(name)]
    return "\n\n".join(filter(None, [plain(" ".join(_sentences(definition, picked))), *map(str.strip, written)]))


def _sentences(definition: Plan, picked: Picked) -> list[str]:
    """The plan's sentences, put together from what was chosen."""
    known = facts(definition, picked)
    words = {name: _named(definition, picked, slot) for name, slot in definition.slots.items()}
    return [_filled(text, words) for when, text in definition.memo if holds(when, known)]


def _memo(definition: Plan, state: State) -> Child:
    """The plan as a paragraph; then what was written."""
    if not state.versions:
        return None
    picked = state.versions[-1][0]
    sentences = _sentences(definition, picked)
    own = [
        tag("p", tag("b", f"{slot.short}: "), picked[name][0])
        for name, slot in definition.slots.items()
        if slot.pick == "text" and picked.get(name, ("",))[0].strip()
    ]
    return tag(
        "div",
        tag("h4", "Your plan in words"),
        tag("p", Safe(" ".join(sentences))),
        own,
        tag("p", definition.closing),
        class_="st-memo",
    )


def _named(definition: Plan, picked: Picked, slot: Slot) -> Safe:
    return Safe(", ".join(slot.options[name].text for name in picked.get(slot.id, ()) if name in slot.options))


def _filled(text: Safe, words: dict[str, Safe]) -> str:
    for name, said in words.items():
        text = Safe(text.replace("{" + name + "}", said))
    return text


def _foot(definition: Plan, state: State) -> Child:
    pre = prefix(definition.ref)
    fresh = bool(state.versions) and state.versions[-1][0] == state.picked
    critic = button(
        "Have it criticized", style="" if fresh else "first", data_event={"type": "criticize"}, id=f"{pre}-criticize"
    )
    keep = (
        button("Keep this plan", style="first", data_event={"type": "keep"}, id=f"{pre}-keep")
        if fresh and not state.finished
        else None
    )
    page = hand_in(pre, "bare push")
    again = start_again(pre) if state.picked else None
    return [keep, critic, page, again]
