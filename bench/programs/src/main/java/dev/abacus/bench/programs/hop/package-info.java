/** A service that calls another one through an HTTP interface, with a transport that answers at once. */
package dev.abacus.bench.programs.hop;
