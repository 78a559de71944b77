/** Addresses of the web outside: signed, checked, and bounded in everything. */
package dev.abacus.function.dispatcher.delivery.webhook;
