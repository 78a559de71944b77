/** The doors of invocations: for the platform's operators and programs, and for the users of tenants. */
package dev.abacus.function.dispatcher.invocation.web;
