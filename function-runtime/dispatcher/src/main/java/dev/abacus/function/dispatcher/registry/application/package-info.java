/** Reading what is deployed, deploying it, and switching between versions. */
package dev.abacus.function.dispatcher.registry.application;
