/** An order placed by a global transaction over two services, against the same order in one local transaction. */
package dev.abacus.bench.placing;
