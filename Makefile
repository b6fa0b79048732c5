# Two commands: `make site` and `make test`. Both set up what they need in .venv/ first.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: site test check serve bench screenshot lint lock clean

site: $(READY)
	$(BIN)/repertoire site

test: lint
	$(BIN)/pytest -n 2 --dist loadfile

check: $(READY) # FORMAT=github or json, for machines
	$(BIN)/repertoire check $(if $(FORMAT),--format $(FORMAT))

serve: $(READY)
	$(BIN)/mkdocs serve --livereload

bench: $(READY)
	$(BIN)/python -m bench

screenshot: site
	$(BIN)/python -m tests.screenshot

lint: $(READY)
	$(BIN)/ruff format --check generator tests bench
	$(BIN)/ruff check generator tests bench
	$(BIN)/mypy

lock: $(READY)
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --quiet \
	  --python-version 3.11 --extra dev --output-file requirements.txt pyproject.toml

clean:
	rm -rf $(VENV) site .site-*

$(READY): requirements.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
