/**
 * The two companies of the demo, as data: who works there, what they trade in, with whom and at what prices. A food
 * wholesaler sells smoothly and by the season, a dealer in bicycle parts now and then.
 */
package dev.abacus.seed.company;
