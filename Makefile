# Short names for the launcher's commands. ./abacus help tells the rest.
.PHONY: up down test bench demo

up down test demo:
	./abacus $@

bench:
	./bench/run
