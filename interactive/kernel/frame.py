"""The frame around every activity: rail, head, state, one line of guidance, body, foot. Its states are in visual.md, 7.

The engine's view fills a frame; `asleep` turns the result into the form that is prerendered: the same page, not yet marking.
"""

import re
from dataclasses import dataclass

from interactive.kernel.html import Child, Safe, Value, icon, tag

ICONS = {"ready": "i-ready", "checked": "i-ready", "finished": "i-flag", "static": "i-open"}
ASLEEP = "You can read this, fill it in and print it. Checking begins when Python has arrived."
WITHOUT_SCRIPT = "JavaScript is off in this browser, so nothing here can be checked. Fill it in, print it, or come back with JavaScript on."


@dataclass(frozen=True, slots=True)
class Frame:
    """What a view puts into the frame. `state` is ready, checked or finished; `status` says it in words."""

    ref: str
    digest: str
    kind: str
    state: str
    label: str
    title: str
    status: str
    say: Child
    body: Child
    foot: Child

    @property
    def prefix(self) -> str:
        """What every id inside this frame begins with, so that two activities can share a page."""
        return prefix(self.ref)


def prefix(ref: str) -> str:
    """The id prefix of an activity: the last part of its ref."""
    return ref.rsplit("/", 1)[-1]


def frame_html(frame: Frame) -> Safe:
    """Write the whole frame. No `section` may nest inside: the search index would take its text in (visual.md, 10)."""
    title_id = f"{frame.prefix}-title"
    head = tag(
        "header",
        tag("p", frame.label, class_="st-label"),
        tag("h3", tag("span", Safe(frame.title), id=title_id, tabindex="-1"), class_="st-activity__title"),
        tag("p", icon(ICONS[frame.state]), " ", tag("span", frame.status), class_="st-activity__state", role="status"),
        class_="st-activity__head",
    )
    return tag(
        "section",
        tag("div", class_="st-rail", aria_hidden="true"),
        head,
        tag("div", frame.say, class_="st-activity__say"),
        tag("div", frame.body, class_="st-activity__body"),
        tag("footer", frame.foot, class_="st-activity__foot"),
        class_=f"st-activity st-wide st-{frame.kind}",
        id=f"{frame.prefix}-activity",
        data_search_exclude=True,
        data_activity=frame.ref,
        data_digest=frame.digest,
        data_kind=frame.kind,
        data_state=frame.state,
        aria_labelledby=title_id,
    )


def button(*children: Child, style: str = "", needs_python: bool = True, **attributes: Value) -> Safe:
    """A button of the frame. One that needs Python is aria-disabled while the frame is asleep, so that it can say why."""
    classes = " ".join(filter(None, ["st-button", *(f"st-button--{name}" for name in style.split() if name != "push")]))
    if "push" in style:
        classes += " st-push"
    return tag("button", *children, type="button", class_=classes, data_needs_python=needs_python, **attributes)


def hand_in(pre: str, style: str = "") -> Safe:
    """The button that prints the frame as it stands, to hand in; `pre` begins the ids of the frame."""
    words = (icon("i-print"), " Page to hand in")
    return button(*words, style=style, needs_python=False, data_command="print-page", id=f"{pre}-page")


def start_again(pre: str, style: str = "bare") -> Safe:
    """The button that begins the same round anew; what was done stays in the record."""
    return button(icon("i-again"), " Start again", style=style, data_command="restart", id=f"{pre}-restart")


def asleep(html: str) -> str:
    """Turn a frame in its first state into the prerendered one: state static, buttons that need Python aria-disabled."""
    html = re.sub(r' data-state="\w+"', ' data-state="static"', html, count=1)
    html = html.replace(" data-needs-python", ' data-needs-python aria-disabled="true"')
    status = tag(
        "p", icon(ICONS["static"]), " ", tag("span", "Readable now"), class_="st-activity__state", role="status"
    )
    html = re.sub(r'<p class="st-activity__state".*?</p>', lambda _: status, html, count=1, flags=re.DOTALL)
    say = tag(
        "div",
        tag("p", ASLEEP, class_="st-with-script"),
        tag("p", WITHOUT_SCRIPT, class_="st-without-script"),
        class_="st-activity__say",
    )
    return re.sub(r'<div class="st-activity__say">.*?</div>', lambda _: say, html, count=1, flags=re.DOTALL)
