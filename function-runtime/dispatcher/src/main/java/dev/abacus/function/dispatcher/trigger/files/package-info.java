/** Files that arrive in directories. */
package dev.abacus.function.dispatcher.trigger.files;
