"""The timeline as it stands on its page: the drawing, boxes to filter by, and the list, which is the whole of it in words."""

from collections.abc import Iterator, Mapping, Sequence

from interactive.authoring.markup import typographic
from interactive.authoring.pages import mapping
from interactive.authoring.project import Project
from interactive.authoring.strip import strip
from interactive.authoring.timeline import KINDS, LANES, REGIONS, Entry
from interactive.kernel.html import Child, Safe, hidden, icon, tag

TRACKS = {"official": "t-one", "unofficial": "t-two", "both": "t-onehalf"}
WALK = (
    "Point at a mark, or go from one to the next with the arrow keys, to read what it is. Press it to go to its entry."
)


def timeline_html(project: Project, entries: Sequence[Entry], caption: str = "") -> Safe:
    """Everything that the fence shows. Without a script it is the drawing and the list: the boxes come with the script.

    The caption is the author's HTML, as under any figure.
    """
    lessons = lesson_names(project)
    rows = [_row(entry, lessons) for entry in entries]
    inside = [_figure(entries, caption), _filters(entries, lessons), tag("ol", rows, class_="st-timeline st-plain")]
    return tag("div", inside, data_filter="{shown} of {all} entries shown.", data_filter_all="All {all} entries shown.")


def lesson_names(project: Project) -> dict[str, tuple[str, str]]:
    """The lessons in their order: folder -> (what a link calls it, its title)."""
    found = {}
    for page, head in sorted(project.heads.items()):
        data = mapping(head.data)
        parts = page.split("/")
        if len(parts) == 3 and parts[0] == "lessons" and parts[2] == "index.md":
            title = typographic(str(data.get("title", parts[1])))
            number = data.get("number")
            found[parts[1]] = (title if title in ("Introduction", "Conclusion") else f"Lesson {number}", title)
    return found


def _figure(entries: Sequence[Entry], caption: str) -> Safe:
    inside = [
        tag("div", strip(entries), class_="st-plate", data_search_exclude=True),
        tag("p", class_="st-strip__say", data_explore_say=WALK, hidden=True),
        tag("figcaption", Safe(caption)) if caption else None,
    ]
    return tag("figure", inside, class_="st-figure st-wide", data_explore=True)


def _filters(entries: Sequence[Entry], lessons: Mapping[str, tuple[str, str]]) -> Safe:
    """Three groups of boxes. Within a group one is enough; a group without a tick asks nothing."""
    named = {folder: title if name == title else f"{name}: {title}" for folder, (name, title) in lessons.items()}
    groups = [
        _group("Region", "region", REGIONS, entries),
        _group("Kind", "kind", KINDS, entries),
        _group("Lesson", "lesson", named, entries),
    ]
    foot = [
        tag("p", role="status", data_filter_said=True),
        tag("button", "Reset the filters", type="reset", class_="st-button"),
    ]
    inside = [
        tag(
            "details",
            tag("summary", "Filter by region, kind and lesson"),
            tag("div", groups, class_="st-filter__groups"),
            class_="st-more",
        ),
        tag("div", foot, class_="st-filter__foot"),
    ]
    called = "Filter the timeline"
    return tag(
        "form",
        inside,
        class_="st-filter",
        aria_label=called,
        data_filter_form=True,
        data_search_exclude=True,
        hidden=True,
    )


def _group(legend: str, name: str, known: Mapping[str, str], entries: Sequence[Entry]) -> Safe:
    boxes: list[Child] = []
    for value, label in known.items():
        count = sum(value in entry.facets[name].split() for entry in entries)
        if count:
            box = tag("input", type="checkbox", name=name, value=value, autocomplete="off")
            boxes.append(tag("label", box, tag("span", label, tag("span", f" ({count})", class_="st-filter__n"))))
    return tag("fieldset", tag("legend", legend, class_="st-label"), boxes, class_="st-group")


def _row(entry: Entry, lessons: Mapping[str, tuple[str, str]]) -> Safe:
    when = [tag("time", entry.when, datetime=entry.first.iso), hidden(", link to this entry")]
    facts = f"{LANES[entry.lane]} · {KINDS[entry.kind]} · {REGIONS[entry.region]}"
    inside = [
        tag("h3", entry.title, id=entry.anchor),
        tag("p", Safe(entry.text)),
        tag("p", icon(TRACKS[entry.lane]), f" {facts}", class_="st-event__facts"),
        tag(
            "p",
            "Taught in: ",
            _listed(_to_lessons(entry, lessons)),
            ". Sources: ",
            _listed(_to_sources(entry)),
            class_="st-cite",
        ),
    ]
    row = [tag("a", when, class_="st-event__when", href=f"#{entry.anchor}"), tag("div", inside, class_="st-event")]
    facets = {f"data_{name}": value for name, value in entry.facets.items()}
    return tag("li", row, data_filter_item=True, data_lane=entry.lane, **facets)


def _to_lessons(entry: Entry, lessons: Mapping[str, tuple[str, str]]) -> Iterator[Safe]:
    for folder in entry.lessons:
        name, title = lessons[folder]
        more = None if name == title else hidden(f", {title}")
        yield tag("a", name, more, href=f"root:lessons/{folder}/index.html")


def _to_sources(entry: Entry) -> Iterator[Safe]:
    return (tag("a", cite["label"], href=f"root:references.html#{cite['key']}") for cite in entry.cites)


def _listed(links: Iterator[Safe]) -> Safe:
    """Links in a row, with commas between them."""
    return Safe(", ".join(links))
