/** CloudEvents as HTTP carries them, the same wherever a function is called by HTTP. */
package dev.abacus.function.http;
