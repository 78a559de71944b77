/** Lanes from an operator's and a developer's side: the commands, and the demo that shows who is served by what. */
package dev.abacus.seed.lanes;
