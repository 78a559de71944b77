/**
 * What a worker and its host say to each other over a unix socket: frames of a length, a kind and a body, any number of
 * invocations at once. Both ends are always of the same build, so a frame carries no version.
 */
package dev.abacus.function.wire;
