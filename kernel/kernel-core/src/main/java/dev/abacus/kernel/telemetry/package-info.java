/** Request id, tenant and lane in every log line and span. */
package dev.abacus.kernel.telemetry;
