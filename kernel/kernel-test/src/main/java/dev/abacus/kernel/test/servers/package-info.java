/** The real servers for tests: {@link dev.abacus.kernel.test.servers.WithServers} names the ones that a test needs. */
package dev.abacus.kernel.test.servers;
