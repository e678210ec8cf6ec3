# Two commands do all the set-up: `make demo` and `make test`.
PYTHON ?= python3.11
ifeq ($(shell command -v $(PYTHON) 2>/dev/null),)
PYTHON := python3
endif
BIN := .venv/bin
export PYTHONHASHSEED := 0

.PHONY: demo test check gate bench docs forecast-report interop language lock clean postgres test-postgres

.venv/.ready: requirements-dev.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

demo: .venv/.ready  ## the main job on the bundled example: a brief in the terminal and brief.html
	$(BIN)/kutla example demo --force
	$(BIN)/kutla brief demo/iraq --ledger demo/iraq.db -o brief.html

test: .venv/.ready  ## the whole suite, under five minutes
	$(BIN)/python -m pytest

postgres:  ## PostgreSQL from Debian, where it is missing (asks for sudo unless root)
	@ls /usr/lib/postgresql/*/bin/initdb > /dev/null 2>&1 || command -v initdb > /dev/null || \
	  { if [ "$$(id -u)" = 0 ]; then as=; else as=sudo; fi; \
	    $$as apt-get update -qq && $$as env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql; }

test-postgres: .venv/.ready postgres  ## the ledger's contract on PostgreSQL as well, which must be there
	KUTLA_POSTGRES_REQUIRED=1 $(BIN)/python -m pytest tests/unit/ledger -q

check: .venv/.ready  ## lint, format and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

gate: .venv/.ready  ## quality: scores of the reader against gold, with floors
	$(BIN)/python -m pytest tests/gates -q -s

bench: .venv/.ready  ## speed: ratios against the peer or the limit, printed
	$(BIN)/python -m bench

docs: .venv/.ready  ## print anew what the pages show as printed; look at the difference before committing it
	KUTLA_DOCS_UPDATE=1 $(BIN)/python -m pytest -q tests/test_docs.py -k 'shows or scores'

forecast-report: .venv/.ready  ## the tables and the curve of docs/forecast.md, from the scores of the last training
	$(BIN)/python scripts/train_forecast.py --report

interop: .venv/.ready  ## FollowTheMoney, to check exports by its own model (builds PyICU: needs libicu-dev and a compiler)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-interop.txt

language: .venv/.ready  ## train the language pipeline again from ../shared/treebanks (an hour)
	$(BIN)/python scripts/train_language.py

lock:  ## resolve the dependencies anew (needs uv)
	uv pip compile pyproject.toml --generate-hashes --no-emit-index-url --no-emit-find-links -q -o requirements.txt
	uv pip compile pyproject.toml --group dev --generate-hashes --no-emit-index-url --no-emit-find-links -q -o requirements-dev.txt
	uv pip compile pyproject.toml --extra interop -c requirements-dev.txt --generate-hashes --no-emit-index-url --no-emit-find-links -q -o requirements-interop.txt

clean:
	rm -rf .venv demo brief.html build dist
