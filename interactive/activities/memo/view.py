"""How a memo looks: its sections to write in, the rubric's answer, and the ways to take it along."""

from interactive.activities.memo.definition import Memo, Section
from interactive.activities.memo.rules import State, facts, markdown, score, words
from interactive.kernel.criteria import criteria_html, judged
from interactive.kernel.frame import Frame, button, frame_html, prefix
from interactive.kernel.html import Child, Safe, icon, tag
from interactive.kernel.score import Score, points


def render(definition: Memo, state: State) -> str:
    """The whole frame as HTML."""
    total = score(definition, state)
    said = f"{points(round(total.raw * 4))} of {total.max:g} criteria" if isinstance(total, Score) else ""
    phase = "finished" if state.finished else "checked" if state.checked is not None else "ready"
    written = sum(map(words, state.texts.values()))
    return frame_html(
        Frame(
            ref=definition.ref,
            digest=definition.digest,
            kind="memo",
            state=phase,
            label=f"A memo to write · {written} words so far · about {definition.minutes} minutes",
            title=Safe(definition.title),
            status={"ready": "Ready", "checked": f"Checked: {said}", "finished": f"Kept: {said}"}[phase],
            say=tag("p", definition.intro),
            body=_body(definition, state),
            foot=_foot(definition, state),
        )
    )


def _body(definition: Memo, state: State) -> Child:
    sections = [_section(definition, state, name, section) for name, section in definition.sections.items()]
    return [sections, _rubric(definition, state), _take_along(definition, state)]


def _section(definition: Memo, state: State, name: str, section: Section) -> Safe:
    base, text = f"{prefix(definition.ref)}-{name}", state.texts.get(name, "")
    area = tag(
        "textarea",
        Safe("\n"),  # HTML drops the first line break of a text area, and would drop the writer's own
        text,
        id=f"{base}-text",
        rows=str(min(24, max(5, text.count("\n") + words(text) // 11))),
        maxlength="9000",
        class_="st-input st-memo__text",
        aria_describedby=f"{base}-asks",
        data_event={"type": "write", "section": name},
        data_value="text",
    )
    count = f"{words(text)} words; it wants {section.least} to {section.most}"
    return tag(
        "div",
        tag("label", section.label, for_=f"{base}-text", class_="st-memo__label"),
        tag("p", section.asks, class_="st-help", id=f"{base}-asks"),
        area,
        tag("p", count, class_="st-small"),
        class_="st-memo__section",
    )


def _rubric(definition: Memo, state: State) -> Child:
    """What the rubric said of the text last checked; where the text was changed since, it says so."""
    if state.checked is None:
        return None
    changed = "You have changed the memo since. Hold it against the rubric again."
    stale = tag("p", changed, class_="st-notice") if state.checked != state.texts else None
    note = "A rubric in a page can count and look for words. It cannot judge an argument: that is for a reader."
    heading = tag("h4", tag("span", "The rubric", id=f"{prefix(definition.ref)}-rubric", tabindex="-1"))
    found = judged(definition.criteria, facts(definition, state.checked))
    return tag(
        "div",
        heading,
        tag("p", note, class_="st-small"),
        stale,
        criteria_html(definition.criteria, found),
        tag("p", definition.closing),
        class_="st-summary",
    )


def _take_along(definition: Memo, state: State) -> Child:
    """The memo as Markdown: hidden, for the button that saves it."""
    if not any(text.strip() for text in state.texts.values()):
        return None
    return tag("pre", markdown(definition, state), hidden=True, data_save=f"{prefix(definition.ref)}.md")


def _foot(definition: Memo, state: State) -> Child:
    pre = prefix(definition.ref)
    refs = [ref for section in definition.sections.values() for ref in section.sources]
    fresh = state.checked is not None and state.checked == state.texts
    some = any(text.strip() for text in state.texts.values())
    gather = button(
        "Bring in what I decided before", data_command="gather", data_refs=list(dict.fromkeys(refs)), id=f"{pre}-gather"
    )
    check = button(
        "Hold it against the rubric", style="" if fresh else "first", data_event={"type": "check"}, id=f"{pre}-check"
    )
    keep = button("Keep this memo", style="first", data_event={"type": "keep"}, id=f"{pre}-keep")
    save = button(
        icon("i-save"),
        " Save as Markdown",
        style="bare push",
        needs_python=False,
        data_command="save-text",
        id=f"{pre}-save",
    )
    page = button(
        icon("i-print"),
        " Print, or save as PDF",
        style="bare",
        needs_python=False,
        data_command="print-page",
        id=f"{pre}-page",
    )
    return [
        keep if fresh and not state.finished else None,
        check,
        gather if refs else None,
        *([save, page] if some else []),
    ]
