"""Speed, as ratios against a peer or a limit: ``python -m bench``."""
