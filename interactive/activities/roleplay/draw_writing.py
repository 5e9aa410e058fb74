"""Where the learner writes: four readings to mark, six questions on ruled paper, the page to print or hand in."""

from interactive.activities.roleplay.aftermath import Prompt
from interactive.activities.roleplay.definition import Story
from interactive.activities.roleplay.engine import BECAUSE, LONGEST, MARKS
from interactive.activities.roleplay.ledger import lines_that_hold
from interactive.activities.roleplay.looking_back import code, final_facts, offered_prompts
from interactive.activities.roleplay.rules import Moment, State
from interactive.kernel.frame import prefix
from interactive.kernel.html import Child, Safe, tag


def readings_html(definition: Story, state: State) -> Child:
    """The same play told four times, put together from what happened; two of them to mark, with a reason."""
    facts = final_facts(definition, state)
    told = [(reading, lines_that_hold(reading.lines, facts)) for reading in definition.debrief.readings.values()]
    kept = [(reading, lines) for reading, lines in told if lines]
    if not kept:
        return None
    texts = [
        tag(
            "div",
            tag("p", tag("b", reading.title), ". ", tag("span", reading.asks, class_="st-cite")),
            tag("p", [[line, " "] for line in lines]),
        )
        for reading, lines in kept
    ]
    pre = prefix(definition.ref)
    marks = [
        _mark(definition, state, mark, words, [reading.id for reading, _ in kept], pre) for mark, words in MARKS.items()
    ]
    why = _field(pre, BECAUSE, Safe("Why these two?"), state.written.get(BECAUSE, ""), 3)
    return [tag("div", texts, class_="st-readings"), marks, why]


def _mark(definition: Story, state: State, mark: str, words: str, names: list[str], pre: str) -> Safe:
    group = f"{pre}-mark-{mark}"
    options = [
        tag(
            "label",
            tag(
                "input",
                type="radio",
                name=group,
                id=f"{group}-{name}",
                value=name,
                checked=state.marks.get(mark) == name,
                autocomplete="off",
                data_event={"type": "mark", "as": mark},
                data_value="reading",
            ),
            " ",
            definition.debrief.readings[name].title,
        )
        for name in names
    ]
    return tag("fieldset", tag("legend", f"Which one {words}?"), options, class_="st-group st-modes")


def prompts_html(definition: Story, state: State) -> Child:
    """The questions that fit this play, each with room to write; the others to be opened."""
    asked = offered_prompts(definition, state)
    pre = prefix(definition.ref)
    fields = [_field(pre, prompt.id, prompt.text, state.written.get(prompt.id, ""), 4) for prompt in asked]
    names = {prompt.id for prompt in asked}
    rest = [prompt for prompt in definition.debrief.prompts.values() if prompt.id not in names]
    return [tag("div", fields, class_="st-reflect"), _others(rest)] if fields else None


def _others(rest: list[Prompt]) -> Child:
    if not rest:
        return None
    items = [tag("li", prompt.text) for prompt in rest]
    return tag(
        "details", tag("summary", "The other questions, for whoever wants them"), tag("ul", items), class_="st-more"
    )


def _field(pre: str, name: str, question: Safe, text: str, rows: int) -> Safe:
    area = tag(
        "textarea",
        text,
        class_="st-input",
        id=f"{pre}-write-{name}",
        rows=str(rows),
        maxlength=str(LONGEST),
        autocomplete="off",
        data_event={"type": "reflect", "prompt": name},
        data_value="text",
    )
    return tag("label", tag("span", question), area, class_="st-field")


def page_html(definition: Story, state: State, road: list[Moment]) -> Child:
    """What is handed in: the path as a code, and what is asked of whoever writes about it."""
    debrief = definition.debrief
    path = [
        tag(
            "p",
            "Printing gives what stands above, without the list of choices and the notebook, on a few sheets with room to write. "
            "This code is your path; an instructor can replay it:",
        ),
        tag("p", tag("code", code(definition, state)), class_="st-code"),
    ]
    task = [tag("p", tag("b", "If it is an assignment. "), debrief.assignment)] if debrief.assignment else []
    return [path, task, rubric_html(definition) if task else None]


def rubric_html(definition: Story) -> Safe | None:
    """The rubric, to be opened."""
    table = rubric_table(definition)
    if table is None:
        return None
    more = tag("div", table, class_="st-wrap", tabindex="0", role="group", aria_label="How it is read")
    return tag("details", tag("summary", "How it is read"), more, class_="st-more")


def rubric_table(definition: Story) -> Safe | None:
    """The rubric as a table: a criterion a row, the best level first."""
    rubric = definition.debrief.rubric
    if not rubric:
        return None
    levels = max(len(row.levels) for row in rubric)
    heads = ["What is looked at", *(str(levels - place) for place in range(levels))]
    head = tag("tr", [tag("th", words, scope="col") for words in heads])
    body = [tag("tr", tag("th", row.title, scope="row"), [tag("td", words) for words in row.levels]) for row in rubric]
    return tag("table", tag("thead", head), tag("tbody", body), class_="st-table")
