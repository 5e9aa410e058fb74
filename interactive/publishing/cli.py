"""`course publish` and `course keep`: what runs after the site build."""

from pathlib import Path

import click

from interactive.publishing.keep import Unreadable
from interactive.publishing.keep import keep as keep_definitions
from interactive.publishing.publish import publish as publish_site


@click.command()
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path), default="site")
def publish(site: Path) -> None:
    """Finish a built SITE: add Python, scripts, styles and definitions, and make every link relative."""
    root = next((folder for folder in [Path.cwd(), *Path.cwd().parents] if (folder / "mkdocs.yml").exists()), None)
    if root is None:
        raise click.UsageError("run this inside the course's folder: no mkdocs.yml was found here or above")
    publish_site(root, site.resolve())
    click.echo(f"Published {site}: host this folder anywhere.")


@click.command()
@click.argument("old")
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path), default="site")
def keep(old: str, site: Path) -> None:
    """Carry over from OLD, the address or the folder of the site that SITE will replace, the definitions that it still holds.

    Attempts made with an earlier version of an activity can then still be opened, and scored in the gradebook.
    """
    try:
        kept, refused = keep_definitions(old, site.resolve())
    except Unreadable as error:
        raise click.ClickException(f"{old} could not be read: {error}. Nothing was carried over") from error
    for name in refused:
        click.echo(f"Left behind {name}: it is not there, or its content is not what its name says.", err=True)
    click.echo(f"Carried over {len(kept)} earlier definitions from {old}.")
