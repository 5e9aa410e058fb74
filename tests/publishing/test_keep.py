import functools
import http.server
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from interactive.authoring.cli import main
from interactive.authoring.definitions import canonical, digest
from interactive.publishing.keep import FOLDER, Unreadable, keep, write_list


def made(folder: Path, *titles: str) -> Path:
    """A site with a definition for each title."""
    (folder / FOLDER).mkdir(parents=True)
    for title in titles:
        (folder / FOLDER / f"{named(title)}.json").write_text(canonical({"title": title}), encoding="utf-8")
    write_list(folder)
    return folder


def named(title: str) -> str:
    return digest({"title": title})


def listed(site: Path) -> list[str]:
    return json.loads((site / FOLDER / "all.json").read_text())


class Quiet(http.server.SimpleHTTPRequestHandler):
    status = 0  # when it is set, all that is ever answered

    def do_GET(self) -> None:
        if self.status:
            return self.send_error(self.status)
        return super().do_GET()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def hosted(tmp_path: Path) -> Iterator[tuple[Path, str, type[Quiet]]]:
    """A folder, the address below which a server shows it, and that server's manners."""
    manners = type("Manners", (Quiet,), {})
    handler = functools.partial(manners, directory=str(tmp_path / "www"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield tmp_path / "www" / "some" / "course", f"http://127.0.0.1:{server.server_address[1]}/some/course", manners
    server.shutdown()
    server.server_close()


def test_earlier_definitions_come_over_from_a_folder_and_the_list_names_all(tmp_path: Path):
    old, new = made(tmp_path / "old", "the first wording", "unchanged"), made(tmp_path / "new", "second", "unchanged")
    assert keep(str(old), new) == ([named("the first wording")], [])
    assert json.loads((new / FOLDER / f"{named('the first wording')}.json").read_text()) == {
        "title": "the first wording"
    }
    assert listed(new) == sorted(map(named, ("the first wording", "unchanged", "second")))


def test_what_was_kept_once_is_kept_again(tmp_path: Path):
    sites = [made(tmp_path / str(year), f"wording of {year}") for year in (2026, 2027, 2028)]
    for older, newer in zip(sites, sites[1:], strict=False):
        keep(str(older), newer)
    assert len(listed(sites[-1])) == 3


def test_a_site_on_the_web_gives_what_it_lists(hosted, tmp_path: Path):
    folder, address, _ = hosted
    made(folder, "first")
    new = made(tmp_path / "new", "second")
    assert keep(address, new) == keep(address + "/", made(tmp_path / "again", "second")) == ([named("first")], [])


def test_before_the_first_publication_there_is_nothing_to_keep(hosted, tmp_path: Path):
    assert keep(hosted[1], made(tmp_path / "new", "first")) == ([], [])


def test_a_host_that_cannot_be_read_stops_the_publication(hosted, tmp_path: Path):
    _, address, manners = hosted
    new = made(tmp_path / "new", "first")
    manners.status = 503
    with pytest.raises(Unreadable, match="503"):
        keep(address, new)
    with pytest.raises(Unreadable, match="no such folder"):
        keep(str(tmp_path / "nowhere"), new)


def test_a_page_that_asks_for_a_password_is_no_list(hosted, tmp_path: Path):
    folder, address, _ = hosted
    made(folder)
    (folder / FOLDER / "all.json").write_text("<!doctype html><title>Log in</title>")
    with pytest.raises(Unreadable, match="no list"):
        keep(address, made(tmp_path / "new", "first"))


@pytest.mark.parametrize("content", ['{"title":"another"}', "[1]", "{", ""])
def test_content_that_is_not_what_its_name_says_stays_behind(content: str, tmp_path: Path):
    old, new = made(tmp_path / "old", "first"), made(tmp_path / "new", "second")
    (old / FOLDER / f"{named('first')}.json").write_text(content)
    assert keep(str(old), new) == ([], [named("first")])
    assert listed(new) == [named("second")]


def test_a_list_cannot_lead_out_of_its_folder(hosted, tmp_path: Path):
    folder, address, _ = hosted
    made(folder)
    (folder / FOLDER / "all.json").write_text(json.dumps(["../../index", "index", 7, None, "0" * 17, named("gone")]))
    assert keep(address, made(tmp_path / "new")) == ([], [named("gone")])


def test_the_command_says_what_it_did_and_fails_in_words(tmp_path: Path):
    old, new = made(tmp_path / "old", "first"), made(tmp_path / "new", "second")
    done = CliRunner().invoke(main, ["keep", str(old), str(new)])
    assert done.exit_code == 0 and "Carried over 1 earlier definitions" in done.output
    failed = CliRunner().invoke(main, ["keep", str(tmp_path / "nowhere"), str(new)])
    assert failed.exit_code == 1 and "no such folder" in failed.output and "Nothing was carried over" in failed.output
