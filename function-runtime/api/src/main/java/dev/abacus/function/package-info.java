/**
 * What a function is written against. A function is a plain class, {@code Function<CloudEvent, CloudEvent>} with a public
 * constructor without arguments; {@link dev.abacus.function.CloudFunction} is the same with the context as an argument. It
 * runs unchanged in a test, in a worker of the shared runtime, and alone behind HTTP.
 */
package dev.abacus.function;
