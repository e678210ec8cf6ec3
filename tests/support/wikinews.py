"""The Wikinews articles that gold is kept for: their texts are in ``../shared`` alone."""

import csv
import json
import re
from pathlib import Path

TABLE = Path(__file__).parents[3] / "shared" / "articles" / "wikinews.csv"
_LONGEST_FIELD = 10_000_000


def write_articles(gold: Path, into: Path) -> None:
    """Write the articles that the manifest of a folder of gold names, as they were annotated."""
    csv.field_size_limit(_LONGEST_FIELD)
    with TABLE.open(encoding="utf-8", newline="") as table:
        pages = {row["url"]: row for row in csv.DictReader(table)}
    manifest = json.loads((gold / "manifest.json").read_text(encoding="utf-8"))
    for entry in manifest.values():
        page = pages[entry["page"]]
        body = re.sub(r"\n\s*\n+", "\n\n", page["text"].replace("\r", "").strip())
        (into / entry["article"]).write_text(f"{page['title']}\n\n{body}\n", encoding="utf-8")
