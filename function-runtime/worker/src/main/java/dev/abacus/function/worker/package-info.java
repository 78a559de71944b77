/**
 * The process that functions run in. It starts knowing no function, makes itself warm, and becomes an instance of whatever
 * version its host then names, in some ten milliseconds. It dies with its host's connection.
 */
package dev.abacus.function.worker;
