/** Functions from the side of who writes and operates them: the commands of {@code ./abacus fn}. docs/functions.md. */
package dev.abacus.seed.functions;
