/** The kernel: what three or more modules share. A type enters it when the third needs it. */
package dev.abacus.kernel;
