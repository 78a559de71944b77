/** The function runtime beside a process per function: how soon it is there, what it holds, how much it serves. */
package dev.abacus.bench.runtime;
