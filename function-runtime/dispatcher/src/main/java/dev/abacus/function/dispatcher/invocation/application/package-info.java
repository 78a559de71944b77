/** Accepting, running, ending and stopping invocations. */
package dev.abacus.function.dispatcher.invocation.application;
