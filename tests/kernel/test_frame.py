import re

from interactive.kernel.frame import Frame, asleep, button, frame_html
from interactive.kernel.html import tag


def make(**changes):
    values = {
        "ref": "00-sample/colors",
        "digest": "abc",
        "kind": "sorter",
        "state": "ready",
        "label": "Sorter",
        "title": "Which?",
        "status": "Ready",
        "say": tag("p", "Begin."),
        "body": tag("p", "Body"),
        "foot": [button("Check", data_event={"type": "check"}), button("Print", needs_python=False)],
    }
    return frame_html(Frame(**{**values, **changes}))


def test_a_frame_is_one_section_named_by_its_title():
    html = make()
    assert html.count("<section") == 1
    assert re.search(r'aria-labelledby="(colors-title)".*id="\1"', html)
    assert "data-search-exclude" in html


def test_asleep_says_what_can_be_done_and_disables_only_what_needs_python():
    html = asleep(make())
    assert 'data-state="static"' in html
    assert "Readable now" in html and "Checking begins when Python has arrived" in html
    assert "Begin." not in html
    assert re.search(r'data-needs-python aria-disabled="true"[^>]*>Check<', html)
    assert re.search(r'<button type="button" class="st-button">Print<', html)


def test_asleep_tells_readers_without_javascript_why():
    assert '<p class="st-without-script">JavaScript is off' in asleep(make())


def test_asleep_keeps_the_body_to_the_letter():
    body = re.compile(r'<div class="st-activity__body">.*?</div>', re.DOTALL)
    assert body.search(asleep(make()))[0] == body.search(make())[0]
