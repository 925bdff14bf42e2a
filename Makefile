# The verbs; the work is done by the scripts in bin/.
.DEFAULT_GOAL := help
.PHONY: help run start test setup lint demo browsers bench soak pictures html

help:
	@echo "make run       serve the archive on 127.0.0.1:8000 (PORT=... for another), with a demonstration in it"
	@echo "make start     serve an archive of your own there: empty, with a link for the first account"
	@echo "make test      run the tests on SQLite, and on PostgreSQL where there is one (ARGS=... for pytest, WORKERS=3 at once)"
	@echo "make setup     install everything into .venv; .venv/bin/python manage.py ... works after it"
	@echo "make lint      check style, templates and idioms"
	@echo "make demo      load the demonstration archive"
	@echo "make browsers  install a chromium for the browser tests (Debian)"
	@echo "make pictures  make the pictures of docs/ anew, from a demonstration of their own"
	@echo "make html      let the Nu HTML checker read the pages of an archive that runs (ARGS=http://127.0.0.1:8000)"
	@echo "make bench     measure the pages and the search"
	@echo "make soak      attack and kill a server of its own, and look at what readers and editors lose"

run:
	@bin/run

start:
	@bin/start

test: | .require-dev
	@.venv/bin/python bin/test $(ARGS)

setup: .require-dev

lint:
	@bin/lint

demo:
	@bin/setup runtime
	@.venv/bin/python manage.py migrate --verbosity 0
	@.venv/bin/python manage.py load_demo

browsers:
	@bin/browsers

pictures:
	@bin/setup dev
	@.venv/bin/python bin/pictures $(ARGS)

html:
	@bin/setup dev
	@.venv/bin/python bin/html $(ARGS)

bench:
	@bin/setup dev
	@.venv/bin/python bin/bench $(ARGS)

soak:
	@bin/soak $(ARGS)

.PHONY: .require-dev
.require-dev:
	@bin/setup dev
