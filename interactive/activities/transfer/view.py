"""How a transfer map looks: the brief, the plan, the walk round by round, the critique, the versions; and the excerpt for a memo."""

from interactive.activities.transfer.definition import Transfer
from interactive.activities.transfer.draw_map import map_html, network_words
from interactive.activities.transfer.draw_plan import moves_html, sources_html
from interactive.activities.transfer.outcome import COSTLY, exposure
from interactive.activities.transfer.rules import State, begun, found, score, walk_of, walked, whole
from interactive.activities.transfer.said import came_to, move_said, round_said
from interactive.activities.transfer.spread import Spread
from interactive.kernel.criteria import counted, criteria_html, worth
from interactive.kernel.frame import Frame, button, frame_html, hand_in, prefix, start_again
from interactive.kernel.html import Child, Safe, tag
from interactive.kernel.score import Score, points


def render(definition: Transfer, state: State) -> str:
    """The whole frame as HTML."""
    total = score(definition, state)
    said = f"{points(round(total.raw * 4))} of {total.max:g} conditions" if isinstance(total, Score) else ""
    phase = "finished" if state.finished else "checked" if state.versions else "ready"
    status = {"ready": "Ready", "checked": f"Watched: {said}", "finished": f"Kept: {said}"}[phase]
    return frame_html(
        Frame(
            ref=definition.ref,
            digest=definition.digest,
            kind="transfer",
            state=phase,
            label=f"A transfer map · about {definition.minutes} minutes",
            title=Safe(definition.title),
            status=status,
            say=tag("p", definition.intro),
            body=_body(definition, state),
            foot=_foot(definition, state),
        )
    )


def _body(definition: Transfer, state: State) -> Child:
    walk = walk_of(definition, state) if state.run else None
    brief = tag("div", [tag("p", words) for words in definition.brief], class_="st-brief")
    return [
        brief,
        tag("div", sources_html(definition), class_="st-tolds"),
        moves_html(definition, state),
        _travel(definition, state, walk),
        _critique(definition, state),
    ]


def _travel(definition: Transfer, state: State, walk: Spread | None) -> Safe:
    """The map; once something travels, with its round, its buttons and its words."""
    pre = prefix(definition.ref)
    if walk is None:
        title = tag("h4", tag("span", "The network", id=f"{pre}-round", tabindex="-1"))
        return tag("div", title, map_html(definition, None, 0), network_words(definition, None, 0), class_="st-travel")
    number = state.shown
    title = tag("h4", tag("span", f"Round {number} of {definition.rounds}", id=f"{pre}-round", tabindex="-1"))
    words = [_round_words(definition, walk, one) for one in range(number - 1, 0, -1)]
    before = tag("details", tag("summary", "The rounds before"), words, class_="st-more") if words else None
    now = tag("ul", [tag("li", said) for said in round_said(definition, walk, number)], class_="st-round")
    return tag(
        "div",
        title,
        _stale(state),
        _steps(definition, state),
        map_html(definition, walk, number),
        tag("p", f"Round {number} in words", class_="st-label"),
        now,
        before,
        network_words(definition, walk, number),
        class_="st-travel",
    )


def _round_words(definition: Transfer, walk: Spread, number: int) -> list[Safe]:
    items = [tag("li", said) for said in round_said(definition, walk, number)]
    return [tag("p", f"Round {number}", class_="st-label"), tag("ul", items)]


def _stale(state: State) -> Child:
    changed = tuple(move for move in state.moves if whole(move)) != state.run
    words = "You have changed the plan since it set out. Send it again to see what becomes of it now."
    return tag("p", words, class_="st-notice") if changed else None


def _steps(definition: Transfer, state: State) -> Safe:
    """Back, next, to the end: whichever leads somewhere."""
    pre, last = prefix(definition.ref), state.shown >= definition.rounds
    steps = [
        button("Back", data_event={"type": "round", "to": "back"}, id=f"{pre}-back") if state.shown > 1 else None,
        None
        if last
        else button("Next round", style="first", data_event={"type": "round", "to": "next"}, id=f"{pre}-next"),
        None if last else button("To the end", data_event={"type": "round", "to": "end"}, id=f"{pre}-end"),
    ]
    return tag("div", steps, class_="st-steps")


