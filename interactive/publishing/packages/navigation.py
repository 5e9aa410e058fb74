"""The contents of a package beside its pages: the lesson with its sections, and what stands beside it."""

import posixpath
from html import escape

from interactive.publishing.packages.inside import Inside


def relative(page: str, target: str) -> str:
    """The way from one page of the package to another place in it."""
    return "../" * page.count("/") + target


def contents(page: str, inside: Inside, toc: str) -> str:
    """Material's navigation with what is inside; the page that is shown has its own sections under it."""
    lessons = [(lesson.page, lesson.numbered, lesson.folder) for lesson in inside.lessons]
    beside = [(target, name, "") for target, name in inside.beside.items()]
    items = "".join(
        _here(page, name, toc) if target == page else _elsewhere(page, target, name, lesson)
        for target, name, lesson in [*lessons, *beside]
    )
    title = '<label class="md-nav__title" for="__drawer">Second Track</label>'
    inner = f'{title}<ul class="md-nav__list" data-md-scrollfix>{items}</ul>'
    kinds = "md-nav md-nav--primary md-nav--integrated st-inside-contents"
    return f'<nav class="{kinds}" aria-label="Navigation" data-md-level="0">{inner}</nav>'


def back(page: str, inside: Inside) -> str:
    """The way back from a page beside the lessons. Where a package has several lessons, inside.js leaves the one that was left."""
    links = "".join(
        f'<a data-inside-lesson="{lesson.folder}" href="{relative(page, lesson.page)}">Back to the lesson: {escape(lesson.title)}</a> '
        for lesson in inside.lessons
    )
    return f'<p class="st-inside-back">{links.strip()}</p>'


def _here(page: str, name: str, toc: str) -> str:
    words = f'<span class="md-ellipsis">{escape(name)}</span>'
    link = f'<a href="{posixpath.basename(page)}" class="md-nav__link md-nav__link--active">{words}</a>'
    if not toc:
        return f'<li class="md-nav__item md-nav__item--active">{link}</li>'
    toggle = '<input class="md-nav__toggle md-toggle" type="checkbox" id="__toc">'
    icon = '<span class="md-nav__icon md-icon"></span>'
    label = f'<label class="md-nav__link md-nav__link--active" for="__toc">{words}{icon}</label>'
    return f'<li class="md-nav__item md-nav__item--active">{toggle}{label}{link}{toc}</li>'


def _elsewhere(page: str, target: str, name: str, lesson: str) -> str:
    mark = f' data-inside-lesson="{lesson}"' if lesson else ""
    words = f'<span class="md-ellipsis">{escape(name)}</span>'
    return f'<li class="md-nav__item"{mark}><a href="{relative(page, target)}" class="md-nav__link">{words}</a></li>'
