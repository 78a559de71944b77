# Short names for the launcher's commands. ./abacus help tells the rest.
.PHONY: up down test demo lint-openapi

up down test demo:
	./abacus $@

lint-openapi:
	./e2e/lint-openapi
