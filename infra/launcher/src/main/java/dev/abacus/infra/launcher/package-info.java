/**
 * The one command of a machine. {@link dev.abacus.infra.launcher.Topology} is what runs, on one page;
 * {@link dev.abacus.infra.launcher.Stack} is where; the rest starts it, watches it and stops it. Plain Java without a
 * dependency, so that {@code ./abacus} can compile it in a second on a machine that has built nothing yet.
 */
package dev.abacus.infra.launcher;
