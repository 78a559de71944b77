/** Starting and stopping without a failed request. */
package dev.abacus.kernel.lifecycle;
