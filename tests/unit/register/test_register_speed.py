"""Fast enough for millions of articles: printed, with a ceiling only a blunder would break."""

import time


def test_match_and_spot_are_fast(iraq):
    sentence = "On Tuesday the Hikma movement and the Nasr coalition met Kadhimi in Baghdad. "
    article = sentence * 60
    iraq.spot(article)
    iraq.match("Nasr")
    began = time.perf_counter()
    found = iraq.spot(article)
    spot_seconds = time.perf_counter() - began
    names = [f"Mohamed Al-Halboussi {number}" for number in range(100)] + ["Nasr coalition"] * 100
    began = time.perf_counter()
    for name in names:
        iraq.match(name)
    match_seconds = time.perf_counter() - began
    print(  # noqa: T201
        f"spot {len(article) / spot_seconds / 1e6:.2f} million characters a second, "
        f"match {match_seconds / len(names) * 1e6:.0f} microseconds a name"
    )
    assert len(found) == 60 * 4
    assert spot_seconds < 0.5
    assert match_seconds / len(names) < 0.02
