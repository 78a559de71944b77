/** What the SQL guard costs: a query through it against the same query past it, and the guard alone. */
package dev.abacus.bench.guard;
