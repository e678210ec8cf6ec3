"""What the pages say is so: their commands and Python run, nothing public is left unsaid."""

import ast
import contextlib
import io
import json
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer

import kutla
from kutla.claims import KINDS
from kutla.cli.main import app, main
from kutla.errors import KutlaError
from kutla.register import parliaments
from kutla.settings import Settings

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
NOT_RUN = {
    "make demo": "CI runs it by itself, on a fresh checkout",
    "make test": "it is this very run",
}
PLACEHOLDER = re.compile(r"…|\[|\b[A-Z]{3,}\b")
"""``kutla extract FILE…`` shows how a command is written; it is no command to run."""
UPDATING = bool(os.environ.get("KUTLA_DOCS_UPDATE"))

ids = {"ids": lambda value: value.name if isinstance(value, Path) else str(value)[:60]}


@cache
def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def fences(page: Path) -> list[tuple[str, str]]:
    return re.findall(r"^```(\w*)\n(.*?)^```$", text(page), re.MULTILINE | re.DOTALL)


def command_lines(page: Path) -> list[tuple[str, str]]:
    """What a page's fenced blocks call, in order, each with the output shown below it."""
    found: list[tuple[str, str]] = []
    for kind, body in fences(page):
        if kind == "console":
            calls = re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]
            found += [(call.partition("\n")[0], call.partition("\n")[2]) for call in calls]
        elif kind != "python":
            found += [(line.split("  #")[0].strip(), "") for line in body.splitlines()]
    return [(call, out) for call, out in found if re.match(r"(?:kutla|make)\b", call)]


def printed(call: str) -> tuple[int, str]:
    """Run one line in this process; ``| head -N`` cuts what it prints."""
    call, _, pipe = call.partition(" | ")
    out = io.StringIO()
    code: object = 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        try:
            main(shlex.split(call)[1:])
        except SystemExit as end:
            code = end.code or 0
    kept = out.getvalue().splitlines()
    if pipe:
        assert re.fullmatch(r"head -\d+", pipe), pipe
        kept = kept[: int(pipe.removeprefix("head -"))]
    return int(str(code)), "\n".join(line.rstrip() for line in kept)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a reader has it: articles, gold, and the ledger of a first brief."""
    folder = tmp_path_factory.mktemp("prepared")
    with contextlib.chdir(folder):
        assert printed("kutla example all")[0] == 0
        Path("all/iraq").rename("articles")
        shutil.rmtree("all")
        shutil.copytree(ROOT / "tests" / "gold" / "unseen", "gold")
        assert printed("kutla brief articles")[0] == 0
    return folder


@pytest.fixture
def world(prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of that folder, for the commands of one page."""
    monkeypatch.setenv("COLUMNS", "80")
    shutil.copytree(prepared, tmp_path / "world")
    with contextlib.chdir(tmp_path / "world"):
        yield tmp_path / "world"


@pytest.mark.parametrize("page", PAGES, **ids)
def test_the_commands_of_a_page_run_and_print_what_it_shows(page: Path, world: Path) -> None:
    assert world.is_dir()
    for call, shown in command_lines(page):
        if call.startswith("kutla") and not PLACEHOLDER.search(call):
            code, out = printed(call)
            assert code == 0, f"{call}\n{out}"
            if shown.strip() and UPDATING:
                _rewrite(page, f"$ {call}\n{shown}", f"$ {call}\n{out.strip()}\n")
            elif shown.strip():
                assert out.strip() == shown.strip(), f"{call}: `make docs` where that is meant"


def _rewrite(page: Path, old: str, new: str) -> None:
    now = page.read_text(encoding="utf-8")
    assert now.count(old) == 1, old
    page.write_text(now.replace(old, new), encoding="utf-8")


