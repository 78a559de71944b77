/** RocketMQ: the only package that knows the broker's client. */
package dev.abacus.kernel.messaging;
