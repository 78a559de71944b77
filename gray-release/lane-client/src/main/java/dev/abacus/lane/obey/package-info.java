/**
 * How a process obeys the rules: it takes them as they are published, keeps the last good ones on disk, and says once a
 * second which it has.
 */
package dev.abacus.lane.obey;
