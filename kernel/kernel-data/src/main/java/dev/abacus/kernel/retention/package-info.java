/** Removes the kernel's own rows once nobody can need them. */
package dev.abacus.kernel.retention;
