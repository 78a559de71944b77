/** An instance of a service without any framework, to be started, registered and killed. */
package dev.abacus.bench.programs.instance;
