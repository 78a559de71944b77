/** What every measurement needs: interleaved rounds, processor time, load, medians, tables. */
package dev.abacus.bench.harness;
