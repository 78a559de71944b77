/** Timers: their times are their events, which every dispatcher reads off its own clock. */
package dev.abacus.function.dispatcher.trigger.timer;
