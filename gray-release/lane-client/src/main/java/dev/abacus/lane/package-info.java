/** The lane tag and how it travels: what every hop needs to know of gray routing. */
package dev.abacus.lane;
