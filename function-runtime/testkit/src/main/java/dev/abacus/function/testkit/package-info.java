/**
 * Runs a function in the test's own process: {@link dev.abacus.function.testkit.FunctionUnderTest} calls it with a context and a
 * platform whose every part the test sets and sees, and with a clock that the test turns.
 */
package dev.abacus.function.testkit;
