/** One function in three places. The work is the same class each time: what is compared is everything around it. */
package dev.abacus.bench.functions;
