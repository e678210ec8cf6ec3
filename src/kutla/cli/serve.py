"""``kutla serve``: a register as a reconciliation service on this machine."""

from __future__ import annotations

from socket import SOCK_STREAM, create_server, getaddrinfo, socket
from typing import TYPE_CHECKING, Annotated

import typer

from kutla.cli.common import DEFAULTS, LedgerPath, Parliament

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kutla.register import Register


def serve(
    parliament: Parliament = DEFAULTS.parliament,
    ledger: LedgerPath = DEFAULTS.ledger,
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port.")] = 8377,
) -> None:
    """Serve the register to OpenRefine and other clients of the Reconciliation API."""
    import uvicorn

    from kutla.web import create_app

    register_now = _register_of(parliament, ledger)
    register_now()
    app = create_app(register_now)
    with _listening(host, port) as door:
        at = door.getsockname()[1]
        typer.echo(f"http://{host}:{at}/reconcile is the service; stop it with Ctrl-C")
        try:
            uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[door])
        except KeyboardInterrupt:
            raise typer.Exit(130) from None


def _listening(host: str, port: int) -> socket:
    """Open the door first, so that one that is taken is one sentence. Port 0 takes any."""
    from kutla.errors import SettingsError

    try:
        family = getaddrinfo(host, port, type=SOCK_STREAM)[0][0]
        door = create_server((host, port), family=family)
    except OSError as error:
        why = error.strerror or str(error)
        raise SettingsError(
            f"--host {host} --port {port} cannot be listened on ({why}); choose another port"
        ) from None
    return door


def _register_of(parliament: str, ledger: Path) -> Callable[[], Register]:
    """Give a function that gives the register with the judgements made so far."""
    from kutla.ledger import open_ledger
    from kutla.register import judged, load_parliament

    plain = load_parliament(parliament)
    held: dict[tuple[object, ...], Register] = {(): plain}

    def register_now() -> Register:
        if "://" not in str(ledger) and not ledger.exists():
            return plain
        with open_ledger(ledger) as opened:
            made = opened.judgements()
        if made not in held:
            held.clear()
            held[made] = judged(plain, made)
        return held[made]

    return register_now


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command("serve")(serve)
