"""A PostgreSQL server for the tests alone: in a folder of its own, on a socket, gone afterwards."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path


class NoPostgresError(Exception):
    """Why there is none; what a skipped test says."""


def binaries() -> Path:
    """Give the folder of initdb and pg_ctl: the newest of Debian's, else what the path has."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    if found:
        return found[-1].parent
    named = shutil.which("initdb")
    if named is None:
        raise NoPostgresError("needs PostgreSQL (apt-get install postgresql, or make postgres)")
    return Path(named).resolve().parent


class Server:
    """A running server; ``url(name)`` makes a new database and gives its address."""

    def __init__(self) -> None:
        try:
            import psycopg  # noqa: F401
        except ImportError:
            raise NoPostgresError("needs psycopg (pip install 'kutla[postgres]')") from None
        self.programs = binaries()
        self.folder = Path(tempfile.mkdtemp(prefix="kutla-pg-", dir="/tmp"))  # sockets: short paths
        self.made = 0
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            shutil.chown(self.folder, "postgres")
        self._run(
            "initdb", "-D", self.data, "-U", "kutla", "-A", "trust", "-E", "UTF8", "--no-sync"
        )
        options = f"-k {self.folder} -c listen_addresses= -c fsync=off -c max_connections=60"
        self._run(
            "pg_ctl", "-D", self.data, "-w", "-o", options, "-l", f"{self.folder}/log", "start"
        )

    @property
    def data(self) -> str:
        return f"{self.folder}/data"

    def _run(self, program: str, *words: str) -> None:
        command = [str(self.programs / program), *words]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        done = subprocess.run(
            command, cwd=self.folder, capture_output=True, text=True, check=False, timeout=120,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
        if done.returncode:
            raise NoPostgresError(f"{program} failed: {done.stderr or done.stdout}")

    def url(self) -> str:
        import psycopg

        self.made += 1
        name = f"kutla{self.made}"
        where = f"host={self.folder} user=kutla dbname=postgres"
        with psycopg.connect(where, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return f"postgresql://kutla@/{name}?host={self.folder}"

    def stop(self) -> None:
        self._run("pg_ctl", "-D", self.data, "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)
