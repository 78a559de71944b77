/** Programs that are measured from outside, by {@code dev.abacus.bench}, which starts them and talks with them in lines. */
package dev.abacus.bench.programs;
