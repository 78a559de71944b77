/** Four years of sales taken in: from the upload to the last row in the stock ledger, and the memory that it takes. */
package dev.abacus.bench.history;