def commands() -> dict[str, Any]:
    found: dict[str, Any] = {}

    def walk(command: Any, name: str) -> None:
        if hasattr(command, "commands"):  # Typer has a click of its own
            for each in command.commands.values():
                walk(each, f"{name} {each.name}")
        else:
            found[name] = command

    walk(typer.main.get_command(app), "kutla")
    return found


COMMANDS = commands()
EDGE = ROOT / "docs" / "commands.md"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented_with_its_options_and_an_example(name: str) -> None:
    assert f"`{name}" in text(EDGE) or f"$ {name}" in text(EDGE)
    options = [
        option
        for parameter in COMMANDS[name].params
        for option in parameter.opts
        if option.startswith("--") and option != "--help"
    ]
    assert [option for option in options if f"`{option}`" not in text(EDGE)] == []
    everywhere = "\n".join(text(page) for page in PAGES)
    assert re.search(rf"^(?:\$ )?{name}\b", everywhere, re.MULTILINE), "no page shows it at work"


@pytest.mark.parametrize("page", PAGES, **ids)
def test_pages_name_only_commands_and_options_that_exist(page: Path) -> None:
    inline = re.findall(r"`((?:kutla|make) [^`\n]+)`", text(page))
    targets = re.findall(r"^([a-z-]+):", text(ROOT / "Makefile"), re.MULTILINE)
    for call in (*inline, *(call for call, _ in command_lines(page))):
        program, first, *rest = call.split(" | ")[0].split()
        if program == "make":
            assert first in targets, call
        elif first not in ("COMMAND", "--version", "--help"):
            words = ["kutla", first, *rest]
            names = [" ".join(words[:number]) for number in (4, 3, 2)]
            command = next((COMMANDS[name] for name in names if name in COMMANDS), None)
            group = any(name.startswith(f"kutla {first} ") for name in COMMANDS)
            assert command or (group and not rest), f"{page.name}: {call}"
            known = {option for each in command.params for option in each.opts} if command else {}
            used = re.findall(r"(?<=\s)--[a-z-]+", call)
            assert [option for option in used if option not in {*known, "--help"}] == [], call


@pytest.mark.parametrize("page", PAGES, **ids)
def test_make_targets_of_the_pages_are_run_somewhere(page: Path) -> None:
    ci = text(ROOT / ".ci" / "run")
    calls = [call for call, _ in command_lines(page) if call.startswith("make")]
    assert [call for call in calls if call not in NOT_RUN and call not in ci] == []


