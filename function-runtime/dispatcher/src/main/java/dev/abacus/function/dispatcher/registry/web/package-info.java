/** The doors of the registry, for the platform's operators. */
package dev.abacus.function.dispatcher.registry.web;