def _critique(definition: Transfer, state: State) -> Child:
    """What was said of the version last watched to its end, what it cost, and how it compares."""
    if not state.versions:
        return None
    last = state.versions[-1]
    walk = walked(definition, state, last)
    heading = tag("h4", tag("span", "The critique", id=f"{prefix(definition.ref)}-critique", tabindex="-1"))
    came = tag("ul", [tag("li", said) for said in came_to(definition, last.moves, walk)], class_="st-round")
    return tag(
        "div",
        heading,
        came,
        _costs(definition, state, walk),
        criteria_html(definition.criteria, found(definition, last.moves, walk)),
        _versions(definition, state),
        tag("p", definition.closing, class_="st-memo"),
        class_="st-summary",
    )


def _costs(definition: Transfer, state: State, walk: Spread) -> Safe:
    """What each of the five pays at home, in words."""
    words = [(COSTLY, "a great deal"), (2, "something"), (1, "a little"), (0, "nothing to speak of")]
    said = [
        f"{definition.carriers[name].name}, {next(word for least, word in words if paid >= least)}"
        for name, paid in exposure(definition, state.versions[-1].moves, walk).items()
    ]
    return tag("p", tag("b", "What it costs at home: "), "; ".join(said), ".")


def _versions(definition: Transfer, state: State) -> Child:
    """All versions that were watched, and whether the last is worth more than the one before."""
    if len(state.versions) < 2:
        return None
    now, before = (worth(one.verdicts) for one in (state.versions[-1], state.versions[-2]))
    turn = "more than" if now > before else "less than" if now < before else "as much as"
    rows = [
        tag(
            "li",
            f"{walked(definition, state, one).season.title}: {counted(one.verdicts)} {_what_changed(state, place)}",
        )
        for place, one in enumerate(state.versions)
    ]
    return tag(
        "div",
        tag("p", f"Version {len(state.versions)} is worth {turn} the one before."),
        tag("details", tag("summary", "All versions"), tag("ol", rows), class_="st-more"),
    )


def _what_changed(state: State, place: int) -> str:
    if not place:
        return "The first plan."
    one, before = state.versions[place], state.versions[place - 1]
    fresh = len(set(one.moves) - set(before.moves))
    if not fresh and len(one.moves) == len(before.moves):
        return "The same plan, another season." if one.season != before.season else "The same plan."
    return f"{fresh} of {len(one.moves)} moves are new."


def excerpt(definition: Transfer, state: State) -> str:
    """The plan last watched to its end, and what came of it, in plain words."""
    if not state.versions:
        return ""
    last = state.versions[-1]
    walk = walked(definition, state, last)
    plan = "\n".join(f"- {move_said(definition, move)}" for move in last.moves)
    came = " ".join(came_to(definition, last.moves, walk))
    return f"{plan}\n\n{walk.season.title}. {came} {counted(last.verdicts)}"


def _foot(definition: Transfer, state: State) -> Child:
    pre = prefix(definition.ref)
    plan = tuple(move for move in state.moves if whole(move))
    fresh = bool(state.versions) and state.versions[-1].moves == plan == state.run and state.shown >= definition.rounds
    under_way = bool(state.run) and state.run == plan and not fresh
    watch = button(
        "Watch it again" if state.run and state.run == plan else "Watch it travel",
        style="" if fresh or under_way else "first",
        data_event={"type": "watch"},
        id=f"{pre}-watch",
    )
    keep = (
        button("Keep this plan", style="first", data_event={"type": "keep"}, id=f"{pre}-keep")
        if fresh and not state.finished
        else None
    )
    season = (
        button("The same plan, another season", data_event={"type": "season"}, id=f"{pre}-season") if fresh else None
    )
    page = hand_in(pre, "bare push")
    again = start_again(pre) if any(map(begun, state.moves)) else None
    return [keep, season, watch, page, again]
