/** How values of the domain stand in columns. */
package dev.abacus.kernel.persistence;
