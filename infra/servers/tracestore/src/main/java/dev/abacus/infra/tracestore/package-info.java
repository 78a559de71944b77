/** The trace store of a developer's machine: Zipkin, taught to receive what the services export (OTLP over HTTP). */
package dev.abacus.infra.tracestore;
