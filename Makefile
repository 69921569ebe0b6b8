# Two commands are all a newcomer needs: `make run` and `make test`.
# Needed beforehand: Python 3.11 or later, git, make. PYTHON=/path/to/python chooses which Python.
.DEFAULT_GOAL := help
.PHONY: help run test check unit lint format types scores bench dates fuzz screenshots requirements clean

PORT ?= 8501
SECONDS ?= 600
FUZZ ?= .venv/fuzz
BIN := .venv/bin
CODE := $(wildcard app.py) timeline tests scripts benchmarks

help:  ## say what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1#\2/p' Makefile | awk -F'#' '{printf "%-22s %s\n", $$1, $$2}'

run: .venv/.run  ## set up once, then open the timeline in the browser (PORT=8501)
	@exec sh scripts/run.sh "$(PORT)"

test: lint types  ## set up once, then check everything: style, types, tests, gold, docs, browser
	@exec sh scripts/test.sh $(ARGS)

unit: .venv/.dev  ## the tests that need no browser (ARGS= goes to pytest)
	$(BIN)/python -m pytest --ignore=tests/browser $(ARGS)

lint: .venv/.dev  ## style, changing nothing
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)

format: .venv/.dev  ## bring the code into style
	$(BIN)/ruff check --fix $(CODE)
	$(BIN)/ruff format $(CODE)

types: .venv/.dev  ## mypy --strict
	$(BIN)/python -m mypy

scores: .venv/.dev  ## raise the gold floors to what is reached, and write scores and examples into the README
	$(BIN)/python -m scripts.scores

bench: .venv/.dev  ## measure speed beside dateparser and beside a bare Streamlit page
	$(BIN)/python -m benchmarks.pipeline
	$(BIN)/python -m benchmarks.dates
	@sh scripts/with_browser.sh $(BIN)/python -m benchmarks.page

dates: .venv/.dev  ## measure dates beside dateparser, chrono-node and recognizers-text, and write the README's table
	$(BIN)/python -m benchmarks.dates --write

fuzz: .venv/.dev  ## throw texts at the reading of times for SECONDS (600); atheris is installed for it alone
	test -d $(FUZZ) || $(BIN)/python -m pip install --quiet --target $(FUZZ) atheris
	PYTHONPATH=$(FUZZ) $(BIN)/python -m scripts.fuzz --seconds $(SECONDS)

screenshots: .venv/.dev  ## take the README's pictures of the running page
	@sh scripts/with_browser.sh $(BIN)/python -m scripts.screenshots

requirements:  ## compile the pins anew from pyproject.toml
	@sh scripts/requirements.sh

clean:  ## remove what the other targets made
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis test-results

# A stamp is written only after a complete installation, so an interrupted one is taken up again.
.venv/.run: requirements.txt
	@sh scripts/setup.sh requirements.txt && touch $@

.venv/.dev: requirements-dev.txt .venv/.run
	@sh scripts/setup.sh requirements-dev.txt && touch $@