def test_ci_runs_the_test_command_of_the_readme() -> None:
    done = subprocess.run(
        [ROOT / ".ci" / "run", "--print"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "make test\n")
    assert "make test" in [call for call, _ in command_lines(ROOT / "README.md")]


def pages_with_python() -> list[Path]:
    return [page for page in PAGES if any(kind == "python" for kind, _ in fences(page))]


@pytest.mark.parametrize("page", pages_with_python(), **ids)
def test_the_python_of_a_page_runs_from_top_to_bottom(page: Path, world: Path) -> None:
    place = ROOT if page.name == "evaluate.md" else world  # its gold is that of the checkout
    names: dict[str, object] = {}
    with contextlib.chdir(place), contextlib.redirect_stdout(io.StringIO()):
        for kind, body in fences(page):
            if kind == "python":
                exec(compile(body, page.name, "exec"), names)  # the page's own words


@pytest.mark.parametrize("page", PAGES, **ids)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", text(page))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_page_is_reached_from_the_first() -> None:
    index = text(ROOT / "docs" / "README.md")
    assert "(docs/README.md)" in text(ROOT / "README.md")
    names = [page.name for page in PAGES if page.name != "README.md"]
    assert [name for name in names if f"({name})" not in index] == []


def test_the_scores_in_the_readme_are_the_floors_of_the_gate() -> None:
    """What the page says of the reader is what ``make gate`` holds it to."""
    page = ROOT / "README.md"
    sets = json.loads(text(ROOT / "tests" / "gates" / "baseline.json"))["sets"]
    for name, floors in sets.items():
        (row,) = re.findall(rf"^\| `{name}` \|.*$", text(page), re.MULTILINE)
        kept = " | ".join(f"{floors[measure]:.2f}" for measure in ("precision", "recall", "f1"))
        if UPDATING:
            _rewrite(page, row, re.sub(r"(?:\d\.\d\d \| ){2}\d\.\d\d \|$", f"{kept} |", row))
        else:
            assert row.endswith(f"| {kept} |"), "`make docs` writes them anew"


def test_every_kind_of_claim_is_documented() -> None:
    page = text(ROOT / "docs" / "claims.md")
    assert [kind.name for kind in KINDS if f"| `{kind.name}` |" not in page] == []


def test_every_packaged_parliament_is_documented() -> None:
    page = text(ROOT / "docs" / "parliaments.md")
    assert [name for name in parliaments() if not re.search(rf"\b{name}\b", page)] == []


def test_every_parliament_with_a_procedure_is_documented() -> None:
    from kutla.procedure import list_procedures

    page = text(ROOT / "docs" / "procedure.md").casefold()
    assert [name for name in list_procedures() if name.replace("-", " ") not in page] == []


def test_every_setting_is_documented_with_its_default() -> None:
    for field in fields(Settings):
        row = re.search(rf"^\| `--{field.name}`[^\n]*", text(EDGE), re.MULTILINE)
        option = row or re.search(r"^\| `--output`[^\n]*", text(EDGE), re.MULTILINE)
        assert option
        assert f"`{getattr(Settings(), field.name)}`" in option[0]


def test_every_exit_code_of_the_command_line_is_documented() -> None:
    listed = set(re.findall(r"^\| (\d+) \|", text(EDGE), re.MULTILINE))
    told = re.search(r"Exit codes:(.+?)\.\n", text(ROOT / "src/kutla/cli/main.py"), re.DOTALL)
    assert told
    assert listed == set(re.findall(r"(?:^|;)\s*(\d+) ", told[1]))


FARES = """Ferry fares rise

Fares on the ferries between the islands will go up by a tenth in July, the company said.
Its boats are old, and fuel has become dearer since the spring.
"""


def test_the_exit_codes_are_as_documented(world: Path) -> None:
    assert world.is_dir()
    Path("empty").mkdir()
    Path("mixed").mkdir()
    shutil.copy("articles/2018-09-18-amiri.txt", "mixed")
    Path("mixed/nothing.txt").write_bytes(b"")
    assert printed("kutla example articles")[0] == 2
    assert printed("kutla brief empty --ledger other.db")[0] == 1
    Path("fares.txt").write_text(FARES, encoding="utf-8")
    code, out = printed("kutla extract fares.txt")
    assert (code, "makes no claim" in out) == (1, True)
    code, out = printed("kutla brief mixed --ledger other.db -o other.html")
    assert code == 3
    assert "nothing.txt" in out


@pytest.mark.parametrize(
    "path",
    [p for p in sorted((ROOT / "src" / "kutla").rglob("*.py")) if "migrations" not in p.parts],
    ids=lambda path: str(path.relative_to(ROOT / "src")),
)
def test_everything_public_says_what_it_is(path: Path) -> None:
    def silent(nodes: list[ast.stmt], inside: str) -> Iterator[str]:
        for node in nodes:
            named = isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef)
            if named and not node.name.startswith("_"):
                if not ast.get_docstring(node):
                    yield inside + node.name
                if isinstance(node, ast.ClassDef):
                    yield from silent(node.body, f"{node.name}.")

    module = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(module)
    assert list(silent(module.body, "")) == []


def test_the_public_names_of_the_library_are_documented() -> None:
    page = text(ROOT / "docs" / "library.md")
    assert [name for name in kutla.__all__ if f"`{name}`" not in page] == []
    assert issubclass(kutla.KutlaError, KutlaError)
