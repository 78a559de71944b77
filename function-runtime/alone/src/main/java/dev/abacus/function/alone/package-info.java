/**
 * A function alone behind HTTP, as a container runs it: the same jar, the same answers and refusals as on the shared runtime,
 * set up by the environment. What the runtime keeps for functions (cache, locks, services, other functions) is not there.
 */
package dev.abacus.function.alone;
