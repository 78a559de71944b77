/** Neighbours for tests of one door alone: real HTTP on loopback, real tokens, the real registry, no business behind it. */
package dev.abacus.standin;
