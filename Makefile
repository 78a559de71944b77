# Short names for the launcher's commands. ./abacus help tells the rest.
.PHONY: up down test bench demo lint-openapi

up down test demo:
	./abacus $@

bench:
	./bench/run

lint-openapi:
	./e2e/lint-openapi
