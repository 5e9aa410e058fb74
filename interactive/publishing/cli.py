"""`course publish`: what runs after the site build."""

from pathlib import Path

import click

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
