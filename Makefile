# Short names for the launcher's commands. ./abacus help tells the rest.
.PHONY: up down test demo bench lint-openapi

up down test demo:
	./abacus $@

bench:
	./bench/run

lint-openapi:
	./e2e/lint-openapi
