/** The house's architecture as rules that a build checks. */
package dev.abacus.kernel.test.architecture;
