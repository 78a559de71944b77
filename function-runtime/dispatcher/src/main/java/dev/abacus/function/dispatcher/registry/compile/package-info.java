/** Makes an artifact of a single Java source file. The compiler runs in a process of its own: docs/adr/0091. */
package dev.abacus.function.dispatcher.registry.compile;
