/** {@code ./abacus demo}: two companies come to a fresh suite and trade on it, and every step is looked at. */
package dev.abacus.seed;
