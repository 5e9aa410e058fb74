"""Python's standard library without what a course never imports: half the bytes of a first visit (design.md, 8)."""

import zipfile
from pathlib import Path

# Top-level modules and packages left out. Networking, servers, mail, GUIs, debuggers and test tools have no use in a page;
# what Pyodide itself and a notebook cell may want (random, statistics, csv, datetime, decimal, ...) stays.
LEFT_OUT = frozenset(
    """_pyio _pyrepl antigravity bdb cmd code compileall configparser cProfile ctypes curses dbm doctest email ensurepip
    filecmp fileinput formatter ftplib getopt getpass http idlelib imaplib imghdr lib2to3 mailbox mimetypes modulefinder
    multiprocessing netrc nntplib optparse pdb pickletools plistlib poplib profile pstats pty pyclbr pydoc pydoc_data
    rlcompleter sched shelve smtplib socketserver sqlite3 sre_compile sre_constants sre_parse symtable tabnanny
    tarfile telnetlib this tkinter trace tracemalloc turtle turtledemo unittest venv wave webbrowser wsgiref
    xml xmlrpc zipapp zoneinfo""".split()
)

# Text encodings kept; the tables of the other hundred are a third of the archive.
ENCODINGS = frozenset(
    "__init__ aliases ascii cp437 cp1252 idna latin_1 punycode raw_unicode_escape undefined unicode_escape".split()
)


def wanted(name: str) -> bool:
    """Whether a file of the archive stays."""
    top, _, rest = name.partition("/")
    if top.removesuffix(".py") in LEFT_OUT:
        return False
    if top == "encodings":
        stem = rest.removesuffix(".py")
        return stem in ENCODINGS or stem.startswith("utf_")
    return not name.endswith("/")


def trim(source: Path, target: Path) -> None:
    """Copy the archive without what is left out, the same bytes each time."""
    with zipfile.ZipFile(source) as full, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as small:
        for name in sorted(filter(wanted, full.namelist())):
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            small.writestr(entry, full.read(name))
