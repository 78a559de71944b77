/** Calls between the services of the suite. */
package dev.abacus.kernel.client;
