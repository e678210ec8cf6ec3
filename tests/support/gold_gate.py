"""What the gate of the reader measures, shared by the test and ``scripts/update_floors.py``."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from kutla.claims.scoring import evaluate_folder
from kutla.pipeline import extract_paths
from kutla.register import load_parliament
from support.wikinews import TABLE, write_articles

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold"
EXAMPLES = ROOT / "src" / "kutla" / "example_data"
BASELINE = ROOT / "tests" / "gates" / "baseline.json"
MEASURES = ("precision", "recall", "f1", "strict_f1")


@dataclass(frozen=True)
class GoldSet:
    """A folder of gold, where its articles are, and the parliament it is read with."""

    name: str
    parliament: str = "iraq"
    articles: Path | None = None
    is_shared: bool = False

    @property
    def folder(self):
        return GOLD / self.name

    def fingerprint(self):
        """The SHA-256 of every gold file, and of the articles that are in the repository."""
        paths = list(self.folder.rglob("*.*"))
        if self.articles is not None and not self.is_shared:
            paths += self.articles.rglob("*.*")
        seen = hashlib.sha256()
        for path in sorted(path for path in paths if path.is_file()):
            seen.update(path.relative_to(ROOT).as_posix().encode() + b"\0")
            seen.update(hashlib.sha256(path.read_bytes()).digest())
        return seen.hexdigest()

    def measure(self):
        """Read the articles and score them: the card with its table by kind."""
        if self.articles != TABLE:
            return self._measure_in(self.articles)
        with TemporaryDirectory() as folder:
            write_articles(self.folder, Path(folder))
            return self._measure_in(Path(folder))

    def _measure_in(self, articles):
        register = load_parliament(self.parliament)
        return evaluate_folder(
            self.folder,
            articles,
            lambda path: extract_paths([path], register).claims,
            identify=lambda name: register.match(name).entity_id,
        )


SETS = (
    GoldSet("world"),
    GoldSet("unseen"),
    GoldSet(
        "republic",
        str(EXAMPLES / "republic" / "parliament"),
        articles=EXAMPLES / "republic" / "press",
    ),
    GoldSet("iraq_example", articles=EXAMPLES / "iraq"),
    GoldSet("seeds", articles=ROOT.parent / "shared" / "seeds", is_shared=True),
    GoldSet("wikinews", articles=TABLE, is_shared=True),
    GoldSet("wikinews_unseen", articles=TABLE, is_shared=True),
)


def scores(card):
    """The four numbers that have a floor."""
    lenient = card.lenient
    values = (lenient.precision, lenient.recall, lenient.f1, card.strict.f1)
    return {name: round(value, 3) for name, value in zip(MEASURES, values, strict=True)}


def read_baseline():
    return json.loads(BASELINE.read_text(encoding="utf-8"))
