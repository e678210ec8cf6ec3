"""Train the packaged pipeline again from ``../shared/treebanks`` (an hour on one core)."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "treebanks" / "corpus"
MODEL = ROOT / "src" / "kutla" / "language" / "model"


def main() -> None:
    """Train with ``scripts/language.cfg`` and put the best model in its place."""
    if not CORPUS.is_dir():
        sys.exit(f"{CORPUS} is missing: the treebanks are beside the checkout in development only")
    with tempfile.TemporaryDirectory() as folder:
        command = [
            *(sys.executable, "-m", "spacy", "train", str(ROOT / "scripts" / "language.cfg")),
            *("--output", folder),
            *("--paths.train", str(CORPUS / "train_aug.spacy")),
            *("--paths.dev", str(CORPUS / "dev.spacy")),
        ]
        subprocess.run(command, check=True)
        shutil.rmtree(MODEL, ignore_errors=True)
        shutil.copytree(Path(folder) / "model-best", MODEL)
    subprocess.run([sys.executable, str(ROOT / "scripts" / "score_language.py")], check=True)


if __name__ == "__main__":
    main()
