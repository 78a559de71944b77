/** Measures the suite, always two ways side by side in one run; {@code bench/run} runs it and RESULTS.md keeps it. */
package dev.abacus.bench;
