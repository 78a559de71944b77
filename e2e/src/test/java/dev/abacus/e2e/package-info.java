/**
 * The suite as its users meet it: every request goes through the gateway to the processes that {@code ./abacus up}
 * started. Run by {@code ./abacus test}, or alone with {@code mvn -pl e2e -am test}.
 */
package dev.abacus.e2e;
