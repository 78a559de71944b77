package dev.abacus.function.dispatcher.invocation.persistence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param lease a dispatcher that has not shown itself for so long is dead, and others take over what it held */
@ConfigurationProperties("abacus.functions.queue")
record QueueProperties(@DefaultValue("1500ms") Duration lease) {}
