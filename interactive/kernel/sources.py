"""Where a claim comes from, as links to the references: in a line of its own, or in brackets after the claim."""

from interactive.kernel.html import Child, Safe, tag

type Cites = tuple[tuple[str, str], ...]  # (key, label) each


def links(cites: Cites) -> list[Child]:
    """Each work by its label, separated by commas."""
    return [
        [", " if place else None, tag("a", label, href=f"root:references.html#{key}")]
        for place, (key, label) in enumerate(cites)
    ]


def named(cites: Cites) -> Child:
    """ "Source: ..." or "Sources: ..."; nothing where nothing is cited."""
    return ["Source: " if len(cites) == 1 else "Sources: ", links(cites)] if cites else None


def line(cites: Cites) -> Safe | None:
    """The sources as a paragraph."""
    return tag("p", named(cites), class_="st-cite") if cites else None


def bracketed(cites: Cites) -> Safe | None:
    """The sources in brackets, to stand after a claim."""
    return tag("span", "(", links(cites), ")", class_="st-cite") if cites else None
