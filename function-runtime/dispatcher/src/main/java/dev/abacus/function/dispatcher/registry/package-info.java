/** Functions, their versions and aliases: what {@code function.yaml} says, who deployed it and why. */
package dev.abacus.function.dispatcher.registry;
