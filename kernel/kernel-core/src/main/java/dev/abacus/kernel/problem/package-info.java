/** Errors on the wire: RFC 9457 problems with stable types. */
package dev.abacus.kernel.problem;
