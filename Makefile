# Two commands are enough: `make demo` serves a believable public body, `make test` passes the tests.
# Everything is safe to run again.

SHELL := /bin/bash
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
MANAGE := $(VENV)/bin/python manage.py
STAMP := $(VENV)/.ready
export UV_PYTHON_DOWNLOADS := never
export UV_PROJECT_ENVIRONMENT := $(VENV)

.PHONY: help setup system demo test check bench messages clean

help:  ## show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

setup: system $(STAMP)  ## install what is missing: system libraries, .venv, translations

system:
	@deploy/system-packages.sh

$(STAMP): uv.lock pyproject.toml $(wildcard locale/*/LC_MESSAGES/*.po)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; this is $$($(PYTHON) --version)."; exit 1; }
	@[ -x $(VENV)/bin/python ] || { echo "[setup] making $(VENV)"; $(PYTHON) -m venv $(VENV); }
	@[ -x $(VENV)/bin/uv ] || { echo "[setup] installing uv"; $(VENV)/bin/python -m pip install --quiet --disable-pip-version-check uv; }
	@echo "[setup] installing the locked packages"
	@$(VENV)/bin/uv sync --frozen --inexact --quiet
	@echo "[setup] compiling translations"
	@$(VENV)/bin/python deploy/compile_catalogues.py
	@touch $(STAMP)

demo: setup  ## load a believable public body and serve it on loopback (PORT=8000)
	@echo "[demo] migrating the database"
	@$(MANAGE) migrate --no-input -v 0
	@echo "[demo] loading the body (kept when it is there already)"
	@$(MANAGE) demo --keep
	@$(MANAGE) run --port $(PORT)

test: setup  ## the fast tests, import contracts included
	@$(VENV)/bin/python -m pytest -n auto

check: setup  ## lint, types, layers, templates, migrations, deployment settings
	@$(VENV)/bin/python .ci/gates.py static

bench: setup  ## measure against floors taken in the same run
	@status=0; for file in benchmarks/*.py; do $(VENV)/bin/python $$file || status=1; done; exit $$status

messages:  ## gather the sentences of the code into locale/en, to be translated
	@$(MANAGE) messages

clean:  ## remove the environment and caches, never the data
	rm -rf $(VENV) .mypy_cache .ruff_cache .import_linter_cache .hypothesis
