/** What lanes cost, and how soon everybody follows them. */
package dev.abacus.bench.lanes;
