# Second Track. `make` alone lists what there is to do; every target brings what it needs first (.ci/setup).

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup serve site packages check format originality prove test bench lock clean

PORT ?= 8000
ORIGINALITY ?= ../shared/tools/originality
bin := .venv/bin
export PATH := $(CURDIR)/.venv/bin:$(PATH)
export NO_MKDOCS_2_WARNING := 1 # see the head of mkdocs.yml

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## bring Python packages, Node and its packages: only what is missing
	@sh .ci/setup

serve: setup ## show the course on this machine and follow every change (PORT=8000)
	@echo "The course will be at http://127.0.0.1:$(PORT)/ once it is built. Control-C ends it."
	@SITE_URL= $(bin)/mkdocs serve --livereload --dev-addr 127.0.0.1:$(PORT)

site: setup ## build the course into site/, ready for any static host
	$(bin)/mkdocs build --strict --clean --site-dir site
	$(bin)/course packages

packages: site ## pack the lessons for learning management systems, into dist/ (SITE_URL=address: light ones too)

check: setup ## the inner loop: style, types, quick tests, content
	$(bin)/ruff check .
	$(bin)/ruff format --check .
	$(bin)/mypy
	$(bin)/course check
	@$(MAKE) --no-print-directory originality
	$(bin)/pytest tests -n auto --ignore=tests/browser --ignore=tests/pyodide --ignore=tests/bench

originality:
	@if [ -x "$(ORIGINALITY)" ]; then "$(ORIGINALITY)" .; \
	else echo "No originality tool at $(ORIGINALITY): the comparison with the book's public excerpt is skipped."; fi

format: setup ## put the code into its usual form
	$(bin)/ruff check --fix .
	$(bin)/ruff format .

prove: setup ## walk every story of the role-plays through all its states, and play each ten thousand times
	$(bin)/course prove

test: check prove site ## everything: check, the proofs, the same suite in the browser's Python, the built site in a browser
	@browser=$$(sh .ci/setup browser) && workbench=$$(sh .ci/setup workbench) && \
	ST_BROWSER="$$browser" ST_WORKBENCH="$$workbench" ST_SITE="$(CURDIR)/site" $(bin)/pytest tests/pyodide tests/browser -n 2 --dist loadfile --reruns 1

bench: site ## measure what the course promises of its speed and size
	@browser=$$(sh .ci/setup browser) && \
	ST_BROWSER="$$browser" ST_SITE="$(CURDIR)/site" $(bin)/pytest tests/bench -s

lock: ## resolve requirements.lock anew from pyproject.toml, and the workbench's from .ci/workbench.in
	@uv=$$(sh .ci/setup uv) && "$$uv" pip compile -q --universal --python-version 3.12 --generate-hashes \
	  --no-emit-index-url --no-header --group dev -o requirements.lock pyproject.toml
	@uv=$$(sh .ci/setup uv) && "$$uv" pip compile -q --universal --python-version 3.12 --generate-hashes \
	  --no-emit-index-url --no-header -o .ci/workbench.lock .ci/workbench.in
	@git --no-pager diff --stat -- requirements.lock .ci/workbench.lock

clean: ## remove what was built; .venv and node_modules stay
	rm -rf site dist .build .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find interactive tests -name __pycache__ -prune -exec rm -rf {} +
