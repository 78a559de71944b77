/** Carries what is due, again and again, within bounds. */
package dev.abacus.function.dispatcher.delivery.application;
