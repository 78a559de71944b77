/** Deliveries, to be looked at and begun anew. */
package dev.abacus.function.dispatcher.delivery.web;
