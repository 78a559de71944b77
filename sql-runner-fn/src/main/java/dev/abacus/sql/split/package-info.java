/**
 * Takes a script apart the way a client does. The server only knows single statements: what ends one is known to the
 * client alone, and a wrong cut runs half a statement in every shard.
 */
package dev.abacus.sql.split;
