/** What a decision about a lane costs. */
package dev.abacus.bench.lanes;
